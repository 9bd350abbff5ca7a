"""When a figure was true or a target falls due: a small part of EDTF."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

_DAY = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_MONTH = r"([0-9]{4})-([0-9]{2})"
_YEAR = r"[0-9]{4}"
_PART = r"([0-9]{4})-([QH])([1-4])"
_SEASON = r"P(?:([0-9]{1,3})Y)?(?:([0-9]{1,4})M)?"


class Period:
    """A stretch of days, both ends included.

    ``grain`` is day, month, quarter, half, year, range or unstated. An unstated period stands
    before all others and never compares with anything. Two periods are the same where their texts
    are: ``text`` is all that is stored of one, and ``parse_period`` makes the rest of it.
    """

    __slots__ = ("approximate", "end", "grain", "start", "text")

    def __init__(
        self, text: str, start: date, end: date, grain: str, *, approximate: bool = False
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.grain = grain
        self.approximate = approximate

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Period) and self.text == other.text)

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Period({self.text!r})"

    def __reduce__(self) -> tuple[Callable[[str], Period | None], tuple[str]]:
        return parse_period, (self.text,)

    @property
    def stated(self) -> bool:
        """Return whether the source says when."""
        return self.grain != "unstated"

    @property
    def recency(self) -> tuple[int, bool, date, date, bool]:
        """Sort periods, the latest last: by end, then by start, then exact after approximate.

        An end that is told by the year alone (2025, 2021/2025) yields to any part of that year.
        """
        last = self.text.removesuffix("~").rpartition("/")[2]
        precise = self.grain not in ("year", "range") or len(last) != 4
        return (self.end.year, precise, self.end, self.start, not self.approximate)

    def within(self, other: Period) -> bool:
        """Return whether every day of this period is in ``other``."""
        return self.stated and other.start <= self.start and self.end <= other.end


UNSTATED = Period("unstated", date.min, date.min, "unstated")


def _simple(text: str) -> Period | None:
    """Parse one date, month, quarter, half or year; None where it is none."""
    if match := re.fullmatch(_DAY, text):
        try:
            day = date(*map(int, match.groups()))
        except ValueError:
            return None
        return Period(text, day, day, "day")
    if match := re.fullmatch(_MONTH, text):
        year, month = map(int, match.groups())
        return _months(text, year, month, 1, "month")
    if match := re.fullmatch(_PART, text):
        year, part, size = int(match[1]), int(match[3]), 3 if match[2] == "Q" else 6
        return _months(text, year, (part - 1) * size + 1, size, "quarter" if size == 3 else "half")
    if re.fullmatch(_YEAR, text):
        return _months(text, int(text), 1, 12, "year")
    return None


def _months(text: str, year: int, first: int, count: int, grain: str) -> Period | None:
    """Return ``count`` months from month ``first`` of ``year``; None outside the calendar."""
    last = first + count - 1
    if year < 1 or not 1 <= first <= last <= 12:
        return None
    end = date(year, last, _month_days(year, last))
    return Period(text, date(year, first, 1), end, grain)


def _month_days(year: int, month: int) -> int:
    """Return how many days a month has; ``calendar`` takes longer to import than to ask."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@lru_cache(maxsize=1 << 14)
def parse_period(text: str) -> Period | None:
    """Return the period that ``text`` writes, or None where it writes none.

    Forms: 2025, 2025-06, 2025-06-30, 2025-Q4, 2025-H1, 2021/2025, each with an optional "~",
    and unstated. A range that ends before it starts is returned as written (end < start).

    >>> parse_period("2025-Q4").start
    datetime.date(2025, 10, 1)
    """
    if text == "unstated":
        return UNSTATED
    body, approximate = (text[:-1], True) if text.endswith("~") else (text, False)
    first_text, slash, last_text = body.partition("/")
    first = _simple(first_text)
    last = _simple(last_text) if slash else first
    if first is None or last is None:
        return None
    grain = "range" if slash else first.grain
    return Period(text, first.start, last.end, grain, approximate=approximate)


class Season(Struct, frozen=True):
    """How fast an indicator moves: the months of the window inside which figures compare."""

    text: str
    months: int

    def window(self, newest: date, back: int = 0) -> tuple[date, date]:
        """Return first and last day of the window that ends ``back`` windows before ``newest``."""
        return (
            _minus_months(newest, (back + 1) * self.months) + timedelta(days=1),
            _minus_months(newest, back * self.months),
        )

    def index(self, newest: date, day: date) -> int:
        """Return how many windows ``day`` lies before that which ends on ``newest`` (0: inside)."""
        apart = (newest.year - day.year) * 12 + newest.month - day.month
        guess = max(apart // self.months - 1, 0)
        while day < self.window(newest, guess)[0]:
            guess += 1
        return guess


def parse_season(text: str) -> Season | None:
    """Return the season that an ISO 8601 duration of years and months writes, or None.

    >>> parse_season("P1Y3M").months
    15
    """
    match = re.fullmatch(_SEASON, text)
    months = int(match[1] or 0) * 12 + int(match[2] or 0) if match else 0
    return Season(text, months) if 0 < months <= 1200 else None


@lru_cache(maxsize=1 << 12)
def _minus_months(day: date, months: int) -> date:
    """Move ``day`` back; the last day of a month stays the last day of a month."""
    place = day.year * 12 + day.month - 1 - months
    if place < 12:
        return date.min
    year, month = divmod(place, 12)
    longest = _month_days(year, month + 1)
    is_last = day.day == _month_days(day.year, day.month)
    return date(year, month + 1, longest if is_last else min(day.day, longest))


def years_between(start: date, end: date) -> Decimal:
    """Return the years from ``start`` to ``end``, whole years counted by the calendar.

    >>> years_between(date(2025, 12, 31), date(2030, 12, 31))
    Decimal('5')
    """
    years = end.year - start.year
    anniversary = _minus_months(start, -12 * years)
    if anniversary > end:
        years -= 1
        anniversary = _minus_months(start, -12 * years)
    following = _minus_months(start, -12 * (years + 1))
    if end == anniversary:
        return Decimal(years)
    return Decimal(years) + Decimal((end - anniversary).days) / (following - anniversary).days
