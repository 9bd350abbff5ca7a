"""Everything known about one province, and everything behind one of its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct

from dtcompare.analysis.comparability import series_key_of
from dtcompare.analysis.distributions import find_places
from dtcompare.analysis.editions import newest_edition, places_by_edition, published
from dtcompare.analysis.gaps import Assessment, assess, assess_targets, targets_by_province
from dtcompare.analysis.groups import Group
from dtcompare.analysis.observations import (
    Observation,
    collect_observations,
    known_lines,
    latest_by,
)
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.analysis.reporting import pick_figure, reporters
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Figure, Target
from dtcompare.model.indicator import Indicator


class ProfileRow(Struct, frozen=True):
    """A figure of the province; ``rank_interval`` only among five or more comparable provinces.

    ``peers`` are the other provinces' figures that compare with it, the one ahead first; none of
    an extensive count or an index, and none where they were not asked for. ``latest`` tells whether
    none of the province's own is later in its series.
    """

    observation: Observation
    rank_interval: RankInterval | None = None
    peers: tuple[Observation, ...] = ()
    latest: bool = True


class IndicatorProfile(Struct, frozen=True):
    """What the province reports and targets of one indicator, the newest figure first.

    ``foremost`` is the row that stands for it: the figure that ``reporting`` shows, of an index
    the place and the score of the newest edition. None without a figure. ``part`` tells that it is
    a part of an index.
    """

    indicator: str
    rows: tuple[ProfileRow, ...]
    assessments: tuple[Assessment, ...]
    foremost: ProfileRow | None = None
    part: bool = False

    @property
    def place(self) -> RankInterval | None:
        """Return the foremost figure's place, worked out or published; None without one."""
        if self.foremost is None:
            return None
        return self.foremost.rank_interval or published(self.foremost.observation)

    @property
    def target(self) -> Assessment | None:
        """Return the current target for the whole province; None without one."""
        return next((one for one in self.assessments if one.current), None)

    @property
    def placed(self) -> bool:
        """Tell whether a published place is among the figures."""
        return any(row.observation.figure.place is not None for row in self.rows)


class Relative(Struct, frozen=True):
    """A predecessor or successor with the number of its own figures and its latest places."""

    province: str
    figures: int
    places: tuple[tuple[str, Observation], ...]


class Profile(Struct, frozen=True):
    """The answer to ``show PROVINCE``.

    ``indicators`` hold what is measured, ``rankings`` the published indices. ``elsewhere`` counts,
    for each indicator this province does not report, the provinces of today that do.
    """

    province: str
    as_of: date
    indicators: tuple[IndicatorProfile, ...]
    rankings: tuple[IndicatorProfile, ...]
    predecessors: tuple[Relative, ...]
    successor: Relative | None
    elsewhere: tuple[tuple[str, int], ...]

    @property
    def parts(self) -> tuple[IndicatorProfile, ...]:
        """Return what is measured, then the published indices."""
        return (*self.indicators, *self.rankings)

    @property
    def reported(self) -> list[IndicatorProfile]:
        """Return those of which there is a figure, be it for a part of the province."""
        return [part for part in self.parts if part.rows]

    @property
    def ahead(self) -> list[IndicatorProfile]:
        """Return those in which it is surely in the first third, the best first; no parts."""
        found = self._places()
        first = [(part, place) for part, place in found if place.worst * 3 <= place.of]
        return [part for part, _ in sorted(first, key=lambda pair: _standing(pair[1]))]

    @property
    def behind(self) -> list[IndicatorProfile]:
        """Return those in which it is surely in the last third, the worst first; no parts."""
        found = self._places()
        last = [(part, place) for part, place in found if place.best * 3 > place.of * 2]
        return [part for part, _ in sorted(last, key=lambda pair: -_standing(pair[1]))]

    def _places(self) -> list[tuple[IndicatorProfile, RankInterval]]:
        """Return its places, those in parts of an index left out."""
        return [
            (part, part.place) for part in self.parts if part.place is not None and not part.part
        ]

    @property
    def assessments(self) -> list[Assessment]:
        """Return every target, judged."""
        return list(chain.from_iterable(part.assessments for part in self.parts))

    @property
    def targets(self) -> list[Assessment]:
        """Return the targets for the whole province, judged."""
        return [one for one in self.assessments if not one.target.scope]

    @property
    def empty(self) -> bool:
        """Tell whether nothing at all is known."""
        return not self.indicators and not self.rankings


def _standing(place: RankInterval) -> float:
    """Return where among the others a place is: towards 0 for the first, 1 for the last."""
    return place.rank / place.of


class Detail(Struct, frozen=True):
    """The answer to ``show PROVINCE INDICATOR``: all lines, rejected ones too, oldest first.

    ``group`` is the first group that has the province, ranked or not, None where none has it;
    ``relatives`` are the lines of predecessors, which are never counted as the province's own.
    """

    province: str
    indicator: str
    as_of: date
    figures: tuple[Figure, ...]
    observations: Sequence[Observation]
    targets: tuple[Target, ...]
    assessments: tuple[Assessment, ...]
    group: Group | None
    relatives: tuple[Figure, ...]

    @property
    def empty(self) -> bool:
        """Tell whether no line stands behind it."""
        return not (self.figures or self.targets or self.relatives)


