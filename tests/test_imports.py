"""What each command may load: a start stays quick because nothing heavy sneaks in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = """
import json, sys
words = json.loads(sys.argv[1])
from dtcompare.cli import main
code = main(words)
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""

COMPLETING = """
import sys
from dtcompare.cli import main
try:
    main()
except SystemExit:
    print(*sys.modules, file=sys.stderr)
"""

HEAVY = {"rich", "tabulate", "numpy", "matplotlib", "importlib.metadata", "hashlib"}
DATA = {"yaml", "dtcompare.reading.load", "dtcompare.analysis.ranking"}


def _loaded(*words: str, env: dict[str, str] | None = None) -> set[str]:
    """The modules in memory after a command was run in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(words)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        cwd=ROOT,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def _commands(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("dtcompare.commands.")}


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("--version",)], ids=" ".join)
def test_help_and_version_load_no_command_and_no_data(words: tuple[str, ...]) -> None:
    modules = _loaded(*words)
    assert not _commands(modules)
    assert not modules & (HEAVY | DATA)


@pytest.mark.parametrize("form", ["plain", "csv", "json"])
def test_a_second_rank_reads_no_yaml(form: str) -> None:
    _loaded("rank", "5g")
    modules = _loaded("rank", "5g", "--format", form)  # Click looks up -f with difflib
    slow = {
        "difflib",
        "yaml",
        "dataclasses",
        "pathlib",
        "dtcompare.reading.load",
        "concurrent.futures",
    }
    assert not modules & (HEAVY | slow)


def test_a_second_score_reads_no_yaml() -> None:
    _loaded("score", "dti-2022")
    assert not _loaded("score", "dti-2022", "-f", "csv") & {"yaml", "dtcompare.reading.load"}


@pytest.mark.parametrize("form", ["plain", "csv", "json"])
def test_a_piped_rank_loads_neither_rich_nor_tabulate_nor_numpy_nor_matplotlib(form: str) -> None:
    modules = _loaded("rank", "5g", "-f", form)
    assert not modules & HEAVY
    assert _commands(modules) == {"dtcompare.commands.rank"}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_rank_for_programs_loads_no_text_format(form: str) -> None:
    modules = _loaded("rank", "5g", "-f", form)
    assert "dtcompare.view.structured" in modules
    assert not modules & {"dtcompare.view.plain", "dtcompare.view.layout"}


def test_rank_in_a_terminal_loads_rich_alone() -> None:
    modules = _loaded("rank", "5g", "-f", "table")
    assert "rich" in modules
    assert not modules & (HEAVY - {"rich", "importlib.metadata", "hashlib"})


def test_diff_loads_numpy_only_where_an_index_is_touched(tmp_path: Path) -> None:
    """An indicator of the tree, or the score file itself; anything else goes without."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests" / "data" / "fixed", data)
    who = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org")
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "All")):
        subprocess.run(["git", "-C", str(data), *who, *words], check=True)
    file = data / "provinces" / "quang-ninh.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new, touched in (
        ("value: 97.74", "value: 97.75", False),
        ("value: 0.9581", "value: 0.9582", True),
    ):
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        assert ("numpy" in _loaded("diff", "--data", str(data), "-f", "json")) == touched
    file.write_text(text, encoding="utf-8")
    score = data / "scores" / "dti-2022.yaml"
    score.write_text(
        score.read_text(encoding="utf-8").replace("weight: 200", "weight: 300"), encoding="utf-8"
    )
    assert "numpy" in _loaded("diff", "--data", str(data), "-f", "json")


def test_completion_of_a_command_name_loads_no_command() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            COMPLETING,
        ],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "_DTCOMPARE_COMPLETE": "bash_complete",
            "COMP_WORDS": "dtcompare ",
            "COMP_CWORD": "1",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "plain,rank" in done.stdout.splitlines()
    modules = set(done.stderr.split())
    assert not _commands(modules)
    assert not modules & (HEAVY | DATA)


def test_a_chart_as_svg_loads_neither_matplotlib_nor_numpy(tmp_path: Path) -> None:
    modules = _loaded("rank", "5g", "-o", str(tmp_path / "x.svg"))
    assert "dtcompare.charts.svg" in modules
    assert not modules & {"matplotlib", "numpy", "PIL", "rich", "tabulate"}


@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_a_painted_chart_loads_no_pyplot(tmp_path: Path, suffix: str) -> None:
    modules = _loaded("rank", "5g", "-o", str(tmp_path / f"x.{suffix}"))
    assert "matplotlib" in modules
    assert not modules & {"matplotlib.pyplot", "rich", "tabulate"}
