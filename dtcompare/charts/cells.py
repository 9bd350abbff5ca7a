"""Define what stands in a table: words in runs, plots on scales, columns and rows."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from dtcompare.charts.marks import Anchor
from dtcompare.charts.style import TEXT
from dtcompare.charts.values import LinearScale

_PLOT = 13.0  # the width a plot is kept, in base sizes


class Run(Struct, frozen=True):
    """A text with its looks; ``scale`` is its size in base sizes of the page.

    ``sign`` is the shape of a marker in its colour that stands before it.
    """

    text: str
    scale: float = 1
    color: str = TEXT
    weight: str = "Regular"
    sign: str = ""


# Paragraphs of runs: each paragraph begins a line, its runs stand behind each other while they fit.
Cell = tuple[tuple[Run, ...], ...]


class Plot(Struct, frozen=True):
    """A cell that is drawn: ``draw`` takes the row's scale, its middle and its height.

    The scale goes from ``low`` to ``high``; ``shared``: it is the column's axis. ``labels`` are
    numbers with the points that their labels take before and behind them. ``height`` is what it
    takes on a line of its own, ``beside`` what it takes beside words, ``below`` what words under it
    take on a scale, all in base sizes.
    """

    draw: Callable[[LinearScale, float, float], None]
    low: float
    high: float
    shared: bool = True
    labels: tuple[tuple[float, float, float], ...] = ()
    height: float = 0.9
    beside: float = 0.0
    below: Callable[[LinearScale], float] | None = None


class Axis(Struct, frozen=True):
    """Numbers of a scale with their texts."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


class ChartColumn(Struct, frozen=True):
    """A column: its head, whether its words fold (wider than ``most`` of the page), and its line.

    ``under`` is the column at whose left edge its line begins,
    ``room`` how many base sizes a plot is kept beside words; by ``share`` plots of a line divide
    what the words leave.
    """

    head: Cell = ()
    align: Anchor = "start"
    fold: bool = False
    most: float = 1.0
    plot: bool = False
    axis: Axis | None = None
    line: int = 0
    under: int | None = None
    room: float = _PLOT
    share: float = 1.0


class ChartRow(Struct, frozen=True):
    """Cells, one a column; or with ``heading`` or ``remark`` alone a text over the whole row.

    ``marked``: a bar stands at its left; ``joined``: it goes on with the row above.
    """

    cells: tuple[Cell | Plot, ...] = ()
    heading: str = ""
    aside: str = ""
    remark: str = ""
    marked: bool = False
    joined: bool = False


def cell(*texts: Run | tuple[Run, ...]) -> Cell:
    """Return a cell of paragraphs, those without words left out."""
    runs = (text if isinstance(text, tuple) else (text,) for text in texts)
    return tuple(kept for line in runs if (kept := tuple(run for run in line if run.text)))
