"""CSV for spreadsheets: as the language writes numbers, and nothing that is taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO

from dtcompare.view.people_table import PeopleCell, PeopleTable
from dtcompare.view.structured import safe_text


def people_csv(table: PeopleTable, *, comma: bool, safe: bool = False) -> str:
    """Return the table with "," for decimals and ";" between cells, or "." and ",".

    ``safe``: a text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    made = StringIO()
    writer = csv.writer(made, delimiter=";" if comma else ",", lineterminator="\r\n")
    writer.writerow(table.heads)
    for row in table.rows:
        writer.writerow([_text(cell, comma=comma, safe=safe) for cell in row])
    return made.getvalue()


def _text(cell: PeopleCell, *, comma: bool, safe: bool) -> str:
    """Return what stands in a cell, a number without marks between thousands."""
    if cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return safe_text(cell.value) if safe else cell.value
    text = f"{cell.value:f}" if not isinstance(cell.value, int) else str(cell.value)
    return text.replace(".", ",") if comma else text
