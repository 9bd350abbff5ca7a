"""Two to six provinces side by side: like with like, and openly apart what is not alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from dtcompare.analysis.editions import edition_of
from dtcompare.analysis.footing import Footing, footing_of, footing_order, unfit_reason
from dtcompare.analysis.gaps import Judgement, judge, targets_by_province
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.places import standings
from dtcompare.analysis.profile import Relative, relatives_of
from dtcompare.analysis.reports import Report, latest, reports_of
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import UNRANKED_STATUSES
from dtcompare.model.indicator import Indicator
from dtcompare.model.record import dataclass

__all__ = ["MOST", "Alike", "Apart", "Comparison", "Lead", "Places", "compare"]

MOST = 6


@dataclass(frozen=True, slots=True)
class Lead:
    """How far the one ahead is from the next: by the printed numbers, and what it may be."""

    province: str
    by: Decimal
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Alike:
    """An indicator that all report on one footing in one season.

    ``reports`` stand in the order of the provinces. ``lead`` is None where nobody is surely ahead
    of all others; ``level`` tells that all figures are exact and equal.
    """

    indicator: str
    footing: Footing
    reports: tuple[Report, ...]
    lead: Lead | None
    level: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """An indicator that two or more report, but not all on one footing in one season.

    ``reports`` has, for each province in order, its latest figure on every footing. ``why`` is
    extensive (larger provinces have more), better_none, or footing.
    """

    indicator: str
    reports: tuple[tuple[Report, ...], ...]
    why: str


@dataclass(frozen=True, slots=True)
class Places:
    """Published places in an index: in one edition where all have one, else each one's latest."""

    indicator: str
    edition: Edition | None
    reports: tuple[Report | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to ``compare A B``; every tuple of tuples is in the order of ``provinces``.

    ``only`` has what a single province reports; ``targets`` each province's judged targets with
    the indicator; ``relatives`` its predecessors.
    """

    provinces: tuple[str, ...]
    as_of: date
    alike: tuple[Alike, ...]
    apart: tuple[Apart, ...]
    only: tuple[tuple[tuple[str, Report], ...], ...]
    places: tuple[Places, ...]
    targets: tuple[tuple[tuple[str, Judgement], ...], ...]
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
    only: dict[str, list[tuple[str, Report]]] = {id: [] for id in provinces}
    places: list[Places] = []
    for indicator, lines in dataset.all_lines():
        known = [_known(dataset, indicator, lines, id, as_of) for id in provinces]
        reporting = [id for id, reports in zip(provinces, known, strict=True) if reports]
        if not reporting:
            continue
        if indicator.unit.ranked:
            places.append(_places(indicator, known, dataset))
        elif len(reporting) == 1:
            (reports,) = filter(None, known)
            only[reporting[0]] += [(indicator.id, report) for report in _each(reports, indicator)]
        elif (row := _alike(indicator, known, provinces, dataset)) is not None:
            alike.append(row)
        else:
            shown = tuple(tuple(_each(reports, indicator)) for reports in known)
            apart.append(Apart(indicator.id, shown, _why(indicator)))
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


def _known(
    dataset: Dataset, indicator: Indicator, lines: Lines, province: str, as_of: date
) -> tuple[Report, ...]:
    own = [figure for figure in lines.figures if figure.province == province]
    return reports_of(own, indicator, dataset, as_of)


def _why(indicator: Indicator) -> str:
    if indicator.unit.extensive:
        return "extensive"
    return "better_none" if indicator.better == "none" else "footing"


def _each(reports: Iterable[Report], indicator: Indicator) -> Iterable[Report]:
    """The latest figure on every footing, whole-province figures first."""
    found: dict[Footing, list[Report]] = {}
    for report in reports:
        found.setdefault(footing_of(report, indicator), []).append(report)
    ordered = sorted(found, key=lambda f: (bool(f.scope), footing_order(f, indicator)))
    return (last for footing in ordered if (last := latest(found[footing])))


def _alike(
    indicator: Indicator,
    known: Sequence[Sequence[Report]],
    provinces: Sequence[str],
    dataset: Dataset,
) -> Alike | None:
    """The figures of all on the first footing and in the newest season that all share, or None."""
    if indicator.unit.extensive or indicator.better == "none":
        return None
    fit: dict[Footing, list[list[Report]]] = {}
    for place, reports in enumerate(known):
        for report in reports:
            if not report.figure.scope and not unfit_reason(report, indicator, dataset.catalogue):
                footing = footing_of(report, indicator)
                fit.setdefault(footing, [[] for _ in known])[place].append(report)
    for footing in sorted(fit, key=lambda f: footing_order(f, indicator)):
        shared = _shared_season(fit[footing], indicator)
        if shared is not None:
            exact = {(report.interval.low, report.interval.high) for report in shared}
            level = len(exact) == 1 and all(report.interval.width == 0 for report in shared)
            lead = _lead(shared, provinces, lower=indicator.better == "lower")
            return Alike(indicator.id, footing, shared, lead, level)
    return None


def _shared_season(
    reports: Sequence[Sequence[Report]], indicator: Indicator
) -> tuple[Report, ...] | None:
    """Each one's latest figure in the newest season in which all have one, or None."""
    if not all(reports):
        return None
    newest = max(report.figure.period.end for own in reports for report in own)
    windows: list[dict[int, list[Report]]] = []
    for own in reports:
        found: dict[int, list[Report]] = {}
        for report in own:
            back = indicator.season.index(newest, report.figure.period.end)
            found.setdefault(back, []).append(report)
        windows.append(found)
    common = set(windows[0]).intersection(*windows)
    if not common:
        return None
    chosen = [latest(found[min(common)]) for found in windows]
    return tuple(report for report in chosen if report is not None)


def _lead(reports: Sequence[Report], provinces: Sequence[str], *, lower: bool) -> Lead | None:
    """Who is surely ahead of all others, and by how much of the next; None where it is open."""
    places = standings(reports, lower_is_better=lower)
    first = next((n for n, place in enumerate(places) if place.rank == place.worst == 1), None)
    if first is None or sum(place.best == 1 for place in places) > 1:
        return None
    following = min((place.rank, n) for n, place in enumerate(places) if n != first)[1]
    ahead, behind = reports[first], reports[following]
    if lower:
        ahead, behind = behind, ahead
    return Lead(
        provinces[first],
        ahead.figure.number - behind.figure.number,
        _minus(ahead.interval.low, behind.interval.high),
        _minus(ahead.interval.high, behind.interval.low),
    )


def _minus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _places(indicator: Indicator, known: Sequence[Sequence[Report]], dataset: Dataset) -> Places:
    """The newest edition in which all have a place, else the latest line of each."""

    def count(day: date) -> int:
        return len(dataset.register.existing(day))

    editions: list[Mapping[Edition, Report]] = [
        {
            edition_of(report.figure, dataset, count): report
            for report in sorted(own, key=lambda report: report.figure.place is not None)
            if report.figure.period.stated and report.figure.status not in UNRANKED_STATUSES
        }
        for own in known
    ]
    common = set(editions[0]).intersection(*editions)
    if common:
        newest = max(common, key=lambda edition: editions[0][edition].figure.period.recency)
        return Places(indicator.id, newest, tuple(found[newest] for found in editions))
    return Places(indicator.id, None, tuple(latest(own) for own in known))


def _targets(dataset: Dataset, province: str, as_of: date) -> Iterable[tuple[str, Judgement]]:
    """Every target of one province, judged."""
    ended = dataset.province(province).ended(as_of)
    for indicator, lines in dataset.all_lines():
        aims = targets_by_province(lines).get(province, ())
        if aims:
            reports = _known(dataset, indicator, lines, province, as_of)
            for judgement in judge(aims, reports, indicator, as_of, ended=ended):
                yield indicator.id, judgement
