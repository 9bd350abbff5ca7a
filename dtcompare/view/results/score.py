"""A composite index as a sheet: the places, and each reason to doubt them told by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dtcompare.analysis.composite import Member, Scored, Unplaced
from dtcompare.analysis.explain import Answer
from dtcompare.analysis.uncertainty import Method
from dtcompare.text import capital
from dtcompare.view.citations import Citations
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
    place_text,
    reweighted,
    scored_sources,
)
from dtcompare.view.sheet import (
    Bar,
    Cell,
    Column,
    Remark,
    Row,
    Sheet,
    Table,
)
from dtcompare.view.voice import Voice

__all__ = ["method_name", "score_sheet"]

_MOST = 8  # lines of one kind; the rest are counted
_TOP = 3


def score_sheet(answer: Answer, voice: Voice, citations: Citations) -> Sheet:
    """The text face of a score: its table, one province explained, two scores, or the method."""
    scored = answer.scored
    parts: Iterable[Table | Remark]
    if answer.card:
        sentences = (card_sentence(scored, voice),)
        parts = card_parts(scored, voice)
    elif answer.explanation is not None:
        sentences = (explain_sentence(answer.explanation, scored, voice),)
        parts = explain_parts(answer.explanation, scored, voice, citations)
    elif answer.shifts is not None:
        sentences = (compare_sentence(answer.shifts, scored, voice),)
        parts = compare_parts(answer.shifts, scored, voice)
    else:
        told = filter(None, (reweighted(scored, voice), *_sentences(scored, voice)))
        sentences = (" ".join(told),)
        parts = _parts(scored, voice, citations)
    return Sheet(
        title=_title(answer, voice),
        aside=voice.say("as-of", date=voice.day(scored.as_of)),
        sentences=sentences,
        parts=tuple(parts),
        sources=citations.numbered(),
        source_label=voice.say("sources"),
    )


def _title(answer: Answer, voice: Voice) -> str:
    scored = answer.scored
    name = scored.file.label.say(voice.lang)
    if answer.card:
        return voice.say("score.title.card", name=name)
    if answer.explanation is not None:
        province = voice.province(answer.explanation.province, scored.as_of)
        return voice.say("score.title.explain", name=name, province=province)
    if answer.shifts is not None:
        other = answer.shifts.other.file.label.say(voice.lang)
        return voice.say("score.title.compare", name=name, other=other)
    return voice.say("score.title", name=name)


def _sentences(scored: Scored, voice: Voice) -> Iterable[str]:
    """Who is first among how many, and how many of the places hold."""
    facts = {"n": len(scored.rows), "total": scored.existing}
    if scored.empty:
        yield voice.say(f"score.empty.{scored.file.missing}", **facts)
        return
    yield voice.say(f"score.ranked.{scored.file.missing}", **facts)
    first = [row for row in scored.rows if row.rank == 1]
    names = [voice.province(row.province, scored.as_of) for row in first]
    key = "score.first" if len(first) == 1 else "score.first.shared"
    yield voice.say(key, name=voice.listed(names), score=voice.number(first[0].score))
    if any(leaf.scale.relative for leaf in scored.file.tree.leaves()):
        yield voice.say("score.relative")
    if scored.draws is not None and len(scored.rows) > 1:
        fixed = sum(s.q5 == s.q95 for s in scored.draws.spread.values())
        yield voice.say("score.firm", n=fixed, total=len(scored.rows))
    partial = sum(bool(row.missing) for row in scored.rows)
    if partial:
        yield voice.say("score.partial", n=partial)


def _parts(scored: Scored, voice: Voice, citations: Citations) -> Iterable[Table | Remark]:
    """The table of places, then each doubt with the sentence that says what it is and is not."""
    if scored.rows:
        yield _table(scored, voice, citations)
        if scored.file.views:
            yield _views(scored, voice)
        yield from _gaps(scored, voice)
        yield from _drawn(scored, voice)
        yield from _left_out(scored, voice)
        yield from _methods(scored, voice)
    if scored.replay is not None:
        yield _replay(scored, voice)
    yield from _not_ranked(scored, voice)


def _table(scored: Scored, voice: Voice, citations: Citations) -> Table:
    """Place, province, score, and beside it what each doubt does to it."""
    say = voice.say
    gaps = any(row.missing for row in scored.rows)
    columns = [
        Column(say("column.place")),
        Column(voice.dataset.about.heading.say(voice.lang)),
        Column(say("column.score"), "right"),
    ]
    if gaps:
        columns += [Column(say("column.present"), "right"), Column(say("column.with-gaps"))]
    if scored.draws is not None:
        columns += [Column(say("column.drawn")), Column(say("column.top", k=_TOP), "right")]
    if scored.grid:
        columns.append(Column(say("column.methods")))
    columns.append(Column(""))
    longest = max(row.score for row in scored.rows)
    rows = [_row(row, scored, voice, citations, longest, gaps=gaps) for row in scored.rows]
    return Table(tuple(columns), tuple(rows), aside=voice.say("extent", n=len(rows)))


def _row(
    row: Member,
    scored: Scored,
    voice: Voice,
    citations: Citations,
    longest: Decimal,
    *,
    gaps: bool,
) -> Row:
    bar = Bar(float(row.score / longest)) if longest > 0 and row.score >= 0 else None
    cells = [
        Cell(voice.say("place.rank", number=row.rank, of=row.rank_of)),
        Cell(voice.province(row.province, scored.as_of), "strong"),
        Cell(voice.number(row.score), bar=bar),
    ]
    if gaps:
        low, high = row.low, row.high
        ends = "–" if low is None or high is None else _ends(low, high, voice)
        cells += [Cell(percent(row.coverage, voice)), Cell(ends if row.missing else "")]
    if scored.draws is not None:
        spread = scored.draws.spread[row.province]
        cells += [
            Cell(place_text(spread.median, spread.q5, spread.q95, voice)),
            Cell(percent(spread.p_top[_TOP], voice)),
        ]
    if scored.grid:
        found = sorted(m.ranks[row.province] for m in scored.grid if not m.impossible)
        cells.append(Cell(_span(found[0], found[-1]) if found else "–"))
    cells.append(Cell(citations.cite(scored_sources(scored, row.province)), "muted"))
    return Row(tuple(cells))


def _ends(low: Decimal, high: Decimal, voice: Voice) -> str:
    return voice.say("range", low=voice.number(low), high=voice.number(high))


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _views(scored: Scored, voice: Voice) -> Table:
    """The overlapping groups, which are not added up to the index."""
    columns = [Column(voice.dataset.about.heading.say(voice.lang))]
    columns += [Column(id, "right") for id in scored.file.views]
    decimals = scored.file.precision
    rows = tuple(
        Row(
            (
                Cell(voice.province(row.province, scored.as_of), "strong"),
                *(
                    Cell(voice.number(Decimal(repr(row.views[id])), decimals))
                    if id in row.views
                    else Cell("–")
                    for id in scored.file.views
                ),
            )
        )
        for row in scored.rows
    )
    return Table(tuple(columns), rows, heading=voice.say("score.views"))


def _gaps(scored: Scored, voice: Voice) -> Iterable[Remark]:
    """What the gaps could do, and which figures are no plain numbers."""
    if any(row.missing for row in scored.rows):
        key = "score.gaps" if scored.rows[0].low is not None else "score.gaps.zscore"
        yield Remark(voice.say("score.label.gaps"), (voice.say(key),))
    inexact = [row for row in scored.rows if row.inexact]
    if inexact:
        count = sum(len(row.inexact) for row in inexact)
        names = [
            f"{voice.province(row.province, scored.as_of)} ({len(row.inexact)})" for row in inexact
        ]
        text = voice.say("score.inexact", n=count, names=", ".join(names))
        yield Remark(voice.say("score.label.inexact"), (text,))


def _drawn(scored: Scored, voice: Voice) -> Iterable[Remark]:
    """What other weights do, and which neighbours cannot be told apart."""
    draws = scored.draws
    if draws is None:
        return
    lines = [voice.say("score.draws", n=voice.number(Decimal(draws.count)), seed=draws.seed)]
    if pairs := close_pairs(scored, voice, _MOST):
        lines.append(pairs)
    elif len(scored.rows) > 1:
        lines.append(voice.say("score.no-pairs"))
    yield Remark(voice.say("score.label.draws"), tuple(lines))


def _left_out(scored: Scored, voice: Voice) -> Iterable[Remark]:
    """What each indicator by itself decides."""
    if not scored.left_out or len(scored.rows) < 2:
        return
    moving = [left for left in scored.left_out if left.moved]
    places = {row.province: row.rank for row in scored.rows}
    items = [
        voice.say(
            "score.left-out.item",
            name=node_name(left.indicator, scored.file, voice),
            n=left.moved,
            province=voice.province(left.furthest, scored.as_of),
            rank=places[left.furthest],
            other=left.ranks[left.furthest],
        )
        for left in moving[:_MOST]
        if left.furthest is not None
    ]
    still = len(scored.left_out) - len(moving)
    said = voice.say("score.left-out", n=len(scored.left_out))
    yield Remark(
        voice.say("score.label.left-out"),
        (said, *items, *([voice.say("score.left-out.still", n=still)] if still else [])),
    )


def _methods(scored: Scored, voice: Voice) -> Iterable[Remark]:
    """What other ways to work it out give, and which of them cannot be used."""
    possible = [method for method in scored.grid if not method.impossible]
    if not scored.grid or len(scored.rows) < 2:
        return
    lines = [voice.say("score.grid", n=len(possible), total=len(scored.grid))]
    for row in scored.rows:
        best = min(possible, key=lambda m: m.ranks[row.province], default=None)
        worst = max(possible, key=lambda m: m.ranks[row.province], default=None)
        if best is None or worst is None:
            continue
        low, high = best.ranks[row.province], worst.ranks[row.province]
        if low == high or len(lines) > _MOST:
            continue
        lines.append(
            voice.say(
                "score.grid.item",
                province=voice.province(row.province, scored.as_of),
                best=low,
                worst=high,
                best_by=method_name(best, voice),
                worst_by=method_name(worst, voice),
            )
        )
    lines += _impossible(scored, voice)
    yield Remark(voice.say("score.label.grid"), tuple(lines))


def _impossible(scored: Scored, voice: Voice) -> Iterable[str]:
    """The methods left out, by the reason."""
    reasons: dict[tuple[str, str | None], list[Method]] = {}
    for method in scored.grid:
        if method.impossible:
            reasons.setdefault((method.impossible, method.because), []).append(method)
    for (reason, because), methods in reasons.items():
        yield voice.say(
            f"score.grid.{reason}",
            methods="; ".join(method_name(method, voice) for method in methods),
            name=node_name(because, scored.file, voice) if because else "",
        )


def method_name(method: Method, voice: Voice) -> str:
    """A method in words: its scale, how it adds up, and its weights."""
    return ", ".join(
        (
            voice.say(f"score.grid.scale.{method.scale}"),
            voice.say(f"score.aggregate.{method.aggregate}"),
            voice.say(f"score.grid.weights.{method.weights}"),
        )
    )


def _replay(scored: Scored, voice: Voice) -> Remark:
    """What the given weight sets do."""
    replay = scored.replay
    assert replay is not None
    lines = [voice.say("score.replay", n=len(replay.ranks))]
    for id in replay.provinces[:_MOST]:
        spread = replay.spread[id]
        text = place_text(spread.median, spread.q5, spread.q95, voice)
        lines.append(f"{voice.province(id, scored.as_of)}: {text}")
    return Remark(voice.say("score.label.replay"), tuple(lines))


def _not_ranked(scored: Scored, voice: Voice) -> Iterable[Remark]:
    """The provinces without a place, with what is missing; those without any figure by name."""
    silent = [entry for entry in scored.unplaced if entry.reason == "no_figure"]
    lines = [
        _unplaced_text(entry, scored, voice)
        for entry in scored.unplaced
        if entry.reason != "no_figure"
    ]
    if lines:
        yield Remark(voice.say("score.not-ranked", n=len(lines)), tuple(lines))
    if silent:
        names = voice.provinces((entry.province for entry in silent), scored.as_of)
        yield Remark(voice.say("silent.none", n=len(silent)), (names,))


def _unplaced_text(entry: Unplaced, scored: Scored, voice: Voice) -> str:
    missing: Sequence[str] = [node_name(id, scored.file, voice) for id in entry.missing]
    shown = "; ".join(missing[:_MOST])
    if len(missing) > _MOST:
        shown += voice.say("score.more", n=len(missing) - _MOST)
    group = node_name(entry.group, scored.file, voice) if entry.group else ""
    reason = voice.say(f"score.reason.{entry.reason}", group=group)
    return voice.say(
        "score.unplaced",
        province=capital(voice.province(entry.province, scored.as_of)),
        share=percent(entry.coverage, voice),
        reason=reason,
        missing=shown,
    )
