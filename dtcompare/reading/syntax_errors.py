"""YAML's own errors told in words that say what to do."""

from __future__ import annotations

import re
from typing import Any

from dtcompare.reading.nodes import Position
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.scalars import SIGN_WORDS

_CODE = "yaml-syntax"
_SIGNED = re.compile(r"(?:([A-Za-z_]+):\s+)?([<>]=?)\s*([\d.,]+)")


def place_of(mark: Any) -> Position | None:
    """Return where a mark of the YAML parser points, counted from 1; None for None."""
    return None if mark is None else Position(mark.line + 1, mark.column + 1)


def tell(error: Exception, problems: ProblemList) -> None:
    """Note a YAML error in plain words, at the place where it can be mended.

    The parser says, as far as it does, what it was doing since when, and what stopped it where.
    """
    doing = getattr(error, "context", None) or ""
    since = place_of(getattr(error, "context_mark", None))
    stopped = getattr(error, "problem", None) or ""
    at = place_of(getattr(error, "problem_mark", None)) or Position(1, 1)
    line = problems.lines[at.line - 1] if at.line <= len(problems.lines) else ""
    if "mapping values are not allowed" in stopped:
        twice = ": " in line[: at.column - 1]
        problems.add(at, _CODE, "second-colon" if twice else "misplaced-colon")
    elif "quoted scalar" in doing and ("end of stream" in stopped or "document" in stopped):
        problems.add(since, _CODE, "open-quote")
    elif "escape" in stopped or "hexdecimal" in stopped:
        at.column = line.rfind("\\", 0, at.column) + 1 or at.column
        problems.add(at, _CODE, "bad-escape")
    elif "node content" in stopped or "flow node" in doing:
        ends = _is_last(at, problems)
        problems.add(at, _CODE, "unclosed" if ends else "nothing-here", bracket="}")
    elif "expected ','" in stopped:
        bracket = "]" if "']'" in stopped else "}"  # told at its start where the file ends before
        problems.add(since if _is_last(at, problems) else at, _CODE, "unclosed", bracket=bracket)
    elif "expected ':'" in stopped and since is not None:
        problems.add(since, _CODE, "no-colon")
    elif "cannot start any token" in stopped or "block scalar" in doing:
        _tell_sign(since if "block scalar" in doing and since is not None else at, problems)
    elif "directive" in doing or "directive" in stopped or "YAML document" in stopped:
        problems.add(at, "no-tags", "no-directive")
    elif "anchor" in doing or "alias" in doing or "tag" in doing:
        problems.add(since or at, "no-tags")
    else:
        problems.add(at, _CODE, "misplaced")


def _is_last(at: Position, problems: ProblemList) -> bool:
    """Return whether nothing but space follows in the whole file."""
    rest = problems.lines[at.line - 1 :] if at.line <= len(problems.lines) else []
    return not rest or (len(rest) == 1 and not rest[0][at.column - 1 :].strip())


def _tell_sign(at: Position, problems: ProblemList) -> None:
    """Note a sign that YAML keeps for itself; before a number it is a number word in disguise."""
    line = problems.lines[at.line - 1] if at.line <= len(problems.lines) else ""
    sign = line[at.column - 1 : at.column]
    for match in _SIGNED.finditer(line):
        if match.start(2) == at.column - 1:
            typed, number = match[2] + match[3].rstrip(".,"), match[3].rstrip(".,")
            key, word = match[1] or "value", SIGN_WORDS[match[2]]
            problems.add(
                at, _CODE, "sign-number", sign=sign, word=word, number=number, name=key, typed=typed
            )
            return
    problems.add(at, _CODE, "sign", sign=sign)
