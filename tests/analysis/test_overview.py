"""What can be ranked, and who leads, counted by hand."""

from __future__ import annotations

from dtcompare.analysis.overview import find_leaders, list_rankings
from dtcompare.analysis.places import RankInterval
from tests.analysis.build import AS_OF, COUNT, country, figures, index, province, share

TEN = [province(f"p{number}") for number in range(10)]
OTHER, RATED = share(id="other"), index(id="rated")
STATIONS = share(id="stations", unit=COUNT)
LINES = [
    # "share": p0 is first with 100, p9 last with 91.
    *figures(*((f"p{n}", "2026", str(100 - n)) for n in range(10))),
    # Two figures of "other" are none too few to show and too few to rank.
    *figures(("p0", "2026", "5"), ("p1", "2026", "4"), indicator="other"),
    # Of the index three places of ten are known.
    *figures(
        ("p9", "2026", "1 of 10"),
        ("p0", "2026", "2 of 10"),
        ("p4", "2026", "10 of 10"),
        indicator="rated",
    ),
    # Of a count larger provinces have more.
    *figures(*((f"p{n}", "2026", str(n + 1)) for n in range(10)), indicator="stations"),
]
DATASET = country(LINES, provinces=TEN, others=(OTHER, RATED, STATIONS))


def test_what_can_be_ranked_is_listed_the_most_provinces_first() -> None:
    """Of several with as many, in the catalogue's order; one has figures that do not compare."""
    rankings = list_rankings(DATASET, as_of=AS_OF)
    assert [(one.indicator, one.group.size, one.of) for one in rankings.rankings] == [
        ("share", 10, 10),
        ("stations", 10, 10),
        ("rated", 3, 10),
    ]
    assert (rankings.existing, rankings.others, rankings.empty) == (10, 1, False)
    assert [one.group.rows[0].province for one in rankings.rankings] == ["p0", "p9", "p9"]


def test_parts_of_an_index_are_marked_and_counted_apart() -> None:
    """Two parts: one has three places of ten, the other a single figure that compares with none."""
    pillar, dimension = index(id="pillar", part_of="rated"), share(id="dimension", part_of="rated")
    places = (("p1", "2026", "1 of 10"), ("p2", "2026", "2 of 10"), ("p3", "2026", "3 of 10"))
    lines = [*LINES, *figures(*places, indicator="pillar")]
    lines += figures(("p0", "2026", "5"), indicator="dimension")
    dataset = country(lines, provinces=TEN, others=(OTHER, RATED, STATIONS, pillar, dimension))
    rankings = list_rankings(dataset, as_of=AS_OF)
    wholes = {one.indicator: one.part_of for one in rankings.rankings}
    assert wholes == {"share": None, "stations": None, "rated": None, "pillar": "rated"}
    assert rankings.others == 1, "other"


def test_firsts_and_ends_are_counted_in_rankings_of_ten_or_more_counts_left_out() -> None:
    """That is one, "share"; p4 is fifth in it, p5 the fifth from the end."""
    leaders = find_leaders(DATASET, as_of=AS_OF)
    assert leaders.counted == 1
    counted = {
        one.province: (one.firsts, one.first_five, one.last_five) for one in leaders.standings
    }
    assert counted["p0"] == (1, 1, 0)
    assert counted["p4"] == (0, 1, 0)
    assert counted["p5"] == (0, 0, 1)
    assert counted["p9"] == (0, 0, 1)


def test_indices_stand_side_by_side_and_decide_the_order() -> None:
    """Those without a place follow by name."""
    leaders = find_leaders(DATASET, as_of=AS_OF)
    assert [one.indicator for one in leaders.indices] == ["rated"]
    assert [one.province for one in leaders.standings][:5] == ["p9", "p0", "p4", "p1", "p2"]
    assert leaders.standings[0].places == (RankInterval(1, 1, 1, 10),)
    assert leaders.standings[3].places == (None,)


def test_nobody_leads_where_nothing_can_be_ranked() -> None:
    dataset = country(figures(("p0", "2026", "5")), provinces=TEN)
    assert list_rankings(dataset, as_of=AS_OF).empty
    assert find_leaders(dataset, as_of=AS_OF).empty
