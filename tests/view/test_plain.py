"""The plain face: aligned, nothing folded, nothing cut."""

import unicodedata

import pytest

from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.plain import text_width
from dtcompare.view.sheet import Bar, Cell, Column, Records, Remark, Rendering, Row, Sheet, Table

from .sample import FACE, build_rendering


def _plain(sheet: Sheet) -> str:
    return render(Rendering(sheet, {}, Records((), ())), "plain", Console(width=20))


def test_the_whole_sheet_in_its_order() -> None:
    """Title, sentences, tables, remarks, notes and sources, with empty lines between."""
    table = Table(
        (Column("Place"), Column("Province"), Column("Stations", "right"), Column("")),
        (
            Row((Cell("1 of 2"), Cell("Phú Thọ"), Cell("868", bar=Bar(1)), Cell("[1]"))),
            Row((Cell("Those of one operator"),), "heading"),
            Row((Cell("2 of 2"), Cell("Thừa Thiên Huế"), Cell("nearly 352"), Cell("[2]"))),
            Row((Cell(""), Cell("Việt Nam"), Cell("1,220"), Cell("")), "reference"),
        ),
        heading="Winter",
        aside="2 provinces",
    )
    sheet = Sheet(
        "5G base stations",
        "as of 21 Nov 2026",
        ("2 of 34 provinces give a count.", "More may come."),
        (
            table,
            Remark("No figure found (2)", ("An Giang, Cà Mau",)),
            Remark("Listed", ("Lào Cai 5 (2024)", "Hà Giang 3 (2023)"), "dtcompare rank fibre"),
            Remark("All targets", command="dtcompare gap 5g"),
            Remark("Nothing else"),
        ),
        (("a", "Newly built."),),
        (("1", "Báo Phú Thọ"), ("2", "Huế ngày nay")),
        "Sources",
    )
    assert (
        _plain(sheet)
        == """\
5G base stations  as of 21 Nov 2026

2 of 34 provinces give a count.
More may come.

Winter  2 provinces
Place   Province          Stations
1 of 2  Phú Thọ                868  [1]
Those of one operator
2 of 2  Thừa Thiên Huế  nearly 352  [2]
        Việt Nam             1,220

No figure found (2): An Giang, Cà Mau

Listed
  Lào Cai 5 (2024)
  Hà Giang 3 (2023)
  dtcompare rank fibre

All targets: dtcompare gap 5g

Nothing else

a  Newly built.

Sources:
[1] Báo Phú Thọ
[2] Huế ngày nay
"""
    )


def test_a_title_alone_is_a_sheet() -> None:
    """Parts that a sheet lacks leave no empty lines."""
    assert _plain(Sheet("No figure")) == "No figure\n"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Hanoi", 5),
        ("Bà Rịa - Vũng Tàu", 17),
        (unicodedata.normalize("NFD", "Bà Rịa - Vũng Tàu"), 17),
        ("越南", 4),
        ("a\u200bb", 2),
    ],
)
def test_width_is_counted_in_columns_of_a_terminal(text: str, width: int) -> None:
    """Marks take no column, wide letters two."""
    assert text_width(text) == width


def test_letters_are_measured_alike_one_by_one_and_with_a_wide_one_beside_them() -> None:
    letters = [chr(n) for n in range(0x2FFF) if n != 0x0A]
    assert [text_width(f"{letter}漢") - 2 for letter in letters] == list(map(text_width, letters))


def test_vietnamese_names_line_up() -> None:
    """Columns start at the same place below names with and without marks."""
    text = render(build_rendering(("Đắk Lắk", "1"), ("Hanoi", "22")), "plain", Console())
    assert text == "Title\n\nName     Figure\nĐắk Lắk       1\nHanoi        22\n"


def test_a_cell_of_two_lines_is_one_line() -> None:
    """A row is a line, whatever is in it."""
    text = render(build_rendering(("top 20\nby 2025", "1")), "plain", Console())
    assert text == "Title\n\nName            Figure\ntop 20 by 2025       1\n"


def test_no_line_ends_in_a_space() -> None:
    """Empty cells at the end of a row leave nothing behind."""
    assert all(line == line.rstrip() for line in render(FACE, "plain", Console()).split("\n"))


def test_nothing_is_folded_and_there_are_no_bars() -> None:
    """The face does not look at the width of the console."""
    text = render(FACE, "plain", Console(width=20))
    assert text == render(FACE, "plain", Console(width=100))
    assert "Thái Nguyên, Thanh Hóa, Vĩnh Long\n" in text
    assert "█" not in text


def test_a_remark_without_a_label_is_its_texts() -> None:
    """Nothing is set in under a label that is not there."""
    remark = Remark("", ("Huế 55", "Lai Châu 55"), "dtcompare rank 5g")
    assert _plain(Sheet("Title", parts=(remark,))) == (
        "Title\n\nHuế 55\nLai Châu 55\ndtcompare rank 5g\n"
    )
