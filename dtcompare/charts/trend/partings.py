"""What parts a panel's time: the first year of a new method, the day of a merger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from dtcompare.charts.trend.panels import Panel
from dtcompare.charts.trend.timeaxis import TimeAxis
from dtcompare.model.indicator import Indicator
from dtcompare.view.phrases import Phrases

__all__ = ["Parting", "crown", "partings"]


class Parting(Struct, frozen=True):
    """A line across a panel: how far along the time it stands (0 to 1), and the words over it."""

    share: float
    words: str


def partings(
    panel: Panel, indicator: Indicator, axis: TimeAxis, phrases: Phrases, *, short: bool = False
) -> list[Parting]:
    """The panel's parting lines in order of time; ``short``: of a new method the year alone.

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
            found.append(Parting((max(before) + min(after)) / 2, phrases.say(key, year=year)))
    for day in sorted({series.ended for series in panel.series if series.ended is not None}):
        if axis.first < day <= axis.last:
            words = phrases.say("chart.trend.merger", date=phrases.day(day))
            found.append(Parting(axis.share(day), words))
    return sorted(found, key=lambda parting: parting.share)


def crown(
    lines: Iterable[Parting], left: float, length: float, end: float, width: Callable[[str], float]
) -> Sequence[Sequence[tuple[float, Parting]]]:
    """The words over the lines in rows without overlap, each with where it begins.

    Days stand on ``length`` points from ``left`` on; no word comes over 0 or ``end``.
    """
    rows: list[list[tuple[float, Parting]]] = []
    for parting in lines:
        room = width(parting.words)
        middle = left + length * parting.share
        begin = min(max(middle - room / 2, 0), end - room)
        for row in rows:
            last, before = row[-1]
            if begin > last + width(f"{before.words}  "):
                row.append((begin, parting))
                break
        else:
            rows.append([(begin, parting)])
    return rows
