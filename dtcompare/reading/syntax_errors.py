"""YAML's own errors told in words that say what to do."""

from __future__ import annotations

import re

from msgspec import Struct

from dtcompare.reading.nodes import Position
from dtcompare.reading.problems import ProblemList

_CODE = "yaml-syntax"
_SIGNED = re.compile(r"(?:([A-Za-z_]+):\s+)?([<>]=?)\s*([\d.,]+)")
_SIGN_WORDS = {">": "over", ">=": "at_least", "<": "at_most", "<=": "at_most"}


class SyntaxSlip(Struct, frozen=True):
    """What the YAML parser says: what it was doing since when, and what stopped it where."""

    doing: str
    since: Position | None
    stopped: str
    at: Position | None


def tell(slip: SyntaxSlip, problems: ProblemList) -> None:
    """Note a YAML error in plain words, at the place where it can be mended."""
    at = slip.at or Position(1, 1)
    line = problems.lines[at.line - 1] if at.line <= len(problems.lines) else ""
    stopped, doing = slip.stopped, slip.doing
    if "mapping values are not allowed" in stopped:
        twice = ": " in line[: at.column - 1]
        problems.add(at, _CODE, "second-colon" if twice else "misplaced-colon")
    elif "quoted scalar" in doing and ("end of stream" in stopped or "document" in stopped):
        problems.add(slip.since, _CODE, "open-quote")
    elif "escape" in stopped or "hexdecimal" in stopped:
        at.column = line.rfind("\\", 0, at.column) + 1 or at.column
        problems.add(at, _CODE, "bad-escape")
    elif "node content" in stopped or "flow node" in doing:
        ends = _is_last(at, problems)
        problems.add(at, _CODE, "unclosed" if ends else "nothing-here", bracket="}")
    elif "expected ','" in stopped:
        _tell_unclosed(slip, at, problems)
    elif "expected ':'" in stopped and slip.since is not None:
        problems.add(slip.since, _CODE, "no-colon")
    elif "cannot start any token" in stopped or "block scalar" in doing:
        _tell_sign(slip, at, problems)
    elif "directive" in doing or "directive" in stopped or "YAML document" in stopped:
        problems.add(at, "no-tags", "no-directive")
    elif "anchor" in doing or "alias" in doing or "tag" in doing:
        problems.add(slip.since or at, "no-tags")
    else:
        problems.add(at, _CODE, "misplaced")


def _tell_unclosed(slip: SyntaxSlip, at: Position, problems: ProblemList) -> None:
    """Note a brace or bracket that does not close: at its start where the file ends before."""
    bracket = "]" if "']'" in slip.stopped else "}"
    problems.add(slip.since if _is_last(at, problems) else at, _CODE, "unclosed", bracket=bracket)


def _is_last(at: Position, problems: ProblemList) -> bool:
    """Return whether nothing but space follows in the whole file."""
    rest = problems.lines[at.line - 1 :] if at.line <= len(problems.lines) else []
    return not rest or (len(rest) == 1 and not rest[0][at.column - 1 :].strip())


def _tell_sign(slip: SyntaxSlip, at: Position, problems: ProblemList) -> None:
    """Note a sign that YAML keeps for itself; before a number it is a number word in disguise."""
    if "block scalar" in slip.doing and slip.since is not None:
        at = slip.since
    line = problems.lines[at.line - 1] if at.line <= len(problems.lines) else ""
    sign = line[at.column - 1 : at.column]
    for match in _SIGNED.finditer(line):
        if match.start(2) == at.column - 1:
            typed, number = match[2] + match[3].rstrip(".,"), match[3].rstrip(".,")
            key, word = match[1] or "value", _SIGN_WORDS[match[2]]
            problems.add(
                at, _CODE, "sign-number", sign=sign, word=word, number=number, name=key, typed=typed
            )
            return
    problems.add(at, _CODE, "sign", sign=sign)
