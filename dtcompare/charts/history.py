"""Everything behind one number: the sheet's lines, its targets and kin, each beside its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.comparability import series_key_of, series_key_order
from dtcompare.analysis.observations import Observation, interval_of
from dtcompare.analysis.profile import Detail
from dtcompare.charts.cells import Axis, ChartRow, Plot
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import Entry, unbroken
from dtcompare.charts.row_chart import Block, Paragraph, RowChart
from dtcompare.charts.sheet_words import dot_entry, note_texts, table_in_words, target_entry
from dtcompare.charts.style import INK, MUTED, PALE, RULE, WHITE
from dtcompare.charts.typeset import number_axis, place_axis, typeset, typeset_rows
from dtcompare.charts.values import LinearScale, bar_ends, dot, mark, own_line, paint
from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Line, Target
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import figure_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.detail import DetailWriter
from dtcompare.view.sheet import Table

_BEYOND = Decimal("1.25")  # an interval that ends further above the largest number is cut


class FigureHistory(RowChart):
    """Draws every line of one indicator of one province, the newest first, and the targets.

    ``tables`` are the sheet's, with the lines that their rows tell of; ``of`` is among how many the
    places are on the axis, None where numbers are.
    """

    def __init__(self, detail: Detail, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, detail.as_of)
        self.detail = detail
        self.indicator = phrases.dataset.indicator(detail.indicator)
        self.notes = Notes(mute=options.page.height is not None)
        self.colors = paint(highlighted=detail.province in options.highlight)
        self.tables = list(self._tables())
        self.lines = [line for _, lines in self.tables for line in lines]
        self.newest = self._newest()
        self.of = next((_of(line) for line in (self.newest, *self.lines) if line), None)
        self.count = len(self.lines)

    def _tables(self) -> Iterator[tuple[Table, Sequence[Line]]]:
        detail = self.detail
        writer = DetailWriter(detail, self.phrases, Citations(self.phrases, "none"), self.notes)
        if figures := self._shown(detail.figures[::-1]):
            table = writer.figures(figures, "detail.figures")
            yield replace(table, heading=self.phrases.say("chart.detail.figures")), figures
        if detail.targets:
            rejected = [target for target in detail.targets if target.reject is not None]
            yield writer.targets(), [*(one.target for one in detail.assessments), *rejected]
        if relatives := detail.relatives[::-1]:
            yield writer.figures(relatives, "detail.relatives"), relatives

    def _plans(self) -> Iterator[Sequence[Block]]:
        """Yield the rows with all that the sheet says of them, then with the last of it alone."""
        if not self.lines:
            yield [Paragraph(self.page, self.phrases.say("detail.empty"))]
            return
        axis, say = self._axis(), self.phrases.say
        head = capital(say("chart.detail.places", of=self.of)) if self.of else ""
        for most in (0, 1):
            rows = []
            for table, lines in self.tables:
                if len(self.tables) > 1:
                    rows.append(ChartRow(heading=table.heading))
                rows += self._rows(table, lines, axis, most)
            yield [typeset(self.page, rows, (head, ""), axis)]

    def _rows(
        self, table: Table, lines: Sequence[Line], axis: Axis, most: int
    ) -> Iterator[ChartRow]:
        """Return the rows of a table; of a figure its number stands at the right."""
        number = 1 if isinstance(lines[0], Figure) else None
        words = [place for place in range(1, len(table.columns) - 1) if place != number]
        colors = []
        for line in lines:
            quiet = line.reject is not None or _is_doubtful(line)
            changed = {"text": MUTED} if quiet else {"weight": "SemiBold"}
            colors.append(replace(self.colors, **changed))
        plots = [self._plot(line, axis) for line in lines]
        return typeset_rows(table, plots, words=words[-most:], numbers=(number,), colors=colors)

    # What is drawn

    def _axis(self) -> Axis:
        """Return the axis from the first place to the last, or the numbers' with 0 on it."""
        if self.of is not None:
            return place_axis(self.of, self.phrases)
        lines = [line for line in self.lines if _of(line) is None]
        numbers = [line.number for line in lines]
        highs = [interval_of(line, self.indicator.unit).high for line in lines]
        numbers += [high for high in highs if high and high <= max(numbers) * _BEYOND]
        low, high = bar_ends(numbers, self.indicator.unit.maximum)
        return number_axis(low, high, self.phrases, self.options)

    def _plot(self, line: Line, axis: Axis) -> Plot | None:
        """Return the mark of a number with what it may stand for, or the tick of a target.

        Places among other numbers than the axis has stand on lines of their own; a number that is
        no place has none on an axis of places.
        """
        of, alone, rejected = _of(line), _alone(line), line.reject is not None
        interval, colors = interval_of(alone, self.indicator.unit), self.colors

        def draw(scale: LinearScale, y: float, height: float) -> None:
            page, em, c, x = self.page, self.page.base, self.page.c, scale(alone.number)
            if of != self.of:
                own_line(page, scale, y, height)
            if isinstance(line, Target):
                color = RULE if rejected else INK
                c.line(((x, y - em * 0.72), (x, y + em * 0.72)), color, 1.6)
                return
            if interval.width > 0:
                low = scale.low if interval.low is None else interval.low
                high = scale.high if interval.high is None else interval.high
                tint = PALE if rejected else colors.tint
                c.line(((scale(low), y), (scale(high), y)), tint, em * 0.5)
            if rejected:
                c.marker(x, y, "circle", em * 0.4, WHITE, RULE, 1.2)
            else:
                mark(page, alone, scale, y, MUTED if _is_doubtful(line) else colors.mark)

        if of == self.of:
            return Plot(draw, axis.low, axis.high)
        return Plot(draw, 1, of, shared=False) if of else None

    def _key(self) -> Iterator[Entry]:
        """Yield the signs that do not speak for themselves."""
        page, say, em, colors = self.page, self.phrases.say, self.page.base, self.colors
        figures = [line for line in self.lines if isinstance(line, Figure)]
        sound = [line for line in figures if line.reject is None]

        def spread(x: float, y: float) -> None:
            page.c.line(((x, y), (x + em * 2, y)), colors.tint, em * 0.5)
            dot(page.c, x + em, y, em * 0.42, "about", colors.mark)

        if any(interval_of(_alone(line), self.indicator.unit).width > 0 for line in figures):
            yield em * 2, spread, say("chart.detail.key.range")
        if len(sound) < len(figures):
            yield dot_entry(page, say("chart.detail.key.rejected"), WHITE, stroke=RULE)
        if any(map(_is_doubtful, sound)):
            yield dot_entry(page, say("chart.detail.key.doubtful"), MUTED)
        if len(figures) < len(self.lines):
            yield target_entry(page, say("chart.key.target"))

    # What is said of all

    def _title(self) -> str:
        detail, say = self.detail, self.phrases.say
        facts = {
            "indicator": self.phrases.indicator(detail.indicator),
            "name": unbroken(self.phrases.full_name(detail.province)),
        }
        newest = self.newest
        if newest is None:
            kind = "rejected" if detail.figures else "targets" if detail.targets else "none"
            return say(f"chart.detail.title.{kind}", n=len(detail.assessments), **facts)
        text, period = figure_text(newest, self.phrases), self.phrases.period(newest.period)
        return say("chart.detail.title", figure=text, period=period, **facts)

    def _newest(self) -> Figure | None:
        """Return the figure that the title names: of the whole province, sound, the latest.

        Of several one without reserve, then the one on the basis and by the method preferred.
        """

        def preferred(observation: Observation) -> tuple[object, ...]:
            return series_key_order(series_key_of(observation, self.indicator), self.indicator)

        def foremost(figure: Figure) -> tuple[object, ...]:
            certain = figure.status is None
            return not figure.scope, not _is_doubtful(figure), figure.period.recency, certain

        figures = [one.figure for one in sorted(self.detail.observations, key=preferred)]
        return max(figures, key=foremost, default=None)

    def _subtitle(self) -> str:
        """Return what is measured, and the order of the rows."""
        description, texts = self.indicator.description, []
        if description is not None:
            texts.append(description.say(self.phrases.lang))
        if len(self.detail.figures) > 1:
            texts.append(self.phrases.say("chart.detail.order"))
        return " ".join(texts)

    def _notes(self) -> Iterator[str]:
        yield from self._hidden_note()
        yield from note_texts(self.notes)

    def _sources(self) -> Iterator[str]:
        for line in self.lines:
            yield line.source
        for assessment in self.detail.assessments:
            yield from assessment.sources

    def _alt(self) -> str:
        tables = " ".join(table_in_words(table) for table, _ in self.tables)
        rows = (tables or self.phrases.say("detail.empty")).rstrip(".")
        return self.phrases.say("chart.detail.alt", title=self.page.title, rows=rows)


def _of(line: Line) -> int | None:
    """Return among how many a line's place is, None for a number that is no place."""
    return None if line.place is None else line.place.of


def _alone(line: Line) -> Line:
    """Return a line as its place alone, where it has one beside a score."""
    return line if line.place is None else replace(line, amount=None)


def _is_doubtful(line: Line) -> bool:
    return line.status in UNRANKED_STATUSES
