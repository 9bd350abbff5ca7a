"""Tables of words and plots on a page: where columns stand, how rows fold, what fits."""

from __future__ import annotations

import pytest

from dtcompare.charts.cells import Axis, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.marks import Marker, Text
from dtcompare.charts.page import Page
from dtcompare.charts.row_chart import Paragraph, fits, stand_beside
from dtcompare.charts.table import ChartTable
from dtcompare.charts.values import LinearScale
from tests.charts.sample import page

WORDS = "a text of many words that has no room on one line of a narrow page beside another"


def _blank(_scale: LinearScale, _y: float, _height: float) -> None:
    """Draw nothing."""


def _texts(drawn: Page) -> list[Text]:
    return [mark for mark in drawn.c.marks if isinstance(mark, Text)]


def test_a_column_without_words_takes_no_room() -> None:
    """The second column begins at the margin, as the first says nothing."""
    sheet = page()
    table = ChartTable(sheet, [ChartColumn(), ChartColumn()], [ChartRow(((), cell(Run("An"))))])
    assert table.places[1][0] == sheet.left


def test_words_fold_where_there_is_no_room_and_numbers_do_not() -> None:
    """The text takes several lines, the number beside it one that ends at the margin."""
    sheet = page(ChartOptions(size="column"))
    columns = [ChartColumn(fold=True), ChartColumn(align="end")]
    table = ChartTable(sheet, columns, [ChartRow((cell(Run(WORDS)), cell(Run("1,234,567"))))])
    assert len(table.folded[0][0].lines) > 1
    assert len(table.folded[0][1].lines) == 1
    assert table.places[1][1] == pytest.approx(sheet.right)


def test_the_label_of_a_number_stays_on_the_page() -> None:
    """The scale ends so much before the edge that 40 points behind its last number have room."""
    sheet = page()
    plot = Plot(_blank, 0, 100, labels=((100, 0.0, 40.0),))
    axis = Axis(0, 100, ((0, "0"), (100, "100")))
    table = ChartTable(sheet, [ChartColumn(plot=True, axis=axis)], [ChartRow((plot,))])
    assert table.places[0][1] + 40 <= sheet.right + sheet.base * 0.2 + 0.01


def test_a_sign_stands_before_its_text_in_its_colour() -> None:
    """The first line alone has it."""
    sheet = page(ChartOptions(size="column"))
    run = Run(WORDS, color="#12317C", sign="square")
    ChartTable(sheet, [ChartColumn(fold=True)], [ChartRow((cell(run),))]).draw(sheet.top, 1)
    (sign,) = (mark for mark in sheet.c.marks if isinstance(mark, Marker))
    first = next(mark for mark in _texts(sheet) if mark.text in WORDS)
    assert (sign.shape, sign.fill) == ("square", "#12317C")
    assert sheet.left <= sign.x < first.x
    assert abs(sign.y - first.y) < sheet.base


def test_words_below_a_plot_make_its_row_taller() -> None:
    """By as many base sizes as they say they take."""
    sheet = page()
    low = ChartTable(sheet, [ChartColumn(plot=True)], [ChartRow((Plot(_blank, 0, 1),))])
    tall = ChartTable(
        sheet, [ChartColumn(plot=True)], [ChartRow((Plot(_blank, 0, 1, below=lambda _: 2),))]
    )
    assert tall.height(1) - low.height(1) == pytest.approx(2 * sheet.base)


def test_two_columns_are_of_nearly_equal_height() -> None:
    """One row of many lines stands against several of one line."""
    sheet = page()
    rows = [ChartRow((cell(Run(" ".join([WORDS] * 4))),)), *(ChartRow((cell(Run("An")),)),) * 6]
    beside = stand_beside(
        lambda part, edges: ChartTable(sheet, [ChartColumn(fold=True)], part, edges=edges),
        rows,
        sheet,
    )
    first, second = beside.stacks
    assert first[0].rows < second[0].rows
    assert abs(first[0].height(0.85) - second[0].height(0.85)) < first[0].height(0.85) / 2


def test_rows_fit_while_they_have_room_about_them() -> None:
    """A page holds ten rows and not a thousand; paragraphs count with them."""
    sheet = page(ChartOptions(size="slide"))

    def table(count: int) -> ChartTable:
        return ChartTable(sheet, [ChartColumn()], [ChartRow((cell(Run("An")),))] * count)

    assert fits(sheet, sheet.top, [table(10)])
    assert not fits(sheet, sheet.top, [table(1000)])
    assert not fits(sheet, sheet.top, [table(10), Paragraph(sheet, f"{WORDS} " * 200)])
