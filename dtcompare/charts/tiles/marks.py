"""The marks of a tile map: grounds, frames, names and figures, islands."""

from __future__ import annotations

from collections.abc import Mapping

from dtcompare.charts.marks import Hatch
from dtcompare.charts.page import Page
from dtcompare.charts.style import ACCENT, ACCENT_TEXT, FAINT, GRID, INK, MUTED, RULE, TEXT, WHITE
from dtcompare.charts.tiles.cells import Cell
from dtcompare.charts.tiles.tiling import INSET, LINE, Board, Fit, in_two
from dtcompare.model.tiles import Tile

__all__ = ["TileMarks", "ground"]

_INKS = {"shaded": INK, "apart": TEXT, "silent": MUTED, "hidden": FAINT}
_PATTERN = ((0.0, 0.45), (0.38, 0.0), (0.62, 0.75), (1.0, 0.3))  # islands within their sign


def ground(page: Page, cell: Cell, x: float, y: float, width: float, height: float) -> None:
    """Draws the ground of a tile, or of its sign in the key."""
    c = page.c
    if cell.shade is not None:
        c.rectangle(x, y, width, height, cell.shade.fill)
    elif cell.kind == "apart":
        c.rectangle(x + 0.4, y + 0.4, width - 0.8, height - 0.8, WHITE, MUTED, 0.9)
    elif cell.kind == "silent":
        hatch = Hatch(GRID, page.base * 0.55)
        c.rectangle(x + 0.3, y + 0.3, width - 0.6, height - 0.6, WHITE, RULE, 0.5, hatch)
    else:
        c.rectangle(x + 0.3, y + 0.3, width - 0.6, height - 0.6, WHITE, GRID, 0.6)


class TileMarks:
    """Draws tiles on a board, all lettered alike; ``names`` and ``texts`` are what they say."""

    def __init__(
        self, page: Page, board: Board, how: Fit, names: Mapping[str, str], texts: Mapping[str, str]
    ) -> None:
        self._page, self._board, self._how = page, board, how
        self._names, self._texts = names, texts

    def tile(self, id: str, tile: Tile, cell: Cell) -> None:
        """Draws one province: ground, name and figure."""
        board = self._board
        x, y = board.corner(tile)
        box = (x + board.gap, y + board.gap, *board.room)
        ground(self._page, cell, *box)
        highlighted = id in self._page.options.highlight
        ink = _INKS[cell.kind]
        if cell.shade is not None:
            ink = cell.shade.ink
        elif highlighted:
            ink = ACCENT_TEXT
        inks = (ink, "SemiBold" if highlighted else "Medium")
        value = "SemiBold" if cell.kind == "shaded" else "Italic"
        if self._how.beside:
            self._beside(id, box, inks, value)
        else:
            self._stacked(id, box, inks, value)

    def _beside(
        self, id: str, box: tuple[float, float, float, float], inks: tuple[str, str], value: str
    ) -> None:
        """Writes the figure behind the name."""
        (x, y, width, height), (ink, weight), how = box, inks, self._how
        inset, middle = how.name * INSET, y + height / 2
        c = self._page.c
        c.middle(x + inset, middle, self._names[id], how.name, ink, weight)
        c.middle(x + width - inset, middle, self._texts[id], how.value, ink, value, "end")

    def _stacked(
        self, id: str, box: tuple[float, float, float, float], inks: tuple[str, str], value: str
    ) -> None:
        """Writes the figure under the name; where there is none, the name in the middle."""
        (x, y, width, height), (ink, weight), how = box, inks, self._how
        c, name, text = self._page.c, self._names[id], self._texts[id]
        lines: tuple[str, ...] = (name,)
        if how.lines > 1 and self._page.font.width(name, how.name, weight) > width - 4:
            lines = in_two(self._page.font, name)
        tall = LINE * (len(lines) * how.name + (how.value if text else 0))
        spread = min(1.2, max(1.0, (height - 2) / tall)) if text else 1.0
        pitch, middle = LINE * spread, x + width / 2
        at = y + (height - tall * spread) / 2
        for line in lines:
            c.middle(middle, at + pitch * how.name / 2, line, how.name, ink, weight, "middle")
            at += pitch * how.name
        c.middle(middle, at + pitch * how.value / 2, text, how.value, ink, value, "middle")

    def frame(self, tile: Tile) -> None:
        """Draws the frame of a highlighted tile, half of it in the gap around it."""
        x, y = self._board.corner(tile)
        gap = self._board.gap
        self._page.c.rectangle(x + gap, y + gap, *self._board.room, None, ACCENT, 2.2)

    def islands(self, name: str, owner: str, tile: Tile, cell: Cell) -> None:
        """Draws islands as a sign in the shade of their province, both names beneath."""
        page, board, size = self._page, self._board, self._how.name
        c, (x, y) = page.c, board.corner(tile)
        side = min(board.width, board.height * 1.6) * 0.12
        edge = ACCENT if owner in page.options.highlight else MUTED
        fill = cell.shade.fill if cell.shade is not None else WHITE
        spread = side * 3.2
        left, top = x + (board.width - spread - side) / 2, y + board.gap
        for across, down in _PATTERN:
            place = (left + across * spread, top + down * side * 1.9)
            c.rectangle(*place, side, side, fill, edge, 0.5)
        at = top + side * 2.5 + size * 0.9
        for words, color in ((name, TEXT), (f"({self._names[owner]})", MUTED)):
            for line in page.font.balance(words, board.width, size, "Italic"):
                c.middle(x + board.width / 2, at, line, size, color, "Italic", "middle")
                at += size * LINE
