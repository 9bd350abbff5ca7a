"""A ranking as bars: who is ahead, beside it what cannot be ranked and why, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.cells import Axis, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.measure import aim_text
from dtcompare.charts.page import Entry
from dtcompare.charts.rank_rows import RankBar, RankRows, RankSection
from dtcompare.charts.rank_words import (
    footnotes,
    subtitle,
    title,
)
from dtcompare.charts.row_chart import Block, Paragraph, RowChart, stand_beside
from dtcompare.charts.sheet_words import dot_entry, note_texts, sign_entries, target_entry
from dtcompare.charts.style import BAR, FAINT, GREY, INK, MUTED, RULE, SMALL, TEXT, WHITE
from dtcompare.charts.table import ChartTable
from dtcompare.charts.values import (
    Kind,
    LinearScale,
    bar,
    kind_of,
    mark,
    paint,
    ticks,
    value_key,
    value_text,
)
from dtcompare.view.phrases import Phrases

_NUMBER = 0.92  # the type of numbers, in base sizes
_NARROW, _NARROWEST = 13.0, 8.0  # base sizes that a plot has, and in one of two columns
_SPARSE = 30  # base sizes: a table narrower than this has fewer numbers on its axis
_PITCH = 1.12  # base sizes from line to line of a reason below its bar
_FEW = 8  # no more rows than this are never set in two columns


class RankBars(RowChart):
    """Draws a ranking as bars; an edition without scores as places on a line.

    ``bars`` are its figures, ``least`` and ``most`` end their scale.
    """

    def __init__(self, ranking: Ranking, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, ranking.as_of)
        self.ranking, self.rows = ranking, RankRows(ranking, phrases, options)
        self.bars, self.edition = self.rows.bars, self.rows.edition
        self.least, self.most = self.rows.scale_ends()
        self.dotted = self.edition is None and self.least > 0  # bars would have to begin at 0
        self.count = len(self.rows.all)

    def _plans(self) -> Iterator[list[Block]]:
        """Yield one column and two; words in full, then counted; then the ranked rows alone."""
        page, say, lists = self.page, self.phrases.say, self.rows.lists
        texts = [say("chart.names", label=one.label, names=one.names) for one in lists]
        counts = [one.count for one in lists]
        sections = [*self.rows.ranked, *self.rows.listed]
        yield from self._columns(sections, [Paragraph(page, text) for text in texts])
        yield from self._columns(sections, self._counted(counts))
        if self.rows.ranked and self.rows.listed:
            left_out = sum(len(section.rows) for section in self.rows.listed)
            counts = [say("chart.counted", label=say("listed"), n=left_out), *counts]
            yield from self._columns(self.rows.ranked, self._counted(counts))

    def _counted(self, counts: Sequence[str]) -> list[Block]:
        text = self.phrases.say("chart.rank.counted", labels="; ".join(counts))
        return [Paragraph(self.page, text)] if counts else []

    def _columns(
        self, sections: Sequence[RankSection], words: Sequence[Block]
    ) -> Iterator[list[Block]]:
        """Yield the rows over the whole width, then in two columns where the page is wide."""
        if not sections:
            yield [*words]
            return
        rows = list(self._typeset(sections))
        yield [self._table(rows), *words]
        if self.page.wide and len(rows) > _FEW:
            yield [stand_beside(self._table, rows, self.page), *words]

    # How they are set

    def _typeset(self, sections: Iterable[RankSection]) -> Iterator[ChartRow]:
        """Yield the rows under their headings."""
        for section in sections:
            if section.heading:
                yield ChartRow(heading=section.heading, aside=section.aside)
            for row in section.rows:
                yield ChartRow(remark=row) if isinstance(row, str) else self._row(row)

    def _row(self, row: RankBar) -> ChartRow:
        highlighted = row.province in self.options.highlight
        colors = paint(highlighted=highlighted)
        place = Run(row.place, _NUMBER, colors.text if highlighted else FAINT, colors.weight)
        beside = [row.when, row.reason if self.dotted else ""]
        small = Run(" ".join(filter(None, beside)), SMALL, MUTED)
        name = (Run(self.rows.name(row), 1, colors.text, colors.weight), small)
        aim = Run(aim_text(row.target, self.phrases) if row.target else "", SMALL, MUTED)
        return ChartRow((cell(place), cell(name), self._plot(row), cell(aim)))

    def _table(
        self, rows: Sequence[ChartRow], edges: tuple[float, float] | None = None
    ) -> ChartTable:
        """Return the table of rows; ``edges`` are those of one of two columns."""
        narrow = edges is not None or not self.page.wide
        room = _NARROW if edges is None else _NARROWEST
        left, right = edges or (self.page.left, self.page.right)
        axis = self._axis(sparse=right - left < self.page.base * _SPARSE)
        plot = ChartColumn(plot=True, axis=axis, room=room)
        columns = [ChartColumn(align="end"), ChartColumn(fold=True), plot]
        if not narrow and any(row.target is not None for row in self.bars):
            head = Run(self.phrases.say("column.target"), SMALL, MUTED, "SemiBold")
            columns.append(ChartColumn(cell(head), "end"))
        else:
            rows = [self._narrowed(row) for row in rows]
        return ChartTable(self.page, columns, rows, edges=edges)

    def _narrowed(self, row: ChartRow) -> ChartRow:
        """Return a row with its target under its name, where it has no column of its own."""
        if not row.cells:
            return row
        place, name, plot, aim = row.cells
        assert isinstance(name, tuple)
        assert isinstance(aim, tuple)
        text = "".join(run.text for runs in aim for run in runs)
        if text:
            words = self.phrases.say("chart.show.aimed", aim=text)
            name = (*name, *cell(Run(words, SMALL, MUTED)))
        return replace(row, cells=(place, name, plot))

    def _axis(self, *, sparse: bool) -> Axis:
        number = self.phrases.number
        if self.edition is None:
            low, high = float(self.least), float(self.most)
            marks = ticks(self.least, self.most, 3 if sparse else 5)
            return Axis(low, high, tuple((float(n), number(n)) for n in marks))
        of, step = self.edition.of, 20 if sparse else 10
        between = range(step, of - step // 3, step)
        places = (of, *reversed(between), 1)
        # The first place stands at the right: the longest line is the best.
        return Axis(-of, -1, tuple((float(-n), number(Decimal(n))) for n in places))

    # What is drawn

    def _plot(self, row: RankBar) -> Plot:
        amount, em = row.figure.amount, self.options.page.base
        low, high = float(self.least), float(self.most)
        if self.edition is not None:
            return self._place_plot(row, self.edition.of)
        if self.dotted and amount is not None:
            return self._dot_plot(row)
        if amount is None:

            def draw(scale: LinearScale, y: float, _: float) -> None:
                x, text = scale(0) + em * 0.4, self.phrases.say("chart.rank.no-score")
                self.page.c.middle(x, y, text, em * SMALL, MUTED, "Italic", halo=True)

            return Plot(draw, low, high)
        end = float(amount.upper if amount.upper is not None else amount.number)
        wide = self._number_width(row)
        inside = abs(end) / (high - low) * em * _NARROW > wide + em * 0.9
        if kind_of(row.figure) == "range" and row.reason is None:
            inside = False
        room = 0.0 if inside else wide + em
        labels = [(end, 0.0, room)]
        if amount.number < 0:
            labels = [(float(amount.number), room, 0.0)]
        elif (aim := self._tick(row)) is not None and aim > amount.number:
            labels.append((float(aim), 0.0, room))  # the number may stand behind the target
        return Plot(
            lambda *at: self._draw_bar(row, *at),
            low,
            high,
            labels=tuple(labels),
            below=lambda scale: _PITCH * len(self._reason_lines(row, scale)),
        )

    def _number_width(self, row: RankBar) -> float:
        text, size = value_text(row.figure, self.phrases), self.options.page.base * _NUMBER
        return self.options.font.width(text, size, "SemiBold")

    def _draw_bar(self, row: RankBar, scale: LinearScale, y: float, height: float) -> None:
        """Draw a bar from 0 with the tick of its target and its number."""
        c, em, figure = self.page.c, self.page.base, row.figure
        tall, zero, end = min(height * 0.78, em * 1.25), scale(0), scale(figure.number)
        left, wide = min(zero, end), max(abs(end - zero), 0.6)
        highlighted, aim = row.province in self.options.highlight, self._tick(row)
        colors = paint(highlighted=highlighted, reached=row.is_met and row.reason is None)
        if row.reason is not None:
            edge = colors.mark if highlighted else RULE
            c.rectangle(left, y - tall / 2, wide, tall, WHITE, edge, 0.9)
        if aim is not None:
            x, reach = scale(aim), tall * 0.64
            c.line(((x, y - reach), (x, y + reach)), INK, 1.6)
        if row.reference:
            c.rectangle(left, y - tall / 2, wide, tall, GREY)
        elif row.reason is None:
            upper = figure.amount.upper if figure.amount else None
            far = scale(upper) if upper is not None else end
            bar(c, zero, end, y, tall, kind_of(figure), colors, upper=far)
        self._draw_number(row, scale, y, tall)
        self._draw_reason(row, scale, y, tall)

    def _draw_reason(self, row: RankBar, scale: LinearScale, y: float, tall: float) -> None:
        """Write what sets a figure apart on its bar, behind it, or where neither has room below."""
        c, em = self.page.c, self.page.base
        if not row.reason:
            return
        lines = self._reason_lines(row, scale)
        for place, line in enumerate(lines):
            at = y + tall / 2 + em * (0.64 + _PITCH * place)
            c.middle(scale(0) + em * 0.2, at, line, em * SMALL, MUTED, "Italic", halo=True)
        if not lines:
            # A halo would bite into the outline: only the mark of a target makes it needed there.
            x, _ = self._reason_room(row, scale)
            halo = self._tick(row) is not None or x > scale(row.figure.number)
            c.middle(x, y, row.reason, em * SMALL, MUTED, "Italic", halo=halo)

    def _reason_room(self, row: RankBar, scale: LinearScale) -> tuple[float, float]:
        """Return where a reason begins, on its bar or behind, and how much room it has there."""
        em, begin, end = self.page.base, scale(0), scale(row.figure.number)
        number, wide = self._number_width(row), self._reason_width(row)
        if end < begin:
            return begin + em * 0.5, scale.end - begin - em * 0.5
        after = end + (em * 0.4 if end - begin > number + em * 0.9 else em * 0.8 + number)
        within, behind = end - begin - number - em * 1.8, scale.end - after
        if within >= min(wide, behind):
            return begin + em * 0.5, within
        return after, behind

    def _reason_lines(self, row: RankBar, scale: LinearScale) -> Sequence[str]:
        """Return the lines of a reason below its bar; none where it has room on it or behind."""
        if not row.reason or self._reason_room(row, scale)[1] >= self._reason_width(row):
            return ()
        room = scale.end - scale(0) - self.page.base * 0.2
        return self.page.font.wrap(row.reason, room, self.page.base * SMALL, "Italic")

    def _reason_width(self, row: RankBar) -> float:
        return self.page.text_width(row.reason or "", SMALL, "Italic")

    def _draw_number(self, row: RankBar, scale: LinearScale, y: float, tall: float) -> None:
        """Write the number at the end of its bar: inside where it fits, else behind."""
        c, em, figure = self.page.c, self.page.base, row.figure
        kind: Kind = "exact" if row.reference else kind_of(figure)
        outlined, wide = row.reason is not None, self._number_width(row)
        text, color = value_text(figure, self.phrases), self._color(row)
        end, zero = scale(figure.number), scale(0)
        inside = abs(end - zero) > wide + em * 0.9 and (kind != "range" or outlined)
        if not inside and end < zero:
            c.middle(end - em * 0.35, y, text, em * _NUMBER, color, "SemiBold", "end", halo=True)
            return
        if not inside:
            upper = figure.amount.upper if figure.amount else None
            far = scale(upper) if upper is not None else end
            far += tall * 0.42 * (kind == "over" and not outlined) + em * 0.35
            aim = self._tick(row)
            if aim is not None and far - em * 0.35 < scale(aim) < far + wide + em * 0.2:
                far = scale(aim) + em * 0.45
            c.middle(far, y, text, em * _NUMBER, color, "SemiBold", halo=True)
            return
        before = end - em * 0.4 if end > zero else end + em * 0.4 + wide
        if kind == "under" and not outlined:  # a plate keeps the hatching out of it
            plate = before - wide - em * 0.35, y - tall / 2 + 0.8
            c.rectangle(*plate, wide + em * 0.6, tall - 1.6, WHITE)
        if not outlined:
            tinted = row.reference or kind in ("about", "nearly", "under")
            color = TEXT if tinted else WHITE
        halo = outlined and self._tick(row) is not None
        c.middle(before, y, text, em * _NUMBER, color, "SemiBold", "end", halo=halo)

    def _color(self, row: RankBar) -> str:
        return paint(highlighted=row.province in self.options.highlight).text

    def _place_plot(self, row: RankBar, of: int) -> Plot:
        """Return a place on the line of all places, the first at its right end, and the score."""
        em, figure = self.options.page.base, row.figure
        text = ""
        if figure.amount is not None:
            text = value_text(replace(figure, place=None), self.phrases)
        wide = self.options.font.width(text, em * _NUMBER)
        place = row.place.lstrip("=")
        colors = paint(highlighted=row.province in self.options.highlight)

        def draw(scale: LinearScale, y: float, _: float) -> None:
            c, x = self.page.c, scale.start
            if place.isdigit():
                x = scale(-int(place))
                c.line(((scale.start, y), (x, y)), colors.tint, em * 0.22)
                c.marker(x, y, "circle", em * 0.4, colors.mark)
                x += em * 0.75
            if text:
                c.middle(x, y, text, em * _NUMBER, colors.text, halo=True)
            if not place.isdigit() and text:
                words = self.phrases.say("chart.map.no-place")
                c.middle(x + wide + em * 0.5, y, words, em * SMALL, MUTED, "Italic", halo=True)

        labelled = place.isdigit() and text
        return Plot(draw, -of, -1, labels=((-int(place), 0.0, wide + em),) if labelled else ())

    def _dot_plot(self, row: RankBar) -> Plot:
        """Return a score as a dot with its number; what sets it apart stands beside its name."""
        em, wide = self.options.page.base, self._number_width(row)
        highlighted = row.province in self.options.highlight

        def draw(scale: LinearScale, y: float, height: float) -> None:
            c, x, aim = self.page.c, scale(row.figure.number), self._tick(row)
            if aim is not None:
                c.line(((scale(aim), y - height * 0.4), (scale(aim), y + height * 0.4)), INK, 1.6)
            color = FAINT if row.reference else paint(highlighted=highlighted).mark
            if row.reason is None:
                mark(self.page, row.figure, scale, y, color)
            else:
                c.marker(x, y, "circle", em * 0.4, WHITE, RULE, 1.2)
            x += em * 0.95
            number = value_text(replace(row.figure, place=None), self.phrases)
            c.middle(x, y, number, em * _NUMBER, self._color(row), "SemiBold", halo=True)

        low, high = float(self.least), float(self.most)
        return Plot(draw, low, high, labels=((float(row.figure.number), 0.0, wide + em * 1.2),))

    def _tick(self, row: RankBar) -> Decimal | None:
        """Return the number of a row's target where it is on the figure's footing and the scale."""
        if row.target is None or row.target.observation is None:
            return None
        target = row.target.target
        if self.edition is not None or target.amount is None:
            return None
        return target.number if self.least <= target.number <= self.most else None

    # What is said of all

    def _notes(self) -> Iterator[str]:
        aims = [row.target for row in self.bars if row.target is not None]
        if self.edition is not None:
            aims = []
        yield from footnotes(self.ranking, len(self.rows.all), aims, self.phrases)
        if self.dotted:
            yield self.phrases.say("chart.rank.note.scale")
        yield from note_texts(self.rows.notes)

    def _title(self) -> str:
        return title(self.ranking, self.phrases)

    def _subtitle(self) -> str:
        figures = [row.figure for row in self.bars]
        return subtitle(self.ranking, figures, self.edition, self.phrases)

    def _sources(self) -> Iterable[str]:
        return self.rows.sources()

    def _key(self) -> list[Entry]:
        """Return the signs that are used, with their words."""
        page, say = self.page, self.phrases.say
        if self.edition is not None:
            return [dot_entry(page, say("chart.key.place"), BAR)]
        ranked = [row for row in self.bars if row.reason is None and not row.reference]
        kinds = {kind_of(row.figure) for row in ranked if row.figure.amount}
        met = any(row.is_met for row in ranked)
        outlined = bool(ranked) and any(row.reason is not None for row in self.bars)
        if kinds == {"exact"} and not met:
            kinds = set()
        if self.dotted:
            return sign_entries(page, kinds, BAR)
        entries = value_key(page, kinds, reached=met, outlined=outlined)
        if any(self._tick(row) is not None for row in self.bars):
            entries.append(target_entry(page, say("chart.key.target")))
        return entries

    def _alt(self) -> str:
        """Return the chart in words: its kind, what of, every row, and where the reasons stand."""
        kind = "bars" if self.ranking.is_ranked else "unranked"
        if self.edition is not None:
            kind = "places"
        elif self.dotted:
            kind = "dots"
        rows = "; ".join(map(self.rows.in_words, self.rows.all))
        text = self.phrases.say(
            f"chart.rank.alt.{kind}",
            title=self._title(),
            measure=self._subtitle().rstrip("."),
            rows=f"{rows}." if rows else "",
            lists=" ".join(f"{one.label}: {one.names}." for one in self.rows.lists),
        )
        return " ".join(text.split())
