"""Which line is the figure: lines of one key merged, rejected ones left out, the day respected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import UNSTATED_WORD, Figure, Interval, Line
from dtcompare.model.indicator import Indicator, Unit

__all__ = ["Report", "interval_of", "is_unstated", "known_by", "latest", "reports_of"]


@dataclass(frozen=True, slots=True)
class Report:
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
    """Whether the figure's period had ended by ``day``, or its page was out by then."""
    if figure.period.end <= day:
        return True
    published = dataset.sources[figure.source].published
    return published is not None and published.start <= day


def reports_of(
    figures: Iterable[Figure], indicator: Indicator, dataset: Dataset, day: date
) -> tuple[Report, ...]:
    """The figures that count on ``day``, one for each key, in the order of the lines.

    Of lines that say the same thing of the same period, the preferred one is the figure, else the
    narrowest, else the first; the others lend their sources. Rejected lines are left out.
    """
    keyed: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.reject is None and known_by(figure, dataset, day):
            keyed.setdefault(_key(figure), []).append(figure)
    return tuple(_merged(lines, indicator.unit) for lines in keyed.values())


def _key(figure: Figure) -> tuple[object, ...]:
    """What two lines must share to speak of the same thing."""
    edition = figure.place.of if figure.place is not None else None
    return (
        figure.province,
        figure.basis,
        figure.method,
        figure.scope,
        figure.period.text,
        edition,
        figure.amount is None,
    )


def _merged(lines: Sequence[Figure], unit: Unit) -> Report:
    """The line that is the figure, with the sources of all that meet it."""
    intervals = [interval_of(line, unit) for line in lines]
    best = min(range(len(lines)), key=lambda i: (not lines[i].prefer, intervals[i].width, i))
    sources = [lines[best].source]
    for line, interval in zip(lines, intervals, strict=True):
        if line.source not in sources and interval.meets(intervals[best]):
            sources.append(line.source)
    return Report(lines[best], intervals[best], tuple(sources))


def latest(reports: Iterable[Report]) -> Report | None:
    """The report of the latest period; None without any."""
    return max(reports, key=lambda report: report.figure.period.recency, default=None)


def is_unstated(word: str | None) -> bool:
    """Whether a basis or method is the word for "nobody says"."""
    return word == UNSTATED_WORD
