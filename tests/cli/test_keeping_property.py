"""Whatever a keeper does in whatever order: the files parse, and a state is no change of itself."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dtcompare.analysis.changes import changes
from dtcompare.reading.load import Reading, read_folder
from tests.conftest import AS_OF, ROOT, Run

LIBRARIES = ROOT / "docs" / "libraries"
UNITS = ("harbour", "hill", "park", "former/quay", "national")
PERIODS = ("2022", "2024-06", "2025", "2025-Q4", "2026-02")
WORDS = ("value", "about", "over", "nearly", "at-least")
TEXTS = ("so far", "a: b", "x # y", "'", '"', "{", "- 1", "a\u200bb", "số liệu", "yes")

numbers = st.integers(-5, 120).map(str) | st.decimals(0, 99, places=1).map(str)
adds = st.tuples(
    st.just("add"), st.sampled_from(UNITS), st.sampled_from(("visits", "e-loans", "open-hours")),
    st.sampled_from(PERIODS), st.sampled_from(WORDS), numbers,
    st.sampled_from(("report-2025", "new-1", "new-2")), st.sampled_from(("", *TEXTS)),
    st.booleans(),
)  # fmt: skip
tables = st.tuples(
    st.just("import"),
    st.sampled_from(("visits", "open-hours")),
    st.sampled_from(PERIODS),
    st.lists(st.tuples(st.sampled_from(UNITS[:3]), numbers), min_size=1, max_size=4),
)
edits = st.tuples(
    st.just("edit"), st.sampled_from(UNITS[:3]), st.integers(0, 30),
    st.sampled_from(("delete", "double", "comment", "number", "crlf", "blank")),
)  # fmt: skip
steps = st.one_of(
    adds,
    tables,
    edits,
    st.tuples(st.just("new"), st.sampled_from(UNITS)),
    st.tuples(st.sampled_from(("revert", "keep"))),
)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of the data set by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def restore(folder: Path, kept: dict[str, bytes]) -> None:
    """The files as they were, and no others."""
    for path in files(folder):
        (folder / path).unlink()
    for path, data in kept.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def command_of(step: Sequence[Any], folder: Path) -> list[str]:
    """The command line of a step that a command does."""
    data = ["--data", str(folder)]
    page = ["--title", "T", "--publisher", "P", "--published", "2026-06"]
    if step[0] == "new":
        return ["new", step[1], *data]
    if step[0] == "import":
        table = folder.parent / "table.csv"
        rows = "".join(f"{unit},{number}\n" for unit, number in step[3])
        table.write_text(f"library,number\n{rows}", encoding="utf-8")
        what = ["--province", "library", "--indicator", step[1], "--value", "number"]
        source = ["--source", "table-1", *page, "--url", "https://example.org/table"]
        return ["import", str(table), *what, "--period", step[2], *source, "--yes", *data]
    _, unit, indicator, period, word, number, source, note, aim = step
    when = ["--target", "--by", "2030"] if aim else ["--period", period]
    more = ["--basis", "members"] if indicator == "e-loans" else []
    more += [*page, "--url", f"https://example.org/{source}"] if source != "report-2025" else []
    more += ["--note", note] if note else []
    return ["add", unit, indicator, f"--{word}={number}", *when, "--source", source, *more, *data]


def edit(folder: Path, unit: str, row: int, how: str) -> None:
    """A change by hand, right or wrong."""
    path = folder / "provinces" / f"{unit}.yaml"
    if not path.exists():
        return
    lines = path.read_bytes().decode().splitlines(keepends=True)
    at = row % max(len(lines), 1)
    line = lines[at] if lines else ""
    changed = {
        "delete": [],
        "double": [line, line],
        "comment": ["    # by hand\n", line],
        "number": [line.replace("5", "6")],
        "crlf": [line.replace("\r\n", "\n").replace("\n", "\r\n")],
        "blank": ["\n", line],
    }[how]
    path.write_bytes("".join([*lines[:at], *changed, *lines[at + 1 :]]).encode())


def hold_to_itself(reading: Reading, folder: Path) -> None:
    """A state that can be read, read again, is no change."""
    if reading.dataset is not None:
        again = read_folder(folder, AS_OF).dataset
        assert again is not None
        assert changes(reading.dataset, again, as_of=AS_OF).empty


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(steps, min_size=1, max_size=8))
def test_any_sequence_leaves_files_that_parse(run: Run, done: list[Sequence[Any]]) -> None:
    """A command that is done leaves no error; one that is refused leaves every byte."""
    with TemporaryDirectory() as home:
        folder = Path(shutil.copytree(LIBRARIES, Path(home) / "data"))
        kept = files(folder)
        for step in done:
            before = files(folder)
            if step[0] == "edit":
                edit(folder, *step[1:])
            elif step[0] == "revert":
                restore(folder, kept)
            elif step[0] == "keep":
                kept = before
            else:
                code = run(*command_of(step, folder))[0]
                after = read_folder(folder, AS_OF)
                if code == 0:
                    assert after.dataset is not None, after.problems
                else:
                    assert code in (1, 2, 3)
                    assert files(folder) == before
            hold_to_itself(read_folder(folder, AS_OF), folder)
        restore(folder, kept)
        assert files(folder) == kept


@pytest.mark.parametrize("folder", [LIBRARIES, ROOT / "docs" / "example"], ids=lambda f: f.name)
def test_a_state_is_no_change_of_itself(folder: Path) -> None:
    hold_to_itself(read_folder(folder, AS_OF), folder)
