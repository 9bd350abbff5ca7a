"""The formats whose tables tabulate draws; Markdown and LaTeX add marks of their own to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from tabulate import tabulate

from dtcompare.view.dialect import Dialect
from dtcompare.view.plain import text_width
from dtcompare.view.sheet import Table

__all__ = ["Tabulated"]

Escape = Callable[[str], str]


def _entities(more: Mapping[str, str]) -> Escape:
    table = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", **more})
    return lambda text: text.translate(table)


# What keeps the signs of a text from being read as marks, in formats that have marks.
_ESCAPES: Mapping[str, Escape] = {
    "asciidoc": lambda text: text.replace("|", "\\|"),
    "jira": _entities({"[": "&#91;", "{": "&#123;", "\\": "&#92;"}),
    "mediawiki": _entities({"{": "&#123;"}),
    "moinmoin": _entities({}),
    "orgtbl": lambda text: text.replace("|", "\\vert{}"),
    "rst": lambda text: re.sub(r"([\\*`|]|_(?!\w))", r"\\\1", text),
    "textile": _entities({}),
    "unsafehtml": escape,
    "youtrack": _entities({}),
}


class Tabulated(Dialect):
    """Writes tables in a format that tabulate names, and the other parts as lines of text."""

    names_always = False  # whether a table needs a heading line even where no column has a name

    def __init__(self, format: str) -> None:
        self.format = format
        if format in _ESCAPES:
            # Lines one under the other would run into one paragraph where the text is marked up.
            self.line_gap = self.break_line = "\n\n"

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs escaped where the format has marks."""
        return _ESCAPES.get(self.format, str)(super().escape(text))

    def escape_cell(self, text: str) -> str:
        """Return the text of a cell for tabulate."""
        return self.escape(text)

    def write_title(self, text: str, aside: str) -> str:
        """Write title and aside, underlined where that makes them a title."""
        title = super().write_title(text, aside)
        return f"{title}\n{'=' * text_width(title)}" if self.format == "rst" else title

    def write_table(self, table: Table) -> str:
        """Write the heading and the grid as parts of their own."""
        heading = self.write_heading(table.heading, table.aside)
        return self.part_gap.join(filter(None, (heading, self.draw_grid(table))))

    def draw_grid(self, table: Table) -> str:
        """Draw the columns and rows; a heading row is its text in the first cell."""
        rows = []
        for row in table.rows:
            cells = [self.escape_cell(cell.text) for cell in row.cells]
            rows.append(cells + [""] * (len(table.columns) - len(cells)))
        names = [self.escape_cell(column.name) for column in table.columns]
        return tabulate(
            rows,
            headers=names if any(names) or self.names_always else (),
            tablefmt=self.format,
            disable_numparse=True,
            colalign=[column.align for column in table.columns],
        )
