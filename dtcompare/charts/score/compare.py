"""Two composite scores side by side: two dots a province, of places where those compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dtcompare.analysis.score import Scored
from dtcompare.analysis.score_explained import Shift, Shifts
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, lists_of, unbroken
from dtcompare.charts.style import FAINT, GRID, MUTED, RULE, SMALL, TEXT, WHITE
from dtcompare.charts.values import Paint, Scale, paint, ticks
from dtcompare.model.score import ScoreFile
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import changed_weights, reweighted, scored_sources

__all__ = ["compare_dots"]

_LEAST = 1.25  # the least pitch of rows, in base sizes


def compare_dots(shifts: Shifts, scored: Scored, phrases: Phrases, options: ChartOptions) -> Chart:
    """The provinces with a place in both scores: hollow there, filled here.

    The dots are places where both scores rank the same provinces, else scores: a place among four
    and one among five stand side by side as words alone. Raises WrongUsage where the rows do not
    fit on the page.
    """
    return _Dots(shifts, scored, phrases, options).chart()


class _Dots:
    """One comparison being drawn."""

    def __init__(
        self, shifts: Shifts, scored: Scored, phrases: Phrases, options: ChartOptions
    ) -> None:
        self.shifts, self.scored, self.phrases, self.options = shifts, scored, phrases, options
        self.alike = not shifts.only_here and not shifts.only_there
        cut = range(0)
        if options.first or options.last:
            cut = range(options.first or 0, len(shifts.rows) - (options.last or 0))
        self.hidden = len(cut)
        self.lanes: list[Shift | None] = [
            None if place in cut else row
            for place, row in enumerate(shifts.rows)
            if place not in cut or place == cut[0]
        ]
        self.rows = [row for row in self.lanes if row]
        self.names = {
            row.province: phrases.province(row.province, scored.as_of) for row in shifts.rows
        }
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
        """Draws key, dots, columns and who is in one score alone."""
        page = self.page
        lists = dict(self._lists())
        y = page.key(page.top, self._key() if self.rows else [])
        if self.rows:
            y = self._body(y, lists)
        for label, names in lists.items():
            y = page.paragraph(y + page.base * 0.35, f"{label}: {names}")
        rows = len(self.shifts.rows)
        return page.close(y + page.base * 0.4, alt=self._alt(lists), rows=rows, fixed_rows=not rows)

    # What is said

    def _labels(self) -> tuple[str, str]:
        """What the other score and this one are called, told apart where the names are the same."""
        here, there = self.scored.file, self.shifts.other.file
        names = there.label.say(self.phrases.lang), here.label.say(self.phrases.lang)
        if names[0] != names[1]:
            return names
        changed = changed_weights(self.scored, self.phrases)
        if not changed:
            return there.file, here.file
        return names[0], self.phrases.say("chart.score.compare.weights", weights=changed)

    def _title(self) -> str:
        say, rows = self.phrases.say, self.shifts.rows
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
            name=self.names[most.province],
        )

    def _subtitle(self) -> str:
        say = self.phrases.say
        here, there = len(self.scored.rows), len(self.shifts.other.rows)
        if not self.shifts.rows:
            return ""
        if self.alike:
            told = say("chart.score.compare.subtitle.place", n=here)
        else:
            told = say("chart.score.compare.subtitle.score", here=here, there=there)
        names = {file.label.say(self.phrases.lang) for file in (self.scored.file, self.other)}
        # Where the two have one name, the changed weights are what tells them apart.
        weights = reweighted(self.scored, self.phrases) if len(names) > 1 else ""
        return " ".join(filter(None, (told, weights)))

    @property
    def other(self) -> ScoreFile:
        """The method of the score that this one is held against."""
        return self.shifts.other.file

    def _notes(self) -> Iterable[str]:
        if self.rows and not any(row.causes for row in self.rows):
            yield self.phrases.say("chart.score.compare.note.common")

    def _sources(self) -> Iterable[str]:
        for row in self.rows:
            yield from scored_sources(self.shifts.other, row.province)
            yield from scored_sources(self.scored, row.province)

    def _lists(self) -> Iterable[tuple[str, str]]:
        """Who is in one of the scores alone."""
        other, name = self._labels()
        for index, ids, day in (
            (name, self.shifts.only_here, self.scored.as_of),
            (other, self.shifts.only_there, self.shifts.other.as_of),
        ):
            if ids:
                names = ", ".join(unbroken(self.phrases.province(id, day)) for id in ids)
                yield self.phrases.say("chart.score.compare.only", index=index, n=len(ids)), names

    # What is drawn

    def _dot(self, x: float, y: float, colors: Paint, *, here: bool) -> None:
        """A filled dot for this score, a hollow one for the other."""
        b, c = self.page.base, self.page.c
        if here:
            c.marker(x, y, "circle", b * 0.42, colors.mark)
        else:
            c.marker(x, y, "circle", b * 0.46, WHITE, colors.mark, b * 0.17)

    def _key(self) -> list[Entry]:
        b, colors = self.page.base, paint(highlighted=False)

        def there(x: float, y: float) -> None:
            self._dot(x + b * 0.5, y, colors, here=False)

        def here(x: float, y: float) -> None:
            self._dot(x + b * 0.5, y, colors, here=True)

        other, name = self._labels()
        return [(b, there, other), (b, here, name)]

    def _ends(self, row: Shift) -> tuple[Decimal, Decimal]:
        """The numbers that the dots stand for: there, here."""
        if self.alike:
            return Decimal(row.other_rank), Decimal(row.rank)
        return row.other_score, row.score

    def _columns(self) -> list[tuple[str, list[str], bool | None]]:
        """Heading, texts, and which score they are of (None: of the change)."""
        say, phrases = self.phrases.say, self.phrases
        change = [self._change(row) for row in self.rows]
        if self.alike:
            head = say("column.score")
            there = [phrases.number(row.other_score) for row in self.rows]
            here = [phrases.number(row.score) for row in self.rows]
        else:
            head = say("chart.score.compare.place")
            counts = len(self.shifts.other.rows), len(self.scored.rows)
            there = [say("place.rank", number=r.other_rank, of=counts[0]) for r in self.rows]
            here = [say("place.rank", number=row.rank, of=counts[1]) for row in self.rows]
        own = (say("column.change"), change, None)
        if not self.page.wide:
            return [own]
        return [(head, there, False), (head, here, True), own]

    def _change(self, row: Shift) -> str:
        """The change of place or score, with its sign; up the table is plus."""
        there, here = self._ends(row)
        change = there - here if self.alike else here - there
        if not change:
            return self.phrases.number(change)
        key = "chart.score.explain.plus" if change > 0 else "chart.score.explain.minus"
        return self.phrases.say(key, points=self.phrases.number(abs(change)))

    def _body(self, y: float, lists: dict[str, str]) -> float:
        """Draws axis, dots and columns; returns where they end."""
        page, columns = self.page, self._columns()
        b, c, size = page.base, page.c, page.base * SMALL
        at = page.right
        rights: list[float] = []
        for head, texts, _ in reversed(columns):
            rights.insert(0, at)
            wide = max(page.text_width(text, 0.95, "SemiBold") for text in texts)
            at -= max(wide, page.text_width(head, SMALL, "SemiBold")) + b * 1.1
        names = max(page.text_width(name, 1, "SemiBold") for name in self.names.values())
        left = page.left + names + b * 1.4
        scale = self._scale(left, at - b * 0.5)
        top = y + b * 2.7
        pitch = self._pitch(top, lists)
        bottom = top + len(self.lanes) * pitch
        self._axis(scale, top, bottom)
        for (head, _, here), right in zip(columns, rights, strict=True):
            strong = here is None
            c.text(right, top - b * 0.5, head, size, TEXT if strong else MUTED, "SemiBold", "end")
            if here is not None:
                self._dot(right - b * 0.5, top - b * 1.9, paint(highlighted=False), here=here)
        number = 0
        for place, lane in enumerate(self.lanes):
            middle = top + (place + 0.5) * pitch
            if lane is None:
                said = self.phrases.say("chart.rows-hidden", n=self.hidden)
                c.middle(page.left, middle, said, size, MUTED, "Italic")
                continue
            colors = paint(highlighted=lane.province in self.options.highlight)
            self._line(lane, scale, middle, colors)
            for (_, texts, here), right in zip(columns, rights, strict=True):
                weight = "SemiBold" if here is None else "Regular"
                color = colors.text if here is None else MUTED
                c.middle(right, middle, texts[number], b * 0.95, color, weight, "end")
            number += 1
        return bottom + b * 0.3

    def _pitch(self, top: float, lists: dict[str, str]) -> float:
        page = self.page
        b = page.base
        if page.room is None:
            return b * 1.9
        tail = sum(page.paragraph_height(f"{k}: {v}") + b * 0.35 for k, v in lists.items())
        pitch = (page.bottom - top - tail - b * 0.8) / len(self.lanes)
        if pitch < b * _LEAST:
            page.does_not_fit(len(self.shifts.rows))
        return min(pitch, b * (4.4 if len(self.lanes) <= 4 else 3))

    def _line(self, row: Shift, scale: Scale, y: float, colors: Paint) -> None:
        page = self.page
        page.c.middle(page.left, y, self.names[row.province], page.base, colors.text, colors.weight)
        there, here = (scale(number) for number in self._ends(row))
        if there != here:
            page.c.line(((there, y), (here, y)), colors.tint, page.base * 0.3)
        self._dot(there, y, colors, here=False)
        if there == here:  # a dot in the ring: the same place in both
            page.c.marker(here, y, "circle", page.base * 0.24, colors.mark, None)
        else:
            self._dot(here, y, colors, here=True)

    def _scale(self, left: float, right: float) -> Scale:
        if self.alike:
            return Scale(1, max(len(self.scored.rows), 2), left, right)
        ends = [float(end) for row in self.rows for end in self._ends(row)]
        low, high = min(*ends, 0.0), max(*ends, 0.0)
        return Scale(low, high if high > low else low + 1, left, right)

    def _axis(self, scale: Scale, top: float, bottom: float) -> None:
        page = self.page
        b, c = page.base, page.c
        for tick in self._ticks(scale):
            x = scale(tick)
            c.line(((x, top - b * 0.1), (x, bottom)), RULE if tick == 0 else GRID, 0.7)
            c.text(x, top - b * 0.5, self.phrases.number(tick), b * SMALL, FAINT, anchor="middle")

    def _ticks(self, scale: Scale) -> Sequence[Decimal]:
        most = 5 if scale.end - scale.start > self.page.base * 16 else 3
        if not self.alike:
            return ticks(Decimal(repr(scale.low)), Decimal(repr(scale.high)), most)
        of = len(self.scored.rows)
        if of <= 6:
            return [Decimal(n) for n in range(1, of + 1)]
        step = 5 if of <= 20 else 10
        between = [Decimal(n) for n in range(step, of - step // 3, step)]
        return [Decimal(1), *between, Decimal(of)]

    def _alt(self, lists: dict[str, str]) -> str:
        say, phrases = self.phrases.say, self.phrases
        counts = len(self.shifts.other.rows), len(self.scored.rows)
        rows = "; ".join(
            say(
                "chart.score.compare.alt.row",
                name=self.names[row.province],
                old=say("place.rank", number=row.other_rank, of=counts[0]),
                old_score=phrases.number(row.other_score),
                new=say("place.rank", number=row.rank, of=counts[1]),
                score=phrases.number(row.score),
            )
            for row in self.rows
        )
        return say(
            "chart.score.compare.alt",
            title=self.page.title,
            subtitle=self._subtitle(),
            rows=f"{rows}." if rows else "",
            lists=lists_of(lists),
        ).strip()
