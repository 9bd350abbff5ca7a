"""What the data set holds, counted: provinces, indicators, sources, bases, regions, scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.period import Period
from dtcompare.model.tally import Tally, joined
from dtcompare.text import sort_key

__all__ = ["KINDS", "Entry", "Listing", "listing"]


class Entry(Struct, frozen=True):
    """One thing of the data set, and how many lines speak of it.

    ``newest`` is the latest period of its figures, ``provinces`` how many of the provinces that
    exist on the day report it (for a region: how many it has). Rejected lines are counted as lines
    and no more.
    """

    id: str
    figures: int
    targets: int
    provinces: int
    newest: Period | None


class Listing(Struct, frozen=True):
    """The answer to ``list KIND``."""

    kind: str
    as_of: date
    entries: tuple[Entry, ...]

    @property
    def empty(self) -> bool:
        """Tell whether the data set holds nothing of the kind."""
        return not self.entries


def listing(dataset: Dataset, kind: str, *, as_of: date) -> Listing:
    """Return all of one kind in the data set's own order; raises KeyError for no kind of KINDS."""
    ids, count = KINDS[kind]
    tallies = count(dataset)
    existing = {province.id for province in dataset.register.existing(as_of)}
    entries = []
    for id in ids(dataset):
        tally = tallies.get(id, Tally())
        if kind == "regions":
            provinces = sum(dataset.province(p).region == id for p in existing)
        else:
            provinces = len(existing.intersection(tally.provinces))
        entries.append(Entry(id, tally.figures, tally.targets, provinces, tally.newest))
    return Listing(kind, as_of, tuple(entries))


def _by_region(dataset: Dataset) -> Mapping[str, Tally]:
    """Return the tallies of the provinces of each region."""
    found: dict[str, list[Tally]] = {}
    for id, tally in dataset.tallies("province").items():
        region = None if id == NATIONAL else dataset.province(id).region
        if region is not None:
            found.setdefault(region, []).append(tally)
    return {region: joined(tallies) for region, tallies in found.items()}


def _by_score(dataset: Dataset) -> Mapping[str, Tally]:
    """Return the tallies of the indicators that are leaves of each score."""
    tallies = dataset.tallies("indicator")
    return {
        id: joined(tallies[leaf.id] for leaf in score.tree.leaves() if leaf.id in tallies)
        for id, score in dataset.scores.items()
    }


def _provinces(dataset: Dataset) -> list[str]:
    """Today's provinces, then former ones, each by the Vietnamese alphabet."""
    provinces = dataset.register.provinces.values()
    return [p.id for p in sorted(provinces, key=lambda p: (p.former, sort_key(p.name)))]


def _sources(dataset: Dataset) -> list[str]:
    return sorted(dataset.sources)


# For each kind: its ids in order, and what is said of each.
KINDS: Mapping[
    str, tuple[Callable[[Dataset], Iterable[str]], Callable[[Dataset], Mapping[str, Tally]]]
] = {
    "provinces": (_provinces, lambda data: data.tallies("province")),
    "indicators": (lambda data: data.catalogue.indicators, lambda data: data.tallies("indicator")),
    "sources": (_sources, lambda data: data.tallies("source")),
    "bases": (lambda data: data.catalogue.bases, lambda data: data.tallies("basis")),
    "methods": (lambda data: data.catalogue.methods, lambda data: data.tallies("method")),
    "regions": (lambda data: data.register.regions, _by_region),
    "scores": (lambda data: data.scores, _by_score),
}
