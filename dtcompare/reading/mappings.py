"""Mappings as read, and what all kinds of values need to be read."""

from __future__ import annotations

from collections.abc import Collection, Container
from typing import Any

from msgspec import Struct, field

from dtcompare.reading.nodes import Items, Node, Pairs, Scalar, end_of, is_null
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.scalars import is_id, plain_number

_INDEX_OF_LAST_LINE = 10**9


class ParsedMapping(Struct):
    """A mapping as read: the values of its keys, where they stand, and whether all was well.

    ``where`` says in messages what kind of mapping it is, ``of`` what it belongs to. ``certain``
    tells that no key was unknown or cut off: a key that is missing then is missing.
    """

    node: Pairs
    where: str
    of: str
    problems: ProblemList
    values: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    whole: bool = True
    certain: bool = True

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of ``key``; ``default`` where it is left out or could not be read."""
        return self.values.get(key, default)

    def typed(self, key: str) -> bool:
        """Return whether the key was typed, readable or not."""
        return key in self.keys

    def entries(self, key: str) -> dict[str, tuple[Scalar, Node]]:
        """Return key and value of each id under ``key``, as typed; of a doubled one the first."""
        node = self.nodes.get(key)
        found: dict[str, tuple[Scalar, Node]] = {}
        for at, value in node.pairs if isinstance(node, Pairs) else ():
            if isinstance(at, Scalar):
                found.setdefault(at.text, (at, value))
        return found

    def words(self, key: str) -> list[tuple[str, Node]]:
        """Return the words under a key, one or a list of them, with where each stands."""
        if key not in self.values:
            return []
        words, node = self.values[key], self.nodes[key]
        if isinstance(node, Items):
            return list(zip(words, node.items, strict=True))
        return [(words if isinstance(words, str) else words[0], node)]

    def readable(self, key: str) -> dict[str, Any]:
        """Return the entries of the table under a key that could be read."""
        return {id: entry for id, entry in self.get(key, {}).items() if entry is not None}

    def check_declared(
        self, key: str, known: Collection[str] | None, free: str | None = None
    ) -> bool:
        """Return whether every word under a key is known (None: any may be), or ``free``.

        The others are noted.
        """
        unknown = []
        if known is not None:
            unknown = [pair for pair in self.words(key) if pair[0] not in (*known, free)]
        for word, at in unknown:
            self.whole = False
            self.problems.add_unknown(
                at, "unknown-word", word, known or (), key="undeclared-word", name=key
            )
        return not unknown

    def refuse(self, at: Node, code: str, key: str = "", **facts: Any) -> None:
        """Note what is wrong with the mapping, which counts as unread from then on."""
        self.whole = False
        self.problems.add(at, code, key, **facts)

    def tell_missing(self, name: str, of: str = "", **facts: Any) -> None:
        """Note a key that is left out; nothing where an unknown key may be the missing one."""
        self.whole = False
        if self.certain:
            facts |= {"where": self.where, "of": of or self.of, "name": name}
            self.problems.add(self.node, "missing-key", **facts)


def read_line(node: Node, name: str, problems: ProblemList) -> str | None:
    """Return the text of a scalar, on one line; None where there is none, which is noted."""
    if not isinstance(node, Scalar):
        problems.add(node, "want-text", name=name)
        return None
    if is_null(node) or not node.text.strip():
        problems.add(node, "empty-value", "nothing", name=name)
        return None
    return node.text if node.text.isprintable() else " ".join(node.text.split())


def want_keys(node: Node, name: str, problems: ProblemList) -> None:
    """Note that keys and values were wanted."""
    if is_null(node):
        problems.add(node, "empty-value", "nothing", name=name)
    else:
        problems.add(node, "want-mapping", name=name)


def read_entries(
    node: Pairs, where: str, problems: ProblemList, of: str = "", known: Container[str] = ()
) -> tuple[dict[str, tuple[Scalar, Node]], bool]:
    """Return the pairs of a mapping by key, and whether none had to be left out.

    ``known`` are the keys that the mapping may have, for the hints of messages.
    """
    found: dict[str, tuple[Scalar, Node]] = {}
    before: Node | None = None
    for key, value in node.pairs:
        if not isinstance(key, Scalar):
            problems.add(key, "bad-key", where=where, of=of)
        elif key.plain and key.text == "<<":
            problems.add(key, "no-merge")
        elif node.flow and _is_loose(key, value, problems):
            _tell_loose(key, before, known, problems)
        elif key.text in found:
            first = found[key.text][0].line
            problems.add(key, "double-key", name=key.text, where=where, of=of, first=first)
        else:
            found[key.text] = (key, value)
        before = value
    return found, len(found) == len(node.pairs)


def _is_loose(key: Scalar, value: Node, problems: ProblemList) -> bool:
    """Return whether no colon follows the key: a text cut off by a comma, and no key at all."""
    if not isinstance(value, Scalar) or value.text or not value.plain:
        return False
    line = problems.lines[key.line - 1]
    last = value.column - 1 if value.line == key.line else _INDEX_OF_LAST_LINE
    return ":" not in line[end_of(key) - 1 : last].partition(" #")[0]


def _tell_loose(
    key: Scalar, before: Node | None, known: Container[str], problems: ProblemList
) -> None:
    """Note a text that stands alone inside braces, most often the rest of another."""
    if isinstance(before, Scalar) and _is_decimal_comma(before, key):
        typed = f"{before.text},{key.text}"
        facts = {"number": f"{before.text}.{key.text}", "other": before.text + key.text}
        problems.add(key, "decimal-comma", typed=typed, **facts)
        return
    word, colon, _ = key.text.partition(":")
    first = key.text.partition(" ")[0]
    if colon and is_id(word.replace("_", "-")):
        problems.add(key, "loose-text", "tight-colon", typed=key.text, word=word)
    elif first in known and first != key.text:
        problems.add(key, "loose-text", "missing-colon", typed=key.text, word=first)
    else:
        problems.add(key, "loose-text", typed=key.text)


def _is_decimal_comma(before: Scalar, key: Scalar) -> bool:
    """Return whether ``key`` looks like the decimals of the number just before it."""
    if not (before.plain and key.text.isdigit()) or plain_number(before.text) is None:
        return False
    return before.line == key.line and before.column + len(before.text) + 1 == key.column
