"""Two to six provinces side by side: like with like, and openly apart what is not alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import (
    SeriesKey,
    exclusion_reason,
    series_key_of,
    series_key_order,
)
from dtcompare.analysis.editions import edition_of
from dtcompare.analysis.gaps import Assessment, assess, targets_by_province
from dtcompare.analysis.groups import Edition, Group
from dtcompare.analysis.observations import Observation, collect_observations, latest, newest_place
from dtcompare.analysis.places import rank_intervals
from dtcompare.analysis.profile import ENOUGH_FOR_A_PLACE, Relative, relatives_of
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.rows import column

__all__ = ["MOST", "Alike", "Apart", "Comparison", "Lead", "Places", "Spread", "compare"]

MOST = 6


class Lead(Struct, frozen=True):
    """How far the one ahead is from the next.

    ``by`` is the difference of the printed numbers; ``low`` and ``high`` what the lead over the
    best of the others may be, None without bound.
    """

    province: str
    by: Decimal
    low: Decimal | None
    high: Decimal | None


class Spread(Struct, frozen=True):
    """How the printed numbers of ``of`` other provinces are spread.

    A quarter of them is at ``lower`` or below, a quarter at ``upper`` or above; between two
    numbers in proportion (the inclusive method).
    """

    least: Decimal
    lower: Decimal
    median: Decimal
    upper: Decimal
    most: Decimal
    of: int


class Alike(Struct, frozen=True):
    """What two or more report on one footing in one season.

    ``reports`` stand in the order of the provinces, None for one that has no such figure. ``lead``
    is None where nobody is surely ahead of all the others that have one; ``level`` tells that all
    figures are exact and equal. ``spread`` is that of the provinces that are not compared, None
    where fewer than five of them have a comparable figure.
    """

    indicator: str
    series_key: SeriesKey
    observations: tuple[Observation | None, ...]
    lead: Lead | None
    level: bool = False
    spread: Spread | None = None


class Apart(Struct, frozen=True):
    """An indicator that two or more report, with the figures that stand beside no other.

    ``reports`` has, for each province in order, its latest figure on every footing, but for those
    that are compared. ``why`` is extensive (larger provinces have more), better_none, or footing.
    """

    indicator: str
    observations: tuple[tuple[Observation, ...], ...]
    why: str


class Places(Struct, frozen=True):
    """Published places in an index: in one edition where all have one, else each one's latest."""

    indicator: str
    edition: Edition | None
    observations: tuple[Observation | None, ...]


class Comparison(Struct, frozen=True):
    """The answer to ``compare A B``; every tuple of tuples is in the order of ``provinces``.

    An indicator has a row in ``alike`` for every footing and season that two or more share.
    ``only`` has what a single province reports; ``targets`` each province's judged targets for the
    whole of it, with the indicator; ``relatives`` its predecessors.
    """

    provinces: tuple[str, ...]
    as_of: date
    alike: tuple[Alike, ...]
    apart: tuple[Apart, ...]
    only: tuple[tuple[tuple[str, Observation], ...], ...]
    places: tuple[Places, ...]
    targets: tuple[tuple[tuple[str, Assessment], ...], ...]
    relatives: tuple[tuple[Relative, ...], ...]

    @property
    def empty(self) -> bool:
        """Whether none of them reports anything."""
        return not (self.alike or self.apart or self.places or any(self.only))


def compare(dataset: Dataset, provinces: Sequence[str], *, as_of: date) -> Comparison:
    """Two to six provinces side by side, indicators in the catalogue's order.

    Raises KeyError for an unknown id, ValueError for fewer than two or more than six, or for one
    named twice.
    """
    if not 2 <= len(provinces) <= MOST or len(set(provinces)) < len(provinces):
        raise ValueError(provinces)
    alike: list[Alike] = []
    apart: list[Apart] = []
    only: dict[str, list[tuple[str, Observation]]] = {id: [] for id in provinces}
    places: list[Places] = []
    for measured in zip(*map(dataset.lines_about, provinces), strict=True):
        indicator, _ = measured[0]
        known = [
            collect_observations(own.figures, indicator, dataset, as_of) for _, own in measured
        ]
        reporting = [id for id, observations in zip(provinces, known, strict=True) if observations]
        if not reporting:
            continue
        if indicator.unit.ranked:
            places.append(_places(indicator, known, dataset, as_of))
        elif len(reporting) == 1:
            (observations,) = filter(None, known)
            only[reporting[0]] += [
                (indicator.id, observation) for observation in _each(observations, indicator)
            ]
        else:
            rows = list(_alike(indicator, known, provinces, dataset))
            alike += _with_spreads(rows, indicator, dataset, as_of)
            apart += _apart(indicator, known, rows)
    return Comparison(
        provinces=tuple(provinces),
        as_of=as_of,
        alike=tuple(alike),
        apart=tuple(apart),
        only=tuple(tuple(only[id]) for id in provinces),
        places=tuple(places),
        targets=tuple(tuple(_targets(dataset, id, as_of)) for id in provinces),
        relatives=tuple(relatives_of(dataset, id, as_of) for id in provinces),
    )


