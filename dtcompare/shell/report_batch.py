"""Many documents and pages in one go, on every core."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dtcompare.reading.opened import open_folder
from dtcompare.reading.parallel import map_in_pool
from dtcompare.report.formats import encode_document, load_writer
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from dtcompare.shell.output import make_folder
from dtcompare.shell.settings import Settings
from dtcompare.view.files import save_bytes

if TYPE_CHECKING:
    from dtcompare.report.site import SitePage

_AT_ONCE = 1  # documents that a process writes before it hands them back

Item = TypeVar("Item")


def write_reports(
    settings: Settings, folder: Path, provinces: Sequence[str], format: str, font: str | None
) -> Iterator[Path]:
    """Write the report of each province into a folder; yield the files as they are there.

    Raises CannotWrite, and WrongUsage where the library that writes the format is not installed.
    """
    load_writer(format)
    return _write_files(settings, folder, partial(_reports, settings, format, font), provinces)


def write_site(settings: Settings, folder: Path) -> Iterator[Path]:
    """Write every page of the site into a folder; yield the files as they are there.

    Raises CannotWrite, and WrongUsage where Jinja2 is not installed.
    """
    from dtcompare.report.site import list_pages

    pages = list_pages(settings.dataset(), settings.as_of)
    return _write_files(settings, folder, partial(_pages, settings), pages)


def _write_files(
    settings: Settings,
    folder: Path,
    work: Callable[[Sequence[Item]], Mapping[str, bytes]],
    items: Sequence[Item],
) -> Iterator[Path]:
    """Write what ``work`` makes of ``items`` in processes of its own; yield the files in order.

    Raises CannotWrite.
    """
    progress = partial(settings.show_progress, "writing")
    for files in map_in_pool(work, items, _AT_ONCE, progress):
        for name, data in files.items():
            path = folder / name
            make_folder(path.parent)
            save_bytes(path, data)
            yield path


def _reports(
    settings: Settings, format: str, font: str | None, provinces: Sequence[str]
) -> dict[str, bytes]:
    """Return the reports of some provinces by the names of their files."""
    library = _library(settings, settings.lang, font)
    return {
        f"{id.replace('/', '-')}.{format}": encode_document(
            province_report(library, id), format, font
        )
        for id in provinces
    }


def _pages(settings: Settings, pages: Sequence[SitePage]) -> dict[str, bytes]:
    """Return the files of some pages of the site by their addresses."""
    from dtcompare.report.site import write_page

    files: dict[str, bytes] = {}
    for page in pages:
        lang = page.lang or settings.lang
        library = _library(settings, lang)
        files |= write_page(library, page)
    return files


def _library(settings: Settings, lang: str, font: str | None = None) -> Library:
    """Open the data set in a language, once in a process that writes many documents."""
    return _open(settings.root(), settings.today, (lang, settings.as_of, font))


@cache
def _open(root: str, today: date, options: tuple[str, date, str | None]) -> Library:
    return Library(open_folder(root, today), *options)
