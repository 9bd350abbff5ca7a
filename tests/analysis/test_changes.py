"""What changed between two data sets, on small ones made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dtcompare.analysis.changes import Changes, changes
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line
from tests.analysis.build import AS_OF, country, figure, index, target


def asked(old: Dataset, new: Dataset) -> Changes:
    """What changed, seen on the day of the tests."""
    return changes(old, new, as_of=AS_OF)


def whole(*lines: Line) -> Dataset:
    """A data set of one indicator, a percentage."""
    return country(lines)


def contradictions(result: Changes) -> Sequence[tuple[str, str]]:
    """The sources of the lines that contradict each other, the chosen one first."""
    return [(found.chosen.source, found.other.source) for found in result.contradictions]


def test_places_contradict_though_the_scores_agree() -> None:
    """9 of 63 and 12 of 63 cannot both be true, whatever stands beside them."""
    old = figure("an", "2022", "9 of 63; 0.7", source="an/one")
    for text in ("12 of 63; 0.7", "12 of 63"):
        new = figure("an", "2022", text, source="an/two", reject="a slip")
        result = asked(country([old], index()), country([old, new], index()))
        assert contradictions(result) == [("an/one", "an/two")]


def test_places_of_two_rankings_are_no_contradiction() -> None:
    """9 of 63 and 5 of 34 are places in different rankings."""
    old = figure("an", "2022", "9 of 63", source="an/one")
    new = figure("an", "2022", "5 of 34", source="an/two")
    assert contradictions(asked(country([old], index()), country([old, new], index()))) == []


def test_rejected_lines_contradict_nobody_but_what_counts() -> None:
    """Two lines of which neither is used leave nothing to decide."""
    one = figure("an", "2025", "40", source="an/one", reject="another year")
    two = figure("an", "2025", "50", source="an/two", reject="a slip")
    three = figure("an", "2025", "60", source="an/three")
    assert contradictions(asked(whole(one), whole(one, two))) == []
    assert contradictions(asked(whole(one, two), whole(one, two, three))) == [
        ("an/three", "an/one"),
        ("an/three", "an/two"),
    ]


def test_a_second_page_for_a_target_is_no_new_verdict() -> None:
    """At least 65 and 65 are one target with two pages: judged as it was."""
    number = figure("an", "2025", "60")
    old = target("an", "2030", "at_least 65", source="an/one")
    new = target("an", "2030", "65", source="an/two")
    result = asked(whole(number, old), whole(number, old, new))
    assert [change.kind for change in result.lines] == ["added"]
    assert result.verdicts == ()


def test_more_digits_of_a_number_are_a_change() -> None:
    """About 30 is 28.5 to 31.5 (5 %), about 30.0 is 29.95 to 30.05."""
    for less, more in (("about 30", "about 30.0"), ("30", "30.0"), ("40 to 50", "40 to 50.0")):
        (change,) = asked(
            whole(figure("an", "2025", less)), whole(figure("an", "2025", more))
        ).lines
        assert change.kind == "changed"


def test_more_digits_move_places_and_show_in_targets_too() -> None:
    old, new = (target("an", "2030", text) for text in ("about 60", "about 60.0"))
    assert [change.kind for change in asked(whole(old), whole(new)).lines] == ["changed"]


def test_a_season_that_gives_way_to_a_later_one() -> None:
    """Figures of 2026 move the window on: ca drops out; last year's, now the second, is kept."""
    lines = [figure(id, f"2025-0{month}", "50") for month, id in enumerate(("an", "ba", "ca"), 6)]
    late = [figure(id, "2026-08", "60") for id in ("an", "ba")]
    result = asked(whole(*lines), whole(*lines, *late, figure("da", "2026-08", "70")))
    told = {
        (move.old_season and move.old_season.end, move.new_season and move.new_season.end)
        for move in result.moves
    }
    assert told == {(date(2025, 8, 31), date(2026, 8, 31))}
    assert {(move.province, move.old_rank, move.new_rank) for move in result.moves} == {
        ("da", None, 1), ("an", 1, 2), ("ba", 1, 2), ("ca", 1, None),
    }  # fmt: skip


def test_a_target_that_is_new_has_its_first_verdict() -> None:
    """60 where 65 is wanted is short."""
    number = figure("an", "2025", "60")
    aim = target("an", "2030", "65")
    (verdict,) = asked(whole(number), whole(number, aim)).verdicts
    assert (verdict.old, verdict.new) == (None, "short")
    (verdict,) = asked(whole(number, aim), whole(number)).verdicts
    assert (verdict.old, verdict.new) == ("short", None)


def test_a_newer_season_is_compared_with_the_one_before_it() -> None:
    """2025 for all five: two swap places; the ranking of 2024, now the second, moves nobody."""
    numbers = dict(zip(("an", "ba", "ca", "da", "em"), (10, 20, 30, 40, 50), strict=True))
    before = [figure(id, "2024", str(n)) for id, n in numbers.items()]
    older = [figure(id, "2023", str(n // 2)) for id, n in numbers.items()]
    after = [figure(id, "2025", str(n + 1)) for id, n in numbers.items() if id not in ("an", "ba")]
    after += [figure("an", "2025", "25"), figure("ba", "2025", "15")]
    result = asked(whole(*older, *before), whole(*older, *before, *after))
    moves = {(move.province, move.old_rank, move.new_rank) for move in result.moves}
    assert moves == {("an", 5, 4), ("ba", 4, 5)}


def test_another_file_is_no_change() -> None:
    """A province's file is called by its id; where it lies is no part of what it says."""
    one = figure("an", "2025", "40", file="an.yaml")
    assert asked(whole(one), whole(figure("an", "2025", "40", file="former/an.yaml"))).empty
