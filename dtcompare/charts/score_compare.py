"""Two composite scores side by side: two dots a province, of places where those compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.score import Scored
from dtcompare.analysis.score_explained import Shift, Shifts
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, hidden_rows, lists_of, unbroken
from dtcompare.charts.sheet_words import table_in_words
from dtcompare.charts.style import WHITE
from dtcompare.charts.table import Axis, Block, Paragraph, Plot, fit
from dtcompare.charts.typeset import (
    head_cell,
    number_axis,
    place_axis,
    typeset,
    typeset_rows,
    with_remark,
)
from dtcompare.charts.values import LinearScale, Paint, paint
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_explain import compare_parts
from dtcompare.view.results.score_words import changed_weights, reweighted, scored_sources
from dtcompare.view.sheet import Table as SheetTable
from dtcompare.view.tables import SheetWriter

_THERE, _HERE, _CHANGE = 1, 2, 3  # the columns of the sheet


def compare_scores(
    shifts: Shifts, scored: Scored, phrases: Phrases, options: ChartOptions
) -> Chart:
    """Draw the provinces with a place in both scores: hollow there, filled here.

    The dots are places where both scores rank the same provinces, else scores: a place among four
    and one among five stand side by side as words alone, and so do points of two methods. Raises
    WrongUsage where the rows do not fit on the page.
    """
    return _Dots(shifts, scored, phrases, options).chart()


class _Dots:
    """One comparison being drawn: ``shifts`` holds the rows that are shown."""

    def __init__(
        self, shifts: Shifts, scored: Scored, phrases: Phrases, options: ChartOptions
    ) -> None:
        self.scored, self.phrases, self.all = scored, phrases, shifts.rows
        self.alike = not shifts.only_here and not shifts.only_there
        self.drawn = self.alike or shifts.alike
        self.hidden = hidden_rows(len(shifts.rows), options)
        shown = [row for n, row in enumerate(shifts.rows) if n not in self.hidden]
        self.shifts = replace(shifts, rows=tuple(shown))
        self.colors = [paint(highlighted=row.province in options.highlight) for row in shown]
        self.page = Page(
            options,
            phrases,
            scored.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=self._sources(),
            notes=tuple(self._notes()),
        )

    def chart(self) -> Chart:
        """Draw key, rows and who is in one score alone."""
        page, rows = self.page, len(self.all)
        y = page.key(page.top, self._key() if rows and self.drawn else [])
        texts = [f"{label}: {names}" for label, names in self._lists().items()]
        blocks: list[Block] = [Paragraph(page, text) for text in texts]
        if rows:
            blocks.insert(0, self._table())
        return page.close(fit(page, y, [blocks], rows), alt=self._alt(), rows=rows)

    # What is said

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

    def _title(self) -> str:
        say, rows = self.phrases.say, self.all
        other, name = self._labels()
        here, there = self.scored.file, self.shifts.other.file
        same = here.file == there.file and bool(self.scored.options.weights)
        key = "chart.score.compare.same" if same else "chart.score.compare.index"
        index = say(key, name=name, other=other)
        if not rows:
            return say("chart.score.compare.title.empty", index=index)
        if not self.alike:
            return say("chart.score.compare.title.unlike", index=index, n=len(rows))
        moved = [row for row in rows if row.rank != row.other_rank]
        most = max(rows, key=lambda row: abs(row.rank - row.other_rank))
        return say(
            "chart.score.compare.title",
            index=index,
            n=len(moved),
            total=len(rows),
            name=self.phrases.province(most.province, self.scored.as_of),
        )

    def _subtitle(self) -> str:
        say, other = self.phrases.say, self.shifts.other
        here, there = len(self.scored.rows), len(other.rows)
        if not self.all:
            return ""
        if self.alike:
            text = say("chart.score.compare.subtitle.place", n=here)
        else:
            text = say("chart.score.compare.subtitle.score", here=here, there=there)
        names = {file.label.say(self.phrases.lang) for file in (self.scored.file, other.file)}
        # Where the two have one name, the changed weights are what tells them apart.
        weights = reweighted(self.scored, self.phrases) if len(names) > 1 else ""
        return " ".join(filter(None, (text, weights)))

    def _notes(self) -> Iterator[str]:
        if self.shifts.rows and not self.shifts.alike:
            yield self.phrases.say("score.compare.unlike")

    def _sources(self) -> Iterator[str]:
        for row in self.shifts.rows:
            yield from scored_sources(self.shifts.other, row.province)
            yield from scored_sources(self.scored, row.province)

    def _lists(self) -> Mapping[str, str]:
        """Return who is in one of the scores alone."""
        (other, name), shifts, lists = self._labels(), self.shifts, {}
        for index, ids, day in (
            (name, shifts.only_here, self.scored.as_of),
            (other, shifts.only_there, shifts.other.as_of),
        ):
            if ids:
                label = self.phrases.say("chart.score.compare.only", index=index, n=len(ids))
                names = [unbroken(self.phrases.province(id, day)) for id in ids]
                lists[label] = ", ".join(names)
        return lists

    def _alt(self) -> str:
        """Return the chart in words: the sheet's table of the rows that are shown."""
        text = self.phrases.say(
            "chart.score.compare.alt",
            title=self.page.title,
            subtitle=self._subtitle(),
            rows=table_in_words(self._sheet()) if self.shifts.rows else "",
            lists=lists_of(self._lists()),
        )
        return text.strip()

    def _sheet(self) -> SheetTable:
        """Return the sheet's table of both scores."""
        writer = SheetWriter(self.phrases, Citations(self.phrases, "none"))
        table = next(iter(compare_parts(self.shifts, self.scored, writer)))
        assert isinstance(table, SheetTable)
        return table

    # What is drawn

    def _key(self) -> list[Entry]:
        em, colors = self.page.base, paint(highlighted=False)

        def there(x: float, y: float) -> None:
            self._dot(x + em * 0.5, y, colors, here=False)

        def here(x: float, y: float) -> None:
            self._dot(x + em * 0.5, y, colors, here=True)

        other, name = self._labels()
        return [(em, there, other), (em, here, name)]

    def _dot(self, x: float, y: float, colors: Paint, *, here: bool) -> None:
        """Draw a filled dot for this score, a hollow one for the other."""
        em, c = self.page.base, self.page.c
        if here:
            c.marker(x, y, "circle", em * 0.42, colors.mark)
        else:
            c.marker(x, y, "circle", em * 0.46, WHITE, colors.mark, em * 0.17)

    def _table(self) -> Block:
        """Return the sheet's table with the dots."""
        axis = self._axis() if self.drawn else None
        numbers: tuple[int, ...] = (_THERE, _HERE)
        if self.shifts.alike:
            numbers = (*numbers, _CHANGE) if self.page.wide else (_CHANGE,)
        table = self._sheet()
        plots = [
            self._plot(row, colors, axis) if axis else None
            for row, colors in zip(self.shifts.rows, self.colors, strict=True)
        ]
        found = typeset_rows(table, plots, words=(), numbers=numbers, colors=self.colors)
        rows = with_remark(found, self.hidden, self.phrases)
        names = (*self._labels(), self.phrases.say("column.change"))
        heads = [head_cell(names[number - 1], strong=number == _CHANGE) for number in numbers]
        return typeset(self.page, rows, ((), (), (), *heads), axis, ruled=False)

    def _ends(self, row: Shift) -> tuple[Decimal, Decimal]:
        """Return the numbers that the dots stand for: there, here."""
        if self.alike:
            return Decimal(row.other_rank), Decimal(row.rank)
        return row.other_score, row.score

    def _axis(self) -> Axis:
        """Return the axis of places, else of scores."""
        if self.alike:
            return place_axis(max(len(self.scored.rows), 2), self.phrases)
        ends = [float(end) for row in self.shifts.rows for end in self._ends(row)]
        low, high = min(*ends, 0.0), max(*ends, 0.0)
        high = high if high > low else low + 1
        return number_axis(low, high, self.phrases, self.page.options)

    def _plot(self, row: Shift, colors: Paint, axis: Axis) -> Plot:
        """Return the two dots of a province with a line between them."""

        def draw(scale: LinearScale, y: float, _: float) -> None:
            page, (there, here) = self.page, map(scale, self._ends(row))
            if there != here:
                page.c.line(((there, y), (here, y)), colors.tint, page.base * 0.3)
            self._dot(there, y, colors, here=False)
            if there == here:  # a dot in the ring: the same place in both
                page.c.marker(here, y, "circle", page.base * 0.24, colors.mark, None)
            else:
                self._dot(here, y, colors, here=True)

        return Plot(draw, axis.low, axis.high)
