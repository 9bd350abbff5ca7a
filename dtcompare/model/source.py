"""The page behind a figure."""

from __future__ import annotations

from dtcompare.model.period import Period
from dtcompare.model.record import dataclass

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
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
