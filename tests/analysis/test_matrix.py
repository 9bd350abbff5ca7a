"""Provinces by indicators: one group a column, the first ranked one, else the largest."""

from __future__ import annotations

from dtcompare.analysis.matrix import matrix
from tests.analysis.build import AS_OF, country, figure, figures, index, share


def _cells(column: int, lines: list[object], **more: object) -> dict[str, str]:
    found = matrix(country(lines, **more), AS_OF)  # type: ignore[arg-type]
    figures = found.columns[column].figures
    return {id: one.figure.period.text for id, one in figures.items()}


def test_a_column_is_the_first_ranked_group() -> None:
    """Three of 2025 are ranked; two others of 2023 are not of their season."""
    lines = figures(
        ("an", "2025", "90"),
        ("ba", "2025", "80"),
        ("ca", "2025", "70"),
        ("da", "2023", "60"),
        ("em", "2023", "50"),
    )
    assert _cells(0, [*lines]) == {"an": "2025", "ba": "2025", "ca": "2025"}


def test_where_none_is_ranked_the_largest_group_is_the_column() -> None:
    """Two shares of people against one of area."""
    lines = [
        figure("an", "2025", "90", basis="area"),
        figure("ba", "2025", "80", basis="people"),
        figure("ca", "2025", "70", basis="people"),
    ]
    indicator = share(bases=("area", "people"))
    assert set(_cells(0, [*lines], indicator=indicator)) == {"ba", "ca"}


def test_a_published_index_has_its_places_before_its_scores() -> None:
    """Of one with a place alone the score's column is empty."""
    lines = figures(("an", "2025", "1 of 5; 0.9"), ("ba", "2025", "2 of 5"))
    found = matrix(country(lines, index()), AS_OF)
    assert [(column.places, sorted(column.figures)) for column in found.columns] == [
        (True, ["an", "ba"]),
        (False, ["an"]),
    ]


def test_every_province_of_the_day_is_a_row() -> None:
    """By the alphabet, be nothing known of it."""
    found = matrix(country(figures(("ba", "2025", "80"))), AS_OF)
    assert found.provinces[:2] == ("an", "ba")
    assert len(found.provinces) > 2
