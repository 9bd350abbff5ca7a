"""A province's profile as a sheet: figures by group, national rankings by year, targets, kin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.analysis.gaps import Judgement
from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow, Relative
from dtcompare.analysis.reports import Report
from dtcompare.model.indicator import Indicator
from dtcompare.model.province import Province
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import judgement_cell, target_text, verdict_counts
from dtcompare.view.sheet import Cell, Column, Remark, Row, Sheet, Table, without_empty
from dtcompare.view.voice import Voice

__all__ = ["identity", "show_sheet"]


def show_sheet(profile: Profile, voice: Voice, citations: Citations) -> Sheet:
    """The text face of a profile."""
    return _Layout(profile, voice, citations).sheet()


class _Layout:
    """A profile being laid out: keeps the notes and sources as they are met."""

    def __init__(self, profile: Profile, voice: Voice, citations: Citations) -> None:
        self.profile = profile
        self.voice = voice
        self.citations = citations
        self.notes = Notes()
        self.here = voice.dataset.province(profile.province)

    def sheet(self) -> Sheet:
        """The whole sheet."""
        voice, profile = self.voice, self.profile
        former = self.here.until is not None and self.here.until <= profile.as_of
        parts: list[Table | Remark] = []
        if profile.indicators:
            parts.append(self._figures())
        if any(part.rows for part in profile.rankings):
            parts.append(self._rankings())
        parts += self._remarks()
        return Sheet(
            title=voice.say("show.title.former" if former else "show.title", name=self.here.name),
            aside=voice.say("as-of", date=voice.day(profile.as_of)),
            sentences=(identity(self.here, voice), " ".join(self._sentences())),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=voice.say("sources"),
        )

    # What is said first

    def _sentences(self) -> Iterable[str]:
        voice = self.voice
        if self.profile.empty:
            yield voice.say("show.empty", id=self.here.id)
            return
        rows = [row for part in self._all() for row in part.rows]
        yield voice.say(
            "show.counts", n=len(rows), indicators=len([p for p in self._all() if p.rows])
        )
        judged = [j for part in self._all() for j in part.judgements]
        if judged:
            verdicts = {judgement.target: judgement.verdict for judgement in judged}
            counts = verdict_counts(verdicts.values(), self.voice)
            yield self.voice.say("show.targets", n=len(verdicts), counts=counts)

    def _all(self) -> Sequence[IndicatorProfile]:
        return (*self.profile.indicators, *self.profile.rankings)

    # Figures by group

    def _figures(self) -> Table:
        """A row a figure, under the headings of the catalogue's groups."""
        say = self.voice.say
        columns = (
            Column(say("column.indicator")),
            Column(say("column.figure")),
            Column(say("column.when")),
            Column(say("column.place")),
            Column(say("column.target")),
            Column(""),
        )
        rows: list[Row] = []
        group = None
        for part in self.profile.indicators:
            indicator = self.voice.dataset.indicator(part.indicator)
            if indicator.group != group:
                group = indicator.group
                name = self.voice.dataset.catalogue.groups[group].say(self.voice.lang)
                rows.append(Row((Cell(name, "strong"),), "heading"))
            rows += self._indicator_rows(indicator, part)
        return without_empty(Table(columns, tuple(rows)))

    def _indicator_rows(self, indicator: Indicator, part: IndicatorProfile) -> Iterable[Row]:
        """The figures of an indicator, each target beside the figure it is held against.

        A target that no figure can be held against stands beside the first figure that is free.
        """
        waiting = list(part.judgements)
        name = indicator.name.say(self.voice.lang)
        held = {judgement.report.figure for judgement in waiting if judgement.report is not None}
        for row in part.rows:
            own = [
                j for j in waiting if j.report is not None and j.report.figure == row.report.figure
            ]
            if not own and row.report.figure not in held:
                own = [judgement for judgement in waiting if judgement.report is None][:1]
            waiting = [judgement for judgement in waiting if judgement not in own]
            for place, judgement in enumerate(own or [None]):
                yield self._row(name, indicator, None if place else row, judgement)
                name = ""
        for judgement in waiting:
            yield self._row(name, indicator, None, judgement)
            name = ""

    def _row(
        self, name: str, indicator: Indicator, row: ProfileRow | None, judgement: Judgement | None
    ) -> Row:
        """One line: a figure, a target, or both."""
        sources: list[str] = []
        figure, when, place = Cell(), Cell(), Cell()
        if row is not None:
            figure = Cell(self._figure_text(row.report, indicator))
            when = Cell(self._when(row.report))
            place = Cell(self._standing_text(row))
            sources += row.report.sources
        elif name:
            figure = Cell("–", "muted")
        target = Cell()
        if judgement is not None:
            target = self._target_cell(judgement, indicator)
            sources += judgement.sources
        cited = Cell(self.citations.cite(sources), "muted")
        return Row((Cell(name), figure, when, place, target, cited))

    def _target_cell(self, judgement: Judgement, indicator: Indicator) -> Cell:
        """A target and how it stands, with the letters of its notes."""
        notes = [judgement.target.note]
        if judgement.verdict == "basis_unstated":
            notes.append(self.voice.say("note.target-basis"))
        text = self._target_text(judgement, indicator)
        tone = judgement_cell(judgement, indicator, self.voice).tone
        return Cell(f"{text} {self.notes.mark(*notes)}".rstrip(), tone)

    def _target_text(self, judgement: Judgement, indicator: Indicator) -> str:
        """A target in words: "at least 90% by 2026: 3.4 pts to go"."""
        waiting = judgement.verdict == "short" and judgement.due == "open"
        return self.voice.say(
            "show.target.short" if waiting else "show.target",
            target=target_text(judgement.target, indicator, self.voice),
            togo=judgement_cell(judgement, indicator, self.voice).text,
        )

    def _figure_text(self, report: Report, indicator: Indicator) -> str:
        """The figure with what it is a share of, how it was measured, or its part."""
        voice, figure = self.voice, report.figure
        text = voice.of_basis(voice.figure(figure, indicator), figure, indicator)
        if figure.method is not None:
            text = f"{text}, {voice.method(figure.method)}"
        if figure.scope:
            text = voice.say("figure.scope", text=text, scope=voice.scope(figure.scope))
        return text

    def _when(self, report: Report) -> str:
        figure = report.figure
        recast = self.voice.say("note.recast") if figure.recast else None
        marks = self.notes.mark(figure.note or recast)
        return f"{self.voice.period(figure.period)} {marks}".rstrip()

    def _standing_text(self, row: ProfileRow) -> str:
        standing = row.standing
        if standing is None:
            return ""
        text = self.voice.say("place.rank", number=standing.rank, of=standing.of)
        if standing.best == standing.worst:
            return text
        return self.voice.say(
            "place.uncertain", place=text, best=standing.best, worst=standing.worst
        )

    # National rankings

    def _rankings(self) -> Table:
        """Published places, an index a row and a period a column."""
        voice = self.voice
        parts = [part for part in self.profile.rankings if part.rows]
        periods = {row.report.figure.period for part in parts for row in part.rows}
        ordered = sorted(periods, key=lambda period: period.recency)
        rows = []
        for part in parts:
            found: dict[str, list[Report]] = {}
            for row in reversed(part.rows):
                found.setdefault(row.report.figure.period.text, []).append(row.report)
            sources = [key for row in part.rows for key in row.report.sources]
            cells = [Cell(self._places(found.get(period.text, []), part)) for period in ordered]
            name = Cell(voice.indicator(part.indicator))
            rows.append(Row((name, *cells, Cell(self.citations.cite(sources), "muted"))))
        columns = (Column(""), *(Column(voice.period(period)) for period in ordered), Column(""))
        return Table(columns, tuple(rows), heading=voice.say("show.rankings"))

    def _places(self, reports: Sequence[Report], part: IndicatorProfile) -> str:
        """The place and the score of one edition, with the letters of their notes."""
        if not reports:
            return "–"
        indicator = self.voice.dataset.indicator(part.indicator)
        figures = [report.figure for report in reports]
        texts = [self.voice.place(figure.place) for figure in figures if figure.place is not None]
        texts += [
            self.voice.amount(figure.amount, indicator.unit)
            for figure in figures
            if figure.amount is not None
        ]
        marks = self.notes.mark(*(report.figure.note for report in reports))
        return f"{', '.join(dict.fromkeys(texts))} {marks}".rstrip()

    # What else there is

    def _remarks(self) -> Iterable[Remark]:
        voice, profile = self.voice, self.profile
        for part in profile.rankings:
            indicator = voice.dataset.indicator(part.indicator)
            lines = [self._ranking_target(j, indicator) for j in part.judgements]
            if lines:
                name = indicator.name.say(voice.lang)
                yield Remark(voice.say("show.ranking-targets", name=name), tuple(lines))
        lines = [self._relative(kin) for kin in profile.predecessors if kin.figures]
        if lines:
            yield Remark(voice.say("show.predecessors"), tuple(lines))
        if profile.successor is not None:
            yield Remark(voice.say("show.successor"), (self._relative(profile.successor),))
        if profile.elsewhere and self.here.exists(profile.as_of):
            yield self._elsewhere()

    def _ranking_target(self, judgement: Judgement, indicator: Indicator) -> str:
        text = self._target_text(judgement, indicator)
        notes = self.notes.mark(judgement.target.note)
        cited = self.citations.cite(judgement.sources)
        return " ".join(filter(None, (text, notes, cited)))

    def _relative(self, relative: Relative) -> str:
        """A predecessor or successor: how many figures, its latest places, and how to see them."""
        voice = self.voice
        places = "; ".join(
            voice.say(
                "show.relative.place",
                name=voice.indicator(id),
                place=voice.line(report.figure, voice.dataset.indicator(id)),
                period=voice.period(report.figure.period),
            )
            for id, report in relative.places
        )
        text = voice.say(
            "show.relative",
            name=voice.province(relative.province),
            n=relative.figures,
            id=relative.province,
        )
        return f"{text}: {places}" if places else text

    def _elsewhere(self) -> Remark:
        """Indicators that others report, those reported most first."""
        found = sorted(self.profile.elsewhere, key=lambda pair: -pair[1])
        names = [
            self.voice.say("show.elsewhere.item", name=self.voice.indicator(id), n=count)
            for id, count in found[:6]
        ]
        more = len(found) - len(names)
        if more:
            names.append(self.voice.say("show.elsewhere.more", n=more))
        return Remark(self.voice.say("show.elsewhere"), ("; ".join(names),))


def identity(province: Province, voice: Voice) -> str:
    """Type, code, region, and what became of it or what it was formed from."""
    parts = [voice.say(f"kind.{province.kind}") if province.kind else voice.say("kind.unknown")]
    if province.code:
        parts.append(voice.say("show.code", code=province.code))
    if province.region:
        parts.append(voice.dataset.register.regions[province.region].say(voice.lang))
    text = ", ".join(parts) + "."
    if province.until is not None and province.into is not None:
        successor = voice.province(province.into)
        ended = voice.say("show.ended", date=voice.day(province.until), successor=successor)
        return f"{text} {ended}"
    if province.formed_from and province.since is not None:
        names = voice.provinces(province.formed_from)
        formed = voice.say("show.formed", date=voice.day(province.since), names=names)
        return f"{text} {formed}"
    return text
