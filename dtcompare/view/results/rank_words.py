"""What a ranking says first: its title, the sentences its rows prove, the heading of a group."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.groups import Edition, Group, Row
from dtcompare.analysis.ranking import Picks, Ranking
from dtcompare.model.indicator import Indicator
from dtcompare.text import capital
from dtcompare.view.voice import Voice

__all__ = ["filtered", "group_heading", "opening", "sentences", "title"]


def title(ranking: Ranking, voice: Voice) -> str:
    """What is measured, and whether it can be ranked."""
    name = voice.indicator(ranking.indicator)
    if ranking.picks.per:
        name = voice.say(f"rank.title.per.{ranking.picks.per}", name=name)
    if ranking.empty:
        return voice.say("rank.title.empty", name=name)
    if ranking.picks.list_all:
        return voice.say("rank.title.list", name=name)
    if not ranking.is_ranked:
        return voice.say("rank.title.unranked", name=name)
    if (edition := ranking.groups[0].edition) is not None:
        return voice.say("rank.title.edition", name=name, period=edition.period)
    if len(ranking.groups) == 1 and (season := ranking.groups[0].season):
        return voice.say("rank.title.season", name=name, season=voice.span(*season))
    return voice.say("rank.title.groups", name=name, n=len(ranking.groups))


def group_heading(group: Group, indicator: Indicator, voice: Voice) -> str:
    """The footing of a group: basis, method and season, as far as they may vary."""
    parts = []
    if group.footing.basis is not None and not indicator.fixed_basis:
        parts.append(voice.say("footing.basis", basis=voice.basis(group.footing.basis)))
    if group.footing.method is not None:
        parts.append(voice.method(group.footing.method))
    if group.footing.scope:
        parts.append(voice.scope(group.footing.scope))
    if group.edition is not None:
        parts.append(voice.say("footing.edition", period=group.edition.period, of=group.edition.of))
    elif group.season is not None and group.ranked:
        parts.append(voice.span(*group.season))
    return capital("; ".join(parts) or indicator.name.say(voice.lang))


def sentences(ranking: Ranking, voice: Voice) -> tuple[str, ...]:
    """What the rows prove, the answer first."""
    if ranking.empty:
        return (_empty(ranking, voice),)
    if ranking.picks.list_all:
        return (voice.say("rank.list-all", n=ranking.reporting, total=ranking.existing),)
    return (" ".join(_said(ranking, voice)),)


def opening(ranking: Ranking, voice: Voice) -> str:
    """The first of the sentences: how many report, and whether it can be ranked."""
    if ranking.empty or ranking.picks.list_all:
        return sentences(ranking, voice)[0]
    return next(iter(_said(ranking, voice)))


def _said(ranking: Ranking, voice: Voice) -> Iterable[str]:
    return _ranked(ranking, voice) if ranking.is_ranked else _unranked(ranking, voice)


def filtered(picks: Picks) -> bool:
    """Whether figures or provinces are left out because of what was asked for."""
    figures = picks.period or picks.basis or picks.method or picks.scope
    return bool(figures or picks.only or picks.region)


def _empty(ranking: Ranking, voice: Voice) -> str:
    """Why there is nothing, and what to type next."""
    key = "rank.empty.filtered" if filtered(ranking.picks) else "rank.empty"
    return voice.say(key, total=ranking.existing, id=ranking.indicator)


def _ranked(ranking: Ranking, voice: Voice) -> Iterable[str]:
    group = ranking.groups[0]
    indicator = voice.dataset.indicator(ranking.indicator)
    count = group.size
    leaders = [row for row in group.rows if row.standing and row.standing.rank == 1]
    if group.edition is not None:
        yield found(group, group.edition, voice)
    elif len(ranking.groups) > 1:
        facts = {"reporting": ranking.reporting, "total": ranking.existing}
        yield voice.say("rank.apart", n=len(ranking.groups), **facts)
    else:
        yield voice.say("rank.ranked", n=count, total=ranking.existing)
    if leaders:
        yield _leading(leaders, ranking, voice)
    if group.edition is None and len(ranking.groups) == 1 and 2 * count < ranking.existing:
        yield voice.say("rank.among", n=count)
    uncertain = [r for r in group.rows if r.standing and r.standing.best != r.standing.worst]
    if uncertain:
        yield voice.say("rank.uncertain", n=len(uncertain))
    if ranking.picks.per:
        yield voice.say(f"rank.per.{ranking.picks.per}")
    elif indicator.unit.extensive:
        yield voice.say("rank.extensive", id=ranking.indicator)


def found(group: Group, edition: Edition, voice: Voice) -> str:
    """How many places of an edition are found, and how many scores without one."""
    if not group.published:
        return voice.say("rank.edition.scored", n=group.size, of=edition.of)
    key = "rank.edition.unplaced" if group.placed < group.size else "rank.edition"
    return voice.say(key, n=group.placed, of=edition.of, scores=group.size - group.placed)


def _leading(leaders: list[Row], ranking: Ranking, voice: Voice) -> str:
    """Who is first; with a score or a figure where one is known."""
    indicator = voice.dataset.indicator(ranking.indicator)
    names = voice.provinces((row.province for row in leaders), ranking.day)
    if len(leaders) > 1:
        return voice.say("rank.first.shared", names=names)
    if 1 in ranking.groups[0].shared:
        return voice.say("rank.first.sharer", name=names)
    figure = leaders[0].report.figure
    if figure.amount is None:
        return voice.say("rank.first.place", name=names)
    told = voice.figure(figure, indicator)
    season = ranking.groups[0].season
    if len(ranking.groups) > 1 and season is not None:
        return voice.say("rank.first.season", name=names, figure=told, season=voice.span(*season))
    return voice.say("rank.first", name=names, figure=told)


def _unranked(ranking: Ranking, voice: Voice) -> Iterable[str]:
    indicator = voice.dataset.indicator(ranking.indicator)
    facts = {"n": ranking.reporting, "total": ranking.existing}
    sizes = [group.size for group in ranking.groups]
    most = max(sizes, default=0)
    if ranking.reporting == 0:
        yield voice.say("rank.none-today", total=ranking.existing)
    elif indicator.better == "none":
        yield voice.say("rank.not-better", **facts)
    elif ranking.reporting == 1:
        rows = (row for group in ranking.groups for row in (*group.rows, *group.unseen))
        names = {row.province for row in rows}
        names |= {entry.province for entry in ranking.listed}
        existing = {p.id for p in voice.dataset.register.existing(ranking.day)}
        yield voice.say(
            "rank.only", name=voice.provinces(names & existing, ranking.day), total=ranking.existing
        )
    elif ranking.picks.per and not ranking.groups:
        yield voice.say("rank.no-divisor", **facts)
    elif most >= 2:
        yield voice.say("rank.too-few", most=most, total=ranking.existing)
    elif indicator.bases and not indicator.fixed_basis:
        yield voice.say("rank.no-two-bases", **facts)
        yield voice.say("rank.no-two-bases.order")
    else:
        yield voice.say("rank.no-two-methods" if indicator.methods else "rank.no-two", **facts)
