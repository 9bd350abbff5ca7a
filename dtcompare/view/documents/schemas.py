"""The JSON Schemas of what commands write with ``--format json``, made from the typed documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints, is_typeddict

import msgspec

from dtcompare.view.documents.changes import DiffDocument
from dtcompare.view.documents.check import CheckDocument
from dtcompare.view.documents.compare import CompareDocument
from dtcompare.view.documents.gap import GapDocument
from dtcompare.view.documents.listing import (
    IndicatorListDocument,
    ListDocument,
    ProvinceListDocument,
    SourceListDocument,
)
from dtcompare.view.documents.rank import RankDocument
from dtcompare.view.documents.reporting import ReportingDocument
from dtcompare.view.documents.score import ScoreDocument
from dtcompare.view.documents.show import DetailDocument, ProfileDocument
from dtcompare.view.documents.trend import TrendDocument

__all__ = ["DOCUMENTS", "output_schema"]

# How each command is typed, and the documents it may write.
DOCUMENTS: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "check": ("check", (CheckDocument,)),
    "compare": ("compare PROVINCE PROVINCE ...", (CompareDocument,)),
    "diff": ("diff [REV]", (DiffDocument,)),
    "gap": ("gap [PROVINCE | INDICATOR] [INDICATOR]", (GapDocument,)),
    "list": (
        "list WHAT",
        (ListDocument, ProvinceListDocument, IndicatorListDocument, SourceListDocument),
    ),
    "rank": ("rank INDICATOR", (RankDocument,)),
    "reporting": ("reporting [PROVINCE]", (ReportingDocument,)),
    "score": ("score [NAME]", (ScoreDocument,)),
    "show": ("show PROVINCE [INDICATOR]", (ProfileDocument, DetailDocument)),
    "trend": ("trend INDICATOR [PROVINCE ...]", (TrendDocument,)),
}


def output_schema(command: str) -> dict[str, Any]:
    """Return the JSON Schema of what a command of DOCUMENTS writes."""
    usage, kinds = DOCUMENTS[command]
    references, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    for kind in kinds:
        for name, keys in _declared_keys(kind).items():
            properties = parts[name]["properties"]
            parts[name]["properties"] = {key: properties[key] for key in keys}
            parts[name]["required"] = keys
    body = {"type": "object", "oneOf": list(references)}
    if len(kinds) == 1:
        body = parts.pop(kinds[0].__name__)
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dtcompare:{command}:1",
        **body,
        "title": f"dtcompare {usage} --format json",
        "$defs": parts,
    }
    return {key: _with_numbers(part) for key, part in schema.items()}


def _declared_keys(kind: Any) -> dict[str, list[str]]:
    """Return the keys of each object in a type in the order they are declared in.

    msgspec sorts them by name.
    """
    found: dict[str, list[str]] = {}
    inner = get_args(kind)
    if is_typeddict(kind):
        hints = get_type_hints(kind)
        found[kind.__name__] = list(hints)
        inner = tuple(hints.values())
    for part in inner:
        found |= _declared_keys(part)
    return found


def _with_numbers(part: Any) -> Any:
    """Return a schema whose decimals are numbers, as they are written."""
    if isinstance(part, list):
        return [_with_numbers(item) for item in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _with_numbers(value) for key, value in part.items()}
    if inner.get("format") == "decimal":
        del inner["format"]
        inner["type"] = "number"
    return inner
