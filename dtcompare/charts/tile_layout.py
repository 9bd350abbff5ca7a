"""Find where the tiles of a map stand and how large their words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from dtcompare.charts.fonts import Font
from dtcompare.model.province import Grid, Islands, Tile

_LEAST = 6.5  # points, of any text
LINE = 1.16  # the pitch of lines on a tile, in ems: as close as stacked marks allow
_VALUE = 1.27  # how much larger than its name a number is
INSET, _APART = 0.45, 0.6  # ems beside the words on a tile, and between a name and its value
_GOOD = 0.9  # of the wanted size: the first way of lettering that comes so near is taken


class TileShape(Struct, frozen=True):
    """The rows and columns that a grid takes, with what stands where, from its own corner on."""

    rows: int
    columns: int
    tiles: Mapping[str, Tile]
    islands: tuple[tuple[Islands, Tile], ...]

    @classmethod
    def of(cls, grid: Grid, provinces: Iterable[str]) -> TileShape:
        """Return the grid of these provinces and of the islands that belong to them."""
        tiles = {id: grid.tiles[id] for id in provinces if id in grid.tiles}
        islands = [group for group in grid.islands if group.province in tiles]
        taken = [*tiles.values(), *(group.tile for group in islands)]
        top, left = (min(place) for place in zip(*taken, strict=True))
        below, right = (max(place) for place in zip(*taken, strict=True))
        return cls(
            below - top + 1,
            right - left + 1,
            {id: (row - top, column - left) for id, (row, column) in tiles.items()},
            tuple((group, (group.tile[0] - top, group.tile[1] - left)) for group in islands),
        )


class Board(Struct, frozen=True):
    """Tiles of ``width`` and ``height`` points from ``x``, ``y`` on, with a gap between."""

    x: float
    y: float
    width: float
    height: float
    gap: float = 1

    @property
    def inner(self) -> tuple[float, float]:
        """Return width and height of a tile within its gap."""
        return self.width - 2 * self.gap, self.height - 2 * self.gap

    def corner(self, tile: Tile) -> tuple[float, float]:
        """Return the top left corner of a tile's place."""
        row, column = tile
        return self.x + column * self.width, self.y + row * self.height


class Lettering(Struct, frozen=True):
    """How tiles are lettered: sizes of names and values, lines of a name, one beside the other."""

    name: float
    value: float
    lines: int = 1
    beside: bool = False


def fit_letters(
    font: Font,
    names: Sequence[str],
    values: Sequence[str],
    inner: tuple[float, float],
    most: float,
) -> Lettering | None:
    """Return the largest lettering with which every name and value fits into ``inner``.

    A name is ``most`` points tall at the most; a value stands under it, on a low wide tile behind
    it, on a narrow one under two lines. None where nothing of a legible size fits.
    """
    width, height = inner
    pairs = [
        font.width(name, 1, "Medium") + font.width(text, 1, "SemiBold")
        for name, text in zip(names, values, strict=True)
    ]
    beside = min(most * 1.15, width / (max(pairs) + 2 * INSET + _APART), height / LINE)
    value = max((font.width(text, 1, "SemiBold") for text in values), default=0.0)
    whole, halves = _widest(font, names), max(_widest(font, in_two(font, one)) for one in names)
    found = [
        _stacked(1, (whole, value), inner, most),
        Lettering(beside, beside, 1, beside=True),
        _stacked(2, (halves, value), inner, most),
    ]
    legible = [one for one in found if min(one.name, one.value) >= _LEAST]
    good = [one for one in legible if one.name >= most * _GOOD]
    return next(iter(good), max(legible, key=lambda one: one.name, default=None))


def _stacked(
    lines: int, widest: tuple[float, float], inner: tuple[float, float], most: float
) -> Lettering:
    """Return a value under a name of one or two lines, as large as both directions allow."""
    (name, value), (width, height) = widest, inner
    tall = height / LINE
    size = max(tall / (lines + _VALUE), min(_LEAST, (tall - _LEAST) / lines))
    size = min(size, most, (width - 2) / name)
    under = min(size * _VALUE, tall - lines * size)
    return Lettering(size, min(under, (width - 2) / value) if value else under, lines)


def in_two(font: Font, name: str) -> tuple[str, ...]:
    """Return a name in two lines as even as its words allow; one line where it has one word."""
    return min(_splits(name), key=lambda lines: _widest(font, lines), default=(name,))


def _splits(name: str) -> Iterator[tuple[str, str]]:
    words = name.split(" ")
    for number in range(1, len(words)):
        yield " ".join(words[:number]), " ".join(words[number:])


def _widest(font: Font, lines: Sequence[str]) -> float:
    return max(font.width(line, 1, "Medium") for line in lines)
