"""How wide the columns of a table are in the room there is, and where texts are folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from dtcompare.view.plain import text_width
from dtcompare.view.sheet import Column, Row

GAP = 2  # between two columns
_LONGEST_BAR = 24
_SHORTEST_BAR = 7  # a shorter one shows no differences
_FOLDED = 24  # how narrow a column folds to make room for bars
_NAME = 18  # a column no wider holds names, dates or places
_ITEM = 24  # the longest item of a list that stays on one line


class Layout(Struct, frozen=True):
    """The widths of a table's columns, which of them have bars, and how long bars may get."""

    widths: tuple[int, ...]
    barred: frozenset[int] = frozenset()
    bar: int = 0


def lay_out(columns: Sequence[Column], rows: Sequence[Row], room: int) -> Layout | None:
    """Return the layout in which nothing is cut; None where ``room`` is too small for any.

    Columns take what their texts need. Where that is too much, the widest fold, down to their
    longest word, those no wider than a name last; numbers (aligned right) never do. Bars have what
    is left, up to 24, or 10 where long columns yield that by folding to 24, else there are none.
    What then remains stands before a nameless last column: sources are at the right edge.
    """
    cells = [row.cells for row in rows if row.kind != "heading"]
    texts = [[row[i].text for row in cells if i < len(row)] for i in range(len(columns))]
    full = [
        max(map(_widest_line, [column.name, *found]))
        for column, found in zip(columns, texts, strict=True)
    ]
    least = [_least(column, found) for column, found in zip(columns, texts, strict=True)]
    barred = frozenset(i for row in cells for i, cell in enumerate(row) if cell.bar)
    free = room - GAP * (len(columns) - 1)
    bar = _bar(full, least, free, len(barred))
    if bar:
        free -= len(barred) * (bar + GAP)
    names_whole = [wide if wide <= _NAME else low for wide, low in zip(full, least, strict=True)]
    widths = _shrink(_shrink(full, names_whole, free), least, free)
    if sum(widths) > free:
        return None
    if not columns[-1].name and any(column.name for column in columns):
        widths[-1] += free - sum(widths)
    return Layout(tuple(widths), barred, bar)


def _least(column: Column, texts: Sequence[str]) -> int:
    """Return how narrow a column gets: numbers stay on one line, other texts fold between words."""
    needed = _widest_line if column.align == "right" else _longest_word
    return max([_longest_word(column.name), *map(needed, texts)])


def _bar(full: Sequence[int], least: Sequence[int], free: int, count: int) -> int:
    """Return how long ``count`` bars get beside columns that take ``full``, or fold; 0 for none."""
    if not count:
        return 0
    left = (free - sum(full)) // count - GAP
    if left >= _SHORTEST_BAR:
        return min(left, _LONGEST_BAR)
    folded = [max(low, min(high, _FOLDED)) for low, high in zip(least, full, strict=True)]
    yielded = (free - sum(folded)) // count - GAP
    return _SHORTEST_BAR if yielded >= _SHORTEST_BAR else 0


def _shrink(full: Sequence[int], least: Sequence[int], free: int) -> list[int]:
    """Return ``full`` with the widest made narrower until all fit, none below its ``least``."""
    widths = list(full)
    while sum(widths) > free:
        width, widest = max((widths[i] if widths[i] > least[i] else 0, i) for i in range(len(full)))
        if not width:
            break
        widths[widest] -= 1
    return widths


def _widest_line(text: str) -> int:
    return max(map(text_width, text.split("\n")))


def _longest_word(text: str) -> int:
    return max(map(text_width, text.split()), default=0)


def items(text: str) -> list[str]:
    """Return the pieces of a list that stay whole: the short items between commas, else words.

    >>> items("Hà Nội, TP. Hồ Chí Minh")
    ['Hà Nội,', 'TP. Hồ Chí Minh']
    """
    found = text.split(", ")
    parts = [f"{part}," for part in found[:-1]] + found[-1:]
    pieces: list[str] = []
    for part in parts:
        pieces += [part] if text_width(part) <= _ITEM else part.split()
    return pieces


def fold(pieces: Iterable[str], width: int, first: str = "", rest: str = "") -> str:
    """Join ``pieces`` a space apart to lines of ``width`` that begin with ``first``, then ``rest``.

    A piece wider than that is taken word by word. A word wider than that has a line for itself,
    uncut: a terminal breaks an address without harm.

    >>> print(fold(["Newly", "built", "ones"], 11, "a  ", "   "))
    a  Newly
       built
       ones
    """
    room = width - text_width(rest)
    whole = ([piece] if text_width(piece) <= room else piece.split() for piece in pieces)
    lines: list[str] = []
    line = first
    begun = False
    for piece in chain.from_iterable(whole):
        longer = f"{line} {piece}" if begun else line + piece.lstrip()
        if begun and text_width(longer) > width:
            lines.append(line)
            longer = rest + piece.lstrip()
        line, begun = longer, True
    return "\n".join([*lines, line])
