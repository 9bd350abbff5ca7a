"""How much is said of each thing: lines counted, who reports it, and how new it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import attrgetter

from dtcompare.model.figure import Figure, Target
from dtcompare.model.period import Period
from dtcompare.model.record import dataclass

__all__ = ["COUNTED", "Tally", "joined", "joined_by_thing", "tallied"]

# The fields of a line that say what it speaks of.
COUNTED = ("province", "indicator", "source", "basis", "method")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines speak of one thing.

    ``provinces`` have a figure among them that is not rejected, "national" too; ``newest`` is the
    latest period of such a figure, of two that are equally late the one whose text sorts last.
    """

    figures: int = 0
    targets: int = 0
    provinces: tuple[str, ...] = ()
    newest: Period | None = None


def tallied(figures: Iterable[Figure], targets: Iterable[Target], field: str) -> dict[str, Tally]:
    """A tally for each value of a field of the lines (see COUNTED); lines without one are none's.

    Most lines share their period with thousands, the very record: it is told by its identity.
    """
    key = attrgetter(field)
    figures = list(figures)
    counts, aims = Counter(map(key, figures)), Counter(map(key, targets))
    valid = [figure for figure in figures if figure.reject is None]
    periods = {id(figure.period): figure.period for figure in valid}
    owners: dict[str | None, set[str]] = {}
    for thing, province in {(key(figure), figure.province) for figure in valid}:
        owners.setdefault(thing, set()).add(province)
    spans: dict[str | None, list[Period]] = {}
    for thing, period in {(key(figure), id(figure.period)) for figure in valid}:
        spans.setdefault(thing, []).append(periods[period])
    return {
        thing: Tally(
            counts[thing],
            aims[thing],
            tuple(sorted(owners.get(thing, ()))),
            _newest(spans.get(thing, ())),
        )
        for thing in dict.fromkeys((*counts, *aims))
        if thing is not None
    }


def joined(tallies: Iterable[Tally]) -> Tally:
    """The tally of what several tallies count, no line of which is in two."""
    every = list(tallies)
    if len(every) == 1:
        return every[0]
    return Tally(
        sum(tally.figures for tally in every),
        sum(tally.targets for tally in every),
        tuple(sorted({province for tally in every for province in tally.provinces})),
        _newest(tally.newest for tally in every if tally.newest is not None),
    )


def joined_by_thing(parts: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The tallies of several parts of the lines, joined thing by thing."""
    found: dict[str, list[Tally]] = {}
    for part in parts:
        for thing, tally in part.items():
            found.setdefault(thing, []).append(tally)
    return {thing: joined(tallies) for thing, tallies in found.items()}


def _newest(periods: Iterable[Period]) -> Period | None:
    return max(periods, key=lambda period: (period.recency, period.text), default=None)
