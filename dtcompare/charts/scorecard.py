"""A grid of squares: a row a province, a column an indicator, sums at the right."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from dtcompare.charts.marks import Hatch
from dtcompare.charts.page import Entry, Page, lists_of, unbroken
from dtcompare.charts.row_chart import Block, Paragraph, RowChart
from dtcompare.charts.style import (
    ACCENT_TEXT,
    CONTRAST,
    FAINT,
    INK,
    MUTED,
    RULE,
    SMALL,
    TEXT,
    WHITE,
    contrast,
)
from dtcompare.model.figure import NATIONAL

_LEAST = 6.5  # points, of the type of headings
_SQUARE = 4.35  # the least width of a square, in base sizes
_FIXED = 5.6  # the same on a page of fixed height, where headings must be short
_WIDEST = 9.5  # base sizes; few columns are not stretched over the page
_ROW = 0.72  # the height of a row without the room about it, in base sizes
_FOOT = 1.75  # of the line below the headings
_GROUP = 0.45  # between groups of columns, in base sizes
_HATCH, _EDGE, _OVERDUE = "#DCDCDC", "#E0E0E0", "#C4C4C4"
_KINDS = ("shaded", "outlined", "overdue", "hatched", "none")  # the order of the key


class Square(Struct, frozen=True):
    """What stands in a row's column; ``words`` say what its look means.

    kind: shaded (``fill``), outlined (on another footing), hatched (nothing reported), overdue
    (nothing, and the deadline has passed), none (nothing was promised).
    """

    kind: str
    words: str
    text: str = ""
    fill: str = WHITE
    bold: bool = False


class GridHead(Struct, frozen=True):
    """A column: its name, what stands below it, and the group it belongs to."""

    text: str
    below: str
    group: str


class GridRow(Struct, frozen=True):
    """A province's squares and sums; with ``remark`` alone rows that are not shown."""

    name: str = ""
    squares: tuple[Square, ...] = ()
    sums: tuple[str, ...] = ()
    highlighted: bool = False
    remark: str = ""

    @property
    def weight(self) -> str:
        """Return the weight of its name."""
        return "SemiBold" if self.highlighted else "Regular"


