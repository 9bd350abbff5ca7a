"""Tell what each tile of a map of a ranking shows, and why some stand apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from dtcompare.analysis.groups import Edition, Group, RankedRow
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.rank_words import apart
from dtcompare.charts.style import CLASSES, INK, WHITE
from dtcompare.charts.values import value_text
from dtcompare.model.figure import Figure
from dtcompare.view.phrases import Phrases

TileKind = Literal["shaded", "apart", "silent", "hidden"]
_MOST_MARKS, _MOST_NARROW = 8, 6  # more reasons than this to stand apart share one mark
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
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


class TileCell(Struct, frozen=True):
    """One tile: shaded by its class, apart (a figure that compares with none), silent or hidden.

    ``figure`` is what is drawn of ``observation``; ``mark`` refers to the reason why it is apart.
    """

    kind: TileKind
    figure: Figure | None = None
    observation: Observation | None = None
    tile_class: TileClass | None = None
    mark: str = ""


class TileCells:
    """The tiles of one ranking by province: of several groups the first is shaded.

    ``reasons`` tell what each mark means, ``hidden`` are the rows of the group that are not shown,
    ``undrawn`` is how many figures have no tile.
    """

    def __init__(
        self, ranking: Ranking, provinces: Iterable[str], phrases: Phrases, options: ChartOptions
    ) -> None:
        self.ranking = ranking
        self.group = ranking.groups[0] if ranking.is_ranked else None
        self.classes: tuple[TileClass, ...] = ()
        self.reasons: dict[str, str] = {}
        self.hidden: list[RankedRow] = []
        self._phrases = phrases
        self._ids = dict.fromkeys(provinces)
        cells = self._shaded(self.group, options) if self.group is not None else {}
        others = list(self._others())
        firsts: dict[str, tuple[Observation, str]] = {}
        for id, observation, reason in others:
            if id in self._ids and id not in cells:
                firsts.setdefault(id, (observation, reason))
        marks = self._mark_reasons([reason for _, reason in firsts.values()], options)
        for id, (observation, reason) in firsts.items():
            cells[id] = TileCell("apart", observation.figure, observation, mark=marks[reason])
        self.undrawn = len(others) - len(firsts)
        cells |= {id: TileCell("silent") for id in ranking.not_reported}
        hidden = TileCell("hidden")
        self.by_province = {id: cells.get(id, hidden) for id in self._ids}

    def of(self, kind: TileKind, mark: str | None = None) -> list[str]:
        """Return the provinces whose tiles are of a kind, and bear a mark where one is given."""
        return [
            id
            for id, cell in self.by_province.items()
            if cell.kind == kind and mark in (None, cell.mark)
        ]

    @property
    def rows(self) -> list[RankedRow]:
        """Return the rows that are shaded, the highest class first."""
        return [row for tile_class in self.classes for row in tile_class.rows]

    @property
    def figures(self) -> list[Figure]:
        """Return what is drawn on tiles."""
        return [cell.figure for cell in self.by_province.values() if cell.figure]

    def _shaded(self, group: Group, options: ChartOptions) -> dict[str, TileCell]:
        """Return the first group's tiles in classes; those that are not asked for hidden."""
        rows = [row for row in group.rows if row.province in self._ids]
        first, last = options.first or 0, options.last or 0
        if first or last:
            end = max(len(rows) - last, first)
            self.hidden = rows[first:end]
            del rows[first:end]
        self.classes = classify(group, rows, self._phrases)
        cells = {row.province: TileCell("hidden") for row in self.hidden}
        for tile_class in self.classes:
            for row in tile_class.rows:
                figure = drawn_figure(row, group.edition)
                observation = row.place or row.observation
                cells[row.province] = TileCell("shaded", figure, observation, tile_class)
        return cells

    def _others(self) -> Iterator[tuple[str, Observation, str]]:
        """Yield every figure that is in no class: province, figure, why it stands apart."""
        ranking, group, phrases = self.ranking, self.group, self._phrases
        drawn = {row.province for row in (*self.rows, *self.hidden)}
        for row in group.rows if group is not None else ():
            if row.province in self._ids and row.province not in drawn:
                yield row.province, row.observation, phrases.say("chart.map.no-place")
        for other in ranking.groups:
            for row in other.rows if other is not group else ():
                observation = row.place or row.observation
                reason = self._why_apart(other) if group is not None else ""
                yield row.province, observation, reason or self._series_key(observation, "")
        for entry in ranking.listed:
            reason = self._series_key(entry.observation, entry.reason)
            yield entry.province, entry.observation, reason

    def _series_key(self, observation: Observation, reason: str) -> str:
        """Return what sets a figure apart; where nothing else does, when it was taken."""
        period = self._phrases.period(observation.figure.period)
        words = apart(observation.figure, reason, self._phrases)
        return words or self._phrases.say("chart.map.of-period", period=period)

    def _why_apart(self, group: Group) -> str:
        """Return why another ranked group is none of the first one's classes."""
        assert self.group is not None
        first, other, phrases = self.group.series_key, group.series_key, self._phrases
        if (other.basis, other.method, other.scope) != (first.basis, first.method, first.scope):
            return apart(group.rows[0].observation.figure, "", phrases) if group.rows else ""
        if group.season is None:
            return phrases.say("chart.map.other-group")
        return phrases.say("chart.map.other-season", season=phrases.span(*group.season))

    def _mark_reasons(self, reasons: Sequence[str], options: ChartOptions) -> dict[str, str]:
        """Return each reason's mark: one star, or letters; of many one star for all."""
        several = tuple(dict.fromkeys(reasons))
        if len(several) > (_MOST_MARKS if options.size != "column" else _MOST_NARROW):
            self.reasons = {"*": self._phrases.say("chart.map.apart")}
            return dict.fromkeys(several, "*")
        marks = dict(zip(several, "*" if len(several) == 1 else _LETTERS, strict=False))
        self.reasons = {mark: reason for reason, mark in marks.items()}
        return marks

    def text(self, cell: TileCell) -> str:
        """Return what stands under the name; empty where nothing is reported or shown."""
        if cell.figure is None:
            return ""
        number = self._number(cell.figure)
        return f"{number}{cell.mark}" if cell.mark == "*" else f"{number} {cell.mark}".strip()

    def _number(self, figure: Figure) -> str:
        """Return the number on a tile: of an index the place.

        Without a ranked edition a place says of how many it is, and beside one none is shown that
        is of another number.
        """
        place, edition = figure.place, self.group.edition if self.group is not None else None
        if place is None or (edition is not None and not self.of_places):
            return value_text(figure, self._phrases).replace(" ", "")
        text = self._phrases.say(f"chart.value.{place.word}", number=place.number)
        if edition is None:
            return f"{text}/{place.of}"
        return text if place.of == edition.of else ""

    @property
    def of_places(self) -> bool:
        """Return whether the classes are stretches of published places."""
        return any(tile_class.of_places for tile_class in self.classes)
