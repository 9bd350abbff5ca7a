"""``dtcompare list``: what the data set holds, with counts of what is reported."""

from __future__ import annotations

import click

from dtcompare.analysis.listing import KINDS, find_kind, listing
from dtcompare.shell.output import OutputOptions, present, text_options
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.results.listing import listing_document, listing_records, listing_sheet
from dtcompare.view.results.presenter import Presenter

PRESENTER = Presenter("list", listing_sheet, listing_document, listing_records)


def complete_kinds(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the kinds that begin with what is typed."""
    return [kind for kind in KINDS if kind.startswith(incomplete)]


@click.command("list")
@click.argument("what", metavar="WHAT", shell_complete=complete_kinds)
@click.argument("word", required=False)
@text_options
@global_options
def command(settings: Settings, *, what: str, word: str | None, output: OutputOptions) -> None:
    """List what the data set holds; with WORD, what has it in its name or description.

    WHAT is provinces, indicators, sources, bases, methods, regions or scores, or a word alone.

    \b
    Examples:
      dtcompare list indicators
      dtcompare list indicators broadband
      dtcompare list provinces -f csv
    """
    dataset = settings.known_dataset()
    kind = what if what in KINDS else find_kind(dataset, what)
    sought = word if what in KINDS else " ".join(filter(None, (what, word)))
    result = listing(dataset, kind, as_of=settings.as_of, word=sought)
    present(result, PRESENTER, dataset, output, settings)
