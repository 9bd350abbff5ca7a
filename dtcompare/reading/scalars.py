"""Single values as typed: ids, addresses, numbers and dates, each slip told with what to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from dtcompare.model.period import UNSTATED, Period, parse_period
from dtcompare.reading.nodes import Node, Scalar, is_null
from dtcompare.reading.problems import ProblemList

ID = "[a-z0-9]+(-[a-z0-9]+)*"
URL = r'https?://[^\s/?#@.]+(\.[^\s/?#@.]+)+([/?#][^\s<>"]*)?'
FIRST_YEAR, LAST_YEAR = 1900, 2100

_ID = re.compile(ID)
_URL = re.compile(URL)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LONGEST = 15  # digits of a number: so many a double keeps apart

SIGN_WORDS = {
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
_MINUS = re.compile(r"[−–—﹣－]\s*([0-9]+(?:[.,][0-9]+)?)")
_PLUS = re.compile(r"[+＋]\s*([0-9]+(?:\.[0-9]+)?)")
_CLOCK = re.compile(r"[0-9]+(?::[0-9]+)+")
_OF = re.compile(r"([0-9]+)\s*/\s*([0-9]+)")
_EXPONENT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+")
_BARE_DOT = re.compile(r"\+?(-?)([0-9]*)\.?([0-9]*)")

_YEAR_LAST = re.compile(
    r"(?:(?P<day>[0-9]{1,2})[/.\-])?(?P<month>[0-9]{1,2})[/.\-](?P<year>[0-9]{4})(?P<mark>~?)"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?(?P<mark>~?)"
)
_FISCAL = re.compile(r"(?:FY\s*)?([0-9]{4})\s*[-–/]\s*(?:[0-9]{2})?([0-9]{2})|FY\s*[0-9]{4}")
_YEARS = re.compile(r"([0-9]{4})\s*[-–—.]+\s*([0-9]{4})(~?)")
_PART_FIRST = re.compile(r"(?P<part>[QqHh]\s*[1-4])[\s/.\-]*(?P<year>[0-9]{4})")
_PART_LAST = re.compile(r"(?P<year>[0-9]{4})[\s/.\-]*(?P<part>[QqHh]\s*[1-4])")
_DAY_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*")
_NOT_SAID = re.compile(r"unknown|unstated|undated|none|n/?a|\?+|-+", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}~?")


def is_id(text: str) -> bool:
    """Return whether ``text`` may be an id."""
    return _ID.fullmatch(text) is not None


def is_url(text: str) -> bool:
    """Return whether ``text`` is a full web address."""
    return _URL.fullmatch(text) is not None


# --- numbers


def plain_number(text: str) -> Decimal | None:
    """Return the number that ``text`` writes in plain digits, or None."""
    if _NUMBER.fullmatch(text) and len(text.lstrip("-").replace(".", "")) <= _LONGEST:
        return Decimal(text)
    return None


def read_number(node: Node, name: str, problems: ProblemList) -> Decimal | None:
    """Return the number at ``node``; None where there is none, which is noted."""
    if not isinstance(node, Scalar):
        problems.add(node, "want-number", "want-number-alone", name=name)
        return None
    text = node.text
    number = plain_number(text)
    if number is not None and node.plain:
        return number
    if number is not None:
        problems.add(node, "quoted-number", name=name, number=text)
    elif is_null(node) or not text.strip():
        problems.add(node, "want-number", "no-value", name=name)
    else:
        key, facts = _number_slip(text.strip())
        problems.add(node, "want-number", key, name=name, typed=text, **facts)
    return None


def _number_slip(text: str) -> tuple[str, Mapping[str, str]]:
    """Return what kind of slip ``text`` is, with what to write."""
    if any(c.isdigit() and not c.isascii() for c in text):
        return "foreign-digits", {}
    if match := _SIGNED.fullmatch(text):
        return "signed-number", {"word": SIGN_WORDS[match[1]], "number": match[2]}
    if match := _PERCENT.fullmatch(text):
        return "percent-sign", {"number": match[1]}
    if match := _OF.fullmatch(text):
        return "number-of", {"rank": match[1], "of": match[2]}
    if _CLOCK.fullmatch(text):
        return "time-number", {}
    return _miswritten(text)


def _miswritten(text: str) -> tuple[str, Mapping[str, str]]:
    """Return the slip of a number with marks or forms that are not read here."""
    if match := _COMMA.fullmatch(text):
        number = f"{match[1]}.{match[2]}"
        if len(match[2]) == 3 and len(match[1].lstrip("-")) <= 3:
            return "comma-or-thousands", {"number": number, "other": match[1] + match[2]}
        return "comma-number", {"number": number}
    if _DOTTED.fullmatch(text):
        return "dots-number", {"number": text.replace(".", "")}
    if match := _MINUS.fullmatch(text):
        return "minus-sign", {"number": f"-{match[1].replace(',', '.')}"}
    if (match := _PLUS.fullmatch(text)) and plain_number(match[1]) is not None:
        return "plus-sign", {"number": match[1]}
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


# --- dates and periods


def read_period(
    node: Node,
    name: str,
    problems: ProblemList,
    *,
    also: str | None = None,
    grain: str | None = None,
) -> Period | None:
    """Return the period at ``node``; None where there is none, which is noted.

    ``also`` is a word that may stand for one, and is read as UNSTATED; ``grain``, where given, is
    the only one allowed.
    """
    if not isinstance(node, Scalar):
        problems.add(node, "bad-date", "date-alone", name=name)
        return None
    text = node.text
    if also is not None and text == also:
        return UNSTATED
    period = parse_period(text)
    facts: Mapping[str, str] = {}
    if is_null(node) or not text.strip():
        problems.add(node, "bad-date", "no-date", name=name)
        return None
    if also is not None and _NOT_SAID.fullmatch(text.strip()):
        key, facts = "date-write", {"write": also}
    elif period is None:
        key, facts = _date_hint(text)
    elif not period.stated:
        key = "date-forms"
    elif any(not FIRST_YEAR <= day.year <= LAST_YEAR for day in (period.start, period.end)):
        key, facts = "date-years", {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
    elif period.end < period.start:
        key = "date-backwards"
    elif grain is not None and (period.grain != grain or period.approximate):
        key = "date-day"
    else:
        return period
    problems.add(node, "bad-date", key, name=name, typed=text, **facts)
    return None


def _date_hint(text: str) -> tuple[str, Mapping[str, str]]:
    """Return what to write in place of ``text``."""
    if _DAY.fullmatch(text) and 1 <= int(text[5:7]) <= 12:
        return "date-no-day", {"day": text[:10]}
    fiscal = _FISCAL.fullmatch(text.upper())
    if fiscal and (not fiscal[1] or int(fiscal[2]) == (int(fiscal[1]) + 1) % 100):
        return "date-fiscal", {}
    form = _readable_form(text)
    return ("date-forms", {}) if parse_period(form) is None else ("date-write", {"write": form})


def _readable_form(text: str) -> str:
    """Return how a date that people type is written here; "" for what is none."""
    if match := _YEAR_LAST.fullmatch(text) or _YEAR_FIRST.fullmatch(text):  # 3/2/2026, 2026-2
        day = f"-{int(match['day']):02}" if match["day"] else ""
        return f"{match['year']}-{int(match['month']):02}{day}{match['mark']}"
    if match := _YEARS.fullmatch(text):  # 2021-2025
        return f"{match[1]}/{match[2]}{match[3]}" if match[1] <= match[2] else ""
    if match := _PART_FIRST.fullmatch(text) or _PART_LAST.fullmatch(text):  # Q4/2025, 2025Q4
        return f"{match['year']}-{''.join(match['part'].split()).upper()}"
    match = _DAY_TIME.fullmatch(text)
    return match[1] if match else ""
