"""Provinces side by side as a sheet: like with like, and apart what is not alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import zip_longest
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparison import Alike, Comparison, Lead, Places
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.profile import Relative
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes, pages_of
from dtcompare.view.figures import figure_text, hedged, verdict_counts
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.show import relative_text
from dtcompare.view.sheet import Cell, Remark, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter

__all__ = ["ComparisonWriter", "compare_sheet"]


def compare_sheet(comparison: Comparison, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay a comparison out."""
    writer = ComparisonWriter(comparison, phrases, citations)
    title = capital(phrases.listed([phrases.full_name(id) for id in comparison.provinces]))
    sentence = " ".join(_sentences(comparison, phrases))
    return writer.sheet(title, comparison.as_of, [sentence], writer.parts())


def _sentences(comparison: Comparison, phrases: Phrases) -> Iterable[str]:
    """Say how much can be compared, and who is ahead on how much of it."""
    if comparison.empty:
        yield phrases.say("compare.empty")
        return
    alike = {row.indicator for row in comparison.alike}
    shared = len(alike.union(row.indicator for row in comparison.apart))
    key = "compare.both" if len(comparison.provinces) == 2 else "compare.several"
    yield phrases.say(key, n=shared)
    if comparison.alike:
        key = "compare.alike" if len(alike) == len(comparison.alike) else "compare.alike.rows"
        counts = ", ".join(_counts(comparison, phrases))
        yield phrases.say(key, n=len(alike), counts=counts)
    elif shared:
        yield phrases.say("compare.none-alike")


def _counts(comparison: Comparison, phrases: Phrases) -> Iterable[str]:
    """Say who is ahead on how many rows, and how many are level or open."""
    ahead = Counter(row.lead.province for row in comparison.alike if row.lead is not None)
    for id in comparison.provinces:
        if ahead[id]:
            yield phrases.say("compare.ahead-on", name=phrases.full_name(id), n=ahead[id])
    level = sum(row.level for row in comparison.alike)
    if level:
        yield phrases.say("compare.level-on", n=level)
    undecided = sum(row.lead is None and not row.level for row in comparison.alike)
    if undecided:
        yield phrases.say("compare.open-on", n=undecided)


class _ApartLine(Struct, frozen=True):
    """A line of what is not alike: a figure of each province, each on its own footing."""

    name: str
    observations: Sequence[Observation | None]


Line = TypeVar("Line", Alike, _ApartLine, Places)


