"""What one province reports: each figure with its age on a line of time, then what to ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from dtcompare.analysis.reporting import Reporting, ReportingCell
from dtcompare.charts.cells import Axis, ChartColumn, ChartRow, Plot
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import Entry
from dtcompare.charts.row_chart import Block, RowChart
from dtcompare.charts.sheet_words import as_rows, dot_entry, table_in_words
from dtcompare.charts.style import BAR, BAR_TINT, MUTED
from dtcompare.charts.table import ChartTable
from dtcompare.charts.typeset import typeset, typeset_rows, with_remark
from dtcompare.charts.values import LinearScale, paint
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.reporting import ReportingWriter
from dtcompare.view.sheet import Cell, Table

_SIGNS = {"comparable": ("circle", BAR), "apart": ("square", MUTED)}
_WANTED = (12, 6, 3, 0)  # how many things to ask for are shown, as there is room


class ProvinceReports(RowChart):
    """Draws the figures of one province in the catalogue's order, with their ages.

    ``cells`` are the figures that are shown.
    """

    def __init__(self, reporting: Reporting, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, reporting.as_of)
        self.reporting, self.cells = reporting, self._shown(reporting.cells)
        self.writer = ReportingWriter(phrases, Citations(phrases, "none"), Notes(mute=True))
        self.count = len(self.cells)

    def _plans(self) -> Iterator[Sequence[Block]]:
        """Yield figures and what to ask for, ever less of it; then without the lines of time."""
        table = self.writer.figures(self.cells)
        for make in (self._figures, self._plain):
            for most in _WANTED:
                wanted = self._wanted(most) if self.reporting.wanted and most else []
                yield [*([make(table)] if self.cells else []), *wanted]

    def _plain(self, table: Table) -> ChartTable:
        """Return the figures in words alone, each on as few lines as can be."""
        rows = [replace(row, cells=(*row.cells[:2], row.cells[3], Cell())) for row in table.rows]
        columns = [ChartColumn(fold=True), ChartColumn(fold=True), ChartColumn(align="end")]
        found = as_rows(replace(table, rows=tuple(rows)))
        return ChartTable(self.page, columns, with_remark(found, self.hidden, self.phrases))

    def _figures(self, table: Table) -> ChartTable:
        """Return the figures with their ages on a line of time."""
        axis = self._axis()
        plots = [self._plot(one, axis) for one in self.cells]
        colors = [paint(highlighted=False)] * len(plots)
        rows = typeset_rows(table, plots, words=(1,), numbers=(3,), colors=colors)
        heads = ("", table.columns[3].name)
        return typeset(self.page, with_remark(rows, self.hidden, self.phrases), heads, axis)

    def _axis(self) -> Axis:
        """Return the years from that of the oldest figure to the day."""
        ends = [one.observation.figure.period.end for one in self.cells if one.months is not None]
        oldest = min([*ends, self.as_of]).year
        years = range(oldest, self.as_of.year + 1)
        return Axis(oldest, _year(self.as_of) + 0.001, tuple((year, str(year)) for year in years))

    def _plot(self, one: ReportingCell, axis: Axis) -> Plot | None:
        """Return a mark at the end of the figure's time with a line from there to the day."""
        if one.months is None:
            return None
        shape, color = _SIGNS["comparable" if one.comparable else "apart"]

        def draw(scale: LinearScale, y: float, _: float) -> None:
            em, x = self.page.base, scale(_year(one.observation.figure.period.end))
            self.page.c.rectangle(x, y - em * 0.1, scale.end - x, em * 0.2, BAR_TINT)
            self.page.c.marker(x, y, shape, em * 0.38, color)

        return Plot(draw, axis.low, axis.high)

    def _wanted(self, most: int) -> Sequence[Block]:
        """Return the first so many things to ask for as a table."""
        table = self.writer.wanted(self.reporting, most)
        rows = [ChartRow(heading=table.heading), *as_rows(table)]
        columns = [ChartColumn(fold=True), ChartColumn(fold=True)]
        return [ChartTable(self.page, columns, rows, stretch=False, level=True)]

    def _key(self) -> Iterator[Entry]:
        comparable = {one.comparable for one in self.cells if one.months is not None}
        for kind, (shape, color) in _SIGNS.items():
            if (kind == "comparable") in comparable:
                words = self.phrases.say(f"chart.reporting.key.{kind}")
                yield dot_entry(self.page, words, color, shape=shape)

    # What is said

    def _title(self) -> str:
        assert self.reporting.province is not None
        return self.phrases.say(
            f"chart.reporting.title.own{'' if self.reporting.asked else '.nobody'}",
            name=capital(self.phrases.full_name(self.reporting.province)),
            n=len(self.reporting.cells),
            of=self.reporting.asked,
        )

    def _subtitle(self) -> str:
        cells, say = self.reporting.cells, self.phrases.say
        texts = [say("reporting.comparable", n=sum(one.comparable for one in cells))]
        ages = [one.months for one in cells if one.months is not None]
        if ages:
            texts.append(say("chart.reporting.ages", new=min(ages), old=max(ages)))
        return " ".join(texts) if cells else ""

    def _sources(self) -> Iterator[str]:
        for one in self.cells:
            yield from one.observation.sources
        for item in self.reporting.wanted[: _WANTED[0]]:
            if item.assessment is not None:
                yield from item.assessment.sources

    def _alt(self) -> str:
        """Return the chart in words: the sheet's tables."""
        tables = [self.writer.figures(self.cells)] if self.cells else []
        if self.reporting.wanted:
            tables.append(self.writer.wanted(self.reporting, _WANTED[0]))
        rows, measure = " ".join(map(table_in_words, tables)), self._subtitle().rstrip(".")
        title = self.page.title
        text = self.phrases.say("chart.reporting.alt.own", title=title, measure=measure, rows=rows)
        return " ".join(text.split()).replace(". .", ".")


def _year(day: date) -> float:
    """Return a day as a year with the share of it that has passed."""
    return day.year + day.timetuple().tm_yday / 366
