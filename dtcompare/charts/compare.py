"""Provinces side by side: marks for what compares, the sheet's words for what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Places
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.spread import FigureSpread
from dtcompare.charts.cells import Axis, Cell, ChartColumn, ChartRow, Plot, Run, cell
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.measure import is_share, measure_text
from dtcompare.charts.page import Entry, unbroken
from dtcompare.charts.row_chart import Block, Paragraph, RowChart
from dtcompare.charts.sheet_words import WORDS, sign_entries, table_in_words
from dtcompare.charts.style import FAINT, GREY, MUTED, SERIES, SHAPES, SMALL
from dtcompare.charts.table import ChartTable
from dtcompare.charts.values import LinearScale, kind_of, mark, numbers_of, own_line, value_text
from dtcompare.model.figure import Figure
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.compare import ComparisonWriter

# A name with what each province reports under it.
Statements = tuple[str, Sequence[Sequence[str]]]

_STEP = 0.82  # by how many base sizes marks stand apart that would hide each other
_BREADTH = 11  # base sizes that a province's column of words takes at the least
_PERCENT = Axis(0, 100, tuple((float(n), str(n)) for n in (0, 25, 50, 75, 100)))


class ComparisonDots(RowChart):
    """Draws a comparison: rows of marks, then in words what is not on one footing."""

    def __init__(self, comparison: Comparison, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, comparison.as_of)
        self.comparison = comparison
        self.names = [capital(phrases.full_name(id)) for id in comparison.provinces]
        shown = self._shown([*comparison.alike, *comparison.apart])
        self.alike = [row for row in shown if isinstance(row, Alike)]
        self.apart = [row for row in shown if isinstance(row, Apart)]
        self.shared = [row for row in comparison.places if _placed(row) > 1]
        self.counts = comparison.counts
        self.figures = [[o.figure for o in row.observations if o] for row in self.alike]
        self.writer = ComparisonWriter(
            comparison, phrases, Citations(phrases, "none"), Notes(mute=True)
        )
        self.count = len(self.alike) + len(self.apart)

    def _plans(self) -> Iterator[list[Block]]:
        """Yield what is shown, the most first; what has no row is named, then counted."""
        if self.comparison.empty:
            yield self._paragraphs(self.phrases.say("compare.empty"))
        say, places = self.phrases.say, self._places()
        apart = self._counted() | self._apart()
        alike = [self._marks()] if self.alike else []
        alone = self._counts("only-places", self._placed_alone())
        counts = (
            *self._counts("only", [len(dict(found)) for found in self.comparison.only]),
            *alone,
        )
        named = [say("chart.names", label=label, names=names) for label, names in self._lists()]
        yield [*alike, *self._words(apart | places), *self._paragraphs(*named, *alone)]
        yield [*alike, *self._words(apart | places), *self._paragraphs(*counts)]
        if self.shared:
            counts = (say("chart.compare.places", n=len(self.shared)), *counts)
        yield [*alike, *self._words(apart), *self._paragraphs(*counts)]
        if alike and self.apart:
            label = say("chart.counted", label=next(iter(self._apart())), n=len(self.apart))
            names = "; ".join(self.phrases.indicator(row.indicator) for row in self.apart)
            text = say("chart.names", label=label, names=names)
            yield [*alike, *self._paragraphs(text, *counts)]

    def _paragraphs(self, *texts: str) -> list[Block]:
        return [Paragraph(self.page, text) for text in texts]

    # Like with like

    def _marks(self) -> ChartTable:
        """Return the rows with names beside the marks, or above them where that takes less room."""
        beside, below = self._table(line=0), self._table(line=1)
        if beside.cramped:
            return below
        return beside if self.page.wide else min(beside, below, key=lambda table: table.height(0))

    def _table(self, line: int) -> ChartTable:
        """Return the rows; with ``line`` 1 marks and numbers stand below the name."""
        heads = self._heads(0.95, "SemiBold")
        numbers = [ChartColumn(head, "end", fold=True, line=2 * line) for head in heads]
        axis = _PERCENT if any(map(self._is_percent, self.alike, self.figures)) else None
        columns = [ChartColumn(fold=True), ChartColumn(plot=True, axis=axis, line=line), *numbers]
        heading = ChartRow(heading=self.phrases.say("compare.section.alike"))
        return ChartTable(
            self.page, columns, [heading, *map(self._row, self.alike, self.figures)], ruled=True
        )

    def _heads(self, scale: float, weight: str) -> list[Cell]:
        """Return the names of the provinces behind their signs."""
        looks = zip(self.names, SERIES, SHAPES, strict=False)
        return [cell(Run(name, scale, color, weight, shape)) for name, color, shape in looks]

    def _row(self, row: Alike, figures: Sequence[Figure]) -> ChartRow:
        phrases = self.phrases
        times = {_time(figure, phrases) for figure in figures}
        method = phrases.method(figures[0].method) if figures[0].method is not None else ""
        facts = [measure_text(figures[0], phrases), method, *(times if len(times) == 1 else ())]
        label = cell(
            Run(phrases.indicator(row.indicator)),
            Run(", ".join(filter(None, facts)), SMALL, MUTED),
        )
        numbers = [
            self._number(row, place, observation, timed=len(times) > 1)
            for place, observation in enumerate(row.observations)
        ]
        return ChartRow((label, self._plot(row, figures), *numbers))

    def _number(
        self, row: Alike, place: int, observation: Observation | None, *, timed: bool
    ) -> Cell:
        """Return a province's number, bold where it is surely ahead; ``timed``: with its time."""
        if observation is None:
            return cell(Run("–", 0.95, MUTED))
        ahead = row.lead is not None and row.lead.province == self.comparison.provinces[place]
        weight = "SemiBold" if ahead else "Regular"
        number = Run(value_text(observation.figure, self.phrases), 0.95, SERIES[place], weight)
        if not timed:
            return cell(number)
        return cell(number, Run(_time(observation.figure, self.phrases), SMALL, MUTED))

    def _is_percent(self, row: Alike, figures: Sequence[Figure]) -> bool:
        """Return whether a row stands on the axis of per cents."""
        low, high = _ends(row, figures)
        return is_share(figures[0], self.phrases) and low == 0 and high <= 100

    def _plot(self, row: Alike, figures: Sequence[Figure]) -> Plot:
        page, em, percent = self.page, self.page.base, self._is_percent(row, figures)

        def draw(scale: LinearScale, y: float, height: float) -> None:
            if not percent:
                own_line(page, scale, y, height)
            if row.spread is not None:
                self._draw_spread(row.spread, scale, y)
            found = [
                (scale(one.figure.number), place, one.figure)
                for place, one in enumerate(row.observations)
                if one is not None
            ]
            last, count = float("-inf"), 0
            for x, place, figure in sorted(found, key=lambda one: one[:2]):
                tip = em * 0.8 * (kind_of(figure) in ("nearly", "over", "under"))
                count = count + 1 if x - em * 0.45 - tip < last else 0
                last = max(last, x + em * 0.45 + tip)
                # Above and below the line by turns, so that no mark hides another.
                aside = _STEP * ((count + 1) // 2) * (-1 if count % 2 else 1)
                color, shape = SERIES[place], SHAPES[place]
                mark(page, figure, scale, y + em * aside, color, radius=0.43, shape=shape)

        low, high = (0.0, 100.0) if percent else _ends(row, figures)
        return Plot(draw, low, high, percent, height=0.9 + _STEP * (len(figures) - 1))

    def _draw_spread(self, spread: FigureSpread, scale: LinearScale, y: float) -> None:
        """Draw the others: from the least to the most, the middle half of them, their median."""
        em, c = self.page.base, self.page.c
        c.line(((scale(spread.low), y), (scale(spread.high), y)), GREY, 1)
        lower, upper = scale(spread.lower_quartile), scale(spread.upper_quartile)
        x = scale(spread.median)
        c.rectangle(lower, y - em * 0.36, upper - lower, em * 0.72, GREY)
        c.line(((x, y - em * 0.62), (x, y + em * 0.62)), FAINT, 1.4)

    # Not on one footing

    def _part(self, heading: str, rows: Sequence[Statements]) -> dict[str, Sequence[Statements]]:
        """Return rows under the heading of that key, where there are any."""
        return {self.phrases.say(heading): rows} if rows else {}

    def _apart(self) -> dict[str, Sequence[Statements]]:
        """Return what two or more report on different footings, under its heading."""
        found = []
        for row in self.apart:
            texts = [list(map(self.writer.figure, reported)) for reported in row.observations]
            found.append((self.phrases.indicator(row.indicator), texts))
        return self._part("compare.section.apart" + ".several" * (len(self.names) > 2), found)

    def _places(self) -> dict[str, Sequence[Statements]]:
        """Return places in indices in which two or more have one, under their heading."""
        found = []
        for row in self.shared:
            dated = row.edition is None
            texts = [[self.writer.place(o, dated=dated)] if o else [] for o in row.observations]
            found.append((self.writer.index_name(row), texts))
        return self._part("compare.section.places", found)

    def _counted(self) -> dict[str, Sequence[Statements]]:
        """Return the counts that are alike, of which nobody is ahead, under their heading."""
        found = []
        for row in self.counts:
            texts = [[self.writer.figure(one)] if one else [] for one in row.observations]
            found.append((self.phrases.indicator(row.indicator), texts))
        return self._part("compare.section.counts", found)

    def _words(self, parts: Mapping[str, Sequence[Statements]]) -> list[ChartTable]:
        """Return a table a part: a column a province, or where that is too narrow a line each."""
        names = self._heads(WORDS, "Medium")
        roomy = self.page.inner / (len(names) + 1) >= self.page.base * _BREADTH
        side = int(not self.page.wide)
        columns = [
            ChartColumn(fold=True),
            ChartColumn(line=side),
            ChartColumn(fold=True, line=side),
        ]
        if roomy:
            columns = [ChartColumn(fold=True) for _ in range(len(names) + 1)]
        tables = []
        for heading, found in parts.items():
            rows = _in_columns(names, found) if roomy else _in_lines(names, found)
            every = [ChartRow(heading=heading), *rows]
            tables.append(ChartTable(self.page, columns, every, ruled=True, level=True))
        return tables

    def _lists(self) -> Iterator[tuple[str, str]]:
        """Yield what one alone reports: its name with how many figures, and the indicators."""
        phrases, comparison = self.phrases, self.comparison
        for id, found in zip(comparison.provinces, comparison.only, strict=True):
            names = []
            for name, count in Counter(phrases.indicator(name) for name, _ in found).items():
                counted = phrases.say("chart.counted", label=name, n=count)
                names.append(name if count == 1 else counted)
            if names:
                label = phrases.say("compare.only", name=phrases.full_name(id), n=len(found))
                yield capital(label), "; ".join(names)

    def _placed_alone(self) -> list[int]:
        """Return in how many indices each is placed and no other of them."""
        alone = [row.observations for row in self.comparison.places if _placed(row) == 1]
        return [sum(one is not None for one in column) for column in zip(*alone, strict=True)]

    def _counts(self, key: str, counts: Sequence[int]) -> list[str]:
        """Return how many each has alone: "Quảng Ninh 11, Phú Thọ 10"; nothing of none."""
        say = self.phrases.say
        texts = [
            say("chart.compare.alone", name=_name(id, self.phrases), n=n)
            for id, n in zip(self.comparison.provinces, counts, strict=False)
            if n
        ]
        return [say(f"chart.compare.{key}", text=", ".join(texts))] if texts else []

    # What is said of all

    def _title(self) -> str:
        """Return who is ahead on how much, or why nobody is."""
        say, phrases, comparison = self.phrases.say, self.phrases, self.comparison
        rows, ids = comparison.compared, comparison.provinces
        names = phrases.listed([_name(id, phrases) for id in ids])
        ahead = Counter(row.lead.province for row in rows if row.lead is not None)
        leads = [(id, ahead[id]) for id in ids if ahead[id]]
        facts: dict[str, object] = {"names": names, "n": len(rows)}
        if not rows:
            kind = "empty" if comparison.empty else "apart" if comparison.shared else "nothing"
            facts["n"] = comparison.shared
        elif not leads:
            kind = "open"
        elif len(leads) == 1 and len(ids) == 2:
            ((first, count),), kind = leads, "one"
            name, other = (_name(id, phrases) for id in sorted(ids, key=lambda id: id != first))
            facts |= {"name": name, "other": other, "count": count}
        else:
            kind = "several"
            texts: list[str] = []
            for id, count in leads:
                key = "chart.compare.lead.next" if texts else "chart.compare.lead"
                texts.append(say(key, name=_name(id, phrases), count=count))
            facts["leads"] = phrases.listed(texts)
        return capital(say(f"chart.compare.title.{kind}", **facts))

    def _subtitle(self) -> str:
        """Return how much is reported by more than one, and how to read the rows."""
        say, shared, texts = self.phrases.say, self.comparison.shared, []
        if shared:
            key = "compare.both" if len(self.names) == 2 else "compare.several"
            texts.append(say(key, n=shared))
        if self.alike:
            times = [{_time(one, self.phrases) for one in figures} for figures in self.figures]
            several = any(len(found) > 1 for found in times)
            texts.append(say(f"chart.compare.subtitle{'.times' * several}"))
        return " ".join(texts)

    def _notes(self) -> Iterator[str]:
        say = self.phrases.say
        if any(row.lead is not None for row in self.alike):
            yield say("chart.compare.note.bold")
        if not all(map(self._is_percent, self.alike, self.figures)):
            yield say("chart.show.note.own-line")
        if any(row.part for row in self.alike):
            yield say("chart.compare.note.parts")
        if self.counts or any(row.why == "extensive" for row in self.comparison.apart):
            yield say("chart.compare.note.extensive")
        yield from self._hidden_note()

    def _sources(self) -> Iterator[str]:
        """Yield the pages behind all that is drawn or said."""
        found: list[Observation | None] = []
        found += chain.from_iterable(row.observations for row in self.alike)
        found += chain.from_iterable(row.observations for row in self.counts)
        for apart in self.apart:
            found += chain.from_iterable(apart.observations)
        found += chain.from_iterable(row.observations for row in self.shared)
        found += [one for _, one in chain.from_iterable(self.comparison.only)]
        for observation in found:
            yield from observation.sources if observation is not None else ()

    def _key(self) -> list[Entry]:
        page, em = self.page, self.page.base
        kinds = set()
        for figures in self.figures:
            kinds |= set(map(kind_of, figures))
        entries = sign_entries(page, kinds, MUTED)
        if any(row.spread is not None for row in self.alike):

            def draw(x: float, y: float) -> None:
                page.c.rectangle(x, y - em * 0.36, em * 2.2, em * 0.72, GREY)
                page.c.line(
                    ((x + em * 1.1, y - em * 0.5), (x + em * 1.1, y + em * 0.5)), FAINT, 1.4
                )

            entries.append((em * 2.2, draw, self.phrases.say("chart.compare.key.spread")))
        return entries

    def _alt(self) -> str:
        """Return the chart in words: every figure of every province, by section."""
        say = self.phrases.say
        texts = [table_in_words(self.writer.alike_table(self.alike))] if self.alike else []
        for heading, statements in (self._counted() | self._apart() | self._places()).items():
            rows = []
            for name, reported in statements:
                figures = [
                    f"{province} {', '.join(found)}"
                    for province, found in zip(self.names, reported, strict=True)
                    if found
                ]
                rows.append(f"{name}: {'; '.join(figures)}")
            texts.append(say("chart.names", label=heading, names=". ".join(rows)) + ".")
        for label, names in self._lists():
            texts.append(say("chart.names", label=label, names=names) + ".")
        text = " ".join(texts) or say("compare.empty")
        return say("chart.compare.alt", title=self.page.title, rows=text.removesuffix("."))


def _in_columns(names: Sequence[Cell], statements: Sequence[Statements]) -> Iterator[ChartRow]:
    """Yield the names of the provinces, then a row a name with what each reports."""
    yield ChartRow((cell(Run("\u00a0")), *names))
    for name, reported in statements:
        texts = [cell(*(Run(text, WORDS) for text in found or ("–",))) for found in reported]
        yield ChartRow((cell(Run(name)), *texts))


def _in_lines(names: Sequence[Cell], statements: Sequence[Statements]) -> Iterator[ChartRow]:
    """Yield a line for each province that reports something, the name before the first."""
    for name, reported in statements:
        first = cell(Run(name))
        for province, found in zip(names, reported, strict=True):
            if found:
                text = cell(*(Run(one, WORDS) for one in found))
                yield ChartRow((first, province, text), joined=not first)
                first = ()


def _name(id: str, phrases: Phrases) -> str:
    return unbroken(phrases.full_name(id))


def _ends(row: Alike, figures: Sequence[Figure]) -> tuple[float, float]:
    """Return the least and the largest number of a row, those of the others and 0 among them."""
    numbers = numbers_of(figures)
    if row.spread is not None:
        numbers += [row.spread.low, row.spread.high]
    low, high = min(0.0, float(min(numbers))), max(0.0, float(max(numbers)))
    return low, high if high > low else low + 1e-9


def _placed(row: Places) -> int:
    """Return how many have a place in an index."""
    return sum(observation is not None for observation in row.observations)


def _time(figure: Figure, phrases: Phrases) -> str:
    """Return when a figure is of, and what is said of it: "Feb 2026, estimated"."""
    status = "" if figure.status is None else phrases.say(f"status.{figure.status}")
    return ", ".join(filter(None, (phrases.period(figure.period), status)))
