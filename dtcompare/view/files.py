"""Results saved to files: all of it or nothing, never half."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from dtcompare.errors import CannotWrite, WrongUsage
from dtcompare.view.faces import CHART_SUFFIXES, SUFFIXES

__all__ = ["format_for", "save", "save_by", "save_bytes"]


def format_for(path: Path) -> str:
    """The format that the suffix of ``path`` stands for; png, svg and pdf are charts.

    Raises WrongUsage for a suffix that stands for none.
    """
    suffix = path.suffix.lower()
    if suffix in CHART_SUFFIXES:
        return suffix[1:]
    if suffix not in SUFFIXES:
        known = ", ".join((*CHART_SUFFIXES, *SUFFIXES))
        raise WrongUsage("error.unknown-suffix", suffix=suffix or path.name, known=known)
    return SUFFIXES[suffix]


def save(path: Path, text: str, *, bom: bool = False) -> None:
    """Saves ``text`` as UTF-8 with plain line ends; ``bom`` marks it for Excel.

    Raises CannotWrite as save_bytes does.
    """
    save_bytes(path, ("\ufeff" * bom + text).encode("utf-8", "surrogateescape"))


def save_bytes(path: Path, data: bytes) -> None:
    """Saves ``data`` in place of what stood at ``path``, or leaves that as it was.

    A link's target is replaced, not the link; a file keeps its permissions. A device or a pipe is
    written to directly. Raises CannotWrite with the system's reason.
    """
    try:
        mode = _mode(path)
        if mode is None or stat.S_ISREG(mode):
            _replace(path.resolve(), data, mode)
        else:
            _write_directly(path, data)
    except OSError as error:
        raise CannotWrite(
            "error.cannot-write", path=path, reason=error.strerror or error
        ) from error


def save_by(path: Path, write: Callable[[Path], None]) -> None:
    """Lets ``write`` fill a file that then takes the place of what stood at ``path``.

    Raises CannotWrite with the system's reason; then what stood there still does.
    """
    try:
        mode = _mode(path)
        if mode is None or stat.S_ISREG(mode):
            _replace_by(path.resolve(), write, mode)
            return
    except OSError as error:
        raise CannotWrite(
            "error.cannot-write", path=path, reason=error.strerror or error
        ) from error
    raise CannotWrite("error.cannot-write", path=path, reason="not a regular file")


def _replace_by(target: Path, write: Callable[[Path], None], mode: int | None) -> None:
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        write(beside)
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """Type and permissions of what ``path`` leads to; None where nothing stands there yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    """Writes a file beside ``target`` and moves it there once it is safely on the disk."""
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _write_directly(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
