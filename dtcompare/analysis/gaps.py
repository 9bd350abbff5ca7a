"""How far from the targets: a verdict for every target line, and the pace it would need."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import position
from dtcompare.analysis.observations import (
    Observation,
    best_line,
    collect_observations,
    group_by,
    interval_of,
    known_targets,
    latest,
    latest_by,
    place_alone,
    subtract,
)
from dtcompare.analysis.pace import Pace, pace
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import (
    NATIONAL,
    UNRANKED_STATUSES,
    UNSTATED_WORD,
    Figure,
    Interval,
    Line,
    Target,
)
from dtcompare.model.indicator import Indicator
from dtcompare.text import sort_key

# What a figure says of a target, then why none says anything.
Judged = Literal["short", "unclear", "met"]
Verdict = Literal[Judged, "other_basis", "basis_unstated", "no_figure", "ended"]
JUDGED: tuple[Judged, ...] = get_args(Judged)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Due = Literal["open", "passed"]
_RANGED = ("about", "nearly", "between")  # words whose interval has two ends


class Assessment(Struct, frozen=True):
    """A target beside the figure that it is compared with.

    ``gap`` is positive while something is still to go, in the indicator's unit (places for a
    place), from the printed numbers; ``gap_low`` and ``gap_high`` are what it may be, None without
    bound. ``days_left`` is negative once the deadline has passed. ``reaches`` tells whether the
    figure's period reaches the deadline, so that a passed target is settled. ``instead`` is what
    the province reports where no figure is of the target's kind; ``sources`` are all pages that
    state the target. ``other_methods`` hold the same target beside the newest figure by every other
    method that it admits.
    """

    target: Target
    verdict: Verdict
    due: Due
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
    other_methods: tuple[Assessment, ...] = ()

    @property
    def by_method(self) -> tuple[Assessment, ...]:
        """Return the target beside the newest figure by every method, this one first."""
        return (self, *self.other_methods)

    @property
    def disputed(self) -> bool:
        """Tell whether a figure by another method has another verdict."""
        return any(other.verdict != self.verdict for other in self.other_methods)


class GapRow(Struct, frozen=True):
    """One target of one province (``province`` may be "national"), judged."""

    province: str
    indicator: str
    assessment: Assessment


class Gaps(Struct, frozen=True):
    """The answer to ``gap``: judged rows first, then by deadline, indicator and name.

    ``against`` is "national" where provinces were compared with the country's targets, else None;
    such rows are the judged ones, and ``unjudged`` counts the others. ``parts`` counts the targets
    for less than the whole province, which are left out unless asked for; the country's once.
    ``totals`` counts the country's targets for a count, which are no single province's.
    """

    as_of: date
    province: str | None
    indicator: str | None
    against: str | None
    rows: tuple[GapRow, ...]
    parts: int = 0
    unjudged: int = 0
    totals: int = 0
    region: str | None = None


def gaps(
    dataset: Dataset,
    *,
    as_of: date,
    province: str | None = None,
    indicator: str | None = None,
    region: str | None = None,
    against: str | None = None,
    parts: bool = False,
) -> Gaps:
    """Judge the targets of one province, of one indicator, or of all provinces of ``as_of``.

    With ``region`` those of its provinces alone.

    With ``against="national"`` the provinces' figures and, unless a province is named, the
    country's own are compared with its targets; those for an extensive count with the country's
    figures alone. A former province is judged only when named.
    ``parts`` takes in targets for less than the whole province. Raises KeyError for an unknown id.
    """
    if province is not None:
        asked = [province if province == NATIONAL else dataset.province(province).id]
    else:
        existing = sorted(dataset.register.existing(as_of), key=lambda one: sort_key(one.name))
        asked = [one.id for one in existing if region in (None, one.region)]
        asked += [NATIONAL] if against and region is None else []
    rows: list[GapRow] = []
    totals = 0
    for measured, lines in _lines_asked(dataset, province, indicator, against):
        judged = asked
        if against and measured.unit.extensive:
            judged = [id for id in asked if id == NATIONAL]
            country = targets_by_province(lines, dataset, as_of).get(NATIONAL, ())
            totals += len(country) if judged != asked else 0
        rows += _indicator_rows(dataset, measured, lines, judged, as_of, against)
    rows.sort(key=lambda row: (row.assessment.verdict not in JUDGED, row.assessment.target.by.end))
    whole = rows if parts else [row for row in rows if not row.assessment.target.scope]
    shown = [row for row in whole if against is None or row.assessment.verdict in JUDGED]
    scoped = {row.assessment.target for row in rows if row.assessment.target.scope}
    return Gaps(
        as_of=as_of,
        province=province,
        indicator=indicator,
        region=region,
        against=against,
        rows=tuple(shown),
        parts=0 if parts else len(scoped),
        unjudged=len(whole) - len(shown),
        totals=totals,
    )


def _lines_asked(
    dataset: Dataset, province: str | None, indicator: str | None, against: str | None
) -> Iterable[tuple[Indicator, Lines]]:
    """Yield the lines of one indicator, else one province's with the targets it is judged by.

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
        for (measured, lines), (_, goals) in zip(own, country, strict=True):
            yield measured, replace(lines, targets=goals.targets)


