"""What a ranking's chart says: title, measure, notes, and words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.rank.plan import Plan, RankRow
from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.text import capital
from dtcompare.view.results.rank_words import opening
from dtcompare.view.voice import Voice

__all__ = ["alt_text", "footnotes", "subtitle", "title"]


def title(ranking: Ranking, voice: Voice) -> str:
    """Who is first, or that nobody is: a sentence that the rows prove."""
    name = voice.indicator(ranking.indicator)
    if ranking.empty:
        return voice.say("chart.rank.title.empty", indicator=name)
    if not ranking.is_ranked:
        key = "list" if ranking.picks.list_all else "unranked"
        return voice.say(f"chart.rank.title.{key}", indicator=name)
    group = ranking.groups[0]
    leaders = [row for row in group.rows if row.standing and row.standing.rank == 1]
    facts: dict[str, object] = {"indicator": name, "n": len(group.rows) + group.hidden}
    facts["name"] = voice.provinces((row.province for row in leaders), ranking.day)
    if group.edition is not None:
        key = "place" if len(leaders) == 1 else "found"
        return voice.say(
            f"chart.rank.title.{key}", period=group.edition.period, of=group.edition.of, **facts
        )
    if len(leaders) != 1:
        return voice.say("chart.rank.title.shared", **facts)
    figure = leaders[0].report.figure
    facts["figure"] = voice.figure(figure, voice.dataset.indicator(ranking.indicator))
    standing = leaders[0].standing
    if standing is not None and standing.worst > 1:
        return voice.say("chart.rank.title.open", **facts)
    if len(ranking.groups) > 1 and group.season is not None:
        return voice.say("chart.rank.title.season", season=voice.span(*group.season), **facts)
    return voice.say("chart.rank.title.first", **facts)


def subtitle(ranking: Ranking, plan: Plan, voice: Voice) -> str:
    """What is measured, and how many report it alike."""
    measure, said = capital(_measure(ranking, plan, voice)), opening(ranking, voice)
    return f"{measure}. {said}" if measure else said


def _measure(ranking: Ranking, plan: Plan, voice: Voice) -> str:
    """Unit, basis, method and time that all bars share, as far as they do."""
    indicator = voice.dataset.indicator(ranking.indicator)
    unit = indicator.unit.symbol.say(voice.lang) if indicator.unit.symbol else ""
    if not ranking.is_ranked and any(row.outlined for row in plan.rows):
        return voice.say("chart.rank.unlike", symbol=unit).strip()
    group = ranking.groups[0] if ranking.is_ranked else None
    fixed = indicator.bases[0] if indicator.fixed_basis else None
    basis = group.footing.basis if group else fixed
    if group is not None and group.edition is not None:
        return voice.say("chart.rank.score-and-place") if plan.places is None else ""
    parts = [unit]
    if unit and basis and basis != UNSTATED_WORD:
        parts = [voice.say("chart.rank.of-basis", symbol=unit, basis=voice.basis(basis))]
    if ranking.picks.per:
        parts.append(voice.say(f"chart.rank.per.{ranking.picks.per}"))
    if group is not None and len(ranking.groups) == 1:
        if group.footing.method is not None:
            parts.append(voice.method(group.footing.method))
        if group.season is not None:
            parts.append(voice.span(*group.season))
    return ", ".join(filter(None, parts))


def footnotes(ranking: Ranking, plan: Plan, voice: Voice) -> Iterable[str]:
    """What must be known to read the chart, comparability first; then the notes of figures."""
    say = voice.say
    first = ranking.groups[0] if ranking.is_ranked else None
    if first is not None and first.edition is not None:
        yield say("chart.rank.note.edition", of=first.edition.of, period=first.edition.period)
    if first is not None and len(ranking.groups) > 1:
        yield say("chart.rank.note.apart")
    if first is None and len(plan.rows) > 1:
        yield say("chart.rank.note.unlike")
    standings = [row.standing for group in ranking.groups for row in group.rows]
    if any(standing and standing.best != standing.worst for standing in standings):
        yield say("chart.rank.note.range")
    extensive = voice.dataset.indicator(ranking.indicator).unit.extensive
    if extensive and first is not None and not ranking.picks.per:
        yield say("chart.rank.note.extensive")
    for letter, text in plan.notes:
        yield f"({letter}) {text.rstrip('.')}."


def alt_text(ranking: Ranking, plan: Plan, voice: Voice) -> str:
    """The chart in words: its kind, what of, every row, and where the reasons stand."""
    key = "chart.rank.alt" if ranking.is_ranked else "chart.rank.alt.unranked"
    rows = "; ".join(_row_text(row, ranking, voice) for row in plan.rows if row.figure is not None)
    told = " ".join(f"{told.label}: {told.names}." for told in plan.told)
    measure = subtitle(ranking, plan, voice).rstrip(".")
    said = voice.say(key, measure=measure, rows=f"{rows}." if rows else "", lists=told)
    return " ".join(said.split())


def _row_text(row: RankRow, ranking: Ranking, voice: Voice) -> str:
    assert row.figure is not None
    figure = voice.figure(row.figure, voice.dataset.indicator(ranking.indicator))
    facts = ", ".join(filter(None, (figure, row.beside, row.outlined)))
    return voice.say("chart.rank.alt.row", place=row.place, name=row.name, figure=facts).strip()
