"""How the figures of a group lie: the middle, the quartiles, the ends, and what moved since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.groups import ENOUGH, Group, RankedRow


class FigureSpread(Struct, frozen=True):
    """Numbers as printed: how many, the least, the quartiles and the median, the most."""

    count: int
    low: Decimal
    lower_quartile: Decimal
    median: Decimal
    upper_quartile: Decimal
    high: Decimal


class SpreadChange(Struct, frozen=True):
    """The spread of a group, and how that of the provinces in both lay in the season before.

    ``now`` and ``before`` are of the same provinces; None where there is no season before, or fewer
    than three provinces are in both.
    """

    group: Group
    spread: FigureSpread
    now: FigureSpread | None = None
    before: FigureSpread | None = None


class RegionStanding(Struct, frozen=True):
    """The provinces of a region in a group: the best and the last placed, and the median."""

    region: str | None
    rows: tuple[RankedRow, ...]
    median: Decimal | None


def spread_of(numbers: Iterable[Decimal]) -> FigureSpread | None:
    """Return the spread of numbers; None of none.

    Quartiles are worked out with both ends counted (type 7 of Hyndman and Fan, as in spreadsheets):
    between two numbers in proportion, exactly.
    """
    ordered = sorted(numbers)
    if not ordered:
        return None
    lower, median, upper = (_quantile(ordered, quarters) for quarters in (1, 2, 3))
    return FigureSpread(len(ordered), ordered[0], lower, median, upper, ordered[-1])


def _quantile(ordered: Sequence[Decimal], quarters: int) -> Decimal:
    """Return the number below which so many quarters of the others lie."""
    whole, rest = divmod((len(ordered) - 1) * quarters, 4)
    if not rest:
        return ordered[whole]
    return ordered[whole] + (ordered[whole + 1] - ordered[whole]) * rest / 4


def spreads_of(groups: Sequence[Group]) -> list[SpreadChange]:
    """Return the spread of each ranked group, shown or not, of which three numbers are known."""
    found = []
    for place, group in enumerate(groups):
        numbers = _numbers(group)
        spread = spread_of(numbers.values())
        if not group.ranked or spread is None or spread.count < ENOUGH:
            continue
        earlier = [other for other in groups[place + 1 :] if other.series_key == group.series_key]
        before = _numbers(earlier[0]) if earlier else {}
        both = numbers.keys() & before.keys()
        if len(both) < ENOUGH:
            found.append(SpreadChange(group, spread))
        else:
            now = spread_of(numbers[id] for id in both)
            found.append(SpreadChange(group, spread, now, spread_of(before[id] for id in both)))
    return found


def _numbers(group: Group) -> dict[str, Decimal]:
    """Return the number of each province of a group, shown or not, a place being none."""
    return {
        row.province: row.observation.figure.number
        for row in (*group.rows, *group.unseen)
        if row.observation.figure.amount is not None
    }


def regions_of(
    group: Group, regions: Iterable[str], region: Mapping[str, str | None]
) -> list[RegionStanding]:
    """Return the regions of a group in the order given, those without a region last.

    ``region`` is that of each province.
    """
    found = []
    for id in (*regions, None):
        rows = tuple(row for row in group.rows if region.get(row.province) == id)
        if rows:
            numbers = [row.observation.figure for row in rows]
            spread = spread_of(one.number for one in numbers if one.amount is not None)
            found.append(RegionStanding(id, rows, spread.median if spread else None))
    return found
