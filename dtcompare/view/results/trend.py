"""A trend as a sheet: every series with its holes, then the targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from dtcompare.analysis.gaps import Judgement
from dtcompare.analysis.reports import Report
from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.model.figure import Line
from dtcompare.text import rounded
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    bar_of,
    judgement_cell,
    judgement_text,
    target_text,
)
from dtcompare.view.results.trend_words import is_held, series_name
from dtcompare.view.sheet import (
    Bar,
    Cell,
    Column,
    Remark,
    Row,
    Sheet,
    Table,
    without_empty,
)
from dtcompare.view.voice import Voice

__all__ = ["trend_sheet"]


def trend_sheet(trend: Trend, voice: Voice, citations: Citations) -> Sheet:
    """The text face of a trend."""
    return _Layout(trend, voice, citations).sheet()


class _Layout:
    """A trend being laid out: keeps the notes and sources as they are met."""

    def __init__(self, trend: Trend, voice: Voice, citations: Citations) -> None:
        self.trend = trend
        self.voice = voice
        self.citations = citations
        self.notes = Notes()
        self.indicator = voice.dataset.indicator(trend.indicator)

    def sheet(self) -> Sheet:
        """The whole sheet."""
        trend, voice = self.trend, self.voice
        name = self.indicator.name.say(voice.lang)
        names = voice.listed([voice.full_name(id) for id in trend.provinces])
        title = voice.say("trend.title", indicator=name, names=names) if trend.provinces else name
        parts: list[Table | Remark]
        if trend.provinces:
            parts = [*map(self._series, trend.series), *self._unheld()]
        else:
            parts = [self._everywhere()] if trend.series else []
        return Sheet(
            title=title,
            aside=voice.say("as-of", date=voice.day(trend.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=voice.say("sources"),
        )

    # What is said first

    def _sentences(self) -> Iterable[str]:
        trend, voice = self.trend, self.voice
        if trend.empty:
            key = "trend.empty" if trend.provinces else "trend.empty.everywhere"
            yield voice.say(key, id=trend.indicator, n=trend.single)
            return
        if not trend.provinces:
            yield voice.say("trend.everywhere", n=len({s.province for s in trend.series}))
            if trend.single:
                yield voice.say("trend.single", n=trend.single)
            return
        moving = [series for series in trend.series if series.change is not None]
        if not moving:
            yield voice.say("trend.one-point")
        for series in moving:
            yield self._movement(series, alone=len(moving) == 1)
        held = Counter((province, judgement.target) for province, judgement in trend.targets)
        for province, judgement in trend.targets:
            moves = judgement.pace is not None and judgement.pace.observed is not None
            if held[province, judgement.target] > 1 and not moves:
                continue
            for text in self._pace(judgement):
                if len(trend.provinces) == 1:
                    yield text
                else:
                    yield voice.say("trend.of", name=voice.full_name(province), text=text)

    def _movement(self, series: Series, *, alone: bool) -> str:
        """The change in a sentence: "Up from 6.68% in 2022 to 7.73% in 2025, 0.35 pts a year"."""
        voice, first, last = self.voice, series.first.figure, series.last.figure
        text = voice.say(
            f"trend.{self._direction(series)}",
            first=voice.line(first, self.indicator),
            start=voice.period(first.period),
            last=voice.line(last, self.indicator),
            end=voice.period(last.period),
        )
        if series.change and series.per_year is not None:
            rate = self._rate(series.per_year, places=series.of is not None)
            text = voice.say("trend.rate", text=text, rate=rate)
        text = voice.say("trend.sentence", text=text)
        if alone:
            return text
        return voice.say(
            "trend.of", name=series_name(series, self.indicator, self.voice), text=text
        )

    def _direction(self, series: Series) -> str:
        """Up or down; for a place, where less is more, ahead or back."""
        change = series.change or 0
        if series.of is None:
            return "up" if change > 0 else "down" if change < 0 else "same"
        return "back" if change > 0 else "ahead" if change < 0 else "same"

    def _difference(self, number: Decimal, *, places: bool) -> str:
        """A change with its unit."""
        return self.voice.difference(abs(number), self.indicator, places=places)

    def _rate(self, number: Decimal, *, places: bool) -> str:
        """A change a year, rounded: it was worked out by division."""
        unit = self.indicator.unit
        digits = 1 if places or unit.whole else 4 if unit.ranked else 2
        shown = Decimal(f"{rounded(abs(number), digits).normalize():f}")
        return self._difference(shown, places=places)

    def _pace(self, judgement: Judgement) -> Iterable[str]:
        """What a target that is still open takes a year, against the pace so far."""
        pace = judgement.pace
        if pace is None or pace.needed is None or judgement.due == "passed":
            return
        voice = self.voice
        facts = {
            "target": voice.line(judgement.target, self.indicator),
            "by": voice.period(judgement.target.by),
            "needed": self._rate(pace.needed, places=judgement.target.place is not None),
        }
        if pace.ratio is not None:
            yield voice.say("trend.pace", ratio=voice.short(pace.ratio, 1), **facts)
        else:
            yield voice.say("trend.needs", **facts)

    # One series

    def _series(self, series: Series) -> Table:
        """The points oldest first, years without a figure left open, then the targets."""
        say = self.voice.say
        aims = [
            judgement
            for province, judgement in self.trend.targets
            if province == series.province and is_held(judgement, series)
        ]
        numbers = [point.report.figure.number for point in series.points]
        numbers += [judgement.target.number for judgement in aims]
        longest = max(numbers)
        rows = list(self._points(series, longest))
        if series.ended is not None:
            day = self.voice.day(series.ended)
            rows.append(Row((Cell(say("trend.merged", date=day), "muted"),), "heading"))
        rows += [self._target(judgement, longest) for judgement in aims]
        columns = (
            Column(say("column.when")),
            Column(say("column.figure"), "right"),
            Column(say("column.change")),
            Column(""),
        )
        return Table(columns, tuple(rows), heading=series_name(series, self.indicator, self.voice))

    def _unheld(self) -> Iterable[Remark]:
        """The targets that are held against no figure of a series, and why."""
        voice, trend = self.voice, self.trend
        lines = []
        for province, judgement in trend.targets:
            if any(s.province == province and is_held(judgement, s) for s in trend.series):
                continue
            target = judgement.target
            text = target_text(target, self.indicator, voice)
            text = voice.of_basis(text, target, self.indicator)
            if target.scope:
                text = voice.say("figure.scope", text=text, scope=voice.scope(target.scope))
            if len(trend.provinces) > 1:
                text = voice.say("trend.of", name=voice.full_name(province), text=text)
            told = judgement_text(judgement, self.indicator, voice)
            line = voice.say("show.target", target=text, togo=told)
            lines.append(f"{line} {self.citations.cite(judgement.sources)}".rstrip())
        if lines:
            yield Remark(voice.say("trend.unheld"), tuple(lines))

    def _points(self, series: Series, longest: Decimal) -> Iterable[Row]:
        year = None
        for point in series.points:
            period = point.report.figure.period
            if year is not None:
                for missing in range(year + 1, period.start.year):
                    yield Row((Cell(str(missing)), Cell("–", "muted"), Cell(), Cell()))
            year = period.end.year
            yield self._point(point, series, longest)

    def _point(self, point: Point, series: Series, longest: Decimal) -> Row:
        voice, figure = self.voice, point.report.figure
        marks = self.notes.mark(figure.note)
        bar = None if series.of is not None else bar_of(point.report, longest)
        return Row(
            (
                Cell(voice.period(figure.period)),
                Cell(f"{voice.figure(figure, self.indicator)} {marks}".rstrip(), bar=bar),
                Cell(self._change(point, series)),
                Cell(self.citations.cite(point.report.sources), "muted"),
            )
        )

    def _change(self, point: Point, series: Series) -> str:
        """The change since the point before, its sign always shown, over how many years."""
        if point.change is None or point.years is None:
            return ""
        text = self._signed(point.change, series)
        if point.years == 1:
            return text
        return self.voice.say("trend.change", change=text, years=self.voice.short(point.years, 1))

    def _signed(self, change: Decimal, series: Series) -> str:
        """A change with its sign; of a place, how far up or down."""
        places = series.of is not None
        size = self._difference(change, places=places)
        if not change:
            return self.voice.say("trend.unchanged")
        if places:
            return self.voice.say("trend.place-down" if change > 0 else "trend.place-up", size=size)
        return ("+" if change > 0 else "−") + size

    def _target(self, judgement: Judgement, longest: Decimal) -> Row:
        voice, target = self.voice, judgement.target
        bar = None
        if target.place is None and longest > 0 and target.number >= 0:
            bar = Bar(float(target.number / longest), "other")
        when = voice.say("trend.target", by=voice.period(target.by))
        return Row(
            (
                Cell(when),
                Cell(voice.line(target, self.indicator), bar=bar),
                judgement_cell(judgement, self.indicator, voice),
                Cell(self.citations.cite(judgement.sources), "muted"),
            ),
            "reference",
        )

    # Everybody

    def _everywhere(self) -> Table:
        """A row a series: from, to, and the change a year."""
        voice, say = self.voice, self.voice.say
        columns = (
            Column(voice.dataset.about.heading.say(voice.lang)),
            Column(say("column.from")),
            Column(say("column.to")),
            Column(say("column.change")),
            Column(say("column.per-year")),
            Column(""),
        )
        rows = []
        for series in self.trend.series:
            assert series.change is not None
            assert series.years is not None
            first, last = series.first, series.last
            change = self._change(Point(last, series.change, series.years), series)
            rate = series.per_year
            rows.append(
                Row(
                    (
                        Cell(series_name(series, self.indicator, self.voice), "strong"),
                        Cell(self._end(first)),
                        Cell(self._end(last)),
                        Cell(change),
                        Cell(self._yearly(rate, series) if rate is not None else ""),
                        Cell(self.citations.cite((*first.sources, *last.sources)), "muted"),
                    )
                )
            )
        return without_empty(Table(columns, tuple(rows)))

    def _yearly(self, rate: Decimal, series: Series) -> str:
        """The change a year with its sign; of a place, how far up or down."""
        places = series.of is not None
        size = self._rate(rate, places=places)
        if not rate:
            return self.voice.say("trend.unchanged")
        if places:
            return self.voice.say("trend.place-down" if rate > 0 else "trend.place-up", size=size)
        return ("+" if rate > 0 else "−") + size

    def _end(self, report: Report) -> str:
        line: Line = report.figure
        text = self.voice.line(line, self.indicator)
        return f"{text}, {self.voice.period(report.figure.period)}"
