"""The figures that a score is made of: one column an indicator, like with like in each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.comparability import may_compare
from dtcompare.analysis.editions import edition_groups
from dtcompare.analysis.groups import Edition, Window, season_groups
from dtcompare.analysis.observations import Observation, collect_observations
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.model.score import Leaf


class InputColumn(Struct, frozen=True):
    """The figures of one leaf by province, all of one season or edition (``when``).

    ``era`` counts the breaks of method before them.
    """

    leaf: Leaf
    observations: Mapping[str, Observation]
    when: Window | Edition | None = None
    era: int = 0


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

    They are those of the first group that ``rank`` would show of them: whole-province figures on
    the leaf's basis and method, inside ``period`` where one is given, of the newest season (or
    edition of an index) in which three report, else of the newest. A figure of another season, or
    of the other side of a break, is a gap.
    """
    indicator = dataset.indicator(leaf.id)
    figures = dataset.lines_of(leaf.id).figures
    timely = [figure for figure in figures if period is None or figure.period.within(period)]
    known = collect_observations(timely, indicator, dataset, day)
    fit = [one for one in known if _fits(one, leaf, indicator, dataset, day)]
    if indicator.unit.ranked:
        groups, _ = edition_groups(fit, indicator, dataset, day)
    else:
        groups, _ = season_groups(fit, indicator)
    if not groups:
        return InputColumn(leaf, {})
    rows = {row.province: row.observation for row in groups[0].rows}
    first = groups[0]
    return InputColumn(leaf, rows, first.season or first.edition, first.series_key.era)


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
