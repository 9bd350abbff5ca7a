"""Who reports what as a sheet, a document and records."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.reporting import Coverage, Reporting, ReportingCell, Wanted
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    figure_document,
    figure_text,
    flat,
    judgement_document,
    target_text,
)
from dtcompare.view.sheet import Cell, Column, Records, Remark, Row, Sheet, Table
from dtcompare.view.voice import Voice

__all__ = ["reporting_document", "reporting_records", "reporting_sheet"]

_MOST_WANTED = 12


def reporting_sheet(reporting: Reporting, voice: Voice, citations: Citations) -> Sheet:
    """The text face of who reports what."""
    return _Layout(reporting, voice, citations).sheet()


class _Layout:
    """A report on reporting being laid out: keeps the notes and sources as they are met."""

    def __init__(self, reporting: Reporting, voice: Voice, citations: Citations) -> None:
        self.reporting = reporting
        self.voice = voice
        self.citations = citations
        self.notes = Notes()

    def sheet(self) -> Sheet:
        """The whole sheet."""
        reporting, voice = self.reporting, self.voice
        if reporting.province is None:
            title = voice.say("reporting.title")
            parts: tuple[Table | Remark, ...] = (self._by_province(), self._by_indicator())
        else:
            name = capital(voice.full_name(reporting.province))
            title = voice.say("reporting.title.of", name=name)
            parts = tuple(self._own())
        return Sheet(
            title=title,
            aside=voice.say("as-of", date=voice.day(reporting.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=() if reporting.empty else parts,
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=voice.say("sources"),
        )

    def _sentences(self) -> Iterable[str]:
        reporting, voice = self.reporting, self.voice
        if reporting.empty:
            yield voice.say("reporting.empty")
            return
        if reporting.province is None:
            silent = sum(coverage.reported == 0 for coverage in reporting.provinces)
            yield voice.say(
                "reporting.counts",
                n=len(reporting.cells),
                provinces=len(reporting.provinces) - silent,
                total=len(reporting.provinces),
                indicators=len(reporting.indicators),
            )
            fit = sum(cell.comparable for cell in reporting.cells)
            yield voice.say("reporting.comparable", n=fit)
            return
        own = len(reporting.cells)
        yield voice.say("reporting.own", n=own, total=reporting.asked)
        yield voice.say("reporting.comparable", n=sum(c.comparable for c in reporting.cells))

    # All provinces

    def _by_province(self) -> Table:
        """How many indicators each province reports, by group, the one that reports most first."""
        voice = self.voice
        groups = self._groups()
        counts: dict[tuple[str, str], int] = {}
        for cell in self.reporting.cells:
            key = (cell.province, voice.dataset.indicator(cell.indicator).group)
            counts[key] = counts.get(key, 0) + 1
        columns = (
            Column(voice.dataset.about.heading.say(voice.lang)),
            *(Column(voice.dataset.catalogue.groups[group].say(voice.lang)) for group in groups),
            Column(voice.say("column.all"), "right"),
            Column(voice.say("column.comparable"), "right"),
            Column(voice.say("column.newest")),
        )
        rows = []
        for coverage in self.reporting.provinces:
            numbers = [counts.get((coverage.id, group), 0) for group in groups]
            rows.append(
                Row(
                    (
                        Cell(voice.province(coverage.id), "strong"),
                        *(Cell(str(number) if number else "–") for number in numbers),
                        *self._coverage(coverage),
                    )
                )
            )
        return Table(columns, tuple(rows), heading=voice.say("reporting.by-province"))

    def _groups(self) -> list[str]:
        """The groups in which anything is reported."""
        indicators = (self.voice.dataset.indicator(c.indicator) for c in self.reporting.cells)
        used = {indicator.group for indicator in indicators}
        return [group for group in self.voice.dataset.catalogue.groups if group in used]

    def _coverage(self, coverage: Coverage) -> tuple[Cell, Cell, Cell]:
        newest = coverage.newest
        return (
            Cell(str(coverage.reported)),
            Cell(str(coverage.comparable)),
            Cell(self.voice.period(newest.figure.period) if newest else "–"),
        )

    def _by_indicator(self) -> Table:
        """How many provinces report each indicator."""
        voice = self.voice
        columns = (
            Column(voice.say("column.indicator")),
            Column(voice.say("column.id")),
            Column(voice.say("column.provinces"), "right"),
            Column(voice.say("column.comparable"), "right"),
            Column(voice.say("column.newest")),
        )
        rows = tuple(
            Row((Cell(voice.indicator(c.id)), Cell(c.id, "muted"), *self._coverage(c)))
            for c in self.reporting.indicators
        )
        return Table(columns, rows, heading=voice.say("reporting.by-indicator"))

    # One province

    def _own(self) -> Iterable[Table | Remark]:
        voice, cells = self.voice, self.reporting.cells
        if cells:
            columns = (
                Column(voice.say("column.indicator")),
                Column(voice.say("column.figure")),
                Column(voice.say("column.when")),
                Column(voice.say("column.age"), "right"),
                Column(voice.say("column.comparable")),
                Column(""),
            )
            rows = tuple(self._own_row(cell) for cell in cells)
            yield Table(columns, rows, heading=voice.say("reporting.own-figures"))
        if self.reporting.wanted:
            yield self._wanted()

    def _own_row(self, cell: ReportingCell) -> Row:
        voice, figure = self.voice, cell.report.figure
        indicator = voice.dataset.indicator(cell.indicator)
        text = figure_text(figure, voice)
        age = "–" if cell.months is None else voice.say("reporting.age", n=cell.months)
        return Row(
            (
                Cell(indicator.name.say(voice.lang)),
                Cell(f"{text} {self.notes.mark(figure.note)}".rstrip()),
                Cell(voice.period(figure.period)),
                Cell(age),
                Cell(voice.say("yes" if cell.comparable else "no")),
                Cell(self.citations.cite(cell.report.sources), "muted"),
            )
        )

    def _wanted(self) -> Table:
        """What to ask for next, and why."""
        voice, wanted = self.voice, self.reporting.wanted
        columns = (
            Column(voice.say("column.indicator")),
            Column(voice.say("column.why")),
            Column(""),
        )
        rows = [self._wanted_row(item) for item in wanted[:_MOST_WANTED]]
        more = len(wanted) - len(rows)
        if more:
            rows.append(Row((Cell(voice.say("show.elsewhere.more", n=more), "muted"),), "heading"))
        return Table(columns, tuple(rows), heading=voice.say("reporting.wanted"))

    def _wanted_row(self, item: Wanted) -> Row:
        voice = self.voice
        indicator = voice.dataset.indicator(item.indicator)
        target, cited = "", ""
        if item.judgement is not None:
            target = target_text(item.judgement.target, indicator, voice)
            cited = self.citations.cite(item.judgement.sources)
            if item.judgement.verdict == "basis_unstated" and item.why == "unjudged_target":
                why = voice.say("reporting.why.target_basis", target=target)
                return Row((Cell(indicator.name.say(voice.lang)), Cell(why), Cell(cited, "muted")))
        why = voice.say(f"reporting.why.{item.why}", n=item.others, target=target)
        return Row((Cell(indicator.name.say(voice.lang)), Cell(why), Cell(cited, "muted")))


_COLUMNS = (
    "province",
    "name",
    "indicator",
    "group",
    "word",
    "value",
    "low",
    "high",
    "text",
    "period",
    "months",
    "basis",
    "method",
    "scope",
    "comparable",
    "figure_status",
    "note",
    "source",
    "sources",
)


def reporting_document(
    reporting: Reporting, voice: Voice, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``reporting/1``."""
    citations.cite(key for cell in reporting.cells for key in cell.report.sources)
    return {
        "schema": "reporting/1",
        "as_of": reporting.as_of,
        "filters": {"province": reporting.province},
        "sentence": sentence,
        "cells": [_cell(cell, voice) for cell in reporting.cells],
        "provinces": [
            {"province": c.id, "name": voice.province(c.id), **_counts(c)}
            for c in reporting.provinces
        ],
        "indicators": [
            {"indicator": c.id, "name": voice.indicator(c.id), **_counts(c)}
            for c in reporting.indicators
        ],
        "wanted": [_wanted_document(item, voice) for item in reporting.wanted],
        "sources": citations.document(),
        "warnings": [],
    }


def _cell(cell: ReportingCell, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(cell.indicator)
    return {
        "province": cell.province,
        "name": voice.province(cell.province),
        "indicator": cell.indicator,
        "group": indicator.group,
        "months": cell.months,
        "comparable": cell.comparable,
        **figure_document(cell.report, indicator, voice),
    }


def _counts(coverage: Coverage) -> dict[str, object]:
    return {
        "reported": coverage.reported,
        "comparable": coverage.comparable,
        "asked": coverage.asked,
        "newest": coverage.newest.figure.period.text if coverage.newest else None,
    }


def _wanted_document(item: Wanted, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(item.indicator)
    return {
        "indicator": item.indicator,
        "why": item.why,
        "others": item.others,
        "target": judgement_document(item.judgement, indicator, voice)["target"]
        if item.judgement
        else None,
    }


def reporting_records(reporting: Reporting, voice: Voice) -> Records:
    """A record for every cell: a province and an indicator it reports."""
    rows = [flat(_cell(cell, voice)) for cell in reporting.cells]
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
