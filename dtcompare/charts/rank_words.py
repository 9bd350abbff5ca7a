"""What a ranking's chart says: title, measure, notes, places, and what sets a figure apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.groups import Edition, Group, RankedRow
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.measure import is_share, measure_text
from dtcompare.charts.page import unbroken
from dtcompare.charts.values import value_text
from dtcompare.model.figure import UNSTATED_WORD, Figure
from dtcompare.text import capital
from dtcompare.view.figures import assessment_text, target_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import edition_text, filtered, opening

# Reasons that lie in when the figure was taken, not in what it is a share of.
IN_TIME = frozenset({"other_season", "period_too_long", "period_unstated"})

_SHORTER = frozenset({"period_too_long"})  # reasons that a chart has fewer words for
_NAMED = 3  # of more than these who share the first place only their number is told


def title(ranking: Ranking, phrases: Phrases) -> str:
    """Return who is first, or that nobody is: a sentence that the rows prove.

    Where filters leave out who is first it tells of the rows that are shown.
    """
    name = measured(ranking, phrases)
    if ranking.empty:
        kind = "unfit" if filtered(ranking.picks) else "empty"
        return phrases.say(f"chart.rank.title.{kind}", indicator=name)
    if not ranking.is_ranked:
        key = "list" if ranking.picks.list_all else "unranked"
        return phrases.say(f"chart.rank.title.{key}", indicator=name)
    group = next((group for group in ranking.groups if group.rows), None)
    if group is None:
        return phrases.say("chart.rank.title.outside", indicator=name)
    leaders = [row for row in group.rows if row.rank_interval and row.rank_interval.rank == 1]
    if group.edition is not None and group.published:
        return _edition_title(name, ranking, group.edition, group, phrases)
    if not leaders:
        return _shown_title(name, ranking, group, phrases)
    names = [_name(row, ranking, phrases) for row in leaders]
    counted = phrases.say("extent", n=len(names))
    return phrases.say(
        f"chart.rank.title.{_lead(ranking, group, leaders)}",
        indicator=name,
        name=phrases.listed(names) if len(names) <= _NAMED else counted,
        n=group.size,
        figure=_figure(leaders[0], phrases),
        season=phrases.span(*group.covered) if group.covered else "",
    )


def measured(ranking: Ranking, phrases: Phrases) -> str:
    """Return the name of the indicator, with what a count is divided by."""
    name, per = phrases.indicator(ranking.indicator), ranking.picks.per
    return phrases.say(f"rank.title.per.{per}", name=name) if per else name


def _lead(ranking: Ranking, group: Group, leaders: Sequence[RankedRow]) -> str:
    """Return how first place is held: by one or several, surely or not, in one season of many."""
    sure = all(row.rank_interval is None or row.rank_interval.worst == 1 for row in leaders)
    if len(leaders) > 1:
        return "shared" if sure else "shared-open"
    if 1 in group.shared:
        return "sharer"
    if not sure:
        return "open"
    return "season" if len(ranking.groups) > 1 and group.season is not None else "first"


def _figure(row: RankedRow, phrases: Phrases) -> str:
    figure = row.observation.figure
    return unbroken(phrases.figure(figure, phrases.dataset.indicator(figure.indicator)))


def _name(row: RankedRow, ranking: Ranking, phrases: Phrases) -> str:
    return unbroken(phrases.province(row.province, ranking.day))


def _edition_title(
    name: str, ranking: Ranking, edition: Edition, group: Group, phrases: Phrases
) -> str:
    """Return who is first as published, the place of the only row, or how many are found."""
    facts = {"indicator": name, "period": edition_text(edition, phrases), "of": edition.of}
    first, alone = group.rows[0], len(group.rows) == 1
    leaders = [row for row in group.rows if row.rank_interval and row.rank_interval.rank == 1]
    if len(leaders) == 1 and 1 not in group.shared:
        leader = _name(leaders[0], ranking, phrases)
        return phrases.say("chart.rank.title.place", name=leader, **facts)
    if alone and group.hidden and first.rank_interval is not None:
        facts |= {"name": _name(first, ranking, phrases)}
        return phrases.say("chart.rank.title.at-place", place=first.rank_interval.rank, **facts)
    return phrases.say("chart.rank.title.found", n=group.placed, **facts)


def _shown_title(name: str, ranking: Ranking, group: Group, phrases: Phrases) -> str:
    """Return the place of the only row that is shown, or how many of the ranked rows are."""
    facts = {"indicator": name, "n": group.size}
    if len(group.rows) > 1:
        return phrases.say("chart.rank.title.some", shown=len(group.rows), **facts)
    row = group.rows[0]
    return phrases.say(
        "chart.rank.title.at",
        name=_name(row, ranking, phrases),
        place=place_text(row, group, phrases),
        figure=_figure(row, phrases),
        **facts,
    )


def subtitle(
    ranking: Ranking, drawn: Sequence[Figure], edition: Edition | None, phrases: Phrases
) -> str:
    """Return what is measured, and how many report it alike.

    ``drawn`` are the figures on the chart, ``edition`` the one whose places are drawn, if any.
    """
    sentence = opening(ranking, phrases)
    if ranking.empty:
        return sentence
    measure = capital(_measure(ranking, drawn, edition, phrases))
    return f"{measure}. {sentence}" if measure else sentence


def _measure(
    ranking: Ranking, drawn: Sequence[Figure], edition: Edition | None, phrases: Phrases
) -> str:
    """Return unit, basis, method and time that all bars share, as far as they do."""
    indicator = phrases.dataset.indicator(ranking.indicator)
    unit = indicator.unit.symbol.say(phrases.lang) if indicator.unit.symbol else ""
    series_keys = {(figure.basis, figure.method, figure.scope) for figure in drawn}
    if not ranking.is_ranked and len(series_keys) > 1:
        key = "share" if any(is_share(figure, phrases) for figure in drawn) else "measured"
        return phrases.say(f"chart.rank.unlike.{key if unit else 'count'}", symbol=unit)
    if not ranking.is_ranked and drawn:
        return one_series_key(ranking, drawn[0], phrases)
    group = ranking.groups[0] if ranking.is_ranked else None
    if group is not None and group.edition is not None and group.published:
        return phrases.say("chart.rank.score-and-place") if edition is None else ""
    return group_measure(ranking, group, phrases, alone=len(ranking.groups) == 1)


def one_series_key(ranking: Ranking, figure: Figure, phrases: Phrases) -> str:
    """Return what a figure is, without its time: unit and basis, method, part of the province."""
    fixed = phrases.dataset.indicator(figure.indicator).fixed_basis
    parts = [unit_of_basis(ranking, None, phrases) if fixed else measure_text(figure, phrases)]
    if ranking.picks.per:
        parts.append(phrases.say(f"chart.rank.per.{ranking.picks.per}"))
    if figure.method is not None:
        parts.append(phrases.method(figure.method))
    if figure.scope:
        parts.append(phrases.scope(figure.scope))
    return ", ".join(filter(None, parts))


def footnotes(
    ranking: Ranking, drawn: int, aims: Sequence[Assessment], phrases: Phrases
) -> Iterable[str]:
    """Yield what must be known to read the chart, comparability first.

    ``drawn`` is how many figures are on it, ``aims`` are the targets beside them.
    """
    say = phrases.say
    first = ranking.groups[0] if ranking.is_ranked else None
    if first is not None and first.edition is not None and first.published:
        period = edition_text(first.edition, phrases)
        yield say("chart.rank.note.edition", of=first.edition.of, period=period)
    if first is not None and len(ranking.groups) > 1:
        yield say("chart.rank.note.apart")
    if first is None and drawn > 1:
        yield say("chart.rank.note.unlike")
    intervals = [row.rank_interval for group in ranking.groups for row in group.rows]
    if any(interval and interval.best != interval.worst for interval in intervals):
        yield say("chart.rank.note.range")
    if any(aim.verdict in ("other_basis", "basis_unstated") for aim in aims):
        yield say("chart.rank.note.targets")
    extensive = phrases.dataset.indicator(ranking.indicator).unit.extensive
    if extensive and first is not None and not ranking.picks.per:
        yield say("chart.rank.note.extensive")


def unit_of_basis(ranking: Ranking, group: Group | None, phrases: Phrases) -> str:
    """Return the unit and what it is a share of: "% of population"; empty without a symbol."""
    indicator = phrases.dataset.indicator(ranking.indicator)
    if indicator.unit.symbol is None:
        return ""
    symbol = indicator.unit.symbol.say(phrases.lang)
    basis = indicator.bases[0] if indicator.fixed_basis else group and group.series_key.basis
    if not basis or basis == UNSTATED_WORD:
        return symbol
    return phrases.say("chart.footing.basis", symbol=symbol, basis=phrases.basis(basis))


def group_measure(
    ranking: Ranking, group: Group | None, phrases: Phrases, *, alone: bool = True
) -> str:
    """Return unit, basis, divisor, method and time of a group, as far as there are any.

    Where it is not ``alone``, unit, basis and divisor are all that it shares with others.
    """
    parts = [unit_of_basis(ranking, group, phrases)]
    if ranking.picks.per:
        parts.append(phrases.say(f"chart.rank.per.{ranking.picks.per}"))
    if group is not None and alone:
        if group.series_key.method is not None:
            parts.append(phrases.method(group.series_key.method))
        if group.series_key.scope:
            parts.append(phrases.scope(group.series_key.scope))
        if group.covered is not None and group.edition is None:
            parts.append(phrases.span(*group.covered))
    return ", ".join(filter(None, parts))


def place_text(row: RankedRow, group: Group, phrases: Phrases) -> str:
    """Return a row's place: "3", "=3" where several hold it, "1–4", "top 10"."""
    rank_interval = row.rank_interval
    if rank_interval is not None and rank_interval.best != rank_interval.worst:
        return f"{rank_interval.best}–{rank_interval.worst}"
    if rank_interval is not None:
        return f"{'=' * (rank_interval.rank in group.shared)}{rank_interval.rank}"
    if row.place is not None and row.place.figure.place is not None:
        return value_text(row.place.figure, phrases)
    return ""


