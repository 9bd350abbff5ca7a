"""Say what a chart of a trend says in words: its title, what is measured, and the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import unbroken
from dtcompare.charts.trend_panels import Panel, Stroke
from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.trend_words import series_key_words

_NAMED = 3  # more provinces than this are counted in a title, not named
_LONG = 24  # letters
_STATED = 8  # more figures of one state than this are counted
_LISTED = 12  # of more series than this those in colour alone are told


class TrendWords:
    """The sentences around the panels that are drawn of one trend."""

    def __init__(
        self,
        trend: Trend,
        panels: Sequence[Panel],
        strokes: Mapping[str, Stroke],
        phrases: Phrases,
        options: ChartOptions,
    ) -> None:
        self.trend, self.panels, self.strokes = trend, panels, strokes
        self.phrases, self.options, self.say = phrases, options, phrases.say
        self.indicator = phrases.dataset.indicator(trend.indicator)
        self.name = phrases.indicator(trend.indicator)
        self.series = [series for panel in panels for series in panel.series]

    # The title

    def title(self) -> str:
        """Return the sentence that the figures prove; of those highlighted, where these are few."""
        moving = [series for series in self.series if series.change is not None]
        places = next((one for one in self.panels if one.of is not None and one.moves), None)
        if places is not None:
            moving = [series for series in places.series if series.change is not None]
        highlighted = [series for series in moving if series.province in self.options.highlight]
        if len({series.province for series in highlighted}) <= _NAMED:
            moving = highlighted or moving
        if not moving:
            return self._title_without_line()
        if len(moving) == 1:
            return self._title_of_one(moving[0])
        parts = self._directions(moving) if places is None else self._moves(moving)
        return self.say("chart.trend.title.parts", indicator=self.name, parts=parts)

    def _title_without_line(self) -> str:
        trend, phrases = self.trend, self.phrases
        names = phrases.listed(self._names(trend.provinces))
        if len(trend.provinces) > _NAMED:
            names = self.say("extent", n=len(trend.provinces))
        figures = sum(len(series.points) for series in trend.series)
        if figures == 1:
            figure = trend.series[0].points[0].observation.figure
            return self.say(
                "chart.trend.title.single",
                indicator=self.name,
                name=self._full_name(figure.province),
                figure=phrases.figure(figure, self.indicator),
                period=phrases.period(figure.period),
            )
        key = "none" if trend.provinces else "none.everywhere"
        if figures or trend.targets:
            key = "apart" if figures else "target"
        return self.say(f"chart.trend.title.{key}", indicator=self.name, names=names)

    def _title_of_one(self, series: Series) -> str:
        """Return where one line goes from its first figure to its last."""
        first, last, phrases = series.first.figure, series.last.figure, self.phrases
        numbers = [str(first.number), str(last.number)]
        if series.of is None:
            numbers = [phrases.line(first, self.indicator), phrases.line(last, self.indicator)]
        return self.say(
            f"chart.trend.title.{_direction(series)}",
            indicator=self.name,
            name=self._full_name(series.province),
            first=numbers[0],
            last=numbers[1],
            start=phrases.period(first.period),
            end=phrases.period(last.period),
        )

    def _moves(self, moving: Sequence[Series]) -> str:
        """Return who moved up most and who slipped most among places."""
        directions = [_direction(series) for series in moving]
        found = []
        for key, side in (("ahead", -1), ("back", 1)):
            sure = [s for s, way in zip(moving, directions, strict=True) if way == key]
            most = max(((series.change or 0) * side for series in sure), default=0)
            names = self._names(s.province for s in sure if (s.change or 0) * side == most)
            if 0 < len(names) <= _NAMED:
                size = self.phrases.difference(Decimal(most), self.indicator, places=True)
                listed = self.phrases.listed(names)
                found.append(self.say(f"chart.trend.title.most.{key}", names=listed, size=size))
        if found:
            return ", ".join(found)
        key = "kept-all" if set(directions) == {"kept"} else "still"
        return self.say(f"chart.trend.title.{key}", n=len(moving))

    def _directions(self, moving: Sequence[Series]) -> str:
        """Return where the figure is up, where down, where neither is sure: named, or counted."""
        ways: dict[str, set[str]] = {}
        for series in moving:
            ways.setdefault(series.province, set()).add(_direction(series))
        sides: dict[str, list[str]] = {"up": [], "down": [], "same": [], "open": []}
        for id, found in ways.items():
            sides[found.pop() if len(found) == 1 else "open"].append(id)
        if len(ways) <= _NAMED:
            parts = [(f"chart.trend.title.{way}-in", ids) for way, ids in sides.items() if ids]
        else:
            whole = [way for way, ids in sides.items() if len(ids) == len(ways)]
            sure = [way for way in ("up", "down") if sides[way]] or ["same"]
            parts = [(f"chart.trend.title.{way}-some", sides[way]) for way in whole or sure]
        texts = []
        for key, ids in parts:
            names = self.phrases.listed(self._names(ids))
            texts.append(self.say(key, names=names, n=len(ids), of=len(ways)))
        return ", ".join(texts)

    def _names(self, ids: Iterable[str]) -> list[str]:
        return [self._full_name(id) for id in ids]

    def _full_name(self, id: str) -> str:
        """Return a name that no line break comes into, unless it takes a line for itself."""
        name = self.phrases.full_name(id)
        return unbroken(name) if len(name) <= _LONG else name

    # What is measured

    def subtitle(self, drawn: Iterable[Series], *, measured: bool = True) -> str:
        """Return what is measured and when, and how many of the lines ``drawn`` are grey."""
        parts = [self._measure()] if measured else []
        parts.append(self._span())
        said = ", ".join(filter(None, parts))
        texts = [f"{capital(said)}."] if said else []
        grey = {series.province for series in drawn} - set(self.strokes)
        if grey:
            texts.append(self.say("chart.trend.grey", n=len(grey)))
        return " ".join(texts)

    def _measure(self) -> str:
        """Return unit and, where all share them, basis and method; of an index places or scores."""
        indicator, panels, phrases = self.indicator, self.panels, self.phrases
        if indicator.unit.ranked:
            kinds = {panel.of is not None for panel in panels}
            if len(panels) == 1 and panels[0].of is not None:
                return self.say("chart.trend.places", of=panels[0].of)
            key = "both" if len(kinds) > 1 else "places-only" if True in kinds else "scores"
            return self.say(f"chart.trend.{key}")
        unit = indicator.unit.symbol.say(phrases.lang) if indicator.unit.symbol else ""
        if unit and not panels:
            return self.say("chart.trend.symbol", symbol=unit)
        series_key = panels[0].series[0].series_key if len(panels) == 1 else None
        basis = series_key.basis if series_key else None
        basis = indicator.bases[0] if indicator.fixed_basis else basis
        parts = [unit]
        if unit and basis and basis != UNSTATED_WORD:
            parts = [self.say("chart.footing.basis", symbol=unit, basis=phrases.basis(basis))]
        if series_key is not None:
            words = list(series_key_words(panels[0].series[0], indicator, phrases))
            parts += words[1:] if unit and series_key.basis and not indicator.fixed_basis else words
            if series_key.basis == UNSTATED_WORD:
                parts.insert(1, self.say("basis.unstated"))
        return ", ".join(filter(None, parts))

    def _span(self) -> str:
        """Return from when to when the figures are; nothing without any."""
        periods = [one.figure.period for panel in self.panels for one in panel.observations]
        if not periods:
            return ""
        ordered = sorted(periods, key=lambda period: (period.end, period.recency))
        first, last = self.phrases.period(ordered[0]), self.phrases.period(ordered[-1])
        return first if first == last else self.say("period.span", start=first, end=last)

    # Notes

    def notes(
        self,
        drawn: Sequence[Series],
        unlabelled: Iterable[Observation],
        *,
        hidden: int,
        several: bool,
    ) -> Iterator[str]:
        """Yield what must be known to read the chart, comparability first.

        ``drawn`` are the series with lines, ``unlabelled`` the figures beside which no status
        stands, ``hidden`` how many series are left out; ``several``: there are several footings.
        """
        if several:
            kind = "editions" if self.indicator.unit.ranked else "footings"
            yield self.say(f"chart.trend.note.{kind}")
        yield from self._break_notes()
        yield from self._color_note({series.province for series in drawn})
        yield from self._status_notes(unlabelled)
        if self.trend.single and self.panels:
            yield self.say("trend.single", n=self.trend.single)
        if hidden:
            yield capital(self.say("chart.rows-hidden", n=hidden)) + "."

    def _break_notes(self) -> Iterator[str]:
        """Yield what divides the lines: changes of method, mergers, years without a figure."""
        phrases, breaks = self.phrases, self.indicator.breaks
        crossed: set[int] = set()
        for panel in self.panels:
            eras = {series.series_key.era for series in panel.series}
            crossed |= {breaks[era - 1] for era in eras - {min(eras)}}
        if crossed:
            years = phrases.listed([str(year) for year in sorted(crossed)])
            yield self.say("chart.trend.note.break", years=years)
        ended = {series.ended for series in self.series if series.ended is not None}
        if ended:
            days = phrases.listed([phrases.day(day) for day in sorted(ended)])
            yield self.say("chart.trend.note.merger", days=days)
        if any(_has_gap(series) for series in self.series):
            yield self.say("chart.trend.note.open")

    def _color_note(self, drawn: set[str]) -> Iterator[str]:
        """Yield which lines are in colour, where others are grey and nobody asked for these."""
        if self.options.highlight & drawn or drawn <= set(self.strokes):
            return
        by_change = "size" if self.indicator.better == "none" else "best"
        yield self.say(f"chart.trend.note.{'first' if self.trend.provinces else by_change}")

    def _status_notes(self, observations: Iterable[Observation]) -> Iterator[str]:
        """Yield which figures are estimated or provisional."""
        found: dict[str, dict[str, None]] = {}
        for figure in (observation.figure for observation in observations):
            if figure.status is not None:
                province = self.phrases.province(figure.province)
                name = unbroken(f"{province} {self.phrases.period(figure.period)}")
                found.setdefault(figure.status, {})[name] = None
        for status, names in found.items():
            label = capital(self.say(f"status.{status}"))
            if len(names) > _STATED:
                yield self.say("chart.trend.note.states", label=label, n=len(names))
            else:
                yield self.say("chart.names", label=label, names=", ".join(names)) + "."

    # For those who do not see it

    def rows(self) -> str:
        """Return every series with its figures; of many those in colour, and how many are left."""
        few = len(self.series) <= _LISTED
        listed = [one for one in self.series if few or one.province in self.strokes]
        rows = [self._row(series) for series in listed]
        if len(listed) < len(self.series):
            rows.append(self.say("chart.trend.alt.more", n=len(self.series) - len(listed)))
        return "; ".join(rows)

    def _row(self, series: Series) -> str:
        phrases, figures = self.phrases, []
        for figure in (point.observation.figure for point in series.points):
            text, period = phrases.figure(figure, self.indicator), phrases.period(figure.period)
            figures.append(self.say("chart.trend.alt.figure", figure=text, period=period))
        words = [capital(phrases.full_name(series.province))]
        if series.of is None:
            words += series_key_words(series, self.indicator, phrases)
        name, listed = ", ".join(words), ", ".join(dict.fromkeys(figures))
        return self.say("chart.trend.alt.row", name=name, figures=listed)


def _direction(series: Series) -> str:
    """Return up, down, same or open; of places ahead, back or kept. Open: it may be either."""
    change, first, last = series.change or Decimal(0), series.first.interval, series.last.interval
    exact = first.low == first.high == last.low == last.high
    if first.meets(last) and not exact:
        return "open"
    if series.of is not None:
        return "ahead" if change < 0 else "back" if change > 0 else "kept"
    return "up" if change > 0 else "down" if change < 0 else "same"


def _has_gap(series: Series) -> bool:
    """Return whether a line of the series crosses a year without a figure."""
    pairs = pairwise(series.points)
    return any(open_years(one, other) and other.change is not None for one, other in pairs)


def open_years(before: Point, after: Point) -> bool:
    """Return whether a year without a figure lies between two points."""
    end, start = before.observation.figure.period.end, after.observation.figure.period.start
    return start.year - end.year > 1
