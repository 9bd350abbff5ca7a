"""A ranking as a sheet: the sentence, a table a group, the not ranked, the not reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, groupby

from msgspec import Struct

from dtcompare.analysis.editions import missing_places
from dtcompare.analysis.groups import Group, RankedRow
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.text import fold
from dtcompare.view.citations import pages_of
from dtcompare.view.figures import (
    NO_BARS,
    BarScale,
    assessment_cell,
    bar_of,
    bar_scale,
    rank_text,
    target_text,
)
from dtcompare.view.results.rank_listed import ListedWriter
from dtcompare.view.results.rank_summary import summary_tables
from dtcompare.view.results.rank_words import group_heading
from dtcompare.view.sheet import Cell, Remark, Row, Table, without_empty
from dtcompare.view.tables import DataColumn


class _Line(Struct, frozen=True):
    """A row of a table: what stands first, a place or a footing, and what is ranked."""

    first: str
    row: RankedRow


class RankWriter(ListedWriter):
    """Lays a ranking out."""

    def parts(self) -> Iterable[Table | Remark]:
        """Yield the tables, then what is left out and what else to ask."""
        ranking = self.ranking
        yield from summary_tables(ranking, self)
        if ranking.is_ranked and not ranking.empty:
            for group in ranking.groups:
                yield self._ranked_table(group)
            yield from self.listed_remark()
        elif not ranking.empty:
            yield self._unranked_table()
        yield from self.silent_remarks()
        yield from self.instead_remarks()

    # Tables

    def _columns(self, first: DataColumn[_Line], scale: BarScale) -> list[DataColumn[_Line]]:
        """Return the columns of a table; an empty ``scale`` of bars is that of unlike figures."""
        ranking = self.ranking
        columns = [
            first,
            self.province_column(lambda line: line.row.province, ranking.day),
            DataColumn(
                "column.figure",
                partial(self._figure_cell, scale),
                "right" if ranking.is_ranked else "left",
            ),
            DataColumn("column.when", lambda line: self.line_when(line.row)),
        ]
        provinces = self.phrases.dataset.register.existing(ranking.day)
        if any(province.ended(ranking.as_of) for province in provinces):
            columns.append(DataColumn("column.today", lambda line: self._today(line.row.province)))
        rows = chain.from_iterable(group.rows for group in ranking.groups)
        shown = [row.target for row in rows]
        if not ranking.is_ranked:
            shown += [entry.target for entry in ranking.listed]
        if any(shown) or ranking.reference_target is not None:
            columns.append(DataColumn("column.target", self._target_text, early=True))
            columns.append(DataColumn("column.to-go", self._togo_cell))
        return columns

    def _ranked_table(self, group: Group) -> Table:
        """Return place, province, figure with a bar, when, target and what is still to go."""
        place = DataColumn[_Line]("column.place", lambda line: line.first)
        columns = self._columns(place, bars_of(group, self.indicator))
        shared = group.shared
        lines = [_Line(self._place(row, shared), row) for row in group.rows]
        table = self.table(lines, columns, pages=_pages)
        rows = list(table.rows)
        if self.has_holes(group):
            rows = self.with_holes(group, rows)
        if group is self.ranking.groups[0]:
            rows += self._reference_rows("", columns)
        heading = group_heading(group, self.indicator, self.phrases)
        return Table(table.columns, tuple(rows), heading, self._extent(group))

    def _unranked_table(self) -> Table:
        """Return all figures in one list, by what they are a share of, reasons as headings."""
        columns = self._columns(DataColumn("column.footing", lambda line: line.first), NO_BARS)
        lines = []
        last = ""
        for group in self.ranking.groups:
            for row in group.rows:
                text = self.series_text(row.observation.figure)
                lines.append(_Line("" if text == last else text, row))
                last = text
        table = self.table(lines, columns, pages=_pages)
        rows = list(table.rows)
        for reason, entries in groupby(self.ranking.listed, key=lambda entry: entry.reason):
            heading = self.phrases.say(f"reason.{reason}")
            rows.append(Row((Cell(heading, "muted"),), "heading"))
            lines = [
                _Line(
                    self.series_text(entry.observation.figure),
                    RankedRow(entry.province, entry.observation, target=entry.target),
                )
                for entry in entries
            ]
            rows += self.table(lines, columns, pages=_pages).rows
        if self.ranking.reference is not None:
            rows += self._reference_rows(self.series_text(self.ranking.reference.figure), columns)
        return without_empty(Table(table.columns, tuple(rows), aside=self.cut_text()))

    def cut_text(self) -> str:
        """Say how many figures that cannot be ranked there are, where only some are shown."""
        shown = len(self.ranking.listed) + sum(len(group.rows) for group in self.ranking.groups)
        hidden = self.ranking.cut + sum(group.hidden for group in self.ranking.groups)
        if not hidden:
            return ""
        text = self.phrases.say("extent.figures", n=shown + hidden)
        return self.phrases.say("extent.hidden", text=text, n=shown)

    def _reference_rows(self, first: str, columns: Sequence[DataColumn[_Line]]) -> Iterable[Row]:
        """Yield the row of the whole country's figure, with its own target, where there is one."""
        if self.ranking.reference is not None:
            target = self.ranking.reference_target
            country = _Line(first, RankedRow(NATIONAL, self.ranking.reference, target=target))
            for row in self.table([country], columns, pages=_pages).rows:
                yield Row(row.cells, "reference")

    # Cells

    def _place(self, row: RankedRow, shared: frozenset[int]) -> str:
        """Return the place ("3 of 9"), with those it may be where the figure is uncertain."""
        interval = row.rank_interval
        if interval is not None:
            return rank_text(interval, self.phrases, tied=interval.rank in shared)
        place = row.place.figure.place if row.place else None
        return self.phrases.place(place) if place else ""

    def _figure_cell(self, scale: BarScale, line: _Line) -> Cell:
        """Return the figure with its bar; nothing more of an index whose score is not known."""
        observation = line.row.observation
        if observation.figure.amount is None:
            ranked = line.row.rank_interval is not None
            return Cell("–" if ranked else self.rated(observation.figure))
        return Cell(self.rated(observation.figure), bar=bar_of(observation, scale))

    def line_when(self, row: RankedRow) -> str:
        """Return the period of what a row shows, with the letters of its notes."""
        return self.when(row.observation, row.place)

    def _today(self, id: str) -> str:
        """Return what a province of the time is part of now; empty where its borders are kept."""
        if id == NATIONAL or (into := self.phrases.dataset.province(id).into) is None:
            return ""
        name = self.phrases.province(into)
        same = fold(name) == fold(self.phrases.province(id))
        return self.phrases.say("today.merged", name=name) if same else name

    def _target_text(self, line: _Line) -> str:
        assessment = line.row.target
        if assessment is None:
            return ""
        text = target_text(assessment.target, self.indicator, self.phrases)
        if assessment.verdict == "basis_unstated" and assessment.target.basis == UNSTATED_WORD:
            return self.noted(text, self.phrases.say("note.target-basis"))
        if assessment.verdict == "other_basis":
            basis = self.phrases.of_basis("", assessment.target, self.indicator).strip()
            return f"{text}, {basis}" if basis else text
        return text

    def _togo_cell(self, line: _Line) -> Cell:
        assessment = line.row.target
        if assessment is None or assessment.gap is None:
            return Cell()
        return assessment_cell(assessment, self.indicator, self.phrases)

    def has_holes(self, group: Group) -> bool:
        """Tell whether places that nobody holds are to be seen: an edition, whole and in order."""
        in_order = self.ranking.picks.sort in (None, "value") and not self.ranking.picks.reverse
        return group.edition is not None and in_order and not group.hidden

    def with_holes(self, group: Group, rows: Sequence[Row]) -> list[Row]:
        """Return the rows of an edition with a line wherever places are not found."""
        holes = missing_places(group)
        result: list[Row] = []
        for ranked, row in zip(group.rows, rows, strict=True):
            interval = ranked.rank_interval
            while holes and (interval is None or holes[0][0] < interval.rank):
                result.append(self._hole(holes.pop(0)))
            result.append(row)
        return result + [self._hole(hole) for hole in holes]

    def _hole(self, hole: tuple[int, int]) -> Row:
        key = "place.hole" if hole[0] == hole[1] else "place.holes"
        return Row((Cell(self.phrases.say(key, first=hole[0], last=hole[1]), "muted"),), "heading")

    def _extent(self, group: Group) -> str:
        """Say how many provinces the group has, and how many of them are shown."""
        text = self.phrases.say("extent", n=len(group.rows) + group.hidden)
        if not group.hidden:
            return text
        return self.phrases.say("extent.hidden", text=text, n=len(group.rows))

    def silent_remarks(self) -> Iterable[Remark]:
        """Yield who reports nothing: those with a target, and those with neither."""
        ranking, phrases = self.ranking, self.phrases
        aiming = ranking.targets_only
        neither = [id for id in ranking.not_reported if id not in aiming]
        key = "silent.neither" if aiming else "silent.none"
        for label, ids in (("silent.target", aiming), (key, neither)):
            if ids:
                names = phrases.provinces(ids, ranking.day)
                yield Remark(phrases.say(label, n=len(ids)), (names,))

    def per_people_remark(self) -> Iterable[Remark]:
        """Yield how to rank a count by people, where it is ranked by size."""
        ranking = self.ranking
        if ranking.is_ranked and self.indicator.unit.extensive and ranking.picks.per is None:
            command = f"dtcompare rank {self.indicator.id} --per people"
            yield Remark(self.phrases.say("brief.per"), command=command)

    def edition_remark(self) -> Iterable[Remark]:
        """Yield how to see the parts of an edition; all of it, where it has other provinces."""
        edition = self.ranking.groups[0].edition if self.ranking.is_ranked else None
        if edition is None:
            return
        if edition.of != self.ranking.existing:
            command = f"dtcompare rank {self.indicator.id} --period {edition.period}"
            yield Remark(self.phrases.say("edition.all", of=edition.of), command=command)
        score = self.phrases.dataset.score_of(self.indicator.id, edition.period)
        if score is not None:
            yield Remark(self.phrases.say("edition.parts"), command=f"dtcompare score {score.id}")

    def instead_remarks(self) -> Iterable[Remark]:
        """Yield what can be ranked instead, with the command for it."""
        ranking, phrases = self.ranking, self.phrases
        for option in ranking.instead:
            indicator = phrases.dataset.indicator(option.indicator)
            figures = [
                f"{phrases.province(row.province)}"
                f" {phrases.figure(row.observation.figure, indicator)}"
                for row in option.group.rows[:4]
            ]
            label = phrases.say("instead", indicator=indicator.name.say(phrases.lang))
            command = f"dtcompare rank {option.indicator}"
            yield Remark(label, (", ".join(figures),), command)
        yield from self.edition_remark()
        yield from self.per_people_remark()
        if not ranking.instead and not ranking.is_ranked and self.indicator.related:
            ids = ", ".join(self.indicator.related)
            yield Remark(phrases.say("related"), (ids,), command="dtcompare list indicators")


def bars_of(group: Group, indicator: Indicator) -> BarScale:
    """Return the scale of a group's bars; scores of an index lie too near each other for any."""
    if group.edition is not None:
        return NO_BARS
    figures = [row.observation.figure for row in group.rows]
    numbers = [figure.number for figure in figures if figure.amount is not None]
    return bar_scale(numbers, indicator.unit)


def _pages(line: _Line) -> list[str]:
    """Return the pages behind the figure, the place and the target of a row."""
    return pages_of((line.row.observation, line.row.place, line.row.target))
