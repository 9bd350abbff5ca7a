"""Files read by several processes: the same answers and problems, and a quiet end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from benchmarks.large import write as write_large
from dtcompare.errors import DataBroken
from dtcompare.model.dataset import Dataset
from dtcompare.reading import compiled, opened, parallel
from dtcompare.reading.load import read_folder
from dtcompare.reading.opened import check_folder, open_folder
from dtcompare.reading.parallel import map_in_pool
from dtcompare.reading.stored_distributions import with_distributions

from .country import TODAY, fresh

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "fixed"
SLIP = "name: X\nvalues: {nothing: 1}\n"

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(autouse=True)
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every data set counts as large, and two processes read it."""
    monkeypatch.setenv("DTCOMPARE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(compiled, "SETTLED", 0)
    monkeypatch.setattr(opened, "LARGE", 0)
    monkeypatch.setattr(parallel, "FILES", 20)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def _quiet(_: int, __: int) -> None:
    """Take no notice of progress."""


def test_several_processes_read_what_one_reads(tmp_path: Path) -> None:
    told: list[int] = []
    plain = read_folder(DATA, TODAY).require()
    first = open_folder(DATA, TODAY, progress=lambda done, _: told.append(done))
    uncached = open_folder(DATA, TODAY, cache=False, progress=_quiet)
    again = open_folder(DATA, TODAY)
    for found in (first, uncached, again):
        assert repr(dict(found.lines)) == repr(dict(plain.lines))
        assert repr(dict(found.sources)) == repr(dict(plain.sources))
        assert found.register == plain.register
        assert found.country == plain.country
        assert list(found.lines_about("phu-tho")) == list(plain.lines_about("phu-tho"))
        for name in ("indicator", "province", "source", "basis", "method"):
            assert found.usage(name) == plain.usage(name)
    assert told[0] == 0
    assert told[-1] == -1
    assert sorted(told[1:-1]) == told[1:-1]
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_several_processes_tell_every_problem_in_order(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    for name in ("north", "south"):
        (folder / f"provinces/{name}.yaml").write_text(SLIP, encoding="utf-8")
    plain = read_folder(folder, TODAY)
    with pytest.raises(DataBroken) as found:
        open_folder(folder, TODAY, progress=_quiet)
    assert found.value.problems == plain.problems
    assert not (tmp_path / "cache").exists()
    for keep in (True, False):
        checked = check_folder(folder, TODAY, keep=keep, progress=_quiet)
        assert checked.problems == plain.problems
        assert checked.files == plain.files
        assert checked.dataset is None


def test_a_check_keeps_the_lines_it_is_asked_for() -> None:
    plain = read_folder(DATA, TODAY)
    found = check_folder(DATA, TODAY, progress=_quiet)
    assert found.problems == plain.problems
    assert any(problem.level == "warning" for problem in found.problems)
    assert repr(dict(found.require().lines)) == repr(dict(plain.require().lines))
    assert not check_folder(DATA, TODAY, keep=False, progress=_quiet).require().lines


def count_lines(dataset: Dataset, indicator: str, day: date) -> bytes:
    """Stand in for what analysis makes of an indicator."""
    return f"{len(dataset.lines_of(indicator).figures)} {day}".encode()


def test_distributions_are_made_once_for_a_copy(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    small = read_folder(folder, TODAY).require()
    assert with_distributions(small, folder, TODAY, count_lines, _quiet) is small
    told: list[int] = []
    for _ in range(2):
        dataset = open_folder(folder, TODAY, progress=_quiet)
        found = with_distributions(
            dataset, folder, TODAY, count_lines, lambda done, _: told.append(done)
        )
        wanted = {id: count_lines(small, id, TODAY) for id in small.lines}
        assert {id: bytes(block) for id, block in found.distributions.items()} == wanted
        assert found.lines is dataset.lines
    assert told.count(-1) == 1
    with (folder / "provinces/north.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    dataset = open_folder(folder, TODAY, progress=_quiet)
    with_distributions(dataset, folder, TODAY, count_lines, lambda done, _: told.append(done))
    assert told.count(-1) == 2


def _sum(numbers: Sequence[int]) -> int:
    return sum(numbers)


def _fail(numbers: Sequence[int]) -> int:
    raise ValueError(numbers[0])


def test_a_pool_answers_in_order_and_hands_on_what_went_wrong() -> None:
    told: list[int] = []
    results = map_in_pool(_sum, range(9), 2, lambda done, _: told.append(done))
    assert list(results) == [1, 5, 9, 13, 8]
    assert told == [0, 2, 4, 6, 8, 9, -1]
    with pytest.raises(ValueError, match="0"):
        list(map_in_pool(_fail, range(3), 1, _quiet))


def _begin(folder: Path, command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dtcompare", command, "--data", str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _ends(group: int) -> bool:
    """Return whether every process of a group ends within a while."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except (ProcessLookupError, PermissionError):
            return True
        time.sleep(0.05)
    return False


@posix
@pytest.mark.parametrize("command", ["export", "check"])
@pytest.mark.parametrize("wait", [0.3, 1, 2.5])
def test_a_reading_can_be_interrupted(command: str, wait: float, tmp_path: Path) -> None:
    write_large(tmp_path / "data", 100)
    process = _begin(tmp_path / "data", command)
    time.sleep(wait)
    os.killpg(process.pid, signal.SIGINT)
    errors = process.communicate(timeout=120)[1]
    assert process.returncode in (130, -signal.SIGINT, 0)
    if process.returncode != -signal.SIGINT:  # it came before the program had begun
        assert b"Traceback" not in errors
    assert not list((tmp_path / "cache").glob("*.tmp"))
    assert _ends(process.pid)


@posix
def test_of_a_reading_that_is_killed_no_process_is_left(tmp_path: Path) -> None:
    write_large(tmp_path / "data", 100)
    process = _begin(tmp_path / "data", "export")
    time.sleep(2)
    process.kill()
    process.communicate(timeout=120)
    assert _ends(process.pid)