def apart(figure: Figure, reason: str, phrases: Phrases) -> str:
    """Return what sets a figure apart: its footing, or where that is no answer the reason."""
    series_key = "" if reason in IN_TIME else _series_key(figure, phrases)
    if series_key or not reason:
        return series_key
    if reason in _SHORTER:
        return phrases.say(f"chart.reason.{reason}")
    text = phrases.say(f"reason.{reason}")
    return text[:1].lower() + text[1:]


def _series_key(figure: Figure, phrases: Phrases) -> str:
    """Return what a figure is a share of, how it was counted, which part it speaks of."""
    parts = []
    indicator = phrases.dataset.indicator(figure.indicator)
    unsaid = figure.basis == UNSTATED_WORD and figure.scope
    if figure.basis is not None and not indicator.fixed_basis and not unsaid:
        parts.append(phrases.basis(figure.basis))
    if figure.method is not None:
        parts.append(phrases.method(figure.method))
    if figure.scope:
        parts.append(phrases.scope(figure.scope))
    return "; ".join(parts)


def dated_text(observation: Observation, phrases: Phrases) -> str:
    """Return a figure with its time, of one with a place the place: "12 of 63 (2022)"."""
    figure = observation.figure
    if figure.place is not None:
        figure = replace(figure, amount=None)
    text = phrases.figure(figure, phrases.dataset.indicator(figure.indicator))
    return f"{text} ({phrases.period(figure.period)})"


def target_words(target: Assessment | None, phrases: Phrases) -> str:
    """Return a row's own target and what is still to go; empty without one."""
    if target is None:
        return ""
    indicator = phrases.dataset.indicator(target.target.indicator)
    waiting = target.verdict == "short" and target.due == "open"
    return phrases.say(
        "chart.rank.alt.target.togo" if waiting else "chart.rank.alt.target",
        target=target_text(target.target, indicator, phrases),
        togo=assessment_text(target, indicator, phrases),
    )
