"""How much is said of each thing: lines counted, who reports it, and how new it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter

from dtcompare.model.dataset import Lines
from dtcompare.model.figure import Figure, Target
from dtcompare.model.period import Period
from dtcompare.model.record import dataclass

__all__ = ["COUNTED", "Tally", "joined", "joined_by_thing", "tallied"]

# The fields of a line that say what it speaks of.
_FACTS = ("province", "source", "basis", "method")
COUNTED = ("indicator", *_FACTS)

_facts = attrgetter(*_FACTS, "reject")


@dataclass(frozen=True, slots=True)
class Tally:
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
    figures: list[Figure] = []
    targets: list[Target] = []
    by_indicator: dict[str, Tally] = {}
    for indicator, lines in every.items():
        figures += lines.figures
        targets += lines.targets
        by_indicator[indicator] = _tally_of(lines)
    periods = [figure.period for figure in figures]
    known = dict(zip(map(id, periods), periods, strict=True))
    counts = Counter(zip(map(_facts, figures), map(id, periods), strict=True))
    aims = Counter(map(_facts, targets))
    alike = [
        *((facts, _tally_of_alike(facts, known[at], n)) for (facts, at), n in counts.items()),
        *((facts, Tally(0, n)) for facts, n in aims.items()),
    ]
    found = {"indicator": by_indicator}
    for place, field in enumerate(_FACTS):
        found[field] = joined_by_thing((facts[place], tally) for facts, tally in alike)
    return found


def _tally_of(lines: Lines) -> Tally:
    """The tally of the lines of one indicator."""
    valid = [figure for figure in lines.figures if figure.reject is None]
    periods = {id(figure.period): figure.period for figure in valid}
    ends = {key: _heard(period) for key, period in periods.items()}
    firsts: dict[str, date] = {}
    for figure in valid:
        end = ends[id(figure.period)]
        if firsts.get(figure.province, date.max) >= end:
            firsts[figure.province] = end
    return Tally(
        len(lines.figures),
        len(lines.targets),
        tuple(sorted(firsts)),
        _newest(periods.values()),
        max(firsts.values(), default=date.min),
    )


def _tally_of_alike(facts: tuple[str | None, ...], period: Period, count: int) -> Tally:
    """The tally of figures that say the same but for their numbers."""
    province, *_, reject = facts
    if province is None or reject is not None:
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
