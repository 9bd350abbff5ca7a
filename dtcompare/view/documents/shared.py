"""What JSON documents have in common: a province, a figure, a target, a page.

A document is written by ``dtcompare.view.results`` and typed here: a TypedDict an object, each key
with its description, from which ``schemas`` makes the JSON Schema. Loaded for schemas alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypedDict

from msgspec import Meta

from dtcompare.analysis.gaps import VERDICTS
from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, STATUSES


def describe(description: str, **limits: Any) -> Meta:
    """Return what the schema says of a key, with its limits as msgspec names them."""
    return Meta(description=description, **limits)


def one_of(words: Sequence[str]) -> Meta:
    """Return the limit of a text to ``words``."""
    return Meta(extra_json_schema={"enum": list(words)})


Word = Annotated[str, one_of((*NUMBER_WORDS, *PLACE_WORDS))]
Status = Annotated[str, one_of(STATUSES)]
Verdict = Annotated[str, one_of(VERDICTS)]
Better = Annotated[str, one_of(("higher", "lower", "none"))]
Change = Annotated[str, one_of(("added", "changed", "removed"))]
Part = Annotated[
    str, one_of(("ward", "commune", "district", "village", "school", "places", "operator", "tier"))
]
Count = Annotated[int, Meta(ge=0)]
Ordinal = Annotated[int, Meta(ge=1)]

ProvinceId = Annotated[str, describe("Id of the province.")]
IndicatorId = Annotated[str, describe("Id of the indicator.")]
Name = Annotated[str, describe("Its name.")]
LocalName = Annotated[str, describe("Its name, in the language asked for.")]
NameOfDay = Annotated[str, describe("Its name, as it was on the day.")]
UnitId = Annotated[str, describe("Id of its unit of measure.")]
Direction = Annotated[Better, describe("Which way is progress; none: never ranked.")]
Scope = Annotated[
    Annotated[dict[Part, str], Meta(min_length=1)] | None,
    describe(
        "The part of the province that the line speaks of, kind to name; null: the whole province."
    ),
]

FORM = describe("Name and version of this form; the number changes only with a breaking change.")
AsOf = Annotated[date, describe("The day that counts as today, as YYYY-MM-DD.")]
Sentence = Annotated[
    str, describe("What the rows prove, as the tables say it first, in the language asked for.")
]


class ProvinceDocument(TypedDict):
    """A province by its id and name."""

    province: Annotated[str, describe("Id of the province; national: the whole country.")]
    name: NameOfDay


class FigureDocument(TypedDict):
    """A figure: its number and what it may stand for, when, on which footing, and its pages."""

    word: Annotated[
        Word, describe("The word before the number; rank and top are published places.")
    ]
    value: Annotated[
        Decimal,
        describe(
            "The number as printed (with rank --per the rate): the lower end of a between, the"
            " place of a rank or top."
        ),
    ]
    low: Annotated[
        Decimal | None, describe("The least the figure may stand for; null: without bound.")
    ]
    high: Annotated[
        Decimal | None, describe("The most the figure may stand for; null: without bound.")
    ]
    text: Annotated[str, describe("The figure as the tables print it, in the language asked for.")]
    period: Annotated[
        str,
        describe(
            "When the figure was true, as written in the data file: 2025, 2025-12, 2025-Q4,"
            " 2021/2025, unstated."
        ),
    ]
    basis: Annotated[
        str | None, describe("Id of what it is a share of; null: the indicator has none.")
    ]
    method: Annotated[
        str | None, describe("Id of how it was worked out; null: the indicator has no methods.")
    ]
    scope: Scope
    figure_status: Annotated[
        Status | None, describe("What the source itself says of the figure; null: nothing.")
    ]
    recast: Annotated[
        bool, describe("Whether the source worked the figure out for today's borders.")
    ]
    note: Annotated[str | None, describe("The note in the data file, as written; null: none.")]
    source: Annotated[str, describe("Key of the page the figure is taken from.")]
    sources: Annotated[
        list[str],
        describe("Keys of every page that says so, the figure's own first.", min_length=1),
    ]


class ProvinceFigureDocument(ProvinceDocument, FigureDocument):
    """A figure of a province."""


class TargetDocument(TypedDict):
    """A target: what is to be reached by when, and its pages."""

    by: Annotated[
        str,
        describe(
            "The deadline, as written in the data file: the target falls due at the end of it."
        ),
    ]
    every: Annotated[
        Annotated[str, one_of(("year",))] | None,
        describe("year where the target is to be met each year until the deadline; null: once."),
    ]
    word: Annotated[
        Word, describe("The word before the number; rank and top are published places.")
    ]
    value: Annotated[
        Decimal,
        describe("The number as printed: the lower end of a between, the place of a rank or top."),
    ]
    text: Annotated[str, describe("The target as the tables print it, in the language asked for.")]
    basis: Annotated[
        str | None, describe("Id of what it is a share of; null: the indicator has none.")
    ]
    method: Annotated[
        str | None, describe("Id of how it is worked out; null: the indicator has no methods.")
    ]
    scope: Scope
    note: Annotated[str | None, describe("The note in the data file, as written; null: none.")]
    source: Annotated[str, describe("Key of the page that sets the target.")]
    sources: Annotated[list[str], describe("Every page that states it, FILE/ID.")]


class AimDocument(TypedDict):
    """The province's current target beside a figure, and what is still to go."""

    target: Annotated[TargetDocument | None, describe("The province's current target; null: none.")]
    gap: Annotated[
        Decimal | None,
        describe(
            "What is still to go to that target; negative: past it; null: no target, or cannot be"
            " told."
        ),
    ]
    verdict: Annotated[
        Verdict | None,
        describe("Whether that target is met, or why that cannot be told; null: no target."),
    ]


