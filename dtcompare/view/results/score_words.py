"""How the parts of a composite index are said: nodes, scales, shares, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from dtcompare.analysis.score import Scored
from dtcompare.analysis.uncertainty import RankSpread
from dtcompare.model.score import Scale, ScoreFile
from dtcompare.view.citations import pages_of
from dtcompare.view.phrases import Phrases


def node_name(id: str, file: ScoreFile, phrases: Phrases) -> str:
    """Return the name of a group or indicator of the tree."""
    node = next(node for node in file.tree.nodes() if node.id == id)
    if node.label is not None:
        return node.label.say(phrases.lang)
    known = phrases.dataset.catalogue.indicators
    return known[id].name.say(phrases.lang) if id in known else id


def place_texts(scored: Scored, phrases: Phrases) -> dict[int, str]:
    """Return every place as it is said, marked where several hold it, as in a ranking."""
    texts = {}
    for rank, holders in Counter(row.rank for row in scored.rows).items():
        key = "place.tied" if holders > 1 else "place.rank"
        texts[rank] = phrases.say(key, number=rank, of=len(scored.rows))
    return texts


def changed_weights(scored: Scored, phrases: Phrases) -> str:
    """Return the weights asked for in place of the file's: "Open hours = 3"; "" without any."""
    return ", ".join(
        f"{node_name(id, scored.file, phrases)} = {phrases.number(weight)}"
        for id, weight in scored.options.weights.items()
    )


def reweighted(scored: Scored, phrases: Phrases) -> str:
    """Say that the weights are not those of the file, as a sentence; "" where they are."""
    weights = changed_weights(scored, phrases)
    return phrases.say("score.reweighted", weights=weights) if weights else ""


def close_pairs(scored: Scored, phrases: Phrases, most: int) -> str:
    """Say which neighbours weights like these put either way, ``most`` by name; "" without any."""
    pairs = [
        phrases.say(
            "score.pair",
            upper=phrases.province(pair.upper, scored.as_of),
            lower=phrases.province(pair.lower, scored.as_of),
            share=percent(pair.reversed, phrases),
        )
        for pair in (scored.draws.neighbours if scored.draws else ())
    ]
    if not pairs:
        return ""
    more = phrases.say("score.more", n=len(pairs) - most) if len(pairs) > most else ""
    return phrases.say("score.pairs", pairs=f"{'; '.join(pairs[:most])}{more}")


def number(value: float, decimals: int, phrases: Phrases) -> str:
    """Return a number that was worked out, rounded half up, without closing zeros."""
    return phrases.short(Decimal(repr(value)), decimals)


def signed(points: float, phrases: Phrases) -> str:
    """Return points with their sign, rounded to two decimals."""
    text = number(abs(points), 2, phrases)
    if round(points, 2) == 0:
        return text
    return f"+{text}" if points > 0 else f"-{text}"


def percent(share: float, phrases: Phrases) -> str:
    """Return a share of one as a percentage; what is not all or nothing never reads as that."""
    if 0 < share < 0.01:
        return f"<{number(1, 0, phrases)}%"
    if 0.99 < share < 1:
        return f">{number(99, 0, phrases)}%"
    return f"{number(share * 100, 0, phrases)}%"


def points_text(points: float | None, phrases: Phrases) -> str:
    """Return points of an index to one decimal more than needed to tell them apart."""
    return "–" if points is None else phrases.number(Decimal(repr(points)), 2)


def spread_text(spread: RankSpread, phrases: Phrases) -> str:
    """Return the middle place and between which nine in ten lie: "3 (2–5)"."""
    ends = (spread.median, spread.q5, spread.q95)
    middle, first, last = (number(place, 1, phrases) for place in ends)
    return middle if first == last == middle else f"{middle} ({first}–{last})"


def scale_text(scale: Scale, phrases: Phrases, *, lower: bool = False) -> str:
    """Say what is worth nothing and everything: "0 at 20, 100 at 85"."""
    low, high = scale.low, scale.high
    if scale.kind == "bounds" and lower:
        low, high = high, low
    facts = {"least": phrases.number(scale.to[0]), "most": phrases.number(scale.to[1])}
    if high is not None:
        facts["start"] = phrases.say("score.worst") if low is None else phrases.number(low)
        facts["end"] = phrases.number(high)
    text = phrases.say(f"score.scale.{scale.kind}", **facts)
    if scale.log:
        text = phrases.say("score.scale.log", text=text)
    return phrases.say("score.scale.relative", text=text) if scale.relative else text


def view_name(id: str, file: ScoreFile, phrases: Phrases) -> str:
    """Return the name of a view: its own, else that of the catalogue's group of that id."""
    label = file.view_labels.get(id) or phrases.dataset.catalogue.groups.get(id)
    return id if label is None else label.say(phrases.lang)


def scored_sources(scored: Scored, province: str) -> Iterable[str]:
    """Return the pages behind a province's score, each once."""
    found = (column.observations.get(province) for column in scored.columns.values())
    return dict.fromkeys(pages_of(found))
