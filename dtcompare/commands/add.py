"""``dtcompare add``: one figure or target, with its page, at its place in the file."""

from __future__ import annotations

import click

from dtcompare.reading.file_edit import try_edit
from dtcompare.shell import lookup
from dtcompare.shell.file_changes import apply_change, read_unbroken
from dtcompare.shell.line_form import LineForm, Typed
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
@click.option("--period", metavar="P", help="When it was true: 2025, 2025-06, 2025-Q4, unstated.")
@click.option("--target", is_flag=True, help="A target; it has --by in place of --period.")
@click.option("--by", metavar="P", help="When a target is due.")
@click.option("--every", type=click.Choice(["year"]), help="A target of each year until then.")
@click.option("--basis", metavar="ID", help="What it is a share of, where that varies.")
@click.option("--method", metavar="ID", help="How it was measured; left out: not stated.")
@click.option("--scope", metavar="KEY=NAME", multiple=True, help="The part it speaks of.")
@click.option("--status", metavar="WORD", help="estimated, provisional, forecast, ...")
@click.option("--change", metavar="KEY=N", multiple=True, help="How it changed: since, times, ...")
@click.option("--recast", is_flag=True, help="Worked out by the source for today's borders.")
@click.option("--prefer", is_flag=True, help="The one to take, where pages contradict.")
@click.option("--reject", metavar="WHY", help="Not to be used, and why.")
@click.option("--reject-vi", metavar="WHY", help="Why, in Vietnamese.")
@click.option("--remark", "remarks", metavar="ID", multiple=True, help="A remark of the catalogue.")
@click.option("--note", metavar="TEXT", help="What a reader has to know.")
@click.option("--note-vi", metavar="TEXT", help="The same in Vietnamese.")
@click.option("--source", metavar="ID", help="The page: its id, known or new.")
@click.option("--url", metavar="URL", help="Address of a new source.")
@click.option("--title", metavar="TEXT", help="Its title, in its own language.")
@click.option("--publisher", metavar="TEXT", help="Who published it.")
@click.option("--published", metavar="DATE", help="When; unknown where it does not say.")
@click.option("--quoting", metavar="TEXT", help="Whom it quotes.")
@click.option("--number", metavar="TEXT", help="Number of a decree or plan.")
@click.option("--original", metavar="URL", help="Address of the page, where --url is a copy.")
@click.option("--copy", is_flag=True, help="The address is a copy's.")
@click.option("--read-in", metavar="LANG", multiple=True, help="Language of the translation read.")
@click.option("--archived", metavar="URL", help="Address of a lasting copy.")
@click.option("--accessed", metavar="DATE", help="When it was read.")
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
    change = try_edit(reading, line.file, line.edit, settings.today, lines=1)
    apply_change(change, settings, dry_run=dry_run)
