"""A composite index as a JSON document."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents.shared import (
    FORM,
    Better,
    FigureDocument,
    IndicatorId,
    Name,
    NameOfDay,
    ProvinceId,
    Sentence,
    Sources,
    Warnings,
    describe,
    one_of,
)

Aggregate = Annotated[str, one_of(("arithmetic", "geometric"))]
ScaleKind = Annotated[str, one_of(("bounds", "target", "minmax", "prank", "zscore"))]


class ScoreFiltersDocument(TypedDict):
    """What was tried and asked."""

    weights: Annotated[
        dict[str, Decimal] | None, describe("Weights tried in place of the file's, by node.")
    ]
    explain: Annotated[str | None, describe("Id of the province taken apart.")]
    compare: Annotated[str | None, describe("Name of the other score.")]


class IndexDocument(TypedDict):
    """The score."""

    id: Annotated[str, describe("Name of its file.")]
    name: Name
    note: Annotated[str | None, describe("Where the method comes from.")]


# How often a province is among the first so many.
TopSharesDocument = TypedDict(
    "TopSharesDocument",
    {
        "3": Annotated[Decimal | None, describe("The first 3.")],
        "5": Annotated[Decimal | None, describe("The first 5.")],
        "10": Annotated[Decimal | None, describe("The first 10.")],
    },
)


class ScoreRowDocument(TypedDict):
    """A province with a place."""

    rank: Annotated[int, describe("Standard competition rank (1224) of the printed score.")]
    rank_of: Annotated[int, describe("How many provinces have a place.")]
    province: ProvinceId
    name: NameOfDay
    score: Annotated[Decimal, describe("The index as printed and ranked, half up.")]
    score_low: Annotated[
        Decimal | None,
        describe("The index with every gap at the worst of its scale; null under zscore."),
    ]
    score_high: Annotated[Decimal | None, describe("The same with every gap at the best.")]
    coverage: Annotated[
        Decimal, describe("Share of the weight whose indicators it reports, 0 to 1.")
    ]
    missing: Annotated[list[str], describe("Indicators without a figure.")]
    inexact: Annotated[
        list[str], describe("Indicators whose figure is a word, a range or an estimate.")
    ]
    parts: Annotated[
        dict[str, Decimal], describe("Score of every group and indicator by id; gaps are left out.")
    ]
    views: Annotated[dict[str, Decimal], describe("Score of every view by id.")]
    rank_median: Annotated[
        Decimal | None, describe("Median rank over the draws; null without draws.")
    ]
    rank_q5: Annotated[
        Decimal | None, describe("5 % of the drawn ranks are below, linear between two.")
    ]
    rank_q95: Annotated[Decimal | None, describe("95 % of the drawn ranks are below.")]
    p_top: Annotated[
        TopSharesDocument,
        describe("Share of the draws in which it is among the first so many; null without draws."),
    ]


class UnplacedDocument(TypedDict):
    """A province without a place."""

    province: ProvinceId
    name: NameOfDay
    reason: Annotated[
        str,
        describe(
            "no_figure, gap (the index takes none), coverage (too little weight is there) or"
            " group_coverage."
        ),
    ]
    coverage: Annotated[
        Decimal, describe("Share of the weight whose indicators it reports, 0 to 1.")
    ]
    group: Annotated[str | None, describe("The top group below the gate; null for other reasons.")]
    missing: Annotated[list[str], describe("Indicators without a figure.")]


class NeighboursDocument(TypedDict):
    """Two neighbours that other weights put either way."""

    upper: Annotated[str, describe("Id of the province ahead.")]
    lower: Annotated[str, describe("Id of the next one.")]
    reversed: Annotated[Decimal, describe("Share of the draws in which the next one is ahead.")]


class GateDocument(TypedDict):
    """The least share of the weight that must be there."""

    overall: Annotated[Decimal, describe("Of the whole tree.")]
    group: Annotated[Decimal, describe("Of each top group.")]


class ScaleDocument(TypedDict):
    """The scale and the figures of an indicator; all null for a group."""

    scale: Annotated[ScaleKind | None, describe("Kind of scale.")]
    scale_low: Annotated[
        Decimal | None,
        describe("Lower bound, or where a target scale begins; null: the worst figure."),
    ]
    scale_high: Annotated[Decimal | None, describe("Upper bound, or the target.")]
    log: Annotated[bool | None, describe("Whether the scale is logarithmic.")]
    to_low: Annotated[Decimal | None, describe("What the worst is worth.")]
    to_high: Annotated[Decimal | None, describe("What the best is worth.")]
    relative: Annotated[bool | None, describe("Whether a score depends on the figures of others.")]
    better: Annotated[Better | None, describe("Which way is better.")]
    basis: Annotated[str | None, describe("Basis of the figures.")]
    method: Annotated[str | None, describe("Method of the figures.")]
    figures: Annotated[int | None, describe("How many provinces have a figure.")]
    season_start: Annotated[date | None, describe("First day of the season whose figures count.")]
    season_end: Annotated[date | None, describe("Its last day.")]
    edition_period: Annotated[str | None, describe("Period of the edition of a published index.")]
    edition_of: Annotated[int | None, describe("How many provinces that edition places.")]


class NodeDocument(ScaleDocument):
    """A group or an indicator of the tree."""

    node: Annotated[str, describe("Id of the group or indicator.")]
    parent: Annotated[str | None, describe("Id of its group; null: the top.")]
    name: Name
    weight: Annotated[Decimal, describe("Its weight among its neighbours.")]
    share: Annotated[Decimal, describe("Its share of the whole weight, 0 to 1.")]
    aggregate: Annotated[Aggregate | None, describe("How a group is put together.")]
    floor: Annotated[Decimal | None, describe("A child below it is lifted to it.")]


class ViewDocument(TypedDict):
    """An overlapping group."""

    view: Annotated[str, describe("Id of the view.")]
    of: Annotated[list[str], describe("Its nodes.")]


class MethodDocument(TypedDict):
    """How the score was worked out."""

    file: Annotated[str, describe("The score file.")]
    sha256: Annotated[str, describe("SHA-256 of the score file.")]
    as_of: Annotated[date, describe("The day whose provinces and figures count.")]
    period: Annotated[str | None, describe("Only figures of this period; null: of any.")]
    precision: Annotated[int, describe("Decimals of the score.")]
    missing: Annotated[str, one_of(("skip", "zero", "refuse")), describe("What a gap does.")]
    gate: Annotated[GateDocument, describe("Least share of the weight; 0: no gate.")]
    aggregate: Annotated[Aggregate, describe("How the top of the tree is put together.")]
    floor: Annotated[Decimal | None, describe("A child below it is lifted to it; null: none.")]
    draws: Annotated[int, describe("How many weight sets were drawn.")]
    seed: Annotated[int, describe("Seed of numpy's default generator.")]
    spread: Annotated[Decimal, describe("Each weight was multiplied by 1 + U(-spread, spread).")]
    version: Annotated[str, describe("Version of dtcompare.")]
    numpy: Annotated[str, describe("Version of numpy.")]
    nodes: Annotated[
        list[NodeDocument],
        describe(
            "The tree, a group before what it holds; keys of the other kind of node are null."
        ),
    ]
    views: Annotated[list[ViewDocument], describe("Overlapping groups.")]


class LeftOutDocument(TypedDict):
    """The places without one indicator."""

    indicator: Annotated[str, describe("The indicator left out.")]
    moved: Annotated[int, describe("How many provinces have another place.")]
    furthest: Annotated[
        str | None, describe("Id of the one that moves furthest; null: none moves.")
    ]
    ranks: Annotated[dict[str, int], describe("Rank by province.")]


class GridMethodDocument(TypedDict):
    """The places by another method."""

    scale: Annotated[str, describe("declared, minmax or prank.")]
    aggregate: Annotated[str, describe("arithmetic or geometric.")]
    weights: Annotated[str, describe("given or equal.")]
    impossible: Annotated[
        str | None,
        describe(
            "Why it was left out: constant (all figures of an indicator alike) or zscore_product;"
            " null: it was not."
        ),
    ]
    because: Annotated[str | None, describe("The indicator that is constant.")]
    ranks: Annotated[dict[str, int], describe("Rank by province; empty where left out.")]


class ChoiceDocument(TypedDict):
    """A method: scales, aggregation and weights."""

    scale: Annotated[str, describe("declared, minmax or prank.")]
    aggregate: Annotated[str, describe("arithmetic or geometric.")]
    weights: Annotated[str, describe("given or equal.")]


class GridRowDocument(TypedDict):
    """The best and the worst place of a province."""

    province: ProvinceId
    best: Annotated[int, describe("Best rank.")]
    best_by: Annotated[ChoiceDocument, describe("What gives it.")]
    worst: Annotated[int, describe("Worst rank.")]
    worst_by: Annotated[ChoiceDocument, describe("What gives it.")]


class GridDocument(TypedDict):
    """The places by other methods."""

    methods: Annotated[list[GridMethodDocument], describe("Scales x aggregation x weights.")]
    rows: Annotated[list[GridRowDocument], describe("Best and worst rank of each province.")]


class SpreadDocument(TypedDict):
    """How the places of a province spread."""

    rank_mean: Annotated[Decimal, describe("Mean of its ranks.")]
    rank_median: Annotated[Decimal, describe("Median of its ranks.")]
    rank_q5: Annotated[Decimal, describe("5 % of its ranks are below, linear between two.")]
    rank_q95: Annotated[Decimal, describe("95 % of them are below.")]


class ReplayRowDocument(SpreadDocument):
    """The places of a province under the weight sets given."""

    province: ProvinceId


class ReplayDocument(TypedDict):
    """The places under the weight sets given."""

    sets: Annotated[int, describe("How many sets.")]
    rows: Annotated[list[ReplayRowDocument], describe("Statistics by province.")]
    ranks: Annotated[dict[str, list[int]], describe("Its rank under each set, by province.")]


class PartDocument(TypedDict):
    """What an indicator brings to a province's score."""

    indicator: IndicatorId
    name: Name
    figure: Annotated[FigureDocument | None, describe("The figure; null: a gap.")]
    score: Annotated[Decimal | None, describe("Its score on its scale.")]
    share: Annotated[Decimal, describe("Its share of the whole weight, 0 to 1.")]
    own_share: Annotated[Decimal | None, describe("Its share here, where gaps have dropped out.")]
    points: Annotated[
        Decimal | None, describe("What it brings to the index; all together the index.")
    ]
    lost: Annotated[
        Decimal | None, describe("How much higher the index would be with this one at its best.")
    ]
    above_mean: Annotated[
        Decimal | None, describe("Its points less the mean of the ranked provinces.")
    ]
    need: Annotated[
        Decimal | None,
        describe("The score on its scale that alone brings the next place; null: none does."),
    ]
    need_figure: Annotated[Decimal | None, describe("The figure that a fixed scale turns into it.")]


