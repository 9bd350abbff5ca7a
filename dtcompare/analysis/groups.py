"""Figures on one footing cut into seasons: which groups can be ranked, and what is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter

from dtcompare.analysis.footing import Footing, footing_of, footing_order
from dtcompare.analysis.gaps import Judgement
from dtcompare.analysis.places import Standing, standings
from dtcompare.analysis.reports import Report, recency
from dtcompare.model.indicator import Indicator
from dtcompare.model.record import dataclass, replace

__all__ = [
    "ENOUGH",
    "Edition",
    "Group",
    "Listed",
    "Row",
    "Window",
    "difference",
    "row_order",
    "season_groups",
    "with_places",
]

ENOUGH = 3  # a ranking needs three provinces


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day of a season."""

    start: date
    end: date

    def __iter__(self) -> Iterator[date]:
        """Both days, in order."""
        yield self.start
        yield self.end


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication of an index: its period as written, and of how many provinces."""

    period: str
    of: int


@dataclass(frozen=True, slots=True)
class Row:
    """A province in a group; ``standing`` is None where the group is not ranked.

    In an edition of an index ``place`` holds the published place and ``report`` the score, or the
    place again where no score is known.
    """

    province: str
    report: Report
    standing: Standing | None = None
    place: Report | None = None
    target: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Figures on one footing in one season (or of one edition), the one ahead first.

    ``unseen`` are the rows that filters on what is shown took out.
    """

    ranked: bool
    footing: Footing
    rows: tuple[Row, ...]
    season: Window | None = None
    edition: Edition | None = None
    unseen: tuple[Row, ...] = ()

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
        return sum(1 for row in (*self.rows, *self.unseen) if row.standing or row.place)

    @property
    def published(self) -> bool:
        """Whether places are the published ones; else, in an edition too, they follow the figures.

        In an edition without any place they follow the scores.
        """
        return any(row.place for row in (*self.rows, *self.unseen))

    @property
    def shared(self) -> frozenset[int]:
        """The places that several rows hold, be they shown or not."""
        held = Counter(row.standing.rank for row in (*self.rows, *self.unseen) if row.standing)
        return frozenset(place for place, count in held.items() if count > 1)


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure that is shown and not ranked, with the code of the reason."""

    province: str
    report: Report
    reason: str
    target: Judgement | None = None


def season_groups(
    parts: Iterable[Sequence[Report]], indicator: Indicator
) -> tuple[list[Group], list[Listed]]:
    """The groups of comparable figures, and the figures that fall into no ranked group.

    ``parts`` are the figures apart by footing and period, as ``alike`` cuts them.
    With a group of three or more, only such groups are returned (the newest season first, then
    the larger) and the rest is listed with its reason; with none, every group, unranked, in the
    catalogue's order of bases. A province shows its latest figure of a season; an older season
    repeats it only where that season is ranked.
    """
    groups = [
        group
        for footing, members in _by_footing(parts, indicator).items()
        for group in _seasons(footing, members, indicator)
    ]
    ranked = [group for group in groups if group.ranked]
    if not ranked:
        return sorted(groups, key=lambda g: (footing_order(g.footing, indicator), _age(g))), []
    ranked.sort(key=lambda g: (_age(g), -len(g.rows), footing_order(g.footing, indicator)))
    footings = dict.fromkeys(group.footing for group in ranked)
    rest = [
        Listed(row.province, row.report, difference(group.footing, footings))
        for group in groups
        if not group.ranked
        for row in group.rows
    ]
    return ranked, rest


def _by_footing(
    parts: Iterable[Sequence[Report]], indicator: Indicator
) -> Mapping[Footing, Sequence[Sequence[Report]]]:
    found: dict[Footing, list[Sequence[Report]]] = {}
    for part in parts:
        found.setdefault(footing_of(part[0], indicator), []).append(part)
    return found


def _seasons(
    footing: Footing, parts: Sequence[Sequence[Report]], indicator: Indicator
) -> Iterable[Group]:
    """The groups of one footing, the newest window first."""
    season, newest = indicator.season, max(part[0].figure.period.end for part in parts)
    windows: dict[int, list[Sequence[Report]]] = {}
    for part in parts:
        windows.setdefault(season.index(newest, part[0].figure.period.end), []).append(part)
    shown: set[str] = set()
    for place in sorted(windows):
        chosen = _newest_each(windows[place])
        ranked = len(chosen) >= ENOUGH and indicator.better != "none"
        if ranked:
            rows = _placed(chosen, indicator)
        else:
            rows = [Row(id, report) for id, report in chosen.items() if id not in shown]
        shown.update(chosen)
        if rows:
            yield Group(ranked, footing, tuple(rows), Window(*season.window(newest, place)))


def _newest_each(parts: Iterable[Sequence[Report]]) -> Mapping[str, Report]:
    """The report of the latest period of each province."""
    chosen: dict[str, Report] = {}
    for part in sorted(parts, key=lambda part: recency(part[0]), reverse=True):
        for report in part:
            chosen.setdefault(report.figure.province, report)
    return chosen


def _placed(reports: Mapping[str, Report], indicator: Indicator) -> Sequence[Row]:
    """A row a report with its standing, the one ahead first."""
    places = standings(list(reports.values()), lower_is_better=indicator.better == "lower")
    rows = list(map(Row, reports, reports.values(), places))
    rows.sort(key=attrgetter("standing.rank"))
    return rows


def with_places(group: Group, indicator: Indicator) -> Group:
    """The group with a standing in every row, computed from the figures; the one ahead first."""
    places = standings(
        [row.report for row in group.rows], lower_is_better=indicator.better == "lower"
    )
    rows = [replace(row, standing=place) for row, place in zip(group.rows, places, strict=True)]
    return replace(group, ranked=True, rows=tuple(sorted(rows, key=row_order)))


def row_order(row: Row) -> tuple[int, int]:
    """Sorts the rows of a ranked group: by place, then those of a "top n", then a score alone."""
    if row.standing is not None:
        return (0, row.standing.rank)
    place = row.place.figure.place if row.place is not None else None
    return (1, place.number) if place is not None else (2, 0)


def _age(group: Group) -> int:
    """Sorts the newest season first."""
    return -group.season.end.toordinal() if group.season else 0


# What keeps a figure out of a group, the least first.
_DIFFERENCES = ("other_season", "before_break", "other_method", "other_basis", "scope")


def difference(footing: Footing, ranked: Iterable[Footing]) -> str:
    """What keeps a figure out of the ranked group nearest to it."""
    return min((_apart(footing, main) for main in ranked), key=_DIFFERENCES.index)


def _apart(footing: Footing, main: Footing) -> str:
    """The first part in which two footings differ; what came after a break is another method."""
    if footing.scope != main.scope:
        return "scope"
    if footing.basis != main.basis:
        return "other_basis"
    if footing.method != main.method or footing.era > main.era:
        return "other_method"
    return "before_break" if footing.era != main.era else "other_season"
