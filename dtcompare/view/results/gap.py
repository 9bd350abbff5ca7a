"""Gaps as a sheet, a document and records: what is settled, what is still to go, what is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dtcompare.analysis.gaps import JUDGED, Assessment, GapRow, Gaps
from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD, Target
from dtcompare.model.indicator import Indicator
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import (
    assessment_cell,
    assessment_document,
    province_document,
    verdict_counts,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Records, Remark, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents.gap import GapDocument, GapRowDocument

__all__ = [
    "SECTIONS",
    "GapWriter",
    "counts",
    "deadline",
    "distinct_targets",
    "gap_document",
    "gap_records",
    "gap_sheet",
    "rows_of",
    "subject",
]

_UNJUDGED = ("no_figure", "other_basis", "basis_unstated")
# The sections of the sheet, in order: which verdicts, and whether the deadline has passed.
SECTIONS: Mapping[str, tuple[Sequence[str], str | None]] = {
    "open": (JUDGED, "open"),
    "passed": (JUDGED, "passed"),
    "silent": (_UNJUDGED, "passed"),
    "unjudged": (_UNJUDGED, "open"),
    "ended": (("ended",), None),
}


def rows_of(gaps: Gaps, section: str) -> tuple[GapRow, ...]:
    """Return the rows of one of SECTIONS, in the result's order."""
    verdicts, due = SECTIONS[section]
    return tuple(
        row
        for row in gaps.rows
        if row.assessment.verdict in verdicts and due in (None, row.assessment.due)
    )


def subject(gaps: Gaps, phrases: Phrases) -> str:
    """Say what was asked about: an indicator, a province, both, or all provinces."""
    parts = []
    if gaps.indicator:
        parts.append(phrases.indicator(gaps.indicator))
    if gaps.province:
        parts.append(phrases.province(gaps.province))
    return phrases.say("gap.subject", parts=", ".join(parts)) if parts else phrases.say("gap.all")


def counts(gaps: Gaps, phrases: Phrases) -> str:
    """Say how the verdicts fall, a target counted once."""
    verdicts = {(row.province, row.assessment.target): row.assessment.verdict for row in gaps.rows}
    if set(verdicts.values()).isdisjoint((*JUDGED, "ended")):
        return phrases.say("gap.counts.none-judged", n=len(verdicts))
    none_met = {"met", "unclear", "ended"}.isdisjoint(verdicts.values())
    key = "gap.counts.none-met" if none_met else "gap.counts"
    return phrases.say(key, counts=verdict_counts(verdicts.values(), phrases))


def deadline(gaps: Gaps, phrases: Phrases) -> str:
    """Say how many targets fall due next, and in how many days; empty where none is open."""
    waiting = [row for row in gaps.rows if row.assessment.due == "open"]
    if not waiting:
        return ""
    soonest = min(row.assessment.target.by.end for row in waiting)
    due = [row for row in waiting if row.assessment.target.by.end == soonest]
    days = due[0].assessment.days_left
    key = "gap.deadline" if days > 1 else f"gap.deadline.{'tomorrow' if days else 'today'}"
    return phrases.say(key, n=len(distinct_targets(due)), date=phrases.day(soonest), days=days)


