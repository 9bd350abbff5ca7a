"""Rows of the sheet with one column drawn: name, words, plot and numbers, on any page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dtcompare.charts.page import Page
from dtcompare.charts.style import MUTED, SMALL, TEXT
from dtcompare.charts.table import Axis, Cell, Column, Plot, Row, Run, Table, cell
from dtcompare.charts.values import Paint
from dtcompare.view import sheet

__all__ = ["head_cell", "typeset", "typeset_rows"]

_NAMES, _NARROW, _WORDS = 0.38, 0.45, 0.4  # the most of the width that names and words take


def typeset(
    page: Page,
    rows: Sequence[Row],
    heads: Sequence[Cell],
    axis: Axis | None = None,
    *,
    ruled: bool = True,
) -> Table:
    """Return rows of a name, words, a plot and numbers as a table.

    ``heads`` are those of the four or more columns. On a narrow page the words stand below the
    rest, and where the plot has too little room beside the name it stands below the words.
    """
    name, words, plot, *numbers = heads
    last = [Column(head, "end") for head in numbers]
    if page.wide:
        worded = any(row.cells and row.cells[1] for row in rows)
        columns = [
            Column(name, fold=True, most=_NAMES if worded else _WORDS),
            Column(words, fold=True, most=_WORDS),
            Column(plot, plot=True, axis=axis),
        ]
        return Table(page, [*columns, *last], rows, ruled=ruled)
    columns = [
        Column(name, fold=True, most=_NARROW),
        Column(fold=True, line=1),
        Column(plot, plot=True, axis=axis),
    ]
    beside = Table(page, [*columns, *last], rows, ruled=ruled)
    if not beside.cramped:
        return beside
    columns = [
        Column(name, fold=True),
        Column(fold=True, line=1),
        Column(plot=True, axis=axis, line=2),
    ]
    return Table(page, [*columns, *last], rows, ruled=ruled)


def head_cell(text: str, *, strong: bool = False) -> Cell:
    """Return the head of a column, in lines where the text has them."""
    weight, color = ("SemiBold", TEXT) if strong else ("Regular", MUTED)
    return cell(*(Run(line, SMALL, color, weight) for line in text.split("\n")))


def typeset_rows(
    table: sheet.Table,
    plots: Sequence[Plot | None],
    *,
    words: Sequence[str],
    numbers: Sequence[str],
    colors: Sequence[Paint],
) -> Iterator[Row]:
    """Yield the rows of a sheet's table: its first column, then those that are named.

    ``words`` and ``numbers`` are names of columns; one that the table lacks is empty. ``plots`` and
    ``colors`` are those of the rows.
    """
    places = {column.name: place for place, column in enumerate(table.columns)}
    for row, plot, paint in zip(table.rows, plots, colors, strict=True):
        texts = {name: row.cells[place].text for name, place in places.items()}
        beside = ", ".join(filter(None, (texts.get(name, "") for name in words)))
        yield Row(
            (
                cell(Run(row.cells[0].text, 1, paint.text, paint.weight)),
                cell(Run(beside, SMALL, MUTED)),
                plot or (),
                *(cell(Run(texts.get(name, ""), 0.95, paint.text)) for name in numbers),
            )
        )
