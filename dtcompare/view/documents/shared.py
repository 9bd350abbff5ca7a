"""What JSON documents have in common: a province, a figure, a target, a page; and their schemas."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypedDict

import msgspec
from msgspec import Meta

Word = Literal["value", "about", "over", "nearly", "at_least", "at_most", "between", "rank", "top"]
Status = Literal["estimated", "provisional", "forecast", "unreliable", "definition"]
Part = Literal["ward", "commune", "district", "village", "school", "places", "operator", "tier"]
VerdictWord = Literal[
    "short", "unclear", "met", "other_basis", "basis_unstated", "no_figure", "ended"
]
Better = Literal["higher", "lower", "none"]
Count = Annotated[int, Meta(ge=0)]
Place = Annotated[int, Meta(ge=1)]


def says(description: str, **limits: Any) -> Meta:
    """What a key is, for the schema."""
    return Meta(description=description, **limits)


Scope = Annotated[
    Annotated[dict[Part, str], Meta(min_length=1)] | None,
    says(
        "The part of the province that the line speaks of, kind to name; null: the whole province."
    ),
]


class ProvinceKeys(TypedDict):
    province: Annotated[str, says("Id of the province; national: the whole country.")]
    name: Annotated[str, says("Its name, as it was on the day.")]


class FigureKeys(TypedDict):
    word: Annotated[Word, says("The word before the number; rank and top are published places.")]
    value: Annotated[
        Decimal,
        says(
            "The number as printed (with rank --per the rate): the lower end of a between, the place of a rank or top."
        ),
    ]
    low: Annotated[Decimal | None, says("The least the figure may stand for; null: without bound.")]
    high: Annotated[Decimal | None, says("The most the figure may stand for; null: without bound.")]
    text: Annotated[str, says("The figure as the tables print it, in the language asked for.")]
    period: Annotated[
        str,
        says(
            "When the figure was true, as written in the data file: 2025, 2025-12, 2025-Q4, 2021/2025, unstated."
        ),
    ]
    basis: Annotated[str | None, says("Id of what it is a share of; null: the indicator has none.")]
    method: Annotated[
        str | None, says("Id of how it was worked out; null: the indicator has no methods.")
    ]
    scope: Scope
    figure_status: Annotated[
        Status | None, says("What the source itself says of the figure; null: nothing.")
    ]
    recast: Annotated[bool, says("Whether the source worked the figure out for today's borders.")]
    note: Annotated[str | None, says("The note in the data file, as written; null: none.")]
    source: Annotated[str, says("Key of the page the figure is taken from.")]
    sources: Annotated[
        list[str], says("Keys of every page that says so, the figure's own first.", min_length=1)
    ]


class TargetDocument(TypedDict):
    by: Annotated[
        str,
        says("The deadline, as written in the data file: the target falls due at the end of it."),
    ]
    every: Annotated[
        Literal["year"] | None,
        says("year where the target is to be met each year until the deadline; null: once."),
    ]
    word: Annotated[Word, says("The word before the number; rank and top are published places.")]
    value: Annotated[
        Decimal,
        says("The number as printed: the lower end of a between, the place of a rank or top."),
    ]
    text: Annotated[str, says("The target as the tables print it, in the language asked for.")]
    basis: Annotated[str | None, says("Id of what it is a share of; null: the indicator has none.")]
    method: Annotated[
        str | None, says("Id of how it is worked out; null: the indicator has no methods.")
    ]
    scope: Scope
    note: Annotated[str | None, says("The note in the data file, as written; null: none.")]
    source: Annotated[str, says("Key of the page that sets the target.")]
    sources: Annotated[list[str], says("Every page that states it, FILE/ID.")]


class AimKeys(TypedDict):
    target: Annotated[TargetDocument | None, says("The province's current target; null: none.")]
    gap: Annotated[
        Decimal | None,
        says(
            "What is still to go to that target; negative: past it; null: no target, or cannot be told."
        ),
    ]
    verdict: Annotated[
        VerdictWord | None,
        says("Whether that target is met, or why that cannot be told; null: no target."),
    ]


class SourceDocument(TypedDict):
    title: Annotated[str, says("Title of the page.")]
    publisher: Annotated[str, says("Who published it.")]
    quoting: Annotated[str | None, says("Whom it quotes; null: nobody.")]
    number: Annotated[str | None, says("Number of the decree, decision or plan; null: none.")]
    published: Annotated[
        str | None,
        says("When it was published, as written in the data file; null: the page does not say."),
    ]
    url: Annotated[str, says("Its address.")]
    read_in: Annotated[
        list[str], says("Languages of the translations it was read in; empty: the original.")
    ]


class IndicatorDocument(TypedDict):
    id: Annotated[str, says("Id of the indicator.")]
    name: Annotated[str, says("Its name, in the language asked for.")]
    unit: Annotated[str, says("Id of its unit of measure.")]
    better: Annotated[Better, says("Which way is progress; none: never ranked.")]


# --- as JSON, and as a schema

_encode = msgspec.json.Encoder(decimal_format="number").encode


def json_text(document: object) -> str:
    """A document as JSON, indented by two, numbers with their own digits."""
    return msgspec.json.format(_encode(document), indent=2).decode() + "\n"


def schema_of(kind: type, name: str) -> dict[str, Any]:
    """The JSON Schema of a document."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dtcompare:{name}:1",
    }
    return head | _numbers(msgspec.json.schema(kind))


def _numbers(part: Any) -> Any:
    """Decimals are written as JSON numbers."""
    if isinstance(part, dict):
        if part.get("format") == "decimal":
            part = {k: v for k, v in part.items() if k != "format"} | {"type": "number"}
        return {key: _numbers(value) for key, value in part.items()}
    return [_numbers(item) for item in part] if isinstance(part, list) else part
