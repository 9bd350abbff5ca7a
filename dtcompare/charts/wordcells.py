"""Words set in cells: wrapped, line under line, centred on the middle of a row."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.charts.marks import CAP, Anchor
from dtcompare.charts.page import Page
from dtcompare.charts.style import LEAD, TEXT

__all__ = ["Cell", "Words", "cell", "longest_word", "natural_width", "put"]


class Words(Struct, frozen=True):
    """A text with its looks; ``scale`` is its size in base sizes of the page."""

    text: str
    scale: float = 1
    color: str = TEXT
    weight: str = "Regular"


class Cell(Struct, frozen=True):
    """Lines of text that stand together; each is LEAD times its size below the one before."""

    lines: tuple[Words, ...] = ()

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline, in base sizes."""
        if not self.lines:
            return 0
        return 2 * CAP * self.lines[0].scale + sum(LEAD * line.scale for line in self.lines[1:])


def cell(page: Page, width: float, *texts: Words) -> Cell:
    """The texts one under another, each in as many lines as ``width`` asks for."""
    return Cell(
        tuple(
            Words(line, words.scale, words.color, words.weight)
            for words in texts
            if words.text
            for line in page.font.balance(words.text, width, page.base * words.scale, words.weight)
        )
    )


def natural_width(page: Page, *texts: Words) -> float:
    """How wide the widest of the texts is without a line break; a hair more, 0 without a text."""
    widths = [page.text_width(t.text, t.scale, t.weight) for t in texts if t.text]
    return max(widths) + 0.1 if widths else 0


def longest_word(page: Page, *texts: Words) -> float:
    """How wide the widest word of the texts is: with less room, words would be broken."""
    return natural_width(
        page,
        *(
            Words(word, text.scale, text.color, text.weight)
            for text in texts
            for word in text.text.split(" ")
        ),
    )


def put(page: Page, cell: Cell, x: float, middle: float, anchor: Anchor = "start") -> None:
    """Draws a cell, centred on ``middle``."""
    y = middle - cell.height * page.base / 2
    for place, line in enumerate(cell.lines):
        y += page.base * line.scale * (LEAD if place else 2 * CAP)
        page.c.text(x, y, line.text, page.base * line.scale, line.color, line.weight, anchor)
