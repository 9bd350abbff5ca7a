"""Places by hand, and the rules that every list of figures obeys."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.places import RankInterval, rank_intervals
from dtcompare.model.figure import Amount, Interval
from tests.analysis.build import figure

WORDS = ("value", "about", "over", "nearly", "at_least", "at_most", "between")


def _observations(said: Sequence[str], *, percent: bool = True) -> list[Observation]:
    top = Decimal(100) if percent else None
    observations = []
    for text in said:
        line = figure("an", "2025", text)
        assert line.amount is not None
        observations.append(
            Observation(line, line.amount.interval(Decimal(0), top), (line.source,))
        )
    return observations


def _places(said: Sequence[str], *, lower: bool = False) -> list[tuple[int, int, int]]:
    """Place, best and worst of each figure."""
    found = rank_intervals(_observations(said), lower_is_better=lower)
    assert {one.of for one in found} <= {len(said)}
    return [(one.rank, one.best, one.worst) for one in found]


def test_ties_share_a_rank_and_the_next_is_left_out() -> None:
    assert _places(["90", "80", "80", "70"]) == [(1, 1, 1), (2, 2, 2), (2, 2, 2), (4, 4, 4)]


def test_printed_zeros_do_not_part_equal_figures() -> None:
    assert [place for place, _, _ in _places(["5.30", "5.3", "5"])] == [1, 1, 3]


def test_equal_exact_figures_are_neither_ahead_nor_behind() -> None:
    assert _places(["80", "80", "80"]) == [(1, 1, 1)] * 3


def test_of_equal_numbers_over_leads_and_nearly_follows() -> None:
    said = ["nearly 80", "at most 80", "at least 80", "about 80", "80", "over 80"]
    assert [place for place, _, _ in _places(said)] == [6, 5, 2, 2, 2, 1]


def test_the_order_of_words_is_mirrored_where_lower_is_better() -> None:
    """Up to 80 may be better than 80 as "at least 80" may elsewhere; over 80 is surely worse."""
    said = ["over 80", "at least 80", "at most 80", "about 80", "80", "nearly 80"]
    assert [place for place, _, _ in _places(said, lower=True)] == [6, 5, 2, 2, 2, 1]


def test_best_and_worst_of_a_mixed_list() -> None:
    """By hand, ends of what each may be: which others are surely ahead, which possibly.

    over 95    (95, 100]    nobody surely ahead; 97.74 and "nearly 98" may be: 1 to 3 of 6
    97.74      97.74        over 95 and nearly 98 may be ahead: 1 to 3
    nearly 98  [97, 98)     over 95 and 97.74 may be ahead: 1 to 3
    95         95           the three above are surely ahead: 4
    about 86   [85.5, 86.5] four surely ahead; 80 to 88 may be: 5 to 6
    80 to 88   [80, 88]     four surely ahead, about 86 may be: 5 to 6
    """
    said = ["over 95", "97.74", "nearly 98", "95", "about 86", "80 to 88"]
    assert _places(said) == [(3, 1, 3), (2, 1, 3), (1, 1, 3), (4, 4, 4), (5, 5, 6), (6, 5, 6)]


def test_over_is_surely_ahead_of_its_own_number_and_nearly_surely_behind() -> None:
    assert _places(["over 80", "80", "nearly 80"]) == [(1, 1, 1), (2, 2, 2), (3, 3, 3)]


def test_a_figure_without_upper_bound_may_be_first() -> None:
    found = rank_intervals(_observations(["300", "over 100", "50"], percent=False))
    assert [(one.rank, one.best, one.worst) for one in found] == [(1, 1, 2), (2, 1, 2), (3, 3, 3)]


def test_the_lowest_leads_where_lower_is_better() -> None:
    """By hand: 3 leads; "2 to 6" counts by 6, may be first, may be behind 5."""
    assert _places(["5", "3", "2 to 6", "9"], lower=True) == [
        (2, 2, 3),
        (1, 1, 2),
        (3, 1, 3),
        (4, 4, 4),
    ]


def test_no_figure_no_places() -> None:
    assert rank_intervals([]) == []
    assert rank_intervals(_observations(["about 40"])) == [RankInterval(1, 1, 1, 1)]


_NUMBERS = st.integers(1, 99).map(str) | st.decimals(1, 99, places=1).map(str)
_SAID = st.one_of(
    st.tuples(st.sampled_from(WORDS[:-1]), _NUMBERS).map(
        lambda pair: f"{pair[0].replace('_', ' ')} {pair[1]}".removeprefix("value ")
    ),
    st.tuples(st.integers(1, 50), st.integers(1, 49)).map(lambda p: f"{p[0]} to {p[0] + p[1]}"),
)
LISTS = st.lists(_SAID, max_size=12)


@given(LISTS, st.booleans())
def test_best_is_never_behind_the_rank_nor_worst_ahead_of_it(said: list[str], lower: bool) -> None:
    for rank, best, worst in _places(said, lower=lower):
        assert 1 <= best <= rank <= worst <= len(said)


@given(LISTS, st.booleans())
def test_ranks_are_a_competition_ranking(said: list[str], lower: bool) -> None:
    """Sorted, each rank repeats the one before it or is its own position."""
    ranks = sorted(rank for rank, _, _ in _places(said, lower=lower))
    assert ranks[:1] in ([], [1])
    for position, (before, rank) in enumerate(pairwise(ranks), start=2):
        assert rank in (before, position)


@given(st.permutations(range(8)), st.lists(_SAID, min_size=8, max_size=8), st.booleans())
def test_the_order_of_the_rows_changes_nothing(
    order: list[int], said: list[str], lower: bool
) -> None:
    straight = _places(said, lower=lower)
    assert _places([said[i] for i in order], lower=lower) == [straight[i] for i in order]


def _may_exceed(one: Interval, other: Interval) -> bool:
    """Whether some number of the first is greater than some number of the second."""
    if one.high is None or other.low is None:
        return True
    return one.high > other.low


def _must_exceed(one: Interval, other: Interval) -> bool:
    """Whether every number of the first is greater than every number of the second."""
    if one.low is None or other.high is None:
        return False
    return one.low > other.high or (one.low == other.high and (one.low_open or other.high_open))


@given(LISTS, st.booleans())
def test_best_and_worst_agree_with_comparing_every_pair(said: list[str], lower: bool) -> None:
    spans = [observation.interval for observation in _observations(said)]
    for place, (_, best, worst) in enumerate(_places(said, lower=lower)):
        others = [span for other, span in enumerate(spans) if other != place]
        own = spans[place]
        if lower:
            surely = sum(_must_exceed(own, span) for span in others)
            possibly = sum(_may_exceed(own, span) for span in others)
        else:
            surely = sum(_must_exceed(span, own) for span in others)
            possibly = sum(_may_exceed(span, own) for span in others)
        assert (best, worst) == (1 + surely, 1 + possibly)


_MIRROR = {"over": "under", "at_least": "at_most", "at_most": "at_least", "between": "between"}


@given(st.lists(st.tuples(st.sampled_from(WORDS[:1] + WORDS[4:]), st.integers(1, 60)), max_size=10))
def test_lower_is_better_is_the_mirror_image(given_: list[tuple[str, int]]) -> None:
    """Every number and word turned about 100 and ranked the other way round: the same places."""
    straight, turned = [], []
    for word, number in given_:
        other = _MIRROR.get(word, word)
        upper = Decimal(number + 7) if word == "between" else None
        straight.append(_bare(Amount(word, Decimal(number), upper)))
        if upper is not None:
            turned.append(_bare(Amount(other, 100 - upper, Decimal(100 - number))))
        else:
            turned.append(_bare(Amount(other, Decimal(100 - number))))
    assert rank_intervals(straight) == rank_intervals(turned, lower_is_better=True)


def _bare(amount: Amount) -> Observation:
    line = figure("an", "2025", "1", amount=amount)
    return Observation(line, amount.interval(Decimal(0), Decimal(100)), (line.source,))


@given(st.lists(st.tuples(st.sampled_from(WORDS[:-1]), st.integers(1, 9)), max_size=12))
def test_reports_that_share_their_records_stand_as_those_that_do_not(
    given_: list[tuple[str, int]],
) -> None:
    apart = [_bare(Amount(word, Decimal(number))) for word, number in given_]
    first = dict(zip(given_, apart, strict=True))
    shared = [
        replace(one, interval=first[said].interval) for one, said in zip(apart, given_, strict=True)
    ]
    one = [
        replace(observation, figure=replace(observation.figure, amount=first[said].figure.amount))
        for observation, said in zip(shared, given_, strict=True)
    ]
    assert rank_intervals(apart) == rank_intervals(shared) == rank_intervals(one)


_DIGITS = st.decimals(1, 10**6, places=9, allow_nan=False)  # up to 15 digits
_NEAR = st.tuples(_DIGITS, st.sampled_from([0, 1, 2])).map(lambda p: p[0] + p[1] * Decimal("1e-9"))
_LONG = st.lists(
    st.tuples(st.sampled_from(WORDS[:-1]), st.lists(_NEAR, min_size=1, max_size=2)), max_size=6
)


def _exact_keys(one: Observation, *, lower: bool) -> tuple[tuple[Decimal, int], Interval]:
    """Return by what a figure sorts, the one ahead first, and what it may be, more being ahead."""
    amount, span = one.figure.amount, one.interval
    assert amount is not None
    if not lower:
        order = {"over": 0, "at_most": 2, "nearly": 3}
        return (-amount.number, order.get(amount.word, 1)), span
    low = None if span.high is None else -span.high
    high = None if span.low is None else -span.low
    order = {"nearly": 0, "at_least": 2, "over": 3}
    mirrored = Interval(low, high, span.high_open, span.low_open)
    return (amount.upper or amount.number, order.get(amount.word, 1)), mirrored


@given(_LONG, st.booleans())
def test_places_by_doubles_are_those_by_decimals(
    words: list[tuple[str, list[Decimal]]], lower: bool
) -> None:
    """Numbers of 15 digits that differ in the last one, every word, pair by pair."""
    said = [
        f"{word.replace('_', ' ')} {n}".removeprefix("value ") for word, ns in words for n in ns
    ]
    observations = _observations(said, percent=False)
    keys = [_exact_keys(one, lower=lower) for one in observations]
    for found, (key, span) in zip(
        rank_intervals(observations, lower_is_better=lower), keys, strict=True
    ):
        rank = 1 + sum(other < key for other, _ in keys)
        surely = sum(other.low_key > span.high_key for _, other in keys)
        possibly = sum(other.high_key > span.low_key for _, other in keys)
        possibly -= span.high_key > span.low_key  # the figure itself
        worst = max(possibly + 1, rank)
        assert found == RankInterval(rank, min(surely + 1, rank), worst, len(said))
