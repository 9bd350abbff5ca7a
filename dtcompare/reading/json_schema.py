"""JSON Schemas (draft 2020-12) of data files, from the tables that drive the reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, UNSTATED_WORD
from dtcompare.model.indicator import Catalogue, Indicator, Unit
from dtcompare.reading import rules
from dtcompare.reading.load import load_catalogue
from dtcompare.reading.schema_types import ListOf, Record, Schema, Word

__all__ = ["schema_text", "schemas", "write_schemas"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SUFFIX = ".schema.json"
_SHARED_KEYS = ("period", "scope", "change", "status", "remarks", "note", "reject")


def schemas(catalogue: Catalogue) -> dict[str, Schema]:
    """Return the schema of each kind of file, by name; lines are held against the catalogue."""
    return {
        "dataset": _document("The data set", rules.DATASET),
        "indicators": _document("The catalogue of indicators", rules.INDICATORS),
        "register": _document("The register of provinces", rules.REGISTER),
        "sources": _document("Sources about the whole country", rules.SOURCES_FILE),
        "score": _with_nodes(_document("A composite index", rules.SCORE_FILE)),
        "province": _with_lines("What a province reports", rules.PROVINCE_FILE, catalogue),
        "national": _with_lines("What the whole country reports", rules.NATIONAL_FILE, catalogue),
    }


def schema_text(schema: Schema) -> str:
    """Return a schema as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the schema files of the data set ``folder`` anew, and return their paths."""
    target = folder / "schema"
    target.mkdir(exist_ok=True)
    paths = []
    for name, schema in schemas(load_catalogue(folder)).items():
        path = target / f"{name}{_SUFFIX}"
        fresh = path.with_suffix(".tmp")
        fresh.write_text(schema_text(schema), encoding="utf-8", newline="\n")
        paths.append(fresh.replace(path))
    return tuple(paths)


def _document(title: str, kind: Record) -> Schema:
    """Return the schema of one kind of file."""
    return {"$schema": _DRAFT, "title": title, **kind.schema()}


def _with_nodes(schema: Schema) -> Schema:
    """Return the schema of a score, with its tree of any depth."""
    node = {
        "if": {"type": "object", "required": ["children"]},
        "then": rules.GROUP.schema(),
        "else": rules.LEAF.schema(),
    }
    return {**schema, "$defs": {"node": node}}


# --- lines, held against the catalogue


def _with_lines(title: str, kind: Record, catalogue: Catalogue) -> Schema:
    """Return the schema of a file with lines; indicators measured alike share a definition."""
    schema = _document(title, kind)
    shared = {key: rules.VALUE.keys[key].schema() for key in _SHARED_KEYS}
    if catalogue.remarks:
        shared["remarks"] = ListOf(Word(tuple(catalogue.remarks)), single=True).schema()
    for section, rule in (("values", rules.VALUE), ("targets", rules.TARGET)):
        properties: Schema = {}
        for indicator in catalogue.indicators.values():
            name = f"{section}-{_alike(indicator)}"
            shared.setdefault(name, _line(rule, indicator, shared))
            properties[indicator.id] = {
                "title": indicator.name.en,
                "description": indicator.name.vi,
                "type": "array",
                "minItems": 1,
                "items": {"$ref": f"#/$defs/{name}"},
            }
        schema["properties"][section] = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "minProperties": 1,
        }
    return {**schema, "$defs": shared}


def _alike(indicator: Indicator) -> str:
    """Return what tells lines of one indicator from those of another: unit, bases, methods."""
    bases = "" if indicator.fixed_basis else "+".join(indicator.bases)
    words = (indicator.unit.id, bases, "+".join(indicator.methods))
    return ".".join(word for word in words if word)


def _line(rule: Record, indicator: Indicator, shared: Mapping[str, Schema]) -> Schema:
    """Return the schema of one line of an indicator."""
    schema = rule.schema()
    properties: Schema = schema["properties"]
    for key in properties:
        if key in shared:
            properties[key] = {"$ref": f"#/$defs/{key}"}
    number = _unit_number(indicator.unit)
    for word in NUMBER_WORDS:
        properties[word] = {**properties[word], "items": number} if word == "between" else number
    required = list(rule.required)
    del properties["basis"], properties["method"]
    if indicator.bases and not indicator.fixed_basis:
        properties["basis"] = {"enum": list(indicator.bases)}
        required.append("basis")
    if indicator.methods:
        methods = dict.fromkeys((*indicator.methods, UNSTATED_WORD))
        properties["method"] = {"enum": list(methods)}
    if not indicator.unit.ranked:
        for word in (*PLACE_WORDS, "of"):
            del properties[word]
    return {**schema, "required": required, **_one_number(ranked=indicator.unit.ranked)}


def _unit_number(unit: Unit) -> Schema:
    """Return the schema of a number of a unit."""
    schema: Schema = {"type": "integer" if unit.whole else "number"}
    for name, end in (("minimum", unit.minimum), ("maximum", unit.maximum)):
        if end is not None:
            schema[name] = int(end) if end == end.to_integral_value() else float(end)
    return schema


def _one_number(*, ranked: bool) -> Schema:
    """Return that a line has one number word, or a place, which may stand beside a value."""
    amounts = [{"required": [word]} for word in NUMBER_WORDS]
    if not ranked:
        return {"oneOf": amounts}
    places = [{"required": [word]} for word in PLACE_WORDS]
    others = [{"required": [word]} for word in NUMBER_WORDS if word != "value"]
    alone = {"oneOf": amounts, "not": {"anyOf": [*places, {"required": ["of"]}]}}
    return {"anyOf": [alone, {"oneOf": places, "not": {"anyOf": others}}]}
