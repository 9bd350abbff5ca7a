"""Divide the figures of a ranked group into ordered classes, each with a shade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from dtcompare.analysis.groups import Edition, Group, RankedRow
from dtcompare.charts.style import CLASSES, INK, WHITE
from dtcompare.charts.values import value_text
from dtcompare.model.figure import Figure
from dtcompare.view.phrases import Phrases

# So many figures at least for so many classes; with fewer every number is a class of its own.
_ENOUGH = ((15, 5), (10, 4), (6, 3))
# Which of the five shades are taken, light to dark, by how many are needed.
_PICKED: Mapping[int, Sequence[int]] = {
    1: (2,),
    2: (1, 3),
    3: (0, 2, 4),
    4: (0, 1, 3, 4),
    5: (0, 1, 2, 3, 4),
}
_INKS = (INK, INK, INK, WHITE, WHITE)


class TileClass(Struct, frozen=True):
    """A class: its colours, what it holds in words, and its rows."""

    fill: str
    ink: str
    label: str
    rows: tuple[RankedRow, ...]
    of_places: bool = False


def drawn_figure(row: RankedRow, edition: Edition | None) -> Figure | None:
    """Return what a map shows of a row: its published place, else its figure.

    None where the edition publishes places and this one is not known.
    """
    if row.place is not None:
        return row.place.figure
    return row.observation.figure if edition is None or row.rank_interval is not None else None


def classify(group: Group, rows: Sequence[RankedRow], phrases: Phrases) -> tuple[TileClass, ...]:
    """Return the classes of a group's rows, the highest numbers or the first places first.

    Places fall into five stretches of equal length, of all places that there are. Numbers fall
    into up to five classes of about as many rows each; equal numbers share a class.
    """
    placed = [row for row in rows if row.place is not None]
    if placed and group.edition is not None:
        return _of_places(placed, group.edition)
    return _of_numbers([row for row in rows if drawn_figure(row, group.edition)], phrases)


def _of_places(rows: Sequence[RankedRow], edition: Edition) -> tuple[TileClass, ...]:
    """Return five stretches of places, 1 to the last; each is told though nobody be in it."""
    count = min(len(CLASSES), edition.of)
    ends = [edition.of * n // count for n in range(count + 1)]
    found = []
    for number, (start, end) in enumerate(pairwise(ends)):
        within = tuple(row for row in rows if start < _place(row) <= end)
        label = str(end) if end == start + 1 else f"{start + 1}–{end}"
        found.append(_tile_class(count - 1 - number, count, label, within, of_places=True))
    return tuple(found)


def _place(row: RankedRow) -> int:
    place = row.place.figure.place if row.place is not None else None
    assert place is not None
    return place.number


def _of_numbers(rows: Sequence[RankedRow], phrases: Phrases) -> tuple[TileClass, ...]:
    """Return classes of about as many rows each, by the printed number."""
    ordered = sorted(rows, key=lambda row: -row.observation.figure.number)
    places = _class_places([row.observation.figure.number for row in ordered])
    count = max(places, default=-1) + 1
    found = []
    for number in range(count):
        held = tuple(row for row, place in zip(ordered, places, strict=True) if place == number)
        found.append(_tile_class(count - 1 - number, count, _label(held, phrases), held))
    return tuple(found)


def _class_places(numbers: Sequence[Decimal]) -> list[int]:
    """Return the class of each number, given the highest first: 0 is the highest class.

    >>> _class_places([Decimal(n) for n in (9, 8, 8, 7, 6, 6)])
    [0, 0, 0, 1, 2, 2]
    """
    firsts: dict[Decimal, int] = {}
    for place, number in enumerate(numbers):
        firsts.setdefault(number, place)
    count = next((k for least, k in _ENOUGH if len(numbers) >= least), len(CLASSES))
    if len(firsts) <= count:
        return [list(firsts).index(number) for number in numbers]
    raw = [firsts[number] * count // len(numbers) for number in numbers]
    order = sorted(set(raw))
    return [order.index(place) for place in raw]


def _label(rows: Sequence[RankedRow], phrases: Phrases) -> str:
    """Return the lowest and the highest number of a class; a single figure as it is printed."""
    figures = [row.observation.figure for row in rows]
    if len(figures) == 1:
        return value_text(figures[0], phrases)
    low, high = figures[-1].number, figures[0].number
    numbers = [phrases.number(number) for number in dict.fromkeys((low, high))]
    return "–".join(numbers)


def _tile_class(
    level: int, count: int, label: str, rows: tuple[RankedRow, ...], *, of_places: bool = False
) -> TileClass:
    """Return a class by how high it is (0: the lowest) among how many."""
    picked = _PICKED[count][level]
    return TileClass(CLASSES[picked], _INKS[picked], label, rows, of_places)
