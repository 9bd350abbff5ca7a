"""Draw figures that no line joins: each province and footing along a line of time of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.charts.cells import Axis, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.labels import Box, LabelSpace, around, label_width
from dtcompare.charts.page import Page
from dtcompare.charts.style import FAINT, GREY, INK, MUTED, RULE, SMALL, TEXT
from dtcompare.charts.table import ChartTable
from dtcompare.charts.time_axis import TimeAxis
from dtcompare.charts.trend_panels import Stroke
from dtcompare.charts.trend_signs import draw_sign, draw_target
from dtcompare.charts.values import LinearScale, value_text

_HEIGHT = 2.8  # of a line with the numbers at it, in base sizes
_LENGTH = 0.55  # of the page, of a line that has words beside it
_PLAIN = Stroke(MUTED, TEXT, "circle")


class Timeline(Struct, frozen=True):
    """One province's figures on one footing: ``name`` and ``series_key`` in words.

    ``since`` and ``until`` bound the time in which the province existed.
    """

    province: str
    name: str
    series_key: str
    observations: tuple[Observation, ...] = ()
    targets: tuple[Assessment, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def days(self) -> list[int]:
        """Return the days on which the times of the figures end."""
        return [one.figure.period.end.toordinal() for one in self.observations]

    @property
    def due(self) -> list[int]:
        """Return the days on which the targets are due."""
        return [one.target.by.end.toordinal() for one in self.targets]


class Timelines:
    """Draws timelines as rows of a table; ``marks_of`` gives the letters of a figure's notes."""

    def __init__(
        self,
        page: Page,
        axis: TimeAxis,
        strokes: Mapping[str, Stroke],
        marks_of: Callable[[Observation], str],
    ) -> None:
        self.page, self.strokes, self.marks_of = page, strokes, marks_of
        length = page.inner * (_LENGTH if page.wide else 1)
        days = axis.ticks(length, self._tick_width, page.phrases.lang)
        self.ticks = tuple((float(day.toordinal()), text) for day, text in days)
        self.ends = (axis.first.toordinal(), axis.last.toordinal())

    def _tick_width(self, text: str) -> float:
        return self.page.text_width(text, SMALL) + self.page.base * 0.9

    def table(self, timelines: Sequence[Timeline]) -> ChartTable:
        """Return the table of the timelines; on a narrow page each stands below its name."""
        rows = [ChartRow((self._words(one), self._plot(one))) for one in timelines]
        axis, line = Axis(*self.ends, self.ticks), int(not self.page.wide)
        words = ChartColumn(fold=True, most=0.4 if self.page.wide else 1)
        columns = [words, ChartColumn(plot=True, axis=axis, line=line)]
        return ChartTable(self.page, columns, rows)

    def _words(self, timeline: Timeline) -> tuple[tuple[Run, ...], ...]:
        color = self.strokes.get(timeline.province, _PLAIN).text
        name = Run(timeline.name, 1, color, "SemiBold")
        footing = Run(timeline.series_key, SMALL, MUTED)
        return cell(name, footing) if self.page.wide else cell((name, footing))

    def _plot(self, timeline: Timeline) -> Plot:
        def draw(scale: LinearScale, y: float, _height: float) -> None:
            self._draw(timeline, scale, y)

        labels = [(at, self._tick_width(text) / 2) for at, text in self.ticks]
        labels += [(at, half + self.page.base * 0.4) for at, half in self._halves(timeline)]
        sides = tuple((at, half, half) for at, half in labels)
        height = _height(timeline)
        return Plot(draw, *self.ends, labels=sides, height=height, beside=height)

    def _halves(self, timeline: Timeline) -> Iterator[tuple[float, float]]:
        """Yield the day of each number, with half of its width."""
        for day, observation in zip(timeline.days, timeline.observations, strict=True):
            yield day, label_width(self.page, self._figure(observation, TEXT)) / 2
        for day, assessment in zip(timeline.due, timeline.targets, strict=True):
            yield day, label_width(self.page, self._target(assessment)) / 2

    def _figure(self, observation: Observation, color: str) -> list[Run]:
        """Return the number, and small behind it the month where the axis tells years, and notes.

        A status is told too.
        """
        phrases, figure = self.page.phrases, observation.figure
        texts = [] if figure.period.grain == "year" else [phrases.period(figure.period)]
        if figure.status is not None:
            texts.append(phrases.say(f"status.{figure.status}"))
        texts.append(self.marks_of(observation))
        aside = " ".join(filter(None, texts))
        number = Run(value_text(figure, phrases), 1, color, "SemiBold")
        return [number, Run(aside, SMALL, FAINT)] if aside else [number]

    def _target(self, assessment: Assessment) -> list[Run]:
        text = value_text(assessment.target, self.page.phrases)
        return [Run(text, 0.95, INK, "SemiBold")]

    # Drawing

    def _draw(self, timeline: Timeline, scale: LinearScale, y: float) -> None:
        """Draw the line about ``y``, its signs, and the numbers where they have room."""
        em, page = self.page.base, self.page
        self._draw_track(timeline, scale, y)
        half = em * (_height(timeline) + 0.5) / 2
        edges = [scale(at) - width for at, width in self._halves(timeline)]
        space = LabelSpace(Box(min(edges) - em * 0.2, y - half, page.right + 0.5, y + half))
        figures, targets = list(map(scale, timeline.days)), list(map(scale, timeline.due))
        for x in (*figures, *targets):
            space.block_point(x, y, em * 0.4)
        # A target and a figure of one time stand above each other.
        for x, assessment in zip(targets, timeline.targets, strict=True):
            up = y - em / 2 * _near(x, figures, em)
            draw_target(page.c, x, up, em * 0.42)
            space.put(page, self._target(assessment), around(x, up, em * 0.63, em))
        stroke = self.strokes.get(timeline.province, _PLAIN)
        for x, observation in zip(figures, timeline.observations, strict=True):
            down = y + em / 2 * _near(x, targets, em)
            draw_sign(page.c, (x, down), em * 0.4, observation, stroke)
            space.put(page, self._figure(observation, stroke.text), around(x, down, em * 0.63, em))

    def _draw_track(self, timeline: Timeline, scale: LinearScale, y: float) -> None:
        """Draw the time in which the province existed, closed where it ended or began."""
        em, canvas = self.page.base, self.page.c
        start, end = scale.start - em * 0.4, self.page.right
        first = min(timeline.days, default=self.ends[1])
        if timeline.since and self.ends[0] < timeline.since.toordinal() <= first:
            start = scale(timeline.since.toordinal())
            canvas.line(((start, y - em * 0.5), (start, y + em * 0.5)), RULE, 0.9)
        if timeline.until and self.ends[0] < timeline.until.toordinal() < self.ends[1]:
            end = scale(timeline.until.toordinal())
            canvas.line(((end, y - em * 0.5), (end, y + em * 0.5)), RULE, 0.9)
        canvas.line(((start, y), (end, y)), GREY, 1.6)


def _height(timeline: Timeline) -> float:
    """Return the height of a line in base sizes; a figure and a target of one day take more."""
    return _HEIGHT + bool(set(timeline.days) & set(timeline.due))


def _near(x: float, others: Sequence[float], size: float) -> bool:
    """Return whether a sign at ``x`` would cover one of the others."""
    return any(abs(x - other) < size * 0.8 for other in others)