class AssessmentDocument(TypedDict):
    """A target held against a figure: the gap, the verdict, the pace."""

    basis: Annotated[
        str | None, describe("Id of the target's basis; null: the indicator has none.")
    ]
    method: Annotated[
        str | None,
        describe(
            "Id of the figure's method, else of the target's; null: the indicator has no methods."
        ),
    ]
    figure: Annotated[
        FigureDocument | None,
        describe("The figure the target is held against; null: none is on its footing."),
    ]
    target: Annotated[TargetDocument, describe("The target.")]
    gap: Annotated[
        Decimal | None,
        describe(
            "What is still to go, in the indicator's unit (places for a place), from the printed"
            " numbers; negative: past it; null: cannot be told."
        ),
    ]
    gap_low: Annotated[
        Decimal | None,
        describe("The least that may be to go; null: without bound, or cannot be told."),
    ]
    gap_high: Annotated[
        Decimal | None,
        describe("The most that may be to go; null: without bound, or cannot be told."),
    ]
    verdict: Annotated[Verdict, describe("Whether the target is met, or why that cannot be told.")]
    due: Annotated[
        Annotated[str, one_of(("open", "passed"))],
        describe("Whether the deadline has passed on the day in question."),
    ]
    days_left: Annotated[
        int, describe("Days from the day in question to the deadline; negative: it has passed.")
    ]
    current: Annotated[
        bool,
        describe(
            "Whether this is the soonest open target of the indicator, else the last that passed."
        ),
    ]
    needed_per_year: Annotated[
        Decimal | None,
        describe(
            "The change a year that would reach the target in time; null less than a year before"
            " the deadline."
        ),
    ]
    observed_per_year: Annotated[
        Decimal | None,
        describe(
            "The change a year so far, positive towards the target; null without two comparable"
            " figures."
        ),
    ]
    arrival: Annotated[
        int | None,
        describe(
            "The year in which the target would be reached at the pace so far; null where it lies"
            " too far away."
        ),
    ]


class SourceDocument(TypedDict):
    """A page: who published it, when, and its address."""

    title: Annotated[str, describe("Title of the page.")]
    publisher: Annotated[str, describe("Who published it.")]
    quoting: Annotated[str | None, describe("Whom it quotes; null: nobody.")]
    number: Annotated[str | None, describe("Number of the decree, decision or plan; null: none.")]
    published: Annotated[
        str | None,
        describe(
            "When it was published, as written in the data file; null: the page does not say."
        ),
    ]
    url: Annotated[str, describe("Its address.")]
    read_in: Annotated[
        list[str], describe("Languages of the translations it was read in; empty: the original.")
    ]


Sources = Annotated[dict[str, SourceDocument], describe("Every page cited, by its key FILE/ID.")]
Warnings = Annotated[list[str], describe("What was remarked on standard error.")]


class IndicatorDocument(TypedDict):
    """What is measured."""

    id: IndicatorId
    name: LocalName
    unit: UnitId
    better: Direction


class SeasonDocument(TypedDict):
    """A window in which the periods of figures that compare end."""

    start: Annotated[date, describe("First day, as YYYY-MM-DD.")]
    end: Annotated[date, describe("Last day, as YYYY-MM-DD.")]


class EditionDocument(TypedDict):
    """An edition of a published index."""

    period: Annotated[str, describe("The period the edition speaks of.")]
    of: Annotated[Ordinal, describe("How many provinces it places.")]
