"""What is shown of one province, and of one of its figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dtcompare.analysis.profile import detail, profile
from dtcompare.model.figure import NATIONAL
from tests.analysis.build import (
    AS_OF,
    COUNT,
    INDEX,
    TODAY,
    country,
    figure,
    figures,
    index,
    label,
    of_indicator,
    province,
    share,
    target,
)

FIVE = figures(
    ("an", "2025", "90"),
    ("ba", "2025", "80"),
    ("ca", "2025", "70"),
    ("da", "2025", "60"),
    ("em", "2025", "50"),
)


def _places(lines: list[Any], indicator: Any = None) -> list[int | None]:
    """The place behind every figure of da."""
    answer = profile(country(lines, indicator), "da", as_of=AS_OF)
    return [
        row.rank_interval.rank if row.rank_interval else None
        for part in answer.indicators
        for row in part.rows
    ]


def test_a_place_is_told_among_five_and_not_among_four() -> None:
    assert _places(FIVE) == [4]
    assert _places(FIVE[1:]) == [None]


def test_a_count_that_larger_provinces_have_more_of_gives_no_place() -> None:
    assert _places(FIVE, share(unit=COUNT)) == [None]


def test_only_the_figure_that_was_ranked_has_the_place() -> None:
    """The newest first; a part of the province last."""
    lines = [
        *FIVE,
        figure("da", "2024", "55"),
        figure("da", "2025", "99", scope=(("ward", "X"),)),
    ]
    assert _places(lines) == [4, None, None]


def test_what_is_measured_and_published_indices_are_kept_apart() -> None:
    other = share(id="dti", name=label("dti"), unit=INDEX)
    lines = [*FIVE, of_indicator(figure("da", "2024", "9 of 63"), "dti")]
    answer = profile(country(lines, others=[other]), "da", as_of=AS_OF)
    assert [part.indicator for part in answer.indicators] == ["share"]
    assert [part.indicator for part in answer.rankings] == ["dti"]
    assert not answer.empty


def test_predecessors_and_successors_are_told_with_their_own_figures() -> None:
    dti = share(id="dti", name=label("dti"), unit=INDEX)
    lines = [
        *figures(("former/bo", "2023", "40"), ("former/bo", "2024", "41"), ("ba", "2025", "50")),
        of_indicator(figure("former/bo", "2022", "9 of 63"), "dti"),
        of_indicator(figure("former/bo", "2023", "8 of 63"), "dti"),
        figure("former/bo", "2021", "1", reject="a misprint"),
    ]
    dataset = country(lines, others=[dti])
    today = profile(dataset, "ba", as_of=AS_OF)
    assert [(kin.province, kin.figures) for kin in today.predecessors] == [
        ("former/ba", 0),
        ("former/bo", 4),
    ]
    ((id, observation),) = today.predecessors[1].places
    assert (id, str(observation.figure.number)) == ("dti", "8")
    assert len(today.indicators[0].rows) == 1
    old = profile(dataset, "former/bo", as_of=AS_OF)
    assert old.successor is not None
    assert (old.successor.province, old.successor.figures) == ("ba", 1)
    assert [row.observation.figure.period.text for row in old.indicators[0].rows] == [
        "2024",
        "2023",
    ]


def test_the_targets_of_a_former_province_are_told_as_ended() -> None:
    lines = [figure("former/bo", "2024", "40"), target("former/bo", "2030", "60")]
    old = profile(country(lines), "former/bo", as_of=AS_OF)
    assert [row.verdict for row in old.indicators[0].assessments] == ["ended"]


def test_what_others_report_is_counted_by_provinces_of_the_day() -> None:
    lines = [
        *figures(
            ("an", "2025", "9"), ("an", "2024", "8"), ("ba", "2025", "7"), ("national", "2025", "6")
        ),
        figure("former/bo", "2024", "5"),
        figure("em", "2025", "4", reject="a misprint"),
    ]
    dataset = country(lines, published={"ba/page": "2026-02-01"})
    assert profile(dataset, "da", as_of=AS_OF).elsewhere == (("share", 2),)
    early = profile(dataset, "da", as_of=date(2025, 12, 1))
    assert early.elsewhere == (("share", 1),)


def test_nothing_known_is_empty() -> None:
    answer = profile(country(FIVE[:1]), "em", as_of=AS_OF)
    assert answer.empty
    assert answer.elsewhere == (("share", 1),)


@pytest.mark.parametrize("words", [("nowhere", "share"), ("an", "nothing")])
def test_unknown_ids_are_errors(words: tuple[str, str]) -> None:
    with pytest.raises(KeyError):
        detail(country(FIVE), *words, as_of=AS_OF)


def test_an_unknown_province_has_no_profile() -> None:
    with pytest.raises(KeyError):
        profile(country(FIVE), "nowhere", as_of=AS_OF)


def test_a_detail_lists_every_line_rejected_ones_too_the_oldest_first() -> None:
    lines = [
        figure("ba", "2025", "80", source="ba/a"),
        figure("ba", "2025", "about 80", source="ba/b"),
        figure("ba", "2024", "99", reject="a misprint", recast=True),
        figure("former/bo", "2023", "40"),
        figure("an", "2025", "90"),
        target("ba", "2026", "90"),
        target("ba", "2026", "85", reject="superseded"),
    ]
    answer = detail(country(lines), "ba", "share", as_of=AS_OF)
    assert [(line.period.text, line.word) for line in answer.figures] == [
        ("2024", "value"),
        ("2025", "value"),
        ("2025", "about"),
    ]
    assert [observation.sources for observation in answer.observations] == [("ba/a", "ba/b")]
    assert [len(answer.targets), len(answer.assessments)] == [2, 1]
    assert [line.province for line in answer.relatives] == ["former/bo"]
    assert answer.group is not None
    assert len(answer.group.rows) == 2
    assert not answer.empty


def test_a_detail_without_lines_is_empty_and_in_no_group() -> None:
    answer = detail(country(FIVE[:3]), "em", "share", as_of=AS_OF)
    assert answer.empty
    assert answer.group is None


def test_a_figure_holds_those_it_compares_with_and_no_other() -> None:
    """Of one season, without its own; none of an extensive count, nor of what is not better."""
    lines = [*FIVE, figure("da", "2020", "55")]
    newest, older = profile(country(lines), "da", as_of=AS_OF).indicators[0].rows
    assert [observation.figure.province for observation in newest.peers] == ["an", "ba", "ca", "em"]
    assert older.peers == ()
    for measured in (share(unit=COUNT), share(better="none")):
        (part,) = profile(country(FIVE, measured), "da", as_of=AS_OF).indicators
        assert part.rows[0].peers == ()


def test_two_that_compare_are_peers_without_a_place() -> None:
    """A place needs five, a comparison two."""
    (part,) = profile(country(FIVE[3:]), "da", as_of=AS_OF).indicators
    assert [observation.figure.province for observation in part.rows[0].peers] == ["em"]
    assert part.rows[0].rank_interval is None


def test_the_latest_on_every_footing_is_told_from_older_ones() -> None:
    """One a basis, whatever their years."""
    measured = share(bases=("people", "area"))
    lines = [
        figure("da", "2025", "60", basis="people"),
        figure("da", "2024", "55", basis="people"),
        figure("da", "2020", "70", basis="area"),
    ]
    (part,) = profile(country(lines, measured), "da", as_of=AS_OF).indicators
    assert [(str(row.observation.figure.number), row.latest) for row in part.rows] == [
        ("60", True),
        ("55", False),
        ("70", True),
    ]


def test_the_country_is_a_subject_without_a_place_or_kin() -> None:
    lines = [
        *figures(("national", "2025", "80"), *((id, "2025", "90") for id in TODAY)),
        target("national", "2026", "90"),
    ]
    answer = profile(country(lines), NATIONAL, as_of=AS_OF)
    (part,) = answer.indicators
    assert part.foremost is not None
    assert part.foremost.observation.figure.number == 80
    assert part.place is None
    assert [one.verdict for one in answer.targets] == ["short"]
    assert (answer.predecessors, answer.successor, answer.elsewhere) == ((), None, ())
    assert detail(country(lines), NATIONAL, "share", as_of=AS_OF).relatives == ()


def test_first_and_last_third_are_ahead_and_behind_where_that_is_sure() -> None:
    """Of six the first two are ahead and the last two behind; "about 97" may be third."""
    land = [province(id) for id in "abcdef"]
    lines = figures(*((id, "2025", str(99 - n)) for n, id in enumerate("abcdef")))
    dataset = country(lines, provinces=land)
    ahead = [id for id in "abcdef" if profile(dataset, id, as_of=AS_OF).ahead]
    behind = [id for id in "abcdef" if profile(dataset, id, as_of=AS_OF).behind]
    assert (ahead, behind) == (["a", "b"], ["e", "f"])
    vague = [figure("b", "2025", "about 97"), *(line for line in lines if line.province != "b")]
    assert not profile(country(vague, provinces=land), "b", as_of=AS_OF).ahead


def test_the_place_and_the_score_of_the_newest_edition_stand_together() -> None:
    lines = figures(("an", "2022", "1 of 7"), ("an", "2024", "3 of 7"), ("an", "2024", "0.7"))
    (part,) = profile(country(lines, index()), "an", as_of=AS_OF).rankings
    assert part.foremost is not None
    figure = part.foremost.observation.figure
    assert (figure.place and figure.place.number, figure.number) == (3, Decimal("0.7"))
