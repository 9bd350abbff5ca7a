"""Whether the files of a data set are still what was read: by their marks, else by content.

A file is taken for unchanged, unread, where size, times of content and of inode, and inode are
the same and both times lie at least two seconds before the record was begun: a change in the same
tick of the clock leaves no other trace (git's racy rule; two seconds are the coarsest clock of a
file system, FAT's). Any other file is read and its digest compared. On Windows st_ctime is the
time of creation, so every file is read.

The digest is BLAKE2b, of 128 bits. CRC-32 and Adler-32, alone or together, are linear: among the
hundreds of millions of blocks of many users a damaged one passes, and whoever edits a file can aim
at them. ``_blake2`` is the extension that ``hashlib`` itself takes it from, without the OpenSSL
that importing ``hashlib`` loads.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Mapping
from operator import attrgetter

try:
    from _blake2 import blake2b
except ImportError:  # a Python without the extension
    from hashlib import blake2b

__all__ = ["MARGIN", "Files", "Marks", "digest", "observe", "seal", "settled", "unchanged"]

MARGIN = 2_000_000_000  # nanoseconds
_FOLDERS = ("provinces", "provinces/former", "scores")
_MARKED = (".yaml", ".yml")

# By path: kind, size, times and inode of a YAML file; nothing of anything else that has a name.
Marks = Mapping[str, tuple[int, ...]]
# What was read: the marks of the files, and the digests of their content.
Files = tuple[Marks, Mapping[str, str]]

_TRACES = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


def digest(*parts: bytes) -> str:
    """128 bits of BLAKE2b over the parts, in hexadecimal."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    text: str = made.hexdigest()
    return text


def observe(root: str) -> dict[str, tuple[int, ...]] | None:
    """Every name in the folders of a data set, with the marks of its YAML files.

    None where a link leads anywhere: what it leads to may change unseen. Raises OSError.
    """
    marks: dict[str, tuple[int, ...]] = {}
    for folder in ("", *_FOLDERS):
        prefix = f"{folder}/" if folder else ""
        try:
            entries = os.scandir(os.path.join(root, folder))  # noqa: PTH118 (pathlib is slow here)
        except (FileNotFoundError, NotADirectoryError):
            marks[prefix] = ()
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                path = prefix + name
                relevant = name.lower().endswith(_MARKED)
                if entry.is_symlink() and (relevant or path in _FOLDERS):
                    return None
                marks[path] = _marks(_status(entry)) if relevant else ()
    return marks


def _status(entry: os.DirEntry[str]) -> os.stat_result:
    """What the system says of a file; on Windows the listing of a folder knows too little."""
    return os.stat(entry.path) if sys.platform == "win32" else entry.stat(follow_symlinks=False)  # noqa: PTH116


def _marks(status: os.stat_result) -> tuple[int, ...]:
    return (stat.S_IFMT(status.st_mode), *_TRACES(status))


def unchanged(root: str, sealed: str, at: int, files: Callable[[], Files]) -> bool | None:
    """Whether the files are what was read; None: they are, by content alone.

    ``sealed`` is the seal of marks that were settled, empty for others; ``at`` is when the reading
    was begun, in nanoseconds. ``files`` is asked only where the seal does not tell.
    """
    now = observe(root)
    if now is None:
        return False
    if sys.platform != "win32" and seal(now) == sealed:
        return True
    then, digests = files()
    if now.keys() != then.keys():
        return False
    if sys.platform != "win32" and now == then and settled(now, at):
        return True
    for path, marks in now.items():
        if marks == then[path] and (not marks or (sys.platform != "win32" and _old(marks, at))):
            continue
        if path not in digests or _content(os.path.join(root, path), marks) != digests[path]:  # noqa: PTH118
            return False
    return None


def seal(marks: Marks) -> str:
    """A digest of all marks: the same for the same ones, met in the same order."""
    return digest(repr(marks).encode("utf-8", "surrogatepass"))


def settled(marks: Marks, at: int) -> bool:
    """Whether every file was old enough at ``at`` for its marks to be trusted."""
    return all(not m or _old(m, at) for m in marks.values())


def _old(marks: tuple[int, ...], at: int) -> bool:
    return marks[2] <= at - MARGIN and marks[3] <= at - MARGIN


def _content(path: str, marks: tuple[int, ...]) -> str | None:
    """The digest of a file that has these marks before and after it is read; else None."""
    with open(path, "rb") as file:  # noqa: PTH123 (pathlib is slow here)
        if not marks or _marks(os.fstat(file.fileno())) != marks:
            return None
        data = file.read()
        return digest(data) if _marks(os.fstat(file.fileno())) == marks else None
