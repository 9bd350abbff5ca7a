"""What the columns of a table hold: told by options, by a map, or by their own headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from dtcompare import words
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import PLACE_WORDS
from dtcompare.model.indicator import Indicator
from dtcompare.reading.table_file import InputTable
from dtcompare.reading.table_map import PROVINCE, ColumnName, Piece, TableMap, long_map, read_map
from dtcompare.shell.import_options import AMOUNTS, ImportRequest
from dtcompare.view.figures import series_words
from dtcompare.view.phrases import Phrases

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
            raise WrongUsage("error.out-of-place", option=_option(option))
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
        choices = ", ".join(map(_option, (*AMOUNTS, *PLACE_WORDS)))
        raise WrongUsage("error.missing-choice", option="--value", choices=choices)
    if len(amounts) > 1:
        raise WrongUsage("error.out-of-place", option=_option(amounts[1]))
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
    Rows above the first province may say the basis and method in the words that ``export --wide``
    has for them; what else they say is not read.
    """
    province = constants["province"]
    assert isinstance(province, ColumnName)
    known = dataset.catalogue.indicators
    ids = [name for name in table.headings if name.removesuffix(_PLACE) in known]
    if not ids or province.heading not in table.headings:
        return None
    at = table.column(province.heading)
    first = next((n for n, row in enumerate(table.rows) if row.cells[at] != ""), len(table.rows))
    templates = []
    for id in dict.fromkeys(name.removesuffix(_PLACE) for name in ids):
        template = {**constants, "indicator": id}
        for heading, part in ((id, "value"), (f"{id}{_PLACE}", "rank")):
            if heading in table.headings:
                template[part] = ColumnName(heading)
                column = table.column(heading)
                said = [str(row.cells[column]) for row in table.rows[:first]]
                template |= _series(dataset, known[id], said)
        templates.append(template)
    unused = [name for name in table.headings if name not in (*ids, province.heading, "name")]
    rows = replace(table, rows=table.rows[first:])
    return rows, TableMap(tuple(templates), tuple(unused))


def _series(dataset: Dataset, indicator: Indicator, said: Iterable[str]) -> dict[str, Piece]:
    """Return the basis and method that one of the texts over a column says."""
    said = set(said)
    for basis in indicator.bases or (None,):
        for method in indicator.methods or (None,):
            for lang in words.LANGUAGES:
                if ", ".join(series_words(Phrases(dataset, lang), basis, method)) in said:
                    found = {"basis": basis, "method": method}
                    return {name: id for name, id in found.items() if id is not None}
    return {}


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")
