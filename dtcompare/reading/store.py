"""The compiled copy of a data set: one SQLite file, one block an indicator.

It is only ever a copy. A block is JSON, which runs nothing, with a digest that is verified when it
is read (SQLite checks no pages). The file is written whole under another name and then moved, so
that a reader sees the old one or the new one; it is never changed in place and may be opened as
immutable. Whatever is wrong with it, missing, corrupt, of another program, not the user's own,
older than the files, the files themselves are read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date

import dtcompare
from dtcompare.model.dataset import Dataset
from dtcompare.reading.blocks import Blocks, Lost, dataset_of, unpacked
from dtcompare.reading.cachefolder import cache_folder, is_own, name_of, stores
from dtcompare.reading.freshness import Files, Marks, digest, observe, seal, settled, unchanged
from dtcompare.reading.jsontext import read_json, to_json
from dtcompare.reading.shipped import FORMAT, shipped_copy, shipped_key
from dtcompare.reading.storefile import fetcher, write_blocks

__all__ = ["Store", "open_store", "stamp_blocks"]

_STALE = 3600  # seconds after which what a broken write left behind is cleared away


class Store:
    """The compiled copy of one data set, for one day's run of one program."""

    def __init__(self, root: str | os.PathLike[str], today: date) -> None:
        self._root = os.path.realpath(root)
        self._today = today
        self._folder = cache_folder()
        self._name = name_of(self._root, dtcompare.__version__)
        self._path = os.path.join(self._folder, self._name)  # noqa: PTH118 (pathlib is slow here)
        self._at = 0
        self._marks: Marks | None = None

    # reading

    def dataset(self, whole: Callable[[], Dataset]) -> Dataset | None:
        """The data set as compiled; None where that is not to be had or no longer true."""
        with suppress(OSError, Lost, MemoryError):
            if self._folder and is_own(self._folder, folder=True) and is_own(self._path):
                found = self._read(self._path, self._key(), whole)
                if found is not None:
                    return found
        with suppress(OSError, Lost, MemoryError):
            shipped = shipped_copy(self._root)
            return None if shipped is None else self._read(shipped, shipped_key(), whole)
        return None

    def _read(
        self, path: str, key: tuple[str, ...], whole: Callable[[], Dataset]
    ) -> Dataset | None:
        """What the copy at ``path`` holds, where it bears that key and the files are as they were.

        A copy whose files are known by their content alone is written to the user's folder with
        their marks, so that the next run need not read them.
        """
        fetch = fetcher(path)
        its_key, day, at, sealed = unpacked(fetch, "made", _stamp)
        if its_key != key or self._today < day:
            return None
        state = unchanged(self._root, sealed, at, lambda: unpacked(fetch, "files", _files))
        if state is False:
            return None
        found = dataset_of(fetch, whole)
        if state is None:
            self._settle(path, day, unpacked(fetch, "files", _files))
        return found

    def _key(self) -> tuple[str, ...]:
        """What a copy must be of: this form, program and place."""
        return (FORMAT, dtcompare.__version__, program_stamp(), self._root)

    def _settle(self, path: str, day: date, files: Files) -> None:
        """Writes the marks anew for files found unchanged by content, once they are old enough."""
        at = time.time_ns()
        then, digests = files
        with suppress(OSError):
            marks = observe(self._root)
            if marks is None or marks.keys() != then.keys() or not settled(marks, at):
                return
            if unchanged(self._root, "", 0, lambda: (marks, digests)) is False:
                return
            if self._ready():
                import shutil  # noqa: PLC0415 (seldom)

                stamp = stamp_blocks(self._key(), day, at, (marks, digests))
                self._replace(lambda beside: shutil.copyfile(path, beside), stamp)

    def _ready(self) -> bool:
        """Whether there is a folder to write to, the user's own; it is made where it is missing."""
        if not self._folder:
            return False
        os.makedirs(self._folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        return is_own(self._folder, folder=True)

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
            if self._marks is None or observe(self._root) != self._marks:
                return False
            if self._ready():
                files = (self._marks, digests)
                stamp = stamp_blocks(self._key(), self._today, self._at, files)
                return self._replace(lambda _: None, {**blocks, **stamp})
        return False

    def _replace(self, start: Callable[[str], object], blocks: Blocks) -> bool:
        """Writes a file beside the copy, and moves it there once it is whole."""
        self._clear_leftovers()
        beside = f"{self._path[:-7]}.{os.urandom(6).hex()}.sqlite.tmp"
        try:
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            start(beside)
            written = write_blocks(beside, blocks)
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


def stamp_blocks(key: Sequence[str], day: date, at: int, files: Files) -> dict[str, bytes]:
    """The blocks that say what the others are of; the files stand apart, they are seldom asked for.

    ``key`` tells form, program and place, ``day`` the day for which the files were read, ``at``
    when that was begun, in nanoseconds.
    """
    marks, digests = files
    sealed = seal(marks) if settled(marks, at) else ""
    return {
        # "stamp" in earlier forms: a program that knows those finds none in this one.
        "made": to_json([list(key), day.isoformat(), at, sealed]),
        "files": to_json([dict(marks), dict(digests)]),
    }


def _stamp(block: bytes) -> tuple[tuple[str, ...], date, int, str]:
    key, day, at, sealed = read_json(block)
    return tuple(key), date.fromisoformat(day), at, sealed


def _files(block: bytes) -> Files:
    marks, digests = read_json(block)
    return {path: tuple(traces) for path, traces in marks.items()}, digests


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
