"""``dtcompare diff``: what changed in the data, and what it does to rankings and gaps."""

from __future__ import annotations

from functools import partial

import click

from dtcompare.analysis.changes import changes
from dtcompare.errors import Exit
from dtcompare.shell.output import OutputOptions, show
from dtcompare.shell.revisions import open_revisions
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.changes import changes_notices, changes_sheet
from dtcompare.view.results.changes_document import changes_document, changes_records
from dtcompare.view.results.presenter import Presenter, build_rendering


@click.command("diff")
@click.argument("rev", required=False, default="HEAD")
@click.option("--to", metavar="REV", help="Compare with this revision, not the files as they are.")
@click.option(
    "-f",
    "--format",
    type=click.Choice(["table", "plain", "markdown", "json", "github"]),
    help="Markdown for a pull request, CI commands for its lines.",
)
@click.option("--full", is_flag=True, help="Leave nothing out: each line, place and page.")
@click.option("--no-pager", is_flag=True, help="Show a full answer without the pager.")
@click.option("--fail-on-change", is_flag=True, help="Exit with 3 when anything changed.")
@global_options
def command(
    settings: Settings,
    *,
    rev: str,
    to: str | None,
    format: str | None,
    full: bool,
    no_pager: bool,
    fail_on_change: bool,
) -> None:
    """Say what changed in the data since a git revision (HEAD), and what that does.

    REV on another branch stands for the last commit that both have, and so does A in A...B; A..B
    compares just these two, and so does --to.

    Figures, targets and sources that are new, other or gone; who moves where in which ranking;
    which targets are judged otherwise; which contradictions came in; whose score in a composite
    index shifts. A change of more than a page is told by indicator; --full, Markdown and JSON
    have all of it.

    \b
    Examples:
      dtcompare diff
      dtcompare diff origin/main
      dtcompare diff HEAD --to HEAD -f json
    """
    sides = open_revisions(settings, rev, to)
    result = changes(sides.old, sides.new, as_of=settings.as_of, fixed=bool(settings.as_of_text))
    phrases = Phrases(result.ground, settings.lang)
    if format == "github":
        write(changes_notices(result, phrases, sides.folder))
    else:
        document = partial(changes_document, revisions=sides.names, base=sides.base)
        presenter = Presenter("diff", changes_sheet, document, changes_records)
        rendering = build_rendering(result, presenter, phrases, "short", settings.notes)
        show(rendering, OutputOptions(format, full=full, pager=not no_pager), settings)
    if fail_on_change and not result.empty:
        click.get_current_context().exit(Exit.FOUND)
