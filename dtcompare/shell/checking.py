"""Which files are checked, and what is told of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from dtcompare.errors import WrongUsage
from dtcompare.model.problem import Problem
from dtcompare.reading import Progress, Reading, check_folder, dataset_around
from dtcompare.reading.git_revision import Repository, touched_files
from dtcompare.reading.plausibility import OVERDUE, overdue
from dtcompare.view.checks import Checked

__all__ = ["checked", "named", "touched"]

# What every other file is read by; its errors are shown whichever file is named.
_SHARED = frozenset({"indicators.yaml", "register.yaml", "sources.yaml"})


def named(paths: Sequence[str]) -> dict[Path, frozenset[str] | None]:
    """The data sets around the paths, each with the files named in it; None: all of its files."""
    found: dict[Path, frozenset[str] | None] = {}
    for path in paths:
        root, file = _placed(Path(path))
        before = found.get(root, frozenset())
        found[root] = None if file is None or before is None else before | {file}
    return found


def touched(
    roots: Mapping[Path, frozenset[str] | None], revision: str
) -> dict[Path, frozenset[str] | None]:
    """Of each data set the files that differ from the revision; all where they may bear on all.

    Raises WrongUsage for a revision that is not here.
    """
    found: dict[Path, frozenset[str] | None] = {}
    for root, files in roots.items():
        changed = touched_files(Repository.around(root), revision)
        gone = {file for file in changed if not (root / file).is_file()}
        if gone or changed & _SHARED:
            found[root] = files
        else:
            found[root] = changed if files is None else changed & files
    return found


def _placed(path: Path) -> tuple[Path, str | None]:
    """The data set around a path, and the file within it; None for a whole data set."""
    if not path.exists() and not path.is_symlink():
        raise WrongUsage("error.no-file", path=path)
    root = dataset_around(path)
    if path.is_dir():
        return root, None
    return root, path.absolute().relative_to(root.absolute()).as_posix()


def checked(
    roots: Mapping[Path, frozenset[str] | None],
    today: date,
    *,
    strict: bool = False,
    progress: Progress | None = None,
) -> Checked:
    """The problems of the named files alone; all of a data set's where none is named.

    ``strict`` makes errors of warnings, and tells deadlines that passed in silence, which are never
    more than warnings. ``progress`` is told how the reading of a large data set gets on; with None
    workers are never started.
    """
    problems, places, count, whole = [], [], 0, True
    for root, files in roots.items():
        reading = check_folder(root, today, keep=strict, progress=progress)
        whole = whole and reading.dataset is not None
        found = [*reading.problems]
        if strict:
            found = [_stricter(problem) for problem in found]
            found += overdue(reading.dataset, today) if reading.dataset else ()
        kept = list(_of_files(found, files))
        problems += sorted(kept, key=lambda problem: problem.order)
        places += [_from_here(root)] * len(kept)
        count += len(reading.files if files is None else _known(reading, files))
    return Checked(tuple(problems), tuple(places), count, usable=whole)


def _stricter(problem: Problem) -> Problem:
    return problem if problem.code == OVERDUE else replace(problem, level="error")


def _of_files(problems: Iterable[Problem], files: frozenset[str] | None) -> Iterable[Problem]:
    """The problems of the files, and the errors of those by which they are read."""
    for problem in problems:
        shared = problem.file in _SHARED and problem.level == "error"
        if files is None or problem.file in files or (shared and files):
            yield problem


def _known(reading: Reading, files: frozenset[str]) -> frozenset[str]:
    """The files, all of them of the data set; raises WrongUsage for one that is not."""
    unread = files.difference(reading.files, (problem.file for problem in reading.problems))
    if unread:
        raise WrongUsage("error.no-data-file", path=min(unread))
    return files


def _from_here(root: Path) -> str:
    """The folder as seen from the working folder; whole where it lies on another drive."""
    try:
        return Path(os.path.relpath(root)).as_posix()
    except ValueError:
        return root.as_posix()
