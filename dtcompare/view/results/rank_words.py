"""What a ranking says first: its title, the sentences its rows prove, the heading of a group."""

from __future__ import annotations

from collections.abc import Iterable

from dtcompare.analysis.arrangement import Picks
from dtcompare.analysis.groups import Edition, Group, RankedRow
from dtcompare.analysis.ranking import Ranking
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import parse_period
from dtcompare.text import capital
from dtcompare.view.figures import series_words
from dtcompare.view.phrases import Phrases


def title(ranking: Ranking, phrases: Phrases) -> str:
    """Say what is measured, and whether it can be ranked."""
    name = phrases.indicator(ranking.indicator)
    if ranking.picks.per:
        name = phrases.say(f"rank.title.per.{ranking.picks.per}", name=name)
    if ranking.empty:
        return phrases.say("rank.title.empty", name=name)
    if ranking.picks.list_all:
        return phrases.say("rank.title.list", name=name)
    if not ranking.is_ranked:
        return phrases.say("rank.title.unranked", name=name)
    if (edition := ranking.groups[0].edition) is not None:
        return phrases.say("rank.title.edition", name=name, period=edition_text(edition, phrases))
    if len(ranking.groups) == 1 and (season := ranking.groups[0].covered):
        return phrases.say("rank.title.season", name=name, season=phrases.span(*season))
    return phrases.say("rank.title.groups", name=name, n=len(ranking.groups))


def edition_text(edition: Edition, phrases: Phrases) -> str:
    """Say when an edition was published for: "2024", "29 Aug 2025"."""
    period = parse_period(edition.period)
    return phrases.period(period) if period else edition.period


def group_heading(group: Group, indicator: Indicator, phrases: Phrases) -> str:
    """Return the footing of a group: basis, method and season, as far as they may vary."""
    series = group.series_key
    basis = None if indicator.fixed_basis else series.basis
    parts = series_words(phrases, basis, series.method, series.scope)
    if group.edition is not None:
        parts.append(
            phrases.say(
                "footing.edition", period=edition_text(group.edition, phrases), of=group.edition.of
            )
        )
    elif group.covered is not None and group.ranked:
        parts.append(phrases.span(*group.covered))
    return capital("; ".join(parts) or indicator.name.say(phrases.lang))


def sentences(ranking: Ranking, phrases: Phrases) -> tuple[str, ...]:
    """Say what the rows prove, the answer first."""
    if ranking.empty:
        return (_empty(ranking, phrases),)
    if ranking.picks.list_all:
        return (phrases.say("rank.list-all", n=ranking.reporting, total=ranking.existing),)
    return (" ".join(_said(ranking, phrases)),)


def opening(ranking: Ranking, phrases: Phrases) -> str:
    """Say how many report, and whether it can be ranked."""
    if ranking.empty or ranking.picks.list_all:
        return sentences(ranking, phrases)[0]
    if not ranking.is_ranked:
        return next(iter(_unranked(ranking, phrases)))
    return _extent(ranking, phrases)


def _said(ranking: Ranking, phrases: Phrases) -> Iterable[str]:
    return _ranked(ranking, phrases) if ranking.is_ranked else _unranked(ranking, phrases)


def filtered(picks: Picks) -> bool:
    """Tell whether figures or provinces are left out because of what was asked for."""
    figures = picks.period or picks.basis or picks.method or picks.scope
    return bool(figures or picks.only or picks.region)


def _empty(ranking: Ranking, phrases: Phrases) -> str:
    """Say why there is nothing, and what to type next."""
    picks = ranking.picks
    key = "rank.empty.filtered" if filtered(picks) else "rank.empty"
    if (picks.only or picks.region) and any(group.size for group in ranking.groups):
        key = "rank.empty.rows"
    return phrases.say(key, total=ranking.existing, id=ranking.indicator)


def _ranked(ranking: Ranking, phrases: Phrases) -> Iterable[str]:
    """Yield who is first, among how many, and how sure that is."""
    group = ranking.groups[0]
    indicator = phrases.dataset.indicator(ranking.indicator)
    leaders = [row for row in group.rows if row.rank_interval and row.rank_interval.rank == 1]
    if leaders:
        yield _leading(leaders, ranking, phrases)
    alone = group.edition is None and len(ranking.groups) == 1
    if alone and 2 * group.size < ranking.existing:
        yield phrases.say("rank.few", n=group.size, total=ranking.existing)
    elif not _is_complete(group, ranking) or len(ranking.groups) > 1:
        yield _extent(ranking, phrases)
    uncertain = [
        r for r in group.rows if r.rank_interval and r.rank_interval.best != r.rank_interval.worst
    ]
    if uncertain:
        yield phrases.say("rank.uncertain", n=len(uncertain))
    if ranking.picks.per:
        yield phrases.say(f"rank.per.{ranking.picks.per}")
    elif indicator.unit.extensive:
        yield phrases.say("rank.extensive")


