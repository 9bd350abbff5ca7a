"""``dtcompare relate``: two indicators against each other."""

from __future__ import annotations

import click

from dtcompare.analysis.relate import relate
from dtcompare.errors import WrongUsage
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.typed_words import sort_words
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.relate import relate_document, relate_records, relate_sheet

PRESENTER = Presenter("relate", relate_sheet, relate_document, relate_records)


@click.command("relate")
@click.argument("indicator", shell_complete=lookup.complete_indicators)
@click.argument("other", metavar="INDICATOR", shell_complete=lookup.complete_indicators)
@click.option(
    "--per",
    type=click.Choice(["people", "area"]),
    help="Divide counts by the province's people or area.",
)
@output_options
@global_options
def command(
    settings: Settings, *, indicator: str, other: str, per: str | None, output: OutputOptions
) -> None:
    """Hold two INDICATORS against each other: who has both, and whether their orders agree.

    Figures are taken from one ranking of each, so that like stands beside like. The correlation is
    Spearman's, of the places; fewer than five provinces have none.

    \b
    Examples:
      dtcompare relate dti index766
      dtcompare relate digital-economy dti
      dtcompare relate dti index766 -o scatter.png
    """
    dataset = settings.dataset()
    typed = sort_words(dataset, [indicator, other], {"indicator": 2}, settings)["indicator"]
    ids = [lookup.find_indicator(dataset, word, settings) for word in typed]
    if ids[0] == ids[1]:
        raise WrongUsage("error.relate-same", id=ids[0])
    result = relate(dataset, ids[0], ids[1], as_of=settings.as_of, per=per)
    present(result, PRESENTER, dataset, output, settings)
