"""Grids of the tile map in register.yaml: every province of a time on a tile of its own."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date, timedelta
from decimal import Decimal

from dtcompare.model.period import Period
from dtcompare.model.province import Grid, Islands, Tile
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Node, Scalar
from dtcompare.reading.problems import ProblemList

_NAMED = 5  # provinces without a tile that are named in one message

_PARTS = ("provinces", "former")

Entries = Mapping[str, ParsedMapping | None]


def as_tile(typed: tuple[Decimal, Decimal] | None) -> Tile | None:
    """Return row and column as they were typed; None for None."""
    return None if typed is None else (int(typed[0]), int(typed[1]))


def read_islands(found: ParsedMapping, entries: Entries) -> tuple[Islands, ...]:
    """Return the islands on today's map.

    Those of no province with a tile, and tiles that two have, are noted.
    """
    board = _Board(found.problems)
    for id, entry in entries.items():
        if entry is None or not entry.whole:
            board.unsure.add(id)
        if entry is not None and "tile" in entry.values:
            board.place(id, as_tile(entry.get("tile")), entry.nodes["tile"])
    return board.islands(found)


def read_grids(found: ParsedMapping, entries: Entries, *, complete: bool) -> tuple[Grid, ...]:
    """Return the grids of earlier times, the earliest first.

    Provinces that nobody knows, that did not exist then or that share a tile are noted; with
    ``complete`` (all provinces could be read) those that have no tile are too.
    """
    given: Entries = found.get("grids", {})
    owners: dict[date, str] = {}
    grids = []
    for id, grid in given.items():
        until: Period | None = None if grid is None else grid.get("until")
        if grid is None or until is None:
            continue
        if owners.setdefault(until.start, id) != id:
            facts = {"id": id, "other": owners[until.start], "until": until.text}
            found.problems.add(grid.nodes["until"], "double-grid", **facts)
            continue
        grids.append(_grid(id, grid, entries, complete=complete))
    return tuple(sorted(grids, key=lambda grid: grid.until or date.max))


def _grid(id: str, grid: ParsedMapping, entries: Entries, *, complete: bool) -> Grid:
    """Return one grid; what is wrong in it is noted."""
    until: Period = grid.get("until")
    board = _Board(grid.problems)
    complete = complete and grid.whole
    for part in _PARTS:
        placed: Mapping[str, tuple[Decimal, Decimal] | None] = grid.get(part, {})
        complete = complete and None not in placed.values()
        for province, (key, value) in grid.entries(part).items():
            if _belongs(province, key, grid, entries):
                board.place(province, as_tile(placed.get(province)), value)
            else:
                complete = False
    if complete:
        _check_gaps(id, grid, board.tiles, entries)
    islands = board.islands(grid)
    return Grid(board.tiles, islands, until.start)


def _check_gaps(id: str, grid: ParsedMapping, tiles: Container[str], entries: Entries) -> None:
    """Note the provinces that existed on the last day of a grid and have no tile on it."""
    until: Period = grid.get("until")
    missing = []
    for province, entry in entries.items():
        if entry is not None and province not in tiles and _existed(entry, until):
            missing.append(province)
    if missing:
        names = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
        facts = {"id": id, "names": names, "until": until.text}
        grid.problems.add(grid.nodes["until"], "grid-gap", **facts)


def _belongs(id: str, at: Scalar, grid: ParsedMapping, entries: Entries) -> bool:
    """Return whether the register lists the province, and it existed when the grid's time ended.

    It is noted where not.
    """
    if id not in entries:
        grid.problems.add_unknown(at, "unknown-province", id, entries, listed=False)
        return False
    entry, until = entries[id], grid.get("until")
    if entry is None or not entry.whole or _existed(entry, until):
        return True
    since, end = entry.get("since"), entry.get("until")
    if since is not None and end is not None and end.start <= since.start:  # told elsewhere
        return True
    grid.problems.add(at, "grid-time", id=id, until=until.text)
    return False


def _existed(entry: ParsedMapping, until: Period) -> bool:
    """Return whether a province existed on the day before ``until``."""
    day = until.start - timedelta(days=1)
    since, end = entry.get("since"), entry.get("until")
    return (since is None or since.start <= day) and (end is None or end.start > day)


class _Board:
    """Tiles being given to provinces: those of ``unsure`` provinces may be anywhere."""

    def __init__(self, problems: ProblemList) -> None:
        self._problems = problems
        self.tiles: dict[str, Tile] = {}
        self.owners: dict[Tile, str] = {}
        self.unsure: set[str] = set()

    def place(self, id: str, tile: Tile | None, at: Node) -> None:
        """Put a province on a tile, or note whose it is already."""
        if tile is None:
            self.unsure.add(id)
        else:
            self._take(tile, id, at)
            self.tiles[id] = tile

    def _take(self, tile: Tile, id: str, at: Node) -> None:
        """Note a tile that somebody has already."""
        owner = self.owners.setdefault(tile, id)
        if owner != id:
            self._problems.add(at, "double-tile", id=id, other=owner)

    def islands(self, found: ParsedMapping) -> tuple[Islands, ...]:
        """Return the islands beside these tiles; those whose province has no tile are noted."""
        given: Entries = found.get("islands", {})
        kept = []
        for id, entry in given.items():
            tile = as_tile(None if entry is None else entry.get("tile"))
            if entry is None or not entry.whole or tile is None:
                continue
            province: str = entry.get("province")
            if province in self.tiles:
                self._take(tile, id, entry.nodes["tile"])
                kept.append(Islands(entry.get("name"), province, tile))
            elif province not in self.unsure:
                facts = {"id": id, "province": province}
                self._problems.add(entry.nodes["province"], "no-tile", **facts)
        return tuple(kept)
