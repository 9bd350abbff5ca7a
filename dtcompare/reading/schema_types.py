"""The kinds of values in data files: each reads a node, and describes itself to an editor."""

# ruff: noqa: D102 (Kind says what read and schema do)

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from msgspec import Struct, field

from dtcompare.model.label import DATA_LANGUAGES, Label
from dtcompare.model.period import Period, Season, parse_season
from dtcompare.reading.mappings import ParsedMapping, read_entries, read_line, want_keys
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar, end_of, is_null
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.scalars import (
    FIRST_YEAR,
    ID,
    LAST_YEAR,
    URL,
    is_id,
    is_url,
    plain_number,
    read_number,
    read_period,
)

Schema: TypeAlias = dict[str, Any]

MEANING = "$meaning"  # in a schema: the key of words/keys whose text is to be its description

_LONGEST_CODE = 32
_BARE = re.compile(r"[-+.0-9~].*|y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
_LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
# A row of letters, digits and classes of them, each so many times: no pattern of these is slow.
_CODE_PART = r"([A-Za-z0-9 _/-]|\[([A-Za-z0-9](-[A-Za-z0-9])?)+\])(\{[1-9](,[1-9])?\}|\?)?"
_CODE_PATTERN = re.compile(f"({_CODE_PART}){{1,16}}")
_SEASON = r"P(?=[0-9])([0-9]{1,3}Y)?([0-9]{1,4}M)?"
_YEAR = "(19[0-9]{2}|20[0-9]{2}|2100)"
_DAY = f"{_YEAR}-((0[1-9]|1[0-2])-(0[1-9]|[12][0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)"
_PART = f"({_DAY}|{_YEAR}-(0[1-9]|1[0-2])|{_YEAR}-Q[1-4]|{_YEAR}-H[12]|{_YEAR})"
_PERIOD = f"{_PART}(/{_PART})?~?"


def _matching(pattern: str) -> Schema:
    """Return the schema of a text that matches a pattern as a whole."""
    return {"type": "string", "pattern": f"^{pattern}$"}


class Kind(Struct, frozen=True):
    """What a value has to be."""

    def read(self, node: Node, name: str, problems: ProblemList) -> Any:
        """Return the value of ``node``; None where it does not fit, which is noted.

        ``name`` is what messages call the value: most often its key.
        """
        raise NotImplementedError

    def schema(self) -> Schema:
        """Return the JSON Schema of such a value."""
        raise NotImplementedError


# --- texts


class TextType(Kind, frozen=True):
    """Any text at all; NO and 2025 are text here too."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        return read_line(node, name, problems)

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "minLength": 1}


class Id(Kind, frozen=True):
    """An id: lower-case ASCII letters and digits in parts joined by "-" (after ``prefix``)."""

    prefix: str = ""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or is_id(text.removeprefix(self.prefix)):
            return text
        problems.add(node, "bad-id", typed=text)
        return None

    def schema(self) -> Schema:
        return _matching(f"({self.prefix})?{ID}" if self.prefix else ID)


class Word(Kind, frozen=True):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or text in self.options:
            return text
        problems.add_unknown(node, "unknown-word", text, self.options, name=name)
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.options)}


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


class Url(Kind, frozen=True):
    """A full web address."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or is_url(text):
            return text
        scheme, mark, rest = text.partition("://")
        host, slash, path = (rest if mark else text).partition("/")
        mended = f"{scheme.lower() if mark else 'https'}://{host.lower()}{slash}{path}"
        key = "url-write" if is_url(mended) else "bad-url"
        problems.add(node, "bad-url", key, name=name, typed=text, write=mended)
        return None

    def schema(self) -> Schema:
        return _matching(URL)


class Code(Kind, frozen=True):
    """One word, in quotes where YAML would take it for a number or for yes or no."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None:
            return None
        if len(text) > _LONGEST_CODE or any(sign.isspace() for sign in text):
            problems.add(node, "bad-code", typed=text)
            return None
        if isinstance(node, Scalar) and node.plain and _BARE.fullmatch(text):
            problems.add(node, "bad-code", "bare-code", typed=text)
            return None
        return text

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": _LONGEST_CODE}


class CodePattern(Kind, frozen=True):
    """The pattern of a code: letters, digits, [classes] of them, {how many}."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or (_CODE_PATTERN.fullmatch(text) and _compiles(text)):
            return text
        problems.add(node, "bad-pattern", name=name, typed=text)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "format": "regex"}