class CardGrid:
    """Rows of squares under their heads; a block of the page."""

    def __init__(
        self,
        page: Page,
        heads: Sequence[GridHead],
        rows: Sequence[GridRow],
        sums: Sequence[tuple[str, str]],
        corner: str,
    ) -> None:
        """``corner`` says what stands below the heads.

        ``sums`` are the two lines over each column at the right.
        """
        self.page, self.heads, self.all = page, heads, rows
        self.sums, self.corner, self.rows = sums, corner, len(rows)
        em = page.base
        self._size = max(em * 0.8, _LEAST)
        names = [page.text_width(row.name, 1, row.weight) for row in rows]
        self._left = page.left + max([*names, page.text_width(corner, SMALL)]) + em * 0.8
        self._widths = [self._sum_width(place) for place in range(len(sums))]
        gaps = sum(one.group != two.group for one, two in pairwise(heads)) * em * _GROUP
        free = page.right - sum(self._widths) - self._left - gaps
        self.width = min(free / max(len(heads), 1), em * _WIDEST)
        self._lines = [self._fold(head.text) for head in heads]

    def _sum_width(self, place: int) -> float:
        page = self.page
        cells = [page.text_width(row.sums[place], 0.92, "SemiBold") for row in self.all if row.sums]
        over = [page.text_width(text, SMALL, "SemiBold") for text in self.sums[place]]
        return max([*cells, *over]) + page.base * 0.9

    def _fold(self, text: str) -> Sequence[str]:
        """Return a head in lines, long words broken where the language breaks them."""
        page, room = self.page, self.width - 2.5
        soft = page.phrases.say("chart.scorecard.breaks").split()
        breaks = {word.replace("|", "").casefold(): word.split("|") for word in soft}
        lines = [""]
        for word in text.split(" "):
            lines = self._added(lines, word, breaks.get(word.casefold().strip(",()"), ()), room)
        found: list[str] = []
        for line in filter(None, lines):
            found += page.font.wrap(line, room, self._size, "SemiBold")
        return found

    def _added(self, lines: list[str], word: str, parts: Sequence[str], room: float) -> list[str]:
        """Return lines with a word behind them, in its soft pieces where it is too long for one."""
        longer = f"{lines[-1]} {word}".strip()
        if self._fits(longer, room):
            return [*lines[:-1], longer]
        if not parts or self._fits(word, room):
            return [*lines, word]
        rest, at = "", 0
        for part in parts[:-1]:
            piece = word[at : at + len(part)]
            at += len(part)
            if rest and not self._fits(f"{rest}{piece}-", room):
                lines, rest = [*lines, f"{rest}-"], ""
            rest += piece
        if self._fits(rest + word[at:], room):
            return [*lines, rest + word[at:]]
        return [*lines, f"{rest}-", word[at:]]

    def _fits(self, text: str, room: float) -> bool:
        return self.page.font.width(text, self._size, "SemiBold") <= room

    @property
    def _top(self) -> float:
        """Return the height of the heads."""
        lines = max(map(len, self._lines), default=1)
        return max(lines, 1) * self._size * 1.2 + self.page.base * _FOOT

    def height(self, pad: float) -> float:
        """Return how tall it is with ``pad`` base sizes about every row."""
        return self._top + self.page.base * (0.5 + self.rows * (_ROW + pad))

    def draw(self, y: float, pad: float) -> float:
        """Draw heads and rows from ``y`` down; return where they end."""
        em = self.page.base
        y += em * 0.5
        self._draw_heads(y)
        y += self._top
        for row in self.all:
            self._draw_row(row, y, em * (_ROW + pad))
            y += em * (_ROW + pad)
        return y

    def _places(self) -> Iterator[float]:
        """Yield where each column begins; groups stand apart."""
        x = self._left
        for place, head in enumerate(self.heads):
            if place and head.group != self.heads[place - 1].group:
                x += self.page.base * _GROUP
            yield x
            x += self.width

    def _draw_heads(self, y: float) -> None:
        page, c, size, em = self.page, self.page.c, self._size, self.page.base
        foot = y + self._top - em * _FOOT
        below = foot + em * 1.15
        for x, head, lines in zip(self._places(), self.heads, self._lines, strict=True):
            middle = x + self.width / 2
            for number, line in enumerate(reversed(lines)):
                c.text(middle, foot - size * 1.2 * number, line, size, TEXT, "SemiBold", "middle")
            c.text(middle, below, head.below, em * SMALL, MUTED, anchor="middle")
        right = page.right
        for (one, two), width in zip(reversed(self.sums), reversed(self._widths), strict=True):
            c.text(right, foot, one, em * SMALL, TEXT, "SemiBold", "end")
            c.text(right, below, two, em * SMALL, MUTED, anchor="end")
            right -= width
        c.text(page.left, below, self.corner, em * SMALL, MUTED)

    def _draw_row(self, row: GridRow, y: float, height: float) -> None:
        page, c, em, middle = self.page, self.page.c, self.page.base, y + height / 2
        if row.remark:
            c.middle(page.left, middle, row.remark, em * SMALL, MUTED, "Italic")
            return
        color = ACCENT_TEXT if row.highlighted else TEXT
        c.middle(page.left, middle, row.name, em, color, row.weight)
        for x, square in zip(self._places(), row.squares, strict=True):
            _draw_square(page, square, (x, y), (self.width, height))
            self._draw_text(square, x + self.width / 2, middle, height)
        right = page.right
        for text, width in zip(reversed(row.sums), reversed(self._widths), strict=True):
            c.middle(right, middle, text, em * 0.92, color, "SemiBold", "end")
            right -= width

    def _draw_text(self, square: Square, x: float, y: float, height: float) -> None:
        """Draw what stands in a square, on white where it is hatched."""
        page, em = self.page, self.page.base
        wide = max(page.text_width(square.text, 0.9, "SemiBold"), 1)
        size = max(min(em * 0.9, em * 0.9 * (self.width - 4) / wide), _LEAST)
        if square.kind in ("hatched", "overdue") and square.text:
            width = page.font.width(square.text, size, "SemiBold") + em * 0.5
            page.c.rectangle(x - width / 2, y - height / 2 + 2, width, height - 4, WHITE)
        color, weight = _ink(square)
        page.c.middle(x, y, square.text, size, color, weight, "middle")


def _ink(square: Square) -> tuple[str, str]:
    """Return colour and weight of what stands in a square."""
    if square.kind == "shaded":
        color = WHITE if contrast(WHITE, square.fill) > CONTRAST else INK
        return color, "SemiBold" if square.bold else "Regular"
    if square.kind == "outlined":
        return TEXT, "Italic"
    return (INK, "SemiBold") if square.kind == "overdue" else (MUTED, "Regular")


