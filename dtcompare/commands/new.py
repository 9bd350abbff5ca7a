"""``dtcompare new``: a file for a province that has none yet."""

from __future__ import annotations

import click

from dtcompare.errors import WrongUsage
from dtcompare.reading.file_edit import Additions, edit_file, file_of, try_edits
from dtcompare.shell import lookup
from dtcompare.shell.file_changes import apply_edits, read_unbroken
from dtcompare.shell.settings import Settings, global_options


@click.command("new")
@click.argument("province", shell_complete=lookup.complete_provinces)
@click.option("--dry-run", is_flag=True, help="Show the file, write nothing.")
@global_options
def command(settings: Settings, *, province: str, dry_run: bool) -> None:
    """Begin the file of a province of the register; one that is there is never overwritten.

    \b
    Examples:
      dtcompare new ninh-binh
    """
    reading, dataset = read_unbroken(settings)
    id = lookup.find_file(dataset, province, settings)
    path = reading.root / file_of(id)
    if path.exists() or path.is_symlink():
        raise WrongUsage("error.file-there", path=path, id=id)
    edit = edit_file(reading, id, Additions([], {}))
    apply_edits(try_edits(reading, [edit], settings.today), settings, dry_run=dry_run)
