"""The figures that a score is made of: one column an indicator, like with like in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from msgspec import Struct

from dtcompare.analysis.comparability import exclusion_reason, series_key_of
from dtcompare.analysis.editions import edition_of
from dtcompare.analysis.groups import ENOUGH, Edition, Window
from dtcompare.analysis.observations import Observation, collect_observations, latest, merged
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.model.score import Leaf

__all__ = ["Column", "column_of", "is_exact", "number_of"]


class Column(Struct, frozen=True):
    """The figures of one leaf by province, all of one season or edition (``when``)."""

    leaf: Leaf
    observations: Mapping[str, Observation]
    when: Window | Edition | None = None


def is_exact(observation: Observation) -> bool:
    """Whether the figure is a plain number, neither a word, a range nor an estimate."""
    return observation.figure.word == "value" and observation.figure.status is None


def number_of(observation: Observation, indicator: Indicator) -> Decimal:
    """The printed number; of a range the end that is less good."""
    amount = observation.figure.amount
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
        observation
        for observation in collect_observations(timely, indicator, dataset, day)
        if _fits(observation, leaf, indicator, dataset, day)
    ]
    if not fit:
        return Column(leaf, {})
    seasons = _editions(fit, dataset) if indicator.unit.ranked else _seasons(fit, indicator)
    when, observations = next((s for s in seasons if len(s[1]) >= ENOUGH), seasons[0])
    return Column(leaf, observations, when)


def _fits(
    observation: Observation, leaf: Leaf, indicator: Indicator, dataset: Dataset, day: date
) -> bool:
    """Whether the figure is a number of a whole province of the day, on the leaf's footing."""
    figure = observation.figure
    return (
        figure.province != NATIONAL
        and dataset.province(figure.province).exists(day)
        and not figure.scope
        and figure.amount is not None
        and (figure.basis, figure.method) == (leaf.basis, leaf.method)
        and exclusion_reason(observation, indicator, dataset.catalogue) is None
    )


def _seasons(
    observations: Sequence[Observation], indicator: Indicator
) -> list[tuple[Window, dict[str, Observation]]]:
    """The newest figure of each province by season and side of a break, the newest first."""
    newest = max(observation.figure.period.end for observation in observations)
    found: dict[tuple[int, int], dict[str, list[Observation]]] = {}
    for observation in observations:
        back = indicator.season.index(newest, observation.figure.period.end)
        key = (back, -series_key_of(observation, indicator).era)
        found.setdefault(key, {}).setdefault(observation.figure.province, []).append(observation)
    return [
        (Window(*indicator.season.window(newest, key[0])), _each(found[key], latest))
        for key in sorted(found)
    ]


def _editions(
    observations: Iterable[Observation], dataset: Dataset
) -> list[tuple[Edition, dict[str, Observation]]]:
    """The score of each province by edition of a published index, the newest first."""
    count = cache(lambda day: len(dataset.register.existing(day)))
    found: dict[Edition, dict[str, list[Observation]]] = {}
    ends: dict[Edition, tuple[object, ...]] = {}
    for observation in observations:
        edition = edition_of(observation.figure, dataset, count)
        found.setdefault(edition, {}).setdefault(observation.figure.province, []).append(
            observation
        )
        ends[edition] = (observation.figure.period.recency, edition.of)
    order = sorted(found, key=lambda edition: ends[edition], reverse=True)
    return [(edition, _each(found[edition], merged)) for edition in order]


def _each(
    found: Mapping[str, Sequence[Observation]],
    choose: Callable[[Sequence[Observation]], Observation | None],
) -> dict[str, Observation]:
    """One report of each province."""
    chosen = {province: choose(observations) for province, observations in found.items()}
    return {
        province: observation for province, observation in chosen.items() if observation is not None
    }
