"""``dtcompare site``: all rankings and reports as a web site."""

from __future__ import annotations

import click

from dtcompare.report.site import list_pages
from dtcompare.shell.chart_batch import make_folder
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.site_batch import SiteBatch, write_site
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
    dataset = settings.dataset()
    batch = SiteBatch(settings, make_folder(folder))
    write_site(batch, list_pages(dataset, settings.as_of))
    write(f"{batch.folder / 'index.html'}\n")
