"""Rows of the sheet with one column drawn: where words, plot and numbers stand on a page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.charts.cells import ChartRow, Plot
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.row_chart import fit
from dtcompare.charts.typeset import number_axis, place_axis, typeset, typeset_rows, with_remark
from dtcompare.charts.values import LinearScale, paint
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Column, Table
from dtcompare.view.sheet import Row as SheetRow
from tests.charts.full import strokes, text, texts
from tests.charts.lint import lint
from tests.charts.sample import PAGES, page

PHRASES = Phrases(PAGES, "en")
SHEET = Table(
    (Column("What"), Column("Figure"), Column("Age", "right")),
    tuple(
        SheetRow((Cell(name), Cell("12% of people"), Cell("3 months"))) for name in ("One", "Two")
    ),
)


def _chart(size: str, hidden: range = range(0)) -> Chart:
    """Typeset two rows of a sheet whose plots are ticks at 50 of 100."""
    options = ChartOptions(size=size)
    laid = page(options)

    def draw(scale: LinearScale, y: float, _: float) -> None:
        laid.c.line(((scale(50), y - 3), (scale(50), y + 3)), "#1A1A1A", 2)

    colors = [paint(highlighted=False)] * 2
    plots = [Plot(draw, 0, 100)] * 2
    rows = typeset_rows(SHEET, plots, words=(1,), numbers=(2,), colors=colors)
    axis = number_axis(Decimal(0), Decimal(100), PHRASES, options)
    table = typeset(laid, with_remark(rows, hidden, PHRASES), ("", ""), axis)
    return laid.close(fit(laid, laid.top, [[table]], 2), alt="Two rows.", rows=2)


@pytest.mark.parametrize("size", ["a4", "slide", "square"])
def test_on_a_wide_page_a_row_is_one_line(size: str) -> None:
    """Name, words, plot and number stand beside each other, in this order."""
    chart = _chart(size)
    assert not lint(chart)
    name, words, number = (text(chart, one) for one in ("One", "12% of people", "3 months"))
    plot = strokes(chart, "#1A1A1A", 2)[0]
    assert name.x < words.x < plot.points[0][0] < number.x
    assert abs(name.y - words.y) < name.size / 2


def test_on_a_narrow_page_words_stand_below() -> None:
    """The plot stays beside the name while it has room to read."""
    chart = _chart("column")
    assert not lint(chart)
    name, words = text(chart, "One"), text(chart, "12% of people")
    plot = strokes(chart, "#1A1A1A", 2)[0]
    assert words.y > name.y + name.size
    assert plot.points[0][1] < name.y < plot.points[1][1] + name.size
    assert {"0", "50", "100"} <= set(texts(chart))


def test_rows_that_are_left_out_are_counted_where_they_would_stand() -> None:
    """One between the first and the second."""
    said = texts(_chart("a4", range(1, 2)))
    assert said.index("One") < said.index("1 row not shown") < said.index("Two")


@pytest.mark.parametrize(
    ("of", "places"),
    [(2, "1 2"), (5, "1 2 3 4 5"), (20, "1 5 10 15 20"), (34, "1 10 20 30 34"), (63, "1 20 40 63")],
)
def test_an_axis_of_places_has_the_first_and_the_last(of: int, places: str) -> None:
    """And round ones between, none that would touch the last."""
    assert " ".join(words for _, words in place_axis(of, PHRASES).ticks) == places


def test_a_row_without_a_plot_has_an_empty_cell() -> None:
    """Its words stay."""
    colors = [paint(highlighted=False)] * 2
    first, _ = typeset_rows(SHEET, [None, None], words=(1,), numbers=(), colors=colors)
    assert isinstance(first, ChartRow)
    assert first.cells[2] == ()
    assert len(first.cells) == 3
