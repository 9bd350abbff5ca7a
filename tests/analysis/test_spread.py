"""How figures lie, worked out by hand."""

from __future__ import annotations

from decimal import Decimal

from dtcompare.analysis.spread import FigureSpread, regions_of, spread_of, spreads_of
from tests.analysis.build import figures, ranked


def test_quartiles_lie_between_two_numbers_in_proportion() -> None:
    """Of ten numbers the lower quartile is at 2.25: 74 and a quarter of the way to 81.5."""
    printed = ("99.6", "97.02", "96", "92", "91", "86.6", "81.5", "74", "72.63", "70")
    numbers = [Decimal(number) for number in printed]
    assert spread_of(numbers) == FigureSpread(
        10, Decimal(70), Decimal("75.875"), Decimal("88.8"), Decimal(95), Decimal("99.6")
    )


def test_of_one_number_all_parts_are_it_and_of_none_there_is_no_spread() -> None:
    assert spread_of([Decimal("3.5")]) == FigureSpread(
        1, Decimal("3.5"), Decimal("3.5"), Decimal("3.5"), Decimal("3.5"), Decimal("3.5")
    )
    assert spread_of([]) is None


def test_what_moved_is_told_of_the_provinces_in_both_seasons_alone() -> None:
    """Em is new in 2025: with it the median would be 45, without it 50, before it was 20."""
    ranking = ranked(
        figures(
            *(("an", "2024", "10"), ("ba", "2024", "20"), ("ca", "2024", "30")),
            *(("an", "2025", "40"), ("ba", "2025", "50"), ("ca", "2025", "60")),
            ("em", "2025", "4"),
        )
    )
    newest, oldest = spreads_of(ranking.groups)
    assert newest.spread.median == 45
    assert newest.now is not None
    assert newest.before is not None
    assert newest.now.count == 3
    assert newest.now.median == 50
    assert newest.before.median == 20
    assert oldest.spread.median == 20
    assert (oldest.now, oldest.before) == (None, None)


def test_regions_stand_in_the_order_given_with_their_medians() -> None:
    ranking = ranked(figures(("an", "2025", "10"), ("da", "2025", "30"), ("em", "2025", "20")))
    region = {"an": "south", "da": "north", "em": "south"}
    found = regions_of(ranking.groups[0], ("north", "south"), region)
    assert [(one.region, [row.province for row in one.rows], one.median) for one in found] == [
        ("north", ["da"], Decimal(30)),
        ("south", ["em", "an"], Decimal(15)),
    ]
