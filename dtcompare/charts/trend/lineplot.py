"""One panel of a trend: lines over time, the named ones in colour, every label at its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Series
from dtcompare.charts.geometry import Box
from dtcompare.charts.marks import Point as Place
from dtcompare.charts.page import Page
from dtcompare.charts.style import FAINT, GREY, GRID, INK, MUTED, RULE, SMALL
from dtcompare.charts.trend.panels import OTHERS, Panel, Stroke
from dtcompare.charts.trend.partings import Parting, crown, partings
from dtcompare.charts.trend.room import Room, Spot, around, beside, spread
from dtcompare.charts.trend.signs import aim_sign, sign, whisker
from dtcompare.charts.trend.text import open_years
from dtcompare.charts.trend.timeaxis import TimeAxis
from dtcompare.charts.values import Scale, ticks, value_text
from dtcompare.model.indicator import Indicator
from dtcompare.text import capital

__all__ = ["LinePlot", "Measures"]

_PITCH = 1.3  # of labels below each other, in base sizes
_NAME = 0.7  # of the width of a page, which no label takes more of
_VALUES = 24  # with more points in colour than this their values are left to the axis


class Measures(Struct, frozen=True):
    """How far the first and the last day stand from a panel's edges."""

    left: float
    right: float


class LinePlot:
    """A panel being drawn. ``marks_of`` gives the letters of a figure's notes."""

    def __init__(
        self,
        page: Page,
        panel: Panel,
        indicator: Indicator,
        axis: TimeAxis,
        strokes: Mapping[str, Stroke],
        marks_of: Callable[[Observation], str],
    ) -> None:
        self.page, self.panel, self.indicator, self.axis = page, panel, indicator, axis
        self.phrases, self.strokes, self.marks_of = page.phrases, strokes, marks_of
        self.numbers = tuple(self._numbers())
        self.low, self.high = self._bounds()
        self.lit = [id for id in panel.provinces if id in strokes]

    # What it takes

    @property
    def least(self) -> float:
        """The height it needs for its labels, in points."""
        b = self.page.base
        return b * max(7.5, _PITCH * (len(self.lit) + 1) + 2.5)

    def measures(self, width: float) -> Measures:
        """The room that the numbers of the axis and the labels at the lines' ends ask for."""
        b = self.page.base
        widest = max(self.page.text_width(self._tick_text(tick), SMALL) for tick in self._ticks())
        left = widest + b * 0.9
        right = b * 1.4
        most = width * 0.5
        for id in self.lit:
            need = self._label_width(id) + b * 2
            share = self.axis.share(self._last(id).figure.period.end)
            if share > 0:
                # The label begins where the line ends and must end where the panel does.
                rest = (need - (width - left) * (1 - share)) / share
                right = max(right, min(rest, most))
        return Measures(left, right)

    def crown(self, width: float, measures: Measures) -> float:
        """The height of the words over the lines that part the time, in points."""
        return len(self._crown_rows(width, measures)) * self.page.base * 1.15

    # Drawing

    def draw(self, x: float, top: float, width: float, bottom: float, measures: Measures) -> None:
        """Draws the panel; the words of its time axis stand between the plot and ``bottom``."""
        b = self.page.base
        self.x, self.end = x, x + width
        self.top, self.bottom = top + b * 1.25 + self.crown(width, measures), bottom - b * 1.9
        self.across = Scale(0, 1, x + measures.left, self.end - measures.right)
        first, last = (self.low, self.high) if self.panel.of is None else (self.high, self.low)
        self.scale = Scale(float(self.low), float(self.high), self.bottom, self.top)
        if self.panel.of is not None:
            self.scale = Scale(float(last), float(first), self.top, self.bottom)
        above = b * 1.2
        self.room = Room(Box(x, self.top - above, self.end + 0.5, self.bottom + b * 0.2))
        self._frame()
        self._partings(width, measures)
        for grey in (True, False):
            for series in reversed(self.panel.series):
                if (series.province not in self.strokes) == grey:
                    self._line(series)
        self._aims()
        self._labels()

    def _numbers(self) -> Iterable[Decimal]:
        for series in self.panel.series:
            for point in series.points:
                amount = point.observation.figure.amount
                yield point.observation.figure.number
                if amount is not None and amount.upper is not None:
                    yield amount.upper
        for _, assessment in self.panel.aims:
            yield assessment.target.number

    def _bounds(self) -> tuple[Decimal, Decimal]:
        """The ends of the scale: from 0; of places, from 1 to a little below the last one drawn."""
        highest, lowest = max(self.numbers), min(self.numbers)
        if self.panel.of is not None:
            return Decimal(1), Decimal(min(self.panel.of, max(int(highest) + 2, 8)))
        most = self.indicator.unit.maximum
        if most is not None and highest > most * Decimal("0.55"):
            return min(Decimal(0), lowest), most
        step = _step(min(lowest, Decimal(0)), max(highest, Decimal(0)))
        step = max(step, Decimal(1)) if self.indicator.unit.whole else step
        low = (min(lowest, Decimal(0)) / step).to_integral_value(ROUND_FLOOR) * step
        return low, max((highest / step).to_integral_value(ROUND_CEILING) * step, low + step)

    def _ticks(self) -> tuple[Decimal, ...]:
        if self.panel.of is None:
            found = ticks(self.low, self.high, 4)
            whole = self.indicator.unit.whole
            return tuple(tick for tick in found if not whole or tick == tick.to_integral_value())
        last = int(self.high)
        step = 5 if last <= 20 else 10
        rest = range(step, last + 1, step)
        return tuple(map(Decimal, (1, *(n for n in rest if n != 1))))

    def _tick_text(self, tick: Decimal) -> str:
        symbol = self.indicator.unit.symbol
        text = self.phrases.number(tick)
        percent = symbol is not None and symbol.say(self.phrases.lang) == "%"
        return f"{text}%" if percent and tick == self._ticks()[-1] else text

    def _frame(self) -> None:
        """Light lines across with their numbers above, and the ticks of the time."""
        b, c = self.page.base, self.page.c
        ground = self.scale(0) if self.panel.of is None else self.bottom
        for tick in self._far_apart(self._ticks()):
            y, text = self.scale(tick), self._tick_text(tick)
            c.line(((self.x, y), (self.end, y)), GRID, 0.8)
            c.text(self.x, y - b * 0.28, text, b * SMALL, FAINT)
            width = self.page.text_width(text, SMALL)
            self.room.block(Box(self.x, y - b * 1.2, self.x + width + b * 0.2, y))
        c.line(((self.x, ground), (self.end, ground)), RULE, 0.8)
        if ground != self.bottom:
            c.line(((self.x, self.bottom), (self.end, self.bottom)), RULE, 0.8)
        length = self.across.end - self.across.start
        room = lambda text: self.page.text_width(text, SMALL) + b * 0.9  # noqa: E731 (one use)
        for day, text in self.axis.ticks(length, room, self.phrases.lang):
            at = self._x(day)
            half = self.page.text_width(text, SMALL) / 2
            c.line(((at, self.bottom), (at, self.bottom + b * 0.3)), RULE, 0.8)
            middle = min(max(at, self.x + half), self.end - half)
            c.text(middle, self.bottom + b * 1.35, text, b * SMALL, MUTED, anchor="middle")

    def _far_apart(self, ticks: Iterable[Decimal]) -> Iterable[Decimal]:
        """Those of the ticks whose numbers do not touch the number of the one before."""
        before: float | None = None
        for tick in ticks:
            y = self.scale(tick)
            if before is None or abs(y - before) >= self.page.base * 1.3:
                before = y
                yield tick

    def _x(self, day: date) -> float:
        return self.across(self.axis.share(day))

    # Breaks and mergers

    def _crown_rows(
        self, width: float, measures: Measures
    ) -> Sequence[Sequence[tuple[float, Parting]]]:
        """The words over the parting lines: one row where they fit, shortened if need be."""
        length = width - measures.left - measures.right
        wide = lambda words: self.page.text_width(words, SMALL, "Italic")  # noqa: E731 (one use)
        rows: Sequence[Sequence[tuple[float, Parting]]] = ()
        for short in (False, True):
            lines = partings(self.panel, self.indicator, self.axis, self.phrases, short=short)
            rows = crown(lines, measures.left, length, width, wide)
            if len(rows) <= 1:
                break
        return rows

    def _partings(self, width: float, measures: Measures) -> None:
        b, c = self.page.base, self.page.c
        for number, row in enumerate(self._crown_rows(width, measures)):
            y = self.top - b * (1.15 * number + 1.45)
            for begin, parting in row:
                at = self.across(parting.share)
                c.line(((at, y + b * 0.35), (at, self.bottom)), MUTED, 0.9, (2.2, 2.2))
                self.room.avoid(((at, self.top), (at, self.bottom)))
                c.text(self.x + begin, y, parting.words, b * SMALL, MUTED, "Italic", halo=True)

    # Lines and signs

    def _line(self, series: Series) -> None:
        """A province's line on one side of a break, with its signs."""
        b, c = self.page.base, self.page.c
        stroke = self.strokes.get(series.province, OTHERS)
        color = stroke.mark if stroke.lit else GREY
        width = b * (0.22 if stroke.lit else 0.11)
        for before, after in zip(series.points, series.points[1:], strict=False):
            if after.change is None:
                continue
            ends = (self._at(before.observation), self._at(after.observation))
            dash = (width * 2.2, width * 2) if open_years(before, after) else ()
            c.line(ends, color, width, dash)
            if stroke.lit:
                self.room.avoid(ends)
        for point in series.points:
            x, y = self._at(point.observation)
            if not stroke.lit:
                if len(series.points) == 1:
                    c.marker(x, y, "circle", b * 0.22, color, None)
                continue
            whisker(c, x, point.observation, self.scale, stroke.mark)
            radius = b * (0.42 if point.observation is self._last(series.province) else 0.3)
            sign(c, x, y, radius, point.observation, stroke.mark, stroke.shape)
            self.room.block_point(x, y, radius * 0.9)

    def _at(self, observation: Observation) -> tuple[float, float]:
        figure = observation.figure
        return self._x(figure.period.end), self.scale(figure.number)

    def _last(self, province: str) -> Observation:
        """The latest figure of a province in this panel."""
        return self.panel.last(province)

    def _is_last(self, observation: Observation) -> bool:
        """Whether a figure says what the label at the line's end says."""
        return self._at(observation) == self._at(self._last(observation.figure.province))

    # Words

    def _aims(self) -> None:
        """The targets in their years, each with its words."""
        b, c, page = self.page.base, self.page.c, self.page
        several = len({id for id, _ in self.panel.aims}) > 1
        drawn = []
        for id, assessment in self.panel.aims:
            target = assessment.target
            x, y = self._x(target.by.end), self.scale(target.number)
            aim_sign(c, x, y, b * 0.42)
            self.room.block_point(x, y, b * 0.4)
            words = self.phrases.say(
                "chart.trend.aim",
                value=value_text(target, self.phrases),
                by=self.phrases.period(target.by),
            )
            if several:
                name = self.phrases.province(id)
                words = self.phrases.say("chart.trend.aim.of", name=name, target=words)
            drawn.append((x, y, capital(words)))
        for x, y, words in drawn:
            width = page.text_width(words, SMALL, "SemiBold")
            spots = _turned(x, y, b * 0.5, b, width, self.x, self.end)
            spot = self.room.place(width, b * SMALL, spots)
            if spot is not None:
                at = (spot.x, spot.y)
                c.middle(*at, words, b * SMALL, INK, "SemiBold", spot.anchor, halo=True)

    def _labels(self) -> None:
        """Names at the ends of the lines, numbers at the points, names of the grey ones last."""
        ends: dict[float, list[str]] = {}
        for id in self.lit:
            ends.setdefault(self._at(self._last(id))[0], []).append(id)
        for ids in ends.values():
            self._end_labels(ids)
        points = [
            (series.province, point.observation)
            for series in self.panel.series
            if series.province in self.strokes
            for point in series.points
            if not self._is_last(point.observation)
        ]
        # Two pages may say the same of one time; it is written once.
        once = {(id, self._at(observation)): observation for id, observation in reversed(points)}
        for (id, _), observation in reversed(once.items()) if len(points) <= _VALUES else ():
            self._point_label(observation, self.strokes[id])
        for id in self.panel.provinces:
            if id not in self.strokes:
                self._grey_label(id)

    def _end_labels(self, ids: Sequence[str]) -> None:
        """The labels of lines that end on one day, moved apart where they are too close."""
        b = self.page.base
        points = [self._at(self._last(id)) for id in ids]
        middles = spread([y for _, y in points], b * _PITCH, self.top, self.bottom)
        moved = any(abs(at - y) > b * 0.4 for at, (_, y) in zip(middles, points, strict=True))
        away = b * (1.7 if moved else 0.8)
        order = sorted(range(len(ids)), key=lambda number: middles[number])
        for number in order:
            self._end_label(ids[number], points[number], middles[number], away)

    def _end_label(self, id: str, point: Place, middle: float, away: float) -> None:
        """A name and the last number: beside the end of the line, else where there is room."""
        page, b, c = self.page, self.page.base, self.page.c
        (x, y), stroke, width = point, self.strokes[id], self._label_width(id)
        spots: list[Spot] = list(beside(x, middle, away, b, self.bottom - self.top))
        spots += [
            Spot(spot.x, spot.y, spot.anchor, spot.cost + 5)
            for spot in _turned(x, y, b * 0.6, b, width, self.x, self.end)
        ]
        spot = self.room.place(width, b, spots)
        if spot is None:
            page.does_not_fit(len(self.panel.series))
            return
        left = spot.x - width * {"start": 0, "middle": 0.5, "end": 1}[spot.anchor]
        if spot.anchor == "start" and abs(spot.y - y) > b * 0.4 and spot.x > x + b:
            elbow = (spot.x - b * 0.2, spot.y)
            c.line(((x + b * 0.5, y), elbow), stroke.mark, 0.6)
        words, aside = self._label(id)
        c.middle(left, spot.y, words, b, stroke.text, "SemiBold", halo=True)
        if aside:
            after = left + page.text_width(words, 1, "SemiBold") + b * 0.3
            c.middle(after, spot.y, aside, b * SMALL, MUTED, halo=True)

    def _label(self, id: str) -> tuple[str, str]:
        """What stands at the end of a line, and the small words behind it."""
        observation, phrases = self._last(id), self.phrases
        figure = observation.figure
        status = phrases.say(f"status.{figure.status}") if figure.status is not None else ""
        name, number = capital(phrases.full_name(id)), value_text(figure, phrases)
        room = self.page.inner * _NAME - self.page.text_width(f" {number}", 1, "SemiBold")
        # The title and the words for those who do not see the chart have the name in full.
        words = f"{self.page.font.shorten(name, room, self.page.base, 'SemiBold')} {number}"
        return words, " ".join(filter(None, (status, self.marks_of(observation))))

    def _label_width(self, id: str) -> float:
        words, aside = self._label(id)
        beside = self.page.text_width(aside, SMALL) + self.page.base * 0.3 if aside else 0
        return self.page.text_width(words, 1, "SemiBold") + beside

    def _point_label(self, observation: Observation, stroke: Stroke) -> None:
        page, b, c = self.page, self.page.base, self.page.c
        text, mark = value_text(observation.figure, self.phrases), self.marks_of(observation)
        number = page.text_width(text, SMALL, "Medium")
        width = number + (page.text_width(f" {mark}", SMALL) if mark else 0)
        x, y = self._at(observation)
        spot = self.room.place(width, b * SMALL, around(x, y, b * 0.42, b), most=16)
        if spot is None:
            return
        left = spot.x - width * {"start": 0, "middle": 0.5, "end": 1}[spot.anchor]
        c.middle(left, spot.y, text, b * SMALL, stroke.text, "Medium", halo=True)
        if mark:
            c.middle(left + width, spot.y, mark, b * SMALL, MUTED, "Regular", "end", halo=True)

    def _grey_label(self, id: str) -> None:
        """The name of a grey line, where nothing is in the way."""
        page, b = self.page, self.page.base
        x, y = self._at(self._last(id))
        name = capital(self.phrases.full_name(id))
        width = page.text_width(name, SMALL)
        spot = self.room.place(width, b * SMALL, [Spot(x + b * 0.6, y, "start")], most=6)
        if spot is not None:
            page.c.middle(spot.x, spot.y, name, b * SMALL, FAINT, halo=True)


def _turned(
    x: float, y: float, away: float, size: float, width: float, left: float, right: float
) -> list[Spot]:
    """Spots above and below a point, moved along so that the label stays between the edges."""
    half = width / 2 + size * 0.15
    middle = min(max(x, left + half), right - half)
    up = away + size * 0.5
    found = [Spot(middle, y + side * up, "middle", cost) for side, cost in ((1, 0), (-1, 0.5))]
    found += [Spot(x - away - size * 0.1, y, "end", 1), Spot(x + away + size * 0.1, y, "start", 1)]
    for side in (-1, 1):
        found.append(Spot(min(x + size * 0.5, right - size * 0.15), y + side * up, "end", 1.5))
        found.append(Spot(max(x - size * 0.5, left + size * 0.15), y + side * up, "start", 1.5))
    for number in range(1, 8):
        found += [
            Spot(middle, y + side * (up + size * 0.5 * number), "middle", 3 * number)
            for side in (1, -1)
        ]
    return found


def _step(low: Decimal, high: Decimal) -> Decimal:
    """The distance of round ticks between two numbers."""
    if low == high:
        return Decimal(1)
    first, second = ticks(low, high, 4)[:2]
    return second - first
