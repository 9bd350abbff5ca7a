"""A ranking as a map of equal tiles: is there a regional pattern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Page
from dtcompare.charts.rank_words import unit_of_basis
from dtcompare.charts.style import SMALL
from dtcompare.charts.tiles.cells import Cell, Cells
from dtcompare.charts.tiles.key import KeyRow, MapKey
from dtcompare.charts.tiles.marks import TileMarks, ground
from dtcompare.charts.tiles.tiling import Board, Fit, Shape, fit
from dtcompare.charts.tiles.words import MapWords
from dtcompare.errors import WrongUsage
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases

__all__ = ["tile_map"]

# The tallest tile in base sizes and by its width; a narrow one has room for a name on two lines.
_TALLEST, _BY_WIDTH, _THREE_LINES = 4.1, 0.62, 3.6
# The widest tile in base sizes and, on a page of fixed height, by its own height.
_WIDEST, _ASPECT = 9.5, 4.7
_KEY, _LEAST_KEY = 17, 8  # the width of a key in base sizes, at the most and at the least
_WANTED, _GOOD = 0.94, 0.8  # base sizes of a name, and the share of it that is good enough
# Where the key may stand, the best place first.
_PLACES = {
    "slide": ("beside", "inside", "above"),
    "square": ("inside", "above", "beside"),
}
_GROWING = ("inside", "above")


def tile_map(ranking: Ranking, phrases: Phrases, options: ChartOptions) -> Chart:
    """The first group of a ranking on the tile map of the provinces of its day.

    Figures that do not compare with it stand on outlined tiles, with the reason in the key. On
    tiles too small for figures these are left to the classes, which is said. Raises WrongUsage
    where the register has no tiles for that day, and where the tiles do not fit on the page.
    """
    register = phrases.dataset.register
    grid = register.grid(ranking.day)
    existing = [province.id for province in register.existing(ranking.day)]
    if not any(id in grid.tiles for id in existing):
        raise WrongUsage("error.chart-no-grid", day=phrases.day(ranking.day))
    shape = Shape.of(grid, existing)
    return _Map(ranking, phrases, options, shape, existing).chart()


class _Plan(Struct, frozen=True):
    """A page with its key drawn, where its tiles stand and how they are lettered.

    ``list`` tells the figures under the map where tiles have no room for them.
    """

    page: Page
    board: Board
    how: Fit
    texts: dict[str, str]
    list: str = ""


class _Map:
    """One map being drawn."""

    def __init__(
        self,
        ranking: Ranking,
        phrases: Phrases,
        options: ChartOptions,
        shape: Shape,
        existing: Sequence[str],
    ) -> None:
        self.ranking, self.phrases, self.options, self.shape = ranking, phrases, options, shape
        self.cells = Cells(ranking, shape.tiles, phrases, options)
        unplaced = [id for id in existing if id not in shape.tiles]
        self.words = MapWords(ranking, self.cells, unplaced, phrases)
        self.names = {id: phrases.dataset.province(id).short_on(ranking.day) for id in shape.tiles}

    def chart(self) -> Chart:
        """Draws key, tiles and islands where the words on tiles are largest."""
        plan = self._plan()
        page, cells = plan.page, self.cells.by_province
        marks = TileMarks(page, plan.board, plan.how, self.names, plan.texts)
        for id, tile in self.shape.tiles.items():
            marks.tile(id, tile, cells[id])
        for id, tile in self.shape.tiles.items():
            if id in self.options.highlight:
                marks.frame(tile)
        for group, tile in self.shape.islands:
            name = group.name.say(self.phrases.lang)
            marks.islands(name, group.province, tile, cells[group.province])
        bottom = plan.board.y + self.shape.rows * plan.board.height + page.base * 0.4
        if plan.list:
            bottom = page.paragraph(bottom, plan.list, SMALL) + page.base * 0.3
        alt = self.words.alt()
        return page.close(bottom, alt=alt, rows=len(cells), fixed_rows=True)

    # Where everything stands

    def _plan(self) -> _Plan:
        """The first plan on which words are large enough, else the one where they are largest."""
        wanted = self.options.page.base * _WANTED * _GOOD
        for bare in (False, True):
            found = []
            for plan in self._plans(bare=bare):
                if plan.how.name >= wanted:
                    return plan
                found.append(plan)
            if found:
                return max(found, key=lambda plan: plan.how.name)
        self._page(bare=True).does_not_fit(len(self.shape.tiles), fixed_rows=True)
        raise AssertionError

    def _plans(self, *, bare: bool) -> Iterable[_Plan]:
        """What fits, the best place of the key first; ``bare`` leaves the figures off the tiles."""
        cells = self.cells.by_province
        texts = {id: cell.mark if bare else self.cells.text(cell) for id, cell in cells.items()}
        figures = self.words.figures() if bare and self.options.page.height is None else ""
        for place in _PLACES.get(self.options.size, _GROWING):
            page = self._page(bare=bare and not figures)
            tail = page.paragraph_height(figures, SMALL) + page.base * 0.3 if figures else 0
            board = self._with_key(page, place, page.bottom - tail)
            if board is None:
                continue
            names = list(self.names.values())
            most = page.base * _WANTED
            how = fit(page.font, names, list(texts.values()), board.room, most)
            if how is not None:
                yield _Plan(page, board, how, texts, figures)

    def _page(self, *, bare: bool) -> Page:
        """A new page with title and footer."""
        return Page(
            self.options,
            self.phrases,
            self.ranking.as_of,
            title=self.words.title(),
            subtitle=self.words.subtitle(),
            sources=self.words.sources(),
            notes=tuple(self.words.notes(bare=bare)),
        )

    def _with_key(self, page: Page, place: str, end: float) -> Board | None:
        """The board on a page, its key drawn at the place; None where it finds no room there.

        The tiles end at ``end`` at the latest.
        """
        top, b = page.top + page.base * 0.3, page.base
        key = self._key(page, b * _KEY)
        if place == "inside":
            return self._inside(page, top, end)
        if place == "beside":
            board = self._board(page, top, end, key.width + b * 2.5)
            key.draw(page.left, board.y + b * 0.5)
            return board if top + key.height <= end else None
        return self._board(page, page.key(top, key.entries()) + b * 0.3, end)

    def _inside(self, page: Page, top: float, end: float) -> Board | None:
        """The key in the largest empty part of the grid that holds it."""
        board, b, found = self._board(page, top, end), page.base, []
        for row, column, height, width in self.shape.voids():
            most = width * board.width - b * 0.8
            if most < b * _LEAST_KEY:
                continue
            key = self._key(page, min(most, b * _KEY))
            slack = height * board.height - key.height - b * 0.8
            if key.width <= most and slack >= 0:
                x, y = board.corner((row, column))
                at = y + min(board.height * 0.7, slack / 2) + b * 0.4
                found.append((height * width, key, x + (b * 0.8 if column else 0), at))
        if not found:
            return None
        _, key, x, at = max(found, key=lambda one: one[0])
        key.draw(x, at)
        return board

    def _board(self, page: Page, top: float, end: float, aside: float = 0) -> Board:
        """The tiles between ``top`` and ``end``, ``aside`` points from the left margin on."""
        b, rows, columns = page.base, self.shape.rows, self.shape.columns
        free = (end - top - b * 0.4) / rows
        width = min((page.inner - aside) / columns, b * _WIDEST)
        if page.room is None:
            height = min(max(width * _BY_WIDTH, b * _THREE_LINES), b * _TALLEST, free)
            return Board(page.left, top, width, height)
        height = min(free, b * _TALLEST)
        width = min(width, height * _ASPECT)
        spare = page.inner - aside - width * columns
        return Board(page.left + aside + spare / 2, top, width, height)

    # The key

    def _key(self, page: Page, most: float) -> MapKey:
        """The key of every sign on the map, at most so wide."""
        count = self.phrases.say("chart.map.count")
        return MapKey(page, self._heading(), count, list(self._key_rows(page)), most)

    def _heading(self) -> str:
        """What the classes are classes of."""
        group, say = self.cells.group, self.phrases.say
        if group is not None and group.edition is not None and self.cells.of_places:
            return capital(say("chart.map.places", of=group.edition.of))
        unit = unit_of_basis(self.ranking, group, self.phrases) if group is not None else ""
        if self.ranking.picks.per:
            unit = f"{unit} {say(f'chart.rank.per.{self.ranking.picks.per}')}".strip()
        return capital(unit) or say("column.figure")

    def _key_rows(self, page: Page) -> Iterable[KeyRow]:
        """Classes, figures that stand apart, the silent, the hidden."""
        cells, say = self.cells, self.phrases.say
        for shade in cells.shades:
            yield _key_row(page, Cell("shaded", shade=shade), shade.label, len(shade.rows))
        for mark, reason in cells.reasons.items():
            yield _key_row(page, Cell("apart", mark=mark), reason, len(cells.of("apart", mark)))
        if silent := cells.of("silent"):
            yield _key_row(page, Cell("silent"), say("chart.map.key.silent"), len(silent))
        if hidden := cells.of("hidden"):
            yield _key_row(page, Cell("hidden"), self._hidden_words(), len(hidden))

    def _hidden_words(self) -> str:
        """Why tiles are empty: which places were not asked for."""
        cut = [row.rank_interval for row in self.cells.hidden]
        if not cut or cut[0] is None or cut[-1] is None:
            return self.phrases.say("chart.map.key.hidden")
        key = "chart.hidden.one" if len(cut) == 1 else "chart.hidden"
        return self.phrases.say(key, first=cut[0].rank, last=cut[-1].rank)


def _key_row(page: Page, cell: Cell, words: str, count: int) -> KeyRow:
    """A row of the key with the ground that such tiles have."""

    def draw(x: float, y: float, width: float, height: float) -> None:
        ground(page, cell, x, y, width, height)

    return KeyRow(draw, words, count, cell.mark)
