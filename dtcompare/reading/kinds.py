"""The kinds of things a data file may hold: what a value of each key has to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = [
    "Code",
    "Flag",
    "Id",
    "Kind",
    "LabelKind",
    "Later",
    "ListOf",
    "Node",
    "Number",
    "OnlyTrue",
    "Record",
    "SeasonKind",
    "Span",
    "Table",
    "Text",
    "Url",
    "When",
    "Word",
    "WordOr",
]


@dataclass(frozen=True, slots=True)
class Text:
    """Any text at all; NO and 2025 are text here too."""


@dataclass(frozen=True, slots=True)
class Id:
    """An id: lower-case ASCII letters and digits in parts joined by "-" (after ``prefix``)."""

    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One of a few words."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """A period; ``also`` is a word that may stand for one, ``grain`` the only one allowed."""

    also: str | None = None
    grain: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number without quotes; ``least`` and ``most`` are allowed themselves."""

    whole: bool = False
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Two numbers in brackets; ``ordered``: the lower first."""

    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class OnlyTrue:
    """true; the key is left out otherwise."""


@dataclass(frozen=True, slots=True)
class Url:
    """A full web address."""


@dataclass(frozen=True, slots=True)
class LabelKind:
    """A name: text, or ``{en: ..., vi: ...}`` with one language at least."""


@dataclass(frozen=True, slots=True)
class Code:
    """Two digits in quotes."""


@dataclass(frozen=True, slots=True)
class SeasonKind:
    """A duration of years and months, P1Y or P3M."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; ``single``: one item may stand alone; ``size``: how many there must be."""

    item: Kind
    single: bool = False
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Ids, each with an item; ``where`` names one entry in messages."""

    where: str
    item: Kind
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Of the kind ``then``, but read on its own, by code that knows more than these tables."""

    then: Kind


@dataclass(frozen=True, slots=True)
class WordOr:
    """One of a few words, else of the kind ``other``."""

    words: tuple[str, ...]
    other: Kind


@dataclass(frozen=True, slots=True)
class Node:
    """A child in the tree of a score: a GROUP or a LEAF."""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys are known.

    ``where`` names it in messages, ``elsewhere`` says where a key that is not allowed belongs;
    ``some`` asks for one key at least.
    """

    where: str
    keys: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    some: bool = False


Kind: TypeAlias = (
    Text
    | Id
    | Word
    | When
    | Number
    | Span
    | Flag
    | OnlyTrue
    | Url
    | LabelKind
    | Code
    | SeasonKind
    | ListOf
    | Later
    | WordOr
    | Node
    | Table
    | Record
)
