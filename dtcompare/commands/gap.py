"""``dtcompare gap``: how far from the targets, what is overdue, what has no figure."""

from __future__ import annotations

import click

from dtcompare.analysis.gaps import gaps
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.typed_words import sort_words
from dtcompare.view.results.gap import gap_sheet
from dtcompare.view.results.gap_document import gap_document, gap_records
from dtcompare.view.results.presenter import Presenter

PRESENTER = Presenter("gap", gap_sheet, gap_document, gap_records)


@click.command("gap")
@click.argument("subject", required=False, shell_complete=lookup.complete_subjects)
@click.argument("indicator", required=False, shell_complete=lookup.complete_indicators)
@click.option(
    "--against",
    type=click.Choice(["national"]),
    help="Compare the figures with the whole country's targets.",
)
@click.option(
    "--scope", type=click.Choice(["all"]), help="Targets for a part too, not only the whole."
)
@output_options
@global_options
def command(
    settings: Settings,
    *,
    subject: str | None,
    indicator: str | None,
    against: str | None,
    scope: str | None,
    output: OutputOptions,
) -> None:
    """Compare figures with targets: of a province, of an indicator, or all.

    SUBJECT is a province, a region, the country (vietnam) or an indicator; INDICATOR may follow or
    precede. A gap is positive while something is still to go, and worked out only where figure and
    target are measured alike.

    \b
    Examples:
      dtcompare gap phu-tho
      dtcompare gap 5g
      dtcompare gap phu-tho digital-economy
      dtcompare gap --against national -f csv
    """
    dataset = settings.dataset()
    words = [word for word in (subject, indicator) if word is not None]
    typed = sort_words(dataset, words, {"subject": 1, "indicator": 1}, settings)
    province = region = measured = None
    if typed["indicator"]:
        measured = lookup.find_indicator(dataset, typed["indicator"][0], settings)
    if typed["subject"]:
        name = typed["subject"][0]
        region = lookup.find_region(dataset, name, settings)
        find = lookup.find_file if measured else lookup.find_subject
        province = find(dataset, name, settings) if region is None else None
    result = gaps(
        dataset,
        as_of=settings.as_of,
        province=province,
        indicator=measured,
        region=region,
        against=against,
        parts=scope == "all",
    )
    present(result, PRESENTER, dataset, output, settings)
