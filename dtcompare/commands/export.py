"""``dtcompare export``: the whole data set, one row a figure, for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from dtcompare.analysis.export import COLUMNS, exported
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write
from dtcompare.view.exports import FORMATS, export_format, texts, write_file
from dtcompare.view.files import save_by


@click.command("export")
@click.option(
    "-f",
    "--format",
    type=click.Choice(FORMATS),
    help="The format; else the suffix of FILE decides, else CSV.",
)
@click.option("-o", "--output", metavar="FILE", help="Save to FILE, else to standard output.")
@global_options
def command(settings: Settings, *, format: str | None, output: str | None) -> None:
    """Take the whole data set along: one row a figure or target.

    Each row has the number as printed, what it may mean (low, high), basis, method, scope, period,
    status and the page behind it. docs/export.md explains the columns. Parquet needs the extra
    dtcompare[parquet].

    \b
    Examples:
      dtcompare export -o all.csv
      dtcompare export -o all.sqlite
      dtcompare export -o all.jsonl
    """
    path = None if output is None else Path(output)
    kind = export_format(format, path)
    rows = exported(settings.dataset())
    if path is None:
        for text in texts(rows, tuple(COLUMNS), kind):
            write(text)
    else:
        save_by(path, lambda beside: write_file(rows, COLUMNS, kind, beside))
        write(f"{path}\n")
