"""Everything behind one number as strips: its reported lines over time, and its targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.comparability import series_key_of, series_key_order
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.profile import Detail
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.history.rows import Part, Row, Section, history_sections, shared_measure
from dtcompare.charts.page import Entry, Page, hidden_rows, unbroken
from dtcompare.charts.strips import mark, target_tick
from dtcompare.charts.style import (
    FAINT,
    GRID,
    INK,
    MUTED,
    PALE,
    RULE,
    SMALL,
    TEXT,
    WHITE,
)
from dtcompare.charts.values import Paint, Scale, dot, paint, ticks
from dtcompare.charts.wordcells import Cell, Words, cell, longest_word, natural_width, put
from dtcompare.model.figure import UNRANKED_STATUSES
from dtcompare.model.indicator import Indicator
from dtcompare.text import capital
from dtcompare.view.citations import Notes
from dtcompare.view.figures import figure_text
from dtcompare.view.phrases import Phrases

__all__ = ["figure_history"]

_LABELS = 0.46  # the most of the width that words may take
_PAD, _LEAST, _MOST = 0.85, 0.45, 2.2  # the room about a row, in base sizes
_WHEN = 11  # the most that the column of times takes, in base sizes
_HEAD, _AXIS = 1.75, 2.2  # the heights of a heading and of an axis


def figure_history(detail: Detail, phrases: Phrases, options: ChartOptions) -> Chart:
    """Every line of one indicator of one province, the newest first, with the targets below.

    Raises WrongUsage where the lines do not fit on the page.
    """
    return _History(detail, phrases, options).chart()


class _Frame(Struct, frozen=True):
    """Where the strips begin and end and how wide the words are.

    ``when`` is the width of a column for the time alone, 0 where the time stands above the words.
    """

    when: float
    labels: float
    start: float
    stop: float


class _History:
    """One figure being drawn."""

    def __init__(self, detail: Detail, phrases: Phrases, options: ChartOptions) -> None:
        self.detail, self.phrases, self.options = detail, phrases, options
        self.indicator = phrases.dataset.indicator(detail.indicator)
        self.letters = Notes() if options.page.height is None else None
        self.sections = history_sections(detail, phrases, options, self.letters)
        self.rows = [row for section in self.sections for row in section.rows]
        self.cut = len(hidden_rows(len(detail.figures), options))
        # What all numbers are stands at their axis where it has room there, else in the subtitle.
        self.measure = shared_measure(detail, phrases)
        width = options.font.width(self.measure, options.page.base * SMALL)
        room = (options.page.width * 72 - options.page.margin * 2) * _LABELS
        self.at_axis = width <= room and any(section.of is None for section in self.sections)
        self.page = Page(
            options,
            phrases,
            detail.as_of,
            title=self._title(),
            subtitle=" ".join(self._subtitle()),
            sources=self._sources(),
            notes=tuple(self._notes()),
        )
        self.colors: Paint = paint(highlighted=detail.province in options.highlight)

    def chart(self) -> Chart:
        """Draws key and sections."""
        page, b = self.page, self.page.base
        y = page.key(page.top, self._key())
        if not self.rows:
            y = page.paragraph(y, self.phrases.say("detail.empty"))
            return page.close(y + b * 0.4, alt=self._alt(), rows=0)
        frame = self._frame()
        labels = {id(row): self._labels(row, frame) for row in self.rows}
        heads = sum(_AXIS + _HEAD * self._headed(section) for section in self.sections)
        words = sum(_height(cells) for cells in labels.values())
        free = (page.bottom - y) / b - heads - words - 0.5
        pad = min(free / len(self.rows), _PAD if page.room is None else _MOST)
        if pad < _LEAST:
            page.does_not_fit(len(self.rows))
        for section in self.sections:
            y = self._section(section, frame, labels, y, pad)
        return page.close(y + b * 0.4, alt=self._alt(), rows=len(self.rows))

    # What is said

    def _title(self) -> str:
        detail, say = self.detail, self.phrases.say
        facts = {
            "indicator": self.phrases.indicator(detail.indicator),
            "name": unbroken(self.phrases.full_name(detail.province)),
        }
        newest = _newest(detail.observations, self.indicator)
        if newest is not None:
            figure = newest.figure
            text, period = figure_text(figure, self.phrases), self.phrases.period(figure.period)
            return say("chart.detail.title", figure=text, period=period, **facts)
        if detail.figures:
            return say("chart.detail.title.rejected", **facts)
        if detail.targets:
            targets = {assessment.target for assessment in detail.assessments}
            return say("chart.detail.title.targets", n=len(targets), **facts)
        return say("chart.detail.title.none", **facts)

    def _subtitle(self) -> Iterable[str]:
        """What is measured in which unit, and how to read it."""
        say, description = self.phrases.say, self.indicator.description
        if self.measure and not self.at_axis:
            yield capital(self.measure) + "."
        if description is not None:
            yield description.say(self.phrases.lang)
        if len(self.detail.figures) > 1:
            yield say("chart.detail.order")

    def _notes(self) -> Iterable[str]:
        if self.cut:
            yield capital(self.phrases.say("chart.rows-hidden", n=self.cut)) + "."
        for letter, text in self.letters.lettered() if self.letters is not None else ():
            yield f"({letter}) {text.rstrip('.')}."

    def _sources(self) -> Iterable[str]:
        for row in self.rows:
            yield row.line.source
        for assessment in self.detail.assessments:
            yield from assessment.sources

    def _key(self) -> list[Entry]:
        """The signs that are used, with their words; none where all are plain."""
        page, say, b = self.page, self.phrases.say, self.page.base
        figures = [row for row in self.rows if not row.is_target]
        entries: list[Entry] = []
        if any(_spread(row) for row in figures):

            def bar(x: float, y: float) -> None:
                page.c.line(((x, y), (x + b * 2, y)), self.colors.tint, b * 0.5)
                dot(page.c, x + b, y, b * 0.42, "about", self.colors.mark)

            entries.append((b * 2, bar, say("chart.detail.key.range")))
        if any(row.rejected for row in figures):

            def struck(x: float, y: float) -> None:
                page.c.marker(x + b * 0.45, y, "circle", b * 0.4, WHITE, RULE, 1.2)

            entries.append((b * 0.9, struck, say("chart.detail.key.rejected")))
        if any(row.doubtful and not row.rejected for row in figures):

            def grey(x: float, y: float) -> None:
                page.c.marker(x + b * 0.45, y, "circle", b * 0.42, MUTED)

            entries.append((b * 0.9, grey, say("chart.detail.key.doubtful")))
        if any(row.is_target for row in self.rows):
            entries.append(
                (b * 0.5, lambda x, y: target_tick(page, x + b * 0.2, y), say("chart.key.target"))
            )
        return entries

    def _alt(self) -> str:
        rows = "; ".join(row.told for row in self.rows) or self.phrases.say("detail.empty")
        return self.phrases.say("chart.detail.alt", title=self.page.title, rows=rows.rstrip("."))

    # Where it is drawn

    def _frame(self) -> _Frame:
        page, b = self.page, self.page.base
        times = natural_width(page, *(Words(row.when) for row in self.rows))
        small = [Words(row.small, SMALL) for row in self.rows]
        axes = [Words(self._axis_text(section), SMALL) for section in self.sections]
        when = min(times, b * _WHEN) + b * 0.8 if page.wide and any(w.text for w in small) else 0
        beside = natural_width(page, *small)
        labels = max(when + beside if when else max(times, beside), natural_width(page, *axes))
        labels = max(min(labels, page.inner * _LABELS), when + longest_word(page, *small))
        values = natural_width(page, *(Words(row.value, 1, weight="SemiBold") for row in self.rows))
        return _Frame(when, labels, page.left + labels + b * 1.6, page.right - values - b * 1.8)

    def _labels(self, row: Row, frame: _Frame) -> tuple[Cell, Cell]:
        """When a row is of and what it is: beside each other, or one above the other."""
        when = Words(row.when, 1, MUTED if row.rejected else TEXT)
        small = Words(row.small, SMALL, MUTED)
        if not frame.when:
            return cell(self.page, frame.labels, when, small), Cell()
        first = cell(self.page, frame.when - self.page.base * 0.8, when)
        return first, cell(self.page, frame.labels - frame.when, small)

    def _headed(self, section: Section) -> int:
        """How many headings a section has."""
        return len(section.parts) if section.headed else 0

    def _section(
        self,
        section: Section,
        frame: _Frame,
        labels: Mapping[int, tuple[Cell, Cell]],
        y: float,
        pad: float,
    ) -> float:
        """Draws an axis with the parts that stand on it; returns where it ends."""
        page, b = self.page, self.page.base
        y += b * _AXIS
        heights = [(_height(labels[id(row)]) + pad) * b for row in section.rows]
        bottom = y + sum(heights) + b * _HEAD * self._headed(section)
        scale, steps = self._scale(section, frame)
        self._axis(section, scale, steps, y, bottom)
        at = iter(heights)
        for part in section.parts:
            if section.headed:
                y = self._heading(part, y)
            for row in part.rows:
                height = next(at)
                middle = y + height / 2
                when, words = labels[id(row)]
                put(page, when, page.left, middle)
                put(page, words, page.left + frame.when, middle)
                self._line(row, scale, middle)
                y += height
                page.c.line(((page.left, y), (page.right, y)), PALE, 0.6)
        return y

    def _heading(self, part: Part, y: float) -> float:
        page, b = self.page, self.page.base
        y += b * _HEAD
        page.c.text(page.left, y - b * 0.42, part.heading, b * 0.95, INK, "SemiBold")
        page.c.line(((page.left, y), (page.right, y)), RULE, 0.6)
        return y

    def _scale(self, section: Section, frame: _Frame) -> tuple[Scale, Sequence[Decimal]]:
        """The scale of a section and where its gridlines stand."""
        if section.of is not None:
            of, step = section.of, 20 if section.of > 40 else 10
            steps = [Decimal(n) for n in (1, *range(step, of - step // 3, step), of)]
            return Scale(1, of, frame.start, frame.stop), steps
        most, high = self.indicator.unit.maximum, section.highest
        if most is not None and high > most * Decimal("0.55"):
            high = most
        high = high if high > 0 else Decimal(1)
        wide = frame.stop - frame.start > self.page.base * 16
        return Scale(0, float(high), frame.start, frame.stop), ticks(
            Decimal(0), high, 5 if wide else 3
        )

    def _axis(
        self, section: Section, scale: Scale, steps: Sequence[Decimal], y: float, bottom: float
    ) -> None:
        """Gridlines with their numbers, and what they count at the left."""
        page, b = self.page, self.page.base
        last = scale.start - b * 9
        for step in steps:
            x, text = scale(step), self.phrases.number(step)
            page.c.line(((x, y), (x, bottom)), RULE if step == 0 else GRID, 0.7)
            half = page.text_width(text, SMALL) / 2
            if x - half > last:
                page.c.text(x, y - b * 0.45, text, b * SMALL, FAINT, anchor="middle")
                last = x + half + b * 0.5
        page.c.text(page.left, y - b * 0.45, self._axis_text(section), b * SMALL, MUTED)

    def _axis_text(self, section: Section) -> str:
        """What the numbers of an axis count."""
        if section.of is not None:
            return capital(self.phrases.say("chart.detail.places", of=section.of))
        if self.indicator.unit.ranked:
            return self.phrases.say("column.score")
        if self.measure:
            return capital(self.measure) if self.at_axis else ""
        symbol = self.indicator.unit.symbol
        return capital(symbol.say(self.phrases.lang)) if symbol is not None else ""

    def _line(self, row: Row, scale: Scale, y: float) -> None:
        """The number of a row with what it may stand for."""
        page, b, c = self.page, self.page.base, self.page.c
        color = TEXT if row.is_target else self.colors.text
        color = MUTED if row.rejected or row.doubtful else color
        weight = "Regular" if row.rejected or row.doubtful else "SemiBold"
        c.middle(page.right, y, row.value, b, color, weight, "end")
        x = scale(row.line.number)
        if row.rejected:
            width = page.text_width(row.value, 1, weight)
            c.line(((page.right - width, y), (page.right, y)), RULE, 0.8)
        if row.is_target:
            c.line(((x, y - b * 0.72), (x, y + b * 0.72)), RULE if row.rejected else INK, 1.6)
            return
        if _spread(row):
            low = scale.low if row.interval.low is None else row.interval.low
            high = scale.high if row.interval.high is None else row.interval.high
            tint = PALE if row.rejected else self.colors.tint
            c.line(((scale(low), y), (scale(high), y)), tint, b * 0.5)
        if row.rejected:
            c.marker(x, y, "circle", b * 0.4, WHITE, RULE, 1.2)
        else:
            mark(page, row.line, scale, y, MUTED if row.doubtful else self.colors.mark)


def _height(cells: Iterable[Cell]) -> float:
    """How tall the row of some cells is, in base sizes, without the room about it."""
    return max(0.72, *(one.height for one in cells))


def _spread(row: Row) -> bool:
    """Whether the number may stand for others."""
    return row.interval.width > 0


def _newest(observations: Sequence[Observation], indicator: Indicator) -> Observation | None:
    """The report that the title names: of the whole province, sound, the latest.

    Of several one without reserve, then the one on the basis and by the method preferred.
    """
    ordered = sorted(
        observations, key=lambda r: series_key_order(series_key_of(r, indicator), indicator)
    )
    return max(
        ordered,
        key=lambda observation: (
            not observation.figure.scope,
            observation.figure.status not in UNRANKED_STATUSES,
            observation.figure.period.recency,
            observation.figure.status is None,
        ),
        default=None,
    )
