"""What may be compared with what: the footing of a figure, or the reason why it has none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from dtcompare.analysis.observations import Observation, is_unstated
from dtcompare.model.figure import UNRANKED_STATUSES, Scope
from dtcompare.model.indicator import Catalogue, Indicator
from dtcompare.model.province import Province
from dtcompare.model.rows import column

__all__ = [
    "REASONS",
    "SeriesKey",
    "alike",
    "borders_reason",
    "exclusion_reason",
    "series_key_of",
    "series_key_order",
]

# Why a figure is listed and not ranked, in the order in which they are shown.
REASONS = (
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
)


class SeriesKey(Struct, frozen=True):
    """What two figures of an indicator must share to compare at all, the season left aside."""

    basis: str | None
    method: str | None
    era: int
    scope: Scope = ()


def alike(observations: Sequence[Observation]) -> Sequence[Sequence[int]]:
    """The places of reports apart by all that decides with what they compare but their provinces.

    That is period, basis, method, status and scope: what holds for one of a part holds for all.
    """
    figures = column(observations, "figure")
    columns = [column(figures, name) for name in ("basis", "method", "status", "scope")]
    found: dict[tuple[object, ...], list[int]] = {}
    for place, key in enumerate(zip(map(id, column(figures, "period")), *columns, strict=True)):
        found.setdefault(key, []).append(place)
    return list(found.values())


def exclusion_reason(
    observation: Observation, indicator: Indicator, catalogue: Catalogue
) -> str | None:
    """The code of why this figure compares with no other province's, or None if it may."""
    figure = observation.figure
    if figure.status in UNRANKED_STATUSES:
        return figure.status
    if not figure.period.stated:
        return "period_unstated"
    if is_unstated(figure.basis):
        return "basis_unstated"
    if is_unstated(figure.method):
        return "method_unstated"
    if figure.method is not None and not catalogue.methods[figure.method].shared:
        return "own_method"
    if not indicator.unit.ranked and _too_long(observation, indicator):
        return "period_too_long"
    return None


def _too_long(observation: Observation, indicator: Indicator) -> bool:
    """Whether the figure's period does not fit into the season's window that ends with it."""
    period = observation.figure.period
    return period.start < indicator.season.window(period.end)[0]


def borders_reason(province: Province, day: date) -> str | None:
    """The code of why a province that does not exist on ``day`` is not counted, or None."""
    if province.exists(day):
        return None
    return "former_province" if province.ended(day) else "other_borders"


def series_key_of(observation: Observation, indicator: Indicator) -> SeriesKey:
    """The footing of a figure: the era is decided by the year in which its period ends."""
    figure = observation.figure
    return _series_key(figure.basis, figure.method, indicator.era(figure.period.end), figure.scope)


@lru_cache(maxsize=1 << 10)
def _series_key(basis: str | None, method: str | None, era: int, scope: Scope) -> SeriesKey:
    """One footing, the same record for the thousands of figures that stand on it."""
    return SeriesKey(basis, method, era, scope)


def series_key_order(series_key: SeriesKey, indicator: Indicator) -> tuple[int, int, int, Scope]:
    """Sorts footings: the catalogue's order of bases, then of methods, the newest era first."""
    return (
        _index(indicator.bases, series_key.basis),
        _index(indicator.methods, series_key.method),
        -series_key.era,
        series_key.scope,
    )


def _index(words: tuple[str, ...], word: str | None) -> int:
    return words.index(word) if word in words else len(words)
