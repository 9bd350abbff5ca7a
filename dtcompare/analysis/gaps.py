"""How far from the targets: a verdict for every target line, and the pace it would need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.observations import (
    Observation,
    collect_observations,
    interval_of,
    is_unstated,
    latest,
)
from dtcompare.analysis.pace import Pace, pace
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import (
    NATIONAL,
    UNRANKED_STATUSES,
    Figure,
    Interval,
    Line,
    Target,
)
from dtcompare.model.indicator import Indicator
from dtcompare.text import sort_key

__all__ = [
    "JUDGED",
    "VERDICTS",
    "Assessment",
    "GapRow",
    "Gaps",
    "assess",
    "current_assessment",
    "gaps",
    "targets_by_province",
]

JUDGED = ("short", "unclear", "met")
VERDICTS = (*JUDGED, "other_basis", "basis_unstated", "no_figure", "ended")


class Assessment(Struct, frozen=True):
    """A target held against a figure.

    ``gap`` is positive while something is still to go, in the indicator's unit (places for a
    place), from the printed numbers; ``gap_low`` and ``gap_high`` are what it may be, None without
    bound. ``days_left`` is negative once the deadline has passed. ``reaches`` tells whether the
    figure's period reaches the deadline, so that a passed target is settled. ``instead`` is what
    the province reports where no figure is on the target's footing; ``sources`` are all pages that
    state the target.
    """

    target: Target
    verdict: str
    due: str
    days_left: int
    observation: Observation | None = None
    gap: Decimal | None = None
    gap_low: Decimal | None = None
    gap_high: Decimal | None = None
    current: bool = False
    reaches: bool = False
    pace: Pace | None = None
    instead: tuple[Observation, ...] = ()
    sources: tuple[str, ...] = ()


class GapRow(Struct, frozen=True):
    """One target of one province (``province`` may be "national"), judged."""

    province: str
    indicator: str
    assessment: Assessment


class Gaps(Struct, frozen=True):
    """The answer to ``gap``: judged rows first, then by deadline, indicator and name.

    ``against`` is "national" where the country's targets were held against provinces, else None;
    such rows are the judged ones, and ``unjudged`` counts the others. ``parts`` counts the targets
    for less than the whole province, which are left out unless asked for; the country's once.
    """

    as_of: date
    province: str | None
    indicator: str | None
    against: str | None
    rows: tuple[GapRow, ...]
    parts: int = 0
    unjudged: int = 0


def gaps(
    dataset: Dataset,
    *,
    as_of: date,
    province: str | None = None,
    indicator: str | None = None,
    against: str | None = None,
    parts: bool = False,
) -> Gaps:
    """Every target of one province, of one indicator, or of all provinces that exist on ``as_of``.

    With ``against="national"`` the whole country's targets are held against the provinces'
    figures and, unless a province is named, its own. A former province is judged only when named.
    ``parts`` takes in targets for less than the whole province. Raises KeyError for an unknown id.
    """
    if province is not None:
        asked = (province if province == NATIONAL else dataset.province(province).id,)
    else:
        country = (NATIONAL,) if against else ()
        asked = (*(p.id for p in dataset.register.existing(as_of)), *country)
    rows = [
        row
        for measured, lines in _lines_asked(dataset, province, indicator, against)
        for row in _indicator_rows(dataset, measured, lines, asked, as_of, against)
    ]
    order = {name: place for place, name in enumerate(dataset.catalogue.indicators)}
    rows.sort(key=lambda row: _name_key(row.province, dataset))
    rows.sort(key=lambda row: (*_urgency(row.assessment), order[row.indicator]))
    whole = rows if parts else [row for row in rows if not row.assessment.target.scope]
    shown = [row for row in whole if against is None or row.assessment.verdict in JUDGED]
    return Gaps(
        as_of=as_of,
        province=province,
        indicator=indicator,
        against=against,
        rows=tuple(shown),
        parts=0 if parts else _parts(rows),
        unjudged=len(whole) - len(shown),
    )


def _parts(rows: Iterable[GapRow]) -> int:
    """How many targets for less than a whole province there are."""
    scoped = [row.assessment.target for row in rows if row.assessment.target.scope]
    return len({(target.province, target) for target in scoped})


def _name_key(province: str, dataset: Dataset) -> tuple[bool, object]:
    """Sorts by name in the Vietnamese alphabet, the country last."""
    national = province == NATIONAL
    return (national, sort_key("" if national else dataset.province(province).name))


def _urgency(assessment: Assessment) -> tuple[bool, date]:
    """Sorts judged targets first, then by deadline."""
    return (assessment.verdict not in JUDGED, assessment.target.by.end)


def _lines_asked(
    dataset: Dataset, province: str | None, indicator: str | None, against: str | None
) -> Iterable[tuple[Indicator, Lines]]:
    """The lines of one indicator, else those of one province with the targets it is held against.

    All lines where neither is named.
    """
    if indicator:
        yield dataset.indicator(indicator), dataset.lines_of(indicator)
    elif province is None:
        yield from dataset.all_lines()
    elif not against:
        yield from dataset.lines_about(province)
    else:
        own, country = dataset.lines_about(province), dataset.lines_about(NATIONAL)
        for (measured, lines), (_, aims) in zip(own, country, strict=True):
            yield measured, replace(lines, targets=aims.targets)


def _indicator_rows(
    dataset: Dataset,
    indicator: Indicator,
    lines: Lines,
    asked: Sequence[str],
    as_of: date,
    against: str | None,
) -> Iterable[GapRow]:
    """The rows of one indicator, in the order of the provinces asked about."""
    targets = targets_by_province(lines)
    figures: dict[str, list[Figure]] = {id: [] for id in asked}
    for figure in lines.figures:
        if figure.province in figures:
            figures[figure.province].append(figure)
    for id in asked:
        aims = targets.get(NATIONAL if against else id, ())
        if not aims or (against and not figures[id]):
            continue
        observations = collect_observations(figures[id], indicator, dataset, as_of)
        ended = id != NATIONAL and dataset.province(id).ended(as_of)
        for assessment in assess(aims, observations, indicator, as_of, ended=ended):
            yield GapRow(id, indicator.id, assessment)


def targets_by_province(lines: Lines) -> Mapping[str, Sequence[Target]]:
    """The targets of an indicator that are not rejected, by province."""
    targets: dict[str, list[Target]] = {}
    for target in lines.targets:
        if target.reject is None:
            targets.setdefault(target.province, []).append(target)
    return targets


def assess(
    targets: Iterable[Target],
    observations: Sequence[Observation],
    indicator: Indicator,
    as_of: date,
    *,
    ended: bool = False,
) -> tuple[Assessment, ...]:
    """One province's targets of one indicator held against its figures, one or more rows each.

    A target that names no method is held against the latest figure of every method, one row
    each; where those rows disagree the verdict of all is "unclear". ``ended``: the province has.
    Lines that state the same target are one, with all their sources. The soonest open target is
    marked current, else the last that passed.
    """
    assessed = [
        replace(row, sources=sources)
        for target, sources in _merged(targets, indicator)
        for row in _agreed(_held_against(target, observations, indicator, as_of))
    ]
    if ended:
        assessed = [
            row if row.verdict == "met" else replace(row, verdict="ended") for row in assessed
        ]
    aims = {row.target.by.end for row in assessed if not row.target.scope}
    soonest = min((day for day in aims if day >= as_of), default=max(aims, default=None))
    return tuple(
        replace(row, current=True) if row.target.by.end == soonest and not row.target.scope else row
        for row in assessed
    )


def _merged(
    targets: Iterable[Target], indicator: Indicator
) -> Iterable[tuple[Target, tuple[str, ...]]]:
    """Every target once, with its pages.

    Of lines with one number the preferred stands, else the narrowest, else the first.
    """
    keyed: dict[tuple[object, ...], list[Target]] = {}
    for target in targets:
        of = target.place.of if target.place is not None else None
        day, every = target.by.end, target.every
        aim = (target.number, target.amount is None, of)
        key = (target.basis, target.method, target.scope, day, every, *aim)
        keyed.setdefault(key, []).append(target)
    for lines in keyed.values():
        spans = [interval_of(line, indicator.unit) for line in lines]
        best = min(range(len(lines)), key=lambda i: (not lines[i].prefer, spans[i].width, i))
        pairs = zip(lines, spans, strict=True)
        sources = [lines[best].source, *(t.source for t, span in pairs if span.meets(spans[best]))]
        yield lines[best], tuple(dict.fromkeys(sources))


def current_assessment(
    targets: Iterable[Target],
    observations: Sequence[Observation],
    indicator: Indicator,
    as_of: date,
    *,
    ended: bool = False,
) -> Assessment | None:
    """The current one of a province's targets held against ``reports``; None without one.

    Of several that fall due together, the first that these figures can judge.
    """
    rows = [
        row for row in assess(targets, observations, indicator, as_of, ended=ended) if row.current
    ]
    return min(rows, key=lambda row: row.observation is None, default=None)


def _held_against(
    target: Target, observations: Sequence[Observation], indicator: Indicator, as_of: date
) -> list[Assessment]:
    """The target held against the latest figure on its footing, for every method it admits."""
    usable = [r for r in observations if r.figure.status not in UNRANKED_STATUSES]
    same_scope = [r for r in usable if r.figure.scope == target.scope]
    fitting = [r for r in same_scope if _fits(target, r.figure)]
    if not fitting:
        return [_unassessed(target, usable, same_scope, as_of)]
    by_method: dict[str | None, list[Observation]] = {}
    for observation in fitting:
        by_method.setdefault(observation.figure.method, []).append(observation)
    newest = [last for found in by_method.values() if (last := latest(found))]
    return [
        _assessed(target, observation, by_method[observation.figure.method], indicator, as_of)
        for observation in newest
    ]


def _fits(target: Target, figure: Figure) -> bool:
    """Whether the figure is of the target's kind, basis and method, all of them stated."""
    if target.place is not None:
        if figure.place is None or figure.place.of != target.place.of:
            return False
    elif figure.amount is None:
        return False
    if is_unstated(target.basis) or target.basis != figure.basis:
        return False
    free = target.method is None or is_unstated(target.method)
    return free or target.method == figure.method


