"""The formats that a result can take: their names, their file suffixes, and what writes each.

A writer is imported when its format is asked for, so that a piped ranking loads neither Rich nor
tabulate.
"""

from __future__ import annotations

from collections.abc import Mapping

from dtcompare.view.console import Console
from dtcompare.view.dialect import Dialect
from dtcompare.view.sheet import Rendering

# Our own, then those that tabulate draws in a way of its own.
FORMATS = (
    *("table", "plain", "csv", "tsv", "json", "jsonl", "markdown", "html", "latex"),
    *("asciidoc", "colon_grid", "double_grid", "double_outline", "fancy_grid"),
    *("fancy_outline", "github", "grid", "heavy_grid", "heavy_outline", "jira"),
    *("latex_booktabs", "latex_longtable", "latex_raw", "mediawiki", "mixed_grid"),
    *("mixed_outline", "moinmoin", "orgtbl", "outline", "pipe", "presto", "pretty", "psql"),
    *("rounded_grid", "rounded_outline", "rst", "simple", "simple_grid", "simple_outline"),
    *("textile", "unsafehtml", "youtrack"),
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
    ".xlsx": "xlsx",
}

CHART_SUFFIXES = (".png", ".svg", ".pdf")


def render(
    rendering: Rendering,
    format: str,
    console: Console,
    *,
    brief: bool = False,
    safe_csv: bool = False,
) -> str:
    """Return the text of a result in one of FORMATS, ending in one line end.

    Only "table" looks at ``console``. ``brief`` shortens what is for the screen, "table" and
    "plain"; all others are always whole. ``safe_csv``: no cell of CSV or TSV begins like a formula.
    """
    match format:
        case "table":
            from dtcompare.view.rich_table import render_table

            return render_table(rendering.brief if brief else rendering.sheet, console)
        case "plain":
            from dtcompare.view.plain import Plain

            return Plain().write(rendering.brief if brief else rendering.sheet)
        case "csv" | "tsv" | "json" | "jsonl":
            from dtcompare.view.structured import render_data

            return render_data(rendering, format, safe=safe_csv)
        case _:
            return _dialect_of(rendering, format).write(rendering.sheet)


def _dialect_of(rendering: Rendering, format: str) -> Dialect:
    """Return what writes a sheet as text; of all dialects only its own is loaded."""
    match format:
        case "html":
            from dtcompare.view.html_page import HtmlPage

            return HtmlPage(rendering.sheet, rendering.lang)
        case "markdown" | "github" | "pipe":
            from dtcompare.view.markdown import Markdown

            return Markdown("pipe" if format == "markdown" else format)
        case "latex" | "latex_booktabs" | "latex_longtable" | "latex_raw":
            from dtcompare.view.latex import Latex

            return Latex("latex_booktabs" if format == "latex" else format)
        case _:
            from dtcompare.view.tabulated import ESCAPES, Markup, Tabulated

            return Markup(format) if format in ESCAPES else Tabulated(format)