def _why(indicator: Indicator) -> str:
    if indicator.unit.extensive:
        return "extensive"
    return "better_none" if indicator.better == "none" else "footing"


def _each(observations: Iterable[Observation], indicator: Indicator) -> Iterable[Observation]:
    """The latest figure on every footing, whole-province figures first."""
    found: dict[SeriesKey, list[Observation]] = {}
    for observation in observations:
        found.setdefault(series_key_of(observation, indicator), []).append(observation)
    ordered = sorted(found, key=lambda f: (bool(f.scope), series_key_order(f, indicator)))
    return (last for series_key in ordered if (last := latest(found[series_key])))


def _apart(
    indicator: Indicator, known: Sequence[Sequence[Observation]], rows: Sequence[Alike]
) -> Iterable[Apart]:
    """What is left of an indicator; nothing where everybody that reports it was compared."""
    compared = [{row.observations[place] for row in rows} - {None} for place in range(len(known))]
    if any(own and not shown for own, shown in zip(known, compared, strict=True)):
        rest = tuple(
            tuple(observation for observation in _each(own, indicator) if observation not in shown)
            for own, shown in zip(known, compared, strict=True)
        )
        yield Apart(indicator.id, rest, _why(indicator))


def _alike(
    indicator: Indicator,
    known: Sequence[Sequence[Observation]],
    provinces: Sequence[str],
    dataset: Dataset,
) -> Iterable[Alike]:
    """The figures of two or more on one footing and in one season, the preferred basis first."""
    if indicator.unit.extensive or indicator.better == "none":
        return
    fit: dict[SeriesKey, list[list[Observation]]] = {}
    for place, observations in enumerate(known):
        for observation in observations:
            if not observation.figure.scope and not exclusion_reason(
                observation, indicator, dataset.catalogue
            ):
                series_key = series_key_of(observation, indicator)
                fit.setdefault(series_key, [[] for _ in known])[place].append(observation)
    for series_key in sorted(fit, key=lambda f: series_key_order(f, indicator)):
        for shared in _shared_seasons(fit[series_key], indicator):
            reported = [(id, r) for id, r in zip(provinces, shared, strict=True) if r is not None]
            spans = {
                (observation.interval.low, observation.interval.high) for _, observation in reported
            }
            level = len(spans) == 1 and all(r.interval.width == 0 for _, r in reported)
            lead = _lead(reported, lower=indicator.better == "lower")
            yield Alike(indicator.id, series_key, shared, lead, level)


def _with_spreads(
    rows: Sequence[Alike], indicator: Indicator, dataset: Dataset, as_of: date
) -> Iterable[Alike]:
    """The rows, each with how the other provinces' comparable figures are spread."""
    import os

    groups = (
        comparable_groups(dataset, indicator, as_of)
        if rows and not os.environ.get("NOSPREAD")
        else []
    )
    for row in rows:
        compared = {
            observation.figure for observation in row.observations if observation is not None
        }
        group = next((group for group in groups if _has_any(group, compared)), None)
        yield replace(row, spread=_spread(group, compared)) if group is not None else row


def _has_any(group: Group, figures: Collection[Figure]) -> bool:
    """Whether one of the figures is in the group."""
    owners = {figure.province for figure in figures}
    places = [n for n, id in enumerate(column(group.rows, "province")) if id in owners]
    return any(group.rows[place].observation.figure in figures for place in places)


def _spread(group: Group, compared: Collection[Figure]) -> Spread | None:
    """How the figures of a group that are not compared are spread; None with too few."""
    owners = {figure.province for figure in compared}
    numbers = sorted(
        row.observation.figure.number for row in group.rows if row.province not in owners
    )
    if len(numbers) < ENOUGH_FOR_A_PLACE:
        return None
    least, lower, median, upper, most = (_quarter(numbers, n) for n in range(5))
    return Spread(least, lower, median, upper, most, len(numbers))


