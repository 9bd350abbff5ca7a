"""What each tile of a map of a ranking shows, and how many show the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.groups import Group, Row
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.rank_words import apart
from dtcompare.charts.tiles.shades import Shade, drawn_figure, shades
from dtcompare.charts.values import value_text
from dtcompare.model.figure import Figure
from dtcompare.view.phrases import Phrases

__all__ = ["Cell", "Cells", "Kind"]

Kind = Literal["shaded", "apart", "silent", "hidden"]
_MOST_MARKS, _MOST_NARROW = 8, 6  # more reasons than this to stand apart share one mark
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Cell(Struct, frozen=True):
    """One tile: shaded by its class, apart (a figure that compares with none), silent or hidden.

    ``figure`` is what is drawn of ``report``; ``mark`` refers to the reason why it stands apart.
    """

    kind: Kind
    figure: Figure | None = None
    observation: Observation | None = None
    shade: Shade | None = None
    mark: str = ""


class Cells:
    """The tiles of one ranking by province: of several groups the first is shaded.

    ``shades`` are its classes, ``reasons`` what each mark means, ``hidden`` the stretch of rows
    of the group that is not shown, ``undrawn`` how many figures have no tile.
    """

    def __init__(
        self, ranking: Ranking, provinces: Iterable[str], phrases: Phrases, options: ChartOptions
    ) -> None:
        self.ranking = ranking
        self.group = ranking.groups[0] if ranking.is_ranked else None
        self.shades: tuple[Shade, ...] = ()
        self.reasons: dict[str, str] = {}
        self.hidden: tuple[Row, ...] = ()
        self._phrases = phrases
        self._given = dict.fromkeys(provinces)
        cells: dict[str, Cell] = {}
        if self.group is not None:
            cells |= self._shaded(self.group, options)
        others = list(self._others(self.group))
        firsts: dict[str, tuple[Cell, str]] = {}
        for id, cell, said in others:
            if id in self._given and id not in cells:
                firsts.setdefault(id, (cell, said))
        marks = self._marks([said for _, said in firsts.values()], options)
        cells |= {id: replace(cell, mark=marks[said]) for id, (cell, said) in firsts.items()}
        self.undrawn = len(others) - len(firsts)
        cells |= {id: Cell("silent") for id in ranking.not_reported}
        hidden = Cell("hidden")
        self.by_province = {id: cells.get(id, hidden) for id in self._given}

    def of(self, kind: Kind, mark: str | None = None) -> list[str]:
        """The provinces whose tiles are of a kind, and bear a mark where one is given."""
        return [
            id
            for id, cell in self.by_province.items()
            if cell.kind == kind and mark in (None, cell.mark)
        ]

    def _shaded(self, group: Group, options: ChartOptions) -> dict[str, Cell]:
        """The first group: its rows in classes; those that are not asked for hidden."""
        rows = [row for row in group.rows if row.province in self._given]
        if options.first or options.last:
            cut = slice(
                options.first or 0, max(len(rows) - (options.last or 0), options.first or 0)
            )
            self.hidden = tuple(rows[cut])
            del rows[cut]
        self.shades = shades(group, rows, self._phrases)
        cells = {row.province: Cell("hidden") for row in self.hidden}
        for shade in self.shades:
            for row in shade.rows:
                figure = drawn_figure(row, group.edition)
                observation = row.observation if row.place is None else row.place
                cells[row.province] = Cell("shaded", figure, observation, shade)
        return cells

    def _others(self, group: Group | None) -> Iterable[tuple[str, Cell, str]]:
        """Every figure that is in no class: province, tile, and why it stands apart, in words."""
        ranking, phrases = self.ranking, self._phrases
        kept = {row.province for shade in self.shades for row in shade.rows}
        kept |= {row.province for row in self.hidden}
        for row in group.rows if group is not None else ():
            if row.province in self._given and row.province not in kept:
                yield row.province, _apart(row.observation), phrases.say("chart.map.no-place")
        for other in ranking.groups:
            if other is group:
                continue
            for row in other.rows:
                observation = row.place or row.observation
                said = self._ranked_apart(other) if group is not None else ""
                yield row.province, _apart(observation), said or self._series_key(observation, "")
        for entry in ranking.listed:
            yield (
                entry.province,
                _apart(entry.observation),
                self._series_key(entry.observation, entry.reason),
            )

    def _series_key(self, observation: Observation, reason: str) -> str:
        """What sets a figure apart; where nothing else does, when it was taken."""
        said = apart(observation.figure, reason, self._phrases)
        period = self._phrases.period(observation.figure.period)
        return said or self._phrases.say("chart.map.of-period", period=period)

    def _ranked_apart(self, group: Group) -> str:
        """Why another ranked group is none of the first one's classes."""
        assert self.group is not None
        first, own, phrases = self.group.series_key, group.series_key, self._phrases
        if (own.basis, own.method, own.scope) != (first.basis, first.method, first.scope):
            return apart(group.rows[0].observation.figure, "", phrases) if group.rows else ""
        if group.season is None:
            return phrases.say("chart.map.other-group")
        return phrases.say("chart.map.other-season", season=phrases.span(*group.season))

    def _marks(self, said: Sequence[str], options: ChartOptions) -> dict[str, str]:
        """The mark of each reason: one star, or letters; where there are many, one star for all."""
        reasons = tuple(dict.fromkeys(said))
        if len(reasons) > (_MOST_MARKS if options.size != "column" else _MOST_NARROW):
            self.reasons = {"*": self._phrases.say("chart.map.apart")}
            return dict.fromkeys(reasons, "*")
        letters = "*" if len(reasons) == 1 else _LETTERS
        marks = dict(zip(reasons, letters, strict=False))
        self.reasons = {mark: reason for reason, mark in marks.items()}
        return marks

    def text(self, cell: Cell) -> str:
        """What stands on a tile under the name; empty where nothing is reported or shown."""
        if cell.figure is None:
            return ""
        said = self._number(cell.figure)
        return f"{said}{cell.mark}" if cell.mark == "*" else f"{said} {cell.mark}".strip()

    def _number(self, figure: Figure) -> str:
        """The number on a tile: of an index the place.

        Without a ranked edition a place says of how many it is, and beside one none is shown that
        is of another number.
        """
        place, say = figure.place, self._phrases.say
        edition = self.group.edition if self.group is not None else None
        if place is None or (edition is not None and not self.of_places):
            return value_text(figure, self._phrases).replace(" ", "")
        said = say(f"chart.value.{place.word}", number=place.number)
        if edition is None:
            return f"{said}/{place.of}"
        return said if place.of == edition.of else ""

    @property
    def of_places(self) -> bool:
        """Whether the classes are stretches of published places."""
        return any(shade.of_places for shade in self.shades)


def _apart(observation: Observation) -> Cell:
    """The tile of a figure that stands apart; its mark is given once all are known."""
    return Cell("apart", observation.figure, observation)
