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


# --- declarations and ids


def test_which_word_of_which_file_changed_is_told(run: Run, committed: Path) -> None:
    """In the catalogue and in the register: the entry, the word, what it was and is."""
    for file, old, new in (
        ("indicators.yaml", 'percent: {symbol: "%", min: 0, max: 100}', 'percent: {symbol: "%"}'),
        ("register.yaml", "aliases: [hn]", "aliases: [hn, thu do]"),
    ):
        text = (committed / file).read_text(encoding="utf-8")
        assert old in text
        (committed / file).write_text(text.replace(old, new), encoding="utf-8")
    out = run("diff")[1]
    assert "Catalogue, register and other declarations" in out
    rows = [line.split() for line in out.splitlines() if ".yaml" in line]
    assert rows == [
        ["indicators.yaml", "units:", "percent:", "min", "0", "–"],
        ["indicators.yaml", "units:", "percent:", "max", "100", "–"],
        ["register.yaml", "provinces:", "ha-noi:", "aliases", "hn", "hn,", "thu", "do"],
    ]
    assert (
        "Danh mục chỉ số, danh mục địa phương và các khai báo khác"
        in run("diff", "--lang", "vi")[1]
    )
    notices = run("diff", "-f", "github")[1]
    assert "::notice file=data/indicators.yaml,line=1,title=Catalogue%2C register" in notices
    assert "::units: percent: min: 0 → –" in notices
    words = json.loads(run("diff", "-f", "json")[1])["words"]
    assert words[0] == {
        "file": "indicators.yaml", "part": "units", "id": "percent", "word": "min",
        "old": "0", "new": None,
    }  # fmt: skip


def test_a_province_of_another_id_is_the_same_one(run: Run, committed: Path, git: Git) -> None:
    """Its file is moved and the register follows: no figure is new, and one that is is told."""
    register = committed / "register.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("\n  phu-tho:\n", "\n  phu-tho-moi:\n"), encoding="utf-8")
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("into: phu-tho}", "into: phu-tho-moi}"), encoding="utf-8")
    git("mv", "data/provinces/phu-tho.yaml", "data/provinces/phu-tho-moi.yaml")
    assert run("check")[0] == 0
    found = json.loads(run("diff", "-f", "json")[1])
    assert (found["lines"], found["pages"], found["moves"]) == ([], [], [])
    assert {"kind": "province", "old": "phu-tho", "new": "phu-tho-moi"} in found["renamed"]
    assert "province: phu-tho → phu-tho-moi" in run("diff", "--full")[1]
    assert run("diff", "--fail-on-change")[0] == 3
