"""The figures that a score is made of: one column an indicator, like with like in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from msgspec import Struct

from dtcompare.analysis.editions import edition_of
from dtcompare.analysis.footing import footing_of, unfit_reason
from dtcompare.analysis.groups import ENOUGH, Edition, Window
from dtcompare.analysis.reports import Report, latest, merged, reports_of
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.model.score import Leaf

__all__ = ["Column", "column_of", "is_exact", "number_of"]


class Column(Struct, frozen=True):
    """The figures of one leaf by province, all of one season or edition (``when``)."""

    leaf: Leaf
    reports: Mapping[str, Report]
    when: Window | Edition | None = None


def is_exact(report: Report) -> bool:
    """Whether the figure is a plain number, neither a word, a range nor an estimate."""
    return report.figure.word == "value" and report.figure.status is None


def number_of(report: Report, indicator: Indicator) -> Decimal:
    """The printed number; of a range the end that is less good."""
    amount = report.figure.amount
    assert amount is not None
    if amount.upper is not None and indicator.better == "lower":
        return amount.upper
    return amount.number


def column_of(dataset: Dataset, leaf: Leaf, day: date, period: Period | None) -> Column:
    """The figures of ``leaf`` that compare, of the provinces that exist on ``day``.

    Whole-province figures on the leaf's basis and method, inside ``period`` where one is given. Of
    several seasons (or editions of an index) the newest in which three report counts, else the
    newest: a figure of another season is a gap.
    """
    indicator = dataset.indicator(leaf.id)
    figures = dataset.lines_of(leaf.id).figures
    timely = [f for f in figures if period is None or f.period.within(period)]
    fit = [
        report
        for report in reports_of(timely, indicator, dataset, day)
        if _fits(report, leaf, indicator, dataset, day)
    ]
    if not fit:
        return Column(leaf, {})
    seasons = _editions(fit, dataset) if indicator.unit.ranked else _seasons(fit, indicator)
    when, reports = next((s for s in seasons if len(s[1]) >= ENOUGH), seasons[0])
    return Column(leaf, reports, when)


def _fits(report: Report, leaf: Leaf, indicator: Indicator, dataset: Dataset, day: date) -> bool:
    """Whether the figure is a number of a whole province of the day, on the leaf's footing."""
    figure = report.figure
    return (
        figure.province != NATIONAL
        and dataset.province(figure.province).exists(day)
        and not figure.scope
        and figure.amount is not None
        and (figure.basis, figure.method) == (leaf.basis, leaf.method)
        and unfit_reason(report, indicator, dataset.catalogue) is None
    )


def _seasons(
    reports: Sequence[Report], indicator: Indicator
) -> list[tuple[Window, dict[str, Report]]]:
    """The newest figure of each province by season and side of a break, the newest first."""
    newest = max(report.figure.period.end for report in reports)
    found: dict[tuple[int, int], dict[str, list[Report]]] = {}
    for report in reports:
        back = indicator.season.index(newest, report.figure.period.end)
        key = (back, -footing_of(report, indicator).era)
        found.setdefault(key, {}).setdefault(report.figure.province, []).append(report)
    return [
        (Window(*indicator.season.window(newest, key[0])), _each(found[key], latest))
        for key in sorted(found)
    ]


def _editions(
    reports: Iterable[Report], dataset: Dataset
) -> list[tuple[Edition, dict[str, Report]]]:
    """The score of each province by edition of a published index, the newest first."""
    count = cache(lambda day: len(dataset.register.existing(day)))
    found: dict[Edition, dict[str, list[Report]]] = {}
    ends: dict[Edition, tuple[object, ...]] = {}
    for report in reports:
        edition = edition_of(report.figure, dataset, count)
        found.setdefault(edition, {}).setdefault(report.figure.province, []).append(report)
        ends[edition] = (report.figure.period.recency, edition.of)
    order = sorted(found, key=lambda edition: ends[edition], reverse=True)
    return [(edition, _each(found[edition], merged)) for edition in order]


def _each(
    found: Mapping[str, Sequence[Report]], choose: Callable[[Sequence[Report]], Report | None]
) -> dict[str, Report]:
    """One report of each province."""
    chosen = {province: choose(reports) for province, reports in found.items()}
    return {province: report for province, report in chosen.items() if report is not None}
