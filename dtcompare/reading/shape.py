"""Nodes held against the tables of rules: keys known and required, every value of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from dtcompare.model.label import Label
from dtcompare.model.period import Period, Season, parse_season
from dtcompare.reading import kinds
from dtcompare.reading.dates import Periods
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar, end_of, is_null
from dtcompare.reading.numbers import plain_number, read_number
from dtcompare.reading.report import Report

__all__ = ["Found", "Shape", "is_id"]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(r"https?://[^\s/?#@.]+(?:\.[^\s/?#@.]+)+(?:[/?#][^\s<>\"]*)?")
_CODE = re.compile(r"[0-9]{2}")
_INDEX_OF_LAST_LINE = 10**9


def is_id(text: str) -> bool:
    """Whether ``text`` may be an id."""
    return _ID.fullmatch(text) is not None


@dataclass(slots=True)
class Found:
    """A mapping as read: the values of its keys, where they stand, and whether all was well.

    ``where`` names the mapping in messages.
    ``certain`` tells that no key was unknown or cut off: a key that is missing then is missing.
    """

    node: Pairs
    where: str
    values: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    whole: bool = True
    certain: bool = True

    def get(self, key: str, default: Any = None) -> Any:
        """The value of ``key``, or ``default`` where it is left out or could not be read."""
        return self.values.get(key, default)

    def typed(self, key: str) -> bool:
        """Whether the key was typed, readable or not."""
        return key in self.keys


class Shape:
    """Reads nodes by the tables of rules and notes what does not fit."""

    def __init__(self, report: Report, periods: Periods) -> None:
        self.report = report
        self._periods = periods
        self._readers: dict[type, Callable[[Any, Node, str], Any]] = {
            kinds.Text: self._text,
            kinds.Id: self._id,
            kinds.Word: self._word,
            kinds.When: self._when,
            kinds.Number: self._number,
            kinds.Span: self._span,
            kinds.Flag: self._flag,
            kinds.OnlyTrue: self._only_true,
            kinds.Url: self._url,
            kinds.LabelKind: self._label,
            kinds.Code: self._code,
            kinds.SeasonKind: self._season,
            kinds.ListOf: self._list,
            kinds.Later: self._later,
            kinds.WordOr: self._word_or,
            kinds.Table: self.table,
            kinds.Record: self.record,
        }

    def read(self, kind: kinds.Kind, node: Node, name: str) -> Any:
        """The value of ``node`` as ``kind`` says; None where it does not fit, which is noted."""
        return self._readers[kind.__class__](kind, node, name)

    # --- mappings

    def entries(
        self, node: Pairs, where: str, of: str = "", known: Container[str] = ()
    ) -> tuple[dict[str, tuple[Scalar, Node]], bool]:
        """The pairs of a mapping by key, and whether none had to be left out."""
        found: dict[str, tuple[Scalar, Node]] = {}
        whole = True
        before: Node | None = None
        for key, value in node.pairs:
            if not isinstance(key, Scalar):
                self.report.add(key, "bad-key", where=where, of=of)
                whole = False
            elif key.plain and key.text == "<<":
                self.report.add(key, "no-merge")
                whole = False
            elif (
                node.flow
                and isinstance(value, Scalar)
                and not value.text
                and self._loose(key, value)
            ):
                self._tell_loose(key, before, known)
                whole = False
            elif key.text in found:
                first = found[key.text][0].line
                self.report.add(key, "double-key", name=key.text, where=where, of=of, first=first)
                whole = False
            else:
                found[key.text] = (key, value)
            before = value
        return found, whole

    def _loose(self, key: Scalar, value: Scalar) -> bool:
        """Whether no colon follows the key: a text cut off by a comma, not a key without value."""
        if not value.plain:
            return False
        line = self.report.lines[key.line - 1]
        last = value.column - 1 if value.line == key.line else _INDEX_OF_LAST_LINE
        return ":" not in line[end_of(key) - 1 : last].partition(" #")[0]

    def _tell_loose(self, key: Scalar, before: Node | None, known: Container[str]) -> None:
        """Note a text that stands alone inside braces, most often the rest of another."""
        word, colon, _ = key.text.partition(":")
        if isinstance(before, Scalar) and key.text.isdigit() and before.plain:
            adjacent = (
                before.line == key.line and before.column + len(before.text) + 1 == key.column
            )
            if adjacent and plain_number(before.text) is not None:
                typed = f"{before.text},{key.text}"
                facts = {"number": f"{before.text}.{key.text}", "other": before.text + key.text}
                self.report.add(key, "decimal-comma", typed=typed, **facts)
                return
        first = key.text.partition(" ")[0]
        if colon and is_id(word.replace("_", "-")):
            self.report.add(key, "loose-text", "tight-colon", typed=key.text, word=word)
        elif first in known and first != key.text:
            self.report.add(key, "loose-text", "missing-colon", typed=key.text, word=first)
        else:
            self.report.add(key, "loose-text", typed=key.text)

    def record(self, kind: kinds.Record, node: Node, name: str, of: str = "") -> Found | None:
        """A mapping with known keys; ``of``, else ``name``, is what messages call it."""
        if not isinstance(node, Pairs):
            self._want_keys(node, name)
            return None
        of = of or name
        entries, whole = self.entries(node, kind.where, of, kind.keys)
        found = Found(node, kind.where, whole=whole, certain=whole)
        keys = kind.keys
        for key, (at, value) in entries.items():
            if key not in keys:
                self._unknown_key(kind, at, entries, of)
                found.certain = found.whole = False
                continue
            found.keys[key], found.nodes[key] = at, value
            item = keys[key]
            if isinstance(value, Scalar) and value.plain and not value.text:
                value.line, value.column = at.line, end_of(at) + 2
            result = self._readers[item.__class__](item, value, key)
            if result is not None:
                found.values[key] = result
            if result is None or (isinstance(result, Found) and not result.whole):
                found.whole = False
        if found.certain:
            self._missing(kind, found, of)
        return found

    def _unknown_key(self, kind: kinds.Record, at: Scalar, typed: Container[str], of: str) -> None:
        """Note a key that is not allowed: where it belongs, or what it may have meant."""
        if at.text in kind.elsewhere:
            self.report.add(at, "wrong-part", kind.elsewhere[at.text], name=at.text)
            return
        known = [key for key in kind.keys if key not in typed]
        hint = self.report.hint(at.text, known)
        self.report.add(at, "unknown-key", name=at.text, where=kind.where, of=of, **hint)

    def _missing(self, kind: kinds.Record, found: Found, of: str) -> None:
        """Note required keys that are left out; not where an unknown key may be the missing one."""
        for key in kind.required:
            if key not in found.keys:
                found.whole = False
                self.report.add(found.node, "missing-key", where=kind.where, of=of, name=key)
        if kind.some and not found.keys:
            found.whole = False
            choices = tuple(kind.keys)
            self.report.add(
                found.node, "empty-value", "some-key", where=kind.where, of=of, choices=choices
            )

    def table(self, kind: kinds.Table, node: Node, name: str) -> dict[str, Any] | None:
        """Ids with their items; an item that could not be read is None, its id still known."""
        if not isinstance(node, Pairs):
            self._want_keys(node, name)
            return None
        entries, _ = self.entries(node, name)
        if not entries and not node.pairs:
            self.report.add(node, "empty-value", "nothing", name=name)
        return {
            kind.prefix + key.removeprefix(kind.prefix): self._entry(kind, at, value)
            for key, (at, value) in entries.items()
        }

    def _entry(self, kind: kinds.Table, at: Scalar, value: Node) -> Any:
        """The item of one id of a table."""
        if kind.prefix and not at.text.startswith(kind.prefix):
            self.report.add(at, "bad-id", "bad-prefix", typed=at.text, prefix=kind.prefix)
            return None
        if not is_id(at.text.removeprefix(kind.prefix)):
            self.report.add(at, "bad-id", typed=at.text)
            return None
        if is_null(value):
            self.report.add(at, "empty-value", "nothing", name=at.text)
            return None
        if isinstance(kind.item, kinds.Record):
            return self.record(kind.item, value, at.text, at.text)
        return self.read(kind.item, value, at.text)

    def _want_keys(self, node: Node, name: str) -> None:
        """Note that keys and values were wanted."""
        if is_null(node):
            self.report.add(node, "empty-value", "nothing", name=name)
        else:
            self.report.add(node, "want-mapping", name=name)

    # --- lists

    def _list(self, kind: kinds.ListOf, node: Node, name: str) -> tuple[Any, ...] | None:
        """The items of a list; None where one of them does not fit."""
        if kind.single and isinstance(node, Scalar):
            item = self.read(kind.item, node, name)
            return None if item is None else (item,)
        if not isinstance(node, Items):
            if is_null(node):
                self.report.add(node, "empty-value", "nothing", name=name)
            else:
                self.report.add(node, "want-list", "want-brackets", name=name)
            return None
        if not node.items:
            self.report.add(node, "empty-value", "nothing", name=name)
            return None
        if kind.size is not None and len(node.items) != kind.size:
            self.report.add(node, "want-list", "want-size", name=name, size=kind.size)
            return None
        items = tuple(self.read(kind.item, item, name) for item in node.items)
        good = all(item is not None and getattr(item, "whole", True) for item in items)
        return items if good and not self._doubled(node, name) else None

    def _doubled(self, node: Items, name: str) -> bool:
        """Whether a word stands twice in a list; it is noted."""
        seen: set[str] = set()
        for item in node.items:
            if isinstance(item, Scalar) and plain_number(item.text) is None:
                if item.text in seen:
                    self.report.add(item, "double-item", typed=item.text, name=name)
                    return True
                seen.add(item.text)
        return False

    def _later(self, _: kinds.Later, node: Node, name: str) -> Node | None:
        """The node itself, where there is anything in it."""
        if is_null(node):
            self.report.add(node, "empty-value", "nothing", name=name)
            return None
        return node

    def _word_or(self, kind: kinds.WordOr, node: Node, name: str) -> Any:
        """A word as text, anything else as its kind says."""
        if isinstance(node, Scalar) and node.text in kind.words:
            return node.text
        if isinstance(node, Scalar) and isinstance(kind.other, kinds.Record):
            return self._word(kinds.Word(kind.words), node, name)
        return self.read(kind.other, node, name)

    # --- scalars

    def _scalar(self, node: Node, name: str) -> str | None:
        """The text of a scalar, on one line; None where there is none."""
        if not isinstance(node, Scalar):
            self.report.add(node, "want-text", name=name)
            return None
        if is_null(node) or not node.text.strip():
            self.report.add(node, "empty-value", "nothing", name=name)
            return None
        return node.text if node.text.isprintable() else " ".join(node.text.split())

    def _text(self, _: kinds.Text, node: Node, name: str) -> str | None:
        return self._scalar(node, name)

    def _id(self, kind: kinds.Id, node: Node, name: str) -> str | None:
        text = self._scalar(node, name)
        if text is None or is_id(text.removeprefix(kind.prefix)):
            return text
        self.report.add(node, "bad-id", typed=text)
        return None

    def _word(self, kind: kinds.Word, node: Node, name: str) -> str | None:
        text = self._scalar(node, name)
        if text is None or text in kind.options:
            return text
        hint = self.report.hint(text, kind.options)
        self.report.add(node, "unknown-word", name=name, typed=text, **hint)
        return None

    def _when(self, kind: kinds.When, node: Node, name: str) -> Period | None:
        return self._periods.read(kind, node, name, self.report)

    def _number(self, kind: kinds.Number, node: Node, name: str) -> Decimal | None:
        number = read_number(node, name, self.report)
        if number is None:
            return None
        if kind.whole and number != number.to_integral_value():
            self.report.add(node, "want-whole", name=name, number=str(number))
        elif kind.least is not None and number < kind.least:
            self.report.add(
                node, "out-of-range", "too-low", name=name, number=str(number), least=kind.least
            )
        elif kind.most is not None and number > kind.most:
            self.report.add(
                node, "out-of-range", "too-high", name=name, number=str(number), most=kind.most
            )
        else:
            return number
        return None

    def _span(self, kind: kinds.Span, node: Node, name: str) -> tuple[Decimal, Decimal] | None:
        if not isinstance(node, Items) or len(node.items) != 2:
            self.report.add(node, "want-list", "want-span", name=name)
            return None
        low, high = (read_number(item, name, self.report) for item in node.items)
        if low is None or high is None:
            return None
        if kind.ordered and low >= high:
            self.report.add(node, "bad-span", name=name, low=str(low), high=str(high))
            return None
        return (low, high)

    def _flag(self, _: kinds.Flag, node: Node, name: str) -> bool | None:
        if isinstance(node, Scalar) and node.plain and node.text in ("true", "false"):
            return node.text == "true"
        self.report.add(node, "want-true", "want-flag", name=name)
        return None

    def _only_true(self, _: kinds.OnlyTrue, node: Node, name: str) -> bool | None:
        if isinstance(node, Scalar) and node.plain and node.text == "true":
            return True
        self.report.add(node, "want-true", name=name)
        return None

    def _url(self, _: kinds.Url, node: Node, name: str) -> str | None:
        text = self._scalar(node, name)
        if text is None or _URL.fullmatch(text):
            return text
        self.report.add(node, "bad-url", name=name, typed=text)
        return None

    def _code(self, _: kinds.Code, node: Node, name: str) -> str | None:
        text = self._scalar(node, name)
        if text is None:
            return None
        if not _CODE.fullmatch(text):
            self.report.add(node, "bad-code", typed=text)
        elif isinstance(node, Scalar) and node.plain:
            self.report.add(node, "bad-code", "bare-code", typed=text)
        else:
            return text
        return None

    def _season(self, _: kinds.SeasonKind, node: Node, name: str) -> Season | None:
        text = self._scalar(node, name)
        season = None if text is None else parse_season(text)
        if text is not None and season is None:
            self.report.add(node, "bad-season", name=name, typed=text)
        return season

    def _label(self, _: kinds.LabelKind, node: Node, name: str) -> Label | None:
        if isinstance(node, Scalar):
            text = self._scalar(node, name)
            return None if text is None else Label(text, text)
        found = self.record(_LABEL, node, name, name)
        if found is None or not found.whole:
            return None
        en, vi = found.get("en"), found.get("vi")
        return Label(en or vi, vi or en)


_LABEL = kinds.Record("label", {"en": kinds.Text(), "vi": kinds.Text()}, some=True)
