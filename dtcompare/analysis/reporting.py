"""Who reports what, how old it is, and what to ask for next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import may_compare
from dtcompare.analysis.gaps import Assessment, assess
from dtcompare.analysis.observations import (
    Observation,
    collect_observations,
    group_by,
    known_from,
    latest,
    newest_place,
)
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.indicator import Indicator
from dtcompare.model.usage import Usage
from dtcompare.text import sort_key

WhyAsk = Literal["silent_target", "unjudged_target", "others_report"]


class ReportingCell(Struct, frozen=True):
    """What a province reports of an indicator, and whether it may stand beside another's figure.

    ``observation`` is the latest figure that may, else the latest of the whole province, else of a
    part. ``months`` is its age on the day in whole calendar months, 0 for a period that has not
    ended; None where nobody says when.
    """

    province: str
    indicator: str
    observation: Observation
    months: int | None
    comparable: bool


class Coverage(Struct, frozen=True):
    """How much one province or one indicator is reported: ``reported`` of ``asked``."""

    id: str
    reported: int
    comparable: int
    asked: int
    newest: Observation | None


class DataRequest(Struct, frozen=True):
    """Something to ask a province for, and why.

    why: silent_target (a deadline passed without a figure), unjudged_target (a target with no
    figure of its kind), others_report (``others`` provinces do; ``everybody``: all the others).
    """

    indicator: str
    why: WhyAsk
    others: int
    assessment: Assessment | None = None
    everybody: bool = False


class Reporting(Struct, frozen=True):
    """The answer to ``reporting [PROVINCE]``: cells in the register's and catalogue's order.

    ``asked`` is how many indicators some of the provinces report, ``complete`` names those that
    every province of the day reports. ``provinces`` and ``indicators`` are empty where coverage was
    not asked for.
    """

    as_of: date
    province: str | None
    asked: int
    cells: tuple[ReportingCell, ...]
    provinces: tuple[Coverage, ...]
    indicators: tuple[Coverage, ...]
    wanted: tuple[DataRequest, ...]
    complete: tuple[str, ...] = ()

    @property
    def lacking(self) -> list[str]:
        """Return what all other provinces report and the one asked about does not."""
        own = {cell.indicator for cell in self.cells}
        return [one.indicator for one in self.wanted if one.everybody and one.indicator not in own]

    @property
    def empty(self) -> bool:
        """Tell whether nobody reports anything."""
        return not self.cells and not self.wanted


def reporting(
    dataset: Dataset, *, as_of: date, province: str | None = None, coverage: bool = True
) -> Reporting:
    """Return who of the provinces of the day reports what. Raises KeyError for an unknown province.

    Only indicators that some of these provinces report are asked for. With ``province``, which may
    be one that does not exist on the day, the cells are its own and ``wanted`` says what to ask it
    for, the most reported elsewhere first; one that has ended is not asked. Without ``coverage``
    the figures of others are not looked at for it.
    """
    existing = [p.id for p in dataset.register.existing(as_of)]
    of_day = frozenset(existing)
    here = dataset.province(province) if province is not None else None
    if here is not None and not here.exists(as_of):
        existing.append(here.id)
    if here is None or coverage:
        rows = _all_cells(dataset, dataset.all_lines(), existing, as_of)
        reported_by = {id: {cell.province for cell in cells} for id, cells in rows.items()}
    else:
        rows = _all_cells(dataset, dataset.lines_about(here.id), [here.id], as_of)
        reported_by = dict(reporters(dataset, rows, as_of))
    asked = [id for id, cells in rows.items() if cells or reported_by[id]]
    cells = list(chain.from_iterable(rows[id] for id in asked))
    wanted: list[DataRequest] = []
    if here is not None and here.exists(as_of):
        others = {id: len(reported_by[id] - {here.id}) for id in asked}
        own = {cell.indicator for cell in cells if cell.province == here.id}
        wanted = _wanted(dataset, here.id, own, others, as_of)
        rest = len(existing) - 1
        wanted = [replace(one, everybody=0 < one.others == rest) for one in wanted]
    provinces: list[Coverage] = []
    indicators: list[Coverage] = []
    if coverage:
        provinces = _by_province(dataset, cells, existing, len(asked))
        indicators = [_coverage(id, rows[id], len(existing)) for id in asked]
    return Reporting(
        as_of=as_of,
        province=province,
        asked=len(asked),
        cells=tuple(cell for cell in cells if province in (None, cell.province)),
        provinces=tuple(provinces),
        indicators=tuple(indicators),
        wanted=tuple(wanted),
        complete=tuple(id for id in asked if reported_by[id].issuperset(of_day)),
    )


def reporters(
    dataset: Dataset, indicators: Iterable[str], as_of: date
) -> Iterator[tuple[str, set[str]]]:
    """Yield the provinces of the day that report each of some indicators by then.

    Lines are read only where the usage cannot tell that something of each province was known.
    """
    existing = {province.id for province in dataset.register.existing(as_of)}
    usages = dataset.usage("indicator")
    for id in indicators:
        usage = usages.get(id, Usage())
        provinces = set(usage.provinces)
        if usage.known_from > as_of:
            figures = [one for one in dataset.lines_of(id).figures if one.reject is None]
            provinces = {one.province for one in figures if known_from(one, dataset) <= as_of}
        yield id, existing & provinces


def _all_cells(
    dataset: Dataset,
    measured: Iterable[tuple[Indicator, Lines]],
    provinces: Sequence[str],
    as_of: date,
) -> dict[str, list[ReportingCell]]:
    """Return what the provinces report of every indicator."""
    rows: dict[str, list[ReportingCell]] = {}
    for indicator, lines in measured:
        figures = group_by(lines.figures, lambda figure: figure.province)
        cells = rows[indicator.id] = []
        for id in provinces:
            observations = collect_observations(figures.get(id, ()), indicator, dataset, as_of)
            if observations:
                cells.append(_cell(observations, indicator, dataset, as_of))
    return rows


def _cell(
    observations: Sequence[Observation], indicator: Indicator, dataset: Dataset, as_of: date
) -> ReportingCell:
    """Return what a province reports: the figure that stands for it, and its age."""
    shown = pick_figure(observations, indicator, dataset)
    fit = indicator.better != "none" and may_compare(shown, indicator, dataset)
    period = shown.figure.period
    months = (as_of.year - period.end.year) * 12 + as_of.month - period.end.month
    age = max(months, 0) if period.stated else None
    return ReportingCell(shown.figure.province, indicator.id, shown, age, fit)


def pick_figure(
    observations: Sequence[Observation], indicator: Indicator, dataset: Dataset
) -> Observation:
    """Return the figure that stands for a province, of the one or more that it reports.

    The latest that may be compared with others', else the latest of the whole province, else of a
    part of it.
    """
    whole = [one for one in observations if not one.figure.scope]
    fit = [one for one in whole if may_compare(one, indicator, dataset)]
    shown = newest_place((fit if indicator.better != "none" else []) or whole or observations)
    assert shown is not None
    return shown


def _coverage(id: str, cells: Sequence[ReportingCell], asked: int) -> Coverage:
    newest = latest(cell.observation for cell in cells)
    return Coverage(id, len(cells), sum(cell.comparable for cell in cells), asked, newest)


def _by_province(
    dataset: Dataset, cells: Iterable[ReportingCell], existing: Iterable[str], asked: int
) -> list[Coverage]:
    """Return the coverage of every province, the one that reports most first."""
    own: dict[str, list[ReportingCell]] = {id: [] for id in existing}
    for cell in cells:
        own[cell.province].append(cell)
    rows = [_coverage(id, reported, asked) for id, reported in own.items()]
    rows.sort(key=lambda coverage: sort_key(dataset.province(coverage.id).name))
    return sorted(rows, key=lambda coverage: -coverage.reported)


def _wanted(
    dataset: Dataset, province: str, own: set[str], others: dict[str, int], as_of: date
) -> list[DataRequest]:
    """Return what to ask for: overdue targets, other targets, then what others report."""
    requests: list[DataRequest] = []
    for indicator, lines in dataset.lines_about(province):
        assessed = assess(dataset, indicator, province, lines, as_of)
        waiting = [one for one in assessed if one.observation is None and not one.target.scope]
        if waiting:
            first = min(waiting, key=lambda one: one.target.by.end)
            why: WhyAsk = "silent_target" if first.due == "passed" else "unjudged_target"
            requests.append(DataRequest(indicator.id, why, others.get(indicator.id, 0), first))
    requests.sort(key=lambda request: request.why != "silent_target")
    known = own.union(request.indicator for request in requests)
    missing = [id for id in others if id not in known]
    missing.sort(key=lambda id: -others[id])
    return requests + [DataRequest(id, "others_report", others[id]) for id in missing]
