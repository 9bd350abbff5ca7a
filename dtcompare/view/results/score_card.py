"""How an index was worked out, so that a reader can do it again: the method card."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dtcompare import __version__
from dtcompare.analysis.composite import Scored
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.uncertainty import SPREAD
from dtcompare.model.score import Group, Leaf
from dtcompare.view.results.score_words import node_name, number, percent, scale_text
from dtcompare.view.sheet import Cell, Column, Remark, Row, Table
from dtcompare.view.voice import Voice

__all__ = ["card_parts", "card_sentence", "window_text"]


def card_sentence(scored: Scored, voice: Voice) -> str:
    """How many indicators in how many groups, of how many provinces."""
    nodes = list(scored.file.tree.nodes())
    leaves = sum(isinstance(node, Leaf) for node in nodes)
    facts = {"indicators": leaves, "groups": len(nodes) - leaves, "rows": len(scored.rows)}
    return voice.say("score.card", n=leaves, **facts)


def card_parts(scored: Scored, voice: Voice) -> Iterable[Table | Remark]:
    """The choices, then the tree with weights, shares and scales."""
    rows = tuple(
        Row((Cell(label, "strong"), Cell(text))) for label, text in _choices(scored, voice)
    )
    yield Table((Column(""), Column("")), rows)
    yield _tree(scored, voice)
    views = tuple(
        f"{id}: " + ", ".join(node_name(part, scored.file, voice) for part in parts)
        for id, parts in scored.file.views.items()
    )
    if views:
        yield Remark(voice.say("score.views"), views)


def _choices(scored: Scored, voice: Voice) -> Iterable[tuple[str, str]]:
    """Every choice that the numbers depend on, in words."""
    say, file = voice.say, scored.file
    yield say("score.card.file"), f"{file.file}, SHA-256 {scored.digest}"
    if file.note:
        yield say("score.card.note"), file.note
    if file.period is not None:
        yield say("score.card.period"), voice.period(file.period)
    root = say(f"score.aggregate.{file.tree.aggregate}")
    yield say("score.card.aggregate"), _floored(root, file.tree, voice)
    yield say("score.card.missing"), say(f"score.missing.{file.missing}")
    if file.missing == "skip":
        gate = say(
            "score.card.gate.text",
            overall=percent(float(file.gate.overall), voice),
            group=percent(float(file.gate.group), voice),
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
            n=voice.number(Decimal(scored.options.draws)),
            seed=scored.options.seed,
            spread=percent(SPREAD, voice),
        ),
    )
    yield say("score.card.versions"), f"dtcompare {__version__}, numpy {scored.library}"


def _floored(text: str, group: Group, voice: Voice) -> str:
    if group.floor is None:
        return text
    return voice.say("score.floored", text=text, floor=voice.number(group.floor))


def _tree(scored: Scored, voice: Voice) -> Table:
    say = voice.say
    columns = (
        Column(say("column.node")),
        Column(say("column.weight"), "right"),
        Column(say("column.share"), "right"),
        Column(say("column.scale")),
        Column(say("column.when")),
        Column(say("column.figures"), "right"),
    )
    rows = tuple(_nodes(scored.file.tree, scored, voice, 0))
    return Table(columns, rows, heading=say("score.card.tree"))


def _nodes(group: Group, scored: Scored, voice: Voice, depth: int) -> Iterable[Row]:
    for node in group.children:
        name = "· " * depth + node_name(node.id, scored.file, voice)
        share = number(scored.shares[node.id] * 100, 2, voice) + "%"
        start = (Cell(name), Cell(voice.number(node.weight)), Cell(share))
        if isinstance(node, Group):
            how = _floored(voice.say(f"score.aggregate.{node.aggregate}"), node, voice)
            yield Row((*start, Cell(how, "muted"), Cell(), Cell()))
            yield from _nodes(node, scored, voice, depth + 1)
            continue
        lower = voice.dataset.indicator(node.id).better == "lower"
        column = scored.columns[node.id]
        yield Row(
            (
                *start,
                Cell(_footing(node, scale_text(node.scale, voice, lower=lower), voice)),
                Cell(window_text(scored, node.id, voice)),
                Cell(str(len(column.reports))),
            )
        )


def _footing(leaf: Leaf, text: str, voice: Voice) -> str:
    """The scale with basis and method, where the indicator has them."""
    parts = [text]
    if leaf.basis is not None:
        parts.append(voice.say("footing.basis", basis=voice.basis(leaf.basis)))
    if leaf.method is not None:
        parts.append(voice.method(leaf.method))
    return "; ".join(parts)


def window_text(scored: Scored, id: str, voice: Voice) -> str:
    """The season or edition whose figures count."""
    when = scored.columns[id].when
    if when is None:
        return "–"
    if isinstance(when, Edition):
        return voice.say("footing.edition", period=when.period, of=when.of)
    return voice.span(when.start, when.end)
