"""The faces a result can take: their names, their file suffixes, and the way to each writer.

A writer is imported when its face is asked for, so that a piped ranking loads neither Rich nor
tabulate.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from dtcompare.view.console import Console
from dtcompare.view.sheet import Rendering

__all__ = ["CHART_SUFFIXES", "FORMATS", "SUFFIXES", "render"]

_Writer = Callable[[Rendering, str, Console], str]

# Which module writes a format; all others are tabulate's.
_WRITERS: Mapping[str, str] = {
    "table": "rich_table",
    "plain": "plain",
    "csv": "structured",
    "tsv": "structured",
    "json": "structured",
    "jsonl": "structured",
    "html": "html_page",
}

FORMATS = (
    "table",
    "plain",
    "csv",
    "tsv",
    "json",
    "jsonl",
    "markdown",
    "html",
    "latex",
    "asciidoc",
    "colon_grid",
    "double_grid",
    "double_outline",
    "fancy_grid",
    "fancy_outline",
    "github",
    "grid",
    "heavy_grid",
    "heavy_outline",
    "jira",
    "latex_booktabs",
    "latex_longtable",
    "latex_raw",
    "mediawiki",
    "mixed_grid",
    "mixed_outline",
    "moinmoin",
    "orgtbl",
    "outline",
    "pipe",
    "presto",
    "pretty",
    "psql",
    "rounded_grid",
    "rounded_outline",
    "rst",
    "simple",
    "simple_grid",
    "simple_outline",
    "textile",
    "unsafehtml",
    "youtrack",
)

SUFFIXES: Mapping[str, str] = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".rst": "rst",
    ".tex": "latex",
    ".tsv": "tsv",
    ".txt": "plain",
}

CHART_SUFFIXES = (".png", ".svg", ".pdf")


def render(rendering: Rendering, format: str, console: Console) -> str:
    """The whole text of ``face`` in one of FORMATS, ending in one line end.

    Only "table" looks at ``console``.
    """
    module = import_module(f"dtcompare.view.{_WRITERS.get(format, 'tabulated')}")
    writer: _Writer = module.render
    return writer(rendering, format, console)
