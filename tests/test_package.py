"""What is built: the wheel holds the package and its data, the source everything; told once."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytest.importorskip("hatchling", reason="hatchling is not installed")

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _tracked() -> set[str]:
    """Return every file of the repository; skips outside of one."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    asked = [git, "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, capture_output=True, check=True, encoding="utf-8").stdout
    return {line for line in listed.splitlines() if (ROOT / line).exists()}


def _built(builder: SdistBuilder | WheelBuilder) -> set[str]:
    """Return the files that a builder takes, by where they land."""
    files = builder.recurse_included_files()
    return {Path(file.distribution_path).as_posix() for file in files}


def test_the_source_holds_every_file() -> None:
    """Tests, pages and workflows too: it can be checked as the clone can."""
    assert _tracked() - _built(SdistBuilder(str(ROOT))) == set()


def test_the_wheel_holds_the_package_and_its_data() -> None:
    """Words, templates, the data set with its licence; that of the fonts is among the metadata."""
    wheel = _built(WheelBuilder(str(ROOT)))
    wanted = {path for path in _tracked() if path.startswith(("dtcompare/", "data/"))}
    wanted.remove("dtcompare/charts/fonts/OFL.txt")
    assert wheel == {re.sub(r"^data/", "dtcompare/data/", path) for path in wanted}
    assert {"dtcompare/py.typed", "dtcompare/words/vi.txt", "dtcompare/data/register.yaml"} <= wheel


def test_every_licence_named_is_there() -> None:
    assert [name for name in _PROJECT["license-files"] if not (ROOT / name).is_file()] == []


def test_the_minor_versions_are_those_that_are_tested() -> None:
    """The classifiers, requires-python and the matrix of the workflow agree."""
    classifiers = " ".join(_PROJECT["classifiers"])
    minors = re.findall(r"Python :: (3\.\d+)", classifiers)
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    matrix = re.search(r"python: \[(.*)\]", workflow)
    assert matrix
    assert re.findall(r"3\.\d+", matrix[1]) == minors
    assert _PROJECT["requires-python"] == f">={minors[0]}"


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")))
def test_actions_are_pinned_to_a_commit(path: Path) -> None:
    """By the whole hash, with the version beside it."""
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"\S+@[0-9a-f]{40} # v[\d.]+", line)] == []
