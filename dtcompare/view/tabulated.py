"""The formats whose tables tabulate draws: grids, reStructuredText and wikis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from tabulate import tabulate

from dtcompare.view.dialect import Dialect, ItemTemplate
from dtcompare.view.plain import align, text_width
from dtcompare.view.sheet import Column, Table

_Escape = Callable[[str], str]


def _entities(more: Mapping[str, str]) -> _Escape:
    table = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", **more})
    return lambda text: text.translate(table)


# What keeps the signs of a text from being read as marks, in formats that have marks.
ESCAPES: Mapping[str, _Escape] = {
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

    always_names = False  # whether a table has a heading line even where no column has a name

    def __init__(self, format: str) -> None:
        self.format = format

    def escape_cell(self, text: str) -> str:
        """Return the text of a cell for tabulate."""
        return self.escape(text)

    def write_table(self, table: Table) -> str:
        """Write the heading and the grid as parts of their own."""
        heading = self.write_heading(self.heading, table.heading, table.aside)
        return self.gap.join(filter(None, (heading, self.draw_grid(table))))

    def draw_grid(self, table: Table) -> str:
        """Draw the columns and rows; a heading row is its text in the first cell."""
        rows = []
        for row in table.rows:
            cells = [self.escape_cell(cell.text) for cell in row.cells]
            rows.append(cells + [""] * (len(table.columns) - len(cells)))
        names = [self.escape_cell(column.name) for column in table.columns]
        if self.format == "rst":
            return _draw_rst(rows, names, table.columns)
        return tabulate(
            rows,
            headers=names if any(names) or self.always_names else (),
            tablefmt=self.format,
            disable_numparse=True,
            colalign=[column.align for column in table.columns],
        )


def _draw_rst(
    rows: Sequence[Sequence[str]], names: Sequence[str], columns: Sequence[Column]
) -> str:
    """Draw a simple table of reStructuredText, which is malformed where a column is too narrow.

    tabulate counts a wide letter as one column. An empty first cell would continue the row above.
    """
    lines = [names, *rows] if any(names) else list(rows)
    filled = [[row[0] or "..", *row[1:]] for row in lines]
    rule = "  ".join("=" * max(map(text_width, texts)) for texts in zip(*filled, strict=True))
    drawn = [line.rstrip() for line in align(columns, filled)]
    head = [rule, drawn.pop(0)] if any(names) else []
    return "\n".join([*head, rule, *drawn, rule])


class Markup(Tabulated):
    """Writes paragraphs in a format of tabulate with marks of its own, which texts do not make."""

    # Lines one under the other would run into one paragraph.
    sentences = ItemTemplate("{}", "\n\n")
    beside = ItemTemplate("{}", "\n\n")
    under = ItemTemplate("{}", "\n\n", "{}\n\n{}")
    notes = ItemTemplate("{}  {}", "\n\n")
    sources = ItemTemplate("{} {}", "\n\n")

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs meaning themselves."""
        return ESCAPES[self.format](super().escape(text))

    def join(self, title: str, body: Iterable[str], foot: Iterable[str]) -> str:
        """Return the parts as the whole text, the title underlined where that makes it one."""
        if self.format == "rst":
            title = f"{title}\n{'=' * text_width(title)}"
        return super().join(title, body, foot)
