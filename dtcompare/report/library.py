"""What several documents ask of one data set, worked out once in a process."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property

from dtcompare.analysis.overview import Rankable, list_rankings
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.analysis.score import CannotScore, Options, Scored, score
from dtcompare.analysis.trend import Trend, trend
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.fonts import is_installed
from dtcompare.charts.kinds import chart_of
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.report.document import Picture
from dtcompare.view.phrases import Phrases

ENOUGH = 5  # provinces among which a place says something


class Library:
    """Answers about a data set on one day, in one language, each ranking worked out once.

    Charts are set in ``font`` where it is installed, else in their own.
    """

    def __init__(self, dataset: Dataset, lang: str, as_of: date, font: str | None = None) -> None:
        self.dataset, self.as_of = dataset, as_of
        self.family = font if font and is_installed(font) else None  # of charts
        self.phrases = Phrases(dataset, lang, on_page=True)
        self._rankings: dict[str, Ranking] = {}

    def ranking(self, indicator: str) -> Ranking:
        """Return the ranking of an indicator."""
        if indicator not in self._rankings:
            self._rankings[indicator] = rank(self.dataset, indicator, as_of=self.as_of)
        return self._rankings[indicator]

    def trend(self, indicator: str, *provinces: str) -> Trend:
        """Return how an indicator changed, in some provinces or everywhere."""
        return trend(self.dataset, indicator, as_of=self.as_of, provinces=provinces)

    @cached_property
    def scores(self) -> list[Scored]:
        """Return the composite indices of the data set, those that can be worked out."""
        found = []
        for file in self.dataset.scores.values():
            day, options = file.as_of or self.as_of, Options(draws=0)
            with suppress(CannotScore):
                found.append(score(self.dataset, file, as_of=day, options=options))
        return found

    @cached_property
    def rankings(self) -> list[Rankable]:
        """Return what can be ranked, the most provinces first; of equally many, published indices.

        Counts, of which larger provinces have more, are left out, and what ranks too few for a
        place to say something.
        """
        indicators = self.dataset.catalogue.indicators
        found = list_rankings(self.dataset, as_of=self.as_of).rankings
        shares = [one for one in found if not indicators[one.indicator].unit.extensive]
        full = [one for one in shares if one.group.placed >= ENOUGH]
        return sorted(full, key=lambda one: (-one.group.size, not one.group.published))

    def picture(
        self, command: str, result: object, kind: str | None = None, highlight: Sequence[str] = ()
    ) -> Picture | None:
        """Draw the chart of a result for a page that names title and sources itself.

        None where its rows do not fit on a page, or where there is no such chart of it.
        """
        options = ChartOptions(
            title="", sources=False, highlight=frozenset(highlight), family=self.family
        )
        try:
            chart = chart_of(command, kind, result, self.phrases, options)
        except WrongUsage:
            return None
        subject = getattr(result, "indicator", None) or getattr(result, "province", None) or ""
        name = "-".join(filter(None, (command, subject.replace("/", "-"), kind)))
        return Picture(name, chart)
