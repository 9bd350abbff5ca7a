"""A change of the data as a sheet, a document, records, and notices of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from dtcompare.analysis.changes import Changes, LineChange, Move, Verdict
from dtcompare.analysis.groups import Window
from dtcompare.model.figure import Line
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.problems import workflow_command
from dtcompare.view.results.changes_scores import (
    own_shifts,
    score_columns,
    score_counts,
    score_entry,
    score_notices,
    score_remarks,
    score_rows,
)
from dtcompare.view.results.changes_words import (
    aim_text,
    contradiction_text,
    file_text,
    said,
    section_of,
    time_text,
    when,
)
from dtcompare.view.sheet import (
    Cell,
    Column,
    Records,
    Remark,
    Row,
    Sheet,
    Table,
    Tone,
    without_empty,
)
from dtcompare.view.voice import Voice

__all__ = ["changes_document", "changes_notices", "changes_records", "changes_sheet"]

_TONES: dict[str, Tone] = {"added": "good", "changed": "warn", "removed": "bad", "met": "good"}
_KEYS = (
    "change", "section", "province", "name", "indicator", "when", "scope",
    "old_text", "old_basis", "old_source", "new_text", "new_basis", "new_source", "file", "line",
)  # fmt: skip


def changes_sheet(result: Changes, voice: Voice, citations: Citations) -> Sheet:
    """The text face: what changed, who moves, which targets are judged otherwise."""
    say = voice.say
    parts = [
        *_table("diff.lines", _line_columns(voice), _line_rows(result, voice, citations)),
        *_table("diff.moves", _move_columns(voice), _move_rows(result, voice)),
        *_table("diff.verdicts", _verdict_columns(voice), _verdict_rows(result, voice)),
        *_table("diff.scores", score_columns(voice), score_rows(result, voice)),
    ]
    remarks = [
        ("diff.ranked", [voice.indicator(id) for id in result.ranked]),
        ("diff.unranked", [voice.indicator(id) for id in result.unranked]),
        ("diff.contradictions", [contradiction_text(c, voice) for c in result.contradictions]),
        *score_remarks(result, voice),
        *(
            (f"diff.sources.{kind}", [_page(key, voice) for key in _keys(result, kind)])
            for kind in ("added", "changed", "removed")
        ),
    ]
    tables = [Table(t.columns, t.rows, say(t.heading)) for t in parts]
    told = [Remark(say(key, n=len(lines)), tuple(lines)) for key, lines in remarks if lines]
    return Sheet(
        title=capital(say("diff.title")),
        aside=say("as-of", date=voice.day(result.as_of)),
        sentences=(_sentence(result, voice),),
        parts=(*map(without_empty, tables), *told),
        sources=citations.numbered(),
        source_label=say("sources"),
    )


def _table(heading: str, columns: Sequence[Column], rows: Iterable[Row]) -> list[Table]:
    """The table, if it has rows."""
    found = tuple(rows)
    return [Table(tuple(columns), found, heading)] if found else []


def _sentence(result: Changes, voice: Voice) -> str:
    """What changed and what that does, counted."""
    say = voice.say
    kinds = [(section_of(change.line), change.kind) for change in result.lines]
    kinds += [("sources", change.kind) for change in result.sources]
    kinds += [("indices", index.kind) for index in result.scores if index.kind]
    parts = [
        say(f"diff.count.{part}.{kind}", n=kinds.count((part, kind)))
        for part in ("values", "targets", "sources", "indices")
        for kind in ("added", "changed", "removed")
        if (part, kind) in kinds
    ]
    if result.empty:
        return capital(say("diff.none"))
    movers = {move.province for move in result.moves}
    effect = [say("diff.count.moves", n=len(movers)) if movers else say("diff.no-moves")]
    became = sum(v.new == "met" and v.old is not None for v in result.verdicts)
    if became:
        effect.append(say("diff.count.met", n=became))
    if result.contradictions:
        effect.append(say("diff.count.contradictions", n=len(result.contradictions)))
    effect += score_counts(result, voice)
    parts += [say("diff.around")] if result.around else []
    return f"{capital(', '.join(parts))}; {', '.join(effect)}."


# --- lines


def _line_columns(voice: Voice) -> Sequence[Column]:
    names = ("change", "place", "indicator", "period", "was", "is", "page")
    return [Column(_title(name, voice)) for name in names]


def _title(name: str, voice: Voice) -> str:
    """The title of a column; that of the places is the data set's own word."""
    if name == "place":
        return voice.dataset.about.heading.say(voice.lang)
    return voice.say(f"diff.column.{name}")


