"""``dtcompare peers``: the provinces nearest in people and region."""

from __future__ import annotations

import click

from dtcompare.analysis.peers import find_peers
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, present, text_options
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.results.peers import peers_document, peers_records, peers_sheet
from dtcompare.view.results.presenter import Presenter

PRESENTER = Presenter("peers", peers_sheet, peers_document, peers_records)


@click.command("peers")
@click.argument("province", shell_complete=lookup.complete_provinces)
@text_options
@global_options
def command(settings: Settings, *, province: str, output: OutputOptions) -> None:
    """List the provinces nearest to PROVINCE in people and region, and who is ahead.

    Three are of its region, the others from anywhere; the nearest in people comes first.

    \b
    Examples:
      dtcompare peers quang-ninh
      dtcompare peers "Phú Thọ" -f csv
    """
    dataset = settings.dataset()
    id = lookup.find_province(dataset, province, settings)
    result = find_peers(dataset, id, as_of=settings.as_of)
    present(result, PRESENTER, dataset, output, settings)
