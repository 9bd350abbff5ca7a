"""The rows of a profile laid out: labels, strips and columns of words, in one column or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import cycle, groupby

from msgspec import Struct

from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.marks import CAP
from dtcompare.charts.page import Page
from dtcompare.charts.profile.places import PlacesPart, PlacesTable
from dtcompare.charts.profile.rows import Row
from dtcompare.charts.strips import (
    line_scale,
    mark,
    numbers_of,
    own_line,
    share_axis,
    target_tick,
)
from dtcompare.charts.style import (
    ACCENT,
    ACCENT_TEXT,
    BAR_HIGH,
    INK,
    LEAD,
    MUTED,
    OTHERS,
    PALE,
    RULE,
    SERIES,
    SMALL,
    TEXT,
    WHITE,
)
from dtcompare.charts.values import Scale
from dtcompare.charts.wordcells import Cell, Words, cell, longest_word, natural_width, put

__all__ = ["Body", "Cells", "Plan", "signs_of", "too_tall"]

Cells = dict[tuple[float, tuple[Words, ...]], Cell]

_LABELS, _LABELS_NARROW = 0.37, 0.43  # the most of the width that names may take
_PAD = 0.8  # the room about a row, in base sizes; on pages of fixed height it gives and takes
_LEAST, _MOST = 0.5, 1.6
_HEAD = 1.55  # the height of a group's heading
_TABLE = 54  # the most that a table of places takes: with more, rows are hard to follow
_AIM = 8  # the most that the column of targets takes


class Plan(Struct, frozen=True):
    """What is drawn in how many columns: rows, the tables cut to so many rows, lists in words."""

    rows: Sequence[Row]
    tables: Sequence[PlacesTable]
    places: int | None
    lists: Sequence[str]
    columns: int = 1


class _Frame(Struct, frozen=True):
    """Where a column of rows has its parts; ``place`` and ``aim`` are 0 where there are none."""

    x: float
    end: float
    labels: float
    start: float
    stop: float
    value: float
    place: float
    aim: float


class _Item(Struct, frozen=True):
    """A part of a column: its height without the room about rows, and how many rows it has.

    ``draw`` takes where it begins and that room; ``shares``: it stands on the axis of per cent.
    """

    height: float
    pads: int
    draw: Callable[[float, float], object]
    row: bool = False
    shares: bool = False


_Part = tuple[_Frame, Sequence[_Item]]


def too_tall(page: Page, plan: Plan, y: float) -> bool:
    """Whether a plan cannot fit below ``y``, told without laying it out: as if no line broke."""
    b, named, tall = page.base, "", 0.0
    for _, rows in groupby(plan.rows, key=lambda row: row.group):
        tall += _HEAD
        for row in rows:
            both = row.indicator != named and bool(row.small)
            tall += 2 * CAP + LEAD * SMALL * both + _LEAST
            named = row.indicator
    tail = sum(page.paragraph_height(text) + b * 0.35 for text in plan.lists)
    return tall * b > (page.bottom - y - tail - b * 0.8) * plan.columns


def signs_of(options: ChartOptions) -> Mapping[str, tuple[str, str]]:
    """The colour and shape of every other province to be highlighted, in the order of their ids.

    None is round, as the province itself is: in grey their colours are alike.
    """
    colors = (BAR_HIGH, *SERIES[2:])
    shapes = ("diamond", "square", "up", "down", "plus")
    return dict(zip(sorted(options.highlight), zip(cycle(colors), cycle(shapes)), strict=False))


class Body:
    """A plan laid out between ``y`` and the bottom of the page.

    ``cells`` keeps the words of rows in lines from plan to plan, which mostly have the same width.
    """

    def __init__(self, page: Page, plan: Plan, y: float, cells: Cells) -> None:
        self._page, self._plan, self._y, self._cells = page, plan, y, cells
        self._tail = sum(page.paragraph_height(text) + page.base * 0.35 for text in plan.lists)
        self._parts = self._columns()
        self._pads = [self._pad(part) for part in self._parts]

    @property
    def fits(self) -> bool:
        """Whether every row has the room it needs."""
        return min(self._pads) >= _LEAST

    def draw(self) -> float:
        """Draws columns and lists; returns where they end."""
        page = self._page
        pad = min([*self._pads, _PAD if page.room is None else _MOST])
        y = max(self._draw(part, self._y, pad) for part in self._parts)
        for text in self._plan.lists:
            y = page.paragraph(y + page.base * 0.35, text)
        return y

    def _pad(self, part: _Part) -> float:
        """The room about each row of a column, in base sizes, that fills the height."""
        b, (_, items) = self._page.base, part
        pads = sum(item.pads for item in items)
        fixed = self._head(items) + sum(item.height for item in items) + self._tail + b * 0.4
        free = (self._page.bottom - self._y - fixed) / b
        return free / max(pads, 1) if free >= 0 else 0

    def _head(self, items: Sequence[_Item]) -> float:
        """The height of the line of headings; little where no row of figures needs one."""
        return self._page.base * (2.3 if any(item.row for item in items) else 0.4)

    def _columns(self) -> list[_Part]:
        """The items laid out in one column or two of nearly equal height."""
        page, count = self._page, self._plan.columns
        gap = page.base * 2.4
        width = (page.inner - gap * (count - 1)) / count
        frames = [self._frame(page.left + n * (width + gap), width) for n in range(count)]
        items = [list(self._items(frame)) for frame in frames]
        if count == 1:
            return [(frames[0], items[0])]
        split = _split(items[0], page.base * _LEAST)
        return [(frames[0], items[0][:split]), (frames[1], items[1][split:])]

    def _frame(self, x: float, width: float) -> _Frame:
        page, rows = self._page, self._plan.rows
        b, gap = page.base, page.base * 0.9
        end = x + width
        aims = [words for row in rows for words in row.aim] if page.wide else []
        aim = min(self._width("chart.show.aim", aims), b * _AIM)
        places = [Words(row.place, 0.92) for row in rows] if page.wide else []
        place = self._width("column.place", places)
        values = [Words(row.value, 1, weight="SemiBold") for row in rows]
        beside = end - (aim + gap if aim else 0)
        value = beside - (place + gap if place else 0)
        names = [text for row in rows for text in self._label(row, row.name)]
        most = width * (_LABELS if page.wide else _LABELS_NARROW)
        labels = min(natural_width(page, *names), most)
        labels = max(labels, longest_word(page, *names))
        return _Frame(
            x=x,
            end=end,
            labels=labels,
            start=x + labels + b * 1.1,
            stop=value - self._width("column.figure", values) - b * 1.7,
            value=value,
            place=beside if place else 0,
            aim=end if aim else 0,
        )

    def _width(self, head: str, texts: Sequence[Words]) -> float:
        """How wide a column is with its heading; 0 without a text in it."""
        if not any(words.text for words in texts):
            return 0
        heading = Words(self._page.phrases.say(head), SMALL, weight="SemiBold")
        return natural_width(self._page, heading, *texts)

    def _label(self, row: Row, name: str) -> tuple[Words, Words]:
        """The name with what the number is; place and target too where they have no column."""
        small, say = row.small, self._page.phrases.say
        if row.place and not self._page.wide:
            small = say("chart.show.placed", text=small, place=row.place)
        if row.aimed and not self._page.wide:
            small = say("chart.show.besides", text=small, more=row.aimed)
        return Words(name), Words(small, SMALL, MUTED)

    def _items(self, frame: _Frame) -> Iterable[_Item]:
        """Headings and rows in order, then the tables of places; an indicator is named once."""
        named = ""
        for group, rows in groupby(self._plan.rows, key=lambda row: row.group):
            yield self._heading_item(frame, group)
            for row in rows:
                yield self._row_item(frame, row, "" if row.indicator == named else row.name)
                named = row.indicator
        for table in self._plan.tables if self._plan.places != 0 else ():
            width = min(frame.end - frame.x, self._page.base * _TABLE)
            most = self._plan.places
            part = PlacesPart(self._page, table, self._page.phrases, width, most)
            yield _Item(part.height(0), part.rows, partial(part.draw, frame.x))

    def _heading_item(self, frame: _Frame, group: str) -> _Item:
        page, b = self._page, self._page.base

        def draw(y: float, _: float) -> None:
            below = y + b * _HEAD
            page.c.text(frame.x, below - b * 0.38, group, b * 0.95, INK, "SemiBold")
            page.c.line(((frame.x, below), (frame.end, below)), RULE, 0.6)

        return _Item(b * _HEAD, 0, draw)

    def _row_item(self, frame: _Frame, row: Row, name: str) -> _Item:
        page, b = self._page, self._page.base
        label = self._cell(frame.labels, *self._label(row, name))
        aim = self._cell(b * _AIM, *row.aim) if frame.aim else Cell()
        least = max(label.height, aim.height, 0.72)

        def draw(y: float, pad: float) -> None:
            height = (least + pad) * b
            middle = y + height / 2
            put(page, label, frame.x, middle)
            self._strip(frame, row, middle, height)
            quiet = row.figure is None or row.doubtful
            weight, color = ("Regular", MUTED) if quiet else ("SemiBold", ACCENT_TEXT)
            page.c.middle(frame.value, middle, row.value, b, color, weight, "end")
            if frame.place:
                page.c.middle(frame.place, middle, row.place, b * 0.92, TEXT, anchor="end")
            put(page, aim, frame.aim, middle, "end")
            page.c.line(((frame.x, y + height), (frame.end, y + height)), PALE, 0.6)

        return _Item(least * b, 1, draw, row=True, shares=row.drawn and row.on_share_axis)

    def _cell(self, width: float, *texts: Words) -> Cell:
        """The texts in lines, as they were laid out before."""
        key = (width, texts)
        if key not in self._cells:
            self._cells[key] = cell(self._page, width, *texts)
        return self._cells[key]

    def _strip(self, frame: _Frame, row: Row, y: float, height: float) -> None:
        """The faint marks of the others, the tick of the target, the province's own mark."""
        page, b = self._page, self._page.base
        if not row.drawn:
            return
        scale = Scale(0, 100, frame.start, frame.stop)
        if row.on_own_line:
            scale = line_scale(frame.start, frame.stop, numbers_of(row.lines))
            own_line(page, scale, y, height - 2)
        own = scale(row.figure.number) if row.figure is not None else None
        lit = signs_of(page.options)
        for peer in sorted(row.peers, key=lambda peer: peer.province in lit):
            x, (color, shape) = scale(peer.number), lit.get(peer.province, (OTHERS, "circle"))
            # One that the province's own mark would hide stands a little below.
            beneath = own is not None and abs(x - own) < b * 0.2
            at = y + b * 0.6 * beneath
            radius = b * (0.36 if peer.province in lit else 0.32)
            page.c.marker(x, at, shape, radius, color, WHITE, 0.4)
        if row.figure is not None:
            mark(page, row.figure, scale, y, MUTED if row.doubtful else ACCENT)
        if row.tick is not None:
            x = scale(row.tick)
            # One that would stand in the mark is drawn over it, taller.
            target_tick(page, x, y, over=own is not None and abs(x - own) < b * 0.6)

    def _draw(self, part: _Part, y: float, pad: float) -> float:
        """Draws one column under its headings; returns where it ends."""
        page, b = self._page, self._page.base
        frame, items = part
        y += self._head(items)
        if any(item.row for item in items):
            self._heads(frame, y)
        bottom, last = y, y
        for item in items:
            bottom += item.height + item.pads * pad * b
            last = bottom if item.shares else last
        if last > y:
            share_axis(page, frame.start, frame.stop, y, (y, last))
        for item in items:
            item.draw(y, pad)
            y += item.height + item.pads * pad * b
        return y

    def _heads(self, frame: _Frame, y: float) -> None:
        """The headings of the columns."""
        page, b, say = self._page, self._page.base, self._page.phrases.say
        heads = ((frame.value, "column.figure"), (frame.place, "column.place"))
        for x, key in (*heads, (frame.aim, "chart.show.aim")):
            if x:
                page.c.text(x, y - b * 0.45, say(key), b * SMALL, TEXT, "SemiBold", "end")


def _split(items: Sequence[_Item], pad: float) -> int:
    """Where to begin the second column: nearest to the middle, rather at a heading."""
    heights = [item.height + item.pads * pad for item in items]
    total, best, at = sum(heights), (float("inf"), 0), 0.0
    for number, item in enumerate(items):
        if number and (items[number - 1].row or not item.row):
            longer = max(at, total - at)
            best = min(best, (longer * (1.06 if item.row else 1), number))
        at += heights[number]
    return best[1]
