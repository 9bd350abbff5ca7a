"""Tell where days stand on a page: time as it passes, ticks at ends of years or months, breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from dtcompare.charts.trend_panels import Panel
from dtcompare.model.indicator import Indicator
from dtcompare.text import date_text
from dtcompare.view.phrases import Phrases

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


class TimeBreak(Struct, frozen=True):
    """A line across a panel: how far along the time it stands (0 to 1), and the words over it."""

    share: float
    words: str
    short: str


def find_breaks(
    panel: Panel, indicator: Indicator, axis: TimeAxis, phrases: Phrases
) -> list[TimeBreak]:
    """Return the panel's breaks in order of time.

    A new method begins somewhere between the last figure of the old one and its own first.
    """
    ends = [
        (series.series_key.era, axis.share(point.observation.figure.period.end))
        for series in panel.series
        for point in series.points
    ]
    found = []
    for number, year in enumerate(indicator.breaks, start=1):
        before = [share for era, share in ends if era < number]
        after = [share for era, share in ends if era >= number]
        if before and after:
            words = phrases.say("chart.trend.break", year=year)
            found.append(TimeBreak((max(before) + min(after)) / 2, words, str(year)))
    for day in sorted({series.ended for series in panel.series if series.ended is not None}):
        if axis.first < day <= axis.last:
            words = phrases.say("chart.trend.merger", date=phrases.day(day))
            found.append(TimeBreak(axis.share(day), words, phrases.day(day)))
    return sorted(found, key=lambda one: one.share)
