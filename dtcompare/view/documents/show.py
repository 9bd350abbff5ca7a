"""A province, or one of its indicators, as a JSON document."""

from datetime import date
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared


class LineDocument(shared.ProvinceFigureDocument):
    """A line of a data file, whether it counts or not."""

    prefer: Annotated[bool, "Whether the line is preferred to lines that contradict it."]
    reject: Annotated[str | None, "Why the line is rejected; null: it counts."]


class ProfileFiltersDocument(TypedDict):
    """Which province was asked for."""

    province: shared.ProvinceId
    indicator: Annotated[None, "The whole province."]


# A province, from the register; `from` is no name of Python.
RegisterEntryDocument = TypedDict(
    "RegisterEntryDocument",
    {
        "id": shared.ProvinceId,
        "name": shared.Name,
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


class ProfileFigureDocument(shared.FigureDocument):
    """A figure of a province with its place among others'."""

    place_rank: Annotated[
        shared.Ordinal | None,
        "Place among five or more comparable provinces, or as published; null: none.",
    ]
    place_of: Annotated[shared.Ordinal | None, "Of how many; null: no place."]


class IndicatorProfileDocument(TypedDict):
    """What a province reports and aims at, of one indicator."""

    indicator: shared.IndicatorId
    name: shared.LocalName
    group: Annotated[str, "Id of its group."]
    unit: shared.UnitId
    figures: Annotated[
        list[ProfileFigureDocument],
        "The figures that count, of the whole province first, the newest first.",
    ]
    targets: Annotated[list[shared.AssessmentDocument], "Its targets, each held against a figure."]


class RelativeDocument(shared.ProvinceDocument):
    """A predecessor or the successor of a province."""

    figures: Annotated[shared.Count, "How many figures it has of its own."]


class SilentIndicatorDocument(TypedDict):
    """An indicator that a province does not report."""

    indicator: shared.IndicatorId
    provinces: Annotated[shared.Ordinal, "How many provinces of the day report it."]


class ProfileDocument(TypedDict):
    """What is known about a province."""

    schema: Annotated[Literal["show/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[ProfileFiltersDocument, "What was asked for; null: not filtered."]
    sentence: shared.Sentence
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
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings


class DetailFiltersDocument(TypedDict):
    """Which province and indicator were asked for."""

    province: shared.ProvinceId
    indicator: shared.IndicatorId


class DescribedIndicatorDocument(TypedDict):
    """What is measured, with its description."""

    id: shared.IndicatorId
    name: shared.LocalName
    description: Annotated[
        str | None, "What exactly it measures; null: the catalogue does not say."
    ]
    unit: shared.UnitId
    better: shared.Direction


class RejectedTargetDocument(shared.TargetDocument):
    """A target that no longer counts."""

    reject: Annotated[str, "Why the target is rejected."]


class DetailDocument(TypedDict):
    """Everything behind one indicator of a province."""

    schema: Annotated[Literal["show/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[DetailFiltersDocument, "What was asked for; null: not filtered."]
    sentence: shared.Sentence
    province: Annotated[RegisterEntryDocument, "The province, from the register."]
    indicator: Annotated[DescribedIndicatorDocument, "What is measured."]
    figures: Annotated[
        list[LineDocument], "Every line of the province, rejected ones too, oldest first."
    ]
    targets: Annotated[list[shared.AssessmentDocument], "Its targets, each held against a figure."]
    rejected_targets: Annotated[list[RejectedTargetDocument], "Targets that no longer count."]
    relatives: Annotated[
        list[LineDocument], "Lines of the predecessors, never counted as the province's own."
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings


class RegionFiltersDocument(TypedDict):
    """Which region was asked for."""

    region: Annotated[str, "Id of the region."]


class RegionPlaceDocument(TypedDict):
    """The place of a province in a national ranking."""

    indicator: shared.IndicatorId
    edition: Annotated[
        shared.EditionDocument | None, "The edition; null: the index has no editions."
    ]
    rank: Annotated[shared.Ordinal | None, "Its place; null: not known."]
    rank_of: Annotated[shared.Ordinal | None, "Of how many; null: no place."]


class RegionProvinceDocument(shared.ProvinceDocument):
    """A province of the region."""

    places: Annotated[list[RegionPlaceDocument], "Its places in the newest national rankings."]
    reported: Annotated[shared.Count, "How many indicators it reports."]
    targets: Annotated[shared.Count, "How many targets it has for the whole of it."]
    met: Annotated[shared.Count, "How many of these are reached."]


class RegionDocument(TypedDict):
    """The provinces of a region side by side."""

    schema: Annotated[Literal["show/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[RegionFiltersDocument, "What was asked for."]
    sentence: shared.Sentence
    asked: Annotated[shared.Count, "How many indicators any province of the day reports."]
    provinces: Annotated[
        list[RegionProvinceDocument], "Its provinces, in the order of the first ranking."
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
