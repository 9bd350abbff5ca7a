"""Changes of the data files: one to be made, shown as a diff, or those between two revisions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import unified_diff
from pathlib import Path

import click

import dtcompare
from dtcompare.errors import CannotWrite
from dtcompare.model.dataset import Dataset
from dtcompare.reading.file_edit import FileEdit, Trial
from dtcompare.reading.folder import PROVINCES
from dtcompare.reading.load import Reading, read_folder
from dtcompare.shell.output import tell_notes
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import save_all, save_bytes
from dtcompare.view.problems import problem_line

_UNCITED = "unused-source"


def refuse_bundled(root: Path) -> None:
    """Raise CannotWrite for the data set inside the package: an update would undo the change."""
    if root.resolve() == Path(dtcompare.__file__).resolve().parent / "data":
        raise CannotWrite("error.bundled", path=root)


def read_unbroken(settings: Settings) -> tuple[Reading, Dataset]:
    """Read the files as they stand.

    Raises DataBroken where they have an error that nothing added can mend: a page that no line
    cites yet, and a folder of provinces that is yet to come, are none of these.
    """
    reading = read_folder(settings.folder_at_hand(), settings.today)
    wrong = {(p.code, p.file) for p in reading.problems if p.level == "error"}
    wrong -= {("missing-file", PROVINCES), *(pair for pair in wrong if pair[0] == _UNCITED)}
    if reading.draft is None or wrong:
        return reading, reading.require()
    return reading, reading.draft


def apply_edits(trial: Trial, settings: Settings, *, dry_run: bool) -> None:
    """Write the files unless ``dry_run``, and show the diff either way.

    Raises CannotWrite, also where a file has changed since it was read.
    """
    if not dry_run:
        write_edits(trial.edits)
    for edit in trial.edits:
        write("".join(_diff_lines(edit)))
    tell_notes(settings.notes)
    tell_warnings(trial, settings)
    if dry_run:
        tell_notes([settings.say("add.dry-run")])


def tell_warnings(trial: Trial, settings: Settings) -> None:
    """Write what ``check`` will warn of that it did not before to standard error."""
    for problem in trial.warnings:
        click.echo(problem_line(problem, settings.lang), err=True)


def write_edits(edits: Sequence[FileEdit]) -> None:
    """Write all the files or none; a file is whole at any moment.

    Raises CannotWrite, also where a file has changed since it was read.
    """
    for edit in edits:
        refuse_bundled(edit.root)
        if edit.overtaken:
            raise CannotWrite("error.overtaken", path=edit.path)
    for edit in edits:
        edit.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        save_all({edit.path: edit.after for edit in edits})
    except (CannotWrite, KeyboardInterrupt):
        for edit in edits:
            with suppress(CannotWrite):
                _take_back(edit)
        raise


def _take_back(edit: FileEdit) -> None:
    """Put back what stood in a file that has been written. Raises CannotWrite."""
    if edit.overtaken and edit.before is not None:
        save_bytes(edit.path, edit.before)
    elif edit.before is None:
        edit.path.unlink(missing_ok=True)


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
