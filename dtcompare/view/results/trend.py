"""A trend as a sheet: every series with its holes, then the targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation, group_by
from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.model.indicator import Indicator
from dtcompare.text import capital, rounded
from dtcompare.view.citations import Citations
from dtcompare.view.figures import (
    NO_BARS,
    BarScale,
    assessment_cell,
    assessment_text,
    bar_of,
    bar_scale,
    target_text,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.trend_words import is_held, series_footing, series_name
from dtcompare.view.sheet import Cell, Column, Remark, Row, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter

_ROOM, _OVERHEAD = 16, 3  # lines of tables in a short answer; what a table takes beside its rows
_LINES, _LEAST = 12, 5  # of a short answer in one table with its headings, and rows at least
_SAID = 3  # sentences of a short answer


def trend_sheet(trend: Trend, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay a trend out."""
    writer = _TrendWriter(trend, phrases, citations)
    title = phrases.indicator(trend.indicator)
    parts: Iterable[Table | Remark]
    if trend.provinces:
        names = phrases.listed([phrases.full_name(id) for id in trend.provinces])
        title = phrases.say("trend.title", indicator=title, names=names)
        parts = writer.of_provinces()
    else:
        parts = [writer.overview(trend.series)] if trend.series else []
    sentences = list(_sentences(trend, phrases))
    if writer.brief:
        sentences = sentences[:_SAID]
    return writer.sheet(title, trend.as_of, [" ".join(sentences)], parts)


# What is said first


def _sentences(trend: Trend, phrases: Phrases) -> Iterable[str]:
    """Say how the figures moved, and what pace open targets take."""
    if trend.empty:
        key = "trend.empty" if trend.provinces else "trend.empty.everywhere"
        yield phrases.say(key, id=trend.indicator, n=trend.single)
        return
    if not trend.provinces:
        yield phrases.say("trend.everywhere", n=len({s.province for s in trend.series}))
        if trend.single:
            yield phrases.say("trend.single", n=trend.single)
        return
    indicator = phrases.dataset.indicator(trend.indicator)
    moving = [series for series in trend.series if series.change is not None]
    if not moving:
        yield phrases.say("trend.one-point")
    for series in moving:
        yield _movement(series, indicator, phrases, alone=len(moving) == 1)
    held = Counter((province, assessment.target) for province, assessment in trend.targets)
    for province, assessment in trend.targets:
        moves = assessment.pace is not None and assessment.pace.observed is not None
        if held[province, assessment.target] > 1 and not moves:
            continue
        text = _pace(assessment, indicator, phrases)
        if text and len(trend.provinces) > 1:
            text = phrases.say("trend.of", name=phrases.full_name(province), text=text)
        if text:
            yield text


def _movement(series: Series, indicator: Indicator, phrases: Phrases, *, alone: bool) -> str:
    """Say the change in a sentence: "An: up from 6.68% in 2022 to 7.73% in 2025, 0.35 pts a year".

    ``alone``: no other series moved, so that the province is name enough.
    """
    first, last = series.first.figure, series.last.figure
    text = phrases.say(
        f"trend.{_direction(series)}",
        first=phrases.line(first, indicator),
        start=phrases.period(first.period),
        last=phrases.line(last, indicator),
        end=phrases.period(last.period),
    )
    if series.change and series.per_year is not None:
        rate = _rate(series.per_year, indicator, phrases, places=series.of is not None)
        text = phrases.say("trend.rate", text=text, rate=rate)
    text = phrases.say("trend.sentence", text=text)
    name = capital(phrases.full_name(series.province))
    if not alone:
        name = series_name(series, indicator, phrases)
    return phrases.say("trend.of", name=name, text=text)


def _direction(series: Series) -> str:
    """Return up or down; for a place, where less is more, ahead or back."""
    if not series.change:
        return "same"
    up, down = ("up", "down") if series.of is None else ("back", "ahead")
    return up if series.change > 0 else down


def _rate(number: Decimal, indicator: Indicator, phrases: Phrases, *, places: bool) -> str:
    """Return a change a year with its unit, rounded: it was worked out by division."""
    digits = 4 if indicator.unit.ranked else 2
    if places or indicator.unit.whole:
        digits = 1
    shown = Decimal(f"{rounded(abs(number), digits).normalize():f}")
    return phrases.difference(shown, indicator, places=places)


