"""A result laid out for reading: title, sentence, tables, remarks, notes and sources.

Every text format (terminal, plain, Markdown, HTML, LaTeX, ...) draws the same sheet, so that rows,
columns, order and rounding are the same everywhere. Texts are complete and in one language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

BarKind = Literal["exact", "about", "nearly", "over", "under", "other"]
Tone = Literal["", "good", "bad", "warn", "muted", "strong"]


class Bar(Struct, frozen=True):
    """A bar beside a number: ``share`` of the room that it takes (0 to 1), and ``before`` it.

    kind: exact, about, nearly (just below), over (may be more), under (may be less), other (not
    compared).
    """

    share: float
    kind: BarKind = "exact"
    before: float = 0.0


class Cell(Struct, frozen=True):
    """A text with a tone that never carries meaning alone, and a bar where a terminal has room.

    ``link`` is where the text leads to on a page of HTML, in an office file and in Markdown.
    """

    text: str = ""
    tone: Tone = ""
    bar: Bar | None = None
    link: str = ""


class Column(Struct, frozen=True):
    """A column of a table; ``name`` is its title, empty where the content speaks for itself."""

    name: str
    align: Literal["left", "right"] = "left"


class Row(Struct, frozen=True):
    """A row of cells, one for each column.

    kind "heading": one text over the whole row; "reference": set apart at the foot of the table.
    """

    cells: tuple[Cell, ...]
    kind: Literal["row", "heading", "reference"] = "row"


class Table(Struct, frozen=True):
    """A table with a heading at its left and a remark on its extent at its right."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading: str = ""
    aside: str = ""


def without_empty(table: Table, *, named_only: bool = False) -> Table:
    """Return the table without the columns in which no row says anything.

    Nameless ones stay, unless ``named_only``. Rows of fewer cells than columns, headings, stay as
    they are.
    """
    width = len(table.columns)
    said = [not (column.name or named_only) for column in table.columns]
    for row in table.rows:
        if len(row.cells) == width:
            said = [known or bool(cell.text) for known, cell in zip(said, row.cells, strict=True)]
    rows = [
        replace(row, cells=tuple(compress(row.cells, said))) if len(row.cells) == width else row
        for row in table.rows
    ]
    return replace(table, columns=tuple(compress(table.columns, said)), rows=tuple(rows))


class Remark(Struct, frozen=True):
    """A labelled text under the tables: "No figure found (24)", the names.

    The label is never empty. ``lines`` are the texts under it, each its own line; a single one
    follows the label on its line. ``command`` is something to type, shown as such.
    """

    label: str
    lines: tuple[str, ...] = ()
    command: str = ""


class Sheet(Struct, frozen=True):
    """A whole result for reading. ``aside`` stands at the right of the title ("data to 10 Oct").

    ``notes`` are (letter, text), ``sources`` (number, text). ``foot`` are the last lines of a
    short answer: where it is from, and what only the full one holds. ``pages`` are the addresses
    of the sources by number, ``citation`` says how the data are cited.
    """

    title: str
    aside: str = ""
    sentences: tuple[str, ...] = ()
    parts: tuple[Table | Remark, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    source_label: str = ""
    foot: tuple[str, ...] = ()
    pages: Mapping[str, str] = {}
    citation: str = ""


class Records(Struct, frozen=True):
    """A result as flat rows under fixed columns, for CSV, TSV and JSON lines."""

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, object]]


class Rendering:
    """What one result shows: the sheet, the JSON document and the records, all in one language.

    Each may be given as what makes it, which is asked once, when the first reader comes for it.
    ``brief`` is the sheet of the short answer; without one the whole sheet is.
    """

    def __init__(
        self,
        sheet: Sheet | Callable[[], Sheet],
        document: Mapping[str, object] | Callable[[], Mapping[str, object]],
        records: Records | Callable[[], Records],
        lang: str = "en",
        *,
        brief: Callable[[], Sheet] | None = None,
        empty: bool = False,
        warnings: tuple[str, ...] = (),
    ) -> None:
        self._sheet = sheet
        self._brief = brief
        self._document = document
        self._records = records
        self.lang = lang
        self.empty = empty
        self.warnings = warnings

    @cached_property
    def sheet(self) -> Sheet:
        """Return what the text formats draw."""
        return self._sheet() if callable(self._sheet) else self._sheet

    @property
    def brief(self) -> Sheet:
        """Return what a screen shows where nobody asks for the full answer."""
        return self._brief() if self._brief else self.sheet

    @cached_property
    def document(self) -> Mapping[str, object]:
        """Return the JSON document."""
        return self._document() if callable(self._document) else self._document

    @cached_property
    def records(self) -> Records:
        """Return the rows of CSV, TSV and JSON lines."""
        return self._records() if callable(self._records) else self._records
