"""How a figure changed: comparable figures in a row, holes and breaks left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import SeriesKey, series_key_of, series_key_order
from dtcompare.analysis.gaps import Assessment, assess
from dtcompare.analysis.observations import Observation, collect_observations, group_by, place_alone
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, UNRANKED_STATUSES, Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import years_between
from dtcompare.text import sort_key


class Point(Struct, frozen=True):
    """A figure of a series; ``change`` from the point before, over ``years``.

    None at the first point; a series never crosses a break of method or a merger.
    """

    observation: Observation
    change: Decimal | None = None
    years: Decimal | None = None


class Series(Struct, frozen=True):
    """One province's figures of one kind (places: among ``of`` provinces), oldest first.

    ``ended`` is the day on which a former province's line ends. ``change`` and ``years`` lie
    between the oldest and the latest point, None where the latest does not end later.
    """

    province: str
    series_key: SeriesKey
    of: int | None
    points: tuple[Point, ...]
    ended: date | None = None

    @property
    def first(self) -> Observation:
        """Return the oldest observation."""
        return self.points[0].observation

    @property
    def last(self) -> Observation:
        """Return the latest observation; a month is later than the bare year it lies in."""
        return self.points[-1].observation

    @property
    def years(self) -> Decimal | None:
        """Return the years from the first to the last."""
        start, end = self.first.figure.period.end, self.last.figure.period.end
        return years_between(start, end) if start < end else None

    @property
    def change(self) -> Decimal | None:
        """Return the change from the first to the last, by the printed numbers."""
        if self.years is None:
            return None
        return self.last.figure.number - self.first.figure.number

    @property
    def per_year(self) -> Decimal | None:
        """Return the change a year; None under a year, of which none can be told."""
        change, years = self.change, self.years
        return change / years if change is not None and years is not None and years >= 1 else None


class Trend(Struct, frozen=True):
    """The answer to ``trend INDICATOR [PROVINCE ...]``.

    With provinces every series of each, and of its predecessors, and its judged targets. Without,
    the series of two points or more of all provinces of the day: by kind, of each the best
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
        """Tell whether there is no series at all."""
        return not self.series


def trend(dataset: Dataset, indicator: str, *, as_of: date, provinces: Sequence[str] = ()) -> Trend:
    """Return how ``indicator`` changed. Raises KeyError for an unknown indicator or province."""
    measured = dataset.indicator(indicator)
    if not provinces:
        return _everywhere(dataset, measured, as_of)
    named = tuple(dict.fromkeys(provinces))
    lines = dataset.lines_of(indicator)
    series: dict[str, list[Series]] = {}
    targets: list[tuple[str, Assessment]] = []
    for id in named:
        formed_from = () if id == NATIONAL else dataset.province(id).formed_from
        for drawn in (*formed_from, id):
            figures = lines.of(drawn).figures
            series[drawn] = list(_series_of(dataset, measured, drawn, figures, as_of))
        for assessment in assess(dataset, measured, id, lines.of(id), as_of):
            targets += [(id, one) for one in assessment.by_method]
    return Trend(indicator, as_of, named, tuple(chain(*series.values())), tuple(targets), 0)


def _everywhere(dataset: Dataset, indicator: Indicator, as_of: date) -> Trend:
    """Return every province's series of two or more points, of each kind by change a year."""
    own = group_by(dataset.lines_of(indicator.id).figures, lambda figure: figure.province)
    series: list[Series] = []
    single = 0
    for province in dataset.register.existing(as_of):
        lines = list(_series_of(dataset, indicator, province.id, own.get(province.id, ()), as_of))
        moving = [one for one in lines if one.change is not None]
        single += bool(lines) and not moving
        series += moving
    series.sort(key=lambda line: sort_key(dataset.province(line.province).name))
    series.sort(key=lambda line: _best_first(line, indicator))
    return Trend(indicator.id, as_of, (), tuple(series), (), single)


def _best_first(series: Series, indicator: Indicator) -> tuple[object, ...]:
    """Sort by kind, places before scores; then by change, that of less than a year last."""
    moved = series.per_year if series.per_year is not None else series.change or Decimal(0)
    falls = series.of is not None or indicator.better == "lower"
    return (
        bool(series.series_key.scope),
        series.of is None,
        -(series.of or 0),
        series_key_order(series.series_key, indicator),
        series.per_year is None,
        moved if falls else -moved,
    )


def _series_of(
    dataset: Dataset, indicator: Indicator, province: str, own: Sequence[Figure], as_of: date
) -> Iterator[Series]:
    """Yield the series of one province: by basis and method, those before a break first."""
    keyed: dict[tuple[SeriesKey, int | None], list[Observation]] = {}
    for observation in collect_observations(own, indicator, dataset, as_of):
        figure = observation.figure
        if figure.period.stated and figure.status not in UNRANKED_STATUSES:
            for part in _parts(observation, indicator):
                place = part.figure.place if part.figure.amount is None else None
                of = place.of if place is not None else None
                keyed.setdefault((series_key_of(part, indicator), of), []).append(part)
    here = None if province == NATIONAL else dataset.province(province)
    ended = here.until if here is not None and here.ended(as_of) else None

    def order(key: tuple[SeriesKey, int | None]) -> tuple[object, ...]:
        series_key, of = key
        basis_and_method = series_key_order(replace(series_key, era=0), indicator)
        return (bool(series_key.scope), of or 0, basis_and_method, series_key.era)

    for series_key, of in sorted(keyed, key=order):
        yield Series(province, series_key, of, _points(keyed[series_key, of]), ended)


def _parts(observation: Observation, indicator: Indicator) -> Iterator[Observation]:
    """Yield an index's place and its score, each by itself; any other figure as it is."""
    figure = observation.figure
    if not indicator.unit.ranked:
        yield observation
        return
    if figure.place is not None:
        yield place_alone(observation)
    if figure.amount is not None:
        yield replace(observation, figure=replace(figure, place=None))


def _points(observations: Sequence[Observation]) -> tuple[Point, ...]:
    """Return the figures oldest first, each with its change from the one before."""
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
