"""A province's profile as a sheet: figures by group, national rankings by year, targets, kin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.profile import IndicatorProfile, Profile, ProfileRow, Relative
from dtcompare.model.indicator import Indicator
from dtcompare.model.province import Province
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import assessment_cell, target_text, verdict_counts
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Column, Remark, Row, Sheet, Table, without_empty

__all__ = ["identity", "show_sheet"]


def show_sheet(profile: Profile, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of a profile."""
    return _Layout(profile, phrases, citations).sheet()


class _Layout:
    """A profile being laid out: keeps the notes and sources as they are met."""

    def __init__(self, profile: Profile, phrases: Phrases, citations: Citations) -> None:
        self.profile = profile
        self.phrases = phrases
        self.citations = citations
        self.notes = Notes()
        self.here = phrases.dataset.province(profile.province)

    def sheet(self) -> Sheet:
        """The whole sheet."""
        phrases, profile = self.phrases, self.profile
        former = self.here.until is not None and self.here.until <= profile.as_of
        parts: list[Table | Remark] = []
        if profile.indicators:
            parts.append(self._figures())
        if any(part.rows for part in profile.rankings):
            parts.append(self._rankings())
        parts += self._remarks()
        return Sheet(
            title=phrases.say("show.title.former" if former else "show.title", name=self.here.name),
            aside=phrases.say("as-of", date=phrases.day(profile.as_of)),
            sentences=(identity(self.here, phrases), " ".join(self._sentences())),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=phrases.say("sources"),
        )

    # What is said first

    def _sentences(self) -> Iterable[str]:
        phrases = self.phrases
        if self.profile.empty:
            yield phrases.say("show.empty", id=self.here.id)
            return
        rows = [row for part in self._all() for row in part.rows]
        yield phrases.say(
            "show.counts", n=len(rows), indicators=len([p for p in self._all() if p.rows])
        )
        assessed = [j for part in self._all() for j in part.assessments]
        if assessed:
            verdicts = {assessment.target: assessment.verdict for assessment in assessed}
            counts = verdict_counts(verdicts.values(), self.phrases)
            yield self.phrases.say("show.targets", n=len(verdicts), counts=counts)

    def _all(self) -> Sequence[IndicatorProfile]:
        return (*self.profile.indicators, *self.profile.rankings)

    # Figures by group

    def _figures(self) -> Table:
        """A row a figure, under the headings of the catalogue's groups."""
        say = self.phrases.say
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
            indicator = self.phrases.dataset.indicator(part.indicator)
            if indicator.group != group:
                group = indicator.group
                name = self.phrases.dataset.catalogue.groups[group].say(self.phrases.lang)
                rows.append(Row((Cell(name, "strong"),), "heading"))
            rows += self._indicator_rows(indicator, part)
        return without_empty(Table(columns, tuple(rows)))

    def _indicator_rows(self, indicator: Indicator, part: IndicatorProfile) -> Iterable[Row]:
        """The figures of an indicator, each target beside the figure it is held against.

        A target that no figure can be held against stands beside the first figure that is free.
        """
        waiting = list(part.assessments)
        name = indicator.name.say(self.phrases.lang)
        held = {
            assessment.observation.figure
            for assessment in waiting
            if assessment.observation is not None
        }
        for row in part.rows:
            own = [
                j
                for j in waiting
                if j.observation is not None and j.observation.figure == row.observation.figure
            ]
            if not own and row.observation.figure not in held:
                own = [assessment for assessment in waiting if assessment.observation is None][:1]
            waiting = [assessment for assessment in waiting if assessment not in own]
            for place, assessment in enumerate(own or [None]):
                yield self._row(name, indicator, None if place else row, assessment)
                name = ""
        for assessment in waiting:
            yield self._row(name, indicator, None, assessment)
            name = ""

    def _row(
        self, name: str, indicator: Indicator, row: ProfileRow | None, assessment: Assessment | None
    ) -> Row:
        """One line: a figure, a target, or both."""
        sources: list[str] = []
        figure, when, place = Cell(), Cell(), Cell()
        if row is not None:
            figure = Cell(self._figure_text(row.observation, indicator))
            when = Cell(self._when(row.observation))
            place = Cell(self._interval_text(row))
            sources += row.observation.sources
        elif name:
            figure = Cell("–", "muted")
        target = Cell()
        if assessment is not None:
            target = self._target_cell(assessment, indicator)
            sources += assessment.sources
        cited = Cell(self.citations.cite(sources), "muted")
        return Row((Cell(name), figure, when, place, target, cited))

    def _target_cell(self, assessment: Assessment, indicator: Indicator) -> Cell:
        """A target and how it stands, with the letters of its notes."""
        notes = [assessment.target.note]
        if assessment.verdict == "basis_unstated":
            notes.append(self.phrases.say("note.target-basis"))
        text = self._target_text(assessment, indicator)
        tone = assessment_cell(assessment, indicator, self.phrases).tone
        return Cell(f"{text} {self.notes.mark(*notes)}".rstrip(), tone)

    def _target_text(self, assessment: Assessment, indicator: Indicator) -> str:
        """A target in words: "at least 90% by 2026: 3.4 pts to go"."""
        waiting = assessment.verdict == "short" and assessment.due == "open"
        return self.phrases.say(
            "show.target.short" if waiting else "show.target",
            target=target_text(assessment.target, indicator, self.phrases),
            togo=assessment_cell(assessment, indicator, self.phrases).text,
        )

    def _figure_text(self, observation: Observation, indicator: Indicator) -> str:
        """The figure with what it is a share of, how it was measured, or its part."""
        phrases, figure = self.phrases, observation.figure
        text = phrases.of_basis(phrases.figure(figure, indicator), figure, indicator)
        if figure.method is not None:
            text = f"{text}, {phrases.method(figure.method)}"
        if figure.scope:
            text = phrases.say("figure.scope", text=text, scope=phrases.scope(figure.scope))
        return text

    def _when(self, observation: Observation) -> str:
        figure = observation.figure
        recast = self.phrases.say("note.recast") if figure.recast else None
        marks = self.notes.mark(figure.note or recast)
        return f"{self.phrases.period(figure.period)} {marks}".rstrip()

    def _interval_text(self, row: ProfileRow) -> str:
        rank_interval = row.rank_interval
        if rank_interval is None:
            return ""
        text = self.phrases.say("place.rank", number=rank_interval.rank, of=rank_interval.of)
        if rank_interval.best == rank_interval.worst:
            return text
        return self.phrases.say(
            "place.uncertain", place=text, best=rank_interval.best, worst=rank_interval.worst
        )

    # National rankings

    def _rankings(self) -> Table:
        """Published places, an index a row and a period a column."""
        phrases = self.phrases
        parts = [part for part in self.profile.rankings if part.rows]
        periods = {row.observation.figure.period for part in parts for row in part.rows}
        ordered = sorted(periods, key=lambda period: period.recency)
        rows = []
        for part in parts:
            found: dict[str, list[Observation]] = {}
            for row in reversed(part.rows):
                found.setdefault(row.observation.figure.period.text, []).append(row.observation)
            sources = [key for row in part.rows for key in row.observation.sources]
            cells = [Cell(self._places(found.get(period.text, []), part)) for period in ordered]
            name = Cell(phrases.indicator(part.indicator))
            rows.append(Row((name, *cells, Cell(self.citations.cite(sources), "muted"))))
        columns = (Column(""), *(Column(phrases.period(period)) for period in ordered), Column(""))
        return Table(columns, tuple(rows), heading=phrases.say("show.rankings"))

    def _places(self, observations: Sequence[Observation], part: IndicatorProfile) -> str:
        """The place and the score of one edition, with the letters of their notes."""
        if not observations:
            return "–"
        indicator = self.phrases.dataset.indicator(part.indicator)
        figures = [observation.figure for observation in observations]
        texts = [self.phrases.place(figure.place) for figure in figures if figure.place is not None]
        texts += [
            self.phrases.amount(figure.amount, indicator.unit)
            for figure in figures
            if figure.amount is not None
        ]
        marks = self.notes.mark(*(observation.figure.note for observation in observations))
        return f"{', '.join(dict.fromkeys(texts))} {marks}".rstrip()

    # What else there is

    def _remarks(self) -> Iterable[Remark]:
        phrases, profile = self.phrases, self.profile
        for part in profile.rankings:
            indicator = phrases.dataset.indicator(part.indicator)
            lines = [self._ranking_target(j, indicator) for j in part.assessments]
            if lines:
                name = indicator.name.say(phrases.lang)
                yield Remark(phrases.say("show.ranking-targets", name=name), tuple(lines))
        lines = [self._relative(kin) for kin in profile.predecessors if kin.figures]
        if lines:
            yield Remark(phrases.say("show.predecessors"), tuple(lines))
        if profile.successor is not None:
            yield Remark(phrases.say("show.successor"), (self._relative(profile.successor),))
        if profile.elsewhere and self.here.exists(profile.as_of):
            yield self._elsewhere()

    def _ranking_target(self, assessment: Assessment, indicator: Indicator) -> str:
        text = self._target_text(assessment, indicator)
        notes = self.notes.mark(assessment.target.note)
        cited = self.citations.cite(assessment.sources)
        return " ".join(filter(None, (text, notes, cited)))

    def _relative(self, relative: Relative) -> str:
        """A predecessor or successor: how many figures, its latest places, and how to see them."""
        phrases = self.phrases
        places = "; ".join(
            phrases.say(
                "show.relative.place",
                name=phrases.indicator(id),
                place=phrases.line(observation.figure, phrases.dataset.indicator(id)),
                period=phrases.period(observation.figure.period),
            )
            for id, observation in relative.places
        )
        text = phrases.say(
            "show.relative",
            name=phrases.province(relative.province),
            n=relative.figures,
            id=relative.province,
        )
        return f"{text}: {places}" if places else text

    def _elsewhere(self) -> Remark:
        """Indicators that others report, those reported most first."""
        found = sorted(self.profile.elsewhere, key=lambda pair: -pair[1])
        names = [
            self.phrases.say("show.elsewhere.item", name=self.phrases.indicator(id), n=count)
            for id, count in found[:6]
        ]
        more = len(found) - len(names)
        if more:
            names.append(self.phrases.say("show.elsewhere.more", n=more))
        return Remark(self.phrases.say("show.elsewhere"), ("; ".join(names),))


def identity(province: Province, phrases: Phrases) -> str:
    """Type, code, region, and what became of it or what it was formed from."""
    parts = [phrases.say(f"kind.{province.kind}") if province.kind else phrases.say("kind.unknown")]
    if province.code:
        parts.append(phrases.say("show.code", code=province.code))
    if province.region:
        parts.append(phrases.dataset.register.regions[province.region].say(phrases.lang))
    text = ", ".join(parts) + "."
    if province.until is not None and province.into is not None:
        successor = phrases.province(province.into)
        ended = phrases.say("show.ended", date=phrases.day(province.until), successor=successor)
        return f"{text} {ended}"
    if province.formed_from and province.since is not None:
        names = phrases.provinces(province.formed_from)
        formed = phrases.say("show.formed", date=phrases.day(province.since), names=names)
        return f"{text} {formed}"
    return text
