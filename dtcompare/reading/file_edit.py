"""A change of one file tried out on the whole data set before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.errors import Refused, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Line
from dtcompare.model.problem import Problem
from dtcompare.reading.line_insert import CannotPlace, template
from dtcompare.reading.load import Reading, read_folder

__all__ = ["FileEdit", "file_of", "start_of", "try_edit"]


class FileEdit(Struct, frozen=True):
    """A file as it stands and as it would; ``before`` is None where there is no such file.

    ``warnings`` are those of the file that the data set did not have without the change.
    """

    root: Path
    file: str
    before: bytes | None
    after: bytes
    warnings: tuple[Problem, ...] = ()

    @property
    def path(self) -> Path:
        """Return where the file is, or would be."""
        return self.root / self.file

    @property
    def overtaken(self) -> bool:
        """Return whether somebody else has changed the file since it was read."""
        return _bytes(self.path) != self.before


def file_of(id: str) -> str:
    """Return the file of a province, or of the country, within the data set."""
    return f"{NATIONAL}.yaml" if id == NATIONAL else f"provinces/{id}.yaml"


def start_of(root: Path, id: str, dataset: Dataset) -> str:
    """Return the text of a province file that is to be begun.

    Raises WrongUsage for the country's: nothing but that file says what the country is called.
    """
    if id == NATIONAL:
        raise WrongUsage("error.no-national")
    schema, up = "schema/province.schema.json", "../" * file_of(id).count("/")
    given = f"{up}{schema}" if (root / schema).is_file() else None
    return template(dataset.province(id).name, given)


def try_edit(
    reading: Reading, id: str, edit: Callable[[str], str], today: date, *, lines: int
) -> FileEdit:
    """Return the file of a province after ``edit``, found right together with all other files.

    ``lines`` is how many figures or targets are to be more. Raises WrongUsage where the file
    cannot take them, and Refused with what is wrong in the file as it would be.
    """
    dataset = reading.dataset
    assert dataset is not None
    file = file_of(id)
    before = _bytes(reading.root / file)
    text = start_of(reading.root, id, dataset) if before is None else before.decode()
    try:
        after = edit(text).encode()
    except CannotPlace as error:
        raise WrongUsage("error.cannot-place", file=file) from error
    tried = read_folder(reading.root, today, {file: after})
    if tried.dataset is None:
        wrong = [problem for problem in tried.problems if problem.level == "error"]
        raise Refused(wrong, files=len(tried.files), where=file)
    if not _only_adds(dataset, tried.dataset, lines):
        raise WrongUsage("error.cannot-place", file=file)
    known = Counter(_without_place(problem) for problem in reading.problems)
    fresh = [p for p in tried.problems if known[_without_place(p)] == 0]
    return FileEdit(reading.root, file, before, after, tuple(fresh))


def _bytes(path: Path) -> bytes | None:
    """Return the content of a file; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _without_place(problem: Problem) -> tuple[object, ...]:
    """Return a problem as it is wherever it has moved; rows it names may have moved too."""
    facts = [(name, fact) for name, fact in problem.facts.items() if name != "first"]
    return (problem.file, problem.code, problem.key, str(sorted(facts, key=str)))


def _only_adds(old: Dataset, new: Dataset, lines: int) -> bool:
    """Return whether the new data set has every line of the old one and just so many more."""
    before, after = _counted(old), _counted(new)
    return not before - after and (after - before).total() == lines


def _counted(dataset: Dataset) -> Counter[Line]:
    """Return every figure and target, wherever in its file it stands."""
    found: Counter[Line] = Counter()
    for _, lines in dataset.all_lines():
        found.update(replace(line, row=0) for line in (*lines.figures, *lines.targets))
    return found
