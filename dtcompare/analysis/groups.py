"""Comparable figures cut into seasons: which groups can be ranked, and what is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from dtcompare.analysis.comparability import Reason, SeriesKey, series_key_of, series_key_order
from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation, group_by, latest_by
from dtcompare.analysis.places import RankInterval, rank_intervals
from dtcompare.model.indicator import Indicator

ENOUGH = 3  # a ranking needs three provinces


class Window(NamedTuple):
    """First and last day of a season."""

    start: date
    end: date


class Edition(Struct, frozen=True):
    """One publication of an index: its period as written, and of how many provinces."""

    period: str
    of: int


class RankedRow(Struct, frozen=True):
    """A province in a group; ``rank_interval`` is None where the group is not ranked.

    In an edition of an index ``place`` holds the published place and ``observation`` the score, or
    the place again where no score is known.
    """

    province: str
    observation: Observation
    rank_interval: RankInterval | None = None
    place: Observation | None = None
    target: Assessment | None = None


class Group(Struct, frozen=True):
    """Comparable figures of one season (or of one edition), the one ahead first.

    ``unseen`` are the rows that filters on what is shown took out.
    """

    ranked: bool
    series_key: SeriesKey
    rows: Sequence[RankedRow]
    season: Window | None = None
    edition: Edition | None = None
    unseen: Sequence[RankedRow] = ()

    @property
    def hidden(self) -> int:
        """Return how many rows are not shown."""
        return len(self.unseen)

    @property
    def size(self) -> int:
        """Return how many rows there are, shown or not."""
        return len(self.rows) + len(self.unseen)

    @property
    def placed(self) -> int:
        """Return how many of them have a place, be it "top 10"."""
        return sum(1 for row in (*self.rows, *self.unseen) if row.rank_interval or row.place)

    @property
    def covered(self) -> Window | None:
        """Return the stretch that all its figures speak of: their period where it is one.

        Else the season, from the first day that any of them speaks of.
        """
        if self.season is None:
            return None
        periods = {row.observation.figure.period for row in (*self.rows, *self.unseen)}
        stretches = {Window(period.start, period.end) for period in periods if period.stated}
        if len(stretches) == 1:
            return stretches.pop()
        return Window(min([self.season.start, *(one.start for one in stretches)]), self.season.end)

    @property
    def has_place(self) -> bool:
        """Tell whether a published place of any province is known, "top 10" being none."""
        return any(row.place and row.rank_interval for row in (*self.rows, *self.unseen))

    @property
    def published(self) -> bool:
        """Tell whether places are the published ones; else, in an edition too, figures decide."""
        return any(row.place for row in (*self.rows, *self.unseen))

    @property
    def shared(self) -> frozenset[int]:
        """Return the places that several rows hold, be they shown or not."""
        counts = Counter(
            row.rank_interval.rank for row in (*self.rows, *self.unseen) if row.rank_interval
        )
        return frozenset(place for place, count in counts.items() if count > 1)


class Excluded(Struct, frozen=True):
    """A figure that is shown and not ranked, with the code of the reason.

    ``score`` stands beside a published place where another line gives it.
    """

    province: str
    observation: Observation
    reason: Reason
    target: Assessment | None = None
    score: Observation | None = None


def season_groups(
    observations: Iterable[Observation], indicator: Indicator
) -> tuple[list[Group], list[Excluded]]:
    """Return the groups of comparable figures, and the figures that fall into no ranked group.

    With a group of three or more, only such groups are returned (the newest season first, then
    the larger) and the rest is listed with its reason; with none, every group, unranked, in the
    catalogue's order of bases. A province shows its latest figure of a season; an older season
    repeats it only where that season is ranked.
    """
    series = group_by(observations, lambda one: series_key_of(one, indicator))
    groups: list[Group] = []
    for series_key, members in series.items():
        groups += _season_groups(series_key, members, indicator)
    ranked = [group for group in groups if group.ranked]
    if not ranked:
        groups.sort(key=lambda group: (series_key_order(group.series_key, indicator), _age(group)))
        return groups, []
    ranked.sort(key=lambda g: (_age(g), -len(g.rows), series_key_order(g.series_key, indicator)))
    main = list(dict.fromkeys(group.series_key for group in ranked))
    rest: list[Excluded] = []
    for group in groups:
        if not group.ranked:
            reason = difference(group.series_key, main)
            rest += [Excluded(row.province, row.observation, reason) for row in group.rows]
    return ranked, rest


def cut_seasons(
    observations: Sequence[Observation], indicator: Indicator
) -> Iterator[tuple[Window, list[Observation]]]:
    """Yield the windows cut back from the newest period end with their figures, newest first."""
    season = indicator.season
    ends = {observation.figure.period.end for observation in observations}
    newest = max(ends)
    back = {end: season.index(newest, end) for end in ends}
    windows = group_by(observations, lambda one: back[one.figure.period.end])
    for index in sorted(windows):
        yield Window(*season.window(newest, index)), windows[index]


def _season_groups(
    series_key: SeriesKey, observations: Sequence[Observation], indicator: Indicator
) -> Iterator[Group]:
    """Yield the groups of one series, the newest window first."""
    shown: set[str] = set()
    for window, members in cut_seasons(observations, indicator):
        chosen = latest_by(members, lambda one: one.figure.province)
        if len(chosen) >= ENOUGH and indicator.better != "none":
            rows = ranked_rows(chosen.values(), indicator)
            yield Group(ranked=True, series_key=series_key, rows=rows, season=window)
        elif rows := tuple(RankedRow(id, chosen[id]) for id in chosen if id not in shown):
            yield Group(ranked=False, series_key=series_key, rows=rows, season=window)
        shown.update(chosen)


def ranked_rows(observations: Iterable[Observation], indicator: Indicator) -> tuple[RankedRow, ...]:
    """Return a row a figure with its place, the one ahead first."""
    own = list(observations)
    places = rank_intervals(own, lower_is_better=indicator.better == "lower")
    rows = [
        RankedRow(one.figure.province, one, place) for one, place in zip(own, places, strict=True)
    ]
    return tuple(sorted(rows, key=row_order))


def row_order(row: RankedRow) -> tuple[int, int]:
    """Sort the rows of a ranked group: by place, then those of a "top n", then a score alone."""
    if row.rank_interval is not None:
        return (0, row.rank_interval.rank)
    published = row.place.figure.place if row.place is not None else None
    return (1, published.number) if published is not None else (2, 0)


def _age(group: Group) -> int:
    """Sort the newest season first."""
    return -group.season.end.toordinal() if group.season else 0


# What keeps a figure out of a group, the least first.
_DIFFERENCES: tuple[Reason, ...] = (
    "other_season",
    "before_break",
    "other_method",
    "other_basis",
    "scope",
)


def difference(series_key: SeriesKey, ranked: Iterable[SeriesKey]) -> Reason:
    """Return what keeps a figure out of the ranked group nearest to it."""
    return min((_difference(series_key, main) for main in ranked), key=_DIFFERENCES.index)


def _difference(series_key: SeriesKey, main: SeriesKey) -> Reason:
    """Return the first part in which two series differ; after a break is another method."""
    if series_key.scope != main.scope:
        return "scope"
    if series_key.basis != main.basis:
        return "other_basis"
    if series_key.method != main.method or series_key.era > main.era:
        return "other_method"
    return "before_break" if series_key.era != main.era else "other_season"
