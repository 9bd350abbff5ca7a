"""How firm the places of an index are: other weights, one indicator less, other methods.

Each question is asked by itself and answered by itself; nothing here is a probability of being
right. Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 7; Saisana,
Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the
quality assessment of composite indicators.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise, product
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from dtcompare.analysis.score_math import (
    Array,
    ConstantColumn,
    Plan,
    evaluate,
    plan_of,
    printed,
    ranks,
    reshaped,
    scaled,
)
from dtcompare.model.score import Scale, ScoreGroup

SPREAD = 0.25  # every weight is multiplied by 1 + U(-SPREAD, SPREAD)
TOPS = (3, 5, 10)
_REVERSED = 0.05
_PERCENT = Decimal("0.01")


class RankSpread(Struct, frozen=True):
    """Where a province's rank lies over many weight sets; ``p_top``: k to the share in the top k.

    Quantiles are linear between the two nearest ranks.
    """

    mean: float
    median: float
    q5: float
    q95: float
    p_top: Mapping[int, float]


class Neighbours(Struct, frozen=True):
    """Two neighbours in the ranking, and the share of weight sets in which their order reverses."""

    upper: str
    lower: str
    reversed: float


class Draws(Struct, frozen=True):
    """What drawn weights do to the ranks: ``spread`` by province, neighbours that change places."""

    count: int
    seed: int
    spread: Mapping[str, RankSpread]
    neighbours: tuple[Neighbours, ...]


class LeftOut(Struct, frozen=True):
    """The ranks without one indicator: how many provinces move, and the one that moves furthest."""

    indicator: str
    ranks: Mapping[str, int]
    moved: int
    furthest: str | None


class ScoringMethod(Struct, frozen=True):
    """One way to work out the index: scale, aggregation, weights, and the ranks it gives.

    scale is declared, minmax or prank; ``impossible`` is None, zscore_product or constant (then
    ``because`` is the indicator).
    """

    scale: str
    aggregate: str
    weights: str
    ranks: Mapping[str, int]
    impossible: Literal["zscore_product", "constant"] | None = None
    because: str | None = None


class Replay(Struct, frozen=True):
    """Ranks under given weight sets: a row per set, a place per province in ``provinces``."""

    provinces: tuple[str, ...]
    ranks: tuple[tuple[int, ...], ...]
    spread: Mapping[str, RankSpread]


class Field(Struct, frozen=True):
    """The ranked provinces (rows of ``values``), best first, and what they are ranked by."""

    provinces: tuple[str, ...]
    plan: Plan
    values: Array
    precision: int

    def ranks_with(self, weights: Array) -> NDArray[np.int64]:
        """Return the rank of every province for every row of weights."""
        return ranks(printed(evaluate(self.plan, self.values, weights), self.precision))


def weight_draws(field: Field, count: int, seed: int) -> Draws | None:
    """Rank under ``count`` draws: each weight, at every level, x (1 + U(-0.25, 0.25)).

    None where nothing is drawn or ranked. The same seed gives the same draws; numbers go to nodes
    in the order of their ids, so that the order of the file changes nothing.
    """
    if not count or not field.provinces:
        return None
    random = np.random.default_rng(seed)
    factors = 1 + random.uniform(-SPREAD, SPREAD, size=(count, len(field.plan.nodes)))
    places = field.ranks_with(field.plan.weights * factors)
    pairs = []
    for upper, (one, other) in enumerate(pairwise(field.provinces)):
        share = float(np.mean(places[:, upper + 1] < places[:, upper]))
        if share > _REVERSED:
            pairs.append(Neighbours(one, other, share))
    return Draws(count, seed, _spread(field.provinces, places), tuple(pairs))


def _spread(provinces: Sequence[str], places: NDArray[np.int64]) -> dict[str, RankSpread]:
    """Return mean, median and quantiles of each province's ranks."""
    q5, median, q95 = np.quantile(places, [0.05, 0.5, 0.95], axis=0).tolist()
    means = places.mean(axis=0).tolist()
    spread = {}
    for place, id in enumerate(provinces):
        own = places[:, place]
        tops = {k: float(((own > 0) & (own <= k)).mean()) for k in TOPS}
        spread[id] = RankSpread(means[place], median[place], q5[place], q95[place], tops)
    return spread


