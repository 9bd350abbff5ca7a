"""A chart laid out and ready to be drawn in any format, and what the reader asked of it."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.charts.marks import Mark
from dtcompare.charts.style import SIZES, Size
from dtcompare.charts.typeface import Typeface, typeface

__all__ = ["Chart", "ChartOptions"]


class ChartOptions(Struct, frozen=True):
    """How a chart is wanted.

    ``size`` is one of SIZES and ``typeface`` one of TYPEFACES. ``highlight`` are province ids,
    ``first`` and ``last`` how many rows of each end are drawn; None for all.
    """

    size: str = "a4"
    title: str | None = None
    highlight: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None
    typeface: str = "be-vietnam-pro"

    @property
    def page(self) -> Size:
        """The measures of the page."""
        return SIZES[self.size]

    @property
    def face(self) -> Typeface:
        """The measures of the typeface."""
        return typeface(self.typeface)


class Chart(Struct, frozen=True):
    """A page of marks, in points, with what is said of it to those who do not see it.

    ``alt`` says in words what is drawn and where the reasons stand; ``source`` names every page
    whose numbers are drawn.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    alt: str
    source: str
    lang: str
    typeface: str
    dpi: int
