"""A grid of squares: a row a province, a column an indicator, sums at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.fonts import Font
from dtcompare.charts.marks import Hatch
from dtcompare.charts.page import Entry, Page, hidden_rows
from dtcompare.charts.style import (
    ACCENT_TEXT,
    FAINT,
    INK,
    MUTED,
    RULE,
    SMALL,
    TEXT,
    WHITE,
    contrast,
)
from dtcompare.view.phrases import Phrases

__all__ = [
    "CardRow",
    "Grid",
    "Heading",
    "Square",
    "card",
    "columns_that_fit",
    "ends_of",
    "square_key",
]

_LEAST = 6.5  # points, of the type of headings
_SQUARE = 4.35  # the least width of a square, in base sizes
_FIXED = 5.6  # the same on a page of fixed height, where headings must be short
_PITCH = (1.22, 1.66, 2.2)  # of the rows: the least, the usual, the most, in base sizes
_HATCH, _EDGE = "#DCDCDC", "#E0E0E0"
_GROUP = 0.45  # between groups of columns, in base sizes


class Square(Struct, frozen=True):
    """What stands in a row's column.

    kind: shaded (``fill``), outlined (on another footing), hatched (nothing reported), overdue
    (nothing, and the deadline has passed), none (nothing was promised).
    """

    kind: str = "none"
    text: str = ""
    fill: str = WHITE
    bold: bool = False


class Heading(Struct, frozen=True):
    """A column: its name, what stands below it, and the group it belongs to."""

    text: str
    below: str
    group: str


class CardRow(Struct, frozen=True):
    """A province's squares and sums; ``said`` alone stands for rows that are not shown."""

    name: str = ""
    squares: tuple[Square, ...] = ()
    sums: tuple[str, ...] = ()
    highlighted: bool = False
    said: str = ""


def columns_that_fit(options: ChartOptions, names: Sequence[str], sums: Sequence[str]) -> int:
    """How many columns of squares a page has room for beside these names and sums."""
    size, font = options.page, options.font
    least = size.base * (_SQUARE if size.height is None else _FIXED)
    return max(
        1, int(_room(size.width * 72 - 2 * size.margin, font, size.base, names, sums) / least)
    )


def _room(
    inner: float, font: Font, base: float, names: Sequence[str], sums: Sequence[str]
) -> float:
    taken = max((font.width(name, base, "SemiBold") for name in names), default=0) + base * 0.8
    taken += sum(font.width(text, base * SMALL, "SemiBold") + base * 0.9 for text in sums)
    return inner - taken


