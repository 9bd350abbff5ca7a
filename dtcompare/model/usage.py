"""How much is said of each thing: lines counted, who reports it, and how new it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from dtcompare.model.dataset import Lines
from dtcompare.model.figure import Line
from dtcompare.model.period import Period

__all__ = ["COUNTED", "Usage", "count_usage", "join_by_thing", "join_usages"]

# What a line speaks of: its indicator, and these fields of its own.
COUNTED = ("indicator", "province", "source", "basis", "method")


class Usage(Struct, frozen=True, omit_defaults=True):
    """How many lines speak of one thing.

    ``provinces`` have a figure among them that is not rejected, "national" too; ``newest`` is the
    latest period of such a figure, of two that are equally late the one whose text sorts last. By
    ``known_from`` a period of each of them had ended: the end of time where nobody says when, and
    perhaps later than it was where they report several things.
    """

    figures: int = 0
    targets: int = 0
    provinces: tuple[str, ...] = ()
    newest: Period | None = None
    known_from: date = date.min


class _Count:
    """What is counted of one thing.

    ``told`` are province and period, by its text, of the figures that are not rejected.
    """

    __slots__ = ("figures", "targets", "told")

    def __init__(self) -> None:
        self.figures = 0
        self.targets = 0
        self.told: set[tuple[str, str]] = set()

    def usage(self, periods: Mapping[str, Period]) -> Usage:
        """Return the sums; ``periods`` by their texts."""
        firsts: dict[str, date] = {}
        for province, text in self.told:
            period = periods[text]
            known = period.end if period.stated else date.max
            firsts[province] = min(known, firsts.get(province, date.max))
        return Usage(
            self.figures,
            self.targets,
            tuple(sorted(firsts)),
            _newest(periods[text] for text in {text for _, text in self.told}),
            max(firsts.values(), default=date.min),
        )


def count_usage(every: Mapping[str, Lines]) -> dict[str, dict[str, Usage]]:
    """Return the usage of each thing, by each field of COUNTED; lines without one are nobody's.

    Args:
        every: The lines by indicator.
    """
    counts: list[dict[str, _Count]] = [defaultdict(_Count) for _ in COUNTED]
    periods: dict[str, Period] = {}
    for lines in every.values():
        for figure in lines.figures:
            periods[figure.period.text] = figure.period
            told = (figure.province, figure.period.text)
            for count in _counts_of(figure, counts):
                count.figures += 1
                if figure.reject is None:
                    count.told.add(told)
        for target in lines.targets:
            for count in _counts_of(target, counts):
                count.targets += 1
    return {
        name: {thing: count.usage(periods) for thing, count in found.items()}
        for name, found in zip(COUNTED, counts, strict=True)
    }


def _counts_of(line: Line, counts: list[dict[str, _Count]]) -> list[_Count]:
    """Return the counts of all things that a line speaks of."""
    things = (line.indicator, line.province, line.source, line.basis, line.method)
    return [found[thing] for found, thing in zip(counts, things, strict=True) if thing is not None]


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
