"""The site written into a folder, on every core."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from dtcompare.errors import CannotWrite
from dtcompare.reading.parallel import map_in_pool
from dtcompare.report.site import SitePage, shared_files, write_page
from dtcompare.shell.report_batch import open_library
from dtcompare.shell.settings import Settings

__all__ = ["SiteBatch", "write_site"]

_AT_ONCE = 6  # pages that a process writes before it hands them back


class SiteBatch(Struct, frozen=True):
    """Where the site goes, and the data set it is about."""

    settings: Settings
    folder: Path


def write_site(batch: SiteBatch, pages: Sequence[SitePage]) -> None:
    """Write every page and what they share. Raises CannotWrite."""
    _save(batch.folder, shared_files())
    progress = partial(batch.settings.show_progress, "site.writing")
    for files in map_in_pool(partial(_write_in_process, batch), pages, _AT_ONCE, progress):
        _save(batch.folder, files)


def _write_in_process(batch: SiteBatch, pages: Sequence[SitePage]) -> dict[str, bytes]:
    """Return the files of some pages."""
    settings = batch.settings
    files: dict[str, bytes] = {}
    for page in pages:
        library = open_library(settings.root(), page.lang, settings.today, settings.as_of)
        files |= write_page(library, page)
    return files


def _save(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below the folder, in folders made as need be. Raises CannotWrite."""
    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise CannotWrite(
                "error.cannot-write", path=path, reason=error.strerror or error
            ) from error