def _quarter(numbers: Sequence[Decimal], n: int) -> Decimal:
    """The number below which ``n`` quarters of the sorted numbers lie.

    >>> [str(_quarter([Decimal(0), Decimal(10), Decimal(30)], n)) for n in range(5)]
    ['0', '5', '10', '20', '30']
    """
    place, rest = divmod((len(numbers) - 1) * n, 4)
    if rest == 0:
        return numbers[place]
    return (numbers[place] * (4 - rest) + numbers[place + 1] * rest) / 4


def _shared_seasons(
    observations: Sequence[Sequence[Observation]], indicator: Indicator
) -> Iterable[tuple[Observation | None, ...]]:
    """Each one's latest figure of a season: first where the most have one, the newest of these.

    Nobody is compared twice on one footing; a season in which one alone is left is none.
    """
    newest = max(observation.figure.period.end for own in observations for observation in own)
    seasons: dict[int, dict[int, list[Observation]]] = {}
    for place, own in enumerate(observations):
        for observation in own:
            back = indicator.season.index(newest, observation.figure.period.end)
            seasons.setdefault(back, {}).setdefault(place, []).append(observation)
    waiting = set(range(len(observations)))
    while seasons:
        best = max(seasons, key=lambda back: (len(waiting & seasons[back].keys()), -back))
        found = seasons.pop(best)
        members = waiting & found.keys()
        if len(members) < 2:
            return
        waiting -= members
        yield tuple(
            latest(found[place]) if place in members else None for place in range(len(observations))
        )


def _lead(reported: Sequence[tuple[str, Observation]], *, lower: bool) -> Lead | None:
    """Who is surely ahead of all others, and by how much of the next; None where it is open."""
    places = rank_intervals([observation for _, observation in reported], lower_is_better=lower)
    first = next((n for n, place in enumerate(places) if place.rank == place.worst == 1), None)
    if first is None or sum(place.best == 1 for place in places) > 1:
        return None
    following = min((place.rank, n) for n, place in enumerate(places) if n != first)[1]
    (id, ahead), (_, behind) = reported[first], reported[following]
    others = [observation.interval for n, (_, observation) in enumerate(reported) if n != first]
    if lower:
        by = behind.figure.number - ahead.figure.number
        low = _minus(_least(span.low for span in others), ahead.interval.high)
        high = _minus(_least(span.high for span in others), ahead.interval.low)
    else:
        by = ahead.figure.number - behind.figure.number
        low = _minus(ahead.interval.low, _greatest(span.high for span in others))
        high = _minus(ahead.interval.high, _greatest(span.low for span in others))
    return Lead(id, by, low, high)


def _least(ends: Iterable[Decimal | None]) -> Decimal | None:
    return min((end for end in ends if end is not None), default=None)


def _greatest(ends: Iterable[Decimal | None]) -> Decimal | None:
    return max((end for end in ends if end is not None), default=None)


def _minus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _places(
    indicator: Indicator, known: Sequence[Sequence[Observation]], dataset: Dataset, as_of: date
) -> Places:
    """The newest edition in which all have a place, else the latest line of each.

    Of several of one period that of the provinces of the day, then that on the footing of the
    catalogue's first choice, then that of fewer.
    """

    def count(day: date) -> int:
        return len(dataset.register.existing(day))

    editions: list[Mapping[tuple[Edition, SeriesKey], Observation]] = [
        {
            (
                edition_of(observation.figure, dataset, count),
                series_key_of(observation, indicator),
            ): observation
            for observation in sorted(
                own, key=lambda observation: observation.figure.place is not None
            )
            if not observation.figure.scope
            and not exclusion_reason(observation, indicator, dataset.catalogue)
        }
        for own in known
    ]
    common = sorted(
        set(editions[0]).intersection(*editions),
        key=lambda key: (series_key_order(key[1], indicator), key[0].of),
    )
    if common:
        today = count(as_of)
        newest = max(
            common, key=lambda key: (editions[0][key].figure.period.recency, key[0].of == today)
        )
        return Places(indicator.id, newest[0], tuple(found[newest] for found in editions))
    return Places(indicator.id, None, tuple(newest_place(own) for own in known))


def _targets(dataset: Dataset, province: str, as_of: date) -> Iterable[tuple[str, Assessment]]:
    """Every target for the whole of one province, judged."""
    ended = dataset.province(province).ended(as_of)
    for indicator, lines in dataset.lines_about(province):
        aims = targets_by_province(lines).get(province, ())
        if any(not aim.scope for aim in aims):
            observations = collect_observations(lines.figures, indicator, dataset, as_of)
            for assessment in assess(aims, observations, indicator, as_of, ended=ended):
                if not assessment.target.scope:
                    yield indicator.id, assessment
