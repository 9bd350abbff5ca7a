"""What stands in one group: like with like, and everything else with its reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dtcompare.analysis.groups import Window
from dtcompare.model.figure import Figure
from dtcompare.model.period import Season
from tests.analysis.build import COUNT, figure, figures, names, places, ranked, reasons, share

QUARTERLY = Season("P3M", 3)
TRIO = (("an", "2025", "90"), ("da", "2025", "80"), ("em", "2025", "70"))


def _trio(**more: Any) -> list[Figure]:
    return figures(*TRIO, **more)


def test_three_like_figures_are_a_ranking() -> None:
    ranking = ranked(_trio())
    assert [places(group) for group in ranking.groups] == [[("an", 1), ("da", 2), ("em", 3)]]
    assert ranking.is_ranked
    assert ranking.groups[0].season == Window(date(2025, 1, 1), date(2025, 12, 31))


def test_two_are_a_list() -> None:
    ranking = ranked(_trio()[:2])
    assert [places(group) for group in ranking.groups] == [[("an", None), ("da", None)]]
    assert not ranking.is_ranked
    assert not ranking.empty


BASES = share(bases=("people", "area", "unstated"))
METHODS = share(methods=("nso", "ministry", "own", "unstated"))


# The indicator, what the trio shares, what a fourth figure has instead, and why it is not ranked.
@pytest.mark.parametrize(
    ("indicator", "shared", "apart", "reason"),
    [
        (BASES, {"basis": "people"}, {"basis": "area"}, "other_basis"),
        (BASES, {"basis": "people"}, {"basis": "unstated"}, "basis_unstated"),
        (METHODS, {"method": "nso"}, {"method": "ministry"}, "other_method"),
        (METHODS, {"method": "nso"}, {"method": "own"}, "own_method"),
        (METHODS, {"method": "nso"}, {"method": "unstated"}, "method_unstated"),
        (share(), {}, {"scope": (("ward", "X"),)}, "scope"),
        (share(), {}, {"status": "forecast"}, "forecast"),
        (share(), {}, {"status": "unreliable"}, "unreliable"),
        (share(), {}, {"status": "definition"}, "definition"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_not_alike_is_listed_with_the_reason(
    indicator: Any, shared: dict[str, Any], apart: dict[str, Any], reason: str
) -> None:
    fourth = figure("ba", "2025", "99", **(shared | apart))
    ranking = ranked([*_trio(**shared), fourth], indicator)
    assert [names(group) for group in ranking.groups] == [["an", "da", "em"]]
    assert reasons(ranking) == [("ba", reason)]


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("2024", "other_season"),
        ("2024-07/2025-12", "period_too_long"),
        ("2021/2025", "period_too_long"),
        ("unstated", "period_unstated"),
    ],
)
def test_another_time_is_listed_with_the_reason(when: str, reason: str) -> None:
    ranking = ranked([*_trio(), figure("ba", when, "99", recast=True)])
    assert reasons(ranking) == [("ba", reason)]


@pytest.mark.parametrize("more", [{"basis": "unstated"}, {"method": "unstated"}, {"method": "own"}])
def test_unstated_and_own_never_equal_themselves(more: dict[str, Any]) -> None:
    indicator = share(bases=("people", "unstated"), methods=("own", "unstated"))
    ranking = ranked(_trio(**({"basis": "people"} | more)), indicator)
    assert not ranking.is_ranked
    assert [len(group.rows) for group in ranking.groups] == [1, 1, 1]


def test_three_figures_without_a_time_are_a_list() -> None:
    ranking = ranked(figures(*((id, "unstated", "9") for id in ("an", "da", "em"))))
    assert not ranking.is_ranked
    assert ranking.reporting == 3


@pytest.mark.parametrize("status", ["estimated", "provisional"])
def test_estimates_are_ranked(status: str) -> None:
    assert reasons(ranked(_trio(status=status))) == []
    assert ranked(_trio(status=status)).is_ranked


@pytest.mark.parametrize("status", ["forecast", "unreliable", "definition"])
def test_forecasts_are_never_ranked_even_among_themselves(status: str) -> None:
    ranking = ranked(_trio(status=status))
    assert ranking.groups == ()
    assert reasons(ranking) == [(id, status) for id in ("an", "da", "em")]


def test_a_break_parts_figures_of_one_season() -> None:
    """2020 and 2021 lie within two years, on two sides of the break of 2021."""
    indicator = share(breaks=(2021,), season=Season("P2Y", 24))
    ranking = ranked(
        [
            *figures(*((id, "2021", "9") for id in ("an", "da", "em"))),
            figure("ba", "2020", "99", recast=True),
        ],
        indicator,
    )
    assert [names(group) for group in ranking.groups] == [["an", "da", "em"]]
    assert reasons(ranking) == [("ba", "before_break")]


def test_the_side_of_a_break_is_that_of_the_period_s_end() -> None:
    """2020-07/2021-06 ends in 2021 and counts by the new method; by hand 2 + 1 on its side."""
    indicator = share(breaks=(2021,))
    lines = figures(("an", "2020-07/2021-06", "9"), ("da", "2021-05", "8"), ("em", "2021-06", "7"))
    assert ranked(lines, indicator).is_ranked


def test_the_reason_is_told_from_the_nearest_ranked_group() -> None:
    """Area is ranked too, so ba's older share of the area is of another season, not basis."""
    lines = [
        *figures(*((id, "2025", "9") for id in ("an", "ca", "da", "em")), basis="people"),
        *_trio(basis="area"),
        figure("ba", "2023", "5", basis="area", recast=True),
    ]
    ranking = ranked(lines, BASES)
    assert [group.series_key.basis for group in ranking.groups] == ["people", "area"]
    assert reasons(ranking) == [("ba", "other_season")]


