"""What can be ranked, and who leads, as JSON documents."""

from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents.shared import (
    FORM,
    AsOf,
    Count,
    EditionDocument,
    IndicatorDocument,
    Ordinal,
    ProvinceDocument,
    SeasonDocument,
    Sentence,
    Sources,
    Warnings,
)


class NoFiltersDocument(TypedDict):
    """Nothing is filtered."""


class EndDocument(ProvinceDocument):
    """The first or the last of a ranking."""

    rank: Annotated[Ordinal | None, "Its place; null: not given as a single place."]
    rank_of: Annotated[Ordinal | None, "Among how many; null: without a place."]
    text: Annotated[str, "Its figure, else its place, in the language asked for."]


class RankingsRowDocument(TypedDict):
    """An indicator that can be ranked."""

    indicator: Annotated[IndicatorDocument, "What is measured."]
    provinces: Annotated[Count, "How many provinces are ranked."]
    of: Annotated[Count, "Of how many the places are: those of the edition, or those ranked."]
    season: Annotated[SeasonDocument | None, "The window of the figures; null: an edition."]
    edition: Annotated[EditionDocument | None, "The edition of an index; null: a season."]
    first: Annotated[EndDocument, "The first of the ranking."]
    last: Annotated[EndDocument, "The last of the ranking."]


class RankingsDocument(TypedDict):
    """What can be ranked."""

    schema: Annotated[Literal["rank/1"], FORM]
    as_of: AsOf
    filters: Annotated[NoFiltersDocument, "What was asked for; nothing is filtered."]
    sentence: Sentence
    existing: Annotated[Count, "How many provinces there are."]
    others: Annotated[Count, "How many indicators have figures that do not compare."]
    rankings: Annotated[list[RankingsRowDocument], "One row an indicator, most provinces first."]
    sources: Sources
    warnings: Warnings


class OverviewIndexDocument(TypedDict):
    """A published ranking that stands side by side with others."""

    indicator: Annotated[IndicatorDocument, "What is measured."]
    edition: Annotated[EditionDocument | None, "The edition; null: none."]
    places: Annotated[Count, "How many places are known."]


class StandingDocument(ProvinceDocument):
    """How a province stands."""

    places: Annotated[
        dict[str, Ordinal | None], "Its place in each index, by indicator; null: not found."
    ]
    firsts: Annotated[Count, "How often it is first."]
    first_five: Annotated[Count, "How often it is among the first five."]
    last_five: Annotated[Count, "How often it is among the last five."]


class OverviewDocument(TypedDict):
    """Who leads."""

    schema: Annotated[Literal["overview/1"], FORM]
    as_of: AsOf
    filters: Annotated[NoFiltersDocument, "What was asked for; nothing is filtered."]
    sentence: Sentence
    indices: Annotated[
        list[OverviewIndexDocument], "Published rankings of the provinces of the day."
    ]
    counted: Annotated[Count, "In how many rankings of ten provinces or more the rest is counted."]
    rows: Annotated[list[StandingDocument], "One row a province, by its place in the first index."]
    sources: Sources
    warnings: Warnings
