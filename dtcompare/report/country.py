"""The report on the country: its own figures and targets, and how its provinces stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from msgspec import Struct

from dtcompare.analysis.gaps import JUDGED, gaps
from dtcompare.analysis.groups import RankedRow
from dtcompare.analysis.overview import Rankable
from dtcompare.analysis.profile import profile
from dtcompare.analysis.reporting import reporting
from dtcompare.model.figure import NATIONAL, Target
from dtcompare.report.document import Document, Part, Prose
from dtcompare.report.library import Library
from dtcompare.report.writer import DocumentWriter
from dtcompare.text import sort_key
from dtcompare.view.figures import target_text
from dtcompare.view.sheet import Cell, Table
from dtcompare.view.tables import DataColumn

_COLUMNS, _PICTURES = 5, 3  # how many rankings stand in the league table, how many are drawn


def country_report(library: Library) -> Document:
    """Return what is known of the country and its provinces as a document."""
    writer = _CountryWriter(library)
    name = library.phrases.province(NATIONAL)
    return writer.document(library.phrases.say("report.title", name=name), writer.parts())


class LeagueWriter(DocumentWriter):
    """Writes the table of places in the fullest rankings."""

    def league_table(self, rankings: Sequence[Rankable], links: str = "{}") -> Table:
        """Return a row a province and a column a ranking.

        ``links`` makes the address that a province's name leads to from its id; "{}" for none.
        """
        phrases = self.phrases
        existing = phrases.dataset.register.existing(self.library.as_of)
        ids = [one.id for one in sorted(existing, key=lambda one: sort_key(one.name))]
        heading = phrases.dataset.about.heading.say(phrases.lang)
        columns = [
            DataColumn[str](
                heading,
                lambda id: Cell(
                    phrases.province(id), "strong", link=(links.format(id) if links != "{}" else "")
                ),
            )
        ]
        for ranking in rankings:
            rows = {row.province: row for row in ranking.group.rows}
            name = phrases.indicator(ranking.indicator)
            name = phrases.say("report.league.column", name=name, of=ranking.of)
            columns.append(DataColumn(name, partial(self._league_cell, rows), "right"))
        return self.table(ids, columns)

    def counts(self) -> str:
        """Say how much there is."""
        dataset, day = self.library.dataset, self.library.as_of
        lines = [lines for _, lines in dataset.all_lines()]
        counts = {
            "figures": sum(len(one.figures) for one in lines),
            "targets": sum(len(one.targets) for one in lines),
            "pages": len({source.url for source in dataset.sources.values()}),
        }
        texts = {name: self.phrases.number(Decimal(count)) for name, count in counts.items()}
        asked = sum(bool(one.figures or one.targets) for one in lines)
        provinces = dataset.register.count(day)
        return self.phrases.say("report.counts", n=asked, provinces=provinces, **texts)

    def _league_cell(self, rows: dict[str, RankedRow], province: str) -> Cell:
        """Return a province's place in one ranking, leading to its page."""
        row = rows.get(province)
        if row is None or row.rank_interval is None:
            return Cell("–", "muted")
        interval = row.rank_interval
        text = str(interval.rank)
        if interval.best != interval.worst:
            text = f"{text} ({interval.best}–{interval.worst})"
        return Cell(text, link=self.page((row.place or row.observation).sources))


class _Judged(Struct, frozen=True):
    """A target of the country with how many provinces have each verdict."""

    indicator: str
    target: Target
    verdicts: Counter[str]


class _CountryWriter(LeagueWriter):
    """Writes the report on the country."""

    def parts(self) -> Iterator[Part | None]:
        """Yield the parts of the document in their order."""
        yield Prose(self.counts())
        own = profile(self.library.dataset, NATIONAL, as_of=self.library.as_of)
        reported = own.reported
        if reported:
            yield self.heading("report.national")
            yield from self.figure_tables(reported)
        targets = [(part.indicator, one) for part in own.parts for one in part.assessments]
        if targets:
            yield self.heading("report.targets")
            yield self.targets_table(targets)
        yield from self._rankings()
        yield from self._against()
        yield from self._coverage()
        yield self.heading("report.how")
        yield Prose(self.phrases.say("report.how.text"))

    def _rankings(self) -> Iterator[Part | None]:
        """Yield the league table and the charts of its first rankings."""
        rankings = self.library.rankings[:_COLUMNS]
        if not rankings:
            return
        yield self.heading("report.league")
        yield self.league_table(rankings)
        for one in rankings[:_PICTURES]:
            ranking = self.library.ranking(one.indicator)
            yield self.library.picture("rank", ranking, "bars")
            yield self.library.picture("rank", ranking, "map")

    def _against(self) -> Iterator[Part]:
        """Yield how many provinces reach each of the country's targets."""
        found = gaps(self.library.dataset, as_of=self.library.as_of, against=NATIONAL)
        judged: dict[tuple[str, Target], Counter[str]] = {}
        for row in found.rows:
            if row.province != NATIONAL:
                key = (row.indicator, row.assessment.target)
                judged.setdefault(key, Counter())[row.assessment.verdict] += 1
        if not judged:
            return
        yield self.heading("report.against")
        say = self.phrases.say
        columns = (
            DataColumn[_Judged](
                "column.indicator", lambda one: self.phrases.indicator(one.indicator)
            ),
            DataColumn[_Judged]("column.goal", self._goal),
            *(
                DataColumn[_Judged](say(f"report.column.{key}"), partial(_count, verdict), "right")
                for key, verdict in zip(("short", "untold", "reached"), JUDGED, strict=True)
            ),
        )
        rows = [_Judged(id, target, counts) for (id, target), counts in judged.items()]
        yield self.table(rows, columns)

    def _goal(self, one: _Judged) -> Cell:
        indicator = self.phrases.dataset.indicator(one.indicator)
        text = target_text(one.target, indicator, self.phrases)
        return Cell(text, link=self.page((one.target.source,)))

    def _coverage(self) -> Iterator[Part | None]:
        """Yield who reports what as a chart, and what nobody reports."""
        dataset, phrases = self.library.dataset, self.phrases
        found = reporting(dataset, as_of=self.library.as_of)
        yield self.heading("report.coverage")
        yield self.library.picture("reporting", found)
        known = {cell.indicator for cell in found.cells}
        names = [
            one.name.say(phrases.lang)
            for one in dataset.catalogue.indicators.values()
            if one.id not in known
        ]
        if names:
            yield Prose(phrases.say("report.nobody.text", names="; ".join(names)))


def _count(verdict: str, one: _Judged) -> str:
    return str(one.verdicts[verdict])
