"""What can be ranked, and who leads, as JSON documents."""

from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared


class NoFiltersDocument(TypedDict):
    """Nothing is filtered."""


class EndDocument(shared.ProvinceDocument):
    """The first or the last of a ranking."""

    rank: Annotated[shared.Ordinal | None, "Its place; null: not given as a single place."]
    rank_of: Annotated[shared.Ordinal | None, "Among how many; null: without a place."]
    text: Annotated[str, "Its figure, else its place, in the language asked for."]


class RankingsRowDocument(TypedDict):
    """An indicator that can be ranked."""

    indicator: Annotated[shared.IndicatorDocument, "What is measured."]
    part_of: Annotated[str | None, "The index of which it is a part; null: none."]
    provinces: Annotated[shared.Count, "How many provinces are ranked."]
    of: Annotated[
        shared.Count, "Of how many the places are: those of the edition, or those ranked."
    ]
    season: Annotated[shared.SeasonDocument | None, "The window of the figures; null: an edition."]
    edition: Annotated[shared.EditionDocument | None, "The edition of an index; null: a season."]
    first: Annotated[EndDocument, "The first of the ranking."]
    last: Annotated[EndDocument, "The last of the ranking."]


class RankingsDocument(TypedDict):
    """What can be ranked."""

    schema: Annotated[Literal["rank/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[NoFiltersDocument, "What was asked for; nothing is filtered."]
    sentence: shared.Sentence
    existing: Annotated[shared.Count, "How many provinces there are."]
    others: Annotated[
        shared.Count,
        "How many indicators, parts of an index apart, have figures that do not compare.",
    ]
    rankings: Annotated[list[RankingsRowDocument], "One row an indicator, most provinces first."]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings


class OverviewIndexDocument(TypedDict):
    """A published ranking that stands side by side with others."""

    indicator: Annotated[shared.IndicatorDocument, "What is measured."]
    edition: Annotated[shared.EditionDocument | None, "The edition; null: none."]
    places: Annotated[shared.Count, "How many places are known."]


class StandingDocument(shared.ProvinceDocument):
    """How a province stands."""

    places: Annotated[
        dict[str, shared.Ordinal | None], "Its place in each index, by indicator; null: not found."
    ]
    firsts: Annotated[shared.Count, "How often it is first."]
    first_five: Annotated[shared.Count, "How often it is among the first five."]
    last_five: Annotated[shared.Count, "How often it is among the last five."]


class OverviewDocument(TypedDict):
    """Who leads."""

    schema: Annotated[Literal["overview/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[NoFiltersDocument, "What was asked for; nothing is filtered."]
    sentence: shared.Sentence
    indices: Annotated[
        list[OverviewIndexDocument], "Published rankings of the provinces of the day."
    ]
    counted: Annotated[
        shared.Count, "In how many rankings of ten provinces or more the rest is counted."
    ]
    rows: Annotated[list[StandingDocument], "One row a province, by its place in the first index."]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
