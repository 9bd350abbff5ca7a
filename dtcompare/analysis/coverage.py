"""Which provinces report an indicator at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dtcompare.analysis.observations import known_by
from dtcompare.model.dataset import Dataset
from dtcompare.model.usage import Usage

__all__ = ["reporters"]


def reporters(
    dataset: Dataset, indicators: Iterable[str], as_of: date
) -> Iterator[tuple[str, set[str]]]:
    """Yield the provinces of the day that report each of some indicators by then.

    Lines are read only where the usage cannot tell that something of each province was known.
    """
    existing = {province.id for province in dataset.register.existing(as_of)}
    usages = dataset.usage("indicator")
    for id in indicators:
        usage = usages.get(id, Usage())
        if usage.known_from <= as_of:
            yield id, existing.intersection(usage.provinces)
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
