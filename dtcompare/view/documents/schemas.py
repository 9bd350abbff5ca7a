"""The JSON Schemas of what commands write with ``--format json``, made from the typed documents."""

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints, is_typeddict

import msgspec

from dtcompare.view.documents import (
    changes,
    check,
    compare,
    gap,
    imports,
    listing,
    overview,
    peers,
    rank,
    relate,
    reporting,
    score,
    show,
    trend,
)

# How each command is typed, and the documents it may write.
DOCUMENTS: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "check": ("check", (check.CheckDocument,)),
    "compare": ("compare PROVINCE PROVINCE ...", (compare.CompareDocument,)),
    "diff": ("diff [REV]", (changes.DiffDocument,)),
    "gap": ("gap [PROVINCE | INDICATOR] [INDICATOR]", (gap.GapDocument,)),
    "import": ("import TABLE", (imports.ImportDocument,)),
    "list": ("list WHAT", listing.DOCUMENTS),
    "overview": ("overview", (overview.OverviewDocument,)),
    "peers": ("peers PROVINCE", (peers.PeersDocument,)),
    "rank": ("rank [INDICATOR]", (rank.RankDocument, overview.RankingsDocument)),
    "relate": ("relate INDICATOR INDICATOR", (relate.RelateDocument,)),
    "reporting": ("reporting [PROVINCE]", (reporting.ReportingDocument,)),
    "score": ("score [NAME]", (score.ScoreDocument,)),
    "show": (
        "show PROVINCE [INDICATOR]",
        (show.ProfileDocument, show.DetailDocument, show.RegionDocument),
    ),
    "trend": ("trend INDICATOR [PROVINCE ...]", (trend.TrendDocument,)),
}


def output_schema(command: str) -> dict[str, Any]:
    """Return the JSON Schema of what a command of DOCUMENTS writes."""
    usage, kinds = DOCUMENTS[command]
    references, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    for kind in kinds:
        for name, types in _declared_types(kind).items():
            keys = parts[name]["properties"]
            parts[name]["properties"] = {key: _described(keys[key], types[key]) for key in types}
            parts[name]["required"] = list(types)
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


def _declared_types(kind: Any) -> dict[str, dict[str, Any]]:
    """Return the types of each object's keys in a type, in the order they are declared in.

    msgspec sorts them by name.
    """
    found: dict[str, dict[str, Any]] = {}
    inner = get_args(kind)
    if is_typeddict(kind):
        found[kind.__name__] = get_type_hints(kind, include_extras=True)
        inner = tuple(found[kind.__name__].values())
    for part in inner:
        found |= _declared_types(part)
    return found


def _described(part: dict[str, Any], kind: Any) -> dict[str, Any]:
    """Return a key's schema with the text in its type, after the words it may be."""
    texts = [item for item in getattr(kind, "__metadata__", ()) if isinstance(item, str)]
    words = {"enum": part["enum"]} if part.keys() >= {"enum", "type"} else {}
    return {**words, "description": texts[-1], **part} if texts else part


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
