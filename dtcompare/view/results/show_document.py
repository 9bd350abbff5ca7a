"""A province's profile as JSON and as records: every figure, every target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Indicator
from dtcompare.model.label import Label
from dtcompare.model.province import Province
from dtcompare.view.figures import assessment_document, figure_document, province_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records
from dtcompare.view.tables import records

if TYPE_CHECKING:
    from dtcompare.view.documents import show


def register_document(id: str, phrases: Phrases) -> show.RegisterEntryDocument:
    """Return a province of the register, or the country, of which only the name is told."""
    province = Province(id, phrases.province(id), Label(id, id))
    if id != NATIONAL:
        province = phrases.dataset.province(id)
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


def show_document(profile: Profile, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``show/1``."""
    parts = (*profile.indicators, *profile.rankings)
    kin = (*profile.predecessors, *([profile.successor] if profile.successor else []))
    return {
        "schema": "show/1",
        "filters": {"province": profile.province, "indicator": None},
        "province": register_document(profile.province, phrases),
        "indicators": [_part_document(part, phrases) for part in parts],
        "relatives": [
            {**province_document(relative.province, phrases), "figures": relative.figures}
            for relative in kin
        ],
        "not_reported": [{"indicator": id, "provinces": n} for id, n in profile.elsewhere],
    }


def _part_document(part: IndicatorProfile, phrases: Phrases) -> show.IndicatorProfileDocument:
    indicator = phrases.dataset.indicator(part.indicator)
    return {
        "indicator": indicator.id,
        "name": indicator.name.say(phrases.lang),
        "group": indicator.group,
        "unit": indicator.unit.id,
        "figures": [_figure_row(row, indicator, phrases) for row in part.rows],
        "targets": [assessment_document(j, indicator, phrases) for j in part.assessments],
    }


def _figure_row(
    row: ProfileRow, indicator: Indicator, phrases: Phrases
) -> show.ProfileFigureDocument:
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
    """Return a record for every figure, then for every target of the indicator."""
    rows: list[Mapping[str, object]] = []
    for part in (*profile.indicators, *profile.rankings):
        indicator = phrases.dataset.indicator(part.indicator)
        shared = {
            **province_document(profile.province, phrases),
            "indicator": indicator.id,
            "group": indicator.group,
        }
        rows += [
            {**shared, "kind": "figure", **_figure_row(row, indicator, phrases)}
            for row in part.rows
        ]
        for assessment in part.assessments:
            document = assessment_document(assessment, indicator, phrases)
            own = {key: document["target"][key] for key in ("source", "note")}
            rows.append({**shared, **document, **own, "kind": "target"})
    return records(
        "province name indicator group kind word value low high text period basis method scope"
        " figure_status place_rank place_of target_by target_word target_value target_text gap"
        " verdict note source sources",
        rows,
    )
