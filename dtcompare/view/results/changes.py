"""A change of the data as a sheet, a document, records, and notices of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dtcompare.analysis.changes import Changes, LineChange, Move, Verdict
from dtcompare.analysis.groups import Window
from dtcompare.model.figure import Line
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.figures import flat
from dtcompare.view.phrases import Phrases
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

if TYPE_CHECKING:
    from dtcompare.view.documents.changes import (
        DiffDocument,
        LineChangeDocument,
        MoveDocument,
        VerdictChangeDocument,
        WrittenChangeDocument,
        WrittenLineDocument,
    )
    from dtcompare.view.documents.shared import SeasonDocument

__all__ = ["changes_document", "changes_notices", "changes_records", "changes_sheet"]

_TONES: dict[str, Tone] = {"added": "good", "changed": "warn", "removed": "bad", "met": "good"}
_KEYS = (
    "change", "section", "province", "name", "indicator", "when", "scope",
    "old_text", "old_basis", "old_source", "new_text", "new_basis", "new_source", "file", "line",
)  # fmt: skip


def changes_sheet(result: Changes, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face: what changed, who moves, which targets are judged otherwise."""
    say = phrases.say
    parts = [
        *_table("diff.lines", _line_columns(phrases), _line_rows(result, phrases, citations)),
        *_table("diff.moves", _move_columns(phrases), _move_rows(result, phrases)),
        *_table("diff.verdicts", _verdict_columns(phrases), _verdict_rows(result, phrases)),
        *_table("diff.scores", score_columns(phrases), score_rows(result, phrases)),
    ]
    remarks = [
        ("diff.ranked", [phrases.indicator(id) for id in result.ranked]),
        ("diff.unranked", [phrases.indicator(id) for id in result.unranked]),
        ("diff.contradictions", [contradiction_text(c, phrases) for c in result.contradictions]),
        *score_remarks(result, phrases),
        *(
            (f"diff.sources.{kind}", [_page(key, phrases) for key in _keys(result, kind)])
            for kind in ("added", "changed", "removed")
        ),
    ]
    tables = [Table(t.columns, t.rows, say(t.heading)) for t in parts]
    told = [Remark(say(key, n=len(lines)), tuple(lines)) for key, lines in remarks if lines]
    return Sheet(
        title=capital(say("diff.title")),
        aside=say("as-of", date=phrases.day(result.as_of)),
        sentences=(_sentence(result, phrases),),
        parts=(*map(without_empty, tables), *told),
        sources=citations.numbered(),
        source_label=say("sources"),
    )


def _table(heading: str, columns: Sequence[Column], rows: Iterable[Row]) -> list[Table]:
    """The table, if it has rows."""
    found = tuple(rows)
    return [Table(tuple(columns), found, heading)] if found else []


def _sentence(result: Changes, phrases: Phrases) -> str:
    """What changed and what that does, counted."""
    say = phrases.say
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
    effect += score_counts(result, phrases)
    parts += [say("diff.around")] if result.around else []
    return f"{capital(', '.join(parts))}; {', '.join(effect)}."


# --- lines


def _line_columns(phrases: Phrases) -> Sequence[Column]:
    names = ("change", "place", "indicator", "period", "was", "is", "page")
    return [Column(_title(name, phrases)) for name in names]


def _title(name: str, phrases: Phrases) -> str:
    """The title of a column; that of the places is the data set's own word."""
    if name == "place":
        return phrases.dataset.about.heading.say(phrases.lang)
    return phrases.say(f"diff.column.{name}")


def _line_rows(result: Changes, phrases: Phrases, citations: Citations) -> Iterable[Row]:
    for change in result.lines:
        line = change.line
        sources = dict.fromkeys(side.source for side in (change.old, change.new) if side)
        cells = (
            Cell(phrases.say(f"diff.{change.kind}"), _TONES[change.kind]),
            Cell(phrases.province(line.province)),
            Cell(phrases.indicator(line.indicator)),
            Cell(time_text(change, phrases)),
            Cell(said(change.old, change, phrases)),
            Cell(said(change.new, change, phrases)),
            Cell(" ".join(filter(None, (citations.cite(sources), file_text(line))))),
        )
        yield Row(cells)


