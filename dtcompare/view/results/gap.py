"""Gaps as a sheet: what is settled, what is still to go, and what nobody can judge, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dtcompare.analysis.gaps import JUDGED, GapRow, Gaps, Judgement
from dtcompare.analysis.reports import Report
from dtcompare.model.figure import NATIONAL, Target
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    flat,
    judgement_cell,
    judgement_document,
    verdict_counts,
)
from dtcompare.view.sheet import Cell, Column, Records, Remark, Row, Sheet, Table
from dtcompare.view.voice import Voice

__all__ = [
    "SECTIONS",
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
        if row.judgement.verdict in verdicts and due in (None, row.judgement.due)
    )


def subject(gaps: Gaps, voice: Voice) -> str:
    """What was asked about: an indicator, a province, both, or all provinces."""
    parts = []
    if gaps.indicator:
        parts.append(voice.indicator(gaps.indicator))
    if gaps.province:
        parts.append(voice.province(gaps.province))
    return voice.say("gap.subject", parts=", ".join(parts)) if parts else voice.say("gap.all")


def counts(gaps: Gaps, voice: Voice) -> str:
    """How the verdicts fall, a target counted once."""
    verdicts = {(row.province, row.judgement.target): row.judgement.verdict for row in gaps.rows}
    if set(verdicts.values()).isdisjoint((*JUDGED, "ended")):
        return voice.say("gap.counts.none-judged", n=len(verdicts))
    none_met = {"met", "unclear", "ended"}.isdisjoint(verdicts.values())
    key = "gap.counts.none-met" if none_met else "gap.counts"
    return voice.say(key, counts=verdict_counts(verdicts.values(), voice))


def deadline(gaps: Gaps, voice: Voice) -> str:
    """How many targets fall due next, and in how many days; empty where none is open."""
    waiting = [row for row in gaps.rows if row.judgement.due == "open"]
    if not waiting:
        return ""
    soonest = min(row.judgement.target.by.end for row in waiting)
    due = [row for row in waiting if row.judgement.target.by.end == soonest]
    days = due[0].judgement.days_left
    key = "gap.deadline" if days > 1 else f"gap.deadline.{'tomorrow' if days else 'today'}"
    return voice.say(key, n=len(distinct_targets(due)), date=voice.day(soonest), days=days)


def gap_sheet(gaps: Gaps, voice: Voice, citations: Citations) -> Sheet:
    """The text face of gaps."""
    return _Layout(gaps, voice, citations).sheet()


class _Layout:
    """Gaps being laid out: keeps the notes and sources as they are met."""

    def __init__(self, gaps: Gaps, voice: Voice, citations: Citations) -> None:
        self.gaps = gaps
        self.voice = voice
        self.citations = citations
        self.notes = Notes()

    def sheet(self) -> Sheet:
        """The whole sheet."""
        voice = self.voice
        tables = [
            table for name in SECTIONS if (table := self._section(name, rows_of(self.gaps, name)))
        ]
        return Sheet(
            title=self._title(),
            aside=voice.say("as-of", date=voice.day(self.gaps.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=(*tables, *self._hints()),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=voice.say("sources"),
        )

    # What is said first

    def _title(self) -> str:
        gaps, voice = self.gaps, self.voice
        key = "gap.title.national" if gaps.against else "gap.title"
        return voice.say(key, subject=subject(gaps, voice), n=len(distinct_targets(gaps.rows)))

    def _sentences(self) -> Iterable[str]:
        """How the verdicts fall, and when the next deadline is."""
        gaps, voice = self.gaps, self.voice
        if not gaps.rows:
            yield voice.say("gap.empty.national" if gaps.against else "gap.empty")
            return
        yield counts(gaps, voice)
        silent = len(distinct_targets(rows_of(gaps, "silent")))
        if silent:
            yield voice.say("gap.silent", n=silent)
        if next_due := deadline(gaps, voice):
            yield next_due
        if gaps.unjudged:
            yield voice.say("gap.national.unjudged", n=gaps.unjudged)

    # The tables

    def _section(self, name: str, rows: Sequence[GapRow]) -> Table | None:
        """One section as a table; None without rows."""
        if not rows:
            return None
        say, gaps = self.voice.say, self.gaps
        last = "column.reported-instead" if name in ("silent", "unjudged") else "column.to-go"
        subjects = []
        if not gaps.province:
            subjects.append(Column(self.voice.dataset.about.heading.say(self.voice.lang)))
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
        voice, judgement = self.voice, row.judgement
        indicator = voice.dataset.indicator(row.indicator)
        subjects = []
        if not self.gaps.province:
            subjects.append(Cell(voice.province(row.province), "strong"))
        if not self.gaps.indicator:
            subjects.append(Cell(indicator.name.say(voice.lang)))
        report = judgement.report
        if name in ("silent", "unjudged"):
            figures = [self._instead(judgement, row.indicator)]
        else:
            figures = [
                Cell(self._figure_text(report, row.indicator) if report else "–"),
                self._togo(row),
            ]
        shown = [report] if report else list(judgement.instead)
        sources = [*judgement.sources, *(key for r in shown for key in r.sources)]
        return Row(
            (
                Cell(voice.period(judgement.target.by)),
                *subjects,
                Cell(self._target_text(judgement.target, row.indicator)),
                *figures,
                Cell(self.citations.cite(sources), "muted"),
            )
        )

    def _target_text(self, target: Target, id: str) -> str:
        """The target with what it is a share of, or the letter of the note that nobody says."""
        voice, indicator = self.voice, self.voice.dataset.indicator(id)
        text = voice.line(target, indicator)
        if target.every:
            text = voice.say("target.each-year", text=text)
        if target.scope:
            text = voice.say("figure.scope", text=text, scope=voice.scope(target.scope))
        notes = [target.note]
        if target.basis == "unstated":
            notes.append(voice.say("note.target-basis"))
        else:
            text = voice.of_basis(text, target, indicator)
        return f"{text} {self.notes.mark(*notes)}".rstrip()

    def _figure_text(self, report: Report, id: str) -> str:
        """A figure with its period, and its basis and method where these vary."""
        voice, indicator = self.voice, self.voice.dataset.indicator(id)
        figure = report.figure
        facts = [voice.period(figure.period)]
        if figure.scope:
            facts.append(voice.scope(figure.scope))
        if figure.method is not None:
            facts.append(voice.method(figure.method))
        text = voice.of_basis(voice.figure(figure, indicator), figure, indicator)
        text = f"{text}, {', '.join(facts)}"
        return f"{text} {self.notes.mark(figure.note)}".rstrip()

    def _instead(self, judgement: Judgement, id: str) -> Cell:
        """What the province reports instead, or that nothing is found."""
        if not judgement.instead:
            return Cell(self.voice.say("verdict.no_figure"), "muted")
        return Cell("; ".join(self._figure_text(report, id) for report in judgement.instead))

    def _togo(self, row: GapRow) -> Cell:
        """What is still to go, and the pace it takes where that can be told."""
        indicator = self.voice.dataset.indicator(row.indicator)
        cell = judgement_cell(row.judgement, indicator, self.voice)
        pace = self._pace_text(row)
        if not pace:
            return cell
        return Cell(self.voice.say("togo.pace", togo=cell.text, pace=pace), cell.tone)

    def _pace_text(self, row: GapRow) -> str:
        """The pace needed and the pace so far; empty where none can be told."""
        judgement, voice = row.judgement, self.voice
        pace = judgement.pace
        if pace is None or judgement.due == "passed" or pace.needed is None:
            return ""
        indicator = voice.dataset.indicator(row.indicator)
        places = judgement.target.place is not None
        decimals = 0 if places or indicator.unit.whole else 2
        needed = voice.number(pace.needed, decimals)
        if pace.observed is None:
            return voice.say("pace.needed", needed=needed)
        observed = voice.number(pace.observed, decimals)
        text = voice.say("pace.both", needed=needed, observed=observed)
        if pace.ratio is not None and pace.ratio >= 1:
            text += voice.say("pace.ratio", ratio=voice.number(pace.ratio, 1))
        if pace.arrival is not None:
            text += voice.say("pace.arrival", year=pace.arrival)
        return text

    # What to ask next

    def _hints(self) -> Iterable[Remark]:
        """The commands that show what is left out, and the country's targets."""
        gaps, voice = self.gaps, self.voice
        words = ["dtcompare gap", gaps.province, gaps.indicator]
        words += ["--against national"] if gaps.against else []
        asked = " ".join(filter(None, words))
        if gaps.parts:
            yield Remark(voice.say("gap.parts", n=gaps.parts), command=f"{asked} --scope all")
        if not gaps.against and self._has_national_targets():
            yield Remark(voice.say("gap.against"), command=f"{asked} --against national")

    def _has_national_targets(self) -> bool:
        return any(
            lines.targets
            for indicator, lines in self.voice.dataset.lines_about(NATIONAL)
            if self.gaps.indicator in (None, indicator.id)
        )


def distinct_targets(rows: Iterable[GapRow]) -> set[tuple[str, Target]]:
    """The targets behind the rows: one target may be held against figures of several methods."""
    return {(row.province, row.judgement.target) for row in rows}


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
    gaps: Gaps, voice: Voice, citations: Citations, sentence: str
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
        "rows": [_row_document(row, voice) for row in gaps.rows],
        "sources": citations.document(),
        "warnings": [],
    }


def _row_document(row: GapRow, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(row.indicator)
    return {
        "province": row.province,
        "name": voice.province(row.province),
        "indicator": row.indicator,
        **judgement_document(row.judgement, indicator, voice),
    }


def gap_records(gaps: Gaps, voice: Voice) -> Records:
    """A record for every row."""
    rows = [flat(_row_document(row, voice)) for row in gaps.rows]
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
