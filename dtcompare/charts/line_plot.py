"""Draw one panel of a trend: lines over time, those that matter in colour, labels at the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from dtcompare.analysis.observations import Observation
from dtcompare.charts.cells import Run
from dtcompare.charts.labels import Box, LabelSpace, Spot, around, beside, label_width, spread
from dtcompare.charts.marks import Point as Place
from dtcompare.charts.page import Page
from dtcompare.charts.series_plot import SeriesPlot
from dtcompare.charts.style import FAINT, GRID, INK, MUTED, RULE, SMALL
from dtcompare.charts.time_axis import TimeAxis, TimeBreak, find_breaks
from dtcompare.charts.trend_panels import Panel, Stroke
from dtcompare.charts.trend_signs import draw_sign, draw_target, draw_whisker
from dtcompare.charts.values import LinearScale, ticks, value_text
from dtcompare.text import capital

_PITCH = 1.3  # of labels below each other, in base sizes
_NAME = 0.7  # of the width of a page, which no label takes more of
_VALUES = 24  # with more points in colour than this their values are left to the axis


class LinePlot(SeriesPlot):
    """A panel being drawn.

    ``marks_of`` gives the letters of a figure's notes; ``margins`` are how far the first and the
    last day stand from the edges, in points.
    """

    def __init__(
        self,
        page: Page,
        panel: Panel,
        axis: TimeAxis,
        strokes: Mapping[str, Stroke],
        marks_of: Callable[[Observation], str],
    ) -> None:
        super().__init__(page, panel, strokes)
        self.axis, self.marks_of = axis, marks_of
        first = panel.series[0].points[0].observation.figure
        self.indicator = self.phrases.dataset.indicator(first.indicator)
        self.low, self.high = self._bounds()
        self.ticks = self._ticks()
        self.margins = (0.0, 0.0)

    # What it takes

    @property
    def least(self) -> float:
        """Return the height it needs for its labels, in points."""
        return self.page.base * max(7.5, _PITCH * (len(self.colored) + 1) + 2.5)

    def liked(self, count: int) -> float:
        """Return the height it takes on a page that grows, one of ``count`` panels."""
        tall = 26 if count == 1 else min(11 + 1.6 * len(self.colored), 19)
        return max(self.least, self.page.base * tall * (1 if self.page.wide else 0.8))

    def measure(self, width: float) -> tuple[float, float]:
        """Return the margins that the numbers of the axis and the labels at the lines ask for."""
        em = self.page.base
        widest = max(self.page.text_width(self._tick_text(tick), SMALL) for tick in self.ticks)
        left, right = widest + em * 0.9, em * 1.4
        for id in self.colored:
            need = label_width(self.page, self._label(id)) + em * 2
            share = self.axis.share(self.last[id].figure.period.end)
            if share > 0:
                # The label begins where the line ends and must end where the panel does.
                rest = (need - (width - left) * (1 - share)) / share
                right = max(right, min(rest, width * 0.5))
        return left, right

    def _bounds(self) -> tuple[Decimal, Decimal]:
        """Return the ends of the scale: from 0; of places from 1 to a little below the last."""
        numbers = list(self._numbers())
        highest, lowest = max(numbers), min(numbers)
        if self.panel.of is not None:
            return Decimal(1), Decimal(min(self.panel.of, max(int(highest) + 2, 8)))
        unit, zero = self.indicator.unit, Decimal(0)
        if unit.maximum is not None and highest > unit.maximum * Decimal("0.55"):
            return min(zero, lowest), unit.maximum
        step = _step(min(lowest, zero), max(highest, zero))
        step = max(step, Decimal(1)) if unit.whole else step
        low = (min(lowest, zero) / step).to_integral_value(ROUND_FLOOR) * step
        return low, max((highest / step).to_integral_value(ROUND_CEILING) * step, low + step)

    def _numbers(self) -> Iterator[Decimal]:
        for observation in self.panel.observations:
            amount = observation.figure.amount
            yield observation.figure.number
            if amount is not None and amount.upper is not None:
                yield amount.upper
        for _, assessment in self.panel.targets:
            yield assessment.target.number

    def _ticks(self) -> tuple[Decimal, ...]:
        if self.panel.of is None:
            found = ticks(self.low, self.high, 4)
            whole = self.indicator.unit.whole
            return tuple(tick for tick in found if not whole or tick == tick.to_integral_value())
        last = int(self.high)
        step = 5 if last <= 20 else 10
        return (Decimal(1), *map(Decimal, range(step, last + 1, step)))

    def _tick_text(self, tick: Decimal) -> str:
        symbol = self.indicator.unit.symbol
        percent = symbol is not None and symbol.say(self.phrases.lang) == "%"
        return self.phrases.number(tick) + "%" * (percent and tick == self.ticks[-1])

    # Drawing

    def draw(self, box: Box) -> None:
        """Draw the panel; the words of its time axis stand at the bottom of the box."""
        em = self.page.base
        self.box, self.bottom = box, box.bottom - em * 1.9
        left, right = self.margins
        self.across = LinearScale(0, 1, box.left + left, box.right - right)
        breaks = find_breaks(self.panel, self.indicator, self.axis, self.phrases)
        self.top = box.top + em * (1.25 + 1.15 * bool(breaks))
        low, high = float(self.low), float(self.high)
        self.scale = LinearScale(low, high, self.bottom, self.top)
        if self.panel.of is not None:  # the first place stands above
            self.scale = LinearScale(low, high, self.top, self.bottom)
        bounds = Box(box.left, self.top - em * 1.2, box.right + 0.5, self.bottom + em * 0.2)
        self.space = LabelSpace(bounds)
        self._draw_frame()
        self._draw_breaks(breaks)
        self.draw_lines()
        for observation in self.panel.observations:
            stroke = self.strokes.get(observation.figure.province)
            if stroke is not None:
                self._draw_figure(observation, stroke)
        self._draw_targets()
        self._draw_labels()

    def _draw_frame(self) -> None:
        """Draw light lines across with their numbers above, and the ticks of the time."""
        em, page, canvas, box = self.page.base, self.page, self.page.c, self.box
        ground = self.scale(0) if self.panel.of is None else self.bottom
        for tick in self._far_apart():
            y, text = self.scale(tick), self._tick_text(tick)
            canvas.line(((box.left, y), (box.right, y)), GRID, 0.8)
            canvas.text(box.left, y - em * 0.28, text, em * SMALL, FAINT)
            width = page.text_width(text, SMALL)
            self.space.block(Box(box.left, y - em * 1.2, box.left + width + em * 0.2, y))
        for y in dict.fromkeys((ground, self.bottom)):
            canvas.line(((box.left, y), (box.right, y)), RULE, 0.8)
        length = self.across.end - self.across.start
        for day, text in self.axis.ticks(length, self._tick_width, self.phrases.lang):
            at, half = self._x(day), page.text_width(text, SMALL) / 2
            canvas.line(((at, self.bottom), (at, self.bottom + em * 0.3)), RULE, 0.8)
            middle = min(max(at, box.left + half), box.right - half)
            canvas.text(middle, self.bottom + em * 1.35, text, em * SMALL, MUTED, anchor="middle")

    def _tick_width(self, text: str) -> float:
        return self.page.text_width(text, SMALL) + self.page.base * 0.9

    def _far_apart(self) -> Iterator[Decimal]:
        """Yield the ticks whose numbers do not touch the number of the one before."""
        before = float("inf")
        for tick in self.ticks:
            y = self.scale(tick)
            if abs(y - before) >= self.page.base * 1.3:
                before = y
                yield tick

    def _x(self, day: date) -> float:
        return self.across(self.axis.share(day))

    def _draw_breaks(self, breaks: Sequence[TimeBreak]) -> None:
        """Draw what divides the time, with its words above where these do not touch others."""
        em, box = self.page.base, self.box
        y = self.top - em * 1.78
        row = LabelSpace(Box(box.left, y - em, box.right, y + em))
        for one in breaks:
            at = self.across(one.share)
            self.page.c.line(((at, y + em * 0.65), (at, self.bottom)), MUTED, 0.9, (2.2, 2.2))
            self.space.avoid(((at, self.top), (at, self.bottom)))
            for words in (one.words, one.short):
                runs = [Run(words, SMALL, MUTED, "Italic")]
                half = label_width(self.page, runs) / 2 + em * 0.2
                middle = min(max(at, box.left + half), box.right - half)
                if row.put(self.page, runs, [Spot(middle, y, "middle")]) is not None:
                    break

    def _draw_figure(self, observation: Observation, stroke: Stroke) -> None:
        (x, y), canvas = self.at(observation), self.page.c
        last = observation is self.last[observation.figure.province]
        radius = self.page.base * (0.42 if last else 0.3)
        draw_whisker(canvas, x, observation, self.scale, stroke.mark)
        draw_sign(canvas, (x, y), radius, observation, stroke)
        self.space.block_point(x, y, radius * 0.9)

    def at(self, observation: Observation) -> Place:
        """Return where a figure stands: at the end of its time, as high as its number."""
        figure = observation.figure
        return self._x(figure.period.end), self.scale(figure.number)

    def _draw_targets(self) -> None:
        """Draw the targets in their years, each with its words where there is room."""
        em, page = self.page.base, self.page
        several = len({id for id, _ in self.panel.targets}) > 1
        drawn = []
        for id, assessment in self.panel.targets:
            target, say = assessment.target, self.phrases.say
            x, y = self._x(target.by.end), self.scale(target.number)
            draw_target(page.c, x, y, em * 0.42)
            self.space.block_point(x, y, em * 0.4)
            value, by = value_text(target, self.phrases), self.phrases.period(target.by)
            words = say("chart.trend.aim", value=value, by=by)
            if several:
                words = say("chart.trend.aim.of", name=self.phrases.province(id), target=words)
            drawn.append((x, y, capital(words)))
        for x, y, words in drawn:
            runs = [Run(words, SMALL, INK, "SemiBold")]
            self.space.put(page, runs, self.turned((x, y), em * 0.5, label_width(page, runs)))

    # Labels

    def _draw_labels(self) -> None:
        """Write names at the ends of the lines, numbers at the points, names of grey lines last."""
        ends: dict[float, list[str]] = {}
        for id in self.colored:
            ends.setdefault(self.at(self.last[id])[0], []).append(id)
        for ids in ends.values():
            self._label_ends(ids)
        points: dict[tuple[str, Place], Observation] = {}
        count = 0
        for observation in self.panel.observations:
            id, at = observation.figure.province, self.at(observation)
            if id in self.strokes and at != self.at(self.last[id]):
                count += 1
                # Two pages may say the same of one time; it is written once.
                points.setdefault((id, at), observation)
        for (id, at), observation in points.items() if count <= _VALUES else ():
            self._label_point(observation, at, self.strokes[id])
        self.label_grey_lines()

    def _label_ends(self, ids: Sequence[str]) -> None:
        """Label lines that end on one day, the labels moved apart where they are too close."""
        em = self.page.base
        points = [self.at(self.last[id]) for id in ids]
        middles = spread([y for _, y in points], em * _PITCH, self.top, self.bottom)
        moved = any(abs(at - y) > em * 0.4 for at, (_, y) in zip(middles, points, strict=True))
        away = em * (1.7 if moved else 0.8)
        for number in sorted(range(len(ids)), key=lambda number: middles[number]):
            self._label_end(ids[number], points[number], middles[number], away)

    def _label_end(self, id: str, point: Place, middle: float, away: float) -> None:
        """Write a name and the last number: beside the end of the line, else where it has room."""
        em, (x, y), label = self.page.base, point, self._label(id)
        spots = list(beside(x, middle, away, em, self.bottom - self.top))
        spots += [
            Spot(spot.x, spot.y, spot.anchor, spot.cost + 5)
            for spot in self.turned(point, em * 0.6, label_width(self.page, label))
        ]
        spot = self.space.put(self.page, label, spots)
        if spot is None:
            self.page.does_not_fit(len(self.panel.series))
        if spot.anchor == "start" and abs(spot.y - y) > em * 0.4 and spot.x > x + em:
            elbow = (spot.x - em * 0.2, spot.y)
            self.page.c.line(((x + em * 0.5, y), elbow), self.strokes[id].mark, 0.6)

    def _label(self, id: str) -> list[Run]:
        """Return what stands at the end of a line, and the small words behind it."""
        observation, phrases, page = self.last[id], self.phrases, self.page
        figure = observation.figure
        status = phrases.say(f"status.{figure.status}") if figure.status is not None else ""
        number = value_text(figure, phrases)
        most = page.inner * _NAME - page.text_width(f" {number}", 1, "SemiBold")
        # The title and the words for those who do not see the chart have the name in full.
        name = page.font.shorten(self.name(id), most, page.base, "SemiBold")
        aside = " ".join(filter(None, (status, self.marks_of(observation))))
        runs = [Run(f"{name} {number}", 1, self.strokes[id].text, "SemiBold")]
        return [*runs, Run(aside, SMALL, MUTED)] if aside else runs

    def _label_point(self, observation: Observation, at: Place, stroke: Stroke) -> None:
        em, mark = self.page.base, self.marks_of(observation)
        runs = [Run(value_text(observation.figure, self.phrases), SMALL, stroke.text, "Medium")]
        runs += [Run(mark, SMALL, MUTED)] if mark else []
        self.space.put(self.page, runs, around(*at, em * 0.42, em), most=16)


def _step(low: Decimal, high: Decimal) -> Decimal:
    """Return the distance of round ticks between two numbers."""
    if low == high:
        return Decimal(1)
    first, second = ticks(low, high, 4)[:2]
    return second - first