# --- places and verdicts


def _move_columns(phrases: Phrases) -> Sequence[Column]:
    names = ("indicator", "place", "figure")
    return [
        *(Column(_title(name, phrases)) for name in names),
        *(Column(_title(name, phrases), "right") for name in ("was", "is")),
    ]


def _move_rows(result: Changes, phrases: Phrases) -> Iterable[Row]:
    for move in result.moves:
        row = move.new_row or move.old_row
        assert row is not None
        line = (row.place or row.observation).figure
        tone: Tone = "" if move.old_rank is None or move.new_rank is None else "strong"
        yield Row(
            (
                Cell(_ranking(move, phrases)),
                Cell(phrases.province(move.province)),
                Cell(phrases.figure(line, phrases.dataset.indicator(move.indicator))),
                Cell(_place(move, move.old_rank, move.old_of, phrases)),
                Cell(_place(move, move.new_rank, move.new_of, phrases), tone),
            )
        )


def _ranking(move: Move, phrases: Phrases) -> str:
    """The indicator, with what tells its rankings apart."""
    series_key, edition = move.group.series_key, move.group.edition
    indicator = phrases.dataset.indicator(move.indicator)
    more = [edition.period] if edition else []
    if series_key.basis is not None and not indicator.fixed_basis:
        more.append(phrases.basis(series_key.basis))
    if series_key.method is not None:
        more.append(phrases.method(series_key.method))
    seasons = dict.fromkeys(filter(None, (move.old_season, move.new_season)))
    more += filter(None, [" → ".join(phrases.span(*season) for season in seasons)])
    name = phrases.indicator(move.indicator)
    return f"{name} ({', '.join(more)})" if more else name


def _place(move: Move, rank: int | None, of: int | None, phrases: Phrases) -> str:
    """A place among how many; where there is none, why."""
    if rank is None:
        return "–"
    edition = move.group.edition
    return phrases.say("place.rank", number=rank, of=edition.of if edition else of)


def _verdict_columns(phrases: Phrases) -> Sequence[Column]:
    names = ("place", "indicator", "target", "was", "is")
    return [Column(_title(name, phrases)) for name in names]


def _verdict_rows(result: Changes, phrases: Phrases) -> Iterable[Row]:
    for verdict in result.verdicts:
        target = verdict.target
        yield Row(
            (
                Cell(phrases.province(target.province)),
                Cell(phrases.indicator(target.indicator)),
                Cell(aim_text(target, phrases)),
                Cell(_verdict(verdict.old, phrases)),
                Cell(_verdict(verdict.new, phrases), _TONES.get(verdict.new or "", "")),
            )
        )


def _verdict(verdict: str | None, phrases: Phrases) -> str:
    return "–" if verdict is None else phrases.say(f"verdict.{verdict}")


# --- pages


def _keys(result: Changes, kind: str) -> list[str]:
    return [change.key for change in result.sources if change.kind == kind]


def _page(key: str, phrases: Phrases) -> str:
    source = phrases.dataset.sources[key]
    return f"{key}: {phrases.source(source)}: {source.title}. {source.url}"


# --- JSON and records


def changes_document(
    result: Changes,
    phrases: Phrases,
    citations: Citations,
    sentence: str,
    *,
    revisions: tuple[str, str | None],
) -> DiffDocument:
    """The JSON object ``diff/1``."""
    citations.cite(change.key for change in result.sources)
    return {
        "schema": "diff/1",
        "as_of": result.as_of,
        "filters": {"from": revisions[0], "to": revisions[1]},
        "sentence": sentence,
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
        "sources": citations.document(),
        "warnings": [],
    }


