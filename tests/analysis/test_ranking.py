"""What the filters do, what is named as missing, and which day decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dtcompare.analysis.arrangement import Picks
from dtcompare.analysis.ranking import Ranking, comparable_groups, rank
from dtcompare.model.dataset import Dataset
from tests.analysis.build import (
    AS_OF,
    INDEX,
    MERGER,
    country,
    figure,
    figures,
    label,
    names,
    of_indicator,
    of_one_period,
    period,
    places,
    province,
    ranked,
    reasons,
    share,
    target,
)

BASES = share(bases=("people", "area", "unstated"), methods=("nso", "ministry"))
# Four provinces on people, three on area; in the one's part of the country and the other's.
LINES = [
    *figures(
        ("an", "2025", "90"),
        ("ba", "2025", "80"),
        ("ca", "2025", "80"),
        basis="people",
        method="nso",
    ),
    *figures(("da", "2025", "60"), basis="people", method="nso"),
    *figures(
        ("an", "2025", "30"), ("da", "2025", "50"), ("em", "2025", "40"), basis="area", method="nso"
    ),
    figure("em", "2025", "99", basis="people", method="ministry"),
    figure("ca", "2025", "100", basis="area", method="nso", scope=(("operator", "V"),)),
]
PROVINCES = (
    province("an", "Đà An", region="south"),
    province("ba", "Cà Ba", region="north"),
    province("ca", "Ba Ca", region="north"),
    province("da", "Ân Da", region="south"),
    province("em"),
    province("fi"),
)


def _rank(**picks: Any) -> Ranking:
    dataset = country(LINES, BASES, provinces=PROVINCES, regions=("south", "north"))
    return rank(dataset, "share", as_of=AS_OF, picks=Picks(**picks))


def test_without_a_filter_every_footing_is_ranked() -> None:
    ranking = _rank()
    assert [places(group) for group in ranking.groups] == [
        [("an", 1), ("ca", 2), ("ba", 2), ("da", 4)],  # Ba Ca before Cà Ba
        [("da", 1), ("em", 2), ("an", 3)],
    ]
    assert reasons(ranking) == [("em", "other_method"), ("ca", "scope")]
    assert ranking.not_reported == ("fi",)
    assert (ranking.reporting, ranking.existing) == (5, 6)


def test_basis_picks_its_figures() -> None:
    ranking = _rank(basis="area")
    assert [names(group) for group in ranking.groups] == [["da", "em", "an"]]
    assert reasons(ranking) == [("ca", "scope")]


def test_who_reports_on_another_basis_is_not_said_to_report_nothing() -> None:
    ranking = _rank(basis="area")
    assert ranking.reporting == 4
    assert ranking.not_reported == ("fi",)


def test_method_picks_its_figures() -> None:
    ranking = _rank(method="ministry")
    assert [places(group) for group in ranking.groups] == [[("em", None)]]


def test_scope_picks_part_figures_that_rank_among_themselves() -> None:
    part = (("operator", "V"),)
    lines = figures(*((id, "2025", "9") for id in ("an", "ba", "ca")), scope=part)
    lines += figures(("an", "2025", "5"), ("da", "2025", "5"), scope=(("operator", "M"),))
    lines += figures(("em", "2025", "5"))
    dataset = country(lines, provinces=PROVINCES)
    ranking = rank(dataset, "share", as_of=AS_OF, picks=Picks(scope=("operator", None)))
    assert [names(group) for group in ranking.groups] == [["ca", "ba", "an"]]
    assert reasons(ranking) == [("da", "scope"), ("an", "scope")]
    one = rank(dataset, "share", as_of=AS_OF, picks=Picks(scope=("operator", "M")))
    assert [names(group) for group in one.groups] == [["da", "an"]]
    assert one.listed == ()


@pytest.mark.parametrize(
    ("picks", "expected", "hidden"),
    [
        ({"only": ("ca", "da")}, [("ca", 2), ("da", 4)], 2),
        ({"region": "north"}, [("ca", 2), ("ba", 2)], 2),
        ({"top": 2}, [("an", 1), ("ca", 2)], 2),
        ({"sort": "name"}, [("da", 4), ("ca", 2), ("ba", 2), ("an", 1)], 0),
        ({"sort": "region"}, [("da", 4), ("an", 1), ("ca", 2), ("ba", 2)], 0),
        ({"sort": "value"}, [("an", 1), ("ca", 2), ("ba", 2), ("da", 4)], 0),
        ({"sort": "name", "top": 1}, [("da", 4)], 3),
        ({"only": ("fi",)}, [], 4),
    ],
    ids=str,
)
def test_what_is_shown_changes_no_place(
    picks: dict[str, Any], expected: list[tuple[str, int]], hidden: int
) -> None:
    group = _rank(**picks, basis="people").groups[0]
    assert places(group) == expected
    assert group.hidden == hidden
    assert {row.rank_interval.of for row in group.rows if row.rank_interval} <= {4}


def test_filters_on_rows_hold_for_what_is_listed_and_missing_too() -> None:
    ranking = _rank(only=("em", "fi"))
    assert reasons(ranking) == [("em", "other_method")]
    assert ranking.not_reported == ("fi",)
    assert _rank(region="north").not_reported == ()


def test_list_all_lists_everything_and_numbers_nothing() -> None:
    ranking = _rank(list_all=True)
    (group,) = ranking.groups
    assert not ranking.is_ranked
    assert ranking.listed == ()
    assert len(group.rows) == len(LINES)
    assert all(row.rank_interval is None for row in group.rows)
    assert [row.observation.figure.basis for row in group.rows] == ["people"] * 5 + ["area"] * 4


@pytest.mark.parametrize(
    ("better", "expected"), [("higher", ["da", "an"]), ("lower", ["an", "da"])]
)
def test_an_unranked_list_can_be_sorted_by_value(better: str, expected: list[str]) -> None:
    dataset = country(figures(("an", "2025", "30"), ("da", "2025", "50")), share(better=better))
    ranking = rank(dataset, "share", as_of=AS_OF, picks=Picks(sort="value"))
    assert places(ranking.groups[0]) == [(id, None) for id in expected]


def test_list_all_of_nothing_is_empty() -> None:
    ranking = rank(country([]), "share", as_of=AS_OF, picks=Picks(list_all=True))
    assert ranking.groups == ()
    assert ranking.empty


# The merger of LAND is on 1 July 2025: seven provinces before, five since.
OLD = [
    *figures(("an", "2022", "50"), ("da", "2022", "40"), ("former/ba", "2022", "30")),
    figure("former/bo", "2022", "20"),
    figure("ba", "2022", "28", recast=True),
    *figures(("an", "2025", "70"), ("ba", "2025", "60"), ("em", "2025", "80")),
]


def test_a_period_takes_the_provinces_of_its_end() -> None:
    ranking = rank(country(OLD), "share", as_of=AS_OF, picks=Picks(period=period("2022")))
    assert ranking.day == date(2022, 12, 31)
    assert [names(group) for group in ranking.groups] == [["an", "da", "former/ba", "former/bo"]]
    assert reasons(ranking) == [("ba", "other_borders")]
    assert (ranking.reporting, ranking.existing) == (4, 7)
    assert ranking.not_reported == ("former/ca", "former/co", "em")


def test_a_period_keeps_only_figures_wholly_inside_it() -> None:
    lines = figures(("an", "2025", "9"), ("da", "2024-12/2025-01", "9"), ("em", "unstated", "9"))
    ranking = rank(country(lines), "share", as_of=AS_OF, picks=Picks(period=period("2025")))
    assert [names(group) for group in ranking.groups] == [["an"]]
    assert ranking.listed == ()


def test_a_period_that_is_not_over_takes_the_provinces_of_today() -> None:
    ranking = rank(country(OLD), "share", as_of=AS_OF, picks=Picks(period=period("2026")))
    assert ranking.day == AS_OF


def test_as_of_a_day_before_the_merger_the_provinces_of_that_day_are_ranked() -> None:
    ranking = rank(country(OLD), "share", as_of=date(2025, 6, 30))
    assert [names(group) for group in ranking.groups] == [["an", "da", "former/ba", "former/bo"]]
    assert ("ba", "other_borders") in reasons(ranking)
    assert ranking.existing == 7


def test_as_of_keeps_what_had_ended_or_was_printed_by_then() -> None:
    """On 30 November 2025 the year was not over: an's page was out, da's was not."""
    lines = [*figures(("an", "2025", "9"), ("da", "2025", "8")), figure("em", "2025-10", "7")]
    dataset = country(lines, published={"an/page": "2025-11-01", "da/page": "2026-01-05"})
    ranking = rank(dataset, "share", as_of=date(2025, 11, 30))
    assert [names(group) for group in ranking.groups] == [["an", "em"]]
    assert ranking.not_reported == ("ba", "ca", "da")


def test_the_day_of_the_merger_is_the_first_of_the_new_provinces() -> None:
    lines = [figure("ba", "2025-06", "9", recast=True), figure("former/ba", "2025-06", "9")]
    day_before = date(2025, 6, 30)
    assert reasons(rank(country(lines), "share", as_of=MERGER)) == [
        ("former/ba", "former_province")
    ]
    assert reasons(rank(country(lines), "share", as_of=day_before)) == [("ba", "other_borders")]


def test_provinces_that_report_nothing_are_named_with_their_targets_apart() -> None:
    lines = [*LINES[:1], target("em", "2026", "90"), target("fi", "2026", "9", reject="withdrawn")]
    ranking = rank(country(lines, BASES, provinces=PROVINCES), "share", as_of=AS_OF)
    assert ranking.not_reported == ("da", "ca", "ba", "em", "fi")  # Ân, Ba, Cà, Em, Fi
    assert ranking.targets_only == ("em",)


def test_a_row_carries_the_current_target_held_against_its_own_figure() -> None:
    lines = [
        *figures(("an", "2025", "90"), ("da", "2025", "80"), ("em", "2025", "70")),
        target("da", "2026", "85"),
        target("da", "2030", "99"),
        target("da", "2026", "50", reject="superseded"),
    ]
    rows = {row.province: row for row in ranked(lines).groups[0].rows}
    assessment = rows["da"].target
    assert assessment is not None
    assert (assessment.target.by.text, assessment.verdict) == ("2026", "short")
    assert assessment.gap == 5
    assert rows["an"].target is None


def test_the_target_of_a_province_that_has_ended_is_told_as_ended() -> None:
    lines = [figure("former/bo", "2024", "40"), target("former/bo", "2025", "60")]
    (entry,) = ranked(lines).listed
    assert entry.target is not None
    assert entry.target.verdict == "ended"


REFERENCES = [
    *figures(("an", "2025", "9"), ("da", "2025", "8"), ("em", "2025", "7"), basis="area"),
    figure("national", "2024", "60", basis="area"),
    figure("national", "2025", "70", basis="people"),
    figure("national", "2030", "99", basis="area", status="forecast"),
    figure("national", "2025", "100", basis="area", scope=(("places", "cities"),)),
    figure("national", "unstated", "55", basis="area"),
]


def _reference(*lines: Any) -> str | None:
    reference = ranked(lines, BASES).reference
    return str(reference.figure.number) if reference else None


def test_the_country_stands_under_a_ranking_on_the_same_footing_only() -> None:
    assert _reference(*REFERENCES) == "60"
    assert _reference(*(line for line in REFERENCES if line.period.text != "2024")) is None


def test_the_country_is_no_row_and_counts_nowhere() -> None:
    ranking = ranked(REFERENCES, BASES)
    assert ranking.reporting == 3
    assert all(row.province != "national" for group in ranking.groups for row in group.rows)
    assert ranking.listed == ()


@pytest.mark.parametrize(
    ("basis", "number"), [("people", "70"), ("area", "60"), ("unstated", "70")]
)
def test_under_a_list_the_country_stands_on_the_first_footing_or_on_any(
    basis: str, number: str
) -> None:
    assert _reference(*REFERENCES[3:], figure("an", "2025", "9", basis=basis)) == number


def test_what_can_be_ranked_instead() -> None:
    """Of two related indicators the one with three like figures is offered, with its group."""
    first = share(related=("other", "third"))
    lines = [figure("an", "2025", "9")]
    lines += [of_indicator(line, "other") for line in figures(("an", "2025", "9"))]
    trio = figures(("an", "2025", "9"), ("da", "2025", "8"), ("em", "2025", "7"))
    lines += [of_indicator(line, "third") for line in trio]
    others = [share(id=id, name=label(id)) for id in ("other", "third")]
    ranking = rank(country(lines, first, others=others), "share", as_of=AS_OF)
    assert [option.indicator for option in ranking.instead] == ["third"]
    assert names(ranking.instead[0].group) == ["an", "da", "em"]
    done = rank(country([*lines, *trio], first, others=others), "share", as_of=AS_OF)
    assert done.is_ranked
    assert done.instead == ()


def test_an_unknown_indicator_is_an_error() -> None:
    with pytest.raises(KeyError):
        rank(country([]), "nothing", as_of=AS_OF)


_IDS = ("an", "ba", "ca", "da", "em")
_LINE = st.tuples(
    st.sampled_from(_IDS),
    st.sampled_from(["2025", "2025-11", "2025-Q4", "2024", "unstated"]),
    st.sampled_from(["40", "about 40", "over 40", "nearly 41", "50", "at most 60"]),
    st.sampled_from(["people", "area", "unstated"]),
)


def _rank_intervals(dataset: Dataset) -> list[object]:
    ranking = rank(dataset, "share", as_of=AS_OF)
    groups = [
        (group.series_key, group.season, [(row.province, row.rank_interval) for row in group.rows])
        for group in ranking.groups
    ]
    return [groups, reasons(ranking), ranking.not_reported]


@settings(max_examples=60)
@given(st.data(), st.lists(_LINE, max_size=14, unique_by=lambda line: (line[0], line[1], line[3])))
def test_the_order_of_the_lines_changes_nothing(
    data: st.DataObject, given_lines: list[tuple[str, str, str, str]]
) -> None:
    indicator = share(bases=("people", "area", "unstated"))
    lines = [figure(id, when, said, basis=basis) for id, when, said, basis in given_lines]
    shuffled = data.draw(st.permutations(lines))
    provinces = [province(id) for id in _IDS]
    one, other = (country(some, indicator, provinces=provinces) for some in (lines, shuffled))
    assert _rank_intervals(one) == _rank_intervals(other)


@settings(max_examples=60)
@given(st.lists(_LINE, max_size=14))
def test_every_ranked_group_is_like_with_like(
    given_lines: list[tuple[str, str, str, str]],
) -> None:
    """Three or more provinces, each once, on one basis, inside one window, none of it unstated."""
    indicator = share(bases=("people", "area", "unstated"))
    lines = [figure(id, when, said, basis=basis) for id, when, said, basis in given_lines]
    dataset = country(lines, indicator, provinces=[province(id) for id in _IDS])
    for group in comparable_groups(dataset, indicator, AS_OF):
        if group.ranked:
            assert group.season is not None
            found = [row.observation.figure for row in group.rows]
            assert len({line.province for line in found}) == len(found) >= 3
            assert {line.basis for line in found} == {group.series_key.basis} != {"unstated"}
            assert all(group.season.start <= line.period.end <= group.season.end for line in found)


def test_a_target_stands_beside_a_provinces_newest_figure_alone() -> None:
    newer = figures(("an", "2025", "9"), ("da", "2025", "8"), ("em", "2025", "7"))
    older = figures(("an", "2023", "5"), ("da", "2023", "4"), ("em", "2023", "3"))
    data = country([*newer, *older, target("an", "2030", "20")])
    first, second = rank(data, "share", as_of=AS_OF).groups
    assert [row.target is not None for row in first.rows] == [True, False, False]
    assert [row.target is not None for row in second.rows] == [False, False, False]


def _index_of(*lines: Any) -> Dataset:
    return country(lines, share(unit=INDEX))


# Before the merger LAND has seven provinces, after it five.
BEFORE = figures(
    ("an", "2025", "1 of 7"), ("former/ba", "2025", "2 of 7"), ("former/bo", "2025", "3 of 7")
)


def test_an_index_of_the_year_of_the_merger_may_count_the_provinces_before_it() -> None:
    answer = rank(_index_of(*BEFORE), "share", as_of=AS_OF, picks=Picks(period=period("2025")))
    assert (answer.day, answer.existing) == (date(2025, 1, 1), 7)
    assert places(answer.groups[0]) == [("an", 1), ("former/ba", 2), ("former/bo", 3)]


def test_a_rejected_place_does_not_decide_whose_index_it_is() -> None:
    wrong = figure("da", "2025", "5 of 5", reject="of another index")
    answer = rank(
        _index_of(*BEFORE, wrong), "share", as_of=AS_OF, picks=Picks(period=period("2025"))
    )
    assert answer.existing == 7


def test_where_the_index_counts_today_s_provinces_the_end_of_the_year_decides() -> None:
    new = figures(("an", "2025", "1 of 5"), ("ba", "2025", "2 of 5"), ("da", "2025", "3 of 5"))
    answer = rank(
        _index_of(*BEFORE, *new), "share", as_of=AS_OF, picks=Picks(period=period("2025"))
    )
    assert (answer.day, answer.existing) == (date(2025, 12, 31), 5)


def test_the_country_s_own_target_is_held_against_its_figure() -> None:
    lines = [
        *figures(("an", "2025", "50"), ("ba", "2025", "60"), ("ca", "2025", "70")),
        figure("national", "2025", "61.2"),
        target("national", "2026", "70"),
        target("national", "2030", "99"),
    ]
    aim = ranked(lines).reference_target
    assert aim is not None
    assert (aim.target.by.text, str(aim.gap), aim.verdict) == ("2026", "8.8", "short")
    assert ranked(lines[:4]).reference_target is None


def test_of_a_former_province_s_figures_of_one_period_the_first_is_listed() -> None:
    """Whatever the lines of others say before."""
    lines = of_one_period(
        figure("former/ca", "2024", "40", status="unreliable"),
        figure("former/ba", "2024", "50"),
        figure("former/ba", "2024", "60", status="unreliable"),
    )
    listed = {
        entry.province: str(entry.observation.figure.number) for entry in ranked(lines).listed
    }
    assert listed == {"former/ba": "50", "former/ca": "40"}


def test_equal_figures_compare_in_the_order_of_their_lines_however_old_they_are() -> None:
    lines = figures(("em", "2025-03", "50"), ("an", "2025-03", "50"), ("da", "2025-12", "50"))
    dataset = country([*lines, figure("an", "2025-02", "40")])
    (group,) = comparable_groups(dataset, share(), AS_OF)
    assert places(group) == [("em", 1), ("an", 1), ("da", 1)]


def test_a_target_of_the_country_without_a_figure_is_not_shown() -> None:
    lines = figures(("an", "2025", "50"), ("ba", "2025", "60"), ("ca", "2025", "70"))
    assert ranked([*lines, target("national", "2026", "70")]).reference_target is None
