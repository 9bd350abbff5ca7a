"""``dtcompare score``: a composite index, and how firm its places are."""

from __future__ import annotations

from pathlib import Path

import click

from dtcompare.analysis.score import CannotScore, Options, Scored, Sets, score
from dtcompare.analysis.score_explained import Answer, explain, shifts
from dtcompare.errors import DataBroken
from dtcompare.shell import lookup, scoring
from dtcompare.shell.chart_options import chart_options
from dtcompare.shell.output import Output, output_options, present
from dtcompare.shell.settings import Settings, global_options, pass_settings
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.presenter import Presenter
from dtcompare.view.results.score import score_sheet
from dtcompare.view.results.score_document import save_ranks, score_document, score_records

__all__ = ["command"]

PRESENTER = Presenter("score", score_sheet, score_document, score_records)


@click.command("score")
@click.argument("name", required=False, shell_complete=lookup.complete(scoring.scores_on_offer))
@scoring.score_options
@output_options
@chart_options
@global_options
@pass_settings
def command(settings: Settings, /, name: str | None, **options: object) -> None:
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
    output = Output.of(options)
    dataset, folder = scoring.open_around(name, settings)
    file = scoring.find_score(name, dataset, folder, settings)
    weights = scoring.find_weights(file, str(options["weights"] or ""))
    found = scoring.find_sets(file, options["replay"], options["replay_ranks"])
    sets = Sets(*found) if found else None
    asked = Options(weights, int(str(options["draws"])), int(str(options["seed"])), sets)

    def work_out(which: object, how: Options) -> Scored:
        other = file if which is None else scoring.find_score(str(which), dataset, folder, settings)
        day = settings.as_of if settings.as_of_text else other.as_of or settings.as_of
        try:
            return score(dataset, other, as_of=day, options=how)
        except CannotScore as error:
            raise DataBroken(error.problems, files=1, where=other.file) from error

    scored = work_out(None, asked)
    answer = Answer(scored, card=bool(options["method_card"]))
    if options["explain"]:
        day = Settings(settings.today, settings.lang, as_of_text=scored.as_of.isoformat())
        province = lookup.find_province(dataset, str(options["explain"]), day)
        answer = Answer(scored, explain(scored, dataset, province), card=answer.card)
    elif options["compare"]:
        other = work_out(options["compare"], Options(draws=0))
        answer = Answer(scored, shifts=shifts(scored, other), card=answer.card)
    if scored.replay is not None and options["replay_ranks"]:
        save_ranks(scored.replay, Path(str(options["replay_ranks"])))
    present(answer, PRESENTER, Phrases(dataset, settings.lang), output, settings)
