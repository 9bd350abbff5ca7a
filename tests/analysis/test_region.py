"""A region: its provinces side by side, counted like each of them alone."""

from __future__ import annotations

from msgspec.structs import replace

from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.overview import region_profile
from dtcompare.model.dataset import Dataset
from tests.analysis.build import AS_OF, LAND, country, figures, index, target


def _dataset() -> Dataset:
    """An and Ba lie in the north; the index has places of all five provinces of today."""
    land = [replace(one, region="north" if one.id in ("an", "ba") else "south") for one in LAND]
    lines = [
        *figures(
            ("an", "2025", "3 of 5"),
            ("ba", "2025", "1 of 5"),
            ("ca", "2025", "2 of 5"),
        ),
        target("an", "2026", "top 3 of 5"),
        target("an", "2027", "top 1 of 5"),
        target("ca", "2026", "top 3 of 5"),
    ]
    return country(lines, index(), provinces=land, regions=["north", "south"])


def test_its_provinces_stand_in_the_order_of_the_first_index() -> None:
    answer = region_profile(_dataset(), "north", as_of=AS_OF)
    assert [one.indicator for one in answer.indices] == ["share"]
    told = [
        (row.province, [place and place.rank for place in row.places], row.reported)
        for row in answer.rows
    ]
    assert told == [("ba", [1], 1), ("an", [3], 1)]


def test_its_targets_are_counted_with_those_that_are_reached() -> None:
    answer = region_profile(_dataset(), "north", as_of=AS_OF)
    assert [(row.province, row.targets, row.met) for row in answer.rows] == [
        ("ba", 0, 0),
        ("an", 2, 1),
    ]


def test_gaps_of_a_region_are_those_of_its_provinces() -> None:
    rows = gaps(_dataset(), as_of=AS_OF, region="north").rows
    assert {row.province for row in rows} == {"an"}
    assert len(gaps(_dataset(), as_of=AS_OF).rows) == 3


def test_a_region_without_a_province_is_empty() -> None:
    assert region_profile(country([], regions=["west"]), "west", as_of=AS_OF).empty
