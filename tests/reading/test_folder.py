"""Finding the data set, and the files that are part of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import dtcompare
from dtcompare.errors import NotADataset
from dtcompare.reading.folder import dataset_around, find_root
from dtcompare.reading.load import read_folder
from tests.reading.country import COUNTRY, TODAY, found, fresh


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that holds a data set as ``data``."""
    fresh(tmp_path).rename(tmp_path / "data")
    (tmp_path / "src" / "deep").mkdir(parents=True)
    return tmp_path


def _find(given: str | None, environment: str | None, start: Path) -> Path:
    return Path(find_root(given, environment, str(start)))


def test_given_before_environment_before_nearest(project: Path) -> None:
    assert _find(str(COUNTRY), str(project), project) == COUNTRY
    assert _find(None, str(COUNTRY), project) == COUNTRY
    assert _find(None, None, project / "src" / "deep") == project / "data"
    assert _find(None, "", project / "data" / "provinces") == project / "data"


def test_given_may_hold_the_data_set(project: Path) -> None:
    assert _find(str(project), None, project) == project / "data"


def test_given_must_be_a_data_set(project: Path) -> None:
    with pytest.raises(NotADataset) as caught:
        _find(str(project / "src"), None, project)
    assert caught.value.key == "error.not-a-dataset"
    assert caught.value.facts == {"path": str(project / "src")}


def test_our_own_data_come_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "dtcompare"
    package.mkdir(parents=True)
    monkeypatch.setattr(dtcompare, "__file__", str(package / "__init__.py"))
    start = tmp_path / "elsewhere"
    start.mkdir()
    with pytest.raises(NotADataset):
        _find(None, None, start)
    fresh(tmp_path).rename(tmp_path / "lib" / "data")
    assert _find(None, None, start) == tmp_path / "lib" / "data"
    fresh(tmp_path).rename(package / "data")
    assert _find(None, None, start) == package / "data"


@pytest.mark.parametrize(
    "path", ["data/provinces/former/west.yaml", "data/provinces", "data", "data/register.yaml", "."]
)
def test_data_set_around_a_file(path: str, project: Path) -> None:
    assert dataset_around(project / path) == project / "data"


def test_no_data_set_around(project: Path) -> None:
    with pytest.raises(NotADataset):
        dataset_around(project / "src" / "deep")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("provinces/isle.yml", "file-suffix"),
        ("provinces/isle.YAML", "file-suffix"),
        ("provinces/formr/x.yaml", "unknown-file"),
        ("provinces/former/deep/x.yaml", "unknown-file"),
        ("provinces/nowhere.yaml", "unknown-province"),
        ("provinces/North.yaml", "unknown-province"),
        ("provinces/west.yaml", "unknown-province"),
        ("source.yaml", "unknown-file"),
        ("dataset.yml", "file-suffix"),
    ],
)
def test_files_that_do_not_belong(path: str, code: str, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text("name: x\n", encoding="utf-8")
    told = path if code != "unknown-file" or "/" not in path else path.rsplit("/", 1)[0]
    assert found(folder) == [f"{told}:1:1: error [{code}]"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("provinces/isle.yaml.txt", "error [file-suffix]"),
        ("provinces/isle.yml.md", "error [file-suffix]"),
        ("scores/own.YAML.txt", "error [file-suffix]"),
        ("sources.yaml.txt", "error [file-suffix]"),
        ("provinces/north.yaml~", "warning [not-read]"),
        ("provinces/former/west.yaml.orig", "warning [not-read]"),
        ("register.yaml.bak", "warning [not-read]"),
        ("provinces/isle.txt", "warning [not-read]"),
        ("provinces/isle.json", "warning [not-read]"),
    ],
)
def test_files_that_are_passed_over_are_told(path: str, told: str, tmp_path: Path) -> None:
    """Whoever saved a file under such a name takes it for read."""
    folder = fresh(tmp_path)
    (folder / path).write_text("name: x\n", encoding="utf-8")
    assert found(folder) == [f"{path}:1:1: {told}"]


