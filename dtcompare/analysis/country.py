"""What is known of the country itself, in the form of a province's profile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from dtcompare.analysis.comparability import series_key_of
from dtcompare.analysis.gaps import assess
from dtcompare.analysis.observations import collect_observations, latest_by
from dtcompare.analysis.profile import IndicatorProfile, ProfileRow
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL

__all__ = ["country_profile"]


def country_profile(dataset: Dataset, as_of: date) -> Iterator[IndicatorProfile]:
    """Yield the country's figures, the newest first, and targets of every indicator it has any."""
    for indicator, lines in dataset.lines_about(NATIONAL):
        own = collect_observations(lines.figures, indicator, dataset, as_of)
        own.sort(key=lambda one: one.figure.period.recency, reverse=True)
        newest = latest_by(own, partial(series_key_of, indicator=indicator)).values()
        rows = tuple(ProfileRow(one, latest=one in newest) for one in own)
        assessments = assess(dataset, indicator, NATIONAL, lines, as_of)
        if rows or assessments:
            yield IndicatorProfile(indicator.id, rows, assessments)
