"""A ranking on a screen: those ahead and the last, the country, and counts of all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from dtcompare.analysis.groups import Excluded, Group, RankedRow
from dtcompare.analysis.ranking import Ranking
from dtcompare.model.figure import NATIONAL
from dtcompare.view.citations import Citations
from dtcompare.view.figures import BarScale, bar_of, figure_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank import RankWriter, bars_of
from dtcompare.view.results.rank_summary import summary_tables
from dtcompare.view.results.rank_words import group_heading, sentences, title
from dtcompare.view.sheet import Cell, Remark, Row, Sheet, Table, without_empty
from dtcompare.view.tables import DataColumn

__all__ = ["BriefRankWriter", "rank_sheet"]

_MOST = 10  # rows of a table on a screen; of more the first and the last are shown
_FIRST = 7
_LAST = 2
_NAMED = 3  # figures that are measured otherwise and told all the same
# What a reader may take for the same: told with their figures; all else is counted.
_OTHERWISE = frozenset({"other_basis", "other_method", "own_method"})


def rank_sheet(ranking: Ranking, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay a ranking out, in short where that is what is asked for."""
    form = BriefRankWriter if citations.brief else RankWriter
    writer = form(ranking, phrases, citations)
    first = title(ranking, phrases)
    return writer.sheet(first, ranking.as_of, sentences(ranking, phrases), writer.parts())


