"""``dtcompare check``: what is wrong in the YAML files, and where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from dtcompare.errors import Exit, WrongUsage
from dtcompare.reading import Reading, dataset_around, read_folder
from dtcompare.shell.settings import Settings, global_options, pass_settings
from dtcompare.view.checks import REPORTERS, Checked
from dtcompare.view.console import write

__all__ = ["command"]

# What every other file is read by; its errors are shown whichever file is named.
_SHARED = frozenset({"indicators.yaml", "register.yaml", "sources.yaml"})


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "-f",
    "--format",
    type=click.Choice(tuple(REPORTERS)),
    default="text",
    help="Text, JSON or CI commands.",
)
@global_options
@pass_settings
def command(settings: Settings, /, paths: tuple[str, ...], format: str) -> None:
    """Check a whole data set, or the named files of one.

    Each problem is one line: FILE:LINE:COLUMN, what is wrong, what to write, and a code. Exit
    code 3 when there is an error; warnings block nothing.

    \b
    Examples:
      dtcompare check
      dtcompare check data/provinces/phu-tho.yaml
      dtcompare check --format github
    """
    named: dict[Path, set[str]] = {}
    for path in paths:
        root, file = _placed(Path(path))
        named.setdefault(root, set()).update([file] if file else [])
    if not paths:
        named[settings.folder()] = set()
    checked = _checked([(read_folder(root, settings.today), f) for root, f in named.items()])
    write(REPORTERS[format](checked, settings.lang))
    if any(problem.level == "error" for problem in checked.problems):
        click.get_current_context().exit(Exit.FOUND)


def _placed(path: Path) -> tuple[Path, str | None]:
    """The data set around a path, and the file within it; None for a whole data set."""
    if not path.exists() and not path.is_symlink():
        raise WrongUsage("error.no-file", path=path)
    root = dataset_around(path)
    if path.is_dir():
        return root, None
    return root, path.absolute().relative_to(root.absolute()).as_posix()


def _checked(readings: Sequence[tuple[Reading, set[str]]]) -> Checked:
    """The problems of the named files alone; all of a data set's where none is named."""
    problems, roots, count = [], [], 0
    for reading, files in readings:
        unread = files.difference(reading.files, (problem.file for problem in reading.problems))
        if unread:
            raise WrongUsage("error.no-data-file", path=min(unread))
        count += len(files or reading.files)
        for problem in reading.problems:
            shared = problem.file in _SHARED and problem.level == "error"
            if not files or problem.file in files or shared:
                problems.append(problem)
                roots.append(_from_here(reading.root))
    return Checked(tuple(problems), tuple(roots), count)


def _from_here(root: Path) -> str:
    """The folder as seen from the working folder; whole where it lies on another drive."""
    try:
        return Path(os.path.relpath(root)).as_posix()
    except ValueError:
        return root.as_posix()
