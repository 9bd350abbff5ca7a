"""A folder read into a data set: every file, every problem, one pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar
from zlib import crc32 as digest

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import About, Dataset, Lines
from dtcompare.model.figure import NATIONAL, Figure, Target
from dtcompare.model.indicator import Catalogue
from dtcompare.model.problem import Problem
from dtcompare.model.score import ScoreFile
from dtcompare.model.source import Source
from dtcompare.reading.about import read_about
from dtcompare.reading.catalogue import CatalogueReading, read_catalogue
from dtcompare.reading.folder import (
    CATALOGUE_FILE,
    DataFile,
    Listing,
    list_files,
    with_files,
)
from dtcompare.reading.lines import Context
from dtcompare.reading.nodes import Node
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.province import ProvinceReading, read_province
from dtcompare.reading.raw_text import read_text
from dtcompare.reading.register import RegisterReading, read_register
from dtcompare.reading.rules import LIMITS, SOURCES_FILE, Limits
from dtcompare.reading.score_file import read_score
from dtcompare.reading.sources import SHARED, SourceList, keys_of, read_sources
from dtcompare.reading.validator import ParsedMapping, Validator
from dtcompare.reading.yaml_events import read_nodes

__all__ = [
    "Reading",
    "load_catalogue",
    "load_dataset",
    "load_score",
    "read_bodies",
    "read_folder",
]

_T = TypeVar("_T")

# Reads files into bodies, and adds what is wrong with them to the reports.
Elsewhere = Callable[
    [Sequence[DataFile], Context, list[ProblemList]], Mapping[str, ProvinceReading]
]


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


def load_dataset(folder: Path, today: date) -> Dataset:
    """The data set in ``folder``.

    Raises DataBroken with all problems when there is any error, NotADataset when it is no such
    folder.
    """
    reading = read_folder(folder, today)
    if reading.dataset is None:
        raise DataBroken(reading.problems, files=len(reading.files), where=str(folder))
    return reading.dataset


def read_folder(
    folder: Path,
    today: date,
    changed: Mapping[str, bytes] | None = None,
    *,
    digests: dict[str, str] | None = None,
    elsewhere: Elsewhere | None = None,
    doubts: bool = True,
) -> Reading:
    """Everything in ``folder``, with every problem of every file.

    ``changed`` are files by their relative path as they might be written: they are read in place
    of those on the disk. ``digests``, where given, takes up those of the bytes that were read, by
    path. ``elsewhere`` reads the files of provinces and country in place of this process, and
    keeps their lines. Without ``doubts`` warnings of what may be true are left out.
    """
    listing = with_files(list_files(folder), changed or {})
    run = _Run(folder, listing, today, changed or {}, digests)
    with _uncollected():
        dataset = run.dataset(elsewhere, doubts=doubts)
    problems = sorted(
        chain.from_iterable(report.problems for report in run.reports), key=lambda p: p.order
    )
    broken = any(problem.level == "error" for problem in problems)
    files = tuple(sorted(file.path for file in listing.files))
    return Reading(None if broken else dataset, tuple(problems), files, folder)


def read_bodies(
    folder: Path, files: Sequence[DataFile], context: Context, digests: dict[str, str]
) -> tuple[dict[str, ProvinceReading], list[ProblemList]]:
    """What some files of provinces and country report, with their problems."""
    run = _Run(folder, Listing(tuple(files), ()), context.today, {}, digests)
    with _uncollected():
        return run.bodies(files, context, run.reports), run.reports


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue of a data set, all other files left unread.

    Raises DataBroken when there is any error in it, NotADataset when the folder is no data set.
    """
    run = _Run(folder, list_files(folder), date.max, {})
    declared = run.catalogue()
    problems = [p for report in run.reports for p in report.problems if p.file == CATALOGUE_FILE]
    if problems:
        raise DataBroken(problems, files=1, where=str(folder))
    return declared.catalogue


