"""Tell what lies over what: boxes and lines on a page."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.charts.marks import Point

__all__ = ["Box", "cuts"]


class Box(Struct, frozen=True):
    """An upright box on the page, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, touch: float = 0) -> bool:
        """Return whether both are in one place by more than ``touch`` points each way."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > touch and down > touch

    def within(self, other: Box) -> bool:
        """Return whether all of it is inside ``other``."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


def cuts(start: Point, end: Point, box: Box) -> bool:
    """Return whether a stretch of line and a box have a point in common (Liang and Barsky)."""
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
