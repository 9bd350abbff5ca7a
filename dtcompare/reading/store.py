"""The compiled copy of a data set: one SQLite file, one block an indicator.

It is only ever a copy. A block is JSON, which runs nothing, with a digest that is verified when it
is read (SQLite checks no pages). The file is written whole under another name and then moved, so
that a reader sees the old one or the new one; it is never changed in place and may be opened as
immutable. Whatever is wrong with it, missing, corrupt, of another program, not the user's own,
older than the files, the files themselves are read.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import date
from functools import partial
from typing import Any, Generic, TypeVar

import dtcompare
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.source import Source
from dtcompare.reading.cachefolder import cache_folder, is_own, name_of, stores
from dtcompare.reading.freshness import digest, observe, settled, unchanged
from dtcompare.reading.packing import Rows, Shared, expanded, pack, pack_rows, unpack, unpack_rows

__all__ = ["Blocks", "Store", "blocks_of", "dataset_of", "open_store"]

_T = TypeVar("_T")
_FORMAT = "1"
_PLAIN = ("about", "catalogue", "register", "country")  # read at once; the other fields when asked
_STALE = 3600  # seconds after which what a broken write left behind is cleared away

Blocks = Mapping[str, bytes]
Fetch = Callable[[str], bytes]


class _Lost(Exception):
    """A block that is missing or damaged."""


# --- a data set in blocks


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


def dataset_of(fetch: Fetch, whole: Callable[[], Dataset]) -> Dataset:
    """The data set whose blocks ``fetch`` gives, each fetched when it is first asked for.

    ``whole`` reads the data set anew; it is called once where a block turns out to be lost. Raises
    _Lost where the head already is.
    """
    head = _unpacked(fetch, "head", unpack)
    fields, layout = head["fields"], head["layout"]
    anew = _Once(whole)
    parts: dict[str, Any] = dict(fields)
    parts |= {name: _Later(fetch, name, anew) for name in head["more"]}
    return Dataset(
        **parts,
        lines=_Lines(fetch, layout["lines"], anew),
        sources=_Sources(fetch, layout["sources"], layout["order"], anew),
    )


def _unpacked(fetch: Fetch, name: str, form: Callable[[bytes], _T]) -> _T:
    """A block in its form; raises _Lost for one that has none."""
    try:
        return form(expanded(fetch(name)))
    except (ValueError, TypeError, KeyError, ArithmeticError, AttributeError) as error:
        raise _Lost(name) from error


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
            except _Lost:
                self._kept[id] = self._anew().lines[id]
        return self._kept[id]

    def _joined(self, id: str, parts: Iterable[int]) -> Lines:
        form = partial(_unpacked_lines, shared=self._shared)
        found = [_unpacked(self._fetch, f"lines/{id}/{n}", form) for n in parts]
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
                self._kept[part] = _unpacked(self._fetch, f"sources/{part}", _Keyed)
            except _Lost:
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
                self._kept = _unpacked(self._fetch, f"more/{self._name}", unpack)
            except _Lost:
                self._kept = getattr(self._anew(), self._name)
        assert self._kept is not None
        return self._kept

    def __getitem__(self, key: str) -> Any:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


# --- the file


class Store:
    """The compiled copy of one data set, for one day's run of one program."""

    def __init__(self, root: str | os.PathLike[str], today: date) -> None:
        self._root = os.path.realpath(root)
        self._today = today
        self._folder = cache_folder()
        self._name = name_of(self._root, dtcompare.__version__)
        self._path = os.path.join(self._folder, self._name)  # noqa: PTH118 (pathlib is slow here)
        self._at = 0
        self._marks: dict[str, list[int]] | None = None

    # reading

    def dataset(self, whole: Callable[[], Dataset]) -> Dataset | None:
        """The data set as compiled; None where that is not to be had or no longer true."""
        with suppress(OSError, _Lost, MemoryError):
            if not (self._folder and is_own(self._folder, folder=True) and is_own(self._path)):
                return None
            fetch = _fetcher(self._path)
            stamp = _unpacked(fetch, "stamp", unpack)
            if stamp["key"] != self._key() or self._today < stamp["day"]:
                return None
            state = unchanged(self._root, stamp)
            if state is False:
                return None
            found = dataset_of(fetch, whole)
            if state is None:
                self._settle(stamp)
            return found
        return None

    def _key(self) -> tuple[str, ...]:
        """What a copy must be of: this form, program and place."""
        return (_FORMAT, dtcompare.__version__, program_stamp(), self._root)

    def _settle(self, stamp: dict[str, Any]) -> None:
        """Writes the marks anew for files found unchanged by content, once they are old enough."""
        at = time.time_ns()
        with suppress(OSError):
            marks = observe(self._root)
            if marks is None or marks.keys() != stamp["marks"][0].keys() or not settled(marks, at):
                return
            if unchanged(self._root, stamp | {"marks": [marks], "at": 0}) is False:
                return
            text = pack(stamp | {"at": at, "marks": [marks]})
            import shutil  # noqa: PLC0415 (seldom)

            self._replace(lambda path: shutil.copyfile(self._path, path), {"stamp": text})

    # writing

    def begin(self) -> None:
        """Notes what the files are before they are read."""
        self._at = time.time_ns()
        try:
            self._marks = observe(self._root)
        except OSError:
            self._marks = None

    def keep(self, blocks: Blocks, digests: Mapping[str, str]) -> bool:
        """Stores what was read since ``begin``, where no file has changed meanwhile.

        ``digests`` are those of the very bytes that were read, by path.
        """
        with suppress(OSError):
            if not self._folder or self._marks is None or observe(self._root) != self._marks:
                return False
            stamp = {
                "key": self._key(),
                "day": self._today,
                "at": self._at,
                "marks": [dict(self._marks)],
                "digests": [dict(digests)],
            }
            os.makedirs(self._folder, mode=0o700, exist_ok=True)  # noqa: PTH103
            if is_own(self._folder, folder=True):
                return self._replace(lambda _: None, {**blocks, "stamp": pack(stamp)})
        return False

    def _replace(self, start: Callable[[str], object], blocks: Blocks) -> bool:
        """Writes a file beside the copy, and moves it there once it is whole."""
        self._clear_leftovers()
        beside = f"{self._path[:-7]}.{os.urandom(6).hex()}.sqlite.tmp"
        try:
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            start(beside)
            written = _write(beside, blocks)
            if written:
                os.replace(beside, self._path)  # noqa: PTH105
            return written
        finally:
            with suppress(OSError):
                os.unlink(beside)  # noqa: PTH108

    def _clear_leftovers(self) -> None:
        """Removes what was left by a program that was killed while writing."""
        for entry in stores(self._folder):
            with suppress(OSError):
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
                if entry.name.endswith(".tmp") and age > _STALE:
                    os.unlink(entry.path)  # noqa: PTH108


