"""``dtcompare reporting``: who reports what, how old it is, what to ask for."""

from __future__ import annotations

import click

from dtcompare.analysis.reporting import reporting
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.reporting import (
    reporting_document,
    reporting_records,
    reporting_sheet,
)

PRESENTER = Presenter("reporting", reporting_sheet, reporting_document, reporting_records)


@click.command("reporting")
@click.argument("province", required=False, shell_complete=lookup.complete_provinces)
@output_options
@global_options
def command(settings: Settings, *, province: str | None, output: OutputOptions) -> None:
    """Show who reports what, how old it is, and what to ask for next.

    Without PROVINCE all provinces and all indicators are counted; CSV and JSON have a row for
    every province and indicator.

    \b
    Examples:
      dtcompare reporting
      dtcompare reporting quang-ninh
      dtcompare reporting -f csv
    """
    dataset = settings.dataset()
    id = lookup.find_province(dataset, province, settings) if province else None
    coverage = id is None or output.format == "json"
    result = reporting(dataset, as_of=settings.as_of, province=id, coverage=coverage)
    present(result, PRESENTER, dataset, output, settings)
