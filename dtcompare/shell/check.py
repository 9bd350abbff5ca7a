"""Which files are checked, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from dtcompare.errors import WrongUsage
from dtcompare.model.problem import Problem
from dtcompare.reading.folder import dataset_around
from dtcompare.reading.git_revision import Repository, touched_files
from dtcompare.reading.load import Reading
from dtcompare.reading.opened import Progress, check_folder
from dtcompare.reading.plausibility import OVERDUE, overdue
from dtcompare.shell.file_changes import path_from_here
from dtcompare.shell.further_checks import look_further
from dtcompare.view.problems import Checked

# What every other file is read by; its errors are shown whichever file is named.
_SHARED = frozenset({"indicators.yaml", "register.yaml", "sources.yaml"})

# Folders of data sets, each with the files in it that are to be checked; None: all of its files.
Targets = Mapping[Path, frozenset[str] | None]


def targets_of(paths: Sequence[str]) -> Targets:
    """Return the data sets around the paths, each with the files named in it.

    Raises WrongUsage for a path where nothing is, NotADataset for one that is in no data set.
    """
    targets: dict[Path, frozenset[str] | None] = {}
    for path in paths:
        root, file = _place_in_dataset(Path(path))
        before = targets.get(root, frozenset())
        targets[root] = None if file is None or before is None else before | {file}
    return targets


def _place_in_dataset(path: Path) -> tuple[Path, str | None]:
    """Return the data set around a path, and the file within it; None for a whole data set."""
    if not path.exists() and not path.is_symlink():
        raise WrongUsage("error.no-file", path=path)
    root = dataset_around(path)
    if path.is_dir():
        return root, None
    return root, path.absolute().relative_to(root.absolute()).as_posix()


def keep_touched(targets: Targets, revision: str) -> Targets:
    """Keep the files that differ from a git revision; all where those may bear on all.

    Raises WrongUsage for a revision that is not here.
    """
    kept: dict[Path, frozenset[str] | None] = {}
    for root, files in targets.items():
        changed = touched_files(Repository.around(root), revision)
        gone = any(not (root / file).is_file() for file in changed)
        if gone or changed & _SHARED:
            kept[root] = files
        else:
            kept[root] = changed if files is None else changed & files
    return kept


def check_targets(
    targets: Targets,
    today: date,
    *,
    strict: bool = False,
    pages: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Return the problems of the files that are to be checked.

    ``strict`` makes errors of warnings, and tells deadlines that passed in silence, which are never
    more than warnings. ``progress`` is told how the reading of a large data set gets on; with None
    workers are never started. ``pages`` is the status of addresses, as a link checker found them:
    figures that stand on dead ones are named. Raises WrongUsage for a file that is none of its data
    set.
    """
    problems: list[Problem] = []
    places: list[str] = []
    count, usable = 0, True
    for root, files in targets.items():
        reading = check_folder(root, today, keep=strict or pages is not None, progress=progress)
        usable = usable and reading.dataset is not None
        reading = look_further(reading, today, pages)
        found = _strict_problems(reading, today) if strict else reading.problems
        kept = sorted(_of_files(found, files), key=lambda problem: problem.order)
        problems += kept
        places += [path_from_here(root)] * len(kept)
        count += len(reading.files if files is None else _require_read(reading, files))
    return Checked(tuple(problems), tuple(places), count, usable=usable)


def _strict_problems(reading: Reading, today: date) -> list[Problem]:
    """Return the problems as errors, and the deadlines that passed in silence as warnings."""
    problems = [
        problem if problem.code == OVERDUE else replace(problem, level="error")
        for problem in reading.problems
    ]
    if reading.dataset is not None:
        problems += overdue(reading.dataset, today)
    return problems


def _of_files(problems: Iterable[Problem], files: frozenset[str] | None) -> Iterable[Problem]:
    """Yield the problems of the files, and the errors of those by which they are read."""
    for problem in problems:
        shared = problem.file in _SHARED and problem.level == "error"
        if files is None or problem.file in files or (shared and files):
            yield problem


def _require_read(reading: Reading, files: frozenset[str]) -> frozenset[str]:
    """Return the files, all of them of the data set. Raises WrongUsage for one that is not."""
    unread = files.difference(reading.files, (problem.file for problem in reading.problems))
    if unread:
        raise WrongUsage("error.no-data-file", path=min(unread))
    return files
