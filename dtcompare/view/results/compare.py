"""Provinces side by side as a sheet, a document and records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Lead, Places
from dtcompare.analysis.gaps import Judgement
from dtcompare.analysis.reports import Report
from dtcompare.model.record import replace
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    document_number,
    figure_document,
    flat,
    judgement_document,
    verdict_counts,
)
from dtcompare.view.sheet import Cell, Column, Records, Remark, Row, Sheet, Table
from dtcompare.view.voice import Voice

__all__ = ["compare_document", "compare_records", "compare_sheet"]


def compare_sheet(comparison: Comparison, voice: Voice, citations: Citations) -> Sheet:
    """The text face of a comparison."""
    return _Layout(comparison, voice, citations).sheet()


class _Layout:
    """A comparison being laid out: keeps the notes and sources as they are met."""

    def __init__(self, comparison: Comparison, voice: Voice, citations: Citations) -> None:
        self.comparison = comparison
        self.voice = voice
        self.citations = citations
        self.notes = Notes()

    def sheet(self) -> Sheet:
        """The whole sheet."""
        comparison, voice = self.comparison, self.voice
        parts: list[Table | Remark] = []
        if comparison.alike:
            parts.append(self._alike())
        if comparison.apart:
            parts.append(self._apart())
        shared = [row for row in comparison.places if sum(r is not None for r in row.reports) > 1]
        if shared:
            parts.append(self._places(shared))
        parts += self._remarks()
        names = [voice.province(id) for id in comparison.provinces]
        return Sheet(
            title=voice.listed(names),
            aside=voice.say("as-of", date=voice.day(comparison.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=voice.say("sources"),
        )

    def _sentences(self) -> Iterable[str]:
        """How much can be compared, and who is ahead on how much of it."""
        comparison, voice = self.comparison, self.voice
        shared = len(comparison.alike) + len(comparison.apart)
        if comparison.empty:
            yield voice.say("compare.empty")
            return
        key = "compare.both" if len(comparison.provinces) == 2 else "compare.several"
        yield voice.say(key, n=shared)
        if not comparison.alike:
            if shared:
                yield voice.say("compare.none-alike")
            return
        counts = []
        for id in comparison.provinces:
            leads = sum(
                row.lead is not None and row.lead.province == id for row in comparison.alike
            )
            if leads:
                counts.append(voice.say("compare.ahead-on", name=voice.province(id), n=leads))
        level = sum(row.level for row in comparison.alike)
        if level:
            counts.append(voice.say("compare.level-on", n=level))
        undecided = sum(row.lead is None and not row.level for row in comparison.alike)
        if undecided:
            counts.append(voice.say("compare.open-on", n=undecided))
        yield voice.say("compare.alike", n=len(comparison.alike), counts=", ".join(counts))

    # The tables

    def _names(self) -> list[Column]:
        return [Column(self.voice.province(id)) for id in self.comparison.provinces]

    def _alike(self) -> Table:
        """A row an indicator: every province's figure, and who is ahead by how much."""
        say = self.voice.say
        columns = (
            Column(say("column.indicator")),
            *self._names(),
            Column(say("column.ahead")),
            Column(""),
        )
        rows = tuple(self._alike_row(row) for row in self.comparison.alike)
        return Table(columns, rows, heading=say("compare.section.alike"))

    def _alike_row(self, row: Alike) -> Row:
        name = self.voice.indicator(row.indicator)
        cells = [Cell(self._figure(report)) for report in row.reports]
        return Row((Cell(name), *cells, self._ahead(row), self._cited(row.reports)))

    def _ahead(self, row: Alike) -> Cell:
        if row.level:
            return Cell(self.voice.say("compare.level"))
        if row.lead is None:
            return Cell(self.voice.say("compare.open"), "muted")
        return Cell(self._lead(row.lead, row.indicator), "good")

    def _lead(self, lead: Lead, id: str) -> str:
        """Who is ahead, and by how much: "Quảng Ninh by about 11.74 pts (11.24 to 12.24)"."""
        voice, indicator = self.voice, self.voice.dataset.indicator(id)
        by = voice.difference(lead.by, indicator)
        name = voice.province(lead.province)
        if lead.low is None or lead.high is None or lead.low == lead.high:
            return voice.say("compare.lead", name=name, by=by)
        return voice.say(
            "compare.lead.range",
            name=name,
            by=by,
            low=voice.number(lead.low.normalize()),
            high=voice.number(lead.high.normalize()),
        )

    def _figure(self, report: Report) -> str:
        """A figure with its footing and period, and the letters of its notes."""
        voice, figure = self.voice, report.figure
        indicator = voice.dataset.indicator(figure.indicator)
        text = voice.of_basis(voice.figure(figure, indicator), figure, indicator)
        facts = [voice.period(figure.period)]
        if figure.scope:
            facts.insert(0, voice.scope(figure.scope))
        if figure.method is not None:
            facts.insert(0, voice.method(figure.method))
        return f"{text}, {', '.join(facts)} {self.notes.mark(figure.note)}".rstrip()

    def _cited(self, reports: Iterable[Report]) -> Cell:
        keys = [key for report in reports for key in report.sources]
        return Cell(self.citations.cite(keys), "muted")

    def _apart(self) -> Table:
        """What two or more report on different footings, a line for each footing."""
        say = self.voice.say
        columns = (Column(say("column.indicator")), *self._names(), Column(""))
        rows = [line for row in self.comparison.apart for line in self._apart_rows(row)]
        key = (
            "compare.section.apart"
            if len(self.comparison.provinces) == 2
            else "compare.section.apart.several"
        )
        return Table(columns, tuple(rows), heading=say(key))

    def _apart_rows(self, row: Apart) -> Iterable[Row]:
        name = self.voice.indicator(row.indicator)
        if row.why == "extensive":
            name = f"{name} {self.notes.mark(self.voice.say('compare.note.extensive'))}"
        elif row.why == "better_none":
            name = f"{name} {self.notes.mark(self.voice.say('compare.note.better-none'))}"
        for place, reports in enumerate(zip_longest(*row.reports)):
            cells = [Cell(self._figure(report) if report else "") for report in reports]
            if place == 0:
                cells = [cell if cell.text else Cell("–", "muted") for cell in cells]
            cited = self._cited(report for report in reports if report)
            yield Row((Cell("" if place else name), *cells, cited))

    def _places(self, shared: Sequence[Places]) -> Table:
        """Published places; beside each other only where they are of one edition."""
        say = self.voice.say
        columns = (Column(""), *self._names(), Column(""))
        rows = tuple(self._places_row(places) for places in shared)
        return Table(columns, rows, heading=say("show.rankings"))

    def _places_row(self, places: Places) -> Row:
        voice = self.voice
        name = voice.indicator(places.indicator)
        if places.edition is not None:
            name = f"{name}, {places.edition.period}"
        cells = [Cell(self._place(report, places)) for report in places.reports]
        cited = self._cited(report for report in places.reports if report)
        return Row((Cell(name), *cells, cited))

    def _place(self, report: Report | None, places: Places) -> str:
        if report is None:
            return "–"
        voice, figure = self.voice, report.figure
        indicator = voice.dataset.indicator(places.indicator)
        text = voice.place(figure.place) if figure.place else voice.line(figure, indicator)
        if places.edition is None:
            text = f"{text}, {voice.period(figure.period)}"
        return f"{text} {self.notes.mark(figure.note)}".rstrip()

    # What cannot stand side by side

    def _remarks(self) -> Iterable[Remark]:
        comparison, voice = self.comparison, self.voice
        yield from self._placed_alone()
        for id, found in zip(comparison.provinces, comparison.only, strict=True):
            if found:
                texts = [
                    f"{voice.indicator(name)} {self._figure(report)}" for name, report in found
                ]
                cited = self.citations.cite(key for _, report in found for key in report.sources)
                label = voice.say("compare.only", name=voice.province(id), n=len(found))
                yield Remark(label, ("; ".join(texts) + f" {cited}".rstrip(),))
        lines = [
            self._targets(id, found)
            for id, found in zip(comparison.provinces, comparison.targets, strict=True)
            if found
        ]
        if lines:
            yield Remark(voice.say("compare.targets"), tuple(lines))
        for id, relatives in zip(comparison.provinces, comparison.relatives, strict=True):
            names = [
                voice.say(
                    "show.relative", name=voice.province(r.province), n=r.figures, id=r.province
                )
                for r in relatives
                if r.figures
            ]
            if names:
                label = voice.say("compare.predecessors", name=voice.province(id))
                yield Remark(label, ("; ".join(names),))

    def _placed_alone(self) -> Iterable[Remark]:
        """Places in indices in which no other of them has one."""
        for place, id in enumerate(self.comparison.provinces):
            found = [
                (row, report)
                for row in self.comparison.places
                if (report := row.reports[place]) and sum(r is not None for r in row.reports) == 1
            ]
            if found:
                texts = [
                    f"{self.voice.indicator(row.indicator)} {self._dated(report, row)}"
                    for row, report in found
                ]
                cited = self.citations.cite(key for _, report in found for key in report.sources)
                label = self.voice.say("compare.only-places", name=self.voice.province(id))
                yield Remark(label, (f"{'; '.join(texts)} {cited}".rstrip(),))

    def _dated(self, report: Report, row: Places) -> str:
        return self._place(report, replace(row, edition=None))

    def _targets(self, id: str, found: Sequence[tuple[str, Judgement]]) -> str:
        """How many targets one has and how they stand, with the command that shows them."""
        verdicts = {judgement.target: judgement.verdict for _, judgement in found}
        counts = verdict_counts(verdicts.values(), self.voice)
        name = self.voice.province(id)
        return self.voice.say(
            "compare.targets.of", name=name, n=len(verdicts), counts=counts, id=id
        )


