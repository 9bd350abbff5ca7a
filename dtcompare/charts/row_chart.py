"""Lay out what charts of rows share: blocks on a page, by the fullest plan that fits."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import Protocol, TypeVar

from dtcompare.charts.cells import ChartRow
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, hidden_rows
from dtcompare.charts.style import TEXT
from dtcompare.charts.table import ChartTable
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases

T = TypeVar("T")

_LEAST, _USUAL, _MOST = 0.5, 0.85, 1.6  # the room about a row, in base sizes


class Block(Protocol):
    """A part of a page's body: ``rows`` of it move apart where there is room."""

    rows: int

    def height(self, pad: float, /) -> float:
        """Return how tall it is with ``pad`` base sizes about every row."""

    def draw(self, y: float, pad: float, /) -> float:
        """Draw it from ``y`` down; return where it ends."""


class Stacks:
    """Blocks under each other in columns that stand side by side."""

    def __init__(self, stacks: Sequence[Sequence[Block]]) -> None:
        self.stacks = stacks
        self.rows = max(sum(block.rows for block in stack) for stack in stacks)

    def height(self, pad: float) -> float:
        """Return how tall the longest stack is."""
        return max(sum(block.height(pad) for block in stack) for stack in self.stacks)

    def draw(self, y: float, pad: float) -> float:
        """Draw all from ``y`` down; return where the longest ends."""
        ends = []
        for stack in self.stacks:
            end = y
            for block in stack:
                end = block.draw(end, pad)
            ends.append(end)
        return max(ends)


def stand_beside(
    make: Callable[[Sequence[ChartRow], tuple[float, float]], ChartTable],
    rows: Sequence[ChartRow],
    page: Page,
) -> Stacks:
    """Return a table in two columns of nearly equal height, the first the longer one."""
    first, second = page.halves
    heights = list(accumulate(make(rows, first).heights(_USUAL)))
    split = next(n for n, height in enumerate(heights, 1) if height >= heights[-1] / 2)
    split -= bool(rows[split - 1].heading)  # a heading stays with its rows
    return Stacks(([make(rows[:split], first)], [make(rows[split:], second)]))


class Paragraph:
    """Running text over the width of the page, with a little room above."""

    rows = 0

    def __init__(self, page: Page, text: str, color: str = TEXT) -> None:
        self.page, self.text, self.color = page, text, color

    def height(self, _pad: float) -> float:
        """Return how tall it is."""
        return self.page.paragraph_height(self.text) + self.page.base * 0.35

    def draw(self, y: float, _pad: float) -> float:
        """Draw it from ``y`` down; return where it ends."""
        return self.page.paragraph(y + self.page.base * 0.35, self.text, color=self.color)


def _pad(page: Page, y: float, blocks: Sequence[Block]) -> float:
    """Return how many base sizes there are about every row below ``y``."""
    rows = max(sum(block.rows for block in blocks), 1)
    free = page.bottom - y - page.base * 0.4 - sum(block.height(0) for block in blocks)
    if free < 0:
        return free
    return free / page.base / rows


def fits(page: Page, y: float, blocks: Sequence[Block]) -> bool:
    """Return whether blocks have room below ``y``."""
    rows = any(block.rows for block in blocks)
    return _pad(page, y, blocks) >= (_LEAST if rows else 0)


def fit(page: Page, y: float, plans: Iterable[Sequence[Block]], rows: int) -> float:
    """Draw the first of ``plans`` that fits on the page; return where its last block ends.

    Rows stand further apart on a page of fixed height. Raises WrongUsage where none fits.
    """
    for blocks in plans:
        if fits(page, y, blocks):
            break
    else:
        page.does_not_fit(rows)
    pad = min(_pad(page, y, blocks), _USUAL if page.room is None else _MOST)
    for block in blocks:
        y = block.draw(y, pad)
    return y + page.base * 0.4


class RowChart(ABC):
    """A chart being drawn: a kind gives its words, its key, and what may stand on the page.

    ``count`` is how many rows there are, for the error where they do not fit; ``hidden`` are the
    places of those that are not asked for.
    """

    page: Page
    count: int
    hidden = range(0)

    def __init__(self, phrases: Phrases, options: ChartOptions, as_of: date) -> None:
        self.phrases, self.options, self.as_of = phrases, options, as_of

    @abstractmethod
    def _title(self) -> str:
        """Return the sentence that the figures prove."""

    def _subtitle(self) -> str:
        return ""

    @abstractmethod
    def _sources(self) -> Iterable[str]:
        """Return the pages behind all that is drawn."""

    def _notes(self) -> Iterable[str]:
        return ()

    def _key(self) -> Iterable[Entry]:
        return ()

    @abstractmethod
    def _plans(self) -> Iterable[Sequence[Block]]:
        """Return what may stand on the page, the fullest first."""

    @abstractmethod
    def _alt(self) -> str:
        """Return the chart in words."""

    def chart(self) -> Chart:
        """Draw the key and the first of the plans that fits.

        Raises WrongUsage where none does.
        """
        self.page = page = self._new_page()
        y = fit(page, page.key(page.top, list(self._key())), self._plans(), self.count)
        return page.close(y, alt=self._alt(), rows=self.count)

    def _new_page(self) -> Page:
        """Return a page with title and footer."""
        return Page(
            self.options,
            self.phrases,
            self.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=self._sources(),
            notes=tuple(self._notes()),
        )

    def _shown(self, rows: Sequence[T]) -> list[T]:
        """Return the rows that are asked for."""
        self.hidden = hidden_rows(len(rows), self.options)
        return [row for place, row in enumerate(rows) if place not in self.hidden]

    def _hidden_note(self) -> Iterable[str]:
        """Yield how many rows are not drawn, if any."""
        if self.hidden:
            yield capital(self.phrases.say("chart.rows-hidden", n=len(self.hidden))) + "."
