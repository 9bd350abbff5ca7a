"""A workbook: numbers with their unit, links, a frozen heading row, a sheet on the sources."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.view.people_table import PeopleCell, PeopleTable
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Remark, Sheet

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")

from dtcompare.view.spreadsheet import Colophon, number_format, write_xlsx  # noqa: E402 (the same)

TABLE = PeopleTable(
    ("Name", "Value", "Page"),
    [
        [
            PeopleCell("=Huế"),
            PeopleCell(Decimal("97.40"), "%", hedged="> {number}"),
            PeopleCell("https://baohue.vn/a", link="https://baohue.vn/a"),
        ],
        [PeopleCell("Cà\x0bMau"), PeopleCell(868), PeopleCell()],
    ],
)
SHEET = Sheet(
    "5G coverage",
    "as of 21 Nov 2026",
    ("Two provinces report it.",),
    (Remark("No figure found (2)", ("An Giang", "Huế")),),
    (("a", "24 of 25"),),
    (("1", "Báo Huế, 2025"),),
    pages={"1": "https://baohue.vn/a"},
    citation="Cite as: data.",
)


@pytest.fixture
def book(dataset: Dataset) -> Any:
    data = write_xlsx(TABLE, Colophon.of_sheet(SHEET), Phrases(dataset, "en"))
    return openpyxl.load_workbook(BytesIO(data))


def test_numbers_are_numbers_in_the_format_of_their_unit(book: Any) -> None:
    cell = book["Data"]["B2"]
    assert (cell.value, cell.data_type, cell.number_format) == (97.4, "n", '"> "#,##0.00"%"')
    assert book["Data"]["B3"].value == 868


def test_a_text_is_never_a_formula_nor_what_xml_forbids(book: Any) -> None:
    assert [(book["Data"][at].value, book["Data"][at].data_type) for at in ("A2", "A3")] == [
        ("=Huế", "s"),
        ("CàMau", "s"),
    ]


def test_pages_are_links_and_the_heading_row_stays(book: Any) -> None:
    assert book["Data"]["C2"].hyperlink.target == "https://baohue.vn/a"
    assert book["Data"].freeze_panes == "A2"
    assert book["Data"].auto_filter.ref == "A1:C3"


def test_headings_are_seen_whole_and_stand_on_every_printed_page(book: Any) -> None:
    """A row is as tall as its most folded heading; a page no wider than A4 laid on its side."""
    data = book["Data"]
    assert data.print_title_rows == "$1:$1"
    assert (data.page_setup.orientation, data.page_setup.fitToHeight) == ("landscape", 0)
    lines = [
        len(wrap(cell.value, int(data.column_dimensions[cell.column_letter].width)))
        for cell in data[1]
    ]
    assert data.row_dimensions[1].height >= 15 * max(lines)


def test_the_second_sheet_tells_what_it_is_its_sources_and_how_to_cite(book: Any) -> None:
    rows = list(book["About and sources"].iter_rows(values_only=True))
    assert rows[0][1] == "5G coverage"
    assert (None, "No figure found (2): An Giang; Huế", None) in rows
    assert ("a", "24 of 25", None) in rows
    assert ("[1]", "Báo Huế, 2025", "https://baohue.vn/a") in rows
    assert rows[-1][1] == "Cite as: data."


def test_the_same_table_has_the_same_bytes(dataset: Dataset) -> None:
    phrases, about = Phrases(dataset, "vi"), Colophon.of_sheet(SHEET)
    assert write_xlsx(TABLE, about, phrases) == write_xlsx(TABLE, about, phrases)


def test_a_unit_cannot_leave_its_format() -> None:
    """A quotation mark in a symbol would end the text it stands in."""
    assert number_format(1, '"x') == '#,##0" x"'
