"""Who reports what, how old it is, and what to ask for next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from dtcompare.analysis.comparability import exclusion_reason
from dtcompare.analysis.coverage import reporters
from dtcompare.analysis.gaps import Assessment, assess, targets_by_province
from dtcompare.analysis.observations import Observation, collect_observations, latest, newest_place
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator
from dtcompare.text import sort_key

__all__ = ["Coverage", "DataRequest", "Reporting", "ReportingCell", "reporting"]


class ReportingCell(Struct, frozen=True):
    """What a province reports of an indicator, and whether it may stand beside another's figure.

    ``report`` is the latest figure that may, else the latest of the whole province, else of a part.
    ``months`` is its age on the day, None where nobody says when.
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

    why: silent_target (a deadline passed and nobody has said), unjudged_target (a target with no
    figure on its footing), others_report (``others`` provinces do).
    """

    indicator: str
    why: str
    others: int
    assessment: Assessment | None = None


class Reporting(Struct, frozen=True):
    """The answer to ``reporting [PROVINCE]``: cells in the register's and catalogue's order.

    ``asked`` is how many indicators some of the provinces report. ``provinces`` and ``indicators``
    are empty where coverage was not asked for.
    """

    as_of: date
    province: str | None
    asked: int
    cells: tuple[ReportingCell, ...]
    provinces: tuple[Coverage, ...]
    indicators: tuple[Coverage, ...]
    wanted: tuple[DataRequest, ...]

    @property
    def empty(self) -> bool:
        """Whether nobody reports anything."""
        return not self.cells and not self.wanted


def reporting(
    dataset: Dataset, *, as_of: date, province: str | None = None, coverage: bool = True
) -> Reporting:
    """Who of the provinces of the day reports what. Raises KeyError for an unknown province.

    Only indicators that some of these provinces report are asked for. With ``province``, which may
    be one that does not exist on the day, the cells are its own and ``wanted`` says what to ask it
    for, the most reported elsewhere first; one that has ended is not asked. Without ``coverage``
    the figures of others are not looked at for it.
    """
    existing = [p.id for p in dataset.register.existing(as_of)]
    here = dataset.province(province) if province is not None else None
    if here is not None and not here.exists(as_of):
        existing.append(here.id)
    if here is None or coverage:
        rows = {
            indicator.id: _cells(dataset, indicator, lines, existing, as_of)
            for indicator, lines in dataset.all_lines()
        }
        heard = {id: {cell.province for cell in cells} for id, cells in rows.items()}
    else:
        rows = {
            indicator.id: _cells(dataset, indicator, lines, [here.id], as_of)
            for indicator, lines in dataset.lines_about(here.id)
        }
        heard = dict(reporters(dataset, rows, as_of))
    asked = [id for id, cells in rows.items() if cells or heard[id]]
    cells = [cell for id in asked for cell in rows[id]]
    wanted: Sequence[DataRequest] = ()
    if here is not None and here.exists(as_of):
        others = {id: len(heard[id] - {here.id}) for id in asked}
        own = {cell.indicator for cell in cells if cell.province == here.id}
        wanted = _wanted(dataset, here.id, own, others, as_of)
    return Reporting(
        as_of=as_of,
        province=province,
        asked=len(asked),
        cells=tuple(cell for cell in cells if province in (None, cell.province)),
        provinces=tuple(_by_province(dataset, cells, existing, len(asked))) if coverage else (),
        indicators=tuple(_coverage(id, rows[id], len(existing)) for id in asked)
        if coverage
        else (),
        wanted=tuple(wanted),
    )


def _cells(
    dataset: Dataset, indicator: Indicator, lines: Lines, existing: Sequence[str], as_of: date
) -> list[ReportingCell]:
    """The latest figure of every province of the day, whole-province figures before parts."""
    figures: dict[str, list[Figure]] = {id: [] for id in existing}
    for figure in lines.figures:
        if figure.province in figures:
            figures[figure.province].append(figure)
    cells = []
    for id, own in figures.items():
        observations = collect_observations(own, indicator, dataset, as_of)
        whole = [observation for observation in observations if not observation.figure.scope]
        fit = [r for r in whole if _may_compare(r, indicator, dataset)]
        shown = newest_place(fit) or newest_place(whole) or newest_place(observations)
        if shown is not None:
            cells.append(ReportingCell(id, indicator.id, shown, _months(shown, as_of), bool(fit)))
    return cells


def _may_compare(observation: Observation, indicator: Indicator, dataset: Dataset) -> bool:
    return indicator.better != "none" and not exclusion_reason(
        observation, indicator, dataset.catalogue
    )


def _months(observation: Observation, as_of: date) -> int | None:
    """The age of a figure in whole calendar months; 0 for a period that has not ended."""
    period = observation.figure.period
    months = (as_of.year - period.end.year) * 12 + as_of.month - period.end.month
    return max(months, 0) if period.stated else None


def _coverage(id: str, cells: Sequence[ReportingCell], asked: int) -> Coverage:
    newest = latest(cell.observation for cell in cells)
    return Coverage(id, len(cells), sum(cell.comparable for cell in cells), asked, newest)


def _by_province(
    dataset: Dataset, cells: Iterable[ReportingCell], existing: Iterable[str], asked: int
) -> Iterable[Coverage]:
    """The coverage of every province, the one that reports most first."""
    own: dict[str, list[ReportingCell]] = {id: [] for id in existing}
    for cell in cells:
        own[cell.province].append(cell)
    found = [_coverage(id, reported, asked) for id, reported in own.items()]
    found.sort(key=lambda coverage: sort_key(dataset.province(coverage.id).name))
    return sorted(found, key=lambda coverage: -coverage.reported)


def _wanted(
    dataset: Dataset, province: str, own: set[str], others: dict[str, int], as_of: date
) -> list[DataRequest]:
    """What to ask the province for: overdue targets, other targets, then what others report."""
    found: list[DataRequest] = []
    for indicator, lines in dataset.lines_about(province):
        aims = targets_by_province(lines).get(province, ())
        observations = collect_observations(lines.figures, indicator, dataset, as_of)
        assessed = assess(aims, observations, indicator, as_of)
        unjudged = [j for j in assessed if j.observation is None and not j.target.scope]
        if unjudged:
            first = min(unjudged, key=lambda assessment: assessment.target.by.end)
            why = "silent_target" if first.due == "passed" else "unjudged_target"
            found.append(DataRequest(indicator.id, why, others.get(indicator.id, 0), first))
    aimed = {wanted.indicator for wanted in found}
    order = ("silent_target", "unjudged_target")
    found.sort(key=lambda wanted: order.index(wanted.why))
    missing = [id for id in others if id not in own and id not in aimed]
    missing.sort(key=lambda id: -others[id])
    return found + [DataRequest(id, "others_report", others[id]) for id in missing]
