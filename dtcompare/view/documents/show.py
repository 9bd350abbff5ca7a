"""A province, or one of its indicators, as a JSON document."""

from datetime import date
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents.shared import (
    FORM,
    AsOf,
    AssessmentDocument,
    Count,
    Direction,
    EditionDocument,
    FigureDocument,
    IndicatorId,
    LocalName,
    Name,
    Ordinal,
    ProvinceDocument,
    ProvinceFigureDocument,
    ProvinceId,
    Sentence,
    Sources,
    TargetDocument,
    UnitId,
    Warnings,
)


class LineDocument(ProvinceFigureDocument):
    """A line of a data file, whether it counts or not."""

    prefer: Annotated[bool, "Whether the line is preferred to lines that contradict it."]
    reject: Annotated[str | None, "Why the line is rejected; null: it counts."]


class ProfileFiltersDocument(TypedDict):
    """Which province was asked for."""

    province: ProvinceId
    indicator: Annotated[None, "The whole province."]


# A province, from the register; `from` is no name of Python.
RegisterEntryDocument = TypedDict(
    "RegisterEntryDocument",
    {
        "id": ProvinceId,
        "name": Name,
        "type": Annotated[str | None, "Id of its type in register.yaml; null: it does not say."],
        "code": Annotated[str | None, "Its official code; null: none."],
        "region": Annotated[str | None, "Id of its region; null: none."],
        "since": Annotated[
            date | None, "First day it existed, as YYYY-MM-DD; null: before the register begins."
        ],
        "from": Annotated[list[str], "Ids of the former provinces it was formed from."],
        "until": Annotated[date | None, "The day it ended, as YYYY-MM-DD; null: it exists."],
        "into": Annotated[str | None, "Id of the province it became part of; null: it exists."],
    },
)


class ProfileFigureDocument(FigureDocument):
    """A figure of a province with its place among others'."""

    place_rank: Annotated[
        Ordinal | None,
        "Place among five or more comparable provinces, or as published; null: none.",
    ]
    place_of: Annotated[Ordinal | None, "Of how many; null: no place."]


class IndicatorProfileDocument(TypedDict):
    """What a province reports and aims at, of one indicator."""

    indicator: IndicatorId
    name: LocalName
    group: Annotated[str, "Id of its group."]
    unit: UnitId
    figures: Annotated[
        list[ProfileFigureDocument],
        "The figures that count, of the whole province first, the newest first.",
    ]
    targets: Annotated[list[AssessmentDocument], "Its targets, each held against a figure."]


class RelativeDocument(ProvinceDocument):
    """A predecessor or the successor of a province."""

    figures: Annotated[Count, "How many figures it has of its own."]


class SilentIndicatorDocument(TypedDict):
    """An indicator that a province does not report."""

    indicator: IndicatorId
    provinces: Annotated[Ordinal, "How many provinces of the day report it."]


class ProfileDocument(TypedDict):
    """What is known about a province."""

    schema: Annotated[Literal["show/1"], FORM]
    as_of: AsOf
    filters: Annotated[ProfileFiltersDocument, "What was asked for; null: not filtered."]
    sentence: Sentence
    province: Annotated[RegisterEntryDocument, "The province, from the register."]
    indicators: Annotated[
        list[IndicatorProfileDocument],
        "Everything the province reports or aims at, by indicator, published indices last.",
    ]
    relatives: Annotated[
        list[RelativeDocument],
        "Predecessors, then the successor; their figures are not the province's own.",
    ]
    not_reported: Annotated[
        list[SilentIndicatorDocument],
        "Indicators that this province does not report and others do.",
    ]
    sources: Sources
    warnings: Warnings


class DetailFiltersDocument(TypedDict):
    """Which province and indicator were asked for."""

    province: ProvinceId
    indicator: IndicatorId


class DescribedIndicatorDocument(TypedDict):
    """What is measured, with its description."""

    id: IndicatorId
    name: LocalName
    description: Annotated[
        str | None, "What exactly it measures; null: the catalogue does not say."
    ]
    unit: UnitId
    better: Direction


class RejectedTargetDocument(TargetDocument):
    """A target that no longer counts."""

    reject: Annotated[str, "Why the target is rejected."]


class DetailDocument(TypedDict):
    """Everything behind one indicator of a province."""

    schema: Annotated[Literal["show/1"], FORM]
    as_of: AsOf
    filters: Annotated[DetailFiltersDocument, "What was asked for; null: not filtered."]
    sentence: Sentence
    province: Annotated[RegisterEntryDocument, "The province, from the register."]
    indicator: Annotated[DescribedIndicatorDocument, "What is measured."]
    figures: Annotated[
        list[LineDocument], "Every line of the province, rejected ones too, oldest first."
    ]
    targets: Annotated[list[AssessmentDocument], "Its targets, each held against a figure."]
    rejected_targets: Annotated[list[RejectedTargetDocument], "Targets that no longer count."]
    relatives: Annotated[
        list[LineDocument], "Lines of the predecessors, never counted as the province's own."
    ]
    sources: Sources
    warnings: Warnings


class RegionFiltersDocument(TypedDict):
    """Which region was asked for."""

    region: Annotated[str, "Id of the region."]


class RegionPlaceDocument(TypedDict):
    """The place of a province in a national ranking."""

    indicator: IndicatorId
    edition: Annotated[EditionDocument | None, "The edition; null: the index has no editions."]
    rank: Annotated[Ordinal | None, "Its place; null: not known."]
    rank_of: Annotated[Ordinal | None, "Of how many; null: no place."]


class RegionProvinceDocument(ProvinceDocument):
    """A province of the region."""

    places: Annotated[list[RegionPlaceDocument], "Its places in the newest national rankings."]
    reported: Annotated[Count, "How many indicators it reports."]
    targets: Annotated[Count, "How many targets it has for the whole of it."]
    met: Annotated[Count, "How many of these are reached."]


class RegionDocument(TypedDict):
    """The provinces of a region side by side."""

    schema: Annotated[Literal["show/1"], FORM]
    as_of: AsOf
    filters: Annotated[RegionFiltersDocument, "What was asked for."]
    sentence: Sentence
    asked: Annotated[Count, "How many indicators any province of the day reports."]
    provinces: Annotated[
        list[RegionProvinceDocument], "Its provinces, in the order of the first ranking."
    ]
    sources: Sources
    warnings: Warnings
