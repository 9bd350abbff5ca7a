"""Where compiled copies lie, and whether what lies there is the user's own."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from zlib import crc32

__all__ = ["cache_folder", "clear", "is_own", "name_of", "stores"]

_SUFFIX = ".msgpack"


def cache_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The folder of the compiled copies: DTCOMPARE_CACHE_DIR, else the platform's own place.

    Empty where there is none, as without a home.
    """
    if given := environ.get("DTCOMPARE_CACHE_DIR"):
        return os.path.abspath(given)  # noqa: PTH100 (pathlib is slow here)
    if platform == "win32":
        base = environ.get("LOCALAPPDATA", "")
        return os.path.join(base, "dtcompare", "Cache") if base else ""  # noqa: PTH118
    base = environ.get("XDG_CACHE_HOME", "") if platform != "darwin" else ""
    if not base.startswith("/"):  # the XDG rules: a path that is not absolute is ignored
        home = os.path.expanduser("~")  # noqa: PTH111
        if not home.startswith("/"):
            return ""
        base = f"{home}/Library/Caches" if platform == "darwin" else f"{home}/.cache"
    return f"{base}/dtcompare"


def name_of(root: str, version: str) -> str:
    """The file name of the copy of a data set: short, one a place and version.

    Two places may fall on one name; the copy itself says which it is of.
    """
    last = os.path.basename(os.path.dirname(root)) or "data"  # noqa: PTH119, PTH120
    word = "".join(c if c.isascii() and c.isalnum() else "-" for c in last)[:40]
    return f"{word}-{crc32(os.fsencode(root)):08x}-{version}{_SUFFIX}"


def is_own(path: str, *, folder: bool = False) -> bool:
    """Whether a file or folder is no link, the user's own, and writable by nobody else.

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


def stores(folder: str) -> Iterator[os.DirEntry[str]]:
    """The compiled copies in a folder, and what a write that was broken off left behind."""
    try:
        with os.scandir(folder) as entries:
            yield from sorted(
                (e for e in entries if e.name.endswith((_SUFFIX, f"{_SUFFIX}.tmp"))),
                key=lambda entry: entry.name,
            )
    except OSError:
        return


def clear(folder: str) -> int:
    """Removes the compiled copies in a folder; how many that were."""
    count = 0
    for entry in stores(folder):
        with suppress(OSError):
            os.unlink(entry.path)  # noqa: PTH108
            count += 1
    return count
