"""The matrix as a table: what a column is stands in its first rows."""

from __future__ import annotations

from decimal import Decimal

from dtcompare.analysis.matrix import matrix
from dtcompare.model.dataset import Dataset
from dtcompare.view.phrases import Phrases
from dtcompare.view.wide import wide_headings, wide_table
from tests.conftest import AS_OF


def test_a_row_is_a_province_and_a_column_an_indicator(articles: Dataset) -> None:
    """Phú Thọ filed 86.6% of its applications online in 2025, and about 86% have fibre."""
    phrases = Phrases(articles, "en")
    table = wide_table(matrix(articles, AS_OF), phrases)
    assert table.heads[:3] == ("province", "name", "4g")
    row = next(row for row in table.rows if row[0].value == "phu-tho")
    cells = dict(zip(table.heads, row, strict=True))
    assert cells["online-filing"].value == Decimal("86.6")
    assert (cells["fibre-use"].value, cells["fibre-use"].hedged) == (86, "about {number}")
    assert len([row for row in table.rows if row[0].value != "source"]) == 34


def test_the_heading_rows_tell_name_unit_base_and_period(articles: Dataset) -> None:
    found, phrases = matrix(articles, AS_OF), Phrases(articles, "vi")
    at = wide_table(found, phrases).heads.index("online-filing")
    headings = wide_headings(found, phrases)
    assert [row[at] for row in headings[:4]] == [
        "Tỷ lệ hồ sơ trực tuyến",
        "%",
        "tính trên hồ sơ thủ tục hành chính",
        "2025",
    ]
    assert {row[0]: row[at] for row in headings[4:] if row[at]} == {"basis": "applications"}


def test_of_an_index_the_place_and_the_score_are_columns(dataset: Dataset) -> None:
    """Hà Nội is first of 34 with 0.8241."""
    table = wide_table(matrix(dataset, AS_OF), Phrases(dataset, "en"))
    row = next(row for row in table.rows if row[0].value == "ha-noi")
    cells = dict(zip(table.heads, row, strict=True))
    assert (cells["dti_place"].value, cells["dti"].value) == (1, Decimal("0.8241"))
