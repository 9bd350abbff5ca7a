"""docs/tutorial.md: every command on it is run, section by section, as a reader would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.runs import AS_OF_EPOCH
from tests.conftest import DATA, ROOT

_TEXT = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
_SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", _TEXT, re.MULTILINE | re.DOTALL))
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What a test does not do: install, and fetch from the net.
_NOT_RUN = re.compile(r"^(?:pipx install|git clone) .*$", re.MULTILINE)

_WHO = ("AUTHOR", "COMMITTER")

# What each section leaves behind for the reader.
_MADE = {
    "From a question to a page": (
        "kinh-te-so.pdf",
        "chi-tieu.png",
        "quang-ninh.docx",
        "kinh-te-so.xlsx",
    ),
    "From an article to a merged figure": ("dtcompare/data/provinces/phu-tho.yaml",),
    "A data set of your own": ("westhaven/data/provinces/park.yaml", "westhaven/open-hours.svg"),
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A reader's machine: dtcompare on the path, a name for git, a clone with the fixed data."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "dtcompare"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dtcompare "$@"\n', "utf-8")
    program.chmod(0o755)
    clone = tmp_path / "home" / "dtcompare"
    shutil.copytree(DATA, clone / "data")
    names = {f"GIT_{who}_{what}": "x@example.org" for who in _WHO for what in ("NAME", "EMAIL")}
    found = {
        **os.environ,
        **names,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": AS_OF_EPOCH,
    }
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "All")):
        subprocess.run(["git", "-C", str(clone), *words], check=True, env=found)
    return found


@pytest.mark.skipif(
    os.name != "posix" or not shutil.which("bash") or not shutil.which("git"),
    reason="the page is typed into bash, with git",
)
@pytest.mark.parametrize("title", _SECTIONS)
def test_every_command_works(title: str, environment: dict[str, str], tmp_path: Path) -> None:
    """Each says something or makes its file, and none fails."""
    for module in ("docx", "openpyxl"):
        pytest.importorskip(module)
    home = tmp_path / "home"
    if title == next(iter(_SECTIONS)):
        environment["DTCOMPARE_DATA"] = str(DATA)
    script = "set -e\n" + _NOT_RUN.sub("", "".join(_BLOCK.findall(_SECTIONS[title])))
    done = subprocess.run(
        ["bash", "-c", script], cwd=home, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    for name in _MADE[title]:
        assert (home / name).stat().st_size > 200, name


def test_the_sections_are_those_whose_results_are_looked_at() -> None:
    assert set(_SECTIONS) == set(_MADE)
