"""Two to six provinces side by side: like with like, and openly apart what is not alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import SeriesKey, may_compare, series_key_of, series_key_order
from dtcompare.analysis.distributions import ENOUGH_FOR_A_PLACE
from dtcompare.analysis.editions import EditionKey, newest_edition, places_by_edition
from dtcompare.analysis.gaps import Assessment, assess
from dtcompare.analysis.groups import Edition, cut_seasons
from dtcompare.analysis.observations import (
    Observation,
    collect_observations,
    group_by,
    latest_by,
    newest_place,
    place_alone,
    subtract,
)
from dtcompare.analysis.per_capita import rate
from dtcompare.analysis.places import rank_intervals
from dtcompare.analysis.profile import Relative, relatives_of
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.analysis.spread import FigureSpread, spread_of
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Indicator

MOST = 6
WhyApart = Literal["extensive", "better_none", "footing"]
Pair = tuple[str, Observation]  # with the province, or with the indicator


class Lead(Struct, frozen=True):
    """How far the one ahead is from the next.

    ``by`` is the difference of the printed numbers, or of the published places; ``low`` and
    ``high`` are what the lead over the best of the others may be, None without bound.
    """

    province: str
    by: Decimal
    low: Decimal | None
    high: Decimal | None


class Alike(Struct, frozen=True):
    """What two or more report of one series in one season.

    ``observations`` stand in the order of the provinces, None for one that has no such figure.
    ``lead`` is None where nobody is surely ahead of all the others that have one; ``level`` tells
    that all figures are exact and equal. ``spread`` is that of the provinces that are not
    compared, None where fewer than five have a comparable figure, or it was not asked for.
    ``part`` tells that the indicator is a part of an index.
    """

    indicator: str
    series_key: SeriesKey
    observations: tuple[Observation | None, ...]
    lead: Lead | None
    level: bool = False
    spread: FigureSpread | None = None
    part: bool = False


class Apart(Struct, frozen=True):
    """An indicator that two or more report, with the figures that stand beside no other.

    ``observations`` has, for each province in order, its latest figure of every series, but for
    those that are compared. ``why`` is extensive (larger provinces have more), better_none, or
    footing.
    """

    indicator: str
    observations: tuple[tuple[Observation, ...], ...]
    why: WhyApart


class Counts(Struct, frozen=True):
    """What two or more count alike: of a count nobody is ahead, one has the most.

    ``rates`` are the counts per 100,000 people, empty where the people of one are not known.
    ``most`` is who surely has the most, by the rates where there are any, else by the counts; None
    where that is open.
    """

    indicator: str
    series_key: SeriesKey
    observations: tuple[Observation | None, ...]
    rates: tuple[Observation | None, ...]
    most: str | None


class Places(Struct, frozen=True):
    """What a published index says of them, in the newest edition in which most of them stand.

    ``edition`` is None where no two stand in one: each has its own latest line, and nothing is
    compared. ``lead`` is by places, else by scores (``by_place``); None where nobody is surely
    ahead. ``part`` tells that the index is a part of another.
    """

    indicator: str
    edition: Edition | None
    observations: tuple[Observation | None, ...]
    lead: Lead | None = None
    level: bool = False
    by_place: bool = False
    part: bool = False

    @property
    def comparable(self) -> bool:
        """Tell whether two or more of one edition have a place, or all of them a score."""
        figures = [one.figure for one in self.observations if one is not None]
        all_scores = all(figure.amount is not None for figure in figures)
        return self.edition is not None and (self.by_place or all_scores)


class Comparison(Struct, frozen=True):
    """The answer to ``compare A B``; every tuple of tuples is in the order of ``provinces``.

    An indicator has a row in ``alike`` for every series and season that two or more share, in
    ``counts`` where it is a count; ``uncompared`` is ``apart`` with the counts in it.
    ``only`` has what a single province reports; ``targets`` each province's judged targets for the
    whole of it, with the indicator; ``relatives`` its predecessors.
    """

    provinces: tuple[str, ...]
    as_of: date
    alike: tuple[Alike, ...]
    counts: tuple[Counts, ...]
    apart: tuple[Apart, ...]
    uncompared: tuple[Apart, ...]
    only: tuple[tuple[Pair, ...], ...]
    places: tuple[Places, ...]
    targets: tuple[tuple[tuple[str, Assessment], ...], ...]
    relatives: tuple[tuple[Relative, ...], ...]

    @property
    def compared(self) -> list[Alike | Places]:
        """Return the rows that say who is ahead: indices, then figures; no parts of indices."""
        places = [row for row in self.places if row.comparable and not row.part]
        return [*places, *(row for row in self.alike if not row.part)]

    @property
    def shared(self) -> int:
        """Return how many indicators two or more report."""
        shared = {row.indicator for row in self.alike}
        shared.update(row.indicator for row in self.counts)
        shared.update(row.indicator for row in self.apart)
        for row in self.places:
            if sum(one is not None for one in row.observations) > 1:
                shared.add(row.indicator)
        return len(shared)

    @property
    def empty(self) -> bool:
        """Tell whether none of them reports anything."""
        return not (self.alike or self.counts or self.apart or self.places or any(self.only))


def compare(
    dataset: Dataset, provinces: Sequence[str], *, as_of: date, spreads: bool = True
) -> Comparison:
    """Put two to six provinces side by side, indicators in the catalogue's order.

    One may be "national", whose counts stand apart. How others' figures are spread is worked out
    only where ``spreads`` are asked for. Raises KeyError for an unknown id, ValueError for fewer
    than two or more than six, or for one named twice.
    """
    if not 2 <= len(provinces) <= MOST or len(set(provinces)) < len(provinces):
        raise ValueError(provinces)
    alike: list[Alike] = []
    counts: list[Counts] = []
    apart: list[Apart] = []
    uncompared: list[Apart] = []
    places: list[Places] = []
    only: dict[str, list[Pair]] = {id: [] for id in provinces}
    targets: dict[str, list[tuple[str, Assessment]]] = {id: [] for id in provinces}
    for measured in zip(*map(dataset.lines_about, provinces), strict=True):
        indicator = measured[0][0]
        known = []
        for id, (_, lines) in zip(provinces, measured, strict=True):
            known.append(collect_observations(lines.figures, indicator, dataset, as_of))
            assessed = assess(dataset, indicator, id, lines, as_of)
            targets[id] += [(indicator.id, one) for one in assessed if not one.target.scope]
        reporting = [id for id, own in zip(provinces, known, strict=True) if own]
        if not reporting:
            continue
        if indicator.unit.ranked:
            places.append(_places(indicator, known, provinces, dataset, as_of))
        elif len(reporting) == 1:
            (own,) = filter(None, known)
            only[reporting[0]] += [(indicator.id, one) for one in _latest_each(own, indicator)]
        else:
            rows: list[Alike] = []
            counted: list[Counts] = []
            for series_key, shared in _shared_figures(indicator, known, provinces, dataset):
                if not indicator.unit.extensive:
                    rows.append(_alike(indicator, series_key, shared, provinces))
                elif NATIONAL not in provinces:
                    counted.append(_counts(indicator, series_key, shared, provinces, dataset))
            alike += _with_spreads(rows, indicator, dataset, as_of) if spreads else rows
            counts += counted
            apart += _apart(indicator, known, [*rows, *counted])
            uncompared += _apart(indicator, known, rows)
    return Comparison(
        provinces=tuple(provinces),
        as_of=as_of,
        alike=tuple(alike),
        counts=tuple(counts),
        apart=tuple(apart),
        uncompared=tuple(uncompared),
        only=tuple(tuple(only[id]) for id in provinces),
        places=tuple(places),
        targets=tuple(tuple(targets[id]) for id in provinces),
        relatives=tuple(relatives_of(dataset, id, as_of) for id in provinces),
    )


def _latest_each(observations: Iterable[Observation], indicator: Indicator) -> list[Observation]:
    """Return the latest figure of every series, whole-province figures first."""
    newest = latest_by(observations, lambda one: series_key_of(one, indicator))
    ordered = sorted(newest, key=lambda key: (bool(key.scope), series_key_order(key, indicator)))
    return [newest[series_key] for series_key in ordered]


def _apart(
    indicator: Indicator, known: Sequence[Sequence[Observation]], rows: Sequence[Alike | Counts]
) -> Iterator[Apart]:
    """Yield what is left of an indicator; nothing where all that report it were compared."""
    left = []
    is_left_out = False
    for position, own in enumerate(known):
        compared = [row.observations[position] for row in rows]
        is_left_out |= bool(own) and not any(compared)
        left.append(tuple(one for one in _latest_each(own, indicator) if one not in compared))
    if is_left_out:
        why: WhyApart = "better_none" if indicator.better == "none" else "footing"
        yield Apart(indicator.id, tuple(left), "extensive" if indicator.unit.extensive else why)


def _alike(
    indicator: Indicator,
    series_key: SeriesKey,
    shared: Mapping[str, Observation],
    provinces: Sequence[str],
) -> Alike:
    """Return figures of one series and season side by side."""
    own = tuple(shared.get(id) for id in provinces)
    lead = _lead(shared, lower=indicator.better == "lower")
    part = indicator.part_of is not None
    return Alike(indicator.id, series_key, own, lead, _is_level(shared), part=part)


def _counts(
    indicator: Indicator,
    series_key: SeriesKey,
    shared: Mapping[str, Observation],
    provinces: Sequence[str],
    dataset: Dataset,
) -> Counts:
    """Return counts of one series and season side by side, with their rates."""
    found = {id: rate(one, dataset.province(id), "people") for id, one in shared.items()}
    rates = {id: one for id, one in found.items() if one is not None}
    if len(rates) < len(shared):
        rates = {}
    lead = _lead(rates or shared, lower=False)
    return Counts(
        indicator.id,
        series_key,
        tuple(shared.get(id) for id in provinces),
        tuple(rates.get(id) for id in provinces) if rates else (),
        lead.province if lead is not None else None,
    )


def _shared_figures(
    indicator: Indicator,
    known: Sequence[Sequence[Observation]],
    provinces: Sequence[str],
    dataset: Dataset,
) -> Iterator[tuple[SeriesKey, dict[str, Observation]]]:
    """Yield what two or more report of one series in one season, by province.

    Nothing of an indicator of which more is not better.
    """
    if indicator.better == "none":
        return
    fit = [one for one in chain(*known) if may_compare(one, indicator, dataset)]
    series = group_by(fit, lambda one: series_key_of(one, indicator))
    for series_key in sorted(series, key=lambda key: series_key_order(key, indicator)):
        for shared in _shared_seasons(series[series_key], provinces, indicator):
            yield series_key, shared


def _is_level(shared: Mapping[str, Observation]) -> bool:
    """Tell whether all figures are exact and equal."""
    ends = {(one.interval.low, one.interval.high) for one in shared.values()}
    return len(ends) == 1 and next(iter(shared.values())).interval.width == 0


def _with_spreads(
    rows: Sequence[Alike], indicator: Indicator, dataset: Dataset, as_of: date
) -> Iterator[Alike]:
    """Yield the rows, each with how the other provinces' comparable figures are spread."""
    groups = comparable_groups(dataset, indicator, as_of) if rows else []
    for row in rows:
        compared = {one.figure for one in row.observations if one is not None}
        owners = {figure.province for figure in compared}
        spread = None
        for group in groups:
            if any(other.observation.figure in compared for other in group.rows):
                others = [other for other in group.rows if other.province not in owners]
                if len(others) >= ENOUGH_FOR_A_PLACE:
                    spread = spread_of(other.observation.figure.number for other in others)
                break
        yield replace(row, spread=spread)


