"""From bytes to text: UTF-8, NFC, nothing invisible, no tabs, no merge left unfinished."""

from __future__ import annotations

import re
import unicodedata

from dtcompare.reading.nodes import Position
from dtcompare.reading.problems import ProblemList

_BREAK = re.compile(r"\r\n|\r|\n")
_TAB_INDENT = re.compile(r" *\t[ \t]*[^ \t]")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_ODD_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cn", "Cs"})
_CONTROL_NAMES = {
    "\t": "TAB",
    "\x00": "NULL",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


def odd_character(sign: str) -> bool:
    """Return whether a reader of the file cannot see ``sign``, or takes it for another."""
    return sign == "\ufffd" or (sign != " " and unicodedata.category(sign) in _ODD_CATEGORIES)


def read_text(data: bytes, problems: ProblemList, largest: int) -> str | None:
    """Return the text of a file, slips in it mended for reading on; None where that is no use.

    Lines with a slip are silent from then on: what else seems wrong there may be its doing.
    """
    if len(data) > largest:
        problems.add(None, "too-large", limit=largest // 1024)
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _not_utf8(data, error.start, problems)
        return None
    problems.lines = _BREAK.split(text)
    if len(problems.lines) > 1 and not problems.lines[-1]:
        del problems.lines[-1]
    if _stopped(text, problems):
        return None
    odd = {sign for sign in set(text) if odd_character(sign) and sign not in "\r\n"}
    if odd or not unicodedata.is_normalized("NFC", text):
        return _mended(odd, problems)
    return text


def _not_utf8(data: bytes, start: int, problems: ProblemList) -> None:
    """Tell where the first byte stands that is not UTF-8."""
    problems.lines = _BREAK.split(data.decode("utf-8", errors="replace"))
    before = _BREAK.split(data[:start].decode("utf-8"))
    place = Position(len(before), len(before[-1]) + 1)
    problems.add(place, "not-utf8", byte=f"{data[start]:02x}")


def _stopped(text: str, problems: ProblemList) -> bool:
    """Return whether a tab or an unfinished merge makes reading on pointless."""
    if "\t" not in text and not any(mark in text for mark in ("<<<<<<<", ">>>>>>>", "=======")):
        return False
    for number, line in enumerate(problems.lines, 1):
        if _CONFLICT.match(line):
            problems.add(Position(number, 1), "git-conflict")
            return True
        if _TAB_INDENT.match(line):
            problems.add(Position(number, line.index("\t") + 1), "yaml-syntax", "tab")
            return True
    return False


def _mended(odd: set[str], problems: ProblemList) -> str:
    """Return the text with plain spaces and NFC; each line that needed it is noted."""
    spaces = {sign for sign in odd if sign in "\t\v\f\x85" or unicodedata.category(sign)[0] == "Z"}
    table = {ord(sign): " " if sign in spaces else None for sign in odd}
    found: list[tuple[int, str]] = []
    for number, line in enumerate(problems.lines, 1):
        first = next((at for at, sign in enumerate(line) if sign in odd), None)
        if first is not None:
            problems.add(Position(number, first + 1), "odd-character", **_names(line[first]))
        elif not unicodedata.is_normalized("NFC", line):
            _not_nfc(number, line, problems)
        else:
            continue
        found.append((number, unicodedata.normalize("NFC", line.translate(table))))
    problems.silent.update(number for number, _ in found)
    for number, line in found:
        problems.lines[number - 1] = line
    return "\n".join(problems.lines) + "\n"


def _names(sign: str) -> dict[str, str]:
    """Return the number and the name of a character."""
    name = unicodedata.name(sign, _CONTROL_NAMES.get(sign, "CONTROL CHARACTER"))
    return {"number": f"U+{ord(sign):04X}", "name": name}


def _not_nfc(number: int, line: str, problems: ProblemList) -> None:
    """Tell the first letter of the line that is not in its composed form."""
    composed = unicodedata.normalize("NFC", line)
    at = next((n for n, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), 0)
    letter, sign = composed[at : at + 1], line[at]
    if unicodedata.normalize("NFC", sign) == sign:
        problems.add(Position(number, at + 1), "not-nfc", letter=letter)
    else:
        facts = {"letter": letter, "number": f"U+{ord(sign):04X}"}
        problems.add(Position(number, at + 1), "not-nfc", "look-alike", **facts)
