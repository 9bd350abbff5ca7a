"""Two indicators against each other: a dot a province, the one ahead in both at the top right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.groups import Group
from dtcompare.analysis.relate import RelatedRow, Relation
from dtcompare.charts.cells import Run
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.labels import Box, LabelSpace, around
from dtcompare.charts.measure import symbol_text
from dtcompare.charts.row_chart import Block, RowChart
from dtcompare.charts.sheet_words import table_in_words
from dtcompare.charts.style import FAINT, GRID, MUTED, RULE, SMALL
from dtcompare.charts.values import Kind, LinearScale, dot, kind_of, paint, ticks
from dtcompare.model.figure import Figure
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import group_heading
from dtcompare.view.results.relate import (
    correlation_text,
    relate_sentences,
    relate_table,
    relate_title,
)
from dtcompare.view.tables import SheetWriter

_TALL, _NARROW = 32, 24  # base sizes: the plot of a page that grows, wide and narrow
_MARGIN = Decimal("0.06")  # of the numbers' width, on both sides of them
_RADIUS = 0.4  # of a dot, in base sizes


class _Measure(Struct, frozen=True):
    """One axis: what stands on it, its ends and ticks; places and less-is-better are negative."""

    name: str
    backward: bool
    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def of(self, figure: Figure) -> Decimal:
        """Return where a figure stands."""
        number = figure.number if figure.place is None else Decimal(figure.place.number)
        return -number if self.backward else number


class RelationScatter(RowChart):
    """Draws the provinces that have both, the first indicator across and the second up.

    Places and numbers of which less is better run backwards. A name that has no room is left out.
    """

    def __init__(self, relation: Relation, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, relation.as_of)
        self.relation, self.rows = relation, self._shown(relation.rows)
        self.count = len(self.rows)

    def chart(self) -> Chart:
        """Draw both axes, the dots and their names."""
        self.page = page = self._new_page()
        em, y = page.base, page.top
        if self.rows:
            tall = page.room or em * (_TALL if page.wide else _NARROW)
            self._draw(Box(page.left, y + em * 0.6, page.right, y + tall - em * 0.6))
            y += tall
        return page.close(y, alt=self._alt(), rows=self.count, fixed_rows=True)

    # What is said

    def _title(self) -> str:
        names, number = relate_title(self.relation, self.phrases), self.relation.correlation
        if number is None:
            return names
        text = correlation_text(self.relation, self.phrases)
        return self.phrases.say("chart.relate.title", names=names, number=text)

    def _subtitle(self) -> str:
        return next(relate_sentences(self.relation, self.phrases))

    def _sources(self) -> Iterator[str]:
        for row in self.rows:
            for one in row.figures:
                yield from one.sources

    def _plans(self) -> Iterator[Sequence[Block]]:
        """Yield nothing: a plot takes the whole page."""
        yield ()

    def _notes(self) -> Iterator[str]:
        yield from list(relate_sentences(self.relation, self.phrases))[1:]
        if any(measure.backward for measure in self._measures()):
            yield self.phrases.say("chart.relate.note.backward")
        yield from self._hidden_note()

    def _alt(self) -> str:
        """Return the chart in words: every province with both figures and places."""
        writer = SheetWriter(self.phrases, Citations(self.phrases, "none"))
        rows = table_in_words(relate_table(self.relation, writer, self.rows)) if self.rows else ""
        title, measure = self.page.title, self.page.subtitle.rstrip(".")
        text = self.phrases.say("chart.relate.alt", title=title, measure=measure, rows=rows)
        return " ".join(text.split())

    # What is drawn

    def _measures(self) -> Sequence[_Measure]:
        """Return what stands across and what stands up; none where nothing is drawn."""
        groups = self.relation.groups
        if groups is None or not self.rows:
            return ()
        return [self._measure(side, group) for side, group in enumerate(groups)]

    def _measure(self, side: int, group: Group) -> _Measure:
        indicator = self.phrases.dataset.indicator(self.relation.indicators[side])
        figures = [row.figures[side].figure for row in self.rows]
        places = figures[0].place is not None
        numbers = [f.number if f.place is None else Decimal(f.place.number) for f in figures]
        backward = places or indicator.better == "lower"
        numbers = [-number if backward else number for number in numbers]
        low, high = min(numbers), max(numbers)
        margin = (high - low) * _MARGIN or Decimal(1)
        low, high = low - margin, high + margin
        found = ticks(low, high, 5 if self.options.size != "column" else 3)
        if places:  # there is no place 0, and none between two
            found = tuple(n for n in found if n < 0 and n == n.to_integral_value())
        return _Measure(self._axis_name(side, group), backward, low, high, found)

    def _axis_name(self, side: int, group: Group) -> str:
        """Return indicator, unit and footing, as far as they are no repetition."""
        indicator = self.phrases.dataset.indicator(self.relation.indicators[side])
        name, figure = indicator.name.say(self.phrases.lang), self.rows[0].figures[side].figure
        unit = "" if figure.place is not None else symbol_text(figure, self.phrases)
        heading = group_heading(group, indicator, self.phrases)
        parts = (unit, heading if heading != name else "")
        if words := "; ".join(filter(None, parts)):
            return self.phrases.say("relate.side", name=name, text=words)
        return name

    def _draw(self, box: Box) -> None:
        """Draw axes and dots; the name of the upward axis stands above, of the other below."""
        page, em = self.page, self.page.base
        across, up = self._measures()
        texts = [self._tick_text(tick, up) for tick in up.ticks]
        room = max((page.text_width(text, SMALL) for text in texts), default=0)
        left, right = box.left + room + em * 0.7, box.right - em * 0.6
        lines = page.font.wrap(across.name, box.right - box.left, em * SMALL)
        heads = page.font.wrap(up.name, box.right - box.left, em * SMALL)
        pitch = em * SMALL * 1.36
        top = box.top + pitch * len(heads) + em * 0.3
        bottom = box.bottom - em * 1.5 - pitch * len(lines)
        for n, line in enumerate(heads):
            page.c.middle(box.left, box.top + pitch * (n + 0.4), line, em * SMALL, MUTED)
        for n, line in enumerate(lines):
            at = bottom + em * 1.5 + pitch * (n + 0.6)
            page.c.middle(box.right, at, line, em * SMALL, MUTED, anchor="end")
        x = LinearScale(float(across.low), float(across.high), left, right)
        y = LinearScale(float(up.low), float(up.high), bottom, top)
        for tick, text in zip(up.ticks, texts, strict=True):
            page.c.line(((left, y(tick)), (right, y(tick))), GRID, 0.8)
            page.c.middle(left - em * 0.5, y(tick), text, em * SMALL, FAINT, anchor="end")
        for tick in across.ticks:
            page.c.line(((x(tick), top), (x(tick), bottom)), GRID, 0.8)
            text = self._tick_text(tick, across)
            page.c.middle(x(tick), bottom + em * 0.8, text, em * SMALL, FAINT, anchor="middle")
        page.c.line(((left, top), (left, bottom), (right, bottom)), RULE, 0.8)
        self._draw_dots((across, up), (x, y), Box(left, top - em * 0.3, box.right, bottom))

    def _tick_text(self, tick: Decimal, measure: _Measure) -> str:
        return self.phrases.number(-tick if measure.backward else tick)

    def _draw_dots(
        self,
        measures: tuple[_Measure, _Measure],
        scales: tuple[LinearScale, LinearScale],
        bounds: Box,
    ) -> None:
        """Draw every dot, then the names, those highlighted first, where they have room."""
        page, em, space = self.page, self.page.base, LabelSpace(bounds)
        points: list[tuple[RelatedRow, float, float]] = []
        for row in self.rows:
            across, up = (
                scale(measure.of(one.figure))
                for measure, scale, one in zip(measures, scales, row.figures, strict=True)
            )
            points.append((row, across, up))
            exact = all(kind_of(one.figure) == "exact" for one in row.figures)
            color = paint(highlighted=row.province in self.options.highlight).mark
            kind: Kind = "exact" if exact else "about"
            dot(page.c, across, up, em * _RADIUS, kind, color)
            space.block_point(across, up, em * _RADIUS)
        points.sort(key=lambda point: point[0].province not in self.options.highlight)
        for row, across, up in points:
            colors = paint(highlighted=row.province in self.options.highlight)
            name = self.phrases.province(row.province, self.relation.as_of)
            runs = [Run(name, SMALL, colors.text, colors.weight)]
            space.put(page, runs, around(across, up, em * 0.62, em * SMALL))
