"""What published indices say of one province: place and score of an edition as one observation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from dtcompare.analysis.comparability import (
    SeriesKey,
    may_compare,
    series_key_of,
    series_key_order,
)
from dtcompare.analysis.editions import edition_of
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.observations import Observation, group_by, merge_observations
from dtcompare.model.dataset import Dataset
from dtcompare.model.indicator import Indicator

EditionKey = tuple[Edition, SeriesKey]


def places_by_edition(
    observations: Iterable[Observation], indicator: Indicator, dataset: Dataset
) -> dict[EditionKey, Observation]:
    """Return what every edition of an index says of one province, its place with its score."""
    fit = [one for one in observations if may_compare(one, indicator, dataset)]
    editions = group_by(
        fit, lambda one: (edition_of(one.figure, dataset), series_key_of(one, indicator))
    )
    return {key: _place_with_score(lines) for key, lines in editions.items()}


def _place_with_score(lines: Sequence[Observation]) -> Observation:
    """Return the lines of one edition as one: they may hold the place, the score, or both."""
    placed = [one for one in lines if one.figure.place is not None]
    scored = [one for one in lines if one.figure.amount is not None]
    if not placed:
        return merge_observations(scored)
    places = [one.figure.place for one in placed]
    place = merge_observations(placed, [one.interval for one in places if one is not None])
    if place.figure.amount is not None or not scored:
        return place
    score = merge_observations(scored)
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
