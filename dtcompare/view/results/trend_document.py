"""A trend as JSON and as records."""

from __future__ import annotations

from decimal import Decimal

from dtcompare.analysis.trend import Point, Series, Trend
from dtcompare.text import rounded
from dtcompare.view.citations import Citations
from dtcompare.view.figures import document_number, figure_document, flat, judgement_document
from dtcompare.view.sheet import Records
from dtcompare.view.voice import Voice

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
    return {
        "province": series.province,
        "name": voice.province(series.province),
        "basis": series.footing.basis,
        "method": series.footing.method,
        "scope": dict(series.footing.scope) or None,
        "of": series.of,
        "ended": series.ended,
        "per_year": _rounded(series.per_year, 4),
        "points": [_point_document(point, trend, voice) for point in series.points],
    }


def _point_document(point: Point, trend: Trend, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(trend.indicator)
    return {
        **figure_document(point.report, indicator, voice),
        "change": document_number(point.change),
        "years": _rounded(point.years, 2),
    }


def _rounded(number: Decimal | None, decimals: int) -> Decimal | None:
    """What was worked out by division, without closing zeros."""
    return None if number is None else document_number(rounded(number, decimals).normalize())


def trend_records(trend: Trend, voice: Voice) -> Records:
    """A record for every point."""
    rows = [
        {"province": series.province, "name": voice.province(series.province), "of": series.of}
        | flat(_point_document(point, trend, voice))
        for series in trend.series
        for point in series.points
    ]
    return Records(_COLUMNS, [{name: row.get(name) for name in _COLUMNS} for row in rows])
