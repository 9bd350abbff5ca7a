"""What a series of a trend is called: the province, and on which footing its figures are."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.trend import Series
from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.text import capital
from dtcompare.view.figures import series_words
from dtcompare.view.phrases import Phrases


def series_name(series: Series, indicator: Indicator, phrases: Phrases) -> str:
    """Return the province with its footing: "Former Huế; places among 63; method since 2021"."""
    name = capital(phrases.full_name(series.province))
    return "; ".join(filter(None, (name, series_footing(series, indicator, phrases))))


def series_footing(series: Series, indicator: Indicator, phrases: Phrases) -> str:
    """Return what the figures of a series share: "places among 63; method since 2021"."""
    words = series_key_words(series, indicator, phrases)
    return "; ".join((*words, *_era(series, indicator, phrases)))


def series_key_words(series: Series, indicator: Indicator, phrases: Phrases) -> Iterable[str]:
    """Yield what the figures are a share of, how and of which part, and places among how many."""
    series_key = series.series_key
    basis = None if indicator.fixed_basis else series_key.basis
    if series_key.basis == UNSTATED_WORD:
        yield phrases.say("basis.unstated")
        basis = None
    yield from series_words(phrases, basis, series_key.method, series_key.scope)
    if series.of is not None:
        yield phrases.say("trend.places", of=series.of)


def _era(series: Series, indicator: Indicator, phrases: Phrases) -> Iterable[str]:
    """Yield on which side of a break of method the figures are."""
    breaks = indicator.breaks
    if series.series_key.era:
        yield phrases.say("trend.since", year=breaks[series.series_key.era - 1])
    elif breaks:
        yield phrases.say("trend.until", year=breaks[0] - 1)


def is_held(assessment: Assessment, series: Series) -> bool:
    """Tell whether the target is held against a figure of this series."""
    observation, places = assessment.observation, assessment.target.place is not None
    if observation is None or places != (series.of is not None):
        return False
    place = (observation.figure.file, observation.figure.row)
    lines = (point.observation.figure for point in series.points)
    return any((line.file, line.row) == place for line in lines)
