"""How much is said of each thing: lines counted, who reports it, and how new it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dtcompare.model.dataset import Lines
from dtcompare.model.figure import Figure, Line
from dtcompare.model.period import Period
from dtcompare.model.source import Source

# What a line speaks of: its indicator, and these fields of its own.
COUNTED = ("indicator", "province", "source", "basis", "method")


class Usage(Struct, frozen=True, omit_defaults=True):
    """How many lines speak of one thing.

    ``provinces`` have a figure among them that is not rejected, "national" too; ``newest`` is the
    latest period of such a figure, of two that are equally late the one whose text sorts last. By
    ``known_from`` a figure of each of them was known: perhaps later than it was where there are
    forecasts, or where they report several things.
    """

    figures: int = 0
    targets: int = 0
    provinces: tuple[str, ...] = ()
    newest: Period | None = None
    known_from: date = date.min


def count_usage(
    every: Mapping[str, Lines], sources: Mapping[str, Source]
) -> dict[str, dict[str, Usage]]:
    """Return the usage of each thing, by each field of COUNTED, of all lines by indicator.

    Lines without that field are nobody's. ``sources`` are the pages of the lines.
    """
    spoken: list[dict[str, list[Line]]] = [defaultdict(list) for _ in COUNTED]
    for lines in every.values():
        for line in (*lines.figures, *lines.targets):
            things = (line.indicator, line.province, line.source, line.basis, line.method)
            for found, thing in zip(spoken, things, strict=True):
                if thing is not None:
                    found[thing].append(line)
    return {
        name: {thing: _usage(lines, sources) for thing, lines in found.items()}
        for name, found in zip(COUNTED, spoken, strict=True)
    }


def _usage(lines: Sequence[Line], sources: Mapping[str, Source]) -> Usage:
    """Return the usage of one thing by the lines that speak of it."""
    figures = [line for line in lines if isinstance(line, Figure)]
    told = {(f.province, f.period.text, f.source): f.period for f in figures if f.reject is None}
    firsts: dict[str, date] = {}
    for (province, _, source), period in told.items():
        known = sources[source].tells_from(period)
        firsts[province] = min(known, firsts.get(province, date.max))
    return Usage(
        len(figures),
        len(lines) - len(figures),
        tuple(sorted(firsts)),
        _newest({period.text: period for period in told.values()}.values()),
        max(firsts.values(), default=date.min),
    )


def join_usages(usages: Iterable[Usage]) -> Usage:
    """Return the usage of what several usages count, no line of which is in two."""
    every = list(usages)
    if len(every) == 1:
        return every[0]
    firsts: dict[tuple[str, ...], date] = {}
    for usage in every:
        firsts[usage.provinces] = min(usage.known_from, firsts.get(usage.provinces, date.max))
    return Usage(
        sum(usage.figures for usage in every),
        sum(usage.targets for usage in every),
        tuple(sorted(set().union(*(usage.provinces for usage in every)))),
        _newest(usage.newest for usage in every if usage.newest is not None),
        max(firsts.values(), default=date.min),
    )


def join_by_thing(parts: Iterable[tuple[str, Usage]]) -> dict[str, Usage]:
    """Return the usages of each thing joined."""
    found: dict[str, list[Usage]] = {}
    for thing, usage in parts:
        found.setdefault(thing, []).append(usage)
    return {thing: join_usages(usages) for thing, usages in found.items()}


def _newest(periods: Iterable[Period]) -> Period | None:
    return max(periods, key=lambda period: (period.recency, period.text), default=None)
