"""A province's profile as JSON and as records: every figure, every target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow
from dtcompare.model.indicator import Indicator
from dtcompare.model.province import Province
from dtcompare.view.citations import Citations
from dtcompare.view.figures import assessment_document, figure_document, flat
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records

if TYPE_CHECKING:
    from dtcompare.view.documents.show import (
        IndicatorProfileDocument,
        ProfileDocument,
        ProfileFigureDocument,
        RegisterEntryDocument,
    )

__all__ = ["province_document", "show_document", "show_records"]

_COLUMNS = (
    "province",
    "name",
    "indicator",
    "group",
    "kind",
    "word",
    "value",
    "low",
    "high",
    "text",
    "period",
    "basis",
    "method",
    "scope",
    "figure_status",
    "place_rank",
    "place_of",
    "target_by",
    "target_word",
    "target_value",
    "target_text",
    "gap",
    "verdict",
    "note",
    "source",
    "sources",
)


def province_document(province: Province) -> RegisterEntryDocument:
    """A province of the register as JSON keys."""
    return {
        "id": province.id,
        "name": province.name,
        "type": province.kind,
        "code": province.code,
        "region": province.region,
        "since": province.since,
        "from": list(province.formed_from),
        "until": province.until,
        "into": province.into,
    }


def show_document(
    profile: Profile, phrases: Phrases, citations: Citations, sentence: str
) -> ProfileDocument:
    """The JSON object ``show/1``."""
    parts = (*profile.indicators, *profile.rankings)
    kin = (*profile.predecessors, *([profile.successor] if profile.successor else []))
    return {
        "schema": "show/1",
        "as_of": profile.as_of,
        "filters": {"province": profile.province, "indicator": None},
        "sentence": sentence,
        "province": province_document(phrases.dataset.province(profile.province)),
        "indicators": [_part_document(part, phrases) for part in parts],
        "relatives": [
            {"province": r.province, "name": phrases.province(r.province), "figures": r.figures}
            for r in kin
        ],
        "not_reported": [{"indicator": id, "provinces": n} for id, n in profile.elsewhere],
        "sources": citations.document(),
        "warnings": [],
    }


def _part_document(part: IndicatorProfile, phrases: Phrases) -> IndicatorProfileDocument:
    indicator = phrases.dataset.indicator(part.indicator)
    return {
        "indicator": indicator.id,
        "name": indicator.name.say(phrases.lang),
        "group": indicator.group,
        "unit": indicator.unit.id,
        "figures": [_figure_row(row, indicator, phrases) for row in part.rows],
        "targets": [assessment_document(j, indicator, phrases) for j in part.assessments],
    }


def _figure_row(row: ProfileRow, indicator: Indicator, phrases: Phrases) -> ProfileFigureDocument:
    place = row.observation.figure.place
    rank, of = (place.number, place.of) if place else (None, None)
    if row.rank_interval is not None:
        rank, of = row.rank_interval.rank, row.rank_interval.of
    return {
        **figure_document(row.observation, indicator, phrases),
        "place_rank": rank,
        "place_of": of,
    }


def show_records(profile: Profile, phrases: Phrases) -> Records:
    """A record for every figure, then for every target of the indicator."""
    rows: list[dict[str, object]] = []
    for part in (*profile.indicators, *profile.rankings):
        indicator = phrases.dataset.indicator(part.indicator)
        shared = {
            "province": profile.province,
            "name": phrases.province(profile.province),
            "indicator": indicator.id,
            "group": indicator.group,
        }
        rows += [
            shared | {"kind": "figure"} | flat(_figure_row(row, indicator, phrases))
            for row in part.rows
        ]
        for assessment in part.assessments:
            target = flat(assessment_document(assessment, indicator, phrases))
            source = {"source": assessment.target.source, "note": assessment.target.note}
            rows.append(shared | target | source | {"kind": "target"})
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
