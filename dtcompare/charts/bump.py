"""Draw places over time: who moved up and who slipped, a step from edition to edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Series, Trend
from dtcompare.charts.cells import Run
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.labels import Box, LabelSpace, Spot, beside, label_width, spread
from dtcompare.charts.marks import Point
from dtcompare.charts.page import Page, unbroken
from dtcompare.charts.panel_grid import PanelGrid, draw_nothing
from dtcompare.charts.row_chart import Paragraph, fit
from dtcompare.charts.series_plot import SeriesPlot
from dtcompare.charts.style import FAINT, GRID, MUTED, PALE, SMALL, WHITE
from dtcompare.charts.trend_panels import Panel, Stroke, choose_strokes, cut_panel, make_panels
from dtcompare.charts.trend_words import TrendWords
from dtcompare.charts.values import value_text
from dtcompare.errors import WrongUsage
from dtcompare.model.period import Period
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases

_STEPS = 14  # stretches of a smooth step
_PLACE = 8.2  # points a place takes on a page that grows
_MORE = 3  # places drawn below the last one
_DATES = 0.95  # the size of the times of editions, in base sizes


class PlaceBump:
    """Draws the places of a trend as smooth steps, a panel for every number of places.

    Raises WrongUsage for an indicator that is no published index.
    """

    def __init__(self, trend: Trend, phrases: Phrases, options: ChartOptions) -> None:
        if not phrases.dataset.indicator(trend.indicator).unit.ranked:
            raise WrongUsage("error.chart-bump", id=trend.indicator)
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

    def chart(self) -> Chart:
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


class BumpPlot(SeriesPlot):
    """A panel being drawn."""

    thick, thin = 0.28, 0.12

    def __init__(self, page: Page, panel: Panel, strokes: Mapping[str, Stroke]) -> None:
        super().__init__(page, panel, strokes)
        self.editions = _editions(panel)
        self.low = last_place(panel)
        self.colored_series = [one for one in panel.series if one.province in strokes]
        self.radius = max(page.base * 0.72, 5.7)
        self.rank_of = capital(page.phrases.say("chart.bump.rank-of", of=panel.of))
        self.dates = [one if isinstance(one, str) else self._date(one) for one in self.editions]

    def _date(self, period: Period) -> str:
        return self.page.phrases.period(period)

    # What it takes

    @property
    def least(self) -> float:
        """Return the height it needs, in points: for the dots of one edition below each other."""
        counts = [len(self._places_of(edition)) for edition in range(len(self.editions))]
        return self.page.base * 4.5 + max(*counts, 4) * self.radius * 1.9

    def liked(self, _count: int) -> float:
        """Return the height it takes on a page that grows."""
        em = self.page.base
        return max(self.least, min(max(self.low * _PLACE, em * 18), em * 38) + em * 4)

    def _places_of(self, edition: int) -> dict[str, float]:
        """Return the places of an edition that are drawn in colour, by province."""
        return {
            series.province: float(point.observation.figure.number)
            for series in self.colored_series
            for point in series.points
            if self._edition(point.observation) == edition
        }

    def _edition(self, observation: Observation) -> int:
        """Return the number of the edition in which a place was published."""
        return self.editions.index(_time(observation))

    # Drawing

    def draw(self, box: Box) -> None:
        """Draw the panel, the times of the editions above it."""
        em, page = self.page.base, self.page
        self.box, self.bottom = box, box.bottom - em * 1.1
        self._set_ends()
        self.top = box.top + em * (3.7 if self._is_one_row() else 4.9)
        self._draw_frame()
        bounds = Box(box.left, self.top - em * 1.7, box.right + 0.5, self.bottom + em)
        self.space = LabelSpace(bounds)
        self.levels = self._levels()
        self.draw_lines()
        for series in reversed(self.colored_series):
            self._draw_dots(series)
        self._draw_names()
        page.c.middle(box.left, box.top + em * 1.55, self.rank_of, em * SMALL, FAINT)

    def _set_ends(self) -> None:
        """Find where the first and the last edition stand: names need room on both sides."""
        em, page, box = self.page.base, self.page, self.box
        left, right = 0.0, 0.0
        for series in self.colored_series:
            found = [self._edition(point.observation) for point in series.points]
            width = label_width(page, self._label(series.province))
            left = max(left, width * (min(found) == 0))
            right = max(right, width * (max(found) == len(self.editions) - 1))
        corner = page.text_width(self.rank_of, SMALL) + self._date_width(0) / 2 + em
        gap, most = self.radius + em * 1.1, (box.right - box.left) * 0.36
        self.start = box.left + max(min(left + gap, most), corner)
        self.stop = box.right - max(min(right + gap, most), em * 2)

    def _date_width(self, edition: int) -> float:
        return self.page.text_width(self.dates[edition], _DATES, "Medium")

    def _x(self, edition: int) -> float:
        if len(self.editions) == 1:
            return (self.start + self.stop) / 2
        return self.start + (self.stop - self.start) * edition / (len(self.editions) - 1)

    def _y(self, place: float) -> float:
        return self.top + (self.bottom - self.top) * (place - 1) / (self.low - 1)

    def _is_one_row(self) -> bool:
        """Return whether the times of the editions have room side by side."""
        widths = [self._date_width(edition) for edition in range(len(self.editions))]
        apart = (self.stop - self.start) / max(len(self.editions) - 1, 1)
        gap = self.page.base * 0.5
        return all((one + other) / 2 + gap <= apart for one, other in pairwise(widths))

    def _draw_frame(self) -> None:
        """Draw light lines at round places, a line for every edition, broken ones at breaks."""
        em, canvas = self.page.base, self.page.c
        step = 5 if self.low < 40 else 10
        for place in (1, *range(step, self.low + 1, step)):
            y = self._y(place)
            canvas.line(((self.start, y), (self.stop, y)), PALE, 0.7)
        top, bottom = self.top - em * 0.4, self.bottom + em * 0.4
        for edition in range(len(self.editions)):
            x = self._x(edition)
            canvas.line(((x, top), (x, bottom)), GRID, 0.8)
        self._draw_dates()
        for before, after in pairwise(range(len(self.editions))):
            if self._is_break(before, after):
                x = (self._x(before) + self._x(after)) / 2
                canvas.line(((x, top), (x, bottom)), MUTED, 0.9, (2.2, 2.2))

    def _draw_dates(self) -> None:
        """Write the times of the editions, by turns in two rows where one has no room for them."""
        em, canvas = self.page.base, self.page.c
        rows = 1 if self._is_one_row() else 2
        ends = [0.0, 0.0]
        for edition, text in enumerate(self.dates):
            half, row = self._date_width(edition) / 2, edition % rows
            middle = min(self._x(edition), self.box.right - half)
            if middle - half > ends[row] + em * 0.5:
                y = self.box.top + em * (1.5 + 1.2 * row)
                canvas.middle(middle, y, text, em * _DATES, MUTED, "Medium", "middle")
                ends[row] = middle + half

    def _is_break(self, before: int, after: int) -> bool:
        """Return whether a new method begins with the edition ``after``."""
        early, late = [], []
        for series in self.panel.series:
            editions = {self._edition(point.observation) for point in series.points}
            if min(editions) <= before:
                early.append(series.series_key.era)
            if after in editions:
                late.append(series.series_key.era)
        return bool(early and late) and max(early) < min(late)

    def _levels(self) -> dict[tuple[str, int], float]:
        """Return how far down each dot stands: at its place, apart where dots would overlap."""
        found: dict[tuple[str, int], float] = {}
        for edition in range(len(self.editions)):
            places = self._places_of(edition)
            levels = [self._y(place) for place in places.values()]
            moved = spread(levels, self.radius * 1.9, self.top, self.bottom)
            found |= {(id, edition): y for id, y in zip(places, moved, strict=True)}
        return found

    def at(self, observation: Observation) -> Point:
        """Return where a place stands: at its edition, apart from others."""
        figure, edition = observation.figure, self._edition(observation)
        level = self._y(float(figure.number))
        return self._x(edition), self.levels.get((figure.province, edition), level)

    def curve(self, start: Point, end: Point) -> list[Point]:
        """Return a smooth step from one place to another, level at both."""
        (x, y), (far, down) = start, end
        shares = [number / _STEPS for number in range(_STEPS + 1)]
        return [(x + (far - x) * u, y + (down - y) * u * u * (3 - 2 * u)) for u in shares]

    def _draw_dots(self, series: Series) -> None:
        """Draw a dot with the place in it; hollow where it is only said to be among the first."""
        canvas, stroke, radius = self.page.c, self.strokes[series.province], self.radius
        dots = {self.at(point.observation): point.observation for point in reversed(series.points)}
        for (x, y), observation in dots.items():
            figure, color = observation.figure, WHITE
            if figure.word == "top":
                color = stroke.text
                canvas.marker(x, y, "circle", radius, WHITE, stroke.mark, 1.2)
            else:
                canvas.marker(x, y, "circle", radius, stroke.mark)
            size = max(radius * 1.18, 6.6)
            canvas.middle(x, y, str(figure.number), size, color, "SemiBold", "middle")
            self.space.block_point(x, y, radius)

    # Names

    def _draw_names(self) -> None:
        """Write the name at the end of every line, and at its beginning where the chart begins."""
        em, page = self.page.base, self.page
        away = self.radius + em * 0.5
        for id in self.colored:
            at, runs = self.at(self.last[id]), self._label(id)
            spots = list(beside(*at, away, em, em * 6))
            spots += self.turned(at, self.radius + em * 0.1, label_width(page, runs))
            if self.space.put(page, runs, spots) is None:
                page.does_not_fit(len(self.panel.series))
        for id in self.colored:
            own = [one for one in self.panel.observations if one.figure.province == id]
            first = min(own, key=lambda one: one.figure.period.recency)
            if len(own) > 1 and self._edition(first) == 0:
                x, y = self.at(first)
                self.space.put(page, self._label(id), [Spot(x - away, y, "end")])
        self.label_grey_lines()

    def _label(self, id: str) -> list[Run]:
        return [Run(self.name(id), 1, self.strokes[id].text, "SemiBold")]


def last_place(panel: Panel) -> int:
    """Return the last place that a panel shows: a little below the last one reached."""
    assert panel.of is not None
    last = max(int(observation.figure.number) for observation in panel.observations)
    return min(panel.of, max(last + _MORE, 8))


def _time(observation: Observation) -> Period | str:
    """Return the edition a place belongs to: the year alone where it is of a whole year."""
    period = observation.figure.period
    return str(period.end.year) if period.grain == "year" else period


def _editions(panel: Panel) -> Sequence[Period | str]:
    """Return the editions in order; where all are of whole years, those without a place too."""
    ordered = sorted(panel.observations, key=lambda one: one.figure.period.recency)
    found = list(dict.fromkeys(map(_time, ordered)))
    years = [int(edition) for edition in found if isinstance(edition, str)]
    if len(years) == len(found):
        return [str(year) for year in range(min(years), max(years) + 1)]
    return found
