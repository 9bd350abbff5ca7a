"""A large data set read on every core: workers hand back finished blocks, not records.

This process never holds the data set, only its blocks, squeezed: a thirtieth of what the records
take.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import active_children, connection, get_context, parent_process
from pathlib import Path

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import Figure, Target
from dtcompare.model.problem import Problem
from dtcompare.reading.blocks import (
    Layout,
    dataset_of,
    head_blocks,
    owners,
    pack_lines,
    pack_tallies,
)
from dtcompare.reading.folder import DataFile
from dtcompare.reading.lines import Around
from dtcompare.reading.load import Reading, read_bodies, read_folder
from dtcompare.reading.opened import Progress
from dtcompare.reading.packing import Unpackable, pack_rows, squeezed
from dtcompare.reading.province import Body
from dtcompare.reading.report import Report
from dtcompare.reading.sources import SourceList
from dtcompare.reading.store import Store

__all__ = ["LARGE", "check_large", "is_large", "read_large"]

LARGE = 2 << 20  # bytes of YAML; below it, starting workers takes longer than they save
_FILES = 48  # a worker reads these many before it hands back


def is_large(folder: Path) -> bool:
    """Whether the province files take more than LARGE bytes, on a machine of several cores."""
    if (os.cpu_count() or 1) < 2:
        return False
    total = 0
    for part in ("provinces", "provinces/former"):
        with suppress(OSError), os.scandir(folder / part) as entries:
            for entry in entries:
                with suppress(OSError):
                    total += entry.stat().st_size if entry.name.endswith(".yaml") else 0
                if total > LARGE:
                    return True
    return False


@dataclass(frozen=True, slots=True)
class _Done:
    """What a worker hands back: blocks, problems, digests, and by file what the country needs.

    ``bodies``: id, name, the shared sources it cites, and whether it may cite others unseen.
    """

    lines: Mapping[str, bytes]
    tallies: Mapping[str, bytes]
    sources: bytes
    problems: tuple[Problem, ...]
    digests: Mapping[str, str]
    bodies: tuple[tuple[str, str | None, frozenset[str] | None, bool], ...]


def read_large(folder: Path, today: date, store: Store | None, progress: Progress) -> Dataset:
    """The data set in ``folder``, read by workers. Raises DataBroken and NotADataset."""
    crew = _Crew(folder, progress)
    reading = read_folder(folder, today, digests=crew.digests, elsewhere=crew.read, doubts=False)
    if reading.dataset is None:  # all that is to be said of it takes longer
        reading = check_large(folder, today, progress, keep=True)
        if reading.dataset is None:
            raise DataBroken(reading.problems, files=len(reading.files), where=str(folder))
        return reading.dataset
    blocks = crew.finished(reading.dataset)
    if store is not None:
        with suppress(Unpackable):
            store.keep(blocks, crew.digests)
    return dataset_of(blocks.__getitem__, lambda: _unreachable(folder))


def check_large(folder: Path, today: date, progress: Progress, *, keep: bool) -> Reading:
    """Everything in ``folder`` with every problem, read by workers. Raises NotADataset.

    Unless told to ``keep`` them, the lines of provinces and country are left out.
    """
    crew = _Crew(folder, progress, keep=keep)
    reading = read_folder(folder, today, elsewhere=crew.read)
    if reading.dataset is None or not keep:
        return reading
    blocks = crew.finished(reading.dataset)
    dataset = dataset_of(blocks.__getitem__, lambda: _unreachable(folder))
    return replace(reading, dataset=dataset)


def _unreachable(folder: Path) -> Dataset:
    raise AssertionError(f"a block of {folder} went lost in memory")


class _Crew:
    """Reads files on every core, and keeps the blocks that come back."""

    def __init__(self, folder: Path, progress: Progress, *, keep: bool = True) -> None:
        self._folder = folder
        self._progress = progress
        self._keeps = keep
        self.digests: dict[str, str] = {}
        self._blocks: dict[str, bytes] = {}
        self._parts: dict[str, list[int]] = {}
        self._files: list[list[str]] = []

    def read(
        self, files: Sequence[DataFile], around: Around, reports: list[Report]
    ) -> Mapping[str, Body]:
        """Bodies without lines: those are in the blocks. In the register's order, country last."""
        places = {id: n for n, id in enumerate(around.listed.register.provinces)}
        ordered = sorted(files, key=lambda file: places.get(file.id, len(places)))
        chunks = [ordered[at : at + _FILES] for at in range(0, len(ordered), _FILES)]
        bodies: dict[str, Body] = {}
        count = 0
        self._progress(0, len(files))
        try:
            results = _results(self._folder, around, chunks, keep=self._keeps)
            for part, done in enumerate(results):
                self._keep(part, done)
                for problem in done.problems:
                    reports.append(Report(problem.file))
                    reports[-1].problems.append(problem)
                for id, name, cited, doubtful in done.bodies:
                    bodies[id] = _body(name, cited, doubtful)
                count += len(done.bodies)
                self._progress(count, len(files))
        finally:
            self._progress(-1, len(files))
        return bodies

    def _keep(self, part: int, done: _Done) -> None:
        self.digests |= done.digests
        self._files.append([id for id, *_ in done.bodies])
        self._blocks[f"sources/{part}"] = done.sources
        self._blocks |= {f"tally/{field}/{part}": block for field, block in done.tallies.items()}
        for id, block in done.lines.items():
            self._parts.setdefault(id, []).append(part)
            self._blocks[f"lines/{id}/{part}"] = block

    def finished(self, base: Dataset) -> dict[str, bytes]:
        """All blocks; ``base`` is the data set without its lines and the provinces' sources."""
        shared = len(self._files)
        self._blocks[f"sources/{shared}"] = pack_rows(tuple(base.sources.values()))
        files = [*self._files, owners(base.sources)]
        lines = {id: self._parts[id] for id in base.catalogue.indicators if id in self._parts}
        layout = Layout(lines, files, [shared, *range(shared)])
        return self._blocks | head_blocks(base, layout)


