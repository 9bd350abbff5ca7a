"""Results for programs: JSON, JSON lines, CSV and TSV, with the digits of the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from dtcompare.view.console import Console
from dtcompare.view.sheet import Records, Rendering

__all__ = ["csv_text", "json_text", "jsonl_text", "render"]

_TSV_BREAKS = str.maketrans("\t\n\r", "   ")


def render(rendering: Rendering, format: str, _console: Console) -> str:
    """The document as JSON, or the records as JSON lines, CSV or TSV."""
    if format == "json":
        return json_text(rendering.document)
    if format == "jsonl":
        return jsonl_text(rendering.records)
    return csv_text(rendering.records, "\t" if format == "tsv" else ",")


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
    return _Json("\n").mapping(document) + "\n"


def jsonl_text(records: Records) -> str:
    """One JSON object a row, each with every column in its order; null where a row has none.

    >>> print(jsonl_text(Records(("a", "b"), [{"b": Decimal("1.0")}])), end="")
    {"a": null, "b": 1.0}
    """
    written = _Json("").mapping
    rows = ({name: row.get(name) for name in records.columns} for row in records.rows)
    return "".join([f"{written(row)}\n" for row in rows])


def csv_text(records: Records, delimiter: Literal[",", "\t"] = ",") -> str:
    r"""A heading line and the rows, quoted where needed (RFC 4180), with "\n" as the line end.

    Nothing where a row has none, true and false in small letters; between tabs, a tab or line end
    in a text becomes a space.

    >>> csv_text(Records(("id", "met"), [{"id": "a, b", "met": True}, {"id": "c"}]))
    'id,met\n"a, b",true\nc,\n'
    """
    lines = [_separated(records.columns, delimiter)]
    for row in records.rows:
        values = map(row.get, records.columns)
        lines.append(_separated([_CELLS[type(value)](value) for value in values], delimiter))
    return "\n".join([*lines, ""])


def _separated(cells: Sequence[str], delimiter: str) -> str:
    """The cells as a line, quoted where needed."""
    line = delimiter.join(cells)
    if line.count(delimiter) >= len(cells) or '"' in line or "\n" in line or "\r" in line:
        if delimiter == "\t":
            cells = [cell.translate(_TSV_BREAKS) for cell in cells]
        return delimiter.join([_quoted(cell, delimiter) for cell in cells])
    return line or '""'  # of one cell without a text: an empty line would be no row


def _quoted(cell: str, delimiter: str) -> str:
    """A cell between quotes where it holds what would end it."""
    if any(mark in cell for mark in (delimiter, '"', "\n", "\r")):
        cell = cell.replace('"', '""')
        return f'"{cell}"'
    return cell


_Writer = Callable[[Any], str]


class _Writers(dict[type, _Writer]):
    """What writes a value, by its type; one that is not there is written as what it is a kind of.

    Raises TypeError where it is a kind of none.
    """

    def __missing__(self, kind: type) -> _Writer:
        for known, write in self.items():
            if issubclass(kind, known):
                self[kind] = write
                return write
        raise TypeError(kind)


class _Json(_Writers):
    """What writes a value as JSON at one depth of a document.

    ``line`` begins a line there; it is empty where all stands in one line.
    """

    def __init__(self, line: str) -> None:
        from json.encoder import encode_basestring  # noqa: PLC0415 - CSV does not pay for it

        super().__init__(_SCALARS)
        self[str] = encode_basestring
        self[type(None)] = lambda _: "null"
        self[date] = lambda day: f'"{day.isoformat()}"'
        self[list] = self[tuple] = self.sequence
        self[dict] = self[Mapping] = self.mapping
        self.line = line
        self._inner = None if line else self

    @property
    def inner(self) -> _Json:
        """One depth further in."""
        if self._inner is None:
            self._inner = _Json(f"{self.line}  ")
        return self._inner

    def mapping(self, members: Mapping[str, object]) -> str:
        """An object with its members."""
        inner, quoted = self.inner, self[str]
        texts = [f"{quoted(name)}: {inner[type(value)](value)}" for name, value in members.items()]
        return self._enclosed("{", texts, "}")

    def sequence(self, items: Sequence[object]) -> str:
        """An array with its items."""
        inner = self.inner
        return self._enclosed("[", [inner[type(item)](item) for item in items], "]")

    def _enclosed(self, start: str, parts: list[str], end: str) -> str:
        """The parts with commas, each on its own line where there are lines; made in one copy."""
        if not parts:
            return f"{start}{end}"
        line = self.inner.line
        parts[0] = f"{start}{line}{parts[0]}"
        parts[-1] = f"{parts[-1]}{self.line}{end}"
        return (f",{line}" if line else ", ").join(parts)


def _truth(value: object) -> str:
    return "true" if value else "false"


def _number(value: float | Decimal) -> str:
    """A number without an exponent. Raises ValueError for what is not finite."""
    number = Decimal(str(value)) if isinstance(value, float) else value
    if not number.is_finite():
        raise ValueError(value)
    return f"{number:f}"


def _joined(values: Sequence[object]) -> str:
    """The items of a list in a cell, joined by "; "."""
    return "; ".join([_CELLS[type(value)](value) for value in values])


_SCALARS: Mapping[type, _Writer] = {
    bool: _truth,
    int: str,
    float: _number,
    Decimal: _number,
}
_CELLS = _Writers(
    {
        **_SCALARS,
        str: str,
        type(None): lambda _: "",
        date: lambda day: day.isoformat(),
        list: _joined,
        tuple: _joined,
    }
)
