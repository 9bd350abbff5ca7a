"""Bars beside numbers: from 0 to both sides, and none where they would look alike."""

from __future__ import annotations

from decimal import Decimal

from dtcompare.model.indicator import Unit
from dtcompare.view.figures import NO_BARS, bar_scale
from dtcompare.view.rich_table import bar_text
from dtcompare.view.sheet import Bar, BarKind

D = Decimal
GROWTH = Unit("growth")
INDEX = Unit("index", ranked=True)


def _texts(numbers: list[str], width: int) -> list[str]:
    scale = bar_scale(map(D, numbers), GROWTH)
    bars = [scale.bar(D(number)) for number in numbers]
    return [bar_text(bar, width) if bar else "" for bar in bars]


def test_bars_of_numbers_below_0_end_where_the_others_begin() -> None:
    """12, -4 and -20 on 32 columns: 0 is behind the twentieth."""
    assert _texts(["12", "-4", "-20"], 32) == [
        " " * 20 + "█" * 12,
        " " * 16 + "█" * 4,
        "█" * 20,
    ]


def test_without_a_number_below_0_bars_begin_at_the_left() -> None:
    assert _texts(["10", "5"], 8) == ["████████", "████"]
    assert _texts(["-10", "-5"], 8) == ["████████", "    ████"]


def test_nothing_but_0_has_no_bars() -> None:
    assert _texts(["0", "0"], 8) == ["", ""]


def test_scores_that_lie_close_together_have_no_bars() -> None:
    """82 to 97 of an index would all be nearly full; 40 to 97 are not, nor is it so of others."""
    assert bar_scale(map(D, ("97", "90", "82")), INDEX) == NO_BARS
    assert bar_scale(map(D, ("97", "90", "40")), INDEX) != NO_BARS
    assert bar_scale(map(D, ("97", "90", "82")), GROWTH) != NO_BARS


def test_nearly_ends_in_an_edge_of_its_own() -> None:
    kinds: tuple[BarKind, ...] = ("exact", "about", "nearly", "over", "under")
    assert len({bar_text(Bar(1, kind), 4) for kind in kinds}) == len(kinds)
