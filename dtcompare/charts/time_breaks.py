"""Tell what divides a panel's time: the first year of a new method, the day of a merger."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.charts.time_axis import TimeAxis
from dtcompare.charts.trend_panels import Panel
from dtcompare.model.indicator import Indicator
from dtcompare.view.phrases import Phrases


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
