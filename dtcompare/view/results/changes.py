"""A change of the data as a sheet, a document, records, and notices of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dtcompare.analysis.changes import Changes, LineChange, Move, VerdictChange
from dtcompare.model.figure import Line
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.figures import season_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.problems import workflow_command
from dtcompare.view.results.changes_scores import (
    own_shifts,
    score_columns,
    score_counts,
    score_entry,
    score_moves,
    score_notices,
    score_remarks,
)
from dtcompare.view.results.changes_words import (
    aim_text,
    contradiction_text,
    file_text,
    line_text,
    section_of,
    time_text,
    when,
)
from dtcompare.view.sheet import Cell, Records, Remark, Sheet, Table, Tone
from dtcompare.view.tables import DataColumn, Item, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents.changes import (
        DiffDocument,
        LineChangeDocument,
        MoveDocument,
        VerdictChangeDocument,
        WrittenChangeDocument,
        WrittenLineDocument,
    )

__all__ = ["changes_document", "changes_notices", "changes_records", "changes_sheet"]

_TONES: dict[str, Tone] = {"added": "good", "changed": "warn", "removed": "bad", "met": "good"}


def changes_sheet(result: Changes, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out what changed, who moves, which targets are judged otherwise."""
    writer = _ChangesWriter(phrases, citations)
    title = capital(phrases.say("diff.title"))
    parts: list[Table | Remark] = [*writer.tables(result), *_remarks(result, phrases)]
    return writer.sheet(title, result.as_of, [_sentence(result, phrases)], parts)


def _remarks(result: Changes, phrases: Phrases) -> Iterable[Remark]:
    """Yield what is ranked anew or no more, contradictions, indices, and sources."""
    remarks = [
        ("diff.ranked", [phrases.indicator(id) for id in result.ranked]),
        ("diff.unranked", [phrases.indicator(id) for id in result.unranked]),
        ("diff.contradictions", [contradiction_text(c, phrases) for c in result.contradictions]),
        *score_remarks(result, phrases),
    ]
    for kind in ("added", "changed", "removed"):
        keys = [change.key for change in result.sources if change.kind == kind]
        remarks.append((f"diff.sources.{kind}", [_page(key, phrases) for key in keys]))
    for key, lines in remarks:
        if lines:
            yield Remark(phrases.say(key, n=len(lines)), tuple(lines))


