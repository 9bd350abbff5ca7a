"""Whatever is in a file, it is read or told about: never a crash, never a line out of place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dtcompare.model.problem import Problem
from dtcompare.reading import yaml_events
from dtcompare.reading.fast_lines import PlainRuns
from dtcompare.reading.load import read_folder
from dtcompare.view.problems import problem_line
from dtcompare.words import LANGUAGES
from tests.reading.country import COUNTRY, TODAY, fresh

FILES = sorted(path.relative_to(COUNTRY).as_posix() for path in COUNTRY.rglob("*.yaml"))
CODES = frozenset((COUNTRY.parent / "codes.txt").read_text(encoding="utf-8").split())
_BREAK = re.compile("\r\n|\r|\n")
_SIGNS = st.sampled_from(
    [*"{}[]:,-#&*!|>'\"%@`?~<= \n\r\t\\", "\u00a0", "\ufeff", "9", "x", "- ", ": "]
)
_SETTINGS = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the data set with a few bytes deleted, inserted, doubled or swapped."""
    file = draw(st.sampled_from(FILES))
    data = (COUNTRY / file).read_bytes()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        part = data[start:end]
        kind = draw(st.sampled_from(["delete", "insert", "double", "swap", "raw"]))
        if kind == "delete":
            data = data[:start] + data[end:]
        elif kind == "insert":
            data = data[:start] + draw(_SIGNS).encode() + data[start:]
        elif kind == "double":
            data = data[:end] + part + data[end:]
        elif kind == "swap":
            data = data[:start] + part[::-1] + data[end:]
        else:
            data = data[:start] + draw(st.binary(max_size=4)) + data[end:]
    return file, data


_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["signal", "paper", "value", "2025", "former/west", "children", "unstated"])
)
_KEYS = st.sampled_from(
    [
        *("name", "sources", "values", "targets", "signal", "league", "period", "value", "rank"),
        *("source", "groups", "units", "indicators", "provinces", "former", "regions", "tree"),
        *("children", "weight", "scale", "bounds", "title", "url", "min", "max", "label"),
    ]
)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(_KEYS | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=25,
)


def _check(problems: tuple[Problem, ...], folder: Path) -> None:
    """Every problem is of a known kind, at a place in its file, and one line long."""
    for problem in problems:
        assert problem.code in CODES
        path = folder / problem.file
        raw = path.read_bytes() if path.is_file() else b""
        lines = _BREAK.split(raw.decode("utf-8", errors="replace"))
        assert (problem.line, problem.column) == (1, 1) or problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        for lang in LANGUAGES:
            line = problem_line(problem, lang)
            assert line.isprintable()
            assert len(line) < 1000


@_SETTINGS
@given(case=mutated())
def test_mutated_files(case: tuple[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = fresh(tmp_path_factory.mktemp("fuzz"))
    (folder / case[0]).write_bytes(case[1])
    reading = read_folder(folder, TODAY)
    _check(reading.problems, folder)
    broken = any(problem.level == "error" for problem in reading.problems)
    assert (reading.dataset is None) == broken


@_SETTINGS
@given(file=st.sampled_from(FILES), data=st.binary(max_size=200))
def test_random_bytes(file: str, data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = fresh(tmp_path_factory.mktemp("fuzz"))
    (folder / file).write_bytes(data)
    _check(read_folder(folder, TODAY).problems, folder)


@_SETTINGS
@given(file=st.sampled_from(FILES), tree=_TREES, flow=st.sampled_from(["block", "flow", "mixed"]))
def test_random_yaml(
    file: str, tree: Any, flow: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = fresh(tmp_path_factory.mktemp("fuzz"))
    style = {"block": False, "flow": True}.get(flow)
    text = yaml.safe_dump(tree, default_flow_style=style, allow_unicode=True)
    (folder / file).write_text(text, encoding="utf-8", newline="")
    _check(read_folder(folder, TODAY).problems, folder)


@_SETTINGS
@given(case=mutated())
def test_plain_lines_change_nothing(
    case: tuple[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = fresh(tmp_path_factory.mktemp("fuzz"))
    (folder / case[0]).write_bytes(case[1])
    quick = read_folder(folder, TODAY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "plain_lines", lambda _: PlainRuns(""))
        thorough = read_folder(folder, TODAY)
    assert quick.problems == thorough.problems
    assert quick.dataset == thorough.dataset


@_SETTINGS
@given(case=mutated())
def test_without_libyaml_the_same_files_are_good(
    case: tuple[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = fresh(tmp_path_factory.mktemp("fuzz"))
    (folder / case[0]).write_bytes(case[1])
    with_it = read_folder(folder, TODAY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "_Loader", yaml.SafeLoader)
        without = read_folder(folder, TODAY)
    _check(without.problems, folder)
    assert with_it.dataset == without.dataset
