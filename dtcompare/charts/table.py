"""Tables on a page: columns of words and of plots, folded, aligned, under heads and on an axis.

Everything that a chart draws in rows is a table: of some columns words stand in the cells, of one
or two a drawing on a scale. A row may take several lines, each with columns of its own: on a narrow
page a plot stands below its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.charts.marks import CAP, Anchor
from dtcompare.charts.page import Page
from dtcompare.charts.style import FAINT, GRID, INK, LEAD, MUTED, PALE, RULE, SMALL, TEXT
from dtcompare.charts.values import Scale

__all__ = [
    "Axis",
    "Beside",
    "Block",
    "Column",
    "Paragraph",
    "Plot",
    "Row",
    "Run",
    "Table",
    "cell",
    "fit",
]

_GAP = 0.9  # between columns, in base sizes
_PLOT, _CRAMPED = 13.0, 8.0  # the width a plot is kept, and with less it goes below, in base sizes
_LEAST, _USUAL, _MOST = 0.5, 0.85, 1.6  # the room about a row, in base sizes
_BESIDE = 0.35  # between the runs of a line


class Run(Struct, frozen=True):
    """A text with its looks; ``scale`` is its size in base sizes of the page."""

    text: str
    scale: float = 1
    color: str = TEXT
    weight: str = "Regular"


# Paragraphs of runs: each paragraph begins a line, its runs stand behind each other while they fit.
Cell = tuple[tuple[Run, ...], ...]


class Plot(Struct, frozen=True):
    """A cell that is drawn: ``draw`` takes the row's scale, its middle and its height.

    The scale goes from ``low`` to ``high``; ``shared``: it is the column's axis. ``labels`` are
    numbers with the points that their labels take before and behind them. ``height`` is what it
    takes, in base sizes; up to the default nothing beside the words of a row.
    """

    draw: Callable[[Scale, float, float], None]
    low: float
    high: float
    shared: bool = True
    labels: tuple[tuple[float, float, float], ...] = ()
    height: float = 0.9


class Axis(Struct, frozen=True):
    """Numbers of a scale with their texts."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


class Column(Struct, frozen=True):
    """A column: its head, whether its words fold (wider than ``most`` of the page), and its line.

    ``sign`` is drawn below the head.
    """

    head: Cell = ()
    align: Anchor = "start"
    sign: Callable[[float, float], None] | None = None
    fold: bool = False
    most: float = 1.0
    plot: bool = False
    axis: Axis | None = None
    line: int = 0


class Row(Struct, frozen=True):
    """Cells, one a column; or with ``heading`` or ``remark`` alone a text over the whole row.

    ``marked``: a bar stands at its left; ``joined``: it goes on with the row above.
    """

    cells: tuple[Cell | Plot, ...] = ()
    heading: str = ""
    aside: str = ""
    remark: str = ""
    marked: bool = False
    joined: bool = False


class _Folded(Struct, frozen=True):
    """A cell in lines: runs with where each begins, and the width of the line."""

    lines: tuple[tuple[tuple[tuple[float, Run], ...], float], ...] = ()

    @property
    def height(self) -> float:
        """From the top of the first capitals to the last baseline, in base sizes."""
        sizes = [max(run.scale for _, run in runs) for runs, _ in self.lines]
        return 2 * CAP * sizes[0] + LEAD * sum(sizes[1:]) if sizes else 0


def cell(*texts: Run | tuple[Run, ...]) -> Cell:
    """A cell of paragraphs, those without words left out."""
    runs = (text if isinstance(text, tuple) else (text,) for text in texts)
    return tuple(kept for line in runs if (kept := tuple(run for run in line if run.text)))


