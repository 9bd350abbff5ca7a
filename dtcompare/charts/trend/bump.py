"""Places over time: who moved up and who slipped, a step from edition to edition."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.trend import Series, Trend
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Page, unbroken
from dtcompare.charts.trend import text as trend_text
from dtcompare.charts.trend.bumpplot import BumpPlot
from dtcompare.charts.trend.lines import empty_body
from dtcompare.charts.trend.panels import Panel, kept, panels_of, strokes_of
from dtcompare.charts.values import value_text
from dtcompare.errors import WrongUsage
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases

__all__ = ["bump"]


def bump(trend: Trend, phrases: Phrases, options: ChartOptions) -> Chart:
    """The places of a trend as smooth steps, a panel for every number of places.

    Raises WrongUsage for an indicator that is no published index, and where it does not fit.
    """
    if not phrases.dataset.indicator(trend.indicator).unit.ranked:
        raise WrongUsage("error.chart-bump", id=trend.indicator)
    return _Bump(trend, phrases, options).chart()


class _Bump:
    """One history of places being drawn."""

    def __init__(self, trend: Trend, phrases: Phrases, options: ChartOptions) -> None:
        self.trend, self.phrases = trend, phrases
        whole = [panel for panel in panels_of(trend) if panel.of is not None]
        # Places that no line joins are told in words, unless there are no others.
        moving = [panel for panel in whole if panel.moves] or whole[:1]
        self.told = [panel for panel in whole if panel not in moving]
        self.panels = [kept(panel, options) for panel in moving]
        self.hidden = sum(len(panel.series) for panel in moving)
        self.hidden -= sum(len(panel.series) for panel in self.panels)
        self.series = [series for panel in self.panels for series in panel.series]
        self.strokes = strokes_of(trend, self.panels, options)
        self.page = Page(
            options,
            phrases,
            trend.as_of,
            title=self._title(options),
            subtitle=self._subtitle(),
            sources=self._sources(),
            notes=tuple(self._footnotes(options)),
        )

    def chart(self) -> Chart:
        """Draws the panels beside or below each other, and tells the other places in words."""
        page, b = self.page, self.page.base
        y = page.top
        if not self.panels:
            y = empty_body(page, y, self._nothing())
        else:
            y = self._body(y)
            for text in self._lists():
                y = page.paragraph(y + b * 0.4, text)
        alt = " ".join(
            self.phrases.say(
                "chart.bump.alt",
                title=page.title,
                measure=self._subtitle(),
                rows=trend_text.rows_told(self.series, self.strokes, self.phrases),
                lists=" ".join(self._lists()),
            ).split()
        )
        return page.close(y + b * 0.4, alt=alt, rows=len(self.series))

    def _body(self, y: float) -> float:
        page, b = self.page, self.page.base
        columns = len(self.panels) if page.options.size == "slide" else 1
        gap = b * 2
        width = (page.inner - gap * (columns - 1)) / columns
        tail = sum(page.paragraph_height(text) + b * 0.4 for text in self._lists())
        rows = len(self.panels) if columns == 1 else 1
        free = (page.bottom - y - tail - b * 0.8) / rows
        plots = [BumpPlot(page, panel, self.strokes, width) for panel in self.panels]
        if any(plot.least > free for plot in plots):
            page.does_not_fit(len(self.series))
        for number, plot in enumerate(plots):
            height = free if page.room is not None else min(plot.liked, free)
            x = page.left + (number * (width + gap) if columns > 1 else 0)
            plot.draw(x, y, y + height)
            y += height if columns == 1 else 0
        return y if columns == 1 else y + free

    # What is said

    def _title(self, options: ChartOptions) -> str:
        if self.panels:
            return trend_text.title(self.trend, self.panels, self.phrases, options.highlight)
        name = self.phrases.indicator(self.trend.indicator)
        if self.trend.provinces:
            return self.phrases.say("chart.bump.title.none", indicator=name)
        return self.phrases.say("chart.trend.title.none.everywhere", indicator=name)

    def _nothing(self) -> str:
        """Why nothing can be drawn: without names only what moves would be."""
        if self.trend.provinces:
            return self.phrases.say("chart.bump.nothing")
        return self.phrases.say("chart.trend.nothing.everywhere", n=self.trend.single)

    def _subtitle(self) -> str:
        phrases = self.phrases
        observations = [point.observation for series in self.series for point in series.points]
        if not observations:
            return ""
        said = [trend_text.measure(self.trend, self.panels, phrases)]
        said.append(trend_text.span(observations, phrases))
        parts = [capital(f"{', '.join(said)}.")]
        grey = {series.province for series in self.series} - set(self.strokes)
        if grey:
            parts.append(phrases.say("chart.trend.grey", n=len(grey)))
        return " ".join(parts)

    def _footnotes(self, options: ChartOptions) -> Iterable[str]:
        say = self.phrases.say
        if len(self.panels) > 1 or self.told:
            yield say("chart.trend.note.editions")
        yield from trend_text.parting_notes(self.trend, self.panels, self.phrases)
        for panel in self.panels:
            low = BumpPlot.lowest(panel)
            if panel.of is not None and low < panel.of:
                yield say("chart.bump.note.below", place=low, of=panel.of)
        yield from trend_text.color_notes(
            self.trend, self.series, self.strokes, options, self.phrases
        )
        observations = (point.observation for series in self.series for point in series.points)
        yield from trend_text.status_notes(observations, self.phrases)
        if self.trend.single and self.panels:
            yield say("trend.single", n=self.trend.single)
        if self.hidden:
            yield capital(say("chart.rows-hidden", n=self.hidden)) + "."

    def _lists(self) -> list[str]:
        """The places that are not drawn, as no line joins them."""
        return [
            self.phrases.say(
                "chart.names",
                label=capital(self.phrases.say("chart.trend.places", of=panel.of)),
                names="; ".join(dict.fromkeys(map(self._told, panel.series))),
            )
            for panel in self.told
        ]

    def _told(self, series: Series) -> str:
        name = capital(self.phrases.full_name(series.province))
        figures = (
            self.phrases.say(
                "figure.scope",
                text=value_text(figure, self.phrases),
                scope=self.phrases.period(figure.period),
            )
            for figure in (point.observation.figure for point in series.points)
        )
        return f"{unbroken(name)} {', '.join(dict.fromkeys(figures))}"

    def _sources(self) -> Iterable[str]:
        panels: Iterable[Panel] = (*self.panels, *self.told)
        for panel in panels:
            for series in panel.series:
                for point in series.points:
                    yield from point.observation.sources