def _draw_square(
    page: Page, square: Square, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw a square without its text."""
    (x, y), (width, height), c, step = corner, size, page.c, page.base * 0.55
    match square.kind:
        case "none":
            c.middle(x + width / 2, y + height / 2, "·", page.base, FAINT, anchor="middle")
        case "shaded":
            c.rectangle(x + 0.5, y + 0.5, width - 1, height - 1, square.fill)
        case "outlined":
            c.rectangle(x + 0.9, y + 0.9, width - 1.8, height - 1.8, WHITE, RULE, 0.8)
        case "overdue":
            hatch = Hatch(_OVERDUE, step, 0.6)
            c.rectangle(x + 1, y + 1, width - 2, height - 2, WHITE, TEXT, 1.0, hatch)
        case "hatched":
            hatch = Hatch(_HATCH, step, 0.5)
            c.rectangle(x + 0.8, y + 0.8, width - 1.6, height - 1.6, WHITE, _EDGE, 0.5, hatch)


class Scorecard(RowChart):
    """A scorecard being drawn: a kind gives the squares, sums and words of provinces.

    ``provinces`` are in the order of the rows, ``indicators`` those that have room, in the
    catalogue's order; ``sums`` are the two lines over each column at the right. ``words``
    and ``corner`` are the keys of it all in words, and of what stands below the heads.
    """

    words = "chart.scorecard.alt"
    corner = "chart.scorecard.targets"
    cells: Mapping[tuple[str, str], object]
    provinces: list[str]
    sums: list[tuple[str, str]]
    indicators: Sequence[str]
    counts: Mapping[str, tuple[int, int]]

    @abstractmethod
    def _square(self, province: str, indicator: str) -> Square:
        """Return what stands in a square."""

    @abstractmethod
    def _sums(self, province: str) -> tuple[str, str]:
        """Return what stands at the right of a row; the second only where it has a head."""

    @abstractmethod
    def _lists(self) -> Mapping[str, str]:
        """Return who is not in the grid: label and names."""

    def _name(self, id: str) -> str:
        return self.phrases.province(id, None if id == NATIONAL else self.as_of)

    def _names(self, ids: Iterable[str]) -> str:
        return ", ".join(unbroken(self._name(id)) for id in ids)

    def _choose(self, counts: Mapping[str, tuple[int, int]]) -> None:
        """Choose the indicators of which ``counts`` are the highest, as many as have room."""
        size, font, em = self.options.page, self.options.font, self.options.page.base
        names = [font.width(self._name(id), em, "SemiBold") for id in self.provinces]
        over = [max(pair, key=len) for pair in self.sums]
        room = size.width * 72 - 2 * size.margin - em * 0.8 - max(names, default=0)
        room -= sum(font.width(text, em * SMALL, "SemiBold") + em * 0.9 for text in over)
        most = max(1, int(room / (em * (_SQUARE if size.height is None else _FIXED))))
        order = [id for id in self.phrases.dataset.catalogue.indicators if id in counts]
        best = sorted(order, key=lambda id: counts[id], reverse=True)[:most]
        self.indicators, self.counts = [id for id in order if id in best], counts

    def _drawn(self) -> Iterator[tuple[str, str]]:
        """Yield province and indicator of the squares in which something stands."""
        shown = self._shown(self.provinces)
        for province, indicator in self.cells:
            if province in shown and indicator in self.indicators:
                yield province, indicator

    def _row(self, id: str) -> GridRow:
        return GridRow(
            self._name(id),
            tuple(self._square(id, indicator) for indicator in self.indicators),
            self._sums(id)[: len(self.sums)],
            highlighted=id in self.options.highlight,
        )

    @cached_property
    def _grid(self) -> CardGrid:
        phrases = self.phrases
        heads = [
            GridHead(
                phrases.indicator(id), str(self.counts[id][0]), phrases.dataset.indicator(id).group
            )
            for id in self.indicators
        ]
        rows = [self._row(id) for id in self._shown(self.provinces)]
        if self.hidden:
            remark = GridRow(remark=phrases.say("chart.rows-hidden", n=len(self.hidden)))
            rows.insert(self.hidden.start, remark)
        return CardGrid(self.page, heads, rows, self.sums, phrases.say(self.corner))

    def _plans(self) -> Iterator[Sequence[Block]]:
        """Yield the grid and below it who is not in it, in full, then counted."""
        grid, lists = [self._grid] if self.provinces else [], self._lists()
        yield [*grid, *(Paragraph(self.page, f"{label}: {text}") for label, text in lists.items())]
        yield [*grid, *([Paragraph(self.page, "; ".join(lists))] if lists else [])]

    def _key(self) -> Iterator[Entry]:
        """Yield the squares that are drawn with their words, the darkest first."""
        em, rows = self.page.base, self._grid.all
        found = {(one.kind, one.fill): one for row in rows for one in row.squares if one.words}

        def entry(square: Square) -> Entry:
            def draw(x: float, y: float) -> None:
                _draw_square(self.page, square, (x, y - em * 0.5), (em * 1.3, em))

            return em * 1.3, draw, square.words

        def order(square: Square) -> tuple[int, float]:
            return _KINDS.index(square.kind), -contrast(WHITE, square.fill)

        yield from map(entry, sorted(found.values(), key=order))

    def _alt(self) -> str:
        """Return the grid in words: "Name, Reached 1 / 2: what 85 (reached), ..."."""
        rows = []
        for row in self._grid.all:
            cells = [
                f"{head.text} {square.text} ({square.words})"
                for head, square in zip(self._grid.heads, row.squares, strict=False)
                if square.text
            ]
            total = f"{self.sums[0][0]} {row.sums[0]}" if row.sums else ""
            rows.append(row.remark or f"{row.name}, {total}: {', '.join(cells)}".rstrip(": "))
        text = self.phrases.say(
            self.words,
            title=self.page.title,
            measure=self.page.subtitle.rstrip("."),
            rows=f"{'; '.join(rows)}." * bool(rows),
            lists=lists_of(self._lists()),
        )
        return " ".join(text.split()).replace(". .", ".")
