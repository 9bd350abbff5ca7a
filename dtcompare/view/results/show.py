"""A province's profile in tables: figures by group, national rankings by year, targets, kin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow, Relative
from dtcompare.model.figure import NATIONAL
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.model.province import Province
from dtcompare.text import capital
from dtcompare.view.citations import pages_of
from dtcompare.view.figures import assessment_cell, rank_text, target_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Remark, Row, Table, without_empty
from dtcompare.view.tables import DataColumn, SheetWriter


class _Line(Struct, frozen=True):
    """A line of the table: a figure, a target, or both; the name stands on an indicator's first."""

    indicator: Indicator
    name: str
    row: ProfileRow | None
    assessment: Assessment | None


class ProfileWriter(SheetWriter):
    """Lays a profile out."""

    def parts(self, profile: Profile) -> Iterable[Table | Remark]:
        """Yield the figures, the places in rankings, and what else there is."""
        if profile.indicators:
            yield self._figures(profile)
        if any(part.rows for part in profile.rankings):
            yield self._rankings([part for part in profile.rankings if part.rows])
        yield from self._remarks(profile)

    # Figures by group

    def _figures(self, profile: Profile) -> Table:
        """Return a table with a row a figure, under the headings of the catalogue's groups."""
        columns = (
            DataColumn[_Line]("column.indicator", lambda line: line.name),
            DataColumn[_Line]("column.figure", self._figure_cell),
            DataColumn[_Line]("column.when", lambda line: self._when(line.row)),
            DataColumn[_Line]("column.place", self._place),
            DataColumn[_Line]("column.target", self._target_cell),
        )
        rows: list[Row] = []
        group = None
        heads = self.table((), columns, pages=_pages).columns
        for part in profile.indicators:
            indicator = self.phrases.dataset.indicator(part.indicator)
            if indicator.group != group:
                group = indicator.group
                name = self.phrases.dataset.catalogue.groups[group].say(self.phrases.lang)
                rows.append(Row((Cell(name, "strong"),), "heading"))
            lines = _lines(part, indicator, indicator.name.say(self.phrases.lang))
            rows += self.table(lines, columns, pages=_pages).rows
        return without_empty(Table(heads, tuple(rows)))

    def _figure_cell(self, line: _Line) -> Cell:
        """Return the figure with what it is a share of, how it was measured, or its part."""
        if line.row is None:
            return Cell("–", "muted") if line.name else Cell()
        phrases, figure = self.phrases, line.row.observation.figure
        text = phrases.whole_figure(figure, line.indicator)
        if figure.method is not None:
            text = f"{text}, {phrases.method(figure.method)}"
        return Cell(phrases.of_scope(text, figure))

    def _when(self, row: ProfileRow | None) -> str:
        if row is None:
            return ""
        figure = row.observation.figure
        notes = self.phrases.notes(figure)
        if figure.recast and not notes:
            notes = (self.phrases.say("note.recast"),)
        return self.noted(self.phrases.period(figure.period), *notes)

    def _place(self, line: _Line) -> str:
        if line.row is None or line.row.rank_interval is None:
            return ""
        return rank_text(line.row.rank_interval, self.phrases)

    def _target_cell(self, line: _Line) -> Cell:
        """Return a target and how it stands, with the letters of its notes."""
        assessment = line.assessment
        if assessment is None:
            return Cell()
        unstated = assessment.verdict == "basis_unstated"
        basis = self.phrases.say("note.target-basis") if unstated else None
        text = self._target_text(assessment, line.indicator)
        tone = assessment_cell(assessment, line.indicator, self.phrases).tone
        return Cell(self.noted(text, *self.phrases.notes(assessment.target), basis), tone)

    def _target_text(self, assessment: Assessment, indicator: Indicator) -> str:
        """Return a target in words: "at least 90% by 2026: 3.4 pts to go"."""
        waiting = assessment.verdict == "short" and assessment.due == "open"
        return self.phrases.say(
            "show.target.short" if waiting else "show.target",
            target=target_text(assessment.target, indicator, self.phrases),
            togo=assessment_cell(assessment, indicator, self.phrases).text,
        )

    # National rankings

    def _rankings(self, parts: Sequence[IndicatorProfile]) -> Table:
        """Return the published places, an index a row and a period a column."""
        phrases = self.phrases
        rows = chain.from_iterable(part.rows for part in parts)
        periods = {row.observation.figure.period for row in rows}
        columns = [DataColumn[IndicatorProfile]("", lambda part: phrases.indicator(part.indicator))]
        columns += [
            DataColumn(phrases.period(period), partial(self._places, period))
            for period in sorted(periods, key=lambda period: period.recency)
        ]
        return self.table(
            parts,
            columns,
            "show.rankings",
            pages=lambda part: pages_of(row.observation for row in part.rows),
        )

    def _places(self, period: Period, part: IndicatorProfile) -> str:
        """Return the place and the score of one edition, with the letters of their notes."""
        indicator = self.phrases.dataset.indicator(part.indicator)
        figures = [row.observation.figure for row in reversed(part.rows)]
        figures = [figure for figure in figures if figure.period.text == period.text]
        if not figures:
            return "–"
        texts = [self.phrases.place(figure.place) for figure in figures if figure.place is not None]
        texts += [
            self.phrases.amount(figure.amount, indicator.unit)
            for figure in figures
            if figure.amount is not None
        ]
        notes = chain.from_iterable(self.phrases.notes(figure) for figure in figures)
        return self.noted(", ".join(dict.fromkeys(texts)), *notes)

    # What else there is

    def _remarks(self, profile: Profile) -> Iterable[Remark]:
        phrases = self.phrases
        for part in profile.rankings:
            if part.assessments:
                name = phrases.indicator(part.indicator)
                lines = [self._ranking_target(item, part.indicator) for item in part.assessments]
                yield Remark(phrases.say("show.ranking-targets", name=name), tuple(lines))
        lines = [self._relative(kin) for kin in profile.predecessors if kin.figures]
        if lines:
            yield Remark(phrases.say("show.predecessors"), tuple(lines))
        if profile.successor is not None:
            yield Remark(phrases.say("show.successor"), (self._relative(profile.successor),))
        country = profile.province == NATIONAL
        if profile.elsewhere and (
            country or phrases.dataset.province(profile.province).exists(profile.as_of)
        ):
            yield _elsewhere(profile, phrases)

    def _relative(self, relative: Relative) -> str:
        return relative_text(relative, self.phrases.province(relative.province), self.phrases)

    def _ranking_target(self, assessment: Assessment, id: str) -> str:
        text = self._target_text(assessment, self.phrases.dataset.indicator(id))
        text = self.noted(text, *self.phrases.notes(assessment.target))
        return f"{text} {self.citations.cite(assessment.sources)}".rstrip()


