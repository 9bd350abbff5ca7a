"""Which charts there are: by result and kind, the module and function that draw each.

The first kind of a result is the one drawn where none is asked for, unless a function chooses by
what the result holds. A chart's module is imported when it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.errors import WrongUsage
from dtcompare.view.phrases import Phrases

__all__ = ["CHARTS", "CHOICES", "KINDS", "chart_of"]

# Of an index, too, lines come first: they draw all that the table shows (places, scores, targets);
# a bump chart draws places alone.
CHARTS: Mapping[str, Mapping[str, str]] = {
    "rank": {"bars": "rank.bars:rank_bars", "map": "tile_map:tile_map"},
    "gap": {"dumbbell": "gap.dumbbell:gap_dumbbell", "scorecard": "scorecard.cards:gap_scorecard"},
    "show": {"profile": "profile.strip:profile_strip"},
    "detail": {"history": "history.figure:figure_history"},
    "compare": {"dots": "compare.dots:compare_dots"},
    "trend": {"lines": "trend:trend_lines", "bump": "bump:bump"},
    "reporting": {"scorecard": "scorecard.cards:reporting_scorecard"},
    "score": {"bars": "score.bars:score_bars"},
}
# The functions that choose the kind of a result where none is asked for.
CHOICES: Mapping[str, str] = {"gap": "gap.dumbbell:usual_kind"}
KINDS = tuple(sorted({kind for kinds in CHARTS.values() for kind in kinds}))


def chart_of(
    name: str, kind: str | None, result: object, phrases: Phrases, options: ChartOptions
) -> Chart:
    """The chart of a result of the command ``name``.

    Raises WrongUsage for a result without charts, for a kind that it has no chart of, and where
    its rows do not fit.
    """
    kinds = CHARTS.get(name)
    if kinds is None:
        raise WrongUsage("error.no-chart")
    kind = kind or _usual(name, result)
    if kind not in kinds:
        raise WrongUsage("error.chart-kind", kind=kind, known=", ".join(kinds))
    draw: Callable[[object, Phrases, ChartOptions], Chart] = _function(kinds[kind])
    return draw(result, phrases, options)


def _usual(name: str, result: object) -> str:
    """The kind that is drawn where none is asked for."""
    if name not in CHOICES:
        return next(iter(CHARTS[name]))
    choose: Callable[[object], str] = _function(CHOICES[name])
    return choose(result)


def _function(name: str) -> Callable[..., Any]:
    """The function MODULE:NAME of the charts."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"dtcompare.charts.{module}"), function)
    return found
