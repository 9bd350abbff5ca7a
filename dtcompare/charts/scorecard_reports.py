"""Who reports what: provinces by indicators, shaded by age; of one province what it reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dtcompare.analysis.reporting import Coverage, Reporting, ReportingCell
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Page, hidden_rows, unbroken
from dtcompare.charts.province_reports import province_reports
from dtcompare.charts.scorecard import (
    CardGrid,
    GridHead,
    GridRow,
    Square,
    columns_that_fit,
    draw_scorecard,
    shown_rows,
)
from dtcompare.charts.style import CLASSES
from dtcompare.view.phrases import Phrases

_AGES = (12, 24, 36)  # months up to which a figure is of a class, the newest first
_NEWEST = 4


def age_class(months: int) -> int:
    """Return the class of a figure's age, 4 to 1: up to 12 months, up to 24, up to 36, older."""
    return next((_NEWEST - n for n, most in enumerate(_AGES) if months <= most), 1)


def reporting_scorecard(reporting: Reporting, phrases: Phrases, options: ChartOptions) -> Chart:
    """Draw provinces by indicators, the most reported first taken; one province by itself.

    Raises WrongUsage where the rows do not fit on the page.
    """
    if reporting.province is not None:
        return province_reports(reporting, phrases, options)
    return _Card(reporting, phrases, options).chart()


class _Card:
    """Who reports what, being drawn."""

    def __init__(self, reporting: Reporting, phrases: Phrases, options: ChartOptions) -> None:
        self.reporting, self.phrases, self.options = reporting, phrases, options
        self.cells = {(cell.province, cell.indicator): cell for cell in reporting.cells}
        say = phrases.say
        self.sums = [
            (
                say("column.present"),
                say("chart.reporting.of", n=len(reporting.indicators)),
            )
        ]
        if options.size != "column":
            self.sums.append(
                (say("chart.reporting.comparable"), say("chart.reporting.comparable.below"))
            )
        self.reporters = [c for c in reporting.provinces if c.reported]
        self.indicators = self._indicators()
        self.rows = self._rows()

    def _indicators(self) -> list[str]:
        """Return the indicators that most provinces report, in the catalogue's order."""
        names = [self._name(c.id) for c in self.reporters]
        most = columns_that_fit(self.options, names, [max(pair, key=len) for pair in self.sums])
        best = sorted(self.reporting.indicators, key=lambda c: (-c.reported, -c.comparable))
        shown = {c.id for c in best[:most]}
        return [c.id for c in self.reporting.indicators if c.id in shown]

    def _name(self, id: str) -> str:
        return self.phrases.province(id, self.reporting.as_of)

    def _rows(self) -> Sequence[GridRow]:
        return shown_rows(
            [self._row(coverage) for coverage in self.reporters], self.options, self.phrases
        )

    def _row(self, coverage: Coverage) -> GridRow:
        sums = (str(coverage.reported), str(coverage.comparable or "–"))
        return GridRow(
            name=self._name(coverage.id),
            squares=tuple(self._square(self.cells.get((coverage.id, i))) for i in self.indicators),
            sums=sums[: len(self.sums)],
            highlighted=coverage.id in self.options.highlight,
        )

    def _square(self, cell: ReportingCell | None) -> Square:
        say = self.phrases.say
        if cell is None:
            return Square("hatched", say("chart.reporting.key.hatched"))
        period = cell.observation.figure.period
        text = str(period.end.year) if period.stated else "?"
        if not cell.comparable:
            return Square("outlined", say("chart.reporting.key.outlined"), text)
        age = age_class(cell.months or 0)
        return Square("shaded", say(f"chart.reporting.age.{age}"), text, CLASSES[age])

    def chart(self) -> Chart:
        """Draw key, grid and the list of those that report nothing."""
        phrases, reporting = self.phrases, self.reporting
        page = Page(
            self.options,
            phrases,
            reporting.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=self._sources(),
            notes=tuple(self._notes()),
        )
        grid = CardGrid(
            page, self._heads(), self.rows, self.sums, phrases.say("chart.reporting.by")
        )
        return draw_scorecard(page, grid, self._lists(), "chart.reporting.alt")

    def _heads(self) -> list[GridHead]:
        phrases, counted = self.phrases, {c.id: c for c in self.reporting.indicators}
        return [
            GridHead(
                text=phrases.indicator(id),
                below=str(counted[id].reported),
                group=phrases.dataset.indicator(id).group,
            )
            for id in self.indicators
        ]

    def _lists(self) -> Mapping[str, str]:
        """Return who reports nothing at all."""
        silent = [c.id for c in self.reporting.provinces if not c.reported]
        if not silent or not self.rows:
            return {}
        names = ", ".join(unbroken(self._name(id)) for id in silent)
        return {self.phrases.say("silent.none", n=len(silent)): names}

    def _title(self) -> str:
        reporting, say = self.reporting, self.phrases.say
        if not self.reporters:
            return say("reporting.empty").rstrip(".")
        most = self.reporters[0]
        leaders = [c for c in self.reporters if c.reported == most.reported]
        facts = {"of": len(reporting.indicators), "reported": most.reported}
        if len(leaders) > 1:
            return say("chart.reporting.title.shared", n=len(leaders), **facts)
        return say("chart.reporting.title", name=self._name(most.id), **facts)

    def _subtitle(self) -> str:
        """Return how many report how much, and what the squares say."""
        reporting, say = self.reporting, self.phrases.say
        if reporting.empty:
            return ""
        counts = say(
            "reporting.counts",
            n=len(reporting.cells),
            provinces=len(self.reporters),
            total=len(reporting.provinces),
            indicators=len(reporting.indicators),
        )
        return " ".join((counts, say("chart.reporting.subtitle")))

    def _notes(self) -> Iterator[str]:
        say = self.phrases.say
        hidden = len(self.reporting.indicators) - len(self.indicators)
        if hidden:
            yield say("chart.reporting.note.hidden", n=hidden)
        if any(square.text == "?" for row in self.rows for square in row.squares):
            yield say("chart.reporting.note.when")

    def _sources(self) -> Iterator[str]:
        """Yield the pages behind the squares that are drawn."""
        cut = hidden_rows(len(self.reporters), self.options)
        rows = {c.id for place, c in enumerate(self.reporters) if place not in cut}
        columns = set(self.indicators)
        for cell in self.reporting.cells:
            if cell.indicator in columns and cell.province in rows:
                yield from cell.observation.sources
