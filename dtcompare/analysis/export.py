"""The whole data set, long and tidy: one row a figure or target, nothing of it left out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from dtcompare.analysis.observations import interval_of
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, Figure, Scope, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.label import Label

Value: TypeAlias = str | int | bool | Decimal | None

# What each column says; numbers are in the indicator's unit.
COLUMNS: Mapping[str, str] = {
    "kind": "figure (what was reported) or target (what is to be reached)",
    "indicator": "what is measured: an id of indicators.yaml",
    "unit": "the unit of measure: an id of indicators.yaml",
    "province": "an id of register.yaml, or national",
    "province_name": "its name",
    "word": "value, about, over, nearly, at_least, at_most or between; empty where only a place is",
    "value": "the number as printed; the lower end of a between",
    "upper": "the upper end of a between",
    "place_word": "rank or top, of a published index",
    "place": "the published place",
    "place_of": "how many were ranked",
    "low": "the least the words allow, cut to the unit's bounds; empty: no bound",
    "high": "the most the words allow, cut to the unit's bounds; empty: no bound",
    "low_open": "true where low itself is excluded",
    "high_open": "true where high itself is excluded",
    "basis": "what a share is a share of: an id of indicators.yaml",
    "method": "how it was measured: an id of indicators.yaml, or unstated",
    "scope": "the part of the province it is about, KEY=TEXT parted by '; '; empty: the whole",
    "scope_vi": "the same in Vietnamese, where that is another text",
    "period": "when a figure was true, or by when a target is due, as typed",
    "period_start": "its first day; empty: unstated",
    "period_end": "its last day; empty: unstated",
    "every": "year: a target that is due every year",
    "status": "estimated, provisional, forecast, unreliable or definition",
    "prefer": "true where this line stands for those of the same key",
    "reject": "why the line is not used",
    "reject_vi": "the same in Vietnamese, where that is another text",
    "recast": "true where the source counted it for today's borders",
    "remarks": "ids of the remarks that are made of it, parted by spaces",
    "note": "what the file notes",
    "note_vi": "the same in Vietnamese, where that is another text",
    "change_since": "since when the source says it changed",
    "change_times": "how many times as large it became",
    "change_points": "by how many points it changed",
    "change_percent": "by how many per cent it changed",
    "source": "the page behind it: FILE/ID",
    "source_title": "its title",
    "source_publisher": "who published it",
    "source_published": "when, as typed; empty: nobody says",
    "source_url": "its address",
    "source_copy": "true where that is the address of a copy",
    "source_original": "the address of the page that was copied",
    "source_quoting": "whom it quotes",
    "source_number": "its number, of a decree or plan",
    "source_read_in": "languages of the translations read, parted by spaces",
    "source_archived": "the address of a lasting copy",
    "source_accessed": "when it was read",
    "file": "the file of the line, in the data set",
    "row": "the line in that file",
}


def exported(dataset: Dataset) -> Iterator[dict[str, Value]]:
    """Yield every figure and target as a row under COLUMNS, indicators in their order."""
    for indicator, lines in dataset.all_lines():
        for figure in lines.figures:
            yield exported_line(dataset, indicator, figure)
        for target in lines.targets:
            yield exported_line(dataset, indicator, target)


def exported_line(
    dataset: Dataset, indicator: Indicator, line: Figure | Target
) -> dict[str, Value]:
    """Return one line under COLUMNS, in their order."""
    amount, place, change = line.amount, line.place, line.change
    target = line if isinstance(line, Target) else None
    period = line.by if isinstance(line, Target) else line.period
    source, interval = dataset.sources[line.source], interval_of(line, indicator.unit)
    country = line.province == NATIONAL
    scope, scope_vi = (_scope_text(line.scope, lang) for lang in ("en", "vi"))
    return {
        "kind": "target" if target else "figure",
        "indicator": indicator.id,
        "unit": indicator.unit.id,
        "province": line.province,
        "province_name": dataset.country if country else dataset.province(line.province).name,
        "word": amount.word if amount else None,
        "value": amount.number if amount else None,
        "upper": amount.upper if amount else None,
        "place_word": place.word if place else None,
        "place": place.number if place else None,
        "place_of": place.of if place else None,
        "low": interval.low,
        "high": interval.high,
        "low_open": interval.low_open,
        "high_open": interval.high_open,
        "basis": line.basis,
        "method": line.method,
        "scope": scope,
        "scope_vi": None if scope_vi == scope else scope_vi,
        "period": period.text,
        "period_start": period.start.isoformat() if period.stated else None,
        "period_end": period.end.isoformat() if period.stated else None,
        "every": target.every if target else None,
        "status": line.status,
        "prefer": line.prefer,
        "reject": line.reject.en if line.reject else None,
        "reject_vi": _vietnamese(line.reject),
        "recast": line.recast,
        "remarks": " ".join(line.remarks) or None,
        "note": line.note.en if line.note else None,
        "note_vi": _vietnamese(line.note),
        "change_since": change.since.text if change and change.since else None,
        "change_times": change.times if change else None,
        "change_points": change.points if change else None,
        "change_percent": change.percent if change else None,
        "source": line.source,
        "source_title": source.title,
        "source_publisher": source.publisher,
        "source_published": source.published.text if source.published else None,
        "source_url": source.url,
        "source_copy": source.copy,
        "source_original": source.original,
        "source_quoting": source.quoting,
        "source_number": source.number,
        "source_read_in": " ".join(source.read_in) or None,
        "source_archived": source.archived,
        "source_accessed": source.accessed.text if source.accessed else None,
        "file": line.file,
        "row": line.row,
    }


def _vietnamese(label: Label | None) -> str | None:
    """Return the Vietnamese text; None where the English column says the same."""
    return None if label is None or label.vi == label.en else label.vi


def _scope_text(scope: Scope, lang: str) -> str | None:
    """Return the part of a province as KEY=TEXT, parted by "; "; None for the whole of it.

    As a JSON object where a text has a ";" of its own.
    """
    names = {key: label.say(lang) for key, label in scope}
    if any(";" in name for name in names.values()):
        return json.dumps(names, ensure_ascii=False)
    return "; ".join(f"{key}={name}" for key, name in names.items()) or None
