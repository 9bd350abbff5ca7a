"""Who reports what as a sheet, a document and records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from dtcompare.analysis.reporting import Coverage, DataRequest, Reporting, ReportingCell
from dtcompare.text import capital
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import (
    figure_document,
    figure_text,
    province_document,
    target_document,
    target_text,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Records, Remark, Row, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents.reporting import (
        CoverageDocument,
        DataRequestDocument,
        ReportingCellDocument,
        ReportingDocument,
    )

__all__ = ["ReportingWriter", "reporting_document", "reporting_records", "reporting_sheet"]

_MOST_WANTED = 12


def reporting_sheet(reporting: Reporting, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out who reports what."""
    writer = ReportingWriter(phrases, citations)
    parts: Iterable[Table | Remark]
    if reporting.province is None:
        title = phrases.say("reporting.title")
        parts = writer.everybody(reporting)
    else:
        name = capital(phrases.full_name(reporting.province))
        title = phrases.say("reporting.title.of", name=name)
        parts = writer.province(reporting)
    sentence = " ".join(_sentences(reporting, phrases))
    return writer.sheet(title, reporting.as_of, [sentence], () if reporting.empty else parts)


def _sentences(reporting: Reporting, phrases: Phrases) -> Iterable[str]:
    """Say how much is reported, and how much of it compares."""
    if reporting.empty:
        yield phrases.say("reporting.empty")
        return
    count = len(reporting.cells)
    if reporting.province is None:
        yield phrases.say(
            "reporting.counts",
            n=count,
            provinces=sum(coverage.reported > 0 for coverage in reporting.provinces),
            total=len(reporting.provinces),
            indicators=len(reporting.indicators),
        )
    else:
        yield phrases.say("reporting.own", n=count, total=reporting.asked)
    yield phrases.say("reporting.comparable", n=sum(cell.comparable for cell in reporting.cells))


class ReportingWriter(SheetWriter):
    """Lays out who reports what."""

    def everybody(self, reporting: Reporting) -> Iterable[Table]:
        """Yield how many indicators each province reports, and how many provinces each."""
        phrases, data = self.phrases, self.phrases.dataset
        counts = Counter(
            (cell.province, data.indicator(cell.indicator).group) for cell in reporting.cells
        )
        used = {group for _, group in counts}
        comparable = DataColumn[Coverage](
            "column.comparable", lambda item: str(item.comparable), "right"
        )
        newest = DataColumn[Coverage]("column.newest", self._newest)
        by_group = [
            DataColumn[Coverage](name.say(phrases.lang), partial(_group_count, counts, group))
            for group, name in data.catalogue.groups.items()
            if group in used
        ]
        yield self.table(
            reporting.provinces,
            (
                self.province_column(lambda item: item.id),
                *by_group,
                DataColumn[Coverage]("column.all", lambda item: str(item.reported), "right"),
                comparable,
                newest,
            ),
            "reporting.by-province",
        )
        yield self.table(
            reporting.indicators,
            (
                self.indicator_column(lambda item: item.id),
                DataColumn("column.id", lambda item: item.id, tone="muted"),
                DataColumn("column.provinces", lambda item: str(item.reported), "right"),
                comparable,
                newest,
            ),
            "reporting.by-indicator",
        )

    def _newest(self, coverage: Coverage) -> str:
        return self.phrases.period(coverage.newest.figure.period) if coverage.newest else "–"

    def province(self, reporting: Reporting) -> Iterable[Table]:
        """Yield the figures of one province with their ages, and what to ask for next."""
        if reporting.cells:
            yield self.figures(reporting.cells)
        if reporting.wanted:
            yield self.wanted(reporting, _MOST_WANTED)

    def figures(self, cells: Iterable[ReportingCell]) -> Table:
        """Return what one province reports: each figure with its time and age."""
        phrases = self.phrases
        columns = (
            self.indicator_column(_indicator_of),
            DataColumn[ReportingCell]("column.figure", self._figure_text),
            DataColumn[ReportingCell](
                "column.when", lambda cell: phrases.period(cell.observation.figure.period)
            ),
            DataColumn[ReportingCell]("column.age", self._age, "right"),
            DataColumn[ReportingCell](
                "column.comparable", lambda cell: phrases.say("yes" if cell.comparable else "no")
            ),
        )
        return self.table(
            cells, columns, "reporting.own-figures", pages=lambda cell: cell.observation.sources
        )

    def _figure_text(self, cell: ReportingCell) -> str:
        figure = cell.observation.figure
        return self.noted(figure_text(figure, self.phrases), *self.phrases.notes(figure))

    def _age(self, cell: ReportingCell) -> str:
        if cell.months is None:
            return "–"
        return self.phrases.say("reporting.age", n=cell.months)

    def wanted(self, reporting: Reporting, most: int) -> Table:
        """Return the first ``most`` things to ask for, why, and how many more there are."""
        columns = (self.indicator_column(_requested), DataColumn("column.why", self._why))
        more = []
        left = len(reporting.wanted) - most
        if left > 0:
            text = self.phrases.say("show.elsewhere.more", n=left)
            more.append(Row((Cell(text, "muted"),), "heading"))
        return self.table(
            reporting.wanted[:most],
            columns,
            "reporting.wanted",
            pages=lambda item: item.assessment.sources if item.assessment else (),
            more=more,
        )

    def _why(self, item: DataRequest) -> str:
        """Say why it is asked for."""
        why: str = item.why
        target = ""
        if item.assessment is not None:
            indicator = self.phrases.dataset.indicator(item.indicator)
            target = target_text(item.assessment.target, indicator, self.phrases)
            if item.assessment.verdict == "basis_unstated" and why == "unjudged_target":
                why = "target_basis"
        return self.phrases.say(f"reporting.why.{why}", n=item.others, target=target)


