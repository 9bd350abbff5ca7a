"""What the documents have in common: linked cells, pictures that fit, and the parts at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.profile import IndicatorProfile, ProfileRow
from dtcompare.model.figure import UNSTATED_WORD, Figure
from dtcompare.report.document import Document, Part, SectionHeading, SourceItem
from dtcompare.report.library import Library
from dtcompare.view.citations import Citations, citation, pages_of
from dtcompare.view.figures import assessment_cell, rank_text, series_words, target_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Table
from dtcompare.view.tables import DataColumn, SheetWriter

TargetRow = tuple[str, Assessment]  # an indicator's id, and its target judged


class FigureRow(Struct, frozen=True):
    """A newest figure of a series and the target that is held against it."""

    indicator: str
    row: ProfileRow
    target: Assessment | None


class DocumentWriter(SheetWriter):
    """Collects the parts of a document, whose notes and pages are numbered as they are met."""

    def __init__(self, library: Library) -> None:
        super().__init__(library.phrases, Citations(library.phrases))
        self.library = library

    def document(self, title: str, parts: Iterable[Part | None]) -> Document:
        """Return the document; ``parts`` are made before notes and pages are listed."""
        made = tuple(part for part in parts if part is not None)
        phrases = self.phrases
        about = phrases.dataset.about
        facts = [about.name.say(phrases.lang)]
        if about.release:
            facts.append(phrases.say("cite.release", release=about.release))
        facts.append(phrases.say("as-of", date=phrases.day(self.library.as_of)))
        return Document(
            title=title,
            subtitle=", ".join(facts),
            lang=phrases.lang,
            parts=made,
            notes=self.notes.lettered(),
            sources=tuple(
                SourceItem(
                    str(number),
                    phrases.source(source, translation=True),
                    source.title,
                    source.url,
                )
                for number, source in enumerate(self.citations.pages(), 1)
            ),
            citation=citation(phrases),
            words=furniture(phrases),
        )

    def heading(self, key: str, level: int = 2, **facts: object) -> SectionHeading:
        """Return a heading by the key of its text."""
        return SectionHeading(self.phrases.say(key, **facts), level)

    def figure_cell(self, observation: Observation | None) -> Cell:
        """Return a figure that leads to its page."""
        if observation is None:
            return Cell("–", "muted")
        figure = observation.figure
        indicator = self.phrases.dataset.indicator(figure.indicator)
        text = self.phrases.figure(figure, indicator)
        if figure.place is not None and figure.amount is not None:
            text = f"{self.phrases.place(figure.place)}, {text}"
        return Cell(text, link=self.page(observation.sources))

    def page(self, keys: Sequence[str]) -> str:
        """Return the address of the first of some pages."""
        return self.phrases.dataset.sources[keys[0]].url if keys else ""

    def footing(self, figure: Figure) -> str:
        """Return what a figure is a share of, how it was measured, and which part it is of."""
        if figure.basis != UNSTATED_WORD:
            return ", ".join(series_words(self.phrases, figure.basis, figure.method, figure.scope))
        others = series_words(self.phrases, None, figure.method, figure.scope)
        return ", ".join((self.phrases.say("basis.unstated"), *others))

    def when(self, observation: Observation) -> str:
        """Return the period of a figure with the letter of its note."""
        figure = observation.figure
        notes = self.phrases.notes(figure)
        if figure.recast and not notes:
            notes = (self.phrases.say("note.recast"),)
        return self.noted(self.phrases.period(figure.period), *notes)

    def figure_tables(self, parts: Iterable[IndicatorProfile]) -> Iterator[Table]:
        """Yield a table of the newest figures for each group of the catalogue."""
        catalogue = self.phrases.dataset.catalogue
        grouped = groupby(parts, key=lambda part: catalogue.indicators[part.indicator].group)
        for group, own in grouped:
            rows = [row for part in own for row in _figure_rows(part)]
            yield self._group_table(rows, catalogue.groups[group].say(self.phrases.lang))

    def _group_table(self, rows: list[FigureRow], heading: str) -> Table:
        """Return value, base, period, place, target and pages of the newest figures."""
        columns = (
            DataColumn[FigureRow](
                "column.indicator", lambda line: self.phrases.indicator(line.indicator)
            ),
            DataColumn[FigureRow](
                "column.figure", lambda line: self.figure_cell(line.row.observation)
            ),
            DataColumn[FigureRow](
                "column.footing", lambda line: self.footing(line.row.observation.figure)
            ),
            DataColumn[FigureRow]("column.when", lambda line: self.when(line.row.observation)),
            DataColumn[FigureRow]("column.place", self._place),
            DataColumn[FigureRow]("column.target", self._target_text),
        )
        return replace(self.full_table(rows, columns, pages=_row_pages), heading=heading)

    def _place(self, line: FigureRow) -> str:
        interval = line.row.rank_interval
        return rank_text(interval, self.phrases) if interval else ""

    def _target_text(self, line: FigureRow) -> str:
        if line.target is None:
            return ""
        indicator = self.phrases.dataset.indicator(line.indicator)
        return target_text(line.target.target, indicator, self.phrases)

    def targets_table(self, rows: Iterable[TargetRow]) -> Table:
        """Return a table of targets, each beside the figure that it is held against."""
        indicator = self.phrases.dataset.indicator
        columns = (
            DataColumn[TargetRow]("column.indicator", lambda row: self.phrases.indicator(row[0])),
            DataColumn[TargetRow]("column.goal", self._goal_cell),
            DataColumn[TargetRow]("column.due", lambda row: self.phrases.period(row[1].target.by)),
            DataColumn[TargetRow]("column.latest", self._latest_cell),
            DataColumn[TargetRow](
                "column.to-go",
                lambda row: assessment_cell(row[1], indicator(row[0]), self.phrases),
            ),
        )
        return self.full_table(rows, columns, pages=_target_pages)

    def _goal_cell(self, row: TargetRow) -> Cell:
        """Return a target with what it is a share of, leading to its page."""
        id, assessment = row
        target, indicator = assessment.target, self.phrases.dataset.indicator(id)
        text = self.phrases.of_basis(self.phrases.line(target, indicator), target, indicator)
        text = self.noted(self.phrases.of_scope(text, target), *self.phrases.notes(target))
        return Cell(text, link=self.page((target.source,)))

    def _latest_cell(self, row: TargetRow) -> Cell:
        """Return the figure held against a target with its period."""
        observation = row[1].observation
        cell = self.figure_cell(observation)
        if observation is None:
            return cell
        return Cell(f"{cell.text}, {self.when(observation)}", link=cell.link)


def _figure_rows(part: IndicatorProfile) -> Iterator[FigureRow]:
    """Yield the newest figure of every series of an indicator, with the target held against it."""
    held: Mapping[Figure, Assessment] = {
        one.observation.figure: one for one in part.assessments if one.observation is not None
    }
    for row in part.rows:
        if row.latest:
            yield FigureRow(part.indicator, row, held.get(row.observation.figure))


def _row_pages(line: FigureRow) -> Sequence[str]:
    return pages_of((line.row.observation, line.target))


def _target_pages(row: TargetRow) -> Sequence[str]:
    return pages_of((row[1], row[1].observation))


def target_state(assessment: Assessment) -> str:
    """Return met, missed (the deadline has passed short of it), running (still short) or untold."""
    if assessment.verdict == "short":
        return "missed" if assessment.due == "passed" else "running"
    return "met" if assessment.verdict == "met" else "untold"


def furniture(phrases: Phrases) -> dict[str, str]:
    """Return the words of a document's own furniture."""
    names = ("sources", "notes", "table", "figure", "contents", "page")
    return {name: phrases.say(f"report.word.{name}") for name in names}
