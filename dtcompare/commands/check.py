"""``dtcompare check``: what is wrong in the YAML files, and where."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from dtcompare.errors import Exit
from dtcompare.reading.page_status import read_page_status
from dtcompare.shell.check import Targets, check_targets, keep_touched, targets_of
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write
from dtcompare.view.problems import REPORTERS


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "-f",
    "--format",
    type=click.Choice(tuple(REPORTERS)),
    default="text",
    help="Text, JSON or CI commands.",
)
@click.option("--strict", is_flag=True, help="Make errors of warnings; tell missed deadlines too.")
@click.option(
    "--changed",
    metavar="[REV]",
    is_flag=False,
    flag_value="HEAD",
    help="Only files that differ from a git revision (HEAD).",
)
@click.option(
    "--pages",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Addresses with their status, from a link checker: name what stands on dead pages.",
)
@global_options
def command(
    settings: Settings,
    *,
    paths: tuple[str, ...],
    format: str,
    changed: str | None,
    strict: bool,
    pages: Path | None,
) -> None:
    """Check a whole data set, or the named files of one.

    Each problem is one line: FILE:LINE:COLUMN, what is wrong, what to write, and a code. Exit
    code 3 when there is an error; warnings block nothing, unless --strict makes errors of them.
    Deadlines that passed without a figure are told with --strict only and stay warnings: a file
    never becomes wrong because time passed. --pages reads lines of an address and its status (404
    https://...), or JSON with url and status; nothing is fetched.

    \b
    Examples:
      dtcompare check
      dtcompare check data/provinces/phu-tho.yaml
      dtcompare check --changed --format github
      dtcompare check --pages links.txt
    """
    targets: Targets = targets_of(paths) if paths else {settings.folder_at_hand(): None}
    if changed is not None:
        targets = keep_touched(targets, changed)
    progress = partial(settings.show_progress, "reading")
    status = None if pages is None else read_page_status(pages)
    result = check_targets(targets, settings.today, strict=strict, pages=status, progress=progress)
    write(REPORTERS[format](result, settings.lang))
    if any(problem.level == "error" for problem in result.problems):
        click.get_current_context().exit(Exit.FOUND)
