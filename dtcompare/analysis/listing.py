"""What the data set holds, counted: provinces, indicators, sources, bases, regions, scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from dtcompare.analysis.distributions import count_ranked
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.model.usage import Usage, join_usages
from dtcompare.text import fold, sort_key


class Entry(Struct, frozen=True):
    """One thing of the data set, and how many lines speak of it.

    ``newest`` is the latest period of its figures, ``provinces`` how many of the provinces that
    exist on the day report it (for a region: how many it has). Rejected lines are counted as lines
    and no more. ``ranked`` is how many provinces ``rank`` ranks in the first of its groups, None
    where none is, or the entry is no indicator.
    """

    id: str
    figures: int
    targets: int
    provinces: int
    newest: Period | None
    ranked: int | None = None


class Listing(Struct, frozen=True):
    """The answer to ``list KIND WORD``; ``word`` is None where all of the kind is asked for."""

    kind: str
    as_of: date
    entries: tuple[Entry, ...]
    word: str | None = None

    @property
    def empty(self) -> bool:
        """Tell whether the data set holds nothing of the kind."""
        return not self.entries


def listing(dataset: Dataset, kind: str, *, as_of: date, word: str | None = None) -> Listing:
    """Return all of one kind in the data set's own order; raises KeyError for no kind of KINDS.

    With ``word`` those alone whose id, names or description hold it, case and accents apart.
    """
    ids, count = KINDS[kind]
    usages = count(dataset)
    existing = {province.id for province in dataset.register.existing(as_of)}
    entries = []
    sought = fold(word or "")
    for id in ids(dataset, as_of):
        if sought and not any(sought in fold(text) for text in _texts(dataset, kind, id)):
            continue
        ranked = count_ranked(dataset, id, as_of) if kind == "indicators" else None
        usage = usages.get(id, Usage())
        if kind == "regions":
            provinces = sum(dataset.province(p).region == id for p in existing)
        else:
            provinces = len(existing.intersection(usage.provinces))
        entries.append(Entry(id, usage.figures, usage.targets, provinces, usage.newest, ranked))
    return Listing(kind, as_of, tuple(entries), word)


def find_kind(dataset: Dataset, word: str) -> str:
    """Return the first kind of which an entry holds ``word``; indicators where none does."""
    sought = fold(word)
    for kind in ("indicators", "provinces", *KINDS):
        for id in KINDS[kind][0](dataset, date.max):
            if any(sought in fold(text) for text in _texts(dataset, kind, id)):
                return kind
    return "indicators"


def _texts(dataset: Dataset, kind: str, id: str) -> Iterator[str]:
    """Yield what an entry may be found by: its id, names, aliases, description."""
    yield id
    if kind == "provinces":
        province = dataset.province(id)
        yield from (province.name, province.label.vi, province.label.en, *province.aliases)
        yield from (name for name, _ in province.former_names)
    elif kind == "indicators":
        indicator = dataset.indicator(id)
        yield from (indicator.name.en, indicator.name.vi, *indicator.aliases)
        if indicator.description is not None:
            yield from (indicator.description.en, indicator.description.vi)
    elif kind == "sources":
        source = dataset.sources[id]
        yield from (source.publisher, source.title, source.quoting or "")
    else:
        label = _LABELS[kind](dataset, id)
        yield from (label.en, label.vi)


_LABELS: Mapping[str, Callable[[Dataset, str], Label]] = {
    "bases": lambda dataset, id: dataset.catalogue.bases[id],
    "methods": lambda dataset, id: dataset.catalogue.methods[id].label,
    "regions": lambda dataset, id: dataset.register.regions[id],
    "scores": lambda dataset, id: dataset.scores[id].label,
}


def _by_region(dataset: Dataset) -> Mapping[str, Usage]:
    """Return the usages of the provinces of each region."""
    found: dict[str, list[Usage]] = {}
    for id, usage in dataset.usage("province").items():
        region = None if id == NATIONAL else dataset.province(id).region
        if region is not None:
            found.setdefault(region, []).append(usage)
    return {region: join_usages(usages) for region, usages in found.items()}


def _by_score(dataset: Dataset) -> Mapping[str, Usage]:
    """Return the usages of the indicators that are leaves of each score."""
    usages = dataset.usage("indicator")
    return {
        id: join_usages(usages[leaf.id] for leaf in score.tree.leaves() if leaf.id in usages)
        for id, score in dataset.scores.items()
    }


def _provinces(dataset: Dataset, day: date) -> list[str]:
    """Return the provinces of the day, then former ones, each by the Vietnamese alphabet."""
    begun = [p for p in dataset.register.provinces.values() if p.since is None or p.since <= day]
    return [p.id for p in sorted(begun, key=lambda p: (not p.exists(day), sort_key(p.name)))]


# For each kind: its ids in order, and what is said of each.
KINDS: Mapping[
    str, tuple[Callable[[Dataset, date], Iterable[str]], Callable[[Dataset], Mapping[str, Usage]]]
] = {
    "provinces": (_provinces, lambda data: data.usage("province")),
    "indicators": (lambda data, _: data.catalogue.indicators, lambda data: data.usage("indicator")),
    "sources": (lambda data, _: sorted(data.sources), lambda data: data.usage("source")),
    "bases": (lambda data, _: data.catalogue.bases, lambda data: data.usage("basis")),
    "methods": (lambda data, _: data.catalogue.methods, lambda data: data.usage("method")),
    "regions": (lambda data, _: data.register.regions, _by_region),
    "scores": (lambda data, _: data.scores, _by_score),
}
