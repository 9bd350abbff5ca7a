"""What a series of a trend is called: the province, and on which footing its figures are."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.gaps import Judgement
from dtcompare.analysis.trend import Series
from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.text import capital
from dtcompare.view.voice import Voice

__all__ = ["footing_words", "is_held", "series_name"]


def series_name(series: Series, indicator: Indicator, voice: Voice) -> str:
    """The province with its footing: "Former Huế; places among 63; method since 2021"."""
    name = capital(voice.full_name(series.province))
    return "; ".join(
        (name, *footing_words(series, indicator, voice), *_era(series, indicator, voice))
    )


def footing_words(series: Series, indicator: Indicator, voice: Voice) -> Iterable[str]:
    """What the figures are a share of, how they were counted, of which part, places among what."""
    footing = series.footing
    if footing.basis == UNSTATED_WORD:
        yield voice.say("basis.unstated")
    elif footing.basis is not None and not indicator.fixed_basis:
        yield voice.say("footing.basis", basis=voice.basis(footing.basis))
    if footing.method is not None:
        yield voice.method(footing.method)
    if footing.scope:
        yield voice.scope(footing.scope)
    if series.of is not None:
        yield voice.say("trend.places", of=series.of)


def _era(series: Series, indicator: Indicator, voice: Voice) -> Iterable[str]:
    """On which side of a break of method the figures are."""
    breaks = indicator.breaks
    if series.footing.era:
        yield voice.say("trend.since", year=breaks[series.footing.era - 1])
    elif breaks:
        yield voice.say("trend.until", year=breaks[0] - 1)


def is_held(judgement: Judgement, series: Series) -> bool:
    """Whether the target is held against a figure of this series."""
    report, places = judgement.report, judgement.target.place is not None
    if report is None or places != (series.of is not None):
        return False
    place = (report.figure.file, report.figure.row)
    lines = (point.report.figure for point in series.points)
    return any((line.file, line.row) == place for line in lines)
