"""Dumbbells: a dot for what is reported, a tick for the target, a rule for what lies between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.charts.gap.lines import Dumbbell
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import BAR, FAINT, GRID, INK, PALE, RULE, SHAPES, SMALL, WHITE
from dtcompare.charts.values import Kind, Scale, dot, paint, ticks
from dtcompare.view.phrases import Phrases

__all__ = ["Measure", "Plot", "dumbbell_key", "is_on_axis", "measure_of", "shapes_of"]

_RADIUS = 0.42  # of a dot, in base sizes
_NUMBER = 0.9  # of the type of a number beside its dot


class Measure(Struct, frozen=True):
    """The measure that lines share: ``symbol`` of its unit, and where its scale ends."""

    symbol: str
    most: Decimal


def measure_of(lines: Sequence[Dumbbell], phrases: Phrases) -> Measure | None:
    """The measure with an axis: percentages, else the unit of lines that are of one indicator.

    Lines of any other measure get a scale of their own. None where no line is on an axis.
    """
    drawn = [line for line in lines if line.row is not None and not line.places]
    percent = [line for line in drawn if _symbol(line, phrases) == "%"]
    if percent:
        return Measure("%", _highest(percent, Decimal(100)))
    kinds = {line.row.indicator for line in lines if line.row is not None}
    if drawn and len(kinds) == 1 and len(drawn) == len([x for x in lines if x.row is not None]):
        return Measure(_symbol(drawn[0], phrases), _highest(drawn, None))
    return None


def is_on_axis(line: Dumbbell, measure: Measure | None, phrases: Phrases) -> bool:
    """Whether a line is of the measure that has an axis."""
    return measure is not None and not line.places and _symbol(line, phrases) == measure.symbol


def _symbol(line: Dumbbell, phrases: Phrases) -> str:
    assert line.row is not None
    symbol = phrases.dataset.indicator(line.row.indicator).unit.symbol
    return symbol.say(phrases.lang) if symbol else ""


def _highest(lines: Sequence[Dumbbell], natural: Decimal | None) -> Decimal:
    """Where a scale ends: at its natural end where numbers come near it."""
    longest = max(max(line.number, line.aim) for line in lines)
    if natural is not None and natural >= longest > natural * Decimal("0.55"):
        return natural
    return longest * Decimal("1.04") if longest > 0 else Decimal(1)


class Plot:
    """The room between ``start`` and ``end`` in which dumbbells are drawn."""

    def __init__(
        self,
        page: Page,
        phrases: Phrases,
        measure: Measure | None,
        shapes: Mapping[str | None, str],
    ) -> None:
        self.page, self.phrases, self.measure, self.shapes = page, phrases, measure, shapes
        self.start = self.end = 0.0

    def axis(self, top: float) -> None:
        """The numbers of the axis above ``top``."""
        if self.measure is None:
            return
        page = self.page
        b, last = page.base, -99.0
        for tick, x in self._ticks(self.measure):
            text = self.phrases.number(tick)
            width = page.text_width(text, SMALL)
            begin = min(x - width / 2, self.end + b - width)
            if begin > last + b * 0.4:
                page.c.text(begin, top - b * 0.5, text, b * SMALL, FAINT)
                last = begin + width

    def grid(self, top: float, bottom: float) -> None:
        """Gridlines, light, behind the lines between ``top`` and ``bottom``."""
        if self.measure is None:
            return
        for tick, x in self._ticks(self.measure):
            color = RULE if tick == 0 else GRID
            self.page.c.line(((x, top), (x, bottom)), color, 0.7)

    def _ticks(self, measure: Measure) -> Iterator[tuple[Decimal, float]]:
        """The round numbers of the axis, and where they stand."""
        scale = Scale(0, float(measure.most), self.start, self.end)
        most = 5 if self.end - self.start > self.page.base * 17 else 3
        for tick in ticks(Decimal(0), measure.most, most):
            yield tick, scale(tick)

    def _scale(self, line: Dumbbell) -> Scale:
        """The axis, or a scale of the line's own: from 0 or the last place to its target."""
        if self.measure is not None and is_on_axis(line, self.measure, self.phrases):
            return Scale(0, float(self.measure.most), self.start, self.end)
        if line.places:
            place = line.figure.place
            assert place is not None
            return Scale(-float(place.of), -1.0, self.start, self.end)
        most = max(line.number, line.aim) * Decimal("1.04")
        return Scale(0, float(most) if most > 0 else 1.0, self.start, self.end)

    def draw(self, line: Dumbbell, y: float, pitch: float) -> None:
        """Draws one line about ``y``."""
        page = self.page
        b, c = page.base, page.c
        colors = paint(highlighted=line.highlighted, reached=line.verdict == "met")
        scale, sign = self._scale(line), -1 if line.places else 1
        x, aim = scale(line.number * sign), scale(line.aim * sign)
        if not is_on_axis(line, self.measure, self.phrases):
            # A ground of its own keeps the gridlines of another measure out of the line.
            c.rectangle(self.start - 1, y - pitch / 2, self.end - self.start + 2, pitch, WHITE)
            width = self.end - self.start
            c.rectangle(self.start, y - b * 0.12, width, b * 0.24, PALE)
        if line.verdict != "met":
            left, right = sorted((x, aim))
            c.rectangle(left, y - b * 0.2, right - left, b * 0.4, colors.tint)
        if line.kind == "range" and line.figure.amount is not None:
            upper = line.figure.amount.upper
            if upper is not None:
                c.line(((x, y), (scale(upper), y)), colors.mark, 1.6)
        half = min(pitch * 0.42, b * 0.75)
        c.line(((aim, y - half), (aim, y + half)), INK, 1.5)
        radius = b * _RADIUS
        dot(c, x, y, radius, line.kind, colors.mark, self.shapes.get(line.method, "circle"))
        self._number(line, y)

    def settle(self, lines: Sequence[Dumbbell], left: float, right: float) -> None:
        """Moves both ends inward until no number begins before ``left`` or ends behind ``right``.

        Each end keeps at least a third of the room.
        """
        drawn = [line for line in lines if line.row is not None]
        third = (self.end - self.start) / 3
        starts, ends = [self.start], [self.end]
        for line in drawn:
            begin, end, x = *self._span(line), self._x(line)
            share = (x - self.start) / (self.end - self.start)
            if share < 0.98:
                starts.append((left + x - begin - share * self.end) / (1 - share))
            if share > 0.02:
                ends.append((right - (end - x) - self.start) / share + self.start)
        self.start = min(max(starts), self.start + third)
        self.end = max(min(ends), self.end - third)

    def _x(self, line: Dumbbell) -> float:
        return self._scale(line)(line.number * (-1 if line.places else 1))

    def _span(self, line: Dumbbell) -> tuple[float, float]:
        """Where a number begins and ends: on the side of its dot that is away from the target."""
        b, scale = self.page.base, self._scale(line)
        sign = -1 if line.places else 1
        x, aim = scale(line.number * sign), scale(line.aim * sign)
        weight = paint(highlighted=line.highlighted).weight
        width = self.page.text_width(line.value, _NUMBER, weight)
        if x > aim or (x == aim and line.verdict == "met"):
            upper = (
                line.figure.amount.upper if line.kind == "range" and line.figure.amount else None
            )
            far = scale(upper) if upper is not None else x
            begin = far + b * (1.5 if line.kind == "over" else 0.75)
            return begin, begin + width
        end = x - b * (1.5 if line.kind == "under" else 0.75)
        return end - width, end

    def _number(self, line: Dumbbell, y: float) -> None:
        """Writes the number beside its dot, on a white outline that parts the gridlines."""
        b = self.page.base
        colors = paint(highlighted=line.highlighted)
        begin, _ = self._span(line)
        self.page.c.middle(begin, y, line.value, b * _NUMBER, colors.text, colors.weight, halo=True)


