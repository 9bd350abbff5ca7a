"""One panel of places over time: editions side by side, the place in every dot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Series
from dtcompare.charts.geometry import Box
from dtcompare.charts.marks import Point
from dtcompare.charts.page import Page
from dtcompare.charts.style import FAINT, GREY, GRID, MUTED, PALE, SMALL, WHITE
from dtcompare.charts.trend.panels import Panel, Stroke
from dtcompare.charts.trend.room import Room, Spot, spread
from dtcompare.charts.trend.text import open_years
from dtcompare.model.period import Period
from dtcompare.text import capital

__all__ = ["BumpPlot"]

_STEPS = 14  # stretches of a smooth step
_PLACE = 8.2  # points a place takes on a page that grows
_MORE = 3  # places drawn below the last one


class BumpPlot:
    """A panel being drawn, ``width`` points wide."""

    def __init__(
        self, page: Page, panel: Panel, strokes: Mapping[str, Stroke], width: float
    ) -> None:
        self.page, self.panel, self.strokes, self.width = page, panel, strokes, width
        self.phrases = page.phrases
        self.columns = _columns(panel)
        self.low = self.lowest(panel)
        self.lit = [series for series in panel.series if series.province in strokes]
        self.radius = max(page.base * 0.72, 5.7)

    @staticmethod
    def lowest(panel: Panel) -> int:
        """The last place that is drawn."""
        assert panel.of is not None
        last = max(int(p.observation.figure.number) for s in panel.series for p in s.points)
        return min(panel.of, max(last + _MORE, 8))

    # What it takes

    @property
    def least(self) -> float:
        """The height it needs, in points: for the dots of one edition below each other."""
        most = max(
            sum(any(_column(p.observation) == column for p in s.points) for s in self.lit)
            for column in self.columns
        )
        return self.page.base * 4.5 + max(most, 4) * self.radius * 1.9

    @property
    def liked(self) -> float:
        """The height it takes on a page that grows."""
        body = min(max(self.low * _PLACE, self.page.base * 18), self.page.base * 38)
        return max(self.least, body + self.page.base * 4)

    # Drawing

    def draw(self, x: float, top: float, bottom: float) -> None:
        """Draws the panel from ``top`` to ``bottom``."""
        page, b = self.page, self.page.base
        self.x, self.end = x, x + self.width
        self.bottom = bottom - b * 1.1
        self._edges()
        self.top = top + b * (3.7 if self._one_row() else 4.9)
        self._frame(top)
        self.room = Room(Box(x, self.top - b * 1.7, self.end + 0.5, self.bottom + b))
        self.places = self._places()
        for grey in (True, False):
            for series in reversed(self.panel.series):
                if (series.province not in self.strokes) == grey:
                    self._steps(series)
        for series in reversed(self.lit):
            self._dots(series)
        self._names()
        page.c.middle(x, top + b * 1.55, self._axis_words(), b * SMALL, FAINT)

    def _axis_words(self) -> str:
        return capital(self.phrases.say("chart.bump.rank-of", of=self.panel.of))

    def _edges(self) -> None:
        """Where the first and the last edition stand: names need room on both sides."""
        page, b = self.page, self.page.base
        gap = self.radius + b * 1.1
        left = max(
            (self._name_width(s) for s in self.lit if self._ends(s)[0] == 0),
            default=0,
        )
        last = len(self.columns) - 1
        right = max(
            (self._name_width(s) for s in self.lit if self._ends(s)[1] == last),
            default=0,
        )
        first = page.text_width(self._column_words(0), 0.95, "Medium") / 2
        words = page.text_width(self._axis_words(), SMALL) + first + b
        most = self.width * 0.36
        self.start = self.x + max(min(left + gap, most), words)
        self.stop = self.end - max(min(right + gap, most), b * 2)

    def _ends(self, series: Series) -> tuple[int, int]:
        """The first and the last edition of a series."""
        places = [self.columns.index(_column(point.observation)) for point in series.points]
        return min(places), max(places)

    def _at(self, column: int) -> float:
        if len(self.columns) == 1:
            return (self.start + self.stop) / 2
        return self.start + (self.stop - self.start) * column / (len(self.columns) - 1)

    def _level(self, place: float) -> float:
        return self.top + (self.bottom - self.top) * (place - 1) / (self.low - 1)

    def _column_words(self, column: int) -> str:
        period = self.columns[column]
        return period if isinstance(period, str) else self.phrases.period(period)

    def _frame(self, top: float) -> None:
        """A line for every edition with its time above, and light lines at round places."""
        b, c, page = self.page.base, self.page.c, self.page
        step = 5 if self.low < 40 else 10
        for place in (1, *range(step, self.low + 1, step)):
            y = self._level(place)
            c.line(((self.start, y), (self.stop, y)), PALE, 0.7)
        pitch = 0 if self._one_row() else b * 1.2
        right = [0.0, 0.0]
        for number in range(len(self.columns)):
            x, words = self._at(number), self._column_words(number)
            c.line(((x, self.top - b * 0.4), (x, self.bottom + b * 0.4)), GRID, 0.8)
            half = page.text_width(words, 0.95, "Medium") / 2
            middle, row = min(x, self.end - half), number % 2 if pitch else 0
            if middle - half > right[row] + b * 0.5:
                y = top + b * 1.5 + pitch * row
                c.middle(middle, y, words, b * 0.95, MUTED, "Medium", "middle")
                right[row] = middle + half
        for before, after in pairwise(range(len(self.columns))):
            if self._parted(before, after):
                x = (self._at(before) + self._at(after)) / 2
                c.line(
                    ((x, self.top - b * 0.4), (x, self.bottom + b * 0.4)), MUTED, 0.9, (2.2, 2.2)
                )

    def _one_row(self) -> bool:
        """Whether the times of the editions have room side by side."""
        page = self.page
        widths = [
            page.text_width(self._column_words(number), 0.95, "Medium")
            for number in range(len(self.columns))
        ]
        apart = (self.stop - self.start) / max(len(self.columns) - 1, 1)
        pairs = pairwise(widths)
        return all((one + other) / 2 + page.base * 0.5 <= apart for one, other in pairs)

    def _parted(self, before: int, after: int) -> bool:
        """Whether a new method begins with the edition ``after``."""
        eras: dict[int, set[int]] = {}
        for series in self.panel.series:
            for point in series.points:
                column = self.columns.index(_column(point.observation))
                eras.setdefault(column, set()).add(series.series_key.era)
        early = [era for column, found in eras.items() if column <= before for era in found]
        return bool(early) and after in eras and max(early) < min(eras[after])

    def _places(self) -> dict[tuple[str, int], float]:
        """How far down every dot stands: at its place, moved apart where dots would overlap."""
        found: dict[tuple[str, int], float] = {}
        for number, column in enumerate(self.columns):
            here = {
                series.province: float(point.observation.figure.number)
                for series in self.lit
                for point in series.points
                if _column(point.observation) == column
            }
            levels = [self._level(place) for place in here.values()]
            moved = spread(levels, self.radius * 1.9, self.top, self.bottom)
            found |= {(id, number): y for id, y in zip(here, moved, strict=True)}
        return found

    def _point(self, series: Series, observation: Observation) -> Point:
        column = self.columns.index(_column(observation))
        level = self._level(float(observation.figure.number))
        return self._at(column), self.places.get((series.province, column), level)

    def _steps(self, series: Series) -> None:
        """The smooth steps of a series: flat at the editions, steep between them."""
        b, c = self.page.base, self.page.c
        stroke = self.strokes.get(series.province)
        color, width = (stroke.mark, b * 0.28) if stroke else (GREY, b * 0.12)
        for before, after in pairwise(series.points):
            if after.change is None:
                continue
            (x, y), (far, down) = (self._point(series, p.observation) for p in (before, after))
            curve = [
                (x + (far - x) * u, y + (down - y) * u * u * (3 - 2 * u))
                for u in (n / _STEPS for n in range(_STEPS + 1))
            ]
            dash = (width * 1.6, width * 1.4) if open_years(before, after) else ()
            c.line(curve, color, width, dash)
            if stroke:
                self.room.avoid(curve)
        if stroke is None and len(series.points) == 1:
            c.marker(
                *self._point(series, series.points[0].observation), "circle", b * 0.2, GREY, None
            )

    def _dots(self, series: Series) -> None:
        """A dot with the place in it; hollow where it is only said to be among the first."""
        c, stroke, r = self.page.c, self.strokes[series.province], self.radius
        drawn: set[Point] = set()
        for point in series.points:
            x, y = self._point(series, point.observation)
            if (x, y) in drawn:
                continue
            drawn.add((x, y))
            figure = point.observation.figure
            hollow = figure.word == "top"
            if hollow:
                c.marker(x, y, "circle", r, WHITE, stroke.mark, 1.2)
            else:
                c.marker(x, y, "circle", r, stroke.mark)
            color = stroke.text if hollow else WHITE
            size = max(r * 1.18, 6.6)
            c.middle(x, y, str(figure.number), size, color, "SemiBold", "middle")
            self.room.block_point(x, y, r)

    def _name_width(self, series: Series) -> float:
        return self.page.text_width(self._name(series), 1, "SemiBold")

    def _name(self, series: Series) -> str:
        return capital(self.phrases.full_name(series.province))

    def _names(self) -> None:
        """The name at the end of every line; at its beginning too where the chart begins."""
        first: dict[str, tuple[Series, Observation]] = {}
        last: dict[str, tuple[Series, Observation]] = {}
        for series in self.lit:
            for point in series.points:
                old = first.get(series.province)
                if old is None or _earlier(point.observation, old[1]):
                    first[series.province] = (series, point.observation)
                new = last.get(series.province)
                if new is None or _earlier(new[1], point.observation):
                    last[series.province] = (series, point.observation)
        for series, observation in last.values():
            self._name_at(series, observation, "end")
        for id, (series, observation) in first.items():
            if self.columns.index(_column(observation)) == 0 and last[id][1] is not observation:
                self._name_at(series, observation, "start")
        for series in self.panel.series:
            if series.province not in self.strokes:
                self._grey_name(series)

    def _name_at(self, series: Series, observation: Observation, end: str) -> None:
        page, b = self.page, self.page.base
        (x, y), away = self._point(series, observation), self.radius + b * 0.5
        width = self._name_width(series)
        beside = Spot(x + away, y, "start") if end == "end" else Spot(x - away, y, "end")
        spots = [beside]
        step = b * 0.5
        if end == "end":
            up = self.radius + b * 0.6
            middle = min(max(x, self.x + width / 2 + 2), self.end - width / 2 - 2)
            for number in range(12):
                spots += [
                    Spot(x + away, y + side * step * (number + 1), "start", 8 + 9 * number)
                    for side in (-1, 1)
                ]
                spots += [
                    Spot(middle, y + side * (up + step * number), "middle", 3 + 10 * number)
                    for side in (-1, 1)
                ]
        spot = self.room.place(width, b, spots)
        if spot is None:
            if end == "end":
                page.does_not_fit(len(self.panel.series))
            return
        color = self.strokes[series.province].text
        at = (spot.x, spot.y)
        page.c.middle(*at, self._name(series), b, color, "SemiBold", spot.anchor, halo=True)

    def _grey_name(self, series: Series) -> None:
        """The name of a grey line, where nothing is in the way."""
        page, b = self.page, self.page.base
        x, y = self._point(series, series.last)
        name = self._name(series)
        width = page.text_width(name, SMALL)
        spot = self.room.place(width, b * SMALL, [Spot(x + b * 0.6, y, "start")], most=6)
        if spot is not None:
            page.c.middle(spot.x, spot.y, name, b * SMALL, FAINT, halo=True)


def _column(observation: Observation) -> Period | str:
    """The edition a place belongs to: the year alone where it is of a whole year."""
    period = observation.figure.period
    return str(period.end.year) if period.grain == "year" else period


def _columns(panel: Panel) -> Sequence[Period | str]:
    """The editions in order; where all are of whole years, those without a place too."""
    observations = [point.observation for series in panel.series for point in series.points]
    ordered = sorted(observations, key=lambda observation: observation.figure.period.recency)
    found = list(dict.fromkeys(map(_column, ordered)))
    years = [int(column) for column in found if isinstance(column, str)]
    if len(years) == len(found):
        return [str(year) for year in range(min(years), max(years) + 1)]
    return found


def _earlier(one: Observation, other: Observation) -> bool:
    return one.figure.period.recency < other.figure.period.recency
