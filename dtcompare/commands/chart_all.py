"""``dtcompare chart-all``: the charts of every indicator and province, in one go."""

from __future__ import annotations

import click

from dtcompare.analysis.album import answer, questions
from dtcompare.errors import Exit
from dtcompare.shell.chart_options import page_options
from dtcompare.shell.drawing import look_of
from dtcompare.shell.drawing_all import Order, draw_all, make_folder, tell
from dtcompare.shell.settings import Settings, global_options, pass_settings

__all__ = ["command"]


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
@pass_settings
def command(
    settings: Settings,
    /,
    folder: str,
    of: str | None,
    format: str,
    dpi: int | None,
    **options: object,
) -> None:
    """Draw the charts of every indicator and province into DIR, which is made if need be.

    rank-INDICATOR and gap-INDICATOR, show-PROVINCE and gap-PROVINCE, reporting and gap. Every file
    is named on a line of its own; a chart that does not fit its page is told and left out (exit 1).

    \b
    Examples:
      dtcompare chart-all charts
      dtcompare chart-all slides -f svg --of provinces --size slide --lang vi
    """
    dataset = settings.dataset()
    found = questions(dataset, settings.as_of, of)
    path = make_folder(folder)
    order = Order(settings, answer, path, format, look_of(options), dpi)
    if not tell(draw_all(order, dataset, found), len(found), settings):
        click.get_current_context().exit(Exit.FAILED)
