"""Times, counts and figures as a sentence has them, in both languages."""

from __future__ import annotations

import pytest

from dtcompare.view.figures import target_text
from dtcompare.view.phrases import Phrases
from tests.analysis.build import country, figure, period, share, target

LAND = country([figure("an", "2025", "40", basis="area")])


@pytest.mark.parametrize(
    ("when", "english", "vietnamese"),
    [
        ("2025-Q1", "Q1 2025", "quý I/2025"),
        ("2025-Q4", "Q4 2025", "quý IV/2025"),
        ("2025-H1", "H1 2025", "6 tháng đầu năm 2025"),
        ("2025-H2", "H2 2025", "6 tháng cuối năm 2025"),
        ("2025", "2025", "năm 2025"),
        ("2025-06", "Jun 2025", "tháng 06/2025"),
        ("2025-06-30", "30 Jun 2025", "30/06/2025"),
        ("2021/2025", "2021 to 2025", "2021 đến 2025"),
        ("2025~", "about 2025", "khoảng 2025"),
    ],
)
def test_a_time_in_a_sentence(when: str, english: str, vietnamese: str) -> None:
    assert Phrases(LAND, "en").moment(period(when)) == english
    assert Phrases(LAND, "vi").moment(period(when)) == vietnamese


def test_a_target_names_its_deadline() -> None:
    aim = target("an", "2030", "50", basis="area")
    assert target_text(aim, share(), Phrases(LAND, "en")) == "50 by 2030"
    assert target_text(aim, share(), Phrases(LAND, "vi")) == "50 đến năm 2030"


def test_the_status_stands_behind_the_basis() -> None:
    line = figure("an", "2025", "40", basis="area", status="estimated")
    assert Phrases(LAND, "en").whole_figure(line, share()) == "40 of area (estimated)"
    assert Phrases(LAND, "vi").whole_figure(line, share()) == "40 area (ước tính)"


def test_thousands_of_a_count_are_marked() -> None:
    assert Phrases(LAND, "en").say("gap.title", subject="An", n=1492) == "An: 1,492 targets"
    assert Phrases(LAND, "vi").say("gap.title", subject="An", n=1492) == "An: 1.492 chỉ tiêu"
    assert Phrases(LAND, "vi").say("chart.gap.days", n=999) == "còn 999 ngày"
