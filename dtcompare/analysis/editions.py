"""Published indices: one edition is one ranking, its places taken as published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from dtcompare.analysis.comparability import (
    Reason,
    SeriesKey,
    may_compare,
    series_key_of,
    series_key_order,
)
from dtcompare.analysis.groups import (
    ENOUGH,
    Edition,
    Excluded,
    Group,
    RankedRow,
    difference,
    ranked_rows,
    row_order,
)
from dtcompare.analysis.observations import Observation, group_by, merge_observations
from dtcompare.analysis.places import RankInterval
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Figure
from dtcompare.model.indicator import Indicator

EditionKey = tuple[Edition, SeriesKey]


def edition_of(figure: Figure, dataset: Dataset) -> Edition:
    """Return the edition a line belongs to.

    A score without a place belongs to the edition of the provinces that existed at the end of its
    period, or, for a province formed later (a recast score), when that province was formed.
    """
    if figure.place is not None:
        return Edition(figure.period.text, figure.place.of)
    end = figure.period.end
    since = None if figure.province == NATIONAL else dataset.province(figure.province).since
    day = max(end, since) if since is not None else end
    return Edition(figure.period.text, dataset.register.count(day))


def edition_groups(
    observations: Iterable[Observation], indicator: Indicator, dataset: Dataset, day: date
) -> tuple[list[Group], list[Excluded]]:
    """Return the newest edition with three or more of today's provinces, the rest listed.

    Of two editions of one period the one that counts the provinces of ``day`` comes first. Without
    such an edition the newest of which any place is known is the ranking; without that either,
    every edition is a group, unranked: scores alone are ranked from three on. A newer edition, and
    for provinces that the group lacks an older one, is listed, each province's newest only.
    Editions of different series (basis, method, scope) are different rankings.
    """
    groups = _newest_first(observations, indicator, dataset, day)
    shown: set[str] = set()
    main = _main(groups)
    if main is None or indicator.better == "none":
        unranked = [replace(g, ranked=False, rows=tuple(_fresh(g, shown))) for g in groups]
        return [group for group in unranked if group.rows], []
    rest: list[Excluded] = []
    for group in groups:
        if group is main:
            shown.update(row.province for row in main.rows)
            continue
        reason: Reason = "other_edition"
        if replace(group.series_key, era=main.series_key.era) != main.series_key:
            reason = difference(group.series_key, (main.series_key,))
        rest += [_excluded(row, reason) for row in _fresh(group, shown)]
    return [main], rest


def _main(groups: Sequence[Group]) -> Group | None:
    """Return the first edition that ranks enough provinces, else the first with a known place."""
    for least in (ENOUGH, 1):
        for group in groups:
            if len(group.rows) >= least and (least == ENOUGH or group.has_place):
                return group
    return None


def _excluded(row: RankedRow, reason: Reason) -> Excluded:
    """Return a province of another edition: its place, and its score beside it where known."""
    if row.place is None or row.place == row.observation:
        return Excluded(row.province, row.observation, reason)
    return Excluded(row.province, row.place, reason, score=row.observation)


def _newest_first(
    observations: Iterable[Observation], indicator: Indicator, dataset: Dataset, day: date
) -> list[Group]:
    """Return every edition as a group; of two of one period that of the provinces of ``day``."""
    editions = _by_edition(observations, indicator, dataset)
    count = dataset.register.count(day)

    def age(key: EditionKey) -> tuple[object, ...]:
        return (editions[key][0].figure.period.recency, key[0].of == count)

    keys = sorted(editions, key=lambda key: series_key_order(key[1], indicator))
    keys.sort(key=age, reverse=True)
    return [_group(*key, editions[key], indicator) for key in keys]


def _fresh(group: Group, shown: set[str]) -> Iterator[RankedRow]:
    """Yield the rows of provinces not shown yet, without a place; they are shown from now on."""
    for row in group.rows:
        if row.province not in shown:
            shown.add(row.province)
            yield replace(row, rank_interval=None)


def _group(
    edition: Edition,
    series_key: SeriesKey,
    observations: Sequence[Observation],
    indicator: Indicator,
) -> Group:
    """Return an edition as a group: by published place, by score where no place is known at all."""
    rows = []
    for province, own in group_by(observations, lambda one: one.figure.province).items():
        place, score = _place_and_score(own)
        main = score or place
        assert main is not None
        rows.append(RankedRow(province, main, published(place), place))
    if all(row.place is None for row in rows):
        ordered = ranked_rows([row.observation for row in rows], indicator)
    else:
        ordered = tuple(sorted(rows, key=row_order))
    return Group(ranked=True, series_key=series_key, rows=ordered, edition=edition)


def _by_edition(
    observations: Iterable[Observation], indicator: Indicator, dataset: Dataset
) -> dict[EditionKey, list[Observation]]:
    """Return what every edition of every series says."""
    return group_by(
        observations, lambda one: (edition_of(one.figure, dataset), series_key_of(one, indicator))
    )


def _place_and_score(
    observations: Sequence[Observation],
) -> tuple[Observation | None, Observation | None]:
    """Return a province's place and score in an edition, which may stand on several lines."""
    placed = [one for one in observations if one.figure.place is not None]
    spans = [one.figure.place.interval for one in placed if one.figure.place is not None]
    scored = [one for one in observations if one.figure.amount is not None]
    place = merge_observations(placed, spans) if placed else None
    return place, merge_observations(scored) if scored else None


