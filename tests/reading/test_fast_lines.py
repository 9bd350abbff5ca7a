"""Plain lines in runs: read without a YAML parser, to the same end."""

from __future__ import annotations

import pytest

from dtcompare.reading import yaml_events
from dtcompare.reading.fast_lines import Plain, plain_lines
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.yaml_events import read_nodes

TEXTS = {
    "one run": "a:\n  - {k: 1}\n  - {k: 2}\n  - {k: 3}\n",
    "two depths": "a:\n  - {k: 1}\nb:\n    - {k: 2}\n    - {k: 3}\n",
    "a comment between": "a:\n  - {k: 1}\n  # said\n  - {k: 2}\n",
    "another line between": "a:\n  - {k: 1}\n  - {k: [1, 2]}\n  - {k: 2}\n",
    "in a block of text": "a: |\n  - {k: 1}\n  - {k: 2}\n",
    "in quotes": "a: '\n  - {k: 1}\n  - {k: 2}\n  '\n",
    "behind a word": "a: b\n  - {k: 1}\n  - {k: 2}\n",
    "run on by a word": "a:\n  - {k: 1}\n  - {k: 2}\n    more\n",
    "in a list in brackets": "a: [\n  - {k: 1}\n  - {k: 2}\n]\n",
    "a key twice": "a:\n  - {k: 1}\n  - {k: 1, k: 2}\n  - {k: 3}\n",
    "deeper and back": "a:\n  - {k: 1}\n    - {k: 2}\n  - {k: 3}\n",
    "less deep": "a:\n    - {k: 1}\n  - {k: 2}\n",
    "a mark as typed": "a:\n  - ~\n  - {k: 1}\n  - ~\n",
}


def _report(text: str) -> ProblemList:
    report = ProblemList("file")
    report.lines = text.split("\n")[:-1]
    return report


def _told(node: Node | None) -> object:
    """A node as plain values, with its places."""
    match node:
        case Scalar():
            return (node.text, node.line, node.column, node.plain)
        case Items():
            return ([_told(item) for item in node.items], node.line, node.column)
        case Pairs():
            pairs = [(_told(key), _told(value)) for key, value in node.pairs]
            return (pairs, node.line, node.column, node.flow)
    return None


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_read_as_without_them(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _report(text)
    found = _told(read_nodes(text, quick, 8))
    monkeypatch.setattr(yaml_events, "plain_lines", lambda _: Plain(""))
    whole = _report(text)
    assert found == _told(read_nodes(text, whole, 8))
    assert quick.problems == whole.problems


def test_lines_that_follow_one_another_are_one_mark_for_the_parser() -> None:
    plain = plain_lines(_report(TEXTS["one run"]).lines)
    assert plain.text == "a:\n  - ~\n\n\n"
    assert [len(run) for run in plain.runs.values()] == [3]
