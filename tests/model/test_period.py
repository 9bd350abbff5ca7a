from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtcompare.model.period import (
    UNSTATED,
    Period,
    Season,
    parse_period,
    parse_season,
    years_between,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def _period(text: str) -> Period:
    parsed = parse_period(text)
    assert parsed is not None, text
    return parsed


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31), "year"),
        ("2025-06", (2025, 6, 1), (2025, 6, 30), "month"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2025-02", (2025, 2, 1), (2025, 2, 28), "month"),
        ("2025-06-30", (2025, 6, 30), (2025, 6, 30), "day"),
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29), "day"),
        ("2025-Q1", (2025, 1, 1), (2025, 3, 31), "quarter"),
        ("2025-Q4", (2025, 10, 1), (2025, 12, 31), "quarter"),
        ("2025-H1", (2025, 1, 1), (2025, 6, 30), "half"),
        ("2025-H2", (2025, 7, 1), (2025, 12, 31), "half"),
        ("2021/2025", (2021, 1, 1), (2025, 12, 31), "range"),
        ("2023-06/2025-Q2", (2023, 6, 1), (2025, 6, 30), "range"),
    ],
)
def test_every_form_gives_its_first_and_last_day(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int], grain: str
) -> None:
    parsed = _period(text)
    assert (parsed.start, parsed.end) == (date(*start), date(*end))
    assert (parsed.grain, parsed.approximate, parsed.stated) == (grain, False, True)
    about = _period(f"{text}~")
    assert about.approximate
    assert (about.start, about.end, about.text) == (parsed.start, parsed.end, f"{text}~")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~",
        "25",
        "20255",
        "0000",
        "2025-13",
        "2025-00",
        "2025-6",
        "2025-02-29",
        "2025-06-31",
        "2025-Q5",
        "2025-Q0",
        "2025-H3",
        "2025-q4",
        "2025/",
        "/2025",
        "2021/2023/2025",
        "2021-2025",
        "2021~/2025",
        "2025~~",
        " 2025",
        "2025\n",
        "06/2025",
        "unstated~",
        "unknown",
        "２０２５",  # digits, and none that a page would be read by
        "٢٠٢٥-٠٦",
    ],
)
def test_anything_else_is_no_period(text: str) -> None:
    assert parse_period(text) is None


def test_a_range_that_ends_before_it_starts_is_returned_as_written() -> None:
    backwards = _period("2025/2021")
    assert backwards.end < backwards.start


def test_an_unstated_period_lies_within_nothing() -> None:
    assert parse_period("unstated") is UNSTATED
    assert not UNSTATED.stated
    assert not UNSTATED.within(_period("0001/9999"))
    assert not UNSTATED.within(UNSTATED)


def test_within_means_every_day() -> None:
    year = _period("2025")
    assert year.within(year)
    assert _period("2025-H1").within(year)
    assert not _period("2024-12/2025-02").within(year)
    assert not year.within(_period("2025-H1"))


def test_the_latest_period_is_the_one_that_ends_last_then_starts_last() -> None:
    """A bare year, as the end of a range too, is the least precise and yields to its parts."""
    ordered = [
        "unstated",
        "2021/2024",
        "2024",
        "2024-H1",
        "2024-Q2",
        "2024-06",
        "2024-06-30",
        "2021/2025",
        "2025~",
        "2025",
        "2025-02",
        "2024-07/2025-11",
        "2025-Q4",
        "2025-12",
        "2026-01",
    ]
    periods = [_period(text) for text in ordered]
    periods.reverse()
    assert [p.text for p in sorted(periods, key=lambda p: p.recency)] == ordered


@pytest.mark.parametrize(
    ("text", "months"),
    [("P1Y", 12), ("P3M", 3), ("P1Y6M", 18), ("P2Y", 24), ("P100Y", 1200)],
)
def test_a_season_counts_months(text: str, months: int) -> None:
    assert parse_season(text) == Season(text, months)


@pytest.mark.parametrize(
    "text", ["", "P", "P0M", "P0Y", "P101Y", "1Y", "P1W", "P3D", "P-1Y", "p1y"]
)
def test_anything_else_is_no_season(text: str) -> None:
    assert parse_season(text) is None


@pytest.mark.parametrize(
    ("months", "newest", "back", "start", "end"),
    [
        (3, (2026, 2, 28), 0, (2025, 12, 1), (2026, 2, 28)),
        (3, (2026, 2, 28), 1, (2025, 9, 1), (2025, 11, 30)),
        (3, (2024, 5, 31), 0, (2024, 3, 1), (2024, 5, 31)),
        (3, (2024, 5, 31), 1, (2023, 12, 1), (2024, 2, 29)),
        (3, (2026, 2, 15), 0, (2025, 11, 16), (2026, 2, 15)),
        (3, (2025, 5, 30), 0, (2025, 3, 1), (2025, 5, 30)),
        (12, (2025, 12, 31), 0, (2025, 1, 1), (2025, 12, 31)),
        (12, (2024, 2, 29), 1, (2022, 3, 1), (2023, 2, 28)),
    ],
)
def test_windows_are_cut_back_from_the_newest_end(
    months: int,
    newest: tuple[int, int, int],
    back: int,
    start: tuple[int, int, int],
    end: tuple[int, int, int],
) -> None:
    season = Season("", months)
    assert season.window(date(*newest), back) == (date(*start), date(*end))


@given(st.integers(1, 40), DAYS, DAYS)
def test_every_day_lies_in_the_window_of_its_index(months: int, one: date, other: date) -> None:
    season, day, newest = Season("", months), *sorted((one, other))
    start, end = season.window(newest, season.index(newest, day))
    assert start <= day <= end


@given(st.integers(1, 40), DAYS, st.integers(0, 20))
def test_windows_leave_no_day_between_them(months: int, newest: date, back: int) -> None:
    season = Season("", months)
    assert (season.window(newest, back)[0] - season.window(newest, back + 1)[1]).days == 1


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ((2025, 12, 31), (2030, 12, 31), Decimal(5)),
        ((2024, 2, 29), (2028, 2, 29), Decimal(4)),
        ((2024, 2, 29), (2025, 2, 28), Decimal(1)),
        ((2025, 6, 30), (2026, 6, 30), Decimal(1)),
        ((2025, 1, 1), (2025, 1, 1), Decimal(0)),
        ((2025, 1, 1), (2025, 7, 2), Decimal(182) / 365),  # 2025 has 365 days
        ((2025, 12, 31), (2026, 6, 30), Decimal(181) / 365),  # 31 + 28 + 31 + 30 + 31 + 30 days
        ((2023, 1, 1), (2024, 7, 1), 1 + Decimal(182) / 366),  # 2024 has 366
    ],
)
def test_years_are_counted_by_the_calendar(
    start: tuple[int, int, int], end: tuple[int, int, int], years: Decimal
) -> None:
    assert years_between(date(*start), date(*end)) == years
