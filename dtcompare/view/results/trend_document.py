"""A trend as JSON and as records."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.text import rounded
from dtcompare.view.citations import Citations
from dtcompare.view.figures import assessment_document, figure_document, flat
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records

if TYPE_CHECKING:
    from dtcompare.view.documents.trend import (
        PointDocument,
        SeriesDocument,
        TrendDocument,
    )

__all__ = ["trend_document", "trend_records"]

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
    trend: Trend, phrases: Phrases, citations: Citations, sentence: str
) -> TrendDocument:
    """The JSON object ``trend/1``."""
    indicator = phrases.dataset.indicator(trend.indicator)
    return {
        "schema": "trend/1",
        "as_of": trend.as_of,
        "filters": {"indicator": trend.indicator, "provinces": list(trend.provinces)},
        "sentence": sentence,
        "indicator": {
            "id": indicator.id,
            "name": indicator.name.say(phrases.lang),
            "unit": indicator.unit.id,
            "better": indicator.better,
        },
        "series": [_series_document(series, trend, phrases) for series in trend.series],
        "targets": [
            {"province": id, **assessment_document(assessment, indicator, phrases)}
            for id, assessment in trend.targets
        ],
        "single": trend.single,
        "sources": citations.document(),
        "warnings": [],
    }


def _series_document(series: Series, trend: Trend, phrases: Phrases) -> SeriesDocument:
    return {
        "province": series.province,
        "name": phrases.province(series.province),
        "basis": series.series_key.basis,
        "method": series.series_key.method,
        "scope": dict(series.series_key.scope) or None,
        "of": series.of,
        "ended": series.ended,
        "per_year": _rounded(series.per_year, 4),
        "points": [_point_document(point, trend, phrases) for point in series.points],
    }


def _point_document(point: Point, trend: Trend, phrases: Phrases) -> PointDocument:
    indicator = phrases.dataset.indicator(trend.indicator)
    return {
        **figure_document(point.observation, indicator, phrases),
        "change": point.change,
        "years": _rounded(point.years, 2),
    }


def _rounded(number: Decimal | None, decimals: int) -> Decimal | None:
    """What was worked out by division, without closing zeros."""
    return None if number is None else rounded(number, decimals).normalize()


def trend_records(trend: Trend, phrases: Phrases) -> Records:
    """A record for every point."""
    rows = [
        {"province": series.province, "name": phrases.province(series.province), "of": series.of}
        | flat(_point_document(point, trend, phrases))
        for series in trend.series
        for point in series.points
    ]
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
