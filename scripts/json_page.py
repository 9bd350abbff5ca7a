"""docs/json.md: the keys of every command's JSON, from the schemas themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from dtcompare.analysis.comparability import REASONS
from dtcompare.analysis.gaps import VERDICTS
from dtcompare.model.figure import SCOPE_KEYS, STATUSES
from dtcompare.view.documents.schemas import DOCUMENTS, output_schema
from dtcompare.view.documents.shared import AimDocument
from dtcompare.words import say

Schema: TypeAlias = Mapping[str, Any]

# Objects that stand in more than one place: a heading each, and a link where they stand.
_SHARED = {
    "ProvinceDocument": "Province",
    "FigureDocument": "Figure",
    "LineDocument": "Line",
    "TargetDocument": "Target",
    "AimDocument": "Current target",
    "AssessmentDocument": "Judged target",
    "SourceDocument": "Source",
    "WrittenLineDocument": "Written line",
    "IndexSideDocument": "Side of an index",
}
_SCHEMAS = {name: output_schema(name) for name in DOCUMENTS}
_PARTS: dict[str, Schema] = {
    name: part for schema in _SCHEMAS.values() for name, part in schema["$defs"].items()
}
_ROW = _PARTS["RankRowDocument"]["properties"]
_PARTS["AimDocument"] = {"properties": {key: _ROW[key] for key in AimDocument.__annotations__}}
_HEAD = "| Key | Type | |\n|---|---|---|\n"


def page() -> str:
    """Return all tables below the page's introduction."""
    parts = [_command_part(name, schema) for name, schema in _SCHEMAS.items()]
    parts += [f"## {title}\n\n{_HEAD}{_lines(_PARTS[name])}" for name, title in _SHARED.items()]
    return "\n".join([*parts, _scope_part(), _coded_words()])


def _command_part(command: str, schema: Schema) -> str:
    """Return the keys of a command's document; what is not in all it may write stands below."""
    shapes = [_resolve(shape) for shape in schema.get("oneOf", (schema,))]
    lines = [_lines(shape).splitlines(keepends=True) for shape in shapes]
    common = set(lines[0]).intersection(*lines)
    shared = "".join(line for line in lines[0] if line in common)
    parts = [f"## {command}\n\n`{schema['title']}`\n\n{_HEAD}{shared}"]
    for shape, found in zip(shapes, lines, strict=True):
        own = "".join(line for line in found if line not in common)
        if own:
            parts.append(f"{shape['description'].rstrip('.')} also has:\n\n{_HEAD}{own}")
    return "\n".join(parts)


def _scope_part() -> str:
    """Return the only key of a scope."""
    usual = ", ".join(f"`{key}`" for key in SCOPE_KEYS)
    kinds = f"KIND is an id of `scopes` in indicators.yaml, where there are none {usual}"
    return f"## Scope\n\n{_HEAD}| `KIND` | {kinds} | Name of the part. |\n"


def _lines(part: Schema) -> str:
    """Return a line of the table for each key of an object and of what is in it."""
    return "".join(
        f"| `{key}` | {_type(inner)} | {inner.get('description', '')} |\n".replace("  |", " |")
        for key, inner in _keys(part)
    )


def _keys(part: Schema, before: str = "") -> Iterator[tuple[str, Schema]]:
    """Yield every key below an object, nested keys dotted, items of lists as []."""
    own = dict(part["properties"])
    bases = [name for name in _SHARED if _is_base(name, part)]
    if bases:
        links = " and ".join(_link(name, article="a ") for name in bases)
        yield f"{before}…", {"description": f"The keys of {links}."}
    for name in bases:
        for key in _PARTS[name]["properties"]:
            own.pop(key, None)
    for key, inner in own.items():
        yield f"{before}{key}", inner
        value = _resolve(inner)
        mark = ""
        if value.get("type") == "array":
            value, mark = _resolve(value["items"]), "[]"
        if "properties" in value and value.get("title") not in _SHARED:
            yield from _keys(value, f"{before}{key}{mark}.")


def _is_base(name: str, part: Schema) -> bool:
    """Tell whether an object has all keys of a shared one and more."""
    keys = _PARTS[name]["properties"].items()
    return keys <= part["properties"].items() and len(keys) < len(part["properties"])


def _resolve(part: Schema) -> Schema:
    """Return what a part refers to, which may be null or not."""
    if "anyOf" in part:
        return _resolve(part["anyOf"][0])
    return _PARTS[part["$ref"].rpartition("/")[2]] if "$ref" in part else part


def _type(part: Schema) -> str:
    """Return the type in words: what JSON type, which words, and whether null may stand there."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return _link(name) if name in _SHARED else "object"
    if "anyOf" in part:
        joint = ", " if "enum" in part["anyOf"][0] else " or "
        return joint.join(_type(option) for option in part["anyOf"])
    if "enum" in part:
        return ", ".join(f"`{word}`" for word in part["enum"])
    if "propertyNames" in part:
        return "[scope](#scope)"
    kind = part.get("type", "–")
    if kind == "array":
        inner = _type(part["items"])
        return f"list of {inner}" if inner.startswith("[") else f"list of {inner}s"
    if kind == "object" and isinstance(part.get("additionalProperties"), dict):
        inner = _type(part["additionalProperties"])
        return f"object of {inner}" if inner.startswith("[") else "object"
    return "date" if part.get("format") == "date" else str(kind)


def _link(name: str, *, article: str = "") -> str:
    title = _SHARED[name].lower()
    return f"{article}[{title}](#{title.replace(' ', '-')})"


def _coded_words() -> str:
    """Return the coded words with what the tables say for them."""
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
