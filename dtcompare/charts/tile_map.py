"""Draw a ranking as a map of equal tiles: is there a regional pattern."""

from __future__ import annotations

from msgspec import Struct

from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.marks import Hatch
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import (
    ACCENT,
    ACCENT_TEXT,
    FAINT,
    GRID,
    INK,
    MUTED,
    RULE,
    SMALL,
    TEXT,
    WHITE,
)
from dtcompare.charts.tile_cells import TileCell, TileCells
from dtcompare.charts.tile_layout import (
    INSET,
    LINE,
    Board,
    Lettering,
    TileShape,
    fit_letters,
    in_two,
)
from dtcompare.charts.tile_words import TileWords
from dtcompare.errors import WrongUsage
from dtcompare.model.province import Islands, Tile
from dtcompare.view.phrases import Phrases

# The tallest tile in base sizes and by its width; a narrow one has room for a name on two lines.
_TALLEST, _BY_WIDTH, _THREE_LINES = 4.1, 0.62, 3.6
# The widest tile in base sizes and, on a page of fixed height, by its own height.
_WIDEST, _ASPECT = 9.5, 4.7
_GAP = 0.04  # of its height, about a tile that is low
_WANTED = 0.94  # base sizes of a name
_INKS = {"shaded": INK, "apart": TEXT, "silent": MUTED, "hidden": FAINT}
_PATTERN = ((0.0, 0.45), (0.38, 0.0), (0.62, 0.75), (1.0, 0.3))  # islands within their sign


class _Plan(Struct, frozen=True):
    """A page with its key drawn, where its tiles stand and how they are lettered.

    ``texts`` stand under the names; ``list`` tells the figures under the map where tiles have no
    room for them.
    """

    page: Page
    board: Board
    letters: Lettering
    texts: dict[str, str]
    list: str = ""


class TileMap:
    """Draws the first group of a ranking on the tile map of the provinces of its day.

    Figures that do not compare with it stand on outlined tiles, with the reason in the key. On
    tiles too small for figures these are left to the classes, which is said. Raises WrongUsage
    where the register has no tiles for that day.
    """

    def __init__(self, ranking: Ranking, phrases: Phrases, options: ChartOptions) -> None:
        self.ranking, self.phrases, self.options = ranking, phrases, options
        register = phrases.dataset.register
        grid = register.grid(ranking.day)
        existing = [province.id for province in register.existing(ranking.day)]
        if not any(id in grid.tiles for id in existing):
            raise WrongUsage("error.chart-no-grid", day=phrases.day(ranking.day))
        self.shape = shape = TileShape.of(grid, existing)
        self.cells = TileCells(ranking, shape.tiles, phrases, options)
        unplaced = [id for id in existing if id not in shape.tiles]
        self.words = TileWords(ranking, self.cells, unplaced, phrases)
        self.names = {id: self.words.short_name(id) for id in shape.tiles}

    def chart(self) -> Chart:
        """Draw key, tiles and islands, with figures on the tiles where these have room."""
        plan = self._plan(bare=False) or self._plan(bare=True)
        count = len(self.shape.tiles)
        if plan is None:
            self._page(bare=True).does_not_fit(count, fixed_rows=True)
        page, tiles = plan.page, _Tiles(plan, self.names)
        for id, tile in self.shape.tiles.items():
            tiles.draw(id, tile, self.cells.by_province[id])
        for id, tile in self.shape.tiles.items():
            if id in self.options.highlight:
                tiles.draw_frame(tile)
        for group, tile in self.shape.islands:
            tiles.draw_islands(group, tile, self.cells.by_province[group.province])
        bottom = plan.board.y + self.shape.rows * plan.board.height + page.base * 0.1
        if plan.list:
            bottom = page.paragraph(bottom, plan.list, SMALL) + page.base * 0.3
        return page.close(bottom, alt=self.words.alt(), rows=count, fixed_rows=True)

    def _plan(self, *, bare: bool) -> _Plan | None:
        """Return how all is laid out; ``bare`` leaves the figures off the tiles.

        None where nothing of a legible size fits.
        """
        cells = self.cells.by_province
        texts = {id: cell.mark if bare else self.cells.text(cell) for id, cell in cells.items()}
        figures = self.words.figures() if bare and self.options.page.height is None else ""
        page = self._page(bare=bare and not figures)
        y = page.key(page.top, self._key(page)) + page.base * 0.3
        list_height = page.paragraph_height(figures, SMALL) + page.base * 0.3 if figures else 0
        board = self._board(page, y, page.bottom - list_height)
        names, values = list(self.names.values()), list(texts.values())
        letters = fit_letters(page.font, names, values, board.inner, page.base * _WANTED)
        return None if letters is None else _Plan(page, board, letters, texts, figures)

    def _page(self, *, bare: bool) -> Page:
        """Return a new page with title and footer."""
        return Page(
            self.options,
            self.phrases,
            self.ranking.as_of,
            title=self.words.title(),
            subtitle=self.words.subtitle(),
            sources=self.words.sources(),
            notes=tuple(self.words.notes(bare=bare)),
        )

    def _key(self, page: Page) -> list[Entry]:
        """Return the entries of the key: a small tile each, with its mark."""
        em = page.base

        def entry(cell: TileCell, words: str) -> Entry:
            def draw(x: float, y: float) -> None:
                _draw_ground(page, cell, (x, y - em * 0.5), (em * 1.4, em))
                middle = x + em * 0.7
                page.c.middle(middle, y, cell.mark, em * SMALL, TEXT, "Italic", "middle")

            return em * 1.4, draw, words

        return [entry(cell, words) for cell, words in self.words.key()]

    def _board(self, page: Page, top: float, end: float) -> Board:
        """Return the tiles between ``top`` and ``end``, centred on a page of fixed height."""
        em, columns = page.base, self.shape.columns
        free = (end - top - em * 0.1) / self.shape.rows
        width = min(page.inner / columns, em * _WIDEST)
        if page.room is None:
            height = min(max(width * _BY_WIDTH, em * _THREE_LINES), em * _TALLEST, free)
            return Board(page.left, top, width, height)
        height = min(free, em * _TALLEST)
        width = min(width, height * _ASPECT)
        left = page.left + (page.inner - width * columns) / 2
        return Board(left, top, width, height, min(1.0, height * _GAP))


