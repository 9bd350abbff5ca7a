"""A data set in blocks: one an indicator, each fetched when something in it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dtcompare.model.dataset import Dataset, Lines, Parted
from dtcompare.model.figure import NATIONAL
from dtcompare.model.record import dataclass
from dtcompare.model.source import Source
from dtcompare.reading.packing import Packed, Shared, expanded, pack, pack_rows, unpack, unpack_rows

if TYPE_CHECKING:
    from dtcompare.model.tally import Tally

__all__ = [
    "Blocks",
    "Fetch",
    "Layout",
    "Lost",
    "blocks_of",
    "dataset_of",
    "head_blocks",
    "owners",
    "pack_lines",
    "pack_tallies",
    "unpacked",
]

_T = TypeVar("_T")
_PLAIN = ("about", "catalogue", "register", "country")  # read at once; the other fields when asked
_KEPT = 100_000  # lines held at once; a large data set has thirty times as many

Blocks = Mapping[str, bytes]
Fetch = Callable[[str], bytes]


class Lost(Exception):
    """A block that is missing or damaged."""


# --- from a data set to blocks


@dataclass(frozen=True, slots=True)
class Layout:
    """Which parts the lines and sources are in.

    ``lines``: by indicator, the parts that have lines of it. ``files``: by part, the files that
    were read for it. ``order``: the parts of the sources, in the order of the data set.
    """

    lines: Mapping[str, list[int]]
    files: list[list[str]]
    order: list[int]


def blocks_of(dataset: Dataset) -> dict[str, bytes]:
    """A data set as packed blocks by name; raises Unpackable."""
    blocks = {f"lines/{id}/0": pack_lines(lines) for id, lines in dataset.lines.items()}
    counted = pack_tallies(dataset.lines)
    blocks |= {f"tally/{field}/0": block for field, block in counted.items()}
    blocks["sources/0"] = pack_rows(tuple(dataset.sources.values()))
    files = {*owners(dataset.sources), *dataset.register.provinces, NATIONAL}
    lines = {id: [0] for id in dataset.lines}
    return blocks | head_blocks(dataset, Layout(lines, [sorted(files)], [0]))


def head_blocks(dataset: Dataset, layout: Layout) -> dict[str, bytes]:
    """All of a data set but its lines and sources, and where those are."""
    fields = {name: getattr(dataset, name) for name in _PLAIN}
    rest = [name for name in dataset.__match_args__ if name not in (*_PLAIN, "lines", "sources")]
    blocks = {f"more/{name}": pack(getattr(dataset, name)) for name in rest}
    places = [dict(layout.lines), layout.files, layout.order]
    return blocks | {"head": pack({"fields": fields, "layout": places, "more": tuple(rest)})}


def pack_tallies(lines: Mapping[str, Lines]) -> dict[str, bytes]:
    """How many lines speak of each thing, a block for each field of theirs."""
    from dtcompare.model.tally import tallied  # noqa: PLC0415 (only where a copy is written)

    return {field: pack(tallies) for field, tallies in tallied(lines).items()}


def owners(sources: Iterable[str]) -> list[str]:
    """The files of some sources: FILE of FILE/ID, each once."""
    return list(dict.fromkeys(map(_owner, sources)))


def pack_lines(lines: Lines) -> bytes:
    """The lines of one indicator as a block."""
    figures, targets = pack_rows(lines.figures), pack_rows(lines.targets)
    return len(figures).to_bytes(8, "big") + figures + targets


def _halves(block: bytes) -> tuple[bytes, bytes]:
    """The figures and the targets of a block of lines."""
    end = 8 + int.from_bytes(block[:8], "big")
    return block[8:end], block[end:]


def _joined_lines(blocks: Iterable[bytes], shared: Shared) -> Lines:
    """The lines of one indicator from all its blocks."""
    figures, targets = zip(*map(_halves, blocks), strict=True)
    return Lines(unpack_rows(*figures, shared=shared), unpack_rows(*targets, shared=shared))


def _own_lines(block: bytes, province: str) -> Lines:
    """Those of one province in a block of lines; no records are made of the others."""
    figures, targets = map(Packed.of, _halves(block))
    return Lines(tuple(_own_rows(figures, province)), tuple(_own_rows(targets, province)))


def _own_rows(rows: Packed, province: str) -> Iterator[Any]:
    return (rows[place] for place, id in enumerate(rows.field("province")) if id == province)


def _owner(key: str) -> str:
    return key.rpartition("/")[0]


# --- and back


def dataset_of(fetch: Fetch, whole: Callable[[], Dataset]) -> Dataset:
    """The data set whose blocks ``fetch`` gives, each fetched when it is first asked for.

    ``whole`` reads the data set anew; it is called once where a block turns out to be lost. Raises
    Lost where the head already is.
    """
    head = unpacked(fetch, "head", unpack)
    fields, layout = head["fields"], Layout(*head["layout"])
    anew = _Once(whole)
    parts: dict[str, Any] = dict(fields)
    parts |= {name: _Later(fetch, name, anew) for name in head["more"]}
    return Dataset(
        **parts,
        lines=_Lines(fetch, layout, anew),
        sources=_Sources(fetch, layout, anew),
    )


def unpacked(fetch: Fetch, name: str, form: Callable[[bytes], _T]) -> _T:
    """A block in its form; raises Lost for one that has none."""
    return _whole(name, lambda: form(expanded(fetch(name))))


def _whole(name: str, made: Callable[[], _T]) -> _T:
    """What is made of blocks; raises Lost where they have not the form."""
    try:
        return made()
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


class _Recent:
    """What was read last, as far as it holds no more than so many lines together."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Any, int]] = {}
        self._lines = 0

    def get(self, key: str) -> Any:
        """What is kept under that name, which is given up last from now on; None without any."""
        if key not in self._kept:
            return None
        self._kept[key] = kept = self._kept.pop(key)
        return kept[0]

    def keep(self, key: str, read: object, lines: int) -> bool:
        """Keeps what was read, of so many lines; whether something else was given up for it."""
        self._kept[key] = (read, lines)
        self._lines += lines
        full = False
        while self._lines > _KEPT and len(self._kept) > 1:
            full = True
            self._lines -= self._kept.pop(next(iter(self._kept)))[1]
        return full


