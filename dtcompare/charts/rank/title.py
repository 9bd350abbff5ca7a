"""What a ranking's chart says: title, measure, notes, and words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.analysis.groups import Edition, Group, Row
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.measure import is_share, measure_text
from dtcompare.charts.page import unbroken
from dtcompare.charts.rank.plan import Plan, RankRow
from dtcompare.charts.rank.words import place_text, unit_of_basis
from dtcompare.model.figure import UNSTATED_WORD, Figure
from dtcompare.text import capital
from dtcompare.view.figures import assessment_text, target_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import filtered, opening

__all__ = ["alt_text", "footnotes", "measured", "one_series_key", "subtitle", "title"]


_NAMED = 3  # of more than these who share the first place only their number is told


def title(ranking: Ranking, phrases: Phrases) -> str:
    """Who is first, or that nobody is: a sentence that the rows prove.

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
        season=phrases.span(*group.season) if group.season else "",
    )


def measured(ranking: Ranking, phrases: Phrases) -> str:
    """The name of the indicator, with what a count is divided by."""
    name, per = phrases.indicator(ranking.indicator), ranking.picks.per
    return phrases.say(f"rank.title.per.{per}", name=name) if per else name


def _lead(ranking: Ranking, group: Group, leaders: Sequence[Row]) -> str:
    """How first place is held: by one or by several, surely or not, in one season of several."""
    sure = all(row.rank_interval is None or row.rank_interval.worst == 1 for row in leaders)
    if len(leaders) > 1:
        return "shared" if sure else "shared-open"
    if 1 in group.shared:
        return "sharer"
    if not sure:
        return "open"
    return "season" if len(ranking.groups) > 1 and group.season is not None else "first"


def _figure(row: Row, phrases: Phrases) -> str:
    figure = row.observation.figure
    return unbroken(phrases.figure(figure, phrases.dataset.indicator(figure.indicator)))


def _name(row: Row, ranking: Ranking, phrases: Phrases) -> str:
    return unbroken(phrases.province(row.province, ranking.day))


def _edition_title(
    name: str, ranking: Ranking, edition: Edition, group: Group, phrases: Phrases
) -> str:
    """Who has the first published place, the place of the only row shown, or how many are found."""
    facts = {"indicator": name, "period": edition.period, "of": edition.of}
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
    """The place of the only row that is shown, or how many of the ranked rows are."""
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


def subtitle(ranking: Ranking, plan: Plan, phrases: Phrases) -> str:
    """What is measured, and how many report it alike."""
    said = opening(ranking, phrases)
    if ranking.empty:
        return said
    measure = capital(_measure(ranking, plan, phrases))
    return f"{measure}. {said}" if measure else said


def _measure(ranking: Ranking, plan: Plan, phrases: Phrases) -> str:
    """Unit, basis, method and time that all bars share, as far as they do."""
    indicator = phrases.dataset.indicator(ranking.indicator)
    unit = indicator.unit.symbol.say(phrases.lang) if indicator.unit.symbol else ""
    drawn = [row.figure for row in plan.rows if row.figure is not None]
    series_keys = {(figure.basis, figure.method, figure.scope) for figure in drawn}
    if not ranking.is_ranked and len(series_keys) > 1:
        key = "share" if any(is_share(figure, phrases) for figure in drawn) else "measured"
        return phrases.say(f"chart.rank.unlike.{key if unit else 'count'}", symbol=unit)
    if not ranking.is_ranked and drawn:
        return one_series_key(ranking, drawn[0], phrases)
    group = ranking.groups[0] if ranking.is_ranked else None
    fixed = indicator.bases[0] if indicator.fixed_basis else None
    basis = group.series_key.basis if group else fixed
    if group is not None and group.edition is not None and group.published:
        return phrases.say("chart.rank.score-and-place") if plan.places is None else ""
    parts = [unit]
    if unit and basis and basis != UNSTATED_WORD:
        parts = [phrases.say("chart.footing.basis", symbol=unit, basis=phrases.basis(basis))]
    if ranking.picks.per:
        parts.append(phrases.say(f"chart.rank.per.{ranking.picks.per}"))
    if group is not None and len(ranking.groups) == 1:
        if group.series_key.method is not None:
            parts.append(phrases.method(group.series_key.method))
        if group.season is not None:
            parts.append(phrases.span(*group.season))
    return ", ".join(filter(None, parts))


