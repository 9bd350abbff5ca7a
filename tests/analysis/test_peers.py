"""A province's peers: the nearest in people, three of them of its region."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.analysis.peers import find_peers
from dtcompare.model.province import Extent, Province
from tests.analysis.build import AS_OF, country, figures, province


def _land(**people: int | None) -> list[Province]:
    """Provinces with so many people, those whose name ends in "s" in the south."""
    found = []
    for id, number in people.items():
        extent = None if number is None else Extent(Decimal(number), "register/people")
        region = "south" if id.endswith("s") else "north"
        found.append(province(id, region=region, population=extent))
    return found


def _peers(land: list[Province], id: str = "an") -> list[str]:
    dataset = country([], provinces=land, regions=["north", "south"])
    return [peer.province for peer in find_peers(dataset, id, as_of=AS_OF).peers]


def test_the_nearest_in_people_come_first_by_their_ratio() -> None:
    """50 and 200 are as far from 100; by name ba comes before ca."""
    land = _land(an=100, da=300, ca=200, ba=50, em=101)
    assert _peers(land) == ["em", "ba", "ca", "da"]


def test_three_are_of_the_region_and_two_from_anywhere() -> None:
    land = _land(an=100, ba=500, ca=600, da=700, em=800, ks=100, ls=110, ms=120)
    assert _peers(land) == ["ks", "ls", "ba", "ca", "da"]


def test_those_whose_people_are_not_known_come_last_by_name() -> None:
    land = _land(an=100, da=None, ca=None, ba=1000)
    assert _peers(land) == ["ba", "ca", "da"]
    assert _peers(_land(an=None, da=5, ca=6)) == ["ca", "da"]


def test_who_is_ahead_on_how_much_is_told() -> None:
    lines = figures(("an", "2025", "90"), ("ba", "2025", "80"), ("ca", "2025", "95"))
    dataset = country(lines, provinces=_land(an=100, ba=100, ca=100))
    peers = find_peers(dataset, "an", as_of=AS_OF).peers
    assert [(one.province, one.compared, one.ahead, one.behind) for one in peers] == [
        ("ba", 1, 1, 0),
        ("ca", 1, 0, 1),
    ]
    assert all(one.same_region for one in peers)


def test_an_unknown_province_is_an_error() -> None:
    with pytest.raises(KeyError):
        find_peers(country([]), "nowhere", as_of=AS_OF)
