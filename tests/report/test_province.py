"""A province's report: what stands in it, and that every figure leads to its page."""

from __future__ import annotations

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.report.document import Bullets, Document, Picture, Prose, SectionHeading
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from dtcompare.view.sheet import Cell, Row, Table
from tests.conftest import AS_OF

PAGE = "https://doanhnghiepvn.vn/chuyen-doi-so/phu-tho-but-toc-chuyen-doi-so/20260203023009127"


@pytest.fixture(scope="module")
def phu_tho(articles: Dataset) -> Document:
    """The report on Phú Thọ, of which one article tells."""
    return province_report(Library(articles, "en", AS_OF), "phu-tho")


def _tables(document: Document) -> list[Table]:
    return [part for part in document.parts if isinstance(part, Table)]


def _row(table: Table, first: str) -> Row:
    return next(row for row in table.rows if row.cells[0].text == first)


def test_it_begins_with_what_it_was_formed_from_and_how_much_is_known(phu_tho: Document) -> None:
    assert phu_tho.title == "Phú Thọ: figures, rankings, targets"
    texts = [part.text for part in phu_tho.parts if isinstance(part, Prose)]
    assert "Formed on 1 Jul 2025 from Phú Thọ, Vĩnh Phúc, Hòa Bình." in texts[0]
    assert texts[1].startswith("13 figures on 13 of 35 indicators. 5 targets: 2 short")


def test_the_parts_come_in_their_order(phu_tho: Document) -> None:
    """No index is known here, nothing changed, and two figures of a series there are none."""
    headings = [part.text for part in phu_tho.parts if isinstance(part, SectionHeading)]
    assert headings == [
        "At a glance",
        "Figures by group",
        "Targets and what is still to go",
        "Not found here",
        "How to read it",
    ]


def test_targets_are_told_by_how_they_stand(phu_tho: Document) -> None:
    """Two can be held against a figure of their kind, three cannot."""
    lists = [part for part in phu_tho.parts if isinstance(part, Bullets)]
    assert [(part.label, len(part.items)) for part in lists] == [
        ("Targets still to be reached (2)", 2),
        ("Targets that cannot be judged (3)", 3),
    ]
    assert lists[0].items[0] == "Applications filed online: at least 90% by 2026 [1]"


def test_a_group_is_a_table_of_value_base_period_target_and_page(phu_tho: Document) -> None:
    table = next(one for one in _tables(phu_tho) if one.heading == "Digital government")
    names = [column.name for column in table.columns]
    assert names == ["Indicator", "Figure", "Measured as", "When", "Own target", ""]
    cells = [cell.text for cell in _row(table, "Applications filed online").cells]
    assert cells[1:3] == ["86.6%", "share of administrative applications"]
    assert cells[4:] == ["at least 90% by 2026", "[1]"]


def test_what_is_to_go_is_worked_out_against_the_latest_figure(phu_tho: Document) -> None:
    """90 less 86.6 is 3.4."""
    row = _row(_tables(phu_tho)[-1], "Applications filed online")
    assert row.cells[4].text == "3.4 pts"


def test_every_figure_leads_to_its_page(phu_tho: Document) -> None:
    """Each cell with a figure or a target has the address of the article."""
    cells: list[Cell] = []
    for table in _tables(phu_tho):
        at = [place for place, one in enumerate(table.columns) if one.name in ("Figure", "Target")]
        cells += [row.cells[place] for row in table.rows for place in at]
    assert len(cells) == 18
    assert {cell.link for cell in cells} == {PAGE}


def test_sources_are_numbered_with_title_and_address(phu_tho: Document) -> None:
    source = phu_tho.sources[0]
    assert (source.number, source.url) == ("1", PAGE)
    assert source.text.startswith("Doanh nghiệp Việt Nam quoting Báo Phú Thọ, 3 Feb 2026 (read in")


def test_a_ranking_is_drawn_with_the_province_in_the_accent_colour(dataset: Dataset) -> None:
    """Quảng Ninh stands among five with its fibre; the fullest ranking is a map too."""
    document = province_report(Library(dataset, "en", AS_OF), "quang-ninh")
    names = [part.name for part in document.parts if isinstance(part, Picture)]
    assert names[:2] == ["rank-fibre-use-bars", "rank-fibre-use-map"]
    assert "show-quang-ninh" in names


def test_an_index_it_has_a_place_in_is_taken_apart(dataset: Dataset) -> None:
    document = province_report(Library(dataset, "vi", AS_OF), "quang-ninh")
    headings = [part.text for part in document.parts if isinstance(part, SectionHeading)]
    assert any(text.startswith("Phân tích Chỉ số chuyển đổi số cấp tỉnh 2022") for text in headings)


def test_a_province_of_which_nothing_is_known_has_a_report(articles: Dataset) -> None:
    """It says so, and ends there."""
    document = province_report(Library(articles, "vi", AS_OF), "an-giang")
    assert [type(part) for part in document.parts] == [Prose, Prose]
    assert document.sources == ()
