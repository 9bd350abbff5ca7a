"""One line, or one source, put into a data file: nothing else of it is touched."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeAlias

from msgspec import Struct

from dtcompare.model.period import Period, parse_period
from dtcompare.reading.nodes import NULLS, Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.raw_text import read_text
from dtcompare.reading.yaml_events import covered_lines, read_nodes

__all__ = [
    "CannotPlace",
    "NewLine",
    "add_line",
    "add_source",
    "flow_line",
    "source_ids",
    "template",
]

Value: TypeAlias = str | tuple[str, ...] | Mapping[str, str]

_SECTIONS = ("name", "sources", "values", "targets")
_LARGEST, _DEEPEST = 4 << 20, 24
_BREAK = re.compile(r"\r\n|\r|\n")
_INDENT = 2
_BEYOND = 1 << 60  # a line that no file has
# What stands without quotes: begins with a letter or digit, holds no sign that YAML may read.
_PLAIN = re.compile(r"-?[^\W_][^,:#\[\]{}\"'`\\|>*&!%@]*")
_LOOSE = re.compile(r"[^\W_](?:[^:#]|:(?! |$)|(?<! )#)*")  # not between braces: commas may stand
_OTHERS = frozenset({"yes", "no", "on", "off", "true", "false", "y", "n", *NULLS})
_FLAGS = ("prefer", "recast", "copy")  # true, and no text
_NUMBER = re.compile(r"-?[0-9][0-9._:eE+-]*")


class CannotPlace(Exception):
    """The file is written in a way that leaves no place for a line of its own."""


class NewLine(Struct, frozen=True):
    """A line to be added: where it belongs, when it speaks of, and what it says.

    ``section`` is values or targets; ``order`` are the indicators in the catalogue's order.
    """

    section: str
    indicator: str
    when: Period
    line: str
    order: Sequence[str]


def template(name: str, schema: str | None) -> str:
    """Return a new province file: its name, and how to go on.

    ``schema`` is the path of its JSON Schema; None leaves the line about it out.
    """
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return (
        f"{head}"
        "# sources: each page once, with title, publisher, published and url.\n"
        "# values, targets: a line a figure, oldest first, like\n"
        "#   - {period: 2025-12, about: 40, basis: area, source: my-source}\n"
        "# dtcompare add writes such lines; dtcompare check says what is wrong.\n"
        f"name: {_quoted(name, _LOOSE)}\n"
    )


def flow_line(words: Mapping[str, Value]) -> str:
    """Return the keys of a line in braces, quoted where they must be.

    >>> flow_line({"period": "2025", "value": "40", "note": "a, b"})
    '{period: 2025, value: 40, note: "a, b"}'
    """
    parts = (f"{key}: {value if key in _FLAGS else _flow(value)}" for key, value in words.items())
    return "{" + ", ".join(parts) + "}"


def add_line(text: str, entry: NewLine) -> str:
    """Return the file with the line at its place: after the last that is not later, oldest first.

    An indicator or a section that is not there yet is put in the catalogue's or the file's order.
    Raises CannotPlace.
    """
    page = _Page(text)
    section = page.section(entry.section)
    key, dash = page.indents(section)
    lines = [f"{' ' * key}{entry.indicator}:", f"{' ' * dash}- {entry.line}"]
    if section is None:
        return page.with_section(entry.section, [f"{entry.section}:", *lines])
    page.check_block(section)
    present = {at.text: (at, node) for at, node in section.pairs if isinstance(at, Scalar)}
    if entry.indicator not in present:
        return page.with_lines(page.before_later(section, entry), lines)
    at, items = present[entry.indicator]
    if not isinstance(items, Items) or page.sign(items) == "[":
        raise CannotPlace
    later = [item for item in items.items if _order(_when(item)) > _order(entry.when)]
    if later:
        after = page.covered_before(later[0].line, least=at.line)
    else:
        after = page.last_line(section, at)
    return page.with_lines(after, [f"{' ' * (items.column - 1)}- {entry.line}"])


def add_source(text: str, id: str, words: Mapping[str, Value]) -> str:
    """Return the file with one source more, after those it has. Raises CannotPlace."""
    page = _Page(text)
    section = page.section("sources")
    key, _ = page.indents(section)
    inner = page.inner_indent(section, key)
    lines = [f"{' ' * key}{id}:"]
    for name, value in words.items():
        lines.append(f"{' ' * inner}{name}: {value if name in _FLAGS else _block(value)}")
    if section is None:
        return page.with_section("sources", ["sources:", *lines])
    page.check_block(section)
    return page.with_lines(page.last_line(section, section.pairs[-1][0]), lines)


def source_ids(text: str) -> frozenset[str]:
    """Return the ids of the sources that the file declares. Raises CannotPlace."""
    section = _Page(text).section("sources")
    pairs = section.pairs if section is not None else []
    return frozenset(at.text for at, _ in pairs if isinstance(at, Scalar))


def _order(period: Period) -> tuple[date, date]:
    """Return what sorts periods as the reader wants them: by end, then by start."""
    return (period.end, period.start)


def _when(item: Node) -> Period:
    """Return the period or deadline of a line that is there already. Raises CannotPlace."""
    for key, value in item.pairs if isinstance(item, Pairs) else ():
        if isinstance(key, Scalar) and key.text in ("period", "by"):
            period = parse_period(value.text) if isinstance(value, Scalar) else None
            if period is not None:
                return period
    raise CannotPlace


class _Page:
    """A file's text with its nodes: where things stand, and how they are written."""

    def __init__(self, text: str) -> None:
        problems = ProblemList("")
        good = read_text(text.encode(), problems, _LARGEST)
        root = read_nodes(good, problems, _DEEPEST) if good is not None else None
        if problems.broken or not isinstance(root, Pairs) or root.flow:
            raise CannotPlace
        self._text = text
        self._keys = [(at, node) for at, node in root.pairs if isinstance(at, Scalar)]
        self._covered = covered_lines(text)
        self._breaks = list(_BREAK.finditer(text))

    def section(self, name: str) -> Pairs | None:
        """Return the section of that name; None where there is none. Raises CannotPlace."""
        node = next((node for at, node in self._keys if at.text == name), None)
        if node is None or isinstance(node, Pairs):
            return node
        raise CannotPlace

    def check_block(self, section: Pairs) -> None:
        """Refuse a section in braces, or an empty one. Raises CannotPlace."""
        if section.flow or not section.pairs:
            raise CannotPlace

    def sign(self, node: Node) -> str:
        """Return the sign at which a node begins."""
        start = self._breaks[node.line - 2].end() if node.line > 1 else 0
        return self._text[start + node.column - 1 : start + node.column]

    # --- how the file is written

    def indents(self, section: Pairs | None = None) -> tuple[int, int]:
        """Return how far keys and dashes are indented: here, else in any section, else 2 and 4."""
        named = {at.text: node for at, node in self._keys}
        sections = [section, *(named.get(name) for name in _SECTIONS[1:])]
        blocks = [node for node in sections if isinstance(node, Pairs) and node.pairs]
        keys = [node.column - 1 for node in blocks if not node.flow]
        key = keys[0] if keys else _INDENT
        return key, next(chain.from_iterable(map(_dashes, blocks)), 2 * key)

    def inner_indent(self, section: Pairs | None, key: int) -> int:
        """Return how far what a source says is indented, where its id is at ``key``."""
        for _, node in section.pairs if section is not None else ():
            if isinstance(node, Pairs) and not node.flow:
                return node.column - 1
        return key + _INDENT

    # --- where things go; lines are counted from 1, and a line goes after another

    def covered_before(self, line: int, least: int = 0) -> int:
        """Return the last line before ``line`` that says something, comments left aside."""
        return max((n for n in self._covered if least <= n < line), default=line - 1)

    def last_line(self, section: Pairs, at: Node) -> int:
        """Return the last line of what stands under a key of a section."""
        keys = [key for key, _ in (*section.pairs, *self._keys)]
        following = [key.line for key in keys if key.line > at.line]
        return self.covered_before(min(following, default=_BEYOND))

    def before_later(self, section: Pairs, entry: NewLine) -> int:
        """Return the line after which an indicator goes: before the first that comes later."""
        places = {id: place for place, id in enumerate(entry.order)}
        wanted = places.get(entry.indicator, len(places))
        keys = [at for at, _ in section.pairs if isinstance(at, Scalar)]
        for at in keys:
            if places.get(at.text, -1) > wanted:
                return self.covered_before(at.line)
        return self.last_line(section, keys[-1])

    def with_section(self, name: str, lines: Sequence[str]) -> str:
        """Return the text with a section more, an empty line before it."""
        later = _SECTIONS[_SECTIONS.index(name) + 1 :]
        following = [at.line for at, _ in self._keys if at.text in later]
        after = self.covered_before(min(following, default=_BEYOND))
        return self.with_lines(after, ["", *lines] if after else [*lines, ""])

    def with_lines(self, after: int, lines: Iterable[str]) -> str:
        """Return the text with ``lines`` put in after a line, in the line ends of the file."""
        ends = self._breaks
        usual = ends[0].group() if ends else "\n"
        if after > len(ends):  # the last line has no end, and keeps none
            return self._text + "".join(f"{usual}{line}" for line in lines)
        place, mark = (ends[after - 1].end(), ends[after - 1].group()) if after else (0, usual)
        added = "".join(f"{line}{mark}" for line in lines)
        return self._text[:place] + added + self._text[place:]


def _dashes(section: Pairs) -> Iterable[int]:
    """Yield how far the lists of a section are indented that are written with dashes."""
    for _, node in section.pairs:
        if isinstance(node, Items) and node.items and node.items[0].column > node.column + 1:
            yield node.column - 1


# --- how a word is written


def _flow(value: Value) -> str:
    """Return a value between braces."""
    if isinstance(value, str):
        return _quoted(value, _PLAIN, numbers=True)
    if isinstance(value, tuple):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"


def _block(value: Value) -> str:
    """Return a value on a line of its own key."""
    return _quoted(value, _LOOSE, numbers=True) if isinstance(value, str) else _flow(value)


def _quoted(text: str, plain: re.Pattern[str], *, numbers: bool = False) -> str:
    """Return ``text`` on one line, in quotes where YAML would not take it as it stands."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if numbers and _NUMBER.fullmatch(text) and not text.endswith(":"):
        return text
    is_safe = plain.fullmatch(text) and text.lower() not in _OTHERS and text[-1] not in ":?"
    return text if is_safe else json.dumps(text, ensure_ascii=False)
