"""Lines of one indicator held against each other: what cannot be true together is an error."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.model.figure import Figure, Interval, Line, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.reading.nodes import Position
from dtcompare.reading.problems import ProblemList

_LineT = TypeVar("_LineT", Figure, Target)


class LineNotes(Struct, frozen=True):
    """Where problems with the lines of an indicator go; ``columns`` tells, by row, their places."""

    indicator: Indicator
    columns: Mapping[int, int]
    problems: ProblemList

    def tell(
        self, line: Line, /, code: str, key: str = "", *, level: str = "error", **facts: object
    ) -> None:
        """Note a problem where a line starts."""
        at = Position(line.row, self.columns.get(line.row, 1))
        self.problems.add(at, code, key, level=level, id=self.indicator.id, **facts)

    def interval(self, line: Line) -> Interval:
        """Return the numbers that the amount of a line may stand for."""
        assert line.amount is not None
        return line.amount.interval(self.indicator.unit.minimum, self.indicator.unit.maximum)


def time_of(line: Figure | Target) -> Period:
    """Return the period of a figure, the deadline of a target."""
    return line.period if isinstance(line, Figure) else line.by


def amount_text(line: Line) -> str:
    """Return the amount of a line as typed, "value" left out."""
    assert line.amount is not None
    amount = line.amount
    upper = "" if amount.upper is None else f"-{amount.upper:f}"
    word = "" if amount.word == "value" else f"{amount.word} "
    return f"{word}{amount.number:f}{upper}"


def _place_text(line: Line) -> str:
    """Return the published place of a line as typed."""
    assert line.place is not None
    return f"{line.place.word} {line.place.number}"


def check_agreement(lines: Sequence[_LineT], notes: LineNotes) -> None:
    """Note the lines of an indicator, figures or targets, that are doubled or contradict."""
    groups: dict[Hashable, list[_LineT]] = {}
    for line in lines if len(lines) > 1 else ():
        when, every = time_of(line), getattr(line, "every", None)
        key = (line.basis, line.method, line.scope, when.start, when.end, every)
        groups.setdefault(key, []).append(line)
    for group in groups.values():
        if len(group) > 1:
            single = _without_doubles(group, notes)
            _check_places(single, notes)
            amounts = [(line, notes.interval(line)) for line in single if line.amount is not None]
            _check_meeting(amounts, notes)


def _without_doubles(group: Iterable[_LineT], notes: LineNotes) -> list[_LineT]:
    """Return the lines of a group, each once; the same line again is noted."""
    first_rows: dict[Hashable, int] = {}
    kept = []
    for line in group:
        first = first_rows.setdefault(replace(line, row=0), line.row)
        if first == line.row:
            kept.append(line)
        else:
            notes.tell(line, "double-line", first=first)
    return kept


def _check_places(lines: Iterable[Line], notes: LineNotes) -> None:
    """Note published places of one ranking (one ``of``) that contradict each other."""
    rankings: dict[int, list[tuple[Line, Interval]]] = {}
    for line in lines:
        if line.place is not None:
            rankings.setdefault(line.place.of, []).append((line, line.place.interval))
    for ranking in rankings.values():
        _check_meeting(ranking, notes, place=True)


def _check_meeting(
    given: Sequence[tuple[Line, Interval]], notes: LineNotes, *, place: bool = False
) -> None:
    """Note each line whose interval misses an earlier one's, unless it was chosen between them.

    Intervals all meet when the highest lower end is not above the lowest upper end.
    """
    valid = [pair for pair in given if pair[0].reject is None]
    compared = [pair for pair in valid if pair[0].prefer] or valid
    if len(compared) < 2:
        return
    lowest = highest = compared[0]
    for line, interval in compared[1:]:
        if interval.low_key > lowest[1].high_key:
            _tell_conflict(lowest[0], line, notes, place=place)
        elif interval.high_key < highest[1].low_key:
            _tell_conflict(highest[0], line, notes, place=place)
        else:
            lowest = min(lowest, (line, interval), key=lambda pair: pair[1].high_key)
            highest = max(highest, (line, interval), key=lambda pair: pair[1].low_key)


def _tell_conflict(first: Line, line: Line, notes: LineNotes, *, place: bool) -> None:
    """Note that two lines cannot both be true."""
    text = _place_text if place else amount_text
    notes.tell(
        line,
        "conflict",
        "conflict-preferred" if first.prefer and line.prefer else "conflict",
        first=first.row,
        said=text(first),
        by=first.source.rpartition("/")[2],
        also=text(line),
        other=line.source.rpartition("/")[2],
    )
