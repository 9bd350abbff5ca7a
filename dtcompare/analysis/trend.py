"""How a figure changed: comparable figures in a row, holes and breaks left open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from dtcompare.analysis.footing import Footing, borders_reason, footing_of, footing_order
from dtcompare.analysis.gaps import Judgement, judge, targets_by_province
from dtcompare.analysis.pace import Stretch, longest_stretch
from dtcompare.analysis.reports import Report, reports_of
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import UNRANKED_STATUSES
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import years_between
from dtcompare.model.record import dataclass, replace
from dtcompare.text import sort_key

__all__ = ["Point", "Series", "Trend", "trend"]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series; ``change`` from the point before, over ``years``.

    None at the first point; a series never crosses a break of method or a merger.
    """

    report: Report
    change: Decimal | None = None
    years: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One province's figures on one footing (places: among ``of`` provinces), oldest first.

    ``ended`` is the day on which a predecessor's line ends in the province that ``into`` names.
    ``stretch`` is the run the pace is taken from, None with fewer than two points.
    """

    province: str
    footing: Footing
    of: int | None
    points: tuple[Point, ...]
    stretch: Stretch | None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """The answer to ``trend INDICATOR [PROVINCE ...]``.

    With provinces every series of each, and of its predecessors, and its judged targets. Without,
    the series of two points or more of all provinces of the day, the largest change a year first.
    ``single`` counts provinces with figures but no two that compare.
    """

    indicator: str
    as_of: date
    provinces: tuple[str, ...]
    series: tuple[Series, ...]
    targets: tuple[tuple[str, Judgement], ...]
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
    found: list[Series] = []
    targets: list[tuple[str, Judgement]] = []
    for id in provinces:
        for former in dataset.province(id).formed_from:
            found += _series_of(dataset, measured, former, as_of)
        found += _series_of(dataset, measured, id, as_of)
        targets += _targets(dataset, measured, id, as_of)
    return Trend(indicator, as_of, tuple(provinces), tuple(found), tuple(targets), 0)


def _everywhere(dataset: Dataset, indicator: Indicator, as_of: date) -> Trend:
    """Every province's series of two or more points, sorted by change a year."""
    series: list[Series] = []
    single = 0
    for province in dataset.register.existing(as_of):
        found = list(_series_of(dataset, indicator, province.id, as_of))
        moving = [line for line in found if line.stretch is not None]
        single += bool(found) and not moving
        series += moving
    series.sort(key=lambda line: sort_key(dataset.province(line.province).name))
    falls_first = indicator.better == "lower" or indicator.unit.ranked
    series.sort(key=_per_year, reverse=not falls_first)
    return Trend(indicator.id, as_of, (), tuple(series), (), single)


def _per_year(series: Series) -> Decimal:
    return series.stretch.per_year if series.stretch is not None else Decimal(0)


def _series_of(
    dataset: Dataset, indicator: Indicator, province: str, as_of: date
) -> Iterable[Series]:
    """The series of one province, in the catalogue's order of bases and methods."""
    own = [f for f in dataset.lines_of(indicator.id).figures if f.province == province]
    keyed: dict[tuple[Footing, int | None], list[Report]] = {}
    for report in reports_of(own, indicator, dataset, as_of):
        figure = report.figure
        if figure.period.stated and figure.status not in UNRANKED_STATUSES:
            for part in _parts(report, indicator):
                of = (
                    part.figure.place.of
                    if part.figure.amount is None and part.figure.place
                    else None
                )
                keyed.setdefault((footing_of(part, indicator), of), []).append(part)
    place = dataset.province(province)
    ended = place.until if borders_reason(place, as_of) == "former_province" else None
    for footing, of in sorted(
        keyed, key=lambda key: (bool(key[0].scope), key[1] or 0, footing_order(key[0], indicator))
    ):
        reports = keyed[footing, of]
        yield Series(
            province, footing, of, _points(reports), longest_stretch(reports, indicator), ended
        )


def _parts(report: Report, indicator: Indicator) -> Iterable[Report]:
    """An index's place and its score, each by itself; any other figure as it is."""
    figure = report.figure
    if not indicator.unit.ranked:
        yield report
        return
    if figure.place is not None:
        place = replace(figure, amount=None)
        yield replace(report, figure=place, interval=figure.place.interval)
    if figure.amount is not None:
        yield replace(report, figure=replace(figure, place=None))


def _points(reports: Sequence[Report]) -> tuple[Point, ...]:
    """The figures oldest first, each with its change from the one before."""
    ordered = sorted(reports, key=lambda report: report.figure.period.recency)
    points: list[Point] = []
    for report in ordered:
        before = points[-1].report.figure if points else None
        if before is None or before.period.end >= report.figure.period.end:
            points.append(Point(report))
        else:
            change = report.figure.number - before.number
            years = years_between(before.period.end, report.figure.period.end)
            points.append(Point(report, change, years))
    return tuple(points)


def _targets(
    dataset: Dataset, indicator: Indicator, province: str, as_of: date
) -> Iterable[tuple[str, Judgement]]:
    """The province's targets of the indicator, judged."""
    lines = dataset.lines_of(indicator.id)
    aims = targets_by_province(lines).get(province, ())
    own = [figure for figure in lines.figures if figure.province == province]
    reports = reports_of(own, indicator, dataset, as_of)
    ended = dataset.province(province).ended(as_of)
    for judgement in judge(aims, reports, indicator, as_of, ended=ended):
        yield province, judgement
