"""What a composite score is stacked from, and what is said under its chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.score import Member, Scored
from dtcompare.charts.page import unbroken
from dtcompare.charts.style import PARTS, PILLARS
from dtcompare.model.score import Group, Leaf, Node
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import node_name

__all__ = [
    "Slice",
    "bare_names",
    "ends_text",
    "points_text",
    "slices",
    "unplaced_lists",
    "unsliced",
]

_NAMED = 8  # more provinces than this without a place are listed without what each lacks
_LACKING = 3  # indicators named as missing; the rest are counted


class Slice(Struct, frozen=True):
    """One part of the stacked bars: its name, colour, and the indicators whose points it adds."""

    name: str
    color: str
    indicators: tuple[str, ...]

    def points(self, member: Member) -> float:
        """What the part brings to a province's score; 0 where nothing of it is reported."""
        return sum(member.points.get(id, 0.0) for id in self.indicators)


def unsliced(scored: Scored) -> str:
    """Why the bars are whole: product, zscore or many; "" where they are stacked."""
    tree = scored.file.tree
    if tree.aggregate != "arithmetic":
        return "product"
    if any(points < 0 for row in scored.rows for points in row.points.values()):
        return "zscore"
    return "many" if len(_weighty(tree)) > len(PARTS) else ""


def slices(scored: Scored, phrases: Phrases) -> tuple[Slice, ...]:
    """The parts directly under the index where they add up to it, at least two of them."""
    children = _weighty(scored.file.tree)
    if unsliced(scored) or len(children) < 2:
        return ()
    colors = PILLARS if len(children) <= len(PILLARS) else PARTS
    names = bare_names([child.id for child in children], scored, phrases)
    return tuple(
        Slice(name, color, _leaves(child))
        for child, color, name in zip(children, colors, names, strict=False)
    )


def _weighty(tree: Group) -> tuple[Node, ...]:
    return tuple(child for child in tree.children if child.weight)


def _leaves(node: Node) -> tuple[str, ...]:
    return (node.id,) if isinstance(node, Leaf) else tuple(leaf.id for leaf in node.leaves())


def bare_names(ids: Sequence[str], scored: Scored, phrases: Phrases) -> tuple[str, ...]:
    """The names of nodes without the words that all of them begin with ("DTI: ")."""
    names = [node_name(id, scored.file, phrases) for id in ids]
    for mark in (": ", ", "):
        heads = {name.partition(mark)[0] for name in names}
        if len(names) > 1 and len(heads) == 1 and all(mark in name for name in names):
            names = [name.partition(mark)[2] for name in names]
    return tuple(capital(name) for name in names)


def unplaced_lists(scored: Scored, phrases: Phrases, *, counted: bool) -> Iterable[tuple[str, str]]:
    """The provinces without a place by reason, in words: label and names, or ``counted`` alone."""
    by_reason: dict[str, list[str]] = {}
    few = sum(entry.reason != "no_figure" for entry in scored.unplaced) <= _NAMED
    for entry in scored.unplaced:
        text = unbroken(phrases.province(entry.province, scored.as_of))
        if few and entry.reason != "no_figure":
            missing = _missing(entry.missing, scored, phrases)
            text = phrases.say("chart.score.unplaced", province=text, missing=missing)
        by_reason.setdefault(entry.reason, []).append(text)
    for reason in sorted(by_reason, key=lambda reason: reason == "no_figure"):
        names = by_reason[reason]
        silent = reason == "no_figure"
        key = "silent.none" if silent else f"chart.score.reason.{reason}"
        label = phrases.say(key, n=len(names))
        joined = ("; " if few and not silent else ", ").join(names)
        yield label, phrases.say("chart.score.count", n=len(names)) if counted else joined


def _missing(ids: Sequence[str], scored: Scored, phrases: Phrases) -> str:
    """What a province lacks: up to three names, then how many more."""
    leaves = [leaf.id for leaf in scored.file.tree.leaves()]
    bare = dict(zip(leaves, bare_names(leaves, scored, phrases), strict=True))
    names = [bare[id][:1].lower() + bare[id][1:] for id in ids]
    text = ", ".join(names[:_LACKING])
    more = len(names) - _LACKING
    return text + (phrases.say("score.more", n=more) if more > 0 else "")


def points_text(points: float, decimals: int, phrases: Phrases) -> str:
    """Points that were worked out, rounded half up."""
    return phrases.number(Decimal(repr(points)), decimals)


def ends_text(row: Member, phrases: Phrases) -> str:
    """The score if every gap were the worst, and the best; "" where that cannot be told."""
    if row.low is None or row.high is None or not row.missing:
        return ""
    low, high = phrases.number(row.low), phrases.number(row.high)
    return phrases.say("chart.score.ends", low=low, high=high)
