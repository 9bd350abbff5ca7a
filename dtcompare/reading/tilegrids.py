"""Grids of the tile map in register.yaml: every province of a time on a tile of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dtcompare.model.period import Period
from dtcompare.model.tiles import Grid, Islands, Tile
from dtcompare.reading.nodes import Node, Pairs, Scalar
from dtcompare.reading.report import Report
from dtcompare.reading.shape import Found

__all__ = ["read_grids", "read_islands"]

_NAMED = 5  # provinces without a tile that are named in one message

_PARTS = ("provinces", "former")

Entries = Mapping[str, Found | None]


def read_islands(found: Found, entries: Entries, report: Report) -> tuple[Islands, ...]:
    """The islands on today's map; those of no province with a tile are noted."""
    tiles = {id: entry.get("tile") for id, entry in entries.items() if entry is not None}
    owners = {tile: id for id, tile in tiles.items() if tile is not None}
    unsure = {id for id, entry in entries.items() if entry is None or not entry.whole}
    return _Board(report, tiles, owners, unsure).islands(found)


def read_grids(
    found: Found, entries: Entries, report: Report, *, complete: bool
) -> tuple[Grid, ...]:
    """The grids of earlier times, the earliest first.

    Provinces that nobody knows, that did not exist then or that share a tile are noted; with
    ``complete`` (all provinces could be read) those that have no tile are too.
    """
    given: dict[str, Found | None] = found.get("grids", {})
    owners: dict[date, str] = {}
    grids = []
    for id, grid in given.items():
        until: Period | None = grid.get("until") if grid is not None else None
        if grid is None or until is None:
            continue
        if owners.setdefault(until.start, id) != id:
            facts = {"id": id, "other": owners[until.start], "until": until.text}
            report.add(grid.nodes["until"], "double-grid", **facts)
            continue
        grids.append(_grid(id, grid, entries, report, complete=complete))
    return tuple(sorted(grids, key=lambda grid: grid.until or date.max))


def _grid(id: str, grid: Found, entries: Entries, report: Report, *, complete: bool) -> Grid:
    """One grid with what is wrong in it noted."""
    until: Period = grid.get("until")
    board = _Board(report, {}, {}, set())
    for part in _PARTS:
        placed: dict[str, Tile | None] = grid.get(part, {})
        for province, (key, value) in _places(grid, part).items():
            if _known(province, key, entries, report) and _then(
                province, key, grid, entries, report
            ):
                board.place(province, placed.get(province), value)
            else:
                complete = False
    if complete and grid.whole and all(None not in grid.get(part, {}).values() for part in _PARTS):
        _check_gaps(id, grid, board.tiles, entries, report)
    islands = board.islands(grid)
    tiles = {id: tile for id, tile in board.tiles.items() if tile is not None}
    return Grid(tiles, islands, until.start)


def _places(found: Found, part: str) -> dict[str, tuple[Node, Node]]:
    """Where the entries of a table stand: of each id its key and its value."""
    node = found.nodes.get(part)
    if not isinstance(node, Pairs):
        return {}
    return {key.text: (key, value) for key, value in node.pairs if isinstance(key, Scalar)}


def _check_gaps(
    id: str, grid: Found, tiles: Iterable[str], entries: Entries, report: Report
) -> None:
    """Note the provinces that existed on the last day of a grid and have no tile on it."""
    until: Period = grid.get("until")
    placed = set(tiles)
    missing = [
        province
        for province, entry in entries.items()
        if entry is not None and province not in placed and _existed(entry, until)
    ]
    if missing:
        names = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
        facts = {"id": id, "names": names, "until": until.text}
        report.add(grid.nodes["until"], "grid-gap", **facts)


def _known(id: str, at: Node, entries: Entries, report: Report) -> bool:
    """Whether the register lists the province; it is noted where it does not."""
    if id in entries:
        return True
    hint = report.hint(id, entries, listed=False)
    report.add(at, "unknown-province", typed=id, **hint)
    return False


def _then(id: str, at: Node, grid: Found, entries: Entries, report: Report) -> bool:
    """Whether the province existed when the grid's time ended; noted where it did not."""
    entry, until = entries[id], grid.get("until")
    if entry is None or not entry.whole or _upside_down(entry) or _existed(entry, until):
        return True
    report.add(at, "grid-time", id=id, until=until.text)
    return False


def _upside_down(entry: Found) -> bool:
    """Whether a province ended before it began, which is told elsewhere."""
    since: Period | None = entry.get("since")
    end: Period | None = entry.get("until")
    return since is not None and end is not None and end.start <= since.start


def _existed(entry: Found, until: Period) -> bool:
    """Whether a province existed on the day before ``until``."""
    day = until.start - timedelta(days=1)
    since: Period | None = entry.get("since")
    end: Period | None = entry.get("until")
    return (since is None or since.start <= day) and (end is None or end.start > day)


class _Board:
    """Tiles being given to provinces: those of ``unsure`` provinces may be anywhere."""

    def __init__(
        self,
        report: Report,
        tiles: dict[str, Tile | None],
        owners: dict[Tile, str],
        unsure: set[str],
    ) -> None:
        self._report = report
        self.tiles = tiles
        self._owners = owners
        self._unsure = unsure

    def place(self, id: str, tile: Tile | None, at: Node) -> None:
        """Put a province on a tile, or note whose it is already."""
        if tile is None:
            self._unsure.add(id)
            return
        tile = (int(tile[0]), int(tile[1]))
        owner = self._owners.setdefault(tile, id)
        if owner != id:
            self._report.add(at, "double-tile", id=id, other=owner)
        self.tiles[id] = tile

    def islands(self, found: Found) -> tuple[Islands, ...]:
        """The islands beside these tiles; those whose province has no tile are noted."""
        given: dict[str, Found | None] = found.get("islands", {})
        kept = []
        for id, entry in given.items():
            if entry is None or not entry.whole:
                continue
            province: str = entry.get("province")
            if self.tiles.get(province) is None:
                if province not in self._unsure:
                    self._report.add(entry.nodes["province"], "no-tile", id=id, province=province)
                continue
            row, column = entry.get("tile")
            tile = (int(row), int(column))
            owner = self._owners.setdefault(tile, id)
            if owner != id:
                self._report.add(entry.nodes["tile"], "double-tile", id=id, other=owner)
            kept.append(Islands(entry.get("name"), province, tile))
        return tuple(kept)
