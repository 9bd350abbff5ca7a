"""``--version``: program, data and Python, also where there are no data."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dtcompare import __version__
from dtcompare.reading.folder import read_release
from tests.conftest import DATA, Run


def test_version_names_program_data_and_python(run: Run) -> None:
    code, out, err = run("--data", str(DATA), "--version", as_of=None)
    assert (code, err) == (0, "")
    program, data, python = out.splitlines()
    assert program == f"dtcompare {__version__}"
    assert data == f"Data 2026.11: {DATA}"
    assert python == f"Python {sys.version.split()[0]} ({sys.platform})"


def test_version_is_said_where_there_are_no_data(run: Run, tmp_path: Path) -> None:
    code, out, err = run("--data", str(tmp_path), "--version", as_of=None)
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["dtcompare", "Python"]


@pytest.mark.parametrize(
    ("text", "release"),
    [
        ('name: A\nrelease: "2026.11"\n', "2026.11"),
        ("release: '1'  # the first\n", "1"),
        ("release: 2026.11\n", "2026.11"),
        ("name: A\n", ""),
    ],
)
def test_the_release_is_read_from_its_line(tmp_path: Path, text: str, release: str) -> None:
    (tmp_path / "dataset.yaml").write_text(text, encoding="utf-8")
    assert read_release(str(tmp_path)) == release
