"""The pace needed and the pace seen, worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dtcompare.analysis.pace import Pace
from dtcompare.model.figure import Line
from tests.analysis.build import assessed, figure, index, share, target

D = Decimal


def _pace(*lines: Line, **more: Any) -> Pace | None:
    return assessed(lines, **more)[0].pace


def _known(*lines: Line, **more: Any) -> Pace:
    found = _pace(*lines, **more)
    assert found is not None
    return found


def test_needed_and_observed_pace_and_their_ratio() -> None:
    """6.68 in 2022 and 7.73 in 2025: (7.73 - 6.68) / 3 = 0.35 a year; (30 - 7.73) / 5 = 4.454."""
    found = _known(
        figure("an", "2022", "6.68"), figure("an", "2025", "7.73"), target("an", "2030", "30")
    )
    assert found.needed == D("4.454")
    assert found.observed == D("0.35")
    assert found.ratio is not None
    assert found.ratio.quantize(D("0.1")) == D("12.7")
    assert found.arrival is None


def test_figures_of_one_source_are_preferred_to_a_longer_stretch() -> None:
    """10 a year by the page that has two figures; 2020 stands on another page."""
    lines = [
        figure("an", "2020", "10", source="an/old"),
        figure("an", "2023", "50", source="an/same"),
        figure("an", "2025", "70", source="an/same"),
        target("an", "2030", "90"),
    ]
    found = _known(*lines)
    assert found.observed == 10
    assert found.stretch is not None
    assert found.stretch.one_source


def test_without_such_a_source_the_longest_stretch_counts() -> None:
    """From 10 in 2020 to 70 in 2025: 12 a year."""
    lines = [
        figure("an", year, number, source=f"an/{year}")
        for year, number in (("2020", "10"), ("2023", "50"), ("2025", "70"))
    ]
    found = _known(*lines, target("an", "2030", "90"))
    assert found.observed == 12
    assert found.stretch is not None
    assert not found.stretch.one_source


def test_a_few_months_of_one_source_do_not_hide_years_of_several() -> None:
    """Half a year of one page (78 to 80) is no pace: 60 in 2022 to 80 in 2025 is 20 in three."""
    lines = [
        figure("an", "2022", "60", source="an/a"),
        figure("an", "2025-06", "78", source="an/b"),
        figure("an", "2025", "80", source="an/b"),
    ]
    found = _known(*lines, target("an", "2030", "90"))
    assert found.observed is not None
    assert found.observed.quantize(D("0.001")) == D("6.667")


def test_a_shorter_stretch_of_one_source_goes_before_a_longer_of_several() -> None:
    """60 in 2020 by one page, 70 and 74 in 2023 and 2025 by another: 4 in two years."""
    lines = [
        figure("an", "2020", "60", source="an/a"),
        figure("an", "2023", "70", source="an/b"),
        figure("an", "2025", "74", source="an/b"),
    ]
    assert _known(*lines, target("an", "2030", "90")).observed == 2


def test_of_equally_long_stretches_of_one_source_the_newest_counts() -> None:
    """2020 to 2022 rose 10, 2023 to 2025 rose 4: 2 a year."""
    lines = [
        figure("an", year, number, source=f"an/{page}")
        for year, number, page in (
            ("2020", "50", "a"), ("2022", "60", "a"), ("2023", "70", "b"), ("2025", "74", "b"),
        )
    ]  # fmt: skip
    assert _known(*lines, target("an", "2030", "90")).observed == 2


def test_a_break_ends_the_stretch() -> None:
    """Across 2021 nothing is subtracted: 60 in 2022 to 70 in 2025 is 10 in three years."""
    lines = [
        figure("an", "2015", "10"),
        figure("an", "2020", "90"),
        figure("an", "2022", "60"),
        figure("an", "2025", "70"),
        target("an", "2030", "90"),
    ]
    observed = _known(*lines, indicator=share(breaks=(2021,))).observed
    assert observed is not None
    assert observed.quantize(D("0.001")) == D("3.333")


def test_the_pace_before_a_break_tells_nothing_about_the_figure_after_it() -> None:
    lines = [
        figure("an", "2015", "10"),
        figure("an", "2020", "60"),
        figure("an", "2025", "70"),
        target("an", "2030", "90"),
    ]
    found = _known(*lines, indicator=share(breaks=(2021,)))
    assert (found.needed, found.observed, found.stretch) == (D(4), None, None)


def test_one_figure_has_no_observed_pace() -> None:
    found = _known(figure("an", "2025", "80"), target("an", "2030", "90"))
    assert (found.needed, found.observed, found.ratio, found.arrival) == (D(2), None, None, None)


@pytest.mark.parametrize(
    ("day", "needed"),
    [(date(2029, 12, 31), 2), (date(2030, 1, 1), None), (date(2031, 1, 1), None)],
    ids=str,
)
def test_a_needed_pace_only_a_year_or_more_before_the_deadline(
    day: date, needed: int | None
) -> None:
    found = _pace(figure("an", "2025", "80"), target("an", "2030", "90"), as_of=day)
    assert (found.needed if found else None) == needed


def test_a_target_that_is_met_needs_no_pace() -> None:
    assert (
        _pace(figure("an", "2022", "80"), figure("an", "2025", "95"), target("an", "2030", "90"))
        is None
    )


def test_a_figure_of_an_unstated_time_has_no_pace() -> None:
    assert _pace(figure("an", "unstated", "80"), target("an", "2030", "90")) is None


def test_a_figure_of_an_unstated_time_is_no_part_of_a_stretch() -> None:
    """From 60 to 70 in two years; the 10 of nobody knows when is left out."""
    lines = [
        figure("an", when, n) for when, n in (("unstated", "10"), ("2023", "60"), ("2025", "70"))
    ]
    assert _known(*lines, target("an", "2030", "90")).observed == 5


# From 2023 to the end of 2025 it rose 10, 5 a year; the deadline is five years on.
@pytest.mark.parametrize(
    ("aim", "arrival"),
    [
        ("90", 2029),  # 20 at 5 a year is 4 years: the end of 2029
        ("90.5", 2030),  # 4.1 years: early in 2030
        ("75.5", 2027),  # 1.1 years: early in 2027
    ],
)
def test_a_year_of_arrival(aim: str, arrival: int) -> None:
    lines = [figure("an", "2023", "60"), figure("an", "2025", "70")]
    assert _known(*lines, target("an", "2030", aim)).arrival == arrival


def test_an_arrival_is_told_only_within_twice_the_time_left() -> None:
    """At 2.5 a year: 25 takes ten years, twice the five that are left; 25.1 takes longer."""
    lines = [figure("an", "2023", "60"), figure("an", "2025", "65")]
    assert _known(*lines, target("an", "2030", "90")).arrival == 2035
    assert _known(*lines, target("an", "2030", "90.1")).arrival is None


def test_whole_years_after_a_leap_year_end_in_the_right_one() -> None:
    """From the end of 2024 four years at 5 a year end with 2028."""
    lines = [figure("an", "2022", "60"), figure("an", "2024", "70")]
    assert _known(*lines, target("an", "2030", "90")).arrival == 2028


def test_there_is_no_arrival_after_the_deadline_or_in_the_past() -> None:
    """5 a year would have made 75 of 70 within 2025: nobody said so, and it is 2026."""
    lines = [figure("an", "2022", "60"), figure("an", "2024", "70")]
    assert _known(*lines, target("an", "2025", "75")).arrival is None
    assert _known(*lines, target("an", "2030", "75")).arrival is None


def test_going_the_wrong_way_has_neither_ratio_nor_arrival() -> None:
    found = _known(
        figure("an", "2023", "80"), figure("an", "2025", "70"), target("an", "2030", "90")
    )
    assert (found.needed, found.observed, found.ratio, found.arrival) == (D(4), D(-5), None, None)


def test_standing_still_has_neither() -> None:
    found = _known(
        figure("an", "2023", "70"), figure("an", "2025", "70"), target("an", "2030", "90")
    )
    assert (found.observed, found.ratio, found.arrival) == (D(0), None, None)


def test_falling_is_progress_where_lower_is_better() -> None:
    """From 30 to 20 in two years is 5 a year; 10 to go in five years needs 2."""
    lines = [figure("an", "2023", "30"), figure("an", "2025", "20"), target("an", "2030", "10")]
    found = _known(*lines, indicator=share(better="lower"))
    assert (found.needed, found.observed, found.ratio) == (D(2), D(5), D("0.4"))


def test_the_pace_towards_a_place_is_in_places() -> None:
    """From 20th to 16th of 63 in two years is 2 a year, whatever the scores beside them."""
    lines = [
        figure("an", "2022", "20 of 63; 0.5"),
        figure("an", "2024", "16 of 63"),
        figure("an", "2023", "9 of 34"),
        target("an", "2030", "top 10 of 63"),
    ]
    found = _known(*lines, indicator=index())
    assert (found.needed, found.observed) == (D(1), D(2))


def test_figures_of_one_day_make_no_stretch() -> None:
    lines = [figure("an", "2025", "70"), figure("an", "2025-12", "72"), target("an", "2030", "90")]
    assert _known(*lines).observed is None
