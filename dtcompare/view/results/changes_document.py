"""A change of the data as a JSON document, and as a record a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dtcompare.analysis.changes import Changes, LineChange, Move, VerdictChange
from dtcompare.analysis.word_changes import WordChange
from dtcompare.model.figure import Line
from dtcompare.view.figures import season_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.changes_scores import score_entry
from dtcompare.view.results.changes_words import section_of, when
from dtcompare.view.sheet import Records
from dtcompare.view.tables import records

if TYPE_CHECKING:
    from dtcompare.view.documents import changes


def changes_document(
    result: Changes, phrases: Phrases, *, revisions: tuple[str, str | None], base: str | None
) -> dict[str, object]:
    """Return the JSON object ``diff/1``."""
    return {
        "schema": "diff/1",
        "filters": {"from": revisions[0], "to": revisions[1], "base": base},
        "lines": [_line_entry(change, phrases) for change in result.lines],
        "moves": [_move_entry(move, phrases) for move in result.moves],
        "verdicts": [_verdict_entry(verdict, phrases) for verdict in result.verdicts],
        "contradictions": [
            {
                "province": found.chosen.province,
                "name": phrases.province(found.chosen.province),
                "indicator": found.chosen.indicator,
                "chosen": _written(found.chosen, phrases),
                "other": _written(found.other, phrases),
            }
            for found in result.contradictions
        ],
        "scores": [score_entry(index, phrases) for index in result.scores],
        "ranked": list(result.ranked),
        "unranked": list(result.unranked),
        "pages": [{"source": change.key, "change": change.kind} for change in result.sources],
        "around": result.around,
        "words": [_word_entry(change) for change in result.words],
        "renamed": [{"kind": one.kind, "old": one.old, "new": one.new} for one in result.renames],
        "sources": [change.key for change in result.sources],
    }


def _word_entry(change: WordChange) -> changes.WordChangeDocument:
    return {
        "file": change.file,
        "part": change.part,
        "id": change.id,
        "word": change.word,
        "old": change.old,
        "new": change.new,
    }


def _line_entry(change: LineChange, phrases: Phrases) -> changes.LineChangeDocument:
    line = change.line
    return {
        "change": change.kind,
        "section": section_of(line),
        "province": line.province,
        "name": phrases.province(line.province),
        "indicator": line.indicator,
        "scope": phrases.scope_names(line.scope),
        "old": _written(change.old, phrases) if change.old else None,
        "new": _written(change.new, phrases) if change.new else None,
    }


def _written(line: Line, phrases: Phrases) -> changes.WrittenLineDocument:
    """Return a line as it is on one side."""
    upper = line.amount.upper if line.amount is not None else None
    return {
        "period": when(line).text,
        "word": line.word,
        "value": line.number,
        "upper": upper,
        "rank": line.place.number if line.place else None,
        "rank_of": line.place.of if line.place else None,
        "text": phrases.line(line, phrases.dataset.indicator(line.indicator)),
        "basis": line.basis,
        "method": line.method,
        "status": line.status,
        "prefer": line.prefer,
        "reject": line.reject.say(phrases.lang) if line.reject else None,
        "recast": line.recast,
        "change": _change(line),
        "remarks": list(line.remarks),
        "note": line.note.say(phrases.lang) if line.note else None,
        "source": line.source,
        "file": line.file,
        "line": line.row,
    }


def _change(line: Line) -> changes.WrittenChangeDocument | None:
    """Return how the source says that the number changed."""
    change = line.change
    if change is None:
        return None
    return {
        "since": change.since.text if change.since else None,
        "times": change.times,
        "points": change.points,
        "percent": change.percent,
    }


def _move_entry(move: Move, phrases: Phrases) -> changes.MoveDocument:
    series_key, edition = move.group.series_key, move.group.edition
    return {
        "indicator": move.indicator,
        "province": move.province,
        "name": phrases.province(move.province),
        "basis": series_key.basis,
        "method": series_key.method,
        "edition": edition.period if edition else None,
        "old_season": season_document(move.old_season),
        "new_season": season_document(move.new_season),
        "old_rank": move.old_rank,
        "old_of": edition.of if edition and move.old_rank else move.old_of,
        "new_rank": move.new_rank,
        "new_of": edition.of if edition and move.new_rank else move.new_of,
    }


def _verdict_entry(verdict: VerdictChange, phrases: Phrases) -> changes.VerdictChangeDocument:
    return {
        "province": verdict.target.province,
        "name": phrases.province(verdict.target.province),
        "indicator": verdict.target.indicator,
        "target": _written(verdict.target, phrases),
        "old": verdict.old,
        "new": verdict.new,
    }


def changes_records(result: Changes, phrases: Phrases) -> Records:
    """Return a record for every line that changed."""
    rows = []
    for change in result.lines:
        line = change.line
        names = phrases.scope_names(line.scope) or {}
        scope = ", ".join(f"{key}={name}" for key, name in names.items()) or None
        own = {"when": when(line).text, "file": line.file, "line": line.row, "scope": scope}
        rows.append({**_line_entry(change, phrases), **own})
    return records(
        "change section province name indicator when scope old_text old_basis old_source new_text"
        " new_basis new_source file line",
        rows,
    )
