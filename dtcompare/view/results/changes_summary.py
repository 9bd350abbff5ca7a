"""A change of many figures told by indicator: how many came and went, and who moves most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field

from dtcompare.analysis.changes import ChangeKind, Changes, LineChange, Move
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Row, Table
from dtcompare.view.tables import DataColumn, SheetWriter

_PAGE = 24  # lines, places and verdicts; more are told by indicator
_MOST_ROWS = 30


class _IndicatorSummary(Struct):
    """What changed of one indicator."""

    id: str
    lines: list[LineChange] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    verdicts: int = 0

    def count(self, kind: ChangeKind) -> str:
        """Return how many lines came, changed or went; "" for none."""
        found = sum(change.kind == kind for change in self.lines)
        return str(found) if found else ""

    @property
    def farthest(self) -> Move | None:
        """Return the move over the most places; None where nobody had a place and has another."""
        both = [move for move in self.moves if move.old_rank and move.new_rank]
        return max(both, key=_distance, default=None)


def _distance(move: Move) -> int:
    """Return over how many places a province moves."""
    return abs((move.old_rank or 0) - (move.new_rank or 0))


def is_long(result: Changes) -> bool:
    """Tell whether the change is too long for a page."""
    shifts = sum(len(index.moves) for index in result.scores)
    return len(result.lines) + len(result.moves) + len(result.verdicts) + shifts > _PAGE


def summary_table(writer: SheetWriter, result: Changes, place: Callable[[Move], str]) -> Table:
    """Return a row an indicator, in the catalogue's order; ``place`` says how a province moved.

    A short answer has the first indicators alone.
    """
    phrases = writer.phrases
    found = list(_by_indicator(result))
    shown = found[:_MOST_ROWS] if writer.brief else found
    columns: Sequence[DataColumn[_IndicatorSummary]] = (
        DataColumn("diff.column.indicator", lambda one: phrases.indicator(one.id)),
        *(_count_column(kind) for kind in ("added", "changed", "removed")),
        DataColumn("diff.column.moves", lambda one: _number(len(one.moves)), "right"),
        DataColumn("diff.column.farthest", lambda one: _farthest(one, phrases, place)),
        DataColumn("diff.column.verdicts", lambda one: _number(one.verdicts), "right"),
    )
    table = writer.full_table(shown, columns, "diff.by-indicator")
    if len(found) == len(shown):
        return table
    more = Row((Cell(phrases.say("diff.more", n=len(found) - len(shown))),), "heading")
    return Table(table.columns, (*table.rows, more), table.heading)


def _by_indicator(result: Changes) -> Iterable[_IndicatorSummary]:
    """Return what changed of each indicator of which anything did."""
    found = {id: _IndicatorSummary(id) for id in result.ground.catalogue.indicators}
    for change in result.lines:
        found[change.line.indicator].lines.append(change)
    for move in result.moves:
        found[move.indicator].moves.append(move)
    for verdict in result.verdicts:
        found[verdict.target.indicator].verdicts += 1
    return (one for one in found.values() if one.lines or one.moves or one.verdicts)


def _count_column(kind: ChangeKind) -> DataColumn[_IndicatorSummary]:
    return DataColumn(f"diff.column.{kind}", lambda one: one.count(kind), "right")


def _number(count: int) -> str:
    return str(count) if count else ""


def _farthest(one: _IndicatorSummary, phrases: Phrases, place: Callable[[Move], str]) -> str:
    """Say who moves over the most places, from where to where."""
    move = one.farthest
    return f"{phrases.province(move.province)}: {place(move)}" if move else ""
