"""Gaps as a sheet: what is settled, what is still to go, of what no figure is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest

from dtcompare.analysis.gaps import JUDGED, Assessment, GapRow, Gaps
from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.text import rounded
from dtcompare.view.citations import Citations, Notes, pages_of
from dtcompare.view.figures import assessment_cell, gap_text, verdict_counts
from dtcompare.view.phrases import Phrases
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import Cell, Remark, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter

_MOST = 16  # rows of a short answer, if a screen holds them
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
    """Say what was asked about: an indicator, a province or region, both, or all provinces."""
    parts = []
    if gaps.indicator:
        parts.append(phrases.indicator(gaps.indicator))
    if gaps.province:
        parts.append(phrases.province(gaps.province))
    if gaps.region:
        parts.append(phrases.dataset.register.regions[gaps.region].say(phrases.lang))
    return phrases.say("gap.subject", parts=", ".join(parts)) if parts else phrases.say("gap.all")


def counts(gaps: Gaps, phrases: Phrases) -> str:
    """Say how the verdicts fall."""
    verdicts = [row.assessment.verdict for row in gaps.rows]
    if set(verdicts).isdisjoint((*JUDGED, "ended")):
        return phrases.say("gap.counts.none-judged", n=len(verdicts))
    none_met = {"met", "unclear", "ended"}.isdisjoint(verdicts)
    key = "gap.counts.none-met" if none_met else "gap.counts"
    return phrases.say(key, counts=verdict_counts(verdicts, phrases))


def deadline(gaps: Gaps, phrases: Phrases) -> str:
    """Say how many targets fall due next, and in how many days; empty where none is open."""
    waiting = [row for row in gaps.rows if row.assessment.due == "open"]
    if not waiting:
        return ""
    soonest = min(row.assessment.target.by.end for row in waiting)
    due = [row for row in waiting if row.assessment.target.by.end == soonest]
    days = due[0].assessment.days_left
    key = "gap.deadline" if days > 1 else f"gap.deadline.{'tomorrow' if days else 'today'}"
    return phrases.say(
        key, n=len(due), date=phrases.day(soonest), days=phrases.number(Decimal(days))
    )


def gap_sheet(gaps: Gaps, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay gaps out: by section, in a short answer one table of what is next."""
    writer = GapWriter(phrases, citations)
    key = "gap.title.national" if gaps.against else "gap.title"
    count = len(gaps.rows)
    title = phrases.say(key, subject=subject(gaps, phrases), n=count)
    sentence = " ".join(_sentences(gaps, phrases))
    parts = writer.next_targets(gaps, sentence) if writer.brief else writer.sections(gaps)
    return writer.sheet(title, gaps.as_of, [sentence], parts)


def _sentences(gaps: Gaps, phrases: Phrases) -> Iterable[str]:
    """Say how the verdicts fall, and when the next deadline is."""
    if not gaps.rows:
        yield phrases.say("gap.empty.national" if gaps.against else "gap.empty")
        return
    yield counts(gaps, phrases)
    silent = len(rows_of(gaps, "silent"))
    if silent:
        yield phrases.say("gap.silent", n=silent)
    if next_due := deadline(gaps, phrases):
        yield next_due
    if gaps.unjudged:
        yield phrases.say("gap.national.unjudged", n=gaps.unjudged)
    if gaps.totals:
        yield phrases.say("gap.totals", n=gaps.totals)


