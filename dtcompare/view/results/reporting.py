"""Who reports what as a sheet, a document and records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from dtcompare.analysis.reporting import Coverage, DataRequest, Reporting, ReportingCell
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.figures import (
    figure_document,
    figure_text,
    province_document,
    target_document,
    target_text,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import Cell, Records, Remark, Row, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents.reporting import (
        CoverageDocument,
        DataRequestDocument,
        ReportingCellDocument,
    )

_MOST_WANTED = 12


def reporting_sheet(reporting: Reporting, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out who reports what."""
    writer = (_BriefReporting if citations.brief else ReportingWriter)(phrases, citations)
    parts: Iterable[Table | Remark]
    if reporting.province is None:
        title = phrases.say("reporting.title")
        parts = writer.everybody(reporting)
    else:
        name = capital(phrases.full_name(reporting.province))
        title = phrases.say("reporting.title.of", name=name)
        parts = writer.province(reporting)
    sentence = " ".join(sentences(reporting, phrases))
    return writer.sheet(title, reporting.as_of, [sentence], () if reporting.empty else parts)


def sentences(reporting: Reporting, phrases: Phrases) -> Iterable[str]:
    """Say how much is reported, and how much of it compares."""
    if reporting.empty:
        yield phrases.say("reporting.empty")
        return
    count = len(reporting.cells)
    if reporting.province is None:
        yield phrases.say(
            "reporting.counts",
            n=phrases.number(Decimal(count)),
            provinces=sum(coverage.reported > 0 for coverage in reporting.provinces),
            total=len(reporting.provinces),
            indicators=len(reporting.indicators),
        )
        key = "reporting.complete" if reporting.complete else "reporting.complete.none"
        yield phrases.say(key, n=len(reporting.complete))
    else:
        yield phrases.say("reporting.own", n=count, total=reporting.asked)
        if reporting.lacking:
            yield phrases.say("reporting.lacks", n=len(reporting.lacking))
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
                *self._coverage(),
            ),
            "reporting.by-province",
        )
        yield self.by_indicator(reporting.indicators, "reporting.by-indicator")

    def by_indicator(self, coverages: Sequence[Coverage], heading: str) -> Table:
        """Return how many provinces report each indicator."""
        columns = (
            self.indicator_column(lambda item: item.id),
            DataColumn("column.id", lambda item: item.id, tone="muted"),
            DataColumn("column.provinces", lambda item: str(item.reported), "right"),
            *self._coverage(),
        )
        return self.table(coverages, columns, heading)

    def _coverage(self) -> tuple[DataColumn[Coverage], ...]:
        """Return the columns of how many figures compare, and of the newest."""
        return (
            DataColumn("column.comparable", lambda item: str(item.comparable), "right"),
            DataColumn("column.newest", self._newest),
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
        say, period = self.phrases.say, self.phrases.period
        columns: tuple[DataColumn[ReportingCell], ...] = (
            self.indicator_column(lambda cell: cell.indicator),
            DataColumn("column.figure", self._figure_text),
            DataColumn("column.when", lambda cell: period(cell.observation.figure.period)),
            DataColumn("column.age", self._age, "right"),
            DataColumn("column.comparable", lambda cell: say("yes" if cell.comparable else "no")),
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
        more = []
        left = len(reporting.wanted) - most
        if left > 0:
            text = self.phrases.say("show.elsewhere.more", n=left)
            more.append(Row((Cell(text, "muted"),), "heading"))
        return self.requests(reporting.wanted[:most], more)

    def requests(self, wanted: Sequence[DataRequest], more: Sequence[Row] = ()) -> Table:
        """Return things to ask for, and why; ``more`` are rows below."""
        columns: tuple[DataColumn[DataRequest], ...] = (
            self.indicator_column(lambda item: item.indicator),
            DataColumn("column.why", self._why),
        )
        return self.table(
            wanted,
            columns,
            "reporting.wanted",
            pages=lambda item: item.assessment.sources if item.assessment else (),
            more=more,
        )

    def _why(self, item: DataRequest) -> str:
        """Say why it is asked for."""
        why: str = item.why
        target = ""
        if item.everybody and why == "others_report":
            why = "everybody"
        if item.assessment is not None:
            indicator = self.phrases.dataset.indicator(item.indicator)
            target = target_text(item.assessment.target, indicator, self.phrases)
            if item.assessment.verdict == "basis_unstated" and why == "unjudged_target":
                why = "target_basis"
        return self.phrases.say(f"reporting.why.{why}", n=item.others, target=target)


class _BriefReporting(ReportingWriter):
    """Lays out who reports what as a short answer."""

    def everybody(self, reporting: Reporting) -> Iterable[Table]:
        """Yield the indicators that most provinces report, as far as a screen holds them."""
        asked = sorted(reporting.indicators, key=lambda item: -item.reported)
        table = self.by_indicator(asked, "reporting.by-indicator.first")
        above = [" ".join(sentences(reporting, self.phrases)), table.heading]
        yield self.fit(table, above, "reporting.left-out.indicators")
        self.leave_out(self.phrases.say("reporting.left-out.by-province"))

    def province(self, reporting: Reporting) -> Iterable[Table]:
        """Yield what to ask for next, as far as a screen holds it; the figures are counted."""
        wanted = reporting.wanted
        if not wanted:
            yield self.figures(reporting.cells)
            return
        table = self.scratch().requests(wanted)
        shown = rows_that_fit(table, [" ".join(sentences(reporting, self.phrases)), table.heading])
        yield self.requests(self.cut(wanted, shown, "reporting.left-out.wanted"))
        self.leave_out_some("reporting.left-out.figures", len(reporting.cells))


def _group_count(counts: Counter[tuple[str, str]], group: str, coverage: Coverage) -> str:
    """Return how many indicators of a group a province reports."""
    return str(counts[coverage.id, group] or "–")


def reporting_document(reporting: Reporting, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``reporting/1``."""
    return {
        "schema": "reporting/1",
        "filters": {"province": reporting.province},
        "cells": [_cell(cell, phrases) for cell in reporting.cells],
        "provinces": [
            {**province_document(item.id, phrases), **_coverage(item)}
            for item in reporting.provinces
        ],
        "indicators": [
            {"indicator": item.id, "name": phrases.indicator(item.id), **_coverage(item)}
            for item in reporting.indicators
        ],
        "complete": list(reporting.complete),
        "wanted": [_request(item, phrases) for item in reporting.wanted],
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
    return {
        "indicator": item.indicator,
        "why": item.why,
        "others": item.others,
        "everybody": item.everybody,
        "target": target,
    }


def reporting_records(reporting: Reporting, phrases: Phrases) -> Records:
    """Return a record for every cell: a province and an indicator it reports."""
    return records(
        "province name indicator group word value low high text period months basis method scope"
        " comparable figure_status note source sources",
        [_cell(cell, phrases) for cell in reporting.cells],
    )
