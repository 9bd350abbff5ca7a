"""``dtcompare export``: the whole data set, one row a figure, for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from dtcompare.analysis.export import COLUMNS, exported
from dtcompare.shell.office_output import write_wide
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write
from dtcompare.view.exports import FORMATS, export_format, texts, write_file, write_package
from dtcompare.view.files import save_by
from dtcompare.view.phrases import Phrases


@click.command("export")
@click.option(
    "-f",
    "--format",
    type=click.Choice(FORMATS),
    help="The format; else the suffix of FILE decides, else CSV.",
)
@click.option("-o", "--output", metavar="FILE", help="Save to FILE, else to standard output.")
@click.option("--wide", is_flag=True, help="A matrix: a row a province, a column an indicator.")
@global_options
def command(settings: Settings, *, format: str | None, output: str | None, wide: bool) -> None:
    """Take the whole data set along: one row a figure or target.

    Each row has the number as printed, what it may mean (low, high), basis, method, scope, period,
    status and the page behind it. docs/export.md explains the columns. With --wide the figures that
    compare stand in a matrix, whose first rows tell unit, base and period of each column (CSV and
    XLSX). XLSX needs the extra dtcompare[office], Parquet dtcompare[parquet].

    \b
    Examples:
      dtcompare export -o all.csv
      dtcompare export -o all.xlsx
      dtcompare export --wide -o matrix.xlsx --lang vi
      dtcompare export -o all.zip
    """
    path = None if output is None else Path(output)
    kind = export_format(format, path)
    phrases = Phrases(settings.known_dataset(), settings.lang)
    if wide:
        write_wide(phrases, settings.as_of, kind, path)
        return
    rows = exported(phrases.dataset)
    if path is None:
        for text in texts(rows, tuple(COLUMNS), kind):
            write(text)
    else:
        licence = settings.folder() / "LICENSE" if kind == "zip" else None
        if kind in ("xlsx", "zip"):
            save_by(path, lambda file: write_package(rows, COLUMNS, phrases, file, licence))
        else:
            save_by(path, lambda file: write_file(rows, COLUMNS, kind, file))
        write(f"{path}\n")
