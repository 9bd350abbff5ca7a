"""``dtcompare score``: a composite index, and how firm its places are."""

from __future__ import annotations

from pathlib import Path

import click

from dtcompare.analysis import score_explained
from dtcompare.analysis.score import Options
from dtcompare.analysis.score_explained import Answer
from dtcompare.shell import lookup, score_options
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.score import score_sheet
from dtcompare.view.results.score_document import save_ranks, score_document, score_records

PRESENTER = Presenter("score", score_sheet, score_document, score_records)


@click.command("score")
@click.argument("name", required=False, shell_complete=score_options.complete_scores)
@click.option("--explain", metavar="PROVINCE", help="Take the score of one province apart.")
@click.option("--compare", metavar="OTHER", help="What moved against another score (name or file).")
@click.option("--method-card", is_flag=True, help="Every choice behind the numbers.")
@click.option("--weights", metavar="NODE=W,...", help="Try other weights of groups or indicators.")
@click.option(
    "--draws",
    type=click.IntRange(0, 100_000),
    default=1000,
    metavar="N",
    help="Draws of weights.",
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=1, metavar="N", help="Seed of the draws."
)
@click.option("--replay", metavar="FILE", help="CSV of weight sets: a column per node.")
@click.option("--replay-ranks", metavar="FILE", help="Save the places under each set as CSV.")
@output_options
@global_options
def command(
    settings: Settings,
    *,
    name: str | None,
    explain: str | None,
    compare: str | None,
    method_card: bool,
    weights: str | None,
    draws: int,
    seed: int,
    replay: str | None,
    replay_ranks: str | None,
    output: OutputOptions,
) -> None:
    """Work out the composite index NAME, and show how firm its places are.

    NAME is a file of scores/ (dti-2022), or the path of such a file. What other weights, one
    indicator less, and other methods would do stands beside each place.

    \b
    Examples:
      dtcompare score dti-2022
      dtcompare score dti-2022 --explain quang-ninh
      dtcompare score dti-2022 --method-card
      dtcompare score dti-2022 --compare dti-2020
      dtcompare score dti-2022 --weights dti-society-activity=300
    """
    score_options.use_data_around(name, settings)
    dataset = settings.dataset()
    file = score_options.find_score(name, dataset, settings)
    choices = score_options.parse_weights(file, weights)
    sets = score_options.read_sets(file, replay, replay_ranks)
    options = Options(choices, draws, seed, sets)
    scored = score_options.compute_score(dataset, file, options, settings)
    explained = shifts = None
    if explain:
        day = Settings(settings.today, settings.lang, as_of_text=scored.as_of.isoformat())
        province = lookup.find_province(dataset, explain, day)
        explained = score_explained.explain(scored, dataset, province)
    elif compare:
        compared = score_options.find_score(compare, dataset, settings)
        plain = score_options.compute_score(dataset, compared, Options(draws=0), settings)
        shifts = score_explained.shifts(scored, plain)
    if scored.replay is not None and replay_ranks:
        save_ranks(scored.replay, Path(replay_ranks))
    answer = Answer(scored, explained, shifts, card=method_card)
    present(answer, PRESENTER, dataset, output, settings)
