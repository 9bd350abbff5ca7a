"""What a ranking's chart is to show: rows under headings, and what is told in words below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.editions import missing_places
from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.groups import Edition, Excluded, Group
from dtcompare.analysis.groups import Row as Ranked
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import hidden_rows, unbroken
from dtcompare.charts.rank.words import IN_TIME, apart, place_text
from dtcompare.model.figure import NATIONAL, Figure
from dtcompare.view.citations import Notes
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import group_heading

__all__ = ["Part", "Plan", "RankRow", "Told", "plan_of"]

_DRAWN = 8  # more figures than this listed under one reason are counted, not drawn
_ANNOTATED = 20  # with more rows than this the notes of single figures are left to the table
# Reasons whose figures are drawn as outlined bars; the others are told in words.
_OUTLINED = IN_TIME | {
    "other_basis",
    "other_method",
    "own_method",
    "basis_unstated",
    "method_unstated",
    "scope",
}


class RankRow(Struct, frozen=True):
    """One line of the body: a bar, or with ``said`` alone a remark (places that are not found).

    ``when`` is when and how firm the figure is, ``marks`` the letters of its notes. ``outlined`` is
    what keeps a figure out of the ranking, None for one that is in it; ``height`` is in rows.
    """

    name: str = ""
    place: str = ""
    when: str = ""
    marks: str = ""
    observation: Observation | None = None
    outlined: str | None = None
    target: Assessment | None = None
    highlighted: bool = False
    reference: bool = False
    said: str = ""
    height: float = 1

    @property
    def beside(self) -> str:
        """What stands behind the name."""
        return f"{self.when} {self.marks}".strip()

    @property
    def figure(self) -> Figure | None:
        """The figure that is drawn."""
        return self.observation.figure if self.observation else None


class Part(Struct, frozen=True):
    """Rows under a heading, which may be empty; ``listed`` are those of no group."""

    heading: str
    aside: str
    rows: tuple[RankRow, ...]
    listed: bool = False


class Told(Struct, frozen=True):
    """A list told in words; ``count`` is said with the label where the names have no room."""

    label: str
    names: str
    count: str
    sources: tuple[str, ...] = ()


class Plan(Struct, frozen=True):
    """Everything one chart shows. ``places`` is the edition where places are drawn, not numbers.

    ``most`` is the natural end of the unit, as 100 is of a percentage.
    ``counted``: only the labels of ``told`` are said, with their counts.
    """

    parts: tuple[Part, ...]
    told: tuple[Told, ...]
    notes: tuple[tuple[str, str], ...]
    places: Edition | None = None
    most: Decimal | None = None
    counted: bool = False

    @property
    def rows(self) -> tuple[RankRow, ...]:
        """All rows."""
        return tuple(row for part in self.parts for row in part.rows)

    def barer(self, phrases: Phrases) -> Iterable[Plan]:
        """The same with less and less beside the ranked rows, for a page without the room."""
        yield self
        counted = replace(self, counted=True)
        yield counted
        listed = [part for part in self.parts if part.listed]
        kept = tuple(part for part in self.parts if not part.listed)
        if listed and kept:
            rows = sum(len(part.rows) for part in listed)
            label = phrases.say("listed")
            told = Told(label, "", phrases.say("chart.counted", label=label, n=rows))
            yield replace(counted, parts=kept, told=(told, *self.told))


def plan_of(ranking: Ranking, phrases: Phrases, options: ChartOptions) -> Plan:
    """What the chart of ``ranking`` shows."""
    return _Planner(ranking, phrases, options).plan()


class _Planner:
    """One ranking on its way to rows."""

    def __init__(self, ranking: Ranking, phrases: Phrases, options: ChartOptions) -> None:
        self.ranking, self.phrases, self.options = ranking, phrases, options
        self.indicator = phrases.dataset.indicator(ranking.indicator)
        self.places = _without_scores(ranking)
        self.notes = Notes()
        total = sum(len(group.rows) for group in ranking.groups)
        self.annotated = options.page.height is None and total <= _ANNOTATED

    def plan(self) -> Plan:
        """Rows first, since the letters of notes are given as they are met."""
        parts = tuple(self._ranked_parts() if self.ranking.is_ranked else self._unranked_parts())
        most = self.indicator.unit.maximum
        return Plan(parts, tuple(self._told()), self.notes.lettered(), self.places, most)

    # Rows

    def _ranked_parts(self) -> Iterable[Part]:
        """The groups, then what is listed and drawn outlined."""
        ranking, say = self.ranking, self.phrases.say
        alone = len(ranking.groups) == 1
        for number, group in enumerate(ranking.groups):
            rows = list(self._group_rows(group))
            if number == 0 and self._reference_fits():
                rows.append(self._reference())
            heading = "" if alone else group_heading(group, self.indicator, self.phrases)
            count = group.size
            yield Part(heading, "" if alone else say("extent", n=count), tuple(rows))
        outlined = tuple(
            self._outlined(entry.province, entry.observation, entry.target, entry.reason)
            for entries in self._listed()
            if self._is_drawn(entries)
            for entry in entries
        )
        if outlined:
            yield Part(say("listed"), "", outlined, listed=True)

    def _unranked_parts(self) -> Iterable[Part]:
        """Where nothing is ranked: all figures outlined, those of a part of a province apart."""
        ranking = self.ranking
        whole = [
            self._outlined(row.province, row.observation, row.target)
            for group in ranking.groups
            for row in group.rows
        ]
        if ranking.reference is not None:
            whole.append(self._outlined(NATIONAL, ranking.reference, ranking.reference_target))
        unseen = self._unseen(sum(group.hidden for group in ranking.groups))
        lines = (*self._cut_to_ends(whole), *unseen)
        if lines:
            yield Part("", "", lines)
        for entries in self._listed():
            if self._is_drawn(entries):
                rows = (
                    self._outlined(e.province, e.observation, e.target, e.reason) for e in entries
                )
                heading = self.phrases.say(f"reason.{entries[0].reason}")
                yield Part(heading, "", tuple(rows), listed=True)

    def _listed(self) -> Iterable[Sequence[Excluded]]:
        """What is listed, by reason."""
        for _, entries in groupby(self.ranking.listed, key=lambda entry: entry.reason):
            yield tuple(entries)

    def _is_drawn(self, entries: Sequence[Excluded]) -> bool:
        """Whether what is listed under one reason is drawn as bars, not told in words."""
        if len(entries) > _DRAWN or self.places is not None:
            return False
        if any(entry.observation.figure.amount is None for entry in entries):
            return False
        return not self.ranking.is_ranked or entries[0].reason in _OUTLINED

    def _reference_fits(self) -> bool:
        """Whether the whole country's figure can stand beside the bars without dwarfing them."""
        observation = self.ranking.reference
        if observation is None or observation.figure.amount is None or self.places is not None:
            return False
        numbers = [row.observation.figure.number for row in self.ranking.groups[0].rows]
        return observation.figure.number <= max(numbers, default=Decimal(0)) * 2

    def _group_rows(self, group: Group) -> Iterable[RankRow]:
        """The rows of a ranked group, in order, with the places that are not found."""
        holes = self._holes(group)
        rows: list[RankRow] = []
        rank_intervals: list[int | None] = []
        for row in group.rows:
            while holes and row.rank_interval and holes[0][0] < row.rank_interval.rank:
                rows.append(self._hole(holes.pop(0)))
                rank_intervals.append(None)
            rows.append(self._ranked(row, group))
            rank_intervals.append(row.rank_interval.rank if row.rank_interval else None)
        rows += map(self._hole, holes)
        shown = self._cut_to_ends(rows, [*rank_intervals, *(None for _ in holes)])
        return (*shown, *self._unseen(group.hidden))

    def _unseen(self, count: int) -> Iterable[RankRow]:
        """A remark on the rows that filters left out."""
        if count:
            yield RankRow(said=self.phrases.say("chart.rank.unseen", n=count), height=0.85)

    def _holes(self, group: Group) -> list[tuple[int, int]]:
        """The places of an edition that nobody is known to hold, where that is in order."""
        in_order = self.ranking.picks.sort in (None, "value") and not group.hidden
        if group.edition is None or self.places is not None or not in_order:
            return []
        return missing_places(group)

    def _cut_to_ends(
        self, rows: Sequence[RankRow], ranks: Sequence[int | None] = ()
    ) -> Sequence[RankRow]:
        """The first and last rows that are asked for, with what is not shown between them."""
        hidden = hidden_rows(len(rows), self.options)
        if not hidden:
            return rows
        places = [rank for rank in ranks[hidden.start : hidden.stop] if rank is not None]
        if places:
            key = "chart.hidden" if places[0] != places[-1] else "chart.hidden.one"
            said = self.phrases.say(key, first=places[0], last=places[-1])
        else:
            said = self.phrases.say("chart.rows-hidden", n=len(hidden))
        cut = RankRow(said=said, height=0.85)
        return (*rows[: hidden.start], cut, *rows[hidden.stop :])

    def _hole(self, hole: tuple[int, int]) -> RankRow:
        key = "place.hole" if hole[0] == hole[1] else "place.holes"
        said = self.phrases.say(key, first=hole[0], last=hole[1])
        return RankRow(said=" ".join(said.split()), height=0.85)

    def _ranked(self, row: Ranked, group: Group) -> RankRow:
        return RankRow(
            name=self.phrases.province(row.province, self.ranking.day),
            place=place_text(row, group, self.phrases),
            when=self._when(row.observation, group),
            marks=self._marks(row.observation),
            observation=row.observation,
            target=row.target,
            highlighted=row.province in self.options.highlight,
        )

    def _reference(self) -> RankRow:
        observation = self.ranking.reference
        assert observation is not None
        return RankRow(
            name=self.phrases.province(NATIONAL),
            when=self._when(observation, self.ranking.groups[0]),
            marks=self._marks(observation),
            observation=observation,
            target=self.ranking.reference_target,
            reference=True,
        )

    def _outlined(
        self, province: str, observation: Observation, target: Assessment | None, reason: str = ""
    ) -> RankRow:
        """A figure that is not ranked, with what sets it apart."""
        day = None if province == NATIONAL else self.ranking.day
        return RankRow(
            name=self.phrases.province(province, day),
            when=self._when(observation, None, reason),
            marks=self._marks(observation),
            observation=observation,
            outlined=apart(observation.figure, reason, self.phrases),
            target=None if self.ranking.is_ranked else target,
            highlighted=province in self.options.highlight,
        )

    def _when(self, observation: Observation, group: Group | None, reason: str = "") -> str:
        """When and how firm, where that is not said of all."""
        figure, season = observation.figure, group.season if group else None
        said = []
        if group is None or group.edition is None:
            year = season is not None and season.start.month == season.end.month - 11
            old = season is None or figure.period.end.year != season.end.year
            if old or not year:
                said.append(self.phrases.period(figure.period))
        if figure.status not in (None, reason):
            said.append(self.phrases.say(f"status.{figure.status}"))
        return " ".join(said)

    def _marks(self, observation: Observation) -> str:
        """The letter of a figure's note, where notes are written out."""
        note = observation.figure.note
        return self.notes.mark(note) if self.annotated and note else ""

    # Words below the rows

    def _told(self) -> Iterable[Told]:
        """What is told in words under the bars."""
        ranking, say = self.ranking, self.phrases.say
        country = ranking.reference
        if ranking.is_ranked and country is not None and not self._reference_fits():
            name = self.phrases.province(NATIONAL)
            told = f"{name} {self._dated(country)}"
            yield Told(name, self._dated(country), told, country.sources)
        for entries in self._listed():
            if not self._is_drawn(entries):
                label = say(f"reason.{entries[0].reason}")
                count = say("chart.counted", label=label, n=len(entries))
                if len(entries) > _DRAWN:
                    yield Told(label, say("chart.rank.more", n=len(entries)), count)
                    continue
                names = "; ".join(self._named(e.province, e.observation) for e in entries)
                sources = tuple(key for entry in entries for key in entry.observation.sources)
                yield Told(label, names, count, sources)
        aiming = set(ranking.targets_only)
        neither = [id for id in ranking.not_reported if id not in aiming]
        if aiming:
            label = say("silent.target", n=len(aiming))
            yield Told(label, self._names(ranking.targets_only), label)
        if neither:
            label = say("silent.neither" if aiming else "silent.none", n=len(neither))
            yield Told(label, self._names(neither), label)

    def _named(self, province: str, observation: Observation) -> str:
        return f"{unbroken(self.phrases.province(province))} {self._dated(observation)}"

    def _dated(self, observation: Observation) -> str:
        figure = observation.figure
        if figure.place is not None:
            figure = replace(figure, amount=None)
        text = self.phrases.figure(figure, self.indicator)
        return f"{text} ({self.phrases.period(figure.period)})"

    def _names(self, ids: Iterable[str]) -> str:
        day = self.ranking.day
        return ", ".join(unbroken(self.phrases.province(id, day)) for id in ids)


def _without_scores(ranking: Ranking) -> Edition | None:
    """The edition of a ranking whose places are known better than its scores; else None."""
    group = ranking.groups[0] if ranking.groups else None
    if group is None or group.edition is None or not group.ranked:
        return None
    scored = sum(row.observation.figure.amount is not None for row in group.rows)
    return group.edition if 2 * scored < len(group.rows) else None
