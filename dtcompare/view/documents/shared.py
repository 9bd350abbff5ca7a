"""What JSON documents have in common: a province, a figure, a target, a page.

A document is written by ``dtcompare.view.results`` and typed here: a TypedDict an object, the text
in a key's type its description. ``schemas`` makes the JSON Schemas of them; it alone loads this.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, TypedDict

from msgspec import Meta

from dtcompare.analysis.gaps import VERDICTS
from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, STATUSES


def one_of(words: Sequence[str]) -> Meta:
    """Return the limit of a text to ``words``."""
    return Meta(extra_json_schema={"enum": list(words)})


Word = Annotated[str, one_of((*NUMBER_WORDS, *PLACE_WORDS))]
Status = Annotated[str, one_of(STATUSES)]
Verdict = Annotated[str, one_of(VERDICTS)]
Better = Annotated[str, one_of(("higher", "lower", "none"))]
Change = Annotated[str, one_of(("added", "changed", "removed"))]
Part = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
Count = Annotated[int, Meta(ge=0)]
Ordinal = Annotated[int, Meta(ge=1)]

ProvinceId = Annotated[str, "Id of the province."]
IndicatorId = Annotated[str, "Id of the indicator."]
Name = Annotated[str, "Its name."]
LocalName = Annotated[str, "Its name, in the language asked for."]
NameOfDay = Annotated[str, "Its name, as it was on the day."]
UnitId = Annotated[str, "Id of its unit of measure."]
FiguresBasis = Annotated[
    str | None, "Id of what the figures are a share of; null: the indicator has none."
]
FiguresMethod = Annotated[
    str | None, "Id of how the figures were worked out; null: the indicator has no methods."
]
Direction = Annotated[Better, "Which way is progress; none: never ranked."]
Scope = Annotated[
    Annotated[dict[Part, str], Meta(min_length=1)] | None,
    "The part of the province that the line speaks of, kind to name; null: the whole province.",
]
Remarks = Annotated[
    list[str], "Ids of the remarks of indicators.yaml that are made of the line; empty: none."
]
Note = Annotated[str | None, "The line's own note, in the language asked for; null: none."]

FORM = "Name and version of this form; the number changes only with a breaking change."
AsOf = Annotated[date, "The day that counts as today, as YYYY-MM-DD."]
Sentence = Annotated[
    str, "What the rows prove, as the tables say it first, in the language asked for."
]


class ProvinceDocument(TypedDict):
    """A province by its id and name."""

    province: Annotated[str, "Id of the province; national: the whole country."]
    name: NameOfDay


class FigureDocument(TypedDict):
    """A figure: its number and what it may stand for, when, on which footing, and its pages."""

    word: Annotated[Word, "The word before the number; rank and top are published places."]
    value: Annotated[
        Decimal,
        "The number as printed (with rank --per the rate): the lower end of a between, the place"
        " of a rank or top.",
    ]
    low: Annotated[Decimal | None, "The least the figure may stand for; null: without bound."]
    high: Annotated[Decimal | None, "The most the figure may stand for; null: without bound."]
    text: Annotated[str, "The figure as the tables print it, in the language asked for."]
    period: Annotated[
        str,
        "When the figure was true, as written in the data file: 2025, 2025-12, 2025-Q4,"
        " 2021/2025, unstated.",
    ]
    basis: Annotated[str | None, "Id of what it is a share of; null: the indicator has none."]
    method: Annotated[
        str | None, "Id of how it was worked out; null: the indicator has no methods."
    ]
    scope: Scope
    figure_status: Annotated[
        Status | None, "What the source itself says of the figure; null: nothing."
    ]
    recast: Annotated[bool, "Whether the source worked the figure out for today's borders."]
    remarks: Remarks
    note: Note
    source: Annotated[str, "Key of the page the figure is taken from."]
    sources: Annotated[
        list[str], Meta(min_length=1), "Keys of every page that says so, the figure's own first."
    ]


class ProvinceFigureDocument(ProvinceDocument, FigureDocument):
    """A figure of a province."""


class TargetDocument(TypedDict):
    """A target: what is to be reached by when, and its pages."""

    by: Annotated[
        str, "The deadline, as written in the data file: the target falls due at the end of it."
    ]
    every: Annotated[
        Annotated[str, one_of(("year",))] | None,
        "year where the target is to be met each year until the deadline; null: once.",
    ]
    word: Annotated[Word, "The word before the number; rank and top are published places."]
    value: Annotated[
        Decimal, "The number as printed: the lower end of a between, the place of a rank or top."
    ]
    text: Annotated[str, "The target as the tables print it, in the language asked for."]
    basis: Annotated[str | None, "Id of what it is a share of; null: the indicator has none."]
    method: Annotated[str | None, "Id of how it is worked out; null: the indicator has no methods."]
    scope: Scope
    remarks: Remarks
    note: Note
    source: Annotated[str, "Key of the page that sets the target."]
    sources: Annotated[list[str], "Every page that states it, FILE/ID."]


class AimDocument(TypedDict):
    """The province's current target beside a figure, and what is still to go."""

    target: Annotated[TargetDocument | None, "The province's current target; null: none."]
    gap: Annotated[
        Decimal | None,
        "What is still to go to that target; negative: past it; null: no target, or cannot be"
        " told.",
    ]
    verdict: Annotated[
        Verdict | None, "Whether that target is met, or why that cannot be told; null: no target."
    ]