def _line_rows(result: Changes, voice: Voice, citations: Citations) -> Iterable[Row]:
    for change in result.lines:
        line = change.line
        sources = dict.fromkeys(side.source for side in (change.old, change.new) if side)
        cells = (
            Cell(voice.say(f"diff.{change.kind}"), _TONES[change.kind]),
            Cell(voice.province(line.province)),
            Cell(voice.indicator(line.indicator)),
            Cell(time_text(change, voice)),
            Cell(said(change.old, change, voice)),
            Cell(said(change.new, change, voice)),
            Cell(" ".join(filter(None, (citations.cite(sources), file_text(line))))),
        )
        yield Row(cells)


# --- places and verdicts


def _move_columns(voice: Voice) -> Sequence[Column]:
    names = ("indicator", "place", "figure")
    return [
        *(Column(_title(name, voice)) for name in names),
        *(Column(_title(name, voice), "right") for name in ("was", "is")),
    ]


def _move_rows(result: Changes, voice: Voice) -> Iterable[Row]:
    for move in result.moves:
        row = move.new_row or move.old_row
        assert row is not None
        line = (row.place or row.report).figure
        tone: Tone = "" if move.old_rank is None or move.new_rank is None else "strong"
        yield Row(
            (
                Cell(_ranking(move, voice)),
                Cell(voice.province(move.province)),
                Cell(voice.figure(line, voice.dataset.indicator(move.indicator))),
                Cell(_place(move, move.old_rank, move.old_of, voice)),
                Cell(_place(move, move.new_rank, move.new_of, voice), tone),
            )
        )


def _ranking(move: Move, voice: Voice) -> str:
    """The indicator, with what tells its rankings apart."""
    footing, edition = move.group.footing, move.group.edition
    indicator = voice.dataset.indicator(move.indicator)
    more = [edition.period] if edition else []
    if footing.basis is not None and not indicator.fixed_basis:
        more.append(voice.basis(footing.basis))
    if footing.method is not None:
        more.append(voice.method(footing.method))
    seasons = dict.fromkeys(filter(None, (move.old_season, move.new_season)))
    more += filter(None, [" → ".join(voice.span(*season) for season in seasons)])
    name = voice.indicator(move.indicator)
    return f"{name} ({', '.join(more)})" if more else name


def _place(move: Move, rank: int | None, of: int | None, voice: Voice) -> str:
    """A place among how many; where there is none, why."""
    if rank is None:
        return "–"
    edition = move.group.edition
    return voice.say("place.rank", number=rank, of=edition.of if edition else of)


def _verdict_columns(voice: Voice) -> Sequence[Column]:
    names = ("place", "indicator", "target", "was", "is")
    return [Column(_title(name, voice)) for name in names]


def _verdict_rows(result: Changes, voice: Voice) -> Iterable[Row]:
    for verdict in result.verdicts:
        target = verdict.target
        yield Row(
            (
                Cell(voice.province(target.province)),
                Cell(voice.indicator(target.indicator)),
                Cell(aim_text(target, voice)),
                Cell(_verdict(verdict.old, voice)),
                Cell(_verdict(verdict.new, voice), _TONES.get(verdict.new or "", "")),
            )
        )


def _verdict(verdict: str | None, voice: Voice) -> str:
    return "–" if verdict is None else voice.say(f"verdict.{verdict}")


# --- pages


def _keys(result: Changes, kind: str) -> list[str]:
    return [change.key for change in result.sources if change.kind == kind]


def _page(key: str, voice: Voice) -> str:
    source = voice.dataset.sources[key]
    return f"{key}: {voice.source(source)}: {source.title}. {source.url}"


# --- JSON and records


