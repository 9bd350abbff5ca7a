"""Two states of a data set: of git revisions, or of one and the files as they are."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.errors import RevisionBroken, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.reading.git_revision import Repository, read_revision
from dtcompare.reading.load import Reading, read_folder
from dtcompare.shell.file_changes import path_from_here
from dtcompare.shell.settings import Settings


class Revisions(Struct, frozen=True):
    """Two states of a data set; ``folder`` is where it is, as seen from the working folder.

    ``names`` are what the user calls them, ``base`` the commit that the old one is; None: none yet.
    """

    old: Dataset
    new: Dataset
    folder: str
    names: tuple[str, str | None]
    base: str | None


def open_revisions(settings: Settings, typed: str, to: str | None) -> Revisions:
    """Return the data sets of REV and the files as they are (or ``to``), or of A..B or A...B.

    Raises WrongUsage for a revision that is not here, RevisionBroken and DataBroken for a side that
    has errors.
    """
    folder = settings.folder_at_hand()
    repository = Repository.around(folder)
    sides = repository.sides(typed, to)
    before = read_revision(repository, sides.old, sides.names[0], settings.today)
    if sides.new is None:
        after = read_folder(folder, settings.today)
    else:
        after = read_revision(repository, sides.new, sides.names[1] or "", settings.today)
    old, new = _require_right(before, sides.names[0]), _require_right(after, sides.names[1])
    if not before.files and not after.files:
        raise WrongUsage("error.not-there-then", revision=typed, path=repository.prefix or ".")
    return Revisions(old, new, path_from_here(folder), sides.names, sides.old)


def _require_right(reading: Reading, revision: str | None) -> Dataset:
    """Return the data set of one side; None: the files as they are.

    Raises RevisionBroken or DataBroken with all its problems when there is any error.
    """
    if reading.dataset is None and revision is not None:
        raise RevisionBroken(reading.problems, files=len(reading.files), where=revision)
    return reading.require()
