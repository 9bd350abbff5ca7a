"""Draw places over time: who moved up and who slipped, a step from edition to edition."""

from __future__ import annotations

from collections.abc import Iterator

from dtcompare.analysis.trend import Series, Trend
from dtcompare.charts.bump_plot import BumpPlot, last_place
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Page, unbroken
from dtcompare.charts.panel_grid import PanelGrid, draw_nothing
from dtcompare.charts.table import Paragraph, fit
from dtcompare.charts.trend_panels import choose_strokes, cut_panel, make_panels
from dtcompare.charts.trend_words import TrendWords
from dtcompare.charts.values import value_text
from dtcompare.errors import WrongUsage
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases


def bump(trend: Trend, phrases: Phrases, options: ChartOptions) -> Chart:
    """Draw the places of a trend as smooth steps, a panel for every number of places.

    Raises WrongUsage for an indicator that is no published index, and where it does not fit.
    """
    if not phrases.dataset.indicator(trend.indicator).unit.ranked:
        raise WrongUsage("error.chart-bump", id=trend.indicator)
    return _Bump(trend, phrases, options).draw()


class _Bump:
    """One history of places being drawn."""

    def __init__(self, trend: Trend, phrases: Phrases, options: ChartOptions) -> None:
        self.trend, self.phrases = trend, phrases
        places = [panel for panel in make_panels(trend) if panel.of is not None]
        # Places that no line joins are listed in words, unless there are no others.
        whole = [panel for panel in places if panel.moves] or places[:1]
        self.listed = [panel for panel in places if panel not in whole]
        self.panels = [cut_panel(panel, options) for panel in whole]
        self.series = [series for panel in self.panels for series in panel.series]
        self.strokes = choose_strokes(trend, self.panels, options)
        self.words = TrendWords(trend, self.panels, self.strokes, phrases, options)
        self.subtitle = self.words.subtitle(self.series) if self.panels else ""
        notes = self.words.notes(
            self.series,
            (observation for panel in self.panels for observation in panel.observations),
            hidden=sum(len(panel.series) for panel in whole) - len(self.series),
            several=len(places) > 1,
        )
        self.page = Page(
            options,
            phrases,
            trend.as_of,
            title=self._title(),
            subtitle=self.subtitle,
            sources=self._sources(),
            notes=(*notes, *self._places_below()),
        )

    def draw(self) -> Chart:
        """Draw the panels beside or below each other, and list the other places in words."""
        page, em, lists = self.page, self.page.base, self._lists()
        rows, y = len(self.series), page.top
        if self.panels:
            cells = [("", BumpPlot(page, panel, self.strokes)) for panel in self.panels]
            paragraphs = [Paragraph(page, text) for text in lists]
            end = page.bottom - em * 0.5 - sum(one.height(0) for one in paragraphs)
            y = PanelGrid(page, len(cells)).draw(y, end, cells, rows)
            y = fit(page, y, [paragraphs], rows)
        else:
            y = draw_nothing(page, y, self._nothing()) + em * 0.4
        alt = self.phrases.say(
            "chart.bump.alt",
            title=page.title,
            measure=self.subtitle,
            rows=self.words.rows(),
            lists=" ".join(lists),
        )
        return page.close(y, alt=" ".join(alt.split()), rows=rows)

    def _title(self) -> str:
        if self.panels:
            return self.words.title()
        key = "chart.trend.title.none.everywhere"
        if self.trend.provinces:
            key = "chart.bump.title.none"
        return self.phrases.say(key, indicator=self.words.name)

    def _nothing(self) -> str:
        """Return why nothing can be drawn: without names only what moves would be."""
        if self.trend.provinces:
            return self.phrases.say("chart.bump.nothing")
        return self.phrases.say("chart.trend.nothing.everywhere", n=self.trend.single)

    def _places_below(self) -> Iterator[str]:
        """Yield which places no panel shows."""
        for panel in self.panels:
            low = last_place(panel)
            if panel.of is not None and low < panel.of:
                yield self.phrases.say("chart.bump.note.below", place=low, of=panel.of)

    def _lists(self) -> list[str]:
        """Return the places that are not drawn, as no line joins them."""
        say, texts = self.phrases.say, []
        for panel in self.listed:
            names = "; ".join(dict.fromkeys(map(self._in_words, panel.series)))
            label = capital(say("chart.trend.places", of=panel.of))
            texts.append(say("chart.names", label=label, names=names))
        return texts

    def _in_words(self, series: Series) -> str:
        name, figures = capital(self.phrases.full_name(series.province)), []
        for figure in (point.observation.figure for point in series.points):
            text, period = value_text(figure, self.phrases), self.phrases.period(figure.period)
            figures.append(self.phrases.say("figure.scope", text=text, scope=period))
        return f"{unbroken(name)} {', '.join(dict.fromkeys(figures))}"

    def _sources(self) -> Iterator[str]:
        for panel in (*self.panels, *self.listed):
            for observation in panel.observations:
                yield from observation.sources
