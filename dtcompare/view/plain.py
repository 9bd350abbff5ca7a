"""The plain face: aligned text of natural width, nothing folded or cut; what a pipe gets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from dtcompare.view.console import Console
from dtcompare.view.sheet import Column, Remark, Rendering, Sheet, Table

__all__ = ["one_line", "render", "text_width"]

# Latin letters and signs, those of Vietnamese too (but for the soft hyphen): a column each.
_EACH_ONE = dict.fromkeys((*range(0xAD), *range(0xAE, 0x300), *range(0x1E00, 0x1F00)))


def render(rendering: Rendering, _format: str, _console: Console) -> str:
    """The sheet as plain text: parts set apart by empty lines, no line ending in a space."""
    blocks = ["\n".join(line.rstrip() for line in block) for block in _blocks(rendering.sheet)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def one_line(text: str) -> str:
    """``text`` without line ends."""
    return text.replace("\n", " ")


def text_width(text: str) -> int:
    """The columns that ``text`` takes: none for a combining mark, two for a wide letter.

    >>> text_width("Phú Thọ"), text_width(unicodedata.normalize("NFD", "Phú Thọ"))
    (7, 7)
    """
    simple = text.isascii() or not text.translate(_EACH_ONE)
    return len(text) if simple else sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _blocks(sheet: Sheet) -> Iterable[list[str]]:
    """The parts of the sheet as lines."""
    yield [_beside(sheet.title, sheet.aside)]
    yield [one_line(sentence) for sentence in sheet.sentences]
    for part in sheet.parts:
        yield _remark(part) if isinstance(part, Remark) else _table(part)
    yield [f"{letter}  {one_line(text)}" for letter, text in sheet.notes]
    sources = [f"[{number}] {one_line(text)}" for number, text in sheet.sources]
    yield [f"{sheet.source_label}:", *sources] if sources and sheet.source_label else sources


def _beside(text: str, aside: str) -> str:
    return one_line("  ".join(filter(None, (text, aside))))


def _remark(remark: Remark) -> list[str]:
    """The label with a single text or command beside it, or with the texts under it."""
    texts = [*map(one_line, remark.lines), *([remark.command] if remark.command else [])]
    if not remark.label:
        return texts
    if len(remark.lines) > 1 or not texts:
        return [remark.label, *(f"  {text}" for text in texts)]
    return [f"{remark.label}: {texts[0]}", *(f"  {text}" for text in texts[1:])]


def _table(table: Table) -> list[str]:
    """Heading, column line and rows, the columns two spaces apart."""
    grid = [[cell.text for cell in row.cells] for row in table.rows if row.kind != "heading"]
    names = [column.name for column in table.columns]
    if any(names):
        grid.insert(0, names)
    padded = [
        _padded({row[place] for row in grid if place < len(row)}, column)
        for place, column in enumerate(table.columns)
    ]
    aligned = iter(
        ["  ".join([texts[text] for texts, text in zip(padded, row, strict=False)]) for row in grid]
    )
    lines = [next(aligned)] if any(names) else []
    lines += [
        " ".join(one_line(cell.text) for cell in row.cells)
        if row.kind == "heading"
        else next(aligned)
        for row in table.rows
    ]
    heading = _beside(table.heading, table.aside)
    return [heading, *lines] if heading else lines


def _padded(texts: Iterable[str], column: Column) -> dict[str, str]:
    """Each text of a column on one line, padded to the widest."""
    widths = {text: (line := one_line(text), text_width(line)) for text in texts}
    widest = max((width for _, width in widths.values()), default=0)
    right = column.align == "right"
    return {
        text: " " * (widest - width) + line if right else line + " " * (widest - width)
        for text, (line, width) in widths.items()
    }
