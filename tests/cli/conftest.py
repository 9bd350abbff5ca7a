"""Data sets in the working folder, and repositories around them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ARTICLES, DATA

GIT = shutil.which("git")
Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in the folder of the test; what it prints."""
    if GIT is None:
        pytest.skip("git is not installed")
    who = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org")

    def go(*words: str, folder: Path = tmp_path) -> str:
        done = subprocess.run(
            [GIT, "-C", str(folder), *who, *words], check=True, capture_output=True, text=True
        )
        return done.stdout

    return go


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data set of the five articles, in the working folder."""
    shutil.copytree(ARTICLES, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: Git) -> Path:
    """The shipped data as the first revision of a repository, in the working folder."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("config", "core.autocrlf", "false")
    git("add", ".")
    git("commit", "-q", "-m", "All")
    return tmp_path / "data"


@pytest.fixture
def committed(small: Path, git: Git) -> Path:
    """The same, as the first revision of a repository."""
    git("init", "-q", "-b", "main")
    git("config", "core.autocrlf", "false")
    git("add", ".")
    git("commit", "-q", "-m", "All")
    return small
