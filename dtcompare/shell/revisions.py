"""The two sides of a comparison: data sets of revisions, or of the files as they are."""

from __future__ import annotations

import os
from pathlib import Path

from dtcompare.model.dataset import Dataset
from dtcompare.reading import read_folder
from dtcompare.reading.git_revision import Repository, read_revision
from dtcompare.shell.settings import Settings

__all__ = ["sides"]


def sides(settings: Settings, old: str, new: str | None) -> tuple[Dataset, Dataset, str]:
    """The data set of ``old`` and of ``new`` (None: as it is), and the folder seen from here.

    Raises WrongUsage for a revision that is not here, DataBroken for a side that has errors.
    """
    folder = settings.folder()
    repository = Repository.around(folder)
    before = read_revision(repository, old, settings.today).require()
    if new is None:
        after = read_folder(folder, settings.today).require()
    else:
        after = read_revision(repository, new, settings.today).require()
    return before, after, _from_here(folder)


def _from_here(root: Path) -> str:
    """The folder as seen from the working folder; whole where it lies on another drive."""
    try:
        return Path(os.path.relpath(root)).as_posix()
    except ValueError:
        return root.as_posix()
