"""A composite score as bars: what it is made of, and how firm each place is."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.score import Member, Scored
from dtcompare.analysis.score_explained import Answer
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, lists_of
from dtcompare.charts.score.compare import compare_dots
from dtcompare.charts.score.explain import explain_bars
from dtcompare.charts.score.parts import Slice, ends_text, points_text, slices, unplaced_lists
from dtcompare.charts.score.rows import Columns, Lane, draw_columns
from dtcompare.charts.score.said import notes, subtitle, title
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import number, percent, scored_sources

__all__ = ["score_bars"]

_DETAILED = 12  # up to so many rows the other words name every part of a bar
_PITCH = 1.62  # the pitch of rows on a page that grows, in base sizes; a few stand wider apart
_WIDE_PITCH = 1.95
_FIXED, _FEW_FIXED = 2.2, 3.0  # the widest pitch on a page of fixed height, and of a few rows there
_VERY_FEW = 4
_LEGIBLE, _LEAST = 1.3, 1.18  # the least pitch in one column, and in two


def score_bars(answer: Answer, phrases: Phrases, options: ChartOptions) -> Chart:
    """The chart of a score: its bars, one score taken apart, or two scores side by side.

    Of a method card the bars are drawn; the card itself is a table. Raises WrongUsage where the
    rows do not fit on the page.
    """
    if not answer.card:
        if answer.explanation is not None:
            return explain_bars(answer.explanation, answer.scored, phrases, options)
        if answer.shifts is not None:
            return compare_dots(answer.shifts, answer.scored, phrases, options)
    return _Bars(answer.scored, phrases, options).chart()


class _Bars:
    """One score being drawn."""

    def __init__(self, scored: Scored, phrases: Phrases, options: ChartOptions) -> None:
        self.scored, self.phrases, self.options = scored, phrases, options
        self.slices = slices(scored, phrases)
        self.lanes = tuple(self._lanes())
        self.page = Page(
            options,
            phrases,
            scored.as_of,
            title=title(scored, phrases),
            subtitle=subtitle(scored, phrases),
            sources=(key for row in scored.rows for key in scored_sources(scored, row.province)),
            notes=tuple(notes(scored, phrases, brief=options.page.height is not None)),
        )

    def chart(self) -> Chart:
        """Draws key, bars, places and lists."""
        page = self.page
        y = page.key(page.top, [self._entry(part) for part in self.slices if self.lanes])
        columns = Columns(self.scored, self.phrases, page, self.slices, self.lanes)
        lists = dict(self._lists(counted=False, gaps=False))
        if self.lanes:
            split, pitch, lists = self._fitted(y, columns)
            y = draw_columns(columns, y, pitch, split)
        for label, names in lists.items():
            y = page.paragraph(y + page.base * 0.35, f"{label}: {names}")
        rows = len(self.scored.rows)
        return page.close(y + page.base * 0.4, alt=self._alt(), rows=rows, fixed_rows=not rows)

    def _entry(self, part: Slice) -> Entry:
        page, side = self.page, self.page.base * 0.85

        def square(x: float, y: float) -> None:
            page.c.rectangle(x, y - side / 2, side, side, part.color)

        return side, square, part.name

    # Rows

    def _lanes(self) -> Iterable[Lane]:
        """The rows that are wanted, with what is said in place of the others."""
        rows, options = self.scored.rows, self.options
        cut = range(len(rows))
        if options.first or options.last:
            cut = range(options.first or 0, len(rows) - (options.last or 0))
        ranks = [row.rank for row in rows]
        for place, row in enumerate(rows):
            if (options.first or options.last) and place in cut:
                if place == cut[0]:
                    hidden = rows[cut[0]].rank, rows[cut[-1]].rank
                    yield Lane(said=self._hidden(*hidden, len(cut)))
                continue
            yield Lane(
                member=row,
                place=f"{'=' * (ranks.count(row.rank) > 1)}{row.rank}",
                name=self.phrases.province(row.province, self.scored.as_of),
                highlighted=row.province in options.highlight,
            )

    def _hidden(self, first: int, last: int, count: int) -> str:
        if first == last and count > 1:
            return self.phrases.say("chart.rows-hidden", n=count)
        key = "chart.hidden.one" if count == 1 else "chart.hidden"
        return self.phrases.say(key, first=first, last=last)

    # Whether it fits

    def _fitted(self, y: float, columns: Columns) -> tuple[int, float, dict[str, str]]:
        """In how many columns, at which pitch, with which lists the rows fit on the page."""
        page, few = self.page, len(self.lanes) <= _DETAILED
        if page.room is None:
            roomy = _WIDE_PITCH if few else _PITCH
        else:
            roomy = _FEW_FIXED if few else _FIXED
            if len(self.lanes) <= _VERY_FEW:
                roomy *= 1.3
        for split, least in ((1, _LEGIBLE), (2, _LEAST)):
            if split > columns.most:
                continue
            for counted in (False, True):
                gaps = not columns.gapped(split)
                lists = dict(self._lists(counted=counted, gaps=gaps))
                free = page.bottom - y - columns.head(split) - self._tail(lists)
                pitch = free / columns.tallest(split)
                if pitch >= page.base * least:
                    return split, min(pitch, page.base * roomy), lists
        page.does_not_fit(len(self.scored.rows))
        raise AssertionError

    def _tail(self, lists: dict[str, str]) -> float:
        page = self.page
        texts = (f"{label}: {names}" for label, names in lists.items())
        return sum(page.paragraph_height(text) + page.base * 0.35 for text in texts) + page.base

    # What is said

    def _lists(self, *, counted: bool, gaps: bool) -> Iterable[tuple[str, str]]:
        """What stands in words under the bars; ``gaps``: what missing figures could do, too."""
        scored, phrases = self.scored, self.phrases
        partial = [row for row in scored.rows if row.missing]
        if partial and gaps and not counted:
            texts = [self._with_gaps(row) for row in partial]
            yield phrases.say("column.with-gaps"), "; ".join(texts)
        if scored.replay is not None and self.page.room is None:
            yield phrases.say("score.label.replay"), self._replayed()
        yield from unplaced_lists(scored, phrases, counted=counted)

    def _with_gaps(self, row: Member) -> str:
        name = self.phrases.province(row.province, self.scored.as_of)
        ends = ends_text(row, self.phrases) or "–"
        return f"{name} {ends} ({percent(row.coverage, self.phrases)})"

    def _replayed(self) -> str:
        """Where given weight sets put the first provinces."""
        replay = self.scored.replay
        assert replay is not None
        texts = []
        for id in replay.provinces[:8]:
            spread, name = replay.spread[id], self.phrases.province(id, self.scored.as_of)
            low, high = (number(place, 1, self.phrases) for place in (spread.q5, spread.q95))
            ends = low if low == high else self.phrases.say("chart.score.ends", low=low, high=high)
            texts.append(f"{name} {ends}")
        return "; ".join(texts)

    def _alt(self) -> str:
        phrases, scored = self.phrases, self.scored
        rows = "; ".join(self._alt_row(lane) for lane in self.lanes)
        key = "chart.score.alt" if self.slices else "chart.score.alt.whole"
        return phrases.say(
            key,
            title=self.page.title,
            subtitle=subtitle(scored, phrases),
            rows=f"{rows}." if rows else "",
            lists=lists_of(dict(self._lists(counted=False, gaps=True))),
        ).strip()

    def _alt_row(self, lane: Lane) -> str:
        row, phrases = lane.member, self.phrases
        if row is None:
            return lane.said
        say = phrases.say
        text = say(
            "chart.score.alt.row", place=lane.place, name=lane.name, score=phrases.number(row.score)
        )
        if self.slices and len(self.lanes) <= _DETAILED:
            parts = ", ".join(
                say(
                    "chart.score.part",
                    name=part.name,
                    points=points_text(part.points(row), 1, phrases),
                )
                for part in self.slices
            )
            text = say("chart.score.alt.parts", row=text, parts=parts)
        if self.scored.draws is not None and len(self.scored.rows) > 1:
            spread = self.scored.draws.spread[row.province]
            low, high = (number(place, 1, phrases) for place in (spread.q5, spread.q95))
            text = say("chart.score.alt.range", row=text, low=low, high=high)
        return text
