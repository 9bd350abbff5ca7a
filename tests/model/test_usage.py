"""How much is said of each thing, counted by hand."""

from __future__ import annotations

from datetime import date

from dtcompare.model.dataset import Lines
from dtcompare.model.figure import Figure
from dtcompare.model.usage import COUNTED, Usage, count_usage, join_by_thing, join_usages
from tests.analysis.build import country, figure, target

FIGURES = [
    figure("an", "2025", "9", basis="people"),
    figure("an", "2024", "8", basis="people"),
    figure("ba", "2026-01", "7", basis="area"),
    figure("da", "2026-10", "99", basis="area", reject="a misprint"),
]
TARGETS = [target("an", "2030", "20", basis="people"), target("em", "2030", "30", basis="people")]
ALL = {"share": Lines(tuple(FIGURES), tuple(TARGETS))}
SOURCES = country([*FIGURES, *TARGETS]).sources


def _said(field: str) -> dict[str, tuple[int, int, tuple[str, ...], str | None]]:
    return {
        thing: (t.figures, t.targets, t.provinces, t.newest.text if t.newest else None)
        for thing, t in count_usage(ALL, SOURCES)[field].items()
    }


def test_lines_are_counted_by_what_they_speak_of() -> None:
    """Of a rejected figure no more than that it is there."""
    assert _said("basis") == {
        "people": (2, 2, ("an",), "2025"),
        "area": (2, 0, ("ba",), "2026-01"),
    }
    assert _said("province") == {
        "an": (2, 1, ("an",), "2025"),
        "ba": (1, 0, ("ba",), "2026-01"),
        "da": (1, 0, (), None),
        "em": (0, 1, (), None),
    }


def test_lines_that_say_nothing_of_a_field_are_nobody_s() -> None:
    assert _said("method") == {}


def test_of_periods_that_are_equally_late_the_one_whose_text_sorts_last_is_the_newest() -> None:
    ends = ("2025-10/2025-12", "2025-Q4", "2024")
    for periods in (ends, ends[::-1]):
        lines = [figure("an", period, "1") for period in periods]
        found = count_usage({"share": Lines(tuple(lines))}, SOURCES)
        newest = found["province"]["an"].newest
        assert newest is not None
        assert newest.text == "2025-Q4"


def test_usages_of_parts_make_that_of_all_lines_in_any_order() -> None:
    whole = count_usage(ALL, SOURCES)
    parts = [
        *(count_usage({"share": Lines((line,))}, SOURCES) for line in FIGURES),
        *(count_usage({"share": Lines((), (line,))}, SOURCES) for line in TARGETS),
    ]
    for field in COUNTED:
        pairs = [pair for part in parts for pair in part[field].items()]
        assert join_by_thing(pairs) == join_by_thing(pairs[::-1]) == whole[field]
    assert join_usages([]) == Usage()


def _known_from(*lines: Figure) -> date:
    """From when the provinces of the lines are known; their pages bear no date."""
    pages = country(lines, published={f"{line.province}/page": None for line in lines}).sources
    return count_usage({"share": Lines(lines)}, pages)["indicator"]["share"].known_from


def test_all_are_known_from_the_day_when_the_page_of_the_last_of_them_was_out() -> None:
    lines = (figure("an", "2023", "9"), figure("ba", "2024", "8"))
    pages = country(lines, published={"an/page": "2026-03-01", "ba/page": "2025-02"}).sources
    usage = count_usage({"share": Lines(lines)}, pages)["indicator"]["share"]
    assert usage.known_from == date(2026, 3, 1)


def test_without_a_date_all_are_known_when_the_first_period_of_the_last_has_ended() -> None:
    an, again, ba = figure("an", "2025", "9"), figure("an", "2023", "8"), figure("ba", "2024", "7")
    assert _known_from(an, again) == date(2023, 12, 31)
    assert _known_from(an, again, ba) == date(2024, 12, 31)
    assert _known_from(an, again, ba, figure("ca", "2026", "7", reject="wrong")) == date(
        2024, 12, 31
    )
    assert _known_from(an, figure("ba", "unstated", "7")) == date(2025, 12, 31)
    assert join_usages(()).known_from == date.min
