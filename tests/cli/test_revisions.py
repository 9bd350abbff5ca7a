"""What ``diff`` and ``check --changed`` compare with: branches, ranges, first commits, folders."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import GIT, Git
from tests.conftest import Run

E_RESULTS = ("add", "phu-tho", "e-results", "--value", "91", "--period", "2026-01")
FIBRE = ("add", "ha-noi", "fibre", "--value", "91", "--period", "2025-12")
KNOWN = ("--source", "dnvn-2026-02")
OWN = ("--source", "s-1", "--title", "T", "--publisher", "P", "--published", "2026-02",
       "--url", "https://example.org/1")  # fmt: skip


def told(run: Run, *words: str) -> Any:
    """The parsed JSON of ``diff``."""
    code, out, err = run("diff", *words, "-f", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def lines(found: Any) -> list[tuple[str, str, str]]:
    """What happened to which figure of whom."""
    return [(line["change"], line["province"], line["indicator"]) for line in found["lines"]]


MINE = [("added", "phu-tho", "e-results")]
THEIRS = [("added", "hung-yen", "e-results")]


@pytest.fixture
def behind(run: Run, committed: Path, git: Git) -> Path:
    """A branch with one figure, behind a main that has gained another since."""
    git("checkout", "-q", "-b", "mine")
    assert run(*E_RESULTS, *KNOWN)[0] == 0
    git("commit", "-q", "-a", "-m", "Mine")
    git("checkout", "-q", "main")
    assert run("add", "hung-yen", *E_RESULTS[2:], *OWN)[0] == 0
    git("commit", "-q", "-a", "-m", "Theirs")
    git("checkout", "-q", "mine")
    return committed


@pytest.mark.usefixtures("behind")
def test_a_branch_behind_main_is_compared_with_the_commit_both_have(run: Run, git: Git) -> None:
    """Main's new figure is nothing that this branch removes."""
    found = told(run, "main")
    assert lines(found) == MINE
    assert found["filters"] == {
        "from": "main", "to": None, "base": git("merge-base", "main", "mine").strip(),
    }  # fmt: skip
    assert run("check", "--changed=main")[1] == "no problems in 1 file.\n"


@pytest.mark.usefixtures("behind")
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("main...mine",), MINE),
        (("main...",), MINE),
        (("mine...main",), THEIRS),
        (("main..mine",), [("removed", "hung-yen", "e-results"), *MINE]),
        (("main..",), [("removed", "hung-yen", "e-results"), *MINE]),
        (("..main",), [*THEIRS, ("removed", "phu-tho", "e-results")]),
        (("main", "--to", "mine"), [("removed", "hung-yen", "e-results"), *MINE]),
        (("HEAD", "--to", "HEAD^"), [("removed", "phu-tho", "e-results")]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value[0], str) else "",
)
def test_ranges(run: Run, words: tuple[str, ...], wanted: list[tuple[str, str, str]]) -> None:
    """Three dots: since the commit that both have; two, or --to: just these two."""
    assert sorted(lines(told(run, *words))) == sorted(wanted)


@pytest.mark.usefixtures("behind")
def test_a_range_says_both_sides(run: Run) -> None:
    code, out, err = run("diff", "main...mine", "--to", "main")
    assert (code, out) == (2, "")
    assert "main...mine says both sides already; leave out --to" in err


def test_a_shallow_clone_that_lacks_the_common_commit(
    run: Run, behind: Path, git: Git, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git("clone", "-q", "--depth", "1", "--no-single-branch", tmp_path.as_uri(), str(clone))
    assert behind.is_dir()
    code, out, err = run("diff", "origin/main", "--data", str(clone / "data"))
    assert (code, out) == (2, "")
    assert "no commit that origin/main and HEAD have in common" in err
    assert "git fetch --deepen=50" in err
    git("fetch", "-q", "--deepen=50", folder=clone)
    assert lines(told(run, "origin/main", "--data", str(clone / "data"))) == MINE


def test_branches_with_nothing_in_common(run: Run, committed: Path, git: Git) -> None:
    """There is nothing better to compare with than the revision itself."""
    git("checkout", "-q", "--orphan", "other")
    assert committed.is_dir()
    assert run(*E_RESULTS, *KNOWN)[0] == 0
    git("add", ".")
    git("commit", "-q", "-m", "Anew")
    assert lines(told(run, "main")) == MINE


# --- errors


def test_errors_of_an_old_revision_are_told_as_its_own(run: Run, committed: Path, git: Git) -> None:
    """Each names the revision as git does; the files at hand are right."""
    file = committed / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("about: 960000", "about: 960.000"), encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Broken")
    file.write_text(text, encoding="utf-8")
    code, out, err = run("diff")
    assert (code, out) == (1, "")
    first, last = err.splitlines()
    assert first.startswith("HEAD:data/provinces/phu-tho.yaml:")
    assert last == (
        "dtcompare: these errors are in HEAD, not in the files at hand; "
        "nothing can be compared with it"
    )
    assert run("diff", "HEAD^")[0] == 0


def test_errors_of_the_files_at_hand_are_told_as_ever(run: Run, committed: Path) -> None:
    file = committed / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("about: 960000", "about: 960.000"), encoding="utf-8")
    code, out, err = run("diff")
    assert (code, out) == (1, "")
    assert err.startswith("provinces/phu-tho.yaml:")
    assert "HEAD" not in err


