"""The kinds of lists and mappings in data files: each reads a node, and describes itself."""

# ruff: noqa: D102 (Kind says what read and schema do)

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from msgspec import field

from dtcompare.model.label import DATA_LANGUAGES, Label
from dtcompare.reading.mappings import ParsedMapping, read_entries, read_line, want_keys
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar, end_of, is_null
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.scalar_types import LANGUAGE, Kind, Schema, TextType, Word
from dtcompare.reading.scalars import ID, is_id, plain_number

MEANING = "$meaning"  # in a schema: the key of words/keys whose text is to be its description


class WordOr(Kind, frozen=True):
    """One of a few words, else of the kind ``other``."""

    words: tuple[str, ...]
    other: Kind

    def read(self, node: Node, name: str, problems: ProblemList) -> Any:
        if isinstance(node, Scalar) and node.text in self.words:
            return node.text
        if isinstance(node, Scalar) and isinstance(self.other, Record):
            return Word(self.words).read(node, name, problems)
        return self.other.read(node, name, problems)

    def schema(self) -> Schema:
        return {"anyOf": [{"enum": list(self.words)}, self.other.schema()]}


class ListOf(Kind, frozen=True):
    """A list; ``single``: one item may stand alone; ``size``: how many there must be."""

    item: Kind
    single: bool = False
    size: int | None = None

    def read(self, node: Node, name: str, problems: ProblemList) -> tuple[Any, ...] | None:
        """Return the items; None where one of them does not fit."""
        if self.single and isinstance(node, Scalar):
            alone = self.item.read(node, name, problems)
            return None if alone is None else (alone,)
        if is_null(node) or (isinstance(node, Items) and not node.items):
            problems.add(node, "empty-value", "nothing", name=name)
            return None
        if not isinstance(node, Items):
            problems.add(node, "want-list", "want-brackets", name=name)
            return None
        if self.size is not None and len(node.items) != self.size:
            problems.add(node, "want-list", "want-size", name=name, size=self.size)
            return None
        items = tuple(self.item.read(item, name, problems) for item in node.items)
        good = all(item is not None and getattr(item, "whole", True) for item in items)
        return items if good and _each_once(node, name, problems) else None

    def schema(self) -> Schema:
        item = self.item.schema()
        schema: Schema = {"type": "array", "items": item, "minItems": self.size or 1}
        if self.size is not None:
            schema["maxItems"] = self.size
        return {"anyOf": [item, schema]} if self.single else schema


class ListOr(Kind, frozen=True):
    """A list; or a mapping that holds one and says more of it."""

    items: ListOf
    other: Kind

    def read(self, node: Node, name: str, problems: ProblemList) -> Any:
        kind = self.other if isinstance(node, Pairs) else self.items
        return kind.read(node, name, problems)

    def schema(self) -> Schema:
        return {"anyOf": [self.items.schema(), self.other.schema()]}


def _each_once(node: Items, name: str, problems: ProblemList) -> bool:
    """Return whether each word stands once in a list; the first that comes again is noted."""
    seen: set[str] = set()
    for item in node.items:
        if isinstance(item, Scalar) and plain_number(item.text) is None:
            if item.text in seen:
                problems.add(item, "double-item", typed=item.text, name=name)
                return False
            seen.add(item.text)
    return True


class TableType(Kind, frozen=True):
    """Ids, each with an item; ``where`` names one entry in messages."""

    where: str
    item: Kind
    prefix: str = ""

    def read(self, node: Node, name: str, problems: ProblemList) -> dict[str, Any] | None:
        """Return the items by id; one that could not be read is None, its id still known."""
        if not isinstance(node, Pairs):
            want_keys(node, name, problems)
            return None
        entries, _ = read_entries(node, name, problems)
        if not node.pairs:
            problems.add(node, "empty-value", "nothing", name=name)
        items = {}
        for key, (at, value) in entries.items():
            items[self.prefix + key.removeprefix(self.prefix)] = self._item(at, value, problems)
        return items

    def _item(self, at: Scalar, value: Node, problems: ProblemList) -> Any:
        """Return the item of one id."""
        id = at.text
        if not id.startswith(self.prefix):
            problems.add(at, "bad-id", "bad-prefix", typed=id, prefix=self.prefix)
            return None
        if not is_id(id.removeprefix(self.prefix)):
            problems.add(at, "bad-id", typed=id)
            return None
        if is_null(value):
            problems.add(at, "empty-value", "nothing", name=id)
            return None
        return self.item.read(value, id, problems)

    def schema(self) -> Schema:
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{self.prefix}{ID}$"},
            "additionalProperties": self.item.schema(),
            "minProperties": 1,
        }