class GapWriter(SheetWriter):
    """Lays gaps out; ``others``: with the figures by other methods that a target admits."""

    def __init__(
        self,
        phrases: Phrases,
        citations: Citations,
        notes: Notes | None = None,
        *,
        others: bool = True,
    ) -> None:
        super().__init__(phrases, citations, notes)
        self.others = others

    def sections(self, gaps: Gaps) -> Iterable[Table | Remark]:
        """Yield every target by SECTIONS, then the commands that show what is left out."""
        for name in SECTIONS:
            if rows := rows_of(gaps, name):
                yield self.section(gaps, name, rows)
        yield from _hints(gaps, self.phrases)

    def next_targets(self, gaps: Gaps, sentence: str) -> Iterable[Table]:
        """Yield one table of what is overdue and what falls due next, as far as a screen holds it.

        Of all targets at once those that are reached are left out.
        """
        asked = bool(gaps.province or gaps.indicator)
        rows = [row for row in gaps.rows if asked or row.assessment.verdict != "met"]
        overdue = [row for row in rows if row.assessment.due == "passed"]
        waiting = [row for row in rows if row.assessment.due == "open"]
        overdue.sort(key=_overdue_order)
        waiting.sort(key=lambda row: row.assessment.target.by.end)
        shown = overdue[: max(_MOST - len(waiting), _MOST // 2)]
        shown += waiting[: _MOST - len(shown)]
        shown = self._shown(gaps, shown, sentence)
        self.leave_out_some("gap.left-out", len(gaps.rows) - len(shown))
        self.leave_out_some("gap.left-out.parts", gaps.parts)
        if shown:
            yield self.full_table(shown, self.brief_columns(gaps), pages=_pages)

    def _shown(self, gaps: Gaps, rows: Sequence[GapRow], sentence: str) -> list[GapRow]:
        """Return the rows that fit: of what is overdue and what is open, half and half."""
        late = [row for row in rows if row.assessment.due == "passed"]
        waiting = [row for row in rows if row.assessment.due == "open"]
        by_turns = [row for pair in zip_longest(late, waiting) for row in pair if row is not None]
        scratch = self.scratch()
        table = scratch.full_table(by_turns, scratch.brief_columns(gaps))
        shown = by_turns[: rows_that_fit(table, [sentence])]
        return [row for row in rows if row in shown]

    def brief_columns(self, gaps: Gaps) -> list[DataColumn[GapRow]]:
        """Return the columns of a short answer: of all targets at once without the figures."""
        columns = self._whose(gaps)
        if not (gaps.province or gaps.indicator):
            return [*columns, DataColumn("column.to-go", self._brief_state)]
        columns.append(DataColumn("column.latest", self._brief_latest))
        return [*columns, DataColumn("column.to-go", self._brief_togo)]

    def section(self, gaps: Gaps, name: str, rows: Sequence[GapRow]) -> Table:
        """Return rows of one of SECTIONS as a table."""
        columns = self._whose(gaps)
        if name in ("silent", "unjudged"):
            columns.append(DataColumn("column.reported-instead", self._instead, early=True))
        else:
            columns.append(DataColumn("column.latest", self._latest, early=True))
            columns.append(DataColumn("column.to-go", self._togo))
        return self.table(rows, columns, f"gap.section.{name}", pages=_pages)

    def _whose(self, gaps: Gaps) -> list[DataColumn[GapRow]]:
        """Return the columns of deadline, province and indicator, as far as asked, and target."""
        period = self.phrases.period
        columns = [DataColumn[GapRow]("column.due", lambda row: period(row.assessment.target.by))]
        if not gaps.province:
            columns.append(self.province_column(lambda row: row.province))
        if not gaps.indicator:
            columns.append(self.indicator_column(lambda row: row.indicator))
        return [*columns, DataColumn("column.goal", self._goal)]

    def _goal(self, row: GapRow) -> str:
        """Return the target with what it is a share of, or the letter of the note on that."""
        phrases, target = self.phrases, row.assessment.target
        indicator = phrases.dataset.indicator(row.indicator)
        text = phrases.line(target, indicator)
        if target.every:
            text = phrases.say("target.each-year", text=text)
        text = phrases.of_scope(text, target)
        if target.basis == UNSTATED_WORD and not (self.notes.mute and not self.brief):
            return self.noted(text, *phrases.notes(target), phrases.say("note.target-basis"))
        return self.noted(phrases.of_basis(text, target, indicator), *phrases.notes(target))

    def _latest(self, row: GapRow) -> str:
        held = [one.observation for one in row.assessment.by_method]
        if not self.others:
            held = held[:1]
        return "; ".join(self._figure_text(one) for one in held if one is not None) or "–"

    def _figure_text(self, observation: Observation) -> str:
        """Return a figure with its period, and its basis and method where these vary."""
        phrases, figure = self.phrases, observation.figure
        indicator = phrases.dataset.indicator(figure.indicator)
        facts = [phrases.whole_figure(figure, indicator), phrases.period(figure.period)]
        if figure.scope:
            facts.append(phrases.scope(figure.scope))
        if figure.method is not None:
            facts.append(phrases.method(figure.method))
        return self.noted(", ".join(facts), *phrases.notes(figure))

    def _brief_latest(self, row: GapRow) -> Cell:
        """Return the figure with its time; of a target that is not judged, why."""
        assessment, phrases = row.assessment, self.phrases
        if assessment.observation is None:
            return Cell(phrases.say(f"gap.brief.{assessment.verdict}"), "muted")
        figure = assessment.observation.figure
        text = phrases.figure(figure, phrases.dataset.indicator(row.indicator))
        if figure.place is not None and assessment.target.place is not None:
            text = phrases.place(figure.place)
        self.notes.mark(*phrases.notes(figure))
        return Cell(f"{text}, {phrases.period(figure.period)}")

    def _brief_togo(self, row: GapRow) -> Cell:
        """Return what is still to go, and what another method says where that differs."""
        assessment, phrases = row.assessment, self.phrases
        if assessment.observation is None:
            return Cell()
        indicator = phrases.dataset.indicator(row.indicator)
        cell = assessment_cell(assessment, indicator, phrases)
        if assessment.verdict == "short" and assessment.due == "passed":
            size = gap_text(assessment, indicator, phrases)
            key = "missed" if assessment.reaches else "since"
            cell = Cell(phrases.say(f"gap.brief.{key}", size=size), "bad")
        texts = [cell.text]
        if assessment.disputed:
            others = [one for one in assessment.other_methods if one.verdict != assessment.verdict]
            texts += [self._by_method(one, indicator) for one in others]
        return Cell("; ".join(texts), cell.tone)

    def _brief_state(self, row: GapRow) -> Cell:
        """Return what is still to go, else why that cannot be told."""
        judged = row.assessment.observation is not None
        return self._brief_togo(row) if judged else self._brief_latest(row)

    def _by_method(self, assessment: Assessment, indicator: Indicator) -> str:
        """Say how the target stands by the figure of another method."""
        assert assessment.observation is not None
        togo = assessment_cell(assessment, indicator, self.phrases).text
        if assessment.verdict == "short":
            togo = gap_text(assessment, indicator, self.phrases)
        method = self.phrases.method(assessment.observation.figure.method)
        return self.phrases.say("gap.other-method", togo=togo, method=method)

    def _instead(self, row: GapRow) -> Cell:
        """Return what the province reports instead, or that nothing is found."""
        if not row.assessment.instead:
            return Cell(self.phrases.say("verdict.no_figure"), "muted")
        return Cell("; ".join(map(self._figure_text, row.assessment.instead)))

    def _togo(self, row: GapRow) -> Cell:
        """Return what is still to go, the pace it takes, and what figures by other methods say."""
        indicator, assessment = self.phrases.dataset.indicator(row.indicator), row.assessment
        cell = assessment_cell(assessment, indicator, self.phrases)
        texts = filter(None, (cell.text, _pace_text(assessment, indicator, self.phrases)))
        found = assessment.other_methods if self.others else ()
        others = [self._by_method(one, indicator) for one in found]
        return Cell("; ".join((*texts, *others)), cell.tone)


def _pages(row: GapRow) -> Iterable[str]:
    """Return the pages behind a target and behind the figures beside it."""
    assessment = row.assessment
    held = [one.observation for one in assessment.by_method]
    return pages_of([assessment, *held, *assessment.instead])


def _overdue_order(row: GapRow) -> tuple[bool, bool, int]:
    """Sort what was missed before what has no figure, what is reached last; the newest first."""
    assessment = row.assessment
    met, silent = assessment.verdict == "met", assessment.verdict not in JUDGED
    return met, silent, -assessment.target.by.end.toordinal()


def _pace_text(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> str:
    """Return the pace needed and the pace so far; empty where none can be told."""
    pace = assessment.pace
    if pace is None or assessment.due == "passed" or pace.needed is None:
        return ""
    places = assessment.target.place is not None
    decimals = 0 if places or indicator.unit.whole else 2
    needed = phrases.difference(rounded(pace.needed, decimals), indicator, places=places)
    if pace.observed is None:
        return phrases.say("pace.needed", needed=needed)
    facts = {"needed": needed, "observed": phrases.number(pace.observed, decimals)}
    if pace.ratio is not None and pace.ratio >= 1:
        text = phrases.say("pace.faster", ratio=phrases.number(pace.ratio, 1), **facts)
    else:
        text = phrases.say("pace.both", **facts)
    if pace.arrival is not None:
        text += phrases.say("pace.arrival", year=pace.arrival)
    return text


def _hints(gaps: Gaps, phrases: Phrases) -> Iterable[Remark]:
    """Yield the commands that show what is left out, and the country's targets."""
    words = ["dtcompare gap", gaps.region, gaps.province, gaps.indicator]
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
