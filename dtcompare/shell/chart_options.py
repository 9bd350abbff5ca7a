"""The options of a chart: what is drawn, and the page it stands on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

__all__ = ["CHART_OPTIONS", "chart_options", "page_options"]

AnyCallback = TypeVar("AnyCallback", bound=Callable[..., object])

# The names under which they arrive.
CHART_OPTIONS = (
    "chart",
    "size",
    "dpi",
    "title",
    "highlight",
    "first",
    "last",
    "alt",
)

_PAGE = (
    click.option(
        "--size",
        type=click.Choice(("a4", "column", "slide", "square")),
        help="Page of the chart; a4 and column are as tall as their rows.",
    ),
    click.option(
        "--dpi", type=click.IntRange(36, 1200), metavar="N", help="Dots an inch of a PNG."
    ),
)
_CHART = (
    click.option("--chart", metavar="KIND", help="Which chart, where a result has several."),
    *_PAGE,
    click.option("--title", metavar="TEXT", help="Title of the chart, in place of its own."),
    click.option(
        "--highlight",
        metavar="PROVINCE",
        multiple=True,
        help="Draw this province in the accent colour; may be given again.",
    ),
    click.option("--first", type=click.IntRange(min=1), metavar="N", help="Draw the first N rows."),
    click.option("--last", type=click.IntRange(min=1), metavar="N", help="Draw the last N rows."),
    click.option("--alt", metavar="FILE", help="Save what the chart says in words, too."),
)


def page_options(callback: AnyCallback) -> AnyCallback:
    """Adds the options of the page a chart stands on."""
    for option in reversed(_PAGE):
        callback = option(callback)
    return callback


def chart_options(callback: AnyCallback) -> AnyCallback:
    """Adds the options of a chart; they arrive as keyword arguments for ``Output.of``."""
    for option in reversed(_CHART):
        callback = option(callback)
    return callback
