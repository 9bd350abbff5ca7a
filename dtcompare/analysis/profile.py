"""Everything known about one province, and everything behind one of its figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from dtcompare.analysis.comparability import SeriesKey, series_key_of
from dtcompare.analysis.coverage import reporters
from dtcompare.analysis.gaps import Assessment, assess
from dtcompare.analysis.groups import Group, Row
from dtcompare.analysis.observations import Observation, collect_observations, latest
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import Figure, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.rows import column

__all__ = [
    "ENOUGH_FOR_A_PLACE",
    "Detail",
    "IndicatorProfile",
    "Profile",
    "ProfileRow",
    "Relative",
    "detail",
    "profile",
    "relatives_of",
]

ENOUGH_FOR_A_PLACE = 5


class ProfileRow(Struct, frozen=True):
    """A figure of the province; ``standing`` only among five or more comparable provinces.

    ``peers`` are the other provinces' figures that compare with it, the one ahead first; none of
    an extensive count or an index, and none where they were not asked for. ``latest`` tells whether
    none of the province's own is later on the same footing.
    """

    observation: Observation
    rank_interval: RankInterval | None = None
    peers: tuple[Observation, ...] = ()
    latest: bool = True


class IndicatorProfile(Struct, frozen=True):
    """What the province reports and aims at for one indicator, the newest figure first."""

    indicator: str
    rows: tuple[ProfileRow, ...]
    assessments: tuple[Assessment, ...]


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
    def empty(self) -> bool:
        """Whether nothing at all is known."""
        return not self.indicators and not self.rankings


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
        """Whether no line stands behind it."""
        return not (self.figures or self.targets or self.relatives)


def profile(dataset: Dataset, province: str, *, as_of: date, peers: bool = True) -> Profile:
    """Everything known about ``province`` by ``as_of``. Raises KeyError for an unknown id.

    Without ``peers`` the figures of others are looked at one indicator at a time, and let go of.
    """
    here = dataset.province(province)
    found = [
        (indicator, _of_indicator(dataset, indicator, lines, province, as_of, peers=peers))
        for indicator, lines in dataset.lines_about(province)
    ]
    reported = {indicator.id for indicator, part in found if part.rows}
    known = [(indicator, part) for indicator, part in found if part.rows or part.assessments]
    return Profile(
        province=province,
        as_of=as_of,
        indicators=tuple(part for indicator, part in known if not indicator.unit.ranked),
        rankings=tuple(part for indicator, part in known if indicator.unit.ranked),
        predecessors=relatives_of(dataset, province, as_of),
        successor=_relative(dataset, here.into, as_of) if here.into else None,
        elsewhere=tuple(_elsewhere(dataset, reported, as_of)),
    )


def _of_indicator(
    dataset: Dataset,
    indicator: Indicator,
    lines: Lines,
    province: str,
    as_of: date,
    *,
    peers: bool,
) -> IndicatorProfile:
    """One indicator's part of the profile, of the province's own lines; empty without any."""
    observations = _newest_first(collect_observations(lines.figures, indicator, dataset, as_of))
    newest = _latest_figures(observations, indicator)
    fields = FIELDS(dataset, indicator) if not peers else None
    if fields is not None:
        rows = tuple(
            ProfileRow(
                observation,
                place_in(fields, observation, indicator),
                (),
                observation.figure in newest,
            )
            for observation in observations
        )
    else:
        groups = _groups_with(dataset, indicator, province, as_of) if observations else {}
        rows = tuple(
            _row(
                observation,
                groups.get(observation.figure),
                latest=observation.figure in newest,
                peers=peers,
            )
            for observation in observations
        )
    aims = [target for target in lines.targets if target.reject is None]
    ended = dataset.province(province).ended(as_of)
    assessed = assess(aims, observations, indicator, as_of, ended=ended)
    return IndicatorProfile(indicator.id, rows, assessed)


_MAP = {}


class Stored(Struct, array_like=True):
    basis: str | None
    method: str | None
    era: int
    start: date
    end: date
    keys: memoryview
    lows: memoryview
    highs: memoryview


def FIELDS(dataset, indicator):
    """Prototype: the sorted fields of a large data set, mapped."""
    import mmap
    import os

    from msgspec import msgpack

    path = os.environ.get("FIELDS")
    if not path:
        return None
    if not _MAP:
        with open(path, "rb") as file:
            _MAP.update(
                msgpack.decode(
                    mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), type=dict[str, memoryview]
                )
            )
        _MAP[""] = msgpack.Decoder(list[Stored]).decode
    return _MAP[""](_MAP[indicator.id])


def place_in(fields, observation, indicator):
    from bisect import bisect_right

    figure = observation.figure
    if figure.scope or not figure.period.stated:
        return None
    lower = indicator.better == "lower"
    era, end = indicator.era(figure.period.end), figure.period.end
    for f in fields:
        if (
            f.basis == figure.basis
            and f.method == figure.method
            and f.era == era
            and f.start <= end <= f.end
        ):
            keys = f.keys.cast("d")
            n = len(keys)
            if n < ENOUGH_FOR_A_PLACE:
                return None
            key, low, high = _floats(observation, lower)
            rank = n - bisect_right(keys, key) + 1
            if not f.lows:
                return RankInterval(rank, rank, rank, n)
            surely = n - bisect_right(f.lows.cast("d"), high)
            possibly = n - bisect_right(f.highs.cast("d"), low) - (high > low)
            return RankInterval(rank, min(surely + 1, rank), max(possibly + 1, rank), n)
    return None


def _floats(observation, lower):
    number = float(observation.figure.number)
    assert observation.figure.word == "value"
    number = -number if lower else number
    return number, number, number


def _newest_first(observations: Iterable[Observation]) -> list[Observation]:
    """Whole-province figures before those of a part; within them the newest first."""
    ordered = sorted(
        observations, key=lambda observation: observation.figure.period.recency, reverse=True
    )
    return sorted(ordered, key=lambda observation: bool(observation.figure.scope))


def _latest_figures(observations: Iterable[Observation], indicator: Indicator) -> set[Figure]:
    """The latest figure on every footing."""
    found: dict[SeriesKey, list[Observation]] = {}
    for observation in observations:
        found.setdefault(series_key_of(observation, indicator), []).append(observation)
    return {last.figure for own in found.values() if (last := latest(own))}


def _groups_with(
    dataset: Dataset, indicator: Indicator, province: str, as_of: date
) -> dict[Figure, tuple[Group, Row]]:
    """The group in which each of the province's figures compares with others', and its row."""
    if indicator.unit.extensive or indicator.unit.ranked or indicator.better == "none":
        return {}
    rows = [
        (group, group.rows[place])
        for group in comparable_groups(dataset, indicator, as_of)
        for place, id in enumerate(column(group.rows, "province"))
        if id == province
    ]
    return {row.observation.figure: (group, row) for group, row in rows}


def _row(
    observation: Observation, found: tuple[Group, Row] | None, *, latest: bool, peers: bool
) -> ProfileRow:
    """A figure with its standing and the figures it compares with."""
    if found is None:
        return ProfileRow(observation, latest=latest)
    group, own = found
    return ProfileRow(
        observation,
        own.rank_interval if len(group.rows) >= ENOUGH_FOR_A_PLACE else None,
        tuple(row.observation for row in group.rows if row is not own) if peers else (),
        latest,
    )


def relatives_of(dataset: Dataset, province: str, as_of: date) -> tuple[Relative, ...]:
    """The provinces that ``province`` was formed from, with how much is known about each."""
    return tuple(_relative(dataset, id, as_of) for id in dataset.province(province).formed_from)


def _relative(dataset: Dataset, province: str, as_of: date) -> Relative:
    """How much is known about a predecessor or successor."""
    count, places = 0, []
    for indicator, lines in dataset.lines_about(province):
        observations = collect_observations(lines.figures, indicator, dataset, as_of)
        count += len(observations)
        placed = [
            observation for observation in observations if observation.figure.place is not None
        ]
        if placed and indicator.unit.ranked:
            places.append((indicator.id, _newest_first(placed)[0]))
    return Relative(province, count, tuple(places))


def _elsewhere(dataset: Dataset, reported: set[str], as_of: date) -> Iterable[tuple[str, int]]:
    """Indicators outside ``reported`` with the number of provinces of the day that report them."""
    others = [id for id in dataset.catalogue.indicators if id not in reported]
    for id, provinces in reporters(dataset, others, as_of):
        if provinces:
            yield id, len(provinces)


def detail(dataset: Dataset, province: str, indicator: str, *, as_of: date) -> Detail:
    """Everything behind one number. Raises KeyError for an unknown province or indicator."""
    measured, lines = dataset.indicator(indicator), dataset.lines_of(indicator)
    here, own = dataset.province(province), lines.of(province)
    observations = collect_observations(own.figures, measured, dataset, as_of)
    aims = [target for target in own.targets if target.reject is None]
    return Detail(
        province=province,
        indicator=indicator,
        as_of=as_of,
        figures=_oldest_first(own.figures),
        observations=observations,
        targets=tuple(own.targets),
        assessments=assess(aims, observations, measured, as_of, ended=here.ended(as_of)),
        group=_group_of(comparable_groups(dataset, measured, as_of), province),
        relatives=_oldest_first(lines.of(*here.formed_from).figures),
    )


def _oldest_first(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: figure.period.recency))


def _group_of(groups: Sequence[Group], province: str) -> Group | None:
    return next((g for g in groups if province in column(g.rows, "province")), None)