@pytest.mark.skipif(sys.platform == "win32" or GIT is None, reason="a script in place of git")
@pytest.mark.usefixtures("committed")
def test_gits_own_reason_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not that there is no repository, when git does not want to look into it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "git"
    script.write_text(
        "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/r'\" >&2\n"
        "echo 'call: git config --global --add safe.directory /r' >&2\nexit 128\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    for words in (("diff",), ("check", "--changed")):
        code, out, err = run(*words)
        assert (code, out) == (2, "")
        assert "git cannot tell: detected dubious ownership in repository at '/r'" in err
        assert "git config --global --add safe.directory /r" in err


def test_a_damaged_repository_is_told_in_gits_words(
    run: Run, committed: Path, git: Git, tmp_path: Path
) -> None:
    """A tree that is gone is not a data set that was not there."""
    tree = git("rev-parse", "HEAD^{tree}").strip()
    object = tmp_path / ".git" / "objects" / tree[:2] / tree[2:]
    object.chmod(0o644)
    object.unlink()
    assert committed.is_dir()
    code, out, err = run("diff")
    assert (code, out) == (2, "")
    assert "git cannot tell: " in err


# --- beginnings


def test_before_the_first_commit_there_was_nothing(run: Run, small: Path, git: Git) -> None:
    """Everything is new, and the command does not fail: the first pull request is one too."""
    git("init", "-q", "-b", "main")
    found = told(run)
    assert {line["change"] for line in found["lines"]} == {"added"}
    assert found["filters"]["base"] is None
    assert run("check", "--changed")[1].endswith(" 9 files.\n")
    git("add", ".")
    git("commit", "-q", "-m", "All")
    assert small.is_dir()
    for words in (("HEAD^",), ("HEAD~1",), ("HEAD^1", "--to", "HEAD"), ("HEAD^..HEAD",)):
        assert told(run, *words)["lines"] == found["lines"], words
    assert run("diff", "HEAD^^")[0] == 2
    assert run("diff", "nowhere^")[0] == 2


def test_the_commit_that_brings_the_data_set(run: Run, small: Path, git: Git) -> None:
    """A repository of something else before; then the data."""
    shutil.move(small, small.parent / "later")
    (small.parent / "README").write_text("nothing yet\n")
    git("init", "-q", "-b", "main")
    git("add", "README")
    git("commit", "-q", "-m", "Begin")
    shutil.move(small.parent / "later", small)
    found = told(run)
    assert len(found["lines"]) > 20
    assert {line["change"] for line in found["lines"]} == {"added"}
    git("add", ".")
    git("commit", "-q", "-m", "Data")
    assert told(run, "HEAD^..HEAD")["lines"] == found["lines"]
    assert {line["change"] for line in told(run, "HEAD..HEAD^")["lines"]} == {"removed"}
    assert run("diff", "HEAD^", "--to", "HEAD^")[0] == 2


def test_a_moved_folder_is_the_same_data_set(run: Run, committed: Path, git: Git) -> None:
    """Moved, and one figure more: one figure more. Another data set beside it is not taken."""
    shutil.copytree(committed, committed.parent / "example")
    git("add", ".")
    git("commit", "-q", "-m", "An example")
    (committed.parent / "kept").mkdir()
    git("mv", "data", "kept/data")
    moved = committed.parent / "kept" / "data"
    assert run(*E_RESULTS, *KNOWN, "--data", str(moved))[0] == 0
    assert lines(told(run, "HEAD", "--data", str(moved))) == MINE
    assert run("check", "--changed", "--data", str(moved))[1] == "no problems in 1 file.\n"
    git("commit", "-q", "-a", "-m", "Moved")
    assert lines(told(run, "HEAD^..HEAD", "--data", str(moved))) == MINE
