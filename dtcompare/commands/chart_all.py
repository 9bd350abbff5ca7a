"""``dtcompare chart-all``: the charts of every indicator and province, in one go."""

from __future__ import annotations

from pathlib import Path

import click

from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.profile import profile
from dtcompare.analysis.ranking import rank
from dtcompare.analysis.reporting import reporting
from dtcompare.errors import Exit
from dtcompare.model.dataset import Dataset
from dtcompare.shell.chart_options import page_options
from dtcompare.shell.drawing import look_of
from dtcompare.shell.drawing_all import Order, Task, draw_all, make_folder, tell
from dtcompare.shell.settings import Settings, global_options, pass_settings

__all__ = ["command"]


def work(dataset: Dataset, task: Task, settings: Settings) -> object:
    """The result that a task's chart is drawn from."""
    day, subject = settings.as_of, task.subject
    match task.command:
        case "rank":
            return rank(dataset, subject, as_of=day)
        case "show":
            return profile(dataset, subject, as_of=day)
        case "reporting":
            return reporting(dataset, as_of=day)
    if subject in dataset.catalogue.indicators:
        return gaps(dataset, as_of=day, indicator=subject)
    return gaps(dataset, as_of=day, province=subject or None)


def tasks(dataset: Dataset, settings: Settings, of: str | None) -> list[Task]:
    """What there is to draw: nothing of what nobody reports and nobody aims at."""
    found = [] if of else [Task("reporting"), Task("gap")]
    if of != "provinces":
        for indicator, lines in dataset.all_lines():
            found += [Task("rank", indicator.id)] if lines.figures else []
            found += [Task("gap", indicator.id)] if lines.targets else []
    if of != "indicators":
        aiming = {target.province for _, lines in dataset.all_lines() for target in lines.targets}
        for province in dataset.register.existing(settings.as_of):
            found.append(Task("show", province.id))
            found += [Task("gap", province.id)] if province.id in aiming else []
    return found


@click.command("chart-all")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--of",
    type=click.Choice(("indicators", "provinces")),
    help="Only the charts of indicators, or of provinces.",
)
@click.option("-f", "--format", type=click.Choice(("png", "svg", "pdf")), default="png")
@page_options
@global_options
@pass_settings
def command(
    settings: Settings, /, folder: Path, of: str | None, format: str, **options: object
) -> None:
    """Draw the charts of every indicator and province into DIR, which is made if need be.

    rank-INDICATOR and gap-INDICATOR, show-PROVINCE and gap-PROVINCE, reporting and gap. Every file
    is named on a line of its own; a chart that does not fit its page is told and left out (exit 1).

    \b
    Examples:
      dtcompare chart-all charts
      dtcompare chart-all charts --of provinces --size slide --lang vi
      dtcompare chart-all charts -f svg --of indicators
    """
    make_folder(folder)
    dpi = options["dpi"]
    dpi = dpi if isinstance(dpi, int) else None
    order = Order(settings, work, folder, format, look_of(options), dpi)
    found = tasks(settings.dataset(), settings, of)
    if not tell(draw_all(order, found), len(found), settings):
        click.get_current_context().exit(Exit.FAILED)
