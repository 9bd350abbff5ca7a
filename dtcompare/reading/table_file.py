"""Tables that come from elsewhere, cell by cell: CSV, TSV, JSON lines and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Context, Decimal
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from dtcompare.errors import WrongUsage
from dtcompare.text import close_matches, exact_key, printable

Cell: TypeAlias = str | Decimal  # a Decimal where the file stores a number, not its letters

_DASHES = frozenset({"-", "–", "—"})  # what stands for nothing in a table
# Of the format of a number in a sheet: texts and gaps, decimals always shown, a word before it.
_LITERAL = re.compile(r'"[^"]*"|[\\_].')
_DECIMALS = re.compile(r"[#,0]+(?:\.(0+))?")
_HEDGED = re.compile(r'"((?:[^\W\d]|[<>≤≥≈~])[^"]*)"\\? *(?:[#,0.]+|General)(?:"([^"]*)")?')
_EXACT = Context(prec=400)
_NEAR = 0.6  # of 1: how alike a heading is that may be meant


class TableRow(Struct, frozen=True):
    """A row; ``number`` is its line in a text file, its row in a sheet. Absent cells are ""."""

    number: int
    cells: tuple[Cell, ...]


class InputTable(Struct, frozen=True):
    """A table with the headings of its columns; empty rows are left out."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def column(self, heading: str) -> int:
        """Return the place of a column, from 0. Raises WrongUsage for none or two of that name."""
        wanted = exact_key(printable(heading))
        found = [n for n, name in enumerate(self.headings) if exact_key(name) == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongUsage("error.double-column", name=heading, path=self.name)
        near = close_matches(heading, self.headings, 1, _NEAR)
        listed = ", ".join(name for name in self.headings if name)
        key = "error.no-column-near" if near else "error.no-column"
        raise WrongUsage(key, name=heading, path=self.name, near="".join(near), headings=listed)


def read_table(path: Path, sheet: str | None = None) -> InputTable:
    """Read a table by the suffix of its file; ``sheet`` names one of a spreadsheet.

    Raises WrongUsage for what is no table, OSError for what cannot be read.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        known = ", ".join(_READERS)
        raise WrongUsage("error.no-table", path=path, known=known)
    if sheet is not None and path.suffix.lower() != ".xlsx":
        raise WrongUsage("error.no-sheets", path=path)
    rows = read(path, sheet)
    head = next(rows, None)
    if head is None:
        raise WrongUsage("error.empty-table", path=path)
    headings = tuple(str(_cell(value)) for value in head[1])
    table = InputTable(path.name, headings, tuple(_rows(rows, headings, path)))
    if not table.rows:
        raise WrongUsage("error.empty-table", path=path)
    return table


_Rows: TypeAlias = Iterator[tuple[int, Sequence[Any]]]


def _rows(rows: _Rows, headings: Sequence[str], path: Path) -> Iterator[TableRow]:
    """Yield the rows in which something stands, each as wide as the headings.

    Raises WrongUsage for a cell under no heading, such as half of a number that a comma has cut in
    two, or the heads below a merged one. Rows may be numbered in first columns without a heading.
    """
    width = len(headings)
    named = [n for n, heading in enumerate(headings) if heading]
    for number, values in rows:
        cells = [_cell(value) for value in values]
        for n, cell in enumerate(cells):
            if cell != "" and n not in named and n > min(named, default=width):
                raise WrongUsage("error.no-heading", path=path, row=number, column=n + 1, cell=cell)
        cells = cells[:width] + [""] * (width - len(cells))
        if any(cell != "" for cell in cells):
            yield TableRow(number, tuple(cells))


def _cell(value: object) -> Cell:
    """Return what stands in a cell: a number that is stored as one, else a text on one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return Decimal(value)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    text = printable(str(value))
    return "" if text in _DASHES else text


# --- texts


def _text(path: Path) -> str:
    """Return the content of a text file. Raises WrongUsage for one that is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUsage("error.table-not-utf8", path=path) from error


def _read_separated(path: Path, _: str | None, separator: str | None = None) -> _Rows:
    """Yield the rows of a CSV file; ";" parts its cells where its headings hold more of these."""
    text = _text(path)
    if separator is None:
        head = text.partition("\n")[0]
        separator = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 1
    try:
        for cells in reader:
            if cells:
                yield number, cells
            number = reader.line_num + 1
    except csv.Error as error:
        raise WrongUsage("error.broken-table", path=path, row=number, reason=error) from error


def _read_tsv(path: Path, _: str | None) -> _Rows:
    return _read_separated(path, None, "\t")


def _read_json_lines(path: Path, _: str | None) -> _Rows:
    """Yield the keys of all objects, then the values of each under them."""
    entries: list[tuple[int, Mapping[str, object]]] = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line, parse_float=Decimal)
        except (ValueError, RecursionError) as error:
            raise WrongUsage("error.broken-table", path=path, row=number, reason=error) from error
        if not isinstance(entry, dict):
            raise WrongUsage("error.no-object", path=path, row=number)
        entries.append((number, entry))
    if entries:
        keys = tuple(dict.fromkeys(key for _, entry in entries for key in entry))
        yield 0, keys
        for number, entry in entries:
            yield number, [entry.get(key) for key in keys]


# --- spreadsheets


def _read_sheet(path: Path, sheet: str | None) -> _Rows:
    """Yield the rows of a sheet, the first without a name. Raises WrongUsage without openpyxl."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise WrongUsage("error.needs-openpyxl", path=path) from error
    try:
        with warnings.catch_warnings(action="ignore"):  # of what is left out, colours and the like
            book = load_workbook(path, data_only=True)
            written = load_workbook(path)  # where a formula stands
    except OSError:
        raise
    except Exception as error:  # whatever openpyxl stumbles over, the file is no spreadsheet
        raise WrongUsage("error.broken-sheet", path=path, reason=error) from error
    if sheet is not None and sheet not in book.sheetnames:
        known = ", ".join(book.sheetnames)
        raise WrongUsage("error.no-sheet", name=sheet, path=path, known=known)
    page = book[sheet] if sheet is not None else book.worksheets[0]
    formulas = written[page.title]
    for number, cells in enumerate(page.iter_rows(), 1):
        for cell in cells:
            if cell.value is not None or cell.data_type != "n":  # "str": an empty text
                continue
            if formulas[cell.coordinate].value is not None:
                raise WrongUsage("error.no-result", path=path, cell=cell.coordinate)
        values = [_sheet_value(cell.value, cell.number_format) for cell in cells]
        if any(value not in (None, "") for value in values):
            yield number, values


def _sheet_value(value: object, number_format: str) -> object:
    """Return a cell's value, a number with the decimals that the sheet shows of it."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    number = Decimal(f"{value:.15g}")  # as many digits as a sheet shows
    shown = _LITERAL.sub("", number_format)
    if "%" in shown:
        return f"{(number * 100).normalize():f}%"
    match = _DECIMALS.fullmatch(shown)
    least = len(match[1] or "") if match else 0
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    number = number.quantize(Decimal(1).scaleb(-max(least, -exponent, 0)), context=_EXACT)
    hedged = _HEDGED.match(number_format)  # "about 40", "≈ 40"
    return f"{hedged[1].strip()} {number:f}{hedged[2] or ''}" if hedged else number


_READERS: Mapping[str, Callable[[Path, str | None], _Rows]] = {
    ".csv": _read_separated,
    ".tsv": _read_tsv,
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
    ".xlsx": _read_sheet,
}
