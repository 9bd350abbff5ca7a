"""Everything behind one number: its lines over time on an axis, then its targets, then kin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.comparability import series_key_of, series_key_order
from dtcompare.analysis.observations import Observation, interval_of
from dtcompare.analysis.profile import Detail
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.measure import measure_text, togo_text
from dtcompare.charts.page import Entry, Page, hidden_rows, unbroken
from dtcompare.charts.sheet_words import note_texts, table_in_words, target_entry
from dtcompare.charts.strips import mark
from dtcompare.charts.style import INK, MUTED, PALE, RULE, SMALL, TEXT, WHITE
from dtcompare.charts.table import Axis, Block, ChartRow, Paragraph, Plot, Run, cell, fit
from dtcompare.charts.typeset import head_cell, number_axis, place_axis, typeset
from dtcompare.charts.values import LinearScale, dot, paint, value_text
from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Interval, Line, Target
from dtcompare.model.indicator import Indicator
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import figure_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.detail import DetailWriter

_FULL = Decimal("0.55")  # of a natural end: larger numbers have the axis go up to it
_ROOM = 0.4  # of the width of the page, for what the numbers of an axis count
_BEYOND = Decimal("1.25")  # an interval that ends further above the largest number is cut


def figure_history(detail: Detail, phrases: Phrases, options: ChartOptions) -> Chart:
    """Draw every line of one indicator of one province, the newest first, and the targets.

    Raises WrongUsage where the lines do not fit on the page.
    """
    return _History(detail, phrases, options).chart()


class _History:
    """One figure being drawn: ``parts`` are its lines under the keys of their headings."""

    def __init__(self, detail: Detail, phrases: Phrases, options: ChartOptions) -> None:
        self.detail, self.phrases, self.options = detail, phrases, options
        self.indicator = phrases.dataset.indicator(detail.indicator)
        self.notes = Notes(mute=options.page.height is not None)
        self.writer = DetailWriter(detail, phrases, Citations(phrases, "none"), self.notes)
        self.hidden = hidden_rows(len(detail.figures), options)
        newest = list(reversed(detail.figures))
        rejected = [target for target in detail.targets if target.reject is not None]
        judged = dict.fromkeys(assessment.target for assessment in detail.assessments)
        self.parts: dict[str, list[Line]] = {
            "detail.figures": [one for n, one in enumerate(newest) if n not in self.hidden],
            "detail.targets": [*sorted(judged, key=lambda one: one.by.end), *rejected],
            "detail.relatives": list(reversed(detail.relatives)),
        }
        self.lines = [line for lines in self.parts.values() for line in lines]
        self.colors = paint(highlighted=detail.province in options.highlight)
        measures = {measure_text(line, phrases) for line in self.lines}
        self.measure = measures.pop() if len(measures) == 1 else ""
        # What all numbers are stands at their axis where it has room there, else in the subtitle.
        width = options.font.width(self.measure, options.page.base * SMALL)
        self.at_axis = width <= options.page.width * 72 * _ROOM
        # The rows come first, so that notes are lettered as they are met.
        rows = {of: self._rows(of) for of in sorted(set(map(_of, self.lines)), key=self._last)}
        self.page = Page(
            options,
            phrases,
            detail.as_of,
            title=self._title(),
            subtitle=" ".join(self._subtitle()),
            sources=self._sources(),
            notes=tuple(self._notes()),
        )
        self.tables: list[Block] = [self._table(of, found) for of, found in rows.items()]

    def chart(self) -> Chart:
        """Draw key and tables."""
        page, rows = self.page, len(self.lines)
        y = page.key(page.top, self._key())
        tables = self.tables or [Paragraph(page, self.phrases.say("detail.empty"))]
        return page.close(fit(page, y, [tables], rows), alt=self._alt(), rows=rows)

    # The lines

    def _last(self, of: int | None) -> tuple[bool, int]:
        """Sort axes: figures before targets alone, the newest first."""
        lines = [line for line in self.lines if _of(line) == of]
        figures = [line.period.end for line in lines if isinstance(line, Figure)]
        targets = [line.by.end for line in lines if isinstance(line, Target)]
        return not figures, -max(figures or targets).toordinal()

    def _rows(self, of: int | None) -> list[ChartRow]:
        """Return the rows on one axis, under headings where there is more than figures."""
        parts = {
            key: [line for line in lines if _of(line) == of] for key, lines in self.parts.items()
        }
        axis = self._axis(of, [line for lines in parts.values() for line in lines])
        rows = []
        for key, lines in parts.items():
            if lines and (key != "detail.figures" or sum(map(bool, parts.values())) > 1):
                rows.append(ChartRow(heading=self.phrases.say(f"chart.{key}")))
            rows += [self._row(line, axis) for line in lines]
        return rows

    def _row(self, line: Line, axis: Axis) -> ChartRow:
        """Return when a line is of, what it is and what is said of it, its plot and its number."""
        quiet = line.reject is not None or line.status in UNRANKED_STATUSES
        color = TEXT if isinstance(line, Target) else self.colors.text
        weight = "Regular" if quiet else "SemiBold"
        number = Run(
            unbroken(value_text(_alone(line), self.phrases)), 1, MUTED if quiet else color, weight
        )
        when = Run(self._when(line), 1, MUTED if line.reject is not None else TEXT)
        words = Run(", ".join(filter(None, self._words(line))), SMALL, MUTED)
        return ChartRow((cell(when), cell(words), self._plot(line, axis), cell(number)))

    def _when(self, line: Line) -> str:
        phrases, note = self.phrases, self.notes.mark(*self.phrases.notes(line))
        if isinstance(line, Target):
            key = "chart.detail.every" if line.every else "chart.detail.by"
            text = capital(phrases.say(key, by=phrases.period(line.by)))
        else:
            assert isinstance(line, Figure)
            text = phrases.period(line.period)
            if line.province != self.detail.province:
                text = f"{phrases.full_name(line.province)}, {text}"
        return f"{text} {note}".rstrip()

    def _words(self, line: Line) -> Iterator[str]:
        """Yield the score beside a place, what the number is, and why it counts or not."""
        phrases = self.phrases
        if line.place is not None and line.amount is not None:
            score = phrases.amount(line.amount, self.indicator.unit)
            yield phrases.say("chart.detail.score", score=score)
        yield "" if self.measure else measure_text(line, phrases)
        yield phrases.method(line.method) if line.method is not None else ""
        yield phrases.scope(line.scope) if line.scope else ""
        yield phrases.say(f"status.{line.status}") if line.status is not None else ""
        if isinstance(line, Figure):
            yield self.writer.remark(line)
        elif line.reject is not None:
            yield phrases.rejection(line)
        else:
            assert isinstance(line, Target)
            yield self._verdicts(line)

    def _verdicts(self, target: Target) -> str:
        """Return how a target stands; by which method, where figures of several are held to it."""
        phrases = self.phrases
        held = next(one for one in self.detail.assessments if one.target == target).by_method
        texts = []
        for assessment in held:
            text = togo_text(assessment, phrases)
            if len(held) > 1 and assessment.observation is not None:
                method = phrases.method(assessment.observation.figure.method)
                text = phrases.say("figure.scope", text=text, scope=method)
            texts.append(text)
        return "; ".join(dict.fromkeys(texts))

    # What is drawn

    def _table(self, of: int | None, rows: Sequence[ChartRow]) -> Block:
        """Return the rows on their axis; the head says what its numbers count."""
        lines = [line for line in self.lines if _of(line) == of]
        measure = head_cell(capital(self._measured(of)))
        return typeset(self.page, rows, (measure, (), (), ()), self._axis(of, lines))

    def _measured(self, of: int | None) -> str:
        say, unit = self.phrases.say, self.indicator.unit
        if of is not None:
            return say("chart.detail.places", of=of)
        if unit.ranked:
            return say("column.score")
        if self.measure:
            return self.measure if self.at_axis else ""
        return unit.symbol.say(self.phrases.lang) if unit.symbol else ""

    def _axis(self, of: int | None, lines: Sequence[Line]) -> Axis:
        """Return the axis from the first place to the last, or the numbers' with 0 on it."""
        if of is not None:
            return place_axis(of, self.phrases)
        numbers = [_alone(line).number for line in lines]
        most, end = max(numbers), self.indicator.unit.maximum
        highs = [self._interval(line).high or most for line in lines]
        high = max([most, Decimal(0), *(one for one in highs if one <= most * _BEYOND)])
        if end is not None and high > end * _FULL:
            high = end
        low = min([Decimal(0), *numbers])
        high = high if high > low else low + 1
        return number_axis(float(low), float(high), self.phrases, self.options)

    def _interval(self, line: Line) -> Interval:
        """Return what a line may stand for: its place, else its number."""
        return interval_of(_alone(line), self.indicator.unit)

    def _plot(self, line: Line, axis: Axis) -> Plot:
        """Return the mark of a number with what it may stand for, or the tick of a target."""
        colors, interval = self.colors, self._interval(line)
        number = _alone(line).number
        rejected = line.reject is not None

        def draw(scale: LinearScale, y: float, _: float) -> None:
            page, em, c, x = self.page, self.page.base, self.page.c, scale(number)
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
                doubtful = line.status in UNRANKED_STATUSES
                mark(page, _alone(line), scale, y, MUTED if doubtful else colors.mark)

        return Plot(draw, axis.low, axis.high)

    def _key(self) -> list[Entry]:
        """Return the signs that are used, with their words; none where all are plain."""
        page, say, em, colors = self.page, self.phrases.say, self.page.base, self.colors
        figures = [line for line in self.lines if isinstance(line, Figure)]
        rejected = [line for line in figures if line.reject is not None]
        doubtful = [line for line in figures if line.status in UNRANKED_STATUSES]

        def spread(x: float, y: float) -> None:
            page.c.line(((x, y), (x + em * 2, y)), colors.tint, em * 0.5)
            dot(page.c, x + em, y, em * 0.42, "about", colors.mark)

        def hollow(x: float, y: float) -> None:
            page.c.marker(x + em * 0.45, y, "circle", em * 0.4, WHITE, RULE, 1.2)

        def grey(x: float, y: float) -> None:
            page.c.marker(x + em * 0.45, y, "circle", em * 0.42, MUTED)

        entries: list[Entry] = []
        if any(self._interval(line).width > 0 for line in figures):
            entries.append((em * 2, spread, say("chart.detail.key.range")))
        if rejected:
            entries.append((em * 0.9, hollow, say("chart.detail.key.rejected")))
        if any(line not in rejected for line in doubtful):
            entries.append((em * 0.9, grey, say("chart.detail.key.doubtful")))
        if len(figures) < len(self.lines):
            entries.append(target_entry(page, say("chart.key.target")))
        return entries

    # What is said of all

    def _title(self) -> str:
        detail, say = self.detail, self.phrases.say
        facts = {
            "indicator": self.phrases.indicator(detail.indicator),
            "name": unbroken(self.phrases.full_name(detail.province)),
        }
        newest = _newest(detail.observations, self.indicator)
        if newest is not None:
            text = figure_text(newest.figure, self.phrases)
            period = self.phrases.period(newest.figure.period)
            return say("chart.detail.title", figure=text, period=period, **facts)
        if detail.figures:
            return say("chart.detail.title.rejected", **facts)
        if detail.targets:
            return say("chart.detail.title.targets", n=len(detail.assessments), **facts)
        return say("chart.detail.title.none", **facts)

    def _subtitle(self) -> Iterator[str]:
        """Yield what is measured, and how to read it."""
        description = self.indicator.description
        if self.measure and not self.at_axis:
            yield capital(self.measure) + "."
        if description is not None:
            yield description.say(self.phrases.lang)
        if len(self.detail.figures) > 1:
            yield self.phrases.say("chart.detail.order")

    def _notes(self) -> Iterator[str]:
        if self.hidden:
            yield capital(self.phrases.say("chart.rows-hidden", n=len(self.hidden))) + "."
        yield from note_texts(self.notes)

    def _sources(self) -> Iterator[str]:
        for line in self.lines:
            yield line.source
        for assessment in self.detail.assessments:
            yield from assessment.sources

    def _alt(self) -> str:
        """Return the chart in words: the sheet's tables of the lines that are drawn."""
        writer = DetailWriter(
            self.detail, self.phrases, Citations(self.phrases, "none"), Notes(mute=True)
        )
        texts = []
        for key in ("detail.figures", "detail.relatives"):
            figures = [line for line in reversed(self.parts[key]) if isinstance(line, Figure)]
            if figures:
                texts.append(table_in_words(writer.figures(figures, key)))
        if self.detail.targets:
            texts.append(table_in_words(writer.targets()))
        rows = " ".join(texts) or self.phrases.say("detail.empty")
        return self.phrases.say("chart.detail.alt", title=self.page.title, rows=rows.rstrip("."))


def _of(line: Line) -> int | None:
    """Return among how many a line's place is, None for a number that is no place."""
    return None if line.place is None else line.place.of


def _alone(line: Line) -> Line:
    """Return a line as its place alone, where it has one beside a score."""
    return line if line.place is None else replace(line, amount=None)


def _newest(observations: Sequence[Observation], indicator: Indicator) -> Observation | None:
    """Return the report that the title names: of the whole province, sound, the latest.

    Of several one without reserve, then the one on the basis and by the method preferred.
    """
    ordered = sorted(
        observations, key=lambda one: series_key_order(series_key_of(one, indicator), indicator)
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
