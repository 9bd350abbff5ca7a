"""The key of a tile map: a small table of signs, what they mean, and how many tiles bear each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import INK, LEAD, MUTED, SMALL, TEXT

__all__ = ["KeyRow", "MapKey"]

Sign = Callable[[float, float, float, float], None]  # draws into x, y, width, height


class KeyRow(Struct, frozen=True):
    """One sign with its words and how many tiles bear it; a mark stands within the sign."""

    draw: Sign
    words: str
    count: int
    mark: str = ""


class MapKey:
    """The key, laid out no wider than ``most`` points; longer words are broken."""

    def __init__(
        self, page: Page, heading: str, count: str, rows: Sequence[KeyRow], most: float
    ) -> None:
        self._page, self._rows = page, rows
        b = page.base
        self._sign, self._gap = b * 1.7, b * 0.5
        self._count = count
        counts = max(page.text_width(str(row.count), 0.92) for row in rows)
        fixed = self._sign + self._gap + b * 0.9 + counts
        self._words = [
            page.font.balance(row.words, most - fixed, b * 0.92) if row.words else ()
            for row in rows
        ]
        widest = max(page.text_width(line, 0.92) for lines in self._words for line in lines)
        aside = page.text_width(count, SMALL) + b
        longest = max(page.font.width(w, b * 0.95, "SemiBold") for w in heading.split())
        self._own_line = longest + aside > most
        if self._own_line:
            aside = 0
        self._title = page.font.balance(heading, max(most - aside, longest), b * 0.95, "SemiBold")
        titled = max(page.font.width(line, b * 0.95, "SemiBold") for line in self._title)
        self.width = max(widest + fixed, titled + aside)
        heads = len(self._title) + self._own_line
        self.height = b * (0.55 + 1.3 * heads) + sum(map(self._tall, self._words))

    def _tall(self, lines: Sequence[str]) -> float:
        """The height of a row."""
        return self._page.base * (1.6 + (len(lines) - 1) * 0.92 * LEAD)

    def draw(self, x: float, y: float) -> None:
        """Draws the key from its top left corner."""
        page = self._page
        b, c, end = page.base, page.c, x + self.width
        for line in self._title:
            y += b * 1.3
            c.text(x, y - b * 0.25, line, b * 0.95, INK, "SemiBold")
        y += b * 1.3 * self._own_line
        c.text(end, y - b * 0.25, self._count, b * SMALL, MUTED, anchor="end")
        y += b * 0.35
        for row, lines in zip(self._rows, self._words, strict=True):
            tall = self._tall(lines)
            row.draw(x, y + b * 0.12, self._sign, b * 1.36)
            middle = x + self._sign / 2
            c.middle(middle, y + b * 0.8, row.mark, b * 0.92, TEXT, "Italic", "middle")
            at = y + b * 0.8
            for line in lines:
                c.middle(x + self._sign + self._gap, at, line, b * 0.92, TEXT)
                at += b * 0.92 * LEAD
            c.middle(end, y + b * 0.8, str(row.count), b * 0.92, MUTED, anchor="end")
            y += tall

    def entries(self) -> list[Entry]:
        """The same in one line of signs, for a page where the table finds no room."""
        b = self._page.base

        def entry(row: KeyRow) -> Entry:
            def draw(x: float, y: float) -> None:
                row.draw(x, y - b * 0.5, b * 1.4, b)
                middle = x + b * 0.7
                self._page.c.middle(middle, y, row.mark, b * SMALL, TEXT, "Italic", "middle")

            return b * 1.4, draw, f"{row.words} ({row.count})"

        return [entry(row) for row in self._rows]
