"""Changes of files tried out on the whole data set before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.errors import Refused, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Line
from dtcompare.model.problem import Problem
from dtcompare.reading.file_text import CannotPlace, Extended
from dtcompare.reading.json_schema import names_schemas
from dtcompare.reading.line_insert import NewLine, insert_entries, template
from dtcompare.reading.load import Reading, read_folder
from dtcompare.reading.sources import SHARED
from dtcompare.reading.written_words import Words

_SINGLE = (NATIONAL, SHARED)


class Additions(Struct):
    """What a file is to have more: lines, and sources by their id."""

    lines: list[NewLine]
    pages: dict[str, Words]


class FileEdit(Struct, frozen=True):
    """A file as it stands and as it would; ``before`` is None where there is no such file.

    ``added`` tells where in it each new line and source would stand.
    """

    root: Path
    id: str
    before: bytes | None
    added: Extended

    @property
    def file(self) -> str:
        """Return the file within the data set."""
        return file_of(self.id)

    @property
    def path(self) -> Path:
        """Return where the file is, or would be."""
        return self.root / self.file

    @property
    def after(self) -> bytes:
        """Return the content of the file as it would stand."""
        return self.added.text.encode()

    def row_now(self, row: int) -> int:
        """Return in which line that stands which would stand in ``row``."""
        return row - sum(fresh < row for fresh in self.added.fresh)

    @property
    def overtaken(self) -> bool:
        """Return whether somebody else has changed the file since it was read."""
        return _bytes(self.path) != self.before


class Trial(Struct, frozen=True):
    """Changes that leave the data set without an error.

    ``warnings`` are those that the data set did not have without them.
    """

    edits: tuple[FileEdit, ...]
    warnings: tuple[Problem, ...] = ()


def file_of(id: str) -> str:
    """Return the file of a province, of the country or of shared sources, within the data set."""
    return f"{id}.yaml" if id in _SINGLE else f"provinces/{id}.yaml"


def _start_of(root: Path, id: str, dataset: Dataset) -> str:
    """Return the text of a file that is to be begun.

    Raises WrongUsage for the country's: nothing but that file says what the country is called.
    """
    if id == NATIONAL:
        raise WrongUsage("error.no-national")
    if id == SHARED:
        return ""
    schema, up = "schema/province.schema.json", "../" * file_of(id).count("/")
    given = f"{up}{schema}" if (root / schema).is_file() or names_schemas(root) else None
    return template(dataset.province(id).name, given)


def edit_file(reading: Reading, id: str, additions: Additions) -> FileEdit:
    """Return the file of a province, the country or the shared sources with what is added.

    Raises WrongUsage where the file cannot take it.
    """
    file = file_of(id)
    before = _bytes(reading.root / file)
    assert reading.draft is not None
    text = _start_of(reading.root, id, reading.draft) if before is None else before.decode()
    try:
        done = insert_entries(text, additions.lines, additions.pages)
    except CannotPlace as error:
        raise WrongUsage("error.cannot-place", file=file) from error
    return FileEdit(reading.root, id, before, done)


def try_edits(reading: Reading, edits: Sequence[FileEdit], today: date) -> Trial:
    """Return the changes, found right together with all other files.

    Raises Refused with what is wrong in the files as they would be, WrongUsage where a new line
    would not be read as one.
    """
    changed = {edit.file: edit.after for edit in edits}
    where = ", ".join(changed) if len(changed) == 1 else str(reading.root)
    tried = read_folder(reading.root, today, changed)
    if tried.dataset is None:
        wrong = [problem for problem in tried.problems if problem.level == "error"]
        raise Refused(wrong, files=len(tried.files), where=where)
    assert reading.draft is not None
    if not _only_adds(reading.draft, tried.dataset, sum(len(edit.added.rows) for edit in edits)):
        raise WrongUsage("error.cannot-place", file=where)
    known = Counter(_without_place(problem) for problem in reading.problems)
    fresh = [problem for problem in tried.problems if known[_without_place(problem)] == 0]
    return Trial(tuple(edits), tuple(fresh))


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
