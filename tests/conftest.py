"""Fixtures for every test: the shipped data, the shared material where it is, the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from dtcompare.cli import main
from dtcompare.model.dataset import Dataset
from dtcompare.reading.load import read_folder

ROOT = Path(__file__).parents[1]
# The data set that is shipped, and grows; only what must hold of any data is asked of it.
SHIPPED = ROOT / "data"
# A copy of the data set as it was in November 2026, which does not move: the answers that tests and
# pages know rest on it.
DATA = Path(__file__).parent / "data" / "fixed"
# The data set as the five articles alone make it: small enough to know every answer by heart.
ARTICLES = Path(__file__).parent / "data" / "articles"
SHARED = ROOT.parent / "shared"
AS_OF = date(2026, 11, 21)

# How long an example takes says nothing about whether it is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the compiled copies of all tests lie."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where tests stand: beside a copy of DATA, so that nothing is written there."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(DATA, folder / "data")
    return folder


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, compiled: Path, workplace: Path) -> None:
    """No setting of the tester's own machine decides what is printed."""
    monkeypatch.setenv("DTCOMPARE_CACHE_DIR", str(compiled))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(compiled))
    for name in (
        "COLUMNS",
        "LINES",
        "NO_COLOR",
        "FORCE_COLOR",
        "DTCOMPARE_DATA",
        "DTCOMPARE_LANG",
        "LANG",
        "LC_ALL",
        "SOURCE_DATE_EPOCH",
        "_DTCOMPARE_COMPLETE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(workplace)


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The data set that does not move."""
    return read_folder(DATA, AS_OF).require()


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    """The data set that is shipped."""
    return read_folder(SHIPPED, AS_OF).require()


@pytest.fixture(scope="session")
def articles() -> Dataset:
    """The data set of the five articles."""
    return read_folder(ARTICLES, AS_OF).require()


@pytest.fixture
def of_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command without --data reads the data set of the five articles."""
    monkeypatch.setenv("DTCOMPARE_DATA", str(ARTICLES))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process: exit code, standard output, standard error."""

    def go(*words: str, as_of: date | None = AS_OF) -> tuple[int, str, str]:
        capsys.readouterr()
        day = ["--as-of", as_of.isoformat()] if as_of else []
        code = main([*words, *day])
        out, err = capsys.readouterr()
        return int(code), out, err

    return go


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the program in a process of its own, with what ``subprocess.run`` takes."""

    def go(
        *words: str, env: dict[str, str] | None = None, **more: object
    ) -> subprocess.CompletedProcess[bytes]:
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        options: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        done: subprocess.CompletedProcess[bytes] = subprocess.run(
            [sys.executable, "-m", "dtcompare", *words],
            env={**os.environ, "PYTHONPATH": path, **(env or {})},
            check=False,
            timeout=60,
            **(options | more),  # type: ignore[call-overload]
        )
        return done

    return go


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the checkout; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside this checkout")
    return SHARED
