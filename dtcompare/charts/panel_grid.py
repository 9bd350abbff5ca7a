"""Draw the panels of a trend beside and below each other, each under its heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dtcompare.charts.labels import Box
from dtcompare.charts.page import Page
from dtcompare.charts.style import LEAD, MUTED, PALE, SMALL

_COLUMNS = {"a4": 1, "column": 1, "slide": 3, "square": 2}
_ACROSS, _DOWN = 2.4, 0.6  # between panels, in base sizes


class PanelPlot(Protocol):
    """What is drawn in a panel."""

    @property
    def least(self) -> float:
        """Return the height it needs, in points."""

    def liked(self, count: int) -> float:
        """Return the height it takes on a page that grows, one of ``count`` panels."""

    def draw(self, box: Box) -> None:
        """Draw it into a box."""


class PanelGrid:
    """Cells of equal width for ``count`` panels."""

    def __init__(self, page: Page, count: int) -> None:
        self.page, self.count = page, count
        two_on_square = count == 2 and page.options.size == "square"
        self.columns = 1 if two_on_square else min(count, _COLUMNS[page.options.size])
        gaps = page.base * _ACROSS * (self.columns - 1)
        self.width = (page.inner - gaps) / max(self.columns, 1)

    def draw(
        self, y: float, end: float, cells: Sequence[tuple[str, PanelPlot]], series: int
    ) -> float:
        """Draw headings with plots from ``y`` to ``end`` at most; return where the last row ends.

        A page of fixed height is filled. Raises WrongUsage where ``series`` lines do not fit.
        """
        if not cells:
            return y
        page, em = self.page, self.page.base
        rows = [cells[n : n + self.columns] for n in range(0, self.count, self.columns)]
        least = [max(self._head(text) + plot.least for text, plot in row) for row in rows]
        free = end - y - em * _DOWN * (len(rows) - 1)
        if sum(least) > free + 0.5:
            page.does_not_fit(series)
        liked = [free] * len(rows)
        if page.room is None:
            liked = [
                max(self._head(text) + plot.liked(self.count) for text, plot in row) for row in rows
            ]
        for row, height in zip(rows, _share_out(least, liked, free), strict=True):
            for number, (heading, plot) in enumerate(row):
                left = page.left + number * (self.width + em * _ACROSS)
                right, top = left + self.width, y
                if heading:
                    top = page.heading(y, heading, edges=(left, right))
                plot.draw(Box(left, top, right, y + height))
            y += height + em * _DOWN
        return y - em * _DOWN

    def _head(self, heading: str) -> float:
        """Return the height of a heading, in points."""
        if not heading:
            return 0
        size = self.page.base * SMALL * 1.08
        lines = self.page.font.balance(heading, self.width, size, "SemiBold")
        return len(lines) * size * LEAD + self.page.base * 0.45


def _share_out(least: Sequence[float], liked: Sequence[float], free: float) -> list[float]:
    """Return the heights liked, cut to ``free`` in all: what is over the least shrinks alike."""
    more = [max(want - low, 0.0) for low, want in zip(least, liked, strict=True)]
    share = min(1.0, (free - sum(least)) / sum(more)) if sum(more) > 0 else 0.0
    return [low + extra * share for low, extra in zip(least, more, strict=True)]


def draw_nothing(page: Page, y: float, text: str) -> float:
    """Draw a quiet field with ``text`` where there is nothing to draw; return where it ends."""
    em = page.base
    lines = page.font.balance(text, page.inner - em * 4, em)
    tall = max(em * (6 if page.room is None else 12), len(lines) * em * LEAD + em * 3)
    page.c.rectangle(page.left, y + em * 0.4, page.inner, tall, PALE)
    middle = y + em * 0.4 + tall / 2 - (len(lines) - 1) * em * LEAD / 2
    for number, line in enumerate(lines):
        at = ((page.left + page.right) / 2, middle + number * em * LEAD)
        page.c.middle(*at, line, em, MUTED, anchor="middle")
    return y + em * 0.4 + tall
