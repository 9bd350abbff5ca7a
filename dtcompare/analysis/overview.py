"""What can be ranked today, and who is often ahead in it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from dtcompare.analysis.groups import ENOUGH, Group
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.model.dataset import Dataset
from dtcompare.text import sort_key

_FIVE = 5
_TEN = 10  # of fewer provinces one is among the first and the last five at once
_INDICES = 3  # national rankings side by side


class Rankable(Struct, frozen=True):
    """An indicator that can be ranked, with the group that ``rank`` shows first."""

    indicator: str
    group: Group

    @property
    def of(self) -> int:
        """Return of how many provinces the places are: those of the edition, or those ranked."""
        return self.group.edition.of if self.group.edition else self.group.size


class Rankings(Struct, frozen=True):
    """The answer to bare ``rank``: what can be ranked, the most provinces first.

    ``existing`` counts the provinces of the day, ``others`` the indicators with figures that do not
    compare.
    """

    as_of: date
    existing: int
    rankings: tuple[Rankable, ...]
    others: int

    @property
    def empty(self) -> bool:
        """Tell whether nothing can be ranked."""
        return not self.rankings


class Standing(Struct, frozen=True):
    """How a province stands: its places in the indices, and how often it is ahead or behind."""

    province: str
    places: tuple[RankInterval | None, ...]
    firsts: int
    first_five: int
    last_five: int


class Leaders(Struct, frozen=True):
    """The answer to ``overview``.

    ``indices`` are the published rankings of today's provinces of which most places are known;
    ``counted`` tells in how many rankings of ten provinces or more the first and the last five
    are counted.
    """

    as_of: date
    indices: tuple[Rankable, ...]
    counted: int
    standings: tuple[Standing, ...]

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to lead in."""
        return not self.indices and not self.counted


def list_rankings(dataset: Dataset, *, as_of: date) -> Rankings:
    """Return every indicator that can be ranked on a day, the one of most provinces first."""
    found, others = [], 0
    for indicator, lines in dataset.all_lines():
        groups = comparable_groups(dataset, indicator, as_of) if lines.figures else []
        if groups and groups[0].ranked:
            found.append(Rankable(indicator.id, groups[0]))
        elif lines.figures:
            others += 1
    found.sort(key=lambda one: (-one.group.size, not one.group.published))
    return Rankings(as_of, dataset.register.count(as_of), tuple(found), others)


def find_leaders(dataset: Dataset, *, as_of: date) -> Leaders:
    """Return how the provinces stand in all that can be ranked.

    Counts, of which larger provinces have more, and the parts of an index are left out. Provinces
    are in the order of their places in the first index, then by name.
    """
    rankings = list_rankings(dataset, as_of=as_of)
    shares = []
    for one in rankings.rankings:
        indicator = dataset.indicator(one.indicator)
        if not indicator.unit.extensive and indicator.part_of is None:
            shares.append(one)
    published = [one for one in shares if one.group.published and one.of == rankings.existing]
    indices = [one for one in published if one.group.size >= ENOUGH][:_INDICES]
    counted = [one for one in shares if one.group.size >= _TEN]
    places: dict[str, dict[str, RankInterval]] = {}
    for one in (*indices, *counted):
        for row in one.group.rows:
            if row.rank_interval is not None:
                places.setdefault(row.province, {})[one.indicator] = row.rank_interval
    standings = [
        _standing(province.id, places.get(province.id, {}), indices, counted)
        for province in dataset.register.existing(as_of)
    ]
    standings.sort(key=lambda one: sort_key(dataset.province(one.province).name))
    standings.sort(key=lambda one: [place.rank if place else sys.maxsize for place in one.places])
    return Leaders(as_of, tuple(indices), len(counted), tuple(standings))


def _standing(
    province: str,
    places: Mapping[str, RankInterval],
    indices: Sequence[Rankable],
    counted: Sequence[Rankable],
) -> Standing:
    """Return how one province stands; ``places`` are its own, by indicator."""
    own = [places[one.indicator] for one in counted if one.indicator in places]
    return Standing(
        province,
        tuple(places.get(one.indicator) for one in indices),
        firsts=sum(place.rank == 1 for place in own),
        first_five=sum(place.rank <= _FIVE for place in own),
        last_five=sum(place.rank > place.of - _FIVE for place in own),
    )
