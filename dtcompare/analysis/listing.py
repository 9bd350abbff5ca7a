"""What the data set holds, counted: provinces, indicators, sources, bases, regions, scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Figure, Line, Target
from dtcompare.model.period import Period
from dtcompare.model.record import dataclass
from dtcompare.text import sort_key

__all__ = ["KINDS", "Entry", "Listing", "listing"]

AnyLine = TypeVar("AnyLine", bound=Line)


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer to ``list KIND``."""

    kind: str
    as_of: date
    entries: tuple[Entry, ...]

    @property
    def empty(self) -> bool:
        """Whether the data set holds nothing of the kind."""
        return not self.entries


def listing(dataset: Dataset, kind: str, *, as_of: date) -> Listing:
    """All of one kind (see KINDS) in the data set's own order; raises KeyError for another."""
    ids, keys_of = KINDS[kind]
    figures: dict[str, list[Figure]] = {}
    targets: dict[str, list[Target]] = {}
    for _, lines in dataset.all_lines():
        _count(lines.figures, figures, dataset, keys_of)
        _count(lines.targets, targets, dataset, keys_of)
    existing = {province.id for province in dataset.register.existing(as_of)}
    entries = []
    for id in ids(dataset):
        own = figures.get(id, [])
        valid = [figure for figure in own if figure.reject is None]
        if kind == "regions":
            provinces = sum(dataset.province(p).region == id for p in existing)
        else:
            provinces = len({figure.province for figure in valid} & existing)
        newest = max((f.period for f in valid), key=lambda period: period.recency, default=None)
        entries.append(Entry(id, len(own), len(targets.get(id, [])), provinces, newest))
    return Listing(kind, as_of, tuple(entries))


def _count(
    lines: Iterable[AnyLine],
    into: dict[str, list[AnyLine]],
    dataset: Dataset,
    keys_of: Callable[[Line, Dataset], Iterable[str | None]],
) -> None:
    """Sort lines under the thing they speak of."""
    for line in lines:
        for key in keys_of(line, dataset):
            if key is not None:
                into.setdefault(key, []).append(line)


def _region_of(line: Line, dataset: Dataset) -> tuple[str | None]:
    return (None if line.province == NATIONAL else dataset.province(line.province).region,)


def _scores_of(line: Line, dataset: Dataset) -> Iterable[str]:
    """The scores of which the line's indicator is a leaf."""
    for id, score in dataset.scores.items():
        if any(leaf.id == line.indicator for leaf in score.tree.leaves()):
            yield id


def _provinces(dataset: Dataset) -> list[str]:
    """Today's provinces, then former ones, each by the Vietnamese alphabet."""
    provinces = dataset.register.provinces.values()
    return [p.id for p in sorted(provinces, key=lambda p: (p.former, sort_key(p.name)))]


def _sources(dataset: Dataset) -> list[str]:
    return sorted(dataset.sources)


# For each kind: its ids in order, and which of them a line speaks of.
KINDS: Mapping[
    str,
    tuple[Callable[[Dataset], Iterable[str]], Callable[[Line, Dataset], Iterable[str | None]]],
] = {
    "provinces": (_provinces, lambda line, _: (line.province,)),
    "indicators": (lambda data: data.catalogue.indicators, lambda line, _: (line.indicator,)),
    "sources": (_sources, lambda line, _: (line.source,)),
    "bases": (lambda data: data.catalogue.bases, lambda line, _: (line.basis,)),
    "methods": (lambda data: data.catalogue.methods, lambda line, _: (line.method,)),
    "regions": (lambda data: data.register.regions, _region_of),
    "scores": (lambda data: data.scores, _scores_of),
}
