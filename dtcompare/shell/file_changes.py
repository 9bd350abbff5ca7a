"""Changes of the data files: one to be made, shown as a diff, or those between two revisions."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

import click

import dtcompare
from dtcompare.errors import CannotWrite
from dtcompare.model.dataset import Dataset
from dtcompare.reading import Reading, read_folder
from dtcompare.reading.file_edit import FileEdit
from dtcompare.reading.git_revision import Repository, read_revision
from dtcompare.shell.output import tell_notes
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes
from dtcompare.view.problems import problem_line

__all__ = ["apply_change", "open_revisions", "path_from_here", "read_unbroken", "refuse_bundled"]


def refuse_bundled(root: Path) -> None:
    """Raise CannotWrite for the data set inside the package: an update would undo the change."""
    if root.resolve() == Path(dtcompare.__file__).resolve().parent / "data":
        raise CannotWrite("error.bundled", path=root)


def read_unbroken(settings: Settings) -> tuple[Reading, Dataset]:
    """Read the files as they stand. Raises DataBroken: nothing is added to a broken data set."""
    reading = read_folder(settings.folder_at_hand(), settings.today)
    return reading, reading.require()


def open_revisions(settings: Settings, old: str, new: str | None) -> tuple[Dataset, Dataset, str]:
    """Return the data sets of two git revisions, and the folder as seen from the working folder.

    None for ``new`` stands for the files as they are. Raises WrongUsage for a revision that is not
    here, DataBroken for a side that has errors.
    """
    folder = settings.folder_at_hand()
    repository = Repository.around(folder)

    before = read_revision(repository, old, settings.today).require()
    if new is None:
        after = read_folder(folder, settings.today).require()
    else:
        after = read_revision(repository, new, settings.today).require()
    return before, after, path_from_here(folder)


def apply_change(change: FileEdit, settings: Settings, *, dry_run: bool) -> None:
    """Write the file unless ``dry_run``, and show the diff either way.

    Raises CannotWrite, also where the file has changed since it was read.
    """
    if not dry_run:
        refuse_bundled(change.root)
        if change.overtaken:
            raise CannotWrite("error.overtaken", path=change.path)
        change.path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(change.path, change.after)
    write("".join(_diff_lines(change)))
    tell_notes(settings.notes)
    for problem in change.warnings:
        click.echo(problem_line(problem, settings.lang), err=True)
    if dry_run:
        tell_notes([settings.say("add.dry-run")])


def _diff_lines(change: FileEdit) -> Iterable[str]:
    """Yield the change as ``git apply`` takes it, seen from the working folder."""
    path = path_from_here(change.path)
    before = (change.before or b"").decode().splitlines(keepends=True)
    after = change.after.decode().splitlines(keepends=True)
    old = f"a/{path}" if change.before is not None else "/dev/null"
    for line in unified_diff(before, after, old, f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def path_from_here(path: Path) -> str:
    """Return a path as seen from the working folder; whole where it lies on another drive."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()
