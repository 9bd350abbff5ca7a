"""A data set as quickly as it can be had: from its compiled copy, else from its files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from dtcompare.model.dataset import Dataset
from dtcompare.reading.compiled import Files, StoredLines, observe, open_copy, write_copy
from dtcompare.reading.folder import find_root

if TYPE_CHECKING:
    from pathlib import Path

    from dtcompare.reading.load import Reading

# Is told how many files of how many are read, and -1 in the end.
Progress = Callable[[int, int], None]

LARGE = 2 << 20  # bytes of files from which processes are worth their start


def open_dataset(path: str | Path | None = None) -> Dataset:
    """Return the data set at ``path``: its folder, or one that holds it as ``data``.

    Without a path: DTCOMPARE_DATA, else the nearest ``data`` folder upwards, else the bundled data.
    Raises NotADataset where there is none, DataBroken (with every problem) where it has an error.
    """
    given = None if path is None else str(path)
    root = find_root(given, os.environ.get("DTCOMPARE_DATA"), os.curdir)
    return open_folder(root, datetime.now().astimezone().date())


def open_folder(
    folder: str | Path, today: date, *, cache: bool = True, progress: Progress | None = None
) -> Dataset:
    """Return the data set in ``folder``.

    A large one is read by one process a core, and ``progress`` told how far that is; with None no
    process is started. Without ``cache`` the compiled copy is neither read nor written.

    Raises DataBroken (with every problem) where it has an error, NotADataset where there is none.
    """
    root = os.path.realpath(folder)
    if cache and (found := open_copy(root, today)) is not None:
        return found
    began, files = time.time_ns(), observe(root)
    progress = _of_large(files, progress)
    reading = _read(folder, today, progress, doubts=False)
    if reading.dataset is None:
        reading = _read(folder, today, progress)
    dataset = reading.require()
    if not cache:
        return dataset
    write_copy(root, today, dataset, files, began)
    if isinstance(dataset.lines, StoredLines):  # many parts, which lie better in a mapped file
        return open_copy(root, today) or dataset
    return dataset


def check_folder(
    folder: str | Path, today: date, *, keep: bool = True, progress: Progress | None = None
) -> Reading:
    """Read a data set for its problems, without its copy; its lines are there only with ``keep``.

    ``progress`` as in ``open_folder``. Raises NotADataset.
    """
    files = observe(os.path.realpath(folder))
    return _read(folder, today, _of_large(files, progress), keep=keep)


def _of_large(files: Files | None, progress: Progress | None) -> Progress | None:
    """Return who is told of the reading; None where one process shall do it."""
    size = sum(size for size, _, _ in files.values()) if files else 0
    return progress if size > LARGE and (os.cpu_count() or 1) > 1 else None


def _read(
    folder: str | Path,
    today: date,
    progress: Progress | None,
    *,
    doubts: bool = True,
    keep: bool = True,
) -> Reading:
    """Read the files, by several processes where there is somebody to tell of their progress."""
    from pathlib import Path

    from dtcompare.reading.load import read_folder

    root, read_bodies = Path(folder), None
    if progress is not None:
        from dtcompare.reading.parallel import read_in_pool

        read_bodies = partial(read_in_pool, root, progress, keep=keep)
    return read_folder(root, today, doubts=doubts, read_bodies=read_bodies)
