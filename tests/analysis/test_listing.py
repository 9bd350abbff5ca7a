"""What the data set holds, counted by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dtcompare.analysis.listing import KINDS, find_kind, listing
from tests.analysis.build import AS_OF, LAND, country, figure, figures, share, target

LINES = [
    *figures(("an", "2025", "9"), ("an", "2024", "8"), ("ba", "2026-01", "7"), basis="people"),
    figure("former/bo", "2024", "5", basis="area", method="nso"),
    figure("da", "2026-10", "99", basis="area", reject="a misprint"),
    figure("national", "2026-09", "6", basis="people"),
    target("an", "2030", "20", basis="people"),
    target("em", "2030", "30", basis="unstated"),
]
DATASET = country(
    LINES,
    share(bases=("people", "area", "unstated")),
    provinces=[
        replace(p, region="north") if p.id in ("an", "former/bo") else replace(p, region="south")
        for p in LAND
    ],
    regions=("north", "south"),
)


def _counted(kind: str) -> list[tuple[str, int, int, int, str | None]]:
    return [
        (e.id, e.figures, e.targets, e.provinces, e.newest.text if e.newest else None)
        for e in listing(DATASET, kind, as_of=AS_OF).entries
    ]


def test_indicators_count_lines_and_the_provinces_of_the_day_that_report() -> None:
    """Six value lines; an and ba report, da's only line is rejected; the country's is newest."""
    assert _counted("indicators") == [("share", 6, 2, 2, "2026-09")]


def test_provinces_come_today_s_first_by_name() -> None:
    counted = _counted("provinces")
    assert [entry[0] for entry in counted] == [
        "an",
        "ba",
        "ca",
        "da",
        "em",
        "former/ba",
        "former/bo",
        "former/ca",
        "former/co",
    ]
    assert counted[0] == ("an", 2, 1, 1, "2025")
    assert counted[3] == ("da", 1, 0, 0, None)
    assert counted[6] == ("former/bo", 1, 0, 0, "2024")


def test_bases_methods_and_sources() -> None:
    assert _counted("bases") == [
        ("people", 4, 1, 2, "2026-09"),
        ("area", 2, 0, 0, "2024"),
        ("unstated", 0, 1, 0, None),
    ]
    assert _counted("methods")[0] == ("nso", 1, 0, 0, "2024")
    assert _counted("sources")[0] == ("an/page", 2, 1, 1, "2025")


def test_a_region_counts_its_provinces_of_the_day() -> None:
    assert _counted("regions") == [
        ("north", 3, 1, 1, "2025"),
        ("south", 2, 1, 4, "2026-01"),
    ]


def test_an_unknown_kind_is_an_error() -> None:
    assert set(KINDS) == {
        *("provinces", "indicators", "sources", "bases", "methods", "regions", "scores")
    }
    with pytest.raises(KeyError):
        listing(DATASET, "lakes", as_of=AS_OF)


def test_nothing_to_list_is_empty() -> None:
    assert listing(country([]), "regions", as_of=AS_OF).empty


def test_indicators_tell_how_many_provinces_are_ranked() -> None:
    """Three of a share; of two nothing is ranked, and of other kinds nothing is told."""
    lines = figures(("an", "2025", "9"), ("ba", "2025", "8"), ("da", "2025", "7"))
    of_three, of_two = country(lines), country(lines[:2])
    assert [e.ranked for e in listing(of_three, "indicators", as_of=AS_OF).entries] == [3]
    assert [e.ranked for e in listing(of_two, "indicators", as_of=AS_OF).entries] == [None]
    assert {e.ranked for e in listing(of_three, "provinces", as_of=AS_OF).entries} == {None}


def test_a_word_is_sought_in_ids_and_names_whatever_its_case() -> None:
    found = listing(DATASET, "provinces", as_of=AS_OF, word="BA")
    assert [entry.id for entry in found.entries] == ["ba", "former/ba"]
    assert found.word == "BA"
    assert listing(DATASET, "provinces", as_of=AS_OF, word="zz").empty


def test_a_word_alone_is_sought_among_indicators_first_then_in_the_other_kinds() -> None:
    """Where nothing has it, no indicator does."""
    assert find_kind(DATASET, "shar") == "indicators"
    assert find_kind(DATASET, "da") == "provinces"
    assert find_kind(DATASET, "north") == "regions"
    assert find_kind(DATASET, "zz") == "indicators"
