"""Which line is the figure: lines of one key merged, rejected ones left out, the day respected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import (
    UNRANKED_STATUSES,
    UNSTATED_WORD,
    Amount,
    Figure,
    Interval,
    Line,
)
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.model.memo import Memo
from dtcompare.model.period import Period
from dtcompare.model.rows import Rows, column, taken

__all__ = [
    "Observation",
    "collect_observations",
    "interval_of",
    "is_unstated",
    "known_by",
    "latest",
    "merged",
    "newest_place",
    "provinces_of",
    "recency",
]


class Observation(Struct, frozen=True):
    """One figure that counts, with what it may stand for and every page that says so (FILE/ID)."""

    figure: Figure
    interval: Interval
    sources: tuple[str, ...]


def interval_of(line: Line, unit: Unit) -> Interval:
    """The numbers a line may stand for: its amount's, else its place's."""
    if line.amount is not None:
        return line.amount.interval(unit.minimum, unit.maximum)
    assert line.place is not None
    return line.place.interval


def known_by(figure: Figure, dataset: Dataset, day: date) -> bool:
    """Whether the figure's period had ended by ``day``, or its page was out by then.

    A page without a date was out when it was read. What is measured is never known before its
    period begins (a forecast is); where nobody says when, the page alone decides, if it is dated.
    """
    period = figure.period
    if _is_over(period, day):
        return True
    if period.start > day and figure.status != "forecast":
        return False
    source = dataset.sources[figure.source]
    out = source.published or source.accessed
    return not period.stated if out is None else out.start <= day


def _is_over(period: Period, day: date) -> bool:
    """Whether the period is known to have ended by ``day``."""
    return period.stated and period.end <= day


def collect_observations(
    figures: Sequence[Figure], indicator: Indicator, dataset: Dataset, day: date
) -> Sequence[Observation]:
    """The figures that count on ``day``, one for each key, in the order of the lines.

    Of lines that say the same thing of the same period, the preferred one is the figure, else the
    narrowest, else the first; the others lend their sources. Rejected lines are left out.
    """
    if not figures:
        return ()
    spans: Memo[Period, tuple[bool, date, date]] = Memo(
        lambda period: (_is_over(period, day), period.start, period.end)
    )
    when = spans.each(column(figures, "period"))
    known = [
        place
        for place, reject in enumerate(column(figures, "reject"))
        if reject is None and (when[place][0] or known_by(figures[place], dataset, day))
    ]
    observations = _apart(taken(figures, known), indicator.unit)
    places = list(zip(provinces_of(observations), taken(when, known), strict=True))
    if len(set(places)) == len(places):
        return observations
    often = Counter(places)
    keyed: dict[tuple[object, ...], list[Observation]] = {}
    for observation, place in zip(observations, places, strict=True):
        # Most provinces say one thing of a period: what else the key holds decides nothing then.
        key = place if often[place] == 1 else _key(observation.figure)
        keyed.setdefault(key, []).append(observation)
    return tuple(map(merged, keyed.values()))


def _apart(figures: Sequence[Figure], unit: Unit) -> Rows[Observation]:
    """Each figure as a report by itself."""
    spans: Memo[Amount | None, Interval | None] = Memo(
        lambda amount: None if amount is None else amount.interval(unit.minimum, unit.maximum)
    )
    intervals = [
        interval_of(figures[place], unit) if span is None else span
        for place, span in enumerate(spans.each(column(figures, "amount")))
    ]
    return Rows(Observation, figures, intervals, [(key,) for key in column(figures, "source")])


def provinces_of(observations: Sequence[Observation]) -> Sequence[str]:
    """The province of each report."""
    return column(column(observations, "figure"), "province")


def _key(figure: Figure) -> tuple[object, ...]:
    """What two lines must share to speak of the same thing; a forecast bears nothing out."""
    edition = figure.place.of if figure.place is not None else None
    return (
        figure.province,
        figure.basis,
        figure.method,
        figure.scope,
        figure.period.start,
        figure.period.end,
        edition,
        figure.amount is None,
        figure.status if figure.status in UNRANKED_STATUSES else None,
    )


def merged(
    observations: Sequence[Observation], intervals: Sequence[Interval] | None = None
) -> Observation:
    """The one of ``reports`` that is the figure, with the sources of all that meet it.

    The preferred one, else the narrowest, else the first. ``intervals`` stand in for the reports'
    own where it is their places that are held against each other.
    """
    if len(observations) == 1:
        return observations[0]
    spans = intervals or [observation.interval for observation in observations]
    best = min(
        range(len(observations)),
        key=lambda i: (not observations[i].figure.prefer, spans[i].width, i),
    )
    sources = dict.fromkeys(observations[best].sources)
    for observation, span in zip(observations, spans, strict=True):
        if span.meets(spans[best]):
            sources |= dict.fromkeys(observation.sources)
    return replace(observations[best], sources=tuple(sources))


def latest(observations: Iterable[Observation]) -> Observation | None:
    """The report of the latest period; None without any."""
    return max(observations, key=recency, default=None)


def recency(observation: Observation) -> tuple[int, bool, date, date, bool]:
    """Sorts reports by their periods, the latest last."""
    return observation.figure.period.recency


def newest_place(observations: Iterable[Observation]) -> Observation | None:
    """The report of the latest period, the sound before the unreliable.

    Of an index the place stands before the score. None without any.
    """
    return max(
        observations,
        key=lambda observation: (
            observation.figure.status not in UNRANKED_STATUSES,
            observation.figure.period.recency,
            observation.figure.place is not None,
        ),
        default=None,
    )


def is_unstated(word: str | None) -> bool:
    """Whether a basis or method is the word for "nobody says"."""
    return word == UNSTATED_WORD
