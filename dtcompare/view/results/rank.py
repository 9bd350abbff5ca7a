"""A ranking as a sheet: the sentence, a table a group, the not ranked, the not reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Literal

from msgspec.structs import replace

from dtcompare.analysis.editions import missing_places
from dtcompare.analysis.groups import Excluded, Group
from dtcompare.analysis.groups import Row as Ranked
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.per_capita import extent_of
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.ranking import Ranking
from dtcompare.model.figure import NATIONAL, UNRANKED_STATUSES, UNSTATED_WORD, Figure
from dtcompare.model.memo import Memo
from dtcompare.model.period import Period
from dtcompare.text import fold
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import assessment_cell, bar_of, target_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import group_heading, sentences, title
from dtcompare.view.sheet import Cell, Column, Remark, Row, Sheet, Table, without_empty

__all__ = ["RankLayout", "rank_sheet"]

_MANY = 3  # more former provinces of one year than this are told in one item


def rank_sheet(ranking: Ranking, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of a ranking."""
    return RankLayout(ranking, phrases, citations).sheet()


class RankLayout:
    """One ranking being laid out: keeps the notes and sources as they are met."""

    def __init__(
        self,
        ranking: Ranking,
        phrases: Phrases,
        citations: Citations,
        notes: Notes | None = None,
    ) -> None:
        self.ranking = ranking
        self.phrases = phrases
        self.citations = citations
        self.notes = notes or Notes()
        self.tied: frozenset[int] = frozenset()
        self.names: dict[str, Cell] = {}
        self.amounts: dict[int, Cell] = {}
        self.periods: Memo[Period, Cell] = Memo(lambda period: Cell(phrases.period(period)))
        self.places: Memo[RankInterval, str] = Memo(self._interval_text)
        provinces = phrases.dataset.register.existing(ranking.day)
        self.then = any(province.ended(ranking.as_of) for province in provinces)
        self.indicator = phrases.dataset.indicator(ranking.indicator)

    def sheet(self) -> Sheet:
        """The whole sheet, in reading order: notes and sources are numbered as they are met."""
        ranking, phrases = self.ranking, self.phrases
        parts: list[Table | Remark] = []
        if ranking.is_ranked:
            shown = [row for group in ranking.groups for row in group.rows]
            aims = any(row.target for row in shown) or ranking.reference_target is not None
            parts += [self._ranked_table(group, aims=aims) for group in ranking.groups]
            parts += self._listed_remark()
        elif not ranking.empty:
            parts.append(self._unranked_table())
        parts += self.silent()
        parts += self._instead_remark()
        return Sheet(
            title=title(ranking, phrases),
            aside=phrases.say("as-of", date=phrases.day(ranking.as_of)),
            sentences=sentences(ranking, phrases),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=phrases.say("sources"),
        )

    # Ranked groups

    def _ranked_table(self, group: Group, *, aims: bool) -> Table:
        """Place, province, figure with a bar, when, target and what is still to go."""
        scores = [
            row.observation for row in group.rows if row.observation.figure.amount is not None
        ]
        longest = max((observation.figure.number for observation in scores), default=Decimal(0))
        self.tied = group.shared
        self.places = Memo(self._interval_text)
        self.amounts = {}
        rows = [self._ranked_row(row, longest, aims=aims) for row in group.rows]
        in_order = self.ranking.picks.sort in (None, "value") and not group.hidden
        if group.edition is not None and in_order:
            rows = self._with_holes(group, rows)
        if self.ranking.reference is not None and group is self.ranking.groups[0]:
            rows.append(self._reference_row(Cell(), longest, aims=aims))
        return Table(
            columns=self._columns("column.place", aims=aims, numbers="right"),
            rows=tuple(rows),
            heading=group_heading(group, self.indicator, self.phrases),
            aside=self._extent(group),
        )

    def _columns(
        self, first: str, *, aims: bool, numbers: Literal["left", "right"] = "left"
    ) -> tuple[Column, ...]:
        say = self.phrases.say
        targets = [Column(say("column.target")), Column(say("column.to-go"))] if aims else []
        return (
            Column(say(first)),
            Column(self.phrases.dataset.about.heading.say(self.phrases.lang)),
            Column(say("column.figure"), numbers),
            Column(say("column.when")),
            *([Column(say("column.today"))] if self.then else []),
            *targets,
            Column(""),
        )

    def _ranked_row(self, row: Ranked, longest: Decimal, *, aims: bool) -> Row:
        return self._row(Cell(self._place(row)), row, longest, aims=aims)

    def _row(self, first: Cell, row: Ranked, longest: Decimal | None, *, aims: bool) -> Row:
        """A province's row behind its first cell; a bar only where ``longest`` is given."""
        sources = row.observation.sources
        if row.place is not None:
            sources += row.place.sources
        if row.target is not None:
            sources += row.target.sources
        targets = self._target_cells(row) if aims else ()  # their notes have the first letters
        return Row(
            (
                first,
                self._name_cell(row.province),
                self._figure_cell(row, longest),
                self._when_cell(row.observation, row.place),
                *([Cell(self._today(row.province))] if self.then else ()),
                *targets,
                Cell(self.citations.cite(sources), "muted"),
            )
        )

    def _name_cell(self, id: str) -> Cell:
        """The name of a province, in every group the same cell."""
        cell = self.names.get(id)
        if cell is None:
            name = self.phrases.province(id, self.ranking.day)
            cell = self.names[id] = Cell(name, "strong")
        return cell

    def _figure_cell(self, row: Ranked, longest: Decimal | None) -> Cell:
        """The figure with its bar; what is an amount and nothing else is the same for all rows."""
        figure = row.observation.figure
        amount = figure.amount
        if amount is None:
            return Cell(self._figure_text(row))
        if figure.status is not None or self.ranking.counts:
            bar = bar_of(row.observation, longest) if longest else None
            return Cell(self._figure_text(row), bar=bar)
        cell = self.amounts.get(id(amount))
        if cell is None:
            bar = bar_of(row.observation, longest) if longest else None
            cell = self.amounts[id(amount)] = Cell(self._figure_text(row), bar=bar)
        return cell

    def _when_cell(self, observation: Observation, place: Observation | None) -> Cell:
        """The period, with the letters of the notes where there are any."""
        figure = observation.figure
        if (
            place is None
            and not figure.note
            and not figure.recast
            and self.ranking.picks.per is None
        ):
            return self.periods(figure.period)
        return Cell(self._when(observation, place))

    def _today(self, id: str) -> str:
        """What a province of the time is part of now; empty where its borders are the same."""
        if id == NATIONAL or (into := self.phrases.dataset.province(id).into) is None:
            return ""
        name = self.phrases.province(into)
        same = fold(name) == fold(self.phrases.province(id))
        return self.phrases.say("today.merged", name=name) if same else name

    def _figure_text(self, row: Ranked) -> str:
        """The figure; a score alone where the place is in the first column; a rate of a count."""
        figure = row.observation.figure
        if row.rank_interval is not None and figure.amount is None:
            return "–"
        return self._rated(figure)

    def _rated(self, figure: Figure) -> str:
        """The figure, or a rate with the count behind it: "21.58 (868)"."""
        count = self.ranking.counts.get((figure.file, figure.row))
        if count is None or count.figure == figure:
            return self.phrases.figure(figure, self.indicator)
        counted = self.phrases.figure(count.figure, self.indicator)
        rate = self.phrases.line(figure, self.indicator)
        return self.phrases.say("figure.rate", rate=rate, count=counted)

    def _when(self, observation: Observation, place: Observation | None = None) -> str:
        """The period with the letters of the notes behind it."""
        figures = [observation.figure, *([place.figure] if place else [])]
        notes = [note for figure in figures for note in self._remarks(figure)]
        marks = self.notes.mark(*dict.fromkeys(notes))
        return f"{self.phrases.period(observation.figure.period)} {marks}".rstrip()

    def _remarks(self, figure: Figure) -> Iterable[str]:
        """What must be said about a figure beside its number."""
        if figure.note:
            yield figure.note
        elif figure.recast:
            yield self.phrases.say("note.recast")
        per = self.ranking.picks.per
        if per is not None and figure.province != NATIONAL:
            extent = extent_of(self.phrases.dataset.province(figure.province), per)
            if extent is not None and extent.status is not None:
                yield self.phrases.say(f"note.divisor.{per}")

    def _target_cells(self, row: Ranked) -> list[Cell]:
        assessment = row.target
        if assessment is None:
            return [Cell(), Cell()]
        text = target_text(assessment.target, self.indicator, self.phrases)
        if assessment.verdict == "basis_unstated" and assessment.target.basis == UNSTATED_WORD:
            text = f"{text} {self.notes.mark(self.phrases.say('note.target-basis'))}"
        elif assessment.verdict == "other_basis":
            basis = self.phrases.of_basis("", assessment.target, self.indicator).strip()
            text = f"{text}, {basis}" if basis else text
        if assessment.gap is None:
            return [Cell(text), Cell()]
        return [Cell(text), assessment_cell(assessment, self.indicator, self.phrases)]

    def _place(self, row: Ranked) -> str:
        """The place ("3 of 9"), with those it may really be where the figure is uncertain."""
        if row.rank_interval is not None:
            return self.places(row.rank_interval)
        place = row.place.figure.place if row.place else None
        return self.phrases.place(place) if place else ""

    def _interval_text(self, rank_interval: RankInterval) -> str:
        say = self.phrases.say
        key = "place.tied" if rank_interval.rank in self.tied else "place.rank"
        text = say(key, number=rank_interval.rank, of=rank_interval.of)
        if rank_interval.best == rank_interval.worst:
            return text
        return say(
            "place.uncertain", place=text, best=rank_interval.best, worst=rank_interval.worst
        )

    def _with_holes(self, group: Group, rows: Sequence[Row]) -> list[Row]:
        """The rows of an edition with a line wherever places are not found."""
        holes = missing_places(group)
        result: list[Row] = []
        for ranked, row in zip(group.rows, rows, strict=True):
            while holes and (
                ranked.rank_interval is None or holes[0][0] < ranked.rank_interval.rank
            ):
                result.append(self._hole(holes.pop(0)))
            result.append(row)
        return result + [self._hole(hole) for hole in holes]

    def _hole(self, hole: tuple[int, int]) -> Row:
        key = "place.hole" if hole[0] == hole[1] else "place.holes"
        return Row((Cell(self.phrases.say(key, first=hole[0], last=hole[1]), "muted"),), "heading")

    def _reference_row(self, first: Cell, longest: Decimal | None, *, aims: bool) -> Row:
        """The whole country's figure, with its own target."""
        observation = self.ranking.reference
        assert observation is not None
        country = Ranked(NATIONAL, observation, target=self.ranking.reference_target)
        return Row(self._row(first, country, longest, aims=aims).cells, "reference")

    def _extent(self, group: Group) -> str:
        """How many provinces the group has, and how many of them are not shown."""
        count = len(group.rows) + group.hidden
        text = self.phrases.say("extent", n=count)
        if not group.hidden:
            return text
        return self.phrases.say("extent.hidden", text=text, n=len(group.rows))

    # No ranking possible: one list

    def _unranked_table(self) -> Table:
        """All figures in one list, by what they are a share of, the reasons as headings."""
        ranking = self.ranking
        shown = [row for group in ranking.groups for row in group.rows]
        targets = [row.target for row in shown] + [entry.target for entry in ranking.listed]
        aims = any(targets) or ranking.reference_target is not None
        rows: list[Row] = []
        last = ""
        for group in ranking.groups:
            for row in group.rows:
                text = self._series_key(row.observation.figure)
                rows.append(self._row(Cell("" if text == last else text), row, None, aims=aims))
                last = text
        for reason, entries in groupby(ranking.listed, key=lambda entry: entry.reason):
            heading = self.phrases.say(f"reason.{reason}")
            rows.append(Row((Cell(heading, "muted"),), "heading"))
            rows += [
                self._row(
                    Cell(self._series_key(entry.observation.figure)),
                    Ranked(entry.province, entry.observation, target=entry.target),
                    None,
                    aims=aims,
                )
                for entry in entries
            ]
        if ranking.reference is not None:
            series_key = Cell(self._series_key(ranking.reference.figure))
            rows.append(self._reference_row(series_key, None, aims=aims))
        return without_empty(Table(self._columns("column.footing", aims=aims), tuple(rows)))

    def _series_key(self, figure: Figure) -> str:
        """What the figure is a share of, how it was measured, and which part it speaks of."""
        phrases, indicator = self.phrases, self.indicator
        parts = []
        if figure.basis is not None and not (
            indicator.fixed_basis and (figure.scope or figure.method)
        ):
            parts.append(phrases.basis(figure.basis))
        if figure.method is not None:
            parts.append(phrases.method(figure.method))
        if figure.scope:
            parts = [part for part in parts if figure.basis != "unstated"]
            parts.append(phrases.scope(figure.scope))
        return "; ".join(parts)

    # What is not ranked

    def _listed_remark(self) -> Iterable[Remark]:
        """The figures outside the ranking, a line for each reason."""
        lines = [
            self.phrases.say(
                "listed.reason",
                reason=self.phrases.say(f"reason.{reason}"),
                figures="; ".join(self._listed_texts(reason, list(entries))),
            )
            for reason, entries in groupby(self.ranking.listed, key=lambda entry: entry.reason)
        ]
        if lines:
            yield Remark(self.phrases.say("listed"), tuple(lines))

    def _listed_texts(self, reason: str, entries: Sequence[Excluded]) -> Iterable[str]:
        """Each figure; many former provinces of one year by one method are told in one item."""
        if reason != "former_province":
            return map(self._listed_text, entries)
        alike: dict[tuple[object, ...], list[Excluded]] = {}
        for entry in entries:
            alike.setdefault(_kind(entry.observation.figure), []).append(entry)
        ordered = sorted(
            alike.values(), key=lambda found: -found[0].observation.figure.period.end.year
        )
        return (
            text
            for found in ordered
            for text in (
                [self._many(found)]
                if len(found) > _MANY and _within_a_year(found[0].observation.figure)
                else map(self._listed_text, found)
            )
        )

    def _many(self, entries: Sequence[Excluded]) -> str:
        """How many there are, the first and the last of them, and the command that shows all."""
        figures = [entry.observation.figure for entry in entries]
        by_place = figures[0].place is not None
        lower = by_place or self.indicator.better == "lower"
        first, *_, last = sorted(
            entries,
            key=lambda e: _printed(e.observation.figure, by_place=by_place),
            reverse=not lower,
        )
        year = figures[0].period.end.year
        series_key = self._series_key(figures[0])
        return self.phrases.say(
            "listed.many",
            n=len(entries),
            when=", ".join(filter(None, (str(year), series_key))),
            first=self.phrases.province(first.province),
            best=self._listed_figure(first.observation.figure),
            last=self.phrases.province(last.province),
            worst=self._listed_figure(last.observation.figure),
            command=f"dtcompare rank {self.indicator.id} --period {year}",
            sources=self.citations.cite(
                key for entry in entries for key in entry.observation.sources
            ),
        ).rstrip()

    def _listed_text(self, entry: Excluded) -> str:
        """A listed figure: "Bắc Giang 47.81% (2023, method not stated) [2]"."""
        figure = entry.observation.figure
        series_key = "" if entry.reason == "other_season" else self._series_key(figure)
        marks = self._when(entry.observation)
        facts = ", ".join(filter(None, (marks, series_key if not self._same(figure) else "")))
        return self.phrases.say(
            "listed.figure",
            province=self.phrases.province(entry.province),
            figure=self._listed_figure(figure),
            facts=facts,
            sources=self.citations.cite(entry.observation.sources),
        ).rstrip()

    def _listed_figure(self, figure: Figure) -> str:
        """The place where there is one, else the figure."""
        if figure.place is not None:
            return self.phrases.figure(replace(figure, amount=None), self.indicator)
        return self._rated(figure)

    def _same(self, figure: Figure) -> bool:
        """Whether a figure is of the first group's basis and method, so that neither is said."""
        first = self.ranking.groups[0].series_key
        return (figure.basis, figure.method, figure.scope) == (first.basis, first.method, ())

    def silent(self) -> Iterable[Remark]:
        """Yield who reports nothing: those with a target, and those with neither."""
        ranking, phrases = self.ranking, self.phrases
        aiming = set(ranking.targets_only)
        neither = [id for id in ranking.not_reported if id not in aiming]
        if aiming:
            names = phrases.provinces(ranking.targets_only, ranking.day)
            yield Remark(phrases.say("silent.target", n=len(aiming)), (names,))
        if neither:
            key = "silent.neither" if aiming else "silent.none"
            yield Remark(
                phrases.say(key, n=len(neither)), (phrases.provinces(neither, ranking.day),)
            )

    def _instead_remark(self) -> Iterable[Remark]:
        """What can be ranked instead, with the command for it."""
        ranking, phrases = self.ranking, self.phrases
        for option in ranking.instead:
            indicator = phrases.dataset.indicator(option.indicator)
            rows = [
                f"{phrases.province(row.province)} {phrases.figure(row.observation.figure, indicator)}"
                for row in option.group.rows[:4]
            ]
            yield Remark(
                phrases.say("instead", indicator=indicator.name.say(phrases.lang)),
                (", ".join(rows),),
                command=f"dtcompare rank {option.indicator}",
            )
        edition = ranking.groups[0].edition if ranking.is_ranked else None
        if edition is not None and edition.of != ranking.existing:
            command = f"dtcompare rank {self.indicator.id} --period {edition.period}"
            yield Remark(phrases.say("edition.all", of=edition.of), command=command)
        if not ranking.instead and not ranking.is_ranked and self.indicator.related:
            ids = ", ".join(self.indicator.related)
            yield Remark(phrases.say("related"), (ids,), command="dtcompare list indicators")


def _kind(figure: Figure) -> tuple[object, ...]:
    """What figures must share to be told in one item: years, footing, status, of how many."""
    years = (figure.period.start.year, figure.period.end.year)
    status = figure.status if figure.status in UNRANKED_STATUSES else None
    of = figure.place.of if figure.place is not None else None
    return (*years, figure.basis, figure.method, figure.scope, status, of)


def _within_a_year(figure: Figure) -> bool:
    return figure.period.stated and figure.period.start.year == figure.period.end.year


def _printed(figure: Figure, *, by_place: bool) -> Decimal:
    """The published place or the printed number."""
    if by_place and figure.place is not None:
        return Decimal(figure.place.number)
    return figure.number
