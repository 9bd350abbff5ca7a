"""Targets held against figures: verdicts, signs and ends of gaps, and what is current."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtcompare.analysis.gaps import Assessment, GapRow, gaps
from dtcompare.analysis.ranking import rank
from dtcompare.model.figure import Line
from tests.analysis.build import (
    AS_OF,
    COUNT,
    assessed,
    country,
    figure,
    figures,
    index,
    share,
    target,
)

D = Decimal
BASES = share(bases=("people", "area", "unstated"))
METHODS = share(methods=("nso", "ministry", "own", "unstated"))


def _one(*lines: Line, **more: Any) -> Assessment:
    (row,) = assessed(lines, **more)
    return row


@pytest.mark.parametrize(
    ("aim", "reported", "verdict"),
    [
        ("90", "90", "met"),
        ("90", "89.9", "short"),
        ("90", "over 90", "met"),
        ("90", "over 80", "unclear"),
        ("90", "nearly 90", "short"),
        ("90", "about 90", "unclear"),  # 85.5 to 94.5 (half of 10 is more than 5 %)
        ("90", "at most 90", "unclear"),
        ("90", "at most 89", "short"),
        ("90", "88 to 90", "unclear"),
        ("90", "90 to 95", "met"),
        ("at least 90", "90", "met"),
        ("at least 90", "at least 90", "met"),
        ("at least 90", "89", "short"),
        ("over 90", "90", "short"),
        ("over 90", "over 90", "met"),
        ("over 90", "at least 90", "unclear"),
        ("over 90", "90.1", "met"),
        ("about 90", "85.5", "met"),
        ("about 90", "99", "met"),  # beyond about 90 is reached too
        ("about 90", "85.4", "short"),
        ("nearly 96", "95", "met"),  # [95, 96)
        ("nearly 96", "94.9", "short"),
        ("nearly 96", "97", "met"),
        ("50 to 55", "50", "met"),
        ("50 to 55", "60", "met"),
        ("50 to 55", "49", "short"),
        ("at most 10", "10", "met"),
        ("at most 10", "10.1", "short"),
        ("at most 10", "nearly 10", "met"),
        ("at most 10", "about 10", "unclear"),
        ("at most 10", "over 10", "short"),
    ],
)
def test_a_verdict_for_every_word(aim: str, reported: str, verdict: str) -> None:
    row = _one(figure("an", "2025", reported), target("an", "2026", aim))
    assert row.verdict == verdict


@pytest.mark.parametrize(
    ("aim", "reported", "verdict", "gap"),
    [
        ("10", "10", "met", "0"),
        ("10", "12", "short", "2"),
        ("10", "7", "met", "-3"),
        ("0", "3", "short", "3"),
        ("0", "0", "met", "0"),
        ("about 10", "10.5", "met", "0.5"),  # 9.5 to 10.5
        ("about 10", "10.6", "short", "0.6"),
        ("nearly 10", "10", "short", "0"),
        ("nearly 10", "9.9", "met", "-0.1"),
        ("8 to 10", "11", "short", "1"),
        ("8 to 10", "10", "met", "0"),
        ("10", "9 to 12", "unclear", "2"),
        ("10", "over 10", "short", "0"),
        ("10", "at least 10", "unclear", "0"),
        ("at least 10", "12", "met", "-2"),  # a floor stays a floor
        ("over 10", "10", "short", "0"),
    ],
)
def test_targets_are_mirrored_where_lower_is_better(
    aim: str, reported: str, verdict: str, gap: str
) -> None:
    lines = (figure("an", "2025", reported), target("an", "2026", aim))
    row = _one(*lines, indicator=share(better="lower"))
    assert (row.verdict, row.gap) == (verdict, D(gap))


@pytest.mark.parametrize(
    ("aim", "reported", "gap", "low", "high"),
    [
        ("at least 90", "86.6", "3.4", "3.4", "3.4"),
        ("90", "95", "-5", "-5", "-5"),
        ("90", "about 86", "4", "3.5", "4.5"),  # 85.5 to 86.5
        ("90", "over 86", "4", "-10", "4"),  # up to 100
        ("90", "nearly 86", "4", "4", "5"),  # 85 to 86
        ("90", "at most 80", "10", "10", "90"),  # down to 0
        ("90", "70 to 80", "20", "10", "20"),
        ("about 40", "38", "2", "0", "4"),  # 38 to 42
        ("about 40", "about 20", "20", "17", "23"),  # 38 to 42 less 19 to 21
        ("over 40", "13.43", "26.57", "26.57", "26.57"),
        ("50 to 55", "45", "5", "5", "10"),
        ("at most 10", "12", "2", "2", "2"),
        ("at most 10", "about 12", "2", "1.5", "2.5"),  # half of 1 is 0.5, under 5 %
    ],
)
def test_a_gap_is_positive_while_something_is_to_go(
    aim: str, reported: str, gap: str, low: str, high: str
) -> None:
    row = _one(figure("an", "2025", reported), target("an", "2026", aim))
    assert (row.gap, row.gap_low, row.gap_high) == (D(gap), D(low), D(high))


def test_a_gap_has_no_end_where_the_figure_has_none() -> None:
    row = _one(
        figure("an", "2025", "over 300"),
        target("an", "2026", "1000"),
        indicator=share(unit=type(share().unit)("count")),
    )
    assert (row.gap, row.gap_low, row.gap_high, row.verdict) == (D(700), None, D(700), "unclear")


_SAID = st.tuples(
    st.sampled_from(["", "about ", "over ", "nearly ", "at least ", "at most "]), st.integers(1, 99)
).map(lambda pair: f"{pair[0]}{pair[1]}")


@given(_SAID, _SAID, st.sampled_from(["higher", "lower"]))
def test_the_gap_lies_between_its_ends_and_fits_the_verdict(
    aim: str, reported: str, better: str
) -> None:
    lines = (figure("an", "2025", reported), target("an", "2026", aim))
    row = _one(*lines, indicator=share(better=better))
    assert row.gap is not None
    assert row.gap_low is None or row.gap_low <= row.gap
    assert row.gap_high is None or row.gap <= row.gap_high
    if row.verdict == "short":
        assert row.gap_high is None or row.gap_high >= 0
    if row.verdict == "met" and row.target.word in ("value", "at_least", "at_most", "over"):
        assert row.gap <= 0


# Which figures may be held against a target, and what is said where none may.
@pytest.mark.parametrize(
    ("aimed", "reported", "verdict"),
    [
        ({"basis": "people"}, {"basis": "people"}, "short"),
        ({"basis": "people"}, {"basis": "area"}, "other_basis"),
        ({"basis": "people"}, {"basis": "unstated"}, "basis_unstated"),
        ({"basis": "unstated"}, {"basis": "people"}, "basis_unstated"),
        ({"basis": "unstated"}, {"basis": "unstated"}, "basis_unstated"),
        ({"basis": "people"}, {"basis": "people", "scope": (("ward", "X"),)}, "no_figure"),
        ({"basis": "unstated"}, {"basis": "people", "scope": (("ward", "X"),)}, "basis_unstated"),
        ({"basis": "people"}, {"basis": "people", "status": "forecast"}, "no_figure"),
        ({"basis": "people"}, {"basis": "people", "status": "unreliable"}, "no_figure"),
        ({"basis": "people"}, {"basis": "people", "status": "estimated"}, "short"),
        (
            {"basis": "people", "scope": (("ward", "X"),)},
            {"basis": "people", "scope": (("ward", "X"),)},
            "short",
        ),
        ({"basis": "people", "scope": (("ward", "X"),)}, {"basis": "people"}, "no_figure"),
        (
            {"basis": "people", "scope": (("ward", "X"),)},
            {"basis": "people", "scope": (("ward", "Y"),)},
            "no_figure",
        ),
    ],
)
def test_a_target_meets_only_figures_on_its_own_footing(
    aimed: dict[str, Any], reported: dict[str, Any], verdict: str
) -> None:
    lines = (figure("an", "2025", "40", **reported), target("an", "2026", "90", **aimed))
    row = _one(*lines, indicator=BASES)
    assert row.verdict == verdict
    assert (row.observation is None) is (verdict != "short")
    assert (row.gap is None) is (verdict != "short")


def test_without_any_figure_there_is_none() -> None:
    row = _one(target("an", "2026", "90"))
    assert (row.verdict, row.instead) == ("no_figure", ())


def test_what_is_reported_instead_is_the_newest_on_every_footing() -> None:
    lines = [
        figure("an", "2024", "30", basis="area"),
        figure("an", "2025", "40", basis="area"),
        figure("an", "2025", "99", basis="area", scope=(("ward", "X"),)),
        figure("an", "2030", "77", basis="area", status="forecast"),
        target("an", "2026", "90", basis="people"),
    ]
    row = _one(*lines, indicator=BASES)
    assert row.verdict == "other_basis"
    assert [str(observation.figure.number) for observation in row.instead] == ["40", "99"]


def test_the_latest_figure_counts_and_rejected_lines_do_not() -> None:
    lines = [
        figure("an", "2024", "95"),
        figure("an", "2025", "80"),
        figure("an", "2026-01", "99", reject="a misprint"),
        target("an", "2030", "90"),
    ]
    row = _one(*lines)
    assert (row.verdict, row.gap) == ("short", D(10))


def test_a_target_is_held_against_the_first_method_of_the_catalogue() -> None:
    lines = [
        figure("an", "2026", "22", method="own"),
        figure("an", "2024", "22.5", method="nso"),
        figure("an", "2025", "22.71", method="nso"),
        target("an", "2026", "at least 23", method="unstated"),
    ]
    row = _one(*lines, indicator=METHODS)
    assert (row.verdict, row.gap, row.disputed) == ("short", D("0.29"), False)
    assert [(one.verdict, one.gap) for one in row.other_methods] == [("short", D(1))]


def test_a_verdict_stands_whatever_another_method_says_and_that_is_told() -> None:
    lines = [
        figure("an", "2025", "27", method="own"),
        figure("an", "2025", "22", method="nso"),
        target("an", "2026", "25", method="unstated"),
    ]
    row = _one(*lines, indicator=METHODS)
    assert (row.verdict, row.gap, row.disputed) == ("short", D(3), True)
    assert [(one.verdict, one.gap) for one in row.other_methods] == [("met", D(-2))]


def test_the_country_is_judged_alike_beside_provinces_and_alone() -> None:
    lines = [
        figure("national", "2025", "14.02", method="nso"),
        figure("national", "2025", "about 18.72", method="ministry"),
        *figures(("an", "2025", "46.3"), ("da", "2025", "22"), ("em", "2025", "17"), method="nso"),
        target("national", "2026", "14.5", method="unstated"),
    ]
    dataset = country(lines, METHODS)
    against = gaps(dataset, as_of=AS_OF, against="national").rows
    alone = gaps(dataset, as_of=AS_OF, province="national").rows
    beside = rank(dataset, "share", as_of=AS_OF).reference_target
    assert beside is not None
    assert {row.province: row.assessment.verdict for row in against}["national"] == "short"
    assert [row.assessment.verdict for row in alone] == [beside.verdict] == ["short"]


def test_a_target_with_a_method_meets_that_method_alone() -> None:
    lines = [
        figure("an", "2025", "27", method="own"),
        figure("an", "2025", "22", method="nso"),
        target("an", "2026", "25", method="nso"),
    ]
    assert [(row.verdict, row.gap) for row in assessed(lines, METHODS)] == [("short", D(3))]


def test_figures_of_unstated_method_count_as_one_inside_a_province() -> None:
    lines = [
        figure("an", "2024", "20", method="unstated"),
        figure("an", "2025", "22", method="unstated"),
        target("an", "2026", "25", method="unstated"),
    ]
    assert [row.gap for row in assessed(lines, METHODS)] == [3]


@pytest.mark.parametrize(
    ("aim", "reported", "verdict", "gap"),
    [
        ("top 10 of 63", "9 of 63", "met", -1),
        ("top 10 of 63", "10 of 63", "met", 0),
        ("top 10 of 63", "12 of 63", "short", 2),
        ("9 of 63", "12 of 63; 0.7", "short", 3),
        ("9 of 63", "9 of 63", "met", 0),
        ("top 10 of 63", "top 15 of 63", "unclear", 5),
        ("top 15 of 63", "top 10 of 63", "met", -5),
        ("top 10 of 34", "9 of 63", "other_basis", None),
        ("top 10 of 63", "9 of 34", "other_basis", None),
        ("top 10 of 63", "0.7", "other_basis", None),
        ("0.8", "9 of 63; 0.75", "short", D("0.05")),
        ("0.8", "9 of 63", "other_basis", None),
    ],
)
def test_places_are_held_against_places_of_as_many(
    aim: str, reported: str, verdict: str, gap: int | None
) -> None:
    row = _one(figure("an", "2024", reported), target("an", "2030", aim), indicator=index())
    assert (row.verdict, row.gap) == (verdict, gap)


@pytest.mark.parametrize(
    ("day", "due", "left"),
    [
        (date(2026, 12, 30), "open", 1),
        (date(2026, 12, 31), "open", 0),
        (date(2027, 1, 1), "passed", -1),
    ],
    ids=str,
)
def test_the_day_of_the_deadline_is_open(day: date, due: str, left: int) -> None:
    row = _one(target("an", "2026", "90"), as_of=day)
    assert (row.due, row.days_left) == (due, left)


def test_a_figure_that_reaches_the_deadline_settles_it() -> None:
    lines = [target("an", "2025", "90"), target("an", "2026", "95")]
    rows = assessed([figure("an", "2025", "80"), *lines])
    assert [row.reaches for row in rows] == [True, False]
    unstated = assessed([figure("an", "unstated", "80"), *lines])
    assert [row.reaches for row in unstated] == [False, False]


def _current(*bys: str, day: date = AS_OF) -> list[str]:
    rows = assessed([target("an", by, "90") for by in bys], as_of=day)
    return [row.target.by.text for row in rows if row.current]


def test_the_soonest_open_target_is_current_else_the_last_that_passed() -> None:
    assert _current("2025", "2026", "2030") == ["2026"]
    assert _current("2030", "2026-12-31", "2026") == ["2026-12-31"]  # one deadline, one target
    assert _current("2020", "2025") == ["2025"]
    assert _current("2025", "2026", day=date(2026, 12, 31)) == ["2026"]
    assert _current("2025", "2026", day=date(2027, 1, 1)) == ["2026"]


def test_a_target_for_a_part_is_never_current() -> None:
    rows = assessed(
        [target("an", "2026", "90", scope=(("ward", "X"),)), target("an", "2030", "95")]
    )
    assert [(row.target.by.text, row.current) for row in rows] == [("2026", False), ("2030", True)]


def test_a_target_of_every_year_is_held_against_the_latest_and_needs_no_pace() -> None:
    """It falls due each year, so years left to its last one tell nothing."""
    lines = [figure("an", "2024", "1"), figure("an", "2025", "1.5")]
    row = _one(*lines, target("an", "2030", "2", every="year"))
    assert (row.verdict, row.gap, row.due, row.pace) == ("short", D("0.5"), "open", None)


def test_what_ended_with_a_province_is_met_or_ended() -> None:
    lines = [figure("an", "2024", "80"), target("an", "2025", "70"), target("an", "2030", "90")]
    assert [row.verdict for row in assessed(lines, ended=True)] == ["met", "ended"]


def _told(rows: tuple[GapRow, ...]) -> list[tuple[str, str, str]]:
    return [(r.province, r.assessment.target.by.text, r.assessment.verdict) for r in rows]


ALL = [
    *figures(("an", "2025", "80"), ("da", "2025", "95"), ("former/bo", "2024", "60")),
    figure("national", "2025", "70"),
    target("an", "2030", "99"),
    target("an", "2026", "90"),
    target("ba", "2025", "50"),
    target("former/bo", "2025", "70"),
    target("national", "2030", "90"),
    target("an", "2026", "20", reject="superseded by a later plan"),
]


def test_judged_rows_come_first_then_the_earlier_deadline() -> None:
    """Former provinces are left out, rejected targets too."""
    answer = gaps(country(ALL), as_of=AS_OF)
    assert _told(answer.rows) == [
        ("an", "2026", "short"),
        ("an", "2030", "short"),
        ("ba", "2025", "no_figure"),
    ]


def test_one_province_and_a_former_one_by_name() -> None:
    dataset = country(ALL)
    assert _told(gaps(dataset, as_of=AS_OF, province="ba").rows) == [("ba", "2025", "no_figure")]
    assert _told(gaps(dataset, as_of=AS_OF, province="former/bo").rows) == [
        ("former/bo", "2025", "ended")
    ]


def test_before_the_merger_the_former_provinces_are_asked_and_have_not_ended() -> None:
    rows = gaps(country(ALL), as_of=date(2025, 6, 30)).rows
    assert ("former/bo", "2025", "short") in _told(rows)
    assert all(row.province != "ba" for row in rows)


def test_a_province_that_has_not_begun_has_not_ended() -> None:
    rows = gaps(country(ALL), as_of=date(2025, 6, 30), province="ba").rows
    assert _told(rows) == [("ba", "2025", "no_figure")]


def test_against_the_country_s_targets_stand_all_that_report_and_the_country() -> None:
    answer = gaps(country(ALL), as_of=AS_OF, against="national")
    assert _told(answer.rows) == [
        ("an", "2030", "short"),
        ("da", "2030", "met"),
        ("national", "2030", "short"),
    ]
    assert [row.assessment.gap for row in answer.rows] == [10, -5, 20]
    one = gaps(country(ALL), as_of=AS_OF, province="da", against="national")
    assert _told(one.rows) == [("da", "2030", "met")]


def test_a_count_of_the_country_is_no_province_s_target() -> None:
    lines = [
        *figures(("an", "2025", "868"), ("da", "2025", "900"), ("national", "2025", "40000")),
        target("national", "2025", "68457"),
    ]
    count = share(unit=COUNT)
    answer = gaps(country(lines, count), as_of=AS_OF, against="national")
    assert _told(answer.rows) == [("national", "2025", "short")]
    assert answer.totals == 1
    one = gaps(country(lines, count), as_of=AS_OF, province="an", against="national")
    assert (one.rows, one.totals, one.unjudged) == ((), 1, 0)


def test_unknown_ids_are_errors() -> None:
    with pytest.raises(KeyError):
        gaps(country(ALL), as_of=AS_OF, province="nowhere")
    with pytest.raises(KeyError):
        gaps(country(ALL), as_of=AS_OF, indicator="nothing")


def _aims(*lines: Line, **asked: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    rows = gaps(country(lines), as_of=AS_OF, **asked).rows
    return [
        (row.province, str(row.assessment.target.number), row.assessment.sources) for row in rows
    ]


def test_a_target_that_several_pages_state_is_one_with_all_its_pages() -> None:
    lines = [
        target("an", "2030", "about 90", source="an/first"),
        target("an", "2030", "90", source="an/second"),
        target("an", "2030-12", "90", source="an/third"),  # the same day by another word
    ]
    assert _aims(*lines) == [("an", "90", ("an/second", "an/first", "an/third"))]


def test_the_preferred_line_of_one_target_stands() -> None:
    lines = [
        target("an", "2030", "90", source="an/first"),
        target("an", "2030", "at least 90", source="an/second", prefer=True),
    ]
    (row,) = gaps(country(lines), as_of=AS_OF).rows
    assert row.assessment.target.word == "at_least"
    assert row.assessment.sources == ("an/second", "an/first")


@pytest.mark.parametrize(
    "other",
    [
        {"text": "95"},
        {"by": "2031"},
        {"basis": "area"},
        {"scope": (("operator", "V"),)},
        {"every": "year"},
    ],
)
def test_targets_that_differ_in_anything_are_two(other: dict[str, Any]) -> None:
    more = {"basis": "people"} | other
    by, text = more.pop("by", "2030"), more.pop("text", "90")
    lines = [target("an", "2030", "90", basis="people"), target("an", by, text, **more)]
    assert len(gaps(country(lines, BASES), as_of=AS_OF, parts=True).rows) == 2


PARTS = [
    target("an", "2030", "90"),
    target("an", "2030", "100", scope=(("ward", "W"),)),
    target("ba", "2026", "100", scope=(("operator", "V"),)),
]


def test_targets_for_a_part_are_counted_and_shown_when_asked_for() -> None:
    answer = gaps(country(PARTS), as_of=AS_OF)
    assert (len(answer.rows), answer.parts) == (1, 2)
    every = gaps(country(PARTS), as_of=AS_OF, parts=True)
    assert (len(every.rows), every.parts) == (3, 0)


def test_the_country_s_target_for_a_part_counts_once_however_many_report() -> None:
    lines = [
        *figures(("an", "2025", "80"), ("da", "2025", "95"), ("em", "2025", "60")),
        target("national", "2030", "90", scope=(("operator", "V"),)),
        target("national", "2030", "95"),
    ]
    answer = gaps(country(lines), as_of=AS_OF, against="national")
    assert (len(answer.rows), answer.parts) == (3, 1)


def test_against_the_country_what_cannot_be_judged_is_counted_and_not_shown() -> None:
    lines = [
        *figures(("an", "2025", "80"), basis="people"),
        *figures(("da", "2025", "95"), basis="area"),
        target("national", "2030", "90", basis="people"),
    ]
    answer = gaps(country(lines, BASES), as_of=AS_OF, against="national")
    assert _told(answer.rows) == [("an", "2030", "short")]
    assert answer.unjudged == 1
    assert gaps(country(lines, BASES), as_of=AS_OF).unjudged == 0


def test_rows_of_one_deadline_stand_by_name_and_the_country_last() -> None:
    lines = [
        target("em", "2030", "90"),
        target("an", "2030", "90"),
        target("national", "2030", "90"),
        *figures(("em", "2025", "1"), ("an", "2025", "2"), ("national", "2025", "3")),
    ]
    rows = gaps(country(lines), as_of=AS_OF, against="national").rows
    assert [row.province for row in rows] == ["an", "em", "national"]
    assert [row.province for row in gaps(country(lines[:2]), as_of=AS_OF).rows] == ["an", "em"]
