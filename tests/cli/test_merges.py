"""Two branches with one figure each merge without a conflict; nothing tracked counts figures."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from scripts import docs
from tests.cli.conftest import Git
from tests.conftest import ROOT, SHIPPED, Run

OWN = ("--title", "T", "--publisher", "P", "--published", "2026-02")
PAGE = ("--source", "s-1", *OWN, "--url", "https://example.org/1")
OTHER = ("--source", "s-2", *OWN, "--url", "https://example.org/2")
FIGURE = ("--value", "91", "--period", "2026-01")


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("phu-tho", "e-results"), ("hung-yen", "e-results")),
        (("phu-tho", "e-results"), ("phu-tho", "online-filing")),
        (("an-giang", "e-results"), ("bac-ninh", "e-results")),
    ],
    ids=["two provinces", "one province", "two new files"],
)
def test_two_branches_merge_and_pass(
    run: Run, git: Git, one: tuple[str, str], other: tuple[str, str]
) -> None:
    """Each adds a figure with a page; where both write to one file the pages are known ones."""
    known = ("--source", "dnvn-2026-02") if one[0] == other[0] else None
    git("checkout", "-q", "-b", "one")
    assert run("add", *one, *FIGURE, *(known or PAGE))[0] == 0
    git("add", ".")
    git("commit", "-q", "-m", "One")
    git("checkout", "-q", "-b", "other", "main")
    assert run("add", *other, *FIGURE, *(known or OTHER))[0] == 0
    git("add", ".")
    git("commit", "-q", "-m", "Other")
    git("merge", "-q", "--no-edit", "one")
    assert run("check")[0] == 0
    assert "2 figures added" in run("diff", "main")[1]


def test_no_tracked_page_is_written_from_the_data_that_grow() -> None:
    """Commands on the pages run on the data that do not move; no page shows another file."""
    found = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    ).stdout.split()
    parts: set[str] = set()
    for path in docs.pages():
        parts |= set(re.findall(r"<!-- begin: (.+?) -->", path.read_text(encoding="utf-8")))
    assert [part for part in parts if part.startswith(("file data/", "data "))] == []
    assert [part for part in parts if "--data data" in part] == []
    assert [path for path in found if path.startswith("data/") and not is_written(path)] == []


def is_written(path: str) -> bool:
    """Whether people write the file, or it follows from the catalogue alone."""
    name = path.removeprefix("data/")
    return Path(name).suffix in (".yaml", ".md", "") or name.startswith("schema/")


def test_the_schemas_follow_from_what_is_declared_alone() -> None:
    """No figure, no target and no page of a province is in them."""
    text = "".join(path.read_text(encoding="utf-8") for path in (SHIPPED / "schema").glob("*"))
    for file in (SHIPPED / "provinces").glob("*.yaml"):
        ids = re.findall(
            r"^  ([a-z0-9-]+-20[0-9-]+):$", file.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert [id for id in ids if f'"{id}"' in text] == []
