"""Figures on one footing cut into seasons: which groups can be ranked, and what is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import SeriesKey, series_key_of, series_key_order
from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation, provinces_of, recency
from dtcompare.analysis.places import RankInterval, rank_intervals
from dtcompare.model.indicator import Indicator
from dtcompare.model.rows import Rows, column, taken

__all__ = [
    "ENOUGH",
    "Edition",
    "Excluded",
    "Group",
    "Row",
    "Window",
    "difference",
    "row_order",
    "row_orders",
    "season_groups",
    "with_places",
]

ENOUGH = 3  # a ranking needs three provinces


class Window(Struct, frozen=True):
    """First and last day of a season."""

    start: date
    end: date

    def __iter__(self) -> Iterator[date]:
        """Both days, in order."""
        yield self.start
        yield self.end


class Edition(Struct, frozen=True):
    """One publication of an index: its period as written, and of how many provinces."""

    period: str
    of: int


class Row(Struct, frozen=True):
    """A province in a group; ``standing`` is None where the group is not ranked.

    In an edition of an index ``place`` holds the published place and ``report`` the score, or the
    place again where no score is known.
    """

    province: str
    observation: Observation
    rank_interval: RankInterval | None = None
    place: Observation | None = None
    target: Assessment | None = None


class Group(Struct, frozen=True):
    """Figures on one footing in one season (or of one edition), the one ahead first.

    ``unseen`` are the rows that filters on what is shown took out.
    """

    ranked: bool
    series_key: SeriesKey
    rows: Sequence[Row]
    season: Window | None = None
    edition: Edition | None = None
    unseen: Sequence[Row] = ()

    @property
    def hidden(self) -> int:
        """How many rows are not shown."""
        return len(self.unseen)

    @property
    def size(self) -> int:
        """How many rows there are, shown or not."""
        return len(self.rows) + len(self.unseen)

    @property
    def placed(self) -> int:
        """How many of them have a place, be it "top 10"."""
        both = zip(self._all("rank_interval"), self._all("place"), strict=True)
        return sum(1 for rank_interval, place in both if rank_interval or place)

    @property
    def published(self) -> bool:
        """Whether places are the published ones; else, in an edition too, they follow the figures.

        In an edition without any place they follow the scores.
        """
        return any(self._all("place"))

    @property
    def shared(self) -> frozenset[int]:
        """The places that several rows hold, be they shown or not."""
        held = Counter(
            rank_interval.rank for rank_interval in self._all("rank_interval") if rank_interval
        )
        return frozenset(place for place, count in held.items() if count > 1)

    def _all(self, name: str) -> Iterable[Any]:
        """The values of a field of all rows, shown or not."""
        return chain(column(self.rows, name), column(self.unseen, name))


class Excluded(Struct, frozen=True):
    """A figure that is shown and not ranked, with the code of the reason."""

    province: str
    observation: Observation
    reason: str
    target: Assessment | None = None


def season_groups(
    observations: Sequence[Observation], parts: Iterable[Sequence[int]], indicator: Indicator
) -> tuple[list[Group], list[Excluded]]:
    """The groups of comparable figures, and the figures that fall into no ranked group.

    ``parts`` are the places of the figures apart by footing and period, as ``alike`` cuts them.
    With a group of three or more, only such groups are returned (the newest season first, then
    the larger) and the rest is listed with its reason; with none, every group, unranked, in the
    catalogue's order of bases. A province shows its latest figure of a season; an older season
    repeats it only where that season is ranked.
    """
    groups = [
        group
        for series_key, members in _by_series_key(observations, parts, indicator).items()
        for group in _seasons(series_key, observations, members, indicator)
    ]
    ranked = [group for group in groups if group.ranked]
    if not ranked:
        return sorted(
            groups, key=lambda g: (series_key_order(g.series_key, indicator), _age(g))
        ), []
    ranked.sort(key=lambda g: (_age(g), -len(g.rows), series_key_order(g.series_key, indicator)))
    series_keys = dict.fromkeys(group.series_key for group in ranked)
    rest = [
        Excluded(row.province, row.observation, difference(group.series_key, series_keys))
        for group in groups
        if not group.ranked
        for row in group.rows
    ]
    return ranked, rest


def _by_series_key(
    observations: Sequence[Observation], parts: Iterable[Sequence[int]], indicator: Indicator
) -> Mapping[SeriesKey, Sequence[Sequence[int]]]:
    found: dict[SeriesKey, list[Sequence[int]]] = {}
    for part in parts:
        found.setdefault(series_key_of(observations[part[0]], indicator), []).append(part)
    return found


def _seasons(
    series_key: SeriesKey,
    observations: Sequence[Observation],
    parts: Sequence[Sequence[int]],
    indicator: Indicator,
) -> Iterable[Group]:
    """The groups of one footing, the newest window first."""
    ends = [observations[part[0]].figure.period.end for part in parts]
    season, newest = indicator.season, max(ends)
    windows: dict[int, list[Sequence[int]]] = {}
    for part, end in zip(parts, ends, strict=True):
        windows.setdefault(season.index(newest, end), []).append(part)
    shown: set[str] = set()
    for place in sorted(windows):
        chosen = _newest_each(observations, windows[place])
        provinces = provinces_of(chosen)
        ranked = len(chosen) >= ENOUGH and indicator.better != "none"
        rows: Sequence[Row]
        if ranked:
            rows = _placed(chosen, indicator)
        else:
            both = zip(provinces, chosen, strict=True)
            rows = tuple(Row(id, observation) for id, observation in both if id not in shown)
        shown.update(provinces)
        if rows:
            yield Group(ranked, series_key, rows, Window(*season.window(newest, place)))


def _newest_each(
    observations: Sequence[Observation], parts: Sequence[Sequence[int]]
) -> Sequence[Observation]:
    """The report of the latest period of each province, the first of those; in their order."""
    if len(parts) == 1:
        only = taken(observations, parts[0])
        if len(set(provinces_of(only))) == len(only):
            return only
    provinces = provinces_of(observations)
    age = {place: recency(observations[part[0]]) for part in parts for place in part}
    chosen: dict[str, int] = {}
    for place in sorted(age):
        if age[place] > age[chosen.setdefault(provinces[place], place)]:
            chosen[provinces[place]] = place
    return taken(observations, tuple(chosen.values()))


def _placed(observations: Sequence[Observation], indicator: Indicator) -> Sequence[Row]:
    """A row a report with its standing, the one ahead first."""
    places = rank_intervals(observations, lower_is_better=indicator.better == "lower")
    ranks = column(places, "rank")
    none = (None,) * len(places)
    rows = Rows(Row, provinces_of(observations), observations, places, none, none)
    return rows.take(sorted(range(len(ranks)), key=ranks.__getitem__))


def with_places(group: Group, indicator: Indicator) -> Group:
    """The group with a standing in every row, computed from the figures; the one ahead first."""
    places = rank_intervals(
        [row.observation for row in group.rows], lower_is_better=indicator.better == "lower"
    )
    rows = [
        replace(row, rank_interval=place) for row, place in zip(group.rows, places, strict=True)
    ]
    return replace(group, ranked=True, rows=tuple(sorted(rows, key=row_order)))


def row_order(row: Row) -> tuple[int, int]:
    """Sorts the rows of a ranked group: by place, then those of a "top n", then a score alone."""
    return _order(row.rank_interval, row.place)


def row_orders(rows: Sequence[Row]) -> Sequence[tuple[int, int]]:
    """The same of each row."""
    return list(map(_order, column(rows, "rank_interval"), column(rows, "place")))


def _order(rank_interval: RankInterval | None, place: Observation | None) -> tuple[int, int]:
    if rank_interval is not None:
        return (0, rank_interval.rank)
    published = place.figure.place if place is not None else None
    return (1, published.number) if published is not None else (2, 0)


def _age(group: Group) -> int:
    """Sorts the newest season first."""
    return -group.season.end.toordinal() if group.season else 0


# What keeps a figure out of a group, the least first.
_DIFFERENCES = ("other_season", "before_break", "other_method", "other_basis", "scope")


def difference(series_key: SeriesKey, ranked: Iterable[SeriesKey]) -> str:
    """What keeps a figure out of the ranked group nearest to it."""
    return min((_apart(series_key, main) for main in ranked), key=_DIFFERENCES.index)


def _apart(series_key: SeriesKey, main: SeriesKey) -> str:
    """The first part in which two footings differ; what came after a break is another method."""
    if series_key.scope != main.scope:
        return "scope"
    if series_key.basis != main.basis:
        return "other_basis"
    if series_key.method != main.method or series_key.era > main.era:
        return "other_method"
    return "before_break" if series_key.era != main.era else "other_season"
