"""A tile map's grid: one equal tile for each province of a time, islands drawn apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from dtcompare.model.label import Label

Tile = tuple[int, int]  # row and column, from 0


class Islands(Struct, frozen=True):
    """Islands far from the coast: a sign of their own, in the shade of their province."""

    name: Label
    province: str
    tile: Tile


class Grid(Struct, frozen=True):
    """Where the provinces of a time stand; ``until`` is the day it ended, None for today's."""

    tiles: Mapping[str, Tile] = field(default_factory=dict)
    islands: tuple[Islands, ...] = ()
    until: date | None = None
