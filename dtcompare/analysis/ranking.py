"""Who is ahead: the groups of figures that compare, ranked, and all others with the reason."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, groupby, islice
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from dtcompare.analysis.comparability import (
    REASONS,
    SeriesKey,
    alike,
    borders_reason,
    exclusion_reason,
    series_key_of,
    series_key_order,
)
from dtcompare.analysis.editions import edition_groups
from dtcompare.analysis.gaps import Assessment, current_assessment, targets_by_province
from dtcompare.analysis.groups import Excluded, Group, Row, row_orders, season_groups
from dtcompare.analysis.observations import Observation, collect_observations, latest, provinces_of
from dtcompare.analysis.per_capita import rate
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, UNRANKED_STATUSES, Figure, Scope, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.memo import Memo
from dtcompare.model.period import Period
from dtcompare.model.rows import column, taken
from dtcompare.text import sort_key

__all__ = ["NO_PICKS", "SORTS", "Alternative", "Picks", "Ranking", "comparable_groups", "rank"]

SORTS = ("value", "name", "region")

Entry = TypeVar("Entry", Row, Excluded)


class Picks(Struct, frozen=True):
    """What the reader asked for; None or empty: no filter.

    ``period``, ``basis``, ``method`` and ``scope`` (key and name, name None for any) choose
    figures. ``only`` (province ids), ``region`` and ``top`` (rows a group) choose which rows are
    shown and ``sort`` their order; none of these four changes a place. ``list_all`` lists every
    figure and ranks none. ``per`` is people or area: an extensive count is divided by it.
    """

    period: Period | None = None
    basis: str | None = None
    method: str | None = None
    scope: tuple[str, str | None] | None = None
    only: tuple[str, ...] = ()
    region: str | None = None
    sort: str | None = None
    top: int | None = None
    list_all: bool = False
    per: str | None = None


NO_PICKS = Picks()


class Alternative(Struct, frozen=True):
    """A related indicator that can be ranked, with its first group."""

    indicator: str
    group: Group


class Ranking(Struct, frozen=True):
    """The answer to ``rank INDICATOR``.

    ``day`` is the day whose provinces are ranked. ``existing`` counts them all, ``reporting`` those
    with a figure that basis, method and scope pick; ``not_reported`` names those without any figure
    (of the period asked for) and ``targets_only`` those of them that have a target. ``reference``
    is the whole country's figure, ``reference_target`` its own target held against it.
    With ``picks.per`` rows hold rates, and ``counts`` the reports behind them by file and row.
    """

    indicator: str
    as_of: date
    day: date
    picks: Picks
    groups: tuple[Group, ...]
    listed: tuple[Excluded, ...]
    not_reported: tuple[str, ...]
    targets_only: tuple[str, ...]
    reporting: int
    existing: int
    reference: Observation | None = None
    reference_target: Assessment | None = None
    counts: Mapping[tuple[str, int], Observation] = field(default_factory=dict)
    instead: tuple[Alternative, ...] = ()

    @property
    def is_ranked(self) -> bool:
        """Whether any group is ranked."""
        return any(group.ranked for group in self.groups)

    @property
    def empty(self) -> bool:
        """Whether there is no figure at all to show."""
        return not any(group.rows for group in self.groups) and not self.listed


def rank(dataset: Dataset, indicator: str, *, as_of: date, picks: Picks = NO_PICKS) -> Ranking:
    """The ranking of ``indicator`` among the provinces that exist on the day in question.

    That day is the end of ``picks.period``, or ``as_of`` if that is earlier or no period is asked
    for. Only whole-province figures of one basis, method, season and side of a break share a
    group; a group of fewer than three is shown without places. Places are standard competition
    ranks ("1224"); those of a published index are the published ones.

    Raises KeyError for an indicator that the catalogue lacks.
    """
    measured = dataset.indicator(indicator)
    lines = dataset.lines_of(indicator)
    timely = _timely(lines.figures, picks.period)
    day = _day(dataset, timely, as_of, picks)
    known = collect_observations(timely, measured, dataset, as_of)
    counted = _picked(known, picks)
    observations, undivided = _rates(counted, dataset, day, picks.per)
    own, country = _parted(observations)
    groups, listed = _sorted_out(own, measured, dataset, day, picks)
    listed += undivided
    existing = [province.id for province in dataset.register.existing(day)]
    heard = set(provinces_of(known))
    silent = [id for id in existing if id not in heard and _is_shown(id, dataset, picks)]
    silent.sort(key=lambda id: sort_key(dataset.province(id).name))
    aims = targets_by_province(lines) if picks.per is None else {}
    aimed = partial(_aimed, aims, measured, dataset, as_of)
    reference = _reference(country, groups, measured)
    goals = aims.get(NATIONAL, ()) if reference else ()
    return Ranking(
        indicator=indicator,
        as_of=as_of,
        day=day,
        picks=picks,
        groups=tuple(
            _arranged(group, measured, dataset, picks)
            for group in (_aimed_groups(groups, aims, aimed) if aims else groups)
        ),
        listed=_arranged_list(map(aimed, listed), measured, dataset, picks),
        not_reported=tuple(silent),
        targets_only=tuple(id for id in silent if id in aims),
        reporting=len(set(provinces_of(counted)).intersection(existing)),
        existing=len(existing),
        reference=reference,
        counts={(r.figure.file, r.figure.row): r for r in counted} if picks.per else {},
        reference_target=current_assessment(goals, [reference], measured, as_of)
        if reference
        else None,
        instead=() if any(g.ranked for g in groups) else _instead(dataset, measured, as_of),
    )


def _parted(
    observations: Sequence[Observation],
) -> tuple[Sequence[Observation], Sequence[Observation]]:
    """The reports of provinces, and those of the whole country."""
    country = [place for place, id in enumerate(provinces_of(observations)) if id == NATIONAL]
    if not country:
        return observations, ()
    own = sorted(set(range(len(observations))).difference(country))
    return taken(observations, own), taken(observations, country)


def _rates(
    observations: Sequence[Observation], dataset: Dataset, day: date, per: str | None
) -> tuple[Sequence[Observation], list[Excluded]]:
    """The reports divided by people or area, and those of the day's provinces that cannot be."""
    if per is None:
        return observations, []
    divided: list[Observation] = []
    left: dict[str, list[Observation]] = {}
    for observation in observations:
        if observation.figure.province == NATIONAL or observation.figure.scope:
            continue
        province = dataset.province(observation.figure.province)
        found = rate(observation, province, per)
        if found is not None:
            divided.append(found)
        elif province.exists(day):
            left.setdefault(province.id, []).append(observation)
    return divided, [Excluded(id, _newest(found), "no_divisor") for id, found in left.items()]


