"""How an index was worked out, so that a reader can do it again: the method card."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dtcompare import __version__
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.score import Scored
from dtcompare.analysis.uncertainty import SPREAD
from dtcompare.model.score import Group, Leaf
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import node_name, number, percent, scale_text
from dtcompare.view.sheet import Cell, Column, Remark, Row, Table

__all__ = ["card_parts", "card_sentence", "window_text"]


def card_sentence(scored: Scored, phrases: Phrases) -> str:
    """How many indicators in how many groups, of how many provinces."""
    nodes = list(scored.file.tree.nodes())
    leaves = sum(isinstance(node, Leaf) for node in nodes)
    facts = {"indicators": leaves, "groups": len(nodes) - leaves, "rows": len(scored.rows)}
    return phrases.say("score.card", n=leaves, **facts)


def card_parts(scored: Scored, phrases: Phrases) -> Iterable[Table | Remark]:
    """The choices, then the tree with weights, shares and scales."""
    rows = tuple(
        Row((Cell(label, "strong"), Cell(text))) for label, text in _choices(scored, phrases)
    )
    yield Table((Column(""), Column("")), rows)
    yield _tree(scored, phrases)
    views = tuple(
        f"{id}: " + ", ".join(node_name(part, scored.file, phrases) for part in parts)
        for id, parts in scored.file.views.items()
    )
    if views:
        yield Remark(phrases.say("score.views"), views)


def _choices(scored: Scored, phrases: Phrases) -> Iterable[tuple[str, str]]:
    """Every choice that the numbers depend on, in words."""
    say, file = phrases.say, scored.file
    yield say("score.card.file"), f"{file.file}, SHA-256 {scored.digest}"
    if file.note:
        yield say("score.card.note"), file.note
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


def _floored(text: str, group: Group, phrases: Phrases) -> str:
    if group.floor is None:
        return text
    return phrases.say("score.floored", text=text, floor=phrases.number(group.floor))


def _tree(scored: Scored, phrases: Phrases) -> Table:
    say = phrases.say
    columns = (
        Column(say("column.node")),
        Column(say("column.weight"), "right"),
        Column(say("column.share"), "right"),
        Column(say("column.scale")),
        Column(say("column.when")),
        Column(say("column.figures"), "right"),
    )
    rows = tuple(_nodes(scored.file.tree, scored, phrases, 0))
    return Table(columns, rows, heading=say("score.card.tree"))


def _nodes(group: Group, scored: Scored, phrases: Phrases, depth: int) -> Iterable[Row]:
    for node in group.children:
        name = "· " * depth + node_name(node.id, scored.file, phrases)
        share = number(scored.shares[node.id] * 100, 2, phrases) + "%"
        start = (Cell(name), Cell(phrases.number(node.weight)), Cell(share))
        if isinstance(node, Group):
            how = _floored(phrases.say(f"score.aggregate.{node.aggregate}"), node, phrases)
            yield Row((*start, Cell(how, "muted"), Cell(), Cell()))
            yield from _nodes(node, scored, phrases, depth + 1)
            continue
        lower = phrases.dataset.indicator(node.id).better == "lower"
        column = scored.columns[node.id]
        yield Row(
            (
                *start,
                Cell(_series_key(node, scale_text(node.scale, phrases, lower=lower), phrases)),
                Cell(window_text(scored, node.id, phrases)),
                Cell(str(len(column.observations))),
            )
        )


def _series_key(leaf: Leaf, text: str, phrases: Phrases) -> str:
    """The scale with basis and method, where the indicator has them."""
    parts = [text]
    if leaf.basis is not None:
        parts.append(phrases.say("footing.basis", basis=phrases.basis(leaf.basis)))
    if leaf.method is not None:
        parts.append(phrases.method(leaf.method))
    return "; ".join(parts)


def window_text(scored: Scored, id: str, phrases: Phrases) -> str:
    """The season or edition whose figures count."""
    when = scored.columns[id].when
    if when is None:
        return "–"
    if isinstance(when, Edition):
        return phrases.say("footing.edition", period=when.period, of=when.of)
    return phrases.span(when.start, when.end)