class Table:
    """Rows laid out between the margins of a page.

    ``ruled``: a light line under every row; ``stretch``: rows move apart where there is room;
    ``level``: cells begin at the top of their row, not about its middle.
    """

    def __init__(
        self,
        page: Page,
        columns: Sequence[Column],
        rows: Sequence[Row],
        *,
        ruled: bool = False,
        stretch: bool = True,
        level: bool = False,
        edges: tuple[float, float] | None = None,
    ) -> None:
        self.left, self.right = edges or (page.left, page.right)
        self.page, self.columns, self.all = page, columns, rows
        self.ruled, self.stretch, self.level = ruled, stretch, level
        self.indent = page.base * 0.9 if any(row.marked for row in rows) else 0
        self.rows = len([row for row in rows if row.cells]) if stretch else 0
        numbers = sorted({column.line for column in columns})
        self.lines = [[n for n, c in enumerate(columns) if c.line == line] for line in numbers]
        self.places: dict[int, tuple[float, float]] = {}
        self.cramped = False  # a plot beside words has too little room to read
        for line in self.lines:
            self._place(line)
        self.heads = {n: self._in_lines(c.head, self._room(n)) for n, c in enumerate(columns)}
        self.folded = [self._fold(row) for row in rows]

    # Where columns stand

    def _cells(self, number: int) -> Iterator[Cell]:
        """The head and the words of a column."""
        yield self.columns[number].head
        for row in self.all:
            found = row.cells[number] if row.cells else ()
            yield () if isinstance(found, Plot) else found

    def _natural(self, number: int) -> float:
        """How wide a column is without a line break."""
        gap = self.page.base * _BESIDE
        lines = (runs for found in self._cells(number) for runs in found)
        return max(
            (sum(map(self._wide, runs)) + (len(runs) - 1) * gap for runs in lines), default=0
        )

    def _least(self, number: int) -> float:
        """How wide the widest word of a column is."""
        runs = (run for found in self._cells(number) for line in found for run in line)
        words = (replace(run, text=word) for run in runs for word in run.text.split(" "))
        return max(map(self._wide, words), default=0)

    def _wide(self, run: Run) -> float:
        return self.page.text_width(run.text, run.scale, run.weight)

    def _place(self, line: Sequence[int]) -> None:
        """Widths from what cells need; those that fold yield until all fit, a plot has the rest."""
        b = self.page.base
        room = self.right - self.left - self.indent
        plots = [n for n in line if self.columns[n].plot]
        words = [n for n in line if n not in plots]
        widths = {n: self._natural(n) + 0.1 for n in words}
        least = {n: self._least(n) + 0.1 if self.columns[n].fold else widths[n] for n in words}
        widths = {n: max(least[n], min(w, self.columns[n].most * room)) for n, w in widths.items()}
        gaps = b * _GAP * (len(line) - 1)
        needed = len(plots) * b * _PLOT if len(line) > 1 else 0
        over = sum(widths.values()) + gaps + needed - room
        while over > 0:
            widest = max(words, key=lambda n: widths[n] - least[n] and widths[n], default=None)
            if widest is None or widths[widest] <= least[widest]:
                break
            cut = min(over, widths[widest] - least[widest], b)
            widths[widest] -= cut
            over -= cut
        spare = max(needed - over, 0.0)
        self.cramped |= bool(plots) and spare < b * _CRAMPED
        if plots:
            widths |= dict.fromkeys(plots, spare / len(plots))
        else:  # columns with room to spare stand a little further apart
            for n in words[1:-1]:
                widths[n] += min(spare / len(words), b * 2.5)
        x = self.left + self.indent
        for place, n in enumerate(line):
            if self.columns[n].align == "end" and not plots:
                x = self.right - sum(widths[m] + b * _GAP for m in line[place:]) + b * _GAP
            self.places[n] = (x, x + widths[n])
            x += widths[n] + b * _GAP
        for n in plots:
            self.places[n] = self._settled(n)

    def _settled(self, number: int) -> tuple[float, float]:
        """The ends of a plot moved inward until all labels are between its edges."""
        left, right = self.places[number]
        b, starts, ends = self.page.base, [left + self.page.base * 0.4], [right - self.page.base]
        start, end, third = starts[0], ends[0], (right - left) / 3
        for row in self.all:
            plot = row.cells[number] if row.cells else None
            for at, before, after in plot.labels if isinstance(plot, Plot) else ():
                assert isinstance(plot, Plot)
                share = min(max((at - plot.low) / (plot.high - plot.low), 0.0), 1.0)
                if share < 0.98:
                    starts.append((left + before - share * end) / (1 - share))
                if share > 0.02:
                    ends.append((right + b * 0.2 - after - start) / share + start)
        return min(max(starts), start + third), max(min(ends), end - third)

    def _room(self, number: int) -> float:
        return self.places[number][1] - self.places[number][0]

    def _fold(self, row: Row) -> dict[int, _Folded]:
        cells = enumerate(row.cells)
        return {n: self._in_lines(c, self._room(n)) for n, c in cells if not isinstance(c, Plot)}

    def _in_lines(self, found: Cell, width: float) -> _Folded:
        font, b = self.page.font, self.page.base
        lines: list[tuple[tuple[tuple[float, Run], ...], float]] = []
        for runs in found:
            line: list[tuple[float, Run]] = []
            used = 0.0
            for run in runs:
                wide, gap = self._wide(run), b * _BESIDE if line else 0.0
                if line and used + gap + wide > width + 0.1:
                    lines.append((tuple(line), used))
                    line, used, gap = [], 0.0, 0.0
                *whole, last = font.balance(run.text, max(width, b), b * run.scale, run.weight)
                for text in whole:
                    part = replace(run, text=text)
                    lines.append((((0.0, part),), self._wide(part)))
                part = replace(run, text=last)
                line.append((used + gap, part))
                used += gap + self._wide(part)
            lines.append((tuple(line), used))
        return _Folded(tuple(lines))

    # How tall it is

    @property
    def head(self) -> float:
        """The height of the heads and of the numbers of the axis, in points."""
        tallest = max(found.height for found in self.heads.values())
        signs = 1.3 * any(column.sign for column in self.columns)
        if not tallest:
            return self.page.base * 1.7 * any(column.axis for column in self.columns)
        return self.page.base * (tallest + 1.1 + signs + 1.4 * self._apart)

    @property
    def _apart(self) -> bool:
        """Whether the numbers of an axis stand below the heads, as their plots have own lines."""
        axes = {c.line for c in self.columns if c.axis}
        return bool(axes) and any(c.head and c.line not in axes for c in self.columns)

    def height(self, pad: float) -> float:
        """The height with ``pad`` base sizes about every row."""
        return self.head + sum(self._tall(n, pad) for n in range(len(self.all)))

    def _tall(self, number: int, pad: float) -> float:
        row, b = self.all[number], self.page.base
        if row.heading:
            size = b * SMALL * 1.08
            lines = self.page.font.balance(
                row.heading, (self.right - self.left) * (0.7 if row.aside else 1), size, "SemiBold"
            )
            return b * 0.8 + len(lines) * size * LEAD
        if row.remark:
            return b * (0.72 + pad)
        pad = pad if self.stretch and not self._goes_on(number) else _LEAST
        told = [height for _, height in self._line_heights(number)]
        return b * (sum(told) + pad + (len(told) - 1) * 0.6)

    def _line_heights(self, number: int) -> Iterator[tuple[Sequence[int], float]]:
        """The lines of a row on which something stands, with their heights in base sizes."""
        row, folded = self.all[number], self.folded[number]
        for line in self.lines:
            plots = [plot for n in line if isinstance(plot := row.cells[n], Plot)]
            heights = [folded[n].height for n in line if n in folded]
            heights += [plot.height for plot in plots if len(self.lines) > 1 or plot.height > 0.9]
            if plots or any(heights):
                yield line, max([*heights, 0.72])

    # Drawing

    def draw(self, y: float, pad: float) -> float:
        """Draws heads, axis and rows from ``y`` down; returns where they end."""
        start = len(self.page.c.marks)
        y += self.head
        self._heads(y)
        bands: list[tuple[float, float]] = []
        for number, row in enumerate(self.all):
            tall = self._tall(number, pad)
            if row.heading:
                self.page.heading(
                    y + self.page.base * 0.35, row.heading, row.aside, (self.left, self.right)
                )
            elif row.remark:
                at = self.places[min(1, len(self.places) - 1)][0]
                size = self.page.base * SMALL
                self.page.c.middle(at, y + tall / 2, row.remark, size, MUTED, "Italic")
            else:
                bands += self._row(number, y, tall)
            y += tall
        self._grid(bands, start)
        return y

    def _row(self, number: int, y: float, tall: float) -> Iterator[tuple[float, float]]:
        """Draws a row; yields where gridlines go behind its plot."""
        page, b, row = self.page, self.page.base, self.all[number]
        found = list(self._line_heights(number))
        spare = tall - b * sum(height for _, height in found)
        at = y
        for line, height in found:
            band = b * height + spare / len(found)
            for n in line:
                plot, (left, right) = row.cells[n], self.places[n]
                if isinstance(plot, Plot):
                    scale = Scale(plot.low, plot.high, left, right)
                    plot.draw(scale, at + band / 2, min(band, b * 1.9))
                    if plot.shared:
                        yield (at, at + band)
                else:
                    edge, found_cell = (
                        (left, right)[self.columns[n].align == "end"],
                        self.folded[number][n],
                    )
                    rise = (height - found_cell.height) * b / 2 * self.level
                    self._put(found_cell, edge, at + band / 2 - rise, self.columns[n].align)
            at += band
        if row.marked:
            page.c.rectangle(self.left, y, 2.2, tall, INK)
        if self.ruled and not self._goes_on(number + 1):
            page.c.line(((self.left, y + tall), (self.right, y + tall)), PALE, 0.6)

    def _goes_on(self, number: int) -> bool:
        return number < len(self.all) and self.all[number].joined

    def _put(self, folded: _Folded, x: float, middle: float, align: Anchor) -> None:
        page, b = self.page, self.page.base
        y = middle - folded.height * b / 2
        for place, (runs, width) in enumerate(folded.lines):
            y += b * max(run.scale for _, run in runs) * (LEAD if place else 2 * CAP)
            begin = x - width if align == "end" else x
            for offset, run in runs:
                size = b * run.scale
                if align == "end" and len(runs) == 1:
                    page.c.text(x, y, run.text, size, run.color, run.weight, "end")
                else:
                    page.c.text(begin + offset, y, run.text, size, run.color, run.weight)

    def _heads(self, y: float) -> None:
        page, b = self.page, self.page.base
        for n, column in enumerate(self.columns):
            edge = self.places[n][column.align == "end"]
            foot = y - b * 1.4 * self._apart
            middle = foot - b * (0.5 + 1.3 * (column.sign is not None) + self.heads[n].height / 2)
            self._put(self.heads[n], edge, middle, column.align)
            if column.sign is not None:
                column.sign(edge - b * 0.45, foot - b * 0.85)
            for x, text in self._ticks(n):
                page.c.text(x, y - b * 0.5, text, b * SMALL, FAINT, anchor="middle")

    def _ticks(self, number: int) -> Iterator[tuple[float, str]]:
        """Yield where the numbers of an axis stand; one that touches the one before is left out."""
        axis = self.columns[number].axis
        if axis is None:
            return
        scale = Scale(axis.low, axis.high, *self.places[number])
        last = float("-inf")
        for at, text in axis.ticks:
            x, half = scale(at), self.page.text_width(text, SMALL) / 2
            if x - half > last:
                yield x, text
                last = x + half + self.page.base * 0.4

    def _grid(self, bands: Iterable[tuple[float, float]], start: int) -> None:
        """Gridlines behind all that has been drawn since ``start``, one for bands that touch."""
        joined: list[tuple[float, float]] = []
        for top, bottom in bands:
            if joined and top - joined[-1][1] < 0.1:
                joined[-1] = (joined[-1][0], bottom)
            else:
                joined.append((top, bottom))
        drawn = self.page.c.marks[start:]
        del self.page.c.marks[start:]
        for n, column in enumerate(self.columns):
            if column.axis is None:
                continue
            scale = Scale(column.axis.low, column.axis.high, *self.places[n])
            for at, _ in column.axis.ticks:
                for top, bottom in joined:
                    ends = ((scale(at), top), (scale(at), bottom))
                    self.page.c.line(ends, RULE if at == 0 else GRID, 0.7)
        self.page.c.marks += drawn


