"""Say what stands around the tiles of a map: title, subtitle, notes, sources, alt text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dtcompare.analysis.groups import RankedRow
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.page import lists_of, unbroken
from dtcompare.charts.rank_words import group_measure, measured, one_series_key, title
from dtcompare.charts.tile_cells import TileCell, TileCells
from dtcompare.model.figure import Figure
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import opening

_SIGNS = ("about", "over", "nearly", "at_least", "at_most")


class TileWords:
    """The words of one map; ``unplaced`` are provinces of the day without a tile."""

    def __init__(
        self, ranking: Ranking, cells: TileCells, unplaced: Sequence[str], phrases: Phrases
    ) -> None:
        self._ranking, self._cells, self._phrases = ranking, cells, phrases
        self._unplaced, self._say = unplaced, phrases.say
        self._indicator = phrases.dataset.indicator(ranking.indicator)

    def title(self) -> str:
        """Return the sentence that the tiles prove: how far they range, or who is first."""
        group, rows = self._cells.group, self._cells.rows
        if group is None or group.edition is not None or not rows:
            return title(self._ranking, self._phrases)
        return self._range_title(measured(self._ranking, self._phrases), rows)

    def _range_title(self, indicator: str, rows: Sequence[RankedRow]) -> str:
        """Return the lowest and the highest figure, with the names of those who have them."""
        figures = [row.observation.figure for row in rows]
        texts = [self._figure(figure) for figure in figures]
        numbers = [figure.number for figure in figures]
        if len(rows) == 1:
            kind = "alone"
        elif len(set(texts)) == 1:
            kind = "same"
        elif numbers.count(numbers[0]) > 1 or numbers.count(numbers[-1]) > 1:
            kind = "between"
        else:
            kind = "span"
        first, last = self._name(rows[0].province), self._name(rows[-1].province)
        return self._say(
            f"chart.map.title.{kind}",
            indicator=indicator,
            n=len(rows),
            name=first,
            figure=texts[0],
            first=unbroken(first),
            last=unbroken(last),
            high=unbroken(texts[0]),
            low=unbroken(texts[-1]),
        )

    def subtitle(self) -> str:
        """Return unit, basis, method and time of the shaded group, and how many report."""
        measure = "" if self._ranking.empty else self._measure()
        text = opening(self._ranking, self._phrases)
        return f"{capital(measure)}. {text}" if measure else text

    def _measure(self) -> str:
        group, symbol, figures = self._cells.group, self._indicator.unit.symbol, self._cells.figures
        if self._cells.of_places and group is not None and group.edition is not None:
            return self._say("chart.map.place", of=group.edition.of)
        series_keys = {(figure.basis, figure.method, figure.scope) for figure in figures}
        if group is None and symbol is not None and len(series_keys) > 1:
            return self._say("chart.map.unlike", symbol=symbol.say(self._phrases.lang))
        if group is None and figures:
            return one_series_key(self._ranking, figures[0], self._phrases)
        return group_measure(self._ranking, group, self._phrases)

    def notes(self, *, bare: bool) -> Iterator[str]:
        """Yield what must be known to read the map; ``bare``: tiles have no room for figures."""
        cells, say, group = self._cells, self._say, self._cells.group
        yield say("chart.map.note.diagram")
        if any(len(one.rows) > 1 for one in cells.classes) and not cells.of_places:
            yield say("chart.map.note.classes")
        if group is None and len(cells.of("apart")) > 1:
            yield say("chart.rank.note.unlike")
        words = {figure.word for figure in cells.figures}
        signs = [unbroken(say(f"chart.map.sign.{word}")) for word in _SIGNS if word in words]
        if bare:
            yield say("chart.map.note.bare")
        if signs:
            yield say("chart.map.note.signs", signs=", ".join(signs))
        if group is not None and self._indicator.unit.extensive and not self._ranking.picks.per:
            yield say("chart.rank.note.extensive")
        if cells.undrawn:
            yield say("chart.map.note.undrawn", n=cells.undrawn)
        for id in cells.by_province:
            name, short = self._name(id), self.short_name(id)
            if short != name:
                yield say("chart.map.note.short", short=unbroken(short), name=unbroken(name))
        if self._unplaced:
            names = ", ".join(unbroken(self._name(id)) for id in self._unplaced)
            yield say("chart.map.note.unplaced", names=names)

    def sources(self) -> Iterator[str]:
        """Yield the pages behind every number on a tile."""
        for cell in self._cells.by_province.values():
            if cell.observation is not None:
                yield from cell.observation.sources

    def figures(self) -> str:
        """Return every figure on the map in words, for tiles that have no room for them."""
        rows = [
            self._say("chart.map.alt.row", name=unbroken(self._name(id)), figure=text)
            for id, cell in self._cells.by_province.items()
            if cell.figure is not None and (text := self._cells.text(cell))
        ]
        return self._say("chart.map.figures-list", figures=", ".join(rows))

    def key(self) -> Iterator[tuple[TileCell, str]]:
        """Yield a tile of each kind with what it means and how many there are.

        Classes come first, then figures that stand apart, the silent and the hidden.
        """
        cells, counted = self._cells, "{} ({})".format
        for one in cells.classes:
            yield TileCell("shaded", tile_class=one), counted(one.label, len(one.rows))
        for mark, reason in cells.reasons.items():
            count = len(cells.of("apart", mark))
            yield TileCell("apart", mark=mark), counted(reason, count)
        if silent := cells.of("silent"):
            yield TileCell("silent"), counted(self._say("chart.map.key.silent"), len(silent))
        if hidden := cells.of("hidden"):
            yield TileCell("hidden"), counted(self._hidden_words(), len(hidden))

    def _hidden_words(self) -> str:
        """Return why tiles are empty: which places were not asked for."""
        intervals = [row.rank_interval for row in self._cells.hidden]
        if not intervals or intervals[0] is None or intervals[-1] is None:
            return self._say("chart.map.key.hidden")
        key = "chart.hidden.one" if len(intervals) == 1 else "chart.hidden"
        return self._say(key, first=intervals[0].rank, last=intervals[-1].rank)

    def alt(self) -> str:
        """Return the map in words: every class, every reason and everybody silent, by name."""
        cells, lists = self._cells, {}
        for one in cells.classes:
            lists[one.label] = self._rows(row.province for row in one.rows)
        for mark, reason in cells.reasons.items():
            lists[capital(reason)] = self._rows(cells.of("apart", mark))
        for kind in ("silent", "hidden"):
            ids = cells.of(kind)
            label = f"{capital(self._say(f'chart.map.key.{kind}'))} ({len(ids)})"
            lists[label] = ", ".join(map(self._name, ids))
        named = {label: names for label, names in lists.items() if names}
        measure = self.subtitle().rstrip(".")
        return self._say(
            "chart.map.alt", title=self.title(), measure=measure, lists=lists_of(named)
        )

    def _rows(self, ids: Iterable[str]) -> str:
        """Return provinces with their figures; of places as they are published."""
        rows = []
        for id in ids:
            figure = self._cells.by_province[id].figure
            text = self._figure(figure) if figure is not None else ""
            if figure is not None and figure.place is not None and self._cells.of_places:
                text = self._phrases.place(figure.place)
            rows.append(self._say("chart.map.alt.row", name=self._name(id), figure=text))
        return ", ".join(rows)

    def _figure(self, figure: Figure) -> str:
        return self._phrases.figure(figure, self._indicator)

    def _name(self, province: str) -> str:
        return self._phrases.province(province, self._ranking.day)

    def short_name(self, province: str) -> str:
        """Return the name that stands on a tile."""
        return self._phrases.dataset.province(province).short_on(self._ranking.day)
