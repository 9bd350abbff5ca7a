"""One province's score taken apart, and two scores side by side, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import partial

from msgspec.structs import replace

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.score import Scored
from dtcompare.analysis.score_explained import Explanation, Part, Shift, Shifts
from dtcompare.analysis.score_inputs import is_exact
from dtcompare.model.score import Scale
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import (
    node_name,
    number,
    percent,
    place_texts,
    points_text,
    scale_text,
    signed,
)
from dtcompare.view.sheet import Remark, Table
from dtcompare.view.tables import DataColumn, SheetWriter

_SHOWN = 8  # rows of a short answer, which leaves these columns out
_ASIDE = ("column.when", "column.scale", "column.share", "column.lost")


def explain_sentence(explanation: Explanation, scored: Scored, phrases: Phrases) -> str:
    """Say the place, and who is next above by how much."""
    member = explanation.member
    name = phrases.province(explanation.province, scored.as_of)
    if member is None:
        entry = next((e for e in scored.unplaced if e.province == explanation.province), None)
        if entry is None:
            return phrases.say("score.explain.absent", name=name)
        group = node_name(entry.group, scored.file, phrases) if entry.group else ""
        reason = phrases.say(f"score.reason.{entry.reason}", group=group)
        return phrases.say("score.explain.unplaced", name=name, reason=reason)
    place = place_texts(scored, phrases)[member.rank]
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
    explanation: Explanation, scored: Scored, writer: SheetWriter
) -> Iterable[Table | Remark]:
    """Yield every indicator, the cheapest way to the next place first; strengths, weaknesses."""
    say = writer.phrases.say
    columns = _part_columns(scored, writer)
    if writer.brief:
        columns = [column for column in columns if column.head not in _ASIDE]
    parts = writer.cut(explanation.parts, _SHOWN)
    table = writer.full_table(parts, columns, pages=_pages)
    yield replace(table, aside=say("score.explain.order"))
    for key, found in (
        ("score.strengths", explanation.strengths),
        ("score.weaknesses", explanation.weaknesses),
    ):
        if found:
            items = [
                _above(part.indicator, part.above or 0, scored, writer.phrases) for part in found
            ]
            yield from writer.full_remark(say(key), "; ".join(items))
    yield from writer.full_remark(say("score.label.how"), say("score.explain.how"))


def _part_columns(scored: Scored, writer: SheetWriter) -> Sequence[DataColumn[Part]]:
    phrases = writer.phrases
    scales = {leaf.id: leaf.scale for leaf in scored.file.tree.leaves()}
    return (
        DataColumn(
            "column.indicator", lambda part: node_name(part.indicator, scored.file, phrases)
        ),
        DataColumn("column.figure", partial(_figure_text, phrases)),
        DataColumn("column.when", partial(_when, phrases)),
        DataColumn("column.scale", partial(_scale, scales, phrases), tone="muted"),
        DataColumn("column.score", lambda part: points_text(part.value, phrases), "right"),
        DataColumn("column.share", partial(_share, phrases), "right"),
        DataColumn("column.points", lambda part: points_text(part.points, phrases), "right"),
        DataColumn("column.lost", lambda part: points_text(part.lost, phrases), "right"),
        DataColumn("column.next-place", partial(_need, phrases)),
    )


def _pages(part: Part) -> Sequence[str]:
    return part.observation.sources if part.observation else ()


def _figure_text(phrases: Phrases, part: Part) -> str:
    """Return the figure, marked where it is no plain number."""
    observation = part.observation
    if observation is None or observation.figure.amount is None:
        return "–"
    unit = phrases.dataset.indicator(part.indicator).unit
    figure = phrases.amount(observation.figure.amount, unit)
    return figure if is_exact(observation) else phrases.say("score.marked", figure=figure)


def _when(phrases: Phrases, part: Part) -> str:
    if part.observation is None:
        return phrases.say("silent.cell")
    return phrases.period(part.observation.figure.period)


def _scale(scales: Mapping[str, Scale], phrases: Phrases, part: Part) -> str:
    lower = phrases.dataset.indicator(part.indicator).better == "lower"
    return scale_text(scales[part.indicator], phrases, lower=lower)


def _share(phrases: Phrases, part: Part) -> str:
    return percent(part.own_share if part.own_share is not None else part.share, phrases)


def _need(phrases: Phrases, part: Part) -> str:
    """Return the figure, or the score on its scale, that alone brings the next place."""
    if part.need_figure is not None:
        unit = phrases.dataset.indicator(part.indicator).unit
        return phrases.measure(enough(part.need_figure, part.observation), unit)
    if part.need is None:
        return ""
    return phrases.say("score.need", score=number(part.need, 2, phrases))


def enough(figure: float, observation: Observation | None) -> Decimal:
    """Round a figure to four digits, away from today's, so that it surely is enough."""
    exact = Decimal(repr(figure))
    rises = observation is None or exact > observation.figure.number
    context = Context(prec=4, rounding=ROUND_CEILING if rises else ROUND_FLOOR)
    return Decimal(f"{context.plus(exact):f}")