def test_what_came_after_a_break_is_not_said_to_come_before_it() -> None:
    indicator = share(breaks=(2025,))
    old = figures(("an", "2024", "9"), ("da", "2024", "8"), ("em", "2024", "7"))
    ranking = ranked([*old, figure("ba", "2025", "5")], indicator)
    assert [names(group) for group in ranking.groups] == [["an", "da", "em"]]
    assert reasons(ranking) == [("ba", "other_method")]


# Two seasons of three months, cut back from 28 February 2026.
STATIONS = figures(
    ("an", "2026-02", "868"),
    ("da", "2025-12", "734"),
    ("em", "2026-01", "352"),
    ("ba", "2025-09", "384"),
    ("ca", "2025-10", "nearly 300"),
    ("an", "2025-11", "170"),
    ("da", "2025-12-15", "800"),
)


def test_two_seasons_are_both_ranked_the_newest_first() -> None:
    """Of one season a province shows its latest figure; the older season repeats it."""
    ranking = ranked(STATIONS, share(unit=COUNT, season=QUARTERLY))
    assert [group.season for group in ranking.groups] == [
        Window(date(2025, 12, 1), date(2026, 2, 28)),
        Window(date(2025, 9, 1), date(2025, 11, 30)),
    ]
    assert [places(group) for group in ranking.groups] == [
        [("an", 1), ("da", 2), ("em", 3)],
        [("ba", 1), ("ca", 2), ("an", 3)],
    ]
    assert reasons(ranking) == []
    assert [str(row.observation.figure.number) for row in ranking.groups[0].rows] == [
        "868",
        "734",
        "352",
    ]


def test_an_older_season_repeats_a_province_only_where_it_is_ranked() -> None:
    """Without ca's figure the older season has two provinces; an's old figure is not shown."""
    lines = [line for line in STATIONS if line.province != "ca"]
    ranking = ranked(lines, share(unit=COUNT, season=QUARTERLY))
    assert [names(group) for group in ranking.groups] == [["an", "da", "em"]]
    assert reasons(ranking) == [("ba", "other_season")]


def test_a_month_and_the_year_before_share_a_yearly_season() -> None:
    """Cut back from February 2026, the window begins in March 2025; 2025 ends inside it."""
    lines = figures(("an", "2026-02", "9"), ("da", "2025", "8"), ("em", "2025-03", "7"))
    (group,) = ranked(lines).groups
    assert group.season == Window(date(2025, 3, 1), date(2026, 2, 28))
    assert ranked([*lines, figure("ba", "2025-02", "9", recast=True)]).listed[0].reason == (
        "other_season"
    )


def test_a_year_is_too_long_for_a_season_of_months() -> None:
    indicator = share(season=QUARTERLY)
    quarter = figures(("an", "2025-Q4", "9"), ("da", "2025-12", "8"), ("em", "2025-10", "7"))
    ranking = ranked([*quarter, figure("ba", "2025", "99")], indicator)
    assert [names(group) for group in ranking.groups] == [["an", "da", "em"]]
    assert reasons(ranking) == [("ba", "period_too_long")]


