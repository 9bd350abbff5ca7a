"""``diff`` of a whole table: 34 units with 20 indicators each, a page on the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git
from tests.conftest import Run

UNITS, INDICATORS = 34, 20


def write_table(folder: Path, last: int) -> None:
    """A made-up data set with figures from 2022 to ``last``; the order turns round each year."""
    (folder / "provinces").mkdir(parents=True, exist_ok=True)
    declared = "".join(
        f"  i{n}: {{name: Share {n}, group: g, unit: percent, better: higher}}\n"
        for n in range(INDICATORS)
    )
    (folder / "indicators.yaml").write_text(
        "groups:\n  g: G\nunits:\n  percent: {symbol: '%', min: 0, max: 100}\nindicators:\n"
        + declared
    )
    listed = "".join(f"  u{n}: {{name: Unit {n}}}\n" for n in range(UNITS))
    (folder / "register.yaml").write_text(f"provinces:\n{listed}")
    for unit in range(UNITS):
        page = f"    published: 2026-08-01\n    url: https://example.org/{unit}\n"
        head = f"name: Unit {unit}\nsources:\n  s:\n    title: T\n    publisher: P\n"
        lines = [head, page, "values:\n"]
        for indicator in range(INDICATORS):
            lines.append(f"  i{indicator}:\n")
            for year in range(2022, last + 1):
                number = 30 + (unit if year % 2 else UNITS - unit)
                lines.append(f"    - {{period: {year}, value: {number}, source: s}}\n")
        (folder / "provinces" / f"u{unit}.yaml").write_text("".join(lines))


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: Git) -> Path:
    """680 figures more than the last commit has."""
    write_table(tmp_path / "data", 2024)
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "To 2024")
    write_table(tmp_path / "data", 2025)
    return tmp_path / "data"


@pytest.mark.usefixtures("table")
def test_a_long_change_is_told_by_indicator_on_a_page(run: Run) -> None:
    """How many figures are new, how many move, who moves most; the rest is named."""
    for words in (("diff",), ("diff", "-f", "table")):
        code, out, err = run(*words)
        assert (code, err) == (0, "")
        assert len(out.splitlines()) <= 40
        assert "680 figures added; 34 provinces move in a ranking." in out
        row = next(line for line in out.splitlines() if line.startswith("Share 7 "))
        assert row.split()[2:4] == ["34", "34"]
        assert "Unit 33: 34 of 34 → 1 of 34" in row
        assert "Figures and targets (680), Places that move (680)" in out
    assert "Thêm 680 số liệu" in run("diff", "--lang", "vi")[1]


@pytest.mark.usefixtures("table")
def test_a_long_change_is_whole_where_it_is_asked_for(run: Run) -> None:
    """In JSON, in the summary of a CI run, and with --full."""
    found = json.loads(run("diff", "-f", "json")[1])
    assert (len(found["lines"]), len(found["moves"])) == (680, 680)
    for words in (("-f", "markdown"), ("--full",)):
        out = run("diff", *words)[1]
        assert out.count("provinces/u7.yaml:") == INDICATORS
        assert "By indicator" in out
    assert run("diff", "-f", "github")[1].count("::notice ") == 680
