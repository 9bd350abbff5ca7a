"""The plain format: aligned text of natural width, nothing folded or cut; what a pipe gets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from dtcompare.view.dialect import Dialect, ItemTemplate, one_line
from dtcompare.view.sheet import Column, Table

# Latin letters and signs, those of Vietnamese too (but for the soft hyphen): a column each.
_EACH_ONE = dict.fromkeys((*range(0xAD), *range(0xAE, 0x300), *range(0x1E00, 0x1F00)))


def text_width(text: str) -> int:
    """Return the columns that ``text`` takes: none for a combining mark, two for a wide letter.

    >>> text_width("Phú Thọ"), text_width(unicodedata.normalize("NFD", "Phú Thọ"))
    (7, 7)
    """
    simple = text.isascii() or not text.translate(_EACH_ONE)
    return len(text) if simple else sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


class Plain(Dialect):
    """Writes parts set apart by empty lines, columns two spaces apart, no space at a line's end."""

    beside = ItemTemplate("{}", "\n  ")
    under = ItemTemplate("  {}", "\n", "{}\n{}")
    source_label = "{}:\n"

    def write_table(self, table: Table) -> str:
        """Write heading, column line and rows."""
        grid = [[cell.text for cell in row.cells] for row in table.rows if row.kind != "heading"]
        names = [column.name for column in table.columns]
        if any(names):
            grid.insert(0, names)
        aligned = iter(align(table.columns, grid))
        lines = [self.write_heading(self.heading, table.heading, table.aside)]
        if any(names):
            lines.append(next(aligned))
        for row in table.rows:
            if row.kind == "heading":
                lines.append(" ".join(one_line(cell.text) for cell in row.cells))
            else:
                lines.append(next(aligned))
        return "\n".join(lines if lines[0] else lines[1:])

    def join(self, title: str, body: Iterable[str], foot: Iterable[str]) -> str:
        """Return the parts as the whole text, no line ending in a space."""
        lines = super().join(title, body, foot).split("\n")
        return "\n".join([line.rstrip() for line in lines])


def align(columns: Sequence[Column], grid: Sequence[Sequence[str]]) -> list[str]:
    """Return each row of ``grid`` as a line; a row may have too few cells."""
    padded = [
        _pad({row[place] for row in grid if place < len(row)}, column)
        for place, column in enumerate(columns)
    ]
    return [
        "  ".join([texts[text] for texts, text in zip(padded, row, strict=False)]) for row in grid
    ]


def _pad(texts: Iterable[str], column: Column) -> dict[str, str]:
    """Return each text of a column on one line, padded to the widest."""
    lines = {text: one_line(text) for text in texts}
    widths = {text: text_width(line) for text, line in lines.items()}
    widest = max(widths.values(), default=0)
    padded = {}
    for text, line in lines.items():
        space = " " * (widest - widths[text])
        padded[text] = space + line if column.align == "right" else line + space
    return padded
