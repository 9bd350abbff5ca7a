"""A province's profile as JSON and as records: every figure, every target."""

from __future__ import annotations

from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow
from dtcompare.model.indicator import Indicator
from dtcompare.model.province import Province
from dtcompare.view.citations import Citations
from dtcompare.view.figures import figure_document, flat, judgement_document
from dtcompare.view.sheet import Records
from dtcompare.view.voice import Voice

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


def province_document(province: Province) -> dict[str, object]:
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
    profile: Profile, voice: Voice, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``show/1``."""
    parts = (*profile.indicators, *profile.rankings)
    kin = (*profile.predecessors, *([profile.successor] if profile.successor else []))
    return {
        "schema": "show/1",
        "as_of": profile.as_of,
        "filters": {"province": profile.province, "indicator": None},
        "sentence": sentence,
        "province": province_document(voice.dataset.province(profile.province)),
        "indicators": [_part_document(part, voice) for part in parts],
        "relatives": [
            {"province": r.province, "name": voice.province(r.province), "figures": r.figures}
            for r in kin
        ],
        "not_reported": [{"indicator": id, "provinces": n} for id, n in profile.elsewhere],
        "sources": citations.document(),
        "warnings": [],
    }


def _part_document(part: IndicatorProfile, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(part.indicator)
    return {
        "indicator": indicator.id,
        "name": indicator.name.say(voice.lang),
        "group": indicator.group,
        "unit": indicator.unit.id,
        "figures": [_figure_row(row, indicator, voice) for row in part.rows],
        "targets": [judgement_document(j, indicator, voice) for j in part.judgements],
    }


def _figure_row(row: ProfileRow, indicator: Indicator, voice: Voice) -> dict[str, object]:
    place = row.report.figure.place
    rank, of = (place.number, place.of) if place else (None, None)
    if row.standing is not None:
        rank, of = row.standing.rank, row.standing.of
    return {**figure_document(row.report, indicator, voice), "place_rank": rank, "place_of": of}


def show_records(profile: Profile, voice: Voice) -> Records:
    """A record for every figure, then for every target of the indicator."""
    rows: list[dict[str, object]] = []
    for part in (*profile.indicators, *profile.rankings):
        indicator = voice.dataset.indicator(part.indicator)
        shared = {
            "province": profile.province,
            "name": voice.province(profile.province),
            "indicator": indicator.id,
            "group": indicator.group,
        }
        rows += [
            shared | {"kind": "figure"} | flat(_figure_row(row, indicator, voice))
            for row in part.rows
        ]
        for judgement in part.judgements:
            target = flat(judgement_document(judgement, indicator, voice))
            source = {"source": judgement.target.source, "note": judgement.target.note}
            rows.append(shared | target | source | {"kind": "target"})
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
