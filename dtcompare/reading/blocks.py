"""A data set in blocks: one an indicator, each fetched when something in it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.source import Source
from dtcompare.reading.packing import Rows, Shared, expanded, pack, pack_rows, unpack, unpack_rows

__all__ = [
    "Blocks",
    "Fetch",
    "Lost",
    "blocks_of",
    "dataset_of",
    "head_blocks",
    "pack_lines",
    "unpacked",
]

_T = TypeVar("_T")
_PLAIN = ("about", "catalogue", "register", "country")  # read at once; the other fields when asked

Blocks = Mapping[str, bytes]
Fetch = Callable[[str], bytes]


class Lost(Exception):
    """A block that is missing or damaged."""


# --- from a data set to blocks


def blocks_of(dataset: Dataset) -> dict[str, bytes]:
    """A data set as packed blocks by name; raises Unpackable."""
    blocks = {f"lines/{id}/0": pack_lines(lines) for id, lines in dataset.lines.items()}
    blocks["sources/0"] = pack_rows(tuple(dataset.sources.values()))
    owners = dict.fromkeys(_owner(key) for key in dataset.sources)
    layout = {
        "lines": dict.fromkeys(dataset.lines, (0,)),
        "sources": (tuple(owners),),
        "order": (0,),
    }
    return blocks | head_blocks(dataset, layout)


def head_blocks(dataset: Dataset, layout: Mapping[str, object]) -> dict[str, bytes]:
    """All of a data set but its lines and sources; ``layout`` says where those are."""
    fields = {name: getattr(dataset, name) for name in _PLAIN}
    rest = [name for name in dataset.__match_args__ if name not in (*_PLAIN, "lines", "sources")]
    blocks = {f"more/{name}": pack(getattr(dataset, name)) for name in rest}
    return blocks | {"head": pack({"fields": fields, "layout": layout, "more": tuple(rest)})}


def pack_lines(lines: Lines) -> bytes:
    """The lines of one indicator as a block."""
    figures, targets = pack_rows(lines.figures), pack_rows(lines.targets)
    return len(figures).to_bytes(8, "big") + figures + targets


def _unpacked_lines(block: bytes, shared: Shared) -> Lines:
    end = 8 + int.from_bytes(block[:8], "big")
    figures, targets = unpack_rows(block[8:end], shared), unpack_rows(block[end:], shared)
    return Lines(tuple(figures), tuple(targets))


def _owner(key: str) -> str:
    """The file of a source: FILE of FILE/ID."""
    return key.rpartition("/")[0]


# --- and back


def dataset_of(fetch: Fetch, whole: Callable[[], Dataset]) -> Dataset:
    """The data set whose blocks ``fetch`` gives, each fetched when it is first asked for.

    ``whole`` reads the data set anew; it is called once where a block turns out to be lost. Raises
    Lost where the head already is.
    """
    head = unpacked(fetch, "head", unpack)
    fields, layout = head["fields"], head["layout"]
    anew = _Once(whole)
    parts: dict[str, Any] = dict(fields)
    parts |= {name: _Later(fetch, name, anew) for name in head["more"]}
    return Dataset(
        **parts,
        lines=_Lines(fetch, layout["lines"], anew),
        sources=_Sources(fetch, layout["sources"], layout["order"], anew),
    )


def unpacked(fetch: Fetch, name: str, form: Callable[[bytes], _T]) -> _T:
    """A block in its form; raises Lost for one that has none."""
    try:
        return form(expanded(fetch(name)))
    except (ValueError, TypeError, KeyError, ArithmeticError, AttributeError) as error:
        raise Lost(name) from error


class _Once:
    """Reads the data set anew, once."""

    def __init__(self, whole: Callable[[], Dataset]) -> None:
        self._whole = whole
        self._read: Dataset | None = None

    def __call__(self) -> Dataset:
        if self._read is None:
            self._read = self._whole()
        return self._read


class _Lazy(Mapping[str, _T], Generic[_T]):
    """A mapping whose values come from blocks; from the files where a block is lost."""

    def __repr__(self) -> str:
        return repr(dict(self))


class _Lines(_Lazy[Lines]):
    """The lines by indicator, each in one or more parts."""

    def __init__(self, fetch: Fetch, parts: Mapping[str, tuple[int, ...]], anew: _Once) -> None:
        self._fetch = fetch
        self._parts = parts
        self._anew = anew
        self._kept: dict[str, Lines] = {}
        self._shared: Shared = {}

    def __getitem__(self, id: str) -> Lines:
        if id not in self._kept:
            try:
                self._kept[id] = self._joined(id, self._parts[id])
            except Lost:
                self._kept[id] = self._anew().lines[id]
        return self._kept[id]

    def _joined(self, id: str, parts: Iterable[int]) -> Lines:
        form = partial(_unpacked_lines, shared=self._shared)
        found = [unpacked(self._fetch, f"lines/{id}/{n}", form) for n in parts]
        if len(found) == 1:
            return found[0]
        return Lines(
            tuple(figure for lines in found for figure in lines.figures),
            tuple(target for lines in found for target in lines.targets),
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def __contains__(self, id: object) -> bool:
        return id in self._parts


class _Sources(_Lazy[Source]):
    """The sources by key; those of a part of the files are read together."""

    def __init__(
        self,
        fetch: Fetch,
        parts: tuple[tuple[str, ...], ...],
        order: tuple[int, ...],
        anew: _Once,
    ) -> None:
        self._fetch = fetch
        self._order = order
        self._part = {owner: n for n, owners in enumerate(parts) for owner in owners}
        self._anew = anew
        self._kept: dict[int, Mapping[str, Source]] = {}
        self._found: dict[str, Source] = {}

    def _of(self, part: int) -> Mapping[str, Source]:
        if part not in self._kept:
            try:
                self._kept[part] = unpacked(self._fetch, f"sources/{part}", _Keyed)
            except Lost:
                every = self._anew().sources
                self._kept[part] = {
                    key: source for key, source in every.items() if self._place(key) == part
                }
        return self._kept[part]

    def _place(self, key: str) -> int | None:
        return self._part.get(_owner(key))

    def __getitem__(self, key: str) -> Source:
        found = self._found.get(key)
        if found is None:
            part = self._place(key)
            if part is None:
                raise KeyError(key)
            found = self._found[key] = self._of(part)[key]
        return found

    def __iter__(self) -> Iterator[str]:
        for part in self._order:
            yield from self._of(part)

    def __len__(self) -> int:
        return sum(len(self._of(part)) for part in self._order)


class _Keyed(_Lazy[Source]):
    """The sources of a block by key, each made when it is asked for."""

    def __init__(self, block: bytes) -> None:
        self._rows = Rows(block)
        self._places = {key: place for place, key in enumerate(self._rows.field("key"))}

    def __getitem__(self, key: str) -> Source:
        source: Source = self._rows[self._places[key]]
        return source

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Later(_Lazy[Any]):
    """A field that is one block, read when something in it is asked for."""

    def __init__(self, fetch: Fetch, name: str, anew: _Once) -> None:
        self._fetch = fetch
        self._name = name
        self._anew = anew
        self._kept: Mapping[str, Any] | None = None

    def _all(self) -> Mapping[str, Any]:
        if self._kept is None:
            try:
                self._kept = unpacked(self._fetch, f"more/{self._name}", unpack)
            except Lost:
                self._kept = getattr(self._anew(), self._name)
        assert self._kept is not None
        return self._kept

    def __getitem__(self, key: str) -> Any:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
