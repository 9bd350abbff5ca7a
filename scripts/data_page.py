"""The tables of docs/data-format.md: every key, from the tables that drive the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from dtcompare.reading import rules, scalar_types, schema_types
from dtcompare.words import catalogue


def _inside(record: schema_types.Record, key: str) -> schema_types.Record:
    """The record that stands under ``key``, in a table, in a list or alone."""
    kind: scalar_types.Kind = record.keys[key]
    while not isinstance(kind, schema_types.Record):
        match kind:
            case (
                schema_types.TableType(item=inner)
                | schema_types.ListOf(item=inner)
                | schema_types.Later(then=inner)
            ):
                kind = inner
            case schema_types.WordOr(other=inner):
                kind = inner
            case _:
                raise TypeError(kind)
    return kind


_PROVINCE = _inside(rules.REGISTER, "provinces")
_NAMES = _inside(_PROVINCE, "names")

# The tables by name, in the order of the page.
RECORDS: Mapping[str, schema_types.Record] = {
    "province-file": rules.PROVINCE_FILE,
    "value": rules.VALUE,
    "target": rules.TARGET,
    "scope": _inside(rules.VALUE, "scope"),
    "change": _inside(rules.VALUE, "change"),
    "source": _inside(rules.SOURCES_FILE, "sources"),
    "dataset": rules.DATASET,
    "indicators": rules.INDICATORS,
    "unit": _inside(rules.INDICATORS, "units"),
    "method": _inside(rules.INDICATORS, "methods"),
    "scope-kind": _inside(rules.INDICATORS, "scopes"),
    "indicator": _inside(rules.INDICATORS, "indicators"),
    "register": rules.REGISTER,
    "province": _PROVINCE,
    "names": _NAMES,
    "former-name": _inside(_NAMES, "former"),
    "extent": _inside(_PROVINCE, "population"),
    "islands": _inside(rules.REGISTER, "islands"),
    "grid": _inside(rules.REGISTER, "grids"),
    "score": rules.SCORE_FILE,
    "coverage": _inside(rules.SCORE_FILE, "coverage"),
    "group": rules.GROUP,
    "leaf": rules.LEAF,
    "scale": _inside(rules.LEAF, "scale"),
    "scale-target": _inside(_inside(rules.LEAF, "scale"), "target"),
}


def undescribed() -> dict[str, set[str]]:
    """The keys without a meaning, by table; empty where all is well."""
    return {
        name: difference
        for name, record in RECORDS.items()
        if (difference := set(record.keys) - set(_meanings(record)))
    }


def _meanings(record: schema_types.Record) -> Mapping[str, str]:
    """What the keys of a table mean, as editors show it too."""
    table = f"{record.meanings or record.where}."
    texts = catalogue("keys.en").items()
    return {key.removeprefix(table): text for key, text in texts if key.startswith(table)}


def limits() -> str:
    """How large a file may be, and how deep it may nest."""
    files = {"province": "provinces/", "national": "national.yaml", "score": "scores/"}
    rows = [(files[part], limit) for part, limit in rules.LIMITS.items()]
    lines = [
        f"| {name} | {limit.largest >> 10:,} KiB | {limit.deepest} levels |"
        for name, limit in [*rows, ("other files", rules.Limits())]
    ]
    return "\n".join(["| File | At most | |\n|---|---|---|", *lines, ""])


def table_of(name: str) -> Callable[[], str]:
    """What writes the table of that name."""
    return partial(_table, name)


def _table(name: str) -> str:
    record = RECORDS[name]
    meanings = _meanings(record)
    lines = ["| Key | Takes | |", "|---|---|---|"]
    for key, kind in record.keys.items():
        shown = f"**`{key}`**" if key in record.required else f"`{key}`"
        lines.append(f"| {shown} | {_takes(kind)} | {meanings[key]} |")
    return "\n".join(lines) + "\n"


def _takes(kind: scalar_types.Kind) -> str:  # noqa: PLR0912 (one case a kind)
    """What a value of that kind looks like, in words."""
    match kind:
        case scalar_types.TextType():
            return "text"
        case scalar_types.Id(prefix=prefix):
            return f"id `{prefix}…`" if prefix else "id"
        case scalar_types.Word(options=options):
            return ", ".join(f"`{word}`" for word in options)
        case scalar_types.When(also=also, grain=grain):
            if grain:
                return grain
            return f"period or `{also}`" if also else "period"
        case scalar_types.Number():
            return _number(kind)
        case scalar_types.Span():
            return "[number, number]"
        case scalar_types.Flag(only=only):
            return "`true`" if only else "`true`, `false`"
        case scalar_types.Url():
            return "https:// address"
        case schema_types.LabelKind():
            return "text or {en, vi}"
        case scalar_types.Code():
            return "one word, in quotes"
        case scalar_types.CodePattern():
            return "pattern"
        case scalar_types.LanguageCode():
            return "`en`, `vi`, …"
        case scalar_types.SeasonKind():
            return "`P1Y`, `P3M`, …"
        case schema_types.ListOf(item=item, single=single, size=size):
            many = f"list of {size} {_plural(item)}" if size else f"list of {_plural(item)}"
            return f"{_takes(item)}, or {many}" if single else many
        case schema_types.ListOr(items=items, other=other):
            return f"{_takes(items)} or {_takes(other)}"
        case schema_types.TableType(item=item):
            return f"id to {_takes(item)}"
        case schema_types.Later(then=then):
            return _takes(then)
        case schema_types.WordOr(words=words, other=other):
            return ", ".join(f"`{word}`" for word in words) + f" or {_takes(other)}"
        case schema_types.Child():
            return "group or leaf"
        case schema_types.Record():
            return "{" + ", ".join(kind.keys) + "}" if len(kind.keys) < 5 else "keys (below)"
        case _:
            raise TypeError(kind)


def _plural(kind: scalar_types.Kind) -> str:
    match kind:
        case schema_types.Record(where="line"):
            return "lines"
        case schema_types.Record():
            return _takes(kind)
        case scalar_types.Number():
            return _takes(kind).replace("number", "numbers", 1)
        case scalar_types.Id(prefix=prefix) if prefix:
            return f"ids `{prefix}…`"
        case _:
            return f"{_takes(kind)}s"


def _number(kind: scalar_types.Number) -> str:
    """A number with its ends."""
    text = "whole number" if kind.whole else "number"
    if kind.least is not None and kind.most is not None:
        return f"{text}, {kind.least} to {kind.most}"
    return text if kind.least is None else f"{text}, {kind.least} or more"