class BriefRankWriter(RankWriter):
    """Lays a ranking out so that the answer is on the screen when it ends."""

    def parts(self) -> Iterable[Table | Remark]:
        """Yield the tables, what is measured otherwise, and the next thing to ask."""
        tuple(super().parts())  # its notes and pages are those that the foot counts
        self._count_silent()
        ranking = self.ranking
        if summaries := tuple(summary_tables(ranking, self)):
            yield from summaries
        elif ranking.is_ranked and not ranking.empty:
            first, *others = ranking.groups
            yield self._ranking(first)
            yield from map(self._other_ranking, others)
            yield from self._otherwise()
        elif not ranking.empty:
            yield self._list()
        yield from self._next()

    def _count_silent(self) -> None:
        """Name at the foot who has no figure, and the targets beside the figures of others."""
        ranking, say = self.ranking, self.phrases.say
        aiming = len(ranking.targets_only)
        silent = len(ranking.not_reported) - aiming
        targets = [row.target for group in ranking.groups for row in group.rows]
        targets += [entry.target for entry in ranking.listed]
        if aiming:
            self.leave_out(say("brief.silent.target", n=aiming))
        if silent:
            self.leave_out(say("brief.silent.neither" if aiming else "brief.silent.none", n=silent))
        if beside := len(targets) - targets.count(None):
            self.leave_out(say("brief.targets", n=beside))

    # Tables

    def _ranking(self, group: Group) -> Table:
        """Return place, province and figure; the period where it is not the same in all rows."""
        scale = bars_of(group, self.indicator)
        columns = [
            DataColumn[RankedRow]("", partial(self._bare_place, group), "right"),
            DataColumn[RankedRow]("", self._range),
            self.province_column(lambda row: row.province, self.ranking.day),
            DataColumn[RankedRow]("column.figure", partial(self._figure, scale), "right"),
        ]
        told = [row.observation for row in group.rows]
        if self.ranking.reference is not None:
            told.append(self.ranking.reference)
        if len({observation.figure.period for observation in told}) > 1:
            columns.append(DataColumn("column.when", self.line_when))
        shown = _shorten(group.rows, cut=self.ranking.picks.top is None)
        table = self.table(shown, columns)
        rows = list(table.rows)
        hidden = len(group.rows) - len(shown)
        if hidden:
            text = self.phrases.say("brief.rows", n=hidden)
            rows.insert(_FIRST, Row((Cell(text, "muted"),), "heading"))
        elif self.has_holes(group):
            rows = self.with_holes(group, rows)
        if self.ranking.reference is not None:
            country = RankedRow(NATIONAL, self.ranking.reference)
            cells = self.table([country], columns).rows[0].cells
            rows.append(Row(tuple(replace(cell, bar=None) for cell in cells), "reference"))
        return _named_only(Table(table.columns, tuple(rows), self._heading(group), ""))

    def _heading(self, group: Group) -> str:
        """Return the footing where the title does not say it: a basis, a method, a season."""
        key = group.series_key
        told = not self.indicator.fixed_basis and key.basis is not None
        if told or key.method or key.scope or len(self.ranking.groups) > 1:
            return group_heading(group, self.indicator, self.phrases)
        return ""

    def _bare_place(self, group: Group, row: RankedRow) -> str:
        """Return the number of the place; what is known of an index that gives no single one."""
        interval = row.rank_interval
        if interval is not None:
            key = "place.bare.tied" if interval.rank in group.shared else "place.bare"
            return self.phrases.say(key, number=interval.rank)
        place = row.place.figure.place if row.place else None
        return self.phrases.place(place) if place else ""

    def _range(self, row: RankedRow) -> str:
        """Return the places that it may really be, in brackets, where that is uncertain."""
        interval = row.rank_interval
        if interval is None or interval.best == interval.worst:
            return ""
        return self.phrases.say("place.range", best=interval.best, worst=interval.worst)

    def _figure(self, scale: BarScale, row: RankedRow) -> Cell:
        figure = row.observation.figure
        if figure.amount is None:
            return Cell()
        return Cell(self.rated(figure), bar=bar_of(row.observation, scale))

    def _other_ranking(self, group: Group) -> Remark:
        """Name another group that is ranked apart, and who is first in it."""
        say, first = self.phrases.say, group.rows[0] if group.rows else None
        heading = group_heading(group, self.indicator, self.phrases)
        label = say("brief.group", heading=heading, n=group.size)
        if first is None:
            return Remark(label)
        name = self.phrases.province(first.province, self.ranking.day)
        return Remark(label, (f"{name} {self.rated(first.observation.figure)}",))

    def _list(self) -> Table:
        """Return figures that cannot be ranked: each with what it is a share of, and when."""
        rows = [row for group in self.ranking.groups for row in group.rows]
        rows += [
            RankedRow(entry.province, entry.observation)
            for entry in self.ranking.listed
            if entry.reason != "former_province"
        ]
        former = (
            len(self.ranking.listed)
            + sum(len(group.rows) for group in self.ranking.groups)
            - len(rows)
        )
        if former:
            self.leave_out(self.phrases.say("brief.reason.former_province", n=former))
        if (over := len(rows) - _MOST) > 0 and not self.ranking.picks.list_all:
            self.leave_out(self.phrases.say("brief.figures", n=over))
            rows = rows[:_MOST]
        columns = [
            self.province_column(lambda row: row.province, self.ranking.day),
            DataColumn[RankedRow](
                "column.figure", lambda row: figure_text(row.observation.figure, self.phrases)
            ),
            DataColumn[RankedRow]("column.when", self.line_when),
        ]
        table = replace(self.table(rows, columns), aside=self.cut_text())
        reference = self.ranking.reference
        if reference is None:
            return table
        country = self.table([RankedRow(NATIONAL, reference)], columns).rows
        return replace(table, rows=(*table.rows, Row(country[0].cells, "reference")))

    # Under the table

    def _otherwise(self) -> Iterator[Remark]:
        """Yield some of the figures that are measured otherwise; count all others."""
        listed = self.ranking.listed
        told = [entry for entry in listed if entry.reason in _OTHERWISE]
        texts = [self._otherwise_text(entry) for entry in told[:_NAMED]]
        if len(told) > _NAMED:
            texts.append(self.phrases.say("brief.more", n=len(told) - _NAMED))
        if told:
            label = self.phrases.say("brief.otherwise", n=len(told))
            yield Remark(label, ("; ".join(texts),))
        counts = Counter(entry.reason for entry in listed if entry.reason not in _OTHERWISE)
        for reason, n in counts.items():
            self.leave_out(self.phrases.say(f"brief.reason.{reason}", n=n))

    def _otherwise_text(self, entry: Excluded) -> str:
        name = self.phrases.province(entry.province)
        return f"{name} {figure_text(entry.observation.figure, self.phrases)}"

    def _next(self) -> Iterator[Remark]:
        """Yield the next thing to ask: the whole edition, or what can be ranked instead."""
        ranking, say = self.ranking, self.phrases.say
        yield from self.edition_remark()
        if ranking.instead:
            option = ranking.instead[0].indicator
            extensive = self.phrases.dataset.indicator(option).unit.extensive
            per = " --per people" if extensive else ""
            yield Remark(say("brief.instead"), command=f"dtcompare rank {option}{per}")
        elif ranking.is_ranked and self.indicator.unit.extensive and ranking.picks.per is None:
            command = f"dtcompare rank {self.indicator.id} --per people"
            yield Remark(say("brief.per"), command=command)


def _shorten(rows: Sequence[RankedRow], *, cut: bool) -> Sequence[RankedRow]:
    """Return all rows where they fit, else the first and the last."""
    if not cut or len(rows) <= _MOST:
        return rows
    return (*rows[:_FIRST], *rows[-_LAST:])


def _named_only(table: Table) -> Table:
    """Return the table without columns in which nothing stands, nameless ones too."""
    empty = [
        place
        for place, column in enumerate(table.columns)
        if not column.name
        and not any(row.cells[place].text for row in table.rows if row.kind != "heading")
    ]
    rows = []
    for row in table.rows:
        cells = row.cells
        if row.kind != "heading":
            cells = tuple(cell for place, cell in enumerate(cells) if place not in empty)
        rows.append(Row(cells, row.kind))
    columns = tuple(column for place, column in enumerate(table.columns) if place not in empty)
    return without_empty(Table(columns, tuple(rows), table.heading, table.aside))
