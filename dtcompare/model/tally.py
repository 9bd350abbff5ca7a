"""How much is said of each thing: lines counted, who reports it, and how new it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from msgspec import Struct

from dtcompare.model.dataset import Lines
from dtcompare.model.figure import Line
from dtcompare.model.period import Period

__all__ = ["COUNTED", "Tally", "joined", "joined_by_thing", "tallied"]

# The fields of a line that say what it speaks of.
_FACTS = ("province", "source", "basis", "method")
COUNTED = ("indicator", *_FACTS)

_Facts = tuple[Any, ...]  # of a line: FACTS, why it is rejected; of a figure its period's identity


class Tally(Struct, frozen=True):
    """How many lines speak of one thing.

    ``provinces`` have a figure among them that is not rejected, "national" too; ``newest`` is the
    latest period of such a figure, of two that are equally late the one whose text sorts last. By
    ``heard`` a period of each of them had ended: the end of time where nobody says when, and
    perhaps later than it was where they report several things.
    """

    figures: int = 0
    targets: int = 0
    provinces: tuple[str, ...] = ()
    newest: Period | None = None
    heard: date = date.min


def tallied(every: Mapping[str, Lines]) -> dict[str, dict[str, Tally]]:
    """For each field of the lines a tally of each of its values; lines without one are nobody's.

    ``every``: the lines by indicator. Those that say the same but for their numbers are counted
    first, then sorted out. Most share their period with thousands, the very record: it is told by
    its identity.
    """
    found: dict[str, dict[str, Tally]] = {"indicator": {}}
    counts: Counter[_Facts] = Counter()
    aims: Counter[_Facts] = Counter()
    known: dict[int, Period] = {}
    for indicator, lines in every.items():
        periods = [figure.period for figure in lines.figures]
        at = list(map(id, periods))
        known.update(zip(at, periods, strict=True))
        figures = list(zip(*_facts(lines.figures), at, strict=True))
        counts.update(figures)
        aims.update(zip(*_facts(lines.targets), strict=True))
        found["indicator"][indicator] = _tally_of(figures, known, len(lines.targets))
    alike = [
        *((facts, _tally_of_alike(facts, known[facts[-1]], n)) for facts, n in counts.items()),
        *((facts, Tally(0, n)) for facts, n in aims.items()),
    ]
    for place, field in enumerate(_FACTS):
        found[field] = joined_by_thing((facts[place], tally) for facts, tally in alike)
    return found


def _facts(lines: Sequence[Line]) -> Iterable[Iterable[str | None]]:
    """What lines speak of, a column each, and why they are rejected."""
    return [map(attrgetter(field), lines) for field in (*_FACTS, "reject")]


def _tally_of(figures: Sequence[_Facts], periods: Mapping[int, Period], targets: int) -> Tally:
    """The tally of one indicator, of the facts of its figures."""
    reported: dict[int, list[str]] = {}
    for province, _, _, _, reject, key in figures:
        if reject is None:
            reported.setdefault(key, []).append(province)
    ends = {key: _heard(periods[key]) for key in reported}
    firsts: dict[str, date] = {}
    for key in sorted(reported, key=ends.__getitem__, reverse=True):  # the earliest comes last
        firsts.update(dict.fromkeys(reported[key], ends[key]))
    return Tally(
        len(figures),
        targets,
        tuple(sorted(firsts)),
        _newest(map(periods.__getitem__, reported)),
        max(firsts.values(), default=date.min),
    )


def _tally_of_alike(facts: _Facts, period: Period, count: int) -> Tally:
    """The tally of figures that say the same but for their numbers."""
    province, _, _, _, reject, _ = facts
    if reject is not None:
        return Tally(count)
    return Tally(count, 0, (province,), period, _heard(period))


def _heard(period: Period) -> date:
    return period.end if period.stated else date.max


def joined(tallies: Iterable[Tally]) -> Tally:
    """The tally of what several tallies count, no line of which is in two."""
    every = list(tallies)
    if len(every) == 1:
        return every[0]
    firsts: dict[tuple[str, ...], date] = {}
    for tally in every:
        firsts[tally.provinces] = min(tally.heard, firsts.get(tally.provinces, date.max))
    return Tally(
        sum(tally.figures for tally in every),
        sum(tally.targets for tally in every),
        tuple(sorted({province for tally in every for province in tally.provinces})),
        _newest(tally.newest for tally in every if tally.newest is not None),
        max(firsts.values(), default=date.min),
    )


def joined_by_thing(parts: Iterable[tuple[str | None, Tally]]) -> dict[str, Tally]:
    """The tallies of each thing joined."""
    found: dict[str, list[Tally]] = {}
    for thing, tally in parts:
        if thing is not None:
            found.setdefault(thing, []).append(tally)
    return {thing: joined(tallies) for thing, tallies in found.items()}


def _newest(periods: Iterable[Period]) -> Period | None:
    return max(periods, key=lambda period: (period.recency, period.text), default=None)
