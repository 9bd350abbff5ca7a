"""Draw change over time: lines where figures compare, lines of time with single figures else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Trend
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.line_plot import LinePlot
from dtcompare.charts.page import Page
from dtcompare.charts.panel_grid import PanelGrid, draw_nothing
from dtcompare.charts.row_chart import fit
from dtcompare.charts.time_axis import TimeAxis, time_axis
from dtcompare.charts.timelines import Timeline, Timelines
from dtcompare.charts.trend_panels import (
    LONE,
    Panel,
    choose_strokes,
    cut_panel,
    list_unheld,
    make_panels,
)
from dtcompare.charts.trend_signs import sign_key
from dtcompare.charts.trend_words import TrendWords
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD
from dtcompare.text import capital
from dtcompare.view.citations import Notes
from dtcompare.view.figures import assessment_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.trend_words import series_key_words

_ANNOTATED = 12  # with more figures than this their notes are left to the table


class TrendLines:
    """Draws a panel a footing where lines can be drawn, else a line of time a province."""

    def __init__(self, trend: Trend, phrases: Phrases, options: ChartOptions) -> None:
        self.trend, self.phrases, self.options = trend, phrases, options
        self.indicator = phrases.dataset.indicator(trend.indicator)
        whole = make_panels(trend)
        self.panels = [cut_panel(panel, options) for panel in whole]
        self.plotted = [panel for panel in self.panels if panel.moves]
        self.series = [series for panel in self.panels for series in panel.series]
        self.observations = [one for panel in self.panels for one in panel.observations]
        self.unheld = list_unheld(trend)
        self.targets = [one for panel in self.panels for one in panel.targets]
        self.targets += self.unheld
        self.strokes = {s.province: LONE for s in self.series if s.province in options.highlight}
        self.strokes |= choose_strokes(trend, self.plotted, options)
        self.notes = Notes()
        self.annotated = options.page.height is None and len(self.observations) <= _ANNOTATED
        for observation in self.observations if self.annotated else ():
            self.notes.mark(*phrases.notes(observation.figure))
        self.timelines = self._timelines()
        self.axis = self._axis()
        self.words = TrendWords(trend, self.panels, self.strokes, phrases, options)
        drawn = [series for panel in self.plotted for series in panel.series]
        self.subtitle = self.words.subtitle(drawn, measured=self.axis is not None)
        notes = self.words.notes(
            drawn,
            self._unlabelled(),
            hidden=sum(len(panel.series) for panel in whole) - len(self.series),
            several=len(self.panels) > 1,
        )
        letters = [f"({letter}) {text.rstrip('.')}." for letter, text in self.notes.lettered()]
        self.page = Page(
            options,
            phrases,
            trend.as_of,
            title=self.words.title(),
            subtitle=self.subtitle,
            sources=self._sources(),
            notes=(*notes, *letters),
        )

    def chart(self) -> Chart:
        """Draw key, panels and lines of time."""
        page, em = self.page, self.page.base
        shown = self.observations
        if self.plotted:
            shown = [one for one in shown if one.figure.province in self.strokes]
        due = any(timeline.targets for timeline in self.timelines)
        y = page.key(page.top, sign_key(page, shown, targets=due)) + em * 0.3
        if self.axis is None:
            y = draw_nothing(page, y, self._nothing()) + em * 0.3
        else:
            y = self._draw_body(y, self.axis)
        return page.close(y, alt=self._alt(), rows=len(self.series))

    def _draw_body(self, y: float, axis: TimeAxis) -> float:
        """Draw plots and, below them, lines of time; return where the last one ends."""
        page, em, rows = self.page, self.page.base, len(self.series)
        grid = PanelGrid(page, len(self.plotted))
        cells = [
            (self._heading(panel), LinePlot(page, panel, axis, self.strokes, self._letters))
            for panel in self.plotted
        ]
        margins = [plot.measure(grid.width) for _, plot in cells]
        for _, plot in cells:  # the same day stands at the same place in all of them
            plot.margins = (max(left for left, _ in margins), max(right for _, right in margins))
        if not self.timelines:
            return grid.draw(y, page.bottom - em * 0.3, cells, rows) + em * 0.3
        table = Timelines(page, axis, self.strokes, self._letters).table(self.timelines)
        if cells:
            y = grid.draw(y, page.bottom - table.height(0.5) - em * 2.6, cells, rows)
            y = page.heading(y + em * 0.4, self.phrases.say("chart.trend.lanes"))
        return fit(page, y, [[table]], rows)

    def _heading(self, panel: Panel) -> str:
        """Return what a panel's figures share, where there are several panels."""
        if len(self.plotted) + bool(self.timelines) == 1:
            return ""
        words = "; ".join(series_key_words(panel.series[0], self.indicator, self.phrases))
        key = "chart.trend.score" if self.indicator.unit.ranked else "chart.trend.whole"
        return capital(words or self.phrases.say(key))

    def _letters(self, observation: Observation) -> str:
        notes = self.phrases.notes(observation.figure)
        return self.notes.mark(*notes) if self.annotated else ""

    # What is drawn

    def _axis(self) -> TimeAxis | None:
        due = [assessment.target.by for _, assessment in self.targets]
        ends = [observation.figure.period.end for observation in self.observations]
        return time_axis(ends, [period.end for period in due if period.stated])

    def _timelines(self) -> list[Timeline]:
        """Return the lines of time, those of a province together."""
        found = [*self._timelines_of_figures(), *self._timelines_of_targets()]
        order = list(dict.fromkeys(timeline.province for timeline in found))
        return sorted(found, key=lambda timeline: order.index(timeline.province))

    def _timelines_of_figures(self) -> Iterator[Timeline]:
        """Yield one for each province of a panel that has no line, its eras together."""
        for panel in self.panels:
            for id in () if panel.moves else panel.provinces:
                series = next(one for one in panel.series if one.province == id)
                words = "; ".join(series_key_words(series, self.indicator, self.phrases))
                own = (one for one in panel.observations if one.figure.province == id)
                yield Timeline(
                    id,
                    capital(self.phrases.full_name(id)),
                    capital(words or self._score_words(panel)),
                    _once(own),
                    tuple(assessment for name, assessment in panel.targets if name == id),
                    None if id == NATIONAL else self.phrases.dataset.province(id).since,
                    series.ended,
                )

    def _score_words(self, panel: Panel) -> str:
        """Return what tells an index's scores from its places, where both are drawn."""
        mixed = any((other.of is None) != (panel.of is None) for other in self.panels)
        return self.phrases.say("chart.trend.score") if mixed and panel.of is None else ""

    def _timelines_of_targets(self) -> Iterator[Timeline]:
        """Yield one for the targets of a province that no figure answers, by their footing."""
        keyed: dict[tuple[str, object], list[Assessment]] = {}
        for id, assessment in self.unheld:
            target = assessment.target
            if target.by.stated:
                of = target.place.of if target.place else None
                footing = (target.basis, target.method, target.scope, of)
                keyed.setdefault((id, footing), []).append(assessment)
        for (id, _), found in keyed.items():
            name = capital(self.phrases.full_name(id))
            yield Timeline(id, name, self._target_words(found), targets=tuple(found))

    def _target_words(self, assessments: Sequence[Assessment]) -> str:
        """Return on which footing targets are, and why no figure answers them."""
        phrases, target, say = self.phrases, assessments[0].target, self.phrases.say
        words = []
        if target.basis == UNSTATED_WORD:
            words.append(say("basis.unstated"))
        elif target.basis is not None and not self.indicator.fixed_basis:
            words.append(say("footing.basis", basis=phrases.basis(target.basis)))
        if target.scope:
            words.append(phrases.scope(target.scope))
        if target.place is not None:
            words.append(say("trend.places", of=target.place.of))
        reasons = {assessment_text(one, self.indicator, phrases) for one in assessments}
        if len(reasons) == 1:
            words += reasons
        return say("chart.trend.lane-aim", words="; ".join(words))

    def _sources(self) -> Iterator[str]:
        for observation in self.observations:
            yield from observation.sources
        for _, assessment in self.targets:
            yield from assessment.sources

    # What is said

    def _unlabelled(self) -> Iterator[Observation]:
        """Yield the figures of lines beside which nothing is written but their number."""
        for panel in self.plotted:
            labelled = {id: panel.last(id) for id in panel.provinces if id in self.strokes}
            for observation in panel.observations:
                if observation is not labelled.get(observation.figure.province):
                    yield observation

    def _nothing(self) -> str:
        """Return why nothing can be drawn."""
        if self.trend.provinces:
            return self.phrases.say("chart.trend.nothing")
        return self.phrases.say("chart.trend.nothing.everywhere", n=self.trend.single)

    def _alt(self) -> str:
        say, phrases = self.phrases.say, self.phrases
        rows = [self.words.rows()]
        for id, target in dict.fromkeys((id, one.target) for id, one in self.targets):
            words, by = phrases.line(target, self.indicator), phrases.period(target.by)
            name = capital(phrases.full_name(id))
            rows.append(say("chart.trend.alt.aim", name=name, target=words, by=by))
        text = "; ".join(filter(None, rows)) or self._nothing().rstrip(".")
        key = "chart.trend.alt" if self.plotted else "chart.trend.alt.lanes"
        alt = say(key, title=self.page.title, measure=self.subtitle, rows=text)
        return " ".join(alt.replace("..", ".").split())


def _once(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the figures without those that say the same number of the same time again."""
    found: dict[tuple[object, ...], Observation] = {}
    for observation in observations:
        figure = observation.figure
        found.setdefault((figure.period.end, figure.word, figure.number), observation)
    return tuple(found.values())
