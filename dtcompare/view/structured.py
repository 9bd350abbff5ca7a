"""Results for programs: JSON, JSON lines, CSV and TSV, with the digits of the source."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from dtcompare.view.console import Console
from dtcompare.view.sheet import Face, Records

__all__ = ["csv_text", "json_text", "jsonl_text", "render"]

_TSV_BREAKS = str.maketrans("\t\n\r", "   ")


def render(face: Face, format: str, _console: Console) -> str:
    """The document as JSON, or the records as JSON lines, CSV or TSV."""
    if format == "json":
        return json_text(face.document() if callable(face.document) else face.document)
    records = face.records() if callable(face.records) else face.records
    if format == "jsonl":
        return jsonl_text(records)
    return csv_text(records, "\t" if format == "tsv" else ",")


def json_text(document: Mapping[str, object]) -> str:
    """``document`` as JSON: indented by two, letters as they are, numbers with their own digits.

    >>> print(json_text({"value": Decimal("3.40"), "places": (1, 2)}), end="")
    {
      "value": 3.40,
      "places": [
        1,
        2
      ]
    }
    """
    return "".join(_json(document, "\n")) + "\n"


def jsonl_text(records: Records) -> str:
    """One JSON object a row, each with every column in its order; null where a row has none.

    >>> print(jsonl_text(Records(("a", "b"), [{"b": Decimal("1.0")}])), end="")
    {"a": null, "b": 1.0}
    """
    rows = ({name: row.get(name) for name in records.columns} for row in records.rows)
    return "".join("".join(_json(row, None)) + "\n" for row in rows)


def csv_text(records: Records, delimiter: Literal[",", "\t"] = ",") -> str:
    r"""A heading line and the rows, quoted where needed (RFC 4180), with "\n" as the line end.

    Nothing where a row has none, true and false in small letters; between tabs, a tab or line end
    in a text becomes a space.

    >>> csv_text(Records(("id", "met"), [{"id": "a, b", "met": True}, {"id": "c"}]))
    'id,met\n"a, b",true\nc,\n'
    """
    import csv  # noqa: PLC0415 - JSON does not pay for it

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(records.columns)
    for row in records.rows:
        cells = [_plain_text(row.get(name)) for name in records.columns]
        if delimiter == "\t":
            cells = [cell.translate(_TSV_BREAKS) for cell in cells]
        writer.writerow(cells)
    return out.getvalue()


def _plain_text(value: object) -> str:
    """``value`` as the text of a CSV cell; the items of a list are joined by "; "."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return "; ".join(_plain_text(item) for item in value)
        case _:
            return _scalar(value)


def _json(value: object, line: str | None) -> Iterable[str]:
    """The pieces of ``value`` as JSON; ``line`` starts a line at its depth, None: all in one."""
    match value:
        case str():
            yield _quoted(value)
        case Mapping():
            members = (
                (f"{_quoted(str(key))}: ", *_json(item, _deeper(line)))
                for key, item in value.items()
            )
            yield from _enclosed("{", members, "}", line)
        case list() | tuple():
            items = (_json(item, _deeper(line)) for item in value)
            yield from _enclosed("[", items, "]", line)
        case date():
            yield _quoted(value.isoformat())
        case None:
            yield "null"
        case bool():
            yield "true" if value else "false"
        case _:
            yield _scalar(value)


def _enclosed(
    start: str, parts: Iterable[Iterable[str]], end: str, line: str | None
) -> Iterable[str]:
    """``parts`` between brackets, each on its own line where there are lines."""
    yield start
    empty = True
    for part in parts:
        if not empty:
            yield "," if line else ", "
        empty = False
        yield _deeper(line) or ""
        yield from part
    if line and not empty:
        yield line
    yield end


def _deeper(line: str | None) -> str | None:
    return line and f"{line}  "


def _quoted(text: str) -> str:
    """``text`` as a JSON string."""
    import json  # noqa: PLC0415 - CSV does not pay for it

    return json.dumps(text, ensure_ascii=False)


def _scalar(value: object) -> str:
    """A number or a date written out, without an exponent.

    Raises ValueError for what is no finite number and TypeError for what has no place here.
    """
    match value:
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case float() | Decimal():
            number = Decimal(str(value))
            if not number.is_finite():
                raise ValueError(value)
            return f"{number:f}"
        case _:
            raise TypeError(value)
