"""Competition ranks, and the best and worst place an uncertain figure may really have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate

from dtcompare.analysis.reports import Report
from dtcompare.model.figure import Interval
from dtcompare.model.record import dataclass
from dtcompare.model.rows import column

__all__ = ["Standing", "standings"]

# Of equal printed numbers "over" is ahead, "nearly" behind; mirrored where lower is better.
_WORD_ORDER = {"over": 0, "at_most": 2, "nearly": 3}
_MIRRORED = {"nearly": 0, "at_least": 2, "over": 3}
_SAME = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """A place among ``of``: as printed, and between which places it surely lies."""

    rank: int
    best: int
    worst: int
    of: int


def standings(reports: Sequence[Report], *, lower_is_better: bool = False) -> tuple[Standing, ...]:
    """The standing of each report among all, in the order given.

    Standard competition ranking ("1224") by printed number, then by word. ``best`` is 1 + the
    others surely ahead, ``worst`` 1 + the others possibly ahead; an equal exact figure is neither.
    """
    figures = column(reports, "figure")
    numbers = (column(reports, "interval"), column(figures, "amount"), column(figures, "place"))
    kinds = list(zip(*(map(id, column) for column in numbers), strict=True))
    first = {kind: place for place, kind in reversed(list(enumerate(kinds)))}
    alike = {kind: reports[place] for kind, place in first.items()}
    often = Counter(kinds)
    keys = {kind: _sort_key(report, turn=lower_is_better) for kind, report in alike.items()}
    ahead = _Ladder((key, often[kind]) for kind, key in keys.items())
    count = len(reports)
    if all(key[1] == _SAME and _is_exact(alike[kind].interval) for kind, key in keys.items()):
        ranks = {kind: ahead.below(key) + 1 for kind, key in keys.items()}
        exact = {kind: Standing(rank, rank, rank, count) for kind, rank in ranks.items()}
        return tuple(map(exact.__getitem__, kinds))
    spans = {k: _turned(report.interval, turn=lower_is_better) for k, report in alike.items()}
    lows = _Ladder((span.low_key, often[kind]) for kind, span in spans.items())
    highs = _Ladder((span.high_key, often[kind]) for kind, span in spans.items())
    found: dict[tuple[int, int, int], Standing] = {}
    for kind, span in spans.items():
        rank = ahead.below(keys[kind]) + 1
        surely = count - lows.up_to(span.high_key)
        possibly = count - highs.up_to(span.low_key) - (span.high_key > span.low_key)
        found[kind] = Standing(rank, min(surely + 1, rank), max(possibly + 1, rank), count)
    return tuple(map(found.__getitem__, kinds))


def _is_exact(interval: Interval) -> bool:
    """Whether the interval is a single number."""
    closed = not interval.low_open and not interval.high_open
    return closed and interval.low is not None and interval.low == interval.high


class _Ladder:
    """How many figures lie below a value, or up to it; made of values with how many have each."""

    def __init__(self, steps: Iterable[tuple[tuple[Decimal, int], int]]) -> None:
        ordered = sorted(steps)
        self._steps = [value for value, _ in ordered]
        self._sums = [0, *accumulate(count for _, count in ordered)]

    def below(self, value: tuple[Decimal, int]) -> int:
        """How many are less."""
        return self._sums[bisect_left(self._steps, value)]

    def up_to(self, value: tuple[Decimal, int]) -> int:
        """How many are no more."""
        return self._sums[bisect_right(self._steps, value)]


def _sort_key(report: Report, *, turn: bool) -> tuple[Decimal, int]:
    """Sorts the one ahead first; a between counts by its end that is less good."""
    figure, amount = report.figure, report.figure.amount
    if not turn:
        return (-figure.number, _WORD_ORDER.get(figure.word, _SAME))
    number = amount.upper if amount is not None and amount.upper is not None else figure.number
    return (number, _MIRRORED.get(figure.word, _SAME))


def _turned(interval: Interval, *, turn: bool) -> Interval:
    """The interval mirrored at zero where lower is better, so that higher is always ahead."""
    if not turn:
        return interval
    return Interval(
        None if interval.high is None else -interval.high,
        None if interval.low is None else -interval.low,
        interval.high_open,
        interval.low_open,
    )
