"""``dtcompare list``: what the data set holds, with counts of what is reported."""

from __future__ import annotations

import click

from dtcompare.analysis.listing import KINDS, listing
from dtcompare.shell.output import OutputOptions, present, text_options
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.results.listing import listing_document, listing_records, listing_sheet
from dtcompare.view.results.presenter import Presenter

PRESENTER = Presenter("list", listing_sheet, listing_document, listing_records)


@click.command("list")
@click.argument("what", type=click.Choice(tuple(KINDS)))
@text_options
@global_options
def command(settings: Settings, *, what: str, output: OutputOptions) -> None:
    """List what the data set holds.

    \b
    Examples:
      dtcompare list indicators
      dtcompare list provinces -f csv
    """
    dataset = settings.dataset()
    result = listing(dataset, what, as_of=settings.as_of)
    present(result, PRESENTER, dataset, output, settings)
