"""Two indicators against each other: the provinces that have both, and how their orders agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.arrangement import NO_PICKS, Picks
from dtcompare.analysis.groups import Group
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import rank
from dtcompare.model.dataset import Dataset
from dtcompare.text import sort_key

ENOUGH_TO_CORRELATE = 5  # provinces; fewer orders agree by chance too often


class RelatedRow(Struct, frozen=True):
    """A province that has both: its figures, and their places among those that have both.

    The one ahead is 1; equal figures share the mean of their places. Of a published index the
    figure is the place alone, where places are published.
    """

    province: str
    figures: tuple[Observation, Observation]
    places: tuple[Decimal, Decimal]


class Relation(Struct, frozen=True):
    """The answer to ``relate INDICATOR INDICATOR``.

    ``groups`` are the rankings that the figures stand in, None where none of both has a province
    in common. ``correlation`` is Spearman's, 1 where the orders are the same, -1 where they are
    opposite; None of fewer than five provinces, and where all figures of one are equal. ``alone``
    are the provinces that have a figure in one of the groups only. ``per`` is people or area where
    counts were divided.
    """

    indicators: tuple[str, str]
    as_of: date
    existing: int
    per: str | None
    groups: tuple[Group, Group] | None
    rows: tuple[RelatedRow, ...]
    correlation: Decimal | None
    alone: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def empty(self) -> bool:
        """Tell whether no province has both."""
        return not self.rows


def relate(
    dataset: Dataset, first: str, second: str, *, as_of: date, per: str | None = None
) -> Relation:
    """Return how the places of the provinces in two indicators go together.

    Each is taken from one ranking, so that like stands beside like: of several the two that have
    most provinces in common. ``per`` divides extensive counts. Raises KeyError for an unknown
    indicator.
    """
    rankings = [_ranked_groups(dataset, id, as_of, per) for id in (first, second)]
    pairs = [(one, other) for one in rankings[0] for other in rankings[1]]
    chosen = max(pairs, key=lambda pair: len(_in_both(*pair)), default=None)
    groups = chosen if chosen is not None and _in_both(*chosen) else None
    rows = _rows(dataset, groups) if groups else ()
    alone: list[tuple[str, ...]] = []
    for side in range(2):
        held = _figures(groups[side]) if groups else {}
        others = set(held) - {row.province for row in rows}
        ordered = sorted(others, key=lambda id: sort_key(dataset.province(id).name))
        alone.append(tuple(ordered))
    return Relation(
        indicators=(first, second),
        as_of=as_of,
        existing=dataset.register.count(as_of),
        per=per,
        groups=groups,
        rows=rows,
        correlation=spearman([row.places for row in rows]),
        alone=(alone[0], alone[1]),
    )


def _ranked_groups(dataset: Dataset, id: str, as_of: date, per: str | None) -> list[Group]:
    """Return the rankings of an indicator, those of rates where a count is to be divided."""
    divided = per is not None and dataset.indicator(id).unit.extensive
    picks = Picks(per=per) if divided else NO_PICKS
    return [group for group in rank(dataset, id, as_of=as_of, picks=picks).groups if group.ranked]


def _figures(group: Group) -> Mapping[str, Observation]:
    """Return what each province of a ranking is placed by: the published place, or its figure.

    None of one without a place ("top 10", a score alone).
    """
    published = group.published
    found: dict[str, Observation] = {}
    for row in group.rows:
        observation = row.place if published else row.observation
        if row.rank_interval is not None and observation is not None:
            found[row.province] = observation
    return found


def _in_both(one: Group, other: Group) -> set[str]:
    """Return the provinces that are placed in two rankings."""
    return _figures(one).keys() & _figures(other).keys()


def _rows(dataset: Dataset, groups: tuple[Group, Group]) -> tuple[RelatedRow, ...]:
    """Return the provinces placed in both rankings, in the order of the first."""
    first, second = (_figures(group) for group in groups)
    ids = [id for id in first if id in second]
    orders = []
    for group in groups:
        ranks = {row.province: row.rank_interval for row in group.rows}
        among = [interval.rank for id in ids if (interval := ranks[id]) is not None]
        orders.append(mean_ranks(among))
    one, other = orders
    rows = [
        RelatedRow(id, (first[id], second[id]), places)
        for id, places in zip(ids, zip(one, other, strict=True), strict=True)
    ]
    rows.sort(key=lambda row: (*row.places, sort_key(dataset.province(row.province).name)))
    return tuple(rows)


def mean_ranks(numbers: Sequence[int]) -> list[Decimal]:
    """Return the place of each number among all, the least first; equal ones share the mean.

    >>> mean_ranks([7, 3, 7])
    [Decimal('2.5'), Decimal('1'), Decimal('2.5')]
    """
    below = {number: sum(one < number for one in numbers) for number in set(numbers)}
    equal = {number: numbers.count(number) for number in set(numbers)}
    return [below[number] + Decimal(equal[number] + 1) / 2 for number in numbers]


def spearman(places: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Return Spearman's rank correlation: Pearson's of the mean ranks, so that ties are counted.

    None of fewer than five pairs, and where all of one are equal. Source: M. G. Kendall, Rank
    Correlation Methods (1948), chapter 3.
    """
    count = len(places)
    if count < ENOUGH_TO_CORRELATE:
        return None
    middle = Decimal(count + 1) / 2
    apart = [(one - middle, other - middle) for one, other in places]
    together = sum((one * other for one, other in apart), Decimal(0))
    spreads = [sum((pair[side] ** 2 for pair in apart), Decimal(0)) for side in range(2)]
    if not all(spreads):
        return None
    return together / (spreads[0] * spreads[1]).sqrt()
