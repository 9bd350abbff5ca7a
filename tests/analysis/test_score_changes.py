"""What a change of the data does to composite indices, worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from dtcompare.analysis.changes import Changes, changes
from dtcompare.analysis.score_changes import ScoreMove
from dtcompare.model.dataset import Dataset
from dtcompare.model.score import Scale, ScoreFile
from tests.analysis.build import AS_OF, period
from tests.analysis.scoring import Table, dataset_of, file_of, leaf

BEFORE: Table = {
    "an": {"x": "80", "y": "60", "z": "5"},  # 70
    "ba": {"x": "70", "y": "50", "z": "6"},  # 60
    "ca": {"x": "40", "y": "60", "z": "7"},  # 50
}
OWN = file_of(leaf("x"), leaf("y"), precision=1)


def with_scores(table: Table, *files: ScoreFile) -> Dataset:
    """The data set of a table with score files."""
    return replace(dataset_of(table), scores={file.id: file for file in files})


def altered(province: str, indicator: str, number: str) -> Table:
    """The table with one number changed."""
    return {**BEFORE, province: {**BEFORE[province], indicator: number}}


def asked(old: Dataset, new: Dataset, **more: bool) -> Changes:
    """What changed, seen on the day of the tests."""
    return changes(old, new, as_of=AS_OF, **more)


def moves(result: Changes) -> Mapping[str, Sequence[object]]:
    """Rank and score before and after, by province, of the only index that shifts."""
    (index,) = result.scores
    return {
        move.province: (move.old_rank, move.new_rank, move.old_score, move.new_score)
        for move in index.moves
    }


def test_a_figure_that_shifts_a_score_and_two_places() -> None:
    """Ca goes from 40 to 75 in x: (75 + 60) / 2 = 67.5 passes the 60 of ba."""
    old, new = with_scores(BEFORE, OWN), with_scores(altered("ca", "x", "75"), OWN)
    result = asked(old, new)
    assert moves(result) == {
        "ca": (3, 2, Decimal("50.0"), Decimal("67.5")),
        "ba": (2, 3, Decimal("60.0"), Decimal("60.0")),
    }
    (index,) = result.scores
    assert index.kind is None
    assert index.old is not None
    assert index.new is not None
    assert (index.old.of, index.new.of) == (3, 3)


def test_a_score_that_moves_without_a_place() -> None:
    """An goes from 80 to 90 in x: 75 where 70 was, still the first."""
    old, new = with_scores(BEFORE, OWN), with_scores(altered("an", "x", "90"), OWN)
    assert moves(asked(old, new)) == {"an": (1, 1, Decimal("70.0"), Decimal("75.0"))}


def test_what_the_printed_score_hides_is_no_shift() -> None:
    """Half of 0.02 is lost when 70.01 is printed with one decimal."""
    old, new = with_scores(BEFORE, OWN), with_scores(altered("an", "x", "80.02"), OWN)
    assert asked(old, new).scores == ()


def test_an_indicator_outside_the_tree_works_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The indicator z is no part of the index: nobody even asks for it."""
    from dtcompare.analysis import score

    monkeypatch.delattr(score, "score")
    old, new = with_scores(BEFORE, OWN), with_scores(altered("an", "z", "9"), OWN)
    assert asked(old, new).scores == ()
    assert asked(old, old).scores == ()


def test_a_province_that_gets_and_one_that_loses_its_place() -> None:
    """Under refuse a gap costs the place: ba has none before, an none after."""
    file = replace(OWN, missing="refuse")
    old = with_scores(altered("ba", "y", ""), file)
    new = with_scores(altered("an", "y", ""), file)
    assert moves(asked(old, new)) == {
        "ba": (None, 1, None, Decimal("60.0")),
        "an": (1, None, Decimal("70.0"), None),
    }


def test_other_weights_are_another_index() -> None:
    """X weighs three: (240 + 60) / 4 = 75, (210 + 50) / 4 = 65, (120 + 60) / 4 = 45."""
    file = replace(file_of(leaf("x", "3"), leaf("y"), precision=1), content=b"other")
    result = asked(with_scores(BEFORE, OWN), with_scores(BEFORE, file))
    assert result.scores[0].kind == "changed"
    assert moves(result) == {
        "an": (1, 1, Decimal("70.0"), Decimal("75.0")),
        "ba": (2, 2, Decimal("60.0"), Decimal("65.0")),
        "ca": (3, 3, Decimal("50.0"), Decimal("45.0")),
    }
    assert not result.empty


def test_a_comment_in_a_score_file_is_no_change() -> None:
    """Lines and columns of the tree, and the bytes of the file, say nothing."""
    moved = [replace(leaf(id), line=9, column=5) for id in ("x", "y")]
    file = replace(file_of(*moved, precision=1), content=b"# more")
    result = asked(with_scores(BEFORE, OWN), with_scores(BEFORE, file))
    assert result.scores == ()
    assert result.empty


def test_an_index_that_is_added_or_removed() -> None:
    """Everyone had no place, or has none now; the file is named either way."""
    without, having = with_scores(BEFORE), with_scores(BEFORE, OWN)
    added, removed = asked(without, having), asked(having, without)
    assert (added.scores[0].kind, removed.scores[0].kind) == ("added", "removed")
    assert moves(added)["ca"] == (None, 3, None, Decimal("50.0"))
    assert moves(removed)["an"] == (1, None, Decimal("70.0"), None)
    assert (added.scores[0].old, removed.scores[0].new) == (None, None)


def test_an_index_that_cannot_be_worked_out() -> None:
    """Figures that do not differ give a relative scale no meaning: told, not raised."""
    file = file_of(leaf("x", scale=Scale("minmax")), precision=1)
    table = {"an": {"x": "80"}, "ba": {"x": "70"}}
    old = with_scores(table, file)
    new = with_scores({**table, "ba": {"x": "80"}}, file)
    (index,) = asked(old, new).scores
    assert index.new is not None
    assert [problem.code for problem in index.new.problems] == ["constant-column"]
    assert index.moves == (
        ScoreMove("an", 1, None, Decimal("100.0"), None),
        ScoreMove("ba", 2, None, Decimal("0.0"), None),
    )
    assert asked(new, new).scores == ()


def test_the_day_of_the_file_yields_to_one_that_was_asked_for() -> None:
    """Figures of 2025 are not known at the end of 2024."""
    file = replace(OWN, as_of=date(2024, 12, 31), missing="refuse")
    old, new = with_scores(BEFORE, file), with_scores(altered("ca", "x", "75"), file)
    assert asked(old, new).scores == ()
    assert moves(asked(old, new, fixed=True))["ca"][:2] == (3, 2)


def test_a_page_that_came_out_later_takes_its_figures_along() -> None:
    """No line changed, but on the day nobody knew the figures yet: everybody loses the place."""
    old = with_scores(BEFORE, OWN)
    page = replace(old.sources["page"], published=period("2026-12"))
    lines = {
        id: replace(
            entry,
            figures=tuple(replace(line, period=period("2026")) for line in entry.figures),
        )
        for id, entry in old.lines.items()
    }
    old = replace(old, lines=lines)
    result = asked(old, replace(old, sources={"page": page}))
    assert (result.lines, [change.kind for change in result.sources]) == ((), ["changed"])
    assert [move.new_rank for move in result.scores[0].moves] == [None] * 3
    assert {move.indicator for move in result.moves} == {"x", "y", "z"}