def _day(dataset: Dataset, figures: Sequence[Figure], as_of: date, picks: Picks) -> date:
    """The day whose provinces are ranked; ``figures`` lie in the period asked for.

    The end of that period, or its start where the index published in it still counts the provinces
    of that day.
    """
    if picks.period is None:
        return as_of
    both = zip(column(figures, "place"), column(figures, "reject"), strict=True)
    editions = {place.of for place, reject in both if place is not None and reject is None}
    start, end = min(as_of, picks.period.start), min(as_of, picks.period.end)
    if editions == {len(dataset.register.existing(start))}:
        return start
    return end


def _timely(figures: Sequence[Figure], period: Period | None) -> Sequence[Figure]:
    """The figures that lie in the period asked for."""
    if period is None:
        return figures
    inside: Memo[Period, bool] = Memo(lambda own: own.within(period))
    own = inside.each(column(figures, "period"))
    return taken(figures, [place for place, within in enumerate(own) if within])


def _picked(observations: Sequence[Observation], picks: Picks) -> Sequence[Observation]:
    """The reports that the filters on basis, method and scope keep."""
    if not (picks.basis or picks.method or picks.scope):
        return observations
    figures = column(observations, "figure")
    columns = (column(figures, name) for name in ("basis", "method", "scope"))
    kept = [
        place
        for place, (basis, method, scope) in enumerate(zip(*columns, strict=True))
        if picks.basis in (None, basis)
        and picks.method in (None, method)
        and (picks.scope is None or _has_scope(scope, *picks.scope))
    ]
    return taken(observations, kept)


def _has_scope(scope: Scope, key: str, name: str | None) -> bool:
    return any(key == part and name in (None, place) for part, place in scope)


