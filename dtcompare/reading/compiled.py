"""The compiled copy of a data set: one msgpack file, mapped into memory and decoded as asked for.

It is only ever a copy: missing, damaged, of another program or older than the files, and the files
themselves are read. It is written whole under another name and then moved.
"""

from __future__ import annotations

import mmap
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import chain
from typing import Generic, TypeVar

from msgspec import MsgspecError, Struct, msgpack

import dtcompare
from dtcompare.model.dataset import About, Dataset, Lines, Parted
from dtcompare.model.indicator import Catalogue
from dtcompare.model.period import Period, parse_period
from dtcompare.model.province import Register
from dtcompare.model.source import Source
from dtcompare.model.tally import Tally, joined_by_thing, tallied
from dtcompare.reading.cachefolder import cache_folder, is_own, name_of

__all__ = ["Head", "Part", "of_dataset", "open_copy", "part_of", "whole", "write_copy"]

_FOLDERS = ("", "provinces", "provinces/former", "scores")
_SETTLED = 2_000_000_000  # nanoseconds: the coarsest clock of a file system
_T = TypeVar("_T")
Files = dict[str, tuple[int, int]]  # size and time of content of every YAML file


class Part(Struct, array_like=True):
    """What some of the files hold: lines by indicator, sources by file."""

    files: list[str]
    lines: dict[str, memoryview]
    sources: dict[str, memoryview]
    tallies: memoryview


class Head(Struct, array_like=True):
    """All of a data set but its lines and sources."""

    about: About
    catalogue: Catalogue
    register: Register
    country: str | None


class Compiled(Struct, array_like=True):
    """The whole file. ``key`` tells program and place, ``day`` for which day files were read."""

    key: list[str]
    day: date
    files: Files
    head: Head
    scores: memoryview
    parts: list[Part]


class _Opened(Struct):
    """What a copy says of itself."""


def _written(value: object) -> str:
    """What msgspec asks about: a period, by its text."""
    if isinstance(value, Period):
        return value.text
    raise NotImplementedError(type(value))


def _read(kind: type, text: str) -> object:
    if kind is Period:
        return parse_period(text)
    raise NotImplementedError(kind)


def packed(value: object) -> bytes:
    """A value of the model as squeezed msgpack."""
    return zlib.compress(msgpack.encode(value, enc_hook=_written), 1)


def unpacker(kind):
    """What reads values of a type back."""
    decode = msgpack.Decoder(kind, dec_hook=_read).decode
    return lambda block: decode(zlib.decompress(block))


# --- is it still true?


def observed(root: str) -> Files:
    """Size and time of every YAML file of a data set. Raises OSError."""
    found: Files = {}
    for folder in _FOLDERS:
        with (
            suppress(FileNotFoundError, NotADirectoryError),
            os.scandir(os.path.join(root, folder)) as entries,
        ):
            for entry in entries:
                if entry.name.lower().endswith((".yaml", ".yml")):
                    status = entry.stat()
                    found[f"{folder}/{entry.name}"] = (status.st_size, status.st_mtime_ns)
    return found


def _key(root: str) -> list[str]:
    """The program, told by its version and the state of its source, and the place."""
    package = os.path.dirname(dtcompare.__file__)
    marks = []
    for folder in ("model", "reading"):
        with os.scandir(os.path.join(package, folder)) as entries:
            marks += [f"{e.name} {e.stat().st_mtime_ns}" for e in entries if e.name.endswith(".py")]
    return [dtcompare.__version__, root, *sorted(marks)]


def _path(root: str) -> str:
    return os.path.join(cache_folder(), name_of(root, dtcompare.__version__))


# --- reading


