"""The matrix of provinces and indicators, written as CSV or as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dtcompare.analysis.matrix import matrix
from dtcompare.errors import WrongUsage
from dtcompare.view.console import write
from dtcompare.view.files import save_bytes
from dtcompare.view.people_csv import people_csv
from dtcompare.view.people_table import PeopleCell, PeopleTable
from dtcompare.view.phrases import Phrases
from dtcompare.view.wide import wide_headings, wide_table

__all__ = ["write_wide"]


def write_wide(phrases: Phrases, as_of: date, format: str, path: Path | None) -> None:
    """Write the matrix of the day. Raises WrongUsage for another format than CSV and XLSX."""
    found = matrix(phrases.dataset, as_of)
    table, headings = wide_table(found, phrases), wide_headings(found, phrases)
    if format == "xlsx":
        from dtcompare.view.spreadsheet import About, write_xlsx

        data = write_xlsx(table, About.of_dataset(phrases), phrases, headings)
    elif format == "csv":
        rows = [[PeopleCell(text) for text in heading] for heading in headings]
        whole = PeopleTable(table.heads, [*rows, *table.rows])
        data = people_csv(whole, comma=False).replace("\r\n", "\n").encode()
    else:
        raise WrongUsage("error.wide-format", format=format)
    if path is None:
        write(data.decode())
    else:
        save_bytes(path, data)
        write(f"{path}\n")
