"""The compiled copy inside the wheel: as good as the files, or left aside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dtcompare.errors import DataBroken
from dtcompare.reading.shipped import NAME, compile_copy

from .country import fresh

ROOT = Path(__file__).parents[2]
WATCHED = """
import sys
from dtcompare.cli import main
code = main()
print("yaml" in sys.modules, file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a wheel installs it: the data set inside it, the copy beside that."""
    site = tmp_path_factory.mktemp("site")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "dtcompare", site / "dtcompare", ignore=ignored)
    shutil.copytree(ROOT / "data", site / "dtcompare" / "data")
    compile_copy(site / "dtcompare" / "data", site / "dtcompare" / NAME)
    return site


@pytest.fixture
def site(packed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(packed, tmp_path / "site"))


def _run(site: Path, *words: str, cache: Path | str = os.devnull) -> tuple[str, bool]:
    """What a command says, and whether it read YAML; the cache cannot be written by default."""
    env = {**os.environ, "PYTHONPATH": str(site), "DTCOMPARE_CACHE_DIR": f"{cache}"}
    env.pop("DTCOMPARE_DATA", None)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words],
        env=env,
        cwd=site.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    *said, read = done.stderr.splitlines()
    return "\n".join((str(done.returncode), *said, done.stdout)), read == "True"


def _says_the_same(site: Path, *, read: bool) -> None:
    """Asserts that the answer is that of the files, and whether YAML was read for it."""
    for words in (("rank", "5g"), ("export",)):
        plain, _ = _run(site, *words, "--no-cache")
        said, has_read = _run(site, *words)
        assert said == plain
        assert has_read == read


def test_a_first_run_reads_no_yaml_where_nothing_can_be_written(site: Path) -> None:
    _says_the_same(site, read=False)


def test_a_run_without_cache_does_without_the_shipped_copy(site: Path) -> None:
    assert _run(site, "rank", "5g", "--no-cache")[1]


def test_a_first_run_leaves_a_copy_for_the_second(site: Path, tmp_path: Path) -> None:
    for path in (site / "dtcompare" / "data").rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    first, read = _run(site, "rank", "5g", cache=tmp_path / "cache")
    assert not read
    second, read = _run(site, "rank", "5g", cache=tmp_path / "cache")
    assert not read
    assert second == first


def test_a_file_changed_in_size_and_time_unseen_is_read(site: Path) -> None:
    path = site / "dtcompare/data/provinces/quang-ninh.yaml"
    status, text = path.stat(), path.read_bytes()
    assert b"2025" in text
    path.write_bytes(text.replace(b"2025", b"2024", 1))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    _says_the_same(site, read=True)


def test_a_file_that_came_or_went_is_minded(site: Path) -> None:
    (site / "dtcompare/data/provinces/nowhere.yaml").write_text("name: X\n", encoding="utf-8")
    _says_the_same(site, read=True)


def test_a_copy_of_another_program_is_left_aside(site: Path) -> None:
    with (site / "dtcompare/reading/edit.py").open("a", encoding="utf-8") as file:
        file.write("# another state\n")
    _says_the_same(site, read=True)


def test_a_copy_is_good_from_the_date_of_its_data_on(site: Path) -> None:
    about = site / "dtcompare/data/dataset.yaml"
    text = about.read_text(encoding="utf-8")
    about.write_text(re.sub(r"date: \S+", "date: 2099-01-01", text), encoding="utf-8")
    compile_copy(site / "dtcompare" / "data", site / "dtcompare" / NAME)
    _says_the_same(site, read=True)


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.9])
def test_a_damaged_copy_changes_nothing(place: float, site: Path) -> None:
    path = site / "dtcompare" / NAME
    data = bytearray(path.read_bytes())
    at = int(len(data) * place)
    data[at : at + 4096] = bytes(255 - byte for byte in data[at : at + 4096])
    path.write_bytes(data)
    plain, _ = _run(site, "export", "--no-cache")
    assert _run(site, "export")[0] == plain


def test_another_data_set_has_no_part_in_it(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    shutil.copy(site / "dtcompare" / NAME, tmp_path / NAME)
    _, read = _run(site, "rank", "5g", "--data", str(folder))
    assert read


def test_the_same_files_give_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    compile_copy(packed / "dtcompare" / "data", tmp_path / NAME)
    assert (tmp_path / NAME).read_bytes() == (packed / "dtcompare" / NAME).read_bytes()


def test_a_data_set_without_a_date_is_not_compiled(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "dataset.yaml").unlink(missing_ok=True)
    with pytest.raises((ValueError, DataBroken)):
        compile_copy(folder, tmp_path / NAME)
    assert not (tmp_path / NAME).exists()
