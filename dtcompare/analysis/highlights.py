"""What stands out of a profile: where the province leads, where it lags, how its targets stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.profile import Profile, ProfileRow

__all__ = ["ENOUGH", "Highlights", "Placing", "highlights"]

ENOUGH = 5  # provinces among which a place says something


class Placing(Struct, frozen=True):
    """A place that a figure gives the province, or that was published."""

    indicator: str
    observation: Observation
    interval: RankInterval

    @property
    def share(self) -> float:
        """Return where the printed place lies, 0 for the first and 1 for the last."""
        return (self.interval.rank - 1) / (self.interval.of - 1)


class Highlights(Struct, frozen=True):
    """The places surely in the first and in the last quarter, and the targets by their verdict.

    ``ahead`` begins with the best, ``behind`` with the worst. ``missed`` are targets whose deadline
    has passed short of them, ``running`` those still short, ``untold`` those that cannot be judged.
    """

    placings: tuple[Placing, ...]
    ahead: tuple[Placing, ...]
    behind: tuple[Placing, ...]
    met: tuple[tuple[str, Assessment], ...]
    missed: tuple[tuple[str, Assessment], ...]
    running: tuple[tuple[str, Assessment], ...]
    untold: tuple[tuple[str, Assessment], ...]


def highlights(profile: Profile) -> Highlights:
    """Return what stands out of ``profile``."""
    placings = sorted(_placings(profile), key=lambda one: one.share)
    ahead = [one for one in placings if (one.interval.worst - 1) * 4 <= one.interval.of - 1]
    behind = [one for one in placings if (one.interval.best - 1) * 4 >= (one.interval.of - 1) * 3]
    sorted_out: dict[str, list[tuple[str, Assessment]]] = {}
    for part in (*profile.rankings, *profile.indicators):
        for assessment in part.assessments:
            sorted_out.setdefault(_state(assessment), []).append((part.indicator, assessment))
    return Highlights(
        placings=tuple(placings),
        ahead=tuple(ahead),
        behind=tuple(reversed(behind)),
        met=tuple(sorted_out.get("met", ())),
        missed=tuple(sorted_out.get("missed", ())),
        running=tuple(sorted_out.get("running", ())),
        untold=tuple(sorted_out.get("untold", ())),
    )


def _placings(profile: Profile) -> Iterator[Placing]:
    """Yield the newest place of every indicator that has one among enough provinces."""
    for part in (*profile.rankings, *profile.indicators):
        placed = _placed(part.rows)
        if placed is not None:
            yield Placing(part.indicator, *placed)


def _placed(rows: Iterable[ProfileRow]) -> tuple[Observation, RankInterval] | None:
    """Return the first of the rows, newest first, that has a place, with it."""
    for row in rows:
        place = row.observation.figure.place
        interval = row.rank_interval
        if interval is None and place is not None and place.word == "rank":
            interval = RankInterval(place.number, place.number, place.number, place.of)
        if interval is not None and interval.of >= ENOUGH and row.latest:
            return row.observation, interval
    return None


def _state(assessment: Assessment) -> str:
    """Return met, missed, running or untold."""
    if assessment.verdict == "met":
        return "met"
    if assessment.verdict == "short":
        return "missed" if assessment.due == "passed" else "running"
    return "untold"
