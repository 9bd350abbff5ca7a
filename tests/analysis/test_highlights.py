"""What stands out of a profile: places in the first and last quarter, and targets by verdict."""

from __future__ import annotations

from collections.abc import Sequence

from dtcompare.analysis.highlights import Highlights, highlights
from dtcompare.analysis.profile import profile
from dtcompare.model.figure import Line
from tests.analysis.build import AS_OF, country, figure, figures, index, target

FIVE = figures(
    ("an", "2025", "90"),
    ("ba", "2025", "80"),
    ("ca", "2025", "70"),
    ("da", "2025", "60"),
    ("em", "2025", "50"),
)


def _found(province: str, lines: Sequence[Line]) -> Highlights:
    return highlights(profile(country(lines), province, as_of=AS_OF))


def _names(found: Highlights) -> tuple[list[int], list[int]]:
    """The places that are ahead and behind."""
    return ([one.interval.rank for one in found.ahead], [one.interval.rank for one in found.behind])


def test_of_five_the_first_two_are_in_the_first_quarter_and_the_last_two_in_the_last() -> None:
    """The distance from first to last is four places; a quarter of it is one."""
    assert [_names(_found(id, [*FIVE])) for id in ("an", "ba", "ca", "da", "em")] == [
        ([1], []),
        ([2], []),
        ([], []),
        ([], [4]),
        ([], [5]),
    ]


def test_a_place_that_is_not_sure_stands_out_only_where_all_it_may_be_does() -> None:
    """About 80 may be 79 to 81: behind none for sure but ca, and so second in any case."""
    sure = _found("ba", [FIVE[0], figure("ba", "2025", "about 80"), *FIVE[2:]])
    assert _names(sure) == ([2], [])
    loose = _found("ba", [FIVE[0], figure("ba", "2025", "over 40"), *FIVE[2:]])
    assert loose.placings[0].interval.worst > loose.placings[0].interval.best
    assert _names(loose) == ([], [])


def test_four_provinces_are_too_few_to_stand_out_of() -> None:
    assert _found("an", FIVE[:4]).placings == ()


def test_of_a_published_index_the_newest_place_counts() -> None:
    """3 of 63 is in the first quarter; the 60 of 63 of the year before is not told."""
    lines = [figure("an", "2022", "60 of 63"), figure("an", "2023", "3 of 63")]
    found = highlights(profile(country(lines, index()), "an", as_of=AS_OF))
    assert [(one.interval.rank, one.interval.of) for one in found.ahead] == [(3, 63)]
    assert found.behind == ()


def test_a_target_is_met_missed_running_or_untold() -> None:
    """Ninety reaches 85; short of 95, whose deadline has passed, and of 99, which has time."""
    lines: list[Line] = [
        figure("an", "2025", "90"),
        target("an", "2025", "85"),
        target("an", "2025-06", "95"),
        target("an", "2030", "99"),
    ]
    found = _found("an", lines)
    texts = [[one.target.by.text for _, one in part] for part in (found.met, found.running)]
    assert texts == [["2025"], ["2030"]]
    assert [one.target.by.text for _, one in (*found.missed, *found.untold)] == ["2025-06"]
