"""How a figure changed: holes stay open, and nothing crosses a break or a merger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from dtcompare.analysis.trend import Series, Trend, trend
from dtcompare.model.figure import Line
from dtcompare.model.indicator import Indicator
from tests.analysis.build import AS_OF, MERGER, country, figure, figures, index, share, target

D = Decimal


def _trend(
    lines: Iterable[Line], *ids: str, indicator: Indicator | None = None, as_of: date = AS_OF
) -> Trend:
    return trend(country(lines, indicator), "share", as_of=as_of, provinces=ids)


def _one(lines: Iterable[Line], *ids: str, indicator: Indicator | None = None) -> Series:
    (series,) = _trend(lines, *(ids or ("an",)), indicator=indicator).series
    return series


def _points(series: Series) -> list[tuple[str, Decimal | None]]:
    return [(point.observation.figure.period.text, point.change) for point in series.points]


# Quảng Ninh's digital economy as printed.
GROWTH = figures(("an", "2025", "7.73"), ("an", "2022", "6.68"), ("an", "2024", "7.1"))


def test_each_change_is_from_the_point_before_over_its_years() -> None:
    series = _one(GROWTH)
    assert _points(series) == [("2022", None), ("2024", D("0.42")), ("2025", D("0.63"))]
    assert [point.years for point in series.points] == [None, 2, 1]
    # 7.73 - 6.68 = 1.05 in three years
    assert (series.change, series.years, series.per_year) == (D("1.05"), D(3), D("0.35"))


def test_the_pace_needed_is_held_against_the_pace_so_far() -> None:
    (row,) = _trend([*GROWTH, target("an", "2030", "30")], "an").targets
    pace = row[1].pace
    assert pace is not None
    # 30 - 7.73 = 22.27 in five years; 4.454 / 0.35 = 12.7257...
    assert (row[0], row[1].gap, pace.needed, pace.observed) == (
        "an",
        D("22.27"),
        D("4.454"),
        D("0.35"),
    )
    assert pace.ratio is not None
    assert round(pace.ratio, 1) == D("12.7")


def test_a_series_is_cut_at_a_break_of_method() -> None:
    lines = figures(("an", "2019", "1"), ("an", "2020", "2"), ("an", "2021", "9"))
    found = _trend(lines, "an", indicator=share(breaks=(2021,))).series
    assert [_points(series) for series in found] == [
        [("2019", None), ("2020", D(1))],
        [("2021", None)],
    ]
    assert found[1].change is None


def test_a_predecessor_s_line_ends_at_the_merger_and_leads_nowhere() -> None:
    lines = figures(("former/ba", "2023", "50"), ("former/ba", "2024", "60"), ("ba", "2025", "40"))
    found = _trend(lines, "ba").series
    assert [(s.province, s.ended) for s in found] == [("former/ba", MERGER), ("ba", None)]
    assert [_points(series) for series in found] == [
        [("2023", None), ("2024", D(10))],
        [("2025", None)],
    ]


def test_a_recast_figure_belongs_to_today_s_borders() -> None:
    lines = [figure("ba", "2024", "50", recast=True), *figures(("ba", "2025", "40"))]
    assert _points(_one(lines, "ba")) == [("2024", None), ("2025", D(-10))]


def test_a_province_named_with_its_predecessor_is_told_once() -> None:
    lines = figures(("former/ba", "2023", "50"), ("ba", "2025", "40"))
    answer = _trend(lines, "ba", "former/ba", "ba")
    assert answer.provinces == ("ba", "former/ba")
    assert [series.province for series in answer.series] == ["former/ba", "ba"]


def test_places_among_63_and_among_34_are_two_series_and_scores_a_third() -> None:
    lines = figures(
        ("an", "2022", "5 of 63; 0.5"), ("an", "2023", "4 of 63; 0.6"), ("an", "2025", "9 of 34")
    )
    found = _trend(lines, "an", indicator=index()).series
    assert [(series.of, _points(series)) for series in found] == [
        (None, [("2022", None), ("2023", D("0.1"))]),
        (34, [("2025", None)]),
        (63, [("2022", None), ("2023", D(-1))]),
    ]


def test_bases_methods_and_parts_are_series_of_their_own() -> None:
    measured = share(bases=("people", "area"))
    lines = [
        figure("an", "2024", "99", basis="people", scope=(("operator", "V"),)),
        figure("an", "2025", "30", basis="area"),
        figure("an", "2024", "50", basis="people"),
        figure("an", "2025", "55", basis="people"),
    ]
    found = _trend(lines, "an", indicator=measured).series
    assert [(s.series_key.basis, bool(s.series_key.scope), s.change) for s in found] == [
        ("people", False, D(5)),
        ("area", False, None),
        ("people", True, None),
    ]


@pytest.mark.parametrize("more", [{"status": "unreliable"}, {"status": "forecast"}])
def test_what_counts_in_no_ranking_is_no_point(more: dict[str, str]) -> None:
    lines = [*figures(("an", "2024", "50")), figure("an", "2025", "90", **more)]
    assert _points(_one(lines)) == [("2024", None)]


def test_a_figure_without_a_time_is_no_point() -> None:
    assert _trend(figures(("an", "unstated", "50")), "an").empty


def test_a_year_and_its_months_end_together_without_a_change() -> None:
    lines = figures(("an", "2025", "167"), ("an", "2025-10", "169"), ("an", "2025-12", "734"))
    series = _one(lines, indicator=share(unit=index().unit.__class__("number")))
    assert _points(series) == [("2025", None), ("2025-10", None), ("2025-12", D(565))]


def test_of_less_than_a_year_no_change_a_year_is_told() -> None:
    series = _one(figures(("an", "2025-09", "17"), ("an", "2026-02", "86")))
    assert (series.change, series.per_year) == (D(69), None)


def test_without_provinces_the_series_that_move_are_sorted_by_change() -> None:
    lines = figures(
        ("an", "2023", "50"),
        ("an", "2025", "52"),  # 1 a year
        ("da", "2024", "60"),
        ("da", "2025", "55"),  # -5 a year
        ("em", "2024", "10"),
        ("em", "2025", "13"),  # 3 a year
        ("ba", "2026-10", "40"),  # under a year
        ("ba", "2025-12", "30"),
        ("ca", "2025", "99"),
        ("former/bo", "2022", "1"),
        ("former/bo", "2023", "9"),
    )
    answer = _trend(lines)
    assert [series.province for series in answer.series] == ["em", "an", "da", "ba"]
    assert answer.single == 1
    lower = _trend(lines, indicator=share(better="lower"))
    assert [series.province for series in lower.series] == ["da", "an", "em", "ba"]


def test_without_provinces_places_and_scores_are_not_mixed() -> None:
    lines = figures(
        ("an", "2023", "5 of 7; 0.5"),
        ("an", "2024", "3 of 7; 0.4"),
        ("da", "2023", "1 of 7; 0.7"),
        ("da", "2024", "2 of 7; 0.9"),
    )
    found = _trend(lines, indicator=index()).series
    # up two places before down one; then the score that rose before the one that fell
    assert [(series.province, series.of) for series in found] == [
        ("an", 7),
        ("da", 7),
        ("da", None),
        ("an", None),
    ]


def test_the_day_decides_what_is_known() -> None:
    assert _points(_trend(GROWTH, "an", as_of=date(2024, 12, 31)).series[0]) == [
        ("2022", None),
        ("2024", D("0.42")),
    ]


@pytest.mark.parametrize("ids", [("nowhere",), ("an", "nowhere")])
def test_an_unknown_province_is_an_error(ids: tuple[str, ...]) -> None:
    with pytest.raises(KeyError):
        _trend(GROWTH, *ids)


def test_a_month_and_the_bare_year_it_lies_in_tell_no_change() -> None:
    """74.3 for 2024 and 73.9 for October 2024 are one year told twice."""
    lines = [figure("an", "2024", "74.3"), figure("an", "2024-10", "73.9")]
    found = trend(country(lines), "share", as_of=AS_OF, provinces=["an"])
    (series,) = found.series
    assert (series.change, series.years) == (None, None)
    assert series.last.figure.period.text == "2024-10"
    later = trend(
        country([*lines, figure("an", "2022", "70")]), "share", as_of=AS_OF, provinces=["an"]
    )
    assert later.series[0].change == Decimal("3.9")
