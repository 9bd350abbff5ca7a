"""Gaps as JSON and as records: a row a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dtcompare.analysis.gaps import GapRow, Gaps
from dtcompare.view.figures import assessment_document, province_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records
from dtcompare.view.tables import records

if TYPE_CHECKING:
    from dtcompare.view.documents.gap import GapRowDocument


def gap_document(gaps: Gaps, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``gap/1``."""
    return {
        "schema": "gap/1",
        "filters": {
            "province": gaps.province,
            "indicator": gaps.indicator,
            "region": gaps.region,
            "against": gaps.against,
        },
        "parts": gaps.parts,
        "unjudged": gaps.unjudged,
        "totals": gaps.totals,
        "rows": [_row_document(row, phrases) for row in gaps.rows],
    }


def _row_document(row: GapRow, phrases: Phrases) -> GapRowDocument:
    indicator = phrases.dataset.indicator(row.indicator)
    return {
        **province_document(row.province, phrases),
        "indicator": row.indicator,
        **assessment_document(row.assessment, indicator, phrases),
    }


def gap_records(gaps: Gaps, phrases: Phrases) -> Records:
    """Return a record for every row."""
    return records(
        "province name indicator basis method figure_word figure_value figure_low figure_high"
        " figure_text figure_period figure_scope figure_status figure_source target_by"
        " target_every target_word target_value target_text target_scope target_note target_source"
        " gap gap_low gap_high verdict due days_left current needed_per_year observed_per_year"
        " arrival other_methods",
        [
            {**_row_document(row, phrases), "other_methods": _other_methods(row, phrases)}
            for row in gaps.rows
        ],
    )


def _other_methods(row: GapRow, phrases: Phrases) -> str:
    """Return the figures by other methods, each with its period and verdict."""
    texts = []
    for one in row.assessment.other_methods:
        assert one.observation is not None
        figure = one.observation.figure
        text = phrases.figure(figure, phrases.dataset.indicator(row.indicator))
        texts.append(f"{figure.method} {figure.period.text} {text}: {one.verdict}")
    return "; ".join(texts)
