"""What ``add`` and ``import`` are told alike: the parts of a line, and its page."""

from __future__ import annotations

import click

from dtcompare.shell.settings import AnyCallback, add_options

_LINE = (
    click.option(
        "--period", metavar="P", help="When it was true: 2025, 2025-06, 2025-Q4, unstated."
    ),
    click.option("--target", is_flag=True, help="A target; it has --by in place of --period."),
    click.option("--by", metavar="P", help="When a target is due."),
    click.option("--every", type=click.Choice(["year"]), help="A target of each year until then."),
    click.option("--basis", metavar="ID", help="What it is a share of, where that varies."),
    click.option("--method", metavar="ID", help="How it was measured; left out: not stated."),
    click.option("--scope", metavar="KEY=NAME", multiple=True, help="The part it speaks of."),
    click.option("--status", metavar="WORD", help="estimated, provisional, forecast, ..."),
    click.option(
        "--change", metavar="KEY=N", multiple=True, help="How it changed: since, times, ..."
    ),
    click.option("--recast", is_flag=True, help="Worked out by the source for today's borders."),
    click.option("--prefer", is_flag=True, help="The one to take, where pages contradict."),
    click.option("--reject", metavar="WHY", help="Not to be used, and why."),
    click.option("--reject-vi", metavar="WHY", help="Why, in Vietnamese."),
    click.option(
        "--remark", "remarks", metavar="ID", multiple=True, help="A remark of the catalogue."
    ),
    click.option("--note", metavar="TEXT", help="What a reader has to know."),
    click.option("--note-vi", metavar="TEXT", help="The same in Vietnamese."),
)
_SOURCE = (
    click.option("--source", metavar="ID", help="The page: its id, known or new."),
    click.option("--url", metavar="URL", help="Address of a new source."),
    click.option("--title", metavar="TEXT", help="Its title, in its own language."),
    click.option("--publisher", metavar="TEXT", help="Who published it."),
    click.option("--published", metavar="DATE", help="When; unknown where it does not say."),
    click.option("--quoting", metavar="TEXT", help="Whom it quotes."),
    click.option("--number", metavar="TEXT", help="Number of a decree or plan."),
    click.option("--original", metavar="URL", help="Address of the page, where --url is a copy."),
    click.option("--copy", is_flag=True, help="The address is a copy's."),
    click.option(
        "--read-in", metavar="LANG", multiple=True, help="Language of the translation read."
    ),
    click.option("--archived", metavar="URL", help="Address of a lasting copy."),
    click.option("--accessed", metavar="DATE", help="When it was read."),
)


def line_options(callback: AnyCallback) -> AnyCallback:
    """Add the options for the parts of a line but its number."""
    return add_options(callback, _LINE)


def source_options(callback: AnyCallback) -> AnyCallback:
    """Add the options for the page of a line."""
    return add_options(callback, _SOURCE)
