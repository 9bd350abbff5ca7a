"""Tell where days stand on a page: time as it passes, ticks at the ends of years or months."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from dtcompare.text import date_text

_MONTHLY = 550  # days; over a longer time the ends of years are ticks enough
_HALF_YEAR = timedelta(days=184)
_MONTH_STEPS = (1, 2, 3, 4, 6, 12)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)


class TimeAxis(Struct, frozen=True):
    """The days from ``first`` to ``last``, in their order along a line.

    ``yearly`` tells that every figure ends with a year, so that a tick may be called by the year
    alone: it stands at the year's end, where the figures of the year stand.
    """

    first: date
    last: date
    yearly: bool

    def share(self, day: date) -> float:
        """Return how far along the axis a day is, 0 to 1."""
        held = min(max(day, self.first), self.last)
        return (held - self.first).days / (self.last - self.first).days

    def ticks(
        self, length: float, width: Callable[[str], float], lang: str
    ) -> tuple[tuple[date, str], ...]:
        """Return days and their words, as many as fit side by side on ``length`` points."""
        months = not self.yearly and (self.last - self.first).days <= _MONTHLY
        found: tuple[tuple[date, str], ...] = ()
        for step in _MONTH_STEPS if months else _YEAR_STEPS:
            days = self._month_ends(step) if months else self._year_ends(step)
            grain = "year" if self.yearly else "month"
            found = tuple((day, date_text(day, lang, grain)) for day in days)
            widest = max((width(text) for _, text in found), default=0)
            if self._apart(days, length) >= widest or len(found) == 1:
                break
        return found

    def _apart(self, days: list[date], length: float) -> float:
        """Return how far apart two neighbouring days are at the least."""
        places = [self.share(day) * length for day in days]
        return min((b - a for a, b in pairwise(places)), default=length)

    def _year_ends(self, step: int) -> list[date]:
        """Return every ``step``-th end of a year, the last one among them."""
        last = self.last.year - (self.last < date(self.last.year, 12, 31))
        years = range(last, self.first.year - 1, -step)
        return [date(year, 12, 31) for year in reversed(years)]

    def _month_ends(self, step: int) -> list[date]:
        """Return every end of a month whose number ``step`` divides."""
        ends = (_end_of(number) for number in range(_number(self.first), _number(self.last) + 1))
        return [day for day in ends if self.first <= day <= self.last and day.month % step == 0]


def time_axis(ends: Iterable[date], due: Iterable[date]) -> TimeAxis | None:
    """Return the axis of figures that end on ``ends`` and of targets due on ``due``.

    None without either; half a year to each side of one day alone.
    """
    figures = tuple(ends)
    days = (*figures, *due)
    if not days:
        return None
    first, last = min(days), max(days)
    if first == last:
        first, last = first - _HALF_YEAR, last + _HALF_YEAR
    return TimeAxis(first, last, all((day.month, day.day) == (12, 31) for day in figures))


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _end_of(month: int) -> date:
    """Return the last day of a month that is counted from the year 0."""
    year, place = divmod(month + 1, 12)
    return date(year, place + 1, 1) - timedelta(days=1)
