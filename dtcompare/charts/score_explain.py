"""One province's score taken apart: what each indicator brings, what it leaves, and the mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from dtcompare.analysis.score import Scored
from dtcompare.analysis.score_explained import Explanation, Part
from dtcompare.analysis.score_inputs import is_exact
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, hidden_rows, lists_of, unbroken
from dtcompare.charts.score_words import bare_names, points_text
from dtcompare.charts.sheet_words import table_in_words
from dtcompare.charts.style import INK, MUTED, SMALL
from dtcompare.charts.table import (
    Axis,
    Block,
    ChartColumn,
    ChartRow,
    ChartTable,
    Paragraph,
    Plot,
    Run,
    cell,
    fit,
)
from dtcompare.charts.typeset import head_cell, number_axis, typeset, with_remark
from dtcompare.charts.values import LinearScale, paint
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_explain import enough, explain_parts
from dtcompare.view.results.score_words import node_name, number, reweighted
from dtcompare.view.sheet import Table as SheetTable
from dtcompare.view.tables import SheetWriter


def explain_score(
    explanation: Explanation, scored: Scored, phrases: Phrases, options: ChartOptions
) -> Chart:
    """Draw the parts of a province's score as bars, in the order of the table.

    A province without a place has no points: its figures stand there as numbers. Raises WrongUsage
    where the rows do not fit on the page.
    """
    return _Parts(explanation, scored, phrases, options).chart()


class _Parts:
    """One explanation being drawn: ``parts`` are the indicators that are shown."""

    def __init__(
        self, found: Explanation, scored: Scored, phrases: Phrases, options: ChartOptions
    ) -> None:
        self.found, self.scored, self.phrases = found, scored, phrases
        leaves = [leaf.id for leaf in scored.file.tree.leaves()]
        self.names = dict(zip(leaves, bare_names(leaves, scored, phrases), strict=True))
        self.hidden = hidden_rows(len(found.parts), options)
        self.silent = not any(part.observation for part in found.parts)
        shown = () if self.silent else found.parts
        self.parts = [part for n, part in enumerate(shown) if n not in self.hidden]
        self.several = len(scored.rows) > 1
        self.colors = paint(highlighted=found.province in options.highlight)
        self.page = Page(
            options,
            phrases,
            scored.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=(
                key for part in self.parts if part.observation for key in part.observation.sources
            ),
            notes=tuple(self._notes()),
        )

    def chart(self) -> Chart:
        """Draw key, bars and what stands out."""
        page, rows = self.page, len(self.found.parts)
        y = page.key(page.top, list(self._key()))
        texts = [f"{label}: {names}" for label, names in self._lists().items()]
        blocks: list[Block] = [Paragraph(page, text) for text in texts]
        if self.parts:
            blocks.insert(0, self._figures() if self.found.member is None else self._bars())
        return page.close(fit(page, y, [blocks], rows), alt=self._alt(), rows=rows)

    # What is said

    def _title(self) -> str:
        found, scored, say = self.found, self.scored, self.phrases.say
        member, ahead = found.member, found.ahead
        facts = {
            "index": scored.file.label.say(self.phrases.lang),
            "name": self.phrases.province(found.province, scored.as_of),
        }
        if member is None:
            entry = next((e for e in scored.unplaced if e.province == found.province), None)
            if entry is None:
                return say("chart.score.explain.title.absent", **facts)
            group = node_name(entry.group, scored.file, self.phrases) if entry.group else ""
            reason = say(f"score.reason.{entry.reason}", group=group)
            return say("chart.score.explain.title.unplaced", reason=reason, **facts)
        facts |= {
            "place": unbroken(say("place.rank", number=member.rank, of=member.rank_of)),
            "score": self.phrases.number(member.score),
        }
        if ahead is None:
            return say("chart.score.explain.title", **facts)
        points = self.phrases.number(ahead.score - member.score)
        name = self.phrases.province(ahead.province, scored.as_of)
        return say("chart.score.explain.title.ahead", points=points, ahead=name, **facts)

    def _subtitle(self) -> str:
        say = self.phrases.say
        if self.silent:
            return ""
        if self.found.member is None:
            return say("chart.score.explain.unplaced")
        order = "need" if any(part.need is not None for part in self.found.parts) else "lost"
        texts = (
            reweighted(self.scored, self.phrases),
            say("chart.score.explain.subtitle"),
            say(f"chart.score.explain.order.{order}"),
        )
        return " ".join(filter(None, texts))

    def _notes(self) -> Iterator[str]:
        inexact = [p for p in self.parts if p.observation and not is_exact(p.observation)]
        if inexact and self.found.member is not None:
            names = "; ".join(f"{self.names[p.indicator]} {self._figure(p)}" for p in inexact)
            yield self.phrases.say("chart.score.explain.note.inexact", names=names)
        if any(part.need is not None for part in self.parts):
            yield self.phrases.say("chart.score.explain.note.need")

    def _lists(self) -> Mapping[str, str]:
        """Return what is not reported, and where the province is most above and below the mean."""
        say, parts, lists = self.phrases.say, self.found.parts, {}
        if self.silent:
            names = [unbroken(self.names[part.indicator]) for part in parts]
            lists[say("silent.none", n=len(parts))] = "; ".join(names)
        if not self.several:
            return lists
        for key, found in (
            ("score.strengths", self.found.strengths),
            ("score.weaknesses", self.found.weaknesses),
        ):
            texts = [
                say("score.above", name=self.names[p.indicator], points=self._signed(p.above))
                for p in found
            ]
            if texts:
                lists[say(key)] = "; ".join(texts)
        return lists

    def _signed(self, points: float | None) -> str:
        if points is None:
            return ""
        text = points_text(abs(points), 2, self.phrases)
        if not text.strip("0.,"):
            return text
        sign = "plus" if points > 0 else "minus"
        return self.phrases.say(f"chart.score.explain.{sign}", points=text)

    def _need(self, part: Part) -> str:
        """Return the figure, else the score, that alone brings the next place."""
        if part.need_figure is not None:
            return self.phrases.number(enough(part.need_figure, part.observation))
        if part.need is None:
            return ""
        return self.phrases.say("score.need", score=number(part.need, 2, self.phrases))

    def _figure(self, part: Part) -> str:
        """Return the figure itself, where there are no points to draw."""
        if part.observation is None:
            return self.phrases.say("verdict.no_figure")
        indicator = self.phrases.dataset.indicator(part.indicator)
        figure = self.phrases.figure(part.observation.figure, indicator)
        return f"{figure}, {self.phrases.period(part.observation.figure.period)}"

    def _alt(self) -> str:
        """Return the chart in words: the sheet's table of the rows that are shown."""
        shown = replace(self.found, parts=tuple(self.parts))
        writer = SheetWriter(self.phrases, Citations(self.phrases, "none"))
        tables = [
            part
            for part in explain_parts(shown, self.scored, writer)
            if isinstance(part, SheetTable) and part.rows
        ]
        text = self.phrases.say(
            "chart.score.explain.alt",
            title=self.page.title,
            subtitle=self._subtitle(),
            rows=" ".join(map(table_in_words, tables)),
            lists=lists_of(self._lists()),
        )
        return text.strip()

    # What is drawn

    def _key(self) -> Iterator[Entry]:
        if self.found.member is None:
            return
        c, em, colors, say = self.page.c, self.page.base, self.colors, self.phrases.say
        width, height = em * 1.5, em * 0.78

        def points(x: float, y: float) -> None:
            c.rectangle(x, y - height / 2, width, height, colors.mark)

        def lost(x: float, y: float) -> None:
            c.rectangle(x, y - height / 2, width, height, colors.tint, colors.mark, 0.6)

        def mean(x: float, y: float) -> None:
            c.line(((x + em * 0.3, y - em * 0.55), (x + em * 0.3, y + em * 0.55)), INK, 1.6)

        yield width, points, say("chart.score.explain.points")
        if any(part.lost for part in self.parts):
            yield width, lost, say("chart.score.explain.lost")
        if self.several:
            yield em * 0.6, mean, say("chart.score.explain.mean", n=len(self.scored.rows))

    def _figures(self) -> ChartTable:
        """Return the figures in words."""
        rows = [
            ChartRow((cell(Run(self.names[p.indicator])), cell(Run(self._figure(p), SMALL, MUTED))))
            for p in self.parts
        ]
        return ChartTable(
            self.page,
            [ChartColumn(fold=True), ChartColumn(fold=True)],
            with_remark(rows, self.hidden, self.phrases),
        )

    def _bars(self) -> ChartTable:
        """Return bars with points, how far from the mean they are, and what is needed."""
        say, axis = self.phrases.say, self._axis()
        found = [self._row(part, axis) for part in self.parts]
        rows = with_remark(found, self.hidden, self.phrases)
        heads = [
            head_cell(say(f"chart.score.explain.column.{name}"), strong=name == "points")
            for name in ("points", *["above"] * self.several, "need")
        ]
        return typeset(self.page, rows, ((), (), (), *heads), axis, ruled=False)

    def _row(self, part: Part, axis: Axis) -> ChartRow:
        points = "–" if part.points is None else points_text(part.points, 2, self.phrases)
        numbers = [cell(Run(points, 0.95, self.colors.text, "SemiBold"))]
        if self.several:
            numbers.append(cell(Run(self._signed(part.above), 0.95, MUTED)))
        numbers.append(cell(Run(unbroken(self._need(part)), 0.95, MUTED)))
        name = cell(Run(self.names[part.indicator]))
        if part.points is None:
            return ChartRow((name, cell(Run(self._figure(part), SMALL, MUTED)), (), *numbers))
        return ChartRow((name, (), self._bar(part, axis), *numbers))

    def _axis(self) -> Axis:
        """Return the axis of points."""
        ends = [0.0]
        for part in self.parts:
            points = part.points or 0
            ends += [points, points - (part.above or 0), points + (part.lost or 0)]
        low, high = min(ends), max(ends)
        high = high if high > low else low + 1
        return number_axis(low, high, self.phrases, self.page.options)

    def _bar(self, part: Part, axis: Axis) -> Plot:
        """Return what the part brings, then what it leaves, with the mean across."""
        c, colors, points = self.page.c, self.colors, part.points or 0

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
