"""Find what is wrong with a chart's marks without drawing a dot: the gate that every chart passes.

A text must be large enough, on the page, over no other text, crossed by no dark line, covered by
nothing, and stand out from what is beneath it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dtcompare.charts.chart import Chart
from dtcompare.charts.fonts import load_font
from dtcompare.charts.labels import Box, cuts
from dtcompare.charts.marks import (
    BEFORE,
    CAP,
    Mark,
    Marker,
    Point,
    Polygon,
    Polyline,
    Rectangle,
    Text,
)
from dtcompare.charts.style import CONTRAST, WHITE, contrast

_LEAST = 6.5  # points
_EDGE = 0.5  # points that a text may stand over the edge of the page
_TOUCH = 0.6  # points by which two texts may overlap
_DARK = 3  # the contrast against white from which a line cannot be read over


class Finding(Struct, frozen=True):
    """What is wrong with a text: small, outside, contrast, overlap, crossed or covered."""

    kind: str
    text: str
    detail: str = ""


def lint(chart: Chart) -> tuple[Finding, ...]:
    """Return everything that is wrong; empty for a chart fit to print."""
    found: list[Finding] = []
    boxes: list[tuple[Box, Text]] = []
    for place, mark in enumerate(chart.marks):
        if not isinstance(mark, Text) or not mark.text.strip():
            continue
        box = _text_box(mark)
        found += _alone(mark, box, chart)
        found += _over(mark, box, chart.marks, place)
        found += _under(mark, box, chart.marks[place + 1 :])
        found += [
            Finding("overlap", mark.text, other.text)
            for there, other in boxes
            if box.overlaps(there, _TOUCH)
        ]
        boxes.append((box, mark))
    return tuple(found)


def _text_box(mark: Text) -> Box:
    """Return the room a text takes, with stacked marks above and tails below."""
    width = load_font().width(mark.text, mark.size, mark.weight)
    left = mark.x - width * BEFORE[mark.anchor]
    return Box(left, mark.y - 0.93 * mark.size, left + width, mark.y + 0.2 * mark.size)


def _middle(box: Box) -> Point:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _alone(mark: Text, box: Box, chart: Chart) -> Iterator[Finding]:
    """Judge its size, and whether it is on the page."""
    if mark.size < _LEAST:
        yield Finding("small", mark.text, f"{mark.size:.1f} pt")
    top, bottom = mark.y - mark.size, mark.y + 0.25 * mark.size
    outside = box.left < -_EDGE or box.right > chart.width + _EDGE
    if outside or top < -_EDGE or bottom > chart.height + _EDGE:
        yield Finding("outside", mark.text, f"{box.left:.0f} to {box.right:.0f}")


def _over(mark: Text, box: Box, marks: Sequence[Mark], place: int) -> Iterator[Finding]:
    """Judge what is beneath it: its contrast at both ends and in the middle, lines through it."""
    if mark.halo:
        return
    for point in _samples(mark, box):
        ground = _ground(point, marks[:place])
        ratio = contrast(mark.color, ground)
        if ratio < CONTRAST:
            yield Finding("contrast", mark.text, f"{ratio:.1f} ({mark.color} on {ground})")
            break
    if any(
        _crosses(line, box, mark) and not _hidden(box, marks[number:place])
        for number, line in enumerate(marks[:place])
        if isinstance(line, Polyline)
    ):
        yield Finding("crossed", mark.text)


def _under(mark: Text, box: Box, above: Sequence[Mark]) -> Iterator[Finding]:
    """Judge what is drawn over it: something filled, or a dark line."""
    if any(_fill_at(other, point) for other in above for point in _samples(mark, box)):
        yield Finding("covered", mark.text)
    if any(isinstance(other, Polyline) and _crosses(other, box, mark) for other in above):
        yield Finding("crossed", mark.text)


def _samples(mark: Text, box: Box) -> tuple[Point, ...]:
    """Return points at both ends of a text and in its middle, at half a capital's height."""
    inset, y = min(1.0, (box.right - box.left) / 4), mark.y - CAP * mark.size
    return tuple((x, y) for x in (box.left + inset, _middle(box)[0], box.right - inset))


def _ground(point: Point, below: Sequence[Mark]) -> str:
    """Return the colour that a text has beneath it at a point."""
    return next((fill for mark in reversed(below) if (fill := _fill_at(mark, point))), WHITE)


def _fill_at(mark: Mark, point: Point) -> str | None:
    """Return the colour a mark gives a point, None where it leaves it as it is."""
    x, y = point
    match mark:
        case Rectangle():
            within = mark.x <= x <= mark.x + mark.width and mark.y <= y <= mark.y + mark.height
            if within and mark.hatch is not None and contrast(mark.hatch.color, WHITE) > _DARK:
                return mark.hatch.color
            return mark.fill if within else None
        case Polygon():
            return mark.fill if _inside(point, mark.points) else None
        case Marker():
            near = abs(mark.x - x) < mark.radius * 0.8 and abs(mark.y - y) < mark.radius * 0.8
            return mark.fill if near else None
    return None


def _inside(point: Point, corners: Sequence[Point]) -> bool:
    """Return whether a point is inside a shape: a ray from it meets the outline at odd times."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1


def _crosses(line: Polyline, box: Box, mark: Text) -> bool:
    """Return whether a dark line runs through the letters of a text."""
    if contrast(line.color, WHITE) <= _DARK:
        return False
    top, bottom = mark.y - 0.6 * mark.size, mark.y - 0.12 * mark.size
    body = Box(box.left + 0.8, top, box.right - 0.8, bottom)
    return any(
        cuts(start, end, body) for start, end in zip(line.points, line.points[1:], strict=False)
    )


def _hidden(box: Box, above: Sequence[Mark]) -> bool:
    """Return whether something filled lies between a line and the text."""
    return any(_fill_at(mark, _middle(box)) is not None for mark in above)