class OtherMethodDocument(TypedDict):
    """The same target held against the newest figure by another method."""

    figure: Annotated[FigureDocument, "The figure."]
    gap: Annotated[Decimal | None, "What is still to go; negative: past it."]
    gap_low: Annotated[Decimal | None, "The least that may be to go; null: without bound."]
    gap_high: Annotated[Decimal | None, "The most that may be to go; null: without bound."]
    verdict: Annotated[Verdict, "Whether the target is met by this figure."]


class AssessmentDocument(TypedDict):
    """A target held against a figure: the gap, the verdict, the pace."""

    basis: Annotated[str | None, "Id of the target's basis; null: the indicator has none."]
    method: Annotated[
        str | None,
        "Id of the figure's method, else of the target's; null: the indicator has no methods.",
    ]
    figure: Annotated[
        FigureDocument | None,
        "The figure the target is held against: the newest by the method that the target names,"
        " else by the first of the catalogue's; null: none is on its footing.",
    ]
    target: Annotated[TargetDocument, "The target."]
    gap: Annotated[
        Decimal | None,
        "What is still to go, in the indicator's unit (places for a place), from the printed"
        " numbers; negative: past it; null: cannot be told.",
    ]
    gap_low: Annotated[
        Decimal | None, "The least that may be to go; null: without bound, or cannot be told."
    ]
    gap_high: Annotated[
        Decimal | None, "The most that may be to go; null: without bound, or cannot be told."
    ]
    verdict: Annotated[Verdict, "Whether the target is met, or why that cannot be told."]
    due: Annotated[
        Annotated[str, one_of(("open", "passed"))],
        "Whether the deadline has passed on the day in question.",
    ]
    days_left: Annotated[
        int, "Days from the day in question to the deadline; negative: it has passed."
    ]
    current: Annotated[
        bool, "Whether this is the soonest open target of the indicator, else the last that passed."
    ]
    needed_per_year: Annotated[
        Decimal | None,
        "The change a year that would reach the target in time; null less than a year before the"
        " deadline.",
    ]
    observed_per_year: Annotated[
        Decimal | None,
        "The change a year so far, positive towards the target; null without two comparable"
        " figures.",
    ]
    arrival: Annotated[
        int | None,
        "The year in which the target would be reached at the pace so far; null where it lies too"
        " far away.",
    ]
    other_methods: Annotated[
        list[OtherMethodDocument],
        "The newest figure by every other method that the target admits, in the catalogue's order.",
    ]


class SourceDocument(TypedDict):
    """A page: who published it, when, and its address."""

    title: Annotated[str, "Title of the page."]
    publisher: Annotated[str, "Who published it."]
    quoting: Annotated[str | None, "Whom it quotes; null: nobody."]
    number: Annotated[str | None, "Number of the decree, decision or plan; null: none."]
    published: Annotated[
        str | None,
        "When it was published, as written in the data file; null: the page does not say.",
    ]
    url: Annotated[str, "Its address."]
    read_in: Annotated[
        list[str], "Languages of the translations it was read in; empty: the original."
    ]
    copy: Annotated[bool, "Whether a copy was read: `url` is the copy's."]
    original: Annotated[str | None, "Address of the page that was copied; null: none, or unknown."]


Sources = Annotated[dict[str, SourceDocument], "Every page cited, by its key FILE/ID."]
Cite = Annotated[str, "How the data set is cited."]
Warnings = Annotated[list[str], "What was remarked on standard error."]


class IndicatorDocument(TypedDict):
    """What is measured."""

    id: IndicatorId
    name: LocalName
    unit: UnitId
    better: Direction


class SeasonDocument(TypedDict):
    """A window in which the periods of figures that compare end."""

    start: Annotated[date, "First day, as YYYY-MM-DD."]
    end: Annotated[date, "Last day, as YYYY-MM-DD."]


class EditionDocument(TypedDict):
    """An edition of a published index."""

    period: Annotated[str, "The period the edition speaks of."]
    of: Annotated[Ordinal, "How many provinces it places."]
