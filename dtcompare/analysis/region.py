"""How the provinces of one region stand: places, figures and targets side by side."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from dtcompare.analysis.gaps import gaps
from dtcompare.analysis.overview import Rankable, find_leaders
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.reporting import reporting
from dtcompare.model.dataset import Dataset


class RegionRow(Struct, frozen=True):
    """A province of the region: its places in the indices, and how much it reports and aims at.

    ``targets`` are those for the whole province, ``met`` how many of them are reached.
    """

    province: str
    places: tuple[RankInterval | None, ...]
    reported: int
    targets: int
    met: int


class RegionProfile(Struct, frozen=True):
    """The answer to ``show REGION``: its provinces in the order of the first index, then by name.

    ``asked`` is how many indicators any province of the day reports.
    """

    region: str
    as_of: date
    asked: int
    indices: tuple[Rankable, ...]
    rows: tuple[RegionRow, ...]

    @property
    def empty(self) -> bool:
        """Tell whether no province of the day lies in it."""
        return not self.rows


def region_profile(dataset: Dataset, region: str, *, as_of: date) -> RegionProfile:
    """Return how the provinces of a region stand among all provinces of the day."""
    leaders = find_leaders(dataset, as_of=as_of)
    reported = reporting(dataset, as_of=as_of)
    counts = {coverage.id: coverage.reported for coverage in reported.provinces}
    targets = gaps(dataset, as_of=as_of, region=region).rows
    rows = []
    for standing in leaders.standings:
        id = standing.province
        if dataset.province(id).region == region:
            verdicts = [row.assessment.verdict for row in targets if row.province == id]
            met = verdicts.count("met")
            rows.append(RegionRow(id, standing.places, counts[id], len(verdicts), met))
    return RegionProfile(region, as_of, reported.asked, leaders.indices, tuple(rows))
