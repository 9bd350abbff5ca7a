"""A broken data set: every problem on its line, and no answer from half of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ARTICLES, SHIPPED, Run

pytestmark = pytest.mark.usefixtures("of_articles")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the shipped data in which one number has a thousands dot."""
    folder = tmp_path / "data"
    shutil.copytree(ARTICLES, folder)
    file = folder / "provinces" / "phu-tho.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("about: 960000", "about: 960.000"), encoding="utf-8")
    return folder


def _place(folder: Path) -> str:
    """Where the slip stands: line and column, counted from 1."""
    text = (folder / "provinces" / "phu-tho.yaml").read_text(encoding="utf-8")
    lines = text.splitlines()
    row = next(n for n, line in enumerate(lines, 1) if "960.000" in line)
    return f"provinces/phu-tho.yaml:{row}:{lines[row - 1].index('960.000') + 1}"


@pytest.mark.parametrize(
    "words", [("rank", "5g"), ("gap",), ("show", "phu-tho"), ("list", "provinces")], ids=" ".join
)
def test_no_command_answers_and_the_problem_is_told(
    run: Run, broken: Path, words: tuple[str, ...]
) -> None:
    code, out, err = run("--data", str(broken), *words)
    assert (code, out) == (1, "")
    line, count = err.splitlines()
    assert (
        line == f"{_place(broken)}: error: about 960.000 reads as 960; write 960000 [dot-thousands]"
    )
    assert count.startswith("1 error in 1 of 9 files.")


def test_check_prints_the_same_lines_and_is_3(run: Run, broken: Path) -> None:
    _, _, told = run("--data", str(broken), "rank", "5g")
    code, out, err = run("--data", str(broken), "check", as_of=None)
    assert (code, out, err) == (3, told, "")


def test_check_of_a_file_uses_the_data_set_around_it(run: Run, broken: Path) -> None:
    code, out, _ = run("check", str(broken / "provinces" / "phu-tho.yaml"))
    assert code == 3
    assert out.startswith(_place(broken))
    code, out, _ = run("check", str(broken / "provinces" / "hung-yen.yaml"))
    assert (code, out) == (0, "no problems in 1 file.\n")


def test_check_as_json(run: Run, broken: Path) -> None:
    _, out, _ = run("check", str(broken), "--format", "json")
    document = json.loads(out)
    assert (document["schema"], document["errors"], document["files"]) == ("check/1", 1, 9)
    (problem,) = document["problems"]
    assert (problem["code"], problem["level"]) == ("dot-thousands", "error")


def test_check_for_a_pull_request_names_the_file_from_here(
    run: Run, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DTCOMPARE_DATA")
    monkeypatch.chdir(broken.parent)
    _, out, _ = run("check", "--format", "github")
    place = _place(broken).split(":")
    assert out.startswith(
        f"::error file=data/{place[0]},line={place[1]},col={place[2]},title=dot-thousands::"
    )


def test_check_in_vietnamese(run: Run, broken: Path) -> None:
    _, out, _ = run("check", str(broken), "--lang", "vi")
    assert "error" not in out.splitlines()[0]
    assert "[dot-thousands]" in out


def test_check_of_what_is_no_data_file_is_a_wrong_usage(run: Run, broken: Path) -> None:
    (broken / "notes.txt").write_text("no data", encoding="utf-8")
    assert run("check", str(broken / "notes.txt"))[0] == 2
    assert run("check", str(broken / "nothing.yaml"))[0] == 2
    assert run("check", str(broken.parent))[0] == 3  # a folder that holds the data set


def test_the_shipped_data_have_no_error(run: Run) -> None:
    code, out, err = run("check", str(SHIPPED))
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith(("no problems in ", "0 errors, "))


def test_a_clean_data_set_stays_clean_as_time_passes(run: Run) -> None:
    for day in ("1990-01-01", "2999-12-31"):
        assert run("check", str(SHIPPED), "--as-of", day, as_of=None)[0] == 0
        assert run("rank", "5g", "--as-of", day, as_of=None)[0] == 0
