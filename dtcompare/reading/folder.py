"""Which files make a data set, and where the data set is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

import dtcompare
from dtcompare.errors import NotADataset

if TYPE_CHECKING:
    from pathlib import Path

    from dtcompare.model.problem import Problem
    from dtcompare.reading.problems import ProblemList

CATALOGUE_FILE = "indicators.yaml"
PROVINCES = "provinces"
_SINGLE = {
    "dataset.yaml": "dataset",
    CATALOGUE_FILE: "indicators",
    "register.yaml": "register",
    "sources.yaml": "sources",
    "national.yaml": "national",
}
_REQUIRED = (CATALOGUE_FILE, "register.yaml")
_FOLDERS = {"": "", "provinces": "province", "provinces/former": "province", "scores": "score"}
_SUFFIXES = (".yaml", ".yml")
_LIKE_FOLDERS = frozenset({"province", "provinces", "former", "score", "scores"})
_BACKUPS = ("~", ".bak", ".old", ".orig", ".rej", ".swp", ".tmp")
_OTHER_DATA = (".csv", ".json", ".toml", ".tsv", ".txt", ".xlsx")
_ERROR = "error.not-a-dataset"


class DataFile(Struct, frozen=True):
    """One file of a data set: its path relative to the folder, and what is in it."""

    path: str
    part: str

    @property
    def id(self) -> str:
        """Return what the file is about: a province id, the name of a score, or the part itself."""
        stem = self.path.removesuffix(".yaml")
        return stem.removeprefix("provinces/").removeprefix("scores/")


def file_of_source(key: str) -> str:
    """Return the file in which a source (FILE/ID) is described, within the data set."""
    owner = key.rpartition("/")[0]
    return f"{owner}.yaml" if f"{owner}.yaml" in _SINGLE else f"provinces/{owner}.yaml"


def list_files(root: Path) -> tuple[list[DataFile], list[Problem]]:
    """Return the files of a data set, and what is wrong with the folder. Raises NotADataset."""
    if not is_dataset(root):
        raise NotADataset(_ERROR, path=str(root))
    from dtcompare.model.problem import Problem
    from dtcompare.reading.problems import ProblemList

    files: list[DataFile] = []
    problems: list[Problem] = []
    present = {"provinces"} if _holds_provinces(root) else set()
    for folder in _FOLDERS:
        report = ProblemList(folder or ".")
        try:
            paths = sorted(path for path, _ in _candidates(str(root), folder))
        except OSError as error:
            report.add(None, "cannot-read", reason=error.strerror or str(error))
            problems += report.problems
            present.add(folder)
            continue
        present.update(paths)
        for path in paths:
            report = ProblemList(path)
            part = part_of(path) if _is_yaml(path) else ""
            if _accepted(root, path, part, report):
                files.append(DataFile(path, part))
            problems += report.problems
    for path in (*_REQUIRED, PROVINCES):
        if path not in present:
            key = "missing-provinces" if path == PROVINCES else "missing-file"
            problems.append(Problem(path, 1, 1, "missing-file", key))
    return files, problems


def part_of(path: str) -> str:
    """Return what is in a file of a data set by its path; "" for what is no file of one."""
    return _FOLDERS.get(path.rpartition("/")[0], "") or _SINGLE.get(path, "")


def _candidates(root: str, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything in one folder that is a data file, or may be meant for one, by its path.

    Nothing where there is no such folder. Raises OSError where it cannot be seen.
    """
    try:
        with os.scandir(os.path.join(root, folder)) as found:
            entries = list(found)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.name.startswith("."):
            continue
        is_folder = path not in _FOLDERS and entry.is_dir(follow_symlinks=False)
        stray = is_folder and (folder or entry.name.lower() in _LIKE_FOLDERS)
        other = folder.startswith(PROVINCES) and entry.name.lower().endswith(_OTHER_DATA)
        named = _is_yaml(entry.name) or (not is_folder and _meant(entry.name) is not None)
        if stray or other or named:
            yield path, entry


def _is_yaml(path: str) -> bool:
    """Return whether a file is named like YAML, in whatever case."""
    return path.lower().endswith(_SUFFIXES)