def _compiles(pattern: str) -> bool:
    """Return whether a pattern has a meaning: [9-0] and {3,1} have none."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


class LanguageCode(Kind, frozen=True):
    """The code of a language: en, vi, lo."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or re.fullmatch(_LANGUAGE, text):
            return text
        problems.add(node, "bad-language", typed=text)
        return None

    def schema(self) -> Schema:
        return _matching(_LANGUAGE)


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


# --- time


class When(Kind, frozen=True):
    """A period; ``also`` is a word that may stand for one, ``grain`` the only one allowed."""

    also: str | None = None
    grain: str | None = None

    def read(self, node: Node, name: str, problems: ProblemList) -> Period | None:
        return read_period(node, name, problems, also=self.also, grain=self.grain)

    def schema(self) -> Schema:
        if self.grain == "day":
            return _matching(_DAY)
        pattern = f"({_PERIOD}|{self.also})" if self.also else _PERIOD
        year = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        return {"anyOf": [year, _matching(pattern)]}


class SeasonKind(Kind, frozen=True):
    """A duration of years and months, P1Y or P3M."""

    def read(self, node: Node, name: str, problems: ProblemList) -> Season | None:
        text = read_line(node, name, problems)
        season = None if text is None else parse_season(text)
        if text is not None and season is None:
            problems.add(node, "bad-season", name=name, typed=text)
        return season

    def schema(self) -> Schema:
        return _matching(_SEASON)


# --- numbers, true and false


class Number(Kind, frozen=True):
    """A number without quotes; ``least`` and ``most`` are allowed themselves."""

    whole: bool = False
    least: int | None = None
    most: int | None = None

    def read(self, node: Node, name: str, problems: ProblemList) -> Decimal | None:
        number = read_number(node, name, problems)
        if number is None:
            return None
        facts = {"name": name, "number": str(number)}
        if self.whole and number != number.to_integral_value():
            problems.add(node, "want-whole", **facts)
            return None
        if self.least is not None and number < self.least:
            problems.add(node, "out-of-range", "too-low", **facts, least=self.least)
            return None
        if self.most is not None and number > self.most:
            problems.add(node, "out-of-range", "too-high", **facts, most=self.most)
            return None
        return number

    def schema(self) -> Schema:
        schema: Schema = {"type": "integer" if self.whole else "number"}
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


class Span(Kind, frozen=True):
    """Two numbers in brackets; ``ordered``: the lower first."""

    ordered: bool = True

    def read(self, node: Node, name: str, problems: ProblemList) -> tuple[Decimal, Decimal] | None:
        if not isinstance(node, Items) or len(node.items) != 2:
            problems.add(node, "want-list", "want-span", name=name)
            return None
        low, high = (read_number(item, name, problems) for item in node.items)
        if low is None or high is None:
            return None
        if self.ordered and low >= high:
            problems.add(node, "bad-span", name=name, low=str(low), high=str(high))
            return None
        return (low, high)

    def schema(self) -> Schema:
        return {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


class Flag(Kind, frozen=True):
    """true or false; ``only``: true, the key is left out otherwise."""

    only: bool = False

    def read(self, node: Node, name: str, problems: ProblemList) -> bool | None:
        words = ("true",) if self.only else ("true", "false")
        if isinstance(node, Scalar) and node.plain and node.text in words:
            return node.text == "true"
        problems.add(node, "want-true", "" if self.only else "want-flag", name=name)
        return None

    def schema(self) -> Schema:
        return {"const": True} if self.only else {"type": "boolean"}


# --- lists and mappings


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
            schema["patternProperties"] = {f"^{_LANGUAGE}$": TextType().schema()}
        return schema | ({"minProperties": 1} if self.some else {})


_LANGUAGES = Record("label", dict.fromkeys(DATA_LANGUAGES, TextType()), some=True, spoken=True)


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
