"""The two tile grids of the register, held against the borders of the provinces."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import combinations

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.model.province import FORMER, Tile
from tests.charts.neighbours import BORDERS, LATITUDES

TODAY, BEFORE = date(2025, 7, 1), date(2025, 6, 30)
Borders = frozenset[frozenset[str]]


def _tiles(dataset: Dataset, day: date) -> dict[str, Tile]:
    """The tiles of a day by the name of the time."""
    grid = dataset.register.grid(day)
    return {id.removeprefix(FORMER): tile for id, tile in grid.tiles.items()}


def _merged(dataset: Dataset) -> dict[str, str]:
    """What each of the 63 is part of today."""
    provinces = dataset.register.existing(BEFORE)
    return {p.id.removeprefix(FORMER): p.into or p.id for p in provinces}


def _borders_today(dataset: Dataset) -> Borders:
    """The borders of the 34: those of the 63 that do not lie inside a merged one."""
    into = _merged(dataset)
    pairs = (frozenset(into[id] for id in pair) for pair in BORDERS)
    return frozenset(pair for pair in pairs if len(pair) == 2)


def _apart(tiles: Mapping[str, Tile], pair: frozenset[str]) -> tuple[int, int]:
    """How many rows and columns lie between two tiles."""
    (row, column), (other_row, other_column) = (tiles[id] for id in sorted(pair))
    return abs(row - other_row), abs(column - other_column)


def _touching(tiles: Mapping[str, Tile], borders: Borders) -> tuple[int, int]:
    """How many of the borders are sides of tiles, and how many corners."""
    steps = [_apart(tiles, pair) for pair in borders]
    return sum(sum(step) == 1 for step in steps), steps.count((1, 1))


def test_the_borders_of_the_63_are_told_once_each() -> None:
    """63 provinces have 135 land borders, and each has a neighbour."""
    assert len(LATITUDES) == 63
    assert len(BORDERS) == 135
    assert frozenset.union(*BORDERS) == set(LATITUDES)


def test_every_province_has_a_tile_of_its_own(dataset: Dataset) -> None:
    """34 tiles today, 63 before, no two in one place, islands beside them."""
    for day, count in ((TODAY, 34), (BEFORE, 63)):
        grid = dataset.register.grid(day)
        existing = {p.id for p in dataset.register.existing(day)}
        places = [*grid.tiles.values(), *(islands.tile for islands in grid.islands)]
        assert set(grid.tiles) == existing
        assert len(grid.tiles) == count
        assert len(set(places)) == count + 2


def test_all_58_borders_of_today_are_sides_or_corners(dataset: Dataset) -> None:
    """Merging the 63 gives 58 borders; on today's grid 40 are sides and 18 corners."""
    borders = _borders_today(dataset)
    assert len(borders) == 58
    assert _touching(_tiles(dataset, TODAY), borders) == (40, 18)


def test_131_of_the_135_borders_before_are_sides_or_corners(dataset: Dataset) -> None:
    """85 are sides and 46 corners; four short ones are pulled apart by one tile."""
    tiles = _tiles(dataset, BEFORE)
    assert _touching(tiles, BORDERS) == (85, 46)
    pulled = {pair for pair in BORDERS if max(_apart(tiles, pair)) > 1}
    assert pulled == {
        frozenset({"bac-giang", "ha-noi"}),
        frozenset({"ha-nam", "thai-binh"}),
        frozenset({"hoa-binh", "ninh-binh"}),
        frozenset({"son-la", "thanh-hoa"}),
    }
    assert max(max(_apart(tiles, pair)) for pair in pulled) == 2


@pytest.mark.parametrize(("day", "wrong"), [(TODAY, 0), (BEFORE, 3)])
def test_few_tiles_share_a_side_without_a_border(dataset: Dataset, day: date, wrong: int) -> None:
    """Where tiles share a side their provinces border; before the merger three do not."""
    tiles = _tiles(dataset, day)
    borders = BORDERS if day == BEFORE else _borders_today(dataset)
    sides = [p for p in map(frozenset, combinations(tiles, 2)) if sum(_apart(tiles, p)) == 1]
    assert sum(pair not in borders for pair in sides) == wrong


def test_what_lies_north_stands_above(dataset: Dataset) -> None:
    """Of the 63 no province stands above one whose middle lies over a fifth of a degree norther."""
    tiles = _tiles(dataset, BEFORE)
    upside_down = [
        (above, below)
        for above, (row, _) in tiles.items()
        for below, (other, _) in tiles.items()
        if row < other and LATITUDES[above] < LATITUDES[below] - 0.21
    ]
    assert upside_down == []


def test_the_grids_fit_a_page(dataset: Dataset) -> None:
    """At most 9 columns and 22 rows, so that a name of 6.5 points fits on a tile."""
    for day in (TODAY, BEFORE):
        grid = dataset.register.grid(day)
        places = [*grid.tiles.values(), *(islands.tile for islands in grid.islands)]
        assert max(row for row, _ in places) < 22
        assert max(column for _, column in places) < 9


def test_islands_lie_off_the_coast_of_their_province(dataset: Dataset) -> None:
    """Hoàng Sa is drawn for Đà Nẵng and Trường Sa for Khánh Hòa, east of both."""
    for day, prefix in ((TODAY, ""), (BEFORE, FORMER)):
        grid = dataset.register.grid(day)
        owners = {islands.name.vi: islands.province for islands in grid.islands}
        assert owners == {"Hoàng Sa": f"{prefix}da-nang", "Trường Sa": f"{prefix}khanh-hoa"}
        for islands in grid.islands:
            assert islands.tile[1] >= grid.tiles[islands.province][1]
            assert islands.tile[0] >= grid.tiles[islands.province][0]
