"""A comparison as JSON and as records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from dtcompare.analysis.comparison import Alike, Apart, Comparison, Counts, Lead, Places
from dtcompare.analysis.observations import Observation
from dtcompare.view.figures import (
    assessment_document,
    edition_document,
    figure_document,
    province_document,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records
from dtcompare.view.tables import records

if TYPE_CHECKING:
    from dtcompare.view.documents import compare
    from dtcompare.view.documents.shared import ProvinceFigureDocument

T = TypeVar("T")


def compare_document(comparison: Comparison, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``compare/1``."""
    dataset, ids = phrases.dataset, comparison.provinces
    return {
        "schema": "compare/1",
        "filters": {"provinces": list(ids)},
        "provinces": [province_document(id, phrases) for id in ids],
        "alike": [_alike(row, ids, phrases) for row in comparison.alike],
        "counts": [_counts(row, ids, phrases) for row in comparison.counts],
        "apart": [_apart(row, ids, phrases) for row in comparison.uncompared],
        "only": [
            {"indicator": name, **_figure(id, observation, phrases)}
            for id, (name, observation) in _pairs(ids, comparison.only)
        ],
        "rankings": [_places(row, ids, phrases) for row in comparison.places],
        "targets": [
            {
                "province": id,
                "indicator": name,
                **assessment_document(assessment, dataset.indicator(name), phrases),
            }
            for id, (name, assessment) in _pairs(ids, comparison.targets)
        ],
    }


def _alike(row: Alike, ids: tuple[str, ...], phrases: Phrases) -> compare.AlikeDocument:
    return {
        "indicator": row.indicator,
        "basis": row.series_key.basis,
        "method": row.series_key.method,
        "figures": _figures(zip(ids, row.observations, strict=True), phrases),
        **_lead(row.lead),
        "level": row.level,
        "part": row.part,
    }


def _lead(lead: Lead | None) -> compare.LeadDocument:
    """Return who is ahead and by how much; nulls where nobody surely is."""
    if lead is None:
        return {"ahead": None, "by": None, "by_low": None, "by_high": None}
    return {"ahead": lead.province, "by": lead.by, "by_low": lead.low, "by_high": lead.high}


def _counts(row: Counts, ids: tuple[str, ...], phrases: Phrases) -> compare.CountsDocument:
    found = zip(ids, row.rates, strict=False)
    rates = [(id, one.figure.number) for id, one in found if one is not None]
    return {
        "indicator": row.indicator,
        "basis": row.series_key.basis,
        "method": row.series_key.method,
        "figures": _figures(zip(ids, row.observations, strict=True), phrases),
        "per_100000_people": [{"province": id, "value": number} for id, number in rates],
        "most": row.most,
    }


def _apart(row: Apart, ids: tuple[str, ...], phrases: Phrases) -> compare.ApartDocument:
    figures = _figures(_pairs(ids, row.observations), phrases)
    return {"indicator": row.indicator, "why": row.why, "figures": figures}


def _pairs(ids: tuple[str, ...], found: Sequence[Sequence[T]]) -> Iterable[tuple[str, T]]:
    """Yield every item with the province in whose list it is."""
    for id, items in zip(ids, found, strict=True):
        for item in items:
            yield id, item


def _places(row: Places, ids: tuple[str, ...], phrases: Phrases) -> compare.PlacesDocument:
    found = zip(ids, row.observations, strict=True)
    return {
        "indicator": row.indicator,
        "edition": edition_document(row.edition),
        "part": row.part,
        "figures": [_placed(id, one, phrases) for id, one in found if one is not None],
        "by_place": row.by_place,
        **_lead(row.lead),
        "level": row.level,
    }


def _placed(id: str, observation: Observation, phrases: Phrases) -> compare.PlacedFigureDocument:
    """Return a line of an index: the score, else the place, and the place in any case."""
    place = observation.figure.place
    return {
        **_figure(id, observation, phrases),
        "place_rank": place.number if place else None,
        "place_of": place.of if place else None,
    }


def _figures(
    pairs: Iterable[tuple[str, Observation | None]], phrases: Phrases
) -> list[ProvinceFigureDocument]:
    """Return the figures of provinces, but for those that have none."""
    return [_figure(id, observation, phrases) for id, observation in pairs if observation]


def _figure(id: str, observation: Observation, phrases: Phrases) -> ProvinceFigureDocument:
    indicator = phrases.dataset.indicator(observation.figure.indicator)
    return {**province_document(id, phrases), **figure_document(observation, indicator, phrases)}


def compare_records(comparison: Comparison, phrases: Phrases) -> Records:
    """Return a record for every figure: part is alike, count, apart, only or ranking."""
    document: Any = compare_document(comparison, phrases)
    apart = [_apart(row, comparison.provinces, phrases) for row in comparison.apart]
    return records(
        "part indicator province name basis method scope word value low high text period"
        " figure_status place_rank place_of ahead by by_low by_high most note source sources",
        [
            *_spread("alike", document["alike"]),
            *_spread("count", document["counts"]),
            *_spread("apart", apart),
            *({"part": "only", **figure} for figure in document["only"]),
            *_spread("ranking", document["rankings"]),
        ],
    )


def _spread(part: str, entries: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, object]]:
    """Yield each figure of entries with the other keys of its entry."""
    for entry in entries:
        shared = {key: value for key, value in entry.items() if key != "figures"}
        for figure in entry["figures"]:
            yield {**shared, **figure, "part": part}
