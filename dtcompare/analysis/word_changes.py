"""What changed, word by word, in what a data set declares: catalogue, register, pages, indices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, structs

from dtcompare.model.dataset import About, Dataset
from dtcompare.model.indicator import Indicator
from dtcompare.model.label import Label
from dtcompare.model.period import Period, Season
from dtcompare.model.province import FORMER
from dtcompare.model.score import ScoreFile, ScoreGroup


class WordChange(Struct, frozen=True):
    """A word of an entry that is another than before.

    ``part`` is the section of ``file`` in which the entry ``id`` stands ("": the file is the
    entry). A ``word`` of None stands for the entry as a whole, which came (``old`` None) or went
    (``new`` None); a word that is None on one side is not written there.
    """

    file: str
    part: str
    id: str
    word: str | None
    old: str | None
    new: str | None


# What the fields of records are called in the files.
_WORDS = {
    "about": "name",
    "bases": "basis",
    "formed_from": "from",
    "former_names": "names.former",
    "gate": "coverage",
    "kind": "type",
    "methods": "method",
    "minimum": "min",
    "maximum": "max",
    "short_names": "names.short",
}
_NO_WORDS = frozenset({"id", "key", "file", "content", "line", "column", "fixed_basis"})

_INDEX = "index"  # the part of a score file that is not its tree

_Entries = dict[tuple[str, str, str], Mapping[str, str]]


def word_changes(old: Dataset, new: Dataset) -> tuple[WordChange, ...]:
    """Return every word that changed in what both data sets declare, in the order of the files.

    Pages and indices that are new or gone are told as such elsewhere, and are none of these.
    """
    before, after = _entries(old), _entries(new)
    return tuple(_changes(before, after))


def _changes(before: _Entries, after: _Entries) -> Iterator[WordChange]:
    """Yield the words that changed, entry by entry."""
    for place in dict.fromkeys((*after, *before)):
        was, is_ = before.get(place), after.get(place)
        if was is not None and is_ is not None:
            for word in dict.fromkeys((*is_, *was)):
                if was.get(word) != is_.get(word):
                    yield WordChange(*place, word, was.get(word), is_.get(word))
        elif not _is_told_elsewhere(place, before, after):
            name = place[2] or place[0]
            yield WordChange(
                *place, None, name if is_ is None else None, None if is_ is None else name
            )


def _is_told_elsewhere(place: tuple[str, str, str], before: _Entries, after: _Entries) -> bool:
    """Tell whether an entry is a page, or of an index, that is new or gone as a whole."""
    file, part, _ = place
    index = (file, _INDEX, "")
    return part == "sources" or (index in before) != (index in after)


def _entries(dataset: Dataset) -> _Entries:
    """Return every entry that a data set declares, each as its words, by file, part and id."""
    catalogue, register = dataset.catalogue, dataset.register
    found: _Entries = {}
    if dataset.about != About():
        found["dataset.yaml", "", ""] = dict(_words(dataset.about))
    for part, entries in structs.asdict(catalogue).items():
        for id, entry in entries.items():
            found["indicators.yaml", part, id] = dict(_words(entry))
    for id, label in register.regions.items():
        found["register.yaml", "regions", id] = dict(_words(label))
    for id, province in register.provinces.items():
        part = "former" if id.startswith(FORMER) else "provinces"
        found["register.yaml", part, id] = dict(_words(province))
    for islands in register.islands:
        found["register.yaml", "islands", islands.name.en] = dict(_words(islands))
    for grid in register.grids:
        found["register.yaml", "grids", str(grid.until)] = dict(_words(grid))
    if dataset.country is not None:
        found["national.yaml", "", ""] = {"name": dataset.country}
    for key, page in dataset.sources.items():
        owner, _, id = key.rpartition("/")
        file = f"{owner}.yaml" if owner in ("sources", "national") else f"provinces/{owner}.yaml"
        found[file, "sources", id] = dict(_words(page))
    for score in dataset.scores.values():
        found[score.file, _INDEX, ""] = dict(_score_words(score))
        for node in (score.tree, *score.tree.nodes()):
            found[score.file, "tree", node.id or "tree"] = dict(_words(_without_children(node)))
    return found


def _score_words(file: ScoreFile) -> Iterator[tuple[str, str]]:
    """Yield the words of a score file but for its tree."""
    for name, value in structs.asdict(file).items():
        if name != "tree" and name not in _NO_WORDS:
            yield from _flat(_WORDS.get(name, name), value)


def _without_children(node: Struct) -> Struct:
    """Return a group of a tree alone; what is in it has words of its own."""
    return structs.replace(node, children=()) if isinstance(node, ScoreGroup) else node


def _words(entry: object) -> Iterator[tuple[str, str]]:
    """Yield the words of an entry with what each says."""
    if isinstance(entry, Label) or not isinstance(entry, Struct):
        yield from _flat("name", entry)
        return
    for name, value in structs.asdict(entry).items():
        if name in _NO_WORDS:
            continue
        if isinstance(entry, Indicator) and name == "unit":
            yield "unit", entry.unit.id  # which has an entry of its own
        else:
            yield from _flat("name" if name == "label" else _WORDS.get(name, name), value)


def _flat(word: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield a value as texts: one, or one for each language or part of it."""
    if isinstance(value, (Season, Period)):
        yield word, value.text
    elif isinstance(value, Label):
        texts = {"en": value.en, "vi": value.vi, **dict(value.others)}
        if len(set(texts.values())) == 1:
            yield word, value.en
        else:
            yield from ((f"{word}.{lang}", text) for lang, text in texts.items())
    elif isinstance(value, Struct):
        for name, part in structs.asdict(value).items():
            if name not in _NO_WORDS:
                yield from _flat(f"{word}.{_WORDS.get(name, name)}", part)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _flat(f"{word}.{name}", part)
    elif isinstance(value, tuple):
        if value:
            yield word, ", ".join(_items(value))
    elif value is not None and value is not False:
        yield word, _text(value)


def _items(values: Iterable[object]) -> Iterator[str]:
    """Yield each item of a list as a text."""
    for value in values:
        if isinstance(value, tuple):
            yield " ".join(_items(value))
        else:
            yield _text(value)


def _text(value: object) -> str:
    """Return a single value as it is written in a file."""
    if value is True:
        return "true"
    if isinstance(value, Struct):
        return ", ".join(text for _, text in _words(value))
    assert isinstance(value, (str, int, Decimal, date)), value
    return str(value)
