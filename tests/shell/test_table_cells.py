"""Numbers as cells print them, and what they may not be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.model.figure import SCOPE_KEYS
from dtcompare.model.indicator import Unit
from dtcompare.model.label import Label
from dtcompare.reading.table_file import Cell
from dtcompare.shell.table_cells import CellSlip, PrintedNumber, read_pairs, read_printed

PERCENT = Unit("percent", Label("%", "%"))
MBPS = Unit("mbps", Label("Mbps", "Mb/giây"))


@pytest.mark.parametrize(
    ("cell", "number", "upper", "word"),
    [
        ("86.5", "86.5", None, None),
        (Decimal("86.50"), "86.50", None, None),
        ("86.5 %", "86.5", None, None),
        ("about 40%", "40", None, "about"),
        ("Khoảng 40", "40", None, "about"),
        ("trên 95 %", "95", None, "over"),
        ("gần 96", "96", None, "nearly"),
        ("từ 90% trở lên", "90", None, "at_least"),
        ("at least 90", "90", None, "at_least"),
        ("up to 5", "5", None, "at_most"),
        ("từ 50% đến 55%", "50", "55", "between"),
        ("50 to 55", "50", "55", "between"),
        ("chừng 40", "chừng 40", None, None),
        ("86,5", "86,5", None, None),
        ("12 Mbps", "12 Mbps", None, None),
    ],
)
def test_a_number_is_taken_with_the_words_that_the_program_itself_prints(
    cell: Cell, number: str, upper: str | None, word: str | None
) -> None:
    """Everything else is left as it stands, for the reader of the file to tell about."""
    assert read_printed(cell, PERCENT, comma=False) == PrintedNumber(number, upper, word)


def test_the_sign_of_the_unit_says_nothing_new() -> None:
    assert read_printed("12 Mb/giây", MBPS, comma=False).number == "12"
    assert read_printed("12%", MBPS, comma=False).number == "12%"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234,5", "1234.5"),
        ("86,50 %", "86.50"),
        ("1234", "1234"),
        ("1.234.567", "1234567"),
        (Decimal("1.5"), "1.5"),
        ("-0,5", "-0.5"),
        ("khoảng 1.200", "1200"),
    ],
)
def test_a_decimal_comma_where_it_is_said(cell: Cell, number: str) -> None:
    """A number that the file stores as one has no signs to mistake."""
    assert read_printed(cell, PERCENT, comma=True).number == number


@pytest.mark.parametrize("cell", ["1.5", "12.34", "1,234.5", "1,2,3", "n/a", "khoảng 1.5"])
def test_with_a_decimal_comma_nothing_else_is_a_number(cell: str) -> None:
    """1.5 is neither one and a half nor fifteen there."""
    with pytest.raises(CellSlip) as caught:
        read_printed(cell, PERCENT, comma=True)
    assert (caught.value.key, caught.value.field) == ("not-comma-number", "value")


def test_pairs() -> None:
    assert read_pairs("ward=Phúc Yên; operator=Viettel", "scope", SCOPE_KEYS) == {
        "ward": "Phúc Yên",
        "operator": "Viettel",
    }
    assert read_pairs(
        '{"places": {"en": "a", "vi": "b"}, "tier": "commune"}', "scope", SCOPE_KEYS
    ) == {
        "places": {"en": "a", "vi": "b"},
        "tier": "commune",
    }
    for wrong in (
        "Phúc Yên", "ward=", "ward=A; ward=B", "{ward}", "", "planet=Mars", '{"ward": {"de": "A"}}',
        '{"ward: A}, value": "5"}',
    ):  # fmt: skip
        with pytest.raises(CellSlip):
            read_pairs(wrong, "scope", SCOPE_KEYS)