def _sorted_out(
    observations: Sequence[Observation],
    indicator: Indicator,
    dataset: Dataset,
    day: date,
    picks: Picks,
) -> tuple[list[Group], list[Excluded]]:
    """Groups of what compares, and all other figures with their reasons."""
    if picks.list_all:
        rows = tuple(Row(observation.figure.province, observation) for observation in observations)
        return (
            [Group(ranked=False, series_key=SeriesKey(None, None, 0), rows=rows)] if rows else []
        ), []
    provinces = provinces_of(observations)
    away = _away(set(provinces), dataset, day)
    fit: list[Sequence[int]] = []
    left: dict[int, str] = {}
    for part in alike(observations):
        reason = _reason(observations[part[0]], indicator, dataset, picks)
        if reason is None and not away:
            fit.append(part)
            continue
        whys = {place: away.get(provinces[place], reason) for place in part}
        kept = [place for place, why in whys.items() if why is None]
        if kept:
            fit.append(kept)
        left |= {place: why for place, why in whys.items() if why is not None}
    if indicator.unit.ranked:
        own = taken(observations, sorted(chain.from_iterable(fit)))
        groups, rest = edition_groups(own, indicator, dataset, day)
    else:
        groups, rest = season_groups(observations, fit, indicator)
    unfit: dict[tuple[str, str, SeriesKey], list[Observation]] = {}
    for place in sorted(left):
        key = (left[place], provinces[place], series_key_of(observations[place], indicator))
        unfit.setdefault(key, []).append(observations[place])
    newest = [Excluded(key[1], _newest(found), key[0]) for key, found in unfit.items()]
    if any(group.ranked for group in groups):
        return groups, rest + newest
    newest.sort(key=lambda e: (sort_key(dataset.province(e.province).name), e.reason))
    groups += [_alone(entry, indicator) for entry in newest if entry.reason in _WHOLE]
    groups.sort(key=lambda group: series_key_order(group.series_key, indicator))
    return groups, rest + [entry for entry in newest if entry.reason not in _WHOLE]


def _newest(observations: Sequence[Observation]) -> Observation:
    """The report of the latest period; of one edition the place before the score."""
    return max(observations, key=lambda r: (r.figure.period.recency, r.figure.place is not None))


# Reasons that keep a figure of a whole province of the day out of a ranking, but in the one list
# of all figures that is the answer where nothing can be ranked.
_WHOLE = frozenset(
    {"period_too_long", "period_unstated", "basis_unstated", "method_unstated", "own_method"}
)


def _alone(entry: Excluded, indicator: Indicator) -> Group:
    """A figure that compares with no other, as a group of its own."""
    row = Row(entry.province, entry.observation)
    return Group(ranked=False, series_key=series_key_of(entry.observation, indicator), rows=(row,))


def _away(provinces: Iterable[str], dataset: Dataset, day: date) -> Mapping[str, str]:
    """Of the provinces that do not exist on ``day`` the code of why they are not counted."""
    reasons = {id: borders_reason(dataset.province(id), day) for id in provinces}
    return {id: reason for id, reason in reasons.items() if reason is not None}


def _reason(
    observation: Observation, indicator: Indicator, dataset: Dataset, picks: Picks
) -> str | None:
    """The code of why a figure of a province of the day is not compared, or None."""
    if observation.figure.scope and picks.scope is None:
        return "scope"
    return exclusion_reason(observation, indicator, dataset.catalogue)


def _is_shown(province: str, dataset: Dataset, picks: Picks) -> bool:
    """Whether the filters on rows keep this province."""
    in_region = picks.region in (None, dataset.province(province).region)
    return in_region and (not picks.only or province in picks.only)


def _aimed(
    aims: Mapping[str, Sequence[Target]],
    indicator: Indicator,
    dataset: Dataset,
    as_of: date,
    entry: Entry,
) -> Entry:
    """A row or listed figure with the province's current target held against it."""
    own = aims.get(entry.province)
    if own is None:
        return entry
    observations = [entry.observation]
    if isinstance(entry, Row) and entry.place is not None and entry.place != entry.observation:
        observations.append(entry.place)
    ended = dataset.province(entry.province).ended(as_of)
    return replace(
        entry, target=current_assessment(own, observations, indicator, as_of, ended=ended)
    )


def _aimed_groups(
    groups: Iterable[Group], aims: Container[str], aimed: Callable[[Row], Row]
) -> Iterable[Group]:
    """The groups with targets, each beside the province's newest figure of a footing alone."""
    shown: dict[SeriesKey, set[str]] = {}
    for group in groups:
        seen = shown.setdefault(group.series_key, set())
        rows = tuple(
            row if row.province not in aims or row.province in seen else aimed(row)
            for row in group.rows
        )
        yield replace(group, rows=rows)
        seen.update(row.province for row in group.rows)


