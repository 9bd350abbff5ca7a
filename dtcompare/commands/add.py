"""``dtcompare add``: one figure or target, with its page, at its place in the file."""

from __future__ import annotations

import click

from dtcompare.reading.file_edit import edit_file, try_edits
from dtcompare.shell import lookup
from dtcompare.shell.file_changes import apply_edits, read_unbroken
from dtcompare.shell.line_form import LineForm, Typed
from dtcompare.shell.line_options import line_options, source_options
from dtcompare.shell.settings import Settings, global_options


@click.command("add")
@click.argument("province", required=False, shell_complete=lookup.complete_provinces)
@click.argument("indicator", required=False, shell_complete=lookup.complete_indicators)
@click.option("--value", metavar="N", help="The number as printed.")
@click.option("--about", metavar="N", help="About, some, roughly N.")
@click.option("--over", metavar="N", help="More than N.")
@click.option("--nearly", metavar="N", help="Just under N.")
@click.option("--at-least", metavar="N", help="N or more.")
@click.option("--at-most", metavar="N", help="N or less.")
@click.option("--between", metavar="A B", nargs=2, help="From A to B.")
@click.option("--rank", metavar="N", help="Published place of an index.")
@click.option("--top", metavar="N", help="Among the first N of an index.")
@click.option("--of", metavar="M", help="How many were ranked, where not all provinces were.")
@line_options
@source_options
@click.option("--dry-run", is_flag=True, help="Show the change, write nothing.")
@global_options
def command(
    settings: Settings,
    /,
    *,
    province: str | None,
    indicator: str | None,
    dry_run: bool,
    **typed: Typed,
) -> None:
    """Add one figure or target to the file of a province (or national), and its source if new.

    Nothing else in the file changes. The whole data set is read with the change before it is
    written. What is missing is asked for at a terminal.

    \b
    Examples:
      dtcompare add phu-tho 5g --about 45 --basis area --period 2026-01 --source dnvn-2026-02
      dtcompare add phu-tho e-results --target --by 2027 --value 95 --source dnvn-2026-02
    """
    reading, dataset = read_unbroken(settings)
    line = LineForm(dataset, typed, settings).fill(province, indicator)
    edit = edit_file(reading, line.file, line.additions)
    apply_edits(try_edits(reading, [edit], settings.today), settings, dry_run=dry_run)
