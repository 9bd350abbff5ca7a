"""JSON Schemas (draft 2020-12) of data files, from the tables that drive the reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, UNSTATED_WORD
from dtcompare.model.indicator import Catalogue, Indicator, Unit
from dtcompare.model.province import FORMER
from dtcompare.reading import rules
from dtcompare.reading.folder import CATALOGUE_FILE
from dtcompare.reading.load import load_declared
from dtcompare.reading.scalar_types import Schema, Word
from dtcompare.reading.schema_types import MEANING, ListOf, Record
from dtcompare.words import LANGUAGES, catalogue

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_FOLDER = "schema"
_SUFFIX = ".schema.json"
_SHARED_KEYS = ("period", "scope", "change", "status", "remarks", "note", "reject")


def schemas(declared: Dataset, lang: str = "en") -> dict[str, Schema]:
    """Return the schema of each kind of file, by name, with what its keys mean in ``lang``.

    Lines are held against the catalogue; ids that may be meant are offered.
    """
    made = {
        "dataset": rules.DATASET.schema(),
        "indicators": rules.INDICATORS.schema(),
        "register": rules.REGISTER.schema(),
        "sources": rules.SOURCES_FILE.schema(),
        "score": _with_nodes(rules.SCORE_FILE.schema(), declared, lang),
        "province": _with_lines(rules.PROVINCE_FILE, declared, lang),
        "national": _with_lines(rules.NATIONAL_FILE, declared, lang),
    }
    _offer_declared(made["indicators"], declared)
    _offer_listed(made["register"], declared)
    meanings = catalogue(f"keys.{lang}")
    for name, schema in made.items():
        _describe(schema, meanings)
        made[name] = {"$schema": _DRAFT, "title": meanings[f"schema.{name}"], **schema}
    return made


def schema_text(schema: Schema) -> str:
    """Return a schema as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path, lang: str = "en") -> tuple[Path, ...]:
    """Write the schema files of the data set ``folder`` anew, and return their paths.

    Git is told to leave them alone: two branches that declare an indicator each would conflict.
    """
    target = folder / _FOLDER
    target.mkdir(exist_ok=True)
    (target / ".gitignore").write_text("*\n", encoding="utf-8", newline="\n")
    paths = []
    for name, schema in schemas(load_declared(folder), lang).items():
        path = target / f"{name}{_SUFFIX}"
        fresh = path.with_suffix(".tmp")
        fresh.write_text(schema_text(schema), encoding="utf-8", newline="\n")
        paths.append(fresh.replace(path))
    return tuple(paths)


def stale_schemas(folder: Path, declared: Dataset) -> list[str]:
    """Return the schema files of a data set that say something else than those of any language.

    Files that cannot be read, and those of other names, are nobody's.
    """
    found: dict[str, object] = {}
    for path in sorted((folder / _FOLDER).glob(f"*{_SUFFIX}")):
        with suppress(OSError, msgspec.DecodeError):
            found[path.name.removesuffix(_SUFFIX)] = msgspec.json.decode(path.read_bytes())
    for lang in (*LANGUAGES, *declared.about.languages) if found else ():
        made = schemas(declared, lang)
        found = {name: said for name, said in found.items() if made.get(name, said) != said}
    return [f"{_FOLDER}/{name}{_SUFFIX}" for name in found]


def names_schemas(folder: Path) -> bool:
    """Return whether the files of a data set say where their schemas are, as its catalogue does."""
    with suppress(OSError), (folder / CATALOGUE_FILE).open("rb") as file:
        return b"yaml-language-server: $schema=" in file.readline(1000)
    return False


def _describe(schema: Any, meanings: Mapping[str, str]) -> None:
    """Put what keys mean in place of the names of the texts, everywhere in a schema."""
    parts = list(schema.values()) if isinstance(schema, dict) else schema
    if isinstance(schema, dict):
        meaning = meanings.get(schema.pop(MEANING, ""))
        if meaning is not None:
            schema.setdefault("description", meaning)
    for part in parts:
        if isinstance(part, (dict, list)):
            _describe(part, meanings)


def _with_nodes(schema: Schema, declared: Dataset, lang: str) -> Schema:
    """Return the schema of a score, with its tree of any depth; indicators are offered in it."""
    leaf, group = rules.LEAF.schema(), rules.GROUP.schema()
    node = {
        "if": {"type": "object", "required": ["children"]},
        "then": group,
        "else": leaf,
    }
    offered = {
        indicator.id: {"$ref": "#/$defs/node", "description": indicator.name.say(lang)}
        for indicator in declared.catalogue.indicators.values()
    }
    for place in (group, schema["properties"]["tree"]):
        place["properties"]["children"]["properties"] = offered
    return {**schema, "$defs": {"node": node}}


# --- ids that are offered, and never demanded: a new one may be on its way


