from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtcompare.model.figure import Amount, Interval, Place

D = Decimal
PERCENT = (D(0), D(100))
FREE = (None, None)


def _interval(
    word: str, number: str, bounds: tuple[D | None, D | None] = FREE, upper: str | None = None
) -> str:
    """The interval in the signs of mathematics."""
    span = Amount(word, D(number), D(upper) if upper else None).interval(*bounds)
    low = "" if span.low is None else f"{span.low.normalize():f}"
    high = "" if span.high is None else f"{span.high.normalize():f}"
    return f"{'(' if span.low_open else '['}{low}, {high}{')' if span.high_open else ']'}"


@pytest.mark.parametrize(
    ("word", "number", "expected"),
    [
        ("value", "86.60", "[86.6, 86.6]"),
        ("value", "-3.5", "[-3.5, -3.5]"),
        ("about", "86", "[85.5, 86.5]"),  # half of 1
        ("about", "40", "[38, 42]"),  # half of 10 is 5, 5 % of 40 is 2
        ("about", "960000", "[955000, 965000]"),  # half of 10,000; 5 % would be 48,000
        ("about", "5.3", "[5.25, 5.35]"),  # half of 0.1
        ("about", "5.30", "[5.295, 5.305]"),  # the printed zero counts
        ("about", "5", "[4.75, 5.25]"),  # half of 1 is 0.5, 5 % of 5 is 0.25
        ("about", "9.6E+5", "[955000, 965000]"),
        ("about", "0", "[0, 0]"),
        ("about", "-86", "[-86.5, -85.5]"),
        ("about", "-40", "[-42, -38]"),
        ("nearly", "96", "[95, 96)"),
        ("nearly", "100", "[95, 100)"),  # one unit is 100, 5 % is 5
        ("nearly", "1000", "[950, 1000)"),
        ("nearly", "5600", "[5500, 5600)"),
        ("nearly", "5.3", "[5.2, 5.3)"),
        ("nearly", "-40", "[-42, -40)"),
        ("over", "95", "(95, ]"),
        ("over", "-1", "(-1, ]"),
        ("at_least", "95", "[95, ]"),
        ("at_most", "95", "[, 95]"),
    ],
)
def test_number_words_mean_intervals(word: str, number: str, expected: str) -> None:
    assert _interval(word, number) == expected


@pytest.mark.parametrize(
    ("word", "number", "expected"),
    [
        ("over", "95", "(95, 100]"),
        ("at_least", "95", "[95, 100]"),
        ("at_least", "100", "[100, 100]"),
        ("at_most", "30", "[0, 30]"),
        ("about", "99.96", "[99.955, 99.965]"),
        ("about", "100", "[95, 100]"),
        ("nearly", "100", "[95, 100)"),
        ("about", "0", "[0, 0]"),
    ],
)
def test_a_percentage_ends_at_0_and_100(word: str, number: str, expected: str) -> None:
    assert _interval(word, number, PERCENT) == expected


def test_between_has_both_its_ends() -> None:
    assert _interval("between", "50", upper="55") == "[50, 55]"
    assert _interval("between", "-5", upper="5") == "[-5, 5]"


@pytest.mark.parametrize(
    ("word", "number"), [("over", "100"), ("nearly", "0"), ("at_most", "-1"), ("about", "120")]
)
def test_words_that_leave_no_number_of_the_unit_are_empty(word: str, number: str) -> None:
    assert Amount(word, D(number)).interval(*PERCENT).empty


def test_top_n_is_any_of_the_first_places() -> None:
    assert Place("top", 10, 63).interval == Interval(D(1), D(10))
    assert Place("rank", 9, 63).interval == Interval(D(9), D(9))


# Intervals of one point apart, open or closed, and whether they share a number.
@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (("value", "95"), ("over", "95"), False),
        (("value", "95"), ("nearly", "95"), False),
        (("nearly", "95"), ("over", "95"), False),
        (("at_least", "95"), ("at_most", "95"), True),
        (("over", "95"), ("at_most", "95"), False),
        (("at_least", "95"), ("nearly", "95"), False),
        (("nearly", "98"), ("value", "97.74"), True),
        (("nearly", "96"), ("value", "95"), True),
        (("about", "40"), ("value", "42"), True),
        (("about", "40"), ("value", "42.01"), False),
        (("over", "95"), ("over", "97"), True),
        (("at_most", "5"), ("at_most", "3"), True),
    ],
    ids=lambda case: " ".join(case) if isinstance(case, tuple) else None,
)
def test_intervals_meet_where_they_share_a_number(
    one: tuple[str, str], other: tuple[str, str], meets: bool
) -> None:
    first, second = (Amount(word, D(number)).interval() for word, number in (one, other))
    assert first.meets(second) is meets
    assert second.meets(first) is meets


def test_inside_respects_open_ends() -> None:
    closed, from_above, from_below = (
        Interval(D(90), D(100)),
        Interval(D(90), D(100), low_open=True),
        Interval(D(90), D(100), high_open=True),
    )
    assert from_above.inside(closed)
    assert from_below.inside(closed)
    assert not closed.inside(from_above)
    assert not closed.inside(from_below)
    assert closed.inside(Interval(None, None))
    assert not Interval(D(90), None).inside(closed)


WORDS = st.sampled_from(["value", "about", "over", "nearly", "at_least", "at_most"])
NUMBERS = st.decimals(D(0), D(100), places=2)


@given(WORDS, NUMBERS)
def test_the_printed_number_is_an_end_or_inside(word: str, number: D) -> None:
    """Whatever the words, the number is no farther than a closed end of what they mean."""
    span = Amount(word, number).interval()
    assert span.low is None or span.low <= number
    assert span.high is None or number <= span.high


@given(WORDS, NUMBERS)
def test_about_and_nearly_never_stretch_beyond_a_twentieth(word: str, number: D) -> None:
    span = Amount(word, number).interval()
    if word in ("about", "nearly"):
        assert span.width <= number / 10
