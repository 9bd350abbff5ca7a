"""Lines of one indicator held against each other: doubled, contradicting, out of order, falling."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Interval, Line, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.reading.nodes import Place
from dtcompare.reading.report import Report

__all__ = ["check_figures", "check_targets"]

LineT = TypeVar("LineT", Figure, Target)


# Column by row: where each line starts.
Columns: TypeAlias = dict[int, int]


def check_figures(
    indicator: Indicator, lines: Sequence[Figure], columns: Columns, report: Report
) -> None:
    """Note what the value lines of an indicator say against each other; ``columns`` by row."""
    if len(lines) < 2:
        return
    _check_agreement(indicator, lines, _figure_key, columns, report)
    _check_order(indicator, [(line, line.period) for line in lines], columns, report)
    if indicator.unit.extensive and indicator.better == "higher":
        _check_falls(indicator, lines, columns, report)


def check_targets(
    indicator: Indicator, lines: Sequence[Target], columns: Columns, report: Report
) -> None:
    """Note what the target lines of an indicator say against each other."""
    if len(lines) < 2:
        return
    _check_agreement(indicator, lines, _target_key, columns, report)
    _check_order(indicator, [(line, line.by) for line in lines], columns, report)


def _figure_key(line: Figure) -> Hashable:
    """What two value lines share when they tell of the same thing."""
    return (line.basis, line.method, line.scope, line.period.start, line.period.end)


def _target_key(line: Target) -> Hashable:
    """What two target lines share when they set the same thing."""
    return (line.basis, line.method, line.scope, line.by.start, line.by.end, line.every)


def _check_agreement(
    indicator: Indicator,
    lines: Sequence[LineT],
    key_of: Callable[[LineT], Hashable],
    columns: Columns,
    report: Report,
) -> None:
    """Note doubled and contradicting lines, one key at a time."""
    groups: dict[Hashable, list[LineT]] = {}
    for line in lines:
        groups.setdefault(key_of(line), []).append(line)
    for group in groups.values():
        if len(group) < 2:
            continue
        single = _without_doubles(indicator, group, columns, report)
        _check_places(indicator, single, columns, report)
        unit = indicator.unit
        amounts = [
            (line, line.amount.interval(unit.minimum, unit.maximum))
            for line in single
            if line.amount is not None
        ]
        _check_meeting(indicator, amounts, columns, report)


def _without_doubles(
    indicator: Indicator, group: Iterable[LineT], columns: Columns, report: Report
) -> list[LineT]:
    """The lines of a group, each once; the same line again is noted."""
    first_rows: dict[Hashable, int] = {}
    kept = []
    for line in group:
        content = replace(line, row=0)
        first = first_rows.setdefault(content, line.row)
        if first == line.row:
            kept.append(line)
        else:
            report.add(_place(line, columns), "double-line", id=indicator.id, first=first)
    return kept


def _check_places(
    indicator: Indicator, lines: Iterable[LineT], columns: Columns, report: Report
) -> None:
    """Note published places of one ranking (one ``of``) that contradict each other."""
    rankings: dict[int, list[tuple[LineT, Interval]]] = {}
    for line in lines:
        if line.place is not None:
            rankings.setdefault(line.place.of, []).append((line, line.place.interval))
    for ranking in rankings.values():
        _check_meeting(indicator, ranking, columns, report, place=True)


def _check_meeting(
    indicator: Indicator,
    given: Sequence[tuple[LineT, Interval]],
    columns: Columns,
    report: Report,
    *,
    place: bool = False,
) -> None:
    """Note each line whose interval misses an earlier one's, unless it was chosen between them.

    Intervals all meet when the highest lower end is not above the lowest upper end.
    """
    valid = [(line, interval) for line, interval in given if line.reject is None]
    chosen = [(line, interval) for line, interval in valid if line.prefer]
    compared = chosen or valid
    if len(compared) < 2:
        return
    lowest = highest = compared[0]
    for line, interval in compared[1:]:
        if interval.low_key > lowest[1].high_key:
            _tell_conflict(indicator, lowest[0], line, columns, report, place=place)
        elif interval.high_key < highest[1].low_key:
            _tell_conflict(indicator, highest[0], line, columns, report, place=place)
        else:
            lowest = min(lowest, (line, interval), key=lambda pair: pair[1].high_key)
            highest = max(highest, (line, interval), key=lambda pair: pair[1].low_key)


def _tell_conflict(
    indicator: Indicator, first: Line, line: Line, columns: Columns, report: Report, *, place: bool
) -> None:
    """Note that two lines cannot both be true."""
    text = _place_text if place else _amount_text
    report.add(
        _place(line, columns),
        "conflict",
        "conflict" if not (first.prefer and line.prefer) else "conflict-preferred",
        id=indicator.id,
        first=first.row,
        said=text(first),
        by=first.source.rpartition("/")[2],
        also=text(line),
        other=line.source.rpartition("/")[2],
    )


def _amount_text(line: Line) -> str:
    """The amount of a line as typed, "value" left out."""
    assert line.amount is not None
    amount = line.amount
    upper = "" if amount.upper is None else f"-{amount.upper:f}"
    word = "" if amount.word == "value" else f"{amount.word} "
    return f"{word}{amount.number:f}{upper}"


def _place_text(line: Line) -> str:
    """The published place of a line as typed."""
    assert line.place is not None
    return f"{line.place.word} {line.place.number}"


def _check_order(
    indicator: Indicator,
    lines: Iterable[tuple[Line, Period]],
    columns: Columns,
    report: Report,
) -> None:
    """Warn, once, of a line that is older than the one before it."""
    before: Period | None = None
    for line, period in lines:
        if not period.stated:
            continue
        if before is not None and period.start < before.start and period.end < before.end:
            report.add(_place(line, columns), "order", level="warning", id=indicator.id)
            return
        before = period


def _check_falls(
    indicator: Indicator, lines: Iterable[Figure], columns: Columns, report: Report
) -> None:
    """Warn of a thing that only grows and yet is said to have been more before."""
    series: dict[Hashable, list[Figure]] = {}
    for line in lines:
        counted = line.reject is None and line.status not in UNRANKED_STATUSES
        if counted and line.amount is not None and line.period.stated:
            series.setdefault((line.basis, line.method, line.scope), []).append(line)
    for figures in series.values():
        figures.sort(key=lambda line: (line.period.end, line.period.start))
        for before, after in pairwise(figures):
            if _falls(indicator, before, after):
                report.add(
                    _place(after, columns),
                    "falls",
                    level="warning",
                    id=indicator.id,
                    said=_amount_text(before),
                    when=before.period.text,
                    also=_amount_text(after),
                    then=after.period.text,
                )


def _falls(indicator: Indicator, before: Figure, after: Figure) -> bool:
    """Whether the whole of the later figure lies below the earlier one, on one side of a break."""
    if before.period.end >= after.period.start:
        return False
    if indicator.era(before.period.end) != indicator.era(after.period.end):
        return False
    assert before.amount is not None
    assert after.amount is not None
    least, most = indicator.unit.minimum, indicator.unit.maximum
    earlier, later = before.amount.interval(least, most), after.amount.interval(least, most)
    return later.high_key < earlier.low_key


def _place(line: Line, columns: Columns) -> Place:
    """Where a line starts."""
    return Place(line.row, columns.get(line.row, 1))
