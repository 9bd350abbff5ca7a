"""What stands under dumbbells, in words: paces so far, and the targets that nobody can judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from dtcompare.charts.gap.lines import Dumbbell, Untold, Writer
from dtcompare.charts.page import Page, unbroken
from dtcompare.charts.style import INK, LEAD, MUTED, SMALL
from dtcompare.charts.wordtable import WordRow, WordTable
from dtcompare.view.results.gap import distinct_targets

__all__ = ["LEVELS", "GapTail"]

Level = Literal["rows", "run", "counts"]
LEVELS: Sequence[Level] = ("rows", "run", "counts")
_RULE = 2.2  # the width of the rule beside what passed in silence, in points


class _Part(Struct, frozen=True):
    """A heading with rows in columns and running text below it; each may be missing."""

    heading: str = ""
    table: WordTable | None = None
    text: str = ""
    strong: bool = False


class GapTail:
    """The words under the dumbbells, the fuller the earlier ``level`` is in LEVELS.

    At first every target is a row; then those without any figure are told in running text; at
    last they are only counted. ``due`` is the width of the first column above.
    """

    def __init__(
        self,
        page: Page,
        writer: Writer,
        lines: Sequence[Dumbbell],
        untold: Mapping[str, Sequence[Untold]],
        hidden: int,
        due: float,
        level: Level,
    ) -> None:
        self.page, self.writer, self.untold = page, writer, untold
        self._lines, self._hidden, self._due = lines, hidden, due
        self._parts = list(self._told(level))

    def _told(self, level: Level) -> Sequence[_Part]:
        """What is told, in order."""
        say, parts = self.page.phrases.say, []
        if level != "counts":
            paces = [self.writer.pace_so_far(line.row) for line in self._lines if line.row]
            parts += [_Part(text=text) for text in paces if text]
        tables = self._tables(level)
        for name, lines in self.untold.items():
            if not lines:
                continue
            heading = say(f"gap.section.{name}")
            if level == "counts":
                n = len(distinct_targets(line.row for line in lines))
                parts.append(_Part(text=say("chart.names", label=heading, names=n)))
                continue
            strong = name == "silent"
            parts.append(_Part(heading, tables.get(name), self._run(lines, level), strong))
        if self._hidden:
            parts.append(_Part(text=say("chart.rows-hidden", n=self._hidden)))
        return parts

    def _tables(self, level: Level) -> Mapping[str, WordTable]:
        """The targets told as rows, their columns under each other."""
        rows = {
            name: [
                _row(line, strong=name == "silent") for line in lines if not self._runs(line, level)
            ]
            for name, lines in self.untold.items()
        }
        every = [row for part in rows.values() for row in part]
        indent = self._indent
        first = next((name for name, part in rows.items() if part), "")
        return {
            name: WordTable(
                self.page,
                part,
                beside=every,
                indent=indent,
                first=self._due - indent,
                heads=self._heads() if name == first and self.page.wide else (),
            )
            for name, part in rows.items()
            if part
        }

    def _heads(self) -> Sequence[str]:
        """What stands in the columns of words."""
        say = self.page.phrases.say
        named = self.writer.heading
        return (say("column.due"), named, say("column.goal"), say("column.reported-instead"))

    @property
    def _indent(self) -> float:
        """Room for the rule at the left of what passed in silence."""
        return self.page.base * 0.9 if self.untold.get("silent") else 0

    def _runs(self, line: Untold, level: Level) -> bool:
        """Whether a target is told in running text."""
        assessment = line.row.assessment
        nothing = not assessment.instead and assessment.observation is None
        return nothing and (level != "rows" or not self.page.wide)

    def _run(self, lines: Sequence[Untold], level: Level) -> str:
        """The targets without any figure, in running text."""
        told = [line for line in lines if self._runs(line, level)]
        if not told:
            return ""
        say = self.page.phrases.say
        names = "; ".join(
            say("chart.gap.run", name=self._held(x.name), target=x.target, by=unbroken(x.due))
            for x in told
        )
        return say("chart.names", label=say("silent.none", n=len(told)), names=names)

    def _held(self, name: str) -> str:
        """A name that is not broken where it is short enough."""
        return unbroken(name) if self.page.text_width(name) < self.page.inner / 3 else name

    # Drawing

    @property
    def height(self) -> float:
        """How tall it is."""
        return sum(map(self._part_height, self._parts))

    def _part_height(self, part: _Part) -> float:
        b = self.page.base
        height = b * 0.35
        if part.heading:
            size = b * SMALL * 1.08
            lines = self.page.font.balance(part.heading, self.page.inner, size, "SemiBold")
            height += len(lines) * size * LEAD + b * 0.45
        if part.table is not None:
            height += part.table.height
        if part.text:
            height += len(self._fold(part)) * b * SMALL * 1.08 * LEAD
        return height

    def _fold(self, part: _Part) -> tuple[str, ...]:
        room = self.page.inner - (self._indent if part.heading else 0)
        return self.page.font.wrap(part.text, room, self.page.base * SMALL * 1.08)

    def draw(self, y: float) -> float:
        """Draws everything from ``y`` down; returns where it ends."""
        page = self.page
        for part in self._parts:
            y += page.base * 0.35
            if part.heading:
                y = page.heading(y, part.heading)
            top = y
            if part.table is not None:
                y = part.table.draw(y)
            y = self._paragraph(part, y)
            if part.strong and y > top:
                width, inset = _RULE, page.base * 0.25
                page.c.rectangle(page.left, top + inset, width, y - top - inset * 2, INK)
        return y

    def _paragraph(self, part: _Part, y: float) -> float:
        if not part.text:
            return y
        page = self.page
        size = page.base * SMALL * 1.08
        x = page.left + (self._indent if part.heading else 0)
        for line in self._fold(part):
            y += size * LEAD
            page.c.text(x, y - size * 0.3, line, size, MUTED if part.table else INK)
        return y


def _row(line: Untold, *, strong: bool) -> WordRow:
    assessment = line.row.assessment
    return WordRow(
        (line.due, line.name, line.target, line.instead),
        highlighted=line.highlighted,
        quiet=not assessment.instead and assessment.observation is None,
        strong=strong,
    )