def _meant(name: str) -> str | None:
    """Return the name of the data file for which a file is meant: one.yaml of one.yaml.txt."""
    low = name.lower()
    ends = [at + len(suffix) for suffix in _SUFFIXES if (at := low.rfind(suffix)) > 0]
    return f"{name[: max(ends)].rpartition('.')[0]}.yaml" if ends else None


def folder_entries(root: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything in a data set that is a file of it, or may be meant for one, by its path.

    Raises OSError where it cannot be seen.
    """
    for folder in _FOLDERS:
        yield from _candidates(root, folder)


def _accepted(root: Path, path: str, part: str, report: ProblemList) -> bool:
    """Return whether the file may be read; what is wrong with it is noted."""
    name = path.rpartition("/")[2]
    meant = _meant(name)
    if meant is None and not (root / path).is_dir():
        report.add(None, "not-read", level="warning")
    elif meant is not None and name.lower().endswith(_BACKUPS):
        report.add(None, "not-read", "backup", level="warning")
    elif meant is not None and not path.endswith(".yaml"):
        report.add(None, "file-suffix", name=meant)
    elif not part:
        hint = report.hint(path, (*_SINGLE, *filter(None, _FOLDERS)), listed=False)
        report.add(None, "unknown-file", **hint)
    elif _leads_out(root, path):
        report.add(None, "outside")
    elif (root / path).is_dir():
        report.add(None, "cannot-read", "is-folder")
    elif (root / path).exists() and not (root / path).is_file():
        report.add(None, "cannot-read", "is-special")
    else:
        return True
    return False


def _leads_out(root: Path, path: str) -> bool:
    """Return whether a link takes the file out of the data set."""
    try:
        return not (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself
        return True


def is_dataset(folder: str | Path) -> bool:
    """Return whether ``folder`` holds provinces, or the two files that no data set is without."""
    return _holds_provinces(folder) or _has_required_files(folder)


def _has_required_files(folder: str | Path) -> bool:
    return all(os.path.isfile(os.path.join(folder, name)) for name in _REQUIRED)


def _holds_provinces(folder: str | Path) -> bool:
    return os.path.isdir(os.path.join(folder, "provinces"))


def _inside(folder: str) -> str | None:
    """Return the data set that ``folder`` is, or holds as ``data``."""
    if is_dataset(folder):
        return folder
    data = os.path.join(folder, "data")
    return data if is_dataset(data) else None


def find_root(given: str | None, environment: str | None, start: str) -> str:
    """Return the data set to use: that given, else the environment's, the nearest, our own.

    A folder given may hold the data set as ``data``. The nearest is the first folder upwards from
    ``start`` that is a data set by its files, or has one as ``data``. Raises NotADataset.
    """
    named = given if given is not None else environment or None
    if named is not None:
        found = _inside(named)
        if found is None:
            raise NotADataset(_ERROR, path=named)
        return found
    start = folder = os.path.abspath(start)
    while True:
        if _has_required_files(folder):
            return folder
        data = os.path.join(folder, "data")
        if is_dataset(data):
            return data
        above = os.path.dirname(folder)
        if above == folder:
            break
        folder = above
    package = os.path.dirname(dtcompare.__file__)
    for home in (package, os.path.dirname(package)):
        data = os.path.join(home, "data")
        if is_dataset(data):
            return data
    raise NotADataset(_ERROR, path=start)


def read_release(root: str) -> str:
    """Return the release that a data set says it is, without a reader of YAML; "" for none.

    Raises OSError where the file is not there.
    """
    with open(os.path.join(root, "dataset.yaml"), encoding="utf-8", errors="replace") as file:
        for line in file:
            key, _, value = line.partition(":")
            if key == "release":
                return value.partition(" #")[0].strip().strip("\"'")
    return ""


def dataset_around(path: Path) -> Path:
    """Return the data set that a file or folder is part of, or holds. Raises NotADataset."""
    path = path.absolute()
    if path.is_dir() and (found := _inside(str(path))) is not None:
        return type(path)(found)
    for folder in path.parents:
        if is_dataset(folder):
            return folder
    raise NotADataset(_ERROR, path=str(path))
