"""JSON Schemas (draft 2020-12) of data files, from the tables that drive the reader.

``python -m dtcompare.reading.schema DIR`` writes those of the data set DIR into DIR/schema.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from dtcompare.errors import DtcompareError
from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, UNSTATED_WORD
from dtcompare.model.indicator import Catalogue, Indicator, Unit
from dtcompare.reading import kinds, rules
from dtcompare.reading.load import load_catalogue

__all__ = ["schema_text", "schemas", "write_schemas"]

Schema: TypeAlias = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SUFFIX = ".schema.json"
_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_YEAR = "(19[0-9]{2}|20[0-9]{2}|2100)"
_DAY = f"{_YEAR}-((0[1-9]|1[0-2])-(0[1-9]|[12][0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)"
_PART = f"({_DAY}|{_YEAR}-(0[1-9]|1[0-2])|{_YEAR}-Q[1-4]|{_YEAR}-H[12]|{_YEAR})"
_PERIOD = f"{_PART}(/{_PART})?~?"
_URL = r"https?://[^\s/?#@.]+(\.[^\s/?#@.]+)+([/?#][^\s<>\"]*)?"
_SEASON = r"P(?=[0-9])([0-9]{1,3}Y)?([0-9]{1,4}M)?"


def schemas(catalogue: Catalogue) -> dict[str, Schema]:
    """The schema of each kind of file, by name; lines are held against the catalogue."""
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
    """A schema as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """The schema files of the data set ``folder``, written anew."""
    target = folder / "schema"
    target.mkdir(exist_ok=True)
    paths = []
    for name, schema in schemas(load_catalogue(folder)).items():
        path = target / f"{name}{_SUFFIX}"
        fresh = path.with_suffix(".tmp")
        fresh.write_text(schema_text(schema), encoding="utf-8", newline="\n")
        paths.append(fresh.replace(path))
    return tuple(paths)


def _document(title: str, kind: kinds.Record) -> Schema:
    """The schema of one kind of file."""
    return {"$schema": _DRAFT, "title": title, **_of(kind)}


def _with_nodes(schema: Schema) -> Schema:
    """The schema of a score, with its tree of any depth."""
    node = {
        "if": {"type": "object", "required": ["children"]},
        "then": _of(rules.GROUP),
        "else": _of(rules.LEAF),
    }
    return {**schema, "$defs": {"node": node}}


# --- one kind after the other


def _of(kind: kinds.Kind) -> Schema:
    """The schema of a kind."""
    return _WRITERS[kind.__class__](kind)


def _text(_: kinds.Text) -> Schema:
    return {"type": ["string", "number"], "minLength": 1}


def _id(kind: kinds.Id) -> Schema:
    return _matching(f"({kind.prefix})?{_ID}" if kind.prefix else _ID)


def _matching(pattern: str) -> Schema:
    """The schema of a text that matches a pattern as a whole."""
    return {"type": "string", "pattern": f"^{pattern}$"}


def _word(kind: kinds.Word) -> Schema:
    return {"enum": list(kind.options)}


def _when(kind: kinds.When) -> Schema:
    if kind.grain == "day":
        return _matching(_DAY)
    pattern = f"({_PERIOD}|{kind.also})" if kind.also else _PERIOD
    year = {"type": "integer", "minimum": rules.FIRST_YEAR, "maximum": rules.LAST_YEAR}
    return {"anyOf": [year, _matching(pattern)]}


def _number(kind: kinds.Number) -> Schema:
    schema: Schema = {"type": "integer" if kind.whole else "number"}
    ends = {"minimum": kind.least, "maximum": kind.most}
    return schema | {name: end for name, end in ends.items() if end is not None}


