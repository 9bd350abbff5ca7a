"""Group what of a trend is drawn together: the series of one footing, targets, and colours."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Series, Trend
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.style import ACCENT, ACCENT_TEXT, SERIES, SHAPES
from dtcompare.model.figure import Target
from dtcompare.view.results.trend_words import is_held

_MOST = 5  # more lines than this that cross cannot be told apart
_ENDS = 2  # of more, so many of the best and of the worst are drawn in colour

OwnTarget = tuple[str, Assessment]  # with the id of its province


class Panel(Struct, frozen=True):
    """The series on one footing, and the targets that are held against them, each once.

    Sides of a break of method share a panel, without a line between them; places (``of``) among
    63 and among 34 never do, nor places and scores.
    """

    series: tuple[Series, ...]
    targets: tuple[OwnTarget, ...]

    @property
    def of(self) -> int | None:
        """Return among how many the figures are places; None where they are amounts."""
        return self.series[0].of

    @property
    def moves(self) -> bool:
        """Return whether any line can be drawn at all."""
        return any(series.change is not None for series in self.series)

    @property
    def provinces(self) -> tuple[str, ...]:
        """Return the provinces that have a figure, each once."""
        return tuple(dict.fromkeys(series.province for series in self.series))

    @property
    def observations(self) -> Iterator[Observation]:
        """Yield every figure of every series."""
        for series in self.series:
            for point in series.points:
                yield point.observation

    def from_back(self, colored: Container[str]) -> Iterator[Series]:
        """Yield the series as they are drawn: the grey ones first, the first of all last."""
        for color in (False, True):
            for series in reversed(self.series):
                if (series.province in colored) == color:
                    yield series

    def last(self, province: str) -> Observation:
        """Return the latest figure of a province."""
        observations = (series.last for series in self.series if series.province == province)
        return max(observations, key=lambda observation: observation.figure.period.recency)


class Stroke(Struct, frozen=True):
    """How the lines of a province are drawn that are in colour; all others are grey."""

    mark: str
    text: str
    shape: str


LONE = Stroke(ACCENT, ACCENT_TEXT, "circle")  # what is highlighted without a line


def make_panels(trend: Trend) -> tuple[Panel, ...]:
    """Return every footing's panel: places before scores, what moves before what does not."""
    keyed: dict[tuple[object, ...], list[Series]] = {}
    for series in trend.series:
        series_key = series.series_key
        key = (series_key.basis, series_key.method, series_key.scope, series.of)
        keyed.setdefault(key, []).append(series)
    panels = [Panel(tuple(found), tuple(_targets(trend, found))) for found in keyed.values()]
    panels.sort(key=lambda p: (not p.moves, p.of is None, -(p.of or 0)))
    return tuple(panels)


def _targets(trend: Trend, series: Sequence[Series]) -> Iterator[OwnTarget]:
    """Yield the targets held against figures of these series, each target once."""
    seen: set[tuple[str, Target]] = set()
    for province, assessment in trend.targets:
        held = any(s.province == province and is_held(assessment, s) for s in series)
        if held and (province, assessment.target) not in seen:
            seen.add((province, assessment.target))
            yield province, assessment


def list_unheld(trend: Trend) -> tuple[OwnTarget, ...]:
    """Return the targets that no figure of a series answers, each once."""
    found: dict[tuple[str, Target], Assessment] = {}
    for province, assessment in trend.targets:
        if not any(s.province == province and is_held(assessment, s) for s in trend.series):
            found.setdefault((province, assessment.target), assessment)
    return tuple((province, assessment) for (province, _), assessment in found.items())


def cut_panel(panel: Panel, options: ChartOptions) -> Panel:
    """Return the panel with the first and the last lines alone that are asked for."""
    first, last = options.first or 0, options.last or 0
    if not (first or last) or first + last >= len(panel.series):
        return panel
    return replace(panel, series=(*panel.series[:first], *panel.series[len(panel.series) - last :]))


def choose_strokes(
    trend: Trend, panels: Sequence[Panel], options: ChartOptions
) -> dict[str, Stroke]:
    """Return the stroke of every province that is drawn in colour.

    Those to be highlighted, the first in the accent; else those named; else the few that tell
    most: the ends of the list, which stands in order of the change a year.
    """
    drawn = dict.fromkeys(series.province for panel in panels for series in panel.series)
    chosen = [id for id in drawn if id in options.highlight]
    colors = [(color, color) for color in SERIES]
    if chosen:
        colors = [(ACCENT, ACCENT_TEXT), *colors]
        del colors[2]  # it is too near the accent
    elif trend.provinces:
        named = [id for id in trend.provinces if id in drawn]
        chosen = list(dict.fromkeys((*named, *drawn)))
    else:
        chosen = _both_ends(panels)
    return {
        id: Stroke(mark, text, shape)
        for id, (mark, text), shape in zip(chosen[:_MOST], colors, SHAPES, strict=False)
    }


def _both_ends(panels: Sequence[Panel]) -> list[str]:
    """Return of every panel all provinces where they are few, else those at both ends."""
    found: dict[str, None] = {}
    for panel in panels:
        ids = panel.provinces
        if len(ids) > _MOST:
            rated = [s.province for s in panel.series if s.per_year is not None]
            ids = tuple(dict.fromkeys(rated)) if len(set(rated)) > 2 * _ENDS else ids
            ids = (*ids[:_ENDS], *ids[-_ENDS:])
        found |= dict.fromkeys(ids)
    return list(found)
