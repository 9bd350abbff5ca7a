"""What provinces report on different footings, in words: side by side and not compared."""

from __future__ import annotations

from collections.abc import Sequence

from dtcompare.charts.compare.rows import TextRow
from dtcompare.charts.compare.strips import heading, heading_height
from dtcompare.charts.page import Page
from dtcompare.charts.style import LEAD, MUTED, PALE, SERIES, SHAPES, SMALL
from dtcompare.charts.wordcells import Cell, Words, cell, longest_word, natural_width, put

__all__ = ["WordsPart"]

_LABELS = 0.3  # the most of the width that names may take
_COLUMN = 11.5  # base sizes that a column of words needs, or less where the words are few
_SIZE = SMALL * 1.04
_SIGN = 1.1  # a province's mark, before its name
_GAP = 0.55  # between the statements of two provinces, in base sizes


class WordsPart:
    """Rows laid out over the width of the page: a column a province where there is room.

    Where there is none, every statement begins with the province's mark and name; on a narrow
    page the name of the indicator then stands above them. ``brief`` shows one figure of each.
    """

    def __init__(
        self,
        page: Page,
        rows: Sequence[TextRow],
        names: Sequence[str],
        title: str,
        *,
        brief: bool = False,
    ) -> None:
        self._page, self._names, self._title = page, names, title
        b, gap = page.base, page.base * 1.2
        told = [[_brief(texts, page) if brief else texts for texts in row.texts] for row in rows]
        labels = [Words(row.name) for row in rows]
        room = min(natural_width(page, *labels), page.inner * _LABELS)
        self._labels = max(room, longest_word(page, *labels))
        self._column = (page.inner - self._labels - gap * len(names)) / len(names)
        words = [Words(word, _SIZE, weight="Medium") for name in names for word in name.split()]
        texts = [Words(text, _SIZE) for row in told for own in row for text in own]
        least = natural_width(page, *words) + b * _SIGN
        need = max(least, min(natural_width(page, *texts), b * _COLUMN))
        self.beside = self._column >= need
        self._above = not self.beside and not page.wide
        self._named = 0.0
        if not self.beside:
            indent = b * 0.6 if self._above else self._labels + gap
            self._labels = page.inner if self._above else self._labels
            named = natural_width(page, *(Words(n, _SIZE, weight="Medium") for n in names))
            self._named = min(named, b * 9) + b * (_SIGN + 0.6)
            self._column = page.inner - indent - self._named
        self._start = page.right - self._named - self._column
        if self.beside:
            self._start = page.left + self._labels + gap
        self._step = self._column + gap
        self._heads = [
            cell(page, self._column - b * _SIGN, Words(n, _SIZE, SERIES[place], "Medium"))
            for place, n in enumerate(names)
        ]
        self._rows = [
            (cell(page, self._labels, Words(row.name)), self._cells(own))
            for row, own in zip(rows, told, strict=True)
        ]

    def _cells(self, told: Sequence[Sequence[str]]) -> list[tuple[int, Cell]]:
        """The statements with the place of each province; a dash where a column would be empty."""
        silent = [Words("–", _SIZE, MUTED)] if self.beside else []
        cells = []
        for place, texts in enumerate(told):
            words = [Words(text, _SIZE) for text in texts] or silent
            if words:
                cells.append((place, cell(self._page, self._column, *words)))
        return cells

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self._rows)

    def height(self, pad: float) -> float:
        """How tall the part is, in points."""
        page, b = self._page, self._page.base
        rows = sum(self._row_height(name, cells) + pad for name, cells in self._rows)
        heads = self._head_height if self.beside else 0
        return b * (rows + heads + 0.4) + heading_height(page, self._title)

    @property
    def _head_height(self) -> float:
        """The height of the names over their columns, in base sizes."""
        return max(head.height for head in self._heads) + 0.95

    def _row_height(self, name: Cell, cells: Sequence[tuple[int, Cell]]) -> float:
        heights = [one.height for _, one in cells]
        told = max(heights) if self.beside else sum(heights) + _GAP * (len(heights) - 1)
        return name.height + _GAP + told if self._above else max(name.height, told)

    def draw(self, y: float, pad: float) -> float:
        """Draws the part from ``y`` down; returns where it ends."""
        page, b = self._page, self._page.base
        y = heading(page, y + b * 0.4, self._title)
        if self.beside:
            self._draw_heads(y)
            y += b * self._head_height
        for name, cells in self._rows:
            height = (self._row_height(name, cells) + pad) * b
            put(page, name, page.left, y + (pad + name.height) * b / 2)
            top = y + pad * b / 2 + (name.height + _GAP) * b * self._above
            for place, one in cells:
                middle = top + one.height * b / 2
                if self.beside:
                    put(page, one, self._start + self._step * place, middle)
                    continue
                self._name(place, top + b * 0.36 * _SIZE)
                put(page, one, self._start + self._named, middle)
                top += (one.height + _GAP) * b
            y += height
            page.c.line(((page.left, y), (page.right, y)), PALE, 0.6)
        return y

    def _draw_heads(self, y: float) -> None:
        """The names over their columns, each behind its mark."""
        page, b = self._page, self._page.base
        for place, head in enumerate(self._heads):
            x = self._start + self._step * place
            middle = y + b * (0.7 + head.height / 2)
            first = middle - b * (len(head.lines) - 1) * LEAD * _SIZE / 2
            page.c.marker(x + b * 0.4, first, SHAPES[place], b * 0.36, SERIES[place])
            put(page, head, x + b * _SIGN, middle)

    def _name(self, place: int, middle: float) -> None:
        """A province's mark and name before what it reports."""
        page, b, x = self._page, self._page.base, self._start
        page.c.marker(x + b * 0.4, middle, SHAPES[place], b * 0.36, SERIES[place])
        name = page.font.shorten(
            self._names[place], self._named - b * (_SIGN + 0.4), b * _SIZE, "Medium"
        )
        page.c.middle(x + b * _SIGN, middle, name, b * _SIZE, SERIES[place], "Medium")


def _brief(texts: Sequence[str], page: Page) -> Sequence[str]:
    """The first of some statements, and how many more there are."""
    if len(texts) < 2:
        return texts
    return (page.phrases.say("chart.compare.brief", text=texts[0], n=len(texts) - 1),)