def _pace(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> str:
    """Say what a target takes a year, against the pace so far; empty for one that is not open."""
    pace = assessment.pace
    if pace is None or pace.needed is None or assessment.due == "passed":
        return ""
    places = assessment.target.place is not None
    return phrases.say(
        "trend.needs" if pace.ratio is None else "trend.pace",
        ratio="" if pace.ratio is None else phrases.short(pace.ratio, 1),
        target=phrases.line(assessment.target, indicator),
        by=phrases.moment(assessment.target.by),
        needed=_rate(pace.needed, indicator, phrases, places=places),
    )


class _TrendWriter(SheetWriter):
    """Lays a trend out."""

    def __init__(self, trend: Trend, phrases: Phrases, citations: Citations) -> None:
        super().__init__(phrases, citations)
        self.trend = trend
        self.indicator = phrases.dataset.indicator(trend.indicator)

    # Some provinces

    def of_provinces(self) -> Iterable[Table | Remark]:
        """Yield a table a series, then the targets that no series is held against.

        A short answer of more than a screen has one table, a row a series, and counts the rest.
        """
        series = self.trend.series
        lines = sum(_OVERHEAD + len(one.points) for one in series) + len(self.trend.targets)
        if self.brief and lines > _ROOM:
            yield self.overview(series)
            self.leave_out_some("trend.brief.points", sum(len(one.points) for one in series))
            held = {(id, one.target) for id, one in self.trend.targets}
            self.leave_out_some("trend.brief.targets", len(held))
            return
        for one in series:
            yield self._series(one)
        yield from self._unheld()

    def _series(self, series: Series) -> Table:
        """Return the points oldest first, years without a figure left open, then the targets."""
        say = self.phrases.say
        targets = [
            assessment
            for province, assessment in self.trend.targets
            if province == series.province and is_held(assessment, series)
        ]
        scale = self._scale(series, targets)
        rows = list(self._points(series, scale))
        if series.ended is not None:
            day = self.phrases.day(series.ended)
            rows.append(Row((Cell(say("trend.merged", date=day), "muted"),), "heading"))
        rows += [self._target(assessment, scale) for assessment in targets]
        columns = (
            Column(say("column.when")),
            Column(say("column.figure"), "right"),
            Column(say("column.change")),
            Column(""),
        )
        return Table(columns, tuple(rows), series_name(series, self.indicator, self.phrases))

    def _scale(self, series: Series, targets: Iterable[Assessment]) -> BarScale:
        """Return the scale of the bars of a series and its targets; places have none."""
        if series.of is not None:
            return NO_BARS
        numbers = [point.observation.figure.number for point in series.points]
        numbers += [one.target.number for one in targets if one.target.place is None]
        return bar_scale(numbers, self.indicator.unit)

    def _points(self, series: Series, scale: BarScale) -> Iterable[Row]:
        year = None
        for point in series.points:
            period = point.observation.figure.period
            if year is not None:
                for missing in range(year + 1, period.start.year):
                    yield Row((Cell(str(missing)), Cell("–", "muted"), Cell(), Cell()))
            year = period.end.year
            yield self._point(point, series, scale)

    def _point(self, point: Point, series: Series, scale: BarScale) -> Row:
        phrases, figure = self.phrases, point.observation.figure
        text = phrases.figure(figure, self.indicator)
        bar = bar_of(point.observation, scale)
        return Row(
            (
                Cell(phrases.period(figure.period)),
                Cell(self.noted(text, *phrases.notes(figure)), bar=bar),
                Cell(self._change(point, series)),
                self.cited(point.observation.sources),
            )
        )

    def _target(self, assessment: Assessment, scale: BarScale) -> Row:
        phrases, target = self.phrases, assessment.target
        bar = scale.bar(target.number, "other") if target.place is None else None
        cells = (
            Cell(phrases.say("trend.target", by=phrases.moment(target.by))),
            Cell(phrases.line(target, self.indicator), bar=bar),
            assessment_cell(assessment, self.indicator, phrases),
            self.cited(assessment.sources),
        )
        return Row(cells, "reference")

    def _unheld(self) -> Iterable[Remark]:
        """Yield the targets that are held against no figure of a series, and why."""
        phrases, trend = self.phrases, self.trend
        lines = []
        for province, assessment in trend.targets:
            if any(s.province == province and is_held(assessment, s) for s in trend.series):
                continue
            target = assessment.target
            text = target_text(target, self.indicator, phrases)
            text = phrases.of_scope(phrases.of_basis(text, target, self.indicator), target)
            if len(trend.provinces) > 1:
                text = phrases.say("trend.of", name=phrases.full_name(province), text=text)
            togo = assessment_text(assessment, self.indicator, phrases)
            line = phrases.say("show.target", target=text, togo=togo)
            lines.append(f"{line} {self.citations.cite(assessment.sources)}".rstrip())
        if lines:
            yield Remark(phrases.say("trend.unheld"), tuple(lines))

    # Changes

    def _change(self, point: Point, series: Series) -> str:
        """Return the change since the point before, with its sign, over how many years."""
        if point.change is None or point.years is None:
            return ""
        places = series.of is not None
        size = self.phrases.difference(abs(point.change), self.indicator, places=places)
        text = self._signed(point.change, size, series)
        if point.years == 1:
            return text
        if point.years < 1:
            months = int(rounded(point.years * 12, 0))
            key = "trend.change.months" if months else "trend.change.short"
            return self.phrases.say(key, change=text, n=months)
        years = self.phrases.short(point.years, 1)
        return self.phrases.say("trend.change", change=text, years=years)

    def _signed(self, change: Decimal, size: str, series: Series) -> str:
        """Return the size of a change with its sign; of a place, how far up or down."""
        if not change:
            return self.phrases.say("trend.unchanged")
        if series.of is not None:
            key = "trend.place-down" if change > 0 else "trend.place-up"
            return self.phrases.say(key, size=size)
        return ("+" if change > 0 else "−") + size

    # Everybody

    def overview(self, series: Sequence[Series]) -> Table:
        """Return a table with a row a series: from, to, and the change a year.

        Those on one footing stand together under its words.
        """
        footings = group_by(series, self._footing)
        together = list(chain.from_iterable(footings.values()))
        moves = any(one.change is not None for one in series)
        heading = self.phrases.dataset.about.heading.say(self.phrases.lang)
        columns = (
            DataColumn[Series](
                heading, lambda one: capital(self.phrases.full_name(one.province)), tone="strong"
            ),
            DataColumn[Series]("column.from", self._start),
            DataColumn[Series](
                "column.to" if moves else "column.figure", lambda series: self._end(series.last)
            ),
            DataColumn[Series](
                "column.change",
                lambda one: self._change(Point(one.last, one.change, one.years), one),
            ),
            DataColumn[Series]("column.per-year", self._yearly),
        )
        shown = self.cut(together, max(_LINES - len(footings), _LEAST))
        table = self.full_table(
            shown, columns, pages=lambda series: (*series.first.sources, *series.last.sources)
        )
        if len(footings) == 1:
            heading = capital(next(iter(footings)))
            return replace(table, heading="" if heading == self._plainest() else heading)
        return replace(table, rows=tuple(self._under_footings(shown, table.rows)))

    def _plainest(self) -> str:
        """Return the words for figures that nothing tells from others."""
        key = "chart.trend.scores" if self.indicator.unit.ranked else "chart.trend.whole"
        return capital(self.phrases.say(key))

    def _footing(self, series: Series) -> str:
        """Return what a series shares with others; of an index whether it is of scores, too."""
        words = series_footing(series, self.indicator, self.phrases)
        if not words:
            return self._plainest()
        if self.indicator.unit.ranked and series.of is None:
            return f"{self._plainest()}; {words}"
        return capital(words)

    def _under_footings(self, series: Sequence[Series], rows: Sequence[Row]) -> Iterator[Row]:
        """Yield the rows, before those of another footing than the last its words."""
        before = ""
        for one, row in zip(series, rows, strict=True):
            footing = self._footing(one)
            if footing != before:
                yield Row((Cell(footing),), "heading")
            before = footing
            yield row

    def _start(self, series: Series) -> str:
        """Return the figure that a change begins with; none of a series without one."""
        return "" if series.change is None else self._end(series.first)

    def _end(self, observation: Observation) -> str:
        figure = observation.figure
        return f"{self.phrases.line(figure, self.indicator)}, {self.phrases.period(figure.period)}"

    def _yearly(self, series: Series) -> str:
        """Return the change a year with its sign."""
        rate, places = series.per_year, series.of is not None
        if rate is None:
            return ""
        size = _rate(rate, self.indicator, self.phrases, places=places)
        return self._signed(rate, size, series)
