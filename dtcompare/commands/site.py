"""``dtcompare site``: all rankings and reports as a web site."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import click

from dtcompare.report.site import SitePage, list_pages, write_page
from dtcompare.shell.chart_batch import make_folder
from dtcompare.shell.report_batch import open_library, write_files
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write


@click.command("site")
@click.argument("folder", metavar="DIR", type=click.Path())
@global_options
def command(settings: Settings, *, folder: str) -> None:
    """Write a web site of every province and indicator, in every language, into DIR.

    The pages need no server and nothing from elsewhere: open DIR/index.html, or put the folder on
    any web host. Needs the extra dtcompare[report].

    \b
    Examples:
      dtcompare site public
      python -m http.server -d public
    """
    pages = list_pages(settings.dataset(), settings.as_of)
    into = make_folder(folder)
    for _ in write_files(settings, into, partial(_page_files, settings), pages):
        pass
    write(f"{into / 'index.html'}\n")


def _page_files(settings: Settings, pages: Sequence[SitePage]) -> dict[str, bytes]:
    """Return the files of some pages."""
    files: dict[str, bytes] = {}
    for page in pages:
        files |= write_page(open_library(settings, page.lang or settings.lang), page)
    return files
