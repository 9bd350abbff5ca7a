"""Two indicators against each other, by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.analysis.relate import Relation, mean_ranks, relate, spearman
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.province import Extent
from tests.analysis.build import (
    AS_OF,
    COUNT,
    country,
    figure,
    figures,
    index,
    of_indicator,
    province,
    share,
)

D = Decimal
IDS = ("an", "ba", "ca", "da", "em")


def _related(first: list[Figure], second: list[Figure], other: Indicator | None = None) -> Relation:
    """The lines of "share" beside those of "other"."""
    lines = [*first, *(of_indicator(line, "other") for line in second)]
    dataset = country(lines, others=[other or share(id="other")])
    return relate(dataset, "share", "other", as_of=AS_OF)


def _pairs(found: Relation) -> list[tuple[float, float]]:
    return [(float(one), float(other)) for one, other in (row.places for row in found.rows)]


def _year(*numbers: str) -> list[Figure]:
    return [figure(id, "2025", text) for id, text in zip(IDS, numbers, strict=False)]


def _places(*numbers: int) -> list[tuple[Decimal, Decimal]]:
    return [(D(n), D(number)) for n, number in enumerate(numbers, 1)]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ((1, 2, 3, 4, 5), D(1)),
        ((5, 4, 3, 2, 1), D(-1)),
        ((1, 3, 2, 4, 5), D("0.9")),
        ((3, 1, 2, 5, 4), D("0.6")),
    ],
)
def test_the_correlation_without_ties_is_that_of_the_short_formula(
    order: tuple[int, ...], expected: Decimal
) -> None:
    """One less six times the sum of the squared differences (2, then 8) over 5 times 24."""
    assert spearman(_places(*order)) == expected


def test_ties_count_by_mean_ranks() -> None:
    """1, 2.5, 2.5, 4, 5 against 1 to 5.

    About their means -2, -0.5, -0.5, 1, 2 and -2, -1, 0, 1, 2: the sum of products is 9.5, the
    squares sum to 9.5 and 10; 9.5 / root(95) = 0.97468.
    """
    ranks = mean_ranks([10, 20, 20, 30, 40])
    assert ranks == [D(1), D("2.5"), D("2.5"), D(4), D(5)]
    found = spearman([(rank, D(n)) for n, rank in enumerate(ranks, 1)])
    assert found is not None
    assert round(found, 5) == D("0.97468")


def test_fewer_than_five_and_equal_figures_have_none() -> None:
    assert spearman(_places(1, 2, 3, 4)) is None
    assert spearman([(D(3), D(n)) for n in range(1, 6)]) is None


def test_provinces_with_both_stand_in_the_order_of_the_first() -> None:
    """Em has the first alone; ba is ahead of an in the first, and behind in the second."""
    found = _related(_year("70", "80", "60", "50", "40"), _year("9", "8", "7", "6"))
    assert [row.province for row in found.rows] == ["ba", "an", "ca", "da"]
    assert _pairs(found) == [(1, 2), (2, 1), (3, 3), (4, 4)]
    assert found.alone == (("em",), ())
    assert found.correlation is None


def test_where_less_is_better_the_least_is_ahead() -> None:
    lower = share(id="other", better="lower")
    found = _related(_year("50", "40", "30", "20", "10"), _year("1", "2", "3", "4", "5"), lower)
    assert found.correlation == 1


def test_like_stands_beside_like() -> None:
    """Of shares of people (five) and of area (three) the five are taken; those of 2023 are not."""
    bases = share(id="other", bases=("area", "people"))
    people = [figure(id, "2025", "30", basis="people") for id in IDS]
    area = [figure(id, "2025", "60", basis="area") for id in IDS[:3]]
    old = figures(("an", "2023", "99"), ("ba", "2023", "98"))
    found = _related([*_year("5", "4", "3", "2", "1"), *old], [*area, *people], bases)
    assert len(found.rows) == 5
    assert {row.figures[1].figure.basis for row in found.rows} == {"people"}
    assert {row.figures[0].figure.period.text for row in found.rows} == {"2025"}


def test_published_places_stand_for_an_index() -> None:
    """A score without its place is left out, a place "among the top 10" is none."""
    lines = [
        *figures(
            ("an", "2025", "2 of 63; 80"), ("ba", "2025", "1 of 63"), ("ca", "2025", "9 of 63")
        ),
        *figures(("da", "2025", "70"), ("em", "2025", "top 10 of 63")),
    ]
    found = _related(_year("50", "40", "30", "20", "10"), lines, index(id="other"))
    assert [row.province for row in found.rows] == ["an", "ba", "ca"]
    assert _pairs(found) == [(1, 2), (2, 1), (3, 3)]


def test_counts_are_divided_where_asked_for() -> None:
    """An has 100 of 1,000 people, ba 150 of 3,000: fewer a head, though more."""
    land = [
        province(id, population=Extent(D(people), "an/page"))
        for id, people in (("an", 1_000), ("ba", 3_000), ("ca", 9_000))
    ]
    counts = [figure(id, "2025", n) for id, n in (("an", "100"), ("ba", "150"), ("ca", "90"))]
    lines = [*counts, *(of_indicator(line, "other") for line in _year("9", "8", "7")[:3])]
    dataset = country(lines, share(unit=COUNT), provinces=land, others=[share(id="other")])
    plain = relate(dataset, "share", "other", as_of=AS_OF)
    rates = relate(dataset, "share", "other", as_of=AS_OF, per="people")
    assert [row.province for row in plain.rows] == ["ba", "an", "ca"]
    assert [row.province for row in rates.rows] == ["an", "ba", "ca"]


def test_without_a_ranking_of_both_there_is_nothing() -> None:
    found = _related(_year("50", "40"), _year("50", "40", "30"))
    assert found.empty
    assert found.groups is None
    assert (found.rows, found.alone) == ((), ((), ()))
