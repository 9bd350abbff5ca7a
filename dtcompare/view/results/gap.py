"""Gaps as a sheet: what is settled, what is still to go, and what nobody can judge, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dtcompare.analysis.gaps import JUDGED, Assessment, GapRow, Gaps
from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import NATIONAL, Target
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    assessment_cell,
    assessment_document,
    flat,
    verdict_counts,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Column, Records, Remark, Row, Sheet, Table

__all__ = [
    "SECTIONS",
    "GapLayout",
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
    """The rows of one of SECTIONS, in the result's order."""
    verdicts, due = SECTIONS[section]
    return tuple(
        row
        for row in gaps.rows
        if row.assessment.verdict in verdicts and due in (None, row.assessment.due)
    )


def subject(gaps: Gaps, phrases: Phrases) -> str:
    """What was asked about: an indicator, a province, both, or all provinces."""
    parts = []
    if gaps.indicator:
        parts.append(phrases.indicator(gaps.indicator))
    if gaps.province:
        parts.append(phrases.province(gaps.province))
    return phrases.say("gap.subject", parts=", ".join(parts)) if parts else phrases.say("gap.all")


def counts(gaps: Gaps, phrases: Phrases) -> str:
    """How the verdicts fall, a target counted once."""
    verdicts = {(row.province, row.assessment.target): row.assessment.verdict for row in gaps.rows}
    if set(verdicts.values()).isdisjoint((*JUDGED, "ended")):
        return phrases.say("gap.counts.none-judged", n=len(verdicts))
    none_met = {"met", "unclear", "ended"}.isdisjoint(verdicts.values())
    key = "gap.counts.none-met" if none_met else "gap.counts"
    return phrases.say(key, counts=verdict_counts(verdicts.values(), phrases))


def deadline(gaps: Gaps, phrases: Phrases) -> str:
    """How many targets fall due next, and in how many days; empty where none is open."""
    waiting = [row for row in gaps.rows if row.assessment.due == "open"]
    if not waiting:
        return ""
    soonest = min(row.assessment.target.by.end for row in waiting)
    due = [row for row in waiting if row.assessment.target.by.end == soonest]
    days = due[0].assessment.days_left
    key = "gap.deadline" if days > 1 else f"gap.deadline.{'tomorrow' if days else 'today'}"
    return phrases.say(key, n=len(distinct_targets(due)), date=phrases.day(soonest), days=days)


