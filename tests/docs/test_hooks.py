"""The hooks that are offered see every change of the data, also a file that is gone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.reading.country import COUNTRY

PAGE = ROOT / "docs" / "maintaining.md"


def hooks() -> list[Any]:
    """Every hook that runs a program: those of the repository, and the one of the page."""
    own: list[Any] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for block in re.findall(
        r"```yaml\n(repos:.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    ):
        own += [h for repo in yaml.safe_load(block)["repos"] for h in repo["hooks"] if "entry" in h]
    return own


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: f"{hook['id']} {hook['language']}")
def test_a_hook_is_not_skipped_when_files_are_only_deleted(hook: Any) -> None:
    """pre-commit hands over no deleted file: what asks for files would be skipped."""
    assert hook["always_run"] is True
    assert hook["pass_filenames"] is False
    assert "files" not in hook


def test_there_are_hooks() -> None:
    assert [hook["id"] for hook in hooks()] == [
        "dtcompare-check", "dtcompare-diff", "dtcompare-check",
    ]  # fmt: skip


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("place", ["clone", "worktree"])
def test_a_commit_that_deletes_what_is_cited_is_stopped(place: str, tmp_path: Path) -> None:
    """A province without a file has no figures, which is no error; a figure needs its page."""
    base, own = tmp_path / "base", tmp_path / "own"

    def git(*words: str, folder: Path = own) -> int:
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        done = subprocess.run(
            ["git", *settings, *words], cwd=folder, check=False, capture_output=True
        )
        return done.returncode

    shutil.copytree(COUNTRY, base / "data")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "Data")):
        assert git(*words, folder=base) == 0
    made = ("clone", "-q", ".") if place == "clone" else ("worktree", "add", "-q", "-b", "own")
    assert git(*made, str(own), folder=base) == 0
    hook = (own if place == "clone" else base) / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    program = Path(sys.executable).as_posix()
    hook.write_text(f'#!/bin/sh\nexec "{program}" -m dtcompare check data\n', encoding="utf-8")
    hook.chmod(0o755)
    assert git("rm", "-q", "data/provinces/former/west.yaml", "data/scores/digital.yaml") == 0
    assert git("commit", "-q", "-m", "A province") == 0
    assert git("rm", "-q", "data/sources.yaml") == 0
    assert git("commit", "-q", "-m", "The pages of all") == 1