def _indicator_rows(
    dataset: Dataset,
    indicator: Indicator,
    lines: Lines,
    asked: Sequence[str],
    as_of: date,
    against: str | None,
) -> Iterable[GapRow]:
    """Yield the rows of one indicator, in the order of the provinces asked about."""
    targets = targets_by_province(lines, dataset, as_of)
    if not targets:
        return
    figures = group_by(lines.figures, lambda figure: figure.province)
    for id in asked:
        own = Lines(tuple(figures.get(id, ())), tuple(targets.get(NATIONAL if against else id, ())))
        if own.figures or not against:
            for assessment in assess(dataset, indicator, id, own, as_of):
                yield GapRow(id, indicator.id, assessment)


def targets_by_province(
    lines: Lines, dataset: Dataset, day: date
) -> Mapping[str, Sequence[Target]]:
    """Return the targets of an indicator that count on ``day``, by province."""
    return group_by(known_targets(lines.targets, dataset, day), lambda target: target.province)


def assess(
    dataset: Dataset, indicator: Indicator, province: str, lines: Lines, day: date
) -> tuple[Assessment, ...]:
    """Judge every target of ``lines``, which are of one province or the country, by its figures.

    Rejected lines do not count, nor does what was not known by ``day``.
    """
    targets = known_targets(lines.targets, dataset, day)
    if not targets:
        return ()
    observations = collect_observations(lines.figures, indicator, dataset, day)
    ended = province != NATIONAL and dataset.province(province).ended(day)
    return assess_targets(targets, observations, indicator, day, ended=ended)


def assess_targets(
    targets: Iterable[Target],
    observations: Sequence[Observation],
    indicator: Indicator,
    as_of: date,
    *,
    ended: bool = False,
) -> tuple[Assessment, ...]:
    """Compare each of one province's targets of one indicator with its newest comparable figure.

    That is the latest by the method that the target names, else by the first of the indicator's
    methods by which there is one. ``ended``: the province has, and no verdict but met stands. Lines
    that state the same target are one, with all their sources. The soonest open target is marked
    current, else the last that passed.
    """
    merged = list(_merge_targets(targets, indicator))
    days = {target.by.end for target, _ in merged if not target.scope}
    soonest = min((day for day in days if day >= as_of), default=max(days, default=None))
    assessed = []
    for target, sources in merged:
        current = target.by.end == soonest and not target.scope
        rows = []
        for row in _compare_with_figures(target, observations, indicator, as_of):
            verdict = "ended" if ended and row.verdict != "met" else row.verdict
            rows.append(replace(row, sources=sources, current=current, verdict=verdict))
        assessed.append(replace(rows[0], other_methods=tuple(rows[1:])))
    return tuple(assessed)


def _merge_targets(
    targets: Iterable[Target], indicator: Indicator
) -> Iterator[tuple[Target, tuple[str, ...]]]:
    """Yield every target once, with its pages.

    Of lines with one number the preferred stands, else the narrowest, else the first.
    """

    def key(target: Target) -> Hashable:
        of = target.place.of if target.place is not None else None
        series = (target.basis, target.method, target.scope)
        return (*series, target.by.end, target.every, target.number, target.amount is None, of)

    for lines in group_by(targets, key).values():
        spans = [interval_of(line, indicator.unit) for line in lines]
        best = best_line(lines, spans)
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
    """Return the current one of a province's targets beside ``observations``; None without one.

    Of several that fall due together, the first that these figures can judge.
    """
    rows = assess_targets(targets, observations, indicator, as_of, ended=ended)
    current = [row for row in rows if row.current]
    return min(current, key=lambda row: row.observation is None, default=None)


