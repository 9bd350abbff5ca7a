"""docs/json.md: the keys of every command's JSON, from the schemas themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import dtcompare
from dtcompare.analysis.comparability import REASONS
from dtcompare.analysis.gaps import VERDICTS
from dtcompare.model.figure import STATUSES
from dtcompare.words import say

__all__ = ["FOLDER", "page", "schema", "schema_names"]

Schema: TypeAlias = Mapping[str, Any]

FOLDER = Path(dtcompare.__file__).parent / "schemas"
_SUFFIX = ".schema.json"

# Objects that stand in more than one place: a heading each, and a link where they stand.
_SHARED = {
    "province": "a [province](#province)",
    "figure": "a [figure](#figure)",
    "line": "a [line](#line)",
    "target": "a [target](#target)",
    "aim": "a [current target](#current-target)",
    "judgement": "a [judged target](#judged-target)",
    "source": "a [source](#source)",
    "scope": "a [scope](#scope)",
    "written": "a [written line](#written-line)",
    "side": "a [side of an index](#side-of-an-index)",
}
_TITLES = {
    "aim": "Current target",
    "judgement": "Judged target",
    "side": "Side of an index",
    "written": "Written line",
}


def schema_names() -> tuple[str, ...]:
    """The commands whose JSON is described."""
    return tuple(sorted(path.name.removesuffix(_SUFFIX) for path in FOLDER.glob(f"*{_SUFFIX}")))


def schema(name: str) -> dict[str, Any]:
    """The schema of one command's JSON."""
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}{_SUFFIX}").read_text(encoding="utf-8"))
    return loaded


def page() -> str:
    """All tables below the page's introduction."""
    schemas = {name: schema(name) for name in schema_names()}
    shared = {key: value for s in schemas.values() for key, value in s.get("$defs", {}).items()}
    parts = [_command(name, found) for name, found in schemas.items()]
    parts += [
        f"## {_TITLES.get(name, name.capitalize())}\n\n{_table(shared[name])}" for name in _SHARED
    ]
    return "\n".join([*parts, _words()])


def _command(name: str, found: Schema) -> str:
    parts = [f"## {name}\n\n`{found['title']}`\n\n{_table(found)}"]
    parts += [
        f"`{shape['title']}` also has:\n\n{_table(_without_filters(shape))}"
        for shape in found.get("oneOf", ())
    ]
    for rule in found.get("allOf", ()):
        kind = rule["if"]["properties"]["filters"]["properties"]["kind"]["const"]
        rows = {"properties": {"rows": {"type": "array", **rule["then"]["properties"]["rows"]}}}
        lines = [line for key, part in _flat(rows) if key != "rows" for line in [_line(key, part)]]
        parts.append(f"`dtcompare list {kind}` also has:\n\n{_head()}" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _without_filters(shape: Schema) -> Schema:
    """The shape without the condition by which it is told."""
    return {"properties": {k: v for k, v in shape["properties"].items() if k != "filters"}}


def _head() -> str:
    return "| Key | Type | |\n|---|---|---|\n"


def _table(found: Schema) -> str:
    return _head() + "\n".join(_line(key, part) for key, part in _flat(found)) + "\n"


def _line(key: str, part: Schema) -> str:
    return f"| `{key}` | {_type(part)} | {part.get('description', '')} |".replace("  |", " |")


def _flat(found: Schema, before: str = "") -> Iterator[tuple[str, Schema]]:
    """Every key below an object with its schema, nested keys dotted, items of lists as []."""
    bases = [_SHARED[_name(base)] for base in found.get("allOf", ()) if "$ref" in base]
    if bases:
        yield f"{before}…", {"description": f"The keys of {' and '.join(bases)}."}
    for base in found.get("allOf", ()):
        if "$ref" not in base and "if" not in base:
            yield from _flat(base, before)
    for key, part in found.get("properties", {}).items():
        yield f"{before}{key}", part
        yield from _below(part, f"{before}{key}")
    if not found.get("properties") and "propertyNames" in found:
        yield (
            f"{before}KIND",
            {
                "type": "string",
                "description": "Name of the part.",
                "enum_of_keys": found["propertyNames"]["enum"],
            },
        )


def _below(part: Schema, key: str) -> Iterator[tuple[str, Schema]]:
    """What stands inside a value."""
    inner = next((option for option in part.get("anyOf", ()) if option.get("type") != "null"), part)
    if inner is not part and "properties" in inner:
        yield from _flat(inner, f"{key}.")
    elif inner.get("type") == "array":
        items = inner["items"]
        if "properties" in items or "allOf" in items:
            yield from _flat(items, f"{key}[].")
    elif inner.get("type") == "object" and inner.get("properties"):
        yield from _flat(inner, f"{key}.")


def _name(reference: Schema) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _type(part: Schema) -> str:
    """The type in words: what JSON type, which words, and whether null may stand there."""
    if "enum_of_keys" in part:
        return "KIND is " + ", ".join(f"`{word}`" for word in part["enum_of_keys"])
    if "$ref" in part:
        return _link(_name(part))
    if "anyOf" in part:
        return " or ".join(_type(option) for option in part["anyOf"])
    if "const" in part:
        return f"`{part['const']}`"
    if "enum" in part:
        return ", ".join("null" if word is None else f"`{word}`" for word in part["enum"])
    if part.get("type") == "array":
        items = part["items"]
        return "list of " + (_link(_name(items)) if "$ref" in items else _plural(_type(items)))
    if "additionalProperties" in part and isinstance(part["additionalProperties"], dict):
        inner = part["additionalProperties"]
        return f"object of {_link(_name(inner))}" if "$ref" in inner else "object"
    types = part.get("type", "object" if "allOf" in part else [])
    words = [types] if isinstance(types, str) else types
    words = ["list" if word == "array" else word for word in words]
    if "format" in part and part["format"] == "date":
        words = ["date" if word == "string" else word for word in words]
    return " or ".join(words) or "–"


def _plural(word: str) -> str:
    return f"{word}s" if word in ("string", "number", "integer", "object") else word


def _link(name: str) -> str:
    title = _TITLES.get(name, name.capitalize())
    return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"


def _words() -> str:
    """The coded words with what the tables say for them."""
    units = {"unit": "province", "units": "provinces"}
    parts = ["## Coded words\n"]
    for title, kind, words in (
        ("Reasons", "reason", REASONS),
        ("Verdicts", "verdict", VERDICTS),
        ("Statuses", "status", STATUSES),
    ):
        lines = [f"| `{word}` | {say('en', f'{kind}.{word}', **units)} |" for word in words]
        parts.append("\n".join([f"| {title} | In the tables |\n|---|---|", *lines, ""]))
    return "\n".join(parts)
