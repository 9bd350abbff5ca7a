"""Marks are data: what a canvas collects, corners of markers, lines of hatching."""

from __future__ import annotations

import pytest

from dtcompare.charts.marks import (
    CAP,
    Canvas,
    Hatch,
    Marker,
    Polygon,
    Rectangle,
    Text,
    hatching,
    outline,
)


def test_a_canvas_keeps_the_order_of_drawing() -> None:
    """What is added later lies above."""
    c = Canvas()
    c.rectangle(0, 0, 1, 1, "#000000")
    c.line(((0, 0), (1, 1)), "#000000")
    c.marks.append(Polygon(((0, 0), (1, 0), (0, 1)), "#000000"))
    c.marker(0, 0, "circle", 1, "#000000")
    c.text(0, 0, "a", 8, "#000000")
    kinds = [type(mark).__name__ for mark in c.marks]
    assert kinds == ["Rectangle", "Polyline", "Polygon", "Marker", "Text"]


def test_an_empty_text_is_no_mark() -> None:
    """Nothing is drawn for it."""
    c = Canvas()
    c.text(0, 0, "", 8, "#000000")
    c.middle(0, 0, "", 8, "#000000")
    assert not c.marks


def test_a_centred_text_stands_half_a_capital_below_the_middle() -> None:
    """Its baseline is 0.36 em under the line it is centred on."""
    c = Canvas()
    c.middle(0, 100, "A", 10, "#000000")
    (mark,) = c.marks
    assert isinstance(mark, Text)
    assert mark.y == 100 + CAP * 10 == pytest.approx(103.6)


@pytest.mark.parametrize("shape", ["square", "diamond", "up", "down", "right", "left"])
def test_a_marker_stands_about_its_point(shape: str) -> None:
    """Its corners surround the point, at most 1.3 radii away."""
    corners = outline(Marker(50, 60, shape, 4, "#000000"))
    xs, ys = zip(*corners, strict=True)
    assert min(xs) < 50 < max(xs)
    assert min(ys) <= 60 <= max(ys)
    assert max(abs(x - 50) for x in xs) <= 5.2
    assert max(abs(y - 60) for y in ys) <= 5.2


def test_hatching_stays_inside_its_rectangle() -> None:
    """Lines at 45 degrees from edge to edge."""
    box = Rectangle(10.3, 20.7, 33, 12, hatch=Hatch("#000000", 5))
    lines = list(hatching(box))
    assert len(lines) == 9  # (33 + 12) / 5
    for (x1, y1), (x2, y2) in lines:
        assert 10.3 <= x1 < x2 <= 43.3
        assert 20.7 <= y2 < y1 <= 32.7
        assert x2 - x1 == pytest.approx(y1 - y2)


def test_without_hatching_there_are_no_lines() -> None:
    """A plain rectangle has none."""
    assert not list(hatching(Rectangle(0, 0, 10, 10)))
