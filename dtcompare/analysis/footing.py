"""What may be compared with what: the footing of a figure, or the reason why it has none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from dtcompare.analysis.reports import Report, is_unstated
from dtcompare.model.figure import UNRANKED_STATUSES, Scope
from dtcompare.model.indicator import Catalogue, Indicator
from dtcompare.model.province import Province
from dtcompare.model.rows import column

__all__ = [
    "REASONS",
    "Footing",
    "alike",
    "borders_reason",
    "footing_of",
    "footing_order",
    "unfit_reason",
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


class Footing(Struct, frozen=True):
    """What two figures of an indicator must share to compare at all, the season left aside."""

    basis: str | None
    method: str | None
    era: int
    scope: Scope = ()


def alike(reports: Sequence[Report]) -> Sequence[Sequence[int]]:
    """The places of reports apart by all that decides with what they compare but their provinces.

    That is period, basis, method, status and scope: what holds for one of a part holds for all.
    """
    figures = column(reports, "figure")
    columns = [column(figures, name) for name in ("basis", "method", "status", "scope")]
    found: dict[tuple[object, ...], list[int]] = {}
    for place, key in enumerate(zip(map(id, column(figures, "period")), *columns, strict=True)):
        found.setdefault(key, []).append(place)
    return list(found.values())


def unfit_reason(report: Report, indicator: Indicator, catalogue: Catalogue) -> str | None:
    """The code of why this figure compares with no other province's, or None if it may."""
    figure = report.figure
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
    if not indicator.unit.ranked and _too_long(report, indicator):
        return "period_too_long"
    return None


def _too_long(report: Report, indicator: Indicator) -> bool:
    """Whether the figure's period does not fit into the season's window that ends with it."""
    period = report.figure.period
    return period.start < indicator.season.window(period.end)[0]


def borders_reason(province: Province, day: date) -> str | None:
    """The code of why a province that does not exist on ``day`` is not counted, or None."""
    if province.exists(day):
        return None
    return "former_province" if province.ended(day) else "other_borders"


def footing_of(report: Report, indicator: Indicator) -> Footing:
    """The footing of a figure: the era is decided by the year in which its period ends."""
    figure = report.figure
    return _footing(figure.basis, figure.method, indicator.era(figure.period.end), figure.scope)


@lru_cache(maxsize=1 << 10)
def _footing(basis: str | None, method: str | None, era: int, scope: Scope) -> Footing:
    """One footing, the same record for the thousands of figures that stand on it."""
    return Footing(basis, method, era, scope)


def footing_order(footing: Footing, indicator: Indicator) -> tuple[int, int, int, Scope]:
    """Sorts footings: the catalogue's order of bases, then of methods, the newest era first."""
    return (
        _index(indicator.bases, footing.basis),
        _index(indicator.methods, footing.method),
        -footing.era,
        footing.scope,
    )


def _index(words: tuple[str, ...], word: str | None) -> int:
    return words.index(word) if word in words else len(words)
