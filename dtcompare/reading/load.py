"""A folder read into a data set: every file, every problem, one pass."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import About, Dataset, Lines
from dtcompare.model.figure import NATIONAL, Figure, Target
from dtcompare.model.problem import Problem
from dtcompare.model.score import ScoreFile
from dtcompare.model.source import Source
from dtcompare.reading.catalogue import CatalogueReading, read_catalogue
from dtcompare.reading.folder import PROVINCES, DataFile, list_files, part_of
from dtcompare.reading.lines import Context
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.province import ProvinceReading, read_province
from dtcompare.reading.raw_text import read_text
from dtcompare.reading.register import RegisterReading, read_register
from dtcompare.reading.rules import DATASET, LIMITS, SOURCES_FILE, Limits
from dtcompare.reading.score_file import read_score
from dtcompare.reading.sources import SHARED, SourceList, by_key, read_sources
from dtcompare.reading.yaml_events import read_nodes

_T = TypeVar("_T")


class Reading(Struct, frozen=True):
    """What reading a folder came to.

    ``dataset`` is None when any problem is an error. ``files`` are the relative paths of all files
    read; ``problems`` are sorted by place. ``draft`` is the data set as far as it could be read,
    for those who would mend it.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    root: Path
    draft: Dataset | None = None

    def require(self) -> Dataset:
        """Return the data set. Raises DataBroken with all problems when there is any error."""
        if self.dataset is None:
            raise DataBroken(self.problems, files=len(self.files), where=str(self.root))
        return self.dataset


class Bodies(Struct):
    """What files of provinces and country report, with what is wrong in them.

    ``country`` is the name in national.yaml; ``cited`` are ids of sources, None where a citation
    may be unread.
    """

    lines: Mapping[str, Lines] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    country: str | None = None
    cited: frozenset[str] | None = frozenset()
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: Bodies) -> None:
        """Add what other files report, but for their lines and sources."""
        self.country = self.country or other.country
        self.problems += other.problems
        if self.cited is not None:
            self.cited = None if other.cited is None else self.cited | other.cited


ReadBodies = Callable[[Context, Sequence[DataFile]], Bodies]


def read_folder(
    folder: Path,
    today: date,
    changed: Mapping[str, bytes] | None = None,
    *,
    doubts: bool = True,
    read_bodies: ReadBodies | None = None,
) -> Reading:
    """Read everything in ``folder``, with every problem of every file.

    ``today`` is the day after which nothing can have been measured. ``changed`` are files by their
    relative path as they might be written, read in place of those on the disk. Without ``doubts``
    nothing is said of what may be true. ``read_bodies`` reads the files of provinces and country in
    place of this process. Raises NotADataset.
    """
    changed = changed or {}
    listed, problems = list_files(folder)
    if any(path.startswith(f"{PROVINCES}/") for path in changed):
        problems = [problem for problem in problems if problem.file != PROVINCES]
    known = {file.path for file in listed}
    listed += [DataFile(path, part_of(path)) for path in changed if path not in known]
    files = _Files(folder, listed, changed, today=today)
    with _uncollected():
        dataset, in_bodies = _read_all(
            files, read_bodies or partial(_read_here, files), today, doubts=doubts
        )
    problems += files.problems() + in_bodies
    problems.sort(key=lambda problem: problem.order)
    paths = tuple(sorted(file.path for file in listed))
    right = None if _is_broken(problems) else dataset
    return Reading(right, tuple(problems), paths, folder, dataset)


def _read_all(
    files: _Files, read_bodies: ReadBodies, today: date, *, doubts: bool
) -> tuple[Dataset, list[Problem]]:
    """Read all files, as far as they can be read; also return what is wrong in the bodies."""
    about = files.read_about()
    declared = files.read_catalogue()
    page = files.read_single("sources", partial(_read_shared, today=today))
    shared = {} if not files.of("sources") else None if page is None else page.own
    listed = files.read_register(shared, about)
    context = Context(declared, listed, shared, today, doubts, about.languages)
    order = {id: place for place, id in enumerate(listed.register.provinces)}  # others come last
    own = sorted(files.of("province"), key=lambda file: order.get(file.id, len(order)))
    bodies = read_bodies(context, own + files.of("national"))
    if page is not None and listed.cited is not None and bodies.cited is not None:
        page.tell_unused(listed.cited | bodies.cited, "warning")
    scores = {}
    for file in files.of("score"):
        score = files.read_score(files.root / file.path, file.path, file.id, declared)
        if score is not None:
            scores[file.id] = score
    if doubts:
        files.tell_untranslated(about.languages)
    catalogue, register = declared.catalogue, listed.register
    return (
        Dataset(about, catalogue, register, bodies.sources, bodies.lines, bodies.country, scores),
        bodies.problems,
    )


def _read_about(root: Node, problems: ProblemList) -> About:
    """Read dataset.yaml; what it leaves out is said in the usual words."""
    problems.languages |= _spoken(root)
    found = DATASET.read(root, "dataset.yaml", problems)
    values = {} if found is None else dict(found.values)
    if "date" in values:
        values["date"] = values["date"].text
    return About(**values)


def _spoken(root: Node) -> frozenset[str]:
    """Return the languages that dataset.yaml declares: its own texts may be in them too."""
    for key, value in root.pairs if isinstance(root, Pairs) else ():
        if isinstance(key, Scalar) and key.text == "languages" and isinstance(value, Items):
            return frozenset(item.text for item in value.items if isinstance(item, Scalar))
    return frozenset()


