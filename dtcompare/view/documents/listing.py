"""A listing as a JSON document; the rows of some kinds have keys of their own."""

from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared

ASKED = "What was asked for; null: not filtered."
KIND = "What is listed."
WORD = "Only entries with this word in id, names or description; null: all."
ROWS = "One row an entry, in the data set's own order."


class ListRowDocument(TypedDict):
    """An entry, and how much there is of it."""

    id: Annotated[str, "Id of the entry."]
    name: shared.LocalName
    provinces: Annotated[
        shared.Count,
        "How many of the provinces of the day report it (of a region: how many it has).",
    ]
    figures: Annotated[shared.Count, "How many figures speak of it."]
    targets: Annotated[shared.Count, "How many targets speak of it."]
    newest: Annotated[
        str | None,
        "The latest period of its figures, as written in the data file; null: no figure.",
    ]


class ProvinceRowDocument(ListRowDocument):
    """A province."""

    code: Annotated[str | None, "Its official code; null: none."]
    region: Annotated[str | None, "Id of its region; null: none."]


class IndicatorRowDocument(ListRowDocument):
    """An indicator."""

    unit: shared.UnitId
    better: Annotated[shared.Better, "Which way is progress; none: more is not better."]
    ranked: Annotated[
        shared.Count | None, "How many provinces are ranked by it; null: none can be."
    ]


class SourceRowDocument(ListRowDocument):
    """A source."""

    published: Annotated[str | None, "When it was published, as in the data file; null: not said."]


class ListingHeadDocument(TypedDict):
    """What every listing has."""

    schema: Annotated[Literal["list/1"], shared.FORM]
    as_of: shared.AsOf
    sentence: shared.Sentence
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings


class ListFiltersDocument(TypedDict):
    """Bases, methods, regions or scores were asked for."""

    kind: Annotated[Literal["bases", "methods", "regions", "scores"], KIND]
    word: Annotated[str | None, WORD]


class ListDocument(ListingHeadDocument):
    """A listing of bases, methods, regions or scores."""

    filters: Annotated[ListFiltersDocument, ASKED]
    rows: Annotated[list[ListRowDocument], ROWS]


class ProvinceListFiltersDocument(TypedDict):
    """Provinces were asked for."""

    kind: Annotated[Literal["provinces"], KIND]
    word: Annotated[str | None, WORD]


class ProvinceListDocument(ListingHeadDocument):
    """A listing of provinces."""

    filters: Annotated[ProvinceListFiltersDocument, ASKED]
    rows: Annotated[list[ProvinceRowDocument], ROWS]


class IndicatorListFiltersDocument(TypedDict):
    """Indicators were asked for."""

    kind: Annotated[Literal["indicators"], KIND]
    word: Annotated[str | None, WORD]


class IndicatorListDocument(ListingHeadDocument):
    """A listing of indicators."""

    filters: Annotated[IndicatorListFiltersDocument, ASKED]
    rows: Annotated[list[IndicatorRowDocument], ROWS]


class SourceListFiltersDocument(TypedDict):
    """Sources were asked for."""

    kind: Annotated[Literal["sources"], KIND]
    word: Annotated[str | None, WORD]


class SourceListDocument(ListingHeadDocument):
    """A listing of sources."""

    filters: Annotated[SourceListFiltersDocument, ASKED]
    rows: Annotated[list[SourceRowDocument], ROWS]


DOCUMENTS = (ListDocument, ProvinceListDocument, IndicatorListDocument, SourceListDocument)
