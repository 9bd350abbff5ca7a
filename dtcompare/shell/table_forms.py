"""What the columns of a table hold: told by options, by a map, or by their own headings."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec.structs import replace

from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import PLACE_WORDS
from dtcompare.reading.table_file import Cell, InputTable
from dtcompare.reading.table_map import (
    PROVINCE,
    SOURCE_FIELDS,
    ColumnName,
    Piece,
    TableMap,
    long_map,
    read_map,
)
from dtcompare.shell.import_options import AMOUNTS, ImportRequest
from dtcompare.shell.line_form import option_name
from dtcompare.shell.table_cells import text_of
from dtcompare.view.wide import PARTS

_PLACE = "_place"  # behind the id of an index, over its published places


def map_table(
    table: InputTable, request: ImportRequest, dataset: Dataset
) -> tuple[InputTable, TableMap]:
    """Return what the columns of a table say: by a map, by options, or by their own headings.

    Rows of a matrix that only head its columns are left out of the table. Raises WrongUsage where
    nothing tells what the columns hold, DataBroken for a map with errors.
    """
    if request.map is not None:
        told = [*request.columns, *(["indicator"] if request.indicator else [])]
        for option in told:
            raise WrongUsage("error.out-of-place", option=option_name(option))
        return table, read_map(request.map, request.constants)
    constants = {"province": PROVINCE, **request.constants}
    if request.indicator or request.columns:
        return table, TableMap((_template(request, constants),))
    if found := long_map(table, constants):
        return table, found
    if matrix := _matrix_map(table, constants, dataset):
        return matrix
    raise WrongUsage("error.no-form", path=table.name, headings=", ".join(table.headings))


def _template(request: ImportRequest, constants: Mapping[str, Piece]) -> dict[str, Piece]:
    """Return what a row says of one indicator. Raises WrongUsage for what is missing."""
    if not request.indicator:
        raise WrongUsage("error.missing-option", option="--indicator")
    template = {**constants, "indicator": request.indicator}
    amounts = [word for word in request.columns if word in AMOUNTS]
    if not request.columns:
        choices = ", ".join(map(option_name, (*AMOUNTS, *PLACE_WORDS)))
        raise WrongUsage("error.missing-choice", option="--value", choices=choices)
    if len(amounts) > 1:
        raise WrongUsage("error.out-of-place", option=option_name(amounts[1]))
    for word, heading in request.columns.items():
        template["value" if word in AMOUNTS else word] = ColumnName(heading)
    if amounts and amounts[0] != "value":
        template["word"] = amounts[0]
    return template


def _matrix_map(
    table: InputTable, constants: Mapping[str, Piece], dataset: Dataset
) -> tuple[InputTable, TableMap] | None:
    """Return a matrix without its heading rows, and what its columns say; None where it is none.

    A column is headed by the id of an indicator, one of places by that with "_place" behind.
    Rows above the first province that begin with the name of a part say it for each column, a
    column headed ID_PART for each row; what else the rows above say is not read. Rows below that
    begin with "source" tell of pages.
    """
    province = constants["province"]
    assert isinstance(province, ColumnName)
    known = dataset.catalogue.indicators
    ids = [name for name in table.headings if name.removesuffix(_PLACE) in known]
    if not ids or province.heading not in table.headings:
        return None
    at = table.column(province.heading)
    heads = {"", *PARTS}
    first = next(
        (n for n, row in enumerate(table.rows) if row.cells[at] not in heads), len(table.rows)
    )
    parts = {id: _parts(table, at, id, first) for id in ids}
    templates = []
    for id in dict.fromkeys(name.removesuffix(_PLACE) for name in ids):
        template = {**constants, "indicator": id}
        score, place = id in parts, f"{id}{_PLACE}"
        if score:
            template |= {"value": ColumnName(id), **parts[id]}
        if place in parts and score and parts[place]:
            templates.append(template)
            template = {**constants, "indicator": id}
        if place in parts:
            template |= {"rank": ColumnName(place), **parts[place]}
        templates.append(template)
    read = {
        piece.heading
        for one in templates
        for piece in one.values()
        if isinstance(piece, ColumnName)
    }
    unused = [name for name in table.headings if name not in (*read, "name")]
    below = table.rows[first:]
    sources = [row for row in below if row.cells[at] == "source" and len(row.cells) > 2]
    pages = {str(row.cells[1]): _page(row.cells[2]) for row in sources}
    rows = replace(table, rows=tuple(row for row in below if row not in sources))
    return rows, TableMap(tuple(templates), tuple(unused), pages)


def _page(told: Cell) -> dict[str, str]:
    """Return what a JSON object tells of a page, by the parts of a line; empty for none."""
    try:
        found = json.loads(text_of(told))
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    page = {"published": "unknown", **found}
    return {f"source_{name}": str(text) for name, text in page.items() if name in SOURCE_FIELDS}


def _parts(table: InputTable, at: int, id: str, first: int) -> dict[str, Piece]:
    """Return what the rows above the ``first`` province and columns of its own say of a column."""
    column = table.column(id)
    found: dict[str, Piece] = {}
    for row in table.rows[:first]:
        if row.cells[at] != "" and row.cells[column] != "":
            found[str(row.cells[at])] = text_of(row.cells[column])
    own = {part: f"{id}_{part}" for part in PARTS}
    return found | {
        part: ColumnName(heading) for part, heading in own.items() if heading in table.headings
    }
