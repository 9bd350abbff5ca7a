"""How fast a figure moved, and how fast it must move to reach a target in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.observations import Observation
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import years_between


class Stretch(Struct, frozen=True):
    """The first and the last of comparable figures, with the change a year between them."""

    first: Observation
    last: Observation
    per_year: Decimal
    one_source: bool

    @property
    def years(self) -> Decimal:
        """Return how long the stretch is."""
        return years_between(self.first.figure.period.end, self.last.figure.period.end)


class Pace(Struct, frozen=True):
    """Change a year that is needed and that was observed, both positive towards the target.

    ``needed`` is None less than a year before the deadline, ``observed`` None without two
    comparable figures; ``ratio`` is needed to observed where both are positive; ``arrival`` is a
    year, given only where it lies within twice the time left.
    """

    needed: Decimal | None
    observed: Decimal | None
    ratio: Decimal | None
    arrival: int | None
    stretch: Stretch | None


def pace(
    gap: Decimal,
    observation: Observation,
    series: Sequence[Observation],
    deadline: date,
    as_of: date,
    indicator: Indicator,
    *,
    downward: bool,
) -> Pace | None:
    """Return the pace towards a target ``gap`` away; None where neither pace can be told.

    Only figures on the same side of a break as ``observation``, a year or more apart, tell the
    observed pace: a few months say nothing of a year.
    """
    if not observation.figure.period.stated:
        return None
    start = observation.figure.period.end
    era = indicator.era(start)
    comparable = [one for one in series if indicator.era(one.figure.period.end) == era]
    stretch = longest_stretch(comparable, indicator)
    observed = None if stretch is None else (-stretch.per_year if downward else stretch.per_year)
    left = years_between(start, deadline) if start < deadline else Decimal(0)
    far = left > 0 and years_between(as_of, deadline) >= 1 if as_of < deadline else False
    needed = gap / left if far and gap > 0 else None
    if needed is None and observed is None:
        return None
    ratio = needed / observed if needed and observed and observed > 0 else None
    arrival = None
    if as_of <= deadline and observed and observed > 0 and gap > 0 and gap / observed <= 2 * left:
        days = date(start.year, 12, 31).timetuple().tm_yday
        passed = Decimal(start.timetuple().tm_yday - 1) / days
        arrival = start.year + int(gap / observed + passed)
    if arrival is not None and arrival < as_of.year:
        arrival = None
    return Pace(needed, observed, ratio, arrival, stretch)


def longest_stretch(observations: Sequence[Observation], indicator: Indicator) -> Stretch | None:
    """Return the longest run of comparable figures of a year or more.

    A run of one source goes before any other; of runs that are equally long the newest counts, of
    those that end together the one whose source stands first. The figures are one province's on
    one basis and method; a break of method ends a run. None without such a run.
    """
    runs: dict[tuple[int, str | None], list[Observation]] = {}
    for observation in observations:
        if not observation.figure.period.stated:
            continue
        era = indicator.era(observation.figure.period.end)
        for source in (None, *observation.sources):
            runs.setdefault((era, source), []).append(observation)
    stretches = [_stretch(run, one_source=source is not None) for (_, source), run in runs.items()]
    long = [stretch for stretch in stretches if stretch is not None and stretch.years >= 1]
    return max(long, key=_preference, default=None)


def _preference(stretch: Stretch) -> tuple[bool, int, date]:
    """Sort the best stretch last: of one source, then the longest, then the newest."""
    start, end = stretch.first.figure.period.end, stretch.last.figure.period.end
    return (stretch.one_source, (end - start).days, end)


def end_order(observation: Observation) -> tuple[date, tuple[object, ...]]:
    """Sort by end; of those that end together the most precise is the latest."""
    return (observation.figure.period.end, observation.figure.period.recency)


def _stretch(run: Sequence[Observation], *, one_source: bool) -> Stretch | None:
    """Return the stretch from the first to the last of a run; None where all end together."""
    first = min(run, key=end_order)
    last = max(run, key=end_order)
    start, end = first.figure.period.end, last.figure.period.end
    if start == end:
        return None
    per_year = (last.figure.number - first.figure.number) / years_between(start, end)
    return Stretch(first, last, per_year, one_source)
