"""Find where a label can stand: over no other text, off the lines, near what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from dtcompare.charts.cells import Run
from dtcompare.charts.marks import BEFORE, Anchor, Point
from dtcompare.charts.page import Page

_GAP = 0.3  # between the texts of a label, in base sizes
_CROSSED = 12  # what a label over a line costs, in tenths of the size of type moved away


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


class Spot(Struct, frozen=True):
    """A place for a label: ``y`` is the middle of its capitals; the cheapest place is taken."""

    x: float
    y: float
    anchor: Anchor
    cost: float = 0

    def left(self, width: float) -> float:
        """Return where a label ``width`` points wide begins."""
        return self.x - width * BEFORE[self.anchor]


class LabelSpace:
    """The free space inside ``bounds``, which fills up as labels are placed."""

    def __init__(self, bounds: Box) -> None:
        self.bounds = bounds
        self._taken: list[Box] = []
        self._lines: list[tuple[Point, Point]] = []

    def block(self, box: Box) -> None:
        """Keep labels off a box."""
        self._taken.append(box)

    def block_point(self, x: float, y: float, radius: float) -> None:
        """Keep labels off a sign."""
        self.block(Box(x - radius, y - radius, x + radius, y + radius))

    def avoid(self, points: Sequence[Point]) -> None:
        """Make labels over a line dear."""
        self._lines += pairwise(points)

    def place(
        self, width: float, size: float, spots: Iterable[Spot], most: float = float("inf")
    ) -> Spot | None:
        """Take and return the cheapest free spot for a label; None where all cost over ``most``."""
        best: tuple[float, Spot, Box] | None = None
        for spot in spots:
            if spot.cost > most or (best is not None and spot.cost >= best[0]):
                continue
            box = _label_box(spot, width, size)
            if not box.within(self.bounds) or any(box.overlaps(taken) for taken in self._taken):
                continue
            cost = spot.cost + _CROSSED * sum(cuts(*line, box) for line in self._lines)
            if cost <= most and (best is None or cost < best[0]):
                best = (cost, spot, box)
        if best is None:
            return None
        self.block(best[2])
        return best[1]

    def put(
        self, page: Page, runs: Sequence[Run], spots: Iterable[Spot], most: float = float("inf")
    ) -> Spot | None:
        """Write a label of one or more texts at the cheapest free spot; return it, if any."""
        em, width = page.base, label_width(page, runs)
        spot = self.place(width, em * runs[0].scale, spots, most)
        if spot is not None:
            x = spot.left(width)
            for run in runs:
                size = em * run.scale
                page.c.middle(x, spot.y, run.text, size, run.color, run.weight, halo=True)
                x += label_width(page, [run]) + em * _GAP
        return spot


def label_width(page: Page, runs: Sequence[Run]) -> float:
    """Return how wide texts are that stand behind each other, in points."""
    widths = [page.text_width(run.text, run.scale, run.weight) for run in runs]
    return sum(widths) + (len(runs) - 1) * page.base * _GAP


def _label_box(spot: Spot, width: float, size: float) -> Box:
    left, edge = spot.left(width), size * 0.12
    return Box(left - edge, spot.y - size * 0.57, left + width + edge, spot.y + size * 0.56)


def beside(x: float, y: float, away: float, size: float, reach: float) -> Iterator[Spot]:
    """Yield spots to the right of a point, then above and below the line through it."""
    yield Spot(x + away, y, "start")
    step = size * 0.32
    for number in range(1, int(reach / step) + 1):
        for side in (-1, 1):
            yield Spot(x + away, y + side * number * step, "start", number * 2.2)


def around(x: float, y: float, away: float, size: float) -> Iterator[Spot]:
    """Yield spots around a point: above, below, to the right, to the left."""
    up = away + size * 0.42
    yield Spot(x, y - up, "middle")
    yield Spot(x, y + up, "middle", 1)
    yield Spot(x + away, y - up * 0.8, "start", 2)
    yield Spot(x + away, y + up * 0.8, "start", 3)
    yield Spot(x - away, y - up * 0.8, "end", 3)
    yield Spot(x - away, y + up * 0.8, "end", 4)
    yield Spot(x - away, y, "end", 5)
    yield Spot(x + away, y, "start", 5)


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return ``places`` moved apart to ``gap`` and into ``low`` to ``high``, in the same order.

    Neighbours that are too close share a stretch about their middle. Where all do not fit they
    stand as far apart as there is room.

    >>> spread([5, 5, 20], 4, 0, 30)
    [3.0, 7.0, 20.0]
    """
    if not places:
        return []
    gap = min(gap, (high - low) / max(len(places) - 1, 1))
    order = sorted(range(len(places)), key=lambda number: places[number])
    runs: list[tuple[float, int]] = []  # the sum of the places wanted for the first, how many
    for before, number in enumerate(order):
        total, count = places[number] - before * gap, 1
        while runs and runs[-1][0] / runs[-1][1] > total / count:
            more, others = runs.pop()
            total, count = total + more, count + others
        runs.append((total, count))
    end = high - (len(places) - 1) * gap
    firsts = [min(max(total / count, low), end) for total, count in runs for _ in range(count)]
    found = [0.0] * len(places)
    for before, (number, first) in enumerate(zip(order, firsts, strict=True)):
        found[number] = first + before * gap
    return found


def cuts(start: Point, end: Point, box: Box) -> bool:
    """Return whether a stretch of line and a box have a point in common (Liang and Barsky)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for step, free in (
        (-dx, x - box.left),
        (dx, box.right - x),
        (-dy, y - box.top),
        (dy, box.bottom - y),
    ):
        if step == 0:
            if free < 0:
                return False
            continue
        share = free / step
        if step < 0:
            first = max(first, share)
        else:
            last = min(last, share)
    return first <= last
