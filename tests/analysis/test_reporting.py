"""Who reports what, how old it is, and what to ask for next."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dtcompare.analysis.reporting import Reporting, ReportingCell, reporting
from dtcompare.model.figure import Figure, Line
from dtcompare.model.indicator import Indicator
from tests.analysis.build import (
    AS_OF,
    TODAY,
    country,
    figure,
    figures,
    index,
    of_indicator,
    share,
    target,
)

METHODS = share(methods=("nso", "own", "unstated"))
OTHERS = (share(id="two"), share(id="three"))


def _reporting(
    lines: Iterable[Line], province: str | None = None, indicator: Indicator | None = None
) -> Reporting:
    return reporting(country(lines, indicator, others=OTHERS), as_of=AS_OF, province=province)


def _cell(lines: Iterable[Line], indicator: Indicator | None = None) -> ReportingCell:
    (cell,) = _reporting(lines, indicator=indicator).cells
    return cell


@pytest.mark.parametrize(
    ("when", "months"),
    [
        ("2025", 11),  # December 2025 to November 2026
        ("2026-02", 9),
        ("2026-11", 0),
        ("2026-Q3", 2),
        ("2026-11-20", 0),
        ("unstated", None),
    ],
)
def test_a_figure_is_as_old_as_the_months_since_its_period_ended(
    when: str, months: int | None
) -> None:
    assert _cell(figures(("an", when, "50"))).months == months


@pytest.mark.parametrize(
    ("more", "indicator", "comparable"),
    [
        ({}, None, True),
        ({"scope": (("ward", "W"),)}, None, False),
        ({"status": "unreliable"}, None, False),
        ({"method": "nso"}, METHODS, True),
        ({"method": "own"}, METHODS, False),
        ({"method": "unstated"}, METHODS, False),
        ({}, share(better="none"), False),
    ],
)
def test_what_may_stand_beside_another_s_figure(
    more: dict[str, object], indicator: Indicator | None, comparable: bool
) -> None:
    assert _cell([figure("an", "2025", "50", **more)], indicator).comparable is comparable


def test_the_figure_shown_is_the_one_that_may_compare() -> None:
    lines = [
        figure("an", "2024", "50", method="nso"),
        figure("an", "2025", "60", method="own"),
        figure("an", "2026-01", "70", method="nso", scope=(("ward", "W"),)),
    ]
    cell = _cell(lines, METHODS)
    assert (str(cell.observation.figure.number), cell.comparable) == ("50", True)
    cell = _cell(lines[1:], METHODS)
    assert (str(cell.observation.figure.number), cell.comparable) == ("60", False)


def test_of_an_index_the_place_is_shown_and_not_the_score() -> None:
    lines = figures(("an", "2023", "92.18"), ("an", "2023", "1 of 63"))
    assert _cell(lines, index()).observation.figure.place is not None


def _two(line: Figure) -> Figure:
    return of_indicator(line, "two")


LINES: list[Line] = [
    *figures(("an", "2025", "1"), ("ba", "2025", "2"), ("former/ba", "2025", "2")),
    *map(_two, figures(("an", "2026", "1"), ("da", "2024", "1"), ("em", "2024", "1"))),
]


def test_only_what_today_s_provinces_report_is_asked_for() -> None:
    answer = _reporting(LINES)
    assert [(c.id, c.reported, c.asked) for c in answer.indicators] == [
        ("share", 2, 5),
        ("two", 2 + 1, 5),
    ]
    assert [(c.id, c.reported, c.asked) for c in answer.provinces] == [
        ("an", 2, 2),
        ("ba", 1, 2),
        ("da", 1, 2),
        ("em", 1, 2),
        ("ca", 0, 2),
    ]
    assert {c.id for c in answer.provinces} == set(TODAY)
    assert answer.wanted == ()


def test_passed_targets_are_asked_for_first_then_others_then_what_most_report() -> None:
    lines = [
        *LINES,
        of_indicator_target("three", "ba", "2030"),
        target("ca", "2030", "90", scope=(("ward", "W"),)),
        target("ca", "2025", "90"),
        of_indicator_target("three", "ca", "2030"),
    ]
    wanted = _reporting(lines, "ca").wanted
    assert [(w.indicator, w.why, w.others) for w in wanted] == [
        ("share", "silent_target", 2),
        ("three", "unjudged_target", 0),
        ("two", "others_report", 3),
    ]
    others = _reporting(LINES, "ca").wanted
    assert [(w.indicator, w.others) for w in others] == [("two", 3), ("share", 2)]


def of_indicator_target(id: str, province: str, by: str) -> Line:
    """A target of another indicator."""
    return target(province, by, "90", indicator=id)


def test_a_target_for_a_part_is_not_asked_for() -> None:
    lines = [*LINES, target("an", "2025", "90", scope=(("ward", "W"),))]
    assert _reporting(lines, "an").wanted == ()


def test_others_are_the_others() -> None:
    lines = [
        *figures(("an", "2025", "50"), ("ba", "2025", "60"), method="own"),
        target("an", "2026", "90", method="nso"),
    ]
    (wanted,) = _reporting(lines, "an", METHODS).wanted
    assert (wanted.why, wanted.others) == ("unjudged_target", 1)


def test_a_former_province_shows_what_it_reported_and_is_asked_for_nothing() -> None:
    answer = _reporting([*LINES, target("former/ba", "2030", "90")], "former/ba")
    assert [cell.province for cell in answer.cells] == ["former/ba"]
    assert answer.wanted == ()
    assert not answer.empty


def test_nothing_reported_is_an_empty_answer() -> None:
    assert _reporting([]).empty
    with pytest.raises(KeyError):
        _reporting([], "nowhere")
