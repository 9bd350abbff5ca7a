"""Behind one score: what each indicator brings, and what moved between two scores."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.score import Member, Scored
from dtcompare.analysis.score_math import at_best, needed, plan_of, raw_of
from dtcompare.model.dataset import Dataset

_MOST = 3


class Part(Struct, frozen=True):
    """One indicator of a province's score.

    ``value`` is its score on its scale, ``share`` its share of the whole weight, ``own_share`` the
    share here, where gaps have dropped out. ``points`` is what it brings to the index, ``lost`` how
    much higher the index would be were it at its best, all else the same. ``above`` is its points
    less the mean of the ranked provinces. ``need`` is the score that alone brings the next place,
    ``need_figure`` the figure that a fixed scale turns into it. None: a gap, or cannot be.
    """

    indicator: str
    observation: Observation | None
    share: float
    value: float | None = None
    own_share: float | None = None
    points: float | None = None
    lost: float | None = None
    above: float | None = None
    need: float | None = None
    need_figure: float | None = None


class Explanation(Struct, frozen=True):
    """The answer to ``--explain PROVINCE``: parts sorted by where the next place is cheapest.

    Cheapest is the least way to go on the indicator's own scale. ``member`` is None where the
    province has no place; ``ahead`` is the province whose printed score comes next above.
    """

    province: str
    member: Member | None
    ahead: Member | None
    parts: tuple[Part, ...]

    @property
    def strengths(self) -> tuple[Part, ...]:
        """Return up to three parts that bring most more than the mean of the ranked provinces."""
        parts = sorted(self.parts, key=lambda part: -(part.above or 0))
        return tuple(part for part in parts[:_MOST] if (part.above or 0) > 0)

    @property
    def weaknesses(self) -> tuple[Part, ...]:
        """Return up to three parts that bring most less than it."""
        parts = sorted(self.parts, key=lambda part: part.above or 0)
        return tuple(part for part in parts[:_MOST] if (part.above or 0) < 0)


def explain(scored: Scored, dataset: Dataset, province: str) -> Explanation:
    """Return what each indicator brings to a province's score, and where more is cheapest."""
    member = scored.member(province)
    above = [row for row in scored.rows if member is not None and row.score > member.score]
    ahead = above[-1] if above else None
    leaves = list(scored.file.tree.leaves())
    plan, precision = plan_of(scored.file.tree), scored.file.precision
    best: Mapping[str, float] = {}
    need: Mapping[str, float | None] = {}
    if member is not None and all(leaf.scale.kind != "zscore" for leaf in leaves):
        best = at_best(plan, member.parts)
        if ahead is not None:
            need = needed(plan, member.parts, float(ahead.score.scaleb(precision)), precision)
    parts = []
    for leaf in leaves:
        part = _part(scored, leaf.id, member, province)
        goal = need.get(leaf.id)
        if member is not None and leaf.id in best:
            part = replace(part, lost=best[leaf.id] - member.exact, need=goal)
        if goal is not None:
            lower = dataset.indicator(leaf.id).better == "lower"
            part = replace(part, need_figure=raw_of(goal, leaf.scale, lower=lower))
        parts.append(part)
    return Explanation(province, member, ahead, tuple(sorted(parts, key=_cheapest)))


def _part(scored: Scored, id: str, member: Member | None, province: str) -> Part:
    """Return what one indicator brings to a province's score."""
    observation = scored.columns[id].observations.get(province)
    if member is None or id not in member.points:
        return Part(id, observation, scored.shares[id])
    points = member.points[id]
    total = sum(row.points.get(id, 0.0) for row in scored.rows)
    return Part(
        indicator=id,
        observation=observation,
        value=member.parts[id],
        share=scored.shares[id],
        own_share=member.shares[id],
        points=points,
        above=points - total / len(scored.rows),
    )


def _cheapest(part: Part) -> tuple[int, float]:
    """Sort the shortest way to the next place first, then most points lost; gaps come last."""
    if part.need is not None and part.value is not None:
        return (0, part.need - part.value)
    return (1, -part.lost) if part.lost is not None else (2, -part.share)


class Contribution(Struct, frozen=True):
    """How many points more an indicator brings here than in the other score."""

    indicator: str
    points: float


class Shift(Struct, frozen=True):
    """One province in two scores: here and there, and the largest contributions to the change.

    ``coverage_points`` is the part of the change that comes from indicators of which only one of
    the two scores has a figure; it is no part of ``causes``.
    """

    province: str
    rank: int
    other_rank: int
    score: Decimal
    other_score: Decimal
    causes: tuple[Contribution, ...]
    coverage: float
    other_coverage: float
    coverage_points: float


class Shifts(Struct, frozen=True):
    """Two scores side by side: the provinces with a place in both, and those in one alone.

    ``alike`` tells whether both have the same indicators on the same scales and the same side of
    every break of method: points of others are not subtracted.
    """

    other: Scored
    alike: bool
    rows: tuple[Shift, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]


def shifts(scored: Scored, other: Scored) -> Shifts:
    """Return what moved from ``other`` to ``scored``, in the order of the places here.

    Places count among the provinces that have one in each score, so a place among more is another
    thing than one among fewer; both numbers are told.
    """
    there = {row.province: row for row in other.rows}
    here = {row.province for row in scored.rows}
    return Shifts(
        other=other,
        alike=_method_of(scored) == _method_of(other),
        rows=tuple(
            _shift(row, there[row.province]) for row in scored.rows if row.province in there
        ),
        only_here=tuple(row.province for row in scored.rows if row.province not in there),
        only_there=tuple(row.province for row in other.rows if row.province not in here),
    )


def _method_of(scored: Scored) -> dict[str, tuple[object, ...]]:
    """Return what the points of each indicator of some weight hang on, but for the weight."""
    method: dict[str, tuple[object, ...]] = {}
    for leaf in scored.file.tree.leaves():
        if scored.shares[leaf.id] > 0:
            era = scored.columns[leaf.id].era
            method[leaf.id] = (leaf.scale, leaf.basis, leaf.method, era)
    return method


def _shift(row: Member, old: Member) -> Shift:
    """Return what moved between a province's two scores."""
    ours, theirs = row.points, old.points
    changes = [Contribution(id, ours[id] - theirs[id]) for id in ours if id in theirs]
    changes = [change for change in changes if abs(change.points) > 1e-9]
    changes.sort(key=lambda change: -abs(change.points))
    alone = sum(p for id, p in ours.items() if id not in theirs)
    alone -= sum(p for id, p in theirs.items() if id not in ours)
    return Shift(
        province=row.province,
        rank=row.rank,
        other_rank=old.rank,
        score=row.score,
        other_score=old.score,
        causes=tuple(changes[:_MOST]),
        coverage=row.coverage,
        other_coverage=old.coverage,
        coverage_points=alone,
    )


class Answer(Struct, frozen=True):
    """A score with what was asked beside it; ``card``: how it was worked out, and nothing else."""

    scored: Scored
    explanation: Explanation | None = None
    shifts: Shifts | None = None
    card: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether no province has a place."""
        return self.scored.empty

    @property
    def day(self) -> date:
        """Return the day whose provinces are scored."""
        return self.scored.as_of
