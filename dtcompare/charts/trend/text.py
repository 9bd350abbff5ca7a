"""What a chart of a trend says in words: its title, what is measured, and the notes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import unbroken
from dtcompare.charts.trend.panels import Panel
from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.trend_words import series_key_words

__all__ = [
    "color_notes",
    "measure",
    "open_years",
    "parting_notes",
    "rows_told",
    "span",
    "status_notes",
    "title",
]

_NAMED = 3  # more provinces than this are counted in a title, not named
_LONG = 24  # letters
_STATED = 8  # more figures of one state than this are counted
_TOLD = 12  # more series than this are told by their number, and those in colour alone


def title(
    trend: Trend, panels: Sequence[Panel], phrases: Phrases, highlight: frozenset[str] = frozenset()
) -> str:
    """The sentence that the figures prove; of those highlighted, where these are few."""
    moving = [s for panel in panels for s in panel.series if s.change is not None]
    places = next((panel for panel in panels if panel.of is not None and panel.moves), None)
    if places is not None:
        moving = [s for s in places.series if s.change is not None]
    lit = [series for series in moving if series.province in highlight]
    if len({series.province for series in lit}) <= _NAMED:
        moving = lit or moving
    facts = {"indicator": phrases.indicator(trend.indicator)}
    if not moving:
        return phrases.say(
            f"chart.trend.title.{_still(trend)}", **facts, **_still_facts(trend, phrases)
        )
    if len(moving) == 1:
        return _one(moving[0], facts["indicator"], phrases)
    if places is not None:
        return _moves(moving, facts["indicator"], phrases)
    return phrases.say("chart.trend.title.parts", parts=_directions(moving, phrases), **facts)


def _still(trend: Trend) -> str:
    """Which sentence fits where no line can be drawn."""
    figures = sum(len(series.points) for series in trend.series)
    if figures:
        return "single" if figures == 1 else "apart"
    if trend.targets:
        return "target"
    return "none" if trend.provinces else "none.everywhere"


def _still_facts(trend: Trend, phrases: Phrases) -> dict[str, object]:
    names = _names(trend.provinces, phrases)
    facts: dict[str, object] = {"names": phrases.listed(names)}
    if len(names) > _NAMED:
        facts["names"] = phrases.say("extent", n=len(names))
    if trend.series:
        figure = trend.series[0].points[0].observation.figure
        facts["name"] = _whole(phrases.full_name(figure.province))
        facts["figure"] = phrases.figure(figure, phrases.dataset.indicator(trend.indicator))
        facts["period"] = phrases.period(figure.period)
    return facts


def _one(series: Series, indicator: str, phrases: Phrases) -> str:
    """One line from its first figure to its last."""
    first, last = series.first.figure, series.last.figure
    measured = phrases.dataset.indicator(first.indicator)
    if series.of is None:
        told = phrases.line(first, measured), phrases.line(last, measured)
    else:
        told = str(first.number), str(last.number)
    return phrases.say(
        f"chart.trend.title.{_direction(series)}",
        indicator=indicator,
        name=_whole(phrases.full_name(series.province)),
        first=told[0],
        last=told[1],
        start=phrases.period(first.period),
        end=phrases.period(last.period),
    )


def _direction(series: Series) -> str:
    """up, down, same or open; of places ahead, back or kept. Open: it may have been either."""
    change = series.change or Decimal(0)
    if series.first.interval.meets(series.last.interval) and not _same(series):
        return "open"
    if series.of is not None:
        return "ahead" if change < 0 else "back" if change > 0 else "kept"
    return "up" if change > 0 else "down" if change < 0 else "same"


def _same(series: Series) -> bool:
    """Whether first and last are one exact number."""
    first, last = series.first.interval, series.last.interval
    return first.low == first.high == last.low == last.high


def _moves(moving: Sequence[Series], indicator: str, phrases: Phrases) -> str:
    """Who moved up most and who slipped most among places."""
    sure = [series for series in moving if _direction(series) in ("ahead", "back")]
    measured = phrases.dataset.indicator(moving[0].points[0].observation.figure.indicator)
    found = []
    for key, side in (("ahead", -1), ("back", 1)):
        most = max(((s.change or 0) * side for s in sure), default=0)
        if most <= 0:
            continue
        names = _names((s.province for s in sure if (s.change or 0) * side == most), phrases)
        if len(names) > _NAMED:
            continue
        size = phrases.difference(Decimal(most), measured, places=True)
        found.append(
            phrases.say(f"chart.trend.title.most.{key}", names=phrases.listed(names), size=size)
        )
    if not found:
        kept = all(_direction(series) == "kept" for series in moving)
        if kept:
            return phrases.say("chart.trend.title.kept-all", indicator=indicator, n=len(moving))
        return phrases.say("chart.trend.title.still", indicator=indicator, n=len(moving))
    return phrases.say("chart.trend.title.parts", indicator=indicator, parts=", ".join(found))


def _directions(moving: Sequence[Series], phrases: Phrases) -> str:
    """Where the figure is up, where down, where neither is sure: by name, or counted."""
    ways: dict[str, set[str]] = {}
    for series in moving:
        way = _direction(series)
        ways.setdefault(series.province, set()).add(way)
    sides = {
        way: [id for id, found in ways.items() if found == {way}] for way in ("up", "down", "same")
    }
    sides["open"] = [id for id in ways if not any(id in ids for ids in sides.values())]
    if len(ways) <= _NAMED:
        return ", ".join(
            phrases.say(f"chart.trend.title.{way}-in", names=phrases.listed(_names(ids, phrases)))
            for way, ids in sides.items()
            if ids
        )
    for way, ids in sides.items():
        if len(ids) == len(ways):
            return phrases.say(f"chart.trend.title.{way}-all", n=len(ids))
    told = [way for way in ("up", "down") if sides[way]] or ["same"]
    return ", ".join(
        phrases.say(f"chart.trend.title.{way}-some", n=len(sides[way]), of=len(ways))
        for way in told
    )


def _names(ids: Iterable[str], phrases: Phrases) -> list[str]:
    return [_whole(phrases.full_name(id)) for id in ids]


def _whole(name: str) -> str:
    """A name that no line break comes into, unless it takes a line for itself."""
    return unbroken(name) if len(name) <= _LONG else name


def measure(trend: Trend, panels: Sequence[Panel], phrases: Phrases) -> str:
    """Unit and, where all share them, basis and method; of an index places or scores."""
    indicator = phrases.dataset.indicator(trend.indicator)
    if indicator.unit.ranked:
        kinds = {panel.of is not None for panel in panels}
        if len(panels) == 1 and panels[0].of is not None:
            return phrases.say("chart.trend.places", of=panels[0].of)
        key = "both" if len(kinds) > 1 else "places-only" if True in kinds else "scores"
        return phrases.say(f"chart.trend.{key}")
    symbol = indicator.unit.symbol
    unit = symbol.say(phrases.lang) if symbol else ""
    series_key = panels[0].series[0].series_key if len(panels) == 1 else None
    basis = (
        indicator.bases[0] if indicator.fixed_basis else series_key.basis if series_key else None
    )
    if unit and not panels:
        return phrases.say("chart.trend.symbol", symbol=unit)
    parts = [unit]
    if unit and basis and basis != UNSTATED_WORD:
        parts = [phrases.say("chart.footing.basis", symbol=unit, basis=phrases.basis(basis))]
    if series_key is not None:
        words = list(series_key_words(panels[0].series[0], indicator, phrases))
        parts += words[1:] if unit and series_key.basis and not indicator.fixed_basis else words
        if series_key.basis == UNSTATED_WORD:
            parts.insert(1, phrases.say("basis.unstated"))
    return ", ".join(filter(None, parts))


def span(observations: Sequence[Observation], phrases: Phrases) -> str:
    """From when to when the figures are."""
    periods = [observation.figure.period for observation in observations]
    if not periods:
        return ""
    first = phrases.period(min(periods, key=lambda period: (period.end, period.recency)))
    last = phrases.period(max(periods, key=lambda period: (period.end, period.recency)))
    return first if first == last else phrases.say("period.span", start=first, end=last)


def parting_notes(trend: Trend, panels: Sequence[Panel], phrases: Phrases) -> Iterable[str]:
    """What parts the lines: changes of method, and mergers."""
    eras = [{series.series_key.era for series in panel.series} for panel in panels]
    if any(len(found) > 1 for found in eras):
        breaks = phrases.dataset.indicator(trend.indicator).breaks
        crossed = sorted({era for found in eras for era in found if era > min(found)})
        years = phrases.listed([str(breaks[era - 1]) for era in crossed])
        yield phrases.say("chart.trend.note.break", years=years)
    ended = {s.ended for panel in panels for s in panel.series if s.ended is not None}
    if ended:
        days = phrases.listed([phrases.day(day) for day in sorted(ended)])
        yield phrases.say("chart.trend.note.merger", days=days)
    if any(
        open_years(before, after) and after.change is not None
        for panel in panels
        for series in panel.series
        for before, after in pairwise(series.points)
    ):
        yield phrases.say("chart.trend.note.dashed")


def color_notes(
    trend: Trend,
    series: Iterable[Series],
    strokes: Container[str],
    options: ChartOptions,
    phrases: Phrases,
) -> Iterable[str]:
    """Which lines are in colour, where others are grey and nobody asked for these."""
    drawn = {line.province for line in series}
    if options.highlight & drawn or all(id in strokes for id in drawn):
        return
    if trend.provinces:
        yield phrases.say("chart.trend.note.first")
    elif phrases.dataset.indicator(trend.indicator).better == "none":
        yield phrases.say("chart.trend.note.size")
    else:
        yield phrases.say("chart.trend.note.best")


def status_notes(observations: Iterable[Observation], phrases: Phrases) -> Iterable[str]:
    """Which figures are estimated or provisional, where no label at a sign says so."""
    found: dict[str, dict[str, None]] = {}
    for observation in observations:
        figure = observation.figure
        if figure.status is not None:
            name = unbroken(f"{phrases.province(figure.province)} {phrases.period(figure.period)}")
            found.setdefault(figure.status, {})[name] = None
    for status, names in found.items():
        label = capital(phrases.say(f"status.{status}"))
        if len(names) > _STATED:
            yield phrases.say("chart.trend.note.states", label=label, n=len(names))
        else:
            yield phrases.say("chart.names", label=label, names=", ".join(names)) + "."


def open_years(before: Point, after: Point) -> bool:
    """Whether a year without a figure lies between two points."""
    end, start = before.observation.figure.period.end, after.observation.figure.period.start
    return start.year - end.year > 1


def rows_told(series: Sequence[Series], colored: Iterable[str], phrases: Phrases) -> str:
    """Every series with its figures; of many those in colour, and how many others there are."""
    lit = set(colored)
    told = [s for s in series if len(series) <= _TOLD or s.province in lit]
    rows = [_row(s, phrases) for s in told]
    if len(told) < len(series):
        rows.append(phrases.say("chart.trend.alt.more", n=len(series) - len(told)))
    return "; ".join(rows)


def _row(series: Series, phrases: Phrases) -> str:
    indicator = phrases.dataset.indicator(series.points[0].observation.figure.indicator)
    told = (
        phrases.say(
            "chart.trend.alt.figure",
            figure=phrases.figure(point.observation.figure, indicator),
            period=phrases.period(point.observation.figure.period),
        )
        for point in series.points
    )
    figures = ", ".join(dict.fromkeys(told))
    words = (w for w in series_key_words(series, indicator, phrases) if series.of is None)
    name = ", ".join((capital(phrases.full_name(series.province)), *words))
    return phrases.say("chart.trend.alt.row", name=name, figures=figures)
