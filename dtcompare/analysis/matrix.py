"""The data set as a matrix: provinces by indicators, in each column one base and one season."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from dtcompare.analysis.groups import Group
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import comparable_groups
from dtcompare.model.dataset import Dataset
from dtcompare.text import sort_key


class MatrixColumn(Struct, frozen=True):
    """The figures of one group by province; ``places`` tells that they are published places."""

    indicator: str
    group: Group
    figures: Mapping[str, Observation]
    places: bool = False


class Matrix(Struct, frozen=True):
    """The provinces of the day by name, and a column for each indicator that some of them report.

    The group of a column is the first that is ranked, else the largest.
    """

    as_of: date
    provinces: tuple[str, ...]
    columns: tuple[MatrixColumn, ...]


def matrix(dataset: Dataset, as_of: date) -> Matrix:
    """Return the matrix of what the provinces of the day report; figures beside it are left out."""
    existing = sorted(dataset.register.existing(as_of), key=lambda one: sort_key(one.name))
    columns: list[MatrixColumn] = []
    for indicator in dataset.catalogue.indicators.values():
        groups = comparable_groups(dataset, indicator, as_of)
        if groups:
            largest = max(groups, key=lambda group: len(group.rows))
            columns += _columns_of(indicator.id, groups[0] if groups[0].ranked else largest)
    return Matrix(as_of, tuple(province.id for province in existing), tuple(columns))


def _columns_of(indicator: str, group: Group) -> list[MatrixColumn]:
    """Return the column of the figures; of a published index one of its places before it."""
    places = {row.province: row.place for row in group.rows if row.place is not None}
    figures = {
        row.province: row.observation
        for row in group.rows
        if row.observation.figure.amount is not None
    }
    found = [MatrixColumn(indicator, group, places, places=True)] if places else []
    if figures:
        found.append(MatrixColumn(indicator, group, figures))
    return found
