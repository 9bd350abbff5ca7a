"""Counts divided by people or area."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from dtcompare.analysis.arrangement import Picks
from dtcompare.analysis.observations import Observation, interval_of
from dtcompare.analysis.per_capita import rate
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.model.figure import Figure
from dtcompare.model.province import Extent, Province
from tests.analysis.build import AS_OF, COUNT, country, figure, figures, places, province, share

D = Decimal


def _province(people: str | None, area: str | None = None, id: str = "an") -> Province:
    return province(
        id,
        population=Extent(D(people), "sources/people") if people else None,
        area=Extent(D(area), "sources/area") if area else None,
    )


def _observation(line: Figure) -> Observation:
    return Observation(line, interval_of(line, COUNT), (line.source,))


def _rate(text: str, province: Province, per: str) -> Observation | None:
    return rate(_observation(figure("an", "2026-02", text)), province, per)


# Phú Thọ: 4,022,638 people, 9,361.38 km2, 868 stations
PHU_THO = _province("4022638", "9361.38")


@pytest.mark.parametrize(
    ("per", "number", "source"),
    [
        ("people", "21.58", "sources/people"),  # 868 / 40.22638 = 21.5779...
        ("area", "9.27", "sources/area"),  # 868 / 93.6138 = 9.2721...
    ],
)
def test_a_count_is_divided_by_people_or_area(per: str, number: str, source: str) -> None:
    found = _rate("868", PHU_THO, per)
    assert found is not None
    assert found.figure.number == D(number)
    assert found.sources == ("an/page", source)
    assert (found.interval.low, found.interval.high) == (D(number), D(number))


def test_the_word_and_the_range_are_kept() -> None:
    nearly = _rate("nearly 300", _province("1000000"), "people")
    assert nearly is not None
    assert (nearly.figure.word, nearly.figure.number) == ("nearly", D("30.00"))
    assert nearly.interval.high == D("30.00")
    ranged = _rate("200 to 300", _province("1000000"), "people")
    assert ranged is not None
    assert ranged.figure.amount is not None
    assert (ranged.figure.number, ranged.figure.amount.upper) == (D("20.00"), D("30.00"))
    assert (ranged.interval.low, ranged.interval.high) == (D("20.00"), D("30.00"))


@pytest.mark.parametrize("per", ["people", "area"])
def test_without_a_divisor_there_is_no_rate(per: str) -> None:
    assert _rate("868", _province(None), per) is None


LINES = figures(
    ("an", "2025", "100"), ("ba", "2025", "300"), ("ca", "2025", "200"), ("da", "2025", "900")
)


def _ranked(per: str | None) -> Ranking:
    lands = (
        _province("1000000", id="an"),
        _province("6000000", id="ba"),
        replace(_province("1000000", id="ca")),
        _province(None, id="da"),
    )
    dataset = country(LINES, share(unit=COUNT), provinces=lands)
    return rank(dataset, "share", as_of=AS_OF, picks=Picks(per=per))


def test_places_by_rate_are_not_places_by_count() -> None:
    assert places(_ranked(None).groups[0]) == [("da", 1), ("ba", 2), ("ca", 3), ("an", 4)]
    # 200 of 1 million = 20, 100 of 1 million = 10, 300 of 6 million = 5
    assert places(_ranked("people").groups[0]) == [("ca", 1), ("an", 2), ("ba", 3)]


def test_a_count_without_a_divisor_is_listed_as_it_is() -> None:
    answer = _ranked("people")
    (entry,) = answer.listed
    assert (entry.province, entry.reason) == ("da", "no_divisor")
    assert entry.observation.figure.number == 900
    assert answer.reporting == 4


def test_the_counts_behind_the_rates_are_kept() -> None:
    answer = _ranked("people")
    row = answer.groups[0].rows[0]
    count = answer.counts[row.observation.figure.file, row.observation.figure.row]
    assert (row.observation.figure.number, count.figure.number) == (D("20.00"), D(200))
