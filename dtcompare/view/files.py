"""Results saved to files: all of it or nothing, never half."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from dtcompare.errors import CannotWrite, WrongUsage
from dtcompare.view.formats import CHART_SUFFIXES, SUFFIXES


def format_for(path: Path) -> str:
    """Return the format that the suffix of ``path`` stands for; png, svg and pdf are charts.

    Raises WrongUsage for a suffix that stands for none.
    """
    suffix = path.suffix.lower()
    if suffix in CHART_SUFFIXES:
        return suffix[1:]
    if suffix not in SUFFIXES:
        known = ", ".join((*CHART_SUFFIXES, *SUFFIXES))
        raise WrongUsage("error.unknown-suffix", suffix=suffix or path.name, known=known)
    return SUFFIXES[suffix]


def is_plain_text(path: Path) -> bool:
    """Tell whether a file of this name may hold a text of any format; no suffix, .txt, .md, .tex.

    A suffix that dtcompare does not write says nothing of what is in the file.
    """
    suffix = path.suffix.lower()
    known = suffix in SUFFIXES or suffix in CHART_SUFFIXES
    return not known or suffix in {".txt", ".md", ".rst", ".tex"}


def save(path: Path, text: str, *, bom: bool = False) -> None:
    """Save ``text`` as UTF-8 with plain line ends; ``bom`` marks it for Excel.

    Raises CannotWrite as save_bytes does.
    """
    save_bytes(path, encoded("\ufeff" * bom + text))


def encoded(text: str) -> bytes:
    """Return a text as it is saved: UTF-8, with the bytes that were never decoded as they came."""
    return text.encode("utf-8", "surrogateescape")


def save_bytes(path: Path, data: bytes) -> None:
    """Save ``data`` in place of what stood at ``path``, or leaves that as it was.

    A link's target is replaced, not the link; a file keeps its permissions. A device or a pipe is
    written to directly. Raises CannotWrite with the system's reason.
    """
    save_all({path: data})


def save_all(files: Mapping[Path, bytes]) -> None:
    """Save all of them as ``save_bytes`` does; none is replaced before each is on the disk.

    Raises CannotWrite with the system's reason; then what stood there still does.
    """
    moves: dict[Path, Callable[[], object]] = {}
    direct: dict[Path, Callable[[], object]] = {}
    with ExitStack() as stack:
        for path, data in files.items():
            with _system_errors(path):
                mode = _mode(path)
                if mode is None or stat.S_ISREG(mode):
                    write = partial(_write_safely, data)
                    moves[path] = stack.enter_context(_beside(path.resolve(), write, mode))
                else:
                    direct[path] = partial(_write_directly, path, data)
        for path, last in (*direct.items(), *moves.items()):
            with _system_errors(path):
                last()


def save_by(path: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a file that then takes the place of what stood at ``path``.

    Raises CannotWrite with the system's reason; then what stood there still does.
    """
    with _system_errors(path):
        mode = _mode(path)
        if mode is None or stat.S_ISREG(mode):
            with _beside(path.resolve(), write, mode) as last:
                last()
            return
    raise CannotWrite("error.not-regular", path=path)


@contextmanager
def _system_errors(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into CannotWrite."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise CannotWrite("error.cannot-write", path=path, reason=reason) from error


@contextmanager
def _beside(
    target: Path, write: Callable[[Path], None], mode: int | None
) -> Iterator[Callable[[], object]]:
    """Yield what moves a file, written beside ``target``, to its place; unmoved, it is removed."""
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        write(beside)
        if mode is not None and os.name == "posix":  # on Windows a mode is a mark: never write
            beside.chmod(stat.S_IMODE(mode))
        yield partial(beside.replace, target)
    finally:
        beside.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """Return type and permissions of what ``path`` leads to; None where nothing stands yet."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_safely(data: bytes, path: Path) -> None:
    """Write a new file, and returns when it is on the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _write_directly(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
