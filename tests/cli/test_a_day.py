"""The maintainer's day of docs/maintaining.md for a data set begun in an empty folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Git
from tests.conftest import ROOT, Run

LIBRARIES = ROOT / "docs" / "libraries"
PAGE = ("--title", "In figures", "--publisher", "Council", "--published", "2026-04")
HOURS = ("open-hours", "--period", "2025", "--source", "r-2025", *PAGE)


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: Git) -> Path:
    """A new repository with the three files that people write; no province has a file."""
    (tmp_path / "data").mkdir()
    for name in ("dataset", "indicators", "register"):
        shutil.copy(LIBRARIES / f"{name}.yaml", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    return tmp_path / "data"


def add(run: Run, unit: str, hours: str) -> int:
    """The exit code of adding the hours of one library."""
    return run("add", unit, *HOURS, "--value", hours, "--url", f"https://example.org/{unit}")[0]


def told(run: Run, *words: str) -> Any:
    """The parsed JSON of ``diff``."""
    code, out, err = run("diff", *words, "-f", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_from_three_files_to_a_ranking(run: Run, begun: Path, git: Git) -> None:
    """Begun, filled, checked and compared, the first commit too; each step says what comes next."""
    out = run("check")[1]
    assert "provinces:1:1: error: missing; dtcompare new NAME begins it" in out
    assert run("new", "harbour")[0] == 0
    assert run("check")[1] == "no problems in 4 files.\n"
    assert add(run, "harbour", "52") == 0
    assert run("schema", "--write")[0] == 0
    assert (begun / "schema" / "province.schema.json").is_file()
    found = told(run)
    assert [line["province"] for line in found["lines"]] == ["harbour"]
    assert ("dataset.yaml", None, "dataset.yaml") in {
        (word["file"], word["old"], word["new"]) for word in found["words"]
    }
    git("add", ".")
    git("commit", "-q", "-m", "First")
    assert "Nothing changed." in run("diff", "--fail-on-change")[1]
    git("checkout", "-q", "-b", "more")
    for unit, hours in (("hill", "40"), ("park", "48")):
        assert add(run, unit, hours) == 0
    assert run("check", "--changed=main")[1] == "no problems in 2 files.\n"
    found = told(run, "main")
    assert found["ranked"] == ["open-hours"]
    assert [(m["province"], m["new_rank"]) for m in found["moves"]] == [
        ("harbour", 1), ("park", 2), ("hill", 3),
    ]  # fmt: skip


def in_worktree(git: Git, home: Path) -> Path:
    """The data set in another worktree."""
    git("worktree", "add", "-q", "-b", "other", str(home / "tree"))
    return home / "tree"


def in_clone(git: Git, home: Path) -> Path:
    """The data set in a clone."""
    git("clone", "-q", home.as_uri(), str(home / "clone"))
    return home / "clone"


def in_shallow_clone(git: Git, home: Path) -> Path:
    """The data set in a clone of the last commit alone."""
    git("clone", "-q", "--depth", "1", home.as_uri(), str(home / "clone"))
    return home / "clone"


@pytest.mark.parametrize("go", [in_worktree, in_clone, in_shallow_clone])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_the_same_day_elsewhere(
    run: Run, begun: Path, git: Git, monkeypatch: pytest.MonkeyPatch,
    go: Callable[[Git, Path], Path], end: str,
) -> None:  # fmt: skip
    """One figure more is one figure more, whatever the line ends."""
    git("config", "core.autocrlf", "false")
    assert add(run, "harbour", "52") == 0
    git("add", ".")
    git("commit", "-q", "-m", "First")
    place = go(git, begun.parent)
    monkeypatch.chdir(place)
    for path in (place / "data").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
    assert "Nothing changed." in run("diff", "--fail-on-change")[1]
    assert run("check", "--changed")[1] == "no problems in 0 files.\n"
    assert add(run, "park", "48") == 0
    assert [line["province"] for line in told(run)["lines"]] == ["park"]
    assert run("check", "--changed")[1] == "no problems in 1 file.\n"
