"""Who is ahead: the groups of figures that compare, ranked, and all others with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from dtcompare.analysis.arrangement import (
    NO_PICKS,
    Picks,
    arrange,
    arrange_listed,
    cut_list,
    is_shown,
)
from dtcompare.analysis.comparability import (
    Reason,
    SeriesKey,
    borders_reason,
    exclusion_reason,
    series_key_of,
    series_key_order,
)
from dtcompare.analysis.editions import edition_groups
from dtcompare.analysis.gaps import Assessment, current_assessment, targets_by_province
from dtcompare.analysis.groups import ENOUGH, Excluded, Group, RankedRow, season_groups
from dtcompare.analysis.observations import Observation, collect_observations, group_by, latest
from dtcompare.analysis.per_capita import rate
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, UNRANKED_STATUSES, Figure, Scope, Target
from dtcompare.model.indicator import Indicator
from dtcompare.text import sort_key

Entry = TypeVar("Entry", RankedRow, Excluded)


class Alternative(Struct, frozen=True):
    """A related indicator that can be ranked, with its first group."""

    indicator: str
    group: Group


class Ranking(Struct, frozen=True):
    """The answer to ``rank INDICATOR``.

    ``day`` is the day whose provinces are ranked. ``existing`` counts them all, ``reporting`` those
    with a figure that basis, method and scope pick; ``not_reported`` names those without any figure
    (of the period asked for) and ``targets_only`` those of them that have a target. ``reference``
    is the whole country's figure, ``reference_target`` its own target beside it. ``cut`` counts the
    listed figures that ``picks.top`` leaves out where nothing is ranked.
    With ``picks.per`` rows hold rates, and ``counts`` the figures behind them by file and row.
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
    cut: int = 0

    @property
    def is_ranked(self) -> bool:
        """Tell whether any group is ranked."""
        return any(group.ranked for group in self.groups)

    @property
    def empty(self) -> bool:
        """Tell whether there is no figure at all to show."""
        return not any(group.rows for group in self.groups) and not self.listed


def rank(dataset: Dataset, indicator: str, *, as_of: date, picks: Picks = NO_PICKS) -> Ranking:
    """Return the ranking of ``indicator`` among the provinces that exist on the day in question.

    That day is the end of ``picks.period``, or ``as_of`` if that is earlier or no period is asked
    for. Only whole-province figures of one basis, method, season and side of a break share a
    group; a group of fewer than three is shown without places. Places are standard competition
    ranks ("1224"); those of a published index are the published ones.

    Raises KeyError for an indicator that the catalogue lacks.
    """
    measured, lines = dataset.indicator(indicator), dataset.lines_of(indicator)
    period = picks.period
    timely = [figure for figure in lines.figures if period is None or figure.period.within(period)]
    day = _day(dataset, timely, as_of, picks)
    known = collect_observations(timely, measured, dataset, as_of)
    counted = [one for one in known if _is_picked(one.figure, picks)]
    observations, undivided = _rates(counted, dataset, day, picks.per)
    groups, listed = _sort_out(observations, measured, dataset, day, picks)
    reference = _reference(observations, groups, measured)
    targets = targets_by_province(lines, dataset, as_of) if picks.per is None else {}
    with_target = partial(_with_target, targets, measured, dataset, as_of)
    existing = {province.id for province in dataset.register.existing(day)}
    silent = _silent(known, dataset, day, picks)
    shown = [
        arrange(group, measured, dataset, picks) for group in _with_targets(groups, with_target)
    ]
    others = arrange_listed(map(with_target, listed + undivided), measured, dataset, picks)
    all_listed = len(others)
    if picks.top is not None and not any(group.ranked for group in groups):
        shown, others = cut_list(shown, others, picks.top)
    return Ranking(
        indicator=indicator,
        as_of=as_of,
        day=day,
        picks=picks,
        groups=tuple(shown),
        listed=others,
        cut=all_listed - len(others),
        not_reported=silent,
        targets_only=tuple(id for id in silent if id in targets),
        reporting=len(existing.intersection(one.figure.province for one in counted)),
        existing=len(existing),
        reference=reference,
        counts={(one.figure.file, one.figure.row): one for one in counted} if picks.per else {},
        reference_target=current_assessment(targets.get(NATIONAL, ()), [reference], measured, as_of)
        if reference
        else None,
        instead=() if any(g.ranked for g in groups) else _instead(dataset, measured, as_of),
    )


