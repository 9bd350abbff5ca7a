"""A composite index as a JSON document."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared

Aggregate = Annotated[str, shared.one_of(("arithmetic", "geometric"))]
ScaleKind = Annotated[str, shared.one_of(("bounds", "target", "minmax", "prank", "zscore"))]


class ScoreFiltersDocument(TypedDict):
    """What was tried and asked."""

    weights: Annotated[dict[str, Decimal] | None, "Weights tried in place of the file's, by node."]
    explain: Annotated[str | None, "Id of the province taken apart."]
    compare: Annotated[str | None, "Name of the other score."]


class IndexDocument(TypedDict):
    """The score."""

    id: Annotated[str, "Name of its file."]
    name: shared.Name
    note: Annotated[str | None, "Where the method comes from."]


# How often a province is among the first so many.
TopSharesDocument = TypedDict(
    "TopSharesDocument",
    {
        "3": Annotated[Decimal | None, "The first 3."],
        "5": Annotated[Decimal | None, "The first 5."],
        "10": Annotated[Decimal | None, "The first 10."],
    },
)


class ScoreRowDocument(TypedDict):
    """A province with a place."""

    rank: Annotated[int, "Standard competition rank (1224) of the printed score."]
    rank_of: Annotated[int, "How many provinces have a place."]
    province: shared.ProvinceId
    name: shared.NameOfDay
    score: Annotated[Decimal, "The index as printed and ranked, half up."]
    score_low: Annotated[
        Decimal | None, "The index with every gap at the worst of its scale; null under zscore."
    ]
    score_high: Annotated[Decimal | None, "The same with every gap at the best."]
    coverage: Annotated[Decimal, "Share of the weight whose indicators it reports, 0 to 1."]
    missing: Annotated[list[str], "Indicators without a figure."]
    inexact: Annotated[list[str], "Indicators whose figure is a word, a range or an estimate."]
    parts: Annotated[
        dict[str, Decimal], "Score of every group and indicator by id; gaps are left out."
    ]
    views: Annotated[dict[str, Decimal], "Score of every view by id."]
    rank_median: Annotated[Decimal | None, "Median rank over the draws; null without draws."]
    rank_q5: Annotated[Decimal | None, "5 % of the drawn ranks are below, linear between two."]
    rank_q95: Annotated[Decimal | None, "95 % of the drawn ranks are below."]
    p_top: Annotated[
        TopSharesDocument,
        "Share of the draws in which it is among the first so many; null without draws.",
    ]


class UnplacedDocument(TypedDict):
    """A province without a place."""

    province: shared.ProvinceId
    name: shared.NameOfDay
    reason: Annotated[
        str,
        "no_figure, gap (the index takes none), coverage (too little weight is there) or"
        " group_coverage.",
    ]
    coverage: Annotated[Decimal, "Share of the weight whose indicators it reports, 0 to 1."]
    group: Annotated[str | None, "The top group below the gate; null for other reasons."]
    missing: Annotated[list[str], "Indicators without a figure."]


class NeighboursDocument(TypedDict):
    """Two neighbours that other weights put either way."""

    upper: Annotated[str, "Id of the province ahead."]
    lower: Annotated[str, "Id of the next one."]
    reversed: Annotated[Decimal, "Share of the draws in which the next one is ahead."]


class GateDocument(TypedDict):
    """The least share of the weight that must be there."""

    overall: Annotated[Decimal, "Of the whole tree."]
    group: Annotated[Decimal, "Of each top group."]


class ScaleDocument(TypedDict):
    """The scale and the figures of an indicator; all null for a group."""

    scale: Annotated[ScaleKind | None, "Kind of scale."]
    scale_low: Annotated[
        Decimal | None, "Lower bound, or where a target scale begins; null: the worst figure."
    ]
    scale_high: Annotated[Decimal | None, "Upper bound, or the target."]
    log: Annotated[bool | None, "Whether the scale is logarithmic."]
    to_low: Annotated[Decimal | None, "What the worst is worth."]
    to_high: Annotated[Decimal | None, "What the best is worth."]
    relative: Annotated[bool | None, "Whether a score depends on the figures of others."]
    better: Annotated[shared.Better | None, "Which way is better."]
    basis: Annotated[str | None, "Basis of the figures."]
    method: Annotated[str | None, "Method of the figures."]
    figures: Annotated[int | None, "How many provinces have a figure."]
    season_start: Annotated[date | None, "First day of the season whose figures count."]
    season_end: Annotated[date | None, "Its last day."]
    edition_period: Annotated[str | None, "Period of the edition of a published index."]
    edition_of: Annotated[int | None, "How many provinces that edition places."]


class NodeDocument(ScaleDocument):
    """A group or an indicator of the tree."""

    node: Annotated[str, "Id of the group or indicator."]
    parent: Annotated[str | None, "Id of its group; null: the top."]
    name: shared.Name
    weight: Annotated[Decimal, "Its weight among its neighbours."]
    share: Annotated[Decimal, "Its share of the whole weight, 0 to 1."]
    aggregate: Annotated[Aggregate | None, "How a group is put together."]
    floor: Annotated[Decimal | None, "A child below it is lifted to it."]


class ViewDocument(TypedDict):
    """An overlapping group."""

    view: Annotated[str, "Id of the view."]
    name: Annotated[str, "What it is called."]
    of: Annotated[list[str], "Its nodes."]


class MethodDocument(TypedDict):
    """How the score was worked out."""

    file: Annotated[str, "The score file."]
    sha256: Annotated[str, "SHA-256 of the score file."]
    as_of: Annotated[date, "The day whose provinces and figures count."]
    period: Annotated[str | None, "Only figures of this period; null: of any."]
    precision: Annotated[int, "Decimals of the score."]
    missing: Annotated[str, shared.one_of(("skip", "zero", "refuse")), "What a gap does."]
    gate: Annotated[GateDocument, "Least share of the weight; 0: no gate."]
    aggregate: Annotated[Aggregate, "How the top of the tree is put together."]
    floor: Annotated[Decimal | None, "A child below it is lifted to it; null: none."]
    draws: Annotated[int, "How many weight sets were drawn."]
    seed: Annotated[int, "Seed of numpy's default generator."]
    spread: Annotated[Decimal, "Each weight was multiplied by 1 + U(-spread, spread)."]
    version: Annotated[str, "Version of dtcompare."]
    numpy: Annotated[str, "Version of numpy."]
    nodes: Annotated[
        list[NodeDocument],
        "The tree, a group before what it holds; keys of the other kind of node are null.",
    ]
    views: Annotated[list[ViewDocument], "Overlapping groups."]


class LeftOutDocument(TypedDict):
    """The places without one indicator."""

    indicator: Annotated[str, "The indicator left out."]
    moved: Annotated[int, "How many provinces have another place."]
    furthest: Annotated[str | None, "Id of the one that moves furthest; null: none moves."]
    ranks: Annotated[dict[str, int], "Rank by province."]


class ChoiceDocument(TypedDict):
    """A method: scales, aggregation and weights."""

    scale: Annotated[str, "declared, minmax or prank."]
    aggregate: Annotated[str, "arithmetic or geometric."]
    weights: Annotated[str, "given or equal."]


class GridMethodDocument(ChoiceDocument):
    """The places by another method."""

    impossible: Annotated[
        str | None,
        "Why it was left out: constant (all figures of an indicator alike) or zscore_product;"
        " null: it was not.",
    ]
    because: Annotated[str | None, "The indicator that is constant."]
    ranks: Annotated[dict[str, int], "Rank by province; empty where left out."]


class GridRowDocument(TypedDict):
    """The best and the worst place of a province."""

    province: shared.ProvinceId
    best: Annotated[int, "Best rank."]
    best_by: Annotated[ChoiceDocument, "What gives it."]
    worst: Annotated[int, "Worst rank."]
    worst_by: Annotated[ChoiceDocument, "What gives it."]


class GridDocument(TypedDict):
    """The places by other methods."""

    methods: Annotated[list[GridMethodDocument], "Scales x aggregation x weights."]
    rows: Annotated[list[GridRowDocument], "Best and worst rank of each province."]


class RankSpreadDocument(TypedDict):
    """How the places of a province spread."""

    rank_mean: Annotated[Decimal, "Mean of its ranks."]
    rank_median: Annotated[Decimal, "Median of its ranks."]
    rank_q5: Annotated[Decimal, "5 % of its ranks are below, linear between two."]
    rank_q95: Annotated[Decimal, "95 % of them are below."]


class ReplayRowDocument(RankSpreadDocument):
    """The places of a province under the weight sets given."""

    province: shared.ProvinceId


class ReplayDocument(TypedDict):
    """The places under the weight sets given."""

    sets: Annotated[int, "How many sets."]
    rows: Annotated[list[ReplayRowDocument], "Statistics by province."]
    ranks: Annotated[dict[str, list[int]], "Its rank under each set, by province."]


class PartDocument(TypedDict):
    """What an indicator brings to a province's score."""

    indicator: shared.IndicatorId
    name: shared.Name
    figure: Annotated[shared.FigureDocument | None, "The figure; null: a gap."]
    score: Annotated[Decimal | None, "Its score on its scale."]
    share: Annotated[Decimal, "Its share of the whole weight, 0 to 1."]
    own_share: Annotated[Decimal | None, "Its share here, where gaps have dropped out."]
    points: Annotated[Decimal | None, "What it brings to the index; all together the index."]
    lost: Annotated[Decimal | None, "How much higher the index would be with this one at its best."]
    above_mean: Annotated[Decimal | None, "Its points less the mean of the ranked provinces."]
    need: Annotated[
        Decimal | None, "The score on its scale that alone brings the next place; null: none does."
    ]
    need_figure: Annotated[Decimal | None, "The figure that a fixed scale turns into it."]


