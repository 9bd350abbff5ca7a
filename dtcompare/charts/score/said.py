"""What is said of a composite score above and below its bars: title, subtitle, notes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from dtcompare.analysis.score import Scored
from dtcompare.charts.score.parts import bare_names, unsliced
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import close_pairs, reweighted

__all__ = ["measure", "notes", "subtitle", "title"]

_NAMED = 3  # more leaders than this are counted
_PAIRS, _FEW_PAIRS = 8, 3  # neighbours named on a page that grows, and on one that does not


def title(scored: Scored, phrases: Phrases) -> str:
    """Who is first, and how many of the places are firm."""
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
    if len(first) > _NAMED:
        return phrases.say("chart.score.lead.many", n=len(first), score=score)
    names = phrases.listed([phrases.province(row.province, scored.as_of) for row in first])
    key = "chart.score.lead" if len(first) == 1 else "chart.score.lead.shared"
    return phrases.say(key, name=names, score=score)


def measure(scored: Scored, phrases: Phrases) -> str:
    """What a score is counted in."""
    scales = [leaf.scale for leaf in scored.file.tree.leaves()]
    if any(scale.kind == "zscore" for scale in scales):
        return phrases.say("chart.score.measure.zscore")
    least, most = min(scale.to[0] for scale in scales), max(scale.to[1] for scale in scales)
    return phrases.say(
        "chart.score.measure", least=phrases.number(least), most=phrases.number(most)
    )


def subtitle(scored: Scored, phrases: Phrases) -> str:
    """The unit, and how many provinces are ranked by which rule."""
    facts = {"n": len(scored.rows), "total": scored.existing}
    kind = "ranked" if scored.rows else "empty"
    ranked = phrases.say(f"score.{kind}.{scored.file.missing}", **facts)
    if not scored.rows:  # the command that follows the colon is for the terminal
        return ranked.partition(". ")[0] + "."
    told = phrases.say("chart.score.subtitle", measure=measure(scored, phrases), ranked=ranked)
    return " ".join(filter(None, (reweighted(scored, phrases), told)))


def notes(scored: Scored, phrases: Phrases, *, brief: bool) -> Iterable[str]:
    """Each reason to doubt the places, by itself; ``brief`` leaves out what the table tells too."""
    if not scored.rows:
        return
    yield from _drawn(scored, phrases, _FEW_PAIRS if brief else _PAIRS)
    if why := unsliced(scored):
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
    """What the whiskers are, and which neighbours cannot be told apart."""
    draws = scored.draws
    if draws is None or len(scored.rows) < 2:
        return
    yield phrases.say(
        "chart.score.note.draws", n=phrases.number(Decimal(draws.count)), seed=draws.seed
    )
    if pairs := close_pairs(scored, phrases, most):
        yield f"{pairs}."


def _without_one(scored: Scored, phrases: Phrases) -> Iterable[str]:
    """The indicator that decides most places."""
    if not scored.left_out:
        return
    left = scored.left_out[0]
    if left.furthest is None:
        yield phrases.say("chart.score.note.left-out.none", n=len(scored.left_out))
        return
    leaves = [leaf.id for leaf in scored.file.tree.leaves()]
    names = dict(zip(leaves, bare_names(leaves, scored, phrases), strict=True))
    member = scored.member(left.furthest)
    assert member is not None
    name = names[left.indicator]
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
    """The province that other ways to work it out move most."""
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