def _indicator_of(cell: ReportingCell) -> str:
    return cell.indicator


def _requested(item: DataRequest) -> str:
    return item.indicator


def _group_count(counts: Counter[tuple[str, str]], group: str, coverage: Coverage) -> str:
    """Return how many indicators of a group a province reports."""
    return str(counts[coverage.id, group] or "–")


def reporting_document(
    reporting: Reporting, phrases: Phrases, citations: Citations, sentence: str
) -> ReportingDocument:
    """Return the JSON object ``reporting/1``."""
    citations.cite(pages_of(cell.observation for cell in reporting.cells))
    return {
        "schema": "reporting/1",
        "as_of": reporting.as_of,
        "filters": {"province": reporting.province},
        "sentence": sentence,
        "cells": [_cell(cell, phrases) for cell in reporting.cells],
        "provinces": [
            {**province_document(item.id, phrases), **_coverage(item)}
            for item in reporting.provinces
        ],
        "indicators": [
            {"indicator": item.id, "name": phrases.indicator(item.id), **_coverage(item)}
            for item in reporting.indicators
        ],
        "wanted": [_request(item, phrases) for item in reporting.wanted],
        "sources": citations.document(),
        "warnings": [],
    }


def _cell(cell: ReportingCell, phrases: Phrases) -> ReportingCellDocument:
    indicator = phrases.dataset.indicator(cell.indicator)
    return {
        **province_document(cell.province, phrases),
        "indicator": cell.indicator,
        "group": indicator.group,
        "months": cell.months,
        "comparable": cell.comparable,
        **figure_document(cell.observation, indicator, phrases),
    }


def _coverage(coverage: Coverage) -> CoverageDocument:
    return {
        "reported": coverage.reported,
        "comparable": coverage.comparable,
        "asked": coverage.asked,
        "newest": coverage.newest.figure.period.text if coverage.newest else None,
    }


def _request(item: DataRequest, phrases: Phrases) -> DataRequestDocument:
    target = None
    if item.assessment is not None:
        indicator = phrases.dataset.indicator(item.indicator)
        found = item.assessment
        target = target_document(found.target, indicator, phrases, found.sources)
    return {"indicator": item.indicator, "why": item.why, "others": item.others, "target": target}


def reporting_records(reporting: Reporting, phrases: Phrases) -> Records:
    """Return a record for every cell: a province and an indicator it reports."""
    return records(
        "province name indicator group word value low high text period months basis method scope"
        " comparable figure_status note source sources",
        [_cell(cell, phrases) for cell in reporting.cells],
    )
