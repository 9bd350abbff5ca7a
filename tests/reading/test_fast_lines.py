"""Plain lines in runs: read without a YAML parser, to the same end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dtcompare.model.problem import Problem
from dtcompare.reading import yaml_events
from dtcompare.reading.fast_lines import PlainRuns, QuickLines, plain_lines
from dtcompare.reading.folder import DataFile
from dtcompare.reading.lines import Context
from dtcompare.reading.load import Bodies, read_chunk, read_folder
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.yaml_events import read_nodes

from .country import TODAY, fresh

FILE = "provinces/north.yaml"

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
    monkeypatch.setattr(yaml_events, "plain_lines", lambda _: PlainRuns(""))
    whole = _report(text)
    assert found == _told(read_nodes(text, whole, 8))
    assert quick.problems == whole.problems


def test_lines_that_follow_one_another_are_one_mark_for_the_parser() -> None:
    plain = plain_lines(_report(TEXTS["one run"]).lines)
    assert plain.text == "a:\n  - ~\n\n\n"
    assert [len(run) for run in plain.runs.values()] == [3]


# What a value line may hold, right and wrong: every choice of each key is tried with the others.
_VALUES = (
    "value: 40",
    "value: 40.5",
    "value: 0.5",
    "value: 100",
    "value: 140",
    "value: -3",
    "value: 1e3",
    "value: 1.234.567",
    "value: 04",
    "about: 40",
    "over: 40",
    "value: forty",
    "between: 40",
    "value: 40, about: 41",
)
_INDICATORS = ("signal", "fibre", "masts", "income", "online", "league", "rules")
_PERIODS = ("2024", "2025", "2025-06", "2025~", "2031", "unstated", "soon")
_SOURCES = ("paper", "plan", "missing")
_EXTRAS = (
    "",
    ", basis: people",
    ", basis: area",
    ", basis: nothing",
    ", note: said",
    ", note: ~",
    ", note: true",
    ", status: estimated",
    ", reject: wrong",
    ", colour: red",
)

_LINE = "    - {{period: 2024, {}, source: paper}}\n"


@st.composite
def _value_lines(draw: st.DrawFn) -> str:
    """A value line of a province, most of them plain and right."""
    parts = [
        f"period: {draw(st.sampled_from(_PERIODS))}",
        draw(st.sampled_from(_VALUES)),
        f"source: {draw(st.sampled_from(_SOURCES))}",
    ]
    order = draw(st.permutations(parts))
    return f"    - {{{', '.join(order)}{draw(st.sampled_from(_EXTRAS))}}}\n"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.dictionaries(st.sampled_from(_INDICATORS), st.lists(_value_lines(), max_size=6)))
@example(lines={"fibre": [_LINE.format("value: 40"), _LINE.format("between: 40")]})
def test_generated_lines_are_read_as_the_full_reader_reads_them(
    lines: dict[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = fresh(tmp_path_factory.mktemp("lines"))
    text = (folder / FILE).read_text(encoding="utf-8")
    head = text[: text.index("values:")]
    body = "".join(f"  {id}:\n{''.join(own)}" for id, own in lines.items())
    (folder / FILE).write_text(f"{head}values:\n{body}", encoding="utf-8", newline="\n")
    quick = _read(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "plain_lines", lambda _: PlainRuns(""))
        patch.setattr(QuickLines, "figure", lambda *_: None)
        assert _read(folder) == quick


def _read(folder: Path) -> tuple[list[Bodies], tuple[Problem, ...]]:
    """Return what is read of the bodies, good or not, and every problem."""
    found: list[Bodies] = []

    def keep(around: Context, files: Sequence[DataFile]) -> Bodies:
        found.append(read_chunk(folder, around, files))
        return found[0]

    problems = read_folder(folder, TODAY, read_bodies=keep).problems
    return found, problems