class Record(Kind, frozen=True):
    """A mapping whose keys are known.

    ``where`` names it in messages, ``elsewhere`` says where a key that is not allowed belongs;
    ``some`` asks for one key at least. ``spoken``: languages that the data set declares are keys
    too, each with a text. ``meanings`` names the table of words/keys that says what its keys mean,
    where that is not ``where``.
    """

    where: str
    keys: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    some: bool = False
    spoken: bool = False
    meanings: str = ""

    def read(self, node: Node, name: str, problems: ProblemList) -> ParsedMapping | None:
        """Return the mapping with the values of its keys, as far as they could be read."""
        if not isinstance(node, Pairs):
            want_keys(node, name, problems)
            return None
        entries, whole = read_entries(node, self.where, problems, name, self.keys)
        found = ParsedMapping(node, self.where, name, problems, whole=whole, certain=whole)
        for key, (at, value) in entries.items():
            kind = self.keys.get(key)
            if kind is None and self.spoken and key in problems.languages:
                kind = TextType()
            if kind is None:
                self._tell_unknown(at, entries, name, problems)
                found.certain = found.whole = False
                continue
            found.keys[key], found.nodes[key] = at, value
            if isinstance(value, Scalar) and value.plain and not value.text:
                value.line, value.column = at.line, end_of(at) + 2
            result = kind.read(value, key, problems)
            if result is not None:
                found.values[key] = result
            if result is None or (isinstance(result, ParsedMapping) and not result.whole):
                found.whole = False
        if found.certain:
            self._tell_missing(found)
        return found

    def _tell_unknown(
        self, at: Scalar, typed: Container[str], of: str, problems: ProblemList
    ) -> None:
        """Note a key that is not allowed: where it belongs, or what it may have meant."""
        if at.text in self.elsewhere:
            problems.add(at, "wrong-part", self.elsewhere[at.text], name=at.text)
            return
        if self.spoken and len(at.text) == 2 and at.text.isalpha():
            problems.add(at, "unknown-key", "undeclared-language", name=at.text)
            return
        hint = problems.hint(at.text, [key for key in self.keys if key not in typed])
        problems.add(at, "unknown-key", name=at.text, where=self.where, of=of, **hint)

    def _tell_missing(self, found: ParsedMapping) -> None:
        """Note required keys that are left out; not where an unknown key may be the missing one."""
        for key in self.required:
            if key not in found.keys:
                found.tell_missing(key)
        if self.some and not found.keys:
            facts = {"where": self.where, "of": found.of, "choices": tuple(self.keys)}
            found.refuse(found.node, "empty-value", "some-key", **facts)

    def schema(self) -> Schema:
        table = self.meanings or self.where
        schema: Schema = {
            "type": "object",
            "properties": {
                key: {**kind.schema(), MEANING: f"{table}.{key}"} for key, kind in self.keys.items()
            },
            "additionalProperties": False,
        }
        if self.required:
            schema["required"] = list(self.required)
        if self.spoken:
            schema["patternProperties"] = {f"^{LANGUAGE}$": TextType().schema()}
        return schema | ({"minProperties": 1} if self.some else {})


_LANGUAGES = Record("label", dict.fromkeys(DATA_LANGUAGES, TextType()), some=True, spoken=True)


class LabelKind(Kind, frozen=True):
    """A name or note: text, or ``{en: ..., vi: ...}`` with one language at least.

    ``part`` is what such texts are counted under where a language is missing (left out: their key).
    ``neutral``: a plain text is right in every language, as a symbol or a place's name is.
    """

    part: str = ""
    neutral: bool = False

    def read(self, node: Node, name: str, problems: ProblemList) -> Label | None:
        if not isinstance(node, Pairs):
            text = read_line(node, name, problems)
            if not self.neutral:
                problems.count_text(self.part or name, node)
            return None if text is None else Label(text, text)
        found = _LANGUAGES.read(node, name, problems)
        if found is None or not found.whole:
            return None
        problems.count_text(self.part or name, node, found.values)
        return Label.of(found.values)

    def schema(self) -> Schema:
        return {"anyOf": [TextType().schema(), _LANGUAGES.schema()]}


class Later(Kind, frozen=True):
    """Of the kind ``then``, but read on its own, by code that knows more than these tables.

    ``filled``: a mapping must hold something.
    """

    then: Kind
    filled: bool = False

    def read(self, node: Node, name: str, problems: ProblemList) -> Node | None:
        """Return the node itself, where there is anything in it."""
        if is_null(node) or (self.filled and isinstance(node, Pairs) and not node.pairs):
            problems.add(node, "empty-value", "nothing", name=name)
            return None
        return node

    def schema(self) -> Schema:
        return self.then.schema()


class Child(Kind, frozen=True):
    """A child in the tree of a score, a group or a leaf: read by what reads the tree."""

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/node"}
