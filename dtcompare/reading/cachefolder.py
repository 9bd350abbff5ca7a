"""Where compiled copies lie, whether they are the user's own, and how they get there whole."""

from __future__ import annotations

import mmap
import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from zlib import crc32

_SUFFIX = ".msgpack"
_UNFINISHED = ".tmp"
_ABANDONED = 600  # seconds after which nobody is still writing a file
_CHECKSUM = 4  # bytes before the body


def cache_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Return the folder of the compiled copies: DTCOMPARE_CACHE_DIR, else the platform's own.

    Empty where there is none, as without a home.
    """
    if given := environ.get("DTCOMPARE_CACHE_DIR"):
        return os.path.abspath(given)
    if platform == "win32":
        base = environ.get("LOCALAPPDATA", "")
        return os.path.join(base, "dtcompare", "Cache") if base else ""
    base = environ.get("XDG_CACHE_HOME", "") if platform != "darwin" else ""
    if not base.startswith("/"):  # the XDG rules: a path that is not absolute is ignored
        home = os.path.expanduser("~")
        if not home.startswith("/"):
            return ""
        base = f"{home}/Library/Caches" if platform == "darwin" else f"{home}/.cache"
    return f"{base}/dtcompare"


def name_of(root: str, version: str) -> str:
    """Return the file name of the copy of a data set: short, one a place and version.

    Two places may fall on one name; the copy itself says which it is of.
    """
    last = os.path.basename(os.path.dirname(root)) or "data"
    word = "".join(c if c.isascii() and c.isalnum() else "-" for c in last)[:40]
    return f"{word}-{crc32(os.fsencode(root)):08x}-{version}{_SUFFIX}"


def is_own(path: str, *, folder: bool = False) -> bool:
    """Return whether a file or folder is no link, the user's own, and writable by nobody else.

    Windows keeps a user's own folders by rights that the mode does not show; there it holds.
    """
    try:
        status = os.lstat(path)
    except OSError:
        return False
    kind = stat.S_ISDIR if folder else stat.S_ISREG
    if not kind(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def read_whole(name: str) -> tuple[int, memoryview] | None:
    """Map a file of the cache folder into memory; return its checksum and its body.

    None where it is missing, damaged, or not the user's own.
    """
    folder = cache_folder()
    path = os.path.join(folder, name)
    if not (is_own(folder, folder=True) and is_own(path)):
        return None
    try:
        with open(path, "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # ValueError: nothing is in it
        return None
    found = int.from_bytes(data[:_CHECKSUM], "big")
    body = memoryview(data)[_CHECKSUM:]
    if crc32(body) == found:
        return found, body
    body.release()
    data.close()
    return None


def write_whole(name: str, body: bytes) -> None:
    """Write a file of the cache folder under another name, and then rename it.

    Nothing is left where that fails, as on a full disk, or on Windows while another process has
    the old file mapped.
    """
    folder = cache_folder()
    with suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not is_own(folder, folder=True):
            return
        _remove_abandoned(folder)
        unfinished = os.path.join(folder, f"{name}.{os.urandom(4).hex()}{_UNFINISHED}")
        try:
            with open(
                os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb"
            ) as file:
                file.write(crc32(body).to_bytes(_CHECKSUM, "big"))
                file.write(body)
            os.replace(unfinished, os.path.join(folder, name))
        except BaseException:
            with suppress(OSError):
                os.unlink(unfinished)
            raise


def _remove_abandoned(folder: str) -> None:
    """Remove what writers that were killed have left behind."""
    for entry in stores(folder):
        with suppress(OSError):
            age = time.time() - entry.stat(follow_symlinks=False).st_mtime
            if entry.name.endswith(_UNFINISHED) and age > _ABANDONED:
                os.unlink(entry.path)


def stores(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield the compiled copies in a folder, and what a write that was broken off left behind."""
    try:
        with os.scandir(folder) as entries:
            found = [e for e in entries if e.name.endswith((_SUFFIX, _UNFINISHED))]
    except OSError:
        return
    yield from sorted(found, key=lambda entry: entry.name)


def clear(folder: str) -> int:
    """Remove the compiled copies in a folder; return how many that were."""
    count = 0
    for entry in stores(folder):
        with suppress(OSError):
            os.unlink(entry.path)
            count += 1
    return count