def changes_document(
    result: Changes, voice: Voice, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``diff/1``."""
    citations.cite(change.key for change in result.sources)
    return {
        "schema": "diff/1",
        "as_of": result.as_of,
        "filters": {},
        "sentence": sentence,
        "lines": [_line_entry(change, voice) for change in result.lines],
        "moves": [_move_entry(move, voice) for move in result.moves],
        "verdicts": [_verdict_entry(verdict, voice) for verdict in result.verdicts],
        "contradictions": [
            {
                "province": found.chosen.province,
                "name": voice.province(found.chosen.province),
                "indicator": found.chosen.indicator,
                "chosen": _side(found.chosen, voice),
                "other": _side(found.other, voice),
            }
            for found in result.contradictions
        ],
        "scores": [score_entry(index, voice) for index in result.scores],
        "ranked": list(result.ranked),
        "unranked": list(result.unranked),
        "pages": [{"source": change.key, "change": change.kind} for change in result.sources],
        "around": result.around,
        "sources": citations.document(),
        "warnings": [],
    }


def _line_entry(change: LineChange, voice: Voice) -> dict[str, object]:
    line = change.line
    return {
        "change": change.kind,
        "section": section_of(line),
        "province": line.province,
        "name": voice.province(line.province),
        "indicator": line.indicator,
        "scope": dict(line.scope) or None,
        "old": _side(change.old, voice),
        "new": _side(change.new, voice),
    }


def _side(line: Line | None, voice: Voice) -> dict[str, object] | None:
    """A line as it is on one side; null where it is not."""
    if line is None:
        return None
    upper = line.amount.upper if line.amount is not None else None
    return {
        "period": when(line).text,
        "word": line.word,
        "value": line.number,
        "upper": upper,
        "rank": line.place.number if line.place else None,
        "rank_of": line.place.of if line.place else None,
        "text": voice.line(line, voice.dataset.indicator(line.indicator)),
        "basis": line.basis,
        "method": line.method,
        "status": line.status,
        "prefer": line.prefer,
        "reject": line.reject,
        "recast": line.recast,
        "change": _change(line),
        "note": line.note,
        "source": line.source,
        "file": line.file,
        "line": line.row,
    }


def _change(line: Line) -> dict[str, object] | None:
    """How the source says that the number changed."""
    change = line.change
    if change is None:
        return None
    return {
        "since": change.since.text if change.since else None,
        "times": change.times,
        "points": change.points,
        "percent": change.percent,
    }


def _move_entry(move: Move, voice: Voice) -> dict[str, object]:
    footing, edition = move.group.footing, move.group.edition
    return {
        "indicator": move.indicator,
        "province": move.province,
        "name": voice.province(move.province),
        "basis": footing.basis,
        "method": footing.method,
        "edition": edition.period if edition else None,
        "old_season": _season(move.old_season),
        "new_season": _season(move.new_season),
        "old_rank": move.old_rank,
        "old_of": edition.of if edition and move.old_rank else move.old_of,
        "new_rank": move.new_rank,
        "new_of": edition.of if edition and move.new_rank else move.new_of,
    }


def _season(season: Window | None) -> dict[str, object] | None:
    """The window of a ranking."""
    return {"start": season.start, "end": season.end} if season is not None else None


def _verdict_entry(verdict: Verdict, voice: Voice) -> dict[str, object]:
    return {
        "province": verdict.target.province,
        "name": voice.province(verdict.target.province),
        "indicator": verdict.target.indicator,
        "target": _side(verdict.target, voice),
        "old": verdict.old,
        "new": verdict.new,
    }


def changes_records(result: Changes, voice: Voice) -> Records:
    """A record for every line that changed."""
    rows = []
    for change in result.lines:
        line = change.line
        row: dict[str, object] = _line_entry(change, voice)
        row |= {"when": when(line).text, "file": line.file, "line": line.row}
        row["scope"] = ", ".join(f"{key}={name}" for key, name in line.scope) or None
        for side, there in (("old", change.old), ("new", change.new)):
            entry = _side(there, voice) or {}
            row |= {f"{side}_{key}": entry.get(key) for key in ("text", "basis", "source")}
        rows.append(row)
    return Records(_KEYS, rows)


# --- a pull request


def changes_notices(result: Changes, voice: Voice, root: str) -> str:
    """Workflow commands that show each change, with what it does, on its line.

    ``root`` is the data set's folder relative to the repository's.
    """
    lines = [_notice(change, result, voice, root) for change in result.lines]
    lines += score_notices(result, voice, root)
    return "\n".join([*lines, _sentence(result, voice)]) + "\n"


def _notice(change: LineChange, result: Changes, voice: Voice, root: str) -> str:
    line = change.line
    was, is_ = said(change.old, change, voice), said(change.new, change, voice)
    where = (
        voice.province(line.province),
        voice.indicator(line.indicator),
        time_text(change, voice),
    )
    facts = [f"{', '.join(where)}: {' → '.join(filter(None, (was, is_)))}"]
    for move in result.moves:
        if move.indicator == line.indicator and move.province == line.province:
            old = _place(move, move.old_rank, move.old_of, voice)
            new = _place(move, move.new_rank, move.new_of, voice)
            facts.append(f"{_ranking(move, voice)}: {old} → {new}")
    for verdict in result.verdicts:
        target = verdict.target
        if target.indicator == line.indicator and target.province == line.province:
            facts.append(f"{aim_text(target, voice)}: {_verdict(verdict.new, voice)}")
    facts += own_shifts(result, line.indicator, line.province, voice)
    properties = {
        "file": (PurePosixPath(root) / line.file).as_posix(),
        "line": str(line.row if change.new else 1),
        "title": voice.say(f"diff.{change.kind}"),
    }
    return workflow_command("notice", properties, "; ".join(facts))
