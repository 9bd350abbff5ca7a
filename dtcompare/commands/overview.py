"""``dtcompare overview``: who leads, over all that can be ranked."""

from __future__ import annotations

import click

from dtcompare.analysis.overview import find_leaders
from dtcompare.shell.output import OutputOptions, present, text_options
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.results.overview import (
    overview_document,
    overview_records,
    overview_sheet,
)
from dtcompare.view.results.presenter import Presenter

PRESENTER = Presenter("overview", overview_sheet, overview_document, overview_records)


@click.command("overview")
@text_options
@global_options
def command(settings: Settings, *, output: OutputOptions) -> None:
    """Show who leads: places in the national indices, and how often first and last.

    \b
    Examples:
      dtcompare overview
      dtcompare overview --lang vi -o tong-quan.html
    """
    dataset = settings.dataset()
    result = find_leaders(dataset, as_of=settings.as_of)
    present(result, PRESENTER, dataset, output, settings)
