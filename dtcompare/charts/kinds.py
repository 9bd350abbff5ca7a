"""Which charts there are: by result and kind, the module and function that draw each.

The first kind of a result is the one drawn where none is asked for. A chart's module is imported
when it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from dtcompare.charts.chart import Chart, Look
from dtcompare.errors import WrongUsage
from dtcompare.view.voice import Voice

__all__ = ["CHARTS", "KINDS", "chart_of"]

# Of an index, too, lines come first: they draw all that the table shows (places, scores, targets);
# a bump chart draws places alone.
CHARTS: Mapping[str, Mapping[str, str]] = {
    "rank": {"bars": "rank:rank_bars", "map": "tiles:tile_map"},
    "gap": {"dumbbell": "gap:gap_dumbbell", "scorecard": "scorecard:gap_scorecard"},
    "show": {"profile": "profile:profile_strip"},
    "detail": {"history": "history:figure_history"},
    "compare": {"dots": "compare:compare_dots"},
    "trend": {"lines": "trend:trend_lines", "bump": "bump:bump"},
    "reporting": {"scorecard": "scorecard:reporting_scorecard"},
    "score": {"bars": "score:score_bars"},
}
KINDS = tuple(sorted({kind for kinds in CHARTS.values() for kind in kinds}))


def chart_of(name: str, kind: str | None, result: object, voice: Voice, look: Look) -> Chart:
    """The chart of a result of the command ``name``.

    Raises WrongUsage for a result without charts, for a kind that it has no chart of, and where
    its rows do not fit.
    """
    kinds = CHARTS.get(name)
    if kinds is None:
        raise WrongUsage("error.no-chart")
    kind = kind or next(iter(kinds))
    if kind not in kinds:
        raise WrongUsage("error.chart-kind", kind=kind, known=", ".join(kinds))
    module, _, function = kinds[kind].partition(":")
    draw: Callable[[object, Voice, Look], Chart]
    draw = getattr(import_module(f"dtcompare.charts.{module}"), function)
    return draw(result, voice, look)
