"""Which rows a ranking's chart has: bars and remarks under headings, and lists in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, groupby

from msgspec import Struct

from dtcompare.analysis.editions import missing_places
from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.groups import Edition, Excluded, Group
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import hidden_rows, unbroken
from dtcompare.charts.rank_words import IN_TIME, apart, dated_text, place_text, target_words
from dtcompare.charts.values import bar_ends
from dtcompare.model.figure import NATIONAL, Figure
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank import RankWriter
from dtcompare.view.results.rank_words import group_heading

_NEAR = Decimal("1.6")  # times the longest bar: a target up to there is on the scale
_ALIKE = Decimal("0.7")  # of the best score: where the least is above, bars show no difference
_DRAWN = 8  # more figures than this listed under one reason are counted, not drawn
_ANNOTATED = 20  # with more rows than this the notes of single figures are left to the table
_DWARFING = 2  # times the longest bar: a country beyond is told in words
# Reasons whose figures are drawn as outlined bars; the others are told in words.
_OUTLINED = IN_TIME | {
    "other_basis",
    "other_method",
    "own_method",
    "basis_unstated",
    "method_unstated",
    "scope",
}


class RankBar(Struct, frozen=True):
    """A figure with its row; ``reason`` is what keeps it out of the ranking, None if it is in it.

    ``when`` is its time and state, where these are not said of all, with the letter of its note.
    """

    province: str
    observation: Observation
    target: Assessment | None = None
    place: str = ""
    rank: int | None = None
    when: str = ""
    reason: str | None = None
    reference: bool = False

    @property
    def figure(self) -> Figure:
        """Return the figure that is drawn."""
        return self.observation.figure

    @property
    def is_met(self) -> bool:
        """Return whether its target is reached."""
        return self.target is not None and self.target.verdict == "met"


class RankSection(Struct, frozen=True):
    """Bars and remarks between them under a heading, which may be empty."""

    rows: tuple[RankBar | str, ...]
    heading: str = ""
    aside: str = ""


class RankList(Struct, frozen=True):
    """What is said in words below the bars; ``count`` where its names have no room."""

    label: str
    names: str
    count: str


class RankRows:
    """The rows of one ranking; ``edition`` is the one whose places are drawn, not numbers.

    ``ranked`` are its groups, ``listed`` what is drawn beside them, ``bars`` the figures of both,
    ``lists`` what is said below. ``notes`` have their letters in reading order.
    """

    def __init__(self, ranking: Ranking, phrases: Phrases, options: ChartOptions) -> None:
        self.ranking, self.phrases, self.options = ranking, phrases, options
        self.indicator = phrases.dataset.indicator(ranking.indicator)
        self.edition = _edition_without_scores(ranking)
        total = sum(len(group.rows) for group in ranking.groups)
        self.notes = Notes(mute=options.page.height is not None or total > _ANNOTATED)
        self.ranked = [section for section in self._ranked() if section.rows]
        self.listed = list(self._listed())
        self.all = [row for part in (*self.ranked, *self.listed) for row in part.rows]
        self.bars = [row for row in self.all if isinstance(row, RankBar)]
        self.lists = list(self._lists())

    def name(self, row: RankBar) -> str:
        """Return a province's name as it was on the day."""
        day = None if row.province == NATIONAL else self.ranking.day
        return self.phrases.province(row.province, day)

    def in_words(self, row: RankBar | str) -> str:
        """Return a row in words: place, name, figure, when, what sets it apart, and the target."""
        if isinstance(row, str):
            return row
        figure = self.phrases.figure(row.figure, self.indicator)
        letters = self.notes.mark(*self.phrases.notes(row.figure))
        when = row.when.removesuffix(letters).strip()
        parts = (figure, when, row.reason or "", target_words(row.target, self.phrases))
        facts = ", ".join(filter(None, parts))
        name = self.name(row)
        return self.phrases.say(
            "chart.rank.alt.row", place=row.place, name=name, figure=facts
        ).strip()

    def scale_ends(self) -> tuple[Decimal, Decimal]:
        """Return the ends of the scale: 0, and the longest bars to either side of it.

        A natural end that bars come near takes their place. A target beyond every bar is on the
        scale while it does not dwarf them. Scores of an index that lie close together have a scale
        that begins a little before the least.
        """
        amounts = [row.figure.amount for row in self.bars if row.figure.amount is not None]
        zero, numbers = Decimal(0), [amount.upper or amount.number for amount in amounts]
        numbers += [amount.number for amount in amounts]
        low, high = min([zero, *numbers]), max([zero, *numbers])
        if self.indicator.unit.ranked and numbers and min(numbers) > high * _ALIKE:
            margin = (high - min(numbers)) / 10 or high / 100
            return min(numbers) - margin, high + margin
        targets = [row.target.target for row in self.bars if row.target is not None]
        aims = [target.number for target in targets if target.amount is not None]
        near = [aim for aim in aims if low * _NEAR <= aim <= high * _NEAR]
        return bar_ends([low, high, *near], self.indicator.unit.maximum)

    def _ranked(self) -> Iterator[RankSection]:
        """Yield the groups; where nothing is ranked all figures of whole provinces, outlined."""
        ranking, say = self.ranking, self.phrases.say
        if not ranking.is_ranked:
            yield self._unranked()
            return
        alone, country = len(ranking.groups) == 1, ranking.reference
        for group in ranking.groups:
            rows = list(self._group(group))
            if group is ranking.groups[0] and country is not None and self._reference_fits(country):
                rows.append(
                    RankBar(
                        NATIONAL,
                        country,
                        ranking.reference_target,
                        when=self._when(country, group),
                        reference=True,
                    )
                )
            if alone:
                yield RankSection(tuple(rows))
            else:
                heading = group_heading(group, self.indicator, self.phrases)
                yield RankSection(tuple(rows), heading, say("extent", n=group.size))

    def _unranked(self) -> RankSection:
        ranking = self.ranking
        rows = []
        for group in ranking.groups:
            rows += [self._outlined(r.province, r.observation, r.target) for r in group.rows]
        if ranking.reference is not None:
            rows.append(self._outlined(NATIONAL, ranking.reference, ranking.reference_target))
        unseen = self._unseen(sum(group.hidden for group in ranking.groups))
        return RankSection((*self._cut(rows), *unseen))

    def _group(self, group: Group) -> Iterator[RankBar | str]:
        """Yield a group's rows with the places that nobody is known to hold, where in order."""
        in_order = self.ranking.picks.sort in (None, "value") and not group.hidden
        shown = group.edition is not None and self.edition is None and in_order
        holes = missing_places(group) if shown else []
        rows: list[RankBar | str] = []
        for row in group.rows:
            rank = row.rank_interval.rank if row.rank_interval else None
            while holes and rank is not None and holes[0][0] < rank:
                rows.append(self._hole(holes.pop(0)))
            place, when = place_text(row, group, self.phrases), self._when(row.observation, group)
            rows.append(RankBar(row.province, row.observation, row.target, place, rank, when))
        yield from self._cut([*rows, *map(self._hole, holes)])
        yield from self._unseen(group.hidden)

    def _hole(self, hole: tuple[int, int]) -> str:
        """Return that one place, or those from the first to the last, are not found."""
        key = "place.hole" if hole[0] == hole[1] else "place.holes"
        return " ".join(self.phrases.say(key, first=hole[0], last=hole[1]).split())

    def _cut(self, rows: Sequence[RankBar | str]) -> Sequence[RankBar | str]:
        """Return the rows at both ends that are asked for, and between them what is not shown."""
        hidden = hidden_rows(len(rows), self.options)
        if not hidden:
            return rows
        cut = rows[hidden.start : hidden.stop]
        ranks = [row.rank for row in cut if isinstance(row, RankBar) and row.rank is not None]
        text = self.phrases.say("chart.rows-hidden", n=len(hidden))
        if ranks:
            key = "chart.hidden" if ranks[0] != ranks[-1] else "chart.hidden.one"
            text = self.phrases.say(key, first=ranks[0], last=ranks[-1])
        return (*rows[: hidden.start], text, *rows[hidden.stop :])

    def _unseen(self, count: int) -> list[str]:
        """Return how many rows filters left out; nothing of none."""
        return [self.phrases.say("chart.rank.unseen", n=count)] if count else []

    def _listed(self) -> Iterator[RankSection]:
        """Yield what is not ranked and drawn: under one heading, of no ranking by reason."""
        drawn = [entries for entries in self._by_reason() if self._is_drawn(entries)]
        sections = [
            [self._outlined(e.province, e.observation, e.target, e.reason) for e in entries]
            for entries in drawn
        ]
        if self.ranking.is_ranked and sections:
            yield RankSection(tuple(chain.from_iterable(sections)), self.phrases.say("listed"))
            return
        for entries, rows in zip(drawn, sections, strict=True):
            yield RankSection(tuple(rows), self.phrases.say(f"reason.{entries[0].reason}"))

    def _by_reason(self) -> Iterator[Sequence[Excluded]]:
        for _, entries in groupby(self.ranking.listed, key=lambda entry: entry.reason):
            yield tuple(entries)

    def _is_drawn(self, entries: Sequence[Excluded]) -> bool:
        """Return whether what is listed under one reason is drawn as bars, not said in words."""
        if len(entries) > _DRAWN or self.edition is not None:
            return False
        if any(entry.observation.figure.amount is None for entry in entries):
            return False
        return not self.ranking.is_ranked or entries[0].reason in _OUTLINED

    def _outlined(
        self, province: str, observation: Observation, target: Assessment | None, reason: str = ""
    ) -> RankBar:
        return RankBar(
            province,
            observation,
            None if self.ranking.is_ranked else target,
            when=self._when(observation, None, reason),
            reason=apart(observation.figure, reason, self.phrases),
        )

    def _reference_fits(self, country: Observation) -> bool:
        """Return whether the country's figure can stand beside the bars without dwarfing them."""
        if country.figure.amount is None or self.edition is not None:
            return False
        numbers = [row.observation.figure.number for row in self.ranking.groups[0].rows]
        return country.figure.number <= max(numbers, default=Decimal(0)) * _DWARFING

    def _when(self, observation: Observation, group: Group | None, reason: str = "") -> str:
        """Return when and how firm, where that is not said of all, and the letter of the note."""
        figure, season, parts = observation.figure, group.season if group else None, []
        if group is None or group.edition is None:
            whole = season is not None and season.start.month == season.end.month - 11
            if season is None or figure.period.end.year != season.end.year or not whole:
                parts.append(self.phrases.period(figure.period))
        if figure.status not in (None, reason):
            parts.append(self.phrases.say(f"status.{figure.status}"))
        parts.append(self.notes.mark(*self.phrases.notes(figure)))
        return " ".join(filter(None, parts))

    def _lists(self) -> Iterator[RankList]:
        """Yield what is said under the bars: the country, what is listed, who is silent."""
        ranking, say, country = self.ranking, self.phrases.say, self.ranking.reference
        if ranking.is_ranked and country is not None and not self._reference_fits(country):
            name, text = self.phrases.province(NATIONAL), dated_text(country, self.phrases)
            yield RankList(name, text, f"{name} {text}")
        for entries in self._by_reason():
            if self._is_drawn(entries):
                continue
            label = say(f"reason.{entries[0].reason}")
            names = say("chart.rank.more", n=len(entries))
            if len(entries) <= _DRAWN:
                texts = [
                    f"{unbroken(self.phrases.province(entry.province))} "
                    f"{dated_text(entry.observation, self.phrases)}"
                    for entry in entries
                ]
                names = "; ".join(texts)
            yield RankList(label, names, say("chart.counted", label=label, n=len(entries)))
        writer = RankWriter(ranking, self.phrases, Citations(self.phrases, "none"))
        for remark in writer.silent_remarks():
            names = ", ".join(map(unbroken, remark.lines[0].split(", ")))
            yield RankList(remark.label, names, remark.label)

    def sources(self) -> Iterator[str]:
        """Yield every page whose number is drawn or said."""
        ranking = self.ranking
        for row in self.bars:
            yield from row.observation.sources
            yield from row.target.sources if row.target is not None else ()
        if ranking.is_ranked and ranking.reference is not None:
            yield from ranking.reference.sources
        for entries in self._by_reason():
            if len(entries) <= _DRAWN and not self._is_drawn(entries):
                for entry in entries:
                    yield from entry.observation.sources


def _edition_without_scores(ranking: Ranking) -> Edition | None:
    """Return the edition of a ranking whose places are known better than its scores, if any."""
    group = ranking.groups[0] if ranking.groups else None
    if group is None or group.edition is None or not group.ranked:
        return None
    scored = sum(row.observation.figure.amount is not None for row in group.rows)
    return group.edition if 2 * scored < len(group.rows) else None
