"""Draw what lines of figures and steps of places share: strokes, names, labels."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Series
from dtcompare.charts.cells import Run
from dtcompare.charts.labels import Box, LabelSpace, Spot
from dtcompare.charts.marks import Point
from dtcompare.charts.page import Page
from dtcompare.charts.style import FAINT, GREY, SMALL
from dtcompare.charts.trend_panels import Panel, Stroke
from dtcompare.charts.trend_words import open_years
from dtcompare.text import capital


class SeriesPlot(ABC):
    """A panel being drawn into ``box``; ``space`` is where labels can stand."""

    box: Box
    space: LabelSpace
    thick, thin = 0.22, 0.11  # of lines in colour and of grey ones, in base sizes

    def __init__(self, page: Page, panel: Panel, strokes: Mapping[str, Stroke]) -> None:
        self.page, self.panel, self.strokes, self.phrases = page, panel, strokes, page.phrases
        self.last = {id: panel.last(id) for id in panel.provinces}
        self.colored = [id for id in panel.provinces if id in strokes]

    @abstractmethod
    def at(self, observation: Observation) -> Point:
        """Return where a figure stands on the page."""

    def curve(self, start: Point, end: Point) -> Sequence[Point]:
        """Return the points of a line from one figure to the next."""
        return start, end

    def draw_lines(self) -> None:
        """Draw the lines of every series, the grey ones behind; a figure alone as a grey dot."""
        for series in self.panel.from_back(self.strokes):
            stroke = self.strokes.get(series.province)
            joined = self._draw_line(series, stroke)
            for point in series.points if stroke is None else ():
                if id(point) not in joined:
                    at = self.at(point.observation)
                    self.page.c.marker(*at, "circle", self.page.base * 0.22, GREY, None)

    def _draw_line(self, series: Series, stroke: Stroke | None) -> set[int]:
        """Draw what joins figures that compare, nothing over years without one.

        Return the identities of the points that are joined.
        """
        width, joined = self.page.base * (self.thick if stroke else self.thin), set()
        for before, after in pairwise(series.points):
            if after.change is not None and not open_years(before, after):
                curve = self.curve(self.at(before.observation), self.at(after.observation))
                self.page.c.line(curve, stroke.mark if stroke else GREY, width)
                joined |= {id(before), id(after)}
                if stroke:
                    self.space.avoid(curve)
        return joined

    def name(self, province: str) -> str:
        """Return a province's name as it stands at its line."""
        return capital(self.phrases.full_name(province))

    def label_grey_lines(self) -> None:
        """Write each grey name once at the end of one of its lines, where nothing is in the way."""
        em = self.page.base
        for id in self.panel.provinces:
            if id not in self.strokes:
                ends = [series.last for series in self.panel.series if series.province == id]
                points = [self.at(end) for end in (self.last[id], *ends)]
                spots = [Spot(x + em * 0.6, y, "start") for x, y in points]
                self.space.put(self.page, [Run(self.name(id), SMALL, FAINT)], spots, most=6)

    def turned(self, point: Point, away: float, width: float) -> Iterator[Spot]:
        """Yield spots above and below a point, moved along so that they stay inside the box."""
        (x, y), em, left, right = point, self.page.base, self.box.left, self.box.right
        inset, half, up = em * 0.15, width / 2 + em * 0.15, away + em * 0.5
        middle = min(max(x, left + half), right - half)
        for side, cost in ((1, 0.0), (-1, 0.5)):
            yield Spot(middle, y + side * up, "middle", cost)
        yield Spot(x - away - em * 0.1, y, "end", 1)
        yield Spot(x + away + em * 0.1, y, "start", 1)
        for side in (-1, 1):
            yield Spot(min(x + em * 0.5, right - inset), y + side * up, "end", 1.5)
            yield Spot(max(x - em * 0.5, left + inset), y + side * up, "start", 1.5)
        for number in range(1, 8):
            for side in (1, -1):
                yield Spot(middle, y + side * (up + em * 0.5 * number), "middle", 3 * number)
