"""What may be compared with what: the series that a figure belongs to, or why it has none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct

from dtcompare.analysis.observations import Observation
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import UNSTATED_WORD, Scope
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period, Season
from dtcompare.model.province import Province

# Why a figure is listed and not ranked, in the order in which they are shown.
Reason = Literal[
    "other_basis",
    "other_method",
    "own_method",
    "before_break",
    "other_season",
    "other_edition",
    "period_too_long",
    "period_unstated",
    "basis_unstated",
    "method_unstated",
    "scope",
    "forecast",
    "unreliable",
    "definition",
    "no_divisor",
    "former_province",
    "other_borders",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
_BY_STATUS: dict[str | None, Reason] = {
    "forecast": "forecast",
    "unreliable": "unreliable",
    "definition": "definition",
}


class SeriesKey(Struct, frozen=True, cache_hash=True):
    """What two figures of an indicator must share to compare at all, the season left aside."""

    basis: str | None
    method: str | None
    era: int
    scope: Scope = ()


def may_compare(observation: Observation, indicator: Indicator, dataset: Dataset) -> bool:
    """Tell whether a figure of a whole province compares with those of others."""
    whole = not observation.figure.scope
    return whole and exclusion_reason(observation, indicator, dataset) is None


def exclusion_reason(
    observation: Observation, indicator: Indicator, dataset: Dataset
) -> Reason | None:
    """Return the code of why this figure compares with no other province's, or None if it may."""
    figure = observation.figure
    if figure.status in _BY_STATUS:
        return _BY_STATUS[figure.status]
    if not figure.period.stated:
        return "period_unstated"
    if figure.basis == UNSTATED_WORD:
        return "basis_unstated"
    if figure.method == UNSTATED_WORD:
        return "method_unstated"
    if figure.method is not None and not dataset.catalogue.methods[figure.method].shared:
        return "own_method"
    if not indicator.unit.ranked and _is_too_long(figure.period, indicator.season):
        return "period_too_long"
    return None


@lru_cache(maxsize=1 << 10)
def _is_too_long(period: Period, season: Season) -> bool:
    """Tell whether a period does not fit into the season's window that ends with it."""
    return period.start < season.window(period.end)[0]


def borders_reason(province: Province, day: date) -> Reason | None:
    """Return the code of why a province that does not exist on ``day`` is not counted, or None."""
    if province.exists(day):
        return None
    return "former_province" if province.ended(day) else "other_borders"


def series_key_of(observation: Observation, indicator: Indicator) -> SeriesKey:
    """Return the series of a figure; its era is decided by the year in which its period ends."""
    figure = observation.figure
    return _series_key(figure.basis, figure.method, indicator.era(figure.period.end), figure.scope)


@lru_cache(maxsize=1 << 10)
def _series_key(basis: str | None, method: str | None, era: int, scope: Scope) -> SeriesKey:
    """Return the same record for the thousands of figures of one series."""
    return SeriesKey(basis, method, era, scope)


def series_key_order(series_key: SeriesKey, indicator: Indicator) -> tuple[int, int, int, Scope]:
    """Sort series: the catalogue's order of bases, then of methods, the newest era first."""
    return (
        position(indicator.bases, series_key.basis),
        position(indicator.methods, series_key.method),
        -series_key.era,
        series_key.scope,
    )


def position(words: Sequence[str], word: str | None) -> int:
    """Return where a word stands among the words; behind them all where it is none of them."""
    return words.index(word) if word in words else len(words)
