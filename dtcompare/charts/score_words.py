"""What a composite score is stacked from, and what is said above and below its charts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.score import Member, Scored
from dtcompare.charts.page import unbroken
from dtcompare.charts.style import PARTS, PILLARS
from dtcompare.model.score import Leaf, Node, ScoreGroup
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import close_pairs, node_name, reweighted

_LISTED = 8  # more provinces than this without a place are listed without what each lacks
_LACKING = 3  # indicators named as missing; the rest are counted
_LEADERS = 3  # more leaders than this are counted
_PAIRS, _FEW_PAIRS = 8, 3  # neighbours named on a page that grows, and on one that does not


class Slice(Struct, frozen=True):
    """One part of the stacked bars: its name, colour, and the indicators whose points it adds."""

    name: str
    color: str
    indicators: tuple[str, ...]

    def points(self, member: Member) -> float:
        """Return what the part brings to a province's score; 0 where nothing of it is reported."""
        return sum(member.points.get(id, 0.0) for id in self.indicators)


def _unsliced(scored: Scored) -> str:
    """Return why the bars are whole: product, zscore or many; "" where they are stacked."""
    tree = scored.file.tree
    if tree.aggregate != "arithmetic":
        return "product"
    if any(points < 0 for row in scored.rows for points in row.points.values()):
        return "zscore"
    return "many" if len(_weighty(tree)) > len(PARTS) else ""


def slices(scored: Scored, phrases: Phrases) -> tuple[Slice, ...]:
    """Return the parts directly under the index where they add up to it, at least two of them."""
    children = _weighty(scored.file.tree)
    if _unsliced(scored) or len(children) < 2:
        return ()
    colors = PILLARS if len(children) <= len(PILLARS) else PARTS
    names = bare_names([child.id for child in children], scored, phrases)
    return tuple(
        Slice(name, color, _leaves(child))
        for child, color, name in zip(children, colors, names, strict=False)
    )


def _weighty(tree: ScoreGroup) -> tuple[Node, ...]:
    return tuple(child for child in tree.children if child.weight)


def _leaves(node: Node) -> tuple[str, ...]:
    return (node.id,) if isinstance(node, Leaf) else tuple(leaf.id for leaf in node.leaves())


def bare_names(ids: Sequence[str], scored: Scored, phrases: Phrases) -> tuple[str, ...]:
    """Return the names of nodes without the words that all of them begin with ("DTI: ")."""
    names = [node_name(id, scored.file, phrases) for id in ids]
    for mark in (": ", ", "):
        heads = {name.partition(mark)[0] for name in names}
        if len(names) > 1 and len(heads) == 1 and all(mark in name for name in names):
            names = [name.partition(mark)[2] for name in names]
    return tuple(capital(name) for name in names)


def leaf_names(scored: Scored, phrases: Phrases) -> dict[str, str]:
    """Return the bare names of the indicators of a score by their ids."""
    leaves = [leaf.id for leaf in scored.file.tree.leaves()]
    return dict(zip(leaves, bare_names(leaves, scored, phrases), strict=True))


def unplaced_lists(scored: Scored, phrases: Phrases, *, counted: bool) -> Iterable[tuple[str, str]]:
    """Yield the provinces without a place by reason: label and names, or how many of them."""
    by_reason: dict[str, list[str]] = {}
    few = sum(entry.reason != "no_figure" for entry in scored.unplaced) <= _LISTED
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
    """Return what a province lacks: up to three names, then how many more."""
    bare = leaf_names(scored, phrases)
    names = [bare[id][:1].lower() + bare[id][1:] for id in ids]
    text = ", ".join(names[:_LACKING])
    more = len(names) - _LACKING
    return text + (phrases.say("score.more", n=more) if more > 0 else "")


def points_text(points: float, decimals: int, phrases: Phrases) -> str:
    """Return points that were worked out, rounded half up."""
    return phrases.number(Decimal(repr(points)), decimals)


def ends_text(row: Member, phrases: Phrases) -> str:
    """Return the score if every gap were the worst, and the best; "" where that cannot be told."""
    if row.low is None or row.high is None or not row.missing:
        return ""
    low, high = phrases.number(row.low), phrases.number(row.high)
    return phrases.say("chart.score.ends", low=low, high=high)


def score_title(scored: Scored, phrases: Phrases) -> str:
    """Return who is first, and how many of the places are firm."""
    index, rows = scored.file.label.say(phrases.lang), scored.rows
    if not rows:
        return phrases.say("chart.score.title.empty", index=index)
    lead = _lead(scored, phrases)
    if len(rows) == 1:
        name = phrases.province(rows[0].province, scored.as_of)
        score = phrases.number(rows[0].score)
        return phrases.say("chart.score.title.alone", index=index, name=name, score=score)
    if scored.draws is None:
        return phrases.say("chart.score.title", index=index, lead=lead)
    firm = sum(spread.q5 == spread.q95 for spread in scored.draws.spread.values())
    key = "chart.score.title.all-firm" if firm == len(rows) else "chart.score.title.firm"
    if firm == len(rows) == 2:
        key = "chart.score.title.both-firm"
    return phrases.say(key, index=index, lead=lead, n=firm, total=len(rows))


