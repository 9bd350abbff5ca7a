"""Lines of dumbbells with their columns: when it is due, whose it is, what is still to go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dtcompare.charts.gap.lines import Dumbbell
from dtcompare.charts.gap.marks import Plot
from dtcompare.charts.page import Page
from dtcompare.charts.style import BAR_HIGH, LEAD, MUTED, SMALL, TEXT
from dtcompare.charts.values import paint

__all__ = ["GapTable"]

_PITCH = (1.22, 1.62, 2.5)  # of the lines: the least, the usual, the most, in base sizes
_EASY = 1.42  # the pitch down to which what stands below may press the lines together
_HEADING = 1.75  # the height of a heading, in base sizes


class GapTable:
    """The judged targets, in parts under headings."""

    def __init__(
        self,
        page: Page,
        parts: Mapping[str, Sequence[Dumbbell]],
        plot: Plot,
        headings: Mapping[str, str],
        unit: str,
    ) -> None:
        """``unit`` is what the numbers of the column "to go" count."""
        self.page, self.parts, self.plot, self.headings = page, parts, plot, headings
        self.unit = unit
        self.lines = [line for part in parts.values() for line in part]
        b, say = page.base, page.phrases.say
        self._heads = (say("column.goal"), say("column.to-go"), say("chart.gap.needed"))
        self.due = max((page.text_width(x.due, 0.92) for x in self.lines), default=0) + b * 0.7
        self._target = self._column(self._heads[0], "", *(x.target for x in self.lines))
        self._togo = self._column(self._heads[1], unit, *(x.togo for x in self.lines), bold=True)
        self._pace = self._column(self._heads[2], "", *(x.pace for x in self.lines))
        aside = self._target + self._togo + self._pace + b * 2.4 if page.wide else 0
        room = page.inner - self.due - aside
        self._name = min(max(map(self._natural, self.lines), default=0), room * 0.56)
        self._folded = {id(line): self._fold(line) for line in self.lines}

    def _column(self, head: str, second: str, *cells: str, bold: bool = False) -> float:
        page = self.page
        weight = "SemiBold" if bold else "Regular"
        widths = [page.text_width(cell, 0.92, weight) for cell in cells]
        widths += [page.text_width(head, SMALL, "SemiBold"), page.text_width(second, SMALL)]
        return max(widths)

    def _natural(self, line: Dumbbell) -> float:
        page = self.page
        weight = "SemiBold" if line.highlighted else "Regular"
        beside = page.text_width(line.beside, SMALL) + page.base * 0.35 if line.beside else 0
        return page.text_width(line.name, 1, weight) + beside

    def _fold(self, line: Dumbbell) -> tuple[tuple[str, ...], bool]:
        """The lines of a name, and whether what stands beside it has a line of its own."""
        page = self.page
        weight = "SemiBold" if line.highlighted else "Regular"
        room = self._name if page.wide else page.inner - self._togo - page.base
        names = page.font.balance(line.name, room, page.base, weight)
        last = page.text_width(names[-1], 1, weight) + page.base * 0.35
        apart = bool(line.beside) and last + page.text_width(line.beside, SMALL) > room + 0.1
        return names, apart

    # Measures

    def _again(self, part: Sequence[Dumbbell], place: int) -> bool:
        """Whether a line is of the same target as the one above."""
        return place > 0 and part[place].row is not None and part[place].key == part[place - 1].key

    def _units(self, line: Dumbbell, *, again: bool) -> float:
        """How many lines of text a line takes."""
        if line.said:
            return 1
        if not self.page.wide:
            names, _ = self._folded[id(line)]
            return 1.15 if again else len(names) + 2.0
        if again:
            return 1
        names, apart = self._folded[id(line)]
        lines = len(names) + apart
        return 1 if lines == 1 else (0.3 + 1.17 * lines) / _EASY

    def _total(self) -> tuple[float, float]:
        """The height of all lines in units, and that of headings and axis in points."""
        units = sum(
            self._units(line, again=self._again(part, place))
            for part in self.parts.values()
            for place, line in enumerate(part)
        )
        b = self.page.base
        shown = [name for name, part in self.parts.items() if part and name in self.headings]
        if not self.lines:
            return 0, 0
        top = b * (2.6 if self.unit and self.page.wide else 1.9)
        if not self.page.wide and self.plot.measure is None:
            top = b * 0.6
        return units, top + b * _HEADING * len(shown) + b * 0.3

    @property
    def loose(self) -> float:
        """The height at which the lines are easy to read."""
        units, rest = self._total()
        return units * self.page.base * _EASY + rest

    # Drawing

    def draw(self, y: float, bottom: float) -> float:
        """Draws everything from ``y`` down, loosely where ``bottom`` is far; returns the end."""
        if not self.lines:
            return y
        page = self.page
        b = page.base
        units, rest = self._total()
        pitch = (bottom - y - rest) / units
        most = _PITCH[1] if page.room is None else _PITCH[2]
        # Names of several lines would run into each other where the lines stand closest.
        folded = page.wide and any(len(n) + apart > 1 for n, apart in self._folded.values())
        pitch = min(max(pitch, b * (_EASY if folded else _PITCH[0])), b * most)
        self._place_plot()
        at = (
            y + rest - b * 0.3 - b * _HEADING * len([n for n in self.headings if self.parts.get(n)])
        )
        self._head(at)
        for name, part in self.parts.items():
            if not part:
                continue
            if name in self.headings:
                self._heading(name, at)
                at += b * _HEADING
            end = at + pitch * sum(
                self._units(line, again=self._again(part, n)) for n, line in enumerate(part)
            )
            if page.wide:
                self.plot.grid(at, end)
            for place, line in enumerate(part):
                again = self._again(part, place)
                height = pitch * self._units(line, again=again)
                self._line(line, at, height, pitch, again=again)
                at += height
        return at + b * 0.3

    def _place_plot(self) -> None:
        page, plot = self.page, self.plot
        b = page.base
        if not page.wide:
            beside = any(
                self._again(part, place)
                for part in self.parts.values()
                for place in range(len(part))
            )
            plot.start = page.left + b * 0.5
            plot.end = page.right - (self._togo + b * 1.9 if beside else b * 1.6)
            plot.settle(self.lines, page.left, plot.end + b * 0.9)
            return
        plot.start = page.left + self.due + self._name + b * 1.1
        plot.end = page.right - self._pace - self._togo - self._target - b * 3.8
        plot.settle(self.lines, plot.start - b * 0.5, plot.end + b * 0.9)

    def _head(self, top: float) -> None:
        """The numbers of the axis, and what stands in the columns."""
        page = self.page
        b, c = page.base, page.c
        self.plot.axis(top)
        if not page.wide:
            return
        base = top - b * 0.5
        right = page.right
        for head, second, width in (
            (self._heads[2], "", self._pace),
            (self._heads[1], self.unit, self._togo),
            (self._heads[0], "", self._target),
        ):
            if second:
                c.text(right, base - b * 1.12, head, b * SMALL, TEXT, "SemiBold", "end")
                c.text(right, base, second, b * SMALL, MUTED, anchor="end")
            else:
                c.text(right, base, head, b * SMALL, TEXT, "SemiBold", "end")
            right -= width + b * 0.9

    def _heading(self, name: str, y: float) -> None:
        self.page.heading(y - self.page.base * 0.05, self.headings[name])

    def _line(self, line: Dumbbell, y: float, height: float, pitch: float, *, again: bool) -> None:
        """Draws one line whose top is ``y``."""
        page = self.page
        b, c = page.base, page.c
        if line.said:
            c.middle(page.left + self.due, y + height / 2, line.said, b * SMALL, MUTED, "Italic")
        elif page.wide:
            self._across(line, y, height, pitch, again=again)
        else:
            self._stacked(line, y, height, pitch, again=again)

    def _across(
        self, line: Dumbbell, y: float, height: float, pitch: float, *, again: bool
    ) -> None:
        """One line of the table: everything side by side."""
        page = self.page
        b, c = page.base, page.c
        middle = y + height / 2
        colors = paint(highlighted=line.highlighted)
        if not again:
            c.middle(page.left, middle, line.due, b * 0.92, MUTED)
            c.middle(
                page.right - self._pace - self._togo - b * 1.8,
                middle,
                line.target,
                b * 0.92,
                TEXT,
                anchor="end",
            )
        self._label(line, page.left + self.due, middle, again=again)
        self.plot.draw(line, middle, pitch)
        met = line.verdict == "met"
        color = BAR_HIGH if met and not line.highlighted else colors.text
        at = page.right - self._pace - b * 0.9
        c.middle(at, middle, line.togo, b * 0.92, color, "SemiBold", "end")
        c.middle(page.right, middle, line.pace, b * 0.92, TEXT, anchor="end")

    def _label(self, line: Dumbbell, x: float, middle: float, *, again: bool) -> None:
        """The name in its lines, and beside or below it when and of what the figure is."""
        page = self.page
        b, c = page.base, page.c
        colors = paint(highlighted=line.highlighted)
        names, apart = self._folded[id(line)]
        if again:
            if line.beside:
                width = page.text_width(line.beside, SMALL)
                c.middle(
                    x + min(b * 0.9, max(self._name - width, 0)),
                    middle,
                    line.beside,
                    b * SMALL,
                    MUTED,
                )
            return
        step = b * LEAD * 0.86
        first = middle - step * (len(names) + apart - 1) / 2
        for number, name in enumerate(names):
            c.middle(x, first + step * number, name, b, colors.text, colors.weight)
        if line.beside:
            at, below = x, first + step * len(names)
            if not apart:
                at = x + page.text_width(names[-1], 1, colors.weight) + b * 0.35
                below -= step
            said = page.font.shorten(line.beside, x + self._name - at + 0.2, b * SMALL)
            c.middle(at, below, said, b * SMALL, MUTED)

    def _stacked(
        self, line: Dumbbell, y: float, height: float, pitch: float, *, again: bool
    ) -> None:
        """Where the page is narrow: the words above, the dumbbell below them."""
        page = self.page
        b, c = page.base, page.c
        colors = paint(highlighted=line.highlighted)
        plot_height = pitch * (1.15 if again else 1.0)
        color = BAR_HIGH if line.verdict == "met" and not line.highlighted else colors.text
        if not again:
            names, _ = self._folded[id(line)]
            for number, name in enumerate(names):
                c.middle(
                    page.left, y + pitch * (number + 0.55), name, b, colors.text, colors.weight
                )
            below = y + pitch * (len(names) + 0.42)
            by = page.phrases.say("chart.by", value=line.target, by=line.due)
            said = ", ".join(filter(None, (by, line.beside)))
            pace = page.text_width(line.pace, SMALL)
            room = page.inner - pace - b
            c.middle(page.left, below, page.font.shorten(said, room, b * SMALL), b * SMALL, MUTED)
            c.middle(page.right, y + pitch * 0.55, line.togo, b, color, "SemiBold", "end")
            c.middle(page.right, below, self._pace_words(line), b * SMALL, MUTED, anchor="end")
        middle = y + height - plot_height / 2 - (0 if again else pitch * 0.1)
        if again:
            c.middle(page.right, middle, line.togo, b * 0.92, color, "SemiBold", "end")
        self.plot.grid(middle - plot_height / 2, middle + plot_height / 2)
        self.plot.draw(line, middle, plot_height)

    def _pace_words(self, line: Dumbbell) -> str:
        assessment = line.row.assessment if line.row else None
        short = assessment is not None and (assessment.verdict, assessment.due) == ("short", "open")
        if short and assessment and assessment.pace and assessment.pace.needed:
            return self.page.phrases.say("chart.gap.a-year", number=line.pace)
        return line.pace
