"""Results for programs: JSON, JSON lines, CSV and TSV, with the digits of the source."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

import msgspec

from dtcompare.view.sheet import Records, Rendering

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a spreadsheet knows one
_TSV_BREAKS = str.maketrans("\t\n\r", "   ")


def render_data(rendering: Rendering, format: str, *, safe: bool = False) -> str:
    """Return the document as JSON, or the records as JSON lines, CSV or TSV.

    ``safe``: texts of CSV and TSV that a spreadsheet would take for formulas begin with "'".
    """
    if format == "json":
        return json_text(rendering.document)
    if format == "jsonl":
        return jsonl_text(rendering.records)
    records = _with_safe_texts(rendering.records) if safe else rendering.records
    return csv_text(records, "\t" if format == "tsv" else ",")


def _with_safe_texts(records: Records) -> Records:
    """Return the records with "'" before texts that begin with a sign of a formula."""
    rows = [{name: _safe(value) for name, value in row.items()} for row in records.rows]
    return Records(records.columns, rows)


def _safe(value: object) -> object:
    return safe_text(value) if isinstance(value, str) else value


def safe_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> safe_text("=1+1"), safe_text("5G")
    ("'=1+1", '5G')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _number_text(number: Decimal) -> str:
    """Return a number without an exponent. Raises ValueError for one that is not finite."""
    if not number.is_finite():
        raise ValueError(number)
    return f"{number:f}"


def _json_number(number: Decimal) -> msgspec.Raw:
    """Return a number with its digits as JSON."""
    return msgspec.Raw(_number_text(number).encode())


_encode = msgspec.json.Encoder(decimal_format=_json_number).encode


def json_text(document: Mapping[str, object]) -> str:
    """Return ``document`` as JSON, indented by two, letters as they are.

    >>> print(json_text({"value": Decimal("3.40"), "places": (1, 2)}), end="")
    {
      "value": 3.40,
      "places": [
        1,
        2
      ]
    }
    """
    return msgspec.json.format(_encode(document), indent=2).decode() + "\n"


def jsonl_text(records: Records) -> str:
    """Return one JSON object a row, each with every column in its order; null where one has none.

    >>> print(jsonl_text(Records(("a", "b"), [{"b": Decimal("1.0")}])), end="")
    {"a": null, "b": 1.0}
    """
    rows = ({name: row.get(name) for name in records.columns} for row in records.rows)
    return "".join([msgspec.json.format(_encode(row), indent=0).decode() + "\n" for row in rows])


class _Lines(list[str]):
    """The lines that a writer of the csv module writes."""

    write = list.append


def csv_text(records: Records, delimiter: Literal[",", "\t"] = ",") -> str:
    r"""Return a heading line and the rows, quoted where needed (RFC 4180), lines ending in "\n".

    Nothing where a row has none, true and false in small letters, the items of a list joined by
    "; "; between tabs, a tab or line end in a text becomes a space.

    >>> csv_text(Records(("id", "met"), [{"id": "a, b", "met": True}, {"id": "c"}]))
    'id,met\n"a, b",true\nc,\n'
    """
    lines = _Lines()
    # With this line end a lone carriage return is quoted before Python 3.13 too.
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(records.columns)
    for row in records.rows:
        cells = [_cell_text(row.get(name)) for name in records.columns]
        if delimiter == "\t":
            cells = [cell.translate(_TSV_BREAKS) for cell in cells]
        writer.writerow(cells)
    return "".join([f"{line[:-2]}\n" for line in lines])


def _cell_text(value: object) -> str:
    """Return what stands in a cell. Raises ValueError for a number that is not finite."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return _number_text(value)
    if isinstance(value, (list, tuple)):
        return "; ".join([_cell_text(item) for item in value])
    return str(value)
