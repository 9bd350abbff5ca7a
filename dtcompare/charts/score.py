"""A composite score as bars: what it is made of, and how firm each place is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from dtcompare.analysis.score import Member, Scored
from dtcompare.analysis.score_explained import Answer
from dtcompare.charts.cells import Axis, Cell, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import Entry, lists_of
from dtcompare.charts.row_chart import Block, Paragraph, RowChart, stand_beside
from dtcompare.charts.score_explain import ScoreDots, ScoreParts
from dtcompare.charts.score_words import (
    Slice,
    ends_text,
    points_text,
    score_notes,
    score_subtitle,
    score_title,
    slices,
    unplaced_lists,
)
from dtcompare.charts.style import CONTRAST, FAINT, INK, MUTED, SMALL, WHITE, contrast
from dtcompare.charts.table import ChartTable
from dtcompare.charts.typeset import head_cell, place_axis
from dtcompare.charts.values import LinearScale, Paint, paint
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import number, percent, scored_sources, spread_text

_DETAILED = 12  # up to so many rows the parts of a bar bear their points
_FEW = 8  # up to so many places their axis is a narrow one
_NARROW, _BROAD = 0.4, 0.62  # the widths of the axis of places in those of the bars
_REPLAYED = 8  # provinces whose places under given weights are told


def score_chart(answer: Answer, phrases: Phrases, options: ChartOptions) -> RowChart:
    """Return what draws a score's bars, one province taken apart, or two scores side by side.

    Of a method card the bars are drawn; the card itself is a table.
    """
    scored = answer.scored
    if answer.explanation is not None and not answer.card:
        return ScoreParts(answer.explanation, scored, phrases, options)
    if answer.shifts is not None and not answer.card:
        return ScoreDots(answer.shifts, scored, phrases, options)
    return ScoreBars(scored, phrases, options)


class ScoreBars(RowChart):
    """Draws a score: ``rows`` are the provinces that are shown."""

    def __init__(self, scored: Scored, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, scored.as_of)
        self.scored = scored
        self.slices = slices(scored, phrases)
        self.rows, self.count = self._shown(scored.rows), len(scored.rows)
        self.ranks = [row.rank for row in scored.rows]
        self.placed = scored.draws is not None and len(scored.rows) > 1

    def _title(self) -> str:
        return score_title(self.scored, self.phrases)

    def _subtitle(self) -> str:
        return score_subtitle(self.scored, self.phrases)

    def _sources(self) -> Iterator[str]:
        for row in self.scored.rows:
            yield from scored_sources(self.scored, row.province)

    def _notes(self) -> Iterable[str]:
        return score_notes(self.scored, self.phrases, brief=self.options.page.height is not None)

    def _key(self) -> list[Entry]:
        return [self._entry(part) for part in self.slices if self.rows]

    def _entry(self, part: Slice) -> Entry:
        page, side = self.page, self.page.base * 0.85

        def square(x: float, y: float) -> None:
            page.c.rectangle(x, y - side / 2, side, side, part.color)

        return side, square, part.name

    def _plans(self) -> Iterator[Sequence[Block]]:
        """Yield the rows in one column, then two; those without a place are named, then counted."""
        if not self.rows:
            yield self._lists(counted=False, gaps=False)
            return
        gapped = self.page.wide and any(row.missing for row in self.scored.rows)
        for counted in (False, True):
            lists = self._lists(counted=counted, gaps=not gapped)
            yield [self._table(self._rows(gapped=gapped), gapped=gapped), *lists]
        if self.options.size not in ("a4", "slide"):
            return
        for counted in (False, True):
            halves = stand_beside(
                partial(self._table, gapped=False), self._rows(gapped=False), self.page
            )
            yield [halves, *self._lists(counted=counted, gaps=True)]

    # Rows

    def _table(
        self,
        rows: Sequence[ChartRow],
        edges: tuple[float, float] | None = None,
        *,
        gapped: bool,
    ) -> ChartTable:
        """Return rows of place, name, bar, score, what gaps could do, and the range of places."""
        say, low = self.phrases.say, self._ends()[0]
        zero = Axis(*self._ends(), ((0.0, ""),)) if low < 0 else None
        columns = [
            ChartColumn(align="end"),
            ChartColumn(),
            ChartColumn(plot=True, axis=zero),
            ChartColumn(head_cell(say("column.score"), strong=True), "end"),
        ]
        if gapped:
            columns.append(ChartColumn(head_cell(say("chart.score.column.gaps")), "end"))
        if self.placed:
            of = self.scored.rows[0].rank_of
            short = ".short" if edges or not self.page.wide else ""
            head = head_cell(say(f"chart.score.column.place{short}"), strong=True)
            share = _NARROW if of <= _FEW else _BROAD
            axis = place_axis(of, self.phrases)
            wide = self.page.wide and edges is None
            columns.append(ChartColumn(head, plot=True, axis=axis, share=share if wide else 1))
        return ChartTable(self.page, columns, rows, edges=edges)

    def _rows(self, *, gapped: bool) -> list[ChartRow]:
        rows = [self._row(row, gapped=gapped) for row in self.rows]
        if self.hidden:
            first, last = (self.ranks[n] for n in (self.hidden[0], self.hidden[-1]))
            text = self.phrases.say("chart.rows-hidden", n=len(self.hidden))
            if first != last or len(self.hidden) == 1:
                one = ".one" if len(self.hidden) == 1 else ""
                text = self.phrases.say(f"chart.hidden{one}", first=first, last=last)
            rows.insert(self.hidden[0], ChartRow(remark=text))
        return rows

    def _row(self, row: Member, *, gapped: bool) -> ChartRow:
        colors = paint(highlighted=row.province in self.options.highlight)
        place = colors.text if row.province in self.options.highlight else FAINT
        cells: list[Cell | Plot] = [
            cell(Run(self._place(row), 0.92, place, colors.weight)),
            cell(Run(self._name(row), 1, colors.text, colors.weight)),
            self._bar(row, colors),
            cell(Run(self.phrases.number(row.score), 0.95, colors.text, "SemiBold")),
        ]
        if gapped:
            cells.append(cell(Run(ends_text(row, self.phrases), SMALL, MUTED)))
        if self.placed:
            cells.append(self._range(row, colors))
        return ChartRow(tuple(cells))

    def _place(self, row: Member) -> str:
        """Return the place, with a sign where others share it."""
        return f"{'=' * (self.ranks.count(row.rank) > 1)}{row.rank}"

    def _name(self, row: Member) -> str:
        return self.phrases.province(row.province, self.scored.as_of)

    def _ends(self) -> tuple[float, float]:
        """Return the ends of the scale of the bars."""
        scores = [float(row.score) for row in self.scored.rows]
        low, high = min(*scores, 0.0), max(*scores, 0.0)
        return low, high if high > low else low + 1

    def _bar(self, row: Member, colors: Paint) -> Plot:
        """Return the bar, from its parts where they add up."""
        c = self.page.c

        def draw(scale: LinearScale, y: float, height: float) -> None:
            height *= 0.7
            if not self.slices:
                left, right = sorted((scale(0), scale(row.score)))
                c.rectangle(left, y - height / 2, max(right - left, 0.6), height, colors.mark)
                return
            x, total = scale(0), 0.0
            for part in self.slices:
                total += part.points(row)
                end = scale(total)
                c.rectangle(x, y - height / 2, end - x, height, part.color)
                if len(self.rows) <= _DETAILED:
                    self._points(part, row, (x, end), y)
                if x > scale(0) and end > x:
                    c.line(((x, y - height / 2), (x, y + height / 2)), WHITE, 0.8)
                x = end

        return Plot(draw, *self._ends())

    def _points(self, part: Slice, row: Member, ends: tuple[float, float], y: float) -> None:
        """Write the points of a part on it where they fit."""
        page = self.page
        text = points_text(part.points(row), 1, self.phrases)
        if ends[1] - ends[0] < page.text_width(text, SMALL, "Medium") + page.base * 0.4:
            return
        color = WHITE if contrast(WHITE, part.color) >= CONTRAST else INK
        x = (ends[0] + ends[1]) / 2
        page.c.middle(x, y, text, page.base * SMALL, color, "Medium", "middle")

    def _range(self, row: Member, colors: Paint) -> Plot:
        """Return the place as a dot on the line of places that drawn weights give."""
        c, em, draws = self.page.c, self.page.base, self.scored.draws
        assert draws is not None
        spread = draws.spread[row.province]

        def draw(scale: LinearScale, y: float, height: float) -> None:
            low, high = scale(spread.q5), scale(spread.q95)
            if high > low:
                c.line(((low, y), (high, y)), colors.mark, 1.2)
                cap = min(height * 0.22, em * 0.42)
                for x in (low, high):
                    c.line(((x, y - cap), (x, y + cap)), colors.mark, 1.2)
            c.marker(scale(row.rank), y, "circle", em * 0.38, colors.mark)

        return Plot(draw, 1, max(row.rank_of, 2))

    # What is said

    def _lists(self, *, counted: bool, gaps: bool) -> list[Block]:
        """Return what stands in words under the bars."""
        texts = self._labelled(counted=counted, gaps=gaps).items()
        return [Paragraph(self.page, f"{label}: {names}") for label, names in texts]

    def _labelled(self, *, counted: bool, gaps: bool) -> Mapping[str, str]:
        """Return label and text; ``gaps``: what missing figures could do, too."""
        scored, phrases, lists = self.scored, self.phrases, {}
        partial = [row for row in scored.rows if row.missing]
        if partial and gaps and not counted:
            texts = [
                f"{self._name(row)} {ends_text(row, phrases) or '–'}"
                f" ({percent(row.coverage, phrases)})"
                for row in partial
            ]
            lists[phrases.say("column.with-gaps")] = "; ".join(texts)
        if scored.replay is not None and self.page.room is None:
            lists[phrases.say("score.label.replay")] = self._replayed()
        return lists | dict(unplaced_lists(scored, phrases, counted=counted))

    def _replayed(self) -> str:
        """Return where given weight sets put the first provinces."""
        replay, phrases = self.scored.replay, self.phrases
        assert replay is not None
        texts = []
        for id in replay.provinces[:_REPLAYED]:
            spread, name = replay.spread[id], phrases.province(id, self.scored.as_of)
            low, high = (number(place, 1, phrases) for place in (spread.q5, spread.q95))
            ends = low if low == high else phrases.say("chart.score.ends", low=low, high=high)
            texts.append(f"{name} {ends}")
        return "; ".join(texts)

    def _alt(self) -> str:
        """Return the chart in words: every row with its parts and what other weights do to it."""
        text = self.phrases.say(
            "chart.score.alt" if self.slices else "chart.score.alt.whole",
            title=self.page.title,
            subtitle=score_subtitle(self.scored, self.phrases),
            rows="; ".join(map(self._row_in_words, self.rows)) + "." * bool(self.rows),
            lists=lists_of(self._labelled(counted=False, gaps=True)),
        )
        return text.strip()

    def _row_in_words(self, row: Member) -> str:
        phrases, draws = self.phrases, self.scored.draws
        text = f"{self._place(row)} {self._name(row)} {phrases.number(row.score)}"
        if self.slices and len(self.rows) <= _DETAILED:
            parts = [
                f"{part.name} {points_text(part.points(row), 1, phrases)}" for part in self.slices
            ]
            text = f"{text} ({', '.join(parts)})"
        if self.placed and draws is not None:
            spread = draws.spread[row.province]
            places = spread_text(spread, phrases)
            text = f"{text}, {phrases.say('column.drawn')} {places}"
        return text
