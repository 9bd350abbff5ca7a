"""What a data file holds, each piece with its place: the tree between the text and the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Items", "Node", "Pairs", "Place", "Scalar", "end_of", "is_null"]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


# Not frozen: a file makes tens of thousands of them, and freezing doubles the cost of each.
@dataclass(slots=True)
class Scalar:
    """A word, number or text; ``plain`` when it was typed without quotes or block marks."""

    text: str
    line: int
    column: int
    plain: bool


@dataclass(slots=True)
class Items:
    """A list."""

    items: list[Node]
    line: int
    column: int


@dataclass(slots=True)
class Pairs:
    """Keys with their values, in the file's order; ``flow`` when written in braces."""

    pairs: list[tuple[Node, Node]]
    line: int
    column: int
    flow: bool


Node: TypeAlias = Scalar | Items | Pairs


def is_null(node: Node) -> bool:
    """Whether nothing was typed, or YAML's word for nothing."""
    return isinstance(node, Scalar) and node.plain and node.text in _NULLS


def end_of(key: Scalar) -> int:
    """The column just after a key on one line."""
    return key.column + len(key.text) + (0 if key.plain else 2)
