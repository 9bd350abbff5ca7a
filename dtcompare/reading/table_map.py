"""What the columns of a table say: a file that maps them, the long form of export, or options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from dtcompare.errors import DataBroken
from dtcompare.model.figure import PLACE_WORDS
from dtcompare.reading.mappings import read_entries, read_line
from dtcompare.reading.nodes import Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.raw_text import read_text
from dtcompare.reading.scalar_types import Kind, Schema, TextType
from dtcompare.reading.schema_types import Later, Record
from dtcompare.reading.table_file import Cell, InputTable
from dtcompare.reading.yaml_events import read_nodes
from dtcompare.text import exact_key

SOURCE_FIELDS = (
    "title", "publisher", "quoting", "number", "published", "url", "original", "copy", "read_in",
    "archived", "accessed",
)  # fmt: skip
_NUMBERS = ("value", "upper", "place", *PLACE_WORDS)  # what a line must have one of
_FIELDS = (
    "province", "indicator", "kind", "word", "value", "upper", "place_word", "place",
    *PLACE_WORDS, "of", "period", "by", "every", "basis", "method", "scope", "scope_vi", "status",
    "change", "change_since", "change_times", "change_points", "change_percent", "recast", "prefer",
    "reject", "reject_vi", "source", *(f"source_{key}" for key in SOURCE_FIELDS), "remarks",
    "note", "note_vi",
)  # fmt: skip
# Other names of columns; "number" of a table is the figure's, not the decree's.
_ALIASES = {
    "number": "value",
    "place_of": "of",
    **{key: f"source_{key}" for key in SOURCE_FIELDS if key != "number"},
}
# Columns of ``export`` that follow from the others.
_WORKED_OUT = frozenset({
    "unit", "province_name", "low", "high", "low_open", "high_open", "period_start", "period_end",
    "file", "row",
})  # fmt: skip
_LARGEST, _DEEPEST = 1 << 20, 6


class ColumnName(Struct, frozen=True):
    """The heading of a column from which a part of each line is taken; ``empty`` where it is."""

    heading: str
    empty: str = ""


Piece: TypeAlias = str | ColumnName  # a constant, or what a column says
PROVINCE = ColumnName("province")  # where provinces stand, unless another column is named


class TableMap(Struct, frozen=True):
    """What the columns of a table say.

    ``templates`` are what each row makes a line of, part by part, ``province`` among them.
    ``pages`` tell of sources by their keys, where the cells of a line do not.
    """

    templates: tuple[Mapping[str, Piece], ...]
    unused: tuple[str, ...] = ()
    pages: Mapping[str, Mapping[str, str]] = {}


class TableLine(Struct, frozen=True):
    """What a row says under one template; ``columns`` tell where each part stands, from 1.

    Empty cells have no part in it. ``column`` is that of the number.
    """

    row: int
    column: int
    cells: Mapping[str, Cell]
    columns: Mapping[str, int]


def table_lines(table: InputTable, found: TableMap) -> Iterable[TableLine]:
    """Yield a line for each row and template that has a number. Raises WrongUsage for a column."""
    placed = [_placed(table, template) for template in found.templates]
    for row in table.rows:
        for template, columns in placed:
            cells: dict[str, Cell] = {}
            for name, piece in template.items():
                value = row.cells[columns[name] - 1] if name in columns else str(piece)
                if value == "" and isinstance(piece, ColumnName):
                    value = piece.empty
                if value != "":
                    cells[name] = value
            if any(name in cells for name in _NUMBERS):
                column = next((columns[name] for name in _NUMBERS if name in columns), 1)
                page = found.pages.get(str(cells.get("source")), {})
                yield TableLine(row.number, column, {**page, **cells}, columns)


def _placed(
    table: InputTable, template: Mapping[str, Piece]
) -> tuple[Mapping[str, Piece], Mapping[str, int]]:
    """Return a template with the place of each column that it names, from 1."""
    columns = {
        name: table.column(piece.heading) + 1
        for name, piece in template.items()
        if isinstance(piece, ColumnName)
    }
    return template, columns


def long_map(table: InputTable, constants: Mapping[str, Piece]) -> TableMap | None:
    """Return what a table in the long form says, a line a row; None where it is none.

    Its columns are called like the parts of a line, as ``export`` does. ``constants`` stand where
    no cell does.
    """
    template: dict[str, Piece] = dict(constants)
    unused = []
    for heading in table.headings:
        name = exact_key(heading).replace(" ", "_")
        field = _ALIASES.get(name, name)
        if field in _FIELDS:
            usual = "unknown" if name == "source_published" else constants.get(field, "")
            template[field] = ColumnName(heading, usual if isinstance(usual, str) else "")
        elif name and name not in _WORKED_OUT:
            unused.append(heading)
    if "indicator" not in template or not template.keys() & {*_NUMBERS}:
        return None
    return TableMap((template,), tuple(unused))


# --- the file


class _PieceKind(Kind, frozen=True):
    """A text, or ``{column: HEADING}``."""

    def read(self, node: Node, name: str, problems: ProblemList) -> Piece | None:
        """Return the constant or the column."""
        if isinstance(node, Scalar):
            return read_line(node, name, problems)
        found = _COLUMN.read(node, name, problems)
        return None if found is None or not found.whole else ColumnName(found.get("column"))

    def schema(self) -> Schema:
        """Return the JSON Schema of such a value."""
        return {"anyOf": [TextType().schema(), _COLUMN.schema()]}


_COLUMN = Record("column", {"column": TextType()}, required=("column",))
_NAMES = tuple(name for name in (*_FIELDS, *_ALIASES) if name not in ("number", "province"))
_PIECES: Mapping[str, Kind] = dict.fromkeys(_NAMES, _PieceKind())
_ENTRY = Record("column", {**_PIECES, "value": _PieceKind()}, required=("indicator",))
_MAP = Record(
    "file",
    {"province": TextType(), **_PIECES, "columns": Later(TextType())},
    required=("columns",),
)


def read_map(path: Path, constants: Mapping[str, Piece]) -> TableMap:
    """Read a file that says of each column what it holds.

    Its own keys stand for every column that says nothing else, ``constants`` go before them. The
    number of a line is the column's, the word ``value`` where none is said. Raises DataBroken with
    all problems, OSError.
    """
    problems = ProblemList(path.name)
    text = read_text(path.read_bytes(), problems, _LARGEST)
    root = None if text is None else read_nodes(text, problems, _DEEPEST)
    found = None if root is None else _MAP.read(root, path.name, problems)
    templates = []
    if found is not None and "columns" in found.values:
        common: dict[str, Piece] = {"province": PROVINCE, **_pieces(found.values)}
        if "province" in found.values:
            common["province"] = ColumnName(found.get("province"))
        for heading, node in _entries(found.get("columns"), problems).items():
            entry = _ENTRY.read(node, heading, problems)
            own = {} if entry is None else _pieces(entry.values)
            templates.append({**common, **constants, "value": ColumnName(heading), **own})
    if problems.broken:
        raise DataBroken(problems.problems, files=1, where=str(path))
    return TableMap(tuple(templates))


def _entries(node: Node, problems: ProblemList) -> Mapping[str, Node]:
    """Return what stands under each heading."""
    if not isinstance(node, Pairs):
        problems.add(node, "want-mapping", name="columns")
        return {}
    entries, _ = read_entries(node, "columns", problems)
    return {heading: value for heading, (_, value) in entries.items()}


def _pieces(values: Mapping[str, Any]) -> dict[str, Piece]:
    """Return the parts of a line by their own names."""
    return {
        _ALIASES.get(name, name): piece
        for name, piece in values.items()
        if name not in ("columns", "province")
    }
