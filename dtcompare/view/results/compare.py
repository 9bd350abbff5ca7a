"""Provinces side by side as a sheet: like with like, and apart what is not alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Lead, Places
from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.profile import Relative
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    figure_text,
    hedged,
    verdict_counts,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Column, Remark, Row, Sheet, Table

__all__ = ["CompareLayout", "compare_sheet", "places_name"]


def compare_sheet(comparison: Comparison, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of a comparison."""
    return CompareLayout(comparison, phrases, citations).sheet()


class CompareLayout:
    """A comparison being laid out: keeps the notes and sources as they are met."""

    def __init__(
        self,
        comparison: Comparison,
        phrases: Phrases,
        citations: Citations,
        notes: Notes | None = None,
    ) -> None:
        self.comparison = comparison
        self.phrases = phrases
        self.citations = citations
        self.notes = notes or Notes()

    def sheet(self) -> Sheet:
        """The whole sheet."""
        comparison, phrases = self.comparison, self.phrases
        parts: list[Table | Remark] = []
        if comparison.alike:
            parts.append(self.alike(comparison.alike))
        if comparison.apart:
            parts.append(self._apart())
        shared = [
            row for row in comparison.places if sum(r is not None for r in row.observations) > 1
        ]
        if shared:
            parts.append(self._places(shared))
        parts += self._remarks()
        names = [phrases.full_name(id) for id in comparison.provinces]
        return Sheet(
            title=capital(phrases.listed(names)),
            aside=phrases.say("as-of", date=phrases.day(comparison.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=phrases.say("sources"),
        )

    def _sentences(self) -> Iterable[str]:
        """How much can be compared, and who is ahead on how much of it."""
        comparison, phrases = self.comparison, self.phrases
        alike = {row.indicator for row in comparison.alike}
        shared = len(alike.union(row.indicator for row in comparison.apart))
        if comparison.empty:
            yield phrases.say("compare.empty")
            return
        key = "compare.both" if len(comparison.provinces) == 2 else "compare.several"
        yield phrases.say(key, n=shared)
        if not comparison.alike:
            if shared:
                yield phrases.say("compare.none-alike")
            return
        key = "compare.alike" if len(alike) == len(comparison.alike) else "compare.alike.rows"
        yield phrases.say(key, n=len(alike), counts=", ".join(self._counts()))

    def _counts(self) -> Iterable[str]:
        """Who is ahead on how many rows, and how many are level or open."""
        comparison, phrases = self.comparison, self.phrases
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

    # The tables

    def _names(self) -> list[Column]:
        return [Column(capital(self.phrases.full_name(id))) for id in self.comparison.provinces]

    def alike(self, shown: Sequence[Alike]) -> Table:
        """Return a row an indicator: every province's figure, and who is ahead by how much."""
        say = self.phrases.say
        columns = (
            Column(say("column.indicator")),
            *self._names(),
            Column(say("column.ahead")),
            Column(""),
        )
        rows = tuple(self._alike_row(row) for row in shown)
        return Table(columns, rows, heading=say("compare.section.alike"))

    def _alike_row(self, row: Alike) -> Row:
        name = self.phrases.indicator(row.indicator)
        cells = [
            Cell(self.figure(observation)) if observation else Cell("–", "muted")
            for observation in row.observations
        ]
        cited = self._cited(observation for observation in row.observations if observation)
        return Row((Cell(name), *cells, self._ahead(row), cited))

    def _ahead(self, row: Alike) -> Cell:
        if row.level:
            return Cell(self.phrases.say("compare.level"))
        if row.lead is None:
            return Cell(self.phrases.say("compare.open"), "muted")
        return Cell(self._lead(row.lead, row.indicator), "good")

    def _lead(self, lead: Lead, id: str) -> str:
        """Who is ahead, and by how much: "Quảng Ninh by about 11.74 pts (11.24 to 12.24)"."""
        phrases, indicator = self.phrases, self.phrases.dataset.indicator(id)
        by = hedged(phrases.difference(lead.by, indicator), lead.by, lead.low, lead.high, phrases)
        name = phrases.full_name(lead.province)
        if lead.by == 0:
            return capital(name)
        if lead.low is None or lead.high is None or lead.low == lead.high:
            return capital(phrases.say("compare.lead", name=name, by=by))
        low, high = (phrases.number(end.normalize()) for end in (lead.low, lead.high))
        return capital(phrases.say("compare.lead.range", name=name, by=by, low=low, high=high))

    def figure(self, observation: Observation) -> str:
        """Return a figure with its footing and period, and the letters of its notes."""
        figure = observation.figure
        text = f"{figure_text(figure, self.phrases)}, {self.phrases.period(figure.period)}"
        return f"{text} {self.notes.mark(figure.note)}".rstrip()

    def _cited(self, observations: Iterable[Observation]) -> Cell:
        keys = [key for observation in observations for key in observation.sources]
        return Cell(self.citations.cite(keys), "muted")

    def _apart(self) -> Table:
        """What two or more report on different footings, a line for each footing."""
        say = self.phrases.say
        columns = (Column(say("column.indicator")), *self._names(), Column(""))
        rows = [line for row in self.comparison.apart for line in self._apart_rows(row)]
        key = (
            "compare.section.apart"
            if len(self.comparison.provinces) == 2
            else "compare.section.apart.several"
        )
        return Table(columns, tuple(rows), heading=say(key))

    def _apart_rows(self, row: Apart) -> Iterable[Row]:
        name = self.phrases.indicator(row.indicator)
        if row.why == "extensive":
            name = f"{name} {self.notes.mark(self.phrases.say('compare.note.extensive'))}"
        elif row.why == "better_none":
            name = f"{name} {self.notes.mark(self.phrases.say('compare.note.better-none'))}"
        for place, observations in enumerate(zip_longest(*row.observations)):
            cells = [
                Cell(self.figure(observation) if observation else "")
                for observation in observations
            ]
            if place == 0:
                cells = [cell if cell.text else Cell("–", "muted") for cell in cells]
            cited = self._cited(observation for observation in observations if observation)
            yield Row((Cell("" if place else name), *cells, cited))

    def _places(self, shared: Sequence[Places]) -> Table:
        """Published places; beside each other only where they are of one edition."""
        say = self.phrases.say
        columns = (Column(""), *self._names(), Column(""))
        rows = tuple(self._places_row(places) for places in shared)
        return Table(columns, rows, heading=say("show.rankings"))

    def _places_row(self, places: Places) -> Row:
        cells = [Cell(self.place(observation, places)) for observation in places.observations]
        cited = self._cited(observation for observation in places.observations if observation)
        return Row((Cell(places_name(places, self.phrases)), *cells, cited))

    def place(self, observation: Observation | None, places: Places) -> str:
        """Return a place as published, with its part and, of no one edition, its time."""
        if observation is None:
            return "–"
        phrases, figure = self.phrases, observation.figure
        indicator = phrases.dataset.indicator(places.indicator)
        text = phrases.figure(replace(figure, amount=None) if figure.place else figure, indicator)
        if figure.scope:
            text = phrases.say("figure.scope", text=text, scope=phrases.scope(figure.scope))
        if places.edition is None:
            text = f"{text}, {phrases.period(figure.period)}"
        return f"{text} {self.notes.mark(figure.note)}".rstrip()

    # What cannot stand side by side

    def _remarks(self) -> Iterable[Remark]:
        comparison, phrases = self.comparison, self.phrases
        yield from self._placed_alone()
        for id, found in zip(comparison.provinces, comparison.only, strict=True):
            if found:
                texts = [
                    f"{phrases.indicator(name)} {self.figure(observation)}"
                    for name, observation in found
                ]
                cited = self.citations.cite(
                    key for _, observation in found for key in observation.sources
                )
                label = capital(
                    phrases.say("compare.only", name=phrases.full_name(id), n=len(found))
                )
                yield Remark(label, ("; ".join(texts) + f" {cited}".rstrip(),))
        lines = [
            self._targets(id, found)
            for id, found in zip(comparison.provinces, comparison.targets, strict=True)
            if found
        ]
        if lines:
            yield Remark(phrases.say("detail.targets"), tuple(lines))
        for id, relatives in zip(comparison.provinces, comparison.relatives, strict=True):
            lines = [self._relative(relative) for relative in relatives if relative.figures]
            if lines:
                label = phrases.say("compare.predecessors", name=phrases.full_name(id))
                yield Remark(capital(label), tuple(lines))

    def _relative(self, relative: Relative) -> str:
        """A predecessor: how many figures it has, how to see them, and its places."""
        phrases, id = self.phrases, relative.province
        text = phrases.say("show.relative", name=phrases.full_name(id), n=relative.figures, id=id)
        places = [
            phrases.say(
                "show.relative.place",
                name=phrases.indicator(name),
                place=phrases.line(observation.figure, phrases.dataset.indicator(name)),
                period=phrases.period(observation.figure.period),
            )
            for name, observation in relative.places
        ]
        cited = self.citations.cite(
            key for _, observation in relative.places for key in observation.sources
        )
        return f"{text}: {'; '.join(places)} {cited}".rstrip() if places else text

    def _placed_alone(self) -> Iterable[Remark]:
        """Places in indices in which no other of them has one."""
        for place, id in enumerate(self.comparison.provinces):
            found = [
                (row, observation)
                for row in self.comparison.places
                if (observation := row.observations[place])
                and sum(r is not None for r in row.observations) == 1
            ]
            if found:
                texts = [
                    f"{self.phrases.indicator(row.indicator)} {self._dated(observation, row)}"
                    for row, observation in found
                ]
                cited = self.citations.cite(
                    key for _, observation in found for key in observation.sources
                )
                label = self.phrases.say("compare.only-places", name=self.phrases.full_name(id))
                yield Remark(capital(label), (f"{'; '.join(texts)} {cited}".rstrip(),))

    def _dated(self, observation: Observation, row: Places) -> str:
        return self.place(observation, replace(row, edition=None))

    def _targets(self, id: str, found: Sequence[tuple[str, Assessment]]) -> str:
        """How many targets one has and how they stand, with the command that shows them."""
        verdicts = {assessment.target: assessment.verdict for _, assessment in found}
        counts = verdict_counts(verdicts.values(), self.phrases)
        name = capital(self.phrases.full_name(id))
        return self.phrases.say(
            "compare.targets.of", name=name, n=len(verdicts), counts=counts, id=id
        )


def places_name(places: Places, phrases: Phrases) -> str:
    """Return the name of an index, with its edition where that is one."""
    name = phrases.indicator(places.indicator)
    return name if places.edition is None else f"{name}, {places.edition.period}"
