"""The rows of a composite score: place, name, bar, score, and the range of the place."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from dtcompare.analysis.score import Member, Scored
from dtcompare.charts.page import Page
from dtcompare.charts.score.parts import Slice, ends_text, points_text
from dtcompare.charts.style import (
    CONTRAST,
    FAINT,
    GRID,
    INK,
    MUTED,
    RULE,
    SMALL,
    TEXT,
    WHITE,
    contrast,
)
from dtcompare.charts.values import Paint, Scale, paint
from dtcompare.view.phrases import Phrases

__all__ = ["Columns", "Lane", "draw_columns"]

_SAID = 0.8  # the height of a remark among rows of height 1
_POINTS = 12  # with more rows than this the parts of a bar bear no numbers
_FEW = 8  # up to so many places their axis is a narrow one
_LINE = 1.22  # the pitch of the lines of a heading, in sizes


class Lane(Struct, frozen=True):
    """One row: a province with a place, or with ``said`` alone a remark."""

    member: Member | None = None
    place: str = ""
    name: str = ""
    highlighted: bool = False
    said: str = ""

    @property
    def height(self) -> float:
        """How tall it is, in rows."""
        return 1 if self.member else _SAID


class _Edges(Struct, frozen=True):
    """Where the parts of a column of rows begin and end."""

    left: float
    names: float
    bars: float
    bars_end: float
    score: float
    gaps: float
    panel: float
    right: float


class Columns:
    """How the rows of one score stand on a page, in one column or two."""

    def __init__(
        self,
        scored: Scored,
        phrases: Phrases,
        page: Page,
        slices: Sequence[Slice],
        lanes: Sequence[Lane],
    ) -> None:
        self.scored, self.phrases, self.page = scored, phrases, page
        self.slices, self.lanes = slices, lanes
        self.placed = scored.draws is not None and len(scored.rows) > 1
        self.most = 2 if page.options.size in ("a4", "slide") else 1
        self.numbered = len(lanes) <= _POINTS

    # Measures

    def gapped(self, split: int) -> bool:
        """Whether there is a column of what missing figures could do."""
        return self.page.wide and split == 1 and any(row.missing for row in self.scored.rows)

    def parts(self, split: int) -> Sequence[Sequence[Lane]]:
        """The rows of each column, the first the longer one."""
        half = ceil(len(self.lanes) / split)
        return [self.lanes[: half or 1], self.lanes[half:]][:split]

    def tallest(self, split: int) -> float:
        """The height of the taller column, in rows."""
        return max(sum(lane.height for lane in lanes) for lanes in self.parts(split))

    def width(self, split: int) -> float:
        """The width of each column."""
        return (self.page.inner - (split - 1) * self.page.base * 2.4) / split

    def head(self, split: int) -> float:
        """The height of the headings above the rows."""
        b = self.page.base
        lines = max(len(self.panel_lines(split)), 2 if self.gapped(split) else 1)
        return lines * b * SMALL * _LINE + b * (1.9 if self.placed else 0.9)

    def panel(self, split: int) -> float:
        """How wide the axis of places is."""
        if not self.placed:
            return 0
        b, width = self.page.base, self.width(split)
        if not self.page.wide:
            return b * 5.4
        few = self.scored.rows[0].rank_of <= _FEW
        share = 0.19 if few or split > 1 else 0.27
        return min(max(width * share, b * (8.4 if split == 1 else 5.4)), b * 19)

    def panel_lines(self, split: int) -> Sequence[str]:
        """The heading of the axis of places."""
        if not self.placed:
            return ()
        page = self.page
        short = "" if page.wide and split == 1 else ".short"
        text = self.phrases.say(f"chart.score.column.place{short}")
        room = self.panel(split) + page.base * 0.9
        return page.font.balance(text, room, page.base * SMALL, "SemiBold")

    def edges(self, x: float, split: int) -> _Edges:
        """Where everything stands in a column that begins at ``x``."""
        page, say = self.page, self.phrases.say
        b, right = page.base, x + self.width(split)
        rows = [lane for lane in self.lanes if lane.member]
        places = max(page.text_width(lane.place, 0.92, "SemiBold") for lane in rows)
        names = x + places + b * 0.55
        widest = max(
            page.text_width(lane.name, 1, "SemiBold" if lane.highlighted else "Regular")
            for lane in rows
        )
        panel_end = right - b * 0.45 if self.placed else right
        panel = panel_end - self.panel(split)
        gaps = panel - b * 1.5 if self.placed else right
        beside = (
            [ends_text(row, self.phrases) for row in self.scored.rows] if self.gapped(split) else []
        )
        aside = max((page.text_width(text, SMALL) for text in beside), default=0)
        heads = say("chart.score.column.gaps").split("\n") if self.gapped(split) else []
        aside = max(aside, *(page.text_width(head, SMALL, "SemiBold") for head in heads), 0)
        score = gaps - (aside + b * 0.9 if aside else 0)
        scores = [self.phrases.number(row.score) for row in self.scored.rows]
        digits = max(page.text_width(text, 0.95, "SemiBold") for text in scores)
        digits = max(digits, page.text_width(say("column.score"), SMALL, "SemiBold"))
        return _Edges(
            left=x,
            names=names,
            bars=names + widest + b * 0.6,
            bars_end=score - digits - b * 0.7,
            score=score,
            gaps=gaps,
            panel=panel,
            right=panel_end,
        )


def draw_columns(columns: Columns, y: float, pitch: float, split: int) -> float:
    """Draws all rows below ``y``; returns where the longest column ends."""
    page = columns.page
    ends = []
    for place, lanes in enumerate(columns.parts(split)):
        x = page.left + place * (columns.width(split) + page.base * 2.4)
        ends.append(_Column(columns, columns.edges(x, split), pitch, split).draw(y, lanes))
    return max(ends)


class _Column:
    """One column of rows being drawn."""

    def __init__(self, columns: Columns, edges: _Edges, pitch: float, split: int) -> None:
        self.columns, self.edges, self.pitch, self.split = columns, edges, pitch, split
        self.page, self.phrases = columns.page, columns.phrases
        scores = [float(row.score) for row in columns.scored.rows]
        high = max(*scores, 0.0) if scores else 1.0
        low = min(*scores, 0.0) if scores else 0.0
        self.scale = Scale(low, high if high > low else low + 1, edges.bars, edges.bars_end)
        of = columns.scored.rows[0].rank_of
        self.places = Scale(1, max(of, 2), edges.panel, edges.right)
        self.of = of

    def draw(self, y: float, lanes: Sequence[Lane]) -> float:
        """Draws headings and rows; returns where they end."""
        b = self.page.base
        top = y + self.columns.head(self.split)
        bottom = top + sum(lane.height for lane in lanes) * self.pitch
        self._heads(top, bottom)
        if self.scale.low < 0:
            zero = self.scale(0)
            self.page.c.line(((zero, top), (zero, bottom)), RULE, 0.8)
        at = top
        for lane in lanes:
            self._lane(lane, at + lane.height * self.pitch / 2)
            at += lane.height * self.pitch
        return bottom + b * 0.2

    def _heads(self, top: float, bottom: float) -> None:
        """The headings of the columns, and the axis of places with its lines."""
        page, edges, say = self.page, self.edges, self.phrases.say
        b, c, size = page.base, page.c, page.base * SMALL
        base = top - b * (1.75 if self.columns.placed else 0.65)
        head = say("column.score")
        c.text(edges.score, base, head, size, TEXT, "SemiBold", "end")
        if self.columns.gapped(self.split):
            lines = say("chart.score.column.gaps").split("\n")
            for place, line in enumerate(reversed(lines)):
                at = base - place * size * _LINE
                c.text(edges.gaps, at, line, size, MUTED, "Regular", "end")
        if not self.columns.placed:
            return
        lines = list(self.columns.panel_lines(self.split))
        wide = max(page.text_width(line, SMALL, "SemiBold") for line in lines)
        start = min(edges.panel - b * 0.35, page.right - wide)
        for place, line in enumerate(reversed(lines)):
            c.text(start, base - place * size * _LINE, line, size, TEXT, "SemiBold")
        for place in self._ticks():
            x = self.places(place)
            c.line(((x, top - b * 0.1), (x, bottom)), GRID, 0.7)
            c.text(x, top - b * 0.5, str(place), size, FAINT, anchor="middle")

    def _ticks(self) -> Sequence[int]:
        """The first and the last place, and round ones between where there is room."""
        apart = self.page.text_width(str(self.of), SMALL) + self.page.base * 0.5
        step = (self.edges.right - self.edges.panel) / max(self.of - 1, 1)
        every = next((n for n in (1, 2, 5, 10, 20) if n * step >= apart), 50)
        between = range(every if every > 1 else 2, self.of, every)
        return [1, *(n for n in between if n > 1 and (self.of - n) * step >= apart), self.of]

    def _lane(self, lane: Lane, y: float) -> None:
        page, edges, row = self.page, self.edges, lane.member
        b, c = page.base, page.c
        if row is None:
            c.middle(edges.names, y, lane.said, b * SMALL, MUTED, "Italic")
            return
        colors = paint(highlighted=lane.highlighted)
        color = colors.text if lane.highlighted else FAINT
        c.middle(edges.names - b * 0.5, y, lane.place, b * 0.92, color, colors.weight, "end")
        c.middle(edges.names, y, lane.name, b, colors.text, colors.weight)
        self._bar(row, colors, y)
        text = self.phrases.number(row.score)
        c.middle(edges.score, y, text, b * 0.95, colors.text, "SemiBold", "end")
        if self.columns.gapped(self.split):
            ends = ends_text(row, self.phrases)
            c.middle(edges.gaps, y, ends, b * SMALL, MUTED, anchor="end")
        if self.columns.placed:
            self._place(row, colors, y)

    def _bar(self, row: Member, colors: Paint, y: float) -> None:
        """The bar, from its parts where they add up."""
        c, height, start = self.page.c, self.pitch * 0.7, self.scale(0)
        if not self.columns.slices:
            left, right = sorted((start, self.scale(row.score)))
            c.rectangle(left, y - height / 2, max(right - left, 0.6), height, colors.mark)
            return
        x, total = start, 0.0
        for part in self.columns.slices:
            total += part.points(row)
            end = self.scale(total)
            c.rectangle(x, y - height / 2, end - x, height, part.color)
            if self.columns.numbered:
                self._points(part, row, (x, end), y)
            if x > start and end > x:
                c.line(((x, y - height / 2), (x, y + height / 2)), WHITE, 0.8)
            x = end

    def _points(self, part: Slice, row: Member, ends: tuple[float, float], y: float) -> None:
        """The points of a part, written on it where they fit."""
        page = self.page
        text = points_text(part.points(row), 1, self.phrases)
        if ends[1] - ends[0] < page.text_width(text, SMALL, "Medium") + page.base * 0.4:
            return
        color = WHITE if contrast(WHITE, part.color) >= CONTRAST else INK
        x = (ends[0] + ends[1]) / 2
        page.c.middle(x, y, text, page.base * SMALL, color, "Medium", "middle")

    def _place(self, row: Member, colors: Paint, y: float) -> None:
        """The place as a dot on the line of places that drawn weights give."""
        page, draws = self.page, self.columns.scored.draws
        assert draws is not None
        b, c, spread = page.base, page.c, draws.spread[row.province]
        low, high = self.places(spread.q5), self.places(spread.q95)
        if high > low:
            c.line(((low, y), (high, y)), colors.mark, 1.2)
            cap = min(self.pitch * 0.22, b * 0.42)
            for x in (low, high):
                c.line(((x, y - cap), (x, y + cap)), colors.mark, 1.2)
        c.marker(self.places(row.rank), y, "circle", b * 0.38, colors.mark)
