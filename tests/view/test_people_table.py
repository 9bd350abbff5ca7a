"""Records for people: headings and codes in words, pages as links, numbers as numbers."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from dtcompare.model.dataset import Dataset
from dtcompare.model.indicator import Unit
from dtcompare.view.people_table import PeopleTable, people_table
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records
from tests.analysis.build import label

RATE = "vnd-per-head-per-people"

ROW = {
    "rank": 1,
    "province": "phu-tho",
    "name": "Phú Thọ",
    "basis": "area",
    "scope": "ward=Phúc Yên",
    "word": "about",
    "value": Decimal("86.60"),
    "gap": Decimal("3.4"),
    "text": "about 86.60%",
    "period": "2025-12",
    "figure_status": "estimated",
    "verdict": "short",
    "current": True,
    "method": None,
    "source": "sources/mic-dti-2022",
    "indicator": "5g",
    "unit": "percent",
}


def _table(dataset: Dataset, lang: str = "en") -> PeopleTable:
    return people_table(Records(tuple(ROW), [ROW]), Phrases(dataset, lang))


def test_place_name_and_what_is_measured_come_first(dataset: Dataset) -> None:
    """The code of the province is left out, and so is a column in which nothing stands."""
    heads = _table(dataset).heads
    assert heads[:5] == ("Place", "Name", "Indicator", "Unit", "Share of")
    assert "province" not in heads
    assert "Method" not in heads


def test_codes_are_in_the_words_of_the_language(dataset: Dataset) -> None:
    table = _table(dataset, "vi")
    said = dict(zip(table.heads, (cell.value for cell in table.rows[0]), strict=True))
    assert said["Chỉ số"] == "Tỷ lệ phủ sóng 5G"
    assert said["Tính trên"] == "diện tích"
    assert said["Thời kỳ"] == "12/2025"
    assert said["Tính chất"] == "ước tính"
    assert said["Đánh giá"] == "chưa đạt"
    assert said["Chỉ tiêu hiện hành"] == "có"
    assert said["Phần địa bàn"] == "phường Phúc Yên"


def test_a_number_has_the_unit_of_its_indicator_and_the_sign_of_its_word(dataset: Dataset) -> None:
    """A difference of percentages is in points, and has no per cent sign."""
    table = _table(dataset)
    cells = dict(zip(table.heads, table.rows[0], strict=True))
    value, gap = cells["Value"], cells["To go"]
    assert (value.value, value.symbol, value.hedged) == (Decimal("86.60"), "%", "≈ {number}")
    assert (gap.value, gap.symbol, gap.hedged) == (Decimal("3.4"), "", "{number}")


def test_a_page_is_its_address(dataset: Dataset) -> None:
    table = _table(dataset)
    cell = dict(zip(table.heads, table.rows[0], strict=True))["Page"]
    assert cell.value == cell.link == dataset.sources["sources/mic-dti-2022"].url


def test_a_unit_may_be_called_by_what_it_is_divided_by(dataset: Dataset) -> None:
    """Of a unit with such an id the words are its own; a rate's are those of what was divided."""
    units = {"vnd-per-head": Unit("vnd-per-head", symbol=label("VND a head"))}
    data = replace(dataset, catalogue=replace(dataset.catalogue, units=units))
    rows = [{"name": name, "unit": id} for name, id in (("a", "vnd-per-head"), ("b", RATE))]
    table = people_table(Records(("name", "unit"), rows), Phrases(data, "en"))
    assert [row[1].value for row in table.rows] == ["VND a head", "VND a head per 100,000 people"]


def test_the_status_of_each_side_is_in_words(dataset: Dataset) -> None:
    rows = [{"name": "a", "first_figure_status": "estimated"}]
    table = people_table(Records(tuple(rows[0]), rows), Phrases(dataset, "vi"))
    assert table.rows[0][1].value == "ước tính"
