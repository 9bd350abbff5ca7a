"""The page behind a figure."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.model.period import Period

__all__ = ["Source"]


class Source(Struct, frozen=True, omit_defaults=True):
    """A page, article or decision; ``key`` is FILE/ID; ``published`` None: nobody says."""

    key: str
    title: str
    publisher: str
    published: Period | None
    url: str
    quoting: str | None = None
    number: str | None = None
    read_in: tuple[str, ...] = ()
    archived: str | None = None
    accessed: Period | None = None
