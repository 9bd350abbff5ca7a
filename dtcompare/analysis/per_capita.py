"""Counts divided by people or by area, so that large and small provinces can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import Amount
from dtcompare.model.province import Extent, Province
from dtcompare.text import rounded

# What a count is divided by: so many people, so many square kilometres.
DIVISORS: Mapping[str, Decimal] = {"people": Decimal(100_000), "area": Decimal(100)}
_DECIMALS = 2


def extent_of(province: Province, per: str) -> Extent | None:
    """Return the register's population or area of a province; None where it is not known."""
    return province.population if per == "people" else province.area


def rate(observation: Observation, province: Province, per: str) -> Observation | None:
    """Return the count per 100,000 people or per 100 km2, to two decimals; None without a divisor.

    The figure keeps its place in its file, so that the count behind it can be found; the page of
    the divisor stands among the sources.
    """
    extent = extent_of(province, per)
    amount = observation.figure.amount
    if extent is None or amount is None:
        return None
    factor = DIVISORS[per] / extent.number
    number, upper = _scaled(amount.number, factor), _scaled(amount.upper, factor)
    assert number is not None
    interval = observation.interval
    return Observation(
        replace(observation.figure, amount=Amount(amount.word, number, upper)),
        replace(interval, low=_scaled(interval.low, factor), high=_scaled(interval.high, factor)),
        tuple(dict.fromkeys((*observation.sources, extent.source))),
    )


def _scaled(number: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if number is None else rounded(number * factor, _DECIMALS)
