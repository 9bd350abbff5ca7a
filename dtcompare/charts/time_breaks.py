"""Tell what divides a panel's time: the first year of a new method, the day of a merger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from dtcompare.charts.time_axis import TimeAxis
from dtcompare.charts.trend_panels import Panel
from dtcompare.model.indicator import Indicator
from dtcompare.view.phrases import Phrases

__all__ = ["TimeBreak", "find_breaks", "in_rows"]


class TimeBreak(Struct, frozen=True):
    """A line across a panel: how far along the time it stands (0 to 1), and the words over it."""

    share: float
    words: str


def find_breaks(
    panel: Panel, indicator: Indicator, axis: TimeAxis, phrases: Phrases, *, short: bool = False
) -> list[TimeBreak]:
    """Return the panel's breaks in order of time; ``short``: of a new method the year alone.

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
            key = "chart.trend.break.short" if short else "chart.trend.break"
            found.append(TimeBreak((max(before) + min(after)) / 2, phrases.say(key, year=year)))
    for day in sorted({series.ended for series in panel.series if series.ended is not None}):
        if axis.first < day <= axis.last:
            words = phrases.say("chart.trend.merger", date=phrases.day(day))
            found.append(TimeBreak(axis.share(day), words))
    return sorted(found, key=lambda one: one.share)


def in_rows(
    breaks: Iterable[TimeBreak],
    start: float,
    length: float,
    end: float,
    width: Callable[[str], float],
) -> Sequence[Sequence[tuple[float, TimeBreak]]]:
    """Return the words over the lines in rows without overlap, each with where it begins.

    Days stand on ``length`` points from ``start`` on; no word comes over 0 or ``end``.
    """
    rows: list[list[tuple[float, TimeBreak]]] = []
    for one in breaks:
        wide = width(one.words)
        begin = min(max(start + length * one.share - wide / 2, 0), end - wide)
        for row in rows:
            last, before = row[-1]
            if begin > last + width(f"{before.words}  "):
                row.append((begin, one))
                break
        else:
            rows.append([(begin, one)])
    return rows