def _read_shared(root: Node, problems: ProblemList, today: date) -> SourceList | None:
    """Read sources.yaml, which every file may cite; None where its ids cannot be trusted."""
    found = SOURCES_FILE.read(root, "sources.yaml", problems)
    if found is None or "sources" not in found.values:
        return None
    return read_sources(found, SHARED, {}, complete=True, today=today)


def _read_here(files: _Files, context: Context, bodies: Sequence[DataFile]) -> Bodies:
    """Read the files of provinces and country by this process."""
    found = read_chunk(files.root, context, bodies, files.changed)
    found.sources = {**by_key(context.shared), **found.sources}
    return found


def read_chunk(
    folder: Path,
    context: Context,
    files: Sequence[DataFile],
    changed: Mapping[str, bytes] | None = None,
) -> Bodies:
    """Read some files of provinces and country: their lines in the order of the files."""
    reader = _Files(folder, files, changed or {}, context.languages)
    figures: dict[str, list[Figure]] = {}
    targets: dict[str, list[Target]] = {}
    sources: dict[str, Source] = {}
    found = Bodies(sources=sources)
    with _uncollected():
        for file in files:
            read = partial(read_province, file.id, context=context)
            body = reader.read(file, read) or ProvinceReading()
            country = body.name if file.part == NATIONAL else None
            found.add(Bodies(country=country, cited=body.cited))
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
    if context.doubts:
        reader.tell_untranslated(context.languages)
    found.problems += reader.problems()
    return found


def load_declared(folder: Path) -> Dataset:
    """Return a data set without what provinces report: its description, catalogue and register.

    Raises DataBroken when there is any error in the first two, NotADataset when the folder is no
    data set.
    """
    files = _Files(folder, list_files(folder)[0], {})
    about, catalogue = files.read_about(), files.read_catalogue().catalogue
    files.require_right(folder)
    return Dataset(about, catalogue, files.read_register(None, about).register, {})


def load_score(path: Path, folder: Path, today: date) -> ScoreFile:
    """Return the score file at ``path``, wherever it lies, read by the catalogue of ``folder``.

    Raises DataBroken when there is any error in either, NotADataset when the folder is no data set.
    """
    files = _Files(folder, list_files(folder)[0], {}, today=today)
    files.read_about()
    score = files.read_score(path, str(path), path.stem, files.read_catalogue())
    files.require_right(path)
    assert score is not None
    return score


def _is_broken(problems: Iterable[Problem]) -> bool:
    """Return whether one of the problems is an error."""
    return any(problem.level == "error" for problem in problems)


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
    """Reads the files of one folder, and collects their problems.

    ``changed`` are files by their path as they might be written.
    """

    def __init__(
        self,
        root: Path,
        files: Sequence[DataFile],
        changed: Mapping[str, bytes],
        languages: Sequence[str] = (),
        *,
        today: date = date.max,
    ) -> None:
        self.root = root
        self.changed = changed
        self._languages = tuple(languages)
        self._today = today
        self._files = files
        self._reports: list[ProblemList] = []

    def problems(self) -> list[Problem]:
        """Return the problems of all files read so far."""
        return [problem for report in self._reports for problem in report.problems]

    def tell_untranslated(self, languages: Sequence[str]) -> None:
        """Warn of texts in the files read so far that are not in all the languages."""
        for report in self._reports:
            report.tell_untranslated(languages)

    def require_right(self, where: Path) -> None:
        """Raise DataBroken with all problems when there is any error."""
        problems = self.problems()
        if _is_broken(problems):
            raise DataBroken(problems, files=1, where=str(where))

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
        report, limits = self._report(file.path), LIMITS.get(file.part, Limits())
        data = self.changed.get(file.path)
        if data is None:
            data = _read_bytes(self.root / file.path, report, limits)
        root = _read_root(data, report, limits)
        return None if root is None else read(root, report)

    def read_about(self) -> About:
        """Read dataset.yaml; the files read from now on may have texts in its languages."""
        about = self.read_single("dataset", _read_about) or About()
        self._languages = about.languages
        return about

    def read_register(
        self, shared: Mapping[str, Source | None] | None, about: About
    ) -> RegisterReading:
        """Read register.yaml, as far as it can be read."""
        read = partial(read_register, shared=shared, code=about.code)
        return self.read_single("register", read) or RegisterReading()

    def read_catalogue(self) -> CatalogueReading:
        """Read indicators.yaml, as far as it can be read."""
        return self.read_single("indicators", read_catalogue) or CatalogueReading()

    def read_score(
        self, path: Path, name: str, id: str, declared: CatalogueReading
    ) -> ScoreFile | None:
        """Read one score file, in the data set or beside it; None where it cannot be read.

        ``name`` is what problems call the file.
        """
        report, limits = self._report(name), LIMITS["score"]
        data = _read_bytes(path, report, limits)
        root = _read_root(data, report, limits)
        if root is None or data is None:
            return None
        return read_score(root, report, declared, id=id, content=data)

    def _report(self, name: str) -> ProblemList:
        """Begin the problems of one file."""
        report = ProblemList(name, self._languages, self._today)
        self._reports.append(report)
        return report


def _read_bytes(path: Path, report: ProblemList, limits: Limits) -> bytes | None:
    """Return the bytes of a file; None where it cannot be read, which is noted."""
    try:
        with path.open("rb") as file:
            return file.read(limits.largest + 1)
    except OSError as error:
        report.add(None, "cannot-read", reason=error.strerror or str(error))
        return None


def _read_root(data: bytes | None, report: ProblemList, limits: Limits) -> Node | None:
    """Return the content of a file; None where it cannot be read, which is noted."""
    text = None if data is None else read_text(data, report, limits.largest)
    return None if text is None else read_nodes(text, report, limits.deepest)
