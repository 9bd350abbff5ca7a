"""The page behind a figure."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.model.period import Period

__all__ = ["Source"]


class Source(Struct, frozen=True, omit_defaults=True):
    """A page, article or decision; ``key`` is FILE/ID; ``published`` None: nobody says.

    ``copy``: ``url`` is where a copy was read; ``publisher`` and ``published`` are those of the
    page itself, whose address is ``original`` (None: not known).
    """

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
    original: str | None = None
    copy: bool = False
