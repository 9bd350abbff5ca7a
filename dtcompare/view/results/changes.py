"""A change of the data as a sheet, a document, records, and notices of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import product
from pathlib import PurePosixPath

from dtcompare.analysis.changes import Changes, LineChange, Move, VerdictChange
from dtcompare.analysis.renames import Rename
from dtcompare.analysis.word_changes import WordChange
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.problems import workflow_command
from dtcompare.view.results.changes_scores import (
    own_shifts,
    score_columns,
    score_counts,
    score_moves,
    score_notices,
    score_remarks,
)
from dtcompare.view.results.changes_summary import is_long, summary_table
from dtcompare.view.results.changes_words import (
    aim_text,
    contradiction_text,
    file_text,
    line_text,
    section_of,
    time_text,
    word_text,
)
from dtcompare.view.results.rank_words import edition_text
from dtcompare.view.sheet import Cell, Remark, Sheet, Table, Tone
from dtcompare.view.tables import DataColumn, Item, SheetWriter

_FEW, _MANY = 3, 12  # lines of a remark, rows of words
_TONES: dict[str, Tone] = {"added": "good", "changed": "warn", "removed": "bad", "met": "good"}


def changes_sheet(result: Changes, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out what changed, who moves, which targets are judged otherwise."""
    writer = _ChangesWriter(phrases, citations)
    title = capital(phrases.say("diff.title"))
    parts: list[Table | Remark] = []
    if is_long(result):
        parts.append(summary_table(writer, result, partial(_moved, phrases=phrases)))
    if writer.brief and parts:
        _name_the_rest(writer, result)
    else:
        parts += writer.tables(result)
    parts += writer.words(result)
    parts += _remarks(result, writer)
    return writer.sheet(title, result.as_of, [_sentence(result, phrases)], parts)


def _name_the_rest(writer: SheetWriter, result: Changes) -> None:
    """Name at the foot the tables that a page has no room for."""
    tables = (
        ("diff.lines", len(result.lines)),
        ("diff.moves", len(result.moves)),
        ("diff.verdicts", len(result.verdicts)),
        ("diff.scores", sum(1 for _ in score_moves(result))),
    )
    for key, count in tables:
        if count:
            writer.leave_out(f"{writer.phrases.say(key)} ({count})")


def _remarks(result: Changes, writer: SheetWriter) -> Iterable[Remark]:
    """Yield what is ranked anew or no more, contradictions, indices, and sources.

    A short answer only counts what would be more than a few lines.
    """
    phrases = writer.phrases
    remarks = [
        ("diff.renamed", [_rename(one, phrases) for one in result.renames]),
        ("diff.ranked", [phrases.indicator(id) for id in result.ranked]),
        ("diff.unranked", [phrases.indicator(id) for id in result.unranked]),
        ("diff.contradictions", [contradiction_text(c, phrases) for c in result.contradictions]),
        *score_remarks(result, phrases),
    ]
    for kind in ("added", "changed", "removed"):
        keys = [change.key for change in result.sources if change.kind == kind]
        remarks.append((f"diff.sources.{kind}", [_page(key, phrases) for key in keys]))
    for key, lines in remarks:
        label = phrases.say(key, n=len(lines))
        if len(lines) > _FEW and writer.brief:
            writer.leave_out(f"{label} ({len(lines)})")
        elif lines:
            yield Remark(label, tuple(lines))


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
    parts += [say("diff.count.renamed", n=len(result.renames))] if result.renames else []
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

    def words(self, result: Changes) -> Iterable[Table]:
        """Yield the table of words that changed; a short answer counts many of them alone."""
        rows = list(_entry_rows(result.words))
        if self.brief and len(rows) > _MANY:
            self.leave_out(f"{self.phrases.say('diff.words')} ({len(rows)})")
        elif rows:
            yield self.full_table(rows, self._word_columns(), "diff.words")

    def _word_columns(self) -> Sequence[DataColumn[WordChange]]:
        return (
            DataColumn("diff.column.file", lambda change: change.file),
            DataColumn(
                "diff.column.entry", lambda c: ": ".join(filter(None, (c.part, c.id, c.word)))
            ),
            DataColumn("diff.column.was", lambda change: change.old or "–"),
            DataColumn("diff.column.is", lambda change: change.new or "–"),
        )

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


def _entry_rows(changes: Iterable[WordChange]) -> Iterable[WordChange]:
    """Yield a row for each word, and one for all entries of a part that came, or that went."""
    whole: dict[tuple[str, str, bool], list[str]] = {}
    for change in changes:
        if change.word is not None:
            yield change
        else:
            whole.setdefault((change.file, change.part, change.new is None), []).append(
                change.id or change.file
            )
    for (file, part, gone), ids in whole.items():
        names = ", ".join(ids)
        yield WordChange(file, part, "", None, names if gone else None, None if gone else names)


def _rename(rename: Rename, phrases: Phrases) -> str:
    """Say which id became which."""
    kind = phrases.say(f"diff.renamed.{rename.kind}")
    return f"{kind}: {rename.old} → {rename.new}"


def _moved(move: Move, phrases: Phrases) -> str:
    """Return the place before and after: "7 of 9 → 3 of 9"."""
    sides = ((move.old_rank, move.old_of), (move.new_rank, move.new_of))
    return " → ".join(_place(move, rank, of, phrases) for rank, of in sides)


def _ranking(move: Move, phrases: Phrases) -> str:
    """Return the indicator with what tells its rankings apart."""
    series_key, edition = move.group.series_key, move.group.edition
    indicator = phrases.dataset.indicator(move.indicator)
    more = [edition_text(edition, phrases)] if edition else []
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


# --- a pull request


def changes_notices(result: Changes, phrases: Phrases, root: str) -> str:
    """Return workflow commands that show each change, with what it does, on its line.

    ``root`` is the data set's folder relative to the repository's.
    """
    lines = [_notice(change, result, phrases, root) for change in result.lines]
    lines += score_notices(result, phrases, root)
    indices = {index.file.file for index in result.scores}  # which tell their own words
    words = [change for change in result.words if change.file not in indices]
    lines += [_word_notice(change, phrases, root) for change in _entry_rows(words)]
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
    facts += [
        f"{_ranking(move, phrases)}: {_moved(move, phrases)}"
        for move in result.moves
        if move.indicator == line.indicator and move.province == line.province
    ]
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


def _word_notice(change: WordChange, phrases: Phrases, root: str) -> str:
    """Return a workflow command that shows what a declaration said and says, on its file."""
    properties = {
        "file": (PurePosixPath(root) / change.file).as_posix(),
        "line": "1",
        "title": phrases.say("diff.words"),
    }
    return workflow_command("notice", properties, word_text(change))
