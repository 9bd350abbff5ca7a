"""Competition ranks, and the best and worst place an uncertain figure may really have."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from msgspec import Struct

from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import Amount, Interval, Place
from dtcompare.model.rows import column

__all__ = ["RankInterval", "rank_intervals"]

# Of equal printed numbers "over" is ahead, "nearly" behind; mirrored where lower is better.
_WORD_ORDER = {"over": 0, "at_most": 2, "nearly": 3}
_MIRRORED = {"nearly": 0, "at_least": 2, "over": 3}
_SAME = 1

_Kind = tuple[int, ...]  # the numbers that a report stands on, told by their identity


class RankInterval(Struct, frozen=True):
    """A place among ``of``: as printed, and between which places it surely lies."""

    rank: int
    best: int
    worst: int
    of: int


def rank_intervals(
    observations: Sequence[Observation], *, lower_is_better: bool = False
) -> tuple[RankInterval, ...]:
    """The standing of each report among all, in the order given.

    Standard competition ranking ("1224") by printed number, then by word. ``best`` is 1 + the
    others surely ahead, ``worst`` 1 + the others possibly ahead; an equal exact figure is neither.
    """
    figures = column(observations, "figure")
    numbers = (
        column(observations, "interval"),
        column(figures, "amount"),
        column(figures, "place"),
    )
    kinds = list(zip(*(map(id, column) for column in numbers), strict=True))
    alike = dict(zip(kinds, zip(*numbers, strict=True), strict=True))  # the very same numbers
    often = Counter(kinds)
    keys = {
        kind: _sort_key(amount, place, turn=lower_is_better)
        for kind, (_, amount, place) in alike.items()
    }
    ranks = _ranks(keys, often)
    count = len(observations)
    if all(key[1] == _SAME and _is_exact(alike[kind][0]) for kind, key in keys.items()):
        exact = {kind: RankInterval(rank, rank, rank, count) for kind, rank in ranks.items()}
        return tuple(map(exact.__getitem__, kinds))
    spans = {kind: _turned(alike[kind][0], turn=lower_is_better) for kind in keys}
    lows = _Ladder((span.low_key, often[kind]) for kind, span in spans.items())
    highs = _Ladder((span.high_key, often[kind]) for kind, span in spans.items())
    found: dict[_Kind, RankInterval] = {}
    for kind, span in spans.items():
        rank = ranks[kind]
        surely = count - lows.up_to(span.high_key)
        possibly = count - highs.up_to(span.low_key) - (span.high_key > span.low_key)
        found[kind] = RankInterval(rank, min(surely + 1, rank), max(possibly + 1, rank), count)
    return tuple(map(found.__getitem__, kinds))


def _ranks(
    keys: Mapping[_Kind, tuple[Decimal, int]], often: Mapping[_Kind, int]
) -> dict[_Kind, int]:
    """The competition rank of each kind: 1 and how many reports are ahead of it."""
    ranks: dict[_Kind, int] = {}
    rank, ahead, last = 0, 0, None
    for kind in sorted(keys, key=keys.__getitem__):
        if keys[kind] != last:
            rank, last = ahead + 1, keys[kind]
        ranks[kind] = rank
        ahead += often[kind]
    return ranks


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

    def up_to(self, value: tuple[Decimal, int]) -> int:
        """How many are no more."""
        return self._sums[bisect_right(self._steps, value)]


def _sort_key(amount: Amount | None, place: Place | None, *, turn: bool) -> tuple[Decimal, int]:
    """Sorts the one ahead first; a between counts by its end that is less good."""
    if amount is None:
        assert place is not None
        amount = Amount(place.word, Decimal(place.number))
    if not turn:
        return (-amount.number, _WORD_ORDER.get(amount.word, _SAME))
    number = amount.number if amount.upper is None else amount.upper
    return (number, _MIRRORED.get(amount.word, _SAME))


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
