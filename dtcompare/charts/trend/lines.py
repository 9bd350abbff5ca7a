"""Change over time: lines where figures compare, lanes of single figures where none do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Trend
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import LEAD, MUTED, PALE, SMALL, TEXT
from dtcompare.charts.trend import text as trend_text
from dtcompare.charts.trend.lanes import Lane, Lanes
from dtcompare.charts.trend.lineplot import LinePlot, Measures
from dtcompare.charts.trend.panels import LONE, Panel, kept, panels_of, strokes_of, unheld
from dtcompare.charts.trend.signs import sign_key
from dtcompare.charts.trend.timeaxis import TimeAxis, time_axis
from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.text import capital
from dtcompare.view.citations import Notes
from dtcompare.view.figures import assessment_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.trend_words import series_key_words

__all__ = ["empty_body", "trend_lines"]

_ANNOTATED = 12  # with more figures than this their notes are left to the table
_COLUMNS = {"a4": 1, "column": 1, "slide": 3, "square": 2}


def trend_lines(trend: Trend, phrases: Phrases, options: ChartOptions) -> Chart:
    """The trend drawn: a panel a footing where lines can be drawn, else a lane a province.

    Raises WrongUsage where it does not fit on the page.
    """
    return _Lines(trend, phrases, options).chart()


class _Lines:
    """One trend being drawn."""

    def __init__(self, trend: Trend, phrases: Phrases, options: ChartOptions) -> None:
        self.trend, self.phrases, self.options = trend, phrases, options
        self.indicator = phrases.dataset.indicator(trend.indicator)
        whole = panels_of(trend)
        self.panels = tuple(kept(panel, options) for panel in whole)
        self.hidden = sum(len(panel.series) for panel in whole)
        self.hidden -= sum(len(panel.series) for panel in self.panels)
        self.plotted = [panel for panel in self.panels if panel.moves]
        self.series = [series for panel in self.panels for series in panel.series]
        self.observations = [point.observation for series in self.series for point in series.points]
        self.unheld = unheld(trend)
        self.strokes = strokes_of(trend, self.plotted, options)
        lone = {
            series.province: LONE for series in self.series if series.province in options.highlight
        }
        self.strokes = lone | self.strokes
        self.notes = Notes()
        self.annotated = options.page.height is None and len(self.observations) <= _ANNOTATED
        for observation in self.observations if self.annotated else ():
            self.notes.mark(observation.figure.note)
        lanes = [*self._lanes(), *self._aim_lanes()]
        order = list(dict.fromkeys(lane.province for lane in lanes))
        self.lanes = sorted(lanes, key=lambda lane: order.index(lane.province))
        self.axis = self._axis()
        self.page = Page(
            options,
            phrases,
            trend.as_of,
            title=trend_text.title(trend, self.panels, phrases, options.highlight),
            subtitle=self._subtitle(),
            sources=self._sources(),
            notes=tuple(self._footnotes()),
        )

    def chart(self) -> Chart:
        """Draws key, panels and lanes."""
        page = self.page
        y = page.key(page.top, self._key()) + page.base * 0.3
        y = empty_body(page, y, self._nothing()) if self.axis is None else self._body(y, self.axis)
        return page.close(y + page.base * 0.3, alt=self._alt(), rows=len(self.series))

    # What is drawn

    def _axis(self) -> TimeAxis | None:
        aims = [assessment for panel in self.panels for _, assessment in panel.aims]
        aims += [assessment for _, assessment in self.unheld]
        days = [assessment.target.by.end for assessment in aims if assessment.target.by.stated]
        return time_axis((observation.figure.period.end for observation in self.observations), days)

    def _lanes(self) -> Iterable[Lane]:
        """A lane for each province of a panel that has no line, its eras together."""
        for panel in self.panels:
            for id in () if panel.moves else panel.provinces:
                own = [series for series in panel.series if series.province == id]
                words = series_key_words(own[0], self.indicator, self.phrases)
                province = self.phrases.dataset.province(id)
                yield Lane(
                    province=id,
                    name=capital(self.phrases.full_name(id)),
                    series_key=capital("; ".join(words)) or self._score_words(panel),
                    observations=_once(p.observation for series in own for p in series.points),
                    aims=tuple(assessment for name, assessment in panel.aims if name == id),
                    since=province.since,
                    until=own[0].ended,
                )

    def _score_words(self, panel: Panel) -> str:
        """What tells an index's scores from its places."""
        mixed = any((other.of is None) != (panel.of is None) for other in self.panels)
        return capital(self.phrases.say("chart.trend.score")) if mixed and panel.of is None else ""

    def _aim_lanes(self) -> Iterable[Lane]:
        """A lane for the targets of a province that no figure answers, by their footing."""
        keyed: dict[tuple[object, ...], list[tuple[str, Assessment]]] = {}
        for id, assessment in self.unheld:
            target = assessment.target
            if target.by.stated:
                place = target.place.of if target.place else None
                key = (id, target.basis, target.method, target.scope, place)
                keyed.setdefault(key, []).append((id, assessment))
        for found in keyed.values():
            id, first = found[0]
            yield Lane(
                province=id,
                name=capital(self.phrases.full_name(id)),
                series_key=self._aim_words([assessment for _, assessment in found], first),
                observations=(),
                aims=tuple(assessment for _, assessment in found),
            )

    def _aim_words(self, aims: Sequence[Assessment], first: Assessment) -> str:
        """On which footing targets are, and why no figure answers them."""
        phrases, target = self.phrases, first.target
        words = []
        if target.basis == UNSTATED_WORD:
            words.append(phrases.say("basis.unstated"))
        elif target.basis is not None and not self.indicator.fixed_basis:
            words.append(phrases.say("footing.basis", basis=phrases.basis(target.basis)))
        if target.scope:
            words.append(phrases.scope(target.scope))
        if target.place is not None:
            words.append(phrases.say("trend.places", of=target.place.of))
        told = {assessment_text(assessment, self.indicator, phrases) for assessment in aims}
        if len(told) == 1:
            words += told
        return phrases.say("chart.trend.lane-aim", words="; ".join(words))

    def _sources(self) -> Iterable[str]:
        for observation in self.observations:
            yield from observation.sources
        for panel in self.panels:
            for _, assessment in panel.aims:
                yield from assessment.sources
        for _, assessment in self.unheld:
            yield from assessment.sources

    # What is said

    def _subtitle(self) -> str:
        phrases = self.phrases
        told = trend_text.measure(self.trend, self.panels, phrases) if self.axis else ""
        parts = [", ".join(filter(None, (told, trend_text.span(self.observations, phrases))))]
        grey = {s.province for panel in self.plotted for s in panel.series} - set(self.strokes)
        said = [f"{capital(part)}." for part in parts if part]
        if grey:
            said.append(phrases.say("chart.trend.grey", n=len(grey)))
        return " ".join(said)

    def _footnotes(self) -> Iterable[str]:
        """What must be known to read the chart, comparability first; then the notes of figures."""
        say, trend = self.phrases.say, self.trend
        if len(self.panels) > 1:
            ranked = self.indicator.unit.ranked
            yield say(f"chart.trend.note.{'editions' if ranked else 'footings'}")
        yield from trend_text.parting_notes(trend, self.panels, self.phrases)
        drawn = [series for panel in self.plotted for series in panel.series]
        yield from trend_text.color_notes(trend, drawn, self.strokes, self.options, self.phrases)
        yield from trend_text.status_notes(self._unlabelled(), self.phrases)
        if trend.single and self.panels:
            yield say("trend.single", n=trend.single)
        if self.hidden:
            yield capital(say("chart.rows-hidden", n=self.hidden)) + "."
        for letter, text in self.notes.lettered():
            yield f"({letter}) {text.rstrip('.')}."

    def _unlabelled(self) -> Iterable[Observation]:
        """The figures of lines beside which nothing is written but their number."""
        for panel in self.plotted:
            ends = {id: panel.last(id) for id in panel.provinces if id in self.strokes}
            for series in panel.series:
                for point in series.points:
                    if point.observation is not ends.get(series.province):
                        yield point.observation

    def _nothing(self) -> str:
        """Why nothing can be drawn."""
        if self.trend.provinces:
            return self.phrases.say("chart.trend.nothing")
        return self.phrases.say("chart.trend.nothing.everywhere", n=self.trend.single)

    def _key(self) -> list[Entry]:
        """The signs that are not told by a word beside them."""
        shown = [
            r for r in self.observations if self.strokes.get(r.figure.province) or not self.plotted
        ]
        aims = any(lane.aims for lane in self.lanes)
        return sign_key(self.page, shown, aims=aims)

    def _alt(self) -> str:
        say = self.phrases.say
        rows = [trend_text.rows_told(self.series, self.strokes, self.phrases)]
        aims = dict.fromkeys(
            (id, assessment.target)
            for id, assessment in (*(a for p in self.panels for a in p.aims), *self.unheld)
        )
        rows += [
            say(
                "chart.trend.alt.aim",
                name=capital(self.phrases.full_name(id)),
                target=self.phrases.line(target, self.indicator),
                by=self.phrases.period(target.by),
            )
            for id, target in aims
        ]
        told = "; ".join(filter(None, rows)) or self._nothing().rstrip(".")
        key = "chart.trend.alt" if self.plotted else "chart.trend.alt.lanes"
        facts = {"title": self.page.title, "measure": self._subtitle(), "rows": told}
        return " ".join(say(key, **facts).replace("..", ".").split())

    # Where it is drawn

    def _body(self, y: float, axis: TimeAxis) -> float:
        """Draws plots and lanes in a grid of cells; returns where the last row ends."""
        page, b = self.page, self.page.base
        count = len(self.plotted)
        columns = min(count, _COLUMNS[self.options.size])
        if count == 2 and self.options.size == "square":
            columns = 1
        gap = b * 2.4
        width = (page.inner - gap * (columns - 1)) / columns if columns else page.inner
        plots = [
            LinePlot(page, panel, self.indicator, axis, self.strokes, self._marks)
            for panel in self.plotted
        ]
        cells: list[tuple[str, LinePlot | Lanes]] = [
            (self._heading(panel), plot) for panel, plot in zip(self.plotted, plots, strict=True)
        ]
        rows = [cells[n : n + columns] for n in range(0, count, max(columns, 1))]
        if self.lanes:
            lanes = Lanes(page, self.lanes, axis, self.strokes, self._marks, page.inner)
            rows.append([(self.phrases.say("chart.trend.lanes") if plots else "", lanes)])
        heights = self._heights(rows, width, page.bottom - y - b * 0.3)
        measures = Measures(
            max((plot.measures(width).left for plot in plots), default=0),
            max((plot.measures(width).right for plot in plots), default=0),
        )
        for row, height in zip(rows, heights, strict=True):
            ends = []
            for number, (heading, cell) in enumerate(row):
                x = page.left + number * (width + gap)
                top = self._cell_heading(heading, x, y, width)
                if isinstance(cell, LinePlot):
                    cell.draw(x, top, width, y + height, measures)
                    ends.append(y + height)
                else:
                    ends.append(cell.draw(x, top + b * 0.3, y + height - top - b * 0.3))
            y = max(ends) + b * 0.6
        return y - b * 0.6

    def _heights(
        self, rows: Sequence[Sequence[tuple[str, LinePlot | Lanes]]], width: float, free: float
    ) -> list[float]:
        """How tall every row of cells is: as tall as it likes, or as the page lets it be."""
        page, b = self.page, self.page.base
        least, liked = [], []
        for row in rows:
            tops = [self._heading_height(heading, width) for heading, _ in row]
            least.append(max(t + c.least for t, (_, c) in zip(tops, row, strict=True)))
            liked.append(max(t + self._liked(c) for t, (_, c) in zip(tops, row, strict=True)))
        free -= b * 0.6 * (len(rows) - 1)
        if sum(least) > free + 0.5:
            page.does_not_fit(len(self.series))
        wanted = list(liked)
        if page.room is not None:
            # A page of fixed height is filled; lanes alone keep together.
            wanted = [
                free if any(isinstance(cell, LinePlot) for _, cell in row) else like
                for row, like in zip(rows, liked, strict=True)
            ]
        return _shared(least, wanted, free)

    def _liked(self, cell: LinePlot | Lanes) -> float:
        """How tall a cell is on a page that grows."""
        b = self.page.base
        if isinstance(cell, Lanes):
            return cell.least if self.page.room is None else cell.most
        lines = sum(id in self.strokes for id in cell.panel.provinces)
        tall = b * (26 if len(self.plotted) == 1 else min(11 + 1.6 * lines, 19))
        return max(cell.least, tall if self.page.wide else tall * 0.8)

    def _heading(self, panel: Panel) -> str:
        """What a panel's figures share, where there are several panels."""
        if len(self.plotted) + bool(self.lanes) == 1:
            return ""
        words = "; ".join(series_key_words(panel.series[0], self.indicator, self.phrases))
        key = "chart.trend.score" if self.indicator.unit.ranked else "chart.trend.whole"
        return capital(words or self.phrases.say(key))

    def _heading_height(self, text: str, width: float) -> float:
        if not text:
            return 0
        size = self.page.base * SMALL * 1.08
        lines = self.page.font.wrap(text, width, size, "SemiBold")
        return len(lines) * size * LEAD + self.page.base * 0.3

    def _cell_heading(self, text: str, x: float, y: float, width: float) -> float:
        """Draws the heading of a cell; returns where the cell begins."""
        size = self.page.base * SMALL * 1.08
        for line in self.page.font.wrap(text, width, size, "SemiBold") if text else ():
            y += size * LEAD
            self.page.c.text(x, y, line, size, TEXT, "SemiBold")
        return y + (self.page.base * 0.3 if text else 0)

    def _marks(self, observation: Observation) -> str:
        return self.notes.mark(observation.figure.note) if self.annotated else ""


