"""A composite index as a sheet: the places, and each reason to doubt them told by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dtcompare.analysis.score import Member, Scored, Unplaced
from dtcompare.analysis.score_explained import Answer
from dtcompare.analysis.uncertainty import Method
from dtcompare.text import capital
from dtcompare.view.citations import Citations
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

__all__ = ["method_name", "score_sheet"]

_MOST = 8  # lines of one kind; the rest are counted
_TOP = 3


def score_sheet(answer: Answer, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of a score: its table, one province explained, two scores, or the method."""
    scored = answer.scored
    parts: Iterable[Table | Remark]
    if answer.card:
        sentences = (card_sentence(scored, phrases),)
        parts = card_parts(scored, phrases)
    elif answer.explanation is not None:
        sentences = (explain_sentence(answer.explanation, scored, phrases),)
        parts = explain_parts(answer.explanation, scored, phrases, citations)
    elif answer.shifts is not None:
        sentences = (compare_sentence(answer.shifts, scored, phrases),)
        parts = compare_parts(answer.shifts, scored, phrases)
    else:
        told = filter(None, (reweighted(scored, phrases), *_sentences(scored, phrases)))
        sentences = (" ".join(told),)
        parts = _parts(scored, phrases, citations)
    return Sheet(
        title=_title(answer, phrases),
        aside=phrases.say("as-of", date=phrases.day(scored.as_of)),
        sentences=sentences,
        parts=tuple(parts),
        sources=citations.numbered(),
        source_label=phrases.say("sources"),
    )


def _title(answer: Answer, phrases: Phrases) -> str:
    scored = answer.scored
    name = scored.file.label.say(phrases.lang)
    if answer.card:
        return phrases.say("score.title.card", name=name)
    if answer.explanation is not None:
        province = phrases.province(answer.explanation.province, scored.as_of)
        return phrases.say("score.title.explain", name=name, province=province)
    if answer.shifts is not None:
        other = answer.shifts.other.file.label.say(phrases.lang)
        return phrases.say("score.title.compare", name=name, other=other)
    return phrases.say("score.title", name=name)


def _sentences(scored: Scored, phrases: Phrases) -> Iterable[str]:
    """Who is first among how many, and how many of the places hold."""
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


def _parts(scored: Scored, phrases: Phrases, citations: Citations) -> Iterable[Table | Remark]:
    """The table of places, then each doubt with the sentence that says what it is and is not."""
    if scored.rows:
        yield _table(scored, phrases, citations)
        if scored.file.views:
            yield _views(scored, phrases)
        yield from _gaps(scored, phrases)
        yield from _drawn(scored, phrases)
        yield from _left_out(scored, phrases)
        yield from _methods(scored, phrases)
    if scored.replay is not None:
        yield _replay(scored, phrases)
    yield from _not_ranked(scored, phrases)


def _table(scored: Scored, phrases: Phrases, citations: Citations) -> Table:
    """Place, province, score, and beside it what each doubt does to it."""
    say = phrases.say
    gaps = any(row.missing for row in scored.rows)
    columns = [
        Column(say("column.place")),
        Column(phrases.dataset.about.heading.say(phrases.lang)),
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
    rows = [_row(row, scored, phrases, citations, longest, gaps=gaps) for row in scored.rows]
    return Table(tuple(columns), tuple(rows), aside=phrases.say("extent", n=len(rows)))


def _row(
    row: Member,
    scored: Scored,
    phrases: Phrases,
    citations: Citations,
    longest: Decimal,
    *,
    gaps: bool,
) -> Row:
    bar = Bar(float(row.score / longest)) if longest > 0 and row.score >= 0 else None
    cells = [
        Cell(phrases.say("place.rank", number=row.rank, of=row.rank_of)),
        Cell(phrases.province(row.province, scored.as_of), "strong"),
        Cell(phrases.number(row.score), bar=bar),
    ]
    if gaps:
        low, high = row.low, row.high
        ends = "–" if low is None or high is None else _ends(low, high, phrases)
        cells += [Cell(percent(row.coverage, phrases)), Cell(ends if row.missing else "")]
    if scored.draws is not None:
        spread = scored.draws.spread[row.province]
        cells += [
            Cell(place_text(spread.median, spread.q5, spread.q95, phrases)),
            Cell(percent(spread.p_top[_TOP], phrases)),
        ]
    if scored.grid:
        found = sorted(m.ranks[row.province] for m in scored.grid if not m.impossible)
        cells.append(Cell(_span(found[0], found[-1]) if found else "–"))
    cells.append(Cell(citations.cite(scored_sources(scored, row.province)), "muted"))
    return Row(tuple(cells))


def _ends(low: Decimal, high: Decimal, phrases: Phrases) -> str:
    return phrases.say("range", low=phrases.number(low), high=phrases.number(high))


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _views(scored: Scored, phrases: Phrases) -> Table:
    """The overlapping groups, which are not added up to the index."""
    columns = [Column(phrases.dataset.about.heading.say(phrases.lang))]
    columns += [Column(id, "right") for id in scored.file.views]
    decimals = scored.file.precision
    rows = tuple(
        Row(
            (
                Cell(phrases.province(row.province, scored.as_of), "strong"),
                *(
                    Cell(phrases.number(Decimal(repr(row.views[id])), decimals))
                    if id in row.views
                    else Cell("–")
                    for id in scored.file.views
                ),
            )
        )
        for row in scored.rows
    )
    return Table(tuple(columns), rows, heading=phrases.say("score.views"))


def _gaps(scored: Scored, phrases: Phrases) -> Iterable[Remark]:
    """What the gaps could do, and which figures are no plain numbers."""
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
    """What other weights do, and which neighbours cannot be told apart."""
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
    """What each indicator by itself decides."""
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
    """What other ways to work it out give, and which of them cannot be used."""
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
    """The methods left out, by the reason."""
    reasons: dict[tuple[str, str | None], list[Method]] = {}
    for method in scored.grid:
        if method.impossible:
            reasons.setdefault((method.impossible, method.because), []).append(method)
    for (reason, because), methods in reasons.items():
        yield phrases.say(
            f"score.grid.{reason}",
            methods="; ".join(method_name(method, phrases) for method in methods),
            name=node_name(because, scored.file, phrases) if because else "",
        )


def method_name(method: Method, phrases: Phrases) -> str:
    """A method in words: its scale, how it adds up, and its weights."""
    return ", ".join(
        (
            phrases.say(f"score.grid.scale.{method.scale}"),
            phrases.say(f"score.aggregate.{method.aggregate}"),
            phrases.say(f"score.grid.weights.{method.weights}"),
        )
    )


def _replay(scored: Scored, phrases: Phrases) -> Remark:
    """What the given weight sets do."""
    replay = scored.replay
    assert replay is not None
    lines = [phrases.say("score.replay", n=len(replay.ranks))]
    for id in replay.provinces[:_MOST]:
        spread = replay.spread[id]
        text = place_text(spread.median, spread.q5, spread.q95, phrases)
        lines.append(f"{phrases.province(id, scored.as_of)}: {text}")
    return Remark(phrases.say("score.label.replay"), tuple(lines))


def _not_ranked(scored: Scored, phrases: Phrases) -> Iterable[Remark]:
    """The provinces without a place, with what is missing; those without any figure by name."""
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