class ExplanationDocument(TypedDict):
    """A province's score taken apart."""

    province: shared.ProvinceId
    name: shared.NameOfDay
    rank: Annotated[int | None, "Its rank; null: no place."]
    score: Annotated[Decimal | None, "Its score."]
    ahead: Annotated[str | None, "Id of the province next above; null: none."]
    ahead_score: Annotated[Decimal | None, "Its score."]
    parts: Annotated[
        list[PartDocument], "Every indicator, the cheapest way to the next place first."
    ]
    strengths: Annotated[list[str], "Up to three indicators that bring most more than the mean."]
    weaknesses: Annotated[list[str], "Up to three that bring most less than it."]


class CauseDocument(TypedDict):
    """An indicator whose points changed."""

    indicator: shared.IndicatorId
    points: Annotated[Decimal, "Points here less points there."]


class ShiftDocument(TypedDict):
    """A province's place and score in two indices."""

    province: shared.ProvinceId
    name: shared.NameOfDay
    rank: Annotated[int, "Rank here."]
    other_rank: Annotated[int, "Rank there."]
    score: Annotated[Decimal, "Score here."]
    other_score: Annotated[Decimal, "Score there."]
    causes: Annotated[
        list[CauseDocument],
        "The three indicators whose points changed most, of those with a figure in both.",
    ]
    coverage: Annotated[Decimal, "Share of the weight reported here."]
    other_coverage: Annotated[Decimal, "Share of the weight reported there."]
    coverage_points: Annotated[
        Decimal, "Part of the change from indicators with a figure in one of the two only."
    ]


