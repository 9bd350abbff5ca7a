"""A trend as a JSON document."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared


class TrendFiltersDocument(TypedDict):
    """What was followed."""

    indicator: shared.IndicatorId
    provinces: Annotated[
        list[str], "The provinces asked for (ids); empty: all provinces of the day."
    ]


class PointDocument(shared.FigureDocument):
    """A figure of a series, and how it changed."""

    change: Annotated[
        Decimal | None,
        "The change from the point before; null: the first, or they end on the same day.",
    ]
    years: Annotated[Decimal | None, "Over how many years, to two decimals; null where change is."]


class SeriesDocument(shared.ProvinceDocument):
    """Figures of one province on one footing."""

    basis: shared.FiguresBasis
    method: Annotated[
        str | None, "Id of how they were worked out; null: the indicator has no methods."
    ]
    scope: shared.Scope
    of: Annotated[shared.Ordinal | None, "For places: among how many; null: amounts."]
    ended: Annotated[
        date | None, "The day on which a former province ended, as YYYY-MM-DD; null: it exists."
    ]
    per_year: Annotated[
        Decimal | None,
        "The change a year from the figure that ends first to the one that ends last, to four"
        " decimals; null under a year.",
    ]
    points: Annotated[list[PointDocument], "The figures, oldest first."]


class TrendTargetDocument(shared.AssessmentDocument):
    """A target of a province that was asked for."""

    province: shared.ProvinceId


class TrendDocument(TypedDict):
    """How figures changed."""

    schema: Annotated[Literal["trend/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[TrendFiltersDocument, "What was asked for."]
    sentence: shared.Sentence
    indicator: Annotated[shared.IndicatorDocument, "What is measured."]
    series: Annotated[
        list[SeriesDocument],
        "Figures that compare, each list of one province on one footing: with provinces every"
        " series of each and of its predecessors; without, those of two points or more, on each"
        " footing the best change a year first, and those of less than a year last.",
    ]
    targets: Annotated[
        list[TrendTargetDocument],
        "The targets of the provinces asked for, judged; empty without provinces.",
    ]
    single: Annotated[
        shared.Count, "Without provinces: how many have figures, but no two that compare."
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