@pytest.mark.parametrize("name", ["province", "Provinces", "score", "former"])
def test_a_folder_under_a_wrong_name_is_told(name: str, tmp_path: Path) -> None:
    """What is in it would be passed over."""
    folder = fresh(tmp_path)
    if (folder / name).exists():
        pytest.skip("upper and lower case are the same here")
    (folder / name).mkdir()
    (folder / name / "isle.yaml").write_text("name: x\n", encoding="utf-8")
    assert found(folder) == [f"{name}:1:1: error [unknown-file]"]


def test_other_folders_and_weights_beside_a_score_are_left_alone(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    for path in ("pictures/x.yaml", "scores/weights.csv", "notes.yaml.d/x"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text("a\n", encoding="utf-8")
    assert found(folder) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(
    "path", ["provinces/isle.yaml", "dataset.yaml", "scores/own.yaml", "provinces/north.yaml"]
)
def test_a_named_pipe_is_told_and_not_waited_for(path: str, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / path).unlink(missing_ok=True)
    os.mkfifo(folder / path)
    assert f"{path}:1:1: error [cannot-read]" in found(folder)


def test_other_files_are_nobodys_business(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    for path in ("README.md", "provinces/README", "provinces/.hidden.yaml", "schema/x.yaml"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text("[", encoding="utf-8")
    assert found(folder) == []


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "provinces" / "isle.yaml").mkdir()
    assert found(folder) == ["provinces/isle.yaml:1:1: error [cannot-read]"]


def test_links_out_of_the_data_set_are_refused(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    outside = tmp_path / "secret.yaml"
    outside.write_text("name: Đảo\n", encoding="utf-8")
    (folder / "provinces" / "isle.yaml").symlink_to(outside)
    assert found(folder) == ["provinces/isle.yaml:1:1: error [outside]"]


def test_links_within_the_data_set_are_followed(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "schema").mkdir()
    (folder / "schema" / "isle").write_text("name: Đảo\n", encoding="utf-8")
    (folder / "provinces" / "isle.yaml").symlink_to(folder / "schema" / "isle")
    assert found(folder) == []


def test_a_link_to_nothing_and_one_to_itself(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "provinces" / "isle.yaml").symlink_to(folder / "nothing")
    (folder / "provinces" / "loop.yaml").symlink_to(folder / "provinces" / "loop.yaml")
    codes = {line.split(":")[0]: line.rsplit(" ", 1)[1] for line in found(folder)}
    assert codes.pop("provinces/isle.yaml") == "[cannot-read]"
    assert codes.popitem()[1] in ("[outside]", "[cannot-read]")


def test_a_folder_linked_out_is_not_entered(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "scores" / "digital.yaml").unlink()
    (folder / "scores").rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.yaml").write_text("name: x\n", encoding="utf-8")
    (folder / "scores").symlink_to(elsewhere)
    assert found(folder) == ["scores/x.yaml:1:1: error [outside]"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_an_unreadable_file(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / "sources.yaml").chmod(0)
    assert found(folder) == ["sources.yaml:1:1: error [cannot-read]"]


@pytest.mark.parametrize(
    ("path", "size"), [("provinces/north.yaml", 256 << 10), ("register.yaml", 4 << 20)]
)
def test_files_that_are_too_large(path: str, size: int, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    data = (folder / path).read_bytes()
    (folder / path).write_bytes(data + b"#" * (size - len(data)))
    assert found(folder) == []
    (folder / path).write_bytes(data + b"#" * (size - len(data) + 1))
    assert found(folder) == [f"{path}:1:1: error [too-large]"]


def test_problems_are_sorted_by_place(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    for name in ("b", "a"):
        (folder / "provinces" / f"{name}.yml").write_text("", encoding="utf-8")
    problems = read_folder(folder, TODAY).problems
    assert [problem.file for problem in problems] == ["provinces/a.yml", "provinces/b.yml"]
