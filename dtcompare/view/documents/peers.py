"""A province's peers as a JSON document."""

from decimal import Decimal
from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared


class PeersFiltersDocument(TypedDict):
    """Whose peers were asked for."""

    province: shared.ProvinceId


class PeerDocument(shared.ProvinceDocument):
    """A province near the one asked about, and how that one stands beside it."""

    region: Annotated[str | None, "Id of its region; null: none."]
    population: Annotated[Decimal | None, "How many people it has; null: not known."]
    same_region: Annotated[bool, "Whether both lie in one region."]
    compared: Annotated[shared.Count, "How many national rankings and figures of both compare."]
    ahead: Annotated[shared.Count, "On how many of them the province asked about is surely ahead."]
    behind: Annotated[shared.Count, "On how many of them it is surely behind."]


class PeersDocument(TypedDict):
    """The provinces nearest in people and region."""

    schema: Annotated[Literal["peers/1"], shared.FORM]
    as_of: shared.AsOf
    filters: Annotated[PeersFiltersDocument, "What was asked for."]
    sentence: shared.Sentence
    peers: Annotated[
        list[PeerDocument],
        "Up to five provinces of the day, three of its region, the nearest in people first.",
    ]
    sources: shared.Sources
    cite: shared.Cite
    warnings: shared.Warnings