def open_store(root: str | os.PathLike[str], today: date) -> Store:
    """The store of a data set; nothing is read yet."""
    return Store(root, today)


def program_stamp() -> str:
    """What tells this program's reading from that of another state of its source."""
    package = os.path.dirname(dtcompare.__file__)  # noqa: PTH120
    parts = []
    for folder in ("model", "reading"):
        with os.scandir(os.path.join(package, folder)) as entries:  # noqa: PTH118
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    parts.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    return digest("\n".join(sorted(parts)).encode())


def _fetcher(path: str) -> Fetch:
    """What fetches the blocks of a file, each verified; raises _Lost."""
    import sqlite3  # noqa: PLC0415 (only where there is a copy)

    name = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if sys.platform == "win32":
        name = "/" + name.replace("\\", "/")
    try:
        base = sqlite3.connect(f"file:{name}?mode=ro&immutable=1", uri=True)
        row = base.execute("SELECT digest FROM block WHERE name = ''").fetchone()
    except (sqlite3.Error, UnicodeError) as error:
        raise _Lost(path) from error
    mark = row[0] if row and isinstance(row[0], str) else ""

    def fetch(name: str) -> bytes:
        try:
            found = base.execute("SELECT digest, text FROM block WHERE name = ?", (name,))
            row = found.fetchone()
        except (sqlite3.Error, UnicodeError, MemoryError, OverflowError) as error:
            raise _Lost(name) from error
        if row is None or not isinstance(row[1], bytes):
            raise _Lost(name)
        if row[0] != digest(mark.encode("utf-8", "replace"), name.encode(), row[1]):
            raise _Lost(name)
        return row[1]

    return fetch


def _write(path: str, blocks: Blocks) -> bool:
    """Writes blocks to a new or copied file; False where the disk or SQLite will not have it.

    ``mark`` is drawn for each file and goes into every digest: a page of an older file that turns
    up in this one is no block of it.
    """
    import sqlite3  # noqa: PLC0415 (only where a copy is written)

    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as base:
            base.execute("PRAGMA page_size = 16384")
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA synchronous = OFF")
            base.execute("BEGIN")
            base.execute(
                "CREATE TABLE IF NOT EXISTS block"
                " (name TEXT PRIMARY KEY, digest TEXT NOT NULL, text BLOB)"
            )
            row = base.execute("SELECT digest FROM block WHERE name = ''").fetchone()
            mark = row[0] if row else os.urandom(8).hex()
            put = "INSERT OR REPLACE INTO block VALUES (?, ?, ?)"
            base.execute(put, ("", mark, None))
            base.executemany(
                put,
                (
                    (name, digest(mark.encode(), name.encode(), text), text)
                    for name, text in blocks.items()
                ),
            )
            base.execute("COMMIT")
    except sqlite3.Error:
        return False
    return True
