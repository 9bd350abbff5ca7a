"""The tables of docs/data-format.md: every key, from the tables that drive the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from dtcompare.reading import rules, schema_types

__all__ = ["RECORDS", "limits", "table_of", "undescribed"]


def _inside(record: schema_types.Record, key: str) -> schema_types.Record:
    """The record that stands under ``key``, in a table, in a list or alone."""
    kind: schema_types.Kind = record.keys[key]
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

_LINE = {
    "value": "The number as printed.",
    "about": "About this number.",
    "over": "More than this number.",
    "nearly": "Just under this number.",
    "at_least": "This number or more.",
    "at_most": "This number or less.",
    "between": "From the first number to the second.",
    "rank": "A published place; only of an index.",
    "top": "Among the first so many; only of an index.",
    "of": "How many were placed; left out: the provinces that existed at the period's end.",
    "basis": "What it is a share of: needed where the indicator has a list, else left out.",
    "method": "How it was worked out: where the indicator has a list; left out: `unstated`.",
    "scope": "The part of the province it speaks of; left out: the whole province.",
    "status": "What the source itself says of the number.",
    "change": "How the source says it changed.",
    "prefer": "This line is the figure where another of the same key contradicts it.",
    "reject": "Why this line does not count; it is still shown.",
    "recast": "The source worked the number out for the borders of today.",
    "source": "The page: an id of this file's `sources`, or of sources.yaml.",
    "remarks": "What is said of many lines: ids of `remarks` in indicators.yaml.",
    "note": "Anything else a reader should know.",
}

_MEANINGS: Mapping[str, Mapping[str, str]] = {
    "province-file": {
        "name": "The province's name as in register.yaml.",
        "sources": "The pages that the lines of this file cite.",
        "values": "What is reported, by indicator, oldest first.",
        "targets": "What is to be reached, by indicator, the soonest first.",
    },
    "value": {"period": "When it was true.", **_LINE},
    "target": {
        "by": "It is to be reached by the end of this.",
        "every": "`year`: it is to be reached each year until then.",
        **_LINE,
    },
    "scope": {
        "ward": "One ward.",
        "commune": "One commune.",
        "district": "One district.",
        "village": "One village.",
        "school": "One school.",
        "places": "Certain places only, in words.",
        "operator": "One operator's network or customers.",
        "tier": "One level of the administration.",
    },
    "change": {
        "since": "Since when.",
        "times": "So many times as many.",
        "points": "By so many units.",
        "percent": "By so many per cent.",
    },
    "source": {
        "title": "Title of the page.",
        "publisher": "Who published it; of a copy whose original is known, who published that.",
        "quoting": "Whom it quotes.",
        "number": "Number of the decree, decision or plan.",
        "published": "When it was published.",
        "url": "Its address.",
        "read_in": "Languages of the translations it was read in.",
        "archived": "Address of an archived copy.",
        "accessed": "When it was read.",
        "original": "Address of the page that `url` is a copy of.",
        "copy": "`url` is a copy of a page whose address is not known.",
    },
    "dataset": {
        "name": "Name of the data set.",
        "release": "Its release.",
        "date": "When it was released.",
        "licence": "The licence of the data.",
        "unit": "The word for one province, inside a sentence.",
        "units": "The word for several.",
        "heading": "The word as the title of a column.",
        "languages": "Languages in which every text shall be; `check` warns where one is missing.",
    },
    "indicators": {
        "groups": "Groups of indicators.",
        "units": "Units of measure.",
        "bases": "What a share may be a share of.",
        "methods": "Ways of measuring.",
        "remarks": "What may be said of many lines, which name it by its id.",
        "indicators": "What is measured.",
    },
    "unit": {
        "symbol": "What stands behind a number.",
        "min": "The least a number can be.",
        "max": "The most a number can be.",
        "whole": "Only whole numbers.",
        "extensive": "Larger provinces have more of it; rankings say so.",
        "ranked": "A published index: its places are taken as published.",
        "decimals": "How many decimals a number may have.",
    },
    "method": {
        "en": "Its name in English.",
        "vi": "Its name in Vietnamese.",
        "name": "Its name, in place of `en` and `vi`.",
        "shared": "`false`: each province's own count, which compares with no other.",
    },
    "indicator": {
        "name": "Its name.",
        "description": "What exactly it measures.",
        "group": "An id of `groups`.",
        "unit": "An id of `units`.",
        "better": "Which way is progress; `none`: shown, never ranked.",
        "basis": "An id of `bases` where it never varies, else a list in order of preference.",
        "method": "Ids of `methods`, in order of preference, where they vary.",
        "aliases": "Other names people type.",
        "related": "Other indicators worth asking where this one cannot be ranked.",
        "part_of": "The index of which this is a pillar or a dimension.",
        "season": "How near in time two figures must be to compare; left out: a year.",
        "breaks": "First years of a new method: figures on two sides never compare.",
    },
    "register": {
        "regions": "The regions.",
        "provinces": "The provinces of today.",
        "former": "Those that have ended, each id beginning with `former/`.",
        "islands": "Islands drawn apart on the tile map of today's provinces.",
        "grids": "Tile maps of the provinces of earlier times.",
    },
    "province": {
        "name": "Its name.",
        "names": "Its name in other languages, and names it bore before.",
        "type": "What kind of unit it is.",
        "code": "Its official code, in quotes; never a key, codes change hands.",
        "region": "An id of `regions`.",
        "tile": "Row and column on a tile map, from 0.",
        "aliases": "Other names people type.",
        "since": "The first day it existed.",
        "from": "The former provinces it was formed from.",
        "until": "The first day it no longer existed.",
        "into": "The province it became part of.",
        "population": "People, with the page behind the number.",
        "area": "Square kilometres, with the page behind the number.",
    },
    "names": {
        "vi": "In Vietnamese.",
        "en": "In English.",
        "short": "What stands for its name on a tile.",
        "former": "Names it bore before, with the day each ended.",
    },
    "former-name": {
        "name": "The name.",
        "short": "What stands for it on a tile.",
        "until": "The first day it was no longer the name.",
    },
    "extent": {
        "value": "The number.",
        "source": "The page, an id of sources.yaml.",
        "status": "What the source itself says of the number.",
    },
    "islands": {
        "name": "Their name.",
        "province": "The province whose shade they have; it has a tile on the same map.",
        "tile": "Row and column on the map, from 0.",
    },
    "grid": {
        "until": "The first day after its time: the `until` of the provinces that ended with it.",
        "provinces": "Provinces that still exist, each with row and column.",
        "former": "Former provinces, each with row and column.",
        "islands": "Islands drawn apart.",
    },
    "score": {
        "name": "Name of the index.",
        "note": "Where the method comes from.",
        "as_of": "Which provinces and figures.",
        "period": "Only figures of this period.",
        "precision": "Decimals of the score that is printed and ranked.",
        "missing": "What a missing figure does.",
        "coverage": "Share of the weight that must be there; with `missing: skip` only.",
        "tree": "The tree of groups and indicators.",
        "views": "Overlapping groups, reported beside the index.",
    },
    "coverage": {"overall": "Of the whole tree.", "group": "Of every group at the top."},
    "group": {
        "weight": "Its weight among its neighbours; the root has none.",
        "name": "Its name.",
        "aggregate": "How its children are put together.",
        "floor": "A child below this is lifted to it; with `geometric` only.",
        "children": "Groups and indicators by id.",
    },
    "leaf": {
        "weight": "Its weight among its neighbours.",
        "scale": "How figures become 0 to 100.",
        "basis": "Which basis, where the indicator has several.",
        "method": "Which method, where the indicator has several.",
        "name": "Its name, where it is not the indicator's.",
    },
    "scale": {
        "bounds": "0 at the first number, 100 at the second.",
        "log": "`true`: on a logarithmic scale; with `bounds` only.",
        "target": "0 at `from`, 100 at `to`.",
        "minmax": "0 at the lowest figure, 100 at the highest.",
        "prank": "By place among the figures.",
        "zscore": "In standard deviations.",
        "to": "The range the scale runs over in place of 0 to 100.",
    },
    "scale-target": {
        "from": "Where 0 lies; `worst`: at the worst figure.",
        "to": "Where 100 lies.",
    },
}


def undescribed() -> dict[str, set[str]]:
    """The keys without a meaning, and meanings without a key, by table; empty where all is well."""
    return {
        name: difference
        for name, record in RECORDS.items()
        if (difference := set(record.keys) ^ set(_MEANINGS[name]))
    }


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
    record, meanings = RECORDS[name], _MEANINGS[name]
    lines = ["| Key | Takes | |", "|---|---|---|"]
    for key, kind in record.keys.items():
        shown = f"**`{key}`**" if key in record.required else f"`{key}`"
        lines.append(f"| {shown} | {_takes(kind)} | {meanings[key]} |")
    return "\n".join(lines) + "\n"


def _takes(kind: schema_types.Kind) -> str:  # noqa: PLR0912 (one case a kind)
    """What a value of that kind looks like, in words."""
    match kind:
        case schema_types.TextType():
            return "text"
        case schema_types.Id(prefix=prefix):
            return f"id `{prefix}…`" if prefix else "id"
        case schema_types.Word(options=options):
            return ", ".join(f"`{word}`" for word in options)
        case schema_types.When(also=also, grain=grain):
            if grain:
                return grain
            return f"period or `{also}`" if also else "period"
        case schema_types.Number():
            return _number(kind)
        case schema_types.Span():
            return "[number, number]"
        case schema_types.Flag(only=only):
            return "`true`" if only else "`true`, `false`"
        case schema_types.Url():
            return "https:// address"
        case schema_types.LabelKind():
            return "text or {en, vi}"
        case schema_types.Code():
            return "two digits in quotes"
        case schema_types.SeasonKind():
            return "`P1Y`, `P3M`, …"
        case schema_types.ListOf(item=item, single=single, size=size):
            many = f"list of {size} {_plural(item)}" if size else f"list of {_plural(item)}"
            return f"{_takes(item)}, or {many}" if single else many
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


def _plural(kind: schema_types.Kind) -> str:
    match kind:
        case schema_types.Record(where="line"):
            return "lines"
        case schema_types.Record():
            return _takes(kind)
        case schema_types.Number():
            return _takes(kind).replace("number", "numbers", 1)
        case schema_types.Id(prefix=prefix) if prefix:
            return f"ids `{prefix}…`"
        case _:
            return f"{_takes(kind)}s"


def _number(kind: schema_types.Number) -> str:
    """A number with its ends."""
    text = "whole number" if kind.whole else "number"
    if kind.least is not None and kind.most is not None:
        return f"{text}, {kind.least} to {kind.most}"
    return text if kind.least is None else f"{text}, {kind.least} or more"