def _body(name: str | None, cited: frozenset[str] | None, doubtful: bool) -> Body:  # noqa: FBT001
    """What this process has to know of a file that a worker has read."""
    if cited is None:
        return Body(name)
    sources = SourceList(Report(""), {}, {}, complete=True)
    sources.cited |= cited
    sources.doubtful = doubtful
    return Body(name, cited=sources)


def _results(
    folder: Path, around: Around, chunks: Sequence[Sequence[DataFile]], *, keep: bool
) -> Iterator[_Done]:
    """What the workers hand back, in the order of ``chunks``; they end when this does."""
    around = replace(around, listed=replace(around.listed, cited=None))
    pool = ProcessPoolExecutor(
        max(1, min(os.cpu_count() or 1, len(chunks))),
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(folder, around, keep),
    )
    others = set(active_children())
    try:
        with _deaf():
            waiting = [pool.submit(_read, chunk) for chunk in chunks]
        waiting.reverse()
        while waiting:
            yield waiting.pop().result()
    except BaseException:  # nobody waits for what they are at
        for worker in set(active_children()) - others:
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Starts workers that Ctrl-C never reaches, not even while they start; here it comes later."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker:
    """What a worker knows: where the files are, and what they are checked against."""

    folder: Path
    around: Around
    keep: bool


def _begin(folder: Path, around: Around, keep: bool) -> None:  # noqa: FBT001 (of ``initargs``)
    """Readies a worker. Ctrl-C is the parent's to answer; where that is gone, the worker ends.

    Thousands of records are made and none is in a cycle, so cycles are looked for less often.
    """
    gc.set_threshold(50_000, 10, 10)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.folder, _Worker.around, _Worker.keep = folder, around, keep


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _read(files: Sequence[DataFile]) -> _Done:
    """Some files, read and packed; the lines of a file that no province bears are not kept."""
    around = _Worker.around
    digests: dict[str, str] = {}
    bodies, reports = read_bodies(_Worker.folder, files, around, digests)
    figures: dict[str, list[Figure]] = {}
    targets: dict[str, list[Target]] = {}
    for body in bodies.values() if _Worker.keep else ():
        for id, reported in body.figures.items():
            figures.setdefault(id, []).extend(reported)
        for id, aims in body.targets.items():
            targets.setdefault(id, []).extend(aims)
    lines = {
        id: Lines(tuple(figures.get(id, ())), tuple(targets.get(id, ())))
        for id in dict.fromkeys((*figures, *targets))
    }
    counted = pack_tallies(lines)
    sources = [source for body in bodies.values() for source in body.sources.values()]
    return _Done(
        lines={id: squeezed(pack_lines(own)) for id, own in lines.items()},
        tallies={field: squeezed(block) for field, block in counted.items()},
        sources=squeezed(pack_rows(sources)),
        problems=tuple(problem for report in reports for problem in report.problems),
        digests=digests,
        bodies=tuple(
            (id, body.name, *((None, True) if body.cited is None else _told(body.cited)))
            for id, body in bodies.items()
        ),
    )


def _told(sources: SourceList) -> tuple[frozenset[str], bool]:
    return frozenset(sources.cited), sources.doubtful
