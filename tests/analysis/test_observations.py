"""Which line is the figure: corroboration, preference, rejection, and what was known by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from dtcompare.analysis.observations import (
    Observation,
    collect_observations,
    known_from,
    known_lines,
    known_targets,
    latest,
)
from dtcompare.model.figure import Figure
from dtcompare.model.source import Source
from tests.analysis.build import AS_OF, country, figure, period, share, target


def _observations(*lines: Figure, as_of: date = AS_OF) -> Sequence[Observation]:
    return collect_observations(lines, share(), country(lines), as_of)


def _only(*lines: Figure) -> Observation:
    (observation,) = _observations(*lines)
    return observation


def test_lines_that_meet_are_one_figure_the_narrowest_with_all_sources() -> None:
    nearly = figure("an", "2025", "nearly 98", source="an/a")
    exact = figure("an", "2025", "97.74", source="an/b")
    observation = _only(nearly, exact)
    assert observation.figure is exact
    assert observation.sources == ("an/b", "an/a")


def test_of_equally_narrow_lines_the_first_is_the_figure() -> None:
    first, second = (figure("an", "2025", "97.7", source=f"an/{key}") for key in "ab")
    observation = _only(first, second)
    assert observation.figure is first
    assert observation.sources == ("an/a", "an/b")


def test_a_preferred_line_is_the_figure_and_lines_that_miss_it_lend_no_source() -> None:
    preferred = figure("an", "2025", "about 90", source="an/a", prefer=True)
    meeting = figure("an", "2025", "90.2", source="an/b")
    missing = figure("an", "2025", "70", source="an/c")
    observation = _only(meeting, missing, preferred)
    assert observation.figure is preferred
    assert observation.sources == ("an/a", "an/b")


def test_prefer_works_inside_one_key_only() -> None:
    older = figure("an", "2024", "90", prefer=True)
    newer = figure("an", "2025", "80")
    assert latest(_observations(older, newer)) == Observation(
        newer, _only(newer).interval, ("an/page",)
    )


def test_a_rejected_line_is_no_figure_and_no_source() -> None:
    rejected = figure("an", "2025", "90", source="an/a", reject="a misprint")
    kept = figure("an", "2025", "80", source="an/b")
    observation = _only(rejected, kept)
    assert observation.figure is kept
    assert observation.sources == ("an/b",)
    assert _observations(rejected) == []


def test_a_forecast_neither_bears_out_nor_replaces_what_was_measured() -> None:
    forecast = figure("an", "2025", "40", status="forecast", source="an/plan")
    measured = figure("an", "2025", "about 40", source="an/office")
    first, second = _observations(forecast, measured)
    assert (first.figure, first.sources) == (forecast, ("an/plan",))
    assert (second.figure, second.sources) == (measured, ("an/office",))


def test_an_estimate_corroborates() -> None:
    estimate = figure("an", "2025", "about 40", status="estimated", source="an/a")
    final = figure("an", "2025", "40.1", source="an/b")
    assert _only(estimate, final).sources == ("an/b", "an/a")


@pytest.mark.parametrize(
    ("when", "more"),
    [
        ("2025", {"basis": "area"}),
        ("2025", {"method": "nso"}),
        ("2025", {"scope": (("ward", "X"),)}),
        ("2025-12", {}),
    ],
    ids=["basis", "method", "scope", "period"],
)
def test_another_basis_method_scope_or_period_is_another_figure(
    when: str, more: dict[str, object]
) -> None:
    both = [figure("an", "2025", "40"), figure("an", when, "40", **more)]
    assert [observation.figure for observation in _observations(*both)] == both


def test_the_same_days_written_twice_are_one_period() -> None:
    """2025-Q4 and 2025-10/2025-12 are the same days, 2025 and 2025~ the same year."""
    for texts in (("2025-Q4", "2025-10/2025-12"), ("2025~", "2025")):
        lines = [figure("an", text, "40", source=f"an/{n}") for n, text in enumerate(texts)]
        assert _only(*lines).sources == ("an/0", "an/1")


def test_a_month_beats_the_bare_year_it_lies_in() -> None:
    lines = [figure("an", "2025", "40"), figure("an", "2025-10", "38")]
    found = latest(_observations(*lines))
    assert found is not None
    assert found.figure.period.text == "2025-10"


MARCH_2025 = date(2025, 3, 15)


@pytest.mark.parametrize(
    ("when", "published", "status", "known"),
    [
        ("2024", "2026-01-01", None, False),  # ended by then, and told later
        ("2024", "2025-03-15", None, True),
        ("2025-02", None, None, True),
        ("2025-03-15", None, None, True),
        ("2025-03-16", None, None, False),
        ("2025", "2025-03-15", None, True),  # of a year that still ran, printed by then
        ("2025", "2025-03", None, True),
        ("2025", "2025-03-16", None, False),
        ("2025", None, None, False),
        ("2025-Q4", "2025", None, False),  # nobody measures what has not begun
        ("2030", "2025-01-01", "forecast", True),
        ("2030", "2025-06-01", "forecast", False),
        ("unstated", "2025-03-15", None, True),
        ("unstated", "2025-03-16", None, False),
        ("unstated", None, None, True),
    ],
)
def test_what_was_known_by_march_2025(
    when: str, published: str | None, status: str | None, known: bool
) -> None:
    line = figure("an", when, "40", status=status)
    dataset = country([line], published={"an/page": published})
    assert (known_from(line, dataset) <= MARCH_2025) is known


@pytest.mark.parametrize(
    ("when", "published", "status", "day"),
    [
        ("2024", "2026-01-01", None, date(2026, 1, 1)),
        ("2025", "2025-03", None, date(2025, 3, 1)),
        ("2025-Q4", "2025", None, date(2025, 10, 1)),
        ("2025", None, None, date(2025, 12, 31)),
        ("2030", "2025-06-01", "forecast", date(2025, 6, 1)),
        ("unstated", "2025-03-16", None, date(2025, 3, 16)),
        ("unstated", None, None, date.min),
    ],
)
def test_the_day_from_which_a_figure_is_known(
    when: str, published: str | None, status: str | None, day: date
) -> None:
    line = figure("an", when, "40", status=status)
    assert known_from(line, country([line], published={"an/page": published})) == day


@pytest.mark.parametrize(("read", "known"), [("2025-03-01", True), ("2025-04-01", False)])
def test_a_page_without_a_date_was_out_when_it_was_read(read: str, known: bool) -> None:
    page = Source("an/page", "t", "p", None, "https://x", accessed=period(read))
    for line in (figure("an", "2025", "40"), figure("an", "2019", "40"), target("an", "2030", "9")):
        dataset = replace(country([line]), sources={"an/page": page})
        assert (known_from(line, dataset) <= MARCH_2025) is known


def test_a_target_is_known_from_its_page_on_whatever_its_year() -> None:
    for by, published, known in (
        ("2020", "2025-03-16", False),
        ("2030", "2025-03-15", True),
        ("2030", None, True),
    ):
        line = target("an", by, "40")
        dataset = country([line], published={"an/page": published})
        assert (known_from(line, dataset) <= MARCH_2025) is known
        assert known_targets([line], dataset, MARCH_2025) == [line] * known


def test_a_rejected_target_is_known_and_does_not_count() -> None:
    line = target("an", "2030", "40", reject="superseded")
    dataset = country([line])
    assert known_lines([line], dataset, MARCH_2025) == [line]
    assert known_targets([line], dataset, MARCH_2025) == []
