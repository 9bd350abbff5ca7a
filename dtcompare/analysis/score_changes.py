"""What a change of the data does to the composite indices: whose score or place is another."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.model.dataset import Dataset
from dtcompare.model.problem import Problem
from dtcompare.model.score import Leaf, Node, ScoreFile

if TYPE_CHECKING:
    from dtcompare.analysis.score import Member


class IndexSide(Struct, frozen=True):
    """An index as one side works it out: on which day, and how many provinces have a place.

    ``problems`` say why it cannot be worked out; nobody has a place then.
    """

    as_of: date
    of: int
    problems: tuple[Problem, ...] = ()


class ScoreMove(Struct, frozen=True):
    """A province whose printed score or place is another; None: it had, or has, none."""

    province: str
    old_rank: int | None
    new_rank: int | None
    old_score: Decimal | None
    new_score: Decimal | None


class Rescored(Struct, frozen=True):
    """One index before and after: a side of None has no such score file.

    ``redefined`` tells whether the file says something else than before, comments aside. ``moves``
    are in the order of the new places; those who lost theirs come last.
    """

    file: ScoreFile
    old: IndexSide | None
    new: IndexSide | None
    redefined: bool
    moves: tuple[ScoreMove, ...] = ()

    @property
    def kind(self) -> Literal["added", "changed", "removed"] | None:
        """Return what happened to the score file: added, changed or removed; None: nothing."""
        if self.old is None:
            return "added"
        if self.new is None:
            return "removed"
        return "changed" if self.redefined else None

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to tell of this index."""
        return self.kind is None and not self.moves and _why(self.old) == _why(self.new)


def _why(side: IndexSide | None) -> list[object]:
    """Return why an index cannot be worked out, wherever in its file that shows."""
    problems = side.problems if side is not None else ()
    return [(problem.key, dict(problem.facts)) for problem in problems]


def rescored(
    old: Dataset, new: Dataset, touched: AbstractSet[str], *, as_of: date, fixed: bool
) -> tuple[Rescored, ...]:
    """Return the indices that a change shifts, by name.

    Only an index is worked out whose file is another, or with an indicator that is ``touched``; it
    is then just what ``score`` says on either side: on the day of its file, unless ``fixed`` tells
    that ``as_of`` was asked for.
    """
    entries = []
    for id in sorted({*old.scores, *new.scores}):
        before, after = old.scores.get(id), new.scores.get(id)
        redefined = _meaning(before) != _meaning(after)
        if redefined or _asks(before, touched) or _asks(after, touched):
            was, rows_before = _worked_out(old, before, as_of, fixed=fixed)
            is_, rows_after = _worked_out(new, after, as_of, fixed=fixed)
            file = after or before
            assert file is not None
            entry = Rescored(file, was, is_, redefined, tuple(_moves(rows_before, rows_after)))
            if not entry.empty:
                entries.append(entry)
    return tuple(entries)


def _asks(file: ScoreFile | None, touched: AbstractSet[str]) -> bool:
    """Tell whether one of the indicators is in the tree."""
    return file is not None and any(leaf.id in touched for leaf in file.tree.leaves())


def _meaning(file: ScoreFile | None) -> ScoreFile | None:
    """Return what a score file says, wherever in it that stands; comments are no part of it."""

    def without_place(node: Node) -> Node:
        return replace(node, line=1, column=1) if isinstance(node, Leaf) else node

    return replace(file, content=b"", tree=file.tree.map(without_place)) if file else None


def _worked_out(
    dataset: Dataset, file: ScoreFile | None, as_of: date, *, fixed: bool
) -> tuple[IndexSide | None, tuple[Member, ...]]:
    """Return one side of an index, and its provinces with a place, the best first."""
    if file is None:
        return None, ()
    # numpy comes with it: only a change that touches an index pays for that
    from dtcompare.analysis.score import CannotScore, Options, score  # noqa: PLC0415

    day = as_of if fixed else file.as_of or as_of
    try:
        rows = score(dataset, file, as_of=day, options=Options(draws=0)).rows
    except CannotScore as error:
        return IndexSide(day, 0, error.problems), ()
    return IndexSide(day, len(rows)), rows


def _moves(old: Iterable[Member], new: Iterable[Member]) -> Iterable[ScoreMove]:
    """Yield the provinces whose printed score or place is not what it was."""
    before, after = ({row.province: row for row in rows} for rows in (old, new))
    for province in dict.fromkeys((*after, *before)):
        was, is_ = before.get(province), after.get(province)
        old_rank, old_score = (was.rank, was.score) if was else (None, None)
        new_rank, new_score = (is_.rank, is_.score) if is_ else (None, None)
        if (old_rank, old_score) != (new_rank, new_score):
            yield ScoreMove(province, old_rank, new_rank, old_score, new_score)
