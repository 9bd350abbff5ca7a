"""The options of a chart: what is drawn, and the page it stands on."""

from __future__ import annotations

from functools import partial

import click
from msgspec import Struct
from msgspec.structs import asdict

from dtcompare.shell.settings import AnyCallback, SharedOption, add_options


class ChartRequest(Struct, frozen=True):
    """The chart options as they were typed; None or empty where they were not."""

    chart: str | None = None
    size: str | None = None
    dpi: int | None = None
    title: str | None = None
    highlight: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    alt: str | None = None
    caption: str | None = None
    no_title: bool = False
    no_notes: bool = False
    font: str | None = None

    @property
    def given(self) -> list[str]:
        """Return the names of the options that were given."""
        return [name.replace("_", "-") for name, value in asdict(self).items() if value]


SIZES = ("a4", "column", "slide", "square")
CHART_FIELDS = ChartRequest.__struct_fields__

_shared = partial(click.option, cls=SharedOption)
_PAGE = (
    _shared(
        "--size",
        type=click.Choice(SIZES),
        help="Page of the chart; a4 and column are as tall as their rows.",
    ),
    _shared("--dpi", type=click.IntRange(36, 1200), metavar="N", help="Dots an inch of a PNG."),
)
_CHART = (
    _shared("--chart", metavar="KIND", help="Which chart, where a result has several."),
    *_PAGE,
    _shared("--font", metavar="NAME", help="Draw the chart in a font that is installed here."),
    _shared("--title", metavar="TEXT", help="Title of the chart, in place of its own."),
    _shared(
        "--highlight",
        metavar="PROVINCE",
        multiple=True,
        help="Draw this province in the accent colour; may be given again.",
    ),
    _shared("--first", type=click.IntRange(min=1), metavar="N", help="Draw the first N rows."),
    _shared("--last", type=click.IntRange(min=1), metavar="N", help="Draw the last N rows."),
    _shared("--alt", metavar="FILE", help="Save what the chart says in words, too."),
    _shared("--caption", metavar="FILE", help="Save title, notes, sources and citation, too."),
    _shared("--no-title", is_flag=True, help="Leave the title to the page around the chart."),
    _shared("--no-notes", is_flag=True, help="Leave the notes to the page around the chart."),
)


def page_options(callback: AnyCallback) -> AnyCallback:
    """Add the options of the page a chart stands on, as parameters of their own."""
    return add_options(callback, _PAGE)


def chart_options(callback: AnyCallback) -> AnyCallback:
    """Add the options of a chart; ``output_options`` above it hands them in with its own."""
    return add_options(callback, _CHART)
