"""A tile map's grid: one equal tile for each province of a time, islands drawn apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dtcompare.model.label import Label
from dtcompare.model.record import dataclass, field

__all__ = ["Grid", "Islands", "Tile"]

Tile = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True, slots=True)
class Islands:
    """Islands far from the coast: a sign of their own, in the shade of their province."""

    name: Label
    province: str
    tile: Tile


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the provinces of a time stand; ``until`` is the day it ended, None for today's."""

    tiles: Mapping[str, Tile] = field(default_factory=dict)
    islands: tuple[Islands, ...] = ()
    until: date | None = None