class Beside:
    """A table in two columns of nearly equal height, the first the longer one."""

    def __init__(
        self,
        make: Callable[[Sequence[Row], tuple[float, float]], Table],
        rows: Sequence[Row],
        page: Page,
    ) -> None:
        half, gap = page.inner / 2, page.base * 1.2
        edges = (page.left, page.left + half - gap), (page.right - half + gap, page.right)
        split = (len(rows) + 1) // 2
        split -= bool(rows[split - 1].heading)  # a heading stays with its rows
        self.tables = make(rows[:split], edges[0]), make(rows[split:], edges[1])
        self.rows = max(table.rows for table in self.tables)

    def height(self, pad: float) -> float:
        """How tall the longer column is."""
        return max(table.height(pad) for table in self.tables)

    def draw(self, y: float, pad: float) -> float:
        """Draws both from ``y`` down; returns where the longer one ends."""
        return max(table.draw(y, pad) for table in self.tables)


class Paragraph:
    """Running text over the width of the page, with a little room above."""

    rows = 0

    def __init__(self, page: Page, text: str, color: str = TEXT) -> None:
        self.page, self.text, self.color = page, text, color

    def height(self, _pad: float) -> float:
        """How tall it is."""
        return self.page.paragraph_height(self.text) + self.page.base * 0.35

    def draw(self, y: float, _pad: float) -> float:
        """Draws it from ``y`` down; returns where it ends."""
        return self.page.paragraph(y + self.page.base * 0.35, self.text, color=self.color)


Block = Table | Beside | Paragraph


def fit(page: Page, y: float, plans: Iterable[Sequence[Block]], rows: int) -> float:
    """Draws the first of ``plans`` that fits on the page; returns where its last block ends.

    Rows stand further apart on a page of fixed height. Raises WrongUsage where none fits.
    """
    b = page.base
    for blocks in plans:
        count = sum(block.rows for block in blocks)
        free = page.bottom - y - b * 0.4 - sum(block.height(0) for block in blocks)
        if free >= count * _LEAST * b:
            break
    else:
        page.does_not_fit(rows)
    pad = min(free / b / max(count, 1), _USUAL if page.room is None else _MOST)
    for block in blocks:
        y = block.draw(y, pad)
    return y + b * 0.4
