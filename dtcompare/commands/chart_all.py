"""``dtcompare chart-all``: the charts of every indicator and province, in one go."""

from __future__ import annotations

import click

from dtcompare.analysis.album import list_questions
from dtcompare.errors import Exit
from dtcompare.shell.chart_batch import Batch, draw_all, report_charts
from dtcompare.shell.chart_options import page_options
from dtcompare.shell.output import file_path, make_folder
from dtcompare.shell.settings import Settings, global_options


@click.command("chart-all")
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option(
    "--of",
    type=click.Choice(("indicators", "provinces")),
    help="Only the charts of indicators, or of provinces.",
)
@click.option(
    "-f",
    "--format",
    type=click.Choice(("png", "svg", "pdf")),
    default="png",
    help="Format of the charts; png where it is not given.",
)
@page_options
@global_options
def command(
    settings: Settings,
    *,
    folder: str,
    of: str | None,
    format: str,
    size: str | None,
    dpi: int | None,
) -> None:
    """Draw the charts of every indicator and province into DIR, which is made if need be.

    rank-INDICATOR and gap-INDICATOR, show-PROVINCE and gap-PROVINCE, reporting and gap. Every file
    is named on a line of its own; a chart that does not fit its page is told and left out (exit 1).

    \b
    Examples:
      dtcompare chart-all charts
      dtcompare chart-all slides -f svg --of provinces --size slide --lang vi
    """
    dataset = settings.known_dataset()
    questions = list_questions(dataset, settings.as_of, of)
    batch = Batch(settings, make_folder(file_path(folder, "DIR")), format, size, dpi)
    charts = draw_all(batch, dataset, questions)
    if not report_charts(charts, len(questions), settings):
        click.get_current_context().exit(Exit.FAILED)
