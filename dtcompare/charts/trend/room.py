"""Where a label can stand: over no other text, off the lines, near what it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from dtcompare.charts.geometry import Box, cuts
from dtcompare.charts.marks import Anchor, Point

__all__ = ["Room", "Spot", "around", "beside", "spread"]

_CROSSED = 12  # what a label over a line costs, in tenths of the size of type moved away


class Spot(Struct, frozen=True):
    """A place for a label: ``y`` is the middle of its capitals; the cheapest place is taken."""

    x: float
    y: float
    anchor: Anchor
    cost: float = 0


class Room:
    """The free room inside ``bounds``, which fills up as labels are placed."""

    def __init__(self, bounds: Box) -> None:
        self.bounds = bounds
        self._taken: list[Box] = []
        self._lines: list[tuple[Point, Point]] = []

    def block(self, box: Box) -> None:
        """Keeps labels off a box."""
        self._taken.append(box)

    def block_point(self, x: float, y: float, radius: float) -> None:
        """Keeps labels off a sign."""
        self.block(Box(x - radius, y - radius, x + radius, y + radius))

    def avoid(self, points: Sequence[Point]) -> None:
        """Makes labels over a line dear."""
        self._lines += pairwise(points)

    def place(
        self, width: float, size: float, spots: Iterable[Spot], most: float = float("inf")
    ) -> Spot | None:
        """The cheapest free spot for a label, at most ``most``; it is taken from now on."""
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


def _label_box(spot: Spot, width: float, size: float) -> Box:
    left = spot.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[spot.anchor]
    edge = size * 0.12
    return Box(left - edge, spot.y - size * 0.57, left + width + edge, spot.y + size * 0.56)


def beside(x: float, y: float, away: float, size: float, reach: float) -> Iterable[Spot]:
    """Spots to the right of a point, then above and below the line through it."""
    yield Spot(x + away, y, "start")
    step = size * 0.32
    for number in range(1, int(reach / step) + 1):
        for side in (-1, 1):
            yield Spot(x + away, y + side * number * step, "start", number * 2.2)


def around(x: float, y: float, away: float, size: float) -> Iterable[Spot]:
    """Spots around a point: above, below, to the right, to the left."""
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
    """``places`` moved apart to ``gap`` and into ``low`` to ``high``, in the same order.

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
