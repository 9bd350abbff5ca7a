"""A trend as a sheet, a document and records."""

from __future__ import annotations

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
    document_number,
    figure_document,
    flat,
    judgement_cell,
    judgement_document,
)
from dtcompare.view.sheet import Bar, Cell, Column, Records, Remark, Row, Sheet, Table
from dtcompare.view.voice import Voice

__all__ = ["trend_document", "trend_records", "trend_sheet"]


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
        names = voice.listed([voice.province(id) for id in trend.provinces])
        title = voice.say("trend.title", indicator=name, names=names) if trend.provinces else name
        parts: list[Table | Remark]
        if trend.provinces:
            parts = [self._series(series) for series in trend.series]
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
        moving = [series for series in trend.series if series.stretch is not None]
        if not moving:
            yield voice.say("trend.one-point")
        for series in moving:
            yield self._movement(series, alone=len(moving) == 1)
        for _, judgement in trend.targets:
            yield from self._pace(judgement)

    def _movement(self, series: Series, *, alone: bool) -> str:
        """The change in a sentence: "Up from 6.68% in 2022 to 7.73% in 2025, 0.35 pts a year"."""
        voice, stretch = self.voice, series.stretch
        assert stretch is not None
        first, last = stretch.first.figure, stretch.last.figure
        change = last.number - first.number
        direction = "up" if change > 0 else "down" if change < 0 else "same"
        facts = {
            "first": voice.line(first, self.indicator),
            "start": voice.period(first.period),
            "last": voice.line(last, self.indicator),
            "end": voice.period(last.period),
            "rate": self._difference(abs(stretch.per_year), series, decimals=2),
        }
        text = voice.say(f"trend.{direction}", **facts)
        if alone:
            return text
        return voice.say("trend.of", name=self._series_name(series), text=text)

    def _difference(self, number: Decimal, series: Series, decimals: int | None = None) -> str:
        """A change with its unit; rounded where it was worked out by division."""
        shown = number if decimals is None else rounded(number, decimals)
        return self.voice.difference(shown, self.indicator, places=series.of is not None)

    def _pace(self, judgement: Judgement) -> Iterable[str]:
        """What a target that is still open takes a year, against the pace so far."""
        pace = judgement.pace
        if pace is None or pace.needed is None or judgement.due == "passed":
            return
        voice = self.voice
        facts = {
            "target": voice.line(judgement.target, self.indicator),
            "by": voice.period(judgement.target.by),
            "needed": voice.difference(rounded(pace.needed, 2), self.indicator),
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
            if province == series.province and self._is_held(judgement, series)
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
        return Table(columns, tuple(rows), heading=self._series_name(series))

    def _series_name(self, series: Series) -> str:
        """The province, and on which footing its line is."""
        voice, footing = self.voice, series.footing
        parts = [voice.province(series.province)]
        if voice.dataset.province(series.province).former:
            parts[0] = voice.say("show.title.former", name=parts[0])
        if footing.basis is not None and not self.indicator.fixed_basis:
            parts.append(voice.say("footing.basis", basis=voice.basis(footing.basis)))
        if footing.method is not None:
            parts.append(voice.method(footing.method))
        if footing.scope:
            parts.append(voice.scope(footing.scope))
        if series.of is not None:
            parts.append(voice.say("trend.places", of=series.of))
        return "; ".join(parts)

    def _is_held(self, judgement: Judgement, series: Series) -> bool:
        """Whether the target is shown with this series: that of the figure it is held against."""
        report = judgement.report
        if report is None:
            return series is next(s for s in self.trend.series if s.province == series.province)
        places = judgement.target.place is not None
        return places == (series.of is not None) and any(
            point.report.figure.row == report.figure.row for point in series.points
        )

    def _points(self, series: Series, longest: Decimal) -> Iterable[Row]:
        year = None
        for point in series.points:
            period = point.report.figure.period
            if year is not None and period.grain == "year":
                for missing in range(year + 1, period.end.year):
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
        sign = "+" if point.change > 0 else "−" if point.change < 0 else "±"
        text = sign + self._difference(abs(point.change), series)
        if point.years == 1:
            return text
        return self.voice.say("trend.change", change=text, years=self.voice.short(point.years, 1))

    def _target(self, judgement: Judgement, longest: Decimal) -> Row:
        voice, target = self.voice, judgement.target
        share = float(min(target.number / longest, Decimal(1))) if longest > 0 else 0.0
        bar = None if target.place is not None else Bar(share, "other")
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
            Column(say("column.per-year"), "right"),
            Column(""),
        )
        rows = []
        for series in self.trend.series:
            assert series.stretch is not None
            first, last = series.stretch.first, series.stretch.last
            rate = self._difference(abs(series.stretch.per_year), series, decimals=2)
            sign = "−" if series.stretch.per_year < 0 else "+"
            rows.append(
                Row(
                    (
                        Cell(self._series_name(series), "strong"),
                        Cell(self._end(first)),
                        Cell(self._end(last)),
                        Cell(sign + rate),
                        Cell(self.citations.cite((*first.sources, *last.sources)), "muted"),
                    )
                )
            )
        return Table(columns, tuple(rows))

    def _end(self, report: Report) -> str:
        line: Line = report.figure
        text = self.voice.line(line, self.indicator)
        return f"{text}, {self.voice.period(report.figure.period)}"


_COLUMNS = (
    "province",
    "name",
    "basis",
    "method",
    "scope",
    "of",
    "word",
    "value",
    "low",
    "high",
    "text",
    "period",
    "change",
    "years",
    "figure_status",
    "note",
    "source",
    "sources",
)


def trend_document(
    trend: Trend, voice: Voice, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``trend/1``."""
    indicator = voice.dataset.indicator(trend.indicator)
    return {
        "schema": "trend/1",
        "as_of": trend.as_of,
        "filters": {"indicator": trend.indicator, "provinces": list(trend.provinces)},
        "sentence": sentence,
        "indicator": {
            "id": indicator.id,
            "name": indicator.name.say(voice.lang),
            "unit": indicator.unit.id,
            "better": indicator.better,
        },
        "series": [_series_document(series, trend, voice) for series in trend.series],
        "targets": [
            {"province": id, **judgement_document(judgement, indicator, voice)}
            for id, judgement in trend.targets
        ],
        "single": trend.single,
        "sources": citations.document(),
        "warnings": [],
    }


def _series_document(series: Series, trend: Trend, voice: Voice) -> dict[str, object]:
    stretch = series.stretch
    return {
        "province": series.province,
        "name": voice.province(series.province),
        "basis": series.footing.basis,
        "method": series.footing.method,
        "scope": dict(series.footing.scope) or None,
        "of": series.of,
        "ended": series.ended,
        "per_year": document_number(round(stretch.per_year, 4)) if stretch else None,
        "points": [_point_document(point, trend, voice) for point in series.points],
    }


def _point_document(point: Point, trend: Trend, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(trend.indicator)
    return {
        **figure_document(point.report, indicator, voice),
        "change": document_number(point.change),
        "years": document_number(round(point.years, 2)) if point.years is not None else None,
    }


def trend_records(trend: Trend, voice: Voice) -> Records:
    """A record for every point."""
    rows = [
        {"province": series.province, "name": voice.province(series.province), "of": series.of}
        | flat(_point_document(point, trend, voice))
        for series in trend.series
        for point in series.points
    ]
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
