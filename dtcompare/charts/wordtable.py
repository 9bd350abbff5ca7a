"""Rows of words in aligned columns, for what a chart can tell but not draw."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dtcompare.charts.page import Page
from dtcompare.charts.style import ACCENT_TEXT, INK, LEAD, MUTED, SMALL, TEXT

__all__ = ["WordRow", "WordTable"]

_SCALE = SMALL * 1.08  # of the base size: the type of all that is told in words
_LEAST = 6.0  # the narrowest a column of words is folded to, in base sizes
_GAP = 1.2  # between columns, in base sizes


class WordRow(Struct, frozen=True):
    """The words of a row; ``quiet`` says that the last cell tells of nothing."""

    cells: tuple[str, ...]
    highlighted: bool = False
    quiet: bool = False
    strong: bool = False


class WordTable:
    """Columns as wide as their words where the page holds them, else the last ones folded."""

    def __init__(
        self,
        page: Page,
        rows: Sequence[WordRow],
        *,
        beside: Sequence[WordRow] = (),
        indent: float = 0,
        first: float = 0,
        heads: Sequence[str] = (),
    ) -> None:
        """``beside`` are rows of other tables whose columns shall stand under these.

        ``first`` is the least width of the first column, ``heads`` what stands over the columns.
        On a page without room for columns the last cell stands below the others.
        """
        self.page, self.rows, self.indent = page, rows, indent
        self.size = page.base * _SCALE
        self._first, self._heads = first, heads
        self._below = not page.wide
        self.widths = self._widths((*rows, *beside))
        self._folded = [self._fold(row) for row in rows]

    @property
    def height(self) -> float:
        """How tall the rows are."""
        heads = self.size * LEAD if self._heads else 0
        return sum(map(self._row_height, self._folded)) + heads

    def draw(self, y: float) -> float:
        """Draws the rows from ``y`` down; returns where they end."""
        if self._heads:
            x, size = self.page.left + self.indent, self.page.base * SMALL
            for head, width in zip(self._heads, self.widths, strict=True):
                self.page.c.text(x, y + self.size * 1.02, head, size, MUTED)
                x += width
            y += self.size * LEAD
        for row, folded in zip(self.rows, self._folded, strict=True):
            self._draw_row(row, folded, y)
            y += self._row_height(folded)
        return y

    def _row_height(self, folded: Sequence[Sequence[str]]) -> float:
        across, below = (folded[:-1], folded[-1]) if self._below else (folded, ())
        lines = max(len(cell) for cell in across) + len([line for line in below if line])
        return lines * self.size * LEAD * 0.94 + self.size * 0.22

    def _draw_row(self, row: WordRow, folded: Sequence[Sequence[str]], y: float) -> None:
        c, size = self.page.c, self.size
        pitch = size * LEAD * 0.94
        x, last = self.page.left + self.indent, len(folded) - 1
        for place, (lines, width) in enumerate(zip(folded, self.widths, strict=True)):
            strong = row.highlighted or (row.strong and place == 0)
            color = ACCENT_TEXT if row.highlighted else INK if strong else TEXT
            start = y
            if place == last:
                color = MUTED if row.quiet else color
                if self._below:
                    x = self.page.left + self.indent + self.widths[0]
                    start = y + pitch * max(len(cell) for cell in folded[:-1])
                    color = MUTED
            weight = "SemiBold" if strong and place != last else "Regular"
            for number, line in enumerate(lines):
                c.text(x, start + size * 1.02 + pitch * number, line, size, color, weight)
            x += width

    def _fold(self, row: WordRow) -> tuple[tuple[str, ...], ...]:
        """The lines of every cell."""
        font, gap = self.page.font, self.page.base * _GAP
        folded = []
        for place, (cell, width) in enumerate(zip(row.cells, self.widths, strict=True)):
            room = width - gap + 0.1
            if place == len(row.cells) - 1:
                room = width if not self._below else self._room - self.widths[0]
            weight = "SemiBold" if row.highlighted or (row.strong and place == 0) else "Regular"
            folded.append(font.balance(cell, max(room, self.size), self.size, weight))
        return tuple(folded)

    @property
    def _room(self) -> float:
        return self.page.inner - self.indent

    def _widths(self, rows: Sequence[WordRow]) -> tuple[float, ...]:
        """The widths of the columns, the gap behind each included."""
        page, gap = self.page, self.page.base * _GAP
        columns = list(zip(*(row.cells for row in rows), strict=True)) if rows else []
        natural = [
            max(page.font.width(cell, self.size, "SemiBold") for cell in cells) + gap
            for cells in columns
        ]
        for place, head in enumerate(self._heads):
            natural[place] = max(natural[place], page.text_width(head, SMALL) + gap)
        if natural:
            natural[0] = max(natural[0], self._first)
        if self._below and natural:
            natural[-1] = 0.0
        spare = sum(natural) - self._room
        if spare < 0 and len(natural) > 1:
            # Columns with room to spare stand a little further apart.
            more = min(-spare / len(natural), page.base * 2.5)
            natural = [width + more for width in natural[:-1]] + natural[-1:]
        # The widest columns give first, down to what still reads as a column.
        while spare > 0.1:
            widest = max(range(len(natural)), key=lambda n: natural[n])
            others = [w for n, w in enumerate(natural) if n != widest]
            cut = min(spare, max(natural[widest] - max(*others, page.base * _LEAST), 4.0))
            natural[widest] -= cut
            spare -= cut
        return tuple(natural)
