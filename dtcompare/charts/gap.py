"""How far from the targets: dumbbells for what can be judged, the sheet's tables for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from dtcompare.analysis.gaps import GapRow, Gaps
from dtcompare.charts.cells import Cell, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.gap_scale import GapScale
from dtcompare.charts.gap_words import (
    basis_text,
    figure_of,
    gap_title,
    goal_text,
    left_out_notes,
    name_text,
    pace_so_far,
    pace_text,
    pages_behind,
    shapes_of,
    size_text,
)
from dtcompare.charts.page import Entry, hidden_rows, unbroken
from dtcompare.charts.row_chart import Block, Paragraph, RowChart, fit, fits
from dtcompare.charts.sheet_words import (
    as_rows,
    dot_entry,
    head_row,
    note_texts,
    sign_entries,
    table_in_words,
    target_entry,
    word_columns,
)
from dtcompare.charts.style import BAR, BAR_HIGH, INK, MUTED, PALE, SMALL, TEXT, WHITE
from dtcompare.charts.table import ChartTable
from dtcompare.charts.values import Kind, LinearScale, dot, kind_of, paint, value_text
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.gap import GapWriter, counts, deadline, rows_of

_JUDGED, _UNJUDGED = ("open", "passed"), ("silent", "unjudged", "ended")
_ANNOTATED = 16  # with more rows than this the notes of single lines are left to the table
_RADIUS, _NUMBER = 0.42, 0.9  # of a dot, and of the type beside it, in base sizes
_ROOMY = 60  # base sizes: a page wider than this has more numbers on its axis


class GapDumbbells(RowChart):
    """Draws gaps as dumbbells, and in words the targets that nobody can judge.

    ``first`` and ``last`` of the options are rows of dumbbells; where there are none, the targets
    told in words. ``drawn`` are the judged rows, ``cited`` those with their sources.
    """

    def __init__(self, gaps: Gaps, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, gaps.as_of)
        self.gaps = gaps
        self.notes = Notes(mute=options.size != "a4" or len(gaps.rows) > _ANNOTATED)
        judged = {name: rows_of(gaps, name) for name in _JUDGED}
        unjudged = {name: rows_of(gaps, name) for name in _UNJUDGED}
        dumbbells = any(judged.values())
        shown = judged if dumbbells else unjudged
        self.hidden = hidden_rows(sum(map(len, shown.values())), options)
        self.judged = _without(judged, self.hidden if dumbbells else range(0))
        self.unjudged = _without(unjudged, range(0) if dumbbells else self.hidden)
        self.drawn = [row for rows in self.judged.values() for row in rows]
        self.cited = [*self.drawn, *(row for rows in self.unjudged.values() for row in rows)]
        figures = [figure_of(row) for row in self.drawn]
        self.period = next(iter(dict(Counter(f.period for f in figures).most_common(1))), None)
        bases = {basis_text(figure, phrases) for figure in figures}
        self.basis = bases.pop() if len(bases) == 1 else ""
        self.shapes = shapes_of(figure.method for figure in figures)
        self.scale = GapScale(self.drawn, phrases)
        # In reading order, so that notes are lettered as they are met.
        writer = GapWriter(phrases, Citations(phrases, "none"), self.notes, others=False)
        sections = self.judged | self.unjudged
        self.tables = {
            name: writer.section(gaps, name, rows) for name, rows in sections.items() if rows
        }
        self.count = len(self.drawn) or len(self.cited)

    def _title(self) -> str:
        return gap_title(self.gaps, self.phrases)

    def _sources(self) -> Iterator[str]:
        """Yield the pages behind every target and the figures it is held against."""
        for row in self.cited:
            yield from pages_behind(row.assessment)

    def chart(self) -> Chart:
        """Draw key, dumbbells and tables by the fullest plan that fits."""
        page = self.page = self._new_page()
        y = page.key(page.top, self._key())
        blocks = next((plan for plan in self._plans() if fits(page, y, plan)), None)
        if blocks is None:  # without the words their sources go too
            self.cited = self.drawn
            page = self.page = self._new_page()
            y = page.key(page.top, self._key())
            blocks = [*self._tables(), *self._counted()]
        return page.close(fit(page, y, [blocks], self.count), alt=self._alt(), rows=self.count)

    def _plans(self) -> Iterator[list[Block]]:
        """Yield dumbbells, paces and tables; then with the rows that say nothing run on."""
        texts = []
        for row in self.drawn:
            alone = self.gaps.province and self.gaps.indicator
            name = "" if alone else name_text(row, self.gaps, self.phrases)
            texts.append(pace_so_far(row, name, self.phrases))
        if self.hidden and not self.drawn:
            texts.append(self.phrases.say("chart.rows-hidden", n=len(self.hidden)))
        paragraphs = [Paragraph(self.page, text) for text in texts if text]
        for run_on in (False, True) if self.page.wide else (True,):
            yield [*self._tables(), *paragraphs, *self._words(run_on=run_on)]

    def _counted(self) -> Iterator[Paragraph]:
        """Yield for every section that cannot be judged how many targets it has."""
        say = self.phrases.say
        for name, rows in self.unjudged.items():
            if rows:
                label = say(f"gap.section.{name}")
                yield Paragraph(self.page, say("chart.names", label=label, names=len(rows)))

    # Dumbbells

    def _tables(self) -> list[Block]:
        """Return the table of dumbbells; none where nothing can be judged."""
        if not self.drawn:
            return []
        say, wide = self.phrases.say, self.page.wide
        roomy = self.page.inner > self.page.base * _ROOMY
        axis = self.scale.axis(3 + wide + roomy)
        if wide:
            columns = [
                ChartColumn(),
                ChartColumn(fold=True),
                ChartColumn(plot=True, axis=axis),
                ChartColumn(_head(say("column.goal")), "end"),
                ChartColumn(_head(say("column.to-go"), self._unit()), "end"),
                ChartColumn(_head(say("chart.gap.needed")), "end"),
            ]
        else:
            columns = [
                ChartColumn(fold=True),
                ChartColumn(align="end"),
                ChartColumn(fold=True, line=1),
                ChartColumn(align="end", line=1),
                ChartColumn(plot=True, axis=axis, line=2),
                ChartColumn(align="end", line=2),
            ]
        return [ChartTable(self.page, columns, list(self._rows()))]

    def _rows(self) -> Iterator[ChartRow]:
        """Yield a row a figure, under the headings of their sections where there are several."""
        say = self.phrases.say
        cut = ChartRow(remark=say("chart.rows-hidden", n=len(self.hidden)))
        headed = sum(map(bool, (*self.judged.values(), *self.unjudged.values()))) > 1
        make = self._wide_row if self.page.wide else self._narrow_row
        at = 0
        for name, rows in self.judged.items():
            if rows and headed:
                yield ChartRow(heading=say(f"gap.section.{name}"))
            for row in rows:
                if self.hidden and at == self.hidden.start:
                    yield cut
                yield make(row)
                at += 1
        if self.hidden and at == self.hidden.start:
            yield cut

    def _wide_row(self, row: GapRow) -> ChartRow:
        """Return a row of one line."""
        name, size, beside = self._name(row), self._size(row, 0.92), self._beside(row)
        pace = cell(Run(pace_text(row, self.phrases), 0.92))
        due = cell(Run(self.phrases.period(row.assessment.target.by), 0.92, MUTED))
        goal = cell(Run(goal_text(row.assessment.target, self.phrases), 0.92))
        return ChartRow((due, cell((name, beside)), self._plot(row), goal, size, pace))

    def _narrow_row(self, row: GapRow) -> ChartRow:
        """Return a row of three lines: name, what the target is, and the dumbbell."""
        target, phrases = row.assessment.target, self.phrases
        by = phrases.say("chart.by", value=goal_text(target, phrases), by=phrases.period(target.by))
        facts = Run(", ".join(filter(None, (by, self._beside(row).text))), SMALL, MUTED)
        pace = Run(pace_text(row, phrases, words=True), SMALL, MUTED)
        return ChartRow(
            (
                cell(self._name(row)),
                self._size(row, 1),
                cell(facts),
                cell(pace),
                self._plot(row),
                (),
            )
        )

    def _name(self, row: GapRow) -> Run:
        colors = paint(highlighted=row.province in self.options.highlight)
        return Run(name_text(row, self.gaps, self.phrases), 1, colors.text, colors.weight)

    def _size(self, row: GapRow, scale: float) -> Cell:
        """Return what is still to go, darker where the target is reached."""
        highlighted = row.province in self.options.highlight
        color = paint(highlighted=highlighted).text
        if row.assessment.verdict == "met" and not highlighted:
            color = BAR_HIGH
        return cell(Run(size_text(row, self.phrases), scale, color, "SemiBold"))

    def _beside(self, row: GapRow) -> Run:
        """Return when, how firm, of what and of which part, where that is not every row's."""
        phrases, figure = self.phrases, figure_of(row)
        parts, basis = [], basis_text(figure, phrases)
        fixed = phrases.dataset.indicator(row.indicator).fixed_basis
        if figure.period != self.period:
            parts.append(phrases.period(figure.period))
        if figure.status is not None:
            parts.append(phrases.say(f"status.{figure.status}"))
        if basis not in ("", self.basis) and not fixed:
            parts.append(phrases.say("chart.gap.of-basis", basis=basis))
        if figure.scope:
            parts.append(phrases.scope(figure.scope))
        marks = self.notes.mark(*phrases.notes(figure), *phrases.notes(row.assessment.target))
        return Run(" ".join(filter(None, (", ".join(parts), marks))), SMALL, MUTED)

    def _plot(self, row: GapRow) -> Plot:
        """Return a dot for the figure, a tick for the target, a bar for what lies between."""
        em, figure, shared = self.page.base, figure_of(row), self.scale.holds(row)
        number, goal, low, high = self.scale.numbers(row)
        places = row.assessment.target.place is not None
        kind: Kind = "exact" if places else kind_of(figure)
        upper = figure.amount.upper if figure.amount and kind == "range" else None
        text = value_text(replace(figure, amount=None) if places else figure, self.phrases)
        met = row.assessment.verdict == "met"
        highlighted = row.province in self.options.highlight
        colors = paint(highlighted=highlighted, reached=met)
        words = paint(highlighted=highlighted)
        wide = self.page.text_width(text, _NUMBER, words.weight)
        behind = number > goal or (number == goal and met)
        tip = kind in (("over", "nearly") if behind else ("under",))
        gap = em * (1.5 if tip else 0.75)
        shape = self.shapes[figure.method]

        def draw(scale: LinearScale, y: float, height: float) -> None:
            c, x, end = self.page.c, scale(number), scale(goal)
            if not shared:
                self._draw_track(scale, y, height)
            if not met:
                c.rectangle(min(x, end), y - em * 0.2, abs(end - x), em * 0.4, colors.tint)
            if upper is not None:
                c.line(((x, y), (scale(upper), y)), colors.mark, 1.6)
            half = min(height * 0.42, em * 0.75)
            c.line(((end, y - half), (end, y + half)), INK, 1.5)
            dot(c, x, y, em * _RADIUS, kind, colors.mark, shape)
            at = x - gap - wide
            if behind:
                at = scale(upper if upper is not None else number) + gap
            c.middle(at, y, text, em * _NUMBER, words.text, words.weight, halo=True)

        label = (float(number), gap + wide, 0.0)
        if behind:
            label = (float(upper if upper is not None else number), 0.0, gap + wide)
        return Plot(draw, low, high, shared, (label,))

    def _draw_track(self, scale: LinearScale, y: float, height: float) -> None:
        """Draw the ground of a row of its own scale, which keeps the gridlines out."""
        c, em, wide = self.page.c, self.page.base, scale.end - scale.start
        c.rectangle(scale.start - 1, y - height / 2, wide + 2, height, WHITE)
        c.rectangle(scale.start, y - em * 0.12, wide, em * 0.24, PALE)

    def _key(self) -> list[Entry]:
        """Return the signs that are drawn, with their words."""
        page, say = self.page, self.phrases.say
        if not self.drawn:
            return []
        named = [method for method in self.shapes if method is not None]
        waiting = [row for row in self.drawn if row.assessment.verdict != "met"]
        entries = []
        if any(len(named) < 2 or figure_of(row).method is None for row in waiting):
            entries.append(dot_entry(page, say("chart.gap.key.now"), BAR))
        if len(named) > 1:
            for method in named:
                words, shape = self.phrases.method(method), self.shapes[method]
                entries.append(dot_entry(page, words, BAR, shape=shape))
        if len(waiting) < len(self.drawn):
            entries.append(dot_entry(page, say("chart.gap.key.reached"), BAR_HIGH))
        amounts = [row for row in self.drawn if row.assessment.target.place is None]
        kinds = {kind_of(figure_of(row)) for row in amounts}
        entries += sign_entries(page, kinds, BAR)
        return [*entries, target_entry(page, say("chart.gap.key.target"))]

    # What nobody can judge

    def _words(self, *, run_on: bool) -> Iterator[Block]:
        """Yield the sheet's tables of what cannot be judged.

        ``run_on``: the rows that report nothing follow as running text.
        """
        say, headed = self.phrases.say, not self.page.wide
        for name, rows in self.unjudged.items():
            table = self.tables.get(name)
            if table is None:
                continue
            set_rows, empty = [ChartRow(heading=say(f"gap.section.{name}"))], []
            highlighted = [row.province in self.options.highlight for row in rows]
            paints = [paint(highlighted=one) for one in highlighted]
            typeset = as_rows(table, paints, marked=name == "silent")
            for row, shown, line in zip(rows, table.rows, typeset, strict=True):
                if run_on and not row.assessment.instead and row.assessment.observation is None:
                    due, *names, target, _, _ = (one.text for one in shown.cells)
                    subject = unbroken(": ".join(names))
                    empty.append(
                        say("chart.gap.run", name=subject, target=target, by=unbroken(due))
                    )
                    continue
                if not headed:
                    set_rows.append(head_row(table.columns))
                set_rows.append(line)
                headed = True
            columns = word_columns(self.page, len(table.columns) - 1)
            yield ChartTable(self.page, columns, set_rows, stretch=False, level=True)
            if empty:
                label = say("silent.none", n=len(empty))
                text = say("chart.names", label=label, names="; ".join(empty))
                yield Paragraph(self.page, text)

    # What is said of all

    def _subtitle(self) -> str:
        gaps, phrases = self.gaps, self.phrases
        if not gaps.rows:
            return phrases.say("gap.empty.national" if gaps.against else "chart.gap.empty")
        parts = (self._measured(), counts(gaps, phrases), deadline(gaps, phrases))
        return " ".join(filter(None, parts))

    def _unit(self) -> str:
        """Return what is counted as still to go, where that is the same in all rows."""
        if not self.scale.symbol or not all(map(self.scale.holds, self.drawn)):
            return ""
        return (
            self.phrases.say("chart.gap.points") if self.scale.symbol == "%" else self.scale.symbol
        )

    def _measured(self) -> str:
        """Return unit, basis, method and time that all rows share."""
        say, parts, sentences = self.phrases.say, [], []
        if self.scale.symbol and len({row.indicator for row in self.drawn}) == 1:
            based = say("chart.footing.basis", symbol=self.scale.symbol, basis=self.basis)
            parts.append(based if self.basis else self.scale.symbol)
        elif self.scale.symbol == "%":
            parts.append(say("chart.gap.own-basis"))
        methods = list(self.shapes)
        if len(methods) == 1 and methods[0] is not None:
            parts.append(self.phrases.method(methods[0]))
        if parts:
            sentences.append(capital(", ".join(parts)) + ".")
        if self.period is not None:
            mixed = any(figure_of(row).period != self.period for row in self.drawn)
            key = "chart.gap.period.most" if mixed else "chart.gap.period"
            sentences.append(say(key, n=len(self.drawn), period=self.phrases.period(self.period)))
        return " ".join(sentences)

    def _notes(self) -> Iterator[str]:
        gaps, say = self.gaps, self.phrases.say
        own = [row for row in self.drawn if not self.scale.holds(row)]
        if own:
            key = "all" if len(own) == len(self.drawn) else "some"
            yield say(f"chart.gap.note.own-scale.{key}")
        yield from left_out_notes(gaps, self.phrases)
        yield from note_texts(self.notes)

    def _alt(self) -> str:
        """Return the chart in words: what is drawn, and every target by section."""
        key = "chart.gap.alt" if self.drawn else "chart.gap.alt.list"
        lists = " ".join(table_in_words(table) for table in self.tables.values() if table)
        measure = self._subtitle().rstrip(".")
        text = self.phrases.say(key, title=self.page.title, measure=measure, lists=lists)
        return " ".join(text.split())


def _head(text: str, unit: str = "") -> Cell:
    return cell(Run(text, SMALL, TEXT, "SemiBold"), Run(unit, SMALL, MUTED))


def _without(parts: Mapping[str, Sequence[GapRow]], hidden: range) -> dict[str, Sequence[GapRow]]:
    """Return the parts without the rows that are not shown."""
    shown: dict[str, Sequence[GapRow]] = {}
    at = 0
    for name, rows in parts.items():
        shown[name] = [row for n, row in enumerate(rows, at) if n not in hidden]
        at += len(rows)
    return shown