def _silent(
    known: Iterable[Observation], dataset: Dataset, day: date, picks: Picks
) -> tuple[str, ...]:
    """Return the provinces of the day without any figure that the filters on rows keep, by name."""
    reporting = {observation.figure.province for observation in known}
    silent = [p for p in dataset.register.existing(day) if p.id not in reporting]
    silent.sort(key=lambda province: sort_key(province.name))
    return tuple(province.id for province in silent if is_shown(province.id, dataset, picks))


def _rates(
    observations: list[Observation], dataset: Dataset, day: date, per: str | None
) -> tuple[list[Observation], list[Excluded]]:
    """Divide by people or area; return also those of the day's provinces that cannot be divided."""
    if per is None:
        return observations, []
    divided: list[Observation] = []
    left: dict[str, list[Observation]] = {}
    for observation in observations:
        if observation.figure.province == NATIONAL or observation.figure.scope:
            continue
        province = dataset.province(observation.figure.province)
        quotient = rate(observation, province, per)
        if quotient is not None:
            divided.append(quotient)
        elif province.exists(day):
            left.setdefault(province.id, []).append(observation)
    return divided, [Excluded(id, _newest(own), "no_divisor") for id, own in left.items()]


def _day(dataset: Dataset, figures: Iterable[Figure], as_of: date, picks: Picks) -> date:
    """Return the day whose provinces are ranked; ``figures`` lie in the period asked for.

    The end of that period, or its start where the index published in it still counts the provinces
    of that day.
    """
    if picks.period is None:
        return as_of
    editions = {figure.place.of for figure in figures if figure.place and figure.reject is None}
    start, end = min(as_of, picks.period.start), min(as_of, picks.period.end)
    return start if editions == {dataset.register.count(start)} else end


def _is_picked(figure: Figure, picks: Picks) -> bool:
    """Tell whether the filters on basis, method and scope keep a figure."""
    return (
        picks.basis in (None, figure.basis)
        and picks.method in (None, figure.method)
        and (picks.scope is None or _has_scope(figure.scope, *picks.scope))
    )


def _has_scope(scope: Scope, key: str, name: str | None) -> bool:
    return any(key == part and name in (None, place.en, place.vi) for part, place in scope)


def _sort_out(
    observations: Sequence[Observation],
    indicator: Indicator,
    dataset: Dataset,
    day: date,
    picks: Picks,
) -> tuple[list[Group], list[Excluded]]:
    """Return groups of the provinces' figures that compare, and the others with their reasons."""
    own = [one for one in observations if one.figure.province != NATIONAL]
    if picks.list_all:
        rows = tuple(RankedRow(one.figure.province, one) for one in own)
        everything = Group(ranked=False, series_key=SeriesKey(None, None, 0), rows=rows)
        return [everything] if rows else [], []
    fit, unfit = _exclude(own, indicator, dataset, day, picks)
    if indicator.unit.ranked:
        groups, rest = edition_groups(fit, indicator, dataset, day)
    else:
        groups, rest = season_groups(fit, indicator)
    if any(group.ranked for group in groups):
        return groups, rest + unfit
    unfit.sort(key=lambda e: (sort_key(dataset.province(e.province).name), e.reason))
    for entry in unfit:
        if entry.reason in _WHOLE:
            row = RankedRow(entry.province, entry.observation)
            series_key = series_key_of(entry.observation, indicator)
            groups.append(Group(ranked=False, series_key=series_key, rows=(row,)))
    groups.sort(key=lambda group: series_key_order(group.series_key, indicator))
    return groups, rest + [entry for entry in unfit if entry.reason not in _WHOLE]


