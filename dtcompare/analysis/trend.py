"""How a figure changed: comparable figures in a row, holes and breaks left open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import (
    SeriesKey,
    borders_reason,
    series_key_of,
    series_key_order,
)
from dtcompare.analysis.gaps import Assessment, assess, targets_by_province
from dtcompare.analysis.observations import Observation, collect_observations
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import UNRANKED_STATUSES, Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import years_between
from dtcompare.text import sort_key

__all__ = ["Point", "Series", "Trend", "trend"]


class Point(Struct, frozen=True):
    """A figure of a series; ``change`` from the point before, over ``years``.

    None at the first point; a series never crosses a break of method or a merger.
    """

    observation: Observation
    change: Decimal | None = None
    years: Decimal | None = None


class Series(Struct, frozen=True):
    """One province's figures on one footing (places: among ``of`` provinces), oldest first.

    ``ended`` is the day on which a former province's line ends. ``first`` and ``last`` are the
    points that end first and last; ``change`` and ``years`` lie between them, None where all end
    together.
    """

    province: str
    series_key: SeriesKey
    of: int | None
    points: tuple[Point, ...]
    ended: date | None = None

    @property
    def first(self) -> Observation:
        """The report that ends first."""
        return min((point.observation for point in self.points), key=_end)

    @property
    def last(self) -> Observation:
        """The report that ends last."""
        return max((point.observation for point in self.points), key=_end)

    @property
    def years(self) -> Decimal | None:
        """Years from the first to the last."""
        start, end = self.first.figure.period.end, self.last.figure.period.end
        return years_between(start, end) if start < end else None

    @property
    def change(self) -> Decimal | None:
        """The change from the first to the last, by the printed numbers."""
        if self.years is None:
            return None
        return self.last.figure.number - self.first.figure.number

    @property
    def per_year(self) -> Decimal | None:
        """The change a year; None under a year, of which none can be told."""
        change, years = self.change, self.years
        return change / years if change is not None and years is not None and years >= 1 else None


class Trend(Struct, frozen=True):
    """The answer to ``trend INDICATOR [PROVINCE ...]``.

    With provinces every series of each, and of its predecessors, and its judged targets. Without,
    the series of two points or more of all provinces of the day: by footing, on each the best
    change a year first, and those of less than a year last. ``single`` counts provinces with
    figures but no two that compare.
    """

    indicator: str
    as_of: date
    provinces: tuple[str, ...]
    series: tuple[Series, ...]
    targets: tuple[tuple[str, Assessment], ...]
    single: int

    @property
    def empty(self) -> bool:
        """Whether there is no series at all."""
        return not self.series


def trend(dataset: Dataset, indicator: str, *, as_of: date, provinces: Sequence[str] = ()) -> Trend:
    """How ``indicator`` changed. Raises KeyError for an unknown indicator or province."""
    measured = dataset.indicator(indicator)
    if not provinces:
        return _everywhere(dataset, measured, as_of)
    named = tuple(dict.fromkeys(provinces))
    own = _by_province(dataset.lines_of(indicator).figures)
    lines = dict.fromkeys(line for id in named for line in (*dataset.province(id).formed_from, id))
    found = [
        series
        for id in lines
        for series in _series_of(dataset, measured, id, own.get(id, ()), as_of)
    ]
    targets = [
        (id, assessment)
        for id in named
        for assessment in _targets(dataset, measured, id, own.get(id, ()), as_of)
    ]
    return Trend(indicator, as_of, named, tuple(found), tuple(targets), 0)


def _by_province(figures: Iterable[Figure]) -> Mapping[str, Sequence[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.province, []).append(figure)
    return found


def _everywhere(dataset: Dataset, indicator: Indicator, as_of: date) -> Trend:
    """Every province's series of two or more points, on each footing sorted by change a year."""
    own = _by_province(dataset.lines_of(indicator.id).figures)
    series: list[Series] = []
    single = 0
    for province in dataset.register.existing(as_of):
        found = list(_series_of(dataset, indicator, province.id, own.get(province.id, ()), as_of))
        moving = [line for line in found if line.change is not None]
        single += bool(found) and not moving
        series += moving
    series.sort(key=lambda line: sort_key(dataset.province(line.province).name))
    series.sort(key=lambda line: _best_first(line, indicator))
    return Trend(indicator.id, as_of, (), tuple(series), (), single)


def _best_first(series: Series, indicator: Indicator) -> tuple[object, ...]:
    """Sorts by footing, places before scores; then by change, that of less than a year last."""
    moved = series.per_year if series.per_year is not None else series.change or Decimal(0)
    falls = series.of is not None or indicator.better == "lower"
    series_key = (
        series.of is None,
        -(series.of or 0),
        series_key_order(series.series_key, indicator),
    )
    return (
        bool(series.series_key.scope),
        *series_key,
        series.per_year is None,
        moved if falls else -moved,
    )


def _end(observation: Observation) -> tuple[date, tuple[object, ...]]:
    """Sorts by end; of those that end together the most precise is the latest."""
    return (observation.figure.period.end, observation.figure.period.recency)


def _series_of(
    dataset: Dataset,
    indicator: Indicator,
    province: str,
    own: Sequence[Figure],
    as_of: date,
) -> Iterable[Series]:
    """The series of one province: by basis and method, those before a break first."""
    keyed: dict[tuple[SeriesKey, int | None], list[Observation]] = {}
    for observation in collect_observations(own, indicator, dataset, as_of):
        figure = observation.figure
        if figure.period.stated and figure.status not in UNRANKED_STATUSES:
            for part in _parts(observation, indicator):
                of = (
                    part.figure.place.of
                    if part.figure.amount is None and part.figure.place
                    else None
                )
                keyed.setdefault((series_key_of(part, indicator), of), []).append(part)
    place = dataset.province(province)
    ended = place.until if borders_reason(place, as_of) == "former_province" else None
    for series_key, of in sorted(
        keyed,
        key=lambda key: (
            bool(key[0].scope),
            key[1] or 0,
            series_key_order(replace(key[0], era=0), indicator),
            key[0].era,
        ),
    ):
        yield Series(province, series_key, of, _points(keyed[series_key, of]), ended)


def _parts(observation: Observation, indicator: Indicator) -> Iterable[Observation]:
    """An index's place and its score, each by itself; any other figure as it is."""
    figure = observation.figure
    if not indicator.unit.ranked:
        yield observation
        return
    if figure.place is not None:
        place = replace(figure, amount=None)
        yield replace(observation, figure=place, interval=figure.place.interval)
    if figure.amount is not None:
        yield replace(observation, figure=replace(figure, place=None))


def _points(observations: Sequence[Observation]) -> tuple[Point, ...]:
    """The figures oldest first, each with its change from the one before."""
    ordered = sorted(observations, key=lambda observation: observation.figure.period.recency)
    points: list[Point] = []
    for observation in ordered:
        before = points[-1].observation.figure if points else None
        if before is None or before.period.end >= observation.figure.period.end:
            points.append(Point(observation))
        else:
            change = observation.figure.number - before.number
            years = years_between(before.period.end, observation.figure.period.end)
            points.append(Point(observation, change, years))
    return tuple(points)


def _targets(
    dataset: Dataset,
    indicator: Indicator,
    province: str,
    own: Sequence[Figure],
    as_of: date,
) -> tuple[Assessment, ...]:
    """The province's targets of the indicator, judged."""
    aims = targets_by_province(dataset.lines_of(indicator.id)).get(province, ())
    observations = collect_observations(own, indicator, dataset, as_of)
    ended = dataset.province(province).ended(as_of)
    return assess(aims, observations, indicator, as_of, ended=ended)
