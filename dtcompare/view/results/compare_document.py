"""A comparison as JSON and as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Places
from dtcompare.analysis.observations import Observation
from dtcompare.view.citations import Citations
from dtcompare.view.figures import assessment_document, figure_document, flat
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records

if TYPE_CHECKING:
    from dtcompare.view.documents.compare import (
        AlikeDocument,
        ApartDocument,
        CompareDocument,
        PlacesDocument,
    )
    from dtcompare.view.documents.shared import ProvinceFigureDocument

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
    comparison: Comparison, phrases: Phrases, citations: Citations, sentence: str
) -> CompareDocument:
    """The JSON object ``compare/1``."""
    dataset = phrases.dataset
    return {
        "schema": "compare/1",
        "as_of": comparison.as_of,
        "filters": {"provinces": list(comparison.provinces)},
        "sentence": sentence,
        "provinces": [
            {"province": id, "name": phrases.province(id)} for id in comparison.provinces
        ],
        "alike": [_alike_document(row, comparison, phrases) for row in comparison.alike],
        "apart": [_apart_document(row, comparison, phrases) for row in comparison.apart],
        "only": [
            {"indicator": name, **_figure_row(id, observation, phrases)}
            for id, found in zip(comparison.provinces, comparison.only, strict=True)
            for name, observation in found
        ],
        "rankings": [_places_document(row, comparison, phrases) for row in comparison.places],
        "targets": [
            {
                "province": id,
                "indicator": name,
                **assessment_document(assessment, dataset.indicator(name), phrases),
            }
            for id, found in zip(comparison.provinces, comparison.targets, strict=True)
            for name, assessment in found
        ],
        "sources": citations.document(),
        "warnings": [],
    }


def _alike_document(row: Alike, comparison: Comparison, phrases: Phrases) -> AlikeDocument:
    lead = row.lead
    return {
        "indicator": row.indicator,
        "basis": row.series_key.basis,
        "method": row.series_key.method,
        "figures": [
            _figure_row(id, observation, phrases)
            for id, observation in zip(comparison.provinces, row.observations, strict=True)
            if observation
        ],
        "ahead": lead.province if lead else None,
        "level": row.level,
        "by": lead.by if lead else None,
        "by_low": lead.low if lead else None,
        "by_high": lead.high if lead else None,
    }


def _apart_document(row: Apart, comparison: Comparison, phrases: Phrases) -> ApartDocument:
    return {
        "indicator": row.indicator,
        "why": row.why,
        "figures": [
            _figure_row(id, observation, phrases)
            for id, observations in zip(comparison.provinces, row.observations, strict=True)
            for observation in observations
        ],
    }


def _places_document(row: Places, comparison: Comparison, phrases: Phrases) -> PlacesDocument:
    return {
        "indicator": row.indicator,
        "edition": {"period": row.edition.period, "of": row.edition.of} if row.edition else None,
        "figures": [
            _figure_row(id, observation, phrases)
            for id, observation in zip(comparison.provinces, row.observations, strict=True)
            if observation
        ],
    }


def _figure_row(id: str, observation: Observation, phrases: Phrases) -> ProvinceFigureDocument:
    indicator = phrases.dataset.indicator(observation.figure.indicator)
    return {
        "province": id,
        "name": phrases.province(id),
        **figure_document(observation, indicator, phrases),
    }


def compare_records(comparison: Comparison, phrases: Phrases) -> Records:
    """A record for every figure: part is alike, apart, only or ranking."""
    ids = comparison.provinces
    rows: list[dict[str, object]] = []
    for row in comparison.alike:
        document = _alike_document(row, comparison, phrases)
        shared = {key: document[key] for key in ("ahead", "by", "by_low", "by_high")}
        for id, observation in zip(ids, row.observations, strict=True):
            if observation is not None:
                rows.append(_record("alike", row.indicator, id, observation, phrases) | shared)
    for part in comparison.apart:
        for id, observations in zip(ids, part.observations, strict=True):
            rows += [
                _record("apart", part.indicator, id, observation, phrases)
                for observation in observations
            ]
    for id, found in zip(ids, comparison.only, strict=True):
        rows += [_record("only", name, id, observation, phrases) for name, observation in found]
    for places in comparison.places:
        for id, place in zip(ids, places.observations, strict=True):
            if place is not None:
                rows.append(_record("ranking", places.indicator, id, place, phrases))
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])


def _record(
    part: str, indicator: str, id: str, observation: Observation, phrases: Phrases
) -> dict[str, object]:
    return {"part": part, "indicator": indicator} | flat(_figure_row(id, observation, phrases))
