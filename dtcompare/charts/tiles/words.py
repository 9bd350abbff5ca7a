"""What a tile map says around its tiles: title, subtitle, notes, sources, alt text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.analysis.groups import Row
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.measure import is_share
from dtcompare.charts.page import lists_of, unbroken
from dtcompare.charts.rank_words import group_measure, measured, one_series_key, title
from dtcompare.charts.tiles.cells import Cells
from dtcompare.model.figure import Figure
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import opening

__all__ = ["MapWords"]

_SIGNS = ("about", "over", "nearly", "at_least", "at_most")


class MapWords:
    """The words of one map; ``unplaced`` are provinces of the day without a tile."""

    def __init__(
        self, ranking: Ranking, cells: Cells, unplaced: Sequence[str], phrases: Phrases
    ) -> None:
        self._ranking, self._cells, self._phrases = ranking, cells, phrases
        self._unplaced = unplaced
        self._indicator = phrases.dataset.indicator(ranking.indicator)

    def title(self) -> str:
        """The sentence that the tiles prove: from where to where they range, or who is first."""
        group = self._cells.group
        if group is None or group.edition is not None:
            return title(self._ranking, self._phrases)
        rows = [row for shade in self._cells.shades for row in shade.rows]
        if not rows:
            return title(self._ranking, self._phrases)
        return self._span(measured(self._ranking, self._phrases), rows)

    def _span(self, indicator: str, rows: Sequence[Row]) -> str:
        """From the lowest figure to the highest, with the names of those who have them."""
        say = self._phrases.say
        high = [
            row
            for row in rows
            if row.observation.figure.number == rows[0].observation.figure.number
        ]
        low = [
            row
            for row in rows
            if row.observation.figure.number == rows[-1].observation.figure.number
        ]
        facts = {
            "indicator": indicator,
            "n": len(rows),
            "figure": self._figure(rows[0].observation.figure),
        }
        if len(rows) == 1:
            return say("chart.map.title.alone", name=self._name(rows[0].province), **facts)
        if len({self._figure(row.observation.figure) for row in rows}) == 1:
            return say("chart.map.title.same", **facts)
        facts |= {
            "high": unbroken(self._figure(high[0].observation.figure)),
            "low": unbroken(self._figure(low[-1].observation.figure)),
        }
        if len(high) > 1 or len(low) > 1:
            return say("chart.map.title.between", **facts)
        first, last = (unbroken(self._name(own[0].province)) for own in (high, low))
        return say("chart.map.title.span", first=first, last=last, **facts)

    def subtitle(self) -> str:
        """Unit, basis, method and time of the shaded group, and how many report."""
        measure = "" if self._ranking.empty else self._measure()
        said = opening(self._ranking, self._phrases)
        return f"{capital(measure)}. {said}" if measure else said

    def _measure(self) -> str:
        group, symbol = self._cells.group, self._indicator.unit.symbol
        if self._cells.of_places and group is not None and group.edition is not None:
            return self._phrases.say("chart.map.place", of=group.edition.of)
        figures = [cell.figure for cell in self._cells.by_province.values() if cell.figure]
        series_keys = {(figure.basis, figure.method, figure.scope) for figure in figures}
        if group is None and symbol is not None and len(series_keys) > 1:
            key = "share" if is_share(figures[0], self._phrases) else "measured"
            return self._phrases.say(
                f"chart.map.unlike.{key}", symbol=symbol.say(self._phrases.lang)
            )
        if group is None and figures:
            return one_series_key(self._ranking, figures[0], self._phrases)
        return group_measure(self._ranking, group, self._phrases)

    def notes(self, *, bare: bool) -> Iterable[str]:
        """What must be known to read the map; ``bare`` where tiles have no room for figures."""
        ranking, cells, say = self._ranking, self._cells, self._phrases.say
        group = cells.group
        yield say("chart.map.note.diagram")
        if any(len(shade.rows) > 1 for shade in cells.shades) and not cells.of_places:
            yield say("chart.map.note.classes")
        if group is None and len(cells.of("apart")) > 1:
            yield say("chart.rank.note.unlike")
        words = {cell.figure.word for cell in cells.by_province.values() if cell.figure}
        signs = [unbroken(say(f"chart.map.sign.{word}")) for word in _SIGNS if word in words]
        if bare:
            yield say("chart.map.note.bare")
        if signs:
            yield say("chart.map.note.signs", signs=", ".join(signs))
        if group is not None and self._indicator.unit.extensive and not ranking.picks.per:
            yield say("chart.rank.note.extensive")
        if cells.undrawn:
            yield say("chart.map.note.undrawn", n=cells.undrawn)
        yield from self._names_explained()

    def _names_explained(self) -> Iterable[str]:
        """Which names are shortened, and who has no tile."""
        day, say = self._ranking.day, self._phrases.say
        for id in self._cells.by_province:
            short, name = self._phrases.dataset.province(id).short_on(day), self._name(id)
            if short != name:
                yield say("chart.map.note.short", short=unbroken(short), name=unbroken(name))
        if self._unplaced:
            names = ", ".join(unbroken(self._name(id)) for id in self._unplaced)
            yield say("chart.map.note.unplaced", names=names)

    def sources(self) -> Iterable[str]:
        """The pages behind every number on a tile."""
        for cell in self._cells.by_province.values():
            if cell.observation is not None:
                yield from cell.observation.sources

    def figures(self) -> str:
        """Every figure on the map in words, for tiles that have no room for them."""
        cells, say = self._cells.by_province, self._phrases.say
        told = ", ".join(
            say("chart.map.alt.row", name=unbroken(self._name(id)), figure=self._cells.text(cell))
            for id, cell in cells.items()
            if cell.figure is not None
        )
        return say("chart.map.figures-list", figures=told)

    def alt(self) -> str:
        """The map in words: every class, every reason and everybody silent, with their names."""
        cells, say = self._cells, self._phrases.say
        lists = {
            shade.label: ", ".join(self._row(row.province) for row in shade.rows)
            for shade in cells.shades
            if shade.rows
        }
        for mark, reason in cells.reasons.items():
            lists[capital(reason)] = ", ".join(self._row(id) for id in cells.of("apart", mark))
        for kind in ("silent", "hidden"):
            if ids := cells.of(kind):
                names = ", ".join(self._name(id) for id in ids)
                lists[f"{capital(say(f'chart.map.key.{kind}'))} ({len(ids)})"] = names
        measure = self.subtitle().rstrip(".")
        return say("chart.map.alt", title=self.title(), measure=measure, lists=lists_of(lists))

    def _row(self, province: str) -> str:
        cell = self._cells.by_province[province]
        told = self._figure(cell.figure) if cell.figure is not None else ""
        if cell.figure is not None and cell.figure.place is not None and self._cells.of_places:
            told = self._phrases.place(cell.figure.place)
        return self._phrases.say("chart.map.alt.row", name=self._name(province), figure=told)

    def _figure(self, figure: Figure) -> str:
        return self._phrases.figure(figure, self._indicator)

    def _name(self, province: str) -> str:
        return self._phrases.province(province, self._ranking.day)