class ShiftsDocument(TypedDict):
    """Two scores side by side."""

    id: Annotated[str, "Name of the other score's file."]
    name: shared.Name
    as_of: Annotated[date, "The day whose provinces it ranks."]
    rank_of: Annotated[int, "How many provinces have a place in it."]
    comparable: Annotated[bool, "Whether the points of both may be subtracted: one method."]
    rows: Annotated[list[ShiftDocument], "The provinces with a place in both."]
    only_here: Annotated[list[str], "Ids of the provinces with a place here only."]
    only_there: Annotated[list[str], "Ids of those with a place there only."]


class ScoreDocument(TypedDict):
    """A composite index."""

    schema: Annotated[Literal["score/1"], shared.FORM]
    as_of: Annotated[
        date, "The day whose provinces are ranked, as YYYY-MM-DD: --as-of, else the score file's."
    ]
    filters: Annotated[ScoreFiltersDocument, "What was asked for; null: not asked."]
    sentence: shared.Sentence
    index: Annotated[IndexDocument, "The score."]
    existing: Annotated[int, "How many provinces exist on the day."]
    rows: Annotated[list[ScoreRowDocument], "The provinces with a place, best first."]
    not_ranked: Annotated[
        list[UnplacedDocument], "The provinces without a place, those that lack least first."
    ]
    neighbours: Annotated[
        list[NeighboursDocument], "Neighbours whose order reverses in over 5 % of the draws."
    ]
    method: Annotated[MethodDocument, "Everything needed to work it out again."]
    leave_one_out: Annotated[
        list[LeftOutDocument],
        "The ranks without one indicator, those that move most provinces first.",
    ]
    grid: Annotated[GridDocument, "The ranks by other methods."]
    replay: Annotated[
        ReplayDocument | None, "The ranks under the weight sets given; null: none were."
    ]
    explain: Annotated[
        ExplanationDocument | None, "One province taken apart; null: none was asked for."
    ]
    compare: Annotated[
        ShiftsDocument | None, "What moved against another score; null: none was asked for."
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
