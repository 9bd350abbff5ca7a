"""``dtcompare site``: all rankings and reports as a web site."""

from __future__ import annotations

import click

from dtcompare.shell.output import file_path
from dtcompare.shell.report_batch import write_site
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
    into = file_path(folder, "DIR")
    for _ in write_site(settings, into):
        pass
    write(f"{into / 'index.html'}\n")