def test_a_period_too_long_stands_in_the_one_list_where_nothing_is_ranked() -> None:
    indicator = share(season=QUARTERLY)
    lines = [figure("an", "2025-12", "9"), figure("ba", "2025", "99")]
    ranking = ranked(lines, indicator)
    assert not ranking.is_ranked
    assert [names(group) for group in ranking.groups] == [["an"], ["ba"]]
    assert reasons(ranking) == []


def test_the_one_list_follows_the_order_of_bases() -> None:
    lines = [
        figure("an", "2025", "9", basis="unstated"),
        figure("da", "2025", "8", basis="area"),
        figure("em", "2025", "7", basis="people"),
        figure("ba", "2025", "5", basis="people"),
        figure("ca", "2025", "99", basis="people", scope=(("operator", "V"),)),
    ]
    ranking = ranked(lines, BASES)
    assert [names(group) for group in ranking.groups] == [["ba", "em"], ["da"], ["an"]]
    assert reasons(ranking) == [("ca", "scope")]


def test_the_larger_group_of_a_season_comes_first() -> None:
    lines = [
        *_trio(basis="people"),
        *figures(*((id, "2025", "9") for id in ("an", "ba", "ca", "da")), basis="area"),
    ]
    ranking = ranked(lines, BASES)
    assert [(group.series_key.basis, len(group.rows)) for group in ranking.groups] == [
        ("area", 4),
        ("people", 3),
    ]


def test_the_newer_season_comes_before_the_larger_group() -> None:
    lines = [
        *figures(*((id, "2025", "9") for id in ("an", "da", "em")), basis="area"),
        *figures(
            *((id, "2024", "9") for id in ("an", "ba", "ca", "da")), basis="people", recast=True
        ),
    ]
    assert [group.series_key.basis for group in ranked(lines, BASES).groups] == ["area", "people"]


def test_better_none_is_shown_and_never_ranked() -> None:
    ranking = ranked(_trio(), share(better="none"))
    assert not ranking.is_ranked
    assert [places(group) for group in ranking.groups] == [
        [("an", None), ("da", None), ("em", None)]
    ]


def test_the_lowest_is_first_where_lower_is_better() -> None:
    assert places(ranked(_trio(), share(better="lower")).groups[0]) == [
        ("em", 1),
        ("da", 2),
        ("an", 3),
    ]


def test_ties_are_shown_by_name_whatever_the_order_of_the_lines() -> None:
    lines = figures(("em", "2025", "80"), ("da", "2025", "80"), ("an", "2025", "80"))
    expected = [("an", 1), ("da", 1), ("em", 1)]
    assert places(ranked(lines).groups[0]) == expected
    assert places(ranked(lines[::-1]).groups[0]) == expected


def test_former_provinces_are_listed_and_not_counted() -> None:
    old = figure("former/bo", "2025-06", "99")
    ranking = ranked([*_trio(), old])
    assert reasons(ranking) == [("former/bo", "former_province")]
    assert (ranking.reporting, ranking.existing) == (3, 5)


def test_a_former_province_keeps_its_reason_where_nothing_is_ranked() -> None:
    ranking = ranked([figure("an", "2025", "9"), figure("former/bo", "2025-06", "99", basis=None)])
    assert [names(group) for group in ranking.groups] == [["an"]]
    assert reasons(ranking) == [("former/bo", "former_province")]


def test_a_recast_figure_belongs_to_today_s_borders() -> None:
    lines = [
        *figures(("an", "2024", "9"), ("da", "2024", "8")),
        figure("ba", "2024", "10", recast=True),
    ]
    assert places(ranked(lines).groups[0])[0] == ("ba", 1)


def test_no_line_is_an_empty_answer() -> None:
    ranking = ranked([])
    assert ranking.empty
    assert ranking.not_reported == ("an", "ba", "ca", "da", "em")
    assert ranking.reference is None


def test_a_heading_covers_every_figure_under_it() -> None:
    """Feb 2024 to Jan 2025 ends in the season 2025 and begins before it."""
    lines = [
        figure("an", "2024-02/2025-01", "10"),
        *figures(("da", "2025", "20"), ("em", "2025-12", "30")),
    ]
    (group,) = ranked(lines).groups
    assert group.season == (date(2025, 1, 1), date(2025, 12, 31))
    assert group.covered == (date(2024, 2, 1), date(2025, 12, 31))
