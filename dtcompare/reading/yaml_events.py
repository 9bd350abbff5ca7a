"""From text to nodes: YAML events, read one by one, never deeper than allowed."""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml

from dtcompare.reading.fast_lines import MARK, PlainRuns, plain_lines
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar, is_null
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.raw_text import odd_character
from dtcompare.reading.syntax_errors import place_of, tell

# libyaml where PyYAML was built with it, PyYAML's own parser elsewhere: the same events.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _Stopped(Exception):
    """The file cannot be read on; the problem has been noted."""


def read_nodes(text: str, problems: ProblemList, deepest: int) -> Node | None:
    """Return the content of the first document in ``text``; None where it cannot be read.

    Most of a data file are plain lines, ``- {period: 2025, value: 40}``, which need no YAML parser
    to be understood: it is shown a "~" in their place, three times faster. Where that leaves
    anything open, the text is read as it stands.
    """
    plain = plain_lines(problems.lines)
    if plain.runs:
        trial = ProblemList(problems.file)
        root = _Document(plain, trial, deepest).read()
        if not trial.problems and len(plain.taken) == len(plain.runs):
            return root
    return _Document(PlainRuns(text), problems, deepest).read()


class _Document:
    """The first document of a text being read, the plain lines put back in."""

    def __init__(self, plain: PlainRuns, problems: ProblemList, deepest: int) -> None:
        self._plain = plain
        self._problems = problems
        self._deepest = deepest
        self._next = _Loader(plain.text).get_event

    def read(self) -> Node | None:
        """Return the root; None where there is none or the file cannot be read, which is noted."""
        try:
            root = None
            first = self._start()
            if first is not None and (first.version or first.tags):
                self._refuse(first, "no-directive")
            elif first is not None:
                root = self._tree()
            second = root is not None and self._start()
        except _Stopped:
            return None
        except yaml.YAMLError as error:
            tell(error, self._problems)
            return None
        if second:
            self._problems.add(place_of(second.start_mark), "two-documents")
        if root is not None and not is_null(root):
            return root
        if not second:
            self._problems.add(None, "empty")
        return None

    def _start(self) -> Any:
        """Return the event that begins the next document; None where none follows."""
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                return event
        return None

    def _tree(self) -> Node:
        """Return the node that the next events describe.

        A loop over a stack: input never sets how deep calls go.
        """
        open_nodes: list[tuple[Any, list[Node]]] = []
        children: list[Node] = []
        while True:
            event = self._next()
            kind = event.__class__
            if kind in _ENDS:
                start, outer = open_nodes.pop()
                outer.append(_collection(start, children))
                children = outer
            elif kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
                self._refuse(event)
            elif kind is yaml.ScalarEvent:
                children += self._scalar(event, open_nodes)
            else:
                if len(open_nodes) == self._deepest:
                    self._problems.add(place_of(event.start_mark), "too-deep", levels=self._deepest)
                    raise _Stopped
                open_nodes.append((event, children))
                children = []
            if not open_nodes:
                return children[0]

    def _scalar(self, event: Any, around: list[tuple[Any, list[Node]]]) -> list[Node]:
        """Return the node of a scalar; for the mark of plain lines, the mappings they are."""
        mark = event.start_mark
        node = Scalar(event.value, mark.line + 1, mark.column + 1, not event.style)
        if node.line in self._plain.runs and node.text == MARK and len(around) < self._deepest:
            return list(self._plain.take(node.line))
        if event.style == '"':
            _check_escapes(node, self._problems)
        elif node.plain and "?" in node.text and around and around[-1][0].flow_style:
            # PyYAML's own parser ends a text there, libyaml does not.
            self._problems.add(node, "yaml-syntax", "bare-question")
        return [node]

    def _refuse(self, event: Any, key: str = "") -> None:
        """Note an anchor, an alias, a tag or a directive, and read no further."""
        self._problems.add(place_of(event.start_mark), "no-tags", key)
        raise _Stopped


def _collection(start: Any, children: list[Node]) -> Node:
    """Return the mapping or list that ``start`` opened."""
    mark = start.start_mark
    if start.__class__ is yaml.SequenceStartEvent:
        return Items(children, mark.line + 1, mark.column + 1)
    pairs = list(zip(children[::2], children[1::2], strict=True))
    return Pairs(pairs, mark.line + 1, mark.column + 1, flow=start.flow_style)


def _check_escapes(node: Scalar, problems: ProblemList) -> None:
    """Note characters that only an escape can have brought in, and take them out."""
    text = node.text
    if text.isascii() and text.isprintable():
        return
    odd = next((sign for sign in text if odd_character(sign) and sign != "\n"), None)
    if odd is not None:
        problems.add(node, "odd-character", "odd-escape", number=f"U+{ord(odd):04X}")
    elif not unicodedata.is_normalized("NFC", text):
        problems.add(node, "not-nfc", "not-nfc-escape")
    else:
        return
    problems.silent.add(node.line)
    kept = "".join(sign for sign in text if not odd_character(sign) or sign == "\n")
    node.text = unicodedata.normalize("NFC", kept)


def covered_lines(text: str) -> list[int]:
    """Return the lines, counted from 1, on which something is neither comment nor empty.

    Only of a text that ``read_nodes`` has read without a problem.
    """
    loader = _Loader(text)
    found: set[int] = set()
    while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
        start: Any = event.start_mark
        end: Any = event.end_mark
        if isinstance(event, yaml.ScalarEvent):
            whole = end.column == 0 and end.line > start.line  # a block text ends below itself
            found.update(range(start.line + 1, end.line + (not whole) + 1))
        elif isinstance(event, _ENDS) and start.index < end.index:  # a brace, not an indent
            found.add(end.line + 1)
    return sorted(found)
