"""A comparison as JSON and as records."""

from __future__ import annotations

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Places
from dtcompare.analysis.reports import Report
from dtcompare.view.citations import Citations
from dtcompare.view.figures import document_number, figure_document, flat, judgement_document
from dtcompare.view.sheet import Records
from dtcompare.view.voice import Voice

__all__ = ["compare_document", "compare_records"]

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
        "apart": [_apart_document(row, comparison, voice) for row in comparison.apart],
        "only": [
            {"indicator": name, **_figure_row(id, report, voice)}
            for id, found in zip(comparison.provinces, comparison.only, strict=True)
            for name, report in found
        ],
        "rankings": [_places_document(row, comparison, voice) for row in comparison.places],
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
            if report
        ],
        "ahead": lead.province if lead else None,
        "level": row.level,
        "by": document_number(lead.by) if lead else None,
        "by_low": document_number(lead.low) if lead else None,
        "by_high": document_number(lead.high) if lead else None,
    }


def _apart_document(row: Apart, comparison: Comparison, voice: Voice) -> dict[str, object]:
    return {
        "indicator": row.indicator,
        "why": row.why,
        "figures": [
            _figure_row(id, report, voice)
            for id, reports in zip(comparison.provinces, row.reports, strict=True)
            for report in reports
        ],
    }


def _places_document(row: Places, comparison: Comparison, voice: Voice) -> dict[str, object]:
    edition = {"period": row.edition.period, "of": row.edition.of} if row.edition else None
    return {
        "indicator": row.indicator,
        "edition": edition,
        "figures": [
            _figure_row(id, report, voice)
            for id, report in zip(comparison.provinces, row.reports, strict=True)
            if report
        ],
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
            if report is not None:
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