def _span(_: kinds.Span) -> Schema:
    return {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


def _flag(_: kinds.Flag) -> Schema:
    return {"type": "boolean"}


def _only_true(_: kinds.OnlyTrue) -> Schema:
    return {"const": True}


def _url(_: kinds.Url) -> Schema:
    return _matching(_URL)


def _label(_: kinds.LabelKind) -> Schema:
    text = _text(kinds.Text())
    both = {
        "type": "object",
        "properties": {"en": text, "vi": text},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [text, both]}


def _code(_: kinds.Code) -> Schema:
    return _matching("[0-9]{2}")


def _season(_: kinds.SeasonKind) -> Schema:
    return _matching(_SEASON)


def _list(kind: kinds.ListOf) -> Schema:
    item = _of(kind.item)
    schema: Schema = {"type": "array", "items": item, "minItems": kind.size or 1}
    if kind.size is not None:
        schema["maxItems"] = kind.size
    return {"anyOf": [item, schema]} if kind.single else schema


def _table(kind: kinds.Table) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{kind.prefix}{_ID}$"},
        "additionalProperties": _of(kind.item),
        "minProperties": 1,
    }


def _later(kind: kinds.Later) -> Schema:
    return _of(kind.then)


def _word_or(kind: kinds.WordOr) -> Schema:
    return {"anyOf": [{"enum": list(kind.words)}, _of(kind.other)]}


def _node(_: kinds.Node) -> Schema:
    return {"$ref": "#/$defs/node"}


def _record(kind: kinds.Record) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {key: _of(item) for key, item in kind.keys.items()},
        "additionalProperties": False,
    }
    if kind.required:
        schema["required"] = list(kind.required)
    return schema | ({"minProperties": 1} if kind.some else {})


_WRITERS: Mapping[type, Callable[[Any], Schema]] = {
    kinds.Text: _text,
    kinds.Id: _id,
    kinds.Word: _word,
    kinds.When: _when,
    kinds.Number: _number,
    kinds.Span: _span,
    kinds.Flag: _flag,
    kinds.OnlyTrue: _only_true,
    kinds.Url: _url,
    kinds.LabelKind: _label,
    kinds.Code: _code,
    kinds.SeasonKind: _season,
    kinds.ListOf: _list,
    kinds.Table: _table,
    kinds.Later: _later,
    kinds.WordOr: _word_or,
    kinds.Node: _node,
    kinds.Record: _record,
}


# --- lines, held against the catalogue


def _with_lines(title: str, kind: kinds.Record, catalogue: Catalogue) -> Schema:
    """The schema of a file with lines; indicators that are measured alike share a definition."""
    schema = _document(title, kind)
    shared: dict[str, Schema] = {"period": _of(rules.VALUE.keys["period"])}
    shared |= {key: _of(rules.VALUE.keys[key]) for key in ("scope", "change", "status")}
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
    """What tells the lines of an indicator from those of another: unit, bases, methods."""
    bases = "" if indicator.fixed_basis else "+".join(indicator.bases)
    words = (indicator.unit.id, bases, "+".join(indicator.methods))
    return ".".join(word for word in words if word)


def _line(rule: kinds.Record, indicator: Indicator, shared: Mapping[str, Schema]) -> Schema:
    """The schema of one line of an indicator."""
    schema = _of(rule)
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
    """The schema of a number of a unit."""
    schema: Schema = {"type": "integer" if unit.whole else "number"}
    for name, end in (("minimum", unit.minimum), ("maximum", unit.maximum)):
        if end is not None:
            schema[name] = int(end) if end == end.to_integral_value() else float(end)
    return schema


def _one_number(*, ranked: bool) -> Schema:
    """That a line has just one number word, or a place, which may stand beside a value."""
    amounts = [{"required": [word]} for word in NUMBER_WORDS]
    if not ranked:
        return {"oneOf": amounts}
    places = [{"required": [word]} for word in PLACE_WORDS]
    others = [{"required": [word]} for word in NUMBER_WORDS if word != "value"]
    alone = {"oneOf": amounts, "not": {"anyOf": [*places, {"required": ["of"]}]}}
    return {"anyOf": [alone, {"oneOf": places, "not": {"anyOf": others}}]}


def _main(arguments: list[str]) -> int:
    """Write the schemas of the data set named; the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m dtcompare.reading.schema DIR\n")
        return 2
    try:
        write_schemas(Path(arguments[0]))
    except DtcompareError as error:
        sys.stderr.write(f"{arguments[0]}: {error.key}; run: dtcompare check\n")
        return int(error.exit_code)
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