def _sentence(result: Changes, phrases: Phrases) -> str:
    """Say what changed and what that does, counted."""
    say = phrases.say
    kinds: list[tuple[str, str]] = [
        (section_of(change.line), change.kind) for change in result.lines
    ]
    kinds += [("sources", change.kind) for change in result.sources]
    kinds += [("indices", index.kind) for index in result.scores if index.kind]
    found = Counter(kinds)
    ordered = product(("values", "targets", "sources", "indices"), ("added", "changed", "removed"))
    parts = [
        say(f"diff.count.{section}.{kind}", n=found[section, kind])
        for section, kind in ordered
        if found[section, kind]
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


class _ChangesWriter(SheetWriter):
    """Lays a change of the data out."""

    def tables(self, result: Changes) -> Iterable[Table]:
        """Yield those of the tables that have rows."""
        if result.lines:
            yield self._lines(result)
        if result.moves:
            yield self._moves(result)
        if result.verdicts:
            yield self._verdicts(result)
        moves = list(score_moves(result))
        if moves:
            yield self.full_table(moves, score_columns(self), "diff.scores")

    def _lines(self, result: Changes) -> Table:
        phrases = self.phrases
        columns: tuple[DataColumn[LineChange], ...] = (
            DataColumn(
                "diff.column.change", lambda c: Cell(phrases.say(f"diff.{c.kind}"), _TONES[c.kind])
            ),
            self._place_column(lambda change: change.line.province),
            DataColumn(
                "diff.column.indicator", lambda change: phrases.indicator(change.line.indicator)
            ),
            DataColumn("diff.column.period", lambda change: time_text(change, phrases)),
            DataColumn("diff.column.was", lambda change: line_text(change.old, change, phrases)),
            DataColumn("diff.column.is", lambda change: line_text(change.new, change, phrases)),
            DataColumn("diff.column.page", self._page_text),
        )
        return self.full_table(result.lines, columns, "diff.lines")

    def _place_column(self, province: Callable[[Item], str]) -> DataColumn[Item]:
        """Return the column of provinces, whose title is the data set's own word."""
        heading = self.phrases.dataset.about.heading.say(self.phrases.lang)
        return DataColumn(heading, lambda item: self.phrases.province(province(item)))

    def _page_text(self, change: LineChange) -> str:
        sources = dict.fromkeys(side.source for side in (change.old, change.new) if side)
        return f"{self.citations.cite(sources)} {file_text(change.line)}".lstrip()

    def _moves(self, result: Changes) -> Table:
        phrases = self.phrases
        columns: tuple[DataColumn[Move], ...] = (
            DataColumn("diff.column.indicator", lambda move: _ranking(move, phrases)),
            self._place_column(lambda move: move.province),
            DataColumn("diff.column.figure", self._moved_figure),
            DataColumn(
                "diff.column.was",
                lambda move: _place(move, move.old_rank, move.old_of, phrases),
                "right",
            ),
            DataColumn("diff.column.is", self._new_place, "right"),
        )
        return self.full_table(result.moves, columns, "diff.moves")

    def _moved_figure(self, move: Move) -> str:
        row = move.new_row or move.old_row
        assert row is not None
        figure = (row.place or row.observation).figure
        return self.phrases.figure(figure, self.phrases.dataset.indicator(move.indicator))

    def _new_place(self, move: Move) -> Cell:
        tone: Tone = "" if move.old_rank is None or move.new_rank is None else "strong"
        return Cell(_place(move, move.new_rank, move.new_of, self.phrases), tone)

    def _verdicts(self, result: Changes) -> Table:
        phrases = self.phrases
        columns: tuple[DataColumn[VerdictChange], ...] = (
            self._place_column(lambda verdict: verdict.target.province),
            DataColumn(
                "diff.column.indicator", lambda verdict: phrases.indicator(verdict.target.indicator)
            ),
            DataColumn("diff.column.target", lambda verdict: aim_text(verdict.target, phrases)),
            DataColumn("diff.column.was", lambda verdict: _verdict(verdict.old, phrases)),
            DataColumn("diff.column.is", self._new_verdict),
        )
        return self.full_table(result.verdicts, columns, "diff.verdicts")

    def _new_verdict(self, verdict: VerdictChange) -> Cell:
        return Cell(_verdict(verdict.new, self.phrases), _TONES.get(verdict.new or "", ""))


def _ranking(move: Move, phrases: Phrases) -> str:
    """Return the indicator with what tells its rankings apart."""
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
    """Return a place among how many; a dash where there is none."""
    if rank is None:
        return "–"
    edition = move.group.edition
    return phrases.say("place.rank", number=rank, of=edition.of if edition else of)


def _verdict(verdict: str | None, phrases: Phrases) -> str:
    return "–" if verdict is None else phrases.say(f"verdict.{verdict}")


def _page(key: str, phrases: Phrases) -> str:
    source = phrases.dataset.sources[key]
    return f"{key}: {phrases.source(source, translation=True)}: {source.title}. {source.url}"


# --- JSON and records


def changes_document(
    result: Changes,
    phrases: Phrases,
    citations: Citations,
    sentence: str,
    *,
    revisions: tuple[str, str | None],
) -> DiffDocument:
    """Return the JSON object ``diff/1``."""
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
        "scope": phrases.scope_names(line.scope),
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
        "reject": line.reject.say(phrases.lang) if line.reject else None,
        "recast": line.recast,
        "change": _change(line),
        "remarks": list(line.remarks),
        "note": line.note.say(phrases.lang) if line.note else None,
        "source": line.source,
        "file": line.file,
        "line": line.row,
    }


def _change(line: Line) -> WrittenChangeDocument | None:
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


def _move_entry(move: Move, phrases: Phrases) -> MoveDocument:
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


def _verdict_entry(verdict: VerdictChange, phrases: Phrases) -> VerdictChangeDocument:
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


# --- a pull request


def changes_notices(result: Changes, phrases: Phrases, root: str) -> str:
    """Return workflow commands that show each change, with what it does, on its line.

    ``root`` is the data set's folder relative to the repository's.
    """
    lines = [_notice(change, result, phrases, root) for change in result.lines]
    lines += score_notices(result, phrases, root)
    return "\n".join([*lines, _sentence(result, phrases)]) + "\n"


def _notice(change: LineChange, result: Changes, phrases: Phrases, root: str) -> str:
    line = change.line
    was, is_ = line_text(change.old, change, phrases), line_text(change.new, change, phrases)
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
