"""Lay out what charts of rows share: a page, a key, and blocks by the fullest plan that fits."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, hidden_rows
from dtcompare.charts.table import Block, fit
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases

T = TypeVar("T")


class RowChart(ABC):
    """A chart being drawn: a kind gives its words, its key, and what may stand on the page.

    ``hidden`` are the places of the rows that are not asked for.
    """

    page: Page
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

    def chart(self, rows: int) -> Chart:
        """Draw the key and the first of the plans that fits.

        Raises WrongUsage where none does, as ``rows`` are too many.
        """
        self.page = page = self._new_page()
        y = fit(page, page.key(page.top, list(self._key())), self._plans(), rows)
        return page.close(y, alt=self._alt(), rows=rows)

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
