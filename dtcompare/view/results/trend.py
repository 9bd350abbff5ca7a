"""A trend as a sheet: every series with its holes, then the targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.model.figure import Line
from dtcompare.text import rounded
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    assessment_cell,
    assessment_text,
    bar_of,
    target_text,
)
from dtcompare.view.phrases import Phrases
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

__all__ = ["trend_sheet"]


def trend_sheet(trend: Trend, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of a trend."""
    return _Layout(trend, phrases, citations).sheet()


class _Layout:
    """A trend being laid out: keeps the notes and sources as they are met."""

    def __init__(self, trend: Trend, phrases: Phrases, citations: Citations) -> None:
        self.trend = trend
        self.phrases = phrases
        self.citations = citations
        self.notes = Notes()
        self.indicator = phrases.dataset.indicator(trend.indicator)

    def sheet(self) -> Sheet:
        """The whole sheet."""
        trend, phrases = self.trend, self.phrases
        name = self.indicator.name.say(phrases.lang)
        names = phrases.listed([phrases.full_name(id) for id in trend.provinces])
        title = phrases.say("trend.title", indicator=name, names=names) if trend.provinces else name
        parts: list[Table | Remark]
        if trend.provinces:
            parts = [*map(self._series, trend.series), *self._unheld()]
        else:
            parts = [self._everywhere()] if trend.series else []
        return Sheet(
            title=title,
            aside=phrases.say("as-of", date=phrases.day(trend.as_of)),
            sentences=(" ".join(self._sentences()),),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=phrases.say("sources"),
        )

    # What is said first

    def _sentences(self) -> Iterable[str]:
        trend, phrases = self.trend, self.phrases
        if trend.empty:
            key = "trend.empty" if trend.provinces else "trend.empty.everywhere"
            yield phrases.say(key, id=trend.indicator, n=trend.single)
            return
        if not trend.provinces:
            yield phrases.say("trend.everywhere", n=len({s.province for s in trend.series}))
            if trend.single:
                yield phrases.say("trend.single", n=trend.single)
            return
        moving = [series for series in trend.series if series.change is not None]
        if not moving:
            yield phrases.say("trend.one-point")
        for series in moving:
            yield self._movement(series, alone=len(moving) == 1)
        held = Counter((province, assessment.target) for province, assessment in trend.targets)
        for province, assessment in trend.targets:
            moves = assessment.pace is not None and assessment.pace.observed is not None
            if held[province, assessment.target] > 1 and not moves:
                continue
            for text in self._pace(assessment):
                if len(trend.provinces) == 1:
                    yield text
                else:
                    yield phrases.say("trend.of", name=phrases.full_name(province), text=text)

    def _movement(self, series: Series, *, alone: bool) -> str:
        """The change in a sentence: "Up from 6.68% in 2022 to 7.73% in 2025, 0.35 pts a year"."""
        phrases, first, last = self.phrases, series.first.figure, series.last.figure
        text = phrases.say(
            f"trend.{self._direction(series)}",
            first=phrases.line(first, self.indicator),
            start=phrases.period(first.period),
            last=phrases.line(last, self.indicator),
            end=phrases.period(last.period),
        )
        if series.change and series.per_year is not None:
            rate = self._rate(series.per_year, places=series.of is not None)
            text = phrases.say("trend.rate", text=text, rate=rate)
        text = phrases.say("trend.sentence", text=text)
        if alone:
            return text
        return phrases.say(
            "trend.of", name=series_name(series, self.indicator, self.phrases), text=text
        )

    def _direction(self, series: Series) -> str:
        """Up or down; for a place, where less is more, ahead or back."""
        change = series.change or 0
        if series.of is None:
            return "up" if change > 0 else "down" if change < 0 else "same"
        return "back" if change > 0 else "ahead" if change < 0 else "same"

    def _difference(self, number: Decimal, *, places: bool) -> str:
        """A change with its unit."""
        return self.phrases.difference(abs(number), self.indicator, places=places)

    def _rate(self, number: Decimal, *, places: bool) -> str:
        """A change a year, rounded: it was worked out by division."""
        unit = self.indicator.unit
        digits = 1 if places or unit.whole else 4 if unit.ranked else 2
        shown = Decimal(f"{rounded(abs(number), digits).normalize():f}")
        return self._difference(shown, places=places)

    def _pace(self, assessment: Assessment) -> Iterable[str]:
        """What a target that is still open takes a year, against the pace so far."""
        pace = assessment.pace
        if pace is None or pace.needed is None or assessment.due == "passed":
            return
        phrases = self.phrases
        facts = {
            "target": phrases.line(assessment.target, self.indicator),
            "by": phrases.period(assessment.target.by),
            "needed": self._rate(pace.needed, places=assessment.target.place is not None),
        }
        if pace.ratio is not None:
            yield phrases.say("trend.pace", ratio=phrases.short(pace.ratio, 1), **facts)
        else:
            yield phrases.say("trend.needs", **facts)

    # One series

    def _series(self, series: Series) -> Table:
        """The points oldest first, years without a figure left open, then the targets."""
        say = self.phrases.say
        aims = [
            assessment
            for province, assessment in self.trend.targets
            if province == series.province and is_held(assessment, series)
        ]
        numbers = [point.observation.figure.number for point in series.points]
        numbers += [assessment.target.number for assessment in aims]
        longest = max(numbers)
        rows = list(self._points(series, longest))
        if series.ended is not None:
            day = self.phrases.day(series.ended)
            rows.append(Row((Cell(say("trend.merged", date=day), "muted"),), "heading"))
        rows += [self._target(assessment, longest) for assessment in aims]
        columns = (
            Column(say("column.when")),
            Column(say("column.figure"), "right"),
            Column(say("column.change")),
            Column(""),
        )
        return Table(
            columns, tuple(rows), heading=series_name(series, self.indicator, self.phrases)
        )

    def _unheld(self) -> Iterable[Remark]:
        """The targets that are held against no figure of a series, and why."""
        phrases, trend = self.phrases, self.trend
        lines = []
        for province, assessment in trend.targets:
            if any(s.province == province and is_held(assessment, s) for s in trend.series):
                continue
            target = assessment.target
            text = target_text(target, self.indicator, phrases)
            text = phrases.of_basis(text, target, self.indicator)
            if target.scope:
                text = phrases.say("figure.scope", text=text, scope=phrases.scope(target.scope))
            if len(trend.provinces) > 1:
                text = phrases.say("trend.of", name=phrases.full_name(province), text=text)
            told = assessment_text(assessment, self.indicator, phrases)
            line = phrases.say("show.target", target=text, togo=told)
            lines.append(f"{line} {self.citations.cite(assessment.sources)}".rstrip())
        if lines:
            yield Remark(phrases.say("trend.unheld"), tuple(lines))

    def _points(self, series: Series, longest: Decimal) -> Iterable[Row]:
        year = None
        for point in series.points:
            period = point.observation.figure.period
            if year is not None:
                for missing in range(year + 1, period.start.year):
                    yield Row((Cell(str(missing)), Cell("–", "muted"), Cell(), Cell()))
            year = period.end.year
            yield self._point(point, series, longest)

    def _point(self, point: Point, series: Series, longest: Decimal) -> Row:
        phrases, figure = self.phrases, point.observation.figure
        marks = self.notes.mark(figure.note)
        bar = None if series.of is not None else bar_of(point.observation, longest)
        return Row(
            (
                Cell(phrases.period(figure.period)),
                Cell(f"{phrases.figure(figure, self.indicator)} {marks}".rstrip(), bar=bar),
                Cell(self._change(point, series)),
                Cell(self.citations.cite(point.observation.sources), "muted"),
            )
        )

    def _change(self, point: Point, series: Series) -> str:
        """The change since the point before, its sign always shown, over how many years."""
        if point.change is None or point.years is None:
            return ""
        text = self._signed(point.change, series)
        if point.years == 1:
            return text
        return self.phrases.say(
            "trend.change", change=text, years=self.phrases.short(point.years, 1)
        )

    def _signed(self, change: Decimal, series: Series) -> str:
        """A change with its sign; of a place, how far up or down."""
        places = series.of is not None
        size = self._difference(change, places=places)
        if not change:
            return self.phrases.say("trend.unchanged")
        if places:
            return self.phrases.say(
                "trend.place-down" if change > 0 else "trend.place-up", size=size
            )
        return ("+" if change > 0 else "−") + size

    def _target(self, assessment: Assessment, longest: Decimal) -> Row:
        phrases, target = self.phrases, assessment.target
        bar = None
        if target.place is None and longest > 0 and target.number >= 0:
            bar = Bar(float(target.number / longest), "other")
        when = phrases.say("trend.target", by=phrases.period(target.by))
        return Row(
            (
                Cell(when),
                Cell(phrases.line(target, self.indicator), bar=bar),
                assessment_cell(assessment, self.indicator, phrases),
                Cell(self.citations.cite(assessment.sources), "muted"),
            ),
            "reference",
        )

    # Everybody

    def _everywhere(self) -> Table:
        """A row a series: from, to, and the change a year."""
        phrases, say = self.phrases, self.phrases.say
        columns = (
            Column(phrases.dataset.about.heading.say(phrases.lang)),
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
                        Cell(series_name(series, self.indicator, self.phrases), "strong"),
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
            return self.phrases.say("trend.unchanged")
        if places:
            return self.phrases.say("trend.place-down" if rate > 0 else "trend.place-up", size=size)
        return ("+" if rate > 0 else "−") + size

    def _end(self, observation: Observation) -> str:
        line: Line = observation.figure
        text = self.phrases.line(line, self.indicator)
        return f"{text}, {self.phrases.period(observation.figure.period)}"
