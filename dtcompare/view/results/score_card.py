"""How an index was worked out, so that a reader can do it again: the method card."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from msgspec import Struct

from dtcompare import __version__
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.score import Scored
from dtcompare.analysis.uncertainty import SPREAD
from dtcompare.model.score import Leaf, ScoreGroup
from dtcompare.view.figures import series_words
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import (
    node_name,
    number,
    percent,
    scale_text,
    view_name,
)
from dtcompare.view.sheet import Cell, Remark, Table
from dtcompare.view.tables import DataColumn, SheetWriter

_SHOWN = 10  # lines of the tree in a short answer


def card_sentence(scored: Scored, phrases: Phrases) -> str:
    """Say how many indicators in how many groups, of how many provinces."""
    leaves = sum(1 for _ in scored.file.tree.leaves())
    return phrases.say("score.card", n=leaves, rows=len(scored.rows))


def card_parts(scored: Scored, writer: SheetWriter) -> Iterable[Table | Remark]:
    """Yield the choices, then the tree with weights, shares and scales."""
    phrases = writer.phrases
    columns: tuple[DataColumn[tuple[str, str]], ...] = (
        DataColumn("", lambda choice: choice[0], tone="strong"),
        DataColumn("", lambda choice: choice[1]),
    )
    choices = list(_choices(scored, phrases))
    if writer.brief:  # file and versions, the first and the last, are of the full answer
        texts = [phrases.say("chart.names", label=name, names=text) for name, text in choices[1:-1]]
        yield Remark(phrases.say("score.brief.choices"), ("; ".join(texts),))
    else:
        yield writer.table(choices, columns)
    yield _tree(scored, writer)
    views = tuple(
        f"{view_name(id, scored.file, phrases)}: "
        + ", ".join(node_name(part, scored.file, phrases) for part in parts)
        for id, parts in scored.file.views.items()
    )
    if views and writer.brief:
        writer.leave_out(phrases.say("score.brief.views"))
    elif views:
        yield Remark(phrases.say("score.views"), views)


def _choices(scored: Scored, phrases: Phrases) -> Iterable[tuple[str, str]]:
    """Yield every choice that the numbers depend on, in words."""
    say, file = phrases.say, scored.file
    yield say("score.card.file"), f"{file.file}, SHA-256 {scored.digest}"
    if file.note:
        yield say("score.card.note"), file.note.say(phrases.lang)
    if file.period is not None:
        yield say("score.card.period"), phrases.period(file.period)
    root = say(f"score.aggregate.{file.tree.aggregate}")
    yield say("score.card.aggregate"), _floored(root, file.tree, phrases)
    yield say("score.card.missing"), say(f"score.missing.{file.missing}")
    if file.missing == "skip":
        gate = say(
            "score.card.gate.text",
            overall=percent(float(file.gate.overall), phrases),
            group=percent(float(file.gate.group), phrases),
        )
        yield say("score.card.gate"), gate
    yield say("score.card.precision"), say("score.card.precision.text", n=file.precision)
    if scored.options.weights:
        changed = ", ".join(f"{id} = {weight}" for id, weight in scored.options.weights.items())
        yield say("score.card.weights"), changed
    yield (
        say("score.card.draws"),
        say(
            "score.card.draws.text",
            n=phrases.number(Decimal(scored.options.draws)),
            seed=scored.options.seed,
            spread=percent(SPREAD, phrases),
        ),
    )
    yield say("score.card.versions"), f"dtcompare {__version__}, numpy {scored.library}"


def _floored(text: str, group: ScoreGroup, phrases: Phrases) -> str:
    if group.floor is None:
        return text
    return phrases.say("score.floored", text=text, floor=phrases.number(group.floor))


class _TreeLine(Struct, frozen=True):
    """A node of the tree, so many groups deep."""

    node: ScoreGroup | Leaf
    depth: int


def _tree(scored: Scored, writer: SheetWriter) -> Table:
    """Return the tree with weights, shares, scales, and the time and number of the figures."""
    phrases = writer.phrases
    columns: tuple[DataColumn[_TreeLine], ...] = (
        DataColumn(
            "column.node",
            lambda line: "· " * line.depth + node_name(line.node.id, scored.file, phrases),
        ),
        DataColumn("column.weight", lambda line: phrases.number(line.node.weight), "right"),
        DataColumn(
            "column.share",
            lambda line: number(scored.shares[line.node.id] * 100, 2, phrases) + "%",
            "right",
        ),
        DataColumn("column.scale", partial(_scale_cell, phrases)),
        DataColumn("column.when", partial(_when, scored, phrases)),
        DataColumn("column.figures", partial(_count, scored), "right"),
    )
    if writer.brief:  # what it weighs; when and how is of the full answer
        columns = columns[:3]
    lines = writer.cut(list(_lines(scored.file.tree, 0)), _SHOWN)
    return writer.table(lines, columns, "score.card.tree")


def _lines(group: ScoreGroup, depth: int) -> Iterable[_TreeLine]:
    """Yield every node below a group, a group before what it holds."""
    for node in group.children:
        yield _TreeLine(node, depth)
        if isinstance(node, ScoreGroup):
            yield from _lines(node, depth + 1)


def _scale_cell(phrases: Phrases, line: _TreeLine) -> Cell:
    """Return the scale of an indicator with basis and method; how a group adds up."""
    node = line.node
    if isinstance(node, ScoreGroup):
        how = phrases.say(f"score.aggregate.{node.aggregate}")
        return Cell(_floored(how, node, phrases), "muted")
    lower = phrases.dataset.indicator(node.id).better == "lower"
    series = series_words(phrases, node.basis, node.method)
    return Cell("; ".join([scale_text(node.scale, phrases, lower=lower), *series]))


def _when(scored: Scored, phrases: Phrases, line: _TreeLine) -> str:
    return "" if isinstance(line.node, ScoreGroup) else window_text(scored, line.node.id, phrases)


def _count(scored: Scored, line: _TreeLine) -> str:
    if isinstance(line.node, ScoreGroup):
        return ""
    return str(len(scored.columns[line.node.id].observations))


def window_text(scored: Scored, id: str, phrases: Phrases) -> str:
    """Return the season or edition whose figures count."""
    when = scored.columns[id].when
    if when is None:
        return "–"
    if isinstance(when, Edition):
        return phrases.say("footing.edition", period=when.period, of=when.of)
    return phrases.span(when.start, when.end)
