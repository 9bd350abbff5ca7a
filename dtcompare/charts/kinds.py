"""Which charts there are, by result and kind, and the function that draws each.

The first kind of a result is the one drawn where none is asked for; of gaps it depends on what the
result holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.errors import WrongUsage
from dtcompare.view.phrases import Phrases

# Of an index, too, lines come first: they draw all that the table shows (places, scores, targets);
# a bump chart draws places alone.
CHARTS: Mapping[str, tuple[str, ...]] = {
    "rank": ("bars", "map"),
    "gap": ("dumbbell", "scorecard"),
    "show": ("profile",),
    "detail": ("history",),
    "compare": ("dots",),
    "trend": ("lines", "bump"),
    "relate": ("scatter",),
    "reporting": ("scorecard",),
    "score": ("bars",),
}


class Drawing(Protocol):
    """A kind of chart with its result, ready to be drawn."""

    def chart(self) -> Chart:
        """Draw it. Raises WrongUsage where its rows do not fit on the page."""


def chart_of(
    name: str, kind: str | None, result: object, phrases: Phrases, options: ChartOptions
) -> Chart:
    """Draw the chart of a result of the command ``name``.

    Raises WrongUsage for a result without charts, for a kind that it has no chart of, and where
    its rows do not fit.
    """
    kinds = CHARTS.get(name)
    if kinds is None:
        raise WrongUsage("error.no-chart")
    kind = kind or usual_kind(name, result)
    if kind not in kinds:
        raise WrongUsage("error.chart-kind", kind=kind, known=", ".join(kinds))
    return _drawing(name, kind)(result, phrases, options).chart()


def usual_kind(name: str, result: Any) -> str:
    """Return the kind that is drawn where none is asked for: of all gaps at once the scorecard."""
    if name == "gap" and not (result.province or result.indicator):
        return "scorecard"
    return CHARTS[name][0]


def _drawing(name: str, kind: str) -> Callable[[Any, Phrases, ChartOptions], Drawing]:
    """Return what draws one of CHARTS; of all their modules only its own is loaded."""
    match name, kind:
        case "rank", "bars":
            from dtcompare.charts.rank import RankBars

            return RankBars
        case "rank", "map":
            from dtcompare.charts.tile_map import TileMap

            return TileMap
        case "gap", "dumbbell":
            from dtcompare.charts.gap import GapDumbbells

            return GapDumbbells
        case "gap", "scorecard":
            from dtcompare.charts.scorecard_targets import TargetScorecard

            return TargetScorecard
        case "show", _:
            from dtcompare.charts.profile import ProfileStrips

            return ProfileStrips
        case "detail", _:
            from dtcompare.charts.history import FigureHistory

            return FigureHistory
        case "compare", _:
            from dtcompare.charts.compare import ComparisonDots

            return ComparisonDots
        case "trend", "lines":
            from dtcompare.charts.trend import TrendLines

            return TrendLines
        case "trend", "bump":
            from dtcompare.charts.bump import PlaceBump

            return PlaceBump
        case "relate", _:
            from dtcompare.charts.relate import RelationScatter

            return RelationScatter
        case "reporting", _:
            from dtcompare.charts.scorecard_reports import reporting_chart

            return reporting_chart
    from dtcompare.charts.score import score_chart

    return score_chart
