"""Published indices: places are kept as published, one edition is one ranking."""

from __future__ import annotations

from datetime import date
from typing import Any

from dtcompare.analysis.arrangement import Picks
from dtcompare.analysis.editions import missing_places
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.model.figure import Line
from tests.analysis.build import (
    AS_OF,
    country,
    figure,
    figures,
    index,
    of_one_period,
    period,
    places,
    province,
    ranked,
    reasons,
    target,
)


def _ranked(*lines: Line, **more: Any) -> Ranking:
    return ranked(lines, index(**more))


def test_of_two_places_of_one_edition_the_first_line_counts() -> None:
    """Whatever the lines of others say before."""
    lines = of_one_period(
        figure("ba", "2024", "4 of 5", status="estimated"),
        figure("an", "2024", "1 of 5; 0.8"),
        figure("an", "2024", "3 of 5", status="estimated"),
        figure("da", "2024", "2 of 5"),
    )
    ranking = _ranked(*lines)
    assert places(ranking.groups[0]) == [("an", 1), ("da", 2), ("ba", 4)]


def test_published_places_are_kept_with_their_scores() -> None:
    """The score of em is the highest and its place the third: the place stands."""
    ranking = _ranked(
        figure("em", "2024", "3 of 5; 0.9"),
        figure("an", "2024", "1 of 5; 0.8"),
        figure("da", "2024", "4 of 5"),
    )
    (group,) = ranking.groups
    assert group.edition == Edition("2024", 5)
    assert places(group) == [("an", 1), ("em", 3), ("da", 4)]
    assert [str(row.observation.figure.number) for row in group.rows] == ["0.8", "0.9", "4"]
    assert {row.rank_interval.of for row in group.rows if row.rank_interval} == {5}


def test_place_and_score_may_stand_on_two_lines() -> None:
    """A score without a place belongs to the edition of the provinces that existed: five."""
    ranking = _ranked(
        figure("an", "2025", "0.8", source="an/score"),
        figure("an", "2025", "1 of 5", source="an/place"),
        *figures(("da", "2025", "2 of 5"), ("em", "2025", "3 of 5")),
    )
    row = ranking.groups[0].rows[0]
    assert (row.province, row.observation.sources) == ("an", ("an/score",))
    assert row.place is not None
    assert row.place.sources == ("an/place",)


def test_a_place_beats_a_top_n_of_another_line_whichever_comes_first() -> None:
    lines = [
        figure("an", "2025", "top 3 of 5", source="an/vague"),
        figure("an", "2025", "2 of 5; 0.8", source="an/exact"),
        *figures(("da", "2025", "1 of 5"), ("em", "2025", "3 of 5")),
    ]
    for given in (lines, lines[::-1]):
        (group,) = _ranked(*given).groups
        assert places(group) == [("da", 1), ("an", 2), ("em", 3)]
        place = group.rows[1].place
        assert place is not None
        assert place.sources == ("an/exact", "an/vague")


def test_provinces_that_share_a_place_leave_no_hole() -> None:
    land = [province(f"p{n}") for n in range(17)]
    lines = [figure(f"p{n}", "2024", f"{n + 1} of 17") for n in range(14)]
    lines += figures(
        ("p14", "2024", "15 of 17"), ("p15", "2024", "15 of 17"), ("p16", "2024", "17 of 17")
    )
    ranking = rank(country(lines, index(), provinces=land), "share", as_of=AS_OF)
    (group,) = ranking.groups
    assert [place for _, place in places(group)][-3:] == [15, 15, 17]
    assert missing_places(group) == []


def test_places_nobody_is_known_to_hold_are_holes() -> None:
    """Of 34: 1 and 2 are known, two share 16, one has 31; 17 is the second of those on 16."""
    lines = figures(
        ("an", "2024", "1 of 34"),
        ("ba", "2024", "2 of 34"),
        ("ca", "2024", "16 of 34"),
        ("da", "2024", "16 of 34"),
        ("em", "2024", "31 of 34"),
    )
    (group,) = _ranked(*lines).groups
    assert missing_places(group) == [(3, 15), (18, 30), (32, 34)]


def test_a_top_n_is_a_row_without_a_place_behind_the_others() -> None:
    ranking = _ranked(
        figure("ba", "2024", "0.9"),
        figure("an", "2024", "top 3 of 7"),
        figure("em", "2024", "top 2 of 7"),
        figure("da", "2024", "5 of 7"),
        figure("ca", "2024", "7 of 7"),
    )
    (group,) = ranking.groups
    assert places(group) == [("da", 5), ("ca", 7), ("em", None), ("an", None)]
    assert missing_places(group) == [(1, 4), (6, 6)]


