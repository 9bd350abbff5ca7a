"""Who reports what, how old it is, and what to ask for next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dtcompare.analysis.footing import unfit_reason
from dtcompare.analysis.gaps import Judgement, judge, targets_by_province
from dtcompare.analysis.reports import Report, latest, reports_of
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.record import dataclass
from dtcompare.text import sort_key

__all__ = ["Coverage", "Reporting", "ReportingCell", "Wanted", "reporting"]


@dataclass(frozen=True, slots=True)
class ReportingCell:
    """What a province reports of an indicator: its latest figure, and whether it may compare.

    ``months`` is the age of the figure on the day, None where nobody says when.
    """

    province: str
    indicator: str
    report: Report
    months: int | None
    comparable: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much one province or one indicator is reported: ``reported`` of ``asked``."""

    id: str
    reported: int
    comparable: int
    asked: int
    newest: Report | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to ask a province for, and why.

    why: silent_target (a deadline passed and nobody has said), unjudged_target (a target with no
    figure on its footing), others_report (``others`` provinces do).
    """

    indicator: str
    why: str
    others: int
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Reporting:
    """The answer to ``reporting [PROVINCE]``: cells in the register's and catalogue's order."""

    as_of: date
    province: str | None
    cells: tuple[ReportingCell, ...]
    provinces: tuple[Coverage, ...]
    indicators: tuple[Coverage, ...]
    wanted: tuple[Wanted, ...]

    @property
    def empty(self) -> bool:
        """Whether nobody reports anything."""
        return not self.cells and not self.wanted


def reporting(dataset: Dataset, *, as_of: date, province: str | None = None) -> Reporting:
    """Who of the provinces of the day reports what. Raises KeyError for an unknown province.

    Only indicators that some province of the day reports are asked for. With ``province`` the
    cells are its own and ``wanted`` says what to ask it for, the most reported elsewhere first.
    """
    existing = [p.id for p in dataset.register.existing(as_of)]
    rows = {
        indicator.id: _cells(dataset, indicator, lines, existing, as_of)
        for indicator, lines in dataset.all_lines()
    }
    asked = [id for id, cells in rows.items() if cells]
    cells = [cell for id in asked for cell in rows[id]]
    wanted: Sequence[Wanted] = ()
    if province is not None:
        own = [cell for cell in cells if cell.province == dataset.province(province).id]
        counts = {id: len(rows[id]) for id in asked}
        wanted = _wanted(dataset, province, {cell.indicator for cell in own}, counts, as_of)
    return Reporting(
        as_of=as_of,
        province=province,
        cells=tuple(cell for cell in cells if province in (None, cell.province)),
        provinces=tuple(_by_province(dataset, cells, existing, len(asked))),
        indicators=tuple(_coverage(id, rows[id], len(existing)) for id in asked),
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
        reports = reports_of(own, indicator, dataset, as_of)
        whole = [report for report in reports if not report.figure.scope]
        newest = latest(whole) or latest(reports)
        if newest is not None:
            period = newest.figure.period
            months = (as_of.year - period.end.year) * 12 + as_of.month - period.end.month
            fit = any(not unfit_reason(r, indicator, dataset.catalogue) for r in whole)
            age = max(months, 0) if period.stated else None
            cells.append(ReportingCell(id, indicator.id, newest, age, fit))
    return cells


def _coverage(id: str, cells: Sequence[ReportingCell], asked: int) -> Coverage:
    newest = latest(cell.report for cell in cells)
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
    dataset: Dataset, province: str, own: set[str], counts: dict[str, int], as_of: date
) -> list[Wanted]:
    """What to ask the province for: overdue targets, other targets, then what others report."""
    found: list[Wanted] = []
    for indicator, lines in dataset.all_lines():
        aims = targets_by_province(lines).get(province, ())
        figures = [figure for figure in lines.figures if figure.province == province]
        reports = reports_of(figures, indicator, dataset, as_of)
        unjudged = [j for j in judge(aims, reports, indicator, as_of) if j.report is None]
        if unjudged:
            first = min(unjudged, key=lambda judgement: judgement.target.by.end)
            why = "silent_target" if first.due == "passed" else "unjudged_target"
            found.append(Wanted(indicator.id, why, counts.get(indicator.id, 0), first))
    aimed = {wanted.indicator for wanted in found}
    order = ("silent_target", "unjudged_target")
    found.sort(key=lambda wanted: order.index(wanted.why))
    missing = [id for id in counts if id not in own and id not in aimed]
    missing.sort(key=lambda id: -counts[id])
    return found + [Wanted(id, "others_report", counts[id]) for id in missing]
