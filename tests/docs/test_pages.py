"""README.md and docs/: their generated parts are fresh, their links lead somewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from dtcompare import __version__
from dtcompare.model.dataset import Dataset
from dtcompare.view.documents.schemas import DOCUMENTS
from scripts import counts_page, data_page, docs
from tests.conftest import ROOT

PAGES = (
    *docs.pages(),
    *(
        ROOT / name
        for name in ("CHANGELOG.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md")
    ),
)

_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# Where the pages of the project stand for those who read them elsewhere.
_HOMES = (
    "https://github.com/dtcompare/dtcompare/blob/main/",
    "https://raw.githubusercontent.com/dtcompare/dtcompare/main/",
)
_MARKER = re.compile(r"<!-- (begin|end): (.+?) -->")


def prose(path: Path) -> str:
    """A page without its blocks of code."""
    return _BLOCK.sub("", path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = _HEADING.findall(prose(path))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", docs.pages(), ids=lambda path: path.name)
def test_generated_parts_are_fresh(path: Path) -> None:
    """``python scripts/docs.py`` would change nothing."""
    if "<!-- begin: review -->" in path.read_text(encoding="utf-8") and not shutil.which("git"):
        pytest.skip("git is not installed")
    assert docs.stale([path]) == ()


@pytest.mark.parametrize("path", docs.pages(), ids=lambda path: path.name)
def test_markers_come_in_pairs(path: Path) -> None:
    """Every generated part that begins ends, and none stands in another."""
    found = _MARKER.findall(path.read_text(encoding="utf-8"))
    assert [kind for kind, _ in found] == ["begin", "end"] * (len(found) // 2)
    assert [name for _, name in found[::2]] == [name for _, name in found[1::2]]


def test_a_stale_page_is_named(tmp_path: Path) -> None:
    """A part that somebody changed by hand is found and written anew."""
    page = tmp_path / "page.md"
    page.write_text("<!-- begin: keys change -->\nold\n<!-- end: keys change -->\n", "utf-8")
    assert docs.stale([page]) == (page,)
    assert "| `since` |" in docs.renewed(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every link to a file of the project finds it, and its heading if it names one."""
    for link in _LINK.findall(prose(path)):
        home = next((home for home in _HOMES if link.startswith(home)), "")
        if link.startswith("https://") and not home:
            continue
        target, _, anchor = link.removeprefix(home).partition("#")
        folder = ROOT if home else path.parent
        found = (folder / target).resolve() if target else path
        assert found.exists(), link
        if anchor:
            assert anchor in anchors(found), link


def test_every_page_is_listed() -> None:
    """docs/README.md leads to every other page."""
    links = set(_LINK.findall(prose(ROOT / "docs" / "README.md")))
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"} <= links


def test_every_schema_has_its_part() -> None:
    """docs/json.md has a heading for every command that writes JSON."""
    assert set(DOCUMENTS) <= anchors(ROOT / "docs" / "json.md")


def test_every_key_of_a_data_file_is_explained() -> None:
    """The keys on the page are those the reader knows, and every table of keys is on the page."""
    assert data_page.undescribed() == {}
    text = (ROOT / "docs" / "data-format.md").read_text(encoding="utf-8")
    assert [name for name in data_page.RECORDS if f"<!-- begin: keys {name} -->" not in text] == []


def test_counts_are_those_of_the_data(shipped: Dataset) -> None:
    """The figures counted are all there are, and the groups add up to them."""
    total = sum(len(lines.figures) for _, lines in shipped.all_lines())
    found = re.search(r"Figures \| (\d+): (\d+) .*?, (\d+) .*?, (\d+) ", counts_page.held())
    assert found
    whole, *parts = map(int, found.groups())
    groups = re.findall(r"\| (\d+) \| \d+ \|$", counts_page.reported(), re.MULTILINE)
    assert whole == sum(parts) == sum(map(int, groups)) == total


def test_the_tracked_page_counts_nothing() -> None:
    """Each table has its place; the numbers stand in the page that is published alone."""
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    assert re.findall(r"<!-- counts: (\w+) -->", text) == ["held", "reported", "omitted", "weak"]
    assert "| " not in text
    page = counts_page.counted(text)
    assert "<!-- counts" not in page
    for table in (counts_page.held(), counts_page.omitted(), counts_page.weak()):
        assert table in page


def test_rows_left_out_are_counted_by_reason() -> None:
    """Every row of data/OMITTED.md stands under a reason and is counted once."""
    rows = re.findall(r"^- ", (ROOT / "data" / "OMITTED.md").read_text("utf-8"), re.MULTILINE)
    counted = re.findall(r"\| (\d+) \|$", counts_page.omitted(), re.MULTILINE)
    assert sum(map(int, counted)) == len(rows)


def test_the_front_page_reads_the_same_on_a_package_index() -> None:
    """Every link and picture is absolute, and it is no longer than a reader has patience for."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [link for link in _LINK.findall(text) if not link.startswith("https://")] == []
    assert len(text.splitlines()) < 150


@pytest.mark.parametrize(
    "line",
    [
        (
            'python3 -m venv .venv && .venv/bin/pip install ".[office,report]"'
            " && .venv/bin/dtcompare rank 5g"
        ),
        "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest",
    ],
)
def test_the_two_commands_stand_alone_in_a_block(line: str) -> None:
    """The README's commands are there letter by letter, each to be copied whole."""
    assert f"```sh\n{line}\n```" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_map_of_the_folders_is_true() -> None:
    """CONTRIBUTING.md names every folder and file of the package's first level, and no other."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?`) \| .* \|$", text.partition("## How the code")[2], re.MULTILINE)
    named = {name for row in rows if "NAME" not in row for name in re.findall(r"`([^`]+)`", row)}
    found = {
        f"{path.name}/"
        for path in (ROOT / "dtcompare").iterdir()
        if (path / "__init__.py").exists()
    }
    found |= {path.name for path in (ROOT / "dtcompare").glob("*.py")} - {"__init__.py"}
    assert named == found


def test_the_citation_is_of_this_version() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in text
