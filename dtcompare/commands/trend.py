"""``dtcompare trend``: how a figure changed."""

from __future__ import annotations

import click

from dtcompare.analysis.trend import trend
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.typed_words import sort_words
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.trend import trend_sheet
from dtcompare.view.results.trend_document import trend_document, trend_records

PRESENTER = Presenter("trend", trend_sheet, trend_document, trend_records)


@click.command("trend")
@click.argument("indicator", shell_complete=lookup.complete_indicators)
@click.argument("provinces", nargs=-1, shell_complete=lookup.complete_provinces)
@output_options
@global_options
def command(
    settings: Settings, *, indicator: str, provinces: tuple[str, ...], output: OutputOptions
) -> None:
    """Show how INDICATOR changed in the PROVINCES named, or wherever two figures compare.

    A series is cut at a merger and where the method changed; no change is computed across. Years
    without a figure stay open.

    \b
    Examples:
      dtcompare trend digital-economy quang-ninh
      dtcompare trend dti "Lạng Sơn" "Sơn La"
      dtcompare trend digital-economy
    """
    dataset = settings.dataset()
    takes = {"indicator": 1, "subject": len(provinces)}
    typed = sort_words(dataset, [indicator, *provinces], takes, settings, "indicator")
    id = lookup.find_indicator(dataset, typed["indicator"][0], settings)
    ids: list[str] = []
    for name in typed["subject"]:
        ids += lookup.find_members(dataset, name, settings)
    result = trend(dataset, id, as_of=settings.as_of, provinces=list(dict.fromkeys(ids)))
    present(result, PRESENTER, dataset, output, settings)
