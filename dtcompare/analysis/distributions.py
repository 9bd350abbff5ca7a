"""The sorted numbers of every group of an indicator that can be ranked: places without a ranking.

For large data sets they are worked out once and kept in the compiled copy; for others, and for
days on which other figures counted, they are made when asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct, msgpack

from dtcompare.analysis.comparability import SeriesKey, may_compare, series_key_of
from dtcompare.analysis.groups import Group
from dtcompare.analysis.observations import Observation, known_from, latest
from dtcompare.analysis.places import Distribution, RankInterval, distribute, measure
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator

ENOUGH_FOR_A_PLACE = 5


class _Numbers(Struct, frozen=True, array_like=True):
    """The measures of one group as bytes of doubles (see ``Distribution``)."""

    series_key: SeriesKey
    start: date
    end: date
    numbers: memoryview
    lows: memoryview
    highs: memoryview


class _Block(Struct, frozen=True, array_like=True):
    """Every ranked group of an indicator, for ``since`` <= as_of < ``until``."""

    since: date
    until: date
    groups: list[_Numbers]


def encode_distributions(dataset: Dataset, indicator: str, day: date) -> bytes:
    """Return the sorted numbers of every group of an indicator that can be ranked on ``day``.

    The block tells for which days they hold: until another line becomes known, or a province of
    the register begins or ends.
    """
    measured = dataset.indicator(indicator)
    days = set(_days_of_change(dataset, indicator))
    return msgpack.encode(
        _Block(
            max((one for one in days if one <= day), default=date.min),
            min((one for one in days if one > day), default=date.max),
            [_numbers_of(group, measured) for group in _ranked_groups(dataset, measured, day)],
        )
    )


def _days_of_change(dataset: Dataset, indicator: str) -> Iterator[date]:
    """Yield the days on which a line became known, or a province began or ended."""
    for figure in dataset.lines_of(indicator).figures:
        if figure.reject is None:
            yield known_from(figure, dataset)
    for province in dataset.register.provinces.values():
        if province.since is not None:
            yield province.since
        if province.until is not None:
            yield province.until


def _ranked_groups(dataset: Dataset, indicator: Indicator, day: date) -> list[Group]:
    """Return the groups in which a figure may have a place worked out from the figures.

    None of an extensive count, of which a larger province has more, and none of an index.
    """
    if indicator.unit.extensive or indicator.unit.ranked:
        return []
    return [group for group in comparable_groups(dataset, indicator, day) if group.ranked]


def _numbers_of(group: Group, indicator: Indicator) -> _Numbers:
    """Return the measures of a ranked group as bytes."""
    lower = indicator.better == "lower"
    distribution = distribute(
        [measure(row.observation, lower_is_better=lower) for row in group.rows]
    )
    parts = (distribution.numbers, distribution.lows, distribution.highs)
    assert group.season is not None
    return _Numbers(
        group.series_key, *group.season, *(memoryview(array("d", part).tobytes()) for part in parts)
    )


def find_places(
    dataset: Dataset, indicator: Indicator, own: Iterable[Observation], day: date
) -> dict[Figure, RankInterval]:
    """Return the places of one province's figures among those of five or more that compare.

    Of the figures of a season the latest alone has a place. ``own`` are all observations of the
    province, which need not exist on ``day``.
    """
    fit = [one for one in own if _has_place(one, indicator, dataset, day)]
    places: dict[Figure, RankInterval] = {}
    for numbers in _numbers_on(dataset, indicator, day) if fit else ():
        chosen = latest(one for one in fit if _is_within(one, numbers, indicator))
        if chosen is not None:
            stands = measure(chosen, lower_is_better=indicator.better == "lower")
            place = _distribution_of(numbers).locate(stands)
            if place.of >= ENOUGH_FOR_A_PLACE:
                places[chosen.figure] = place
    return places


def count_ranked(dataset: Dataset, indicator: str, day: date) -> int | None:
    """Return how many provinces the first ranked group of an indicator has; None without any."""
    measured = dataset.indicator(indicator)
    if not dataset.lines_of(indicator).figures:
        return None
    if not measured.unit.extensive and not measured.unit.ranked:
        stored = _numbers_on(dataset, measured, day)
        return len(_distribution_of(stored[0]).numbers) if stored else None
    groups = comparable_groups(dataset, measured, day)
    return groups[0].size if groups and groups[0].ranked else None


def _distribution_of(numbers: _Numbers) -> Distribution:
    """Return the measures of a group; their bytes are not copied."""
    parts = (numbers.numbers, numbers.lows, numbers.highs)
    return Distribution(*(part.cast("d") if part else () for part in parts))


def _has_place(observation: Observation, indicator: Indicator, dataset: Dataset, day: date) -> bool:
    """Tell whether a figure may be compared with those of other provinces of the day."""
    province = dataset.province(observation.figure.province)
    return province.exists(day) and may_compare(observation, indicator, dataset)


def _is_within(observation: Observation, numbers: _Numbers, indicator: Indicator) -> bool:
    """Tell whether a figure belongs to the series and the season of a group."""
    in_season = numbers.start <= observation.figure.period.end <= numbers.end
    return in_season and series_key_of(observation, indicator) == numbers.series_key


def _numbers_on(dataset: Dataset, indicator: Indicator, day: date) -> list[_Numbers]:
    """Return the numbers of every ranked group: the stored ones where they hold for the day."""
    stored = dataset.distributions.get(indicator.id)
    if stored is not None:
        block = msgpack.decode(stored, type=_Block)
        if block.since <= day < block.until:
            return block.groups
    return [_numbers_of(group, indicator) for group in _ranked_groups(dataset, indicator, day)]
