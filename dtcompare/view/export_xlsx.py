"""Exported rows as a workbook: the columns that programs read, numbers as numbers, pages linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from dtcompare.view.export_sqlite import NUMBERS
from dtcompare.view.people_table import PeopleCell, PeopleTable
from dtcompare.view.phrases import Phrases
from dtcompare.view.spreadsheet import Colophon, write_xlsx

_PLAIN = ("change_times", "change_points", "change_percent")


def lines_workbook(
    rows: Iterable[Mapping[str, object]], columns: Mapping[str, str], phrases: Phrases
) -> bytes:
    """Return the workbook, whose first sheet has the names of ``columns`` for its heading row."""
    units = phrases.dataset.catalogue.units
    symbols = {id: unit.symbol.say(phrases.lang) for id, unit in units.items() if unit.symbol}
    cells = [
        [_cell(name, row[name], symbols.get(str(row["unit"]), "")) for name in columns]
        for row in rows
    ]
    return write_xlsx(PeopleTable(tuple(columns), cells), Colophon.of_dataset(phrases), phrases)


def _cell(name: str, value: object, symbol: str) -> PeopleCell:
    """Return what stands in a column, a measured number in the format of its unit."""
    match value:
        case None:
            return PeopleCell()
        case bool():
            return PeopleCell(str(value).lower())
        case int() | Decimal():
            measured = name in NUMBERS and name not in _PLAIN
            return PeopleCell(value, symbol if measured else "")
    return PeopleCell(str(value), link=str(value) if name == "source_url" else "")
