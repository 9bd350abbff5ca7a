"""CSV for spreadsheets: the marks of the language, no cell that is taken for a formula."""

from __future__ import annotations

from decimal import Decimal

from dtcompare.view.people_csv import people_csv
from dtcompare.view.people_table import PeopleCell, PeopleTable

TABLE = PeopleTable(
    ("Tên", "Giá trị"),
    [
        [PeopleCell("Huế; Đà Nẵng"), PeopleCell(Decimal("1197.50"), "%")],
        [PeopleCell("=1+1"), PeopleCell(-3)],
        [PeopleCell(), PeopleCell()],
    ],
)


def test_a_decimal_comma_goes_with_semicolons() -> None:
    assert people_csv(TABLE, comma=True).splitlines() == [
        "Tên;Giá trị",
        '"Huế; Đà Nẵng";1197,50',
        "=1+1;-3",
        ";",
    ]


def test_a_decimal_point_goes_with_commas() -> None:
    assert people_csv(TABLE, comma=False).splitlines()[1] == "Huế; Đà Nẵng,1197.50"


def test_a_text_that_begins_as_a_formula_is_marked_where_that_is_asked_for() -> None:
    """A negative number is a number."""
    assert people_csv(TABLE, comma=True, safe=True).splitlines()[2] == "'=1+1;-3"
