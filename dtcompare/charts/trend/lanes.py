"""Figures that no line joins, each province and footing in a lane of its own along the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.charts.geometry import Box
from dtcompare.charts.page import Page
from dtcompare.charts.style import FAINT, GREY, GRID, INK, MUTED, RULE, SMALL, TEXT
from dtcompare.charts.trend.panels import Stroke
from dtcompare.charts.trend.room import Room, Spot
from dtcompare.charts.trend.signs import aim_sign, sign
from dtcompare.charts.trend.timeaxis import TimeAxis
from dtcompare.charts.values import Scale, value_text

__all__ = ["Lane", "Lanes"]

_BESIDE = 42  # base sizes; in a narrower cell the words stand over the lane, not beside it
_MOST = 3.4  # times the least room between lanes, where a page has too much
_OVER = 3.3  # base sizes a lane takes whose numbers stand over it
_SHARE = 0.4  # of the width that the words beside the lanes may take


class Lane(Struct, frozen=True):
    """One province's figures on one footing: ``name`` and ``footing`` in words.

    ``since`` and ``until`` bound the time in which the province existed.
    """

    province: str
    name: str
    series_key: str
    observations: tuple[Observation, ...]
    aims: tuple[Assessment, ...] = ()
    since: date | None = None
    until: date | None = None


class Lanes:
    """Lanes being drawn in a cell ``width`` points wide."""

    def __init__(
        self,
        page: Page,
        lanes: Sequence[Lane],
        axis: TimeAxis,
        strokes: Mapping[str, Stroke],
        marks_of: Callable[[Observation], str],
        width: float,
    ) -> None:
        self.page, self.lanes, self.axis = page, tuple(lanes), axis
        self.strokes, self.marks_of, self.width = strokes, marks_of, width
        self.beside = width >= page.base * _BESIDE
        self.words = self._words_width() if self.beside else 0
        self.texts = [self._texts(lane) for lane in self.lanes]

    # What it takes

    @property
    def least(self) -> float:
        """The height it needs, in points."""
        return sum(self._heights(1)) + self.page.base * 2.6

    @property
    def most(self) -> float:
        """The height beyond which it would fall apart."""
        return sum(self._heights(_MOST)) + self.page.base * 2.6

    def _heights(self, stretch: float) -> list[float]:
        """The height of every lane, the room between lanes ``stretch`` times the least."""
        b = self.page.base
        free = b * 1.45 * (stretch - 1 if self.beside else stretch)
        least = b * _OVER if self.beside else 0
        return [max(len(lines) * b * 1.18 + b * 1.25, least) + free for lines in self.texts]

    def _words_width(self) -> float:
        page = self.page
        names = [page.text_width(lane.name, 1, "SemiBold") for lane in self.lanes]
        series_keys = [page.text_width(lane.series_key, SMALL) for lane in self.lanes]
        widest = max((*names, *series_keys), default=0)
        return min(widest, self.width * _SHARE) + page.base * 1.6

    def _texts(self, lane: Lane) -> list[tuple[str, bool]]:
        """The lines of words of a lane: the name, which is bold, and the footing."""
        font, b = self.page.font, self.page.base
        if self.beside:
            room = self.words - b * 1.5
            lines = [(line, True) for line in font.wrap(lane.name, room, b, "SemiBold")]
            if lane.series_key:
                lines += [(line, False) for line in font.wrap(lane.series_key, room, b * SMALL)]
            return lines
        name = self.page.text_width(f"{lane.name}  ", 1, "SemiBold")
        if name + self.page.text_width(lane.series_key, SMALL) <= self.width:
            return [(lane.name, True)]
        lines = [(line, True) for line in font.wrap(lane.name, self.width, b, "SemiBold")]
        return [
            *lines,
            *((line, False) for line in font.wrap(lane.series_key, self.width, b * SMALL)),
        ]

    # Drawing

    def draw(self, x: float, top: float, height: float) -> float:
        """Draws the lanes into as much of ``height`` as they take; returns where they end."""
        b = self.page.base
        free = sum(self._heights(1))
        spare = min(height, self.most) - b * 2.6 - free
        unit = sum(self._heights(_MOST)) - free
        heights = self._heights(1 + max(spare, 0) / unit * (_MOST - 1))
        self.x, self.end = x, x + self.width
        bottom = top + sum(heights)
        self.across = Scale(0, 1, x + self.words + b * 1.2, self.end - self._tail())
        self._frame(top, bottom)
        for lane, texts, tall in zip(self.lanes, self.texts, heights, strict=True):
            self._lane(lane, texts, top, tall)
            top += tall
        return bottom + b * 1.9

    def _tail(self) -> float:
        """The room behind the last day: for the words of what stands there."""
        b, found = self.page.base, self.page.base * 1.4
        length = self.width - self.words - b * 1.2
        for lane in self.lanes:
            items = [(r.figure.period.end, self._report_width(r)) for r in lane.observations]
            items += [(j.target.by.end, self._aim_width(j)) for j in lane.aims]
            for day, width in items:
                share = self.axis.share(day)
                if share > 0:
                    found = max(found, (width + b * 1.1 - length * (1 - share)) / share)
        return min(found, length * 0.5)

    def _frame(self, top: float, bottom: float) -> None:
        """The ticks of the time, light lines at them, and the mergers."""
        page, b, c = self.page, self.page.base, self.page.c
        start, end = self.across.start - b * 1.2, self.end
        room = lambda text: page.text_width(text, SMALL) + b * 0.9  # noqa: E731 (one use)
        length = self.across.end - self.across.start
        for day, text in self.axis.ticks(length, room, page.phrases.lang):
            x, half = self._x(day), page.text_width(text, SMALL) / 2
            c.line(((x, top), (x, bottom)), GRID, 0.8)
            c.line(((x, bottom), (x, bottom + b * 0.3)), RULE, 0.8)
            middle = min(max(x, self.x + half), self.end - half)
            c.text(middle, bottom + b * 1.35, text, b * SMALL, MUTED, anchor="middle")
        c.line(((start, bottom), (end, bottom)), RULE, 0.8)

    def _x(self, day: date) -> float:
        return self.across(self.axis.share(day))

    def _lane(self, lane: Lane, texts: list[tuple[str, bool]], top: float, tall: float) -> None:
        page, b, c = self.page, self.page.base, self.page.c
        stroke = self.strokes.get(lane.province)
        color = stroke.text if stroke is not None else TEXT
        words = len(texts) * b * 1.18
        first = top + (tall - words) / 2 if self.beside else top + b * 0.5
        for number, (line, bold) in enumerate(texts):
            y = first + b * 1.18 * (number + 0.5)
            if bold:
                c.middle(self.x, y, line, b, color, "SemiBold", halo=True)
            else:
                c.middle(self.x, y, line, b * SMALL, MUTED, halo=True)
        if not self.beside and lane.series_key and len(texts) == 1:
            after = self.x + page.text_width(f"{lane.name}  ", 1, "SemiBold")
            c.middle(after, first + b * 0.59, lane.series_key, b * SMALL, MUTED, halo=True)
        y = top + tall / 2 if self.beside else top + words + (tall - words) * 0.66
        self._track(lane, y)
        left = max(self.x, self.across.start - b * 2.2)
        ceiling = top if self.beside else first + words
        room = Room(Box(left, ceiling, self.end + 0.5, top + tall))
        for observation in lane.observations:
            room.block_point(self._x(observation.figure.period.end), y, b * 0.4)
        for assessment in lane.aims:
            room.block_point(self._x(assessment.target.by.end), y, b * 0.4)
        self._signs(lane, y, stroke.mark if stroke is not None else MUTED, color, room)

    def _track(self, lane: Lane, y: float) -> None:
        """The time in which the province existed, closed where it ended or began."""
        b, c = self.page.base, self.page.c
        start, end = self.across.start - b * 1.2, self.end
        first = min((r.figure.period.end for r in lane.observations), default=self.axis.last)
        if lane.since is not None and self.axis.first < lane.since <= first:
            start = self._x(lane.since)
            c.line(((start, y - b * 0.5), (start, y + b * 0.5)), RULE, 0.9)
        if lane.until is not None and self.axis.first < lane.until < self.axis.last:
            end = self._x(lane.until)
            c.line(((end, y - b * 0.5), (end, y + b * 0.5)), RULE, 0.9)
        c.line(((start, y), (end, y)), GREY, 1.6)

    def _signs(self, lane: Lane, y: float, mark: str, color: str, room: Room) -> None:
        page, b, c = self.page, self.page.base, self.page.c
        shape = self.strokes[lane.province].shape if lane.province in self.strokes else "circle"
        aims = [self._x(assessment.target.by.end) for assessment in lane.aims]
        observations = [self._x(observation.figure.period.end) for observation in lane.observations]
        lift = b * 0.5  # a target and a figure of one time stand above each other
        for x, assessment in zip(aims, lane.aims, strict=True):
            up = y - lift if _near(x, observations, b) else y
            text = value_text(assessment.target, page.phrases)
            aim_sign(c, x, up, b * 0.42)
            spot = room.place(self._aim_width(assessment), b * SMALL, _spots(x, up, b))
            if spot is not None:
                at = (spot.x, spot.y)
                c.middle(*at, text, b * 0.95, INK, "SemiBold", spot.anchor, halo=True)
        for x, observation in zip(observations, lane.observations, strict=True):
            down = y + lift if _near(x, aims, b) else y
            sign(c, x, down, b * 0.4, observation, mark, shape)
            width = self._report_width(observation)
            spot = room.place(width, b, _spots(x, down, b))
            if spot is None:
                continue
            left = spot.x - width * {"start": 0, "middle": 0.5, "end": 1}[spot.anchor]
            text, aside = self._report_words(observation)
            c.middle(left, spot.y, text, b, color, "SemiBold", halo=True)
            after = left + page.text_width(text, 1, "SemiBold") + b * 0.3
            c.middle(after, spot.y, aside, b * SMALL, FAINT, halo=True)

    def _report_words(self, observation: Observation) -> tuple[str, str]:
        """The number, and small behind it the month where the axis does not tell it, the notes."""
        phrases, figure = self.page.phrases, observation.figure
        said = [] if figure.period.grain == "year" else [phrases.period(figure.period)]
        if figure.status is not None:
            said.append(phrases.say(f"status.{figure.status}"))
        said.append(self.marks_of(observation))
        return value_text(figure, phrases), " ".join(filter(None, said))

    def _report_width(self, observation: Observation) -> float:
        text, aside = self._report_words(observation)
        more = self.page.text_width(aside, SMALL) + self.page.base * 0.3 if aside else 0
        return self.page.text_width(text, 1, "SemiBold") + more

    def _aim_width(self, assessment: Assessment) -> float:
        text = value_text(assessment.target, self.page.phrases)
        return self.page.text_width(text, 0.95, "SemiBold")


def _near(x: float, others: Sequence[float], size: float) -> bool:
    """Whether a sign at ``x`` would cover one of the others."""
    return any(abs(x - other) < size * 0.8 for other in others)


def _spots(x: float, y: float, size: float) -> list[Spot]:
    """Over a sign on its lane, else beside or under it."""
    up = size * 1.05
    return [
        Spot(x, y - up, "middle"),
        Spot(x + size * 0.75, y, "start", 1.8),
        Spot(x, y + up, "middle", 2),
        Spot(x - size * 0.6, y - up, "start", 1.5),
        Spot(x + size * 0.6, y - up, "end", 1.5),
        Spot(x - size * 0.75, y, "end", 4),
        Spot(x - size * 0.6, y + up, "start", 5),
        Spot(x + size * 0.6, y + up, "end", 5),
    ]
