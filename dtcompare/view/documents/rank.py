"""A ranking as a JSON document."""

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.analysis.arrangement import SORTS
from dtcompare.analysis.comparability import REASONS
from dtcompare.analysis.per_capita import DIVISORS
from dtcompare.view.documents import shared

Division = Annotated[str, shared.one_of(("region",))]
Order = Annotated[str, shared.one_of(SORTS)]
Denominator = Annotated[str, shared.one_of(tuple(DIVISORS))]


class ScopeFilterDocument(TypedDict):
    """Which part of the provinces was asked for."""

    key: Annotated[shared.Part, "Kind of part."]
    name: Annotated[str | None, "Name of the part; null: any of that kind."]


class RankFiltersDocument(TypedDict):
    """What a ranking was asked to keep, to show and to divide by."""

    period: Annotated[str | None, "Only figures wholly inside this period."]
    basis: Annotated[str | None, "Only figures on this basis (id)."]
    method: Annotated[str | None, "Only figures by this method (id)."]
    scope: Annotated[ScopeFilterDocument | None, "Only figures of a part of the province."]
    only: Annotated[list[str] | None, "Only these provinces are shown (ids)."]
    region: Annotated[str | None, "Only this region is shown (id)."]
    sort: Annotated[Order | None, "Order of the rows; null: by place."]
    top: Annotated[shared.Ordinal | None, "Only so many rows of a group are shown."]
    list_all: Annotated[bool, "Whether every figure is listed and none ranked."]
    per: Annotated[
        Denominator | None,
        "What counts were divided by: per 100,000 people or per 100 km2; null: not divided.",
    ]
    reverse: Annotated[bool, "Whether the rows stand the last first."]
    stats: Annotated[bool, "Whether the spread of the figures was asked for."]
    by: Annotated[Division | None, "By what the ranking was summed up; null: by nothing."]


class ReportedDocument(shared.FigureDocument, shared.AimDocument):
    """A figure beside the province's target."""

    count: Annotated[
        Decimal | None, "The count that was divided, with --per; null: nothing was divided."
    ]


class RankPlacesDocument(TypedDict):
    """A place, and those it may really be."""

    rank: Annotated[
        shared.Ordinal | None,
        "Place among the group, as published for an index; null: not ranked, or only a top n is"
        " known.",
    ]
    rank_of: Annotated[shared.Ordinal | None, "Of how many; null: not ranked."]
    rank_best: Annotated[
        shared.Ordinal | None, "The best place the figure may have; null: not ranked."
    ]
    rank_worst: Annotated[
        shared.Ordinal | None, "The worst place the figure may have; null: not ranked."
    ]


class RankRowDocument(RankPlacesDocument, shared.ProvinceDocument, ReportedDocument):
    """A province of a group: its place, its figure, its target."""


class RankGroupDocument(TypedDict):
    """Figures that compare with each other."""

    ranked: Annotated[bool, "Whether the rows carry places."]
    basis: Annotated[
        str | None,
        "Id of what the figures are a share of; null: the indicator has none, or every figure is"
        " listed.",
    ]
    method: Annotated[
        str | None,
        "Id of how the figures were worked out; null: the indicator has no methods, or every"
        " figure is listed.",
    ]
    scope: shared.Scope
    season: Annotated[
        shared.SeasonDocument | None,
        "The window in which the figures' periods end; null for an index.",
    ]
    edition: Annotated[
        shared.EditionDocument | None,
        "The edition of a published index; null for a measured figure.",
    ]
    hidden: Annotated[shared.Count, "How many rows the filters on what is shown took out."]
    rows: Annotated[list[RankRowDocument], "The provinces of the group, the one ahead first."]


class ExcludedDocument(shared.ProvinceDocument, ReportedDocument):
    """A figure that is not ranked."""

    reason: Annotated[str, shared.one_of(REASONS), "Why it is not ranked."]


class SilentProvinceDocument(shared.ProvinceDocument):
    """A province without any figure."""

    has_target: Annotated[bool, "Whether the province has set a target."]


class ReferenceDocument(shared.FigureDocument):
    """The whole country's figure."""

    name: Annotated[str, "The country's name."]


class FigureSpreadDocument(TypedDict):
    """How numbers lie."""

    count: Annotated[shared.Count, "How many numbers."]
    low: Annotated[Decimal, "The least."]
    lower_quartile: Annotated[Decimal, "A quarter of them lies below."]
    median: Annotated[Decimal, "Half of them lies below."]
    upper_quartile: Annotated[Decimal, "Three quarters of them lie below."]
    high: Annotated[Decimal, "The most."]


class SpreadChangeDocument(TypedDict):
    """The spread of a group, and of the provinces that are in the season before too."""

    group: Annotated[shared.Count, "Which of the groups, the first being 0."]
    all: Annotated[FigureSpreadDocument, "All of the group."]
    now: Annotated[
        FigureSpreadDocument | None,
        "Those that are in both seasons, now; null: fewer than three are.",
    ]
    before: Annotated[
        FigureSpreadDocument | None, "The same provinces in the season before; null: none."
    ]


class RegionStandingDocument(TypedDict):
    """How a region stands in the first group."""

    region: Annotated[str | None, "Id of the region; null: provinces without one."]
    provinces: Annotated[list[shared.ProvinceDocument], "Its provinces, the one ahead first."]
    median: Annotated[Decimal | None, "The median of their figures; null: places alone are known."]


class RankDocument(TypedDict):
    """A ranking."""

    schema: Annotated[Literal["rank/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[RankFiltersDocument, "What was asked for; null: not filtered."]
    sentence: shared.Sentence
    indicator: Annotated[shared.IndicatorDocument, "What is measured."]
    reporting: Annotated[shared.Count, "How many of the provinces of the day report any figure."]
    existing: Annotated[shared.Count, "How many provinces there are on the day."]
    groups: Annotated[
        list[RankGroupDocument],
        "Figures that compare with each other: the ranked groups, or, where nothing can be"
        " ranked, all groups unranked.",
    ]
    not_ranked: Annotated[
        list[ExcludedDocument], "Every other figure, with the reason why it is not ranked."
    ]
    not_reported: Annotated[
        list[SilentProvinceDocument], "The provinces of the day without any figure."
    ]
    reference: Annotated[
        ReferenceDocument | None,
        "The whole country's figure on the footing of the first group; null: none.",
    ]
    spreads: Annotated[
        list[SpreadChangeDocument] | None, "How the figures lie; null: not asked for."
    ]
    regions: Annotated[
        list[RegionStandingDocument] | None, "How the regions stand; null: not asked for."
    ]
    instead: Annotated[
        list[str], "Ids of related indicators that can be ranked, where this one cannot."
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
