"""Dates and periods as typed: the forms of the model, and a hint for the forms people type."""

from __future__ import annotations

import re

from dtcompare.model.period import UNSTATED, Period, parse_period
from dtcompare.reading.kinds import When
from dtcompare.reading.nodes import Node, Scalar, is_null
from dtcompare.reading.report import Report
from dtcompare.reading.rules import FIRST_YEAR, LAST_YEAR

__all__ = ["Periods"]

_LATEST_FIRST = re.compile(r"(?:([0-9]{1,2})[/.\-])?([0-9]{1,2})[/.\-]([0-9]{4})(~?)")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(~?)")
_YEARS = re.compile(r"([0-9]{4})\s*[-–—.]+\s*([0-9]{4})(~?)")
_PART = re.compile(r"([QqHh])\s*([1-4])[\s/.\-]*([0-9]{4})|([0-9]{4})[\s/.\-]*([QqHh])\s*([1-4])")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}~?")


class Periods:
    """Reads the periods of one run; each text is understood once."""

    def __init__(self) -> None:
        self._known: dict[str, Period | None] = {}

    def read(self, kind: When, node: Node, name: str, report: Report) -> Period | None:
        """The period at ``node``, UNSTATED for the word that may stand for one; None if none."""
        if not isinstance(node, Scalar):
            report.add(node, "bad-date", "date-alone", name=name)
            return None
        text = node.text
        if text not in self._known:
            self._known[text] = parse_period(text)
        period = self._known[text]
        if kind.also is not None and text == kind.also:
            return UNSTATED
        if is_null(node) or not text.strip():
            report.add(node, "bad-date", "no-date", name=name)
        elif period is None:
            key, facts = _hint(text)
            report.add(node, "bad-date", key, name=name, typed=text, **facts)
        elif not period.stated:
            report.add(node, "bad-date", "date-forms", name=name, typed=text)
        elif _outside(period):
            facts = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
            report.add(node, "bad-date", "date-years", name=name, typed=text, **facts)
        elif period.end < period.start:
            report.add(node, "bad-date", "date-backwards", name=name, typed=text)
        elif kind.grain is not None and (period.grain != kind.grain or period.approximate):
            report.add(node, "bad-date", "date-day", name=name, typed=text)
        else:
            return period
        return None


def _outside(period: Period) -> bool:
    """Whether an end of the period lies in no year that data are about."""
    return not all(FIRST_YEAR <= day.year <= LAST_YEAR for day in (period.start, period.end))


def _hint(text: str) -> tuple[str, dict[str, str]]:
    """What to write in place of ``text``."""
    if _DAY.fullmatch(text) and 1 <= int(text[5:7]) <= 12:
        return "date-no-day", {"day": text[:10]}
    for suggestion in (
        _year_last(text),
        _year_first(text),
        _years(text),
        _part(text),
        _day_only(text),
    ):
        if suggestion is not None and parse_period(suggestion) is not None:
            return "date-write", {"write": suggestion}
    return "date-forms", {}


def _year_last(text: str) -> str | None:
    """The form for 03/02/2026 and 02/2026."""
    match = _LATEST_FIRST.fullmatch(text)
    if match is None:
        return None
    day = f"-{int(match[1]):02}" if match[1] else ""
    return f"{match[3]}-{int(match[2]):02}{day}{match[4]}"


def _year_first(text: str) -> str | None:
    """The form for 2026-2 and 2026/02/03."""
    match = _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    day = f"-{int(match[3]):02}" if match[3] else ""
    return f"{match[1]}-{int(match[2]):02}{day}{match[4]}"


def _years(text: str) -> str | None:
    """The form for 2021-2025."""
    match = _YEARS.fullmatch(text)
    return f"{match[1]}/{match[2]}{match[3]}" if match and match[1] <= match[2] else None


def _part(text: str) -> str | None:
    """The form for Q4/2025 and 2025Q4."""
    match = _PART.fullmatch(text)
    if match is None:
        return None
    year, sign, part = (match[3], match[1], match[2]) if match[3] else match.group(4, 5, 6)
    return f"{year}-{sign.upper()}{part}"


def _day_only(text: str) -> str | None:
    """The form for a day with a time of day."""
    match = _TIME.fullmatch(text)
    return match[1] if match else None
