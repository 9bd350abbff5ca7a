"""The figures that a score is made of: one column an indicator, like with like in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.comparability import may_compare
from dtcompare.analysis.editions import edition_of
from dtcompare.analysis.groups import ENOUGH, Edition, Window, cut_seasons
from dtcompare.analysis.observations import (
    Observation,
    collect_observations,
    group_by,
    latest_by,
    merge_observations,
)
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.model.score import Leaf

__all__ = ["InputColumn", "column_of", "is_exact", "number_of"]


class InputColumn(Struct, frozen=True):
    """The figures of one leaf by province, all of one season or edition (``when``)."""

    leaf: Leaf
    observations: Mapping[str, Observation]
    when: Window | Edition | None = None


def is_exact(observation: Observation) -> bool:
    """Tell whether the figure is a plain number, neither a word, a range nor an estimate."""
    return observation.figure.word == "value" and observation.figure.status is None


def number_of(observation: Observation, *, lower: bool) -> Decimal:
    """Return the printed number; of a range the end less good (``lower``: less is better)."""
    amount = observation.figure.amount
    assert amount is not None
    return amount.upper if lower and amount.upper is not None else amount.number


def column_of(dataset: Dataset, leaf: Leaf, day: date, period: Period | None) -> InputColumn:
    """Return the figures of ``leaf`` that compare, of the provinces that exist on ``day``.

    Whole-province figures on the leaf's basis and method, inside ``period`` where one is given. Of
    several seasons (or editions of an index) the newest in which three report counts, else the
    newest: a figure of another season is a gap.
    """
    indicator = dataset.indicator(leaf.id)
    figures = dataset.lines_of(leaf.id).figures
    timely = [figure for figure in figures if period is None or figure.period.within(period)]
    known = collect_observations(timely, indicator, dataset, day)
    fit = [one for one in known if _fits(one, leaf, indicator, dataset, day)]
    if not fit:
        return InputColumn(leaf, {})
    if indicator.unit.ranked:
        columns = list(_editions(leaf, fit, dataset))
    else:
        columns = list(_seasons(leaf, fit, indicator))
    return next((column for column in columns if len(column.observations) >= ENOUGH), columns[0])


def _fits(
    observation: Observation, leaf: Leaf, indicator: Indicator, dataset: Dataset, day: date
) -> bool:
    """Tell whether the figure is a number of a whole province of the day, as the leaf asks."""
    figure = observation.figure
    return (
        figure.province != NATIONAL
        and dataset.province(figure.province).exists(day)
        and figure.amount is not None
        and (figure.basis, figure.method) == (leaf.basis, leaf.method)
        and may_compare(observation, indicator, dataset)
    )


def _seasons(
    leaf: Leaf, observations: Sequence[Observation], indicator: Indicator
) -> Iterator[InputColumn]:
    """Yield the newest figure of each province by season and side of a break, newest first."""
    for window, members in cut_seasons(observations, indicator):
        eras = group_by(members, lambda one: indicator.era(one.figure.period.end))
        for era in sorted(eras, reverse=True):
            newest = latest_by(eras[era], lambda one: one.figure.province)
            yield InputColumn(leaf, newest, window)


def _editions(
    leaf: Leaf, observations: Iterable[Observation], dataset: Dataset
) -> Iterator[InputColumn]:
    """Yield the score of each province by edition of a published index, the newest first."""
    editions = group_by(observations, lambda one: edition_of(one.figure, dataset))

    def age(edition: Edition) -> tuple[object, ...]:
        return (editions[edition][0].figure.period.recency, edition.of)

    for edition in sorted(editions, key=age, reverse=True):
        provinces = group_by(editions[edition], lambda one: one.figure.province)
        scores = {id: merge_observations(own) for id, own in provinces.items()}
        yield InputColumn(leaf, scores, edition)
