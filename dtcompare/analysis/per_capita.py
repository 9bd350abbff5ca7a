"""Counts divided by people or by area, so that large and small provinces can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import Amount, Interval
from dtcompare.model.province import Extent, Province
from dtcompare.text import rounded

__all__ = ["PER", "extent_of", "rate"]

# What a count is divided by: so many people, so many square kilometres.
PER: Mapping[str, Decimal] = {"people": Decimal(100_000), "area": Decimal(100)}
_DECIMALS = 2


def extent_of(province: Province, per: str) -> Extent | None:
    """Return the register's population or area of a province; None where it is not known."""
    return province.population if per == "people" else province.area


def rate(observation: Observation, province: Province, per: str) -> Observation | None:
    """Return the count per 100,000 people or per 100 km2, to two decimals; None without a divisor.

    The figure keeps its place in its file, so that the count behind it can be found; the page of
    the divisor stands among the sources.

    >>> from dtcompare.analysis.per_capita import PER
    >>> PER["people"]
    Decimal('100000')
    """
    extent = extent_of(province, per)
    amount = observation.figure.amount
    if extent is None or amount is None:
        return None
    factor = PER[per] / extent.number
    upper = None if amount.upper is None else rounded(amount.upper * factor, _DECIMALS)
    scaled = Amount(amount.word, rounded(amount.number * factor, _DECIMALS), upper)
    return Observation(
        replace(observation.figure, amount=scaled),
        _scaled(observation.interval, factor),
        tuple(dict.fromkeys((*observation.sources, extent.source))),
    )


def _scaled(interval: Interval, factor: Decimal) -> Interval:
    low, high = (
        None if end is None else rounded(end * factor, _DECIMALS)
        for end in (interval.low, interval.high)
    )
    return replace(interval, low=low, high=high)
