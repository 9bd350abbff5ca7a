"""How much of an answer a screen holds: a short answer is made for 80 columns and 24 lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.view.sheet import Column, Row, Table

_WIDTH, _LINES = 80, 23  # the last line is the prompt's
# Title, the rule under the heads of the table, two lines of the foot, and empty lines between.
_FRAME = 8


def rows_that_fit(table: Table, texts: Iterable[str]) -> int:
    """Return how many rows of ``table`` a screen holds under ``texts``, each on lines of its own.

    At least one, if there is any. Terminals of another size show the same rows.
    """
    room = _LINES - _FRAME - sum(_lines(text, _WIDTH) for text in texts)
    for count in range(1, len(table.rows) + 1):
        if _height(table.columns, table.rows[:count]) > room:
            return max(count - 1, 1)
    return len(table.rows)


def _height(columns: Sequence[Column], rows: Sequence[Row]) -> int:
    """Return how many lines the heads of the columns and the rows take."""
    from dtcompare.view.layout import lay_out  # noqa: PLC0415 (JSON and CSV need none)

    layout = lay_out(columns, rows, _WIDTH)
    if layout is None:
        return len(rows) + 1
    height = max(map(_lines, [column.name for column in columns], layout.widths))
    for row in rows:
        if row.kind == "heading":
            height += 1
        else:
            height += max(map(_lines, [cell.text for cell in row.cells], layout.widths))
    return height


def _lines(text: str, width: int) -> int:
    """Return on how many lines a text stands that is folded between words."""
    from dtcompare.view.layout import fold  # noqa: PLC0415 (as above)

    return fold(text.split(), width).count("\n") + 1
