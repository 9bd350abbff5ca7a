"""A proposal shown as a diff, and written unless it was only to be shown."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import unified_diff
from pathlib import Path

import click

import dtcompare
from dtcompare.errors import CannotWrite
from dtcompare.reading import Reading, read_folder
from dtcompare.reading.file_edit import FileEdit
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes
from dtcompare.view.problems import problem_line
from dtcompare.words import say

__all__ = ["apply_edit", "read_whole", "refuse_bundled"]


def refuse_bundled(root: Path) -> None:
    """Raises CannotWrite for the data set inside the package: an update would undo the change."""
    if root.resolve() == Path(dtcompare.__file__).resolve().parent / "data":
        raise CannotWrite("error.bundled", path=root)


def read_whole(settings: Settings) -> Reading:
    """The data set as it stands. Raises DataBroken: nothing is added to a broken one."""
    reading = read_folder(settings.folder(), settings.today)
    reading.require()
    return reading


def apply_edit(proposal: FileEdit, settings: Settings, *, dry_run: bool) -> None:
    """Writes the file unless ``dry_run``, and shows the diff either way.

    Raises CannotWrite, also where the file has changed since it was read.
    """
    if not dry_run:
        refuse_bundled(proposal.root)
        if proposal.overtaken:
            raise CannotWrite("error.overtaken", path=proposal.path)
        proposal.path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(proposal.path, proposal.after)
    write("".join(_diff(proposal)))
    for note in settings.notes:
        click.echo(f"dtcompare: {note}", err=True)
    for problem in proposal.warnings:
        click.echo(problem_line(problem, settings.lang), err=True)
    if dry_run:
        click.echo(f"dtcompare: {say(settings.lang, 'add.dry-run')}", err=True)


def _diff(proposal: FileEdit) -> Iterable[str]:
    """The change as ``git apply`` takes it, seen from the working folder."""
    path = _from_here(proposal.path)
    before = (proposal.before or b"").decode().splitlines(keepends=True)
    after = proposal.after.decode().splitlines(keepends=True)
    old = f"a/{path}" if proposal.before is not None else "/dev/null"
    for line in unified_diff(before, after, old, f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _from_here(path: Path) -> str:
    """The path as seen from the working folder; whole where it lies on another drive."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()
