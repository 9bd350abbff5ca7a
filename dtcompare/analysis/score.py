"""A composite index of the provinces of a day: scores, ranks, gaps, and how firm it all is."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from msgspec import Struct, field
from msgspec.structs import replace

from dtcompare.analysis.score_inputs import InputColumn, column_of, is_exact, number_of
from dtcompare.analysis.score_math import (
    LIBRARY,
    Array,
    ConstantColumn,
    Plan,
    all_gaps,
    contributions,
    coverage,
    evaluate,
    fill_gaps,
    part_values,
    plan_of,
    printed,
    ranks,
    scaled,
    shares,
    view_values,
)
from dtcompare.analysis.uncertainty import (
    Draws,
    Field,
    LeftOut,
    Replay,
    ScoringMethod,
    grid,
    leave_one_out,
    replayed,
    weight_draws,
)
from dtcompare.model.dataset import Dataset
from dtcompare.model.problem import Problem
from dtcompare.model.score import ScoreFile, ScoreGroup
from dtcompare.text import sort_key

DRAWS, SEED = 1000, 1
# Why a province has no place: no figure at all, a gap under refuse, too little weight present.
Refusal = Literal["no_figure", "gap", "coverage", "group_coverage"]
REFUSALS: tuple[Refusal, ...] = get_args(Refusal)


class CannotScore(ValueError):
    """The figures give the index no meaning; ``problems`` say which scale of the file, and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(problems)


class Sets(Struct, frozen=True):
    """Weight sets to replay: a column per node, a row per set."""

    columns: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]


class Options(Struct, frozen=True):
    """What the reader asked for: other weights by node, how many draws, from which seed."""

    weights: Mapping[str, Decimal] = field(default_factory=dict)
    draws: int = DRAWS
    seed: int = SEED
    sets: Sets | None = None


class Member(Struct, frozen=True):
    """A province with a place.

    ``score`` is what is printed and ranked, ``exact`` the unrounded index. ``low`` and ``high`` are
    the index with every gap at the worst and the best of its scale; None under zscore. ``parts``
    are unrounded scores of the nodes that are not gaps, ``views`` of the views. ``points`` are what
    each indicator brings to the index and ``shares`` its share of the weight here, but of gaps.
    ``inexact`` are the indicators whose figure is a word, a range or an estimate.
    """

    province: str
    rank: int
    rank_of: int
    score: Decimal
    exact: float
    low: Decimal | None
    high: Decimal | None
    coverage: float
    parts: Mapping[str, float]
    views: Mapping[str, float]
    points: Mapping[str, float]
    shares: Mapping[str, float]
    missing: tuple[str, ...]
    inexact: tuple[str, ...]


class Unplaced(Struct, frozen=True):
    """A province without a place, why (one of REFUSALS), and the indicators it lacks.

    ``group`` is the top group that falls below the gate, where that is the reason.
    """

    province: str
    reason: Refusal
    coverage: float
    missing: tuple[str, ...]
    group: str | None = None


class Scored(Struct, frozen=True):
    """The answer to ``score NAME``.

    ``columns`` are the figures by indicator, ``better`` tells which way is better, ``shares`` are
    the effective shares of all nodes. ``digest`` is the SHA-256 of the score file, ``library`` the
    version of numpy.
    """

    file: ScoreFile
    as_of: date
    options: Options
    rows: tuple[Member, ...]
    unplaced: tuple[Unplaced, ...]
    existing: int
    columns: Mapping[str, InputColumn]
    better: Mapping[str, str]
    shares: Mapping[str, float]
    digest: str
    library: str
    draws: Draws | None
    left_out: tuple[LeftOut, ...]
    grid: tuple[ScoringMethod, ...]
    replay: Replay | None

    @property
    def empty(self) -> bool:
        """Tell whether no province has a place."""
        return not self.rows

    def member(self, province: str) -> Member | None:
        """Return the row of a province; None where it has no place."""
        return next((row for row in self.rows if row.province == province), None)


