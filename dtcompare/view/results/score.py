"""A composite index as a sheet: the places, and each reason to doubt them told by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial

from msgspec.structs import replace

from dtcompare.analysis.score import Member, Scored, Unplaced
from dtcompare.analysis.score_explained import Answer
from dtcompare.analysis.uncertainty import Replay, ScoringMethod
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.figures import BarScale
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_card import card_parts, card_sentence
from dtcompare.view.results.score_explain import (
    compare_parts,
    compare_sentence,
    explain_parts,
    explain_sentence,
)
from dtcompare.view.results.score_words import (
    close_pairs,
    node_name,
    percent,
    place_texts,
    reweighted,
    scored_sources,
    spread_text,
    view_name,
)
from dtcompare.view.sheet import Cell, Remark, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter

_MOST = 8  # lines of one kind; the rest are counted
_TOP = 3


def score_sheet(answer: Answer, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay a score out: its table, one province explained, two scores, or the method."""
    scored = answer.scored
    writer = SheetWriter(phrases, citations)
    name = scored.file.label.say(phrases.lang)
    parts: Iterable[Table | Remark]
    if answer.card:
        title = phrases.say("score.title.card", name=name)
        sentence = card_sentence(scored, phrases)
        parts = card_parts(scored, writer)
    elif answer.explanation is not None:
        province = phrases.province(answer.explanation.province, scored.as_of)
        title = phrases.say("score.title.explain", name=name, province=province)
        sentence = explain_sentence(answer.explanation, scored, phrases)
        parts = explain_parts(answer.explanation, scored, writer)
    elif answer.shifts is not None:
        other = answer.shifts.other.file.label.say(phrases.lang)
        title = phrases.say("score.title.compare", name=name, other=other)
        sentence = compare_sentence(answer.shifts, scored, phrases)
        parts = compare_parts(answer.shifts, scored, writer)
    else:
        title = phrases.say("score.title", name=name)
        told = (reweighted(scored, phrases), *_sentences(scored, phrases))
        sentence = " ".join(filter(None, told))
        parts = _parts(scored, writer, [f"{title}  {phrases.data_to(scored.as_of)}", sentence])
    return writer.sheet(title, scored.as_of, [sentence], parts)


def _sentences(scored: Scored, phrases: Phrases) -> Iterable[str]:
    """Say who is first among how many, and how many of the places hold."""
    facts = {"n": len(scored.rows), "total": scored.existing}
    if scored.empty:
        yield phrases.say(f"score.empty.{scored.file.missing}", **facts)
        return
    yield phrases.say(f"score.ranked.{scored.file.missing}", **facts)
    first = [row for row in scored.rows if row.rank == 1]
    names = [phrases.province(row.province, scored.as_of) for row in first]
    key = "score.first" if len(first) == 1 else "score.first.shared"
    yield phrases.say(key, name=phrases.listed(names), score=phrases.number(first[0].score))
    if any(leaf.scale.relative for leaf in scored.file.tree.leaves()):
        yield phrases.say("score.relative")
    if scored.draws is not None and len(scored.rows) > 1:
        fixed = sum(s.q5 == s.q95 for s in scored.draws.spread.values())
        yield phrases.say("score.firm", n=fixed, total=len(scored.rows))
    partial = sum(bool(row.missing) for row in scored.rows)
    if partial:
        yield phrases.say("score.partial", n=partial)


def _parts(scored: Scored, writer: SheetWriter, above: Sequence[str]) -> Iterable[Table | Remark]:
    """Yield the table of places, then each doubt with the sentence that says what it is.

    ``above`` are the texts that stand over them.
    """
    phrases = writer.phrases
    doubts: list[Remark] = []
    if scored.rows:
        hint = []
        if writer.brief and (scored.draws is not None or scored.grid):
            hint = [Remark(phrases.say("score.label.how"), (phrases.say("score.brief.how"),))]
        texts = [f"{remark.label}: {remark.lines[0]}" for remark in hint]
        yield writer.fit(_table(scored, writer), [*above, *texts])
        yield from hint
        if scored.file.views and writer.brief:
            writer.leave_out(phrases.say("score.brief.views"))
        elif scored.file.views:
            yield _views(scored, writer)
        doubts += _gaps(scored, phrases)
        doubts += _drawn(scored, phrases)
        doubts += _left_out(scored, phrases)
        doubts += _methods(scored, phrases)
    if scored.replay is not None:
        doubts.append(_replay(scored, scored.replay, phrases))
    for doubt in (*doubts, *_not_ranked(scored, phrases)):
        yield from writer.full_remark(doubt.label, *doubt.lines)


