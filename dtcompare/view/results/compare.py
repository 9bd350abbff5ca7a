"""Provinces side by side in tables: what compares first, and apart what is not alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import zip_longest

from msgspec import Struct

from dtcompare.analysis.comparison import Alike, Comparison, Counts, Lead, Places
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.profile import Relative
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes, pages_of
from dtcompare.view.figures import figure_text, hedged, verdict_counts
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import edition_text
from dtcompare.view.results.show import relative_text
from dtcompare.view.sheet import Cell, Remark, Table
from dtcompare.view.tables import DataColumn, Item, SheetWriter


class _ApartLine(Struct, frozen=True):
    """A line of what is not alike: a figure of each province, each on its own footing."""

    name: str
    observations: Sequence[Observation | None]


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
        """Yield the tables, those of what compares first, then what cannot stand side by side."""
        comparison = self.comparison
        places, parts, editions = self.places_by_kind()
        if places:
            yield self.places_table(places, "compare.section.places")
        if alike := [row for row in comparison.alike if not row.part]:
            yield self.alike_table(alike)
        if comparison.counts:
            yield self.counts_table(comparison.counts)
        if parts:
            yield self.places_table(parts, "compare.section.parts")
        if alike := [row for row in comparison.alike if row.part]:
            yield self.alike_table(alike, "compare.section.parts")
        if comparison.apart:
            several = "" if len(comparison.provinces) == 2 else ".several"
            yield self.table(
                self._apart_lines(),
                [
                    DataColumn("column.indicator", lambda line: line.name),
                    *self.by_province(self._apart_cell),
                ],
                f"compare.section.apart{several}",
                pages=row_pages,
            )
        if editions:
            columns = [DataColumn("", self.index_name), *self.by_province(self.place_cell)]
            yield self.table(editions, columns, "compare.section.editions", pages=row_pages)
        yield from self._reported_alone()
        yield from self._targets()
        yield from self._predecessors()

    def places_by_kind(self) -> tuple[list[Places], list[Places], list[Places]]:
        """Return the indices in which two or more stand: whole, parts, not comparable."""
        shared = [row for row in self.comparison.places if len(known(row)) > 1]
        one = [row for row in shared if row.comparable]
        return (
            [row for row in one if not row.part],
            [row for row in one if row.part],
            [row for row in shared if not row.comparable],
        )

    def by_province(self, cell: Callable[[int, Item], str | Cell]) -> list[DataColumn[Item]]:
        """Return a column a province; ``cell`` is told its place among them."""
        return [
            DataColumn(capital(self.phrases.full_name(id)), partial(cell, place))
            for place, id in enumerate(self.comparison.provinces)
        ]

    # Like with like

    def alike_table(self, rows: Sequence[Alike], heading: str = "compare.section.alike") -> Table:
        """Return every province's figure, and who is ahead by how much."""
        columns: list[DataColumn[Alike]] = [
            self.indicator_column(_indicator_of),
            *self.by_province(self._alike_cell),
            DataColumn("column.ahead", self.ahead),
        ]
        return self.table(rows, columns, heading, pages=row_pages)

    def _alike_cell(self, place: int, row: Alike) -> str | Cell:
        observation = row.observations[place]
        return self.figure(observation) if observation else Cell("–", "muted")

    def ahead(self, row: Alike | Places) -> Cell:
        """Say who is ahead by how much; in a short answer without what that may be."""
        if row.level:
            return Cell(self.phrases.say("compare.level"))
        if row.lead is None:
            return Cell(self.phrases.say("compare.open"), "muted")
        places = isinstance(row, Places) and row.by_place
        text = _lead_text(row.lead, row.indicator, self.phrases, places=places, brief=self.brief)
        return Cell(text, "good")

    def figure(self, observation: Observation) -> str:
        """Return a figure with its footing and period, and the letters of its notes."""
        figure = observation.figure
        text = f"{figure_text(figure, self.phrases)}, {self.phrases.period(figure.period)}"
        return self.noted(text, *self.phrases.notes(figure))

    # Counts: nobody is ahead, one has the most

    def counts_table(self, rows: Sequence[Counts]) -> Table:
        """Return every province's count, per people where these are known, and who has the most."""
        columns: list[DataColumn[Counts]] = [
            self.indicator_column(_indicator_of),
            *self.by_province(self._count_cell),
            DataColumn("column.most", self.most),
        ]
        return self.table(rows, columns, "compare.section.counts", pages=row_pages)

    def _count_cell(self, place: int, row: Counts) -> str | Cell:
        observation = row.observations[place]
        if observation is None:
            return Cell("–", "muted")
        text = self.figure(observation)
        rate = row.rates[place] if row.rates else None
        if rate is None or rate.figure.amount is None:
            return text
        number = self.phrases.number(rate.figure.amount.number)
        return self.phrases.say("compare.rate", rate=number, count=text)

    def most(self, row: Counts) -> Cell:
        """Say who has the most; nobody is ahead of another by a count."""
        if row.most is None:
            return Cell(self.phrases.say("compare.open"), "muted")
        key = "compare.most.rate" if row.rates else "compare.most"
        return Cell(capital(self.phrases.say(key, name=self.phrases.full_name(row.most))))

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

    def places_table(self, rows: Sequence[Places], heading: str) -> Table:
        """Return every province's place and score in one edition, and who is ahead."""
        columns = [DataColumn("", self.index_name), *self.by_province(self.place_cell)]
        return self.table(
            rows, [*columns, DataColumn("column.ahead", self.ahead)], heading, pages=row_pages
        )

    def index_name(self, places: Places) -> str:
        """Return the name of an index, with its edition where that is one."""
        name = self.phrases.indicator(places.indicator)
        return f"{name}, {edition_text(places.edition, self.phrases)}" if places.edition else name

    def place_cell(self, place: int, places: Places) -> str:
        """Return what an index says of one of them; its time too where they share no edition."""
        observation = places.observations[place]
        if observation is None:
            return "–"
        return self.place(observation, dated=places.edition is None)

    def place(self, observation: Observation, *, dated: bool) -> str:
        """Return a published place and the score, with its part and, ``dated``, its time."""
        phrases, figure = self.phrases, observation.figure
        text = figure_text(figure, phrases)
        if dated:
            text = f"{text}, {phrases.period(figure.period)}"
        return self.noted(text, *self.phrases.notes(figure))

    # What cannot stand side by side

    def _reported_alone(self) -> Iterable[Remark]:
        """Yield places in indices in which no other has one, then figures no other has."""
        comparison, phrases = self.comparison, self.phrases
        for place, id in enumerate(comparison.provinces):
            alone = [row.observations[place] for row in comparison.places if len(known(row)) == 1]
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


def _lead_text(lead: Lead, id: str, phrases: Phrases, *, places: bool, brief: bool) -> str:
    """Say who is ahead, and by how much: "Quảng Ninh by about 11.74 pts (11.24 to 12.24)".

    ``places``: by so many places. ``brief``: without the range.
    """
    name = phrases.full_name(lead.province)
    if lead.by == 0:
        return capital(name)
    size = phrases.difference(lead.by, phrases.dataset.indicator(id), places=places)
    by = hedged(size, lead.by, lead.low, lead.high, phrases)
    if brief or lead.low is None or lead.high is None or lead.low == lead.high:
        return capital(phrases.say("compare.lead", name=name, by=by))
    low, high = (phrases.number(end.normalize()) for end in (lead.low, lead.high))
    return capital(phrases.say("compare.lead.range", name=name, by=by, low=low, high=high))


def _indicator_of(row: Alike | Counts) -> str:
    return row.indicator


def known(line: Alike | Counts | _ApartLine | Places) -> list[Observation]:
    """Return the figures of a row, without the holes."""
    return [observation for observation in line.observations if observation is not None]


def row_pages(line: Alike | Counts | _ApartLine | Places) -> list[str]:
    """Return the pages behind a row."""
    return pages_of(line.observations)
