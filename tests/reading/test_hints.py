"""Slips that are told with what to write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dtcompare.reading.load import read_folder
from dtcompare.view.problems import problem_line
from tests.conftest import ROOT
from tests.reading.country import TODAY

HARBOUR = "provinces/harbour.yaml"


@pytest.fixture
def libraries(tmp_path: Path) -> Path:
    """A copy of the libraries."""
    return Path(shutil.copytree(ROOT / "docs" / "libraries", tmp_path / "libraries"))


def told(folder: Path) -> list[str]:
    """What is wrong, a line each."""
    return [problem_line(problem, "en") for problem in read_folder(folder, TODAY).problems]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("published: 2026-03-01", "published: Unknown", "write unknown [bad-date]"),
        ("published: 2026-03-01", "published: unstated", "write unknown [bad-date]"),
        ("published: 2026-03-01", "published: n/a", "write unknown [bad-date]"),
        ("{period: 2025, value: 31", "{period: UNSTATED, value: 31", "write unstated [bad-date]"),
        ("{period: 2025, value: 31", "{period: unknown, value: 31", "write unstated [bad-date]"),
        ("value: 31", "value: −3", "the minus of a keyboard; write -3 [want-number]"),
        ("value: 31", 'value: "−3,5"', "the minus of a keyboard; write -3.5 [want-number]"),
        ("value: 31", "value: –3", "the minus of a keyboard; write -3 [want-number]"),
        ("value: 31", "value: +3", "a number has no plus sign; write 3 [want-number]"),
        ("value: 31", "value: +3.5", "a number has no plus sign; write 3.5 [want-number]"),
        ("url: https://", "url: HTTPS://", "write https://example.org/harbour-2025 [bad-url]"),
        ("url: https://", "url: Http://", "write http://example.org/harbour-2025 [bad-url]"),
        ("url: https://", "url: www.", "write https://www.example.org/harbour-2025 [bad-url]"),
        (
            "value: 31, basis: members, source: report-2025",
            "value: 31, basis: members, source: harbour/report-2025",
            "is how outputs call this source; write report-2025 [unknown-source]",
        ),
        (
            "value: 31, basis: members, source: report-2025",
            "value: 31, basis: members, source: hill/report-2025",
            "'hill/report-2025' would be a source of provinces/hill.yaml",
        ),
        (
            "value: 31, basis: members, source: report-2025",
            "value: 31, basis: members, source: sources/report-2024",
            "would be a source of sources.yaml",
        ),
    ],
)
def test_what_to_write_is_told(libraries: Path, old: str, new: str, hint: str) -> None:
    file = libraries / HARBOUR
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    (line,) = told(libraries)
    assert line.startswith(f"{HARBOUR}:")
    assert hint in line


@pytest.mark.parametrize("section", ["values", "targets"])
def test_an_empty_section_is_told(libraries: Path, section: str) -> None:
    (libraries / HARBOUR).write_text(f"name: Harbour\n{section}: {{}}\n", encoding="utf-8")
    (line,) = told(libraries)
    assert line.startswith(f"{HARBOUR}:2:{len(section) + 3}: error: '{section}' is empty; fill it ")


@pytest.mark.parametrize("text", ["", "\n", "# later\n"])
def test_an_empty_file_is_told(libraries: Path, text: str) -> None:
    (libraries / HARBOUR).write_text(text, encoding="utf-8")
    assert told(libraries) == [
        f"{HARBOUR}:1:1: error: the file is empty; fill it in or delete it [empty]"
    ]