def _table(scored: Scored, writer: SheetWriter) -> Table:
    """Return place, province, score, and beside it what each doubt does to it."""
    phrases, draws = writer.phrases, scored.draws
    places = place_texts(scored, phrases)
    scores = [row.score for row in scored.rows]
    scale = BarScale(min([Decimal(0), *scores]), max([Decimal(0), *scores]))
    columns: list[DataColumn[Member]] = [
        DataColumn("column.place", lambda row: places[row.rank]),
        writer.province_column(lambda row: row.province, scored.as_of),
        DataColumn(
            "column.score",
            lambda row: Cell(phrases.number(row.score), bar=scale.bar(row.score)),
            "right",
        ),
    ]
    if any(row.missing for row in scored.rows):
        columns += [
            DataColumn("column.present", lambda row: percent(row.coverage, phrases), "right"),
            DataColumn("column.with-gaps", partial(_ends, phrases)),
        ]
    if draws is not None:
        top = phrases.say("column.top", k=_TOP)
        columns += [
            DataColumn(
                "column.drawn", lambda row: spread_text(draws.spread[row.province], phrases)
            ),
            DataColumn(
                top, lambda row: percent(draws.spread[row.province].p_top[_TOP], phrases), "right"
            ),
        ]
    if scored.grid:
        columns.append(DataColumn("column.methods", partial(_grid_span, scored)))
    table = writer.table(
        scored.rows, columns, pages=lambda row: scored_sources(scored, row.province)
    )
    return replace(table, aside=phrases.say("extent", n=len(scored.rows)))


def _ends(phrases: Phrases, row: Member) -> str:
    """Return what the score would be with every gap at its worst and at its best."""
    if not row.missing:
        return ""
    if row.low is None or row.high is None:
        return "–"
    return phrases.say("range", low=phrases.number(row.low), high=phrases.number(row.high))


def _grid_span(scored: Scored, row: Member) -> str:
    """Return the best and the worst place by other methods."""
    found = {method.ranks[row.province] for method in scored.grid if not method.impossible}
    return "–".join(str(rank) for rank in sorted({min(found), max(found)})) if found else "–"


def _views(scored: Scored, writer: SheetWriter) -> Table:
    """Return the overlapping groups, which are not added up to the index."""
    file = scored.file
    columns: list[DataColumn[Member]] = [
        writer.province_column(lambda row: row.province, scored.as_of)
    ]
    columns += [
        DataColumn(
            view_name(id, file, writer.phrases),
            partial(_view_text, scored, writer.phrases, id),
            "right",
        )
        for id in file.views
    ]
    return writer.table(scored.rows, columns, "score.views")


def _view_text(scored: Scored, phrases: Phrases, id: str, row: Member) -> str:
    if id not in row.views:
        return "–"
    return phrases.number(Decimal(repr(row.views[id])), scored.file.precision)


def _gaps(scored: Scored, phrases: Phrases) -> Iterable[Remark]:
    """Say what the gaps could do, and which figures are no plain numbers."""
    if any(row.missing for row in scored.rows):
        key = "score.gaps" if scored.rows[0].low is not None else "score.gaps.zscore"
        yield Remark(phrases.say("score.label.gaps"), (phrases.say(key),))
    inexact = [row for row in scored.rows if row.inexact]
    if inexact:
        count = sum(len(row.inexact) for row in inexact)
        names = [
            f"{phrases.province(row.province, scored.as_of)} ({len(row.inexact)})"
            for row in inexact
        ]
        text = phrases.say("score.inexact", n=count, names=", ".join(names))
        yield Remark(phrases.say("score.label.inexact"), (text,))


def _drawn(scored: Scored, phrases: Phrases) -> Iterable[Remark]:
    """Say what other weights do, and which neighbours cannot be told apart."""
    draws = scored.draws
    if draws is None:
        return
    lines = [phrases.say("score.draws", n=phrases.number(Decimal(draws.count)), seed=draws.seed)]
    if pairs := close_pairs(scored, phrases, _MOST):
        lines.append(pairs)
    elif len(scored.rows) > 1:
        lines.append(phrases.say("score.no-pairs"))
    yield Remark(phrases.say("score.label.draws"), tuple(lines))


