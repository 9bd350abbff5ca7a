"""From text to nodes: YAML events, read one by one, never deeper than allowed."""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml

from dtcompare.reading.nodes import Items, Node, Pairs, Place, Scalar, is_null
from dtcompare.reading.plainlines import MARK, Plain, plain_lines
from dtcompare.reading.rawtext import odd_character
from dtcompare.reading.report import Report
from dtcompare.reading.syntax import SyntaxSlip, tell

__all__ = ["covered_lines", "read_nodes"]

# libyaml where PyYAML was built with it, PyYAML's own parser elsewhere: the same events.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _Stopped(Exception):
    """The file cannot be read on; the problem has been noted."""


def read_nodes(text: str, report: Report, deepest: int) -> Node | None:
    """The content of the first document in ``text``; None where it cannot be read.

    Most of a data file are plain lines, ``- {period: 2025, value: 40}``, which need no YAML parser
    to be understood: it is shown a "~" in their place, three times faster. Where that leaves
    anything open, the text is read as it stands.
    """
    plain = plain_lines(report.lines)
    if plain.runs:
        trial = Report(report.file)
        root = _read(plain.text, trial, deepest, plain)
        if not trial.problems and len(plain.taken) == len(plain.runs):
            return root
    return _read(text, report, deepest, Plain(text))


def _read(text: str, report: Report, deepest: int, plain: Plain) -> Node | None:
    """The content of the first document, the plain lines put back in."""
    loader = _Loader(text)
    try:
        root = _document(loader.get_event, report, deepest, plain)
        second = root is not None and _second_document(loader.get_event, report)
    except _Stopped:
        return None
    except yaml.YAMLError as error:
        tell(_slip(error), report)
        return None
    if root is None or is_null(root):
        if not second:
            report.add(None, "empty")
        return None
    return root


def _slip(error: yaml.YAMLError) -> SyntaxSlip:
    """What the YAML parser says, as far as it does."""
    return SyntaxSlip(
        getattr(error, "context", None) or "",
        _place(getattr(error, "context_mark", None)),
        getattr(error, "problem", None) or "",
        _place(getattr(error, "problem_mark", None)),
    )


def _place(mark: Any) -> Place | None:
    """Where a mark points, counted from 1."""
    return None if mark is None else Place(mark.line + 1, mark.column + 1)


def _second_document(get_event: Any, report: Report) -> bool:
    """Whether another document follows; it is noted, and not read."""
    event = get_event()
    while not isinstance(event, (yaml.DocumentStartEvent, yaml.StreamEndEvent)):
        event = get_event()
    if isinstance(event, yaml.StreamEndEvent):
        return False
    report.add(_place(event.start_mark), "two-documents")
    return True


def _document(get_event: Any, report: Report, deepest: int, plain: Plain) -> Node | None:
    """The root of the first document; None where there is no document at all."""
    event = get_event()
    while not isinstance(event, yaml.DocumentStartEvent):
        if isinstance(event, yaml.StreamEndEvent):
            return None
        event = get_event()
    if event.version or event.tags:
        report.add(_place(event.start_mark), "no-tags", "no-directive")
        raise _Stopped
    return _tree(get_event, report, deepest, plain)


def _tree(get_event: Any, report: Report, deepest: int, plain: Plain) -> Node:
    """The node that the next events describe. A loop over a stack: input never sets its depth."""
    open_nodes: list[tuple[Any, list[Node]]] = []
    children: list[Node] = []
    while True:
        event = get_event()
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse(event, report)
            mark, style = event.start_mark, event.style
            node = Scalar(event.value, mark.line + 1, mark.column + 1, not style)
            if style == '"':
                _check_escapes(node, report)
            if node.line in plain.runs and node.text == MARK and len(open_nodes) < deepest:
                children.extend(plain.take(node.line))
            else:
                children.append(node)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse(event, report)
            if len(open_nodes) == deepest:
                report.add(_place(event.start_mark), "too-deep", levels=deepest)
                raise _Stopped
            open_nodes.append((event, children))
            children = []
        elif kind is yaml.AliasEvent:
            _refuse(event, report)
        else:
            start, outer = open_nodes.pop()
            outer.append(_collection(start, children))
            children = outer
        if not open_nodes:
            return children[0]


def _collection(start: Any, children: list[Node]) -> Node:
    """The mapping or list that ``start`` opened."""
    mark = start.start_mark
    if start.__class__ is yaml.SequenceStartEvent:
        return Items(children, mark.line + 1, mark.column + 1)
    pairs = list(zip(children[::2], children[1::2], strict=True))
    return Pairs(pairs, mark.line + 1, mark.column + 1, flow=start.flow_style)


def _refuse(event: Any, report: Report) -> None:
    """Note an anchor, an alias or a tag, and read no further."""
    report.add(_place(event.start_mark), "no-tags")
    raise _Stopped


def _check_escapes(node: Scalar, report: Report) -> None:
    """Note characters that only an escape can have brought in, and take them out."""
    text = node.text
    if text.isascii() and text.isprintable():
        return
    odd = next((sign for sign in text if odd_character(sign) and sign != "\n"), None)
    if odd is not None:
        report.add(node, "odd-character", "odd-escape", number=f"U+{ord(odd):04X}")
    elif not unicodedata.is_normalized("NFC", text):
        report.add(node, "not-nfc", "not-nfc-escape")
    else:
        return
    report.silent.add(node.line)
    kept = "".join(sign for sign in text if not odd_character(sign) or sign == "\n")
    node.text = unicodedata.normalize("NFC", kept)


def covered_lines(text: str) -> list[int]:
    """The lines, counted from 1, on which something stands that is neither comment nor empty.

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