def _compare_with_figures(
    target: Target, observations: Sequence[Observation], indicator: Indicator, as_of: date
) -> list[Assessment]:
    """Compare a target with the latest figure of its kind, for every method it admits.

    The first of the indicator's methods comes first.
    """
    usable = [r for r in observations if r.figure.status not in UNRANKED_STATUSES]
    same_scope = [r for r in usable if r.figure.scope == target.scope]
    fitting = [r for r in same_scope if _fits(target, r.figure)]
    if not fitting:
        verdict = _why_unjudged(target, usable, same_scope)
        newest = latest_by(usable, lambda r: (r.figure.basis, r.figure.method, r.figure.scope))
        return [replace(_bare(target, as_of), verdict=verdict, instead=tuple(newest.values()))]
    by_method = group_by(fitting, lambda one: one.figure.method)
    order = sorted(by_method, key=lambda method: position(indicator.methods, method))
    return [_assess_by(target, by_method[method], indicator, as_of) for method in order]


def _fits(target: Target, figure: Figure) -> bool:
    """Tell whether the figure is of the target's kind, basis and method, all of them stated."""
    if target.place is None:
        return figure.amount is not None and target.admits(figure)
    same = figure.place is not None and figure.place.of == target.place.of
    return same and target.admits(figure)


def _why_unjudged(
    target: Target, usable: Sequence[Observation], same_scope: Sequence[Observation]
) -> Verdict:
    """Return the reason why no figure can be compared with the target."""
    if usable and target.basis == UNSTATED_WORD:
        return "basis_unstated"
    if not same_scope:
        return "no_figure"
    if all(observation.figure.basis == UNSTATED_WORD for observation in same_scope):
        return "basis_unstated"
    return "other_basis"


def _bare(target: Target, as_of: date) -> Assessment:
    days = (target.by.end - as_of).days
    return Assessment(target, "no_figure", "open" if days >= 0 else "passed", days)


def _assess_by(
    target: Target, series: Sequence[Observation], indicator: Indicator, as_of: date
) -> Assessment:
    """Return verdict and gap of the latest figure of a series of the target's kind."""
    observation = latest(series)
    assert observation is not None
    figure = observation.figure
    downward = _is_downward(target, indicator)
    if target.place is not None and figure.place is not None:
        series = [place_alone(one) for one in series]
        number, actual = Decimal(figure.place.number), figure.place.interval
        goal, aim = Decimal(target.place.number), target.place.interval
    else:
        number, actual = _printed(figure, downward=downward), observation.interval
        goal, aim = _printed(target, downward=downward), interval_of(target, indicator.unit)
    accepted = _accepted(target, aim, goal, downward=downward)
    verdict: Verdict = "unclear" if actual.meets(accepted) else "short"
    if actual.inside(accepted):
        verdict = "met"
    exact = aim if target.word in _RANGED else Interval(goal, goal)
    low, high = (actual, exact) if downward else (exact, actual)
    gap = number - goal if downward else goal - number
    towards = None
    if verdict != "met" and target.every is None:
        deadline = target.by.end
        towards = pace(gap, observation, series, deadline, as_of, indicator, downward=downward)
    return replace(
        _bare(target, as_of),
        verdict=verdict,
        observation=observation,
        gap=gap,
        gap_low=subtract(low.low, high.high),
        gap_high=subtract(low.high, high.low),
        reaches=figure.period.stated and figure.period.end >= target.by.end,
        pace=towards,
    )


def _printed(line: Line, *, downward: bool) -> Decimal:
    """Return the printed number; of a between the end that is less good."""
    upper = line.amount.upper if line.amount is not None else None
    return upper if downward and upper is not None else line.number


def _is_downward(target: Target, indicator: Indicator) -> bool:
    """Tell whether the target is reached by going down: a place, a ceiling, or lower is better."""
    if target.place is not None or target.word == "at_most":
        return True
    return indicator.better == "lower" and target.word not in ("over", "at_least")


def _accepted(target: Target, aim: Interval, goal: Decimal, *, downward: bool) -> Interval:
    """Return the numbers that satisfy the target.

    A value means at least (at most, downward); about, nearly and between are satisfied from the
    near end of what they may mean.
    """
    ranged = target.word in _RANGED
    if downward:
        return Interval(None, aim.high if ranged else goal, high_open=ranged and aim.high_open)
    return Interval(aim.low if ranged else goal, None, low_open=target.word == "over")
