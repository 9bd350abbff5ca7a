"""What charts say in words as the text faces do: tables of the sheet, keys of signs, lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from dtcompare.charts.cells import ChartColumn, ChartRow, Run, cell
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import INK, MUTED, SMALL, WHITE
from dtcompare.charts.values import Kind, Paint, dot, paint
from dtcompare.view import sheet
from dtcompare.view.citations import Notes

WORDS = SMALL * 1.08  # the size of all that is told in words


def word_columns(page: Page, count: int) -> list[ChartColumn]:
    """Return columns of words; on a narrow page the last of them stands below the others."""
    columns = [ChartColumn(fold=n > 0) for n in range(count)]
    if not page.wide:
        columns[-1] = ChartColumn(fold=True, line=1, under=1)
    return columns


def head_row(columns: Iterable[sheet.Column]) -> ChartRow:
    """Return the names of the sheet's columns as a row, the nameless last one left out."""
    return ChartRow(tuple(cell(Run(column.name, SMALL, MUTED)) for column in list(columns)[:-1]))


def as_rows(
    table: sheet.Table, paints: Sequence[Paint] | None = None, *, marked: bool = False
) -> Iterator[ChartRow]:
    """Yield the sheet's rows without their citations; ``paints`` are their looks."""
    for row, look in zip(table.rows, paints or repeat(paint(highlighted=False)), strict=False):
        if row.kind == "heading":
            yield ChartRow(remark=row.cells[0].text)
            continue
        cells = []
        for one in row.cells[:-1]:
            color = MUTED if one.tone == "muted" else look.text
            cells.append(cell(Run(one.text, WORDS, color, look.weight)))
        yield ChartRow(tuple(cells), marked=marked)


def table_in_words(table: sheet.Table) -> str:
    """Return a table in words: "Heading: name: column cell, column cell; ..."."""
    rows = []
    for row in table.rows:
        first, *others = zip(table.columns, row.cells, strict=False)
        texts = [f"{column.name} {one.text}" for column, one in others if column.name and one.text]
        rows.append(f"{first[1].text}: {', '.join(texts)}")
    heading = f"{table.heading}: " if table.heading else ""
    return f"{heading}{'; '.join(rows)}."


def note_texts(notes: Notes) -> Iterator[str]:
    """Yield the notes of single figures behind their letters, for the foot of a page."""
    for letter, text in notes.lettered():
        yield f"({letter}) {text.rstrip('.')}."


def dot_entry(
    page: Page, words: str, color: str, *, stroke: str = "", shape: str = "circle"
) -> Entry:
    """Return the entry of a key for a dot; with ``stroke`` a hollow one."""
    em = page.base

    def draw(x: float, y: float) -> None:
        page.c.marker(
            x + em * 0.45, y, shape, em * 0.4, color, stroke or WHITE, 1.2 if stroke else 0.8
        )

    return em * 0.9, draw, words


def bar_entry(page: Page, words: str, color: str, stroke: str | None = None) -> Entry:
    """Return the entry of a key for a bar."""
    width, height = page.base * 1.5, page.base * 0.78

    def draw(x: float, y: float) -> None:
        page.c.rectangle(x, y - height / 2, width, height, color, stroke, 0.6)

    return width, draw, words


def target_entry(page: Page, words: str) -> Entry:
    """Return the entry of a key for the black tick of a target."""
    em = page.base

    def draw(x: float, y: float) -> None:
        at = x + em * 0.3
        page.c.line(((at, y - em * 0.55), (at, y + em * 0.55)), INK, 1.6)

    return em * 0.6, draw, words


def sign_entries(page: Page, kinds: set[Kind], color: str) -> list[Entry]:
    """Return the entries of a key for numbers that are not exact, as far as there are any."""
    b = page.base

    def entry(kind: Kind, width: float, side: float) -> Entry:
        words = page.phrases.say(f"chart.key.{kind}")
        return b * width, lambda x, y: dot(page.c, x + b * side, y, b * 0.43, kind, color), words

    drawn: Sequence[tuple[Kind, float, float]] = (
        ("about", 0.9, 0.45),
        ("nearly", 1.2, 0.45),
        ("over", 1.5, 0.45),
        ("under", 1.5, 1.15),
    )
    wanted = kinds | {"about"} if "range" in kinds else kinds
    return [entry(kind, width, side) for kind, width, side in drawn if kind in wanted]