def _left_out(scored: Scored, phrases: Phrases) -> Iterable[Remark]:
    """Say what each indicator by itself decides."""
    if not scored.left_out or len(scored.rows) < 2:
        return
    moving = [left for left in scored.left_out if left.moved]
    places = {row.province: row.rank for row in scored.rows}
    items = [
        phrases.say(
            "score.left-out.item",
            name=node_name(left.indicator, scored.file, phrases),
            n=left.moved,
            province=phrases.province(left.furthest, scored.as_of),
            rank=places[left.furthest],
            other=left.ranks[left.furthest],
        )
        for left in moving[:_MOST]
        if left.furthest is not None
    ]
    still = len(scored.left_out) - len(moving)
    said = phrases.say("score.left-out", n=len(scored.left_out))
    yield Remark(
        phrases.say("score.label.left-out"),
        (said, *items, *([phrases.say("score.left-out.still", n=still)] if still else [])),
    )


def _methods(scored: Scored, phrases: Phrases) -> Iterable[Remark]:
    """Say what other ways to work it out give, and which of them cannot be used."""
    possible = [method for method in scored.grid if not method.impossible]
    if not scored.grid or len(scored.rows) < 2:
        return
    lines = [phrases.say("score.grid", n=len(possible), total=len(scored.grid))]
    for row in scored.rows:
        best = min(possible, key=lambda m: m.ranks[row.province], default=None)
        worst = max(possible, key=lambda m: m.ranks[row.province], default=None)
        if best is None or worst is None:
            continue
        low, high = best.ranks[row.province], worst.ranks[row.province]
        if low == high or len(lines) > _MOST:
            continue
        lines.append(
            phrases.say(
                "score.grid.item",
                province=phrases.province(row.province, scored.as_of),
                best=low,
                worst=high,
                best_by=method_name(best, phrases),
                worst_by=method_name(worst, phrases),
            )
        )
    lines += _impossible(scored, phrases)
    yield Remark(phrases.say("score.label.grid"), tuple(lines))


def _impossible(scored: Scored, phrases: Phrases) -> Iterable[str]:
    """Yield the methods left out, by the reason."""
    reasons: dict[tuple[str, str | None], list[ScoringMethod]] = {}
    for method in scored.grid:
        if method.impossible:
            reasons.setdefault((method.impossible, method.because), []).append(method)
    for (reason, because), methods in reasons.items():
        yield phrases.say(
            f"score.grid.{reason}",
            methods="; ".join(method_name(method, phrases) for method in methods),
            name=node_name(because, scored.file, phrases) if because else "",
        )


def method_name(method: ScoringMethod, phrases: Phrases) -> str:
    """Return a method in words: its scale, how it adds up, and its weights."""
    return ", ".join(
        (
            phrases.say(f"score.grid.scale.{method.scale}"),
            phrases.say(f"score.aggregate.{method.aggregate}"),
            phrases.say(f"score.grid.weights.{method.weights}"),
        )
    )


def _replay(scored: Scored, replay: Replay, phrases: Phrases) -> Remark:
    """Say what the given weight sets do."""
    lines = [phrases.say("score.replay", n=len(replay.ranks))]
    for id in replay.provinces[:_MOST]:
        text = spread_text(replay.spread[id], phrases)
        lines.append(f"{phrases.province(id, scored.as_of)}: {text}")
    return Remark(phrases.say("score.label.replay"), tuple(lines))


def _not_ranked(scored: Scored, phrases: Phrases) -> Iterable[Remark]:
    """Yield the provinces without a place, with what is missing, and those without a figure."""
    silent = [entry for entry in scored.unplaced if entry.reason == "no_figure"]
    lines = [
        _unplaced_text(entry, scored, phrases)
        for entry in scored.unplaced
        if entry.reason != "no_figure"
    ]
    if lines:
        yield Remark(phrases.say("score.not-ranked", n=len(lines)), tuple(lines))
    if silent:
        names = phrases.provinces((entry.province for entry in silent), scored.as_of)
        yield Remark(phrases.say("silent.none", n=len(silent)), (names,))


def _unplaced_text(entry: Unplaced, scored: Scored, phrases: Phrases) -> str:
    missing: Sequence[str] = [node_name(id, scored.file, phrases) for id in entry.missing]
    shown = "; ".join(missing[:_MOST])
    if len(missing) > _MOST:
        shown += phrases.say("score.more", n=len(missing) - _MOST)
    group = node_name(entry.group, scored.file, phrases) if entry.group else ""
    reason = phrases.say(f"score.reason.{entry.reason}", group=group)
    return phrases.say(
        "score.unplaced",
        province=capital(phrases.province(entry.province, scored.as_of)),
        share=percent(entry.coverage, phrases),
        reason=reason,
        missing=shown,
    )