def one_series_key(ranking: Ranking, figure: Figure, phrases: Phrases) -> str:
    """What a figure is, without its time: unit and basis, method, part of the province."""
    fixed = phrases.dataset.indicator(figure.indicator).fixed_basis
    parts = [unit_of_basis(ranking, None, phrases) if fixed else measure_text(figure, phrases)]
    if ranking.picks.per:
        parts.append(phrases.say(f"chart.rank.per.{ranking.picks.per}"))
    if figure.method is not None:
        parts.append(phrases.method(figure.method))
    if figure.scope:
        parts.append(phrases.scope(figure.scope))
    return ", ".join(filter(None, parts))


def footnotes(ranking: Ranking, plan: Plan, phrases: Phrases) -> Iterable[str]:
    """What must be known to read the chart, comparability first; then the notes of figures."""
    say = phrases.say
    first = ranking.groups[0] if ranking.is_ranked else None
    if first is not None and first.edition is not None and first.published:
        yield say("chart.rank.note.edition", of=first.edition.of, period=first.edition.period)
    if first is not None and len(ranking.groups) > 1:
        yield say("chart.rank.note.apart")
    if first is None and len(plan.rows) > 1:
        yield say("chart.rank.note.unlike")
    rank_intervals = [row.rank_interval for group in ranking.groups for row in group.rows]
    if any(
        rank_interval and rank_interval.best != rank_interval.worst
        for rank_interval in rank_intervals
    ):
        yield say("chart.rank.note.range")
    aims = [row.target for row in plan.rows if row.target is not None and plan.places is None]
    if any(aim.verdict in ("other_basis", "basis_unstated") for aim in aims):
        yield say("chart.rank.note.targets")
    extensive = phrases.dataset.indicator(ranking.indicator).unit.extensive
    if extensive and first is not None and not ranking.picks.per:
        yield say("chart.rank.note.extensive")
    for letter, text in plan.notes:
        yield f"({letter}) {text.rstrip('.')}."


def alt_text(ranking: Ranking, plan: Plan, phrases: Phrases) -> str:
    """The chart in words: its kind, what of, every row, and where the reasons stand."""
    kind = "places" if plan.places is not None else "bars" if ranking.is_ranked else "unranked"
    rows = "; ".join(_row_text(row, ranking, phrases) for row in plan.rows)
    told = " ".join(f"{told.label}: {told.names}." for told in plan.told)
    said = phrases.say(
        f"chart.rank.alt.{kind}",
        title=title(ranking, phrases),
        measure=subtitle(ranking, plan, phrases).rstrip("."),
        rows=f"{rows}." if rows else "",
        lists=told,
    )
    return " ".join(said.split())


def _row_text(row: RankRow, ranking: Ranking, phrases: Phrases) -> str:
    """One row in words: place, name, figure, when, what sets it apart, and the target."""
    if row.figure is None:
        return row.said
    figure = phrases.figure(row.figure, phrases.dataset.indicator(ranking.indicator))
    facts = ", ".join(filter(None, (figure, row.when, row.outlined, _target_words(row, phrases))))
    return phrases.say("chart.rank.alt.row", place=row.place, name=row.name, figure=facts).strip()


def _target_words(row: RankRow, phrases: Phrases) -> str:
    """The row's own target and what is still to go; empty where there is none."""
    if row.target is None:
        return ""
    target = row.target.target
    indicator = phrases.dataset.indicator(target.indicator)
    togo = row.target.verdict == "short" and row.target.due == "open"
    return phrases.say(
        "chart.rank.alt.target.togo" if togo else "chart.rank.alt.target",
        target=target_text(target, indicator, phrases),
        togo=assessment_text(row.target, indicator, phrases),
    )