class Grid:
    """Rows of squares under their headings."""

    def __init__(
        self,
        page: Page,
        headings: Sequence[Heading],
        rows: Sequence[CardRow],
        sums: Sequence[tuple[str, str]],
        corner: str,
    ) -> None:
        """``corner`` says what stands below the headings.

        ``sums`` are the two lines over each column at the right.
        """
        self.page, self.headings, self.rows = page, headings, rows
        self.sums, self.corner = sums, corner
        b = page.base
        self._size = max(b * 0.8, _LEAST)
        names = (
            page.text_width(row.name, 1, "SemiBold" if row.highlighted else "Regular")
            for row in rows
        )
        widest = max([*names, page.text_width(corner, SMALL)])
        self._left = page.left + widest + b * 0.8
        self._widths = [self._sum_width(place) for place in range(len(sums))]
        self._right = page.right - sum(self._widths)
        groups = [heading.group for heading in headings]
        self._gaps = sum(one != two for one, two in pairwise(groups))
        free = self._right - self._left - self._gaps * b * _GROUP
        self.width = free / max(len(headings), 1)
        # Few columns are not stretched over the page.
        self.width = min(self.width, b * 9.5)
        self._lines = [self._fold(heading.text) for heading in headings]

    def _sum_width(self, place: int) -> float:
        page = self.page
        cells = [
            page.text_width(row.sums[place], 0.92, "SemiBold") for row in self.rows if row.sums
        ]
        over = [page.text_width(text, SMALL, "SemiBold") for text in self.sums[place]]
        return max([*cells, *over]) + page.base * 0.9

    def _fold(self, text: str) -> tuple[str, ...]:
        """A heading in lines, long words broken where the language breaks them."""
        page, room = self.page, self.width - 2.5
        soft = page.phrases.say("chart.scorecard.breaks").split()
        breaks = {word.replace("|", "").casefold(): word.split("|") for word in soft}
        lines = [""]
        for word in text.split(" "):
            lines = self._added(lines, word, breaks.get(word.casefold().strip(",()"), ()), room)
        font = page.font
        return tuple(
            part for line in lines if line for part in font.wrap(line, room, self._size, "SemiBold")
        )

    def _added(self, lines: list[str], word: str, parts: Sequence[str], room: float) -> list[str]:
        """The lines with a word behind them, in its soft pieces where it is too long for one."""
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
        last = word[at:]
        if self._fits(rest + last, room):
            return [*lines, rest + last]
        return [*lines, f"{rest}-", last]

    def _fits(self, text: str, room: float) -> bool:
        return self.page.font.width(text, self._size, "SemiBold") <= room

    # Measures

    @property
    def _top(self) -> float:
        """The height of the headings."""
        lines = max(map(len, self._lines), default=1)
        return max(lines, 1) * self._size * 1.2 + self.page.base * 1.75

    @property
    def _units(self) -> float:
        return sum(0.8 if row.said else 1 for row in self.rows)

    @property
    def least(self) -> float:
        """The least height that can be read."""
        return self._top + self._units * self.page.base * _PITCH[0]

    # Drawing

    def draw(self, y: float, bottom: float) -> float:
        """Draws headings and rows from ``y`` down; returns where they end."""
        page = self.page
        b = page.base
        y += b * 0.5
        self._head(y)
        y += self._top
        pitch = (bottom - y) / max(self._units, 1)
        most = _PITCH[1] if page.room is None else _PITCH[2]
        pitch = min(max(pitch, b * _PITCH[0]), b * most)
        for row in self.rows:
            height = pitch * (0.8 if row.said else 1)
            self._row(row, y, height)
            y += height
        return y

    def _places(self) -> list[float]:
        """Where each column begins; groups stand apart."""
        x, places = self._left, []
        for place, heading in enumerate(self.headings):
            if place and heading.group != self.headings[place - 1].group:
                x += self.page.base * _GROUP
            places.append(x)
            x += self.width
        return places

    def _head(self, y: float) -> None:
        page, c, size = self.page, self.page.c, self._size
        b = page.base
        foot = y + self._top - b * 1.75
        for x, heading, lines in zip(self._places(), self.headings, self._lines, strict=True):
            middle = x + self.width / 2
            for number, line in enumerate(lines):
                at = foot - size * 1.2 * (len(lines) - 1 - number)
                c.text(middle, at, line, size, TEXT, "SemiBold", "middle")
            c.text(middle, foot + b * 1.15, heading.below, b * SMALL, MUTED, anchor="middle")
        right = page.right
        for (one, two), width in zip(reversed(self.sums), reversed(self._widths), strict=True):
            c.text(right, foot, one, b * SMALL, TEXT, "SemiBold", "end")
            c.text(right, foot + b * 1.15, two, b * SMALL, MUTED, anchor="end")
            right -= width
        c.text(page.left, foot + b * 1.15, self.corner, b * SMALL, MUTED)

    def _row(self, row: CardRow, y: float, height: float) -> None:
        page = self.page
        b, c, middle = page.base, page.c, y + height / 2
        if row.said:
            c.middle(page.left, middle, row.said, b * SMALL, MUTED, "Italic")
            return
        color = ACCENT_TEXT if row.highlighted else TEXT
        c.middle(
            page.left, middle, row.name, b, color, "SemiBold" if row.highlighted else "Regular"
        )
        for x, square in zip(self._places(), row.squares, strict=True):
            self._square(square, x, y, height)
        right = page.right
        for text, width in zip(reversed(row.sums), reversed(self._widths), strict=True):
            c.middle(right, middle, text, b * 0.92, color, "SemiBold", "end")
            right -= width

    def _square(self, square: Square, x: float, y: float, height: float) -> None:
        c, b = self.page.c, self.page.base
        middle = (x + self.width / 2, y + height / 2)
        paint_square(self.page, square, x, y, self.width, height)
        size = min(b * 0.9, b * 0.9 * (self.width - 4) / max(self._wide(square), 1))
        size = max(size, _LEAST)
        if square.kind in ("hatched", "overdue") and square.text:
            width = self.page.font.width(square.text, size, "SemiBold") + b * 0.5
            c.rectangle(middle[0] - width / 2, y + 2, width, height - 4, WHITE)
        color, weight = _ink(square)
        c.middle(*middle, square.text, size, color, weight, "middle")

    def _wide(self, square: Square) -> float:
        return self.page.text_width(square.text, 0.9, "SemiBold")


