"""Published indices: one edition is one ranking, its places taken as published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from msgspec.structs import replace

from dtcompare.analysis.comparability import SeriesKey, series_key_of, series_key_order
from dtcompare.analysis.groups import (
    ENOUGH,
    Edition,
    Excluded,
    Group,
    Row,
    difference,
    row_order,
    with_places,
)
from dtcompare.analysis.observations import Observation, merged
from dtcompare.analysis.places import RankInterval
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator

__all__ = ["edition_groups", "edition_of", "missing_places", "published"]


def edition_of(figure: Figure, dataset: Dataset, count: Callable[[date], int]) -> Edition:
    """The edition a line belongs to; ``count`` tells how many provinces exist on a day.

    A score without a place belongs to the edition of the provinces that existed at the end of its
    period, or, for a province formed later (a recast score), when that province was formed.
    """
    if figure.place is not None:
        return Edition(figure.period.text, figure.place.of)
    end, since = figure.period.end, dataset.province(figure.province).since
    day = max(end, since) if since is not None else end
    return Edition(figure.period.text, count(day))


def edition_groups(
    observations: Iterable[Observation], indicator: Indicator, dataset: Dataset, day: date
) -> tuple[list[Group], list[Excluded]]:
    """The newest edition with three or more of today's provinces as a group, the rest listed.

    Of two editions of one period the one that counts the provinces of ``day`` comes first. Without
    such an edition every edition is a group, unranked. A newer edition, and for provinces that
    the group lacks an older one, is listed, each province's newest only. Editions on different
    footings (basis, method, scope) are different rankings.
    """
    groups = _newest_first(observations, indicator, dataset, day)
    main = None
    if indicator.better != "none":
        main = next((group for group in groups if len(group.rows) >= ENOUGH), None)
    shown: set[str] = set()
    if main is not None:
        rest = []
        for group in groups:
            if group is main:
                shown.update(row.province for row in main.rows)
                continue
            same = replace(group.series_key, era=main.series_key.era) == main.series_key
            reason = "other_edition" if same else difference(group.series_key, (main.series_key,))
            rest += [
                Excluded(r.province, r.place or r.observation, reason) for r in _fresh(group, shown)
            ]
        return [main], rest
    unranked = [replace(g, ranked=False, rows=tuple(_fresh(g, shown))) for g in groups]
    return [group for group in unranked if group.rows], []


def _newest_first(
    observations: Iterable[Observation], indicator: Indicator, dataset: Dataset, day: date
) -> list[Group]:
    """Every edition as a group; of two of one period that of the provinces of ``day`` first."""
    count = cache(lambda day: len(dataset.register.existing(day)))
    found: dict[tuple[Edition, SeriesKey], dict[str, list[Observation]]] = {}
    ends: dict[Edition, tuple[object, ...]] = {}
    for observation in observations:
        edition = edition_of(observation.figure, dataset, count)
        members = found.setdefault((edition, series_key_of(observation, indicator)), {})
        members.setdefault(observation.figure.province, []).append(observation)
        ends[edition] = (observation.figure.period.recency, edition.of == count(day))
    keys = sorted(found, key=lambda key: series_key_order(key[1], indicator))
    keys.sort(key=lambda key: ends[key[0]], reverse=True)
    return [
        _group(edition, series_key, found[edition, series_key], indicator)
        for edition, series_key in keys
    ]


def _fresh(group: Group, shown: set[str]) -> Iterable[Row]:
    """The rows of provinces not shown yet, without a standing; they are shown from now on."""
    for row in group.rows:
        if row.province not in shown:
            shown.add(row.province)
            yield replace(row, rank_interval=None)


def _group(
    edition: Edition,
    series_key: SeriesKey,
    provinces: Mapping[str, Sequence[Observation]],
    indicator: Indicator,
) -> Group:
    """One edition as a group: by published place, or by score where no place is known at all."""
    rows = [_row(province, observations) for province, observations in provinces.items()]
    group = Group(ranked=True, series_key=series_key, rows=tuple(rows), edition=edition)
    if all(row.place is None for row in rows):
        return with_places(group, indicator)
    return replace(group, rows=tuple(sorted(rows, key=row_order)))


def _row(province: str, observations: Sequence[Observation]) -> Row:
    """A province in an edition: its place and its score, which may stand on several lines."""
    placed = [observation for observation in observations if observation.figure.place is not None]
    scored = [observation for observation in observations if observation.figure.amount is not None]
    spans = [r.figure.place.interval for r in placed if r.figure.place is not None]
    place = merged(placed, spans) if placed else None
    score = merged(scored) if scored else None
    main = score or place
    assert main is not None
    return Row(province, main, published(place), place)


def published(observation: Observation | None) -> RankInterval | None:
    """The standing that a published place gives; None for "top n", which gives no single place."""
    place = observation.figure.place if observation is not None else None
    if place is None or place.word == "top":
        return None
    return RankInterval(place.number, place.number, place.number, place.of)


def missing_places(group: Group) -> list[tuple[int, int]]:
    """The stretches of places (first, last) of an edition that nobody in the group holds.

    Provinces that share a place fill the following ones: with two on 15 there is no hole at 16.
    """
    holders: dict[int, int] = {}
    for row in group.rows:
        if row.rank_interval is not None:
            holders[row.rank_interval.rank] = holders.get(row.rank_interval.rank, 0) + 1
    holes, free = [], 1
    for place in sorted(holders):
        if place > free:
            holes.append((free, place - 1))
        free = max(free, place + holders[place])
    if group.edition is not None and free <= group.edition.of:
        holes.append((free, group.edition.of))
    return holes
