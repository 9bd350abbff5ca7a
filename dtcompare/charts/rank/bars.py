"""A ranking as bars: who is ahead, beside it what cannot be ranked and why, and who is silent."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.rank.column import Column, tick
from dtcompare.charts.rank.plan import Part, Plan, RankRow, plan_of
from dtcompare.charts.rank.title import alt_text, footnotes, subtitle, title
from dtcompare.charts.style import BAR, INK
from dtcompare.charts.values import kind_of, value_key
from dtcompare.view.phrases import Phrases

__all__ = ["rank_bars"]

_PITCH, _LOOSE = 1.62, 2.3  # base sizes from row to row on a page that grows, and at most
_LOOSEST, _FEW = 3.2, 7  # so loose where there are no more rows than this
_LEGIBLE = 1.3  # with less a page takes two columns
_LEAST = 1.18  # with less the rows do not fit


class _Grid(Struct, frozen=True):
    """How rows fall into columns: ``split`` is where the second begins."""

    columns: int
    pitch: float
    split: int


def rank_bars(ranking: Ranking, phrases: Phrases, options: ChartOptions) -> Chart:
    """The ranking drawn as bars; an edition without scores as places on a line.

    Raises WrongUsage where the rows do not fit on the page.
    """
    full = plan_of(ranking, phrases, options)
    page = Page(
        options,
        phrases,
        ranking.as_of,
        title=title(ranking, phrases),
        subtitle=subtitle(ranking, full, phrases),
        sources=_sources(full),
        notes=tuple(footnotes(ranking, full, phrases)),
    )
    for plan in full.barer(phrases):
        bars = _Bars(plan, page, phrases)
        grid = bars.grid()
        if grid is not None:
            break
    else:
        page.does_not_fit(len(full.rows))
    return page.close(bars.draw(grid), alt=alt_text(ranking, full, phrases), rows=len(full.rows))


def _sources(plan: Plan) -> Sequence[str]:
    """Every page whose number is drawn or told."""
    keys: list[str] = []
    for row in plan.rows:
        if row.observation is not None:
            keys += row.observation.sources
        if row.target is not None:
            keys += row.target.sources
    for told in plan.told:
        keys += told.sources
    return keys


class _Bars:
    """One plan on its page."""

    def __init__(self, plan: Plan, page: Page, phrases: Phrases) -> None:
        self.plan, self.page, self.phrases = plan, page, phrases
        self.places = plan.places
        self.rows = plan.rows
        self.lines: list[tuple[Part, RankRow | None]] = [
            (part, row)
            for part in plan.parts
            for row in ([None] if part.heading else []) + list(part.rows)
        ]

    # How rows fall into place

    def grid(self) -> _Grid | None:
        """Columns and pitch; None where the rows find no room."""
        page, b = self.page, self.page.base
        free = page.bottom - self._key_end(draw=False) - self._told_height() - b * 3.5
        if not self.lines:
            return _Grid(1, b * _PITCH, 0) if free > 0 else None
        heights = self._heights(1)
        grows = page.room is None
        loose = _LOOSEST if sum(heights) <= _FEW else _LOOSE
        most = b * (_PITCH if grows else loose)
        pitch = min(most, free / sum(heights))
        if pitch == most or (not grows and pitch >= b * _LEGIBLE):
            return _Grid(1, pitch, len(heights))
        return self._two(heights, free, most)

    def _two(self, heights: Sequence[float], free: float, most: float) -> _Grid | None:
        """Rows in two columns, where the page is wide enough."""
        b = self.page.base
        if not self.page.wide:
            pitch = free / sum(heights)
            return _Grid(1, pitch, len(heights)) if pitch >= b * _LEAST else None
        heights = self._heights(2)
        split = _half(heights)
        if self.lines[split - 1][1] is None:  # a heading stays with its rows
            split -= 1
        pitch = min(most, free / max(sum(heights[:split]), sum(heights[split:])))
        return _Grid(2, pitch, split) if pitch >= b * _LEAST else None

    def _heights(self, columns: int) -> list[float]:
        """How many rows each line takes in so many columns."""
        column = self._column(0, columns)
        return [column.units(row) for _, row in self.lines]

    def _column(self, number: int, columns: int) -> Column:
        """One of so many columns."""
        page, gap = self.page, self.page.base * 2.2
        width = (page.inner - gap * (columns - 1)) / columns
        x = page.left + number * (width + gap)
        return Column(page, self.plan, x, width, aims=page.wide and columns == 1)

    def _told(self) -> Sequence[str]:
        """The paragraphs below the rows."""
        if not self.plan.counted:
            return [
                self.phrases.say("chart.names", label=told.label, names=told.names)
                for told in self.plan.told
            ]
        labels = "; ".join(told.count for told in self.plan.told)
        return [self.phrases.say("chart.rank.counted", labels=labels)] if labels else []

    def _told_height(self) -> float:
        page = self.page
        return sum(page.paragraph_height(text) + page.base * 0.35 for text in self._told())

    # Drawing

    def draw(self, grid: _Grid) -> float:
        """Draws key, axis, rows and words; returns where the body ends."""
        page, b = self.page, self.page.base
        y = self._key_end(draw=True)
        if self.lines:
            y = self._columns(y, grid)
        for text in self._told():
            y = page.paragraph(y + b * 0.35, text)
        return y + b * 0.4

    def _key_end(self, *, draw: bool) -> float:
        """Where the key ends; draws it if it is to."""
        marks = len(self.page.c.marks)
        end = self.page.key(self.page.top, self._key())
        if not draw:
            del self.page.c.marks[marks:]
        return end

    def _key(self) -> list[Entry]:
        """The signs that are used, with their words."""
        page, b, say = self.page, self.page.base, self.phrases.say
        ranked = [
            row for row in self.rows if row.figure and row.outlined is None and not row.reference
        ]
        kinds = {kind_of(row.figure) for row in ranked if row.figure and row.figure.amount}
        if self.places is not None:

            def place(x: float, y: float) -> None:
                page.c.marker(x + b * 0.45, y, "circle", b * 0.4, BAR)

            return [(b * 0.9, place, say("chart.key.place"))]
        met = any(row.target and row.target.verdict == "met" for row in ranked)
        outlined = any(row.figure for row in ranked) and any(
            row.outlined is not None for row in self.rows
        )
        plain = kinds == {"exact"} and not met
        entries = value_key(page, set() if plain else kinds, reached=met, outlined=outlined)
        if any(tick(row, self.plan) is not None for row in self.rows):

            def sample(x: float, y: float) -> None:
                page.c.line(((x + b * 0.3, y - b * 0.55), (x + b * 0.3, y + b * 0.55)), INK, 1.6)

            entries.append((b * 0.6, sample, say("chart.key.target")))
        return entries

    def _columns(self, y: float, grid: _Grid) -> float:
        parts = (self.lines[: grid.split], self.lines[grid.split :])[: grid.columns]
        ends = [
            self._column(number, grid.columns).draw(y, part, grid.pitch)
            for number, part in enumerate(parts)
        ]
        return max(ends)


def _half(heights: Sequence[float]) -> int:
    """Where to break rows of these heights into two columns, the first the longer one."""
    total, at = sum(heights), 0.0
    for number, height in enumerate(heights):
        if at >= total / 2:
            return number
        at += height
    return len(heights)
