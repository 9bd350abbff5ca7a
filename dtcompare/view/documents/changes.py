"""A change of the data as a JSON document."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared


class WrittenChangeDocument(TypedDict):
    """How a source says that a number changed."""

    since: Annotated[str | None, "Since when, as written in the data file; null: not said."]
    times: Annotated[Decimal | None, "How many times the number of then; null: not said."]
    points: Annotated[Decimal | None, "How many points more; null: not said."]
    percent: Annotated[Decimal | None, "How many per cent more; null: not said."]


class WrittenLineDocument(TypedDict):
    """A line as it is written on one side."""

    period: Annotated[
        str, "Period of a figure or deadline of a target, as written in the data file."
    ]
    word: Annotated[shared.Word, "The word before the number."]
    value: Annotated[
        Decimal,
        "The number as printed; the lower end of a between; the place where there is nothing else.",
    ]
    upper: Annotated[Decimal | None, "The upper end of a between; null: not one."]
    rank: Annotated[int | None, "Published place; null: none."]
    rank_of: Annotated[int | None, "How many were ranked; null: no place."]
    text: Annotated[str, "The number as the tables print it."]
    basis: Annotated[str | None, "Id of what it is a share of; null: the indicator has none."]
    method: Annotated[str | None, "Id of how it was measured; null: the indicator has none."]
    status: Annotated[str | None, "Status of the figure; null: none."]
    prefer: Annotated[bool, "Whether it is preferred to lines that contradict it."]
    reject: Annotated[str | None, "Why it is not used; null: it is."]
    recast: Annotated[bool, "Whether the source worked it out for today's borders."]
    change: Annotated[
        WrittenChangeDocument | None,
        "How the source itself says that the number changed; null: it does not.",
    ]
    remarks: shared.Remarks
    note: shared.Note
    source: Annotated[str, "Key of its page in `sources`."]
    file: Annotated[str, "Its file within the data set."]
    line: Annotated[shared.Ordinal, "Its line in the file, from 1."]


class IndexProblemDocument(TypedDict):
    """Why an index cannot be worked out."""

    code: Annotated[str, "The code of the problem, as check has it."]
    message: Annotated[str, "What is wrong, in the language asked for."]


class IndexSideDocument(TypedDict):
    """An index on one side."""

    as_of: Annotated[date, "The day whose provinces are ranked, as YYYY-MM-DD."]
    rank_of: Annotated[shared.Count, "How many provinces have a place."]
    problems: Annotated[list[IndexProblemDocument], "Why it cannot be worked out; empty: it can."]


# Which revisions were compared; `from` is no name of Python.
DiffFiltersDocument = TypedDict(
    "DiffFiltersDocument",
    {
        "from": Annotated[str, "The revision compared with."],
        "to": Annotated[str | None, "The revision looked at; null: the files as they are."],
        "base": Annotated[
            str | None,
            "The commit compared with: of two branches the last that both have; null: none, as"
            " before the first.",
        ],
    },
)


class LineChangeDocument(TypedDict):
    """A figure or target that is new, other or gone."""

    change: Annotated[shared.Change, "What happened to the line."]
    section: Annotated[
        str, shared.one_of(("values", "targets")), "Whether it is a figure or a target."
    ]
    province: Annotated[str, "Id of the province, or national."]
    name: shared.Name
    indicator: shared.IndicatorId
    scope: shared.Scope
    old: Annotated[WrittenLineDocument | None, "The line as it was; null: there was none."]
    new: Annotated[WrittenLineDocument | None, "The line as it is; null: it is gone."]


class MoveDocument(TypedDict):
    """A province whose place is another."""

    indicator: shared.IndicatorId
    province: Annotated[str, "Id of the province, or national."]
    name: shared.Name
    basis: Annotated[str | None, "Basis of the ranking; null: the indicator has none."]
    method: Annotated[str | None, "Method of the ranking; null: the indicator has none."]
    edition: Annotated[str | None, "Period of the published index; null: not one."]
    old_season: Annotated[
        shared.SeasonDocument | None,
        "The window in which the ranked figures' periods ended; null: no ranking, or an index.",
    ]
    new_season: Annotated[
        shared.SeasonDocument | None,
        "The window in which they end now; null: no ranking, or an index.",
    ]
    old_rank: Annotated[int | None, "The place it had; null: it was not ranked."]
    old_of: Annotated[int | None, "Of how many; null: there was no ranking."]
    new_rank: Annotated[int | None, "The place it has; null: it is not ranked."]
    new_of: Annotated[int | None, "Of how many; null: there is no ranking."]


class VerdictChangeDocument(TypedDict):
    """A target that is judged otherwise."""

    province: Annotated[str, "Id of the province, or national."]
    name: shared.Name
    indicator: shared.IndicatorId
    target: WrittenLineDocument
    old: Annotated[shared.Verdict | None, "The verdict before; null: there was no such target."]
    new: Annotated[shared.Verdict | None, "The verdict now; null: the target is gone."]


class ContradictionDocument(TypedDict):
    """Two lines that cannot both be true."""

    province: Annotated[str, "Id of the province, or national."]
    name: shared.Name
    indicator: shared.IndicatorId
    chosen: WrittenLineDocument
    other: WrittenLineDocument


class IndexShiftDocument(TypedDict):
    """A province whose score or place in an index is another."""

    province: shared.ProvinceId
    name: shared.Name
    old_score: Annotated[Decimal | None, "The score it had; null: it had no place."]
    new_score: Annotated[Decimal | None, "The score it has; null: it has no place."]
    old_rank: Annotated[int | None, "The place it had; null: it had none."]
    new_rank: Annotated[int | None, "The place it has; null: it has none."]


class IndexChangeDocument(TypedDict):
    """A composite index that changed."""

    id: Annotated[str, "Id of the index."]
    name: shared.Name
    file: Annotated[str, "Its score file within the data set."]
    change: Annotated[
        shared.Change | None,
        "What happened to the score file; null: nothing, only figures changed.",
    ]
    old: Annotated[IndexSideDocument | None, "The index as it was; null: there was none."]
    new: Annotated[IndexSideDocument | None, "The index as it is; null: it is gone."]
    shifts: Annotated[
        list[IndexShiftDocument],
        "Provinces whose printed score or place is another, in the order of the new places.",
    ]


class PageChangeDocument(TypedDict):
    """A source that is new, other or gone."""

    source: Annotated[str, "Key of the page in `sources`."]
    change: Annotated[shared.Change, "What happened to it."]


class WordChangeDocument(TypedDict):
    """A word of the catalogue, the register, a page or an index that is another."""

    file: Annotated[str, "Its file within the data set."]
    part: Annotated[str, "The section of the file; empty: none."]
    id: Annotated[str, "Id of the entry; empty: the file itself."]
    word: Annotated[str | None, "The key that says something else; null: the entry as a whole."]
    old: Annotated[str | None, "What it said; null: nothing, or no such entry."]
    new: Annotated[str | None, "What it says; null: nothing, or no such entry."]


class RenameDocument(TypedDict):
    """An id that became another."""

    kind: Annotated[
        str,
        shared.one_of(("province", "indicator", "source", "score")),
        "What is called otherwise.",
    ]
    old: Annotated[str, "The id it had; of a source FILE/ID."]
    new: Annotated[str, "The id it has."]


class DiffDocument(TypedDict):
    """What a change of the data does."""

    schema: Annotated[Literal["diff/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[DiffFiltersDocument, "What was compared."]
    sentence: shared.Sentence
    lines: Annotated[
        list[LineChangeDocument],
        "Figures and targets that are new, other or gone, in the catalogue's order.",
    ]
    moves: Annotated[list[MoveDocument], "Provinces whose place in a ranking is another."]
    verdicts: Annotated[list[VerdictChangeDocument], "Targets that are judged otherwise."]
    contradictions: Annotated[
        list[ContradictionDocument],
        "Pairs of lines that cannot both be true and were not there before; `chosen` counts.",
    ]
    scores: Annotated[
        list[IndexChangeDocument],
        "Composite indices that shift, are new, defined otherwise or gone, by id; worked out as"
        " `score` does.",
    ]
    ranked: Annotated[list[str], "Ids of the indicators that have a ranking now and had none."]
    unranked: Annotated[list[str], "Ids of the indicators that had a ranking and have none now."]
    pages: Annotated[list[PageChangeDocument], "Sources that are new, described otherwise or gone."]
    around: Annotated[
        bool, "Whether the catalogue, the register or the description of the data set changed."
    ]
    words: Annotated[
        list[WordChangeDocument],
        "What changed in the catalogue, the register, the description, pages and indices.",
    ]
    renamed: Annotated[
        list[RenameDocument],
        "Ids that became others; what has one is compared under its new id on both sides.",
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
