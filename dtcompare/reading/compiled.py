"""The compiled copy of a data set: one msgpack file, mapped into memory, decoded as asked for.

It is only ever a copy: where it is missing, damaged, of another program or older than the files,
the files themselves are read.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from msgspec import MsgspecError, Struct, field, msgpack

import dtcompare
from dtcompare.errors import CopyBroken
from dtcompare.model.dataset import About, Dataset, Lines, PartedLines
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Catalogue
from dtcompare.model.period import Period, parse_period
from dtcompare.model.province import Register
from dtcompare.model.source import Source
from dtcompare.model.usage import Usage, count_usage, join_by_thing
from dtcompare.reading.cachefolder import name_of, read_whole, write_whole
from dtcompare.reading.folder import folder_entries

if TYPE_CHECKING:
    from dtcompare.model.score import ScoreFile  # most commands ask for no score

SETTLED = 2_000_000_000  # nanoseconds: the clocks of some file systems count in such steps
_KEPT = 100_000  # lines that are kept decoded, about 60 MB
_T = TypeVar("_T")

# Of every YAML file, by its path: its size, and when its content and its state last changed (ns).
Files = dict[str, tuple[int, int, int]]


class CopyPart(Struct, array_like=True):
    """What some files hold, each block by itself: lines by indicator, sources by file.

    ``provinces`` are those whose lines are all here.
    """

    provinces: frozenset[str]
    lines: dict[str, memoryview] = field(default_factory=dict)
    sources: dict[str, memoryview] = field(default_factory=dict)
    usage: memoryview = memoryview(b"")


class _Copy(Struct, array_like=True):
    """The whole file: by which program, of which place, for which day, and of which files."""

    program: list[str]
    root: str
    day: date
    files: Files
    about: About
    catalogue: Catalogue
    register: Register
    country: str | None
    scores: dict[str, memoryview]
    parts: list[CopyPart]


# --- values and blocks


def encode(value: object) -> bytes:
    """Encode a value of the model; a period is told by its text."""
    return msgpack.encode(value, enc_hook=_text_of)


def _text_of(value: object) -> str:
    if isinstance(value, Period):
        return value.text
    raise NotImplementedError(type(value))


def _from_text(kind: type, text: str) -> object:
    period = parse_period(text) if kind is Period else None
    if period is None:
        raise ValueError(text)
    return period


def _pack(value: object) -> memoryview:
    """Encode and squeeze a value of the model."""
    return memoryview(zlib.compress(encode(value), 1))


def unpack(block: memoryview, kind: type[_T]) -> _T:
    """Decode a block. Raises CopyBroken where it holds something else."""
    try:
        return msgpack.decode(zlib.decompress(block), type=kind, dec_hook=_from_text)
    except (MsgspecError, zlib.error) as error:
        raise CopyBroken from error


def part_of(
    provinces: Iterable[str],
    lines: Mapping[str, Lines],
    sources: Mapping[str, Source],
    shared: Mapping[str, Source],
) -> CopyPart:
    """Return the part of a copy that some files make; ``shared`` pages lie in another part."""
    by_file: dict[str, dict[str, Source]] = {}
    for source in sources.values():
        by_file.setdefault(source.key.rpartition("/")[0], {})[source.key] = source
    return CopyPart(
        frozenset(provinces),
        {id: _pack(found) for id, found in lines.items()},
        {file: _pack(found) for file, found in by_file.items()},
        _pack(count_usage(lines, {**shared, **sources})),
    )


# --- a data set of blocks


class StoredLines(PartedLines):
    """The lines by indicator, decoded when they are asked for.

    ``checksum`` is that of the copy they lie in, None where they lie in none.
    """

    def __init__(
        self, parts: list[CopyPart], indicators: Iterable[str], checksum: int | None = None
    ) -> None:
        self.parts = parts
        self.checksum = checksum
        known = {id for part in parts for id in part.lines}
        self._ids = {id: None for id in indicators if id in known}
        self._kept: dict[str, Lines] = {}
        self._count = 0

    def __getitem__(self, id: str) -> Lines:
        if id not in self._kept:
            blocks = [part.lines[id] for part in self.parts if id in part.lines]
            if not blocks:
                raise KeyError(id)
            found = _joined([unpack(block, Lines) for block in blocks])
            self._count += len(found.figures) + len(found.targets)
            if self._count > _KEPT:
                self._kept.clear()
                self._count = len(found.figures) + len(found.targets)
            self._kept[id] = found
        return self._kept[id]

    def about(self, province: str) -> Mapping[str, Lines]:
        """Return the lines of one province by indicator; of a large data set one part is read."""
        if len(self.parts) == 1:
            return {id: self[id].of(province) for id in self._ids}
        for part in self.parts:
            if province in part.provinces:
                return {id: unpack(block, Lines).of(province) for id, block in part.lines.items()}
        return {}

    def usage(self, name: str) -> Mapping[str, Usage]:
        """Return how many lines speak of each thing, by a field that is COUNTED."""
        found = [unpack(part.usage, dict[str, dict[str, Usage]])[name] for part in self.parts]
        return join_by_thing(chain.from_iterable(usages.items() for usages in found))

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, id: object) -> bool:
        return id in self._ids


def _joined(every: list[Lines]) -> Lines:
    if len(every) == 1:
        return every[0]
    return Lines(
        tuple(chain.from_iterable(lines.figures for lines in every)),
        tuple(chain.from_iterable(lines.targets for lines in every)),
    )


class StoredSources(Mapping[str, Source]):
    """The sources by key FILE/ID; those of one file are decoded together."""

    def __init__(self, parts: list[CopyPart]) -> None:
        self._blocks: dict[str, memoryview] = {}
        for part in parts:
            self._blocks |= part.sources
        self._kept: dict[str, dict[str, Source]] = {}

    def _of_file(self, file: str) -> dict[str, Source]:
        if file not in self._kept:
            self._kept[file] = unpack(self._blocks[file], dict[str, Source])
        return self._kept[file]

    def __getitem__(self, key: str) -> Source:
        return self._of_file(key.rpartition("/")[0])[key]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._of_file, self._blocks))

    def __len__(self) -> int:
        return sum(len(self._of_file(file)) for file in self._blocks)


class _StoredScores(Mapping[str, "ScoreFile"]):
    """The composite indices by name."""

    def __init__(self, blocks: Mapping[str, memoryview]) -> None:
        self._blocks = blocks

    def __getitem__(self, id: str) -> ScoreFile:
        from dtcompare.model.score import ScoreFile

        return unpack(self._blocks[id], ScoreFile)

    def __iter__(self) -> Iterator[str]:
        return iter(self._blocks)

    def __len__(self) -> int:
        return len(self._blocks)


# --- is it still true?


def observe(root: str) -> Files | None:
    """Return size and times of the files of a data set; None where they cannot be seen.

    Of what may be meant for a file too, and of a folder that lies where none may.
    """
    found: Files = {}
    try:
        for path, entry in folder_entries(root):
            status = entry.stat()
            found[path] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    except OSError:
        return None
    return found


def program_state(*folders: str) -> list[str]:
    """Return what tells the program from others: its version, and its files with their times.

    Raises OSError where they cannot be seen.
    """
    package = os.path.dirname(dtcompare.__file__)
    marks = []
    for folder in folders:
        with os.scandir(os.path.join(package, folder)) as entries:
            marks += [f"{e.name} {e.stat().st_mtime_ns}" for e in entries if e.name.endswith(".py")]
    return [dtcompare.__version__, *sorted(marks)]


# --- the file


def open_copy(root: str, today: date) -> Dataset | None:
    """Return the data set as compiled; None where there is no copy, or one no longer true."""
    found = read_whole(name_of(root, dtcompare.__version__))
    if found is None:
        return None
    checksum, body = found
    try:
        copy = msgpack.decode(body, type=_Copy, dec_hook=_from_text)
        is_true = copy.program == program_state("", "model", "reading")
    except (MsgspecError, OSError):  # of another form, as of another state of the program
        return None
    if not is_true or copy.root != root or copy.day > today or copy.files != observe(root):
        return None
    return Dataset(
        copy.about,
        copy.catalogue,
        copy.register,
        StoredSources(copy.parts),
        StoredLines(copy.parts, copy.catalogue.indicators, checksum),
        copy.country,
        _StoredScores(copy.scores),
    )


def write_copy(root: str, today: date, dataset: Dataset, before: Files | None, began: int) -> None:
    """Write the copy of a data set that was read from files.

    Not where one of them changed since ``before``, or was so new when the reading ``began`` (in
    nanoseconds) that another change need not show in its times.
    """
    if before is None or before != observe(root):
        return
    if any(max(times) > began - SETTLED for _, *times in before.values()):
        return
    if isinstance(dataset.lines, StoredLines):
        parts = dataset.lines.parts
    else:
        provinces = [*dataset.register.provinces, NATIONAL]
        parts = [part_of(provinces, dataset.lines, dataset.sources, {})]
    head = (dataset.about, dataset.catalogue, dataset.register, dataset.country)
    scores = {id: _pack(score) for id, score in dataset.scores.items()}
    with suppress(OSError):
        program = program_state("", "model", "reading")
        copy = _Copy(program, root, today, before, *head, scores, parts)
        write_whole(name_of(root, dtcompare.__version__), encode(copy))
