"""Files read by one process a core; each hands back finished parts of a compiled copy."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct, msgpack
from msgspec.structs import replace

from dtcompare.errors import DataBroken
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.problem import Problem
from dtcompare.reading.compiled import Head, Part, of_dataset, packed, part_of
from dtcompare.reading.folder import DataFile
from dtcompare.reading.lines import Context
from dtcompare.reading.load import Reading, read_bodies, read_folder
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.province import ProvinceReading
from dtcompare.reading.sources import SourceList

LARGE = 2 << 20
FILES = 48


def is_large(files: Mapping[str, tuple[int, int]]) -> bool:
    return (os.cpu_count() or 1) > 1 and sum(size for size, _ in files.values()) > LARGE


class Done(Struct):
    part: Part | None
    problems: list[Problem]
    bodies: list[tuple[str, str | None, frozenset[str] | None, bool]]


def _read(folder: Path, context: Context, keep: bool, files: Sequence[DataFile]) -> bytes:
    bodies, reports = read_bodies(folder, files, context, {})
    figures: dict[str, list] = {}
    targets: dict[str, list] = {}
    for body in bodies.values() if keep else ():
        for id, found in body.figures.items():
            figures.setdefault(id, []).extend(found)
        for id, found in body.targets.items():
            targets.setdefault(id, []).extend(found)
    lines = {
        id: Lines(tuple(figures.get(id, ())), tuple(targets.get(id, ())))
        for id in dict.fromkeys((*figures, *targets))
    }
    sources = [source for body in bodies.values() for source in body.sources.values()]
    return msgpack.encode(
        Done(
            part_of(bodies, lines, sources) if keep else None,
            [problem for report in reports for problem in report.problems],
            [
                (
                    id,
                    body.name,
                    body.cited and frozenset(body.cited.cited),
                    not body.cited or body.cited.doubtful,
                )
                for id, body in bodies.items()
            ],
        )
    )


def _body(name, cited, doubtful) -> ProvinceReading:
    if cited is None:
        return ProvinceReading(name)
    sources = SourceList(ProblemList(""), {}, {}, complete=True)
    sources.cited |= cited
    sources.doubtful = doubtful
    return ProvinceReading(name, cited=sources)


class _Readers:
    def __init__(self, folder: Path, progress, keep: bool = True) -> None:
        self.folder, self.progress, self.keep = folder, progress, keep
        self.parts: list[Part] = []

    def read(self, files, context: Context, reports) -> Mapping[str, ProvinceReading]:
        places = {id: n for n, id in enumerate(context.listed.register.provinces)}
        ordered = sorted(files, key=lambda file: places.get(file.id, len(places)))
        chunks = [ordered[at : at + FILES] for at in range(0, len(ordered), FILES)]
        context = replace(context, listed=replace(context.listed, cited=None))
        bodies: dict[str, ProvinceReading] = {}
        with ProcessPoolExecutor() as pool:
            for data in pool.map(partial(_read, self.folder, context, self.keep), chunks):
                done = msgpack.decode(data, type=Done)
                if done.part is not None:
                    self.parts.append(done.part)
                for problem in done.problems:
                    reports.append(ProblemList(problem.file))
                    reports[-1].problems.append(problem)
                bodies |= {id: _body(*rest) for id, *rest in done.bodies}
                self.progress(len(bodies), len(files))
        self.progress(-1, len(files))
        return bodies


def read_large(folder: Path, today: date, progress) -> tuple[Dataset, list[Part]]:
    readers = _Readers(folder, progress)
    reading = read_folder(folder, today, elsewhere=readers.read, doubts=False)
    if reading.dataset is None:
        reading = read_folder(folder, today)
        raise DataBroken(reading.problems, files=len(reading.files), where=str(folder))
    base = reading.dataset
    parts = [*readers.parts, part_of([], {}, base.sources.values())]
    head = Head(base.about, base.catalogue, base.register, base.country)
    return of_dataset(head, packed(dict(base.scores)), parts), parts


def check_large(folder: Path, today: date, progress) -> Reading:
    return read_folder(folder, today, elsewhere=_Readers(folder, progress, keep=False).read)
