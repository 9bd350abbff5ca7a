"""A comparison as a JSON document."""

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared

Why = Annotated[str, shared.one_of(("extensive", "better_none", "footing"))]


class CompareFiltersDocument(TypedDict):
    """Which provinces were asked for."""

    provinces: Annotated[list[str], "The provinces asked for (ids), in the order typed."]


class LeadDocument(TypedDict):
    """Who is ahead, and by how much."""

    ahead: Annotated[
        str | None,
        "Id of the province surely ahead of all others in the row; null: level, open, or not"
        " compared.",
    ]
    by: Annotated[
        Decimal | None,
        "Its lead over the next, from the printed numbers, in the indicator's unit, or in places;"
        " never negative; null: nobody is ahead.",
    ]
    by_low: Annotated[
        Decimal | None,
        "The least that the lead over the best of the others may be; null: without bound, or"
        " nobody is ahead.",
    ]
    by_high: Annotated[
        Decimal | None,
        "The most that the lead over the best of the others may be; null: without bound, or"
        " nobody is ahead.",
    ]


class AlikeDocument(LeadDocument):
    """Figures on one footing, and who is ahead."""

    indicator: shared.IndicatorId
    basis: shared.FiguresBasis
    method: shared.FiguresMethod
    figures: Annotated[
        list[shared.ProvinceFigureDocument], "One figure for each of them that has one."
    ]
    level: Annotated[bool, "Whether all figures are exact and equal."]
    part: Annotated[bool, "Whether the indicator is a part of an index."]


class RateDocument(TypedDict):
    """A count of a province divided by its people."""

    province: shared.ProvinceId
    value: Annotated[Decimal, "The count per 100,000 people, to two decimals."]


class CountsDocument(TypedDict):
    """Counts on one footing: nobody is ahead, one has the most."""

    indicator: shared.IndicatorId
    basis: shared.FiguresBasis
    method: shared.FiguresMethod
    figures: Annotated[
        list[shared.ProvinceFigureDocument], "One count for each of them that has one."
    ]
    per_100000_people: Annotated[
        list[RateDocument],
        "The same per 100,000 people; empty where the people of one are unknown.",
    ]
    most: Annotated[
        str | None,
        "Id of the province that surely has the most, per person where people are known; null:"
        " open.",
    ]


class ApartDocument(TypedDict):
    """Figures that do not compare."""

    indicator: shared.IndicatorId
    why: Annotated[
        Why,
        "Why they do not compare: extensive (larger provinces have more of it), better_none (more"
        " is not better), footing (another basis, method, season or part).",
    ]
    figures: Annotated[
        list[shared.ProvinceFigureDocument],
        "Of each province the latest figure on every footing, but for those that are compared.",
    ]


class OnlyDocument(shared.ProvinceFigureDocument):
    """A figure of what only one province reports."""

    indicator: shared.IndicatorId


class PlacedFigureDocument(shared.ProvinceFigureDocument):
    """A line of a published index: the score, else the place."""

    place_rank: Annotated[shared.Ordinal | None, "Its published place; null: none is known."]
    place_of: Annotated[shared.Ordinal | None, "Of how many; null: no place."]


class PlacesDocument(LeadDocument):
    """Published places in an index."""

    indicator: shared.IndicatorId
    edition: Annotated[
        shared.EditionDocument | None,
        "The newest edition in which most of them, two or more, stand; null: each figure is of its"
        " own latest edition.",
    ]
    part: Annotated[bool, "Whether the index is a part of another."]
    figures: Annotated[list[PlacedFigureDocument], "One line for each of them that has one."]
    by_place: Annotated[bool, "Whether places decide who is ahead; else scores do."]
    level: Annotated[bool, "Whether all have the same place or score."]


class CompareTargetDocument(shared.AssessmentDocument):
    """A target of one of the provinces."""

    province: shared.ProvinceId
    indicator: shared.IndicatorId


class CompareDocument(TypedDict):
    """Provinces side by side."""

    schema: Annotated[Literal["compare/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[CompareFiltersDocument, "What was asked for."]
    sentence: shared.Sentence
    provinces: Annotated[
        list[shared.ProvinceDocument],
        "The provinces, in the order typed; lists of figures below keep that order.",
    ]
    alike: Annotated[
        list[AlikeDocument],
        "What two or more of them report on one footing in one season, a row each: these figures"
        " compare.",
    ]
    counts: Annotated[
        list[CountsDocument],
        "What two or more of them count alike, a row each, besides ``apart``: larger provinces"
        " have more.",
    ]
    apart: Annotated[
        list[ApartDocument],
        "Indicators that two or more of them report, where somebody's figures stand beside no"
        " other's, counts among them.",
    ]
    only: Annotated[
        list[OnlyDocument], "What only one of them reports, its latest figure on every footing."
    ]
    rankings: Annotated[
        list[PlacesDocument], "Published places; only those of one edition are compared."
    ]
    targets: Annotated[
        list[CompareTargetDocument], "The targets of each of them for the whole province, judged."
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