_COLUMNS = (
    "part",
    "indicator",
    "province",
    "name",
    "basis",
    "method",
    "scope",
    "word",
    "value",
    "low",
    "high",
    "text",
    "period",
    "figure_status",
    "ahead",
    "by",
    "by_low",
    "by_high",
    "note",
    "source",
    "sources",
)


def compare_document(
    comparison: Comparison, voice: Voice, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``compare/1``."""
    dataset = voice.dataset
    return {
        "schema": "compare/1",
        "as_of": comparison.as_of,
        "filters": {"provinces": list(comparison.provinces)},
        "sentence": sentence,
        "provinces": [{"province": id, "name": voice.province(id)} for id in comparison.provinces],
        "alike": [_alike_document(row, comparison, voice) for row in comparison.alike],
        "apart": [
            {
                "indicator": row.indicator,
                "why": row.why,
                "figures": [
                    _figure_row(id, report, voice)
                    for id, reports in zip(comparison.provinces, row.reports, strict=True)
                    for report in reports
                ],
            }
            for row in comparison.apart
        ],
        "only": [
            {"indicator": name, **_figure_row(id, report, voice)}
            for id, found in zip(comparison.provinces, comparison.only, strict=True)
            for name, report in found
        ],
        "rankings": [
            {
                "indicator": row.indicator,
                "edition": {"period": row.edition.period, "of": row.edition.of}
                if row.edition
                else None,
                "figures": [
                    _figure_row(id, report, voice)
                    for id, report in zip(comparison.provinces, row.reports, strict=True)
                    if report
                ],
            }
            for row in comparison.places
        ],
        "targets": [
            {
                "province": id,
                "indicator": name,
                **judgement_document(judgement, dataset.indicator(name), voice),
            }
            for id, found in zip(comparison.provinces, comparison.targets, strict=True)
            for name, judgement in found
        ],
        "sources": citations.document(),
        "warnings": [],
    }


def _alike_document(row: Alike, comparison: Comparison, voice: Voice) -> dict[str, object]:
    lead = row.lead
    return {
        "indicator": row.indicator,
        "basis": row.footing.basis,
        "method": row.footing.method,
        "figures": [
            _figure_row(id, report, voice)
            for id, report in zip(comparison.provinces, row.reports, strict=True)
        ],
        "ahead": lead.province if lead else None,
        "level": row.level,
        "by": document_number(lead.by) if lead else None,
        "by_low": document_number(lead.low) if lead else None,
        "by_high": document_number(lead.high) if lead else None,
    }


def _figure_row(id: str, report: Report, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(report.figure.indicator)
    return {
        "province": id,
        "name": voice.province(id),
        **figure_document(report, indicator, voice),
    }


def compare_records(comparison: Comparison, voice: Voice) -> Records:
    """A record for every figure: part is alike, apart, only or ranking."""
    ids = comparison.provinces
    rows: list[dict[str, object]] = []
    for row in comparison.alike:
        document = _alike_document(row, comparison, voice)
        shared = {key: document[key] for key in ("ahead", "by", "by_low", "by_high")}
        for id, report in zip(ids, row.reports, strict=True):
            rows.append(_record("alike", row.indicator, id, report, voice) | shared)
    for part in comparison.apart:
        for id, reports in zip(ids, part.reports, strict=True):
            rows += [_record("apart", part.indicator, id, report, voice) for report in reports]
    for id, found in zip(ids, comparison.only, strict=True):
        rows += [_record("only", name, id, report, voice) for name, report in found]
    for places in comparison.places:
        for id, place in zip(ids, places.reports, strict=True):
            if place is not None:
                rows.append(_record("ranking", places.indicator, id, place, voice))
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])


def _record(part: str, indicator: str, id: str, report: Report, voice: Voice) -> dict[str, object]:
    return {"part": part, "indicator": indicator} | flat(_figure_row(id, report, voice))
