"""The lint finds every fault planted on purpose, and none on a page that is fit to print."""

from __future__ import annotations

import pytest

from dtcompare.charts.marks import Hatch, Mark, Marker, Polygon, Polyline, Rectangle
from dtcompare.charts.style import contrast
from tests.charts.lint import lint
from tests.charts.sample import chart, text, with_marks

BLUE, DARK, LIGHT, WHITE = "#3A75AB", "#1A1A1A", "#E3E3E3", "#FFFFFF"
BOX = ((0.0, 0.0), (90.0, 0.0), (90.0, 60.0), (0.0, 60.0))


def found(*marks: Mark) -> list[str]:
    """The kinds of what is wrong with a page of these marks."""
    return [finding.kind for finding in lint(with_marks(*marks))]


def line(*points: tuple[float, float], color: str = DARK) -> Polyline:
    return Polyline(points, color)


def test_a_clean_page_has_no_finding() -> None:
    """Every kind of mark, none in the way of a text."""
    assert not lint(chart())


FAULTS: dict[str, tuple[str, tuple[Mark, ...]]] = {
    "a text under 6.5 pt": ("small", (text("Huế", size=6.4),)),
    "over the right edge": ("outside", (text("Huế", x=190),)),
    "over the left edge": ("outside", (text("Huế", x=5, anchor="end"),)),
    "over the left edge, centred": ("outside", (text("Huế", x=5, anchor="middle"),)),
    "above the page": ("outside", (text("Ế", y=8),)),
    "below the page": ("outside", (text("g", y=119),)),
    "faint on white": ("contrast", (text("Huế", color="#9A9A9A"),)),
    "dark on dark": ("contrast", (Rectangle(0, 0, 90, 60, DARK), text("Huế"))),
    "dark on dark at one end": ("contrast", (Rectangle(0, 0, 22, 60, DARK), text("Huế"))),
    "on a dark shape": ("contrast", (Polygon(BOX, DARK), text("Huế"))),
    "on a dark marker": ("contrast", (Marker(28, 36, "circle", 30, DARK), text("Huế"))),
    "on dark hatching": (
        "contrast",
        (Rectangle(0, 0, 90, 60, WHITE, BLUE, 1, Hatch(BLUE, 4)), text("Huế", color=BLUE)),
    ),
    "on another text": ("overlap", (text("Huế"), text("Hà Nội", x=30))),
    "marks of the line above": ("overlap", (text("Huế", y=40), text("Ế", y=47))),
    "a line through it": ("crossed", (line((0, 37), (90, 37)), text("Huế"))),
    "a slanted line": ("crossed", (line((20, 60), (34, 10)), text("Huế"))),
    "the second stretch of a line": (
        "crossed",
        (line((0, 80), (28, 80), (28, 10)), text("Huế")),
    ),
    "a line drawn over it": ("crossed", (text("Huế"), line((0, 37), (90, 37)))),
    "a line over its halo": ("crossed", (text("Huế", halo=True), line((0, 37), (90, 37)))),
    "covered by a rectangle": ("covered", (text("Huế"), Rectangle(0, 0, 90, 60, LIGHT))),
    "covered at one end": ("covered", (text("Huế"), Rectangle(0, 0, 24, 60, LIGHT))),
    "covered by a shape": ("covered", (text("Huế"), Polygon(BOX, LIGHT))),
    "covered by a marker": ("covered", (text("Huế"), Marker(28, 36, "circle", 8, LIGHT))),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str) -> None:
    """That one and no other."""
    kind, marks = FAULTS[name]
    assert found(*marks) == [kind]


SOUND: dict[str, tuple[Mark, ...]] = {
    "white on dark": (Rectangle(0, 0, 90, 60, DARK), text("Huế", color=WHITE)),
    "on a light ground over a dark one": (
        Rectangle(0, 0, 90, 60, DARK),
        Rectangle(10, 20, 70, 30, WHITE),
        text("Huế"),
    ),
    "a halo over a line": (line((0, 37), (90, 37)), text("Huế", halo=True)),
    "a light line through it": (line((0, 37), (90, 37), color=LIGHT), text("Huế")),
    "a line under a white plate": (
        line((0, 37), (90, 37)),
        Rectangle(10, 20, 70, 30, WHITE),
        text("Huế"),
    ),
    "a line beside it": (line((60, 0), (60, 90)), text("Huế")),
    "a line below it": (line((0, 44), (90, 44)), text("Huế")),
    "lines 1.36 em apart": (text("Quảng", y=40), text("Ẩm Ỷ", y=53.6)),
    "an outline around it": (text("Huế"), Rectangle(10, 20, 70, 30, None, DARK)),
    "a text of spaces": (Rectangle(0, 0, 90, 60, DARK), text("  ")),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_left_alone(name: str) -> None:
    """No finding."""
    assert not found(*SOUND[name])


def test_a_finding_says_which_text_and_why() -> None:
    """The text, and of a contrast the ratio and both colours."""
    (finding,) = lint(with_marks(text("Huế", color="#9A9A9A")))
    assert finding.text == "Huế"
    assert finding.detail == "2.8 (#9A9A9A on #FFFFFF)"


def test_contrast_is_that_of_wcag() -> None:
    """Black on white 21 to 1, a colour on itself 1 to 1, either way round the same."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#084A91", "#084A91") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")
