"""What can be ranked today, who is often ahead in it, and how the provinces of a region stand."""

from __future__ import annotations

import sys
from datetime import date

from msgspec import Struct

from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.groups import ENOUGH, Group
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.analysis.reporting import reporting
from dtcompare.model.dataset import Dataset
from dtcompare.text import sort_key

_FIVE = 5
_TEN = 10  # of fewer provinces one is among the first and the last five at once
_INDICES = 3  # national rankings side by side


class Rankable(Struct, frozen=True):
    """An indicator that can be ranked, with the group that ``rank`` shows first.

    ``part_of`` is the index of which it is a part; None: it stands for itself.
    """

    indicator: str
    group: Group
    part_of: str | None = None

    @property
    def of(self) -> int:
        """Return of how many provinces the places are: those of the edition, or those ranked."""
        return self.group.edition.of if self.group.edition else self.group.size


class Rankings(Struct, frozen=True):
    """The answer to bare ``rank``: what can be ranked, the most provinces first.

    ``existing`` counts the provinces of the day, ``others`` the indicators with figures that do not
    compare, parts of an index apart.
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
            found.append(Rankable(indicator.id, groups[0], indicator.part_of))
        elif lines.figures and indicator.part_of is None:
            others += 1
    found.sort(key=lambda one: (-one.group.size, not one.group.published))
    return Rankings(as_of, dataset.register.count(as_of), tuple(found), others)


def find_leaders(dataset: Dataset, *, as_of: date) -> Leaders:
    """Return how the provinces stand in all that can be ranked.

    Counts, of which larger provinces have more, and the parts of an index are left out. Provinces
    are in the order of their places in the first index, then by name.
    """
    rankings = list_rankings(dataset, as_of=as_of)
    whole = [one for one in rankings.rankings if one.part_of is None]
    shares = [one for one in whole if not dataset.indicator(one.indicator).unit.extensive]
    published = [one for one in shares if one.group.published and one.of == rankings.existing]
    indices = [one for one in published if one.group.size >= ENOUGH][:_INDICES]
    counted = [one for one in shares if one.group.size >= _TEN]
    places: dict[str, dict[str, RankInterval]] = {}
    for one in (*indices, *counted):
        for row in one.group.rows:
            if row.rank_interval is not None:
                places.setdefault(row.province, {})[one.indicator] = row.rank_interval
    standings = []
    for province in dataset.register.existing(as_of):
        held = places.get(province.id, {})
        own = [held[one.indicator] for one in counted if one.indicator in held]
        standing = Standing(
            province.id,
            tuple(held.get(one.indicator) for one in indices),
            firsts=sum(place.rank == 1 for place in own),
            first_five=sum(place.rank <= _FIVE for place in own),
            last_five=sum(place.rank > place.of - _FIVE for place in own),
        )
        standings.append(standing)
    standings.sort(key=lambda one: sort_key(dataset.province(one.province).name))
    standings.sort(key=lambda one: [place.rank if place else sys.maxsize for place in one.places])
    return Leaders(as_of, tuple(indices), len(counted), tuple(standings))


class RegionRow(Struct, frozen=True):
    """A province of the region: its places in the indices, and how much it reports and aims at.

    ``targets`` are those for the whole province, ``met`` how many of them are reached.
    """

    province: str
    places: tuple[RankInterval | None, ...]
    reported: int
    targets: int
    met: int


class RegionProfile(Struct, frozen=True):
    """The answer to ``show REGION``: its provinces in the order of the first index, then by name.

    ``asked`` is how many indicators any province of the day reports.
    """

    region: str
    as_of: date
    asked: int
    indices: tuple[Rankable, ...]
    rows: tuple[RegionRow, ...]

    @property
    def empty(self) -> bool:
        """Tell whether no province of the day lies in it."""
        return not self.rows


def region_profile(dataset: Dataset, region: str, *, as_of: date) -> RegionProfile:
    """Return how the provinces of a region stand among all provinces of the day."""
    leaders = find_leaders(dataset, as_of=as_of)
    reported = reporting(dataset, as_of=as_of)
    counts = {coverage.id: coverage.reported for coverage in reported.provinces}
    targets = gaps(dataset, as_of=as_of, region=region).rows
    rows = []
    for standing in leaders.standings:
        id = standing.province
        if dataset.province(id).region == region:
            verdicts = [row.assessment.verdict for row in targets if row.province == id]
            met = verdicts.count("met")
            rows.append(RegionRow(id, standing.places, counts[id], len(verdicts), met))
    return RegionProfile(region, as_of, reported.asked, leaders.indices, tuple(rows))
