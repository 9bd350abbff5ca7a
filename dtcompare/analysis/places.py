"""Competition ranks, and the best and worst place an uncertain figure may really have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal

from dtcompare.analysis.reports import Report
from dtcompare.model.figure import Interval
from dtcompare.model.record import dataclass

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
    keys = [_sort_key(report, turn=lower_is_better) for report in reports]
    intervals = [_turned(report.interval, turn=lower_is_better) for report in reports]
    ordered = sorted(keys)
    lows = sorted(interval.low_key for interval in intervals)
    highs = sorted(interval.high_key for interval in intervals)
    count = len(reports)
    result = []
    for key, interval in zip(keys, intervals, strict=True):
        rank = bisect_left(ordered, key) + 1
        surely = count - bisect_right(lows, interval.high_key)
        itself = interval.high_key > interval.low_key
        possibly = count - bisect_right(highs, interval.low_key) - itself
        result.append(Standing(rank, min(surely + 1, rank), max(possibly + 1, rank), count))
    return tuple(result)


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