class _Work(Struct, frozen=True):
    """The provinces of the day, a row each, in the order of their ids.

    ``scores`` are ``figures`` on their scales; in ``values``, which are aggregated, a gap is worth
    the worst of its scale under zero. ``units`` are the printed index.
    """

    provinces: tuple[str, ...]
    plan: Plan
    figures: Array
    scores: Array
    values: Array
    units: Array
    coverage: Array


def score(
    dataset: Dataset, file: ScoreFile, *, as_of: date, options: Options | None = None
) -> Scored:
    """Return the index that ``file`` defines, of the provinces that exist on ``as_of``.

    Ranks are standard competition ranks ("1224") of the printed score, the highest first. Under
    skip a gap drops out of its group and a province below the coverage gate has no place; under
    zero a gap is worth the worst of its scale; under refuse it costs the place.

    Raises CannotScore where a relative scale is laid over figures that do not differ.
    """
    options = options or Options()
    file = with_weights(file, options.weights)
    columns = {leaf.id: column_of(dataset, leaf, as_of, file.period) for leaf in file.tree.leaves()}
    better = {id: dataset.indicator(id).better for id in columns}
    existing = sorted(dataset.register.existing(as_of), key=lambda province: province.id)
    names = {province.id: sort_key(province.name) for province in existing}
    work = _work(file, columns, better, list(names))
    unplaced = _unplaced(file, work)
    unplaced.sort(key=lambda entry: (-entry.coverage, names[entry.province]))
    left = {entry.province for entry in unplaced}
    order = [row for row, id in enumerate(work.provinces) if id not in left]
    order.sort(key=lambda row: (-work.units[row], names[work.provinces[row]]))
    members = _members(file, work, order, columns)
    ids = tuple(member.province for member in members)
    ranked = Field(ids, work.plan, work.values[order], file.precision)
    sets = options.sets
    return Scored(
        file=file,
        as_of=as_of,
        options=options,
        rows=members,
        unplaced=tuple(unplaced),
        existing=len(existing),
        columns=columns,
        better=better,
        shares=shares(file.tree),
        digest=hashlib.sha256(file.content).hexdigest(),
        library=LIBRARY,
        draws=weight_draws(ranked, options.draws, options.seed),
        left_out=leave_one_out(ranked),
        grid=grid(ranked, file.tree, work.figures, order, better),
        replay=replayed(ranked, sets.columns, sets.rows) if sets else None,
    )


def with_weights(file: ScoreFile, weights: Mapping[str, Decimal]) -> ScoreFile:
    """Return the score with other weights for the nodes named."""
    if not weights:
        return file
    tree = file.tree.map(lambda node: replace(node, weight=weights.get(node.id, node.weight)))
    return replace(file, tree=tree)


def _work(
    file: ScoreFile,
    columns: Mapping[str, InputColumn],
    better: Mapping[str, str],
    provinces: Sequence[str],
) -> _Work:
    """Return figures and scores of every province of the day as arrays."""
    plan = plan_of(file.tree)
    places = {id: place for place, id in enumerate(provinces)}
    figures = all_gaps(len(provinces), len(plan.leaves))
    scores = figures.copy()
    problems = []
    for column, leaf in enumerate(plan.leaves):
        lower = better[leaf.id] == "lower"
        for province, observation in columns[leaf.id].observations.items():
            figures[places[province], column] = float(number_of(observation, lower=lower))
        try:
            scores[:, column] = scaled(figures[:, column], leaf, lower=lower)
        except ConstantColumn as error:
            facts = {"id": leaf.id, "scale": leaf.scale.kind, "n": error.count}
            key = "constant-target" if leaf.scale.kind == "target" else "constant-column"
            at = (file.file, leaf.line, leaf.column)
            problems.append(Problem(*at, "constant-column", key, facts))
    if problems:
        raise CannotScore(sorted(problems, key=lambda problem: problem.order))
    values = fill_gaps(plan, scores, worst=True) if file.missing == "zero" else scores
    units = printed(evaluate(plan, values)[0], file.precision)
    present = coverage(file.tree, plan, scores)
    return _Work(tuple(provinces), plan, figures, scores, values, units, present)


