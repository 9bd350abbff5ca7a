"""``dtcompare rank``: who is ahead, measured how, and how sure that is."""

from __future__ import annotations

import click

from dtcompare.analysis.arrangement import SORTS, Picks
from dtcompare.analysis.overview import list_rankings
from dtcompare.analysis.per_capita import DIVISORS
from dtcompare.analysis.ranking import rank
from dtcompare.errors import WrongUsage
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.results.overview import (
    rankings_document,
    rankings_records,
    rankings_sheet,
)
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.rank_brief import rank_sheet
from dtcompare.view.results.rank_document import rank_document, rank_records, rank_sentence

RANKINGS = Presenter("rankings", rankings_sheet, rankings_document, rankings_records)
PRESENTER = Presenter("rank", rank_sheet, rank_document, rank_records, rank_sentence)


@click.command("rank")
@click.argument("indicator", required=False, shell_complete=lookup.complete_indicators)
@click.argument("period_argument", metavar="[PERIOD]", required=False)
@click.option("--period", metavar="PERIOD", help="Only figures wholly inside it: 2025, 2025-Q4.")
@click.option("--basis", metavar="BASIS", help="Only figures on this basis (an id or its name).")
@click.option("--method", metavar="METHOD", help="Only figures by this method.")
@click.option("--scope", metavar="KEY[=NAME]", help="Only figures of a part: operator=Viettel.")
@click.option("--per", type=click.Choice(tuple(DIVISORS)), help="Divide a count by people or area.")
@click.option("--list-all", is_flag=True, help="List every figure, ranking none.")
@click.option("--region", metavar="REGION", help="Show only this region; places stay the same.")
@click.option("--only", metavar="A,B", help="Show only these provinces; places stay the same.")
@click.option("--sort", type=click.Choice(SORTS), help="Order of the rows.")
@click.option("--reverse", is_flag=True, help="Show the last first; places stay the same.")
@click.option("--stats", is_flag=True, help="Median, quartiles and ends, and what moved since.")
@click.option("--by", type=click.Choice(["region"]), help="Sum the ranking up by region.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Show the first N of a group.")
@output_options
@global_options
def command(
    settings: Settings,
    *,
    indicator: str | None,
    period_argument: str | None,
    period: str | None,
    basis: str | None,
    method: str | None,
    scope: str | None,
    per: str | None,
    list_all: bool,
    region: str | None,
    only: str | None,
    sort: str | None,
    reverse: bool,
    stats: bool,
    by: str | None,
    top: int | None,
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
        rankings = list_rankings(dataset, as_of=settings.as_of)
        present(rankings, RANKINGS, dataset, output, settings)
        return
    labels = {id: word.label for id, word in dataset.catalogue.methods.items()}
    picks = Picks(
        period=lookup.find_period(period_argument or period, settings.lang),
        basis=lookup.find_label("basis", dataset.catalogue.bases, basis),
        method=lookup.find_label("method", labels, method),
        scope=lookup.find_scope(scope),
        only=lookup.find_provinces(dataset, only, settings),
        region=lookup.find_label("region", dataset.register.regions, region),
        sort=sort,
        top=top,
        list_all=list_all,
        per=per,
        reverse=reverse,
        stats=stats,
        by=by,
    )
    id = lookup.find_indicator(dataset, indicator, settings)
    if picks.per and not dataset.indicator(id).unit.extensive:
        raise WrongUsage("error.not-extensive", id=id)
    result = rank(dataset, id, as_of=settings.as_of, picks=picks)
    present(result, PRESENTER, dataset, output, settings)
