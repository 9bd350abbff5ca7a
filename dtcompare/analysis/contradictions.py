"""Lines of one thing and time that cannot both be true, and were not there before."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.observations import interval_of
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import Interval, Line, Target
from dtcompare.model.indicator import Indicator


class Contradiction(Struct, frozen=True):
    """Two lines that cannot both be true; ``chosen`` is the one that counts."""

    chosen: Line
    other: Line


def find_contradictions(old: Dataset, new: Dataset, id: str) -> Iterable[Contradiction]:
    """Yield the pairs of lines that cannot both be true, and were not there before."""
    if id in new.catalogue.indicators:
        indicator = new.indicator(id)
        known = {_pair(one) for one in _list_contradictions(old.lines_of(id), indicator)}
        for pair in _list_contradictions(new.lines_of(id), indicator):
            if _pair(pair) not in known:
                yield pair


def _pair(pair: Contradiction) -> tuple[Hashable, Hashable]:
    return content_of(pair.chosen), content_of(pair.other)


def _list_contradictions(lines: Lines, indicator: Indicator) -> Iterable[Contradiction]:
    """Return lines of one thing and time whose numbers or places do not meet the one that counts.

    Places are compared with places of the same ranking (``of``). Where no line counts, none does.
    """
    grouped: dict[Hashable, list[tuple[Line, Interval]]] = {}
    for line in (*lines.figures, *lines.targets):
        every = line.every if isinstance(line, Target) else None
        key = (type(line), line.province, line.scope, time_of(line), line.basis, line.method, every)
        if line.amount is not None:
            span = interval_of(line, indicator.unit)
            grouped.setdefault((key, None), []).append((line, span))
        if line.place is not None:
            grouped.setdefault((key, line.place.of), []).append((line, line.place.interval))
    pairs: list[Contradiction] = []
    for group in grouped.values():
        pairs += _against_the_chosen(group)
    return dict.fromkeys(pairs)


def _against_the_chosen(group: Sequence[tuple[Line, Interval]]) -> Iterable[Contradiction]:
    """Yield what does not meet the preferred line, else the first that is not rejected."""
    valid = [entry for entry in group if entry[0].reject is None]
    if not valid:
        return
    chosen, at = next((entry for entry in valid if entry[0].prefer), valid[0])
    for line, span in group:
        if line is not chosen and not span.meets(at):
            yield Contradiction(chosen, line)


def content_of(line: Line) -> Hashable:
    """Return what a line says, wherever it stands; 30 and 30.0 are not the same precision."""
    amount = line.amount
    digits = None if amount is None else (str(amount.number), str(amount.upper))
    return replace(line, row=0, file=""), digits


def time_of(line: Line) -> Hashable:
    """Return the days that a figure or the deadline of a target spans; None for none."""
    period = line.by if isinstance(line, Target) else getattr(line, "period", None)
    return (period.start, period.end) if period else None
