"""Numbers as typed: digits with at most one dot; anything else is told how to be written."""

from __future__ import annotations

import re
from decimal import Decimal

from dtcompare.reading.nodes import Node, Scalar, is_null
from dtcompare.reading.report import Report

__all__ = ["plain_number", "read_number"]

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LONGEST = 24

_SIGNS = {
    ">": "over",
    ">=": "at_least",
    "≥": "at_least",
    "<": "at_most",
    "<=": "at_most",
    "≤": "at_most",
    "~": "about",
    "≈": "about",
}
_SIGNED = re.compile(r"(>=|<=|[<>~≥≤≈])\s*(-?[0-9]+(?:\.[0-9]+)?)")
_COMMA = re.compile(r"(-?[0-9]+),([0-9]+)")
_MARKED = re.compile(r"-?[0-9]{1,3}(?:[ _'’,][0-9]{3})+(?:\.[0-9]+)?|-?[0-9][0-9_]*")
_DOTTED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_PERCENT = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)\s*%")
_ZEROS = re.compile(r"(-?)0+([0-9]+(?:\.[0-9]+)?)")
_TIME = re.compile(r"[0-9]+(?::[0-9]+)+")
_OF = re.compile(r"([0-9]+)\s*/\s*([0-9]+)")
_EXPONENT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+")
_BARE_DOT = re.compile(r"\+?(-?)([0-9]*)\.?([0-9]*)")


def plain_number(text: str) -> Decimal | None:
    """The number that ``text`` writes in plain digits, or None."""
    if _NUMBER.fullmatch(text) and len(text) <= _LONGEST:
        return Decimal(text)
    return None


def read_number(node: Node, name: str, report: Report) -> Decimal | None:
    """The number at ``node``; None where there is none, which has been noted."""
    if not isinstance(node, Scalar):
        report.add(node, "want-number", "want-number-alone", name=name)
        return None
    text = node.text
    number = plain_number(text)
    if number is not None and node.plain:
        return number
    if number is not None:
        report.add(node, "quoted-number", name=name, number=text)
    elif is_null(node) or not text.strip():
        report.add(node, "want-number", "no-value", name=name)
    else:
        key, facts = _slip(text.strip())
        report.add(node, "want-number", key, name=name, typed=text, **facts)
    return None


def _slip(text: str) -> tuple[str, dict[str, str]]:
    """What kind of slip ``text`` is, with what to write."""
    if not text.isascii() and any(c.isdigit() and not c.isascii() for c in text):
        return "foreign-digits", {}
    if match := _SIGNED.fullmatch(text):
        return "signed-number", {"word": _SIGNS[match[1]], "number": match[2]}
    if match := _PERCENT.fullmatch(text):
        return "percent-sign", {"number": match[1]}
    if match := _OF.fullmatch(text):
        return "number-of", {"rank": match[1], "of": match[2]}
    if _TIME.fullmatch(text):
        return "time-number", {}
    return _miswritten(text)


def _miswritten(text: str) -> tuple[str, dict[str, str]]:
    """A number with marks or forms that are not read here."""
    if match := _COMMA.fullmatch(text):
        number = f"{match[1]}.{match[2]}"
        if len(match[2]) == 3 and len(match[1].lstrip("-")) <= 3:
            return "comma-or-thousands", {"number": number, "other": match[1] + match[2]}
        return "comma-number", {"number": number}
    if _DOTTED.fullmatch(text):
        return "dots-number", {"number": text.replace(".", "")}
    if match := _ZEROS.fullmatch(text):
        return "zero-number", {"number": match[1] + (match[2].lstrip("0") or "0")}
    if _NUMBER.fullmatch(text):
        return "long-number", {}
    if _MARKED.fullmatch(text):
        return "marked-number", {"number": re.sub(r"[ _'’,]", "", text)}
    if _EXPONENT.fullmatch(text):
        return "exponent-number", {}
    if (match := _BARE_DOT.fullmatch(text)) and (match[2] or match[3]):
        fraction = f".{match[3]}" if match[3] else ""
        return "bare-dot", {"number": f"{match[1]}{match[2] or '0'}{fraction}"}
    return "word-number", {}