def _shared_seasons(
    observations: Sequence[Observation], provinces: Sequence[str], indicator: Indicator
) -> Iterator[dict[str, Observation]]:
    """Yield each one's latest figure of a season: first where most have one, then the newest.

    Nobody is compared twice in one series; a season in which one alone is left is none.
    """
    seasons = [
        latest_by(members, lambda one: one.figure.province)
        for _, members in cut_seasons(observations, indicator)
    ]
    waiting = set(provinces)
    while seasons:
        best = max(seasons, key=lambda newest: len(waiting & newest.keys()))
        seasons.remove(best)
        members = waiting & best.keys()
        if len(members) < 2:
            return
        waiting -= members
        yield {id: best[id] for id in provinces if id in members}


def _lead(shared: Mapping[str, Observation], *, lower: bool) -> Lead | None:
    """Return who is surely ahead of all others, and by how much; None where it is open."""
    places = dict(zip(shared, rank_intervals(shared.values(), lower_is_better=lower), strict=True))
    id, following, *_ = sorted(places, key=lambda province: places[province].rank)
    if places[id].worst > 1 or sum(place.best == 1 for place in places.values()) > 1:
        return None
    by = abs(shared[id].figure.number - shared[following].figure.number)
    ahead = shared[id].interval
    others = [one.interval for other, one in shared.items() if other != id]
    lows = [span.low for span in others if span.low is not None]
    highs = [span.high for span in others if span.high is not None]
    if lower:
        low = subtract(min(lows, default=None), ahead.high)
        high = subtract(min(highs, default=None), ahead.low)
    else:
        low = subtract(ahead.low, max(highs, default=None))
        high = subtract(ahead.high, max(lows, default=None))
    return Lead(id, by, low, high)


