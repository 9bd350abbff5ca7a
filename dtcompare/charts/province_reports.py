"""What one province reports: each figure with its age on a line of time, then what to ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dtcompare.analysis.reporting import Reporting, ReportingCell
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, hidden_rows
from dtcompare.charts.sheet_words import WORDS, table_in_words
from dtcompare.charts.style import BAR, BAR_TINT, MUTED, TEXT
from dtcompare.charts.table import (
    Axis,
    Block,
    ChartColumn,
    ChartRow,
    ChartTable,
    Plot,
    Run,
    cell,
    fit,
)
from dtcompare.charts.typeset import head_cell, typeset, typeset_rows, with_remark
from dtcompare.charts.values import LinearScale, paint
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.reporting import ReportingWriter

_SIGNS = {True: ("circle", BAR), False: ("square", MUTED)}  # whether a figure may be compared
_WANTED = (12, 6, 3)  # how many things to ask for are shown, as there is room


def province_reports(reporting: Reporting, phrases: Phrases, options: ChartOptions) -> Chart:
    """Draw the figures of one province in the catalogue's order, with their ages.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return _Reports(reporting, phrases, options).chart()


class _Reports:
    """What one province reports, being drawn: ``cells`` are the figures that are shown."""

    def __init__(self, reporting: Reporting, phrases: Phrases, options: ChartOptions) -> None:
        self.reporting, self.phrases = reporting, phrases
        self.hidden = hidden_rows(len(reporting.cells), options)
        self.cells = [one for n, one in enumerate(reporting.cells) if n not in self.hidden]
        self.writer = ReportingWriter(phrases, Citations(phrases, "none"), Notes(mute=True))
        self.page = Page(
            options,
            phrases,
            reporting.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=self._sources(),
        )

    def chart(self) -> Chart:
        """Draw key, figures and what to ask for, as much of it as there is room for."""
        page = self.page
        y = page.key(page.top, self._key())
        return page.close(
            fit(page, y, self._plans(), len(self.cells)), alt=self._alt(), rows=len(self.cells)
        )

    def _plans(self) -> Iterator[Sequence[Block]]:
        """Yield figures and what to ask for, ever less; then without the lines of time."""
        for make in (self._figures, self._plain):
            figures = [make()] if self.cells else []
            for most in _WANTED:
                yield [*figures, *self._wanted(most)]
        yield figures

    # What is said

    def _title(self) -> str:
        reporting = self.reporting
        assert reporting.province is not None
        facts = {
            "name": capital(self.phrases.full_name(reporting.province)),
            "n": len(reporting.cells),
            "of": reporting.asked,
        }
        nobody = "" if reporting.asked else ".nobody"
        return self.phrases.say(f"chart.reporting.title.own{nobody}", **facts)

    def _subtitle(self) -> str:
        cells, say = self.reporting.cells, self.phrases.say
        if not cells:
            return ""
        texts = [say("reporting.comparable", n=sum(one.comparable for one in cells))]
        ages = [one.months for one in cells if one.months is not None]
        if ages:
            texts.append(say("chart.reporting.ages", new=min(ages), old=max(ages)))
        return " ".join(texts)

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
        text = self.phrases.say(
            "chart.reporting.alt.own",
            title=self.page.title,
            measure=self._subtitle().rstrip("."),
            rows=" ".join(map(table_in_words, tables)),
        )
        return " ".join(text.split()).replace(". .", ".")

    # What is drawn

    def _key(self) -> list[Entry]:
        em = self.page.base
        dated = {one.comparable for one in self.cells if one.months is not None}

        def comparable(x: float, y: float) -> None:
            self._mark(x + em * 0.42, y, comparable=True)

        def apart(x: float, y: float) -> None:
            self._mark(x + em * 0.42, y, comparable=False)

        say = self.phrases.say
        entries: list[Entry] = []
        if True in dated:
            entries.append((em * 0.85, comparable, say("chart.reporting.key.comparable")))
        if False in dated:
            entries.append((em * 0.85, apart, say("chart.reporting.key.apart")))
        return entries

    def _figures(self) -> ChartTable:
        """Return the figures with their ages on a line of time."""
        say, axis = self.phrases.say, self._axis()
        rows = typeset_rows(
            self.writer.figures(self.cells),
            [self._plot(one, axis) for one in self.cells],
            words=(1,),
            numbers=(3,),
            colors=[paint(highlighted=False)] * len(self.cells),
        )
        heads = ("column.indicator", "column.figure", "", "column.age")
        return typeset(
            self.page,
            with_remark(rows, self.hidden, self.phrases),
            [head_cell(say(key), strong=key == "column.age") if key else () for key in heads],
            axis,
            ruled=False,
        )

    def _axis(self) -> Axis:
        """Return the years from that of the oldest figure to the day."""
        today = self.reporting.as_of
        ends = [one.observation.figure.period.end for one in self.cells if one.months is not None]
        oldest = min([*ends, today]).year
        years = range(oldest, today.year + 1)
        return Axis(oldest, _year(today) + 0.001, tuple((year, str(year)) for year in years))

    def _plot(self, one: ReportingCell, axis: Axis) -> Plot:
        """Return a mark at the end of the figure's time with a line from there to the day."""

        def draw(scale: LinearScale, y: float, _: float) -> None:
            if one.months is None:
                return
            em, x = self.page.base, scale(_year(one.observation.figure.period.end))
            self.page.c.rectangle(x, y - em * 0.1, scale.end - x, em * 0.2, BAR_TINT)
            self._mark(x, y, comparable=one.comparable)

        return Plot(draw, axis.low, axis.high)

    def _mark(self, x: float, y: float, *, comparable: bool) -> None:
        """Draw a dot for a figure that may be compared, a square for one that may not."""
        shape, color = _SIGNS[comparable]
        self.page.c.marker(x, y, shape, self.page.base * 0.38, color)

    def _plain(self) -> ChartTable:
        """Return the figures in words with their signs, each on as few lines as can be."""
        rows = []
        for one, row in zip(self.cells, self.writer.figures(self.cells).rows, strict=True):
            shape, color = _SIGNS[one.comparable]
            name, figure, _, age, *_ = (found.text for found in row.cells)
            words = cell(Run(name, WORDS)), cell(Run(figure, WORDS, color, sign=shape))
            rows.append(ChartRow((*words, cell(Run(age, WORDS)))))
        columns = [ChartColumn(fold=True), ChartColumn(fold=True), ChartColumn(align="end")]
        return ChartTable(self.page, columns, with_remark(rows, self.hidden, self.phrases))

    def _wanted(self, most: int) -> Sequence[Block]:
        """Return the first so many things to ask for as a table."""
        if not self.reporting.wanted:
            return ()
        table = self.writer.wanted(self.reporting, most)
        rows = [ChartRow(heading=table.heading)]
        for found in table.rows:
            color = MUTED if found.kind == "heading" else TEXT
            cells = [cell(Run(one.text, WORDS, color)) for one in found.cells[:2]]
            rows.append(ChartRow((*cells, *[()] * (2 - len(cells)))))
        columns = [ChartColumn(fold=True), ChartColumn(fold=True)]
        return (ChartTable(self.page, columns, rows, stretch=False, level=True),)


def _year(day: date) -> float:
    """Return a day as a year with the share of it that has passed."""
    return day.year + day.timetuple().tm_yday / 366