def test_sorting_by_value_keeps_those_without_a_place_last() -> None:
    lines = figures(
        ("an", "2024", "top 3 of 63"), ("da", "2024", "50 of 63"), ("em", "2024", "60 of 63")
    )
    ranking = rank(country(lines, index()), "share", as_of=AS_OF, picks=Picks(sort="value"))
    assert places(ranking.groups[0]) == [("da", 50), ("em", 60), ("an", None)]


def test_an_edition_without_any_place_is_ranked_by_score() -> None:
    lines = figures(("an", "2025", "0.7"), ("da", "2025", "0.9"), ("em", "2025", "0.8"))
    (group,) = _ranked(*lines).groups
    assert group.edition == Edition("2025", 5)
    assert places(group) == [("da", 1), ("em", 2), ("an", 3)]
    assert {row.rank_interval.of for row in group.rows if row.rank_interval} == {3}


def test_a_score_belongs_to_the_provinces_of_its_period() -> None:
    """In 2022 there were seven; the recast score of ba belongs to the five of the merger."""
    lines = figures(("an", "2022", "0.7"), ("da", "2022", "0.6"), ("em", "2022", "0.5"))
    ranking = _ranked(*lines, figure("ba", "2022", "0.4", recast=True))
    assert [group.edition for group in ranking.groups] == [Edition("2022", 7)]
    assert reasons(ranking) == [("ba", "other_edition")]


def test_places_of_63_and_of_34_never_share_a_group() -> None:
    lines = [
        *figures(("an", "2024", "1 of 63"), ("da", "2024", "2 of 63"), ("em", "2024", "3 of 63")),
        *figures(("ba", "2024", "4 of 34"), ("an", "2024", "9 of 34")),
    ]
    ranking = _ranked(*lines)
    assert [group.edition for group in ranking.groups] == [Edition("2024", 63)]
    assert reasons(ranking) == [("ba", "other_edition")]


def test_of_two_editions_of_one_period_that_of_the_provinces_shown_comes_first() -> None:
    """Today five provinces exist, in June 2025 seven did."""
    lines = [
        *figures(("an", "2024", "1 of 7"), ("da", "2024", "2 of 7"), ("em", "2024", "3 of 7")),
        *figures(("an", "2024", "5 of 5"), ("da", "2024", "4 of 5"), ("em", "2024", "3 of 5")),
    ]
    assert [group.edition for group in _ranked(*lines).groups] == [Edition("2024", 5)]
    old = rank(country(lines, index()), "share", as_of=date(2025, 6, 30))
    assert [group.edition for group in old.groups] == [Edition("2024", 7)]


def test_the_newest_edition_is_shown_and_others_lend_each_missing_province_its_newest() -> None:
    lines = [
        *figures(("an", "2023", "1 of 7"), ("da", "2023", "2 of 7"), ("em", "2023", "3 of 7")),
        *figures(("an", "2024", "3 of 7"), ("da", "2024", "1 of 7"), ("em", "2024", "2 of 7")),
        *figures(("ba", "2022", "5 of 7"), ("ba", "2021", "6 of 7"), recast=True),
    ]
    ranking = _ranked(*lines)
    assert [group.edition for group in ranking.groups] == [Edition("2024", 7)]
    assert [(e.province, e.reason, e.observation.figure.period.text) for e in ranking.listed] == [
        ("ba", "other_edition", "2022")
    ]


def test_an_older_edition_is_ranked_where_the_newest_has_too_few() -> None:
    """The newer places are listed, that of a province in the ranking too."""
    lines = [
        *figures(("an", "2023", "1 of 7"), ("da", "2023", "2 of 7"), ("em", "2023", "3 of 7")),
        *figures(("an", "2024", "3 of 7"), ("ba", "2024", "1 of 7")),
    ]
    ranking = _ranked(*lines)
    assert [group.edition for group in ranking.groups] == [Edition("2023", 7)]
    assert reasons(ranking) == [("an", "other_edition"), ("ba", "other_edition")]


def test_with_too_few_scores_and_no_place_every_edition_is_a_list() -> None:
    ranking = _ranked(*figures(("an", "2024", "0.8"), ("an", "2023", "0.7"), ("da", "2023", "0.6")))
    assert not ranking.is_ranked
    assert [(group.edition, places(group)) for group in ranking.groups] == [
        (Edition("2024", 7), [("an", None)]),
        (Edition("2023", 7), [("da", None)]),
    ]
    assert ranking.listed == ()


