"""The two sides of a comparison: data sets of revisions, or of the files as they are."""

from __future__ import annotations

import os
from pathlib import Path

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import Dataset
from dtcompare.reading import Reading, read_folder
from dtcompare.reading.git_revision import Repository, read_revision
from dtcompare.shell.settings import Settings

__all__ = ["sides"]


def sides(settings: Settings, old: str, new: str | None) -> tuple[Dataset, Dataset, str]:
    """The data set of ``old`` and of ``new`` (None: as it is), and the folder seen from here.

    Raises WrongUsage for a revision that is not here, DataBroken for a side that has errors.
    """
    folder = settings.folder()
    repository = Repository.around(folder)
    before = _whole(read_revision(repository, old, settings.today), f"{old}:{repository.prefix}")
    if new is None:
        after = _whole(read_folder(folder, settings.today), str(folder))
    else:
        reading = read_revision(repository, new, settings.today)
        after = _whole(reading, f"{new}:{repository.prefix}")
    return before, after, _from_here(folder)


def _whole(reading: Reading, where: str) -> Dataset:
    if reading.dataset is None:
        raise DataBroken(reading.problems, files=len(reading.files), where=where)
    return reading.dataset


def _from_here(root: Path) -> str:
    """The folder as seen from the working folder; whole where it lies on another drive."""
    try:
        return Path(os.path.relpath(root)).as_posix()
    except ValueError:
        return root.as_posix()
