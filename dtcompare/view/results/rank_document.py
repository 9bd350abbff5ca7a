"""A ranking as JSON and as records: every row, the not ranked with their reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dtcompare.analysis.arrangement import Picks
from dtcompare.analysis.groups import Excluded, Group, RankedRow
from dtcompare.analysis.ranking import Ranking
from dtcompare.view.citations import pages_of
from dtcompare.view.figures import (
    edition_document,
    figure_document,
    indicator_document,
    province_document,
    season_document,
    target_document,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_summary import regions_document, spreads_document
from dtcompare.view.results.rank_words import sentences
from dtcompare.view.sheet import Records
from dtcompare.view.tables import records

if TYPE_CHECKING:
    from dtcompare.view.documents import rank


def rank_document(ranking: Ranking, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``rank/1``."""
    # Places and a target stand here without their pages.
    placed = [row.place for group in ranking.groups for row in group.rows]
    indicator = phrases.dataset.indicator(ranking.indicator)
    aiming = set(ranking.targets_only)
    reference = ranking.reference
    return {
        "schema": "rank/1",
        "filters": _filters(ranking.picks),
        "indicator": indicator_document(indicator, phrases),
        "reporting": ranking.reporting,
        "existing": ranking.existing,
        "groups": [_group(group, ranking, phrases) for group in ranking.groups],
        "not_ranked": [_listed(entry, ranking, phrases) for entry in ranking.listed],
        "not_reported": [
            {**province_document(id, phrases, ranking.day), "has_target": id in aiming}
            for id in ranking.not_reported
        ],
        "reference": {
            "name": phrases.province(reference.figure.province),
            **figure_document(reference, indicator, phrases),
        }
        if reference
        else None,
        "spreads": spreads_document(ranking),
        "regions": regions_document(ranking, phrases),
        "instead": [option.indicator for option in ranking.instead],
        "sources": pages_of([*placed, ranking.reference_target]),
    }


def rank_sentence(ranking: Ranking, phrases: Phrases) -> str:
    """Say what the sheet says first."""
    return " ".join(sentences(ranking, phrases))


def _filters(picks: Picks) -> rank.RankFiltersDocument:
    """Return the filters as typed; null where none was asked for."""
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
        "reverse": picks.reverse,
        "stats": picks.stats,
        "by": picks.by,
    }


def _group(group: Group, ranking: Ranking, phrases: Phrases) -> rank.RankGroupDocument:
    return {
        "ranked": group.ranked,
        "basis": group.series_key.basis,
        "method": group.series_key.method,
        "scope": phrases.scope_names(group.series_key.scope),
        "season": season_document(group.season),
        "edition": edition_document(group.edition),
        "hidden": group.hidden,
        "rows": [_row(row, ranking, phrases) for row in group.rows],
    }


def _row(row: RankedRow, ranking: Ranking, phrases: Phrases) -> rank.RankRowDocument:
    return {
        **_places(row),
        **province_document(row.province, phrases, ranking.day),
        **_reported(row, ranking, phrases),
    }


def _reported(
    row: RankedRow | Excluded, ranking: Ranking, phrases: Phrases
) -> rank.ReportedDocument:
    """Return the figure and the target that a row shows."""
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


def _places(row: RankedRow) -> rank.RankPlacesDocument:
    """Return rank and its bounds; a published "top n" has bounds and no rank."""
    interval = row.rank_interval
    if interval is not None:
        return {
            "rank": interval.rank,
            "rank_of": interval.of,
            "rank_best": interval.best,
            "rank_worst": interval.worst,
        }
    place = row.place.figure.place if row.place else None
    return {
        "rank": None,
        "rank_of": place.of if place else None,
        "rank_best": int(place.interval.low or 1) if place else None,
        "rank_worst": place.number if place else None,
    }


def _listed(entry: Excluded, ranking: Ranking, phrases: Phrases) -> rank.ExcludedDocument:
    return {
        **province_document(entry.province, phrases),
        "reason": entry.reason,
        **_reported(entry, ranking, phrases),
    }


def rank_records(ranking: Ranking, phrases: Phrases) -> Records:
    """Return every figure on its own line: the groups, then what is listed, with the reason."""
    rows: list[Mapping[str, object]] = []
    for group in ranking.groups:
        extent = {
            "season": season_document(group.season),
            "edition": edition_document(group.edition),
        }
        rows += [{**_row(row, ranking, phrases), **extent} for row in group.rows]
    rows += [_listed(entry, ranking, phrases) for entry in ranking.listed]
    if ranking.picks.per:
        unit = phrases.dataset.indicator(ranking.indicator).unit.id
        rows = [{**row, "unit": f"{unit}-per-{ranking.picks.per}"} for row in rows]
    return records(
        "rank rank_of rank_best rank_worst province name reason basis method scope season_start"
        " season_end edition_period edition_of word value low high text count period figure_status"
        " recast note target_by target_word target_value target_text target_basis gap verdict"
        " source sources unit",
        rows,
    )
