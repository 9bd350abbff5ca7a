"""``rank/1``: a ranking as a JSON document."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents.shared import (
    AimKeys,
    Count,
    FigureKeys,
    IndicatorDocument,
    Part,
    Place,
    ProvinceKeys,
    Scope,
    SourceDocument,
    says,
)

Reason = Literal[
    "other_basis",
    "other_method",
    "own_method",
    "before_break",
    "other_season",
    "other_edition",
    "period_too_long",
    "period_unstated",
    "basis_unstated",
    "method_unstated",
    "scope",
    "forecast",
    "unreliable",
    "definition",
    "no_divisor",
    "former_province",
    "other_borders",
]


class ScopeFilter(TypedDict):
    key: Annotated[Part, says("Kind of part.")]
    name: Annotated[str | None, says("Name of the part; null: any of that kind.")]


class RankFilters(TypedDict):
    period: Annotated[str | None, says("Only figures wholly inside this period.")]
    basis: Annotated[str | None, says("Only figures on this basis (id).")]
    method: Annotated[str | None, says("Only figures by this method (id).")]
    scope: Annotated[ScopeFilter | None, says("Only figures of a part of the province.")]
    only: Annotated[list[str] | None, says("Only these provinces are shown (ids).")]
    region: Annotated[str | None, says("Only this region is shown (id).")]
    sort: Annotated[
        Literal["value", "name", "region"] | None, says("Order of the rows; null: by place.")
    ]
    top: Annotated[Place | None, says("Only so many rows of a group are shown.")]
    list_all: Annotated[bool, says("Whether every figure is listed and none ranked.")]
    per: Annotated[
        Literal["people", "area"] | None,
        says("What counts were divided by: per 100,000 people or per 100 km2; null: not divided."),
    ]


class Season(TypedDict):
    start: Annotated[date, says("First day, as YYYY-MM-DD.")]
    end: Annotated[date, says("Last day, as YYYY-MM-DD.")]


class Edition(TypedDict):
    period: Annotated[str, says("The period the edition speaks of.")]
    of: Annotated[Place, says("How many provinces it places.")]


class RankKeys(TypedDict):
    rank: Annotated[
        Place | None,
        says(
            "Place among the group, as published for an index; null: not ranked, or only a top n is known."
        ),
    ]
    rank_of: Annotated[Place | None, says("Of how many; null: not ranked.")]
    rank_best: Annotated[
        Place | None, says("The best place the figure may have; null: not ranked.")
    ]
    rank_worst: Annotated[
        Place | None, says("The worst place the figure may have; null: not ranked.")
    ]


class CountKey(TypedDict):
    count: Annotated[
        Decimal | None, says("The count that was divided, with --per; null: nothing was divided.")
    ]


class ReasonKey(TypedDict):
    reason: Annotated[Reason, says("Why it is not ranked.")]


class RankRow(RankKeys, ProvinceKeys, FigureKeys, CountKey, AimKeys):
    """A province of a group: its place, its figure, its target."""


class NotRanked(ProvinceKeys, ReasonKey, FigureKeys, CountKey, AimKeys):
    """A figure that is not ranked."""


class RankGroup(TypedDict):
    ranked: Annotated[bool, says("Whether the rows carry places.")]
    basis: Annotated[
        str | None,
        says(
            "Id of what the figures are a share of; null: the indicator has none, or every figure is listed."
        ),
    ]
    method: Annotated[
        str | None,
        says(
            "Id of how the figures were worked out; null: the indicator has no methods, or every figure is listed."
        ),
    ]
    scope: Scope
    season: Annotated[
        Season | None, says("The window in which the figures' periods end; null for an index.")
    ]
    edition: Annotated[
        Edition | None, says("The edition of a published index; null for a measured figure.")
    ]
    hidden: Annotated[Count, says("How many rows the filters on what is shown took out.")]
    rows: Annotated[list[RankRow], says("The provinces of the group, the one ahead first.")]


class NotReported(ProvinceKeys):
    has_target: Annotated[bool, says("Whether the province has set a target.")]


class CountryName(TypedDict):
    name: Annotated[str, says("The country's name.")]


class Reference(CountryName, FigureKeys):
    """The whole country's figure."""


class RankDocument(TypedDict):
    """dtcompare rank INDICATOR --format json"""

    schema: Annotated[
        Literal["rank/1"],
        says("Name and version of this form; the number changes only with a breaking change."),
    ]
    as_of: Annotated[date, says("The day that counts as today, as YYYY-MM-DD.")]
    filters: Annotated[RankFilters, says("What was asked for; null: not filtered.")]
    sentence: Annotated[
        str, says("What the rows prove, as the tables say it first, in the language asked for.")
    ]
    indicator: Annotated[IndicatorDocument, says("What is measured.")]
    reporting: Annotated[Count, says("How many of the provinces of the day report any figure.")]
    existing: Annotated[Count, says("How many provinces there are on the day.")]
    groups: Annotated[
        list[RankGroup],
        says(
            "Figures that compare with each other: the ranked groups, or, where nothing can be ranked, all groups unranked."
        ),
    ]
    not_ranked: Annotated[
        list[NotRanked], says("Every other figure, with the reason why it is not ranked.")
    ]
    not_reported: Annotated[list[NotReported], says("The provinces of the day without any figure.")]
    reference: Annotated[
        Reference | None,
        says("The whole country's figure on the footing of the first group; null: none."),
    ]
    instead: Annotated[
        list[str], says("Ids of related indicators that can be ranked, where this one cannot.")
    ]
    sources: Annotated[dict[str, SourceDocument], says("Every page cited, by its key FILE/ID.")]
    warnings: Annotated[list[str], says("What was remarked on standard error.")]
