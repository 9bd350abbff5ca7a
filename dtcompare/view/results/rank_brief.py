"""A ranking on a screen: those ahead and the last, the country, and counts of all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from dtcompare.analysis.groups import Excluded, Group, RankedRow
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import Ranking
from dtcompare.model.figure import NATIONAL
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import BarScale, bar_of, figure_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank import RankWriter, bars_of
from dtcompare.view.results.rank_summary import summary_tables
from dtcompare.view.results.rank_words import group_heading, sentences, title
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import Cell, Remark, Row, Sheet, Table, without_empty
from dtcompare.view.tables import DataColumn

_MOST = 9  # rows of a list on a screen
_MEASURED = 30  # rows that are measured: more never fit
_LAST = 2  # rows of the last that are shown
_LEAST = 4
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
            yield from self._next()
        elif ranking.is_ranked and not ranking.empty:
            first, *others = ranking.groups
            self.leave_out_some("brief.rankings", len(others) - 1)
            apart = map(self._other_ranking, others[:1])
            below = [*apart, *self._otherwise(), *self._next()]
            yield self._ranking(first, below)
            yield from below
        else:
            if not ranking.empty:
                yield self._list()
            yield from self._next()

    def _count_silent(self) -> None:
        """Name at the foot who has no figure, and the targets beside the figures of others."""
        ranking = self.ranking
        aiming = len(ranking.targets_only)
        silent = len(ranking.not_reported) - aiming
        targets = [row.target for group in ranking.groups for row in group.rows]
        targets += [entry.target for entry in ranking.listed]
        self.leave_out_some("brief.silent.target", aiming)
        self.leave_out_some("brief.silent.neither" if aiming else "brief.silent.none", silent)
        self.leave_out_some("brief.targets", len(targets) - targets.count(None))

    # Tables

    def _ranking(self, group: Group, below: Sequence[Remark]) -> Table:
        """Return place, province and figure, as many rows as a screen holds above ``below``."""
        told = [row.observation for row in group.rows]
        reference = self.ranking.reference
        if reference is not None:
            told.append(reference)
        self.stand_behind(pages_of((*told, *(row.place for row in group.rows))))
        columns = self._columns_of(group, told)
        heading = self._heading(group)
        table = replace(self.table(group.rows, columns), heading=heading)
        country: tuple[Row, ...] = ()
        if reference is not None:
            cells = self.table([RankedRow(NATIONAL, reference)], columns).rows[0].cells
            country = (Row(tuple(replace(cell, bar=None) for cell in cells), "reference"),)
        rows: Sequence[Row] = table.rows
        if self.has_holes(group):
            rows = self.with_holes(group, rows)
        texts = [*sentences(self.ranking, self.phrases), *self._lines_around(heading, below)]
        fit = rows_that_fit(replace(table, rows=(*country, *rows[:_MEASURED])), texts)
        if len(rows) + len(country) > fit and self.ranking.picks.top is None:
            rows = self._cut(table.rows, max(fit - len(country), _LEAST))
        return without_empty(replace(table, rows=(*rows, *country)), named_only=True)

    def _columns_of(self, group: Group, told: Sequence[Observation]) -> list[DataColumn[RankedRow]]:
        """Return the columns; the period is one where it is not the same in all that is told."""
        scale = bars_of(group, self.indicator)
        columns = [
            DataColumn[RankedRow]("", partial(self._bare_place, group), "right"),
            DataColumn[RankedRow]("", self._range),
            self.province_column(lambda row: row.province, self.ranking.day),
            DataColumn[RankedRow]("column.figure", partial(self._figure, scale), "right"),
        ]
        if len({observation.figure.period for observation in told}) > 1:
            columns.append(DataColumn("column.when", self.line_when))
        return columns

    def _lines_around(self, heading: str, below: Sequence[Remark]) -> Iterator[str]:
        """Yield what stands on lines of its own beside the sentence and the table."""
        if heading:
            yield heading
        yield from (f"{part.label}: {' '.join(part.lines)}{part.command}" for part in below)
        yield from ("", "")  # a second line of the title; the source
        if below:
            yield ""

    def _cut(self, rows: Sequence[Row], room: int) -> list[Row]:
        """Return the first rows and the last, and how many more there are, on ``room`` lines."""
        hidden = len(rows) - room + 1
        text = Row((Cell(self.phrases.say("brief.rows", n=hidden), "muted"),), "heading")
        last = _LAST if room > _LEAST + _LAST else 1
        return [*rows[: room - 1 - last], text, *rows[-last:]]

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
        self.leave_out_some("brief.reason.former_province", former)
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
        yield from self.per_people_remark()
