"""The scatter chart of two indicators: marks as data, worked out by hand."""

from __future__ import annotations

import pytest

from dtcompare.analysis.relate import relate
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.kinds import chart_of
from dtcompare.charts.marks import Marker
from dtcompare.charts.style import ACCENT, BAR, SIZES
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.view.phrases import Phrases
from tests.analysis.build import AS_OF, country, figure, index, of_indicator, share
from tests.charts.lint import lint
from tests.charts.sample import said, texts

IDS = ("an", "ba", "ca", "da", "em")


def _lines(id: str, *numbers: str) -> list[Figure]:
    return [
        of_indicator(figure(one, "2025", text), id) for one, text in zip(IDS, numbers, strict=False)
    ]


def _chart(*lines: Figure, other: Indicator | None = None, **options: object) -> Chart:
    dataset = country(lines, others=[other or share(id="other")])
    found = relate(dataset, "share", "other", as_of=AS_OF)
    return chart_of("relate", None, found, Phrases(dataset, "en"), ChartOptions(**options))  # type: ignore[arg-type]


def _dots(chart: Chart) -> list[tuple[float, float]]:
    return [
        (mark.x, mark.y)
        for mark in chart.marks
        if isinstance(mark, Marker) and mark.fill in (BAR, ACCENT)
    ]


FIRST = _lines("share", "90", "80", "70", "60", "50")


def test_more_of_the_first_is_to_the_right_and_more_of_the_second_above() -> None:
    """An 90 and 10, ba 80 and 30, ca 70 and 20: the dots as far apart as the numbers."""
    an, ba, ca, *_ = _dots(_chart(*FIRST, *_lines("other", "10", "30", "20", "25", "5")))
    assert an[0] - ba[0] == pytest.approx(ba[0] - ca[0])
    assert an[1] - ba[1] == pytest.approx(2 * (an[1] - ca[1]))
    assert ba[1] < ca[1] < an[1]


def test_a_number_below_zero_keeps_its_sign_on_its_axis() -> None:
    """From -20 to 20: what is below zero is told from what is above."""
    growth = share(id="other", unit=Unit("growth", None))
    chart = _chart(*FIRST, *_lines("other", "-20", "-10", "0", "10", "20"), other=growth)
    assert {"-20", "0", "20"} <= set(texts(chart))


def test_the_first_place_stands_at_the_top() -> None:
    """And its ticks are places."""
    lines = _lines("other", "1 of 63", "20 of 63", "40 of 63", "50 of 63", "60 of 63")
    chart = _chart(*FIRST, *lines, other=index(id="other"))
    heights = [y for _, y in _dots(chart)]
    assert heights == sorted(heights)
    assert {"20", "40", "60"} <= set(texts(chart))
    assert "An axis of places" in said(chart)


def test_title_and_foot_say_the_correlation_and_what_it_is_not() -> None:
    chart = _chart(*FIRST, *_lines("other", "9", "8", "7", "6", "5"))
    assert chart.title.endswith(": rank correlation 1.00")
    assert "It does not say that one brings about the other." in said(chart)


def test_every_province_has_its_name_and_the_highlighted_one_its_colour() -> None:
    chart = _chart(*FIRST, *_lines("other", "9", "8", "7", "6", "5"), highlight=frozenset({"ca"}))
    assert {"An", "Ba", "Ca", "Da", "Em"} <= set(texts(chart))
    assert [m.fill for m in chart.marks if isinstance(m, Marker)].count(ACCENT) == 1


@pytest.mark.parametrize("size", SIZES)
def test_no_scatter_has_a_fault(size: str) -> None:
    """With few provinces, with equal figures, and with nothing to draw."""
    for numbers in (("9", "8", "7", "6", "5"), ("9", "9", "9"), ("9",)):
        chart = _chart(*FIRST, *_lines("other", *numbers), size=size)
        assert not lint(chart), numbers