def gap_sheet(gaps: Gaps, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay gaps out."""
    writer = GapWriter(phrases, citations)
    key = "gap.title.national" if gaps.against else "gap.title"
    count = len(distinct_targets(gaps.rows))
    title = phrases.say(key, subject=subject(gaps, phrases), n=count)
    sentence = " ".join(_sentences(gaps, phrases))
    tables = [
        writer.section(gaps, name, rows) for name in SECTIONS if (rows := rows_of(gaps, name))
    ]
    return writer.sheet(title, gaps.as_of, [sentence], [*tables, *_hints(gaps, phrases)])


def _sentences(gaps: Gaps, phrases: Phrases) -> Iterable[str]:
    """Say how the verdicts fall, and when the next deadline is."""
    if not gaps.rows:
        yield phrases.say("gap.empty.national" if gaps.against else "gap.empty")
        return
    yield counts(gaps, phrases)
    silent = len(distinct_targets(rows_of(gaps, "silent")))
    if silent:
        yield phrases.say("gap.silent", n=silent)
    if next_due := deadline(gaps, phrases):
        yield next_due
    if gaps.unjudged:
        yield phrases.say("gap.national.unjudged", n=gaps.unjudged)


class GapWriter(SheetWriter):
    """Lays gaps out."""

    def section(self, gaps: Gaps, name: str, rows: Sequence[GapRow]) -> Table:
        """Return rows of one of SECTIONS as a table."""
        columns = [DataColumn[GapRow]("column.due", self._deadline)]
        if not gaps.province:
            columns.append(self.province_column(lambda row: row.province))
        if not gaps.indicator:
            columns.append(self.indicator_column(lambda row: row.indicator))
        columns.append(DataColumn("column.goal", self._goal))
        if name in ("silent", "unjudged"):
            columns.append(DataColumn("column.reported-instead", self._instead, early=True))
        else:
            columns.append(DataColumn("column.latest", self._latest, early=True))
            columns.append(DataColumn("column.to-go", self._togo))
        return self.table(rows, columns, f"gap.section.{name}", pages=_pages)

    def _deadline(self, row: GapRow) -> str:
        return self.phrases.period(row.assessment.target.by)

    def _goal(self, row: GapRow) -> str:
        """Return the target with what it is a share of, or the letter of the note on that."""
        phrases, target = self.phrases, row.assessment.target
        indicator = phrases.dataset.indicator(row.indicator)
        text = phrases.line(target, indicator)
        if target.every:
            text = phrases.say("target.each-year", text=text)
        text = phrases.of_scope(text, target)
        if target.basis == UNSTATED_WORD and not self.notes.mute:
            return self.noted(text, *phrases.notes(target), phrases.say("note.target-basis"))
        return self.noted(phrases.of_basis(text, target, indicator), *phrases.notes(target))

    def _latest(self, row: GapRow) -> str:
        observation = row.assessment.observation
        return self._figure_text(observation) if observation else "–"

    def _figure_text(self, observation: Observation) -> str:
        """Return a figure with its period, and its basis and method where these vary."""
        phrases, figure = self.phrases, observation.figure
        indicator = phrases.dataset.indicator(figure.indicator)
        facts = [
            phrases.of_basis(phrases.figure(figure, indicator), figure, indicator),
            phrases.period(figure.period),
        ]
        if figure.scope:
            facts.append(phrases.scope(figure.scope))
        if figure.method is not None:
            facts.append(phrases.method(figure.method))
        return self.noted(", ".join(facts), *phrases.notes(figure))

    def _instead(self, row: GapRow) -> Cell:
        """Return what the province reports instead, or that nothing is found."""
        if not row.assessment.instead:
            return Cell(self.phrases.say("verdict.no_figure"), "muted")
        return Cell("; ".join(map(self._figure_text, row.assessment.instead)))

    def _togo(self, row: GapRow) -> Cell:
        """Return what is still to go, and the pace it takes where that can be told."""
        indicator = self.phrases.dataset.indicator(row.indicator)
        cell = assessment_cell(row.assessment, indicator, self.phrases)
        pace = _pace_text(row.assessment, indicator, self.phrases)
        if not pace:
            return cell
        return Cell(self.phrases.say("togo.pace", togo=cell.text, pace=pace), cell.tone)


def _pages(row: GapRow) -> Iterable[str]:
    """Return the pages behind a target and behind the figures beside it."""
    assessment = row.assessment
    shown = [assessment.observation] if assessment.observation else assessment.instead
    return pages_of([assessment, *shown])


def _pace_text(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> str:
    """Return the pace needed and the pace so far; empty where none can be told."""
    pace = assessment.pace
    if pace is None or assessment.due == "passed" or pace.needed is None:
        return ""
    places = assessment.target.place is not None
    decimals = 0 if places or indicator.unit.whole else 2
    needed = phrases.number(pace.needed, decimals)
    if pace.observed is None:
        return phrases.say("pace.needed", needed=needed)
    observed = phrases.number(pace.observed, decimals)
    text = phrases.say("pace.both", needed=needed, observed=observed)
    if pace.ratio is not None and pace.ratio >= 1:
        text += phrases.say("pace.ratio", ratio=phrases.number(pace.ratio, 1))
    if pace.arrival is not None:
        text += phrases.say("pace.arrival", year=pace.arrival)
    return text


def _hints(gaps: Gaps, phrases: Phrases) -> Iterable[Remark]:
    """Yield the commands that show what is left out, and the country's targets."""
    words = ["dtcompare gap", gaps.province, gaps.indicator]
    words += ["--against national"] if gaps.against else []
    asked = " ".join(filter(None, words))
    if gaps.parts:
        yield Remark(phrases.say("gap.parts", n=gaps.parts), command=f"{asked} --scope all")
    national = any(
        lines.targets
        for indicator, lines in phrases.dataset.lines_about(NATIONAL)
        if gaps.indicator in (None, indicator.id)
    )
    if national and not gaps.against:
        yield Remark(phrases.say("gap.against"), command=f"{asked} --against national")


def distinct_targets(rows: Iterable[GapRow]) -> set[tuple[str, Target]]:
    """Return the targets behind the rows; one may be held against figures of several methods."""
    return {(row.province, row.assessment.target) for row in rows}


def gap_document(gaps: Gaps, phrases: Phrases, citations: Citations, sentence: str) -> GapDocument:
    """Return the JSON object ``gap/1``."""
    return {
        "schema": "gap/1",
        "as_of": gaps.as_of,
        "filters": {
            "province": gaps.province,
            "indicator": gaps.indicator,
            "against": gaps.against,
        },
        "sentence": sentence,
        "parts": gaps.parts,
        "unjudged": gaps.unjudged,
        "rows": [_row_document(row, phrases) for row in gaps.rows],
        "sources": citations.document(),
        "warnings": [],
    }


def _row_document(row: GapRow, phrases: Phrases) -> GapRowDocument:
    indicator = phrases.dataset.indicator(row.indicator)
    return {
        **province_document(row.province, phrases),
        "indicator": row.indicator,
        **assessment_document(row.assessment, indicator, phrases),
    }


def gap_records(gaps: Gaps, phrases: Phrases) -> Records:
    """Return a record for every row."""
    return records(
        "province name indicator basis method figure_word figure_value figure_low figure_high"
        " figure_text figure_period figure_scope figure_figure_status figure_source target_by"
        " target_every target_word target_value target_text target_scope target_note target_source"
        " gap gap_low gap_high verdict due days_left current needed_per_year observed_per_year"
        " arrival",
        [_row_document(row, phrases) for row in gaps.rows],
    )
