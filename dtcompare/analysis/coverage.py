"""Which provinces report an indicator at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dtcompare.analysis.observations import known_by
from dtcompare.model.dataset import Dataset
from dtcompare.model.tally import Tally

__all__ = ["reporters"]


def reporters(
    dataset: Dataset, indicators: Iterable[str], as_of: date
) -> Iterator[tuple[str, set[str]]]:
    """Yield the provinces of the day that report each of some indicators by then.

    Lines are read only where the tally cannot tell that something of each province was known.
    """
    existing = {province.id for province in dataset.register.existing(as_of)}
    tallies = dataset.tallies("indicator")
    for id in indicators:
        tally = tallies.get(id, Tally())
        if tally.heard <= as_of:
            yield id, existing.intersection(tally.provinces)
        else:
            yield (
                id,
                {
                    figure.province
                    for figure in dataset.lines_of(id).figures
                    if figure.province in existing
                    and figure.reject is None
                    and known_by(figure, dataset, as_of)
                },
            )