def _lines(part: IndicatorProfile, indicator: Indicator, name: str) -> Iterable[_Line]:
    """Yield the figures of an indicator, each target beside the figure it is held against.

    A target that no figure can be held against stands beside the first figure that is free.
    """
    waiting = list(part.assessments)
    held = {item.observation.figure for item in waiting if item.observation is not None}
    for row in part.rows:
        figure = row.observation.figure
        own = [item for item in waiting if item.observation and item.observation.figure == figure]
        if not own and figure not in held:
            own = [item for item in waiting if item.observation is None][:1]
        waiting = [item for item in waiting if item not in own]
        yield _Line(indicator, name, row, own[0] if own else None)
        name = ""
        for assessment in own[1:]:
            yield _Line(indicator, name, None, assessment)
    for assessment in waiting:
        yield _Line(indicator, name, None, assessment)
        name = ""


def _pages(line: _Line) -> Sequence[str]:
    """Return the pages behind the figure and the target of a line."""
    return pages_of((line.row.observation if line.row else None, line.assessment))


def relative_text(relative: Relative, name: str, phrases: Phrases, marks: str = "") -> str:
    """Say how many figures a predecessor or successor has, how to see them, its latest places.

    ``marks`` are those of the pages behind the places.
    """
    places = "; ".join(
        phrases.say(
            "show.relative.place",
            name=phrases.indicator(id),
            place=phrases.line(observation.figure, phrases.dataset.indicator(id)),
            period=phrases.period(observation.figure.period),
        )
        for id, observation in relative.places
    )
    text = phrases.say("show.relative", name=name, n=relative.figures, id=relative.province)
    return f"{text}: {places} {marks}".rstrip() if places else text


def _elsewhere(profile: Profile, phrases: Phrases) -> Remark:
    """Name the indicators that others report, those reported most first."""
    found = sorted(profile.elsewhere, key=lambda pair: -pair[1])
    names = [
        phrases.say("show.elsewhere.item", name=phrases.indicator(id), n=count)
        for id, count in found[:6]
    ]
    more = len(found) - len(names)
    if more:
        names.append(phrases.say("show.elsewhere.more", n=more))
    return Remark(phrases.say("show.elsewhere"), ("; ".join(names),))


def identity(province: Province, phrases: Phrases, *, brief: bool = False) -> str:
    """Return type, code, region, and what became of the province or what it was formed from.

    ``brief``: without what it was formed from.
    """
    types = phrases.dataset.register.types
    kind = types[province.kind] if province.kind else phrases.dataset.about.unit
    parts = [capital(kind.say(phrases.lang))]
    if province.code:
        parts.append(phrases.say("show.code", code=province.code))
    if province.region:
        parts.append(phrases.dataset.register.regions[province.region].say(phrases.lang))
    text = ", ".join(parts) + "."
    if province.until is not None and province.into is not None:
        successor = phrases.province(province.into)
        ended = phrases.say("show.ended", date=phrases.day(province.until), successor=successor)
        return f"{text} {ended}"
    if province.formed_from and province.since is not None and not brief:
        names = phrases.provinces(province.formed_from)
        formed = phrases.say("show.formed", date=phrases.day(province.since), names=names)
        return f"{text} {formed}"
    return text
