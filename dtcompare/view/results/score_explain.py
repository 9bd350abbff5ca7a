"""One province's score taken apart, and two scores side by side, as tables."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.score import Scored
from dtcompare.analysis.score_explained import Explanation, Part, Shift, Shifts
from dtcompare.analysis.score_inputs import is_exact
from dtcompare.model.score import Leaf
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import (
    node_name,
    number,
    percent,
    points_text,
    scale_text,
)
from dtcompare.view.sheet import Cell, Column, Remark, Row, Table, without_empty

__all__ = ["compare_parts", "compare_sentence", "enough", "explain_parts", "explain_sentence"]


def explain_sentence(explanation: Explanation, scored: Scored, phrases: Phrases) -> str:
    """The place, and who is next above by how much."""
    member = explanation.member
    name = phrases.province(explanation.province, scored.as_of)
    if member is None:
        entry = next((e for e in scored.unplaced if e.province == explanation.province), None)
        if entry is None:
            return phrases.say("score.explain.absent", name=name)
        group = node_name(entry.group, scored.file, phrases) if entry.group else ""
        reason = phrases.say(f"score.reason.{entry.reason}", group=group)
        return phrases.say("score.explain.unplaced", name=name, reason=reason)
    place = phrases.say("place.rank", number=member.rank, of=member.rank_of)
    text = phrases.say("score.explain", name=name, place=place, score=phrases.number(member.score))
    if explanation.ahead is None:
        return text
    ahead = explanation.ahead
    more = phrases.say(
        "score.explain.ahead",
        name=phrases.province(ahead.province, scored.as_of),
        score=phrases.number(ahead.score),
        points=phrases.number(ahead.score - member.score),
    )
    return f"{text} {more}"


def explain_parts(
    explanation: Explanation, scored: Scored, phrases: Phrases, citations: Citations
) -> Iterable[Table | Remark]:
    """Every indicator, the cheapest way to the next place first; strengths and weaknesses."""
    say = phrases.say
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
        _part_row(part, leaves[part.indicator], scored, phrases, citations)
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
                    name=node_name(part.indicator, scored.file, phrases),
                    points=_signed(part.above or 0, phrases),
                )
                for part in parts
            ]
            yield Remark(say(key), ("; ".join(items),))
    yield Remark(say("score.label.how"), (say("score.explain.how"),))


def _part_row(
    part: Part, leaf: Leaf, scored: Scored, phrases: Phrases, citations: Citations
) -> Row:
    indicator = phrases.dataset.indicator(part.indicator)
    observation = part.observation
    figure = "–"
    if observation is not None:
        amount = observation.figure.amount
        assert amount is not None
        figure = phrases.amount(amount, indicator.unit)
        if not is_exact(observation):
            figure = phrases.say("score.marked", figure=figure)
    need = ""
    if part.need_figure is not None:
        need = phrases.measure(enough(part.need_figure, observation), indicator.unit)
    elif part.need is not None:
        need = phrases.say("score.need", score=number(part.need, 2, phrases))
    return Row(
        (
            Cell(node_name(part.indicator, scored.file, phrases)),
            Cell(figure),
            Cell(
                phrases.period(observation.figure.period)
                if observation
                else phrases.say("silent.cell")
            ),
            Cell(scale_text(leaf.scale, phrases, lower=indicator.better == "lower"), "muted"),
            Cell(points_text(part.value, phrases)),
            Cell(percent(part.own_share if part.own_share is not None else part.share, phrases)),
            Cell(points_text(part.points, phrases)),
            Cell(points_text(part.lost, phrases)),
            Cell(need),
            Cell(citations.cite(observation.sources) if observation else "", "muted"),
        )
    )


def enough(figure: float, observation: Observation | None) -> Decimal:
    """A figure to four significant digits, rounded away from today's, so that it surely does."""
    exact = Decimal(repr(figure))
    rises = observation is None or exact > observation.figure.number
    context = Context(prec=4, rounding=ROUND_CEILING if rises else ROUND_FLOOR)
    return Decimal(f"{context.plus(exact):f}")


def _signed(points: float, phrases: Phrases) -> str:
    text = number(abs(points), 2, phrases)
    return f"+{text}" if points > 0 else f"-{text}"


def compare_sentence(shifts: Shifts, scored: Scored, phrases: Phrases) -> str:
    """How many provinces have a place in both, and how many of them moved."""
    moved = sum(shift.rank != shift.other_rank for shift in shifts.rows)
    return phrases.say(
        "score.compare",
        n=len(shifts.rows),
        moved=moved,
        here=len(scored.rows),
        there=len(shifts.other.rows),
    )


def compare_parts(shifts: Shifts, scored: Scored, phrases: Phrases) -> Iterable[Table | Remark]:
    """Place and score in both, what changed most, and the change of coverage apart."""
    say = phrases.say
    if shifts.rows:
        columns = (
            Column(phrases.dataset.about.heading.say(phrases.lang)),
            Column(shifts.other.file.label.say(phrases.lang)),
            Column(scored.file.label.say(phrases.lang)),
            Column(say("column.change"), "right"),
            Column(say("column.causes")),
            Column(say("column.coverage-change")),
        )
        rows = tuple(_shift_row(shift, shifts, scored, phrases) for shift in shifts.rows)
        yield Table(columns, rows)
    for key, ids, day in (
        ("score.compare.here", shifts.only_here, scored.as_of),
        ("score.compare.there", shifts.only_there, shifts.other.as_of),
    ):
        if ids:
            yield Remark(say(key, n=len(ids)), (phrases.provinces(ids, day),))


def _shift_row(shift: Shift, shifts: Shifts, scored: Scored, phrases: Phrases) -> Row:
    of, other_of = len(scored.rows), len(shifts.other.rows)
    causes = "; ".join(
        phrases.say(
            "score.above",
            name=node_name(cause.indicator, scored.file, phrases),
            points=_signed(cause.points, phrases),
        )
        for cause in shift.causes
    )
    coverage = ""
    if shift.coverage != shift.other_coverage or abs(shift.coverage_points) > 1e-9:
        coverage = phrases.say(
            "score.coverage-change",
            old=percent(shift.other_coverage, phrases),
            new=percent(shift.coverage, phrases),
            points=_signed(shift.coverage_points, phrases),
        )
    return Row(
        (
            Cell(phrases.province(shift.province, scored.as_of), "strong"),
            Cell(_place(shift.other_rank, other_of, shift.other_score, phrases)),
            Cell(_place(shift.rank, of, shift.score, phrases)),
            Cell(_signed(float(shift.score - shift.other_score), phrases)),
            Cell(causes or phrases.say("score.no-common")),
            Cell(coverage),
        )
    )


def _place(rank: int, of: int, score: Decimal, phrases: Phrases) -> str:
    place = phrases.say("place.rank", number=rank, of=of)
    return f"{place} ({phrases.number(score)})"
