"""One province's profile as strips: its figures beside those of others that compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, cycle, groupby

from dtcompare.analysis.profile import Profile
from dtcompare.charts.cells import Axis, Cell, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.measure import gap_words
from dtcompare.charts.page import Entry, unbroken
from dtcompare.charts.profile_rows import PlacesTable, Strip, places_tables, strips_of
from dtcompare.charts.row_chart import Block, Paragraph, RowChart, Stacks, fit, fits
from dtcompare.charts.sheet_words import sign_entries, target_entry
from dtcompare.charts.style import (
    ACCENT,
    ACCENT_TEXT,
    BAR_HIGH,
    INK,
    MUTED,
    OTHERS,
    SERIES,
    SMALL,
    WHITE,
)
from dtcompare.charts.table import ChartTable
from dtcompare.charts.typeset import head_cell
from dtcompare.charts.values import LinearScale, dot, kind_of, mark, own_line, target_tick
from dtcompare.model.period import Period
from dtcompare.text import capital
from dtcompare.view.figures import verdict_counts
from dtcompare.view.phrases import Phrases

_SOME_PLACES = 4  # how many rows of a table of places stay where there is little room
_NAMES, _NARROW = 0.37, 0.43  # the most of the width that names take beside strips
_FEWER = 3  # how many strips go at a time where not all fit
_KEPT = 7  # base sizes that a strip is kept where there is little room
_AIM = 8  # base sizes that the column of targets takes
_YEARS = 0.62  # the most of the width that columns of years take
_BROADEST = 54  # base sizes that a table of places takes: with more, rows are hard to follow
_SHARES = {True: (0, 25, 50, 75, 100), False: (0, 50, 100)}

Edges = tuple[float, float]


class ProfileStrips(RowChart):
    """Draws a profile as strips by group of indicators, with the places in indices below.

    ``shown`` are the strips that are wanted, ``drawn`` those that have room.
    """

    def __init__(self, profile: Profile, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, profile.as_of)
        self.profile = profile
        self.strips = strips_of(profile, phrases)
        self.shown = self._shown(self.strips)
        self.drawn: Sequence[Strip] = self.shown
        self.count = len(self.shown)
        self.places = places_tables(profile, phrases)
        self.name = capital(phrases.full_name(profile.province))
        self.signs = _signs(options)
        self.headed = True  # groups have headings
        self.told: Sequence[Strip] = self.shown  # those drawn or told in words, not just counted
        self.most: int | None = None  # rows of each table of places

    def chart(self) -> Chart:
        """Draw key, strips and places by the fullest plan that fits."""
        self.page = page = self._new_page()
        start = len(page.c.marks)
        for strips, blocks in self._strips_and_blocks():
            self.drawn = strips
            del page.c.marks[start:]
            y = page.key(page.top, self._key())
            if fits(page, y, blocks):
                break
        else:
            page.does_not_fit(self.count)
        page.cite(self._sources())
        return page.close(fit(page, y, [blocks], self.count), alt=self._alt(), rows=self.count)

    def _sources(self) -> Iterator[str]:
        for strip in self.told:
            yield from strip.sources
        for table in self.places:
            yield from chain.from_iterable(table.sources[: self.most])

    def _plans(self) -> Iterator[Sequence[Block]]:
        return (blocks for _, blocks in self._strips_and_blocks())

    def _strips_and_blocks(self) -> Iterator[tuple[Sequence[Strip], Sequence[Block]]]:
        """Yield what may be drawn, the fullest first: what leaves the strips is told in words.

        Figures that have no place on a strip leave it first, then those beside which nothing
        stands; where there is no room for the words, what is left out is counted.
        """
        if self.profile.empty:
            yield (), [Paragraph(self.page, self.phrases.say("chart.show.empty"))]
        drawn = [strip for strip in self.shown if strip.drawn]
        beside = [strip for strip in drawn if strip.compares]
        kept = {len(one): one for one in (beside, drawn, self.shown) if one or not self.shown}
        for size in sorted(kept, reverse=True):
            words = self._lists([strip for strip in self.shown if strip not in kept[size]])
            for most in (None, _SOME_PLACES) if self.places else (None,):
                yield from self._laid_out(kept[size], most, words)
        strips = kept[min(kept)]
        for most in (_SOME_PLACES, 0):
            yield from self._laid_out(strips, most)
        self.headed = False  # the last resorts: fewer and fewer rows, parts of indices go first
        yield from self._laid_out(strips, 0)
        if self.options.first is None and self.options.last is None:
            indicator = self.phrases.dataset.indicator
            whole = [strip for strip in strips if indicator(strip.indicator).part_of is None]
            whole.sort(key=lambda strip: strip.tick is None)  # those with a target go last
            for count in range(len(whole), 0, -_FEWER):
                left = [strip for strip in strips if strip in whole[:count]]
                yield from self._laid_out(left, 0)

    def _counted(self, strips: Sequence[Strip]) -> list[str]:
        """Return how many rows are not drawn, in words; nothing where all are."""
        left = len(self.shown) - len(strips)
        id = self.profile.province
        return [self.phrases.say("chart.show.list.more", n=left, id=id)] if left else []

    def _laid_out(
        self, strips: Sequence[Strip], most: int | None, texts: Sequence[str] | None = None
    ) -> Iterator[tuple[Sequence[Strip], Sequence[Block]]]:
        """Yield strips, tables of places cut to ``most`` rows, and words; on a slide in columns.

        ``texts`` tell of the other strips; without any they are counted.
        """
        page, self.most = self.page, most
        self.told = self.shown
        if texts is None:
            self.told, texts = strips, self._counted(strips)
        left_out = sum(len(table.rows) - len(table.rows[:most]) for table in self.places)
        words = [Paragraph(page, text) for text in texts]
        if left_out:
            words.append(Paragraph(page, self.phrases.say("chart.show.list.places", n=left_out)))
        yield strips, [*self._stack(strips, most, (page.left, page.right)), *words]
        if self.options.size != "slide":
            return
        first, second = page.halves
        lines = len(strips) * 2 + sum(len(table.rows[:most]) for table in self.places)
        halves = []
        for split in range(max((lines - 6) // 4, 0), min((lines + 10) // 4, len(strips)) + 1):
            left = self._stack(strips[:split], 0, first)
            halves.append(Stacks((left, self._stack(strips[split:], most, second))))
        yield strips, [min(halves, key=lambda stacks: stacks.height(0.5)), *words]

    def _stack(self, strips: Sequence[Strip], most: int | None, edges: Edges) -> list[Block]:
        """Return strips and under them the tables of places cut to ``most`` rows."""
        blocks: list[Block] = [self._strips(strips, edges)] if strips else []
        if most != 0:
            blocks += [self._places(table, most, edges) for table in self.places]
        return blocks

    # Strips

    def _strips(self, strips: Sequence[Strip], edges: Edges) -> ChartTable:
        """Return the strips by group, an indicator named once."""
        say, wide = self.phrases.say, self.page.wide
        placed = wide and any(strip.place for strip in strips)
        aimed = wide and any(strip.assessment for strip in strips)
        rows, named = [], ""
        for group, found in groupby(strips, key=self._group):
            if self.headed:
                rows.append(ChartRow(heading=group))
            for strip in found:
                name = "" if strip.indicator == named else self.phrases.indicator(strip.indicator)
                rows.append(self._row(strip, name, placed=placed, aimed=aimed))
                named = strip.indicator
        axis, roomy = None, wide and edges[1] - edges[0] > self.page.base * 40
        if any(strip.drawn and strip.on_share_axis for strip in strips):
            axis = Axis(0, 100, tuple((float(n), str(n)) for n in _SHARES[roomy]))
        columns = [
            ChartColumn(fold=True, most=_NAMES if wide else _NARROW),
            ChartColumn(plot=True, axis=axis, room=13 if roomy else _KEPT),
            ChartColumn(head_cell(say("column.figure"), strong=True), "end"),
        ]
        if placed:
            columns.append(ChartColumn(head_cell(say("column.place"), strong=True), "end"))
        if aimed:
            aim = head_cell(say("chart.show.aim"), strong=True)
            columns.append(
                ChartColumn(
                    aim, "end", fold=True, most=self.page.base * _AIM / (edges[1] - edges[0])
                )
            )
        return ChartTable(self.page, columns, rows, ruled=True, edges=edges)

    def _group(self, strip: Strip) -> str:
        catalogue = self.phrases.dataset.catalogue
        group = self.phrases.dataset.indicator(strip.indicator).group
        return catalogue.groups[group].say(self.phrases.lang)

    def _row(self, strip: Strip, name: str, *, placed: bool, aimed: bool) -> ChartRow:
        """Return name, strip, number, place, and what is to go to which target."""
        phrases, small = self.phrases, strip.what(self.phrases)
        if strip.place and not self.page.wide:
            small = phrases.say("chart.show.placed", text=small, place=strip.place)
        if strip.assessment and not self.page.wide:
            small = phrases.say("chart.show.besides", text=small, more=strip.aim(phrases))
        quiet = strip.figure is None or strip.doubtful
        weight, color = ("Regular", MUTED) if quiet else ("SemiBold", ACCENT_TEXT)
        cells: list[Cell | Plot] = [
            cell(Run(name), Run(small, SMALL, MUTED)),
            self._plot(strip) if strip.drawn else (),
            cell(Run(unbroken(strip.value(phrases)), 1, color, weight)),
        ]
        if placed:
            cells.append(cell(Run(strip.place, 0.92)))
        if aimed:
            cells.append(cell(*gap_words(strip.assessment, phrases)) if strip.assessment else ())
        return ChartRow(tuple(cells))

    def _plot(self, strip: Strip) -> Plot:
        """Return the faint marks of the others, the tick of the target, the province's own mark."""

        def draw(scale: LinearScale, y: float, height: float) -> None:
            page, em = self.page, self.page.base
            if strip.on_own_line:
                own_line(page, scale, y, height)
            own = scale(strip.figure.number) if strip.figure is not None else float("-inf")
            for peer in sorted(strip.peers, key=lambda peer: peer.province in self.signs):
                color, shape = self.signs.get(peer.province, (OTHERS, "circle"))
                # One that the province's own mark would hide stands a little below.
                x = scale(peer.number)
                below = em * 0.6 * (abs(x - own) < em * 0.2)
                radius = em * (0.36 if peer.province in self.signs else 0.32)
                page.c.marker(x, y + below, shape, radius, color, WHITE, 0.4)
            if strip.figure is not None:
                mark(page, strip.figure, scale, y, MUTED if strip.doubtful else ACCENT)
            if strip.tick is not None:
                x = scale(strip.tick)
                # One that would stand in the mark is drawn over it, taller.
                target_tick(page, x, y, over=abs(x - own) < em * 0.6)

        if not strip.on_own_line:
            return Plot(draw, 0, 100)
        low, high = float(strip.least), float(strip.most)
        return Plot(draw, low, high if high > low else low + 1e-9, shared=False)

    # Places in indices

    def _places(self, table: PlacesTable, most: int | None, edges: Edges) -> ChartTable:
        """Return places by year; years that find no room fall away, the oldest first."""
        page, phrases = self.page, self.phrases
        edges = edges[0], min(edges[1], edges[0] + page.base * _BROADEST)
        room = (edges[1] - edges[0]) * _YEARS
        periods: list[Period] = []
        for period in reversed(table.periods):
            texts = [phrases.period(period), *(row.get(period.text, "") for _, row in table.rows)]
            room -= max(page.text_width(text, 0.92, "SemiBold") for text in texts) + page.base * 0.9
            if periods and room < 0:
                break
            periods.insert(0, period)
        heading = Run(phrases.say("chart.show.places", of=table.of), 0.95, INK, "SemiBold")
        years = [cell(Run(phrases.period(one), SMALL, MUTED, "SemiBold")) for one in periods]
        rows = []
        for name, row in table.rows[:most]:
            texts = [row.get(period.text, "") for period in periods]
            if any(texts):
                rows.append(ChartRow((cell(Run(name)), *(cell(Run(text, 0.92)) for text in texts))))
        columns = [
            ChartColumn(cell(heading), fold=True),
            *(ChartColumn(year, "end") for year in years),
        ]
        return ChartTable(page, columns, rows, ruled=True, edges=edges)

    # What is said

    def _lists(self, strips: Sequence[Strip]) -> Sequence[str]:
        """Return what has no strip, in words."""
        parts = {
            "chart.show.list.figures": [strip for strip in strips if strip.figure is not None],
            "chart.show.list.targets": [strip for strip in strips if strip.figure is None],
        }
        return [
            self.phrases.say(
                key, n=len(found), text="; ".join(strip.words(self.phrases) for strip in found)
            )
            for key, found in parts.items()
            if found
        ]

    def _title(self) -> str:
        say, name = self.phrases.say, unbroken(self.name)
        reported = self.profile.reported
        compared = {strip.indicator for strip in self.strips if strip.peers}
        compared |= {part.indicator for part in self.profile.rankings if part.placed}
        if len(reported) > 1 and len(compared) == len(reported):
            return say("chart.show.title.all", name=name, n=len(reported))
        if reported and compared:
            counts = {"n": len(reported), "compared": len(compared)}
            return say("chart.show.title.compared", name=name, **counts)
        if reported:
            return say("chart.show.title.alone", name=name, n=len(reported))
        if self.profile.targets:
            return say("chart.show.title.targets", name=name, n=len(self.profile.targets))
        return say("chart.show.title.empty", name=name)

    def _subtitle(self) -> str:
        """Return how to read it, and how its targets stand."""
        say, texts = self.phrases.say, []
        if any(strip.figure is not None for strip in self.strips):
            texts.append(say("chart.show.subtitle"))
        verdicts = [one.verdict for one in self.profile.targets]
        if verdicts:
            counts = verdict_counts(verdicts, self.phrases)
            texts.append(say("show.targets", n=len(verdicts), counts=counts))
        return " ".join(texts)

    def _notes(self) -> Iterator[str]:
        say, profile = self.phrases.say, self.profile
        if any(strip.on_own_line for strip in self.shown):
            yield say("chart.show.note.own-line")
        if any(strip.place for strip in self.shown):
            yield say("chart.show.note.place")
        yield from self._hidden_note()
        drawn = {strip.assessment.target for strip in self.strips if strip.assessment is not None}
        more = len({one.target for one in self.profile.assessments} - drawn)
        if more:
            yield say("chart.show.note.targets", n=more)
        states = {state for table in self.places for state in table.states}
        if states:
            yield say("chart.show.note.states", states=", ".join(sorted(states)))
        if self.options.page.height is not None:  # the lesser notes are left to the table
            return
        older = sum(not row.latest for part in profile.indicators for row in part.rows)
        if older:
            yield say("chart.show.note.older", n=older)
        indices = [part.rows for part in profile.rankings if part.rows]
        scores = [
            rows for rows in indices if all(row.observation.figure.place is None for row in rows)
        ]
        if scores:
            yield say("chart.show.note.scores", n=len(scores))

    def _key(self) -> list[Entry]:
        """Return the signs that are used, with their words."""
        page, say, em, strips = self.page, self.phrases.say, self.page.base, self.drawn
        kinds = {kind_of(one.figure) for one in strips if one.figure is not None and one.drawn}
        peers = {figure.province for strip in strips for figure in strip.peers}

        def entry(look: tuple[str, str], radius: float, words: str) -> Entry:
            color, shape = look

            def draw(x: float, y: float) -> None:
                dot(page.c, x + em * 0.45, y, em * radius, "exact", color, shape)

            return em * 2 * radius, draw, words

        entries = [entry((ACCENT, "circle"), 0.45, self.name)] if kinds else []
        entries += sign_entries(page, kinds, ACCENT)
        if peers:
            entries.append(entry((OTHERS, "circle"), 0.32, say("chart.show.key.other")))
        for id, look in self.signs.items():
            if id in peers:
                entries.append(entry(look, 0.36, self.phrases.province(id)))
        if any(strip.tick is not None and strip.drawn for strip in strips):
            entries.append(target_entry(page, say("chart.key.target")))
        return entries

    def _alt(self) -> str:
        """Return the chart in words: every figure, then every place."""
        say, phrases = self.phrases.say, self.phrases
        rows = []
        for strip in self.shown:
            value = strip.value(phrases) if strip.figure is not None else ""
            place = say("chart.show.at-place", place=strip.place) if strip.place else ""
            facts = filter(None, (value, strip.what(phrases), place, strip.aim(phrases)))
            rows.append(f"{phrases.indicator(strip.indicator)}: {', '.join(facts)}")
        for table in self.places:
            for name, places in table.rows:
                texts = [
                    f"{places[period.text]}/{table.of} ({phrases.period(period)})"
                    for period in table.periods
                    if period.text in places
                ]
                rows.append(f"{name}: {', '.join(texts)}")
        text = say("chart.show.empty") if self.profile.empty else "; ".join(rows)
        return say("chart.show.alt", title=self.page.title, rows=text.rstrip("."))


def _signs(options: ChartOptions) -> Mapping[str, tuple[str, str]]:
    """Return the colour and shape of every other province to be highlighted, by their ids.

    None is round, as the province itself is: in grey their colours are alike.
    """
    colors = (BAR_HIGH, *SERIES[2:])
    shapes = ("diamond", "square", "up", "down", "plus")
    return dict(zip(sorted(options.highlight), zip(cycle(colors), cycle(shapes)), strict=False))