def _lead(scored: Scored, phrases: Phrases) -> str:
    first = [row for row in scored.rows if row.rank == 1]
    score = phrases.number(first[0].score)
    if len(first) > _LEADERS:
        return phrases.say("chart.score.lead.many", n=len(first), score=score)
    names = phrases.listed([phrases.province(row.province, scored.as_of) for row in first])
    key = "chart.score.lead" if len(first) == 1 else "chart.score.lead.shared"
    return phrases.say(key, name=names, score=score)


def _measure(scored: Scored, phrases: Phrases) -> str:
    """Return what a score is counted in."""
    scales = [leaf.scale for leaf in scored.file.tree.leaves()]
    if any(scale.kind == "zscore" for scale in scales):
        return phrases.say("chart.score.measure.zscore")
    least, most = min(scale.to[0] for scale in scales), max(scale.to[1] for scale in scales)
    return phrases.say(
        "chart.score.measure", least=phrases.number(least), most=phrases.number(most)
    )


def score_subtitle(scored: Scored, phrases: Phrases) -> str:
    """Return the unit, and how many provinces are ranked by which rule."""
    facts = {"n": len(scored.rows), "total": scored.existing}
    kind = "ranked" if scored.rows else "empty"
    ranked = phrases.say(f"score.{kind}.{scored.file.missing}", **facts)
    if not scored.rows:  # the command that follows the colon is for the terminal
        return ranked.partition(". ")[0] + "."
    text = phrases.say("chart.score.subtitle", measure=_measure(scored, phrases), ranked=ranked)
    return " ".join(filter(None, (reweighted(scored, phrases), text)))


def score_notes(scored: Scored, phrases: Phrases, *, brief: bool) -> Iterable[str]:
    """Yield each reason to doubt the places; ``brief`` leaves out what the table tells too."""
    if not scored.rows:
        return
    yield from _drawn(scored, phrases, _FEW_PAIRS if brief else _PAIRS)
    if why := _unsliced(scored):
        yield phrases.say(f"chart.score.note.{why}", n=len(scored.file.tree.children))
    if any(leaf.scale.relative for leaf in scored.file.tree.leaves()):
        yield phrases.say("score.relative")
    inexact = [row for row in scored.rows if row.inexact]
    if inexact:
        names = phrases.provinces((row.province for row in inexact), scored.as_of)
        count = sum(len(row.inexact) for row in inexact)
        yield f"{phrases.say('score.inexact', n=count, names=names)}."
    if brief:
        return
    if any(row.missing for row in scored.rows):
        yield phrases.say("score.gaps" if scored.rows[0].low is not None else "score.gaps.zscore")
    if len(scored.rows) > 1:
        yield from _without_one(scored, phrases)
        yield from _otherwise(scored, phrases)


def _drawn(scored: Scored, phrases: Phrases, most: int) -> Iterable[str]:
    """Yield what the whiskers are, and which neighbours cannot be told apart."""
    draws = scored.draws
    if draws is None or len(scored.rows) < 2:
        return
    yield phrases.say(
        "chart.score.note.draws", n=phrases.number(Decimal(draws.count)), seed=draws.seed
    )
    if pairs := close_pairs(scored, phrases, most):
        yield f"{pairs}."


def _without_one(scored: Scored, phrases: Phrases) -> Iterable[str]:
    """Yield the indicator that decides most places."""
    if not scored.left_out:
        return
    left = scored.left_out[0]
    if left.furthest is None:
        yield phrases.say("chart.score.note.left-out.none", n=len(scored.left_out))
        return
    member = scored.member(left.furthest)
    assert member is not None
    name = leaf_names(scored, phrases)[left.indicator]
    text = phrases.say(
        "score.left-out.item",
        name=name[:1].lower() + name[1:],
        n=left.moved,
        province=phrases.province(left.furthest, scored.as_of),
        rank=member.rank,
        other=left.ranks[left.furthest],
    )
    yield phrases.say("chart.score.note.left-out", text=text[:1].lower() + text[1:])


def _otherwise(scored: Scored, phrases: Phrases) -> Iterable[str]:
    """Yield the province that other ways to work it out move most."""
    possible = [method for method in scored.grid if not method.impossible]
    if not possible:
        return
    found = [(row.province, [m.ranks[row.province] for m in possible]) for row in scored.rows]
    province, places = max(found, key=lambda entry: max(entry[1]) - min(entry[1]))
    if max(places) == min(places):
        yield phrases.say("chart.score.note.grid.none", n=len(possible))
        return
    yield phrases.say(
        "chart.score.note.grid",
        n=len(possible),
        province=phrases.province(province, scored.as_of),
        best=min(places),
        worst=max(places),
    )