def dumbbell_key(
    page: Page, lines: Sequence[Dumbbell], shapes: Mapping[str | None, str], phrases: Phrases
) -> list[Entry]:
    """The signs that are drawn, with their words."""
    b, c, say = page.base, page.c, phrases.say
    drawn = [line for line in lines if line.row is not None]
    if not drawn:
        return []
    radius, entries = b * _RADIUS, []

    def sign(kind: Kind, shape: str, color: str, words: str, width: float = 0.9) -> Entry:
        def draw(x: float, y: float) -> None:
            dot(c, x + radius, y, radius, kind, color, shape)

        return b * width, draw, words

    methods = [method for method in shapes if method is not None]
    plain = [x for x in drawn if x.verdict != "met" and (len(methods) < 2 or x.method is None)]
    if plain:
        entries.append(sign("exact", "circle", BAR, say("chart.gap.key.now")))
    if len(methods) > 1:
        entries += [sign("exact", shapes[m], BAR, phrases.method(m)) for m in methods]
    if any(line.verdict == "met" for line in drawn):
        entries.append(
            sign(
                "exact",
                "circle",
                paint(highlighted=False, reached=True).mark,
                say("chart.gap.key.reached"),
            )
        )
    kinds = {line.kind for line in drawn}
    if kinds & {"about", "range"}:
        entries.append(sign("about", "circle", BAR, say("chart.key.about")))
    if "over" in kinds:
        entries.append(sign("over", "circle", BAR, say("chart.key.over"), 1.5))
    if "under" in kinds:

        def under(x: float, y: float) -> None:
            dot(c, x + b * 1.1, y, radius, "under", BAR)

        entries.append((b * 1.6, under, say("chart.key.under")))

    def tick(x: float, y: float) -> None:
        c.line(((x + b * 0.25, y - b * 0.55), (x + b * 0.25, y + b * 0.55)), INK, 1.5)

    entries.append((b * 0.5, tick, say("chart.gap.key.target")))
    return entries


def shapes_of(methods: Sequence[str | None]) -> Mapping[str | None, str]:
    """A shape for every method, and for None where some line has no method.

    Where there is but one method every line is a circle.
    """
    if len([method for method in methods if method is not None]) < 2:
        return dict.fromkeys(methods, "circle")
    shapes = (*SHAPES, "left", "right")
    return {method: shapes[n % len(shapes)] for n, method in enumerate(methods)}
