"""How much of an answer a screen holds: a short answer is made for 80 columns and 24 lines."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.view.layout import fold, lay_out
from dtcompare.view.sheet import Table

__all__ = ["rows_that_fit"]

_WIDTH, _LINES = 80, 23  # the last line is the prompt's
# Title, the heads of the table with their rule, two lines of the foot, and empty lines between.
_FRAME = 9


def rows_that_fit(table: Table, texts: Iterable[str]) -> int:
    """Return how many rows of ``table`` a screen holds under ``texts``, each on lines of its own.

    At least one, if there is any. Terminals of another size show the same rows.
    """
    if not table.rows:
        return 0
    layout = lay_out(table.columns, table.rows, _WIDTH)
    left = _LINES - _FRAME - sum(_lines(text, _WIDTH) for text in texts)
    if layout is None:
        return max(left, 1)
    left -= max(map(_lines, [column.name for column in table.columns], layout.widths)) - 1
    for number, row in enumerate(table.rows):
        if row.kind == "heading":
            left -= 1
        else:
            left -= max(map(_lines, [cell.text for cell in row.cells], layout.widths))
        if left < 0:
            return max(number, 1)
    return len(table.rows)


def _lines(text: str, width: int) -> int:
    """Return on how many lines a text stands that is folded between words."""
    return fold(text.split(), width).count("\n") + 1
