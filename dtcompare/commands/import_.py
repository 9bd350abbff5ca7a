"""``dtcompare import``: a whole table of figures or targets, all of it or nothing."""

from __future__ import annotations

import click

from dtcompare.shell.import_options import ImportRequest, import_options
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.table_changes import import_table


@click.command("import")
@click.argument("table", metavar="TABLE")
@import_options
@global_options
def command(settings: Settings, *, request: ImportRequest) -> None:
    """Add a table: CSV, TSV, JSON lines or XLSX, a row a province.

    Its columns are named by --indicator and --value, by --map, or by their own headings where it is
    in the long form of dtcompare export. First what it changes is shown; it is written when that
    is confirmed, or with --yes: all of it or nothing. What the data set has already is not added
    again. XLSX needs the extra dtcompare[office].

    \b
    Examples:
      dtcompare import t.csv --indicator dti --value score --period 2021 --source tbtc-2022-08 --yes
      dtcompare import index.csv --map index.yaml --yes
      dtcompare import all.csv --yes
    """
    import_table(request, settings)
