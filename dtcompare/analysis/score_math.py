"""The arithmetic of a composite index: scales, weighted means, printed scores and their ranks.

Everything is worked out for many weight sets at once: an array has a row per weight set and a
column per province, and a gap is NaN. Children are always added in the order of their ids, so that
the order of a file changes nothing, not even the last bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from dtcompare.model.score import Leaf, Node, Scale, ScoreGroup

Array: TypeAlias = NDArray[np.float64]
LIBRARY = np.__version__


class ConstantColumn(ValueError):
    """A relative scale over figures that do not differ, or that lie beyond its target."""

    def __init__(self, leaf: Leaf, count: int) -> None:
        super().__init__(leaf.id, count)
        self.leaf = leaf
        self.count = count


class Plan(Struct, frozen=True):
    """A tree ready to be worked out: its leaves and nodes by id, and the weights of the nodes."""

    tree: ScoreGroup
    leaves: tuple[Leaf, ...]
    columns: Mapping[str, int]
    nodes: Mapping[str, int]
    weights: Array


def plan_of(tree: ScoreGroup) -> Plan:
    """Return the plan of a tree: columns are leaves, weights nodes, in the order of ids."""
    leaves = tuple(sorted(tree.leaves(), key=lambda leaf: leaf.id))
    nodes = sorted(tree.nodes(), key=lambda node: node.id)
    return Plan(
        tree.map(_with_sorted_children),
        leaves,
        {leaf.id: place for place, leaf in enumerate(leaves)},
        {node.id: place for place, node in enumerate(nodes)},
        np.array([float(node.weight) for node in nodes]),
    )


def _with_sorted_children(node: Node) -> Node:
    if isinstance(node, Leaf):
        return node
    return replace(node, children=tuple(sorted(node.children, key=lambda child: child.id)))


def reshaped(tree: ScoreGroup, *, aggregate: str, equal: bool, floor: Decimal) -> ScoreGroup:
    """Return the tree with every group aggregated the same way, and weighed equally if asked.

    A group that becomes geometric takes ``floor``; weights of 0 stay 0.
    """

    def reshape(node: Node) -> Node:
        if equal and node.weight:
            node = replace(node, weight=Decimal(1))
        if isinstance(node, Leaf) or node.aggregate == aggregate:
            return node
        return replace(node, aggregate=aggregate, floor=floor)

    return tree.map(reshape)


# Scales


def scaled(figures: Array, leaf: Leaf, *, lower: bool) -> Array:
    """Return figures on the leaf's scale; ``lower``: less is better. Gaps stay NaN.

    bounds, target, minmax: lo + (hi - lo) * (x - a) / (b - a), clipped to lo and hi, where a is
    worth lo and b is worth hi. prank: (ascending minimum rank - 1) / (n - 1). zscore: (x - mean) /
    standard deviation with n - 1. Source: OECD and JRC, Handbook on Constructing Composite
    Indicators (2008), step 5.

    Raises ConstantColumn where a relative scale has nothing to tell apart.
    """
    present = ~np.isnan(figures)
    known = figures[present]
    scale = leaf.scale
    if scale.relative and known.size and known.min() == known.max():
        raise ConstantColumn(leaf, known.size)
    result = np.full(figures.shape, np.nan)
    if not known.size:
        return result
    if scale.kind == "zscore":
        z = (known - known.mean()) / known.std(ddof=1)
        result[present] = -z if lower else z
        return result
    low, high = (float(end) for end in scale.to)
    result[present] = low + (high - low) * _share(known, leaf, lower=lower)
    return result


def _share(known: Array, leaf: Leaf, *, lower: bool) -> Array:
    """Return how far each figure lies from the worst (0) to the best (1)."""
    if leaf.scale.kind == "prank":
        turned = -known if lower else known
        below = np.searchsorted(np.sort(turned), turned, side="left")
        return below / (known.size - 1)
    start, end = _ends(known, leaf, lower=lower)
    if leaf.scale.log:
        least, most = min(start, end), max(start, end)
        known = np.log(np.clip(known, least, most))
        start, end = float(np.log(start)), float(np.log(end))
    clipped: Array = np.clip((known - start) / (end - start), 0.0, 1.0)
    return clipped


def _ends(known: Array, leaf: Leaf, *, lower: bool) -> tuple[float, float]:
    """Return the figures that are worth nothing and everything."""
    scale = leaf.scale
    worst, top = float(known.min()), float(known.max())
    if lower:
        worst, top = top, worst
    if scale.kind == "minmax":
        return worst, top
    start = worst if scale.low is None else float(scale.low)
    end = 0.0 if scale.high is None else float(scale.high)
    if scale.kind == "target":
        if scale.low is None and (end <= start if not lower else end >= start):
            raise ConstantColumn(leaf, known.size)
        return start, end
    return (end, start) if lower else (start, end)


def raw_of(score: float, scale: Scale, *, lower: bool) -> float | None:
    """Return the figure that a fixed scale turns into ``score``; None for a relative scale."""
    if scale.relative or scale.low is None or scale.high is None:
        return None
    low, high = (float(end) for end in scale.to)
    start, end = float(scale.low), float(scale.high)
    if scale.kind == "bounds" and lower:
        start, end = end, start
    share = (score - low) / (high - low)
    if scale.log:
        return float(np.exp(np.log(start) + share * (np.log(end) - np.log(start))))
    return start + share * (end - start)


def best(leaf: Leaf, *, worst: bool = False) -> float:
    """Return the best (or worst) score that a scale with ends can give."""
    return float(leaf.scale.to[0 if worst else 1])


# Aggregation


def evaluate(plan: Plan, values: Array, weights: Array | None = None) -> Array:
    """Return the unrounded index: a row per row of ``weights`` (the file's own if None).

    ``values`` has a row per province and a column per leaf. arithmetic: sum(w x) / sum(w) over the
    children present; geometric: exp(sum(w ln x) / sum(w)), 0 where a child is 0 and there is no
    floor. A gap drops out, and a group without any child drops out of its parent: NaN at the top.
    Source: OECD and JRC (2008), step 6; UNDP, Human Development Report 2021/22, technical note 1.
    """
    given = plan.weights[np.newaxis, :] if weights is None else weights
    shape = (given.shape[0], values.shape[0])
    return np.broadcast_to(_group(plan.tree, plan, values, given, {}), shape)


def part_values(plan: Plan, values: Array) -> dict[str, Array]:
    """Return the unrounded score of every node by id, one a province; the root's id is empty."""
    parts: dict[str, Array] = {}
    total = _group(plan.tree, plan, values, plan.weights[np.newaxis, :], parts)
    parts[""] = total
    return {
        id: np.broadcast_to(part, (1, values.shape[0]))[0].astype(np.float64)
        for id, part in parts.items()
    }


def _group(
    group: ScoreGroup, plan: Plan, values: Array, weights: Array, parts: dict[str, Array]
) -> Array:
    """Return a group's score for every weight set and province; leave children's in ``parts``."""
    total: Array = np.zeros((1, 1))
    present: Array = np.zeros((1, 1))
    dead: NDArray[np.bool_] = np.zeros((1, 1), dtype=np.bool_)
    product = group.aggregate == "geometric"
    floor = float(group.floor or 0)
    for child in group.children:
        value = _value(child, plan, values, weights, parts)
        weight = weights[:, plan.nodes[child.id], np.newaxis]
        gap = np.isnan(value)
        if product:
            lifted = np.maximum(value, floor)
            dead = dead | ((lifted <= 0) & (weight > 0))
            value = np.log(np.where(lifted > 0, lifted, 1.0))
        total = total + weight * np.where(gap, 0.0, value)
        present = present + weight * ~gap
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(present > 0, total / present, np.nan)
    if product:
        mean = np.where(dead & ~np.isnan(mean), 0.0, np.exp(mean))
    return mean


def _value(node: Node, plan: Plan, values: Array, weights: Array, parts: dict[str, Array]) -> Array:
    if isinstance(node, ScoreGroup):
        score = _group(node, plan, values, weights, parts)
    else:
        score = values[np.newaxis, :, plan.columns[node.id]]
    parts[node.id] = score
    return score


def view_values(plan: Plan, parts: Mapping[str, Array], ids: tuple[str, ...]) -> Array:
    """Return a view's unrounded score: its parts, by effective share, aggregated as the root is."""
    effective = shares(plan.tree)
    children = tuple(Leaf(id, Decimal(repr(effective[id])), Scale("bounds")) for id in sorted(ids))
    view = plan_of(replace(plan.tree, children=children))
    values = np.stack([parts[leaf.id] for leaf in view.leaves], axis=1)
    return np.array(evaluate(view, values)[0])


# Shares and contributions


def shares(tree: ScoreGroup) -> dict[str, float]:
    """Return the share of the whole weight of every node by id, no gap considered."""
    return dict(_shares(tree, 1.0))


def _shares(group: ScoreGroup, whole: float) -> Iterator[tuple[str, float]]:
    total = float(sum(child.weight for child in group.children))
    for child in group.children:
        share = whole * float(child.weight) / total
        yield child.id, share
        if isinstance(child, ScoreGroup):
            yield from _shares(child, share)


def coverage(tree: ScoreGroup, plan: Plan, values: Array) -> Array:
    """Return the share of the tree's weight whose indicators each province reports, 0 to 1."""
    effective = shares(tree)
    own = sorted(leaf.id for leaf in tree.leaves())
    here = ~np.isnan(values[:, [plan.columns[id] for id in own]])
    result: Array = np.round(here @ np.array([effective[id] for id in own]), 12)
    return result


def all_gaps(rows: int, columns: int) -> Array:
    """Return an array of nothing but gaps."""
    return np.full((rows, columns), np.nan)


def fill_gaps(plan: Plan, values: Array, *, worst: bool) -> Array:
    """Fill every gap with the worst (or best) score of its scale: 0, the mean, under zscore."""
    ends = [0.0 if leaf.scale.kind == "zscore" else best(leaf, worst=worst) for leaf in plan.leaves]
    return np.where(np.isnan(values), np.array(ends), values)


def contributions(plan: Plan, parts: Mapping[str, float]) -> Mapping[str, tuple[float, float]]:
    """Return the points that each leaf brings to a province's index, and its share of weight there.

    ``parts`` are the province's scores by node, the root's id being empty; gaps are left out. The
    points add up to the index: in an arithmetic group a child brings share x score; a geometric
    group's score is split by the shares.
    """
    leaves: dict[str, tuple[float, float]] = {}
    _contribute(plan.tree, parts, (parts[""], 1.0, 1.0), leaves)
    return leaves


def _contribute(
    group: ScoreGroup,
    parts: Mapping[str, float],
    credit: tuple[float, float, float],
    leaves: dict[str, tuple[float, float]],
) -> None:
    """Spread a group's points over its leaves.

    ``credit`` are the group's points, how many its score brings a point of its own (NaN where a
    floor lifted a score of 0: points go by weight then), and its share of weight.
    """
    points, factor, share = credit
    present = [child for child in group.children if child.id in parts]
    total = float(sum(child.weight for child in present))
    for child in present:
        part, value = float(child.weight) / total, parts[child.id]
        own, each = points * part, factor * part
        if group.aggregate == "geometric":
            each = own / value if value > 0 else math.nan
        elif not math.isnan(each):
            own = each * value
        if isinstance(child, ScoreGroup):
            _contribute(child, parts, (own, each, share * part), leaves)
        else:
            leaves[child.id] = (own, share * part)


def at_best(plan: Plan, parts: Mapping[str, float]) -> dict[str, float]:
    """Return one province's index with one indicator at a time at the best of its scale."""
    own = _leaves_in(plan, parts)
    indices = _varied(plan, parts, np.array([best(leaf) for leaf in own]))
    return {leaf.id: float(index) for leaf, index in zip(own, indices, strict=True)}


def needed(
    plan: Plan, parts: Mapping[str, float], goal: float, precision: int
) -> dict[str, float | None]:
    """Return the least score of each indicator that alone brings the printed index to ``goal``.

    ``goal`` is in whole units of the last decimal. None where even the best score does not. Found
    by halving, to within a billionth of the scale.
    """
    own = _leaves_in(plan, parts)
    low = np.array([parts[leaf.id] for leaf in own])
    high = np.array([best(leaf) for leaf in own])
    reached = printed(_varied(plan, parts, high), precision) >= goal
    for _ in range(40):
        middle = (low + high) / 2
        enough = printed(_varied(plan, parts, middle), precision) >= goal
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    found = zip(own, high, reached, strict=True)
    return {leaf.id: float(score) if can else None for leaf, score, can in found}


def _leaves_in(plan: Plan, parts: Mapping[str, float]) -> list[Leaf]:
    return [leaf for leaf in plan.leaves if leaf.id in parts]


def _varied(plan: Plan, parts: Mapping[str, float], scores: Array) -> Array:
    """Return one province's index with each of its indicators in turn changed to its score."""
    values = np.tile([parts.get(leaf.id, np.nan) for leaf in plan.leaves], (len(scores), 1))
    columns = [plan.columns[leaf.id] for leaf in _leaves_in(plan, parts)]
    values[np.arange(len(scores)), columns] = scores
    result: Array = evaluate(plan, values)[0]
    return result


# Printed scores and ranks


def printed(index: Array, precision: int) -> Array:
    """Return the index in whole units of the last decimal printed, rounded half up; NaN stays.

    A number that lies below a half only by the error of its last bits counts as the half.
    """
    units = index * 10.0**precision
    nudge = np.minimum(np.abs(units) * 1e-14, 1e-4)
    result: Array = np.floor(units + 0.5 + nudge)
    return result


def ranks(units: Array) -> NDArray[np.int64]:
    """Standard competition ranks ("1224") of every row, the highest first; 0 where there is none.

    >>> ranks(np.array([[70.0, 80.0, 70.0, np.nan, 60.0]])).tolist()
    [[2, 1, 2, 0, 4]]
    """
    below = [np.searchsorted(np.sort(row), row) for row in -units]
    return np.where(np.isnan(units), 0, np.array(below, dtype=np.int64) + 1)
