"""What charts of a ranking say alike: what is measured, and what sets a figure apart."""

from __future__ import annotations

from dtcompare.analysis.groups import Group, Row
from dtcompare.analysis.ranking import Ranking
from dtcompare.charts.values import value_text
from dtcompare.model.figure import UNSTATED_WORD, Figure
from dtcompare.view.voice import Voice

__all__ = ["IN_TIME", "apart", "group_measure", "place_text", "unit_of_basis"]

# Reasons that lie in when the figure was taken, not in what it is a share of.
IN_TIME = frozenset({"other_season", "period_too_long", "period_unstated"})

_SHORTER = frozenset({"period_too_long"})  # reasons that a chart has fewer words for


def unit_of_basis(ranking: Ranking, group: Group | None, voice: Voice) -> str:
    """The unit and what it is a share of: "% of population"; empty for a unit without a symbol."""
    indicator = voice.dataset.indicator(ranking.indicator)
    if indicator.unit.symbol is None:
        return ""
    symbol = indicator.unit.symbol.say(voice.lang)
    basis = indicator.bases[0] if indicator.fixed_basis else group and group.footing.basis
    if not basis or basis == UNSTATED_WORD:
        return symbol
    return voice.say("chart.footing.basis", symbol=symbol, basis=voice.basis(basis))


def group_measure(ranking: Ranking, group: Group | None, voice: Voice) -> str:
    """Unit, basis, divisor, method and time of a group, as far as there are any."""
    parts = [unit_of_basis(ranking, group, voice)]
    if ranking.picks.per:
        parts.append(voice.say(f"chart.rank.per.{ranking.picks.per}"))
    if group is not None:
        if group.footing.method is not None:
            parts.append(voice.method(group.footing.method))
        if group.footing.scope:
            parts.append(voice.scope(group.footing.scope))
        if group.season is not None and group.edition is None:
            parts.append(voice.span(*group.season))
    return ", ".join(filter(None, parts))


def place_text(row: Row, group: Group, voice: Voice) -> str:
    """A row's place as it is printed: "3", "=3" where several hold it, "1–4", "top 10"."""
    standing = row.standing
    if standing is not None and standing.best != standing.worst:
        return f"{standing.best}–{standing.worst}"
    if standing is not None:
        return f"{'=' * (standing.rank in group.shared)}{standing.rank}"
    if row.place is not None and row.place.figure.place is not None:
        return value_text(row.place.figure, voice)
    return ""


def apart(figure: Figure, reason: str, voice: Voice) -> str:
    """What sets a figure apart: its footing, or where that is no answer the reason."""
    footing = "" if reason in IN_TIME else _footing(figure, voice)
    if footing or not reason:
        return footing
    if reason in _SHORTER:
        return voice.say(f"chart.reason.{reason}")
    said = voice.say(f"reason.{reason}")
    return said[:1].lower() + said[1:]


def _footing(figure: Figure, voice: Voice) -> str:
    """What a figure is a share of, how it was counted, which part it speaks of."""
    parts = []
    indicator = voice.dataset.indicator(figure.indicator)
    unsaid = figure.basis == UNSTATED_WORD and figure.scope
    if figure.basis is not None and not indicator.fixed_basis and not unsaid:
        parts.append(voice.basis(figure.basis))
    if figure.method is not None:
        parts.append(voice.method(figure.method))
    if figure.scope:
        parts.append(voice.scope(figure.scope))
    return "; ".join(parts)