def _places(
    indicator: Indicator,
    known: Sequence[Sequence[Observation]],
    provinces: Sequence[str],
    dataset: Dataset,
    as_of: date,
) -> Places:
    """Return the newest edition in which most of them, two or more, stand."""
    by_province = [places_by_edition(own, indicator, dataset) for own in known]
    standing = Counter(chain.from_iterable(by_province))
    most = max(standing.values(), default=0)
    common: dict[EditionKey, Observation] = {}
    for own in by_province:
        common |= {key: one for key, one in own.items() if standing[key] == most > 1}
    newest = newest_edition(common, indicator, dataset, as_of)
    is_part = indicator.part_of is not None
    if newest is None:
        latest = tuple(newest_place(own) for own in known)
        return Places(indicator.id, None, latest, part=is_part)
    observations = tuple(own.get(newest) for own in by_province)
    found = zip(provinces, observations, strict=True)
    shared = {id: one for id, one in found if one is not None}
    by_place = all(one.figure.place is not None for one in shared.values())
    if by_place:
        shared = {id: place_alone(one) for id, one in shared.items()}
    elif any(one.figure.amount is None for one in shared.values()):  # a place beside a score
        return Places(indicator.id, newest[0], observations, part=is_part)
    lower = by_place or indicator.better == "lower"
    lead, level = _lead(shared, lower=lower), _is_level(shared)
    return Places(indicator.id, newest[0], observations, lead, level, by_place, is_part)
