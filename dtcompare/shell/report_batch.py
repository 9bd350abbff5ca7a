"""Many documents in one go, on every core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, partial
from itertools import chain
from pathlib import Path

from msgspec import Struct

from dtcompare.reading import open_folder
from dtcompare.reading.parallel import map_in_pool
from dtcompare.report.formats import encode_document, load_writer
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from dtcompare.shell.settings import Settings
from dtcompare.view.files import save_bytes

__all__ = ["ReportBatch", "write_reports"]

_AT_ONCE = 3  # documents that a process writes before it hands them back


class ReportBatch(Struct, frozen=True):
    """Where and how the documents are to be written."""

    settings: Settings
    folder: Path
    format: str
    font: str | None = None


def write_reports(batch: ReportBatch, provinces: Sequence[str]) -> Iterator[Path]:
    """Write the report of each province into the folder; yield the files as they are there.

    Raises CannotWrite, and WrongUsage where the library that writes the format is not installed.
    """
    load_writer(batch.format)
    work = partial(_write_in_process, batch)
    progress = partial(batch.settings.show_progress, "writing")
    for province, data in chain.from_iterable(map_in_pool(work, provinces, _AT_ONCE, progress)):
        path = batch.folder / f"{province.replace('/', '-')}.{batch.format}"
        save_bytes(path, data)
        yield path


def _write_in_process(batch: ReportBatch, provinces: Sequence[str]) -> list[tuple[str, bytes]]:
    """Return the reports of some provinces."""
    settings = batch.settings
    library = open_library(settings.root(), settings.lang, settings.today, settings.as_of)
    return [
        (id, encode_document(province_report(library, id), batch.format, batch.font))
        for id in provinces
    ]


@cache
def open_library(root: str, lang: str, today: date, as_of: date) -> Library:
    """Open the data set, once in a process that writes many documents."""
    return Library(open_folder(root, today), lang, as_of)