def _line_entry(change: LineChange, phrases: Phrases) -> LineChangeDocument:
    line = change.line
    return {
        "change": change.kind,
        "section": section_of(line),
        "province": line.province,
        "name": phrases.province(line.province),
        "indicator": line.indicator,
        "scope": dict(line.scope) or None,
        "old": _written(change.old, phrases) if change.old else None,
        "new": _written(change.new, phrases) if change.new else None,
    }


def _written(line: Line, phrases: Phrases) -> WrittenLineDocument:
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
        "reject": line.reject,
        "recast": line.recast,
        "change": _change(line),
        "note": line.note,
        "source": line.source,
        "file": line.file,
        "line": line.row,
    }


def _change(line: Line) -> WrittenChangeDocument | None:
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


def _move_entry(move: Move, phrases: Phrases) -> MoveDocument:
    series_key, edition = move.group.series_key, move.group.edition
    return {
        "indicator": move.indicator,
        "province": move.province,
        "name": phrases.province(move.province),
        "basis": series_key.basis,
        "method": series_key.method,
        "edition": edition.period if edition else None,
        "old_season": _season(move.old_season),
        "new_season": _season(move.new_season),
        "old_rank": move.old_rank,
        "old_of": edition.of if edition and move.old_rank else move.old_of,
        "new_rank": move.new_rank,
        "new_of": edition.of if edition and move.new_rank else move.new_of,
    }


def _season(season: Window | None) -> SeasonDocument | None:
    """The window of a ranking."""
    return {"start": season.start, "end": season.end} if season is not None else None


def _verdict_entry(verdict: Verdict, phrases: Phrases) -> VerdictChangeDocument:
    return {
        "province": verdict.target.province,
        "name": phrases.province(verdict.target.province),
        "indicator": verdict.target.indicator,
        "target": _written(verdict.target, phrases),
        "old": verdict.old,
        "new": verdict.new,
    }


def changes_records(result: Changes, phrases: Phrases) -> Records:
    """A record for every line that changed."""
    rows = []
    for change in result.lines:
        line = change.line
        row = flat(_line_entry(change, phrases))
        row |= {"when": when(line).text, "file": line.file, "line": line.row}
        row["scope"] = ", ".join(f"{key}={name}" for key, name in line.scope) or None
        rows.append(row)
    return Records(_KEYS, rows)


# --- a pull request


def changes_notices(result: Changes, phrases: Phrases, root: str) -> str:
    """Workflow commands that show each change, with what it does, on its line.

    ``root`` is the data set's folder relative to the repository's.
    """
    lines = [_notice(change, result, phrases, root) for change in result.lines]
    lines += score_notices(result, phrases, root)
    return "\n".join([*lines, _sentence(result, phrases)]) + "\n"


def _notice(change: LineChange, result: Changes, phrases: Phrases, root: str) -> str:
    line = change.line
    was, is_ = said(change.old, change, phrases), said(change.new, change, phrases)
    where = (
        phrases.province(line.province),
        phrases.indicator(line.indicator),
        time_text(change, phrases),
    )
    facts = [f"{', '.join(where)}: {' → '.join(filter(None, (was, is_)))}"]
    for move in result.moves:
        if move.indicator == line.indicator and move.province == line.province:
            old = _place(move, move.old_rank, move.old_of, phrases)
            new = _place(move, move.new_rank, move.new_of, phrases)
            facts.append(f"{_ranking(move, phrases)}: {old} → {new}")
    for verdict in result.verdicts:
        target = verdict.target
        if target.indicator == line.indicator and target.province == line.province:
            facts.append(f"{aim_text(target, phrases)}: {_verdict(verdict.new, phrases)}")
    facts += own_shifts(result, line.indicator, line.province, phrases)
    properties = {
        "file": (PurePosixPath(root) / line.file).as_posix(),
        "line": str(line.row if change.new else 1),
        "title": phrases.say(f"diff.{change.kind}"),
    }
    return workflow_command("notice", properties, "; ".join(facts))
