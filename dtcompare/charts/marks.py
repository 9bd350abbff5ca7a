"""Define what a chart consists of: marks in points from the page's top left, in drawing order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Literal

from msgspec import Struct

from dtcompare.charts.style import WHITE

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
# The share of a text's width that lies before its anchor.
BEFORE: Mapping[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
HALO = 2.4  # points: how wide the white line is that a text with a halo stands on
CAP = 0.36  # half the height of a capital, in ems: what centres a text on a line


class Hatch(Struct, frozen=True):
    """Lines at 45 degrees, ``step`` points apart along an edge."""

    color: str
    step: float
    width: float = 0.6


class Rectangle(Struct, frozen=True):
    """An upright rectangle: fill, hatching and stroke, in this order, each where there is one."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.8
    hatch: Hatch | None = None


class Polyline(Struct, frozen=True):
    """A line through two or more points; ``dash`` gives the lengths drawn and left out."""

    points: tuple[Point, ...]
    color: str
    width: float = 0.8
    dash: tuple[float, ...] = ()


class Polygon(Struct, frozen=True):
    """A filled shape."""

    points: tuple[Point, ...]
    fill: str
    stroke: str | None = None
    stroke_width: float = 0.8


class Marker(Struct, frozen=True):
    """A sign for a value: shape is circle, square, diamond, up, down, plus, right or left."""

    x: float
    y: float
    shape: str
    radius: float
    fill: str
    stroke: str | None = WHITE
    stroke_width: float = 0.8


class Text(Struct, frozen=True):
    """A line of text on its baseline; ``halo`` draws it on a white outline of its own."""

    x: float
    y: float
    text: str
    size: float
    color: str
    weight: str = "Regular"
    anchor: Anchor = "start"
    halo: bool = False


Mark = Rectangle | Polyline | Polygon | Marker | Text


class Canvas:
    """Collects marks."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        stroke: str | None = None,
        stroke_width: float = 0.8,
        hatch: Hatch | None = None,
    ) -> None:
        """Add a rectangle by its top left corner."""
        self.marks.append(Rectangle(x, y, width, height, fill, stroke, stroke_width, hatch))

    def line(
        self, points: Sequence[Point], color: str, width: float = 0.8, dash: Sequence[float] = ()
    ) -> None:
        """Add a line."""
        self.marks.append(Polyline(tuple(points), color, width, tuple(dash)))

    def marker(
        self,
        x: float,
        y: float,
        shape: str,
        radius: float,
        fill: str,
        stroke: str | None = WHITE,
        stroke_width: float = 0.8,
    ) -> None:
        """Add a sign centred on a point."""
        self.marks.append(Marker(x, y, shape, radius, fill, stroke, stroke_width))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        color: str,
        weight: str = "Regular",
        anchor: Anchor = "start",
        *,
        halo: bool = False,
    ) -> None:
        """Add a text on its baseline ``y``."""
        if text:
            self.marks.append(Text(x, y, text, size, color, weight, anchor, halo))

    def middle(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        color: str,
        weight: str = "Regular",
        anchor: Anchor = "start",
        *,
        halo: bool = False,
    ) -> None:
        """Add a text whose capitals are centred on ``y``."""
        self.text(x, y + CAP * size, text, size, color, weight, anchor, halo=halo)


_OUTLINES: dict[str, tuple[Point, ...]] = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0, -1.22), (1.22, 0), (0, 1.22), (-1.22, 0)),
    "up": ((0, -1.2), (1.14, 0.9), (-1.14, 0.9)),
    "down": ((0, 1.2), (1.14, -0.9), (-1.14, -0.9)),
    "plus": (
        *((-0.42, -1.15), (0.42, -1.15), (0.42, -0.42), (1.15, -0.42), (1.15, 0.42), (0.42, 0.42)),
        *((0.42, 1.15), (-0.42, 1.15), (-0.42, 0.42), (-1.15, 0.42), (-1.15, -0.42)),
        (-0.42, -0.42),
    ),
    "right": ((-0.5, -1), (0.7, 0), (-0.5, 1)),
    "left": ((0.5, -1), (-0.7, 0), (0.5, 1)),
}


def outline(marker: Marker) -> tuple[Point, ...]:
    """Return the corners of a marker that is no circle."""
    r = marker.radius
    return tuple((marker.x + r * x, marker.y + r * y) for x, y in _OUTLINES[marker.shape])


def hatching(rectangle: Rectangle) -> Iterator[tuple[Point, Point]]:
    """Yield the lines of a rectangle's hatching, cut to it."""
    if rectangle.hatch is None:
        return
    x, y, step = rectangle.x, rectangle.y, rectangle.hatch.step
    right, below = x + rectangle.width, y + rectangle.height
    total = ceil((x + y) / step) * step
    while total < right + below:
        start, end = max(x, total - below), min(right, total - y)
        if end > start:
            yield (start, total - start), (end, total - end)
        total += step