def _unassessed(
    target: Target, usable: Sequence[Observation], same_scope: Sequence[Observation], as_of: date
) -> Assessment:
    """The target with the reason why no figure can be held against it."""
    if not usable:
        verdict = "no_figure"
    elif is_unstated(target.basis):
        verdict = "basis_unstated"
    elif not same_scope:
        verdict = "no_figure"
    elif all(is_unstated(observation.figure.basis) for observation in same_scope):
        verdict = "basis_unstated"
    else:
        verdict = "other_basis"
    return replace(_bare(target, as_of), verdict=verdict, instead=_newest_of_each(usable))


def _newest_of_each(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The latest report on every footing."""
    found: dict[tuple[object, ...], list[Observation]] = {}
    for observation in observations:
        figure = observation.figure
        found.setdefault((figure.basis, figure.method, figure.scope), []).append(observation)
    return tuple(last for same in found.values() if (last := latest(same)))


def _bare(target: Target, as_of: date) -> Assessment:
    days = (target.by.end - as_of).days
    return Assessment(target, "no_figure", "open" if days >= 0 else "passed", days)


def _assessed(
    target: Target,
    observation: Observation,
    series: Sequence[Observation],
    indicator: Indicator,
    as_of: date,
) -> Assessment:
    """The verdict and the gap of a figure that is on the target's footing."""
    figure = observation.figure
    downward = _is_downward(target, indicator)
    if target.place is not None and figure.place is not None:
        series = [_place_alone(observation) for observation in series]
        number, actual = Decimal(figure.place.number), figure.place.interval
        goal, aim = Decimal(target.place.number), target.place.interval
    else:
        number, actual = _printed(figure, downward=downward), observation.interval
        goal, aim = _printed(target, downward=downward), interval_of(target, indicator.unit)
    accepted = _accepted(target, aim, goal, downward=downward)
    exact = aim if target.word in ("about", "nearly", "between") else Interval(goal, goal)
    low, high = (actual, exact) if downward else (exact, actual)
    gap = number - goal if downward else goal - number
    bare = _bare(target, as_of)
    verdict = _verdict(actual, accepted)
    return replace(
        bare,
        verdict=verdict,
        observation=observation,
        gap=gap,
        gap_low=_minus(low.low, high.high),
        gap_high=_minus(low.high, high.low),
        reaches=figure.period.stated and figure.period.end >= target.by.end,
        pace=None
        if verdict == "met" or target.every is not None
        else pace(gap, observation, series, target.by.end, as_of, indicator, downward=downward),
    )


def _printed(line: Line, *, downward: bool) -> Decimal:
    """The printed number; of a between the end that is less good."""
    upper = line.amount.upper if line.amount is not None else None
    return upper if downward and upper is not None else line.number


def _place_alone(observation: Observation) -> Observation:
    """The report without its score, so that its number is the place."""
    figure = replace(observation.figure, amount=None)
    assert figure.place is not None
    return replace(observation, figure=figure, interval=figure.place.interval)


def _minus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _is_downward(target: Target, indicator: Indicator) -> bool:
    """Whether the target is reached by going down: a place, a ceiling, or lower is better."""
    if target.place is not None or target.word == "at_most":
        return True
    return indicator.better == "lower" and target.word not in ("over", "at_least")


def _accepted(target: Target, aim: Interval, goal: Decimal, *, downward: bool) -> Interval:
    """The numbers that satisfy the target.

    A value means at least (at most, downward); about, nearly and between are satisfied from the
    near end of what they may mean.
    """
    ranged = target.word in ("about", "nearly", "between")
    if downward:
        return Interval(None, aim.high if ranged else goal, high_open=ranged and aim.high_open)
    return Interval(aim.low if ranged else goal, None, low_open=target.word == "over")


def _verdict(actual: Interval, accepted: Interval) -> str:
    if actual.inside(accepted):
        return "met"
    return "unclear" if actual.meets(accepted) else "short"


def _agreed(rows: list[Assessment]) -> list[Assessment]:
    """The rows of one target; "unclear" for all where the methods disagree."""
    if len({row.verdict for row in rows}) <= 1:
        return rows
    return [replace(row, verdict="unclear") for row in rows]
