"""Rows of the sheet with one column drawn: name, words, plot and numbers, on any page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dtcompare.charts.cells import Axis, Cell, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import Page, unbroken
from dtcompare.charts.style import MUTED, SMALL, TEXT
from dtcompare.charts.table import ChartTable
from dtcompare.charts.values import Paint, ticks
from dtcompare.view import sheet
from dtcompare.view.phrases import Phrases

_NAMES, _NARROW, _WORDS = 0.38, 0.45, 0.4  # the most of the width that names and words take
_NUMBERS = 0.16  # the same of a column of numbers
_STEPS = {6: 1, 20: 5, 50: 10, 1_000: 20}  # up to so many places: how far ticks are apart


def typeset(
    page: Page,
    rows: Sequence[ChartRow],
    heads: Sequence[str],
    axis: Axis | None = None,
    *,
    ruled: bool = False,
) -> ChartTable:
    """Return rows of a name, words, a plot and numbers as a table.

    ``heads`` are those of plot and numbers; they fold, and numbers must not. On a narrow page the
    words stand below the rest, and where the plot has too little room beside the name below those.
    """
    plot, *last = map(head_cell, heads)
    numbers = [ChartColumn(head, "end", fold=True, most=_NUMBERS) for head in last]
    if page.wide:
        worded = any(row.cells and row.cells[1] for row in rows)
        names = ChartColumn(fold=True, most=_NAMES if worded else _WORDS)
        words = ChartColumn(fold=True, most=_WORDS)
    else:
        names, words = ChartColumn(fold=True, most=_NARROW), ChartColumn(fold=True, line=1)
    plotted = any(row.cells and row.cells[2] for row in rows)
    drawn = ChartColumn(plot, plot=plotted, axis=axis)
    beside = ChartTable(page, [names, words, drawn, *numbers], rows, ruled=ruled)
    if page.wide or not beside.cramped:
        return beside
    names, drawn = ChartColumn(fold=True), ChartColumn(plot=True, axis=axis, line=2)
    return ChartTable(page, [names, words, drawn, *numbers], rows, ruled=ruled)


def head_cell(text: str, *, strong: bool = False) -> Cell:
    """Return the head of a column, in lines where the text has them."""
    weight, color = ("SemiBold", TEXT) if strong else ("Regular", MUTED)
    return cell(*(Run(line, SMALL, color, weight) for line in text.split("\n")))


def number_axis(low: Decimal, high: Decimal, phrases: Phrases, options: ChartOptions) -> Axis:
    """Return the axis between two numbers with round ones, fewer of them on a narrow page."""
    steps = ticks(low, high, 3 if options.size == "column" else 5)
    return Axis(float(low), float(high), tuple((float(one), phrases.number(one)) for one in steps))


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
    numbers: Sequence[int | None],
    colors: Sequence[Paint],
) -> Iterator[ChartRow]:
    """Yield the rows of a sheet's table: its first column, then those of ``words`` and ``numbers``.

    Several words of a row are named by their columns; a number may be None, for none. ``plots``
    and ``colors`` are those of the rows.
    """
    for row, plot, paint in zip(table.rows, plots, colors, strict=True):
        found = {n: one.text for n, one in enumerate(row.cells) if one.text}
        beside = [found[n] for n in words if n in found]
        if len(words) > 1:
            beside = [f"{table.columns[n].name}: {found[n]}" for n in words if n in found]
        texts = [unbroken(found.get(n, "")) if n is not None else "" for n in numbers]
        yield ChartRow(
            (
                cell(Run(found[0], 1, paint.text)),
                cell(Run("; ".join(beside), SMALL, MUTED)),
                plot or (),
                *(cell(Run(text, 0.95, paint.text, paint.weight)) for text in texts),
            )
        )


def with_remark(rows: Iterable[ChartRow], hidden: range, phrases: Phrases) -> list[ChartRow]:
    """Return rows with how many are not shown between them."""
    every = list(rows)
    if hidden:
        remark = ChartRow(remark=phrases.say("chart.rows-hidden", n=len(hidden)))
        every.insert(hidden.start, remark)
    return every