def _is_complete(group: Group, ranking: Ranking) -> bool:
    """Tell whether all provinces, or all places of an edition, are in the group."""
    if group.edition is not None:
        return group.placed == group.edition.of
    return group.size == ranking.existing


def _extent(ranking: Ranking, phrases: Phrases) -> str:
    """Say how many are ranked, or apart from each other."""
    group = ranking.groups[0]
    if group.edition is not None:
        return found(group, group.edition, phrases)
    if len(ranking.groups) > 1:
        facts = {"reporting": ranking.reporting, "total": ranking.existing}
        return phrases.say("rank.apart", n=len(ranking.groups), **facts)
    return phrases.say("rank.ranked", n=group.size, total=ranking.existing)


def found(group: Group, edition: Edition, phrases: Phrases) -> str:
    """Say how many places of an edition are found, and how many scores without one."""
    if not group.published:
        return phrases.say("rank.edition.scored", n=group.size, of=edition.of)
    key = "rank.edition.unplaced" if group.placed < group.size else "rank.edition"
    return phrases.say(key, n=group.placed, of=edition.of, scores=group.size - group.placed)


def _leading(leaders: list[RankedRow], ranking: Ranking, phrases: Phrases) -> str:
    """Say who is first; with a score or a figure where one is known, and the country's."""
    group, row = ranking.groups[0], leaders[0]
    interval, figure = row.rank_interval, row.observation.figure
    assert interval is not None
    facts: dict[str, object] = {
        "name": phrases.provinces((leader.province for leader in leaders), ranking.day),
        "of": interval.of,
        "figure": "",
    }
    if len(leaders) > 1:
        return phrases.say("rank.first.shared", **facts)
    if 1 in group.shared:
        return phrases.say("rank.first.sharer", **facts)
    if figure.amount is None:
        return phrases.say("rank.first.place", **facts)
    facts["figure"] = phrases.figure(figure, phrases.dataset.indicator(ranking.indicator))
    score = group.edition and phrases.dataset.score_of(ranking.indicator, group.edition.period)
    if score and score.points:
        points = phrases.number(score.points)
        facts["figure"] = phrases.say("rank.points", figure=facts["figure"], n=points)
    facts["country"] = _beside(ranking, phrases)
    word = "most" if _is_count(ranking, phrases) else "first"
    key = f"rank.{word}" if interval.worst == 1 else f"rank.{word}.open"
    if len(ranking.groups) > 1 and group.covered is not None:
        text = phrases.say(key, **facts)
        return phrases.say("rank.in-season", text=text, season=phrases.span(*group.covered))
    return phrases.say(key, **facts)


def _beside(ranking: Ranking, phrases: Phrases) -> str:
    """Return what the whole country has, to be said beside the first.

    Nothing of a count, and of another edition or season than the provinces'.
    """
    reference, group = ranking.reference, ranking.groups[0]
    if reference is None or _is_count(ranking, phrases):
        return ""
    period = reference.figure.period
    if group.edition is not None and period.text != group.edition.period:
        return ""
    if group.season is not None and not group.season.start <= period.end <= group.season.end:
        return ""
    indicator = phrases.dataset.indicator(ranking.indicator)
    name = phrases.province(reference.figure.province)
    figure = phrases.figure(reference.figure, indicator)
    return phrases.say("rank.country", name=name, figure=figure)


def _is_count(ranking: Ranking, phrases: Phrases) -> bool:
    """Tell whether larger provinces have more of what is ranked."""
    return ranking.picks.per is None and phrases.dataset.indicator(ranking.indicator).unit.extensive


def _unranked(ranking: Ranking, phrases: Phrases) -> Iterable[str]:
    indicator = phrases.dataset.indicator(ranking.indicator)
    facts = {"n": ranking.reporting, "total": ranking.existing}
    sizes = [group.size for group in ranking.groups]
    most = max(sizes, default=0)
    if ranking.reporting == 0:
        yield phrases.say("rank.none-today", total=ranking.existing)
    elif indicator.better == "none":
        yield phrases.say("rank.not-better", **facts)
    elif ranking.reporting == 1:
        names = set()
        for group in ranking.groups:
            names |= {row.province for row in (*group.rows, *group.unseen)}
        names |= {entry.province for entry in ranking.listed}
        existing = {p.id for p in phrases.dataset.register.existing(ranking.day)}
        yield phrases.say(
            "rank.only",
            name=phrases.provinces(names & existing, ranking.day),
            total=ranking.existing,
        )
    elif ranking.picks.per and not ranking.groups:
        yield phrases.say("rank.no-divisor", **facts)
    elif most >= 2:
        yield phrases.say("rank.too-few", most=most, total=ranking.existing)
    elif indicator.bases and not indicator.fixed_basis:
        yield phrases.say("rank.no-two-bases", **facts)
        yield phrases.say("rank.no-two-bases.order")
    else:
        yield phrases.say("rank.no-two-methods" if indicator.methods else "rank.no-two", **facts)
