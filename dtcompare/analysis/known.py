"""The data set as it was known on a day: what was published later is left out."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from dtcompare.analysis.observations import known_lines
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.province import Extent


def known_by(dataset: Dataset, day: date) -> Dataset:
    """Return the data set with the lines, pages and scores alone that are known by ``day``."""
    lines = {}
    for indicator, own in dataset.all_lines():
        figures = known_lines(own.figures, dataset, day)
        lines[indicator.id] = Lines(tuple(figures), tuple(known_lines(own.targets, dataset, day)))
    sources = {key: page for key, page in dataset.sources.items() if page.known_from <= day}
    scores = {id: one for id, one in dataset.scores.items() if (one.as_of or day) <= day}
    known = with_known_extents(dataset, day)
    return replace(known, lines=lines, sources=sources, scores=scores, distributions={})


def with_known_extents(dataset: Dataset, day: date) -> Dataset:
    """Return the data set without the populations and areas that are published after ``day``."""

    def known(extent: Extent | None) -> Extent | None:
        late = extent is not None and dataset.sources[extent.source].known_from > day
        return None if late else extent

    provinces = {
        id: replace(one, population=known(one.population), area=known(one.area))
        for id, one in dataset.register.provinces.items()
    }
    return replace(dataset, register=replace(dataset.register, provinces=provinces))
