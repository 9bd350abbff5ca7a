"""``dtcompare show``: what is known about a province, or about one of its figures."""

from __future__ import annotations

from functools import partial

import click

from dtcompare.analysis.distributions import encode_distributions
from dtcompare.analysis.overview import region_profile
from dtcompare.analysis.profile import detail, profile
from dtcompare.reading.stored_distributions import with_distributions
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.typed_words import sort_words
from dtcompare.view.results.detail import detail_document, detail_records, detail_sheet
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.region import region_document, region_records, region_sheet
from dtcompare.view.results.show_document import show_document, show_records
from dtcompare.view.results.show_screen import show_sheet

PRESENTER = Presenter("show", show_sheet, show_document, show_records)
REGION = Presenter("region", region_sheet, region_document, region_records)
DETAIL = Presenter("detail", detail_sheet, detail_document, detail_records)


@click.command("show")
@click.argument("province", shell_complete=lookup.complete_provinces)
@click.argument("indicator", required=False, shell_complete=lookup.complete_indicators)
@output_options
@global_options
def command(
    settings: Settings, *, province: str, indicator: str | None, output: OutputOptions
) -> None:
    """Show what is known about PROVINCE, or what is behind one of its figures.

    PROVINCE may be a region, or the whole country (vietnam).

    \b
    Examples:
      dtcompare show "Quảng Ninh"
      dtcompare show 25
      dtcompare show red-river-delta
      dtcompare show phu-tho digital-economy --sources full
    """
    dataset = settings.dataset()
    if indicator is None:
        sort_words(dataset, [province], {"subject": 1}, settings)
    region = lookup.find_region(dataset, province, settings) if indicator is None else None
    if region is not None:
        present(
            region_profile(dataset, region, as_of=settings.as_of), REGION, dataset, output, settings
        )
    elif indicator is None:
        here = lookup.find_file(dataset, province, settings)
        peers = output.chart is not None
        if not peers:
            progress = partial(settings.show_progress, "comparing")
            root, today = settings.root(), settings.today
            dataset = with_distributions(dataset, root, today, encode_distributions, progress)
        result = profile(dataset, here, as_of=settings.as_of, peers=peers)
        present(result, PRESENTER, dataset, output, settings)
    else:
        typed = sort_words(dataset, [province, indicator], {"file": 1, "indicator": 1}, settings)
        here = lookup.find_file(dataset, typed["file"][0], settings)
        measured = lookup.find_indicator(dataset, typed["indicator"][0], settings)
        found = detail(dataset, here, measured, as_of=settings.as_of)
        present(found, DETAIL, dataset, output, settings)