def _once(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The reports without those that say the same number of the same time again."""
    found: dict[tuple[object, ...], Observation] = {}
    for observation in observations:
        figure = observation.figure
        found.setdefault((figure.period.end, figure.word, figure.number), observation)
    return tuple(found.values())


def _shared(least: Sequence[float], wanted: Sequence[float], free: float) -> list[float]:
    """The heights wanted, cut to ``free`` in all: what is over the least shrinks alike."""
    more = [max(want - low, 0.0) for low, want in zip(least, wanted, strict=True)]
    spare = free - sum(least)
    share = min(1.0, spare / sum(more)) if sum(more) > 0 else 0.0
    return [low + extra * share for low, extra in zip(least, more, strict=True)]


def empty_body(page: Page, y: float, text: str) -> float:
    """Draws a quiet field with ``text`` where there is nothing to draw; returns where it ends."""
    b = page.base
    lines = page.font.balance(text, page.inner - b * 4, b)
    tall = max(b * (6 if page.room is None else 12), len(lines) * b * LEAD + b * 3)
    page.c.rectangle(page.left, y + b * 0.4, page.inner, tall, PALE)
    middle = y + b * 0.4 + tall / 2 - (len(lines) - 1) * b * LEAD / 2
    for number, line in enumerate(lines):
        at = ((page.left + page.right) / 2, middle + number * b * LEAD)
        page.c.middle(*at, line, b, MUTED, anchor="middle")
    return y + b * 0.4 + tall
