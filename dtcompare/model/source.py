"""The page behind a figure."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from dtcompare.model.period import Period


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

    @property
    def out(self) -> date | None:
        """Return the day from which the page is out: published, else read. None: nobody says."""
        page = self.published or self.accessed
        return None if page is None else page.start

    @property
    def known_from(self) -> date:
        """Return the day from which the page is known; always, where nobody says."""
        return self.out or date.min

    def tells_from(self, period: Period) -> date:
        """Return the day from which the page tells what was measured in ``period``.

        Nothing is measured before its period begins. A page without any date tells what it does
        from the period's end on; of an unstated period, always.
        """
        if self.out is None:
            return period.end if period.stated else date.min
        return max(self.out, period.start) if period.stated else self.out