def test_a_period_picks_its_edition_and_its_provinces() -> None:
    lines = figures(
        ("an", "2022", "1 of 7"),
        ("former/ba", "2022", "2 of 7"),
        ("former/bo", "2022", "3 of 7"),
        ("an", "2024", "9 of 7"),
    )
    ranking = rank(
        country(lines, index()), "share", as_of=AS_OF, picks=Picks(period=period("2022"))
    )
    assert places(ranking.groups[0]) == [("an", 1), ("former/ba", 2), ("former/bo", 3)]


def test_former_provinces_are_listed_under_an_edition_of_today() -> None:
    lines = figures(("an", "2024", "1 of 7"), ("da", "2024", "2 of 7"), ("em", "2024", "3 of 7"))
    ranking = _ranked(
        *lines, *figures(("former/bo", "2024", "4 of 7"), ("former/bo", "2023", "5 of 7"))
    )
    assert [(e.province, e.reason, str(e.observation.figure.number)) for e in ranking.listed] == [
        ("former/bo", "former_province", "4")
    ]


def test_editions_on_two_bases_are_two_rankings() -> None:
    lines = [
        *figures(
            ("an", "2024", "1 of 7"),
            ("da", "2024", "2 of 7"),
            ("em", "2024", "3 of 7"),
            basis="people",
        ),
        *figures(("ba", "2024", "1 of 7"), basis="area", recast=True),
    ]
    ranking = _ranked(*lines, bases=("people", "area"))
    assert [group.series_key.basis for group in ranking.groups] == ["people"]
    assert places(ranking.groups[0]) == [("an", 1), ("da", 2), ("em", 3)]
    assert reasons(ranking) == [("ba", "other_basis")]


def test_an_index_of_which_neither_way_is_better_is_never_ranked() -> None:
    lines = figures(("an", "2024", "1 of 7"), ("da", "2024", "2 of 7"), ("em", "2024", "3 of 7"))
    assert not _ranked(*lines, better="none").is_ranked


def test_a_year_long_index_is_no_matter_of_seasons() -> None:
    lines = figures(
        ("an", "2021/2024", "1 of 7"), ("da", "2021/2024", "2 of 7"), ("em", "2021/2024", "3 of 7")
    )
    assert _ranked(*lines).is_ranked


def test_a_row_is_judged_by_the_place_or_the_score_that_its_target_speaks_of() -> None:
    """an: place 2, score 0.6 on another line; a place to reach and a score to reach."""
    lines = [
        figure("an", "2025", "0.6", source="an/score"),
        figure("an", "2025", "2 of 5", source="an/place"),
        *figures(("da", "2025", "1 of 5; 0.9"), ("em", "2025", "3 of 5")),
        target("an", "2030", "top 3 of 5"),
        target("da", "2030", "0.95"),
    ]
    rows = {row.province: row for row in _ranked(*lines).groups[0].rows}
    reached, short = rows["an"].target, rows["da"].target
    assert reached is not None
    assert short is not None
    assert (reached.verdict, str(reached.gap)) == ("met", "-1")
    assert (short.verdict, str(short.gap)) == ("short", "0.05")


def test_one_known_place_is_the_ranking_of_its_edition() -> None:
    """Of the newest edition of which a place is known; others are listed, places with scores."""
    ranking = _ranked(
        figure("an", "2024", "1 of 7", source="an/place"),
        figure("an", "2024", "0.8", source="an/score"),
        figure("em", "2023", "2 of 7"),
        figure("em", "2023", "0.7"),
        figure("ba", "2025", "0.6"),
        figure("da", "2025", "top 3 of 5"),
    )
    (group,) = ranking.groups
    assert (group.ranked, group.edition) == (True, Edition("2024", 7))
    (row,) = group.rows
    assert row.place is not None
    assert (row.province, row.place.sources) == ("an", ("an/place",))
    assert row.observation.sources == ("an/score",)
    assert missing_places(group) == [(2, 7)]
    assert [entry.province for entry in ranking.listed] == ["ba", "da", "em"]
    score = ranking.listed[2].score
    assert score is not None
    assert str(score.figure.number) == "0.7"


def test_scores_without_any_place_are_ranked_from_three_on() -> None:
    """A "top 3" is no single place."""
    two = [figure("an", "2025", "0.8"), figure("em", "2025", "0.6")]
    assert not _ranked(*two).is_ranked
    assert not _ranked(*two[:1], figure("em", "2025", "top 3 of 5")).is_ranked
    (group,) = _ranked(*two, figure("da", "2025", "0.7")).groups
    assert places(group) == [("an", 1), ("da", 2), ("em", 3)]
