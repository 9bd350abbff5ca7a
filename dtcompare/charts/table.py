"""Tables on a page: columns of words and of plots, folded, aligned, under heads and on an axis.

Everything that a chart draws in rows is a table: of some columns words stand in the cells, of one
or two a drawing on a scale. A row may take several lines, each with columns of its own: on a narrow
page a plot stands below its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.charts.cells import Cell, ChartColumn, ChartRow, Plot, Run
from dtcompare.charts.marks import CAP, Anchor
from dtcompare.charts.page import Page
from dtcompare.charts.style import FAINT, GRID, INK, LEAD, MUTED, PALE, RULE, SMALL
from dtcompare.charts.values import LinearScale

_GAP = 0.9  # between columns, in base sizes
_CRAMPED = 8.0  # a plot with less width goes below, in base sizes
_LEAST = 0.5  # the room about a row that goes on, in base sizes
_WORDY = 0.7  # the same about a row of words alone
_BETWEEN, _APART = 0.6, 0.4  # between the lines of a row, and so much more about such a row
_BESIDE = 0.35  # between the runs of a line
_SIGN = 1.15  # the room of a sign before a text, in base sizes


class _Folded(Struct, frozen=True):
    """A cell in lines: runs with where each begins, and the width of the line."""

    lines: tuple[tuple[tuple[tuple[float, Run], ...], float], ...] = ()

    @property
    def height(self) -> float:
        """Return the height from the first capitals to the last baseline, in base sizes."""
        sizes = [max(run.scale for _, run in runs) for runs, _ in self.lines]
        return 2 * CAP * sizes[0] + LEAD * sum(sizes[1:]) if sizes else 0


class ChartTable:
    """Rows laid out between the margins of a page.

    ``ruled``: a light line under every row; ``stretch``: rows move apart where there is room;
    ``level``: cells begin at the top of their row, not about its middle.
    """

    def __init__(
        self,
        page: Page,
        columns: Sequence[ChartColumn],
        rows: Sequence[ChartRow],
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
        self.plotted = any(column.plot for column in columns)
        self.rows = len([row for row in rows if row.cells or row.remark]) if stretch else 0
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
        """Yield the head and the words of a column."""
        yield self.columns[number].head
        for row in self.all:
            found = row.cells[number] if row.cells else ()
            yield () if isinstance(found, Plot) else found

    def _natural(self, number: int) -> float:
        """Return how wide a column is without a line break."""
        gap = self.page.base * _BESIDE
        lines = (runs for found in self._cells(number) for runs in found)
        return max(
            (sum(map(self._wide, runs)) + (len(runs) - 1) * gap for runs in lines), default=0
        )

    def _least(self, number: int) -> float:
        """Return how wide the widest word of a column is."""
        widest = 0.0
        for found in self._cells(number):
            for run in (run for line in found for run in line):
                first, *words = run.text.split(" ")
                parts = [replace(run, text=first)]
                parts += [replace(run, text=word, sign="") for word in words]
                widest = max(widest, *map(self._wide, parts))
        return widest

    def _wide(self, run: Run) -> float:
        sign = self.page.base * _SIGN if run.sign else 0
        return sign + self.page.text_width(run.text, run.scale, run.weight)

    def _place(self, line: Sequence[int]) -> None:
        """Set where the columns of a line stand; those without words take no room."""
        em, columns = self.page.base, self.columns
        under = columns[line[0]].under
        x = self.left + self.indent if under is None else self.places[under][0]
        plots = [n for n in line if columns[n].plot]
        words = [n for n in line if n not in plots and self._natural(n)]
        taken = sorted([*plots, *words])
        room = self.right - x - em * _GAP * (len(taken) - 1)
        needed = em * sum(columns[n].room for n in plots) if words else 0
        widths = self._widths(words, room, needed)
        spare = max(room - sum(widths.values()), 0.0)
        self.cramped |= bool(plots) and spare < em * _CRAMPED
        if plots:
            shares = sum(columns[n].share for n in plots)
            widths |= {n: spare * columns[n].share / shares for n in plots}
        else:  # columns with room to spare stand a little further apart
            for n in words[1:-1]:
                widths[n] += min(spare / len(words), em * 2.5)
        self.places |= dict.fromkeys(line, (x, x))
        for place, n in enumerate(taken):
            if columns[n].align == "end" and not plots:
                x = self.right - sum(widths[m] + em * _GAP for m in taken[place:]) + em * _GAP
            self.places[n] = (x, x + widths[n])
            x += widths[n] + em * _GAP
        for n in plots:
            self.places[n] = self._settled(n)

    def _widths(self, words: Sequence[int], room: float, plots: float) -> dict[int, float]:
        """Return the widths of columns of words: those that fold yield until plots have room."""
        em, columns = self.page.base, self.columns
        natural = {n: self._natural(n) + 0.1 for n in words}
        least = {n: self._least(n) + 0.1 if columns[n].fold else natural[n] for n in words}
        widths = {n: max(least[n], min(natural[n], columns[n].most * room)) for n in words}
        over = sum(widths.values()) + plots - room
        while over > 0:
            widest = max(words, key=lambda n: widths[n] - least[n] and widths[n], default=None)
            if widest is None or widths[widest] <= least[widest]:
                break
            cut = min(over, widths[widest] - least[widest], em)
            widths[widest] -= cut
            over -= cut
        return widths

    def _settled(self, number: int) -> tuple[float, float]:
        """Return the ends of a plot moved inward until all labels are between its edges."""
        left, right = self.places[number]
        em, starts, ends = self.page.base, [left + self.page.base * 0.4], [right - self.page.base]
        start, end, third = starts[0], ends[0], (right - left) / 3
        for row in self.all:
            plot = row.cells[number] if row.cells else None
            for at, before, after in plot.labels if isinstance(plot, Plot) else ():
                assert isinstance(plot, Plot)
                share = min(max((at - plot.low) / (plot.high - plot.low), 0.0), 1.0)
                if share < 0.98:
                    starts.append((left + before - share * end) / (1 - share))
                if share > 0.02:
                    ends.append((right + em * 0.2 - after - start) / share + start)
        return min(max(starts), start + third), max(min(ends), end - third)

    def _room(self, number: int) -> float:
        return self.places[number][1] - self.places[number][0]

    def _fold(self, row: ChartRow) -> dict[int, _Folded]:
        cells = enumerate(row.cells)
        return {n: self._in_lines(c, self._room(n)) for n, c in cells if not isinstance(c, Plot)}

    def _in_lines(self, found: Cell, width: float) -> _Folded:
        font, em = self.page.font, self.page.base
        lines: list[tuple[tuple[tuple[float, Run], ...], float]] = []
        for runs in found:
            line: list[tuple[float, Run]] = []
            used = 0.0
            for run in runs:
                wide, gap = self._wide(run), em * _BESIDE if line else 0.0
                if line and used + gap + wide > width + 0.1:
                    lines.append((tuple(line), used))
                    line, used, gap = [], 0.0, 0.0
                room = max(width - wide + self._wide(replace(run, sign="")), em)
                *whole, last = font.balance(run.text, room, em * run.scale, run.weight)
                part = run
                for text in whole:
                    part = replace(part, text=text)
                    lines.append((((0.0, part),), self._wide(part)))
                    part = replace(part, sign="")
                part = replace(part, text=last)
                line.append((used + gap, part))
                used += gap + self._wide(part)
            lines.append((tuple(line), used))
        return _Folded(tuple(lines))

    # How tall it is

    @property
    def head(self) -> float:
        """Return the height of the heads and of the numbers of the axis, in points."""
        tallest = max(found.height for found in self.heads.values())
        if not tallest:
            return self.page.base * 1.7 * any(column.axis for column in self.columns)
        return self.page.base * (tallest + 1.1 + 1.4 * self._apart)

    @property
    def _apart(self) -> bool:
        """Return whether the numbers of an axis stand below the heads: of plots or other lines."""
        axes = {c.line for c in self.columns if c.axis}
        return any(c.head and (c.axis or c.line not in axes) for c in self.columns if axes)

    def height(self, pad: float) -> float:
        """Return the height with ``pad`` base sizes about every row."""
        return self.head + sum(self.heights(pad))

    def heights(self, pad: float) -> list[float]:
        """Return the height of every row."""
        return [self._tall(n, pad) for n in range(len(self.all))]

    def _tall(self, number: int, pad: float) -> float:
        row, em = self.all[number], self.page.base
        if row.heading:
            size = em * SMALL * 1.08
            room = self.page.heading_room(self.right - self.left, row.aside)
            lines = self.page.font.balance(row.heading, room, size, "SemiBold")
            return em * 0.8 + len(lines) * size * LEAD
        if row.remark:
            return em * (0.72 + (pad if self.stretch else _WORDY))
        heights = [height + below for _, height, below in self._line_heights(number)]
        return em * (sum(heights) + self._about(number, pad) + (len(heights) - 1) * _BETWEEN)

    def _about(self, number: int, pad: float) -> float:
        """Return the room about a row in base sizes, half of it above; more if it has lines."""
        if self._goes_on(number) and not self.plotted:
            return _LEAST
        lines = len(list(self._line_heights(number)))
        return (pad if self.stretch else _WORDY) + _APART * (lines > 1)

    def _line_heights(self, number: int) -> Iterator[tuple[Sequence[int], float, float]]:
        """Yield the lines of a row on which something stands.

        With the height of each, and what words below its plots take, in base sizes.
        """
        row, folded = self.all[number], self.folded[number]
        for line in self.lines:
            plots = [(n, plot) for n in line if isinstance(plot := row.cells[n], Plot)]
            heights = [folded[n].height for n in line if n in folded]
            heights += [plot.height if len(self.lines) > 1 else plot.beside for _, plot in plots]
            below = [plot.below(self._scale(n, plot)) for n, plot in plots if plot.below]
            if plots or any(heights):
                yield line, max([*heights, 0.72]), max(below, default=0)

    # Drawing

    def draw(self, y: float, pad: float) -> float:
        """Draw heads, axis and rows from ``y`` down; return where they end."""
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
                bands += self._row(number, y, pad)
            y += tall
        self._grid(bands, start)
        return y

    def _row(self, number: int, y: float, pad: float) -> Iterator[tuple[float, float]]:
        """Draw a row; yield where gridlines go behind its plots."""
        page, em, row = self.page, self.page.base, self.all[number]
        found = list(self._line_heights(number))
        edge, at = em * self._about(number, pad) / 2, y
        for place, (line, height, words) in enumerate(found):
            above = em * _BETWEEN / 2 if place else edge
            below = em * _BETWEEN / 2 if place < len(found) - 1 else edge
            middle, end = at + above + em * height / 2, at + above + em * (height + words) + below
            for n in line:
                content = row.cells[n]
                if not isinstance(content, Plot):
                    self._words(number, n, middle, height)
                    continue
                tall = min(above + em * height + below, em * 1.9)
                content.draw(self._scale(n, content), middle, tall)
                if content.shared:
                    yield at, end
            at = end
        if row.marked:
            page.c.rectangle(self.left, y, 2.2, at - y, INK)
        if self.ruled and not self._goes_on(number + 1):
            page.c.line(((self.left, at), (self.right, at)), PALE, 0.6)

    def _scale(self, number: int, plot: Plot) -> LinearScale:
        return LinearScale(plot.low, plot.high, *self.places[number])

    def _words(self, row: int, column: int, middle: float, height: float) -> None:
        """Draw the words of a cell about the middle of its line, or from the top of it."""
        folded, align = self.folded[row][column], self.columns[column].align
        rise = (height - folded.height) * self.page.base / 2 * self.level
        self._put(folded, self.places[column][align == "end"], middle - rise, align)

    def _goes_on(self, number: int) -> bool:
        return number < len(self.all) and self.all[number].joined

    def _put(self, folded: _Folded, x: float, middle: float, align: Anchor) -> None:
        page, em = self.page, self.page.base
        y = middle - folded.height * em / 2
        for place, (runs, width) in enumerate(folded.lines):
            y += em * max(run.scale for _, run in runs) * (LEAD if place else 2 * CAP)
            begin = x - width if align == "end" else x
            for offset, run in runs:
                size, at = em * run.scale, begin + offset
                if run.sign:
                    page.c.marker(at + em * 0.45, y - size * CAP, run.sign, em * 0.42, run.color)
                    at += em * _SIGN
                if align == "end" and len(runs) == 1:
                    page.c.text(x, y, run.text, size, run.color, run.weight, "end")
                else:
                    page.c.text(at, y, run.text, size, run.color, run.weight)

    def _heads(self, y: float) -> None:
        page, em = self.page, self.page.base
        for n, column in enumerate(self.columns):
            edge = self.places[n][column.align == "end"]
            foot = y - em * 1.4 * self._apart
            middle = foot - em * (0.5 + self.heads[n].height / 2)
            self._put(self.heads[n], edge, middle, column.align)
            for x, text in self._ticks(n):
                page.c.text(x, y - em * 0.5, text, em * SMALL, FAINT, anchor="middle")

    def _ticks(self, number: int) -> Iterator[tuple[float, str]]:
        """Yield where the numbers of an axis stand; one that touches the one before is left out."""
        axis = self.columns[number].axis
        if axis is None:
            return
        scale = LinearScale(axis.low, axis.high, *self.places[number])
        last = float("-inf")
        for at, text in axis.ticks:
            x, half = scale(at), self.page.text_width(text, SMALL) / 2
            x = min(x, self.page.right - half)
            if x - half > last:
                yield x, text
                last = x + half + self.page.base * 0.4

    def _grid(self, bands: Iterable[tuple[float, float]], start: int) -> None:
        """Draw gridlines behind all that is drawn since ``start``, one for bands that touch."""
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
            scale = LinearScale(column.axis.low, column.axis.high, *self.places[n])
            for at, _ in column.axis.ticks:
                for top, bottom in joined:
                    ends = ((scale(at), top), (scale(at), bottom))
                    self.page.c.line(ends, RULE if at == 0 else GRID, 0.7)
        self.page.c.marks += drawn
