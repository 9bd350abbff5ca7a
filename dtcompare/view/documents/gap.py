"""Gaps as a JSON document."""

from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared

Against = Annotated[str, shared.one_of(("national",))]


class GapFiltersDocument(TypedDict):
    """Which targets were asked for."""

    province: Annotated[str | None, "Only targets of this province (id)."]
    indicator: Annotated[str | None, "Only targets of this indicator (id)."]
    region: Annotated[str | None, "Only targets of the provinces of this region (id)."]
    against: Annotated[
        Against | None,
        "national where the country's targets were held against the provinces; null: their own.",
    ]


class GapRowDocument(shared.ProvinceDocument, shared.AssessmentDocument):
    """A target of a province, held against its figure."""

    indicator: shared.IndicatorId


class GapDocument(TypedDict):
    """Targets held against figures."""

    schema: Annotated[Literal["gap/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[GapFiltersDocument, "What was asked for; null: not filtered."]
    sentence: shared.Sentence
    parts: Annotated[
        int, "How many targets for a part of a province are left out; --scope all shows them."
    ]
    unjudged: Annotated[
        int,
        "Against the country's targets: how many pairs of a figure and a target are not on the"
        " same footing.",
    ]
    totals: Annotated[
        int,
        "Against the country's targets: how many of them are for a count, which is held against the"
        " country's figure alone.",
    ]
    rows: Annotated[
        list[GapRowDocument],
        "One row a target; judged rows first, then by deadline.",
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