def profile(dataset: Dataset, province: str, *, as_of: date, peers: bool = True) -> Profile:
    """Return everything known about ``province`` by ``as_of``. Raises KeyError for an unknown id.

    ``province`` may be "national": the country has no place among its provinces. The figures of
    others that compare are gathered only where ``peers`` are asked for.
    """
    here = None if province == NATIONAL else dataset.province(province)
    ended = here is not None and here.ended(as_of)
    indicators: list[IndicatorProfile] = []
    rankings: list[IndicatorProfile] = []
    reported: set[str] = set()
    for indicator, lines in dataset.lines_about(province):
        own = _newest_first(collect_observations(lines.figures, indicator, dataset, as_of))
        rows = tuple(_rows(dataset, indicator, own, as_of, peers=peers))
        targets = targets_by_province(lines, dataset, as_of).get(province, ())
        assessed = assess_targets(targets, own, indicator, as_of, ended=ended)
        if rows:
            reported.add(indicator.id)
        if rows or assessed:
            kind = rankings if indicator.unit.ranked else indicators
            foremost = _foremost(dataset, indicator, rows, as_of) if rows else None
            part = indicator.part_of is not None
            kind.append(IndicatorProfile(indicator.id, rows, assessed, foremost, part))
    others = [id for id in dataset.catalogue.indicators if id not in reported]
    elsewhere = [(id, len(own)) for id, own in reporters(dataset, others, as_of) if own]
    return Profile(
        province=province,
        as_of=as_of,
        indicators=tuple(indicators),
        rankings=tuple(rankings),
        predecessors=relatives_of(dataset, province, as_of),
        successor=_relative(dataset, here.into, as_of) if here and here.into else None,
        elsewhere=tuple(elsewhere),
    )


def _rows(
    dataset: Dataset, indicator: Indicator, own: Sequence[Observation], as_of: date, *, peers: bool
) -> Iterator[ProfileRow]:
    """Yield one province's figures of an indicator with their places, in their order."""
    latest = latest_by(own, lambda observation: series_key_of(observation, indicator))
    country = any(observation.figure.province == NATIONAL for observation in own)
    places = {} if country else find_places(dataset, indicator, own, as_of)
    others = _peers(dataset, indicator, own, as_of) if peers and own else {}
    for observation in own:
        figure = observation.figure
        is_latest = latest[series_key_of(observation, indicator)] is observation
        yield ProfileRow(observation, places.get(figure), others.get(figure, ()), is_latest)


def _foremost(
    dataset: Dataset, indicator: Indicator, rows: Sequence[ProfileRow], as_of: date
) -> ProfileRow:
    """Return the row that stands for an indicator, of one or more."""
    observations = [row.observation for row in rows]
    if indicator.unit.ranked:
        editions = places_by_edition(observations, indicator, dataset)
        newest = newest_edition(editions, indicator, dataset, as_of)
        if newest is not None:
            return ProfileRow(editions[newest])
    picked = pick_figure(observations, indicator, dataset)
    return next(row for row in rows if row.observation is picked)


def _newest_first(observations: Iterable[Observation]) -> list[Observation]:
    """Sort whole-province figures before those of a part; within them the newest first."""
    ordered = sorted(observations, key=lambda one: one.figure.period.recency, reverse=True)
    return sorted(ordered, key=lambda one: bool(one.figure.scope))


def _peers(
    dataset: Dataset, indicator: Indicator, own: Sequence[Observation], as_of: date
) -> dict[Figure, tuple[Observation, ...]]:
    """Return the others' figures that compare with each of one province's, the one ahead first.

    None of an extensive count or an index.
    """
    if indicator.unit.extensive or indicator.unit.ranked or indicator.better == "none":
        return {}
    figures = {observation.figure for observation in own}
    peers: dict[Figure, tuple[Observation, ...]] = {}
    for group in comparable_groups(dataset, indicator, as_of):
        for row in group.rows:
            if row.observation.figure in figures:
                others = tuple(other.observation for other in group.rows if other is not row)
                peers[row.observation.figure] = others
    return peers


def relatives_of(dataset: Dataset, province: str, as_of: date) -> tuple[Relative, ...]:
    """Return the provinces that ``province`` was formed from, with how much is known of each."""
    if province == NATIONAL:
        return ()
    return tuple(_relative(dataset, id, as_of) for id in dataset.province(province).formed_from)


def _relative(dataset: Dataset, province: str, as_of: date) -> Relative:
    """Return how much is known about a predecessor or successor."""
    count, places = 0, []
    for indicator, lines in dataset.lines_about(province):
        observations = collect_observations(lines.figures, indicator, dataset, as_of)
        count += len(observations)
        placed = [one for one in observations if one.figure.place is not None]
        if placed and indicator.unit.ranked:
            places.append((indicator.id, _newest_first(placed)[0]))
    return Relative(province, count, tuple(places))


def detail(dataset: Dataset, province: str, indicator: str, *, as_of: date) -> Detail:
    """Return everything behind one number. Raises KeyError for an unknown province or indicator.

    ``province`` may be "national".
    """
    measured, lines = dataset.indicator(indicator), dataset.lines_of(indicator)
    formed_from = () if province == NATIONAL else dataset.province(province).formed_from
    own = lines.of(province)
    relatives = lines.of(*formed_from).figures
    groups = comparable_groups(dataset, measured, as_of)
    own_groups = [group for group in groups if any(row.province == province for row in group.rows)]
    return Detail(
        province=province,
        indicator=indicator,
        as_of=as_of,
        figures=_oldest_first(known_lines(own.figures, dataset, as_of)),
        observations=collect_observations(own.figures, measured, dataset, as_of),
        targets=tuple(known_lines(own.targets, dataset, as_of)),
        assessments=assess(dataset, measured, province, own, as_of),
        group=own_groups[0] if own_groups else None,
        relatives=_oldest_first(known_lines(relatives, dataset, as_of)),
    )


def _oldest_first(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Sort figures by their periods."""
    return tuple(sorted(figures, key=lambda figure: figure.period.recency))
