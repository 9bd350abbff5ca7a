"""What of a trend is drawn together: the series of one footing, their targets, their colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Series, Trend
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.style import ACCENT, ACCENT_TEXT, FAINT, RULE, SERIES, SHAPES
from dtcompare.model.figure import Target
from dtcompare.view.results.trend_words import is_held

__all__ = ["LONE", "OTHERS", "Panel", "Stroke", "kept", "panels_of", "strokes_of", "unheld"]

_MOST = 5  # more lines than this that cross cannot be told apart
_ENDS = 2  # of more, so many of the best and of the worst are drawn in colour


class Panel(Struct, frozen=True):
    """The series on one footing, and the targets that are held against them, each once.

    Sides of a break of method share a panel, without a line between them; places (``of``) among
    63 and among 34 never do, nor places and scores.
    """

    series: tuple[Series, ...]
    aims: tuple[tuple[str, Assessment], ...]

    @property
    def of(self) -> int | None:
        """Among how many the figures are places; None where they are amounts."""
        return self.series[0].of

    @property
    def moves(self) -> bool:
        """Whether any line can be drawn at all."""
        return any(series.change is not None for series in self.series)

    @property
    def provinces(self) -> tuple[str, ...]:
        """The provinces that have a figure, each once."""
        return tuple(dict.fromkeys(series.province for series in self.series))

    def last(self, province: str) -> Observation:
        """The latest figure of a province."""
        observations = (series.last for series in self.series if series.province == province)
        return max(observations, key=lambda observation: observation.figure.period.recency)


class Stroke(Struct, frozen=True):
    """How a province's lines are drawn; not ``lit``: in grey, behind the others."""

    mark: str
    text: str
    shape: str
    lit: bool = True


OTHERS = Stroke(RULE, FAINT, "circle", lit=False)
LONE = Stroke(ACCENT, ACCENT_TEXT, "circle")  # what is highlighted without a line


def panels_of(trend: Trend) -> tuple[Panel, ...]:
    """Every footing's panel: places before scores, what moves before what does not."""
    keyed: dict[tuple[object, ...], list[Series]] = {}
    for series in trend.series:
        series_key = series.series_key
        key = (series_key.basis, series_key.method, series_key.scope, series.of)
        keyed.setdefault(key, []).append(series)
    panels = [Panel(tuple(found), tuple(_aims(trend, found))) for found in keyed.values()]
    panels.sort(key=lambda p: (not p.moves, p.of is None, -(p.of or 0)))
    return tuple(panels)


def _aims(trend: Trend, series: Sequence[Series]) -> Iterable[tuple[str, Assessment]]:
    """The targets held against figures of these series, each target once."""
    seen: set[tuple[str, Target]] = set()
    for province, assessment in trend.targets:
        target = assessment.target
        if (province, target) in seen:
            continue
        if any(s.province == province and is_held(assessment, s) for s in series):
            seen.add((province, target))
            yield province, assessment


def unheld(trend: Trend) -> tuple[tuple[str, Assessment], ...]:
    """The targets that no figure of a series answers, each once."""
    found: dict[tuple[str, Target], Assessment] = {}
    for province, assessment in trend.targets:
        if not any(s.province == province and is_held(assessment, s) for s in trend.series):
            found.setdefault((province, assessment.target), assessment)
    return tuple((province, assessment) for (province, _), assessment in found.items())


def kept(panel: Panel, options: ChartOptions) -> Panel:
    """The panel with the first and the last lines alone that are asked for."""
    if not options.first and not options.last:
        return panel
    series = panel.series
    first, last = options.first or 0, options.last or 0
    if first + last >= len(series):
        return panel
    return replace(panel, series=(*series[:first], *series[len(series) - last :]))


def strokes_of(trend: Trend, panels: Sequence[Panel], options: ChartOptions) -> dict[str, Stroke]:
    """The stroke of every province that is drawn in colour.

    Those to be highlighted, the first in the accent; else those named; else the few that tell
    most: the ends of the list, which stands in order of the change a year.
    """
    drawn = dict.fromkeys(s.province for panel in panels for s in panel.series)
    lit = [id for id in drawn if id in options.highlight]
    if lit:
        # The second of the colours is too near the accent.
        colors = ((ACCENT, ACCENT_TEXT), *((c, c) for n, c in enumerate(SERIES) if n != 1))
    else:
        colors = tuple((color, color) for color in SERIES)
        named = [id for id in trend.provinces if id in drawn]
        lit = list(dict.fromkeys((*named, *drawn))) if trend.provinces else _telling(panels)
    return {
        id: Stroke(mark, text, shape)
        for id, (mark, text), shape in zip(lit[:_MOST], colors, SHAPES, strict=False)
    }


def _telling(panels: Sequence[Panel]) -> list[str]:
    """Of every panel all provinces where they are few, else those at both ends."""
    found: dict[str, None] = {}
    for panel in panels:
        ids = panel.provinces
        if len(ids) > _MOST:
            rated = [s.province for s in panel.series if s.per_year is not None]
            ids = tuple(dict.fromkeys(rated)) if len(set(rated)) > 2 * _ENDS else ids
            ids = (*ids[:_ENDS], *ids[-_ENDS:])
        found |= dict.fromkeys(ids)
    return list(found)