def _above(indicator: str, points: float, scored: Scored, phrases: Phrases) -> str:
    """Return an indicator with the points it brings more or less."""
    name = node_name(indicator, scored.file, phrases)
    return phrases.say("score.above", name=name, points=signed(points, phrases))


def compare_sentence(shifts: Shifts, scored: Scored, phrases: Phrases) -> str:
    """Say how many provinces have a place in both and how many moved, or that nothing did."""
    rows, n = shifts.rows, len(shifts.rows)
    alone = shifts.only_here or shifts.only_there
    same = all((one.rank, one.score) == (one.other_rank, one.other_score) for one in rows)
    if rows and same and not alone and shifts.alike:
        return phrases.say("score.compare.same", n=n)
    moved = sum(shift.rank != shift.other_rank for shift in rows)
    here, there = len(scored.rows), len(shifts.other.rows)
    text = phrases.say("score.compare", n=n, moved=moved, here=here, there=there)
    return text if shifts.alike else f"{text} {phrases.say('score.compare.unlike')}"


def compare_parts(shifts: Shifts, scored: Scored, writer: SheetWriter) -> Iterable[Table | Remark]:
    """Yield place and score in both, what changed most, and the change of coverage apart."""
    phrases = writer.phrases
    if shifts.rows:
        here, there = place_texts(scored, phrases), place_texts(shifts.other, phrases)
        columns: list[DataColumn[Shift]] = [
            writer.province_column(lambda shift: shift.province, scored.as_of),
            DataColumn(
                shifts.other.file.label.say(phrases.lang),
                lambda s: f"{there[s.other_rank]} ({phrases.number(s.other_score)})",
            ),
            DataColumn(
                scored.file.label.say(phrases.lang),
                lambda s: f"{here[s.rank]} ({phrases.number(s.score)})",
            ),
        ]
        if shifts.alike:
            columns += _changes(scored, phrases)
        yield writer.table(writer.cut(shifts.rows, 12), columns)
    for key, ids, day in (
        ("score.compare.here", shifts.only_here, scored.as_of),
        ("score.compare.there", shifts.only_there, shifts.other.as_of),
    ):
        if ids:
            yield from writer.full_remark(phrases.say(key, n=len(ids)), phrases.provinces(ids, day))


def _changes(scored: Scored, phrases: Phrases) -> list[DataColumn[Shift]]:
    """Return the columns of what changed, in points."""
    return [
        DataColumn(
            "column.change",
            lambda shift: signed(float(shift.score - shift.other_score), phrases),
            "right",
        ),
        DataColumn("column.causes", partial(_causes, scored, phrases)),
        DataColumn("column.coverage-change", partial(_coverage, phrases)),
    ]


def _causes(scored: Scored, phrases: Phrases, shift: Shift) -> str:
    causes = [_above(cause.indicator, cause.points, scored, phrases) for cause in shift.causes]
    return "; ".join(causes)


def _coverage(phrases: Phrases, shift: Shift) -> str:
    """Say how coverage changed and what that brings; empty where nothing changed."""
    if shift.coverage == shift.other_coverage and abs(shift.coverage_points) <= 1e-9:
        return ""
    return phrases.say(
        "score.coverage-change",
        old=percent(shift.other_coverage, phrases),
        new=percent(shift.coverage, phrases),
        points=signed(shift.coverage_points, phrases),
    )
