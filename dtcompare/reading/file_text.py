"""A data file's text with its nodes: where things stand in it, and where new lines go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.raw_text import read_text
from dtcompare.reading.yaml_events import covered_lines, read_nodes

_SECTIONS = ("name", "sources", "values", "targets")
_LARGEST, _DEEPEST = 4 << 20, 24
_BREAK = re.compile(r"\r\n|\r|\n")
_INDENT = 2
_BEYOND = 1 << 60  # a line that no file has


class CannotPlace(Exception):
    """The file is written in a way that leaves no place for a line of its own."""


class TextBlock(Struct, frozen=True):
    """Lines to go after a line of the file; ``marks`` tell which of them hold something new."""

    after: int
    lines: list[str]
    marks: Mapping[int, int | str]


class Extended(Struct, frozen=True):
    """A file with what was put in; ``rows`` and ``pages`` say in which line each new one stands.

    ``fresh`` are all lines that the file did not have.
    """

    text: str
    rows: tuple[int, ...]
    pages: Mapping[str, int]
    fresh: tuple[int, ...]


class FileText:
    """A file's text with its nodes: where things stand, and how they are written."""

    def __init__(self, text: str) -> None:
        problems = ProblemList("")
        good = read_text(text.encode(), problems, _LARGEST)
        root = read_nodes(good, problems, _DEEPEST) if good is not None else None
        is_empty = [problem.code for problem in problems.problems] == ["empty"]
        if not is_empty and (problems.broken or not isinstance(root, Pairs) or root.flow):
            raise CannotPlace
        pairs = root.pairs if isinstance(root, Pairs) else []
        self._text = text
        self._keys = [(at, node) for at, node in pairs if isinstance(at, Scalar)]
        self._covered = covered_lines(text)
        self._breaks = list(_BREAK.finditer(text))
        self._lines = problems.lines

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

    def after_remarks(self, line: int, indent: int) -> int:
        """Return the line, or the last of the comments right below it that close what it is in.

        Such a comment is indented by more than ``indent``, the place of the key that comes next.
        """
        for below in self._lines[line:]:
            text = below.lstrip(" ")
            if not text.startswith("#") or len(below) - len(text) <= indent:
                break
            line += 1
        return line

    def last_line(self, section: Pairs, at: Node) -> int:
        """Return the last line of what stands under a key of a section, comments left aside."""
        keys = [key for key, _ in (*section.pairs, *self._keys)]
        following = [key.line for key in keys if key.line > at.line]
        return self.covered_before(min(following, default=_BEYOND))

    def before_later(self, section: Pairs, id: str, order: Sequence[str]) -> int:
        """Return the line after which an indicator goes: before the first that comes later."""
        places = {id: place for place, id in enumerate(order)}
        wanted = places.get(id, len(places))
        keys = [at for at, _ in section.pairs if isinstance(at, Scalar)]
        for at in keys:
            if places.get(at.text, -1) > wanted:
                return self.after_remarks(self.covered_before(at.line), section.column - 1)
        return self.after_remarks(self.last_line(section, keys[-1]), section.column - 1)

    def after_lesser(self, section: Pairs, id: str) -> int:
        """Return the line after which an id goes: below the greatest of those that are less.

        Raises CannotPlace for a section in braces, or an empty one.
        """
        self.check_block(section)
        keys = [at for at, _ in section.pairs if isinstance(at, Scalar)]
        lesser = [at for at in keys if at.text < id]
        if lesser:
            last = self.last_line(section, max(lesser, key=lambda at: at.text))
        else:
            last = self.covered_before(keys[0].line)
        return self.after_remarks(last, section.column - 1)

    def new_section(self, name: str, block: TextBlock) -> TextBlock:
        """Return the lines as a section of their own, an empty line before it, or after it."""
        later = _SECTIONS[_SECTIONS.index(name) + 1 :]
        following = [at.line for at, _ in self._keys if at.text in later]
        if not self._keys:
            after, head, tail = len(self._breaks), [f"{name}:"], list[str]()
        elif after := self.covered_before(min(following, default=_BEYOND)):
            after = self.after_remarks(after, 0)
            head, tail = ["", f"{name}:"], []
        else:
            head, tail = [f"{name}:"], [""]
        marks = {n + len(head): mark for n, mark in block.marks.items()}
        return TextBlock(after, [*head, *block.lines, *tail], marks)

    def with_blocks(self, blocks: Sequence[TextBlock]) -> Extended:
        """Return the text with the blocks put in, in the line ends of the file."""
        ends = self._breaks
        usual = ends[0].group() if ends else "\n"
        parts: list[str] = []
        marks: dict[int | str, int] = {}
        fresh: list[int] = []
        written, row = 0, 1
        for block in sorted(blocks, key=lambda block: block.after):
            unended = block.after > len(ends)  # the last line has no end, and keeps none
            place = (
                len(self._text) if unended else ends[block.after - 1].end() if block.after else 0
            )
            mark = ends[block.after - 1].group() if 0 < block.after <= len(ends) else usual
            parts.append(self._text[written:place])
            parts += [f"{mark}{line}" if unended else f"{line}{mark}" for line in block.lines]
            first = block.after + row
            marks |= {new: first + n for n, new in block.marks.items()}
            fresh += range(first, first + len(block.lines))
            written, row = place, row + len(block.lines)
        text = "".join([*parts, self._text[written:]])
        rows = tuple(marks[n] for n in range(sum(isinstance(mark, int) for mark in marks)))
        pages = {id: n for id, n in marks.items() if isinstance(id, str)}
        return Extended(text, rows, pages, tuple(fresh))


def _dashes(section: Pairs) -> Iterable[int]:
    """Yield how far the lists of a section are indented that are written with dashes."""
    for _, node in section.pairs:
        if isinstance(node, Items) and node.items and node.items[0].column > node.column + 1:
            yield node.column - 1
