"""Competition ranks, and the best and worst place an uncertain figure may really have.

The numbers of comparable figures are sorted once; a place is then looked up by bisection. An open
end and a number word lie beside their number by one or two steps of a double: numbers of at most
15 digits are further apart than that.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import inf, nextafter

from msgspec import Struct

from dtcompare.analysis.observations import Observation

# Steps by which a word puts a figure ahead of an equal number, where higher and lower is better.
_STEPS = {"over": 1, "at_most": -1, "nearly": -2}
_MIRRORED = {"nearly": 1, "at_least": -1, "over": -2}


class RankInterval(Struct, frozen=True):
    """A place among ``of``: as printed, and between which places it surely lies."""

    rank: int
    best: int
    worst: int
    of: int


class Measure(Struct, frozen=True, array_like=True):
    """Where a figure stands among others, more being ahead: as printed, and at least and at most.

    An open end is the nearest double inside; an end without bound is infinite.
    """

    number: float
    low: float
    high: float


class Distribution(Struct, frozen=True, array_like=True):
    """The measures of comparable figures, each part sorted by itself.

    ``lows`` and ``highs`` are empty where every figure is exactly its number.
    """

    numbers: Sequence[float]
    lows: Sequence[float]
    highs: Sequence[float]

    def locate(self, measure: Measure) -> RankInterval:
        """Return the place of one of the figures.

        Standard competition ranking ("1224") by printed number, then by word. ``best`` is 1 + the
        others surely ahead, ``worst`` 1 + the others possibly ahead; an equal exact figure is
        neither.
        """
        count = len(self.numbers)
        rank = 1 + count - bisect_right(self.numbers, measure.number)
        if not self.lows:
            return RankInterval(rank, rank, rank, count)
        surely = count - bisect_right(self.lows, measure.high)
        possibly = count - bisect_right(self.highs, measure.low)
        if measure.high > measure.low:
            possibly -= 1  # the figure itself
        return RankInterval(rank, min(surely + 1, rank), max(possibly + 1, rank), count)


def rank_intervals(
    observations: Iterable[Observation], *, lower_is_better: bool = False
) -> list[RankInterval]:
    """Return the place of each figure among all, in the order given."""
    measures = [measure(one, lower_is_better=lower_is_better) for one in observations]
    distribution = distribute(measures)
    return [distribution.locate(one) for one in measures]


def distribute(measures: Sequence[Measure]) -> Distribution:
    """Sort the measures of comparable figures."""
    numbers = array("d", sorted(one.number for one in measures))
    if all(one.number == one.low == one.high for one in measures):
        return Distribution(numbers, (), ())
    lows = array("d", sorted(one.low for one in measures))
    return Distribution(numbers, lows, array("d", sorted(one.high for one in measures)))


def measure(observation: Observation, *, lower_is_better: bool) -> Measure:
    """Measure a figure; a between counts by its end that is less good."""
    figure, interval = observation.figure, observation.interval
    number, word = float(figure.number), figure.word
    if word == "value":
        number = -number if lower_is_better else number
        return Measure(number, number, number)
    low = -inf if interval.low is None else _step(float(interval.low), int(interval.low_open))
    high = inf if interval.high is None else _step(float(interval.high), -int(interval.high_open))
    if not lower_is_better:
        return Measure(_step(number, _STEPS.get(word, 0)), low, high)
    if figure.amount is not None and figure.amount.upper is not None:
        number = float(figure.amount.upper)
    return Measure(_step(-number, _MIRRORED.get(word, 0)), -high, -low)


def _step(number: float, steps: int) -> float:
    """Return the double that lies so many steps above ``number``, below where negative."""
    for _ in range(abs(steps)):
        number = nextafter(number, inf if steps > 0 else -inf)
    return number
