"""A trend as JSON and as records."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.text import rounded
from dtcompare.view.figures import (
    assessment_document,
    figure_document,
    indicator_document,
    province_document,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records
from dtcompare.view.tables import records

if TYPE_CHECKING:
    from dtcompare.view.documents.trend import PointDocument, SeriesDocument


def trend_document(trend: Trend, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``trend/1``."""
    indicator = phrases.dataset.indicator(trend.indicator)
    return {
        "schema": "trend/1",
        "filters": {"indicator": trend.indicator, "provinces": list(trend.provinces)},
        "indicator": indicator_document(indicator, phrases),
        "series": [_series_document(series, trend, phrases) for series in trend.series],
        "targets": [
            {"province": id, **assessment_document(assessment, indicator, phrases)}
            for id, assessment in trend.targets
        ],
        "single": trend.single,
    }


def _series_document(series: Series, trend: Trend, phrases: Phrases) -> SeriesDocument:
    return {
        **province_document(series.province, phrases),
        "basis": series.series_key.basis,
        "method": series.series_key.method,
        "scope": phrases.scope_names(series.series_key.scope),
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
    """Return what was worked out by division, without closing zeros."""
    return None if number is None else rounded(number, decimals).normalize()


def trend_records(trend: Trend, phrases: Phrases) -> Records:
    """Return a record for every point."""
    rows: list[Mapping[str, object]] = []
    for series in trend.series:
        shared = {**province_document(series.province, phrases), "of": series.of}
        rows += [{**shared, **_point_document(point, trend, phrases)} for point in series.points]
    return records(
        "province name basis method scope of word value low high text period change years"
        " figure_status note source sources",
        rows,
    )
