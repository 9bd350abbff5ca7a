"""A ranking as bars: who is ahead, beside it what cannot be ranked and why, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, groupby

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.editions import missing_places
from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.groups import Edition, Excluded, Group
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.measure import aim_text
from dtcompare.charts.page import Entry, Page, hidden_rows, unbroken
from dtcompare.charts.rank_words import (
    IN_TIME,
    apart,
    dated_text,
    footnotes,
    place_text,
    subtitle,
    target_words,
    title,
)
from dtcompare.charts.sheet_words import note_texts, target_entry
from dtcompare.charts.style import BAR, FAINT, GREY, INK, MUTED, RULE, SMALL, TEXT, WHITE
from dtcompare.charts.table import (
    Axis,
    Beside,
    Block,
    Column,
    Paragraph,
    Plot,
    Row,
    Run,
    Table,
    cell,
    fit,
)
from dtcompare.charts.values import Kind, Scale, bar, kind_of, paint, ticks, value_key, value_text
from dtcompare.model.figure import NATIONAL, Figure
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank import RankLayout
from dtcompare.view.results.rank_words import group_heading

__all__ = ["rank_bars"]

_NUMBER = 0.92  # the type of numbers, in base sizes
_NARROW, _NARROWEST = 13.0, 8.0  # base sizes that a plot has, and in one of two columns
_SPARSE = 30  # base sizes: a table narrower than this has fewer numbers on its axis
_PITCH = 1.12  # base sizes from line to line of a reason below its bar
_FEW = 8  # no more rows than this are never set in two columns
_DRAWN = 8  # more figures than this listed under one reason are counted, not drawn
_ANNOTATED = 20  # with more rows than this the notes of single figures are left to the table
_DWARFING = 2  # times the longest bar: a country beyond is told in words
_NEAR = Decimal("1.6")  # times the longest bar: a target up to there is on the scale
_FULL = Decimal("0.55")  # of a natural end: longer bars have the scale go up to it
# Reasons whose figures are drawn as outlined bars; the others are told in words.
_OUTLINED = IN_TIME | {
    "other_basis",
    "other_method",
    "own_method",
    "basis_unstated",
    "method_unstated",
    "scope",
}


class _Bar(Struct, frozen=True):
    """A figure with its row; ``reason`` is what keeps it out of the ranking, None if it is in it.

    ``when`` is its time and state, where these are not said of all, with the letter of its note.
    """

    province: str
    observation: Observation
    target: Assessment | None = None
    place: str = ""
    rank: int | None = None
    when: str = ""
    reason: str | None = None
    reference: bool = False

    @property
    def figure(self) -> Figure:
        """Return the figure that is drawn."""
        return self.observation.figure

    @property
    def is_met(self) -> bool:
        """Return whether its target is reached."""
        return self.target is not None and self.target.verdict == "met"


class _Section(Struct, frozen=True):
    """Bars and remarks between them under a heading, which may be empty."""

    rows: tuple[_Bar | str, ...]
    heading: str = ""
    aside: str = ""


class _List(Struct, frozen=True):
    """What is said in words below the bars; ``count`` where its names have no room."""

    label: str
    names: str
    count: str


def rank_bars(ranking: Ranking, phrases: Phrases, options: ChartOptions) -> Chart:
    """Draw the ranking as bars; an edition without scores as places on a line.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return _Bars(ranking, phrases, options).chart()