def published(observation: Observation | None) -> RankInterval | None:
    """Return the place that was published; None for "top n", which gives no single place."""
    place = observation.figure.place if observation is not None else None
    if place is None or place.word == "top":
        return None
    return RankInterval(place.number, place.number, place.number, place.of)


def missing_places(group: Group) -> list[tuple[int, int]]:
    """Return the stretches of places (first, last) of an edition that nobody in the group holds.

    Provinces that share a place fill the following ones: with two on 15 there is no hole at 16.
    """
    holders = Counter(row.rank_interval.rank for row in group.rows if row.rank_interval)
    holes, free = [], 1
    for place in sorted(holders):
        if place > free:
            holes.append((free, place - 1))
        free = max(free, place + holders[place])
    if group.edition is not None and free <= group.edition.of:
        holes.append((free, group.edition.of))
    return holes


# --- one province


def places_by_edition(
    observations: Iterable[Observation], indicator: Indicator, dataset: Dataset
) -> dict[EditionKey, Observation]:
    """Return what every edition of an index says of one province, its place with its score."""
    fit = [one for one in observations if may_compare(one, indicator, dataset)]
    editions = _by_edition(fit, indicator, dataset)
    return {key: _place_with_score(lines) for key, lines in editions.items()}


def _place_with_score(lines: Sequence[Observation]) -> Observation:
    """Return the lines of one edition as one: they may hold the place, the score, or both."""
    place, score = _place_and_score(lines)
    if place is None or score is None or place.figure.amount is not None:
        one = place or score
        assert one is not None
        return one
    return replace(
        place,
        figure=replace(place.figure, amount=score.figure.amount),
        interval=score.interval,
        sources=tuple(dict.fromkeys((*place.sources, *score.sources))),
    )


def newest_edition(
    editions: Mapping[EditionKey, Observation], indicator: Indicator, dataset: Dataset, day: date
) -> EditionKey | None:
    """Return the edition of the latest period; None without any.

    Of several of one period that of the provinces of ``day``, then that of the series of the
    catalogue's first choice, then that of fewer.
    """
    today = dataset.register.count(day)
    ordered = sorted(editions, key=lambda key: (series_key_order(key[1], indicator), key[0].of))
    return max(
        ordered,
        key=lambda key: (editions[key].figure.period.recency, key[0].of == today),
        default=None,
    )