def leave_one_out(field: Field) -> tuple[LeftOut, ...]:
    """Return the ranks with each indicator's weight at 0, those that move most provinces first."""
    if not field.provinces or len(field.plan.leaves) < 2:
        return ()
    plan = field.plan
    weights = np.repeat(plan.weights[np.newaxis, :], len(plan.leaves), axis=0)
    for row, leaf in enumerate(plan.leaves):
        weights[row, plan.nodes[leaf.id]] = 0.0
    own = field.ranks_with(plan.weights[np.newaxis, :])[0]
    places = field.ranks_with(weights)
    result = []
    for leaf, row in zip(plan.leaves, places, strict=True):
        moves = np.abs(row - own)
        furthest = field.provinces[int(moves.argmax())] if moves.any() else None
        moved = int((moves > 0).sum())
        result.append(LeftOut(leaf.id, _by_province(field, row), moved, furthest))
    return tuple(sorted(result, key=lambda left: -left.moved))


def _by_province(field: Field, places: NDArray[np.int64]) -> dict[str, int]:
    return dict(zip(field.provinces, places.tolist(), strict=True))


def grid(
    field: Field, tree: ScoreGroup, figures: Array, ranked: Sequence[int], better: Mapping[str, str]
) -> tuple[ScoringMethod, ...]:
    """Return the ranks under declared, minmax and prank scales x both aggregations x both weights.

    ``figures`` are those of all provinces, over which relative scales are laid; ``ranked`` are the
    rows of the ranked ones. A sum that becomes a product has a floor of a hundredth of the scale.
    """
    if not field.provinces:
        return ()
    scales: dict[str, Array | ConstantColumn] = {"declared": field.values}
    for kind in ("minmax", "prank"):
        scales[kind] = _rescaled(field.plan, figures, ranked, kind, better)
    return tuple(
        _method(field, tree, scale, scales[scale], choice)
        for scale, *choice in product(scales, ("arithmetic", "geometric"), ("given", "equal"))
    )


def _rescaled(
    plan: Plan, figures: Array, ranked: Sequence[int], kind: str, better: Mapping[str, str]
) -> Array | ConstantColumn:
    """Return every figure on one relative scale; the column where that cannot be."""
    columns = []
    for place, leaf in enumerate(plan.leaves):
        other = replace(leaf, scale=Scale(kind))
        try:
            lower = better[leaf.id] == "lower"
            columns.append(scaled(figures[:, place], other, lower=lower)[list(ranked)])
        except ConstantColumn as error:
            return error
    return np.stack(columns, axis=1)


def _method(
    field: Field,
    tree: ScoreGroup,
    scale: str,
    values: Array | ConstantColumn,
    choice: Sequence[str],
) -> ScoringMethod:
    aggregate, weights = choice
    if isinstance(values, ConstantColumn):
        return ScoringMethod(scale, aggregate, weights, {}, "constant", values.leaf.id)
    zscore = scale == "declared" and any(leaf.scale.kind == "zscore" for leaf in tree.leaves())
    if zscore and aggregate == "geometric":
        return ScoringMethod(scale, aggregate, weights, {}, "zscore_product")
    top = max(leaf.scale.to[1] for leaf in tree.leaves()) if scale == "declared" else Decimal(100)
    other = reshaped(tree, aggregate=aggregate, equal=weights == "equal", floor=top * _PERCENT)
    index = evaluate(plan_of(other), values)
    places = ranks(printed(index, field.precision))[0]
    return ScoringMethod(scale, aggregate, weights, _by_province(field, places))


def replayed(field: Field, columns: Sequence[str], sets: Sequence[Sequence[float]]) -> Replay:
    """Return the ranks under given weights; nodes that ``columns`` leaves out keep their weight."""
    weights = np.repeat(field.plan.weights[np.newaxis, :], len(sets), axis=0)
    given = np.array(sets, dtype=np.float64).reshape(len(sets), len(columns))
    for place, id in enumerate(columns):
        weights[:, field.plan.nodes[id]] = given[:, place]
    places = field.ranks_with(weights)
    rows = tuple(map(tuple, places.tolist()))
    return Replay(field.provinces, rows, _spread(field.provinces, places))
