"""What charts of a ranking say alike: what is measured, and what sets a figure apart."""

from __future__ import annotations

from dtcompare.analysis.groups import Group, Row
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.values import value_text
from dtcompare.model.figure import UNSTATED_WORD, Figure
from dtcompare.view.phrases import Phrases

__all__ = ["IN_TIME", "apart", "group_measure", "place_text", "unit_of_basis"]

# Reasons that lie in when the figure was taken, not in what it is a share of.
IN_TIME = frozenset({"other_season", "period_too_long", "period_unstated"})

_SHORTER = frozenset({"period_too_long"})  # reasons that a chart has fewer words for


def unit_of_basis(ranking: Ranking, group: Group | None, phrases: Phrases) -> str:
    """The unit and what it is a share of: "% of population"; empty for a unit without a symbol."""
    indicator = phrases.dataset.indicator(ranking.indicator)
    if indicator.unit.symbol is None:
        return ""
    symbol = indicator.unit.symbol.say(phrases.lang)
    basis = indicator.bases[0] if indicator.fixed_basis else group and group.series_key.basis
    if not basis or basis == UNSTATED_WORD:
        return symbol
    return phrases.say("chart.footing.basis", symbol=symbol, basis=phrases.basis(basis))


def group_measure(ranking: Ranking, group: Group | None, phrases: Phrases) -> str:
    """Unit, basis, divisor, method and time of a group, as far as there are any."""
    parts = [unit_of_basis(ranking, group, phrases)]
    if ranking.picks.per:
        parts.append(phrases.say(f"chart.rank.per.{ranking.picks.per}"))
    if group is not None:
        if group.series_key.method is not None:
            parts.append(phrases.method(group.series_key.method))
        if group.series_key.scope:
            parts.append(phrases.scope(group.series_key.scope))
        if group.season is not None and group.edition is None:
            parts.append(phrases.span(*group.season))
    return ", ".join(filter(None, parts))


def place_text(row: Row, group: Group, phrases: Phrases) -> str:
    """A row's place as it is printed: "3", "=3" where several hold it, "1–4", "top 10"."""
    rank_interval = row.rank_interval
    if rank_interval is not None and rank_interval.best != rank_interval.worst:
        return f"{rank_interval.best}–{rank_interval.worst}"
    if rank_interval is not None:
        return f"{'=' * (rank_interval.rank in group.shared)}{rank_interval.rank}"
    if row.place is not None and row.place.figure.place is not None:
        return value_text(row.place.figure, phrases)
    return ""


def apart(figure: Figure, reason: str, phrases: Phrases) -> str:
    """What sets a figure apart: its footing, or where that is no answer the reason."""
    series_key = "" if reason in IN_TIME else _series_key(figure, phrases)
    if series_key or not reason:
        return series_key
    if reason in _SHORTER:
        return phrases.say(f"chart.reason.{reason}")
    said = phrases.say(f"reason.{reason}")
    return said[:1].lower() + said[1:]


def _series_key(figure: Figure, phrases: Phrases) -> str:
    """What a figure is a share of, how it was counted, which part it speaks of."""
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
