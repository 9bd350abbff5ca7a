"""Who reports what: provinces by indicators, shaded by age; of one province what it reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dtcompare.analysis.reporting import Reporting, ReportingCell
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.province_reports import ProvinceReports
from dtcompare.charts.row_chart import RowChart
from dtcompare.charts.scorecard import Scorecard, Square
from dtcompare.charts.style import CLASSES
from dtcompare.view.phrases import Phrases

_AGES = (12, 24, 36)  # months up to which a figure is of a class, the newest first
_NEWEST = 4


def age_class(months: int) -> int:
    """Return the class of a figure's age, 4 to 1: up to 12 months, up to 24, up to 36, older."""
    return next((_NEWEST - n for n, most in enumerate(_AGES) if months <= most), 1)


def reporting_chart(reporting: Reporting, phrases: Phrases, options: ChartOptions) -> RowChart:
    """Return what draws provinces by indicators, or one province by itself."""
    drawn = ReportScorecard if reporting.province is None else ProvinceReports
    return drawn(reporting, phrases, options)


class ReportScorecard(Scorecard):
    """Draws provinces by indicators, shaded by age, the most reported first taken."""

    cells: Mapping[tuple[str, str], ReportingCell]
    words, corner = "chart.reporting.alt", "chart.reporting.by"

    def __init__(self, reporting: Reporting, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, reporting.as_of)
        self.reporting, say = reporting, phrases.say
        self.cells = {(cell.province, cell.indicator): cell for cell in reporting.cells}
        self.reporters = {one.id: one for one in reporting.provinces if one.reported}
        self.provinces = list(self.reporters)
        self.count = len(self.provinces)
        all_of = say("chart.reporting.of", n=len(reporting.indicators))
        self.sums = [(say("column.present"), all_of)]
        if options.size != "column":
            below = say("chart.reporting.comparable.below")
            self.sums.append((say("chart.reporting.comparable"), below))
        self._choose({one.id: (one.reported, one.comparable) for one in reporting.indicators})

    def _sums(self, province: str) -> tuple[str, str]:
        coverage = self.reporters[province]
        return str(coverage.reported), str(coverage.comparable or "–")

    def _square(self, province: str, indicator: str) -> Square:
        say, cell = self.phrases.say, self.cells.get((province, indicator))
        if cell is None:
            return Square("hatched", say("chart.reporting.key.hatched"))
        period = cell.observation.figure.period
        text = str(period.end.year) if period.stated else "?"
        if not cell.comparable:
            return Square("outlined", say("chart.reporting.key.outlined"), text)
        age = age_class(cell.months or 0)
        return Square("shaded", say(f"chart.reporting.age.{age}"), text, CLASSES[age])

    def _lists(self) -> Mapping[str, str]:
        """Return who reports nothing at all."""
        silent = [one.id for one in self.reporting.provinces if not one.reported]
        if not silent or not self.provinces:
            return {}
        return {self.phrases.say("silent.none", n=len(silent)): self._names(silent)}

    def _title(self) -> str:
        say = self.phrases.say
        if not self.provinces:
            return say("reporting.empty").rstrip(".")
        most = self.reporters[self.provinces[0]].reported
        leaders = [one for one in self.reporters.values() if one.reported == most]
        facts = {"of": len(self.reporting.indicators), "reported": most}
        if len(leaders) > 1:
            return say("chart.reporting.title.shared", n=len(leaders), **facts)
        return say("chart.reporting.title", name=self._name(leaders[0].id), **facts)

    def _subtitle(self) -> str:
        """Return how many report how much, and what the squares say."""
        reporting, say = self.reporting, self.phrases.say
        if reporting.empty:
            return ""
        counts = say(
            "reporting.counts",
            n=len(reporting.cells),
            provinces=len(self.provinces),
            total=len(reporting.provinces),
            indicators=len(reporting.indicators),
        )
        return f"{counts} {say('chart.reporting.subtitle')}"

    def _notes(self) -> Iterator[str]:
        say, hidden = self.phrases.say, len(self.counts) - len(self.indicators)
        if hidden:
            yield say("chart.reporting.note.hidden", n=hidden)
        if any(self._square(*key).text == "?" for key in self._drawn()):
            yield say("chart.reporting.note.when")

    def _sources(self) -> Iterator[str]:
        for key in self._drawn():
            yield from self.cells[key].observation.sources