class _Bars:
    """One ranking being drawn; ``edition`` is the one whose places are drawn, not numbers."""

    def __init__(self, ranking: Ranking, phrases: Phrases, options: ChartOptions) -> None:
        self.ranking, self.phrases, self.options = ranking, phrases, options
        self.indicator = phrases.dataset.indicator(ranking.indicator)
        self.edition = _edition_without_scores(ranking)
        total = sum(len(group.rows) for group in ranking.groups)
        self.notes = Notes(mute=options.page.height is not None or total > _ANNOTATED)
        self.ranked = [section for section in self._ranked() if section.rows]
        self.listed = list(self._listed())
        self.rows = [row for part in (*self.ranked, *self.listed) for row in part.rows]
        self.bars = [row for row in self.rows if isinstance(row, _Bar)]
        self.lists = list(self._lists())
        self.most = self._most()
        figures = [row.figure for row in self.bars]
        self.subtitle = subtitle(ranking, figures, self.edition, phrases)
        self.page = Page(
            options,
            phrases,
            ranking.as_of,
            title=title(ranking, phrases),
            subtitle=self.subtitle,
            sources=self._sources(),
            notes=tuple(self._footnotes()),
        )

    def chart(self) -> Chart:
        """Draw key, bars and words by the fullest plan that fits."""
        y = self.page.key(self.page.top, self._key())
        y = fit(self.page, y, self._plans(), len(self.rows))
        return self.page.close(y, alt=self._alt(), rows=len(self.rows))

    def _plans(self) -> Iterator[list[Block]]:
        """Yield one column and two; words in full, then counted; then the ranked rows alone."""
        page, say, label = self.page, self.phrases.say, self.phrases.say("listed")
        named: list[Block] = [
            Paragraph(page, say("chart.names", label=one.label, names=one.names))
            for one in self.lists
        ]
        counts = [one.count for one in self.lists]
        sections = [*self.ranked, *self.listed]
        yield from self._columns(sections, named)
        yield from self._columns(sections, self._counted(counts))
        if self.ranked and self.listed:
            left_out = sum(len(section.rows) for section in self.listed)
            counts = [say("chart.counted", label=label, n=left_out), *counts]
            yield from self._columns(self.ranked, self._counted(counts))

    def _counted(self, counts: Sequence[str]) -> list[Block]:
        if not counts:
            return []
        return [
            Paragraph(self.page, self.phrases.say("chart.rank.counted", labels="; ".join(counts)))
        ]

    def _columns(
        self, sections: Sequence[_Section], words: Sequence[Block]
    ) -> Iterator[list[Block]]:
        """Yield the rows over the whole width, then in two columns where the page is wide."""
        if not sections:
            yield [*words]
            return
        rows = list(self._typeset(sections))
        yield [self._table(rows), *words]
        if self.page.wide and len(rows) > _FEW:
            yield [Beside(self._table, rows, self.page), *words]

    # Which rows there are

    def _ranked(self) -> Iterator[_Section]:
        """Yield the groups; where nothing is ranked all figures of whole provinces, outlined."""
        ranking, say = self.ranking, self.phrases.say
        if not ranking.is_ranked:
            yield self._unranked()
            return
        alone, country = len(ranking.groups) == 1, ranking.reference
        for group in ranking.groups:
            rows = list(self._group(group))
            if group is ranking.groups[0] and country is not None and self._reference_fits(country):
                rows.append(
                    _Bar(
                        NATIONAL,
                        country,
                        ranking.reference_target,
                        when=self._when(country, group),
                        reference=True,
                    )
                )
            if alone:
                yield _Section(tuple(rows))
            else:
                heading = group_heading(group, self.indicator, self.phrases)
                yield _Section(tuple(rows), heading, say("extent", n=group.size))

    def _unranked(self) -> _Section:
        ranking = self.ranking
        rows = []
        for group in ranking.groups:
            rows += [self._outlined(r.province, r.observation, r.target) for r in group.rows]
        if ranking.reference is not None:
            rows.append(self._outlined(NATIONAL, ranking.reference, ranking.reference_target))
        unseen = self._unseen(sum(group.hidden for group in ranking.groups))
        return _Section((*self._cut(rows), *unseen))

    def _group(self, group: Group) -> Iterator[_Bar | str]:
        """Yield a group's rows with the places that nobody is known to hold, where in order."""
        in_order = self.ranking.picks.sort in (None, "value") and not group.hidden
        shown = group.edition is not None and self.edition is None and in_order
        holes = missing_places(group) if shown else []
        rows: list[_Bar | str] = []
        for row in group.rows:
            rank = row.rank_interval.rank if row.rank_interval else None
            while holes and rank is not None and holes[0][0] < rank:
                rows.append(self._hole(holes.pop(0)))
            place, when = place_text(row, group, self.phrases), self._when(row.observation, group)
            rows.append(_Bar(row.province, row.observation, row.target, place, rank, when))
        yield from self._cut([*rows, *map(self._hole, holes)])
        yield from self._unseen(group.hidden)

    def _hole(self, hole: tuple[int, int]) -> str:
        """Return that one place, or those from the first to the last, are not found."""
        key = "place.hole" if hole[0] == hole[1] else "place.holes"
        return " ".join(self.phrases.say(key, first=hole[0], last=hole[1]).split())

    def _cut(self, rows: Sequence[_Bar | str]) -> Sequence[_Bar | str]:
        """Return the rows at both ends that are asked for, and between them what is not shown."""
        hidden = hidden_rows(len(rows), self.options)
        if not hidden:
            return rows
        cut = rows[hidden.start : hidden.stop]
        ranks = [row.rank for row in cut if isinstance(row, _Bar) and row.rank is not None]
        text = self.phrases.say("chart.rows-hidden", n=len(hidden))
        if ranks:
            key = "chart.hidden" if ranks[0] != ranks[-1] else "chart.hidden.one"
            text = self.phrases.say(key, first=ranks[0], last=ranks[-1])
        return (*rows[: hidden.start], text, *rows[hidden.stop :])

    def _unseen(self, count: int) -> list[str]:
        """Return how many rows filters left out; nothing of none."""
        return [self.phrases.say("chart.rank.unseen", n=count)] if count else []

    def _listed(self) -> Iterator[_Section]:
        """Yield what is not ranked and drawn: under one heading, of no ranking by reason."""
        drawn = [entries for entries in self._by_reason() if self._is_drawn(entries)]
        sections = [
            [self._outlined(e.province, e.observation, e.target, e.reason) for e in entries]
            for entries in drawn
        ]
        if self.ranking.is_ranked and sections:
            yield _Section(tuple(chain.from_iterable(sections)), self.phrases.say("listed"))
            return
        for entries, rows in zip(drawn, sections, strict=True):
            yield _Section(tuple(rows), self.phrases.say(f"reason.{entries[0].reason}"))

    def _by_reason(self) -> Iterator[Sequence[Excluded]]:
        for _, entries in groupby(self.ranking.listed, key=lambda entry: entry.reason):
            yield tuple(entries)

    def _is_drawn(self, entries: Sequence[Excluded]) -> bool:
        """Return whether what is listed under one reason is drawn as bars, not said in words."""
        if len(entries) > _DRAWN or self.edition is not None:
            return False
        if any(entry.observation.figure.amount is None for entry in entries):
            return False
        return not self.ranking.is_ranked or entries[0].reason in _OUTLINED

    def _outlined(
        self, province: str, observation: Observation, target: Assessment | None, reason: str = ""
    ) -> _Bar:
        return _Bar(
            province,
            observation,
            None if self.ranking.is_ranked else target,
            when=self._when(observation, None, reason),
            reason=apart(observation.figure, reason, self.phrases),
        )

    def _reference_fits(self, country: Observation) -> bool:
        """Return whether the country's figure can stand beside the bars without dwarfing them."""
        if country.figure.amount is None or self.edition is not None:
            return False
        numbers = [row.observation.figure.number for row in self.ranking.groups[0].rows]
        return country.figure.number <= max(numbers, default=Decimal(0)) * _DWARFING

    def _when(self, observation: Observation, group: Group | None, reason: str = "") -> str:
        """Return when and how firm, where that is not said of all, and the letter of the note."""
        figure, season, parts = observation.figure, group.season if group else None, []
        if group is None or group.edition is None:
            whole = season is not None and season.start.month == season.end.month - 11
            if season is None or figure.period.end.year != season.end.year or not whole:
                parts.append(self.phrases.period(figure.period))
        if figure.status not in (None, reason):
            parts.append(self.phrases.say(f"status.{figure.status}"))
        return " ".join(filter(None, (*parts, self.notes.mark(figure.note))))

    # How they are set

    def _typeset(self, sections: Iterable[_Section]) -> Iterator[Row]:
        """Yield the rows under their headings."""
        for section in sections:
            if section.heading:
                yield Row(heading=section.heading, aside=section.aside)
            for row in section.rows:
                yield Row(remark=row) if isinstance(row, str) else self._row(row)

    def _row(self, row: _Bar) -> Row:
        highlighted = row.province in self.options.highlight
        colors = paint(highlighted=highlighted)
        place = Run(row.place, _NUMBER, colors.text if highlighted else FAINT, colors.weight)
        name = (Run(self._name(row), 1, colors.text, colors.weight), Run(row.when, SMALL, MUTED))
        aim = Run(aim_text(row.target, self.phrases) if row.target else "", SMALL, MUTED)
        return Row((cell(place), cell(name), self._plot(row), cell(aim)))

    def _name(self, row: _Bar) -> str:
        day = None if row.province == NATIONAL else self.ranking.day
        return self.phrases.province(row.province, day)

    def _table(self, rows: Sequence[Row], edges: tuple[float, float] | None = None) -> Table:
        """Return the table of rows; ``edges`` are those of one of two columns."""
        narrow = edges is not None or not self.page.wide
        room = _NARROW if edges is None else _NARROWEST
        left, right = edges or (self.page.left, self.page.right)
        axis = self._axis(sparse=right - left < self.page.base * _SPARSE)
        plot = Column(plot=True, axis=axis, room=room)
        columns = [Column(align="end"), Column(fold=True), plot]
        if not narrow and any(row.target is not None for row in self.bars):
            head = Run(self.phrases.say("column.target"), SMALL, MUTED, "SemiBold")
            columns.append(Column(cell(head), "end"))
        else:
            rows = [replace(row, cells=row.cells[:3]) for row in rows]
        return Table(self.page, columns, rows, edges=edges)

    def _axis(self, *, sparse: bool) -> Axis:
        number = self.phrases.number
        if self.edition is None:
            marks = ticks(Decimal(0), self.most, 3 if sparse else 5)
            return Axis(0, float(self.most), tuple((float(n), number(n)) for n in marks))
        of, step = self.edition.of, 20 if sparse else 10
        places = (1, *range(step, of - step // 3, step), of)
        return Axis(1, of, tuple((float(n), number(Decimal(n))) for n in places))

    # What is drawn

    def _plot(self, row: _Bar) -> Plot:
        amount, em, most = row.figure.amount, self.options.page.base, float(self.most)
        if self.edition is not None:
            return self._place_plot(row, self.edition.of)
        if amount is None:
            return Plot(lambda scale, y, _: self._draw_words(scale.start + em * 0.4, y), 0, most)
        end = float(amount.upper if amount.upper is not None else amount.number)
        wide = self._number_width(row)
        inside = end / most * em * _NARROW > wide + em * 0.9
        if kind_of(row.figure) == "range" and row.reason is None:
            inside = False
        label = (end, 0.0, 0.0 if inside else wide + em)
        return Plot(
            lambda *at: self._draw_bar(row, *at),
            0,
            most,
            labels=(label,),
            below=lambda scale: _PITCH * len(self._reason_lines(row, scale)),
        )

    def _draw_words(self, x: float, y: float) -> None:
        """Draw that a score is not found."""
        text, size = self.phrases.say("chart.rank.no-score"), self.page.base * SMALL
        self.page.c.middle(x, y, text, size, MUTED, "Italic", halo=True)

    def _number_width(self, row: _Bar) -> float:
        text, size = value_text(row.figure, self.phrases), self.options.page.base * _NUMBER
        return self.options.font.width(text, size, "SemiBold")

    def _draw_bar(self, row: _Bar, scale: Scale, y: float, height: float) -> None:
        """Draw a bar from 0 with the tick of its target and its number."""
        c, em, figure = self.page.c, self.page.base, row.figure
        tall, left, end = min(height * 0.78, em * 1.25), scale.start, scale(figure.number)
        highlighted, aim = row.province in self.options.highlight, self._tick(row)
        colors = paint(highlighted=highlighted, reached=row.is_met and row.reason is None)
        if row.reason is not None:
            edge = colors.mark if highlighted else RULE
            c.rectangle(left, y - tall / 2, max(end - left, 0.6), tall, WHITE, edge, 0.9)
        if aim is not None:
            x, reach = scale(aim), tall * 0.64
            c.line(((x, y - reach), (x, y + reach)), INK, 1.6)
        if row.reference:
            c.rectangle(left, y - tall / 2, end - left, tall, GREY)
        elif row.reason is None:
            upper = figure.amount.upper if figure.amount else None
            far = scale(upper) if upper is not None else end
            bar(c, left, end, y, tall, kind_of(figure), colors, upper=far)
        self._draw_number(row, scale, y, tall)
        self._draw_reason(row, scale, y, tall)

    def _draw_reason(self, row: _Bar, scale: Scale, y: float, tall: float) -> None:
        """Write what sets a figure apart on its bar, behind it, or where neither has room below."""
        c, em = self.page.c, self.page.base
        if not row.reason:
            return
        lines = self._reason_lines(row, scale)
        for place, line in enumerate(lines):
            at = y + tall / 2 + em * (0.64 + _PITCH * place)
            c.middle(scale.start + em * 0.2, at, line, em * SMALL, MUTED, "Italic", halo=True)
        if not lines:
            # A halo would bite into the outline: only the mark of a target makes it needed there.
            x, _ = self._reason_room(row, scale)
            halo = self._tick(row) is not None or x > scale(row.figure.number)
            c.middle(x, y, row.reason, em * SMALL, MUTED, "Italic", halo=halo)

    def _reason_room(self, row: _Bar, scale: Scale) -> tuple[float, float]:
        """Return where a reason begins, on its bar or behind, and how much room it has there."""
        em, begin, end = self.page.base, scale.start, scale(row.figure.number)
        number, wide = self._number_width(row), self._reason_width(row)
        after = end + (em * 0.4 if end - begin > number + em * 0.9 else em * 0.8 + number)
        within, behind = end - begin - number - em * 1.8, scale.end - after
        if within >= min(wide, behind):
            return begin + em * 0.5, within
        return after, behind

    def _reason_lines(self, row: _Bar, scale: Scale) -> Sequence[str]:
        """Return the lines of a reason below its bar; none where it has room on it or behind."""
        if not row.reason or self._reason_room(row, scale)[1] >= self._reason_width(row):
            return ()
        room = scale.end - scale.start - self.page.base * 0.2
        return self.page.font.wrap(row.reason, room, self.page.base * SMALL, "Italic")

    def _reason_width(self, row: _Bar) -> float:
        return self.page.text_width(row.reason or "", SMALL, "Italic")

    def _draw_number(self, row: _Bar, scale: Scale, y: float, tall: float) -> None:
        """Write the number at the end of its bar: inside where it fits, else behind."""
        c, em, figure = self.page.c, self.page.base, row.figure
        kind: Kind = "exact" if row.reference else kind_of(figure)
        outlined, wide = row.reason is not None, self._number_width(row)
        text, color = value_text(figure, self.phrases), self._color(row)
        end = scale(figure.number)
        inside = end - scale.start > wide + em * 0.9 and (kind != "range" or outlined)
        if not inside:
            upper = figure.amount.upper if figure.amount else None
            far = scale(upper) if upper is not None else end
            far += tall * 0.42 * (kind == "over" and not outlined) + em * 0.35
            c.middle(far, y, text, em * _NUMBER, color, "SemiBold", halo=True)
            return
        if kind == "under" and not outlined:  # a plate keeps the hatching out of it
            plate = end - wide - em * 0.75, y - tall / 2 + 0.8
            c.rectangle(*plate, wide + em * 0.6, tall - 1.6, WHITE)
        if not outlined:
            tinted = row.reference or kind in ("about", "under")
            color = TEXT if tinted else WHITE
        halo = outlined and self._tick(row) is not None
        c.middle(end - em * 0.4, y, text, em * _NUMBER, color, "SemiBold", "end", halo=halo)

    def _color(self, row: _Bar) -> str:
        return paint(highlighted=row.province in self.options.highlight).text

    def _place_plot(self, row: _Bar, of: int) -> Plot:
        """Return a place on the line of all places; the score beside it where it is known."""
        em, figure = self.options.page.base, row.figure
        text = ""
        if figure.amount is not None:
            text = value_text(replace(figure, place=None), self.phrases)
        wide = self.options.font.width(text, em * _NUMBER)
        place = row.place.lstrip("=")
        colors = paint(highlighted=row.province in self.options.highlight)

        def draw(scale: Scale, y: float, _: float) -> None:
            c, x = self.page.c, scale.start
            if place.isdigit():
                x = scale(int(place))
                c.line(((scale.start, y), (x, y)), colors.tint, em * 0.22)
                c.marker(x, y, "circle", em * 0.4, colors.mark)
                x += em * 0.75
            if text:
                c.middle(x, y, text, em * _NUMBER, colors.text, halo=True)
            if not place.isdigit() and text:
                words = self.phrases.say("chart.map.no-place")
                c.middle(x + wide + em * 0.5, y, words, em * SMALL, MUTED, "Italic", halo=True)

        labelled = place.isdigit() and text
        return Plot(draw, 1, of, labels=((int(place), 0.0, wide + em),) if labelled else ())

    def _tick(self, row: _Bar) -> Decimal | None:
        """Return the number of a row's target where it is on the figure's footing and the scale."""
        if row.target is None or row.target.observation is None:
            return None
        target = row.target.target
        if self.edition is not None or target.amount is None or target.number > self.most:
            return None
        return target.number

    def _most(self) -> Decimal:
        """Return the end of the scale: a natural end that bars come near, else the longest bar.

        A target beyond every bar is on the scale while it does not dwarf them.
        """
        amounts = [row.figure.amount for row in self.bars if row.figure.amount is not None]
        longest = max((amount.upper or amount.number for amount in amounts), default=Decimal(1))
        targets = [row.target.target for row in self.bars if row.target is not None]
        aims = [target.number for target in targets if target.amount is not None]
        longest = max([longest, *(aim for aim in aims if aim <= longest * _NEAR)])
        natural = self.indicator.unit.maximum
        if natural is not None and longest > natural * _FULL:
            return natural
        return longest if longest > 0 else Decimal(1)

    # What is said of all

    def _lists(self) -> Iterator[_List]:
        """Yield what is said under the bars: the country, what is listed, who is silent."""
        ranking, say, country = self.ranking, self.phrases.say, self.ranking.reference
        if ranking.is_ranked and country is not None and not self._reference_fits(country):
            name, text = self.phrases.province(NATIONAL), dated_text(country, self.phrases)
            yield _List(name, text, f"{name} {text}")
        for entries in self._by_reason():
            if self._is_drawn(entries):
                continue
            label = say(f"reason.{entries[0].reason}")
            names = say("chart.rank.more", n=len(entries))
            if len(entries) <= _DRAWN:
                texts = [
                    f"{unbroken(self.phrases.province(entry.province))} "
                    f"{dated_text(entry.observation, self.phrases)}"
                    for entry in entries
                ]
                names = "; ".join(texts)
            yield _List(label, names, say("chart.counted", label=label, n=len(entries)))
        layout = RankLayout(ranking, self.phrases, Citations(self.phrases, "none"))
        for remark in layout.silent():
            names = ", ".join(map(unbroken, remark.lines[0].split(", ")))
            yield _List(remark.label, names, remark.label)

    def _sources(self) -> Iterator[str]:
        """Yield every page whose number is drawn or said."""
        ranking = self.ranking
        for row in self.bars:
            yield from row.observation.sources
            yield from row.target.sources if row.target is not None else ()
        if ranking.is_ranked and ranking.reference is not None:
            yield from ranking.reference.sources
        for entries in self._by_reason():
            if len(entries) <= _DRAWN and not self._is_drawn(entries):
                for entry in entries:
                    yield from entry.observation.sources

    def _footnotes(self) -> Iterator[str]:
        aims = [row.target for row in self.bars if row.target is not None]
        if self.edition is not None:
            aims = []
        yield from footnotes(self.ranking, len(self.rows), aims, self.phrases)
        yield from note_texts(self.notes)

    def _key(self) -> list[Entry]:
        """Return the signs that are used, with their words."""
        page, em, say = self.page, self.page.base, self.phrases.say

        def place(x: float, y: float) -> None:
            page.c.marker(x + em * 0.45, y, "circle", em * 0.4, BAR)

        if self.edition is not None:
            return [(em * 0.9, place, say("chart.key.place"))]
        ranked = [row for row in self.bars if row.reason is None and not row.reference]
        kinds = {kind_of(row.figure) for row in ranked if row.figure.amount}
        met = any(row.is_met for row in ranked)
        outlined = bool(ranked) and any(row.reason is not None for row in self.bars)
        if kinds == {"exact"} and not met:
            kinds = set()
        entries = value_key(page, kinds, reached=met, outlined=outlined)
        if any(self._tick(row) is not None for row in self.bars):
            entries.append(target_entry(page, say("chart.key.target")))
        return entries

    def _alt(self) -> str:
        """Return the chart in words: its kind, what of, every row, and where the reasons stand."""
        kind = "bars" if self.ranking.is_ranked else "unranked"
        if self.edition is not None:
            kind = "places"
        rows = "; ".join(row if isinstance(row, str) else self._row_text(row) for row in self.rows)
        text = self.phrases.say(
            f"chart.rank.alt.{kind}",
            title=title(self.ranking, self.phrases),
            measure=self.subtitle.rstrip("."),
            rows=f"{rows}." if rows else "",
            lists=" ".join(f"{one.label}: {one.names}." for one in self.lists),
        )
        return " ".join(text.split())

    def _row_text(self, row: _Bar) -> str:
        """Return a row in words: place, name, figure, when, what sets it apart, and the target."""
        figure = self.phrases.figure(row.figure, self.indicator)
        letters = self.notes.mark(row.figure.note)
        when = row.when.removesuffix(letters).strip()
        parts = (figure, when, row.reason or "", target_words(row.target, self.phrases))
        facts = ", ".join(filter(None, parts))
        name = self._name(row)
        return self.phrases.say(
            "chart.rank.alt.row", place=row.place, name=name, figure=facts
        ).strip()


def _edition_without_scores(ranking: Ranking) -> Edition | None:
    """Return the edition of a ranking whose places are known better than its scores, if any."""
    group = ranking.groups[0] if ranking.groups else None
    if group is None or group.edition is None or not group.ranked:
        return None
    scored = sum(row.observation.figure.amount is not None for row in group.rows)
    return group.edition if 2 * scored < len(group.rows) else None
