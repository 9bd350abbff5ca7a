"""A data set as quickly as it can be had: from its compiled copy, else from its files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import Dataset
from dtcompare.reading.blocks import blocks_of
from dtcompare.reading.packing import Unpackable
from dtcompare.reading.store import Store, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from dtcompare.reading.load import Reading

__all__ = ["Progress", "check_folder", "open_folder"]

# Called with how many of how many files have been read.
Progress = Callable[[int, int], None]


def open_folder(
    folder: str | Path, today: date, *, cache: bool = True, progress: Progress | None = None
) -> Dataset:
    """The data set in ``folder``, the same with and without ``cache``.

    ``progress``: workers may be started, one a core, and it is told how they get on; None: this
    process reads everything by itself. Raises DataBroken and NotADataset.
    """
    store = open_store(folder, today) if cache else None
    if store is not None:
        found = store.dataset(lambda: _read(folder, today, None, progress))
        if found is not None:
            return found
    return _read(folder, today, store, progress)


def check_folder(
    folder: Path, today: date, *, keep: bool = True, progress: Progress | None = None
) -> Reading:
    """Everything in ``folder`` with every problem.

    ``progress`` as for ``open_folder``. Where workers read, lines are left out unless told to
    ``keep`` them. Raises NotADataset.
    """
    from dtcompare.reading.load import read_folder  # noqa: PLC0415 (only where files are read)

    if progress is not None:
        from dtcompare.reading.many import check_large, is_large  # noqa: PLC0415 (the same)

        if is_large(folder):
            return check_large(folder, today, progress, keep=keep)
    return read_folder(folder, today)


def _read(
    folder: str | Path, today: date, store: Store | None, progress: Progress | None
) -> Dataset:
    """The data set from its files, kept in ``store`` where there is one."""
    from pathlib import Path  # noqa: PLC0415 (only where files are read)

    from dtcompare.reading.load import read_folder  # noqa: PLC0415 (only where files are read)

    folder = Path(folder)
    if store is not None:
        store.begin()
    if progress is not None:
        from dtcompare.reading.many import is_large, read_large  # noqa: PLC0415 (the same)

        if is_large(folder):
            return read_large(folder, today, store, progress)
    digests: dict[str, str] = {}
    reading = read_folder(folder, today, digests=digests, doubts=False)
    if reading.dataset is None:  # all that is to be said of it takes longer
        reading = read_folder(folder, today)
        if reading.dataset is None:
            raise DataBroken(reading.problems, files=len(reading.files), where=str(folder))
        return reading.dataset
    if store is not None:
        with suppress(Unpackable):
            store.keep(blocks_of(reading.dataset), digests)
    return reading.dataset
