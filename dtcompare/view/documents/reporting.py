"""Who reports what as a JSON document."""

from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared

Why = Annotated[str, shared.one_of(("silent_target", "unjudged_target", "others_report"))]


class ReportingFiltersDocument(TypedDict):
    """Which province was asked about."""

    province: Annotated[str | None, "Id of the province; null: all provinces of the day."]


class ReportingCellDocument(shared.ProvinceFigureDocument):
    """A figure: a province and an indicator it reports."""

    indicator: shared.IndicatorId
    group: Annotated[str, "Id of the indicator's group."]
    months: Annotated[
        shared.Count | None,
        "Whole months from the end of the figure's period to the day; null: nobody says when.",
    ]
    comparable: Annotated[
        bool, "Whether the figure may be compared with others' on the same footing."
    ]


class CoverageDocument(TypedDict):
    """How much there is of a province or an indicator."""

    reported: Annotated[
        shared.Count,
        "How many of these the province reports; of an indicator: how many provinces report it.",
    ]
    comparable: Annotated[shared.Count, "How many of these may be compared with others."]
    asked: Annotated[
        shared.Count,
        "How many indicators any of these provinces reports; of an indicator: of how many"
        " provinces.",
    ]
    newest: Annotated[
        str | None,
        "The latest period of these figures, as written in the data file; null: no figure.",
    ]


class ProvinceCoverageDocument(shared.ProvinceDocument, CoverageDocument):
    """How much a province reports."""


class IndicatorCoverageDocument(CoverageDocument):
    """How many provinces report an indicator."""

    indicator: shared.IndicatorId
    name: shared.LocalName


class DataRequestDocument(TypedDict):
    """What to ask a province for, and why."""

    indicator: shared.IndicatorId
    why: Annotated[
        Why,
        "silent_target: a deadline passed without a figure; unjudged_target: a target with no"
        " figure measured like it; others_report: other provinces report it.",
    ]
    others: Annotated[shared.Count, "How many other provinces of the day report it."]
    everybody: Annotated[bool, "Whether all the others do."]
    target: Annotated[shared.TargetDocument | None, "The target that cannot be judged; null: none."]


class ReportingDocument(TypedDict):
    """Who reports what."""

    schema: Annotated[Literal["reporting/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[ReportingFiltersDocument, "What was asked for; null: not filtered."]
    sentence: shared.Sentence
    cells: Annotated[
        list[ReportingCellDocument],
        "One entry for each province and indicator it reports: its latest figure that may be"
        " compared, else of the whole province, else of a part.",
    ]
    provinces: Annotated[
        list[ProvinceCoverageDocument],
        "Every province of the day, and the one asked about, the one that reports most first.",
    ]
    indicators: Annotated[
        list[IndicatorCoverageDocument],
        "Every indicator that any province reports, in the catalogue's order.",
    ]
    complete: Annotated[list[str], "Ids of the indicators that every province of the day reports."]
    wanted: Annotated[
        list[DataRequestDocument],
        "What to ask the province for, the most urgent first; empty without a province, and for"
        " one that has ended.",
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
