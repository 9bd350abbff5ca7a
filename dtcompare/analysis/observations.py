"""Which line is the figure: lines of one key merged, rejected ones left out, the day respected."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Interval, Line, Target
from dtcompare.model.indicator import Indicator, Unit

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)
AnyLine = TypeVar("AnyLine", Figure, Target)


class Observation(Struct, frozen=True):
    """One figure that counts, with what it may stand for and every page that says so (FILE/ID)."""

    figure: Figure
    interval: Interval
    sources: tuple[str, ...]


def interval_of(line: Line, unit: Unit) -> Interval:
    """Return the numbers a line may stand for: its amount's, else its place's."""
    if line.amount is not None:
        return line.amount.interval(unit.minimum, unit.maximum)
    assert line.place is not None
    return line.place.interval


def known_from(line: Figure | Target, dataset: Dataset) -> date:
    """Return the day from which a line is known: never before its page is out.

    A figure is known, too, only when its period has begun, unless it is a forecast; a target on a
    page without any date is taken to have been known always.
    """
    page = dataset.sources[line.source]
    if isinstance(line, Target):
        return page.known_from
    if line.status == "forecast" and page.out is not None:
        return page.out
    return page.tells_from(line.period)


def known_lines(lines: Iterable[AnyLine], dataset: Dataset, day: date) -> list[AnyLine]:
    """Return the lines that are known by ``day``, rejected ones too."""
    return [line for line in lines if known_from(line, dataset) <= day]


def known_targets(targets: Iterable[Target], dataset: Dataset, day: date) -> list[Target]:
    """Return the targets that are known by ``day`` and not rejected."""
    return [one for one in known_lines(targets, dataset, day) if one.reject is None]


def collect_observations(
    figures: Iterable[Figure], indicator: Indicator, dataset: Dataset, day: date
) -> list[Observation]:
    """Return the figures that count on ``day``, one for each key, in the order of the lines.

    Of lines that say the same thing of the same period, the preferred one is the figure, else the
    narrowest, else the first; the others lend their sources. Rejected lines are left out.
    """
    keyed: dict[Hashable, list[Observation]] = {}
    for figure in figures:
        if figure.reject is None and known_from(figure, dataset) <= day:
            interval = interval_of(figure, indicator.unit)
            observation = Observation(figure, interval, (figure.source,))
            keyed.setdefault(_key(figure), []).append(observation)
    return [same[0] if len(same) == 1 else merge_observations(same) for same in keyed.values()]


def _key(figure: Figure) -> Hashable:
    """Return what two lines must share to speak of the same thing; a forecast bears nothing out."""
    return (
        figure.province,
        figure.basis,
        figure.method,
        figure.scope,
        figure.period.start,
        figure.period.end,
        figure.place.of if figure.place is not None else None,
        figure.amount is None,
        figure.status if figure.status in UNRANKED_STATUSES else None,
    )


def merge_observations(
    observations: Sequence[Observation], intervals: Sequence[Interval] | None = None
) -> Observation:
    """Return the one of ``observations`` that is the figure, with the sources of all that meet it.

    ``intervals`` stand in for their own where it is their places that are compared.
    """
    spans = intervals or [observation.interval for observation in observations]
    best = best_line([observation.figure for observation in observations], spans)
    sources = list(observations[best].sources)
    for observation, span in zip(observations, spans, strict=True):
        if span.meets(spans[best]):
            sources += observation.sources
    return replace(observations[best], sources=tuple(dict.fromkeys(sources)))


def best_line(lines: Sequence[Line], spans: Sequence[Interval]) -> int:
    """Return the position of the line that stands for all: preferred, else narrowest, else first.

    ``spans`` are the intervals that the lines stand for.
    """
    return min(range(len(lines)), key=lambda i: (not lines[i].prefer, spans[i].width, i))


def group_by(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return the items of each key, in their order."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def latest(observations: Iterable[Observation]) -> Observation | None:
    """Return the observation of the latest period, the first of several; None without any."""
    return max(observations, key=lambda one: one.figure.period.recency, default=None)


def latest_by(
    observations: Iterable[Observation], key: Callable[[Observation], Key]
) -> dict[Key, Observation]:
    """Return the observation of the latest period for each key; of several the first."""
    newest: dict[Key, Observation] = {}
    for observation in observations:
        of = key(observation)
        other = newest.setdefault(of, observation)
        if observation.figure.period.recency > other.figure.period.recency:
            newest[of] = observation
    return newest


def newest_place(observations: Iterable[Observation]) -> Observation | None:
    """Return the observation of the latest period, the sound before the unreliable.

    Of an index the place stands before the score. None without any.
    """
    return max(
        observations,
        key=lambda one: (
            one.figure.status not in UNRANKED_STATUSES,
            one.figure.period.recency,
            one.figure.place is not None,
        ),
        default=None,
    )


def place_alone(observation: Observation) -> Observation:
    """Return the observation without its score, so that its number is the place."""
    figure = replace(observation.figure, amount=None)
    assert figure.place is not None
    return replace(observation, figure=figure, interval=figure.place.interval)


def subtract(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Return ``one`` less ``other``; None where either end is without bound."""
    return None if one is None or other is None else one - other