def gap_sheet(gaps: Gaps, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of gaps."""
    return GapLayout(gaps, phrases, citations).sheet()


class GapLayout:
    """Gaps being laid out: keeps the notes and sources as they are met."""

    def __init__(
        self, gaps: Gaps, phrases: Phrases, citations: Citations, notes: Notes | None = None
    ) -> None:
        self.gaps = gaps
        self.phrases = phrases
        self.citations = citations
        self.notes = notes or Notes()

    def sheet(self) -> Sheet:
        """The whole sheet."""
        phrases = self.phrases
        tables = [
            table for name in SECTIONS if (table := self.section(name, rows_of(self.gaps, name)))
        ]
        return Sheet(
            title=self._title(),
            aside=phrases.say("as-of", date=phrases.day(self.gaps.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=(*tables, *self._hints()),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=phrases.say("sources"),
        )

    # What is said first

    def _title(self) -> str:
        gaps, phrases = self.gaps, self.phrases
        key = "gap.title.national" if gaps.against else "gap.title"
        return phrases.say(key, subject=subject(gaps, phrases), n=len(distinct_targets(gaps.rows)))

    def _sentences(self) -> Iterable[str]:
        """How the verdicts fall, and when the next deadline is."""
        gaps, phrases = self.gaps, self.phrases
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

    # The tables

    def section(self, name: str, rows: Sequence[GapRow]) -> Table | None:
        """Return one section as a table; None without rows."""
        if not rows:
            return None
        say, gaps = self.phrases.say, self.gaps
        last = "column.reported-instead" if name in ("silent", "unjudged") else "column.to-go"
        subjects = []
        if not gaps.province:
            subjects.append(Column(self.phrases.dataset.about.heading.say(self.phrases.lang)))
        if not gaps.indicator:
            subjects.append(Column(say("column.indicator")))
        columns = (
            Column(say("column.due")),
            *subjects,
            Column(say("column.goal")),
            *([] if name in ("silent", "unjudged") else [Column(say("column.latest"))]),
            Column(say(last)),
            Column(""),
        )
        table_rows = tuple(self._row(name, row) for row in rows)
        return Table(columns, table_rows, heading=say(f"gap.section.{name}"))

    def _row(self, name: str, row: GapRow) -> Row:
        phrases, assessment = self.phrases, row.assessment
        indicator = phrases.dataset.indicator(row.indicator)
        subjects = []
        if not self.gaps.province:
            subjects.append(Cell(phrases.province(row.province), "strong"))
        if not self.gaps.indicator:
            subjects.append(Cell(indicator.name.say(phrases.lang)))
        observation = assessment.observation
        if name in ("silent", "unjudged"):
            figures = [self._instead(assessment, row.indicator)]
        else:
            figures = [
                Cell(self._figure_text(observation, row.indicator) if observation else "–"),
                self._togo(row),
            ]
        shown = [observation] if observation else list(assessment.instead)
        sources = [*assessment.sources, *(key for r in shown for key in r.sources)]
        return Row(
            (
                Cell(phrases.period(assessment.target.by)),
                *subjects,
                Cell(self._target_text(assessment.target, row.indicator)),
                *figures,
                Cell(self.citations.cite(sources), "muted"),
            )
        )

    def _target_text(self, target: Target, id: str) -> str:
        """The target with what it is a share of, or the letter of the note that nobody says."""
        phrases, indicator = self.phrases, self.phrases.dataset.indicator(id)
        text = phrases.line(target, indicator)
        if target.every:
            text = phrases.say("target.each-year", text=text)
        if target.scope:
            text = phrases.say("figure.scope", text=text, scope=phrases.scope(target.scope))
        notes = [target.note]
        if target.basis == "unstated" and not self.notes.mute:
            notes.append(phrases.say("note.target-basis"))
        else:
            text = phrases.of_basis(text, target, indicator)
        return f"{text} {self.notes.mark(*notes)}".rstrip()

    def _figure_text(self, observation: Observation, id: str) -> str:
        """A figure with its period, and its basis and method where these vary."""
        phrases, indicator = self.phrases, self.phrases.dataset.indicator(id)
        figure = observation.figure
        facts = [phrases.period(figure.period)]
        if figure.scope:
            facts.append(phrases.scope(figure.scope))
        if figure.method is not None:
            facts.append(phrases.method(figure.method))
        text = phrases.of_basis(phrases.figure(figure, indicator), figure, indicator)
        text = f"{text}, {', '.join(facts)}"
        return f"{text} {self.notes.mark(figure.note)}".rstrip()

    def _instead(self, assessment: Assessment, id: str) -> Cell:
        """What the province reports instead, or that nothing is found."""
        if not assessment.instead:
            return Cell(self.phrases.say("verdict.no_figure"), "muted")
        return Cell(
            "; ".join(self._figure_text(observation, id) for observation in assessment.instead)
        )

    def _togo(self, row: GapRow) -> Cell:
        """What is still to go, and the pace it takes where that can be told."""
        indicator = self.phrases.dataset.indicator(row.indicator)
        cell = assessment_cell(row.assessment, indicator, self.phrases)
        pace = self._pace_text(row)
        if not pace:
            return cell
        return Cell(self.phrases.say("togo.pace", togo=cell.text, pace=pace), cell.tone)

    def _pace_text(self, row: GapRow) -> str:
        """The pace needed and the pace so far; empty where none can be told."""
        assessment, phrases = row.assessment, self.phrases
        pace = assessment.pace
        if pace is None or assessment.due == "passed" or pace.needed is None:
            return ""
        indicator = phrases.dataset.indicator(row.indicator)
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

    # What to ask next

    def _hints(self) -> Iterable[Remark]:
        """The commands that show what is left out, and the country's targets."""
        gaps, phrases = self.gaps, self.phrases
        words = ["dtcompare gap", gaps.province, gaps.indicator]
        words += ["--against national"] if gaps.against else []
        asked = " ".join(filter(None, words))
        if gaps.parts:
            yield Remark(phrases.say("gap.parts", n=gaps.parts), command=f"{asked} --scope all")
        if not gaps.against and self._has_national_targets():
            yield Remark(phrases.say("gap.against"), command=f"{asked} --against national")

    def _has_national_targets(self) -> bool:
        return any(
            lines.targets
            for indicator, lines in self.phrases.dataset.lines_about(NATIONAL)
            if self.gaps.indicator in (None, indicator.id)
        )


def distinct_targets(rows: Iterable[GapRow]) -> set[tuple[str, Target]]:
    """The targets behind the rows: one target may be held against figures of several methods."""
    return {(row.province, row.assessment.target) for row in rows}


_COLUMNS = (
    "province",
    "name",
    "indicator",
    "basis",
    "method",
    "figure_word",
    "figure_value",
    "figure_low",
    "figure_high",
    "figure_text",
    "figure_period",
    "figure_scope",
    "figure_figure_status",
    "figure_source",
    "target_by",
    "target_every",
    "target_word",
    "target_value",
    "target_text",
    "target_scope",
    "target_note",
    "target_source",
    "gap",
    "gap_low",
    "gap_high",
    "verdict",
    "due",
    "days_left",
    "current",
    "needed_per_year",
    "observed_per_year",
    "arrival",
)


def gap_document(
    gaps: Gaps, phrases: Phrases, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``gap/1``."""
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


def _row_document(row: GapRow, phrases: Phrases) -> dict[str, object]:
    indicator = phrases.dataset.indicator(row.indicator)
    return {
        "province": row.province,
        "name": phrases.province(row.province),
        "indicator": row.indicator,
        **assessment_document(row.assessment, indicator, phrases),
    }


def gap_records(gaps: Gaps, phrases: Phrases) -> Records:
    """A record for every row."""
    rows = [flat(_row_document(row, phrases)) for row in gaps.rows]
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
