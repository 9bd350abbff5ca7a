"""Two indicators against each other as a JSON document."""

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared


class RelateFiltersDocument(TypedDict):
    """What was asked for."""

    indicators: Annotated[list[str], "Ids of the two indicators, in the order asked for."]
    per: Annotated[
        Annotated[str, shared.one_of(("people", "area"))] | None,
        "What counts are divided by; null: nothing.",
    ]


class RelatedSideDocument(shared.IndicatorDocument):
    """One of the two, and the ranking that its figures stand in."""

    basis: Annotated[str | None, "Id of what the figures are a share of; null: none."]
    method: Annotated[str | None, "Id of how they were worked out; null: none."]
    season: Annotated[
        shared.SeasonDocument | None, "When their periods end; null: an index, or none."
    ]
    edition: Annotated[
        shared.EditionDocument | None, "The edition of a published index; null: none."
    ]
    alone: Annotated[list[str], "Ids of the provinces that have this one of the two only."]


class RelatedRowDocument(shared.ProvinceDocument):
    """A province that has both."""

    places: Annotated[
        list[Decimal],
        "Its places among the provinces that have both, 1 the one ahead; equal figures share the"
        " mean of their places.",
    ]
    figures: Annotated[list[shared.FigureDocument], "Its two figures."]


class RelateDocument(TypedDict):
    """Two indicators against each other."""

    schema: Annotated[Literal["relate/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[RelateFiltersDocument, "What was asked for."]
    sentence: shared.Sentence
    indicators: Annotated[list[RelatedSideDocument], "The two, in the order asked for."]
    existing: Annotated[shared.Count, "How many provinces there are on the day."]
    correlation: Annotated[
        Decimal | None,
        "Spearman's rank correlation of the places, to four decimals; null: fewer than five"
        " provinces, or all figures of one are equal.",
    ]
    rows: Annotated[list[RelatedRowDocument], "The provinces that have both, by the first."]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