def _arranged(group: Group, indicator: Indicator, dataset: Dataset, picks: Picks) -> Group:
    """The rows that are shown, in the order asked for; where that decides nothing, by name."""
    rows, provinces = group.rows, column(group.rows, "province")
    places: Sequence[int] = range(len(rows))
    if picks.region or picks.only:
        places = [place for place in places if _is_shown(provinces[place], dataset, picks)]
    if group.ranked and picks.sort in (None, "value"):
        return _cut(group, list(islice(_by_place(rows, places, dataset), picks.top)))
    places = sorted(places, key=lambda place: sort_key(dataset.province(provinces[place]).name))
    if picks.sort == "region":
        regions = list(dataset.register.regions)
        places.sort(key=lambda place: _place(regions, dataset.province(provinces[place]).region))
    if picks.sort == "value":
        better = indicator.better != "lower"
        places.sort(key=lambda place: rows[place].observation.figure.number, reverse=better)
    if picks.list_all:
        series_keys = [series_key_of(row.observation, indicator) for row in rows]
        places.sort(key=lambda place: series_key_order(series_keys[place], indicator))
    return _cut(group, places[: picks.top])


def _cut(group: Group, places: Sequence[int]) -> Group:
    """The group with the rows at these places shown, and the others kept unseen."""
    kept = frozenset(places)
    unseen = [place for place in range(len(group.rows)) if place not in kept]
    shown = tuple(taken(group.rows, places))
    return replace(group, rows=shown, unseen=taken(group.rows, unseen) if unseen else ())


def _by_place(rows: Sequence[Row], places: Iterable[int], dataset: Dataset) -> Iterator[int]:
    """``places`` of rows that stand in order, those of equal rows by name."""
    orders, provinces = row_orders(rows), column(rows, "province")
    for _, sharing in groupby(places, key=orders.__getitem__):
        tied = list(sharing)
        if len(tied) > 1:
            tied.sort(key=lambda place: sort_key(dataset.province(provinces[place]).name))
        yield from tied


def _place(words: Sequence[str], word: str | None) -> int:
    return words.index(word) if word in words else len(words)


def _arranged_list(
    listed: Iterable[Excluded], indicator: Indicator, dataset: Dataset, picks: Picks
) -> tuple[Excluded, ...]:
    """What is listed under the ranking: by reason, then by basis and method, then by name."""
    kept = [entry for entry in listed if _is_shown(entry.province, dataset, picks)]
    kept.sort(
        key=lambda entry: (
            REASONS.index(entry.reason),
            series_key_order(series_key_of(entry.observation, indicator), indicator),
            sort_key(dataset.province(entry.province).name),
        )
    )
    return tuple(kept)


def _reference(
    observations: Iterable[Observation], groups: Sequence[Group], indicator: Indicator
) -> Observation | None:
    """Of the country's reports the latest on the footing of the first group, else on any."""
    country = [
        observation
        for observation in observations
        if not observation.figure.scope
        and observation.figure.period.stated
        and observation.figure.status not in UNRANKED_STATUSES
    ]
    if groups:
        same = [
            observation
            for observation in country
            if series_key_of(observation, indicator) == groups[0].series_key
        ]
        if same or groups[0].ranked:
            return latest(same)
    country.sort(
        key=lambda observation: series_key_order(series_key_of(observation, indicator), indicator)
    )
    first = next((series_key_of(observation, indicator) for observation in country), None)
    return latest(
        observation for observation in country if series_key_of(observation, indicator) == first
    )


def _instead(dataset: Dataset, indicator: Indicator, as_of: date) -> tuple[Alternative, ...]:
    """The related indicators of which a group can be ranked."""
    found = []
    for related in indicator.related:
        measured = dataset.indicator(related)
        groups = comparable_groups(dataset, measured, as_of)
        if groups and groups[0].ranked:
            first = _arranged(groups[0], measured, dataset, NO_PICKS)
            found.append(Alternative(related, first))
    return tuple(found)


def comparable_groups(dataset: Dataset, indicator: Indicator, as_of: date) -> list[Group]:
    """The groups of today's provinces that ``rank`` shows without any filter."""
    figures = dataset.lines_of(indicator.id).figures
    own, _ = _parted(collect_observations(figures, indicator, dataset, as_of))
    return _sorted_out(own, indicator, dataset, as_of, NO_PICKS)[0]
