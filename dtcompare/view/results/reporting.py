"""Who reports what as a sheet, a document and records."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.reporting import Coverage, DataRequest, Reporting, ReportingCell
from dtcompare.text import capital
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    assessment_document,
    figure_document,
    figure_text,
    flat,
    target_text,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Column, Records, Remark, Row, Sheet, Table

__all__ = ["ReportingLayout", "reporting_document", "reporting_records", "reporting_sheet"]

_MOST_WANTED = 12


def reporting_sheet(reporting: Reporting, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of who reports what."""
    return ReportingLayout(reporting, phrases, citations).sheet()


class ReportingLayout:
    """A report on reporting being laid out: keeps the notes and sources as they are met."""

    def __init__(
        self,
        reporting: Reporting,
        phrases: Phrases,
        citations: Citations,
        notes: Notes | None = None,
    ) -> None:
        self.reporting = reporting
        self.phrases = phrases
        self.citations = citations
        self.notes = notes or Notes()

    def sheet(self) -> Sheet:
        """The whole sheet."""
        reporting, phrases = self.reporting, self.phrases
        if reporting.province is None:
            title = phrases.say("reporting.title")
            parts: tuple[Table | Remark, ...] = (self._by_province(), self._by_indicator())
        else:
            name = capital(phrases.full_name(reporting.province))
            title = phrases.say("reporting.title.of", name=name)
            parts = tuple(self._own())
        return Sheet(
            title=title,
            aside=phrases.say("as-of", date=phrases.day(reporting.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=() if reporting.empty else parts,
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=phrases.say("sources"),
        )

    def _sentences(self) -> Iterable[str]:
        reporting, phrases = self.reporting, self.phrases
        if reporting.empty:
            yield phrases.say("reporting.empty")
            return
        if reporting.province is None:
            silent = sum(coverage.reported == 0 for coverage in reporting.provinces)
            yield phrases.say(
                "reporting.counts",
                n=len(reporting.cells),
                provinces=len(reporting.provinces) - silent,
                total=len(reporting.provinces),
                indicators=len(reporting.indicators),
            )
            fit = sum(cell.comparable for cell in reporting.cells)
            yield phrases.say("reporting.comparable", n=fit)
            return
        own = len(reporting.cells)
        yield phrases.say("reporting.own", n=own, total=reporting.asked)
        yield phrases.say("reporting.comparable", n=sum(c.comparable for c in reporting.cells))

    # All provinces

    def _by_province(self) -> Table:
        """How many indicators each province reports, by group, the one that reports most first."""
        phrases = self.phrases
        groups = self._groups()
        counts: dict[tuple[str, str], int] = {}
        for cell in self.reporting.cells:
            key = (cell.province, phrases.dataset.indicator(cell.indicator).group)
            counts[key] = counts.get(key, 0) + 1
        columns = (
            Column(phrases.dataset.about.heading.say(phrases.lang)),
            *(
                Column(phrases.dataset.catalogue.groups[group].say(phrases.lang))
                for group in groups
            ),
            Column(phrases.say("column.all"), "right"),
            Column(phrases.say("column.comparable"), "right"),
            Column(phrases.say("column.newest")),
        )
        rows = []
        for coverage in self.reporting.provinces:
            numbers = [counts.get((coverage.id, group), 0) for group in groups]
            rows.append(
                Row(
                    (
                        Cell(phrases.province(coverage.id), "strong"),
                        *(Cell(str(number) if number else "–") for number in numbers),
                        *self._coverage(coverage),
                    )
                )
            )
        return Table(columns, tuple(rows), heading=phrases.say("reporting.by-province"))

    def _groups(self) -> list[str]:
        """The groups in which anything is reported."""
        indicators = (self.phrases.dataset.indicator(c.indicator) for c in self.reporting.cells)
        used = {indicator.group for indicator in indicators}
        return [group for group in self.phrases.dataset.catalogue.groups if group in used]

    def _coverage(self, coverage: Coverage) -> tuple[Cell, Cell, Cell]:
        newest = coverage.newest
        return (
            Cell(str(coverage.reported)),
            Cell(str(coverage.comparable)),
            Cell(self.phrases.period(newest.figure.period) if newest else "–"),
        )

    def _by_indicator(self) -> Table:
        """How many provinces report each indicator."""
        phrases = self.phrases
        columns = (
            Column(phrases.say("column.indicator")),
            Column(phrases.say("column.id")),
            Column(phrases.say("column.provinces"), "right"),
            Column(phrases.say("column.comparable"), "right"),
            Column(phrases.say("column.newest")),
        )
        rows = tuple(
            Row((Cell(phrases.indicator(c.id)), Cell(c.id, "muted"), *self._coverage(c)))
            for c in self.reporting.indicators
        )
        return Table(columns, rows, heading=phrases.say("reporting.by-indicator"))

    # One province

    def _own(self) -> Iterable[Table | Remark]:
        if self.reporting.cells:
            yield self.figures(self.reporting.cells)
        if self.reporting.wanted:
            yield self.wanted(_MOST_WANTED)

    def figures(self, cells: Iterable[ReportingCell]) -> Table:
        """Return what one province reports: each figure with its time and age."""
        say = self.phrases.say
        columns = (
            Column(say("column.indicator")),
            Column(say("column.figure")),
            Column(say("column.when")),
            Column(say("column.age"), "right"),
            Column(say("column.comparable")),
            Column(""),
        )
        rows = tuple(self._own_row(cell) for cell in cells)
        return Table(columns, rows, heading=say("reporting.own-figures"))

    def _own_row(self, cell: ReportingCell) -> Row:
        phrases, figure = self.phrases, cell.observation.figure
        indicator = phrases.dataset.indicator(cell.indicator)
        text = figure_text(figure, phrases)
        age = "–" if cell.months is None else phrases.say("reporting.age", n=cell.months)
        return Row(
            (
                Cell(indicator.name.say(phrases.lang)),
                Cell(f"{text} {self.notes.mark(figure.note)}".rstrip()),
                Cell(phrases.period(figure.period)),
                Cell(age),
                Cell(phrases.say("yes" if cell.comparable else "no")),
                Cell(self.citations.cite(cell.observation.sources), "muted"),
            )
        )

    def wanted(self, most: int) -> Table:
        """Return the first ``most`` things to ask for, why, and how many more there are."""
        phrases, wanted = self.phrases, self.reporting.wanted
        columns = (
            Column(phrases.say("column.indicator")),
            Column(phrases.say("column.why")),
            Column(""),
        )
        rows = [self._wanted_row(item) for item in wanted[:most]]
        more = len(wanted) - len(rows)
        if more:
            rows.append(
                Row((Cell(phrases.say("show.elsewhere.more", n=more), "muted"),), "heading")
            )
        return Table(columns, tuple(rows), heading=phrases.say("reporting.wanted"))

    def _wanted_row(self, item: DataRequest) -> Row:
        phrases = self.phrases
        indicator = phrases.dataset.indicator(item.indicator)
        target, cited = "", ""
        if item.assessment is not None:
            target = target_text(item.assessment.target, indicator, phrases)
            cited = self.citations.cite(item.assessment.sources)
            if item.assessment.verdict == "basis_unstated" and item.why == "unjudged_target":
                why = phrases.say("reporting.why.target_basis", target=target)
                return Row(
                    (Cell(indicator.name.say(phrases.lang)), Cell(why), Cell(cited, "muted"))
                )
        why = phrases.say(f"reporting.why.{item.why}", n=item.others, target=target)
        return Row((Cell(indicator.name.say(phrases.lang)), Cell(why), Cell(cited, "muted")))


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
    reporting: Reporting, phrases: Phrases, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``reporting/1``."""
    citations.cite(key for cell in reporting.cells for key in cell.observation.sources)
    return {
        "schema": "reporting/1",
        "as_of": reporting.as_of,
        "filters": {"province": reporting.province},
        "sentence": sentence,
        "cells": [_cell(cell, phrases) for cell in reporting.cells],
        "provinces": [
            {"province": c.id, "name": phrases.province(c.id), **_counts(c)}
            for c in reporting.provinces
        ],
        "indicators": [
            {"indicator": c.id, "name": phrases.indicator(c.id), **_counts(c)}
            for c in reporting.indicators
        ],
        "wanted": [_wanted_document(item, phrases) for item in reporting.wanted],
        "sources": citations.document(),
        "warnings": [],
    }


def _cell(cell: ReportingCell, phrases: Phrases) -> dict[str, object]:
    indicator = phrases.dataset.indicator(cell.indicator)
    return {
        "province": cell.province,
        "name": phrases.province(cell.province),
        "indicator": cell.indicator,
        "group": indicator.group,
        "months": cell.months,
        "comparable": cell.comparable,
        **figure_document(cell.observation, indicator, phrases),
    }


def _counts(coverage: Coverage) -> dict[str, object]:
    return {
        "reported": coverage.reported,
        "comparable": coverage.comparable,
        "asked": coverage.asked,
        "newest": coverage.newest.figure.period.text if coverage.newest else None,
    }


def _wanted_document(item: DataRequest, phrases: Phrases) -> dict[str, object]:
    indicator = phrases.dataset.indicator(item.indicator)
    return {
        "indicator": item.indicator,
        "why": item.why,
        "others": item.others,
        "target": assessment_document(item.assessment, indicator, phrases)["target"]
        if item.assessment
        else None,
    }


def reporting_records(reporting: Reporting, phrases: Phrases) -> Records:
    """A record for every cell: a province and an indicator it reports."""
    rows = [flat(_cell(cell, phrases)) for cell in reporting.cells]
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