def _draw_ground(
    page: Page, cell: TileCell, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw the ground of a tile, or of its sign in the key."""
    (x, y), (width, height) = corner, size
    if cell.tile_class is not None:
        page.c.rectangle(x, y, width, height, cell.tile_class.fill)
        return
    edge, stroke, hatch = GRID, 0.6, None
    if cell.kind == "apart":
        edge, stroke = MUTED, 0.9
    elif cell.kind == "silent":
        edge, stroke, hatch = RULE, 0.5, Hatch(GRID, page.base * 0.55)
    inset = stroke / 2
    inner = (width - stroke, height - stroke)
    page.c.rectangle(x + inset, y + inset, *inner, WHITE, edge, stroke, hatch)


class _Tiles:
    """Draws tiles on a board, all lettered alike."""

    def __init__(self, plan: _Plan, names: dict[str, str]) -> None:
        self.page, self.board, self.letters = plan.page, plan.board, plan.letters
        self.names, self.texts = names, plan.texts

    def draw(self, id: str, tile: Tile, cell: TileCell) -> None:
        """Draw one province: ground, name and figure."""
        board, highlighted = self.board, id in self.page.options.highlight
        x, y = board.corner(tile)
        corner = (x + board.gap, y + board.gap)
        _draw_ground(self.page, cell, corner, board.inner)
        ink = ACCENT_TEXT if highlighted else _INKS[cell.kind]
        if cell.tile_class is not None:
            ink = cell.tile_class.ink
        weights = (
            "SemiBold" if highlighted else "Medium",
            "SemiBold" if cell.kind == "shaded" else "Italic",
        )
        put = self._put_beside if self.letters.beside else self._put_stacked
        put(id, corner, ink, weights)

    def _put_beside(
        self, id: str, corner: tuple[float, float], ink: str, weights: tuple[str, str]
    ) -> None:
        """Write the figure behind the name."""
        (x, y), (width, height), letters = corner, self.board.inner, self.letters
        inset, middle, canvas = letters.name * INSET, y + height / 2, self.page.c
        end = x + width - inset
        canvas.middle(x + inset, middle, self.names[id], letters.name, ink, weights[0])
        canvas.middle(end, middle, self.texts[id], letters.value, ink, weights[1], "end")

    def _put_stacked(
        self, id: str, corner: tuple[float, float], ink: str, weights: tuple[str, str]
    ) -> None:
        """Write the figure under the name; where there is none, the name in the middle."""
        (x, y), (width, height), letters = corner, self.board.inner, self.letters
        canvas, font, name, text = self.page.c, self.page.font, self.names[id], self.texts[id]
        lines: tuple[str, ...] = (name,)
        if letters.lines > 1 and font.width(name, letters.name, weights[0]) > width - 4:
            lines = in_two(font, name)
        tall, spread = LINE * len(lines) * letters.name, 1.0
        if text:
            tall += LINE * letters.value
            spread = min(1.2, max(1.0, (height - 2) / tall))
        pitch, middle = LINE * spread, x + width / 2
        at = y + (height - tall * spread) / 2
        for line in lines:
            center = at + pitch * letters.name / 2
            canvas.middle(middle, center, line, letters.name, ink, weights[0], "middle")
            at += pitch * letters.name
        center = at + pitch * letters.value / 2
        canvas.middle(middle, center, text, letters.value, ink, weights[1], "middle")

    def draw_frame(self, tile: Tile) -> None:
        """Draw the frame of a highlighted tile, half of it in the gap around it."""
        (x, y), gap = self.board.corner(tile), self.board.gap
        self.page.c.rectangle(x + gap, y + gap, *self.board.inner, None, ACCENT, 2.2)

    def draw_islands(self, islands: Islands, tile: Tile, cell: TileCell) -> None:
        """Draw islands as a sign in the shade of their province, both names beneath."""
        page, board, size = self.page, self.board, self.letters.name
        canvas, (x, y), owner = page.c, board.corner(tile), islands.province
        side = min(board.width, board.height * 1.6) * 0.12
        edge = ACCENT if owner in page.options.highlight else MUTED
        fill = cell.tile_class.fill if cell.tile_class is not None else WHITE
        spread = side * 3.2
        left, top = x + (board.width - spread - side) / 2, y + board.gap
        for across, down in _PATTERN:
            place = (left + across * spread, top + down * side * 1.9)
            canvas.rectangle(*place, side, side, fill, edge, 0.5)
        at = top + side * 2.5 + size * 0.9
        name = islands.name.say(page.phrases.lang)
        for words, color in ((name, TEXT), (f"({self.names[owner]})", MUTED)):
            for line in page.font.balance(words, board.width, size, "Italic"):
                canvas.middle(x + board.width / 2, at, line, size, color, "Italic", "middle")
                at += size * LINE