class ExplanationDocument(TypedDict):
    """A province's score taken apart."""

    province: ProvinceId
    name: NameOfDay
    rank: Annotated[int | None, describe("Its rank; null: no place.")]
    score: Annotated[Decimal | None, describe("Its score.")]
    ahead: Annotated[str | None, describe("Id of the province next above; null: none.")]
    ahead_score: Annotated[Decimal | None, describe("Its score.")]
    parts: Annotated[
        list[PartDocument], describe("Every indicator, the cheapest way to the next place first.")
    ]
    strengths: Annotated[
        list[str], describe("Up to three indicators that bring most more than the mean.")
    ]
    weaknesses: Annotated[list[str], describe("Up to three that bring most less than it.")]


class CauseDocument(TypedDict):
    """An indicator whose points changed."""

    indicator: IndicatorId
    points: Annotated[Decimal, describe("Points here less points there.")]


class ShiftDocument(TypedDict):
    """A province's place and score in two indices."""

    province: ProvinceId
    name: NameOfDay
    rank: Annotated[int, describe("Rank here.")]
    other_rank: Annotated[int, describe("Rank there.")]
    score: Annotated[Decimal, describe("Score here.")]
    other_score: Annotated[Decimal, describe("Score there.")]
    causes: Annotated[
        list[CauseDocument],
        describe("The three indicators whose points changed most, of those with a figure in both."),
    ]
    coverage: Annotated[Decimal, describe("Share of the weight reported here.")]
    other_coverage: Annotated[Decimal, describe("Share of the weight reported there.")]
    coverage_points: Annotated[
        Decimal,
        describe("Part of the change from indicators with a figure in one of the two only."),
    ]


