"""What a data file holds, each piece with its place: the tree between the text and the records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Position(Struct):
    """A line and a column, both counted from 1."""

    line: int
    column: int


class Scalar(Struct):
    """A word, number or text; ``plain`` when it was typed without quotes or block marks."""

    text: str
    line: int
    column: int
    plain: bool


class Items(Struct):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Pairs(Struct, eq=False):
    """Keys with their values, in the file's order; ``flow`` when written in braces.

    ``flat`` are the texts of a plain line, ``{period: 2025, value: 40}``, each key once; None of
    any other mapping. The nodes of a plain line are made only when somebody asks for them.
    """

    made: list[tuple[Node, Node]] | None
    line: int
    column: int
    flow: bool
    flat: Mapping[str, str] | None = None

    @property
    def pairs(self) -> list[tuple[Node, Node]]:
        """Return the keys and values as nodes."""
        if self.made is None:
            self.made = self._flat_pairs()
        return self.made

    def _flat_pairs(self) -> list[tuple[Node, Node]]:
        """Return the nodes of a plain line: a brace, then "key: value" joined by ", "."""
        pairs: list[tuple[Node, Node]] = []
        column = self.column + 1
        for key, text in (self.flat or {}).items():
            at = Scalar(key, self.line, column, plain=True)
            value = Scalar(text, self.line, column + len(key) + 2, plain=True)
            pairs.append((at, value))
            column = value.column + len(text) + 2
        return pairs


Node: TypeAlias = Scalar | Items | Pairs


def is_null(node: Node) -> bool:
    """Return whether nothing was typed, or YAML's word for nothing."""
    return isinstance(node, Scalar) and node.plain and node.text in NULLS


def end_of(key: Scalar) -> int:
    """Return the column just after a key on one line."""
    return key.column + len(key.text) + (0 if key.plain else 2)
