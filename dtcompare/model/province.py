"""The register: provinces of today and former ones, which exist on a day, and their tile maps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field

from dtcompare.model.label import Label

FORMER = "former/"
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


class Extent(Struct, frozen=True):
    """A population (people) or an area (square kilometres) with the page behind it (FILE/ID)."""

    number: Decimal
    source: str
    status: str | None = None


class Province(Struct, frozen=True):
    """One province. It exists from ``since`` on, until the day before ``until``.

    ``short_names`` pairs a name, today's or a former one, with what stands for it on a tile.
    """

    id: str
    name: str
    label: Label
    former_names: tuple[tuple[str, date], ...] = ()
    kind: str | None = None
    code: str | None = None
    region: str | None = None
    tile: Tile | None = None
    aliases: tuple[str, ...] = ()
    since: date | None = None
    formed_from: tuple[str, ...] = ()
    until: date | None = None
    into: str | None = None
    population: Extent | None = None
    area: Extent | None = None
    short_names: tuple[tuple[str, str], ...] = ()

    @property
    def former(self) -> bool:
        """Tell whether the register lists it as ended."""
        return self.id.startswith(FORMER)

    def exists(self, day: date) -> bool:
        """Tell whether the province exists on ``day``."""
        return (self.since is None or self.since <= day) and not self.ended(day)

    def ended(self, day: date) -> bool:
        """Tell whether the province had come to its end by ``day``."""
        return self.until is not None and self.until <= day

    def name_on(self, day: date) -> str:
        """Return the name it bore on ``day``: the former one that was given up soonest after it."""
        if not self.former_names:
            return self.name
        later = [(until, name) for name, until in self.former_names if day < until]
        return min(later)[1] if later else self.name

    def short_on(self, day: date) -> str:
        """Return the name it bore on ``day``, fit for a tile where a short one is given."""
        name = self.name_on(day)
        return dict(self.short_names).get(name, name)


class Register(Struct, frozen=True, dict=True):
    """Every province, today's first, each list in the file's order; regions by id.

    ``islands`` stand on today's tile map, whose tiles the provinces have themselves; ``grids`` are
    those of earlier times, the earliest first. ``types`` are the kinds of provinces by id.
    """

    provinces: Mapping[str, Province] = field(default_factory=dict)
    regions: Mapping[str, Label] = field(default_factory=dict)
    islands: tuple[Islands, ...] = ()
    grids: tuple[Grid, ...] = ()
    types: Mapping[str, Label] = field(default_factory=dict)

    def existing(self, day: date) -> tuple[Province, ...]:
        """Return the provinces that exist on ``day``."""
        if day not in self._existing:
            self._existing[day] = tuple(p for p in self.provinces.values() if p.exists(day))
        return self._existing[day]

    def count(self, day: date) -> int:
        """Return how many provinces exist on ``day``."""
        return len(self.existing(day))

    @cached_property
    def _existing(self) -> dict[date, tuple[Province, ...]]:
        """Hold the provinces of the days that were asked about."""
        return {}

    def grid(self, day: date) -> Grid:
        """Return the tile map's grid for the provinces of ``day``, empty where there is none."""
        earlier = next((grid for grid in self.grids if grid.until and day < grid.until), None)
        if earlier is not None:
            return earlier
        tiles = {p.id: p.tile for p in self.provinces.values() if p.tile and not p.former}
        return Grid(tiles, self.islands)