class ComparisonWriter(SheetWriter):
    """Lays a comparison out."""

    def __init__(
        self,
        comparison: Comparison,
        phrases: Phrases,
        citations: Citations,
        notes: Notes | None = None,
    ) -> None:
        super().__init__(phrases, citations, notes)
        self.comparison = comparison

    def parts(self) -> Iterable[Table | Remark]:
        """Yield the tables, then what cannot stand side by side."""
        comparison = self.comparison
        if comparison.alike:
            yield self.alike_table(comparison.alike)
        if comparison.apart:
            several = "" if len(comparison.provinces) == 2 else ".several"
            yield self.table(
                self._apart_lines(),
                [
                    DataColumn("column.indicator", lambda line: line.name),
                    *self._by_province(self._apart_cell),
                ],
                f"compare.section.apart{several}",
                pages=_pages,
            )
        shared = [row for row in comparison.places if len(_known(row)) > 1]
        if shared:
            yield self.table(
                shared,
                [DataColumn("", self.index_name), *self._by_province(self._place_cell)],
                "show.rankings",
                pages=_pages,
            )
        yield from self._reported_alone()
        yield from self._targets()
        yield from self._predecessors()

    def _by_province(self, cell: Callable[[int, Line], str | Cell]) -> list[DataColumn[Line]]:
        """Return a column a province; ``cell`` is told its place among them."""
        return [
            DataColumn(capital(self.phrases.full_name(id)), partial(cell, place))
            for place, id in enumerate(self.comparison.provinces)
        ]

    # Like with like

    def alike_table(self, rows: Sequence[Alike]) -> Table:
        """Return every province's figure, and who is ahead by how much."""
        name = self.indicator_column(_indicator_of)
        columns = [name, *self._by_province(self._alike_cell)]
        columns.append(DataColumn("column.ahead", self._ahead))
        return self.table(rows, columns, "compare.section.alike", pages=_pages)

    def _alike_cell(self, place: int, row: Alike) -> str | Cell:
        observation = row.observations[place]
        return self.figure(observation) if observation else Cell("–", "muted")

    def _ahead(self, row: Alike) -> Cell:
        """Say who is ahead by how much."""
        if row.level:
            return Cell(self.phrases.say("compare.level"))
        if row.lead is None:
            return Cell(self.phrases.say("compare.open"), "muted")
        return Cell(_lead_text(row.lead, row.indicator, self.phrases), "good")

    def figure(self, observation: Observation) -> str:
        """Return a figure with its footing and period, and the letters of its notes."""
        figure = observation.figure
        text = f"{figure_text(figure, self.phrases)}, {self.phrases.period(figure.period)}"
        return self.noted(text, *self.phrases.notes(figure))

    # What two or more report on different footings

    def _apart_lines(self) -> Iterable[_ApartLine]:
        """Yield a line for each footing of an indicator; the name stands on the first."""
        for row in self.comparison.apart:
            name = self.phrases.indicator(row.indicator)
            if row.why != "footing":
                note = self.phrases.say(f"compare.note.{row.why}")
                name = f"{name} {self.notes.mark(note)}"
            for observations in zip_longest(*row.observations):
                yield _ApartLine(name, observations)
                name = ""

    def _apart_cell(self, place: int, line: _ApartLine) -> str | Cell:
        observation = line.observations[place]
        if observation is not None:
            return self.figure(observation)
        return Cell("–", "muted") if line.name else Cell()

    # Published places, beside each other only where they are of one edition

    def index_name(self, places: Places) -> str:
        """Return the name of an index, with its edition where that is one."""
        name = self.phrases.indicator(places.indicator)
        return f"{name}, {places.edition.period}" if places.edition else name

    def _place_cell(self, place: int, places: Places) -> str:
        observation = places.observations[place]
        if observation is None:
            return "–"
        return self.place(observation, dated=places.edition is None)

    def place(self, observation: Observation, *, dated: bool) -> str:
        """Return a published place, or the score, with its part and, ``dated``, its time."""
        phrases, figure = self.phrases, observation.figure
        indicator = phrases.dataset.indicator(figure.indicator)
        shown = replace(figure, amount=None) if figure.place else figure
        text = phrases.of_scope(phrases.figure(shown, indicator), figure)
        if dated:
            text = f"{text}, {phrases.period(figure.period)}"
        return self.noted(text, *self.phrases.notes(figure))

    # What cannot stand side by side

    def _reported_alone(self) -> Iterable[Remark]:
        """Yield places in indices in which no other has one, then figures no other has."""
        comparison, phrases = self.comparison, self.phrases
        for place, id in enumerate(comparison.provinces):
            alone = [row.observations[place] for row in comparison.places if len(_known(row)) == 1]
            found = [observation for observation in alone if observation is not None]
            texts = [
                f"{phrases.indicator(observation.figure.indicator)}"
                f" {self.place(observation, dated=True)}"
                for observation in found
            ]
            if found:
                label = phrases.say("compare.only-places", name=phrases.full_name(id))
                yield self._remark(label, texts, found)
        for id, only in zip(comparison.provinces, comparison.only, strict=True):
            texts = [f"{phrases.indicator(name)} {self.figure(found)}" for name, found in only]
            if only:
                label = phrases.say("compare.only", name=phrases.full_name(id), n=len(only))
                yield self._remark(label, texts, [found for _, found in only])

    def _remark(
        self, label: str, texts: Sequence[str], observations: Sequence[Observation]
    ) -> Remark:
        """Return a remark of several texts with the pages behind them."""
        cited = self.citations.cite(pages_of(observations))
        return Remark(capital(label), (f"{'; '.join(texts)} {cited}".rstrip(),))

    def _targets(self) -> Iterable[Remark]:
        """Yield how many targets each has and how they stand, with the command that shows them."""
        say = self.phrases.say
        lines = []
        for id, found in zip(self.comparison.provinces, self.comparison.targets, strict=True):
            verdicts = {assessment.target: assessment.verdict for _, assessment in found}
            if verdicts:
                counts = verdict_counts(verdicts.values(), self.phrases)
                name = capital(self.phrases.full_name(id))
                lines.append(
                    say("compare.targets.of", name=name, n=len(verdicts), counts=counts, id=id)
                )
        if lines:
            yield Remark(say("detail.targets"), tuple(lines))

    def _predecessors(self) -> Iterable[Remark]:
        """Yield the predecessors of each, with their places."""
        comparison, phrases = self.comparison, self.phrases
        for id, relatives in zip(comparison.provinces, comparison.relatives, strict=True):
            lines = [self._relative(relative) for relative in relatives if relative.figures]
            if lines:
                label = phrases.say("compare.predecessors", name=phrases.full_name(id))
                yield Remark(capital(label), tuple(lines))

    def _relative(self, relative: Relative) -> str:
        cited = self.citations.cite(pages_of(found for _, found in relative.places))
        name = self.phrases.full_name(relative.province)
        return relative_text(relative, name, self.phrases, cited)


def _lead_text(lead: Lead, id: str, phrases: Phrases) -> str:
    """Say who is ahead, and by how much: "Quảng Ninh by about 11.74 pts (11.24 to 12.24)"."""
    name = phrases.full_name(lead.province)
    if lead.by == 0:
        return capital(name)
    size = phrases.difference(lead.by, phrases.dataset.indicator(id))
    by = hedged(size, lead.by, lead.low, lead.high, phrases)
    if lead.low is None or lead.high is None or lead.low == lead.high:
        return capital(phrases.say("compare.lead", name=name, by=by))
    low, high = (phrases.number(end.normalize()) for end in (lead.low, lead.high))
    return capital(phrases.say("compare.lead.range", name=name, by=by, low=low, high=high))


def _indicator_of(row: Alike) -> str:
    return row.indicator


def _known(line: Alike | _ApartLine | Places) -> list[Observation]:
    return [observation for observation in line.observations if observation is not None]


def _pages(line: Alike | _ApartLine | Places) -> list[str]:
    return pages_of(line.observations)