def load_score(path: Path, folder: Path) -> ScoreFile:
    """The score file at ``path``, wherever it lies, read by the catalogue of ``folder``.

    Raises DataBroken when there is any error in either, NotADataset when the folder is no data set.
    """
    run = _Run(folder, list_files(folder), date.max, {})
    declared = run.catalogue()
    score = run.score(path, ProblemList(str(path)), path.stem, declared)
    told = (CATALOGUE_FILE, str(path))
    problems = [p for report in run.reports for p in report.problems if p.file in told]
    if score is None or any(problem.level == "error" for problem in problems):
        raise DataBroken(problems, files=1, where=str(path))
    return score


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the garbage collector off: nothing read is in a cycle, and all of it is kept.

    Left on, it walks the growing data set again and again, for a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Run:
    """One reading of one folder."""

    def __init__(
        self,
        root: Path,
        listing: Listing,
        today: date,
        changed: Mapping[str, bytes],
        digests: dict[str, str] | None = None,
    ) -> None:
        self._root = root
        self._changed = changed
        self._digests = digests
        self._files = listing.files
        self._today = today
        self.reports = list(listing.reports)

    def dataset(self, elsewhere: Elsewhere | None = None, *, doubts: bool = True) -> Dataset:
        """The data set, as far as it could be read."""
        about = self._single("dataset", read_about) or About()
        declared = self.catalogue()
        page = self._page()
        listed = (
            self._single("register", partial(read_register, shared=page.sources))
            or RegisterReading()
        )
        context = Context(declared, listed, page.sources, self._today, doubts)
        files = [f for part in ("province", "national") for f in self._files if f.part == part]
        bodies = (elsewhere or self.bodies)(files, context, self.reports)
        self._warn_unused(page, [listed.cited, *(body.cited for body in bodies.values())])
        scores = {
            file.id: score
            for file in self._files
            if file.part == "score"
            if (
                score := self.score(
                    self._root / file.path, ProblemList(file.path), file.id, declared
                )
            )
        }
        return _dataset(about, declared, listed, page.sources or {}, bodies, scores)

    def score(
        self, path: Path, report: ProblemList, id: str, declared: CatalogueReading
    ) -> ScoreFile | None:
        """One score file, in the data set or beside it; None where it cannot be read."""
        self.reports.append(report)
        limits = LIMITS["score"]
        data = _bytes(path, report, limits, self._digests)
        root = None if data is None else _root(data, report, limits)
        if data is None or root is None:
            return None
        validator = Validator(report)
        return read_score(root, validator, declared, id=id, content=data)

    def bodies(
        self, files: Sequence[DataFile], context: Context, _: list[ProblemList]
    ) -> dict[str, ProvinceReading]:
        """What the files of provinces and country report."""
        return {file.id: self._body(file, context) for file in files}

    def catalogue(self) -> CatalogueReading:
        """What the catalogue declares, as far as it could be read."""
        return self._single("indicators", read_catalogue) or CatalogueReading()

    def _single(self, part: str, read: Callable[[Node, Validator], _T]) -> _T | None:
        """What the one file of that part says; None where it is missing or cannot be read."""
        file = next((file for file in self._files if file.part == part), None)
        return None if file is None else self._read(file, read)

    def _read(self, file: DataFile, read: Callable[[Node, Validator], _T]) -> _T | None:
        """What ``read`` makes of a file; None where there is nothing to read."""
        report = ProblemList(file.path)
        self.reports.append(report)
        limits = LIMITS.get(file.part, Limits())
        data = self._changed.get(file.path)
        if data is None:
            data = _bytes(self._root / file.path, report, limits, self._digests)
        root = None if data is None else _root(data, report, limits)
        return None if root is None else read(root, Validator(report))

    def _page(self) -> _Page:
        """sources.yaml: no sources where there is no such file."""
        file = next((file for file in self._files if file.part == "sources"), None)
        if file is None:
            return _Page({})
        return self._read(file, _page) or _Page(None)

    def _body(self, file: DataFile, context: Context) -> ProvinceReading:
        """What one province, or the country, reports."""
        body = self._read(file, partial(_province_body, file.id, context=context))
        return body or ProvinceReading()

    def _warn_unused(self, page: _Page, lists: Sequence[SourceList | None]) -> None:
        """Warn of shared sources that no file cites; not where some citation may be unread."""
        if page.found is None or page.report is None or page.sources is None:
            return
        cited: set[str] = set()
        for sources in lists:
            if sources is None or sources.doubtful:
                return
            cited |= sources.cited
        places = keys_of(page.found, "sources")
        for id, source in page.sources.items():
            if source is not None and id not in cited:
                page.report.add(places[id], "unused-source", level="warning", id=id)


@dataclass(frozen=True, slots=True)
class _Page:
    """sources.yaml as read; ``sources`` is None where its ids cannot be trusted."""

    sources: Mapping[str, Source | None] | None
    found: ParsedMapping | None = None
    report: ProblemList | None = None


def _page(root: Node, validator: Validator) -> _Page:
    """The sources that every file may cite."""
    found = SOURCES_FILE.read(root, "sources.yaml", validator)
    if found is None or "sources" not in found.values:
        return _Page(None)
    return _Page(
        read_sources(found, "sources", SHARED, validator.problems, {}), found, validator.problems
    )


def _province_body(id: str, root: Node, validator: Validator, context: Context) -> ProvinceReading:
    """The lines of one file; a file that no province bears the name of is noted."""
    ids = context.listed.ids
    if id != NATIONAL and ids is not None and id not in ids:
        hint = validator.problems.hint(id, ids, listed=False)
        validator.problems.add(None, "unknown-province", typed=id, **hint)
    return read_province(id, root, validator, context)


def _bytes(
    path: Path, report: ProblemList, limits: Limits, digests: dict[str, str] | None = None
) -> bytes | None:
    """The bytes of a file; None where it cannot be read, which is noted."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.largest + 1)
    except OSError as error:
        report.add(None, "cannot-read", reason=error.strerror or str(error))
        return None
    if digests is not None:
        digests[report.file] = digest(data)
    return data


def _root(data: bytes, report: ProblemList, limits: Limits) -> Node | None:
    """The content of a file; None where it cannot be read, which is noted."""
    text = read_text(data, report, limits.largest)
    return None if text is None else read_nodes(text, report, limits.deepest)


def _dataset(
    about: About,
    declared: CatalogueReading,
    listed: RegisterReading,
    shared: Mapping[str, Source | None],
    bodies: Mapping[str, ProvinceReading],
    scores: Mapping[str, ScoreFile],
) -> Dataset:
    """The records of all files in one data set; lines in the register's order, the country last."""
    order = [*(id for id in listed.register.provinces if id in bodies)]
    if NATIONAL in bodies:
        order.append(NATIONAL)
    sources = {source.key: source for source in shared.values() if source is not None}
    for id in order:
        sources |= bodies[id].sources
    figures: dict[str, list[Figure]] = {}
    targets: dict[str, list[Target]] = {}
    for id in order:
        for indicator, reported in bodies[id].figures.items():
            figures.setdefault(indicator, []).extend(reported)
        for indicator, aims in bodies[id].targets.items():
            targets.setdefault(indicator, []).extend(aims)
    lines = {
        id: Lines(tuple(figures.get(id, ())), tuple(targets.get(id, ())))
        for id in declared.catalogue.indicators
        if id in figures or id in targets
    }
    country = bodies[NATIONAL].name if NATIONAL in bodies else None
    catalogue = declared.catalogue
    return Dataset(about, catalogue, listed.register, sources, lines, country, scores)
