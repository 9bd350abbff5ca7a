"""What a change of the data does to composite indices: a table, remarks, JSON, a notice each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dtcompare.analysis.changes import Changes
from dtcompare.analysis.score_changes import IndexSide, Rescored, ScoreMove
from dtcompare.view.phrases import Phrases
from dtcompare.view.problems import problem_message, workflow_command
from dtcompare.view.results.changes_words import word_text
from dtcompare.view.sheet import Cell
from dtcompare.view.tables import DataColumn, SheetWriter

if TYPE_CHECKING:
    from dtcompare.view.documents.changes import IndexChangeDocument, IndexSideDocument


def score_moves(result: Changes) -> Iterable[tuple[Rescored, ScoreMove]]:
    """Yield every province whose score or place is another, with the index."""
    for index in result.scores:
        for move in index.moves:
            yield index, move


def score_columns(writer: SheetWriter) -> Sequence[DataColumn[tuple[Rescored, ScoreMove]]]:
    """Return the columns of the table of shifts."""
    phrases = writer.phrases
    heading = phrases.dataset.about.heading.say(phrases.lang)
    return (
        DataColumn("diff.column.index", lambda pair: _name(pair[0], phrases)),
        DataColumn(heading, lambda pair: _province(*pair, phrases)),
        DataColumn("diff.column.score-was", lambda p: _score(p[1].old_score, phrases), "right"),
        DataColumn("diff.column.score-is", lambda p: _score(p[1].new_score, phrases), "right"),
        DataColumn(
            "diff.column.place-was",
            lambda pair: _place(pair[1].old_rank, pair[0].old, phrases),
            "right",
        ),
        DataColumn("diff.column.place-is", lambda pair: _new_place(*pair, phrases), "right"),
    )


def _new_place(index: Rescored, move: ScoreMove, phrases: Phrases) -> Cell:
    """Return the new place, marked where a place became another place."""
    moves = None not in (move.old_rank, move.new_rank) and move.old_rank != move.new_rank
    return Cell(_place(move.new_rank, index.new, phrases), "strong" if moves else "")


def _name(index: Rescored, phrases: Phrases) -> str:
    return index.file.label.say(phrases.lang)


def _province(index: Rescored, move: ScoreMove, phrases: Phrases) -> str:
    """Return the name that the province bears on the day of the index."""
    side = index.new or index.old
    assert side is not None
    return phrases.province(move.province, side.as_of)


def _score(score: Decimal | None, phrases: Phrases) -> str:
    return "–" if score is None else phrases.number(score)


def _place(rank: int | None, side: IndexSide | None, phrases: Phrases) -> str:
    if rank is None or side is None:
        return "–"
    return phrases.say("place.rank", number=rank, of=side.of)


def score_remarks(result: Changes, phrases: Phrases) -> Iterable[tuple[str, list[str]]]:
    """Yield which score files are new, other or gone, and which indices cannot be worked out."""
    for kind in ("added", "changed", "removed"):
        files = [index for index in result.scores if index.kind == kind]
        told = [f"{_name(index, phrases)} ({index.file.file})" for index in files]
        yield f"diff.scores.{kind}", told
    broken: list[str] = []
    for index in result.scores:
        broken += _broken(index, phrases)
    yield "diff.scores.broken", broken


def _broken(index: Rescored, phrases: Phrases) -> Iterable[str]:
    """Say why an index could not be worked out before, or cannot be now."""
    for key, side in (("was", index.old), ("is", index.new)):
        for problem in side.problems if side is not None else ():
            message = problem_message(problem, phrases.lang)
            yield phrases.say(f"diff.broken.{key}", name=_name(index, phrases), message=message)


def score_counts(result: Changes, phrases: Phrases) -> Iterable[str]:
    """Say how many provinces shift in an index, and how many indices cannot be worked out."""
    shifting = {move.province for _, move in score_moves(result)}
    broken = sum(bool(index.new and index.new.problems) for index in result.scores)
    if shifting:
        yield phrases.say("diff.count.scores", n=len(shifting))
    if broken:
        yield phrases.say("diff.count.broken", n=broken)


def score_entry(index: Rescored, phrases: Phrases) -> IndexChangeDocument:
    """Return one index as JSON."""
    return {
        "id": index.file.id,
        "name": _name(index, phrases),
        "file": index.file.file,
        "change": index.kind,
        "old": _side(index.old, phrases),
        "new": _side(index.new, phrases),
        "shifts": [
            {
                "province": move.province,
                "name": _province(index, move, phrases),
                "old_score": move.old_score,
                "new_score": move.new_score,
                "old_rank": move.old_rank,
                "new_rank": move.new_rank,
            }
            for move in index.moves
        ],
    }


def _side(side: IndexSide | None, phrases: Phrases) -> IndexSideDocument | None:
    """Return the day and the number of places of one side; null without such a score file."""
    if side is None:
        return None
    return {
        "as_of": side.as_of,
        "rank_of": side.of,
        "problems": [
            {"code": problem.code, "message": problem_message(problem, phrases.lang)}
            for problem in side.problems
        ],
    }


# --- a pull request


def own_shifts(result: Changes, indicator: str, province: str, phrases: Phrases) -> Iterable[str]:
    """Yield what a line of an indicator does to its own province in each index it enters."""
    for index in result.scores:
        if any(leaf.id == indicator for leaf in index.file.tree.leaves()):
            for move in index.moves:
                if move.province == province:
                    yield f"{_name(index, phrases)}: {_shift(index, move, phrases)}"


def _shift(index: Rescored, move: ScoreMove, phrases: Phrases) -> str:
    """Return score and place before and after: "70.12 (4 of 63) → 71 (3 of 63)"."""
    return " → ".join(
        _score(score, phrases) + (f" ({_place(rank, side, phrases)})" if rank else "")
        for score, rank, side in (
            (move.old_score, move.old_rank, index.old),
            (move.new_score, move.new_rank, index.new),
        )
    )


def score_notices(result: Changes, phrases: Phrases, root: str) -> Iterable[str]:
    """Yield a workflow command for each index, on its file: what it is now, and all who shift."""
    for index in result.scores:
        facts = [phrases.say(f"diff.index.{index.kind}")] if index.kind else []
        facts += [word_text(word) for word in result.words if word.file == index.file.file]
        facts += _broken(index, phrases)
        facts += [
            f"{_province(index, move, phrases)}: {_shift(index, move, phrases)}"
            for move in index.moves
        ]
        properties = {
            "file": (PurePosixPath(root) / index.file.file).as_posix(),
            "line": "1",
            "title": _name(index, phrases),
        }
        yield workflow_command("notice", properties, "; ".join(facts))