def _missing(file: ScoreFile, work: _Work, place: int) -> tuple[str, ...]:
    """Return the indicators without a figure, in the file's order."""
    row, columns = work.scores[place], work.plan.columns
    return tuple(leaf.id for leaf in file.tree.leaves() if math.isnan(row[columns[leaf.id]]))


def _unplaced(file: ScoreFile, work: _Work) -> list[Unplaced]:
    """Return the provinces that the rule for gaps leaves without a place."""
    groups = {
        child.id: coverage(child, work.plan, work.scores)
        for child in file.tree.children
        if isinstance(child, ScoreGroup) and child.weight
    }
    index = evaluate(work.plan, work.scores)[0]
    result = []
    for place, province in enumerate(work.provinces):
        missing = _missing(file, work, place)
        here = float(work.coverage[place])
        reason: Refusal | None = None
        group = None
        if math.isnan(index[place]):
            reason = "no_figure"
        elif file.missing == "refuse" and missing:
            reason = "gap"
        elif here < float(file.gate.overall):
            reason = "coverage"
        else:
            least = float(file.gate.group)
            group = next((id for id, share in groups.items() if share[place] < least), None)
            reason = "group_coverage" if group is not None else None
        if reason is not None:
            result.append(Unplaced(province, reason, here, missing, group))
    return result


def _members(
    file: ScoreFile, work: _Work, order: Sequence[int], columns: Mapping[str, InputColumn]
) -> tuple[Member, ...]:
    """Return the provinces in those rows of the arrays, which have a place, in that order."""
    plan, precision, rows, tree = work.plan, file.precision, list(order), file.tree
    parts = part_values(plan, work.values[rows])
    units = work.units[rows]
    places = ranks(units[None])[0]
    low, high = _ends(plan, work.scores[rows], precision)
    views = {id: view_values(plan, parts, ids) for id, ids in file.views.items()}
    members = []
    for at, row in enumerate(rows):
        province = work.provinces[row]
        own = _known(parts, at)
        given = [(leaf.id, columns[leaf.id].observations.get(province)) for leaf in tree.leaves()]
        leaves = contributions(plan, own)
        member = Member(
            province=province,
            rank=int(places[at]),
            rank_of=len(rows),
            score=_decimal(units[at], precision),
            exact=own.pop(""),
            low=None if low is None else _decimal(low[at], precision),
            high=None if high is None else _decimal(high[at], precision),
            coverage=float(work.coverage[row]),
            parts=own,
            views=_known(views, at),
            points={id: points for id, (points, _) in leaves.items()},
            shares={id: share for id, (_, share) in leaves.items()},
            missing=_missing(file, work, row),
            inexact=tuple(id for id, one in given if one is not None and not is_exact(one)),
        )
        members.append(member)
    return tuple(members)


def _decimal(units: float, precision: int) -> Decimal:
    """Return a printed score from its whole units of the last decimal."""
    return Decimal(int(units)).scaleb(-precision)


def _ends(plan: Plan, scores: Array, precision: int) -> tuple[Array | None, Array | None]:
    """Return the printed index with every gap at the worst and at the best; None under zscore."""
    if any(leaf.scale.kind == "zscore" for leaf in plan.leaves):
        return None, None
    low, high = (evaluate(plan, fill_gaps(plan, scores, worst=worst))[0] for worst in (True, False))
    return printed(low, precision), printed(high, precision)


def _known(parts: Mapping[str, Array], at: int) -> dict[str, float]:
    """Return the scores of one province, gaps left out."""
    return {id: float(part[at]) for id, part in parts.items() if not math.isnan(part[at])}