def open_copy(root: str, today: date, whole: Callable[[], Dataset]) -> Dataset | None:
    """The data set as compiled; None where there is no copy, or one that is no longer true."""
    path = _path(root)
    with suppress(OSError, MsgspecError, ValueError):
        if not (is_own(os.path.dirname(path), folder=True) and is_own(path)):
            return None
        with open(path, "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        body = memoryview(data)[4:]
        if zlib.crc32(body).to_bytes(4, "big") != data[:4]:
            return None
        copy = msgpack.decode(body, type=Compiled, dec_hook=_read)
        if copy.key == _key(root) and copy.day <= today and copy.files == observed(root):
            return of_dataset(copy.head, copy.scores, copy.parts)
    return None


def of_dataset(head: Head, scores: memoryview | bytes, parts: list[Part]) -> Dataset:
    return Dataset(
        head.about,
        head.catalogue,
        head.register,
        _Sources(parts),
        _LazyLines(parts, list(head.catalogue.indicators)),
        head.country,
        _Scores(scores),
    )


class _Lazy(Mapping[str, _T], Generic[_T]):
    def __repr__(self) -> str:
        return repr(dict(self))


class _LazyLines(_Lazy[Lines], Parted):
    """The lines by indicator, decoded when asked for."""

    def __init__(self, parts: list[Part], order: list[str]) -> None:
        self._parts = parts
        self._ids = [id for id in order if any(id in part.lines for part in parts)]
        self._known = frozenset(self._ids)
        self._decode = unpacker(Lines)
        self._last: dict[str, Lines] = {}

    def __getitem__(self, id: str) -> Lines:
        if id not in self._last:
            found = [self._decode(part.lines[id]) for part in self._parts if id in part.lines]
            if not found:
                raise KeyError(id)
            if len(self._last) > 100 and len(self._parts) > 1:
                self._last.clear()
            self._last[id] = (
                found[0]
                if len(found) == 1
                else Lines(
                    tuple(chain.from_iterable(lines.figures for lines in found)),
                    tuple(chain.from_iterable(lines.targets for lines in found)),
                )
            )
        return self._last[id]

    def about(self, province: str) -> Mapping[str, Lines]:
        if len(self._parts) == 1:
            return {id: self[id].of(province) for id in self._ids}
        part = next((part for part in self._parts if province in part.files), None)
        if part is None:
            return {}
        return {id: self._decode(block).of(province) for id, block in part.lines.items()}

    def tallies(self, field: str) -> Mapping[str, Tally]:
        found = [unpacker(dict[str, dict[str, Tally]])(part.tallies) for part in self._parts]
        return joined_by_thing(pair for tallies in found for pair in tallies[field].items())

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, id: object) -> bool:
        return id in self._known


class _Sources(_Lazy[Source]):
    """The sources by key FILE/ID; those of one file are decoded together."""

    def __init__(self, parts: list[Part]) -> None:
        self._blocks = {file: block for part in parts for file, block in part.sources.items()}
        self._decode = unpacker(dict[str, Source])
        self._found: dict[str, dict[str, Source]] = {}

    def _of(self, file: str) -> dict[str, Source]:
        if file not in self._found:
            self._found[file] = self._decode(self._blocks[file])
        return self._found[file]

    def __getitem__(self, key: str) -> Source:
        return self._of(key.rpartition("/")[0])[key]

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self._of, self._blocks))

    def __len__(self) -> int:
        return sum(len(self._of(file)) for file in self._blocks)


class _Scores(_Lazy[object]):
    def __init__(self, block: memoryview | bytes) -> None:
        self._block = block
        self._kept: dict | None = None

    def _all(self) -> dict:
        if self._kept is None:
            from dtcompare.model.score import ScoreFile

            self._kept = unpacker(dict[str, ScoreFile])(self._block)
        return self._kept

    def __getitem__(self, id: str) -> object:
        return self._all()[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


# --- writing


def part_of(files: Iterable[str], lines: Mapping[str, Lines], sources: Iterable[Source]) -> Part:
    """The part of a copy that some files make."""
    encode = packed
    owned: dict[str, dict[str, Source]] = {}
    for source in sources:
        owned.setdefault(source.key.rpartition("/")[0], {})[source.key] = source
    return Part(
        list(files),
        {id: encode(found) for id, found in lines.items()},
        {file: encode(found) for file, found in owned.items()},
        encode(tallied(lines)),
    )


def whole(dataset: Dataset) -> list[Part]:
    files = [*dataset.register.provinces, "national"]
    return [part_of(files, dataset.lines, dataset.sources.values())]


def write_copy(
    root: str, today: date, dataset: Dataset, parts: list[Part], before: Files, began: int
) -> None:
    """Writes the copy, where no file changed meanwhile or is so new that its time says little."""
    newest = max((time for _, time in before.values()), default=0)
    if observed(root) != before or newest > began - _SETTLED:
        return
    head = Head(dataset.about, dataset.catalogue, dataset.register, dataset.country)
    scores = packed(dict(dataset.scores))
    copy = Compiled(_key(root), today, before, head, scores, parts)
    path = _path(root)
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        beside = f"{path}.{os.getpid()}.tmp"
        with open(beside, "xb") as file:
            body = msgpack.encode(copy, enc_hook=_written)
            file.write(zlib.crc32(body).to_bytes(4, "big") + body)
        os.chmod(beside, 0o600)
        os.replace(beside, path)