class _Lines(_Lazy[Lines], Parted):
    """The lines by indicator, each in one or more parts."""

    def __init__(self, fetch: Fetch, layout: Layout, anew: _Once) -> None:
        self._fetch = fetch
        self._parts = layout.lines
        self._files = layout.files
        self._anew = anew
        self._whole = _Recent()
        self._own = _Recent()
        self._shared: Shared = {}

    def __getitem__(self, id: str) -> Lines:
        found: Lines | None = self._whole.get(id)
        if found is None:
            try:
                found = self._joined(id, self._parts[id])
            except Lost:
                found = self._anew().lines[id]
            if self._whole.keep(id, found, _size(found)):
                self._shared = {}
        return found

    def _joined(self, id: str, parts: Iterable[int]) -> Lines:
        blocks = (expanded(self._fetch(f"lines/{id}/{n}")) for n in parts)
        return _whole(id, lambda: _joined_lines(blocks, self._shared))

    def about(self, province: str) -> Mapping[str, Lines]:
        """The lines of one province by indicator, from the one part that has its file."""
        found: Mapping[str, Lines] | None = self._own.get(province)
        if found is None:
            try:
                found = self._of(province)
            except Lost:
                found = _about(province, self._anew().lines)
            self._own.keep(province, found, sum(map(_size, found.values())))
        return found

    def _of(self, province: str) -> Mapping[str, Lines]:
        if len(self._files) == 1:  # the next province would be looked for in the same blocks
            return _about(province, self)
        part = next((n for n, files in enumerate(self._files) if province in files), None)
        form = partial(_own_lines, province=province)
        return {
            id: unpacked(self._fetch, f"lines/{id}/{part}", form)
            for id, parts in self._parts.items()
            if part in parts
        }

    def tallies(self, field: str) -> Mapping[str, Tally]:
        """How many lines speak of each thing, as it was counted when they were read."""
        from dtcompare.model.tally import joined_by_thing  # noqa: PLC0415 (few commands count)

        parts = sorted({part for parts in self._parts.values() for part in parts})
        try:
            found = [unpacked(self._fetch, f"tally/{field}/{part}", unpack) for part in parts]
        except Lost:
            return self._anew().tallies(field)
        return joined_by_thing(pair for tallies in found for pair in tallies.items())

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def __contains__(self, id: object) -> bool:
        return id in self._parts


def _about(province: str, every: Mapping[str, Lines]) -> Mapping[str, Lines]:
    return {id: lines.of(province) for id, lines in every.items()}


def _size(lines: Lines) -> int:
    return len(lines.figures) + len(lines.targets)


class _Sources(_Lazy[Source]):
    """The sources by key; those of a part of the files are read together."""

    def __init__(self, fetch: Fetch, layout: Layout, anew: _Once) -> None:
        self._fetch = fetch
        self._order = layout.order
        self._part = {owner: n for n, files in enumerate(layout.files) for owner in files}
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
        self._rows = Packed.of(block)
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
