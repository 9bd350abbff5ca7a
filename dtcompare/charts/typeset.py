"""Rows of the sheet with one column drawn: name, words, plot and numbers, on any page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import Page, unbroken
from dtcompare.charts.style import MUTED, SMALL, TEXT
from dtcompare.charts.table import Axis, Cell, ChartColumn, ChartRow, ChartTable, Plot, Run, cell
from dtcompare.charts.values import Paint, ticks
from dtcompare.view import sheet
from dtcompare.view.phrases import Phrases

_NAMES, _NARROW, _WORDS = 0.38, 0.45, 0.4  # the most of the width that names and words take
_NUMBERS = 0.16  # the same of a column of numbers
_STEPS = {6: 1, 20: 5, 50: 10, 1_000: 20}  # up to so many places: how far ticks are apart


def typeset(
    page: Page,
    rows: Sequence[ChartRow],
    heads: Sequence[Cell],
    axis: Axis | None = None,
    *,
    ruled: bool = True,
) -> ChartTable:
    """Return rows of a name, words, a plot and numbers as a table.

    ``heads`` are those of the four or more columns; they fold, and numbers must not.
    On a narrow page the words stand below the rest, and where the plot has too little room beside
    the name it stands below the words.
    """
    name, words, plot, *numbers = heads
    last = [ChartColumn(head, "end", fold=True, most=_NUMBERS) for head in numbers]
    if page.wide:
        worded = any(row.cells and row.cells[1] for row in rows)
        columns = [
            ChartColumn(name, fold=True, most=_NAMES if worded else _WORDS),
            ChartColumn(words, fold=True, most=_WORDS),
            ChartColumn(plot, plot=True, axis=axis),
        ]
        return ChartTable(page, [*columns, *last], rows, ruled=ruled)
    columns = [
        ChartColumn(name, fold=True, most=_NARROW),
        ChartColumn(fold=True, line=1),
        ChartColumn(plot, plot=True, axis=axis),
    ]
    beside = ChartTable(page, [*columns, *last], rows, ruled=ruled)
    if not beside.cramped:
        return beside
    columns = [
        ChartColumn(name, fold=True),
        ChartColumn(fold=True, line=1),
        ChartColumn(plot=True, axis=axis, line=2),
    ]
    return ChartTable(page, [*columns, *last], rows, ruled=ruled)


def head_cell(text: str, *, strong: bool = False) -> Cell:
    """Return the head of a column, in lines where the text has them."""
    weight, color = ("SemiBold", TEXT) if strong else ("Regular", MUTED)
    return cell(*(Run(line, SMALL, color, weight) for line in text.split("\n")))


def number_axis(low: float, high: float, phrases: Phrases, options: ChartOptions) -> Axis:
    """Return the axis between two numbers with round ones, fewer of them on a narrow page."""
    most = 3 if options.size == "column" else 5
    steps = ticks(Decimal(repr(low)), Decimal(repr(high)), most)
    return Axis(low, high, tuple((float(one), phrases.number(one)) for one in steps))


def place_axis(of: int, phrases: Phrases) -> Axis:
    """Return the axis of places among so many: the first, the last, and round ones between."""
    step = next(step for most, step in _STEPS.items() if of <= most)
    between = [place for place in range(step, of - step // 3, step) if 1 < place < of]
    places = [Decimal(place) for place in (1, *between, of)]
    return Axis(1, of, tuple((float(place), phrases.number(place)) for place in places))


def typeset_rows(
    table: sheet.Table,
    plots: Sequence[Plot | None],
    *,
    words: Sequence[int],
    numbers: Sequence[int],
    colors: Sequence[Paint],
) -> Iterator[ChartRow]:
    """Yield the rows of a sheet's table: its first column, then those of ``words`` and ``numbers``.

    ``plots`` and ``colors`` are those of the rows.
    """
    for row, plot, paint in zip(table.rows, plots, colors, strict=True):
        texts = [one.text for one in row.cells]
        beside = ", ".join(filter(None, (texts[place] for place in words)))
        yield ChartRow(
            (
                cell(Run(texts[0], 1, paint.text, paint.weight)),
                cell(Run(beside, SMALL, MUTED)),
                plot or (),
                *(cell(Run(unbroken(texts[place]), 0.95, paint.text)) for place in numbers),
            )
        )


def with_remark(rows: Iterable[ChartRow], hidden: range, phrases: Phrases) -> list[ChartRow]:
    """Return rows with how many are not shown between them."""
    every = list(rows)
    if hidden:
        remark = ChartRow(remark=phrases.say("chart.rows-hidden", n=len(hidden)))
        every.insert(hidden.start, remark)
    return every
