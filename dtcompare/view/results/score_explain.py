"""One province's score taken apart, and two scores side by side, as tables."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from dtcompare.analysis.columns import is_exact
from dtcompare.analysis.composite import Scored
from dtcompare.analysis.explain import Explanation, Part, Shift, Shifts
from dtcompare.analysis.reports import Report
from dtcompare.model.score import Leaf
from dtcompare.view.citations import Citations
from dtcompare.view.results.score_words import (
    node_name,
    number,
    percent,
    points_text,
    scale_text,
)
from dtcompare.view.sheet import Cell, Column, Remark, Row, Table, without_empty
from dtcompare.view.voice import Voice

__all__ = ["compare_parts", "compare_sentence", "enough", "explain_parts", "explain_sentence"]


def explain_sentence(explanation: Explanation, scored: Scored, voice: Voice) -> str:
    """The place, and who is next above by how much."""
    member = explanation.member
    name = voice.province(explanation.province, scored.as_of)
    if member is None:
        entry = next((e for e in scored.unplaced if e.province == explanation.province), None)
        if entry is None:
            return voice.say("score.explain.absent", name=name)
        group = node_name(entry.group, scored.file, voice) if entry.group else ""
        reason = voice.say(f"score.reason.{entry.reason}", group=group)
        return voice.say("score.explain.unplaced", name=name, reason=reason)
    place = voice.say("place.rank", number=member.rank, of=member.rank_of)
    text = voice.say("score.explain", name=name, place=place, score=voice.number(member.score))
    if explanation.ahead is None:
        return text
    ahead = explanation.ahead
    more = voice.say(
        "score.explain.ahead",
        name=voice.province(ahead.province, scored.as_of),
        score=voice.number(ahead.score),
        points=voice.number(ahead.score - member.score),
    )
    return f"{text} {more}"


def explain_parts(
    explanation: Explanation, scored: Scored, voice: Voice, citations: Citations
) -> Iterable[Table | Remark]:
    """Every indicator, the cheapest way to the next place first; strengths and weaknesses."""
    say = voice.say
    columns = (
        Column(say("column.indicator")),
        Column(say("column.figure")),
        Column(say("column.when")),
        Column(say("column.scale")),
        Column(say("column.score"), "right"),
        Column(say("column.share"), "right"),
        Column(say("column.points"), "right"),
        Column(say("column.lost"), "right"),
        Column(say("column.next-place")),
        Column(""),
    )
    leaves = {leaf.id: leaf for leaf in scored.file.tree.leaves()}
    rows = tuple(
        _part_row(part, leaves[part.indicator], scored, voice, citations)
        for part in explanation.parts
    )
    yield without_empty(Table(columns, rows, aside=say("score.explain.order")))
    for key, parts in (
        ("score.strengths", explanation.strengths),
        ("score.weaknesses", explanation.weaknesses),
    ):
        if parts:
            items = [
                say(
                    "score.above",
                    name=node_name(part.indicator, scored.file, voice),
                    points=_signed(part.above or 0, voice),
                )
                for part in parts
            ]
            yield Remark(say(key), ("; ".join(items),))
    yield Remark(say("score.label.how"), (say("score.explain.how"),))


def _part_row(part: Part, leaf: Leaf, scored: Scored, voice: Voice, citations: Citations) -> Row:
    indicator = voice.dataset.indicator(part.indicator)
    report = part.report
    figure = "–"
    if report is not None:
        amount = report.figure.amount
        assert amount is not None
        figure = voice.amount(amount, indicator.unit)
        if not is_exact(report):
            figure = voice.say("score.marked", figure=figure)
    need = ""
    if part.need_figure is not None:
        need = voice.measure(enough(part.need_figure, report), indicator.unit)
    elif part.need is not None:
        need = voice.say("score.need", score=number(part.need, 2, voice))
    return Row(
        (
            Cell(node_name(part.indicator, scored.file, voice)),
            Cell(figure),
            Cell(voice.period(report.figure.period) if report else voice.say("silent.cell")),
            Cell(scale_text(leaf.scale, voice, lower=indicator.better == "lower"), "muted"),
            Cell(points_text(part.value, voice)),
            Cell(percent(part.own_share if part.own_share is not None else part.share, voice)),
            Cell(points_text(part.points, voice)),
            Cell(points_text(part.lost, voice)),
            Cell(need),
            Cell(citations.cite(report.sources) if report else "", "muted"),
        )
    )


def enough(figure: float, report: Report | None) -> Decimal:
    """A figure to four significant digits, rounded away from today's, so that it surely does."""
    exact = Decimal(repr(figure))
    rises = report is None or exact > report.figure.number
    context = Context(prec=4, rounding=ROUND_CEILING if rises else ROUND_FLOOR)
    return Decimal(f"{context.plus(exact):f}")


def _signed(points: float, voice: Voice) -> str:
    text = number(abs(points), 2, voice)
    return f"+{text}" if points > 0 else f"-{text}"


def compare_sentence(shifts: Shifts, scored: Scored, voice: Voice) -> str:
    """How many provinces have a place in both, and how many of them moved."""
    moved = sum(shift.rank != shift.other_rank for shift in shifts.rows)
    return voice.say(
        "score.compare",
        n=len(shifts.rows),
        moved=moved,
        here=len(scored.rows),
        there=len(shifts.other.rows),
    )


def compare_parts(shifts: Shifts, scored: Scored, voice: Voice) -> Iterable[Table | Remark]:
    """Place and score in both, what changed most, and the change of coverage apart."""
    say = voice.say
    if shifts.rows:
        columns = (
            Column(voice.dataset.about.heading.say(voice.lang)),
            Column(shifts.other.file.label.say(voice.lang)),
            Column(scored.file.label.say(voice.lang)),
            Column(say("column.change"), "right"),
            Column(say("column.causes")),
            Column(say("column.coverage-change")),
        )
        rows = tuple(_shift_row(shift, shifts, scored, voice) for shift in shifts.rows)
        yield Table(columns, rows)
    for key, ids, day in (
        ("score.compare.here", shifts.only_here, scored.as_of),
        ("score.compare.there", shifts.only_there, shifts.other.as_of),
    ):
        if ids:
            yield Remark(say(key, n=len(ids)), (voice.provinces(ids, day),))


def _shift_row(shift: Shift, shifts: Shifts, scored: Scored, voice: Voice) -> Row:
    of, other_of = len(scored.rows), len(shifts.other.rows)
    causes = "; ".join(
        voice.say(
            "score.above",
            name=node_name(cause.indicator, scored.file, voice),
            points=_signed(cause.points, voice),
        )
        for cause in shift.causes
    )
    coverage = ""
    if shift.coverage != shift.other_coverage or abs(shift.coverage_points) > 1e-9:
        coverage = voice.say(
            "score.coverage-change",
            old=percent(shift.other_coverage, voice),
            new=percent(shift.coverage, voice),
            points=_signed(shift.coverage_points, voice),
        )
    return Row(
        (
            Cell(voice.province(shift.province, scored.as_of), "strong"),
            Cell(_place(shift.other_rank, other_of, shift.other_score, voice)),
            Cell(_place(shift.rank, of, shift.score, voice)),
            Cell(_signed(float(shift.score - shift.other_score), voice)),
            Cell(causes or voice.say("score.no-common")),
            Cell(coverage),
        )
    )


def _place(rank: int, of: int, score: Decimal, voice: Voice) -> str:
    place = voice.say("place.rank", number=rank, of=of)
    return f"{place} ({voice.number(score)})"