def _exclude(
    observations: Iterable[Observation],
    indicator: Indicator,
    dataset: Dataset,
    day: date,
    picks: Picks,
) -> tuple[list[Observation], list[Excluded]]:
    """Return the figures that compare, and the newest of each province's others by reason."""
    fit: list[Observation] = []
    unfit: dict[tuple[str, Reason, SeriesKey], list[Observation]] = {}
    away: dict[str, Reason | None] = {}
    for observation in observations:
        province = observation.figure.province
        if province not in away:
            away[province] = borders_reason(dataset.province(province), day)
        reason = away[province]
        if reason is None and observation.figure.scope and picks.scope is None:
            reason = "scope"
        if reason is None:
            reason = exclusion_reason(observation, indicator, dataset)
        if reason is None:
            fit.append(observation)
        else:
            key = (province, reason, series_key_of(observation, indicator))
            unfit.setdefault(key, []).append(observation)
    return fit, [Excluded(id, _newest(own), reason) for (id, reason, _), own in unfit.items()]


def _newest(observations: Iterable[Observation]) -> Observation:
    """Return the observation of the latest period; of one edition the place before the score."""
    return max(
        observations, key=lambda one: (one.figure.period.recency, one.figure.place is not None)
    )


# Reasons that keep a figure of a whole province of the day out of a ranking, but in the one list
# of all figures that is the answer where nothing can be ranked.
_WHOLE: frozenset[Reason] = frozenset(
    {"period_too_long", "period_unstated", "basis_unstated", "method_unstated", "own_method"}
)


def _with_target(
    targets: Mapping[str, Sequence[Target]],
    indicator: Indicator,
    dataset: Dataset,
    as_of: date,
    entry: Entry,
) -> Entry:
    """Return a row or excluded figure beside the province's current target."""
    own = targets.get(entry.province)
    if own is None:
        return entry
    observations = [entry.observation]
    if (
        isinstance(entry, RankedRow)
        and entry.place is not None
        and entry.place != entry.observation
    ):
        observations.append(entry.place)
    ended = dataset.province(entry.province).ended(as_of)
    current = current_assessment(own, observations, indicator, as_of, ended=ended)
    return replace(entry, target=current)


def _with_targets(
    groups: Iterable[Group], with_target: Callable[[RankedRow], RankedRow]
) -> Iterator[Group]:
    """Yield the groups with targets, each beside the province's newest figure of a series alone."""
    shown: dict[SeriesKey, set[str]] = {}
    for group in groups:
        seen = shown.setdefault(group.series_key, set())
        rows = [row if row.province in seen else with_target(row) for row in group.rows]
        yield replace(group, rows=tuple(rows))
        seen.update(row.province for row in rows)


def _reference(
    observations: Iterable[Observation], groups: Sequence[Group], indicator: Indicator
) -> Observation | None:
    """Return the country's latest figure of the first group's series, else of any series."""
    fit = [one for one in observations if _is_reference(one.figure)]
    series = group_by(fit, lambda one: series_key_of(one, indicator))
    if groups and (groups[0].ranked or groups[0].series_key in series):
        return latest(series.get(groups[0].series_key, ()))
    first = min(series, key=lambda key: series_key_order(key, indicator), default=None)
    return latest(series[first]) if first else None


def _is_reference(figure: Figure) -> bool:
    """Tell whether a figure is one of the whole country that provinces may be seen beside."""
    sound = figure.period.stated and figure.status not in UNRANKED_STATUSES
    return figure.province == NATIONAL and not figure.scope and sound


def _instead(dataset: Dataset, indicator: Indicator, as_of: date) -> tuple[Alternative, ...]:
    """Return the related indicators of which a group can be ranked."""
    alternatives = []
    for related in indicator.related:
        measured = dataset.indicator(related)
        groups = comparable_groups(dataset, measured, as_of)
        if groups and groups[0].ranked and groups[0].size >= ENOUGH:
            first = arrange(groups[0], measured, dataset, NO_PICKS)
            alternatives.append(Alternative(related, first))
    return tuple(alternatives)


def comparable_groups(dataset: Dataset, indicator: Indicator, as_of: date) -> list[Group]:
    """Return the groups of today's provinces that ``rank`` shows without any filter."""
    figures = dataset.lines_of(indicator.id).figures
    known = collect_observations(figures, indicator, dataset, as_of)
    return _sort_out(known, indicator, dataset, as_of, NO_PICKS)[0]
