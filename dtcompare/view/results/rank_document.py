"""A ranking as JSON and as records: every row, the not ranked with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dtcompare.analysis.groups import Excluded, Group, Row
from dtcompare.analysis.ranking import Picks, Ranking
from dtcompare.view.citations import Citations
from dtcompare.view.figures import figure_document, flat, target_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import sentences
from dtcompare.view.sheet import Records

if TYPE_CHECKING:
    from dtcompare.view.documents.rank import (
        ExcludedDocument,
        RankDocument,
        RankFiltersDocument,
        RankGroupDocument,
        RankPlacesDocument,
        RankRowDocument,
        ReportedDocument,
    )

__all__ = ["rank_document", "rank_records", "rank_sentence"]

_COLUMNS = (
    "rank",
    "rank_of",
    "rank_best",
    "rank_worst",
    "province",
    "name",
    "reason",
    "basis",
    "method",
    "scope",
    "season_start",
    "season_end",
    "edition_period",
    "edition_of",
    "word",
    "value",
    "low",
    "high",
    "text",
    "count",
    "period",
    "figure_status",
    "recast",
    "note",
    "target_by",
    "target_word",
    "target_value",
    "target_text",
    "target_basis",
    "gap",
    "verdict",
    "source",
    "sources",
)


def rank_document(
    ranking: Ranking, phrases: Phrases, citations: Citations, sentence: str
) -> RankDocument:
    """The JSON object ``rank/1``."""
    places = (row.place for group in ranking.groups for row in group.rows)
    for told in (*places, ranking.reference_target):  # behind what stands here without a page
        citations.cite(told.sources if told else ())
    indicator = phrases.dataset.indicator(ranking.indicator)
    aiming = set(ranking.targets_only)
    reference = ranking.reference
    return {
        "schema": "rank/1",
        "as_of": ranking.as_of,
        "filters": _filters(ranking.picks),
        "sentence": sentence,
        "indicator": {
            "id": indicator.id,
            "name": indicator.name.say(phrases.lang),
            "unit": indicator.unit.id,
            "better": indicator.better,
        },
        "reporting": ranking.reporting,
        "existing": ranking.existing,
        "groups": [_group(group, ranking, phrases) for group in ranking.groups],
        "not_ranked": [_listed(entry, ranking, phrases) for entry in ranking.listed],
        "not_reported": [
            {"province": id, "name": phrases.province(id, ranking.day), "has_target": id in aiming}
            for id in ranking.not_reported
        ],
        "reference": {
            "name": phrases.province(reference.figure.province),
            **figure_document(reference, indicator, phrases),
        }
        if reference
        else None,
        "instead": [option.indicator for option in ranking.instead],
        "sources": citations.document(),
        "warnings": [],
    }


def rank_sentence(ranking: Ranking, phrases: Phrases) -> str:
    """What the sheet says first."""
    return " ".join(sentences(ranking, phrases))


def _filters(picks: Picks) -> RankFiltersDocument:
    """The filters as typed; null where none was asked for."""
    scope = picks.scope
    return {
        "period": picks.period.text if picks.period else None,
        "basis": picks.basis,
        "method": picks.method,
        "scope": {"key": scope[0], "name": scope[1]} if scope else None,
        "only": list(picks.only) or None,
        "region": picks.region,
        "sort": picks.sort,
        "top": picks.top,
        "list_all": picks.list_all,
        "per": picks.per,
    }


def _group(group: Group, ranking: Ranking, phrases: Phrases) -> RankGroupDocument:
    season, edition = group.season, group.edition
    return {
        "ranked": group.ranked,
        "basis": group.series_key.basis,
        "method": group.series_key.method,
        "scope": dict(group.series_key.scope) or None,
        "season": {"start": season.start, "end": season.end} if season else None,
        "edition": {"period": edition.period, "of": edition.of} if edition else None,
        "hidden": group.hidden,
        "rows": [_row(row, ranking, phrases) for row in group.rows],
    }


def _row(row: Row, ranking: Ranking, phrases: Phrases) -> RankRowDocument:
    return {
        **_places(row),
        "province": row.province,
        "name": phrases.province(row.province, ranking.day),
        **_reported(row, ranking, phrases),
    }


def _reported(row: Row | Excluded, ranking: Ranking, phrases: Phrases) -> ReportedDocument:
    """The figure and the target that a row shows."""
    indicator = phrases.dataset.indicator(ranking.indicator)
    assessment = row.target
    figure = row.observation.figure
    count = ranking.counts.get((figure.file, figure.row))
    target = None
    if assessment is not None:
        target = target_document(assessment.target, indicator, phrases, assessment.sources)
    return {
        **figure_document(row.observation, indicator, phrases),
        "count": count.figure.number if count else None,
        "target": target,
        "gap": assessment.gap if assessment else None,
        "verdict": assessment.verdict if assessment else None,
    }


def _places(row: Row) -> RankPlacesDocument:
    """Rank and its bounds; a published "top n" has bounds and no rank."""
    rank_interval = row.rank_interval
    if rank_interval is not None:
        rank, best, worst, of = (
            rank_interval.rank,
            rank_interval.best,
            rank_interval.worst,
            rank_interval.of,
        )
        return {"rank": rank, "rank_of": of, "rank_best": best, "rank_worst": worst}
    place = row.place.figure.place if row.place else None
    return {
        "rank": None,
        "rank_of": place.of if place else None,
        "rank_best": int(place.interval.low or 1) if place else None,
        "rank_worst": place.number if place else None,
    }


def _listed(entry: Excluded, ranking: Ranking, phrases: Phrases) -> ExcludedDocument:
    return {
        "province": entry.province,
        "name": phrases.province(entry.province),
        "reason": entry.reason,
        **_reported(entry, ranking, phrases),
    }


def rank_records(ranking: Ranking, phrases: Phrases) -> Records:
    """Every figure on a line of its own: the groups first, then what is listed, with the reason."""
    rows: list[dict[str, object]] = []
    for group in ranking.groups:
        season, edition = group.season, group.edition
        extent = {
            "season_start": season.start if season else None,
            "season_end": season.end if season else None,
            "edition_period": edition.period if edition else None,
            "edition_of": edition.of if edition else None,
        }
        rows += [flat(_row(row, ranking, phrases) | extent) for row in group.rows]
    rows += [flat(_listed(entry, ranking, phrases)) for entry in ranking.listed]
    return Records(_COLUMNS, rows)
