"""Figures that compare, as rows of marks: a colour and a shape for every province."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dtcompare.analysis.comparison import Spread
from dtcompare.charts.compare.rows import AlikeRow
from dtcompare.charts.page import Page
from dtcompare.charts.strips import HUNDRED, line_scale, mark, numbers_of, own_line, share_axis
from dtcompare.charts.style import (
    FAINT,
    GREY,
    INK,
    MUTED,
    PALE,
    RULE,
    SERIES,
    SHAPES,
    SMALL,
)
from dtcompare.charts.values import Scale, kind_of
from dtcompare.charts.wordcells import Cell, Words, cell, longest_word, natural_width, put

__all__ = ["AlikePart", "heading", "heading_height"]

_LABELS = (0.36, 0.28)  # the most of the width that names may take; the second for many
_NARROW = 9.5  # base sizes; a strip that would be narrower goes below its name
_AMPLE = 15  # base sizes that a strip keeps where columns are as wide as their words
_HALF, _TIP = 0.45, 1.25  # half a mark, and its tip where it may be more or less
_STEP = 0.82  # by how many base sizes marks stand apart that would hide each other
_HEAD, _LINE = 1.75, 1.3  # the height of a heading, and of each further line of it
_STRIP = 1.9  # the height of a strip that stands below its name, and the room under it
_BELOW = 0.62


def heading(page: Page, y: float, text: str) -> float:
    """Draws the heading of a part with a rule below it; returns where the part begins."""
    b = page.base
    for place, line in enumerate(_heading_lines(page, text)):
        y += b * (_HEAD if place == 0 else _LINE)
        page.c.text(page.left, y - b * 0.42, line, b * 0.95, INK, "SemiBold")
    page.c.line(((page.left, y), (page.right, y)), RULE, 0.6)
    return y


def heading_height(page: Page, text: str) -> float:
    """How tall a heading is, in points."""
    return page.base * (_HEAD + _LINE * (len(_heading_lines(page, text)) - 1))


def _heading_lines(page: Page, text: str) -> Sequence[str]:
    return page.font.balance(text, page.inner, page.base * 0.95, "SemiBold")


class AlikePart:
    """The rows laid out over the width of the page.

    Beside each strip stand the numbers, in the province's colour; where the strips would be too
    narrow they go below their names, and the numbers below them.
    """

    def __init__(
        self, page: Page, rows: Sequence[AlikeRow], names: Sequence[str], title: str
    ) -> None:
        self._page, self._rows, self._names, self._title = page, rows, names, title
        b = page.base
        texts = [Words(row.name) for row in rows] + [Words(row.small, SMALL) for row in rows]
        natural = natural_width(page, *texts)
        for column, most, least in self._widths():
            self._column = column
            self._stop = page.right - column * len(names) - b * 0.6
            labels = max(min(natural, page.inner * most), longest_word(page, *texts))
            self._start = page.left + labels + b * 1.1
            self.below = self._stop - self._start < b * least
            if not self.below:
                break
        if self.below:
            labels = page.inner
            self._column = page.inner / len(names)
            self._start, self._stop = page.left + b, page.right - b
        self._labels = [
            cell(page, labels, Words(row.name), Words(row.small, SMALL, MUTED)) for row in rows
        ]
        self._values = [self._value_cells(row) for row in rows]
        self._shared = any(_on_share_axis(row) for row in rows)
        scales = [self._scale(row) for row in rows]
        self._marks = [self._apart(row, scale) for row, scale in zip(rows, scales, strict=True)]
        self._heads = [
            page.font.wrap(name, max(self._column - b * 0.5, b), b * 0.95, "SemiBold")
            for name in names
        ]

    def _widths(self) -> Iterable[tuple[float, float, float]]:
        """How wide columns of numbers and names may be, and the strips at least, the widest first.

        In the widest columns no name of a province and no time is broken into lines.
        """
        page = self._page
        heads = [Words(name, 0.95, weight="SemiBold") for name in self._names]
        values = [Words(text, 0.95, weight="SemiBold") for row in self._rows for text in row.values]
        whens = [Words(text, SMALL) for row in self._rows for text in row.whens]
        gap = page.base * 0.9
        yield natural_width(page, *heads, *values, *whens) + gap, _LABELS[0], _AMPLE
        broken = longest_word(page, *heads, *whens)
        for most in _LABELS:
            yield max(natural_width(page, *values), broken) + gap, most, _NARROW

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self._rows)

    def height(self, pad: float) -> float:
        """How tall the part is, in points."""
        rows = sum(self._row_height(n, pad) for n in range(len(self._rows)))
        return self._head_height + heading_height(self._page, self._title) + rows

    @property
    def _head_height(self) -> float:
        """The names with their marks, and the numbers of the axis below or beside them."""
        b = self._page.base
        return b * (0.95 * 1.3 * max(map(len, self._heads)) + 1.9 + 1.4 * (self.below))

    def _row_height(self, number: int, pad: float) -> float:
        """How tall one row is, in points."""
        b = self._page.base
        offsets = self._marks[number].values()
        marks = (max(offsets, default=0) - min(offsets, default=0)) + 0.9
        label, told = self._labels[number].height, self._told_height(number)
        if self.below:
            return b * (label + max(marks, _STRIP) + told + _BELOW + pad)
        return b * (max(label, marks, told) + pad)

    def _told_height(self, number: int) -> float:
        """How tall the numbers of a row are with the times below them, in base sizes."""
        return max(cell.height for cell in self._values[number])

    def _value_cells(self, row: AlikeRow) -> list[Cell]:
        """Every province's number in its colour, with its time where the times differ."""
        width, cells = self._column - self._page.base * 0.5, []
        for place, observation in enumerate(row.row.observations):
            color = SERIES[place] if observation is not None else MUTED
            weight = "SemiBold" if place == row.ahead else "Regular"
            number = Words(row.values[place], 0.95, color, weight)
            cells.append(cell(self._page, width, number, Words(row.whens[place], SMALL, MUTED)))
        return cells

    def _scale(self, row: AlikeRow) -> Scale:
        if _on_share_axis(row):
            return Scale(0, 100, self._start, self._stop)
        numbers = numbers_of(row.lines)
        if row.row.spread is not None:
            numbers.append(row.row.spread.most)
        return line_scale(self._start, self._stop, numbers)

    def _apart(self, row: AlikeRow, scale: Scale) -> Mapping[int, float]:
        """By how many base sizes each mark steps off the line, so that none hides another."""
        b = self._page.base
        spans = []
        for place, observation in enumerate(row.row.observations):
            if observation is not None:
                x, kind = scale(observation.figure.number), kind_of(observation.figure)
                left = x - b * (_TIP if kind == "under" else _HALF)
                spans.append((left, x + b * (_TIP if kind == "over" else _HALF), place))
        offsets: dict[int, float] = {}
        last, count = float("-inf"), 0
        for left, right, place in sorted(spans):
            count = count + 1 if left < last else 0
            last = max(last, right)
            offsets[place] = _STEP * ((count + 1) // 2) * (-1 if count % 2 else 1)
        return offsets

    def draw(self, y: float, pad: float) -> float:
        """Draws the part from ``y`` down; returns where it ends."""
        page = self._page
        y += self._head_height
        self._draw_heads(y)
        heights = [self._row_height(n, pad) for n in range(len(self._rows))]
        if self._shared:
            top = y + heading_height(page, self._title)
            bands = [(y, top + sum(heights))]
            if self.below:
                bands = list(self._bands(top, heights, pad))
            share_axis(page, self._start, self._stop, y, *bands)
        y = heading(page, y, self._title)
        for number, (row, height) in enumerate(zip(self._rows, heights, strict=True)):
            self._draw_row(number, row, y, height, pad)
            y += height
            page.c.line(((page.left, y), (page.right, y)), PALE, 0.6)
        return y

    def _bands(
        self, y: float, heights: Sequence[float], pad: float
    ) -> Iterable[tuple[float, float]]:
        """Where gridlines run behind strips that stand below their names."""
        b = self._page.base
        for number, (label, height) in enumerate(zip(self._labels, heights, strict=True)):
            under = pad / 2 + self._told_height(number) + 0.37
            yield y + b * (pad / 2 + label.height + 0.25), y + height - b * under
            y += height

    def _draw_heads(self, y: float) -> None:
        """The names of the provinces over their numbers, each with its mark."""
        page, b = self._page, self._page.base
        y -= b * 1.4 * self.below
        most = max(map(len, self._heads))
        for place, lines in enumerate(self._heads):
            x, color = self._right(place), SERIES[place]
            for number, line in enumerate(lines):
                top = y - b * (1.9 + 0.95 * 1.3 * (most - 1))
                at = top + b * 0.95 * 1.3 * (number + most - len(lines))
                page.c.text(x, at, line, b * 0.95, color, "SemiBold", "end")
            page.c.marker(x - b * 0.45, y - b * 0.85, SHAPES[place], b * 0.42, color)

    def _right(self, place: int) -> float:
        """The right edge of a province's numbers."""
        return self._page.right - self._column * (len(self._names) - 1 - place)

    def _draw_row(self, number: int, row: AlikeRow, y: float, height: float, pad: float) -> None:
        page, b = self._page, self._page.base
        middle = y + height / 2
        label, told = self._labels[number], self._told_height(number)
        top = middle - b * told / 2
        if self.below:
            put(page, label, page.left, y + b * (pad / 2 + label.height / 2))
            top = y + height - b * (pad / 2 + told + 0.06)
            middle = (y + b * (pad / 2 + label.height) + top - b * 0.06) / 2
        else:
            put(page, label, page.left, middle)
        scale = self._scale(row)
        if not _on_share_axis(row):
            own_line(page, scale, middle, b * 1.9 if self.below else height - 2)
        if row.row.spread is not None:
            self._spread(row.row.spread, scale, middle)
        for place, observation in enumerate(row.row.observations):
            words = self._values[number][place]
            put(page, words, self._right(place), top + b * words.height / 2, "end")
            if observation is not None:
                color = SERIES[place]
                off = middle + b * self._marks[number][place]
                mark(page, observation.figure, scale, off, color, radius=0.43, shape=SHAPES[place])

    def _spread(self, spread: Spread, scale: Scale, y: float) -> None:
        """The others: from the least to the most, the middle half of them, their median."""
        page, b = self._page, self._page.base
        page.c.line(((scale(spread.least), y), (scale(spread.most), y)), GREY, 1)
        lower, upper = scale(spread.lower), scale(spread.upper)
        page.c.rectangle(lower, y - b * 0.36, upper - lower, b * 0.72, GREY)
        x = scale(spread.median)
        page.c.line(((x, y - b * 0.62), (x, y + b * 0.62)), FAINT, 1.4)


def _on_share_axis(row: AlikeRow) -> bool:
    """Whether the row stands on the axis from 0 to 100."""
    lines = row.lines
    spread = row.row.spread
    numbers = [*numbers_of(lines), *([spread.most] if spread is not None else [])]
    return row.share and max(numbers) <= HUNDRED
