"""What a chart of a trend says in words: its title, what is measured, and the notes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from dtcompare.analysis.reports import Report
from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.charts.chart import Look
from dtcompare.charts.page import unbroken
from dtcompare.charts.trend.panels import Panel
from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.text import capital
from dtcompare.view.results.trend_words import footing_words
from dtcompare.view.voice import Voice

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
    trend: Trend, panels: Sequence[Panel], voice: Voice, highlight: frozenset[str] = frozenset()
) -> str:
    """The sentence that the figures prove; of those highlighted, where these are few."""
    moving = [s for panel in panels for s in panel.series if s.change is not None]
    places = next((panel for panel in panels if panel.of is not None and panel.moves), None)
    if places is not None:
        moving = [s for s in places.series if s.change is not None]
    lit = [series for series in moving if series.province in highlight]
    if len({series.province for series in lit}) <= _NAMED:
        moving = lit or moving
    facts = {"indicator": voice.indicator(trend.indicator)}
    if not moving:
        return voice.say(
            f"chart.trend.title.{_still(trend)}", **facts, **_still_facts(trend, voice)
        )
    if len(moving) == 1:
        return _one(moving[0], facts["indicator"], voice)
    if places is not None:
        return _moves(moving, facts["indicator"], voice)
    return voice.say("chart.trend.title.parts", parts=_directions(moving, voice), **facts)


def _still(trend: Trend) -> str:
    """Which sentence fits where no line can be drawn."""
    figures = sum(len(series.points) for series in trend.series)
    if figures:
        return "single" if figures == 1 else "apart"
    if trend.targets:
        return "target"
    return "none" if trend.provinces else "none.everywhere"


def _still_facts(trend: Trend, voice: Voice) -> dict[str, object]:
    names = _names(trend.provinces, voice)
    facts: dict[str, object] = {"names": voice.listed(names)}
    if len(names) > _NAMED:
        facts["names"] = voice.say("extent", n=len(names))
    if trend.series:
        figure = trend.series[0].points[0].report.figure
        facts["name"] = _whole(voice.full_name(figure.province))
        facts["figure"] = voice.figure(figure, voice.dataset.indicator(trend.indicator))
        facts["period"] = voice.period(figure.period)
    return facts


def _one(series: Series, indicator: str, voice: Voice) -> str:
    """One line from its first figure to its last."""
    first, last = series.first.figure, series.last.figure
    measured = voice.dataset.indicator(first.indicator)
    if series.of is None:
        told = voice.line(first, measured), voice.line(last, measured)
    else:
        told = str(first.number), str(last.number)
    return voice.say(
        f"chart.trend.title.{_direction(series)}",
        indicator=indicator,
        name=_whole(voice.full_name(series.province)),
        first=told[0],
        last=told[1],
        start=voice.period(first.period),
        end=voice.period(last.period),
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


def _moves(moving: Sequence[Series], indicator: str, voice: Voice) -> str:
    """Who moved up most and who slipped most among places."""
    sure = [series for series in moving if _direction(series) in ("ahead", "back")]
    measured = voice.dataset.indicator(moving[0].points[0].report.figure.indicator)
    found = []
    for key, side in (("ahead", -1), ("back", 1)):
        most = max(((s.change or 0) * side for s in sure), default=0)
        if most <= 0:
            continue
        names = _names((s.province for s in sure if (s.change or 0) * side == most), voice)
        if len(names) > _NAMED:
            continue
        size = voice.difference(Decimal(most), measured, places=True)
        found.append(
            voice.say(f"chart.trend.title.most.{key}", names=voice.listed(names), size=size)
        )
    if not found:
        kept = all(_direction(series) == "kept" for series in moving)
        if kept:
            return voice.say("chart.trend.title.kept-all", indicator=indicator, n=len(moving))
        return voice.say("chart.trend.title.still", indicator=indicator, n=len(moving))
    return voice.say("chart.trend.title.parts", indicator=indicator, parts=", ".join(found))


def _directions(moving: Sequence[Series], voice: Voice) -> str:
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
            voice.say(f"chart.trend.title.{way}-in", names=voice.listed(_names(ids, voice)))
            for way, ids in sides.items()
            if ids
        )
    for way, ids in sides.items():
        if len(ids) == len(ways):
            return voice.say(f"chart.trend.title.{way}-all", n=len(ids))
    told = [way for way in ("up", "down") if sides[way]] or ["same"]
    return ", ".join(
        voice.say(f"chart.trend.title.{way}-some", n=len(sides[way]), of=len(ways)) for way in told
    )


def _names(ids: Iterable[str], voice: Voice) -> list[str]:
    return [_whole(voice.full_name(id)) for id in ids]


def _whole(name: str) -> str:
    """A name that no line break comes into, unless it takes a line for itself."""
    return unbroken(name) if len(name) <= _LONG else name


def measure(trend: Trend, panels: Sequence[Panel], voice: Voice) -> str:
    """Unit and, where all share them, basis and method; of an index places or scores."""
    indicator = voice.dataset.indicator(trend.indicator)
    if indicator.unit.ranked:
        kinds = {panel.of is not None for panel in panels}
        if len(panels) == 1 and panels[0].of is not None:
            return voice.say("chart.trend.places", of=panels[0].of)
        key = "both" if len(kinds) > 1 else "places-only" if True in kinds else "scores"
        return voice.say(f"chart.trend.{key}")
    symbol = indicator.unit.symbol
    unit = symbol.say(voice.lang) if symbol else ""
    footing = panels[0].series[0].footing if len(panels) == 1 else None
    basis = indicator.bases[0] if indicator.fixed_basis else footing.basis if footing else None
    if unit and not panels:
        return voice.say("chart.trend.symbol", symbol=unit)
    parts = [unit]
    if unit and basis and basis != UNSTATED_WORD:
        parts = [voice.say("chart.footing.basis", symbol=unit, basis=voice.basis(basis))]
    if footing is not None:
        words = list(footing_words(panels[0].series[0], indicator, voice))
        parts += words[1:] if unit and footing.basis and not indicator.fixed_basis else words
        if footing.basis == UNSTATED_WORD:
            parts.insert(1, voice.say("basis.unstated"))
    return ", ".join(filter(None, parts))


def span(reports: Sequence[Report], voice: Voice) -> str:
    """From when to when the figures are."""
    periods = [report.figure.period for report in reports]
    if not periods:
        return ""
    first = voice.period(min(periods, key=lambda period: (period.end, period.recency)))
    last = voice.period(max(periods, key=lambda period: (period.end, period.recency)))
    return first if first == last else voice.say("period.span", start=first, end=last)


def parting_notes(trend: Trend, panels: Sequence[Panel], voice: Voice) -> Iterable[str]:
    """What parts the lines: changes of method, and mergers."""
    eras = [{series.footing.era for series in panel.series} for panel in panels]
    if any(len(found) > 1 for found in eras):
        breaks = voice.dataset.indicator(trend.indicator).breaks
        crossed = sorted({era for found in eras for era in found if era > min(found)})
        years = voice.listed([str(breaks[era - 1]) for era in crossed])
        yield voice.say("chart.trend.note.break", years=years)
    ended = {s.ended for panel in panels for s in panel.series if s.ended is not None}
    if ended:
        days = voice.listed([voice.day(day) for day in sorted(ended)])
        yield voice.say("chart.trend.note.merger", days=days)
    if any(
        open_years(before, after) and after.change is not None
        for panel in panels
        for series in panel.series
        for before, after in pairwise(series.points)
    ):
        yield voice.say("chart.trend.note.dashed")


def color_notes(
    trend: Trend, series: Iterable[Series], strokes: Container[str], look: Look, voice: Voice
) -> Iterable[str]:
    """Which lines are in colour, where others are grey and nobody asked for these."""
    drawn = {line.province for line in series}
    if look.highlight & drawn or all(id in strokes for id in drawn):
        return
    if trend.provinces:
        yield voice.say("chart.trend.note.first")
    elif voice.dataset.indicator(trend.indicator).better == "none":
        yield voice.say("chart.trend.note.size")
    else:
        yield voice.say("chart.trend.note.best")


def status_notes(reports: Iterable[Report], voice: Voice) -> Iterable[str]:
    """Which figures are estimated or provisional, where no label at a sign says so."""
    found: dict[str, dict[str, None]] = {}
    for report in reports:
        figure = report.figure
        if figure.status is not None:
            name = unbroken(f"{voice.province(figure.province)} {voice.period(figure.period)}")
            found.setdefault(figure.status, {})[name] = None
    for status, names in found.items():
        label = capital(voice.say(f"status.{status}"))
        if len(names) > _STATED:
            yield voice.say("chart.trend.note.states", label=label, n=len(names))
        else:
            yield voice.say("chart.names", label=label, names=", ".join(names)) + "."


def open_years(before: Point, after: Point) -> bool:
    """Whether a year without a figure lies between two points."""
    end, start = before.report.figure.period.end, after.report.figure.period.start
    return start.year - end.year > 1


def rows_told(series: Sequence[Series], colored: Iterable[str], voice: Voice) -> str:
    """Every series with its figures; of many those in colour, and how many others there are."""
    lit = set(colored)
    told = [s for s in series if len(series) <= _TOLD or s.province in lit]
    rows = [_row(s, voice) for s in told]
    if len(told) < len(series):
        rows.append(voice.say("chart.trend.alt.more", n=len(series) - len(told)))
    return "; ".join(rows)


def _row(series: Series, voice: Voice) -> str:
    indicator = voice.dataset.indicator(series.points[0].report.figure.indicator)
    told = (
        voice.say(
            "chart.trend.alt.figure",
            figure=voice.figure(point.report.figure, indicator),
            period=voice.period(point.report.figure.period),
        )
        for point in series.points
    )
    figures = ", ".join(dict.fromkeys(told))
    words = (w for w in footing_words(series, indicator, voice) if series.of is None)
    name = ", ".join((capital(voice.full_name(series.province)), *words))
    return voice.say("chart.trend.alt.row", name=name, figures=figures)
