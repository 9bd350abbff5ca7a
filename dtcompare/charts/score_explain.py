"""One province's score taken apart, and two scores side by side: the sheet's rows, one drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.score import Scored
from dtcompare.analysis.score_explained import Explanation, Part, Shift, Shifts
from dtcompare.analysis.score_inputs import is_exact
from dtcompare.charts.cells import Axis, Plot
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import Entry
from dtcompare.charts.row_chart import Block, Paragraph, RowChart
from dtcompare.charts.score_words import leaf_names
from dtcompare.charts.sheet_words import bar_entry, dot_entry, table_in_words, target_entry
from dtcompare.charts.style import INK, WHITE
from dtcompare.charts.typeset import number_axis, place_axis, typeset, typeset_rows, with_remark
from dtcompare.charts.values import LinearScale, Paint, bar_ends, paint
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_explain import (
    compare_parts,
    compare_sentence,
    explain_parts,
    explain_sentence,
)
from dtcompare.view.results.score_words import changed_weights, reweighted, scored_sources
from dtcompare.view.sheet import Remark, Table
from dtcompare.view.tables import SheetWriter

_THERE, _HERE, _CHANGE = 1, 2, 3  # the columns of the sheet of two scores


class _ScoreSheet(RowChart):
    """A sheet of a score being drawn: its table with a plot a row, and its remarks below."""

    def __init__(self, scored: Scored, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, scored.as_of)
        self.scored, self.writer = scored, SheetWriter(phrases, Citations(phrases, "none"))
        self.parts: Sequence[Table | Remark] = ()

    @property
    def _table(self) -> Table | None:
        return next((part for part in self.parts if isinstance(part, Table) and part.rows), None)

    def _plans(self) -> Iterator[Sequence[Block]]:
        texts = [f"{one.label}: {'; '.join(one.lines)}" for one in self._remarks()]
        blocks: list[Block] = [Paragraph(self.page, text) for text in texts]
        yield [self._rows(self._table), *blocks] if self._table else blocks

    def _remarks(self) -> list[Remark]:
        return [part for part in self.parts if isinstance(part, Remark)]

    def _rows(self, table: Table) -> Block:
        raise NotImplementedError

    def _in_words(self, key: str) -> str:
        """Return title, subtitle, table and remarks as the words of a key."""
        return self.phrases.say(
            key,
            title=self.page.title,
            subtitle=self._subtitle(),
            rows=table_in_words(self._table) if self._table else "",
            lists=" ".join(
                f"{one.label}: {'; '.join(one.lines).rstrip('.')}." for one in self._remarks()
            ),
        ).strip()


class ScoreParts(_ScoreSheet):
    """Draws the parts of a province's score as bars, in the order of the table.

    A province without a place has no points: its figures stand there in words. ``shown`` are the
    indicators that are shown.
    """

    def __init__(
        self, found: Explanation, scored: Scored, phrases: Phrases, options: ChartOptions
    ) -> None:
        super().__init__(scored, phrases, options)
        self.found, self.shown = found, self._shown(found.parts)
        self.count = len(found.parts)
        if not any(part.observation for part in found.parts):
            self.shown = []
        self.several = len(scored.rows) > 1
        self.colors = paint(highlighted=found.province in options.highlight)
        drawn = replace(found, parts=tuple(self.shown))
        self.parts = list(explain_parts(drawn, scored, self.writer)) if self.shown else []

    def _rows(self, table: Table) -> Block:
        heads = [column.name for column in table.columns]
        say, axis, drawn = self.phrases.say, self._axis(), self.found.member is not None
        keys = ("column.points", "column.next-place") if drawn else ()
        numbers = [heads.index(say(key)) for key in keys if say(key) in heads]
        plots = [self._bar(part, axis) if drawn else None for part in self.shown]
        words, colors = (1,) if drawn else (1, 2), [self.colors] * len(plots)
        rows = typeset_rows(table, plots, words=words, numbers=numbers, colors=colors)
        named = ["", *(heads[number] for number in numbers)]
        every = with_remark(rows, self.hidden, self.phrases)
        return typeset(self.page, every, named, axis if drawn else None)

    def _axis(self) -> Axis:
        ends = []
        for part in self.shown:
            points = part.points or 0
            ends += [points, points - (part.above or 0), points + (part.lost or 0)]
        low, high = bar_ends([Decimal(repr(end)) for end in ends], None)
        return number_axis(low, high, self.phrases, self.options)

    def _bar(self, part: Part, axis: Axis) -> Plot | None:
        """Return what the part brings, then what it leaves, with the mean across."""
        if part.points is None:
            return None
        c, colors, points = self.page.c, self.colors, part.points

        def draw(scale: LinearScale, y: float, height: float) -> None:
            tall, end = height * 0.6, scale(points)
            if part.lost:
                far = scale(points + part.lost)
                c.rectangle(end, y - tall / 2, far - end, tall, colors.tint, colors.mark, 0.6)
            left, right = sorted((scale(0), end))
            c.rectangle(left, y - tall / 2, max(right - left, 0.6), tall, colors.mark)
            if part.above is not None and self.several:
                x = scale(points - part.above)
                c.line(((x, y - tall * 0.68), (x, y + tall * 0.68)), INK, 1.6)

        return Plot(draw, axis.low, axis.high)

    def _key(self) -> Iterator[Entry]:
        if self.found.member is None:
            return
        page, colors, say = self.page, self.colors, self.phrases.say
        yield bar_entry(page, say("chart.score.explain.points"), colors.mark)
        if any(part.lost for part in self.shown):
            words = say("chart.score.explain.lost")
            yield bar_entry(page, words, colors.tint, colors.mark)
        if self.several:
            yield target_entry(page, say("chart.score.explain.mean", n=len(self.scored.rows)))

    def _title(self) -> str:
        index = self.scored.file.label.say(self.phrases.lang)
        sentence = explain_sentence(self.found, self.scored, self.phrases)
        return f"{index}: {sentence.removesuffix('.')}"

    def _subtitle(self) -> str:
        return reweighted(self.scored, self.phrases)

    def _notes(self) -> Iterator[str]:
        inexact = [one for one in self.shown if one.observation and not is_exact(one.observation)]
        if inexact and self.found.member is not None:
            bare = leaf_names(self.scored, self.phrases)
            names = "; ".join(f"{bare[one.indicator]} {self._figure(one)}" for one in inexact)
            yield self.phrases.say("chart.score.explain.note.inexact", names=names)

    def _figure(self, part: Part) -> str:
        assert part.observation is not None
        indicator = self.phrases.dataset.indicator(part.indicator)
        return self.phrases.figure(part.observation.figure, indicator)

    def _sources(self) -> Iterator[str]:
        for part in self.shown:
            yield from part.observation.sources if part.observation else ()

    def _alt(self) -> str:
        return self._in_words("chart.score.explain.alt")


class ScoreDots(_ScoreSheet):
    """Draws the provinces with a place in both scores: hollow there, filled here.

    The dots are places where both scores rank the same provinces, else scores: a place among four
    and one among five stand side by side as words alone, and so do points of two methods.
    ``shifts`` holds the rows that are shown.
    """

    def __init__(
        self, shifts: Shifts, scored: Scored, phrases: Phrases, options: ChartOptions
    ) -> None:
        super().__init__(scored, phrases, options)
        self.alike = not shifts.only_here and not shifts.only_there
        self.drawn = self.alike or shifts.alike
        self.count = len(shifts.rows)
        self.sentence = compare_sentence(shifts, scored, phrases)
        self.shifts = replace(shifts, rows=tuple(self._shown(shifts.rows)))
        self.parts = list(compare_parts(self.shifts, scored, self.writer))

    def _labels(self) -> tuple[str, str]:
        """Return what the other score and this one are called, told apart where names are alike."""
        here, there = self.scored.file, self.shifts.other.file
        names = there.label.say(self.phrases.lang), here.label.say(self.phrases.lang)
        if names[0] != names[1]:
            return names
        changed = changed_weights(self.scored, self.phrases)
        if not changed:
            return there.file, here.file
        return names[0], self.phrases.say("chart.score.compare.weights", weights=changed)

    def _rows(self, table: Table) -> Block:
        axis = self._axis() if self.drawn else None
        heads = (*self._labels(), self.phrases.say("column.change"))
        numbers: Sequence[int] = (_THERE, _HERE, _CHANGE) if self.shifts.alike else (_THERE, _HERE)
        if self.shifts.alike and not self.page.wide:
            numbers = (_CHANGE,)
        named = self.options.highlight
        colors = [paint(highlighted=row.province in named) for row in self.shifts.rows]
        found = zip(self.shifts.rows, colors, strict=True)
        plots = [self._plot(row, one, axis) if axis else None for row, one in found]
        rows = typeset_rows(table, plots, words=(), numbers=numbers, colors=colors)
        every = with_remark(rows, self.hidden, self.phrases)
        return typeset(self.page, every, ["", *(heads[n - 1] for n in numbers)], axis)

    def _ends(self, row: Shift) -> tuple[Decimal, Decimal]:
        """Return the numbers that the dots stand for: there, here."""
        if self.alike:
            return Decimal(row.other_rank), Decimal(row.rank)
        return row.other_score, row.score

    def _axis(self) -> Axis:
        """Return the axis of places, else of scores."""
        if self.alike:
            return place_axis(max(len(self.scored.rows), 2), self.phrases)
        ends = [end for row in self.shifts.rows for end in self._ends(row)]
        return number_axis(*bar_ends(ends, None), self.phrases, self.options)

    def _plot(self, row: Shift, colors: Paint, axis: Axis) -> Plot:
        """Return the two dots of a province with a line between; of one place a dot in a ring."""

        def draw(scale: LinearScale, y: float, _: float) -> None:
            c, em, (there, here) = self.page.c, self.page.base, map(scale, self._ends(row))
            if there != here:
                c.line(((there, y), (here, y)), colors.tint, em * 0.3)
            c.marker(there, y, "circle", em * 0.46, WHITE, colors.mark, em * 0.17)
            radius = 0.24 if there == here else 0.42
            c.marker(here, y, "circle", em * radius, colors.mark, None)

        return Plot(draw, axis.low, axis.high)

    def _key(self) -> Iterable[Entry]:
        if self.drawn and self.shifts.rows:
            color, (there, here) = paint(highlighted=False).mark, self._labels()
            yield dot_entry(self.page, there, WHITE, stroke=color)
            yield dot_entry(self.page, here, color)

    def _title(self) -> str:
        here, there = self.scored.file, self.shifts.other.file
        other, name = self._labels()
        same = here.file == there.file and bool(self.scored.options.weights)
        key = "chart.score.compare.same" if same else "chart.score.compare.index"
        index = self.phrases.say(key, name=name, other=other)
        unlike = self.phrases.say("score.compare.unlike")
        return f"{index}: {self.sentence.removesuffix(unlike).rstrip(' .')}"

    def _subtitle(self) -> str:
        files = (self.scored.file, self.shifts.other.file)
        names = {file.label.say(self.phrases.lang) for file in files}
        # Where the two have one name, the changed weights are what tells them apart.
        return reweighted(self.scored, self.phrases) if len(names) > 1 else ""

    def _notes(self) -> Iterator[str]:
        if self.shifts.rows and not self.shifts.alike:
            yield self.phrases.say("score.compare.unlike")

    def _sources(self) -> Iterator[str]:
        for row in self.shifts.rows:
            yield from scored_sources(self.shifts.other, row.province)
            yield from scored_sources(self.scored, row.province)

    def _alt(self) -> str:
        return self._in_words("chart.score.compare.alt")
