"""A chart laid out and ready to be drawn in any format, and what the reader asked of it."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.charts.fonts import Font, load_font, quiet_matplotlib
from dtcompare.charts.marks import Mark
from dtcompare.charts.style import SIZES, Size


class ChartOptions(Struct, frozen=True):
    """How a chart is wanted.

    ``size`` is one of SIZES. ``title`` stands in place of the chart's own; an empty one leaves no
    title on the page. ``notes`` and ``sources`` tell whether they stand at the foot. ``highlight``
    are province ids, ``first`` and ``last`` how many rows of each end are drawn; None for all.
    ``family`` is an installed font; None for the bundled one.
    """

    size: str = "a4"
    title: str | None = None
    notes: bool = True
    sources: bool = True
    highlight: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None
    family: str | None = None

    @property
    def page(self) -> Size:
        """Return the measures of the page."""
        return SIZES[self.size]

    @property
    def font(self) -> Font:
        """Return the font that texts are measured by. Raises WrongUsage where it is not there."""
        return load_font(self.family)


class Chart(Struct, frozen=True):
    """A page of marks, in points, with what is said of it to those who do not see it.

    ``alt`` says in words what is drawn and where the reasons stand; ``source`` names every page
    whose numbers are drawn. ``subtitle`` and ``notes`` are what is written above and below the
    body.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    alt: str
    source: str
    lang: str
    dpi: int
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    family: str | None = None

    def encode(self, format: str, generator: str, dpi: int | None = None) -> bytes:
        """Return the chart as png, svg or pdf, with ``generator`` as the program that made it.

        ``dpi`` is for png alone, that of the page where it is None. The same chart and versions
        give the same bytes.
        """
        if format == "svg":
            from dtcompare.charts.svg import svg  # noqa: PLC0415 (needs no Matplotlib)

            return svg(self, generator)
        quiet_matplotlib()
        from dtcompare.charts import matplotlib_writer as writer  # noqa: PLC0415 (slow to load)

        if format == "pdf":
            return writer.write_pdf(self, generator)
        return writer.write_png(self, dpi or self.dpi, generator)
