"""A folder read into a data set: every file, every problem, one pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import About, Dataset, Lines
from dtcompare.model.figure import NATIONAL, Figure, Target
from dtcompare.model.indicator import Catalogue
from dtcompare.model.problem import Problem
from dtcompare.model.score import ScoreFile
from dtcompare.model.source import Source
from dtcompare.reading.about import read_about
from dtcompare.reading.catalogue import CatalogueReading, read_catalogue
from dtcompare.reading.folder import DataFile, list_files, with_files
from dtcompare.reading.lines import Context
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Node
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.province import ProvinceReading, read_province
from dtcompare.reading.raw_text import read_text
from dtcompare.reading.register import RegisterReading, read_register
from dtcompare.reading.rules import LIMITS, SOURCES_FILE, Limits
from dtcompare.reading.score_file import read_score
from dtcompare.reading.sources import SHARED, keys_of, read_sources
from dtcompare.reading.yaml_events import read_nodes

__all__ = [
    "Bodies",
    "ReadBodies",
    "Reading",
    "load_catalogue",
    "load_dataset",
    "load_score",
    "read_chunk",
    "read_folder",
    "shared_sources",
]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a folder came to.

    ``dataset`` is None when any problem is an error. ``files`` are the relative paths of all files
    read; ``problems`` are sorted by place.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    root: Path

    def require(self) -> Dataset:
        """Return the data set. Raises DataBroken with all problems when there is any error."""
        if self.dataset is None:
            raise DataBroken(self.problems, files=len(self.files), where=str(self.root))
        return self.dataset


@dataclass(slots=True)
class Bodies:
    """What files of provinces and country report, with what is wrong in them.

    ``country`` is the name in national.yaml; ``cited`` are ids of sources, None where a citation
    may be unread.
    """

    lines: Mapping[str, Lines] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    country: str | None = None
    cited: set[str] | None = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: Bodies) -> None:
        """Add what other files report, but for their lines and sources."""
        self.country = self.country or other.country
        self.problems += other.problems
        if self.cited is not None:
            self.cited = None if other.cited is None else self.cited | other.cited


ReadBodies = Callable[[Context, Sequence[DataFile]], Bodies]


def load_dataset(folder: Path, today: date) -> Dataset:
    """Return the data set in ``folder``.

    Raises DataBroken with all problems when there is any error, NotADataset when it is no such
    folder.
    """
    return read_folder(folder, today).require()


def read_folder(
    folder: Path,
    today: date,
    changed: Mapping[str, bytes] | None = None,
    *,
    doubts: bool = True,
    read_bodies: ReadBodies | None = None,
) -> Reading:
    """Read everything in ``folder``, with every problem of every file.

    Args:
        folder: The folder of the data set.
        today: The day after which nothing can have been measured.
        changed: Files by their relative path as they might be written: they are read in place of
            those on the disk.
        doubts: Whether to warn of what may be true.
        read_bodies: Reads the files of provinces and country in place of this process.

    Raises:
        NotADataset: The folder holds no data set.
    """
    listing = with_files(list_files(folder), changed or {})
    files = _Files(folder, listing.files, changed or {})
    with _uncollected():
        dataset, problems = _read_all(
            files, read_bodies or partial(_read_here, files), today, doubts=doubts
        )
    for report in (*listing.reports, *files.reports):
        problems += report.problems
    problems.sort(key=lambda problem: problem.order)
    broken = any(problem.level == "error" for problem in problems)
    paths = tuple(sorted(file.path for file in listing.files))
    return Reading(None if broken else dataset, tuple(problems), paths, folder)


def _read_all(
    files: _Files, read_bodies: ReadBodies, today: date, *, doubts: bool
) -> tuple[Dataset, list[Problem]]:
    """Read all files, as far as they can be read; also return what is wrong in the bodies."""
    about = files.read_single("dataset", read_about) or About()
    declared = files.read_single("indicators", read_catalogue) or CatalogueReading()
    page = _Page({})
    if files.of("sources"):
        page = files.read_single("sources", _read_page) or _Page()
    listed = (
        files.read_single("register", partial(read_register, shared=page.sources))
        or RegisterReading()
    )
    context = Context(declared, listed, page.sources, today, doubts)
    bodies = read_bodies(context, _in_order(files.of("province"), listed) + files.of("national"))
    if listed.cited is not None and not listed.cited.doubtful and bodies.cited is not None:
        page.warn_unused(listed.cited.cited | bodies.cited)
    scores = {}
    for file in files.of("score"):
        score = files.read_score(files.root / file.path, ProblemList(file.path), file.id, declared)
        if score is not None:
            scores[file.id] = score
    catalogue, register = declared.catalogue, listed.register
    return (
        Dataset(about, catalogue, register, bodies.sources, bodies.lines, bodies.country, scores),
        bodies.problems,
    )


def _in_order(files: list[DataFile], listed: RegisterReading) -> list[DataFile]:
    """Sort files of provinces by the register, those that it does not list last."""
    places = {id: place for place, id in enumerate(listed.register.provinces)}
    return sorted(files, key=lambda file: places.get(file.id, len(places)))


def _read_here(files: _Files, context: Context, bodies: Sequence[DataFile]) -> Bodies:
    """Read the files of provinces and country by this process."""
    found = read_chunk(files.root, context, bodies, files.changed)
    found.sources = {**shared_sources(context), **found.sources}
    return found


def shared_sources(context: Context) -> dict[str, Source]:
    """Return the sources of sources.yaml by key FILE/ID."""
    shared = (context.shared or {}).values()
    return {source.key: source for source in shared if source is not None}


def read_chunk(
    folder: Path,
    context: Context,
    files: Sequence[DataFile],
    changed: Mapping[str, bytes] | None = None,
) -> Bodies:
    """Read some files of provinces and country: their lines in the order of the files."""
    reader = _Files(folder, files, changed or {})
    figures: dict[str, list[Figure]] = {}
    targets: dict[str, list[Target]] = {}
    sources: dict[str, Source] = {}
    found = Bodies(sources=sources)
    with _uncollected():
        for file in files:
            body = (
                reader.read(file, partial(_read_body, file.id, context=context))
                or ProvinceReading()
            )
            cited = body.cited
            unread = cited is None or cited.doubtful
            country = body.name if file.part == NATIONAL else None
            found.add(
                Bodies(country=country, cited=None if unread or cited is None else cited.cited)
            )
            sources.update(body.sources)
            for id, reported in body.figures.items():
                figures.setdefault(id, []).extend(reported)
            for id, aims in body.targets.items():
                targets.setdefault(id, []).extend(aims)
    found.lines = {
        id: Lines(tuple(figures.get(id, ())), tuple(targets.get(id, ())))
        for id in context.declared.catalogue.indicators
        if id in figures or id in targets
    }
    for report in reader.reports:
        found.problems += report.problems
    return found


def _read_body(id: str, root: Node, problems: ProblemList, context: Context) -> ProvinceReading:
    """Read the lines of one file; a file that no province bears the name of is noted."""
    ids = context.listed.ids
    if id != NATIONAL and ids is not None and id not in ids:
        hint = problems.hint(id, ids, listed=False)
        problems.add(None, "unknown-province", typed=id, **hint)
    return read_province(id, root, problems, context)


def load_catalogue(folder: Path) -> Catalogue:
    """Return the catalogue of a data set, all other files left unread.

    Raises DataBroken when there is any error in it, NotADataset when the folder is no data set.
    """
    files = _Files(folder, list_files(folder).files, {})
    declared = files.read_single("indicators", read_catalogue) or CatalogueReading()
    problems = [problem for report in files.reports for problem in report.problems]
    if problems:
        raise DataBroken(problems, files=1, where=str(folder))
    return declared.catalogue


def load_score(path: Path, folder: Path) -> ScoreFile:
    """Return the score file at ``path``, wherever it lies, read by the catalogue of ``folder``.

    Raises DataBroken when there is any error in either, NotADataset when the folder is no data set.
    """
    files = _Files(folder, list_files(folder).files, {})
    declared = files.read_single("indicators", read_catalogue) or CatalogueReading()
    score = files.read_score(path, ProblemList(str(path)), path.stem, declared)
    problems = [problem for report in files.reports for problem in report.problems]
    if score is None or any(problem.level == "error" for problem in problems):
        raise DataBroken(problems, files=1, where=str(path))
    return score


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector off: nothing read is in a cycle, and all of it is kept.

    Left on, it walks the growing data set again and again, for a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Files:
    """Reads the files of one folder; ``reports`` are of those that were read.

    ``changed`` are files by their path as they might be written.
    """

    def __init__(self, root: Path, files: Sequence[DataFile], changed: Mapping[str, bytes]) -> None:
        self.root = root
        self.changed = changed
        self.reports: list[ProblemList] = []
        self._files = files

    def of(self, part: str) -> list[DataFile]:
        """Return the files of that part of the data set."""
        return [file for file in self._files if file.part == part]

    def read_single(self, part: str, read: Callable[[Node, ProblemList], _T]) -> _T | None:
        """Read the one file of that part; None where it is missing or cannot be read."""
        for file in self.of(part):
            return self.read(file, read)
        return None

    def read(self, file: DataFile, read: Callable[[Node, ProblemList], _T]) -> _T | None:
        """Return what ``read`` makes of a file; None where there is nothing to read."""
        report = ProblemList(file.path)
        self.reports.append(report)
        limits = LIMITS.get(file.part, Limits())
        data = self.changed.get(file.path)
        if data is None:
            data = _read_bytes(self.root / file.path, report, limits)
        root = None if data is None else _read_root(data, report, limits)
        return None if root is None else read(root, report)

    def read_score(
        self, path: Path, report: ProblemList, id: str, declared: CatalogueReading
    ) -> ScoreFile | None:
        """Read one score file, in the data set or beside it; None where it cannot be read."""
        self.reports.append(report)
        limits = LIMITS["score"]
        data = _read_bytes(path, report, limits)
        root = None if data is None else _read_root(data, report, limits)
        if data is None or root is None:
            return None
        return read_score(root, report, declared, id=id, content=data)


def _read_bytes(path: Path, report: ProblemList, limits: Limits) -> bytes | None:
    """Return the bytes of a file; None where it cannot be read, which is noted."""
    try:
        with path.open("rb") as file:
            return file.read(limits.largest + 1)
    except OSError as error:
        report.add(None, "cannot-read", reason=error.strerror or str(error))
        return None


def _read_root(data: bytes, report: ProblemList, limits: Limits) -> Node | None:
    """Return the content of a file; None where it cannot be read, which is noted."""
    text = read_text(data, report, limits.largest)
    return None if text is None else read_nodes(text, report, limits.deepest)


@dataclass(frozen=True, slots=True)
class _Page:
    """sources.yaml as read; ``sources`` is None where its ids cannot be trusted."""

    sources: Mapping[str, Source | None] | None = None
    found: ParsedMapping | None = None
    report: ProblemList | None = None

    def warn_unused(self, cited: set[str]) -> None:
        """Warn of shared sources that no file cites."""
        if self.found is None or self.report is None or self.sources is None:
            return
        places = keys_of(self.found, "sources")
        for id, source in self.sources.items():
            if source is not None and id not in cited:
                self.report.add(places[id], "unused-source", level="warning", id=id)


def _read_page(root: Node, problems: ProblemList) -> _Page:
    """Read the sources that every file may cite."""
    found = SOURCES_FILE.read(root, "sources.yaml", problems)
    if found is None or "sources" not in found.values:
        return _Page()
    return _Page(read_sources(found, "sources", SHARED, problems, {}), found, problems)
