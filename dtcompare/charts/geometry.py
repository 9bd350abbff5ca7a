"""Boxes and lines on a page: what lies over what."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.charts.marks import BEFORE, Point, Text
from dtcompare.charts.typeface import Typeface

__all__ = ["Box", "cuts", "text_box"]


class Box(Struct, frozen=True):
    """An upright box on the page, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: Box, touch: float = 0) -> bool:
        """Whether both are in the same place by more than ``touch`` points each way."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > touch and down > touch

    def within(self, other: Box) -> bool:
        """Whether all of it is inside ``other``."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


def text_box(mark: Text, face: Typeface) -> Box:
    """The room a text takes, with stacked marks above and tails below."""
    width = face.width(mark.text, mark.size, mark.weight)
    left = mark.x - width * BEFORE[mark.anchor]
    return Box(left, mark.y - 0.93 * mark.size, left + width, mark.y + 0.2 * mark.size)


def cuts(start: Point, end: Point, box: Box) -> bool:
    """Whether a stretch of line and a box have a point in common (Liang and Barsky's clipping)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, x - box.left),
        (dx, box.right - x),
        (-dy, y - box.top),
        (dy, box.bottom - y),
    ):
        if step == 0:
            if room < 0:
                return False
            continue
        share = room / step
        if step < 0:
            first = max(first, share)
        else:
            last = min(last, share)
    return first <= last