def _ink(square: Square) -> tuple[str, str]:
    """Colour and weight of what stands in a square."""
    if square.kind == "shaded":
        color = WHITE if contrast(WHITE, square.fill) > 4.5 else INK
        return color, "SemiBold" if square.bold else "Regular"
    if square.kind == "outlined":
        return TEXT, "Italic"
    return (INK, "SemiBold") if square.kind == "overdue" else (MUTED, "Regular")


def paint_square(
    page: Page, square: Square, x: float, y: float, width: float, height: float
) -> None:
    """Draws a square without its text."""
    c, step = page.c, page.base * 0.55
    match square.kind:
        case "none":
            c.middle(x + width / 2, y + height / 2, "·", page.base, FAINT, anchor="middle")
        case "shaded":
            c.rectangle(x + 0.5, y + 0.5, width - 1, height - 1, square.fill)
        case "outlined":
            c.rectangle(x + 0.9, y + 0.9, width - 1.8, height - 1.8, WHITE, RULE, 0.8)
        case "overdue":
            hatch = Hatch("#C4C4C4", step, 0.6)
            c.rectangle(x + 1, y + 1, width - 2, height - 2, WHITE, TEXT, 1.0, hatch)
        case "hatched":
            hatch = Hatch(_HATCH, step, 0.5)
            c.rectangle(x + 0.8, y + 0.8, width - 1.6, height - 1.6, WHITE, _EDGE, 0.5, hatch)


def card(page: Page, key: Sequence[Entry], grid: Grid, lists: Mapping[str, str], alt: str) -> Chart:
    """The page with its key, its grid, and below it who is not in the grid.

    Where the names of these do not fit they are only counted.
    """
    y = page.key(page.top, key)
    gap, end = page.base * 0.35, page.bottom - page.base * 0.4
    texts = [f"{label}: {names}" for label, names in lists.items()]
    if y + grid.least + sum(page.paragraph_height(text) + gap for text in texts) > end:
        texts = ["; ".join(lists)] if lists else []
    tail = sum(page.paragraph_height(text) + gap for text in texts)
    if grid.rows:
        y = grid.draw(y, end - tail)
    for text in texts:
        y = page.paragraph(y + gap, text)
    return page.close(y + page.base * 0.4, alt=alt, rows=len(grid.rows))


def ends_of(rows: Sequence[CardRow], options: ChartOptions, phrases: Phrases) -> list[CardRow]:
    """The first and last rows that are asked for, with how many are not shown between them."""
    hidden = hidden_rows(len(rows), options)
    if not hidden:
        return list(rows)
    cut = CardRow(said=phrases.say("chart.rows-hidden", n=len(hidden)))
    return [*rows[: hidden.start], cut, *rows[hidden.stop :]]


def square_key(page: Page, samples: Sequence[tuple[Square, str]]) -> list[Entry]:
    """The entries of a key: each a square with its words."""
    b = page.base

    def entry(square: Square, words: str) -> Entry:
        def draw(x: float, y: float) -> None:
            paint_square(page, square, x, y - b * 0.5, b * 1.3, b)

        return b * 1.3, draw, words

    return [entry(square, words) for square, words in samples]
