"""``dtcompare rank``: who is ahead, measured how, and how sure that is."""

from __future__ import annotations

import click
from msgspec.structs import replace

from dtcompare.analysis.ranking import rank
from dtcompare.errors import WrongUsage
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.rank_options import RankRequest, picks_of, rank_options, refuse_picks
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.typed_words import sort_words
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.rank_brief import rank_sheet
from dtcompare.view.results.rank_document import rank_document, rank_records, rank_sentence

PRESENTER = Presenter("rank", rank_sheet, rank_document, rank_records, rank_sentence)


@click.command("rank")
@click.argument("indicator", required=False, shell_complete=lookup.complete_indicators)
@click.argument("period_argument", metavar="[PERIOD]", required=False)
@rank_options
@output_options
@global_options
def command(
    settings: Settings,
    *,
    indicator: str | None,
    period_argument: str | None,
    request: RankRequest,
    output: OutputOptions,
) -> None:
    """Rank the provinces on INDICATOR, like with like; without one, list what can be ranked.

    Figures on another basis, by another method or of another time are listed with the reason.
    PERIOD (2022, 2025-Q4) keeps the figures wholly inside it and takes the provinces of its end.

    \b
    Examples:
      dtcompare rank
      dtcompare rank 5g
      dtcompare rank digital-economy --method own
      dtcompare rank 5g-stations --per people
      dtcompare rank dti 2022 -f csv
      dtcompare rank online-filing --lang vi -o ho-so.html
    """
    dataset = settings.dataset()
    if indicator is None:
        from dtcompare.shell.rankings import present_rankings  # noqa: PLC0415 (most rank one)

        refuse_picks(picks_of(request, dataset, settings), dataset, settings)
        present_rankings(dataset, output, settings)
        return
    takes = {"indicator": 1, "period": 1}
    words = [word for word in (indicator, period_argument) if word is not None]
    typed = sort_words(dataset, words, takes, settings, "indicator")
    if typed["period"]:
        request = replace(request, period=typed["period"][0])
    picks = picks_of(request, dataset, settings)
    id = lookup.find_indicator(dataset, typed["indicator"][0], settings)
    if picks.per and not dataset.indicator(id).unit.extensive:
        raise WrongUsage("error.not-extensive", id=id)
    result = rank(dataset, id, as_of=settings.as_of, picks=picks)
    present(result, PRESENTER, dataset, output, settings)
