"""The provinces that are nearest to one in people and region, and how it stands beside each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import inf, log

from msgspec import Struct

from dtcompare.analysis.comparison import compare
from dtcompare.model.dataset import Dataset
from dtcompare.model.province import Province
from dtcompare.text import sort_key

_MOST, _OF_REGION = 5, 3


class Peer(Struct, frozen=True):
    """A province near another one, and on how many of what compares that one is ahead.

    ``same_region`` tells that both lie in one region.
    """

    province: str
    same_region: bool
    compared: int
    ahead: int
    behind: int


class Peers(Struct, frozen=True):
    """The answer to ``peers PROVINCE``: the nearest in people first."""

    province: str
    as_of: date
    peers: tuple[Peer, ...]

    @property
    def empty(self) -> bool:
        """Tell whether there is no other province."""
        return not self.peers


def find_peers(dataset: Dataset, province: str, *, as_of: date) -> Peers:
    """Return up to five provinces of the day: three of the region, the others from anywhere.

    Nearest is the one with the ratio of people closest to 1; those whose people are not known come
    last, by name. Raises KeyError for an unknown id.
    """
    here = dataset.province(province)
    others = [one for one in dataset.register.existing(as_of) if one.id != province]
    others.sort(key=lambda one: sort_key(one.name))
    others.sort(key=lambda one: _distance(here, one))
    near = [one for one in others if here.region and one.region == here.region][:_OF_REGION]
    near += [one for one in others if one not in near][: _MOST - len(near)]
    near.sort(key=others.index)
    peers = []
    for one in near:
        rows = compare(dataset, [province, one.id], as_of=as_of, spreads=False).compared
        leads: Sequence[str] = [row.lead.province for row in rows if row.lead is not None]
        same_region = here.region is not None and here.region == one.region
        ahead, behind = leads.count(province), leads.count(one.id)
        peers.append(Peer(one.id, same_region, len(rows), ahead, behind))
    return Peers(province, as_of, tuple(peers))


def _distance(one: Province, other: Province) -> float:
    """Return how far apart two provinces are in people: 0 for as many, the same for 2:1 and 1:2."""
    if one.population is None or other.population is None:
        return inf
    return abs(log(one.population.number / other.population.number))