def _offer(schema: Schema, ids: Iterable[str]) -> None:
    """Offer ids for a value, or for the items of its list, whichever it may be."""
    examples = list(ids)
    if not examples:
        return
    for choice in schema.get("anyOf", [schema]):
        choice.get("items", choice)["examples"] = examples


def _offer_declared(schema: Schema, declared: Dataset) -> None:
    """Offer what the catalogue declares to the entries of its indicators."""
    entry = schema["properties"]["indicators"]["additionalProperties"]["properties"]
    found = declared.catalogue
    for key, table in (("group", found.groups), ("unit", found.units), ("basis", found.bases)):
        _offer(entry[key], table)
    _offer(entry["method"], found.methods)
    _offer(entry["related"], found.indicators)


def _offer_listed(schema: Schema, declared: Dataset) -> None:
    """Offer what the register lists to its own entries, and hold codes to the data set's form."""
    register = declared.register
    former = [id for id in register.provinces if id.startswith(FORMER)]
    for section in ("provinces", "former"):
        entry = schema["properties"][section]["additionalProperties"]["properties"]
        _offer(entry["region"], register.regions)
        _offer(entry["type"], register.types)
        _offer(entry["from"], former)
        _offer(entry["into"], register.provinces)
        if declared.about.code is not None:
            entry["code"]["pattern"] = f"^({declared.about.code})$"


# --- lines, held against the catalogue


def _with_lines(kind: Record, declared: Dataset, lang: str) -> Schema:
    """Return the schema of a file with lines; indicators measured alike share a definition."""
    found = declared.catalogue
    schema = kind.schema()
    line_rules = {"values": rules.VALUE, "targets": rules.TARGET}
    scope = rules.with_scopes(rules.VALUE, found.scopes).keys["scope"].schema()
    shared = {key: rules.VALUE.keys[key].schema() for key in _SHARED_KEYS} | {"scope": scope}
    for key, part in found.scopes.items():
        if part.text is not None:
            scope["properties"][key]["description"] = part.text.say(lang)
    if found.remarks:
        shared["remarks"] = ListOf(Word(tuple(found.remarks)), single=True).schema()
    for section, rule in line_rules.items():
        properties: Schema = {}
        for indicator in found.indicators.values():
            name = f"{section}-{_alike(indicator)}"
            if name not in shared:
                title = catalogue(f"keys.{lang}")[f"schema.{section}"]
                shared[name] = {"title": title, **_line(rule, indicator, shared, found, lang)}
            about = indicator.description or indicator.name
            properties[indicator.id] = {
                "title": indicator.name.say(lang),
                "description": about.say(lang),
                "type": "array",
                "minItems": 1,
                "items": {"$ref": f"#/$defs/{name}"},
            }
        schema["properties"][section] |= {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "minProperties": 1,
        }
        del schema["properties"][section]["propertyNames"]
    return {**schema, "$defs": shared}


def _alike(indicator: Indicator) -> str:
    """Return what tells lines of one indicator from those of another: unit, bases, methods."""
    bases = "" if indicator.fixed_basis else "+".join(indicator.bases)
    words = (indicator.unit.id, bases, "+".join(indicator.methods))
    return ".".join(word for word in words if word)


def _line(
    rule: Record, indicator: Indicator, shared: Mapping[str, Schema], found: Catalogue, lang: str
) -> Schema:
    """Return the schema of one line of an indicator."""
    schema = rule.schema()
    properties: Schema = schema["properties"]
    for key, written in properties.items():
        if key in shared:
            properties[key] = {"$ref": f"#/$defs/{key}", MEANING: written[MEANING]}
    number = _unit_number(indicator.unit)
    for word in NUMBER_WORDS:
        written = properties[word]
        properties[word] = (
            {**written, "items": number}
            if word == "between"
            else {**number, MEANING: written[MEANING]}
        )
    required = list(rule.required)
    del properties["basis"], properties["method"]
    if indicator.bases and not indicator.fixed_basis:
        texts = {id: found.bases[id].say(lang) for id in indicator.bases}
        properties["basis"] = _choice(texts)
        required.append("basis")
    if indicator.methods:
        methods = dict.fromkeys((*indicator.methods, UNSTATED_WORD))
        texts = {id: found.methods[id].label.say(lang) for id in methods if id in found.methods}
        properties["method"] = {**_choice(texts), "enum": list(methods)}
    if not indicator.unit.ranked:
        for word in (*PLACE_WORDS, "of"):
            del properties[word]
    schema |= {"required": required, "not": {"required": ["prefer", "reject"]}}
    return {**schema, **_one_number(ranked=indicator.unit.ranked)}


def _choice(texts: Mapping[str, str]) -> Schema:
    """Return the schema of one of a few words, with what each means."""
    meant = "; ".join(f"{id}: {text}" for id, text in texts.items())
    return {"enum": list(texts), "description": meant}


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
