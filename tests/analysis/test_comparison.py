"""Provinces side by side: only like with like is compared, and nothing is hidden."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Lead, compare
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.spread import FigureSpread
from dtcompare.model.figure import Line
from dtcompare.model.indicator import Indicator
from dtcompare.model.province import Extent
from tests.analysis.build import (
    AS_OF,
    COUNT,
    LAND,
    country,
    figure,
    figures,
    index,
    of_indicator,
    province,
    share,
    target,
)

D = Decimal
BASES = share(bases=("people", "area", "unstated"))
METHODS = share(methods=("nso", "ministry", "own", "unstated"))


def _compared(lines: Iterable[Line], *ids: str, indicator: Indicator | None = None) -> Comparison:
    return compare(country(lines, indicator), ids or ("an", "ba"), as_of=AS_OF)


def _alike(lines: Iterable[Line], *ids: str, indicator: Indicator | None = None) -> Alike:
    (row,) = _compared(lines, *ids, indicator=indicator).alike
    return row


def _apart(lines: Iterable[Line], *ids: str, indicator: Indicator | None = None) -> Apart:
    answer = _compared(lines, *ids, indicator=indicator)
    assert answer.alike == ()
    (row,) = answer.apart
    return row


def _texts(row: Apart) -> list[list[str]]:
    return [
        [str(observation.figure.number) for observation in observations]
        for observations in row.observations
    ]


def test_the_lead_is_of_the_printed_numbers_and_its_range_of_what_they_may_be() -> None:
    # about 86 may be 85.5 to 86.5: 97.74 - 86.5 = 11.24, 97.74 - 85.5 = 12.24
    lead = _alike(figures(("an", "2025", "97.74"), ("ba", "2025", "about 86"))).lead
    assert lead is not None
    assert (lead.province, lead.by, lead.low, lead.high) == (
        "an",
        D("11.74"),
        D("11.24"),
        D("12.24"),
    )


@pytest.mark.parametrize(
    ("one", "other", "ahead"),
    [
        ("94", "over 90", None),  # over 90 may be 99
        ("over 90", "90", "an"),  # by more than nothing
        ("91", "about 90", None),  # about 90 may be 94.5
        ("95", "about 90", "an"),
        ("90", "about 90", None),
        ("nearly 90", "90", "ba"),
        ("90 to 93", "93 to 95", None),
        ("90 to 93", "80 to 89", "an"),
        ("0", "1", "ba"),
    ],
)
def test_it_is_open_while_the_figures_may_be_equal_or_the_other_way_round(
    one: str, other: str, ahead: str | None
) -> None:
    row = _alike(figures(("an", "2025", one), ("ba", "2025", other)))
    assert (row.lead.province if row.lead else None) == ahead
    assert not row.level


def test_equal_exact_figures_are_level_and_equal_words_are_open() -> None:
    level = _alike(figures(("an", "2025", "100"), ("ba", "2025", "100")))
    assert (level.level, level.lead) == (True, None)
    words = _alike(figures(("an", "2025", "about 86"), ("ba", "2025", "about 86")))
    assert (words.level, words.lead) == (False, None)


def test_where_lower_is_better_the_lower_is_ahead() -> None:
    lines = figures(("an", "2025", "12"), ("ba", "2025", "9 to 10"))
    lead = _alike(lines, indicator=share(better="lower")).lead
    assert lead is not None
    # 12 - 9 = 3 as printed; it may be 12 - 10 = 2 to 3
    assert (lead.province, lead.by, lead.low, lead.high) == ("ba", D(3), D(2), D(3))


def test_numbers_below_zero_compare_like_any() -> None:
    free = share(unit=index().unit.__class__("balance"))
    lead = _alike(figures(("an", "2025", "-3"), ("ba", "2025", "-5")), indicator=free).lead
    assert lead is not None
    assert (lead.province, lead.by) == ("an", D(2))


@pytest.mark.parametrize(
    ("one", "other", "indicator"),
    [
        ({"basis": "people"}, {"basis": "area"}, BASES),
        ({"basis": "people"}, {"basis": "unstated"}, BASES),
        ({"basis": "unstated"}, {"basis": "unstated"}, BASES),
        ({"method": "nso"}, {"method": "ministry"}, METHODS),
        ({"method": "own"}, {"method": "own"}, METHODS),
        ({"method": "unstated"}, {"method": "unstated"}, METHODS),
        ({}, {"scope": (("operator", "V"),)}, None),
        ({"scope": (("operator", "V"),)}, {"scope": (("operator", "V"),)}, None),
        ({}, {"status": "unreliable"}, None),
    ],
)
def test_another_footing_is_shown_apart(
    one: dict[str, object], other: dict[str, object], indicator: Indicator | None
) -> None:
    lines = [figure("an", "2025", "90", **one), figure("ba", "2025", "80", **other)]
    row = _apart(lines, indicator=indicator)
    assert (_texts(row), row.why) == ([["90"], ["80"]], "footing")


@pytest.mark.parametrize(
    ("one", "other", "breaks"),
    [
        ("2025", "2023", ()),  # two seasons
        ("2024", "2023-09", (2024,)),  # both sides of a break, three months apart
        ("unstated", "2025", ()),
        ("2021/2025", "2025", ()),
    ],
)
def test_another_time_is_shown_apart(one: str, other: str, breaks: tuple[int, ...]) -> None:
    lines = figures(("an", one, "90"), ("ba", other, "80"))
    assert _texts(_apart(lines, indicator=share(breaks=breaks))) == [["90"], ["80"]]


def test_the_newest_season_that_both_have_is_compared() -> None:
    lines = figures(
        ("an", "2025", "90"), ("an", "2023", "70"), ("ba", "2023", "60"), ("ba", "2022", "65")
    )
    row = _alike(lines)
    assert [r.figure.period.text for r in row.observations if r] == ["2023", "2023"]


def test_every_basis_that_both_share_has_its_row() -> None:
    lines = [
        figure(id, "2025", text, basis=basis)
        for id, basis, text in (
            ("an", "people", "90"),
            ("ba", "people", "80"),
            ("an", "area", "30"),
            ("ba", "area", "50"),
        )
    ]
    rows = _compared(lines, indicator=BASES).alike
    assert [(row.series_key.basis, row.lead.province if row.lead else "") for row in rows] == [
        ("people", "an"),
        ("area", "ba"),
    ]


def test_what_is_not_better_is_never_compared() -> None:
    lines = figures(("an", "2025", "900"), ("ba", "2025", "80"))
    assert _apart(lines, indicator=share(better="none")).why == "better_none"


def test_of_a_count_one_has_the_most_and_nobody_is_ahead() -> None:
    lines = figures(("an", "2025", "900"), ("ba", "2025", "80"))
    answer = _compared(lines, "an", "ba", indicator=share(unit=COUNT))
    (row,) = answer.counts
    assert (row.most, row.rates) == ("an", ())
    assert (answer.alike, answer.apart, answer.compared) == ((), (), [])
    (uncompared,) = answer.uncompared
    assert (uncompared.why, _texts(uncompared)) == ("extensive", [["900"], ["80"]])


def test_a_count_per_people_comes_before_the_count() -> None:
    """900 of a million are 90 per 100,000, 80 of 50,000 are 160."""
    people = {
        "an": Extent(D(1000000), "register/people"),
        "ba": Extent(D(50000), "register/people"),
    }
    land = [replace(one, population=people.get(one.id)) for one in LAND]
    lines = figures(("an", "2025", "900"), ("ba", "2025", "80"))
    dataset = country(lines, share(unit=COUNT), provinces=land)
    (row,) = compare(dataset, ["an", "ba"], as_of=AS_OF).counts
    assert row.most == "ba"
    assert [one and one.figure.number for one in row.rates] == [90, 160]


def test_counts_of_another_footing_are_apart() -> None:
    lines = figures(("an", "2025", "900"), ("ba", "2022", "80"))
    assert _apart(lines, "an", "ba", indicator=share(unit=COUNT)).why == "extensive"


def test_of_several_those_that_report_alike_are_compared_and_the_others_shown_apart() -> None:
    lines = [
        *figures(("an", "2025", "90"), ("ca", "2025", "about 86"), method="nso"),
        figure("ba", "2025", "95", method="own"),
    ]
    answer = _compared(lines, "an", "ba", "ca", "da", "em", "former/bo", indicator=METHODS)
    (row,) = answer.alike
    assert [r and str(r.figure.number) for r in row.observations] == [
        "90",
        None,
        "86",
        None,
        None,
        None,
    ]
    assert row.lead is not None
    assert (row.lead.province, row.lead.low, row.lead.high) == ("an", D("3.5"), D("4.5"))
    assert _texts(answer.apart[0]) == [[], ["95"], [], [], [], []]


def test_the_lead_is_over_the_best_of_the_others() -> None:
    lines = figures(("an", "2025", "95"), ("ba", "2025", "about 86"), ("ca", "2025", "80 to 90"))
    lead = _alike(lines, "an", "ba", "ca").lead
    assert lead is not None
    # the next as printed is 86; the best may be 90, and is at least 85.5
    assert (lead.by, lead.low, lead.high) == (D(9), D(5), D("9.5"))


def test_what_one_alone_reports_is_listed_with_each_footing() -> None:
    lines = [
        figure("an", "2025", "90", basis="people"),
        figure("an", "2024", "85", basis="people"),
        figure("an", "2025", "40", basis="area"),
    ]
    answer = _compared(lines, indicator=BASES)
    told = [(id, str(observation.figure.number)) for id, observation in answer.only[0]]
    assert told == [("share", "90"), ("share", "40")]
    assert answer.only[1] == ()
    assert (answer.alike, answer.apart) == ((), ())


def test_only_a_part_is_known_of_one() -> None:
    lines = [figure("an", "2025", "90"), figure("ba", "2025", "99", scope=(("ward", "W"),))]
    assert _texts(_apart(lines)) == [["90"], ["99"]]


def test_places_of_one_edition_stand_beside_each_other() -> None:
    lines = figures(("an", "2022", "4 of 7"), ("da", "2022", "6 of 7"), ("an", "2024", "1 of 7"))
    (row,) = _compared(lines, "an", "da", indicator=index()).places
    assert row.edition == Edition("2022", 7)
    assert [r and r.figure.place and r.figure.place.number for r in row.observations] == [4, 6]


def test_the_better_place_of_one_edition_is_ahead_and_counted() -> None:
    """Place and score may stand on two lines; 1 and 3 of 7 are two places apart."""
    lines = figures(("an", "2022", "3 of 7"), ("da", "2022", "1 of 7"), ("da", "2022", "0.7"))
    answer = _compared(lines, "an", "da", indicator=index())
    (row,) = answer.places
    assert row.lead == Lead("da", D(2), D(2), D(2))
    assert (row.by_place, row.level, answer.compared) == (True, False, [row])
    assert row.observations[1] is not None
    assert row.observations[1].figure.amount is not None


def test_years_are_never_paired() -> None:
    """3 of 7 in 2024 and 3 of 7 in 2020 are no comparison."""
    lines = figures(("an", "2024", "3 of 7"), ("da", "2020", "3 of 7"))
    answer = _compared(lines, "an", "da", indicator=index())
    (row,) = answer.places
    assert (row.edition, row.lead, row.level, answer.compared) == (None, None, False, [])


def test_of_three_the_two_that_stand_in_one_edition_are_compared() -> None:
    lines = figures(("an", "2024", "3 of 7"), ("da", "2024", "3 of 7"), ("em", "2020", "1 of 7"))
    (row,) = _compared(lines, "an", "da", "em", indicator=index()).places
    assert (row.edition, row.lead, row.level) == (Edition("2024", 7), None, True)
    assert row.observations[2] is None


def test_an_edition_without_places_is_compared_by_score() -> None:
    lines = figures(("an", "2022", "0.5"), ("da", "2022", "0.7"))
    (row,) = _compared(lines, "an", "da", indicator=index()).places
    assert (row.lead, row.by_place) == (Lead("da", D("0.2"), D("0.2"), D("0.2")), False)


def test_a_part_of_an_index_is_told_and_not_counted() -> None:
    lines = figures(("an", "2022", "3 of 7"), ("da", "2022", "1 of 7"))
    answer = _compared(lines, "an", "da", indicator=index(part_of="other"))
    assert (answer.places[0].part, answer.compared) == (True, [])


def test_of_the_editions_of_one_period_that_of_today_s_provinces_is_shown() -> None:
    lines = [
        figure(id, "2025", f"1 of {of}") for id in ("an", "da") for of in (9, 8, 7, 6, 5, 4, 3, 2)
    ]
    (row,) = _compared(lines, "an", "da", indicator=index()).places
    assert row.edition == Edition("2025", 5)


def test_places_of_two_editions_are_each_one_s_latest() -> None:
    lines = figures(("an", "2022", "4 of 7"), ("an", "2023", "3 of 7"), ("da", "2025", "6 of 5"))
    lines += figures(("an", "2023", "0.7"))
    (row,) = _compared(lines, "an", "da", "em", indicator=index()).places
    assert row.edition is None
    assert [r and r.figure.period.text for r in row.observations] == ["2023", "2025", None]
    assert row.observations[0] is not None
    assert row.observations[0].figure.place is not None  # the place, not the score


def test_an_unreliable_place_makes_no_edition_and_yields_to_a_sound_one() -> None:
    lines = [
        *figures(("an", "2022", "4 of 7"), ("da", "2023", "2 of 7")),
        figure("an", "2023", "1 of 7", status="unreliable"),
    ]
    (row,) = _compared(lines, "an", "da", indicator=index()).places
    assert row.edition is None
    assert row.observations[0] is not None
    assert row.observations[0].figure.period.text == "2022"


def test_places_by_two_methods_are_two_rankings() -> None:
    lines = [
        figure("an", "2022", "1 of 7", method="nso"),
        figure("da", "2022", "2 of 7", method="ministry"),
    ]
    ranked = index(methods=("nso", "ministry"))
    assert _compared(lines, "an", "da", indicator=ranked).places[0].edition is None


def test_a_predecessor_s_figure_is_not_today_s() -> None:
    lines = figures(("an", "2025", "90"), ("former/ba", "2025", "99"))
    answer = _compared(lines)
    assert answer.only[1] == ()
    assert [(kin.province, kin.figures) for kin in answer.relatives[1]] == [
        ("former/ba", 1),
        ("former/bo", 0),
    ]
    both = _compared(lines, "former/ba", "an")
    assert both.alike[0].lead is not None
    assert both.alike[0].lead.province == "former/ba"


def test_targets_are_those_for_the_whole_province() -> None:
    lines = [
        target("an", "2026", "95"),
        target("an", "2026", "100", scope=(("ward", "W"),)),
        figure("an", "2025", "90"),
    ]
    ((id, assessment),) = _compared(lines).targets[0]
    assert (id, assessment.verdict, assessment.gap) == ("share", "short", D(5))


@pytest.mark.parametrize(
    "ids", [("an",), ("an", "an"), ("an", "ba", "ca", "da", "em", "former/ba", "former/bo")]
)
def test_two_to_six_different_ones_are_compared(ids: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="an"):
        compare(country([]), ids, as_of=AS_OF)


def test_nothing_known_is_an_empty_answer() -> None:
    assert _compared([]).empty
    assert not _compared(figures(("an", "2025", "1"))).empty


def test_indicators_stand_in_the_catalogue_s_order() -> None:
    first, second = share(id="first"), share(id="share")
    line = figure("an", "2025", "90")
    dataset = country([line, of_indicator(line, "first")], second, others=[first])
    told = compare(dataset, ("an", "ba"), as_of=AS_OF).only[0]
    assert [id for id, _ in told] == ["share", "first"]


def test_the_spread_is_of_five_or_more_others_with_a_comparable_figure() -> None:
    """Of 10, 20, 30, 40, 60: quarters at 20, 30 and 40; a figure of another year is left out."""
    ids = ("an", "ba", "v", "w", "x", "y", "z")
    numbers = ("90", "80", "10", "20", "30", "40", "60")
    lines = figures(*((id, "2025", n) for id, n in zip(ids, numbers, strict=True)))
    provinces = [province(id) for id in (*ids, "q")]
    held = country([*lines, figure("q", "2020", "1")], provinces=provinces)
    (row,) = compare(held, ("an", "ba"), as_of=AS_OF).alike
    assert row.spread == FigureSpread(5, D(10), D(20), D(30), D(40), D(60))
    four = country(lines[:-1], provinces=provinces)
    (row,) = compare(four, ("an", "ba"), as_of=AS_OF).alike
    assert row.spread is None


def test_without_spreads_the_rest_is_the_same() -> None:
    lines = figures(*((f"p{n}", "2025", str(10 * n)) for n in range(1, 8)))
    dataset = country(lines, provinces=[province(f"p{n}") for n in range(1, 8)])
    full = compare(dataset, ("p1", "p2"), as_of=AS_OF)
    assert full.alike[0].spread is not None
    bare = compare(dataset, ("p1", "p2"), as_of=AS_OF, spreads=False)
    assert bare == replace(full, alike=(replace(full.alike[0], spread=None),))


def test_a_component_with_points_of_its_own_is_compared_and_not_counted() -> None:
    """Index 766 has components in points: who is ahead is told, the index alone counts."""
    lines = figures(("an", "2025", "18"), ("ba", "2025", "12"))
    answer = _compared(lines, "an", "ba", indicator=share(part_of="other"))
    (row,) = answer.alike
    assert (row.part, row.lead, answer.compared) == (True, Lead("an", D(6), D(6), D(6)), [])