class ShiftsDocument(TypedDict):
    """Two scores side by side."""

    id: Annotated[str, describe("Name of the other score's file.")]
    name: Name
    as_of: Annotated[date, describe("The day whose provinces it ranks.")]
    rank_of: Annotated[int, describe("How many provinces have a place in it.")]
    rows: Annotated[list[ShiftDocument], describe("The provinces with a place in both.")]
    only_here: Annotated[list[str], describe("Ids of the provinces with a place here only.")]
    only_there: Annotated[list[str], describe("Ids of those with a place there only.")]


class ScoreDocument(TypedDict):
    """A composite index."""

    schema: Annotated[Literal["score/1"], FORM]
    as_of: Annotated[
        date,
        describe(
            "The day whose provinces are ranked, as YYYY-MM-DD: --as-of, else the score file's."
        ),
    ]
    filters: Annotated[ScoreFiltersDocument, describe("What was asked for; null: not asked.")]
    sentence: Sentence
    index: Annotated[IndexDocument, describe("The score.")]
    existing: Annotated[int, describe("How many provinces exist on the day.")]
    rows: Annotated[list[ScoreRowDocument], describe("The provinces with a place, best first.")]
    not_ranked: Annotated[
        list[UnplacedDocument],
        describe("The provinces without a place, those that lack least first."),
    ]
    neighbours: Annotated[
        list[NeighboursDocument],
        describe("Neighbours whose order reverses in over 5 % of the draws."),
    ]
    method: Annotated[MethodDocument, describe("Everything needed to work it out again.")]
    leave_one_out: Annotated[
        list[LeftOutDocument],
        describe("The ranks without one indicator, those that move most provinces first."),
    ]
    grid: Annotated[GridDocument, describe("The ranks by other methods.")]
    replay: Annotated[
        ReplayDocument | None, describe("The ranks under the weight sets given; null: none were.")
    ]
    explain: Annotated[
        ExplanationDocument | None, describe("One province taken apart; null: none was asked for.")
    ]
    compare: Annotated[
        ShiftsDocument | None,
        describe("What moved against another score; null: none was asked for."),
    ]
    sources: Sources
    warnings: Warnings
