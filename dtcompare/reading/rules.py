"""What data files may hold: the tables that drive the reader and the JSON Schemas alike."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, SCOPE_KEYS, STATUSES
from dtcompare.model.indicator import ScopeKind
from dtcompare.reading.scalar_types import (
    Code,
    CodePattern,
    Flag,
    Id,
    Kind,
    LanguageCode,
    Number,
    SeasonKind,
    Span,
    TextType,
    Url,
    When,
    Word,
)
from dtcompare.reading.scalars import FIRST_YEAR, LAST_YEAR
from dtcompare.reading.schema_types import (
    Child,
    LabelKind,
    Later,
    ListOf,
    ListOr,
    Record,
    TableType,
    WordOr,
)


class Limits(Struct, frozen=True):
    """How large a file may be, in bytes, and how deep its nodes may lie."""

    largest: int = 4 << 20
    deepest: int = 8


LIMITS = {
    "province": Limits(256 << 10),
    "national": Limits(256 << 10),
    "score": Limits(deepest=24),
}


_TEXTS = ListOf(TextType())
_DAY = When(grain="day")

DATASET = Record(
    "file",
    {
        "name": LabelKind(),
        "release": TextType(),
        "date": When(begun=True),
        "licence": TextType(),
        "unit": LabelKind(),
        "units": LabelKind(),
        "heading": LabelKind(),
        "languages": ListOf(LanguageCode()),
        "code": CodePattern(),
        "people": LabelKind(),
        "region": LabelKind(),
        "regions": LabelKind(),
    },
    meanings="dataset",
)

# --- indicators.yaml

_UNIT = Record(
    "unit",
    {
        "symbol": LabelKind(neutral=True),
        "min": Number(),
        "max": Number(),
        "whole": Flag(),
        "extensive": Flag(),
        "ranked": Flag(),
        "decimals": Number(whole=True, least=0, most=9),
    },
)
_METHOD = Record(
    "method",
    {"en": TextType(), "vi": TextType(), "name": LabelKind(), "shared": Flag()},
    some=True,
    spoken=True,
)
_SCOPE_KIND = Record(
    "scope-kind",
    {"text": LabelKind("scopes"), "words": TableType("scope-word", LabelKind("scopes"))},
    some=True,
)
_INDICATOR = Record(
    "indicator",
    {
        "name": LabelKind(),
        "short": LabelKind(),
        "description": LabelKind(),
        "group": Id(),
        "unit": Id(),
        "better": Word(("higher", "lower", "none")),
        "basis": ListOf(Id(), single=True),
        "method": ListOf(Id(), single=True),
        "aliases": _TEXTS,
        "related": ListOf(Id()),
        "season": SeasonKind(),
        "breaks": ListOf(Number(whole=True, least=FIRST_YEAR, most=LAST_YEAR)),
        "part_of": Id(),
    },
    required=("name", "group", "unit", "better"),
)
INDICATORS = Record(
    "file",
    {
        "groups": TableType("group", LabelKind("groups")),
        "units": TableType("unit", _UNIT),
        "bases": TableType("basis", LabelKind("bases")),
        "methods": TableType("method", _METHOD),
        "remarks": TableType("remark", LabelKind("remarks")),
        "scopes": TableType("scope-kind", _SCOPE_KIND),
        "indicators": TableType("indicator", _INDICATOR),
    },
    required=("groups", "units", "indicators"),
    meanings="indicators",
)

# --- register.yaml

_FORMER_NAME = Record(
    "former-name",
    {"name": TextType(), "short": TextType(), "until": _DAY},
    required=("name", "until"),
)
_EXTENT = Record(
    "extent",
    {"value": Number(least=0), "source": TextType(), "status": Word(STATUSES)},
    required=("value", "source"),
)
_TILE = ListOf(Number(whole=True, least=0, most=99), size=2)
_ISLANDS = TableType(
    "islands",
    Record(
        "islands",
        {"name": LabelKind(neutral=True), "province": Id("former/"), "tile": _TILE},
        required=("name", "province", "tile"),
    ),
)
_PROVINCE_KEYS: Mapping[str, Kind] = {
    "name": TextType(),
    "names": Record(
        "names",
        {"vi": TextType(), "en": TextType(), "short": TextType(), "former": ListOf(_FORMER_NAME)},
        spoken=True,
    ),
    "type": Id(),
    "code": Code(),
    "region": Id(),
    "tile": _TILE,
    "aliases": _TEXTS,
    "since": _DAY,
    "from": ListOf(Id("former/")),
    "until": _DAY,
    "into": Id("former/"),
    "population": _EXTENT,
    "area": _EXTENT,
}
REGISTER = Record(
    "file",
    {
        "regions": TableType("region", LabelKind("regions")),
        "types": TableType("type", LabelKind("types")),
        "provinces": TableType("province", Record("province", _PROVINCE_KEYS, required=("name",))),
        "former": TableType(
            "province",
            Record("province", _PROVINCE_KEYS, required=("name", "until")),
            prefix="former/",
        ),
        "islands": _ISLANDS,
        "grids": TableType(
            "grid",
            Record(
                "grid",
                {
                    "until": _DAY,
                    "provinces": TableType("province", _TILE),
                    "former": TableType("province", _TILE, prefix="former/"),
                    "islands": _ISLANDS,
                },
                required=("until",),
            ),
        ),
    },
    required=("provinces",),
    meanings="register",
)

# --- sources

_SOURCE = Record(
    "source",
    {
        "title": TextType(),
        "publisher": TextType(),
        "quoting": TextType(),
        "number": TextType(),
        "published": When(also="unknown"),
        "url": Url(),
        "read_in": _TEXTS,
        "archived": Url(),
        "accessed": When(),
        "original": Url(),
        "copy": Flag(only=True),
    },
    required=("title", "publisher", "published", "url"),
)
_SOURCES = TableType("source", _SOURCE)
SOURCES_FILE = Record(
    "file", {"sources": _SOURCES}, required=("sources",), meanings="province-file"
)

# --- provinces/NAME.yaml and national.yaml

_SCOPE = Record(
    "scope",
    {
        **{key: LabelKind(neutral=True) for key in SCOPE_KEYS},
        "places": LabelKind(),
        "tier": Word(("province", "district", "commune")),
    },
    some=True,
)
_CHANGE = Record(
    "change",
    {"since": When(), "times": Number(), "points": Number(), "percent": Number()},
    some=True,
)
CHANGE_KEYS = tuple(_CHANGE.keys)
_NUMBERS: Mapping[str, Kind] = {
    **{word: Number() for word in NUMBER_WORDS},
    "between": Span(ordered=False),  # told with its unit: 1.200 may be 1200
    **{word: Number(whole=True, least=1, most=99_999) for word in PLACE_WORDS},
    "of": Number(whole=True, least=1, most=99_999),
}
_LINE_KEYS: Mapping[str, Kind] = {
    **_NUMBERS,
    "basis": TextType(),
    "method": TextType(),
    "scope": _SCOPE,
    "status": Word(STATUSES),
    "change": _CHANGE,
    "prefer": Flag(only=True),
    "reject": LabelKind(),
    "recast": Flag(only=True),
    "source": TextType(),
    "remarks": ListOf(Id(), single=True),
    "note": LabelKind(),
}
VALUE = Record(
    "line",
    {"period": When(also="unstated"), **_LINE_KEYS},
    required=("period", "source"),
    elsewhere={"by": "by-in-values", "every": "by-in-values"},
)
TARGET = Record(
    "line",
    {"by": When(), "every": Word(("year",)), **_LINE_KEYS},
    required=("by", "source"),
    elsewhere={"period": "period-in-targets"},
)


def with_scopes(line: Record, scopes: Mapping[str, ScopeKind]) -> Record:
    """Return the rule of a line whose scope is of a kind that is declared; as it is without any."""
    if not scopes:
        return line
    kinds: dict[str, Kind] = {
        key: Word(tuple(kind.words)) if kind.words else LabelKind(neutral=True)
        for key, kind in scopes.items()
    }
    return replace(line, keys={**line.keys, "scope": Record("scope", kinds, some=True)})


_REGISTER_ONLY = tuple(key for key in _PROVINCE_KEYS if key != "name")
_BODY: Mapping[str, Kind] = {
    "name": TextType(),
    "sources": _SOURCES,
    "values": Later(TableType("values", ListOf(VALUE)), filled=True),
    "targets": Later(TableType("targets", ListOf(TARGET)), filled=True),
}
PROVINCE_FILE = Record(
    "file",
    _BODY,
    required=("name",),
    elsewhere=dict.fromkeys(_REGISTER_ONLY, "in-register"),
    meanings="province-file",
)
NATIONAL_FILE = Record("file", _BODY, required=("name",), meanings="province-file")

# --- scores/NAME.yaml; a child of the tree is a group where it has children, a leaf otherwise

SCALES = ("bounds", "target", "minmax", "prank", "zscore")
BARE_SCALES = ("minmax", "prank", "zscore")
_SCALE_TARGET = Record(
    "scale-target",
    {"from": WordOr(("worst",), Number()), "to": Number()},
    required=("from", "to"),
)
_SCALE = Record(
    "scale",
    {
        "bounds": Span(),
        "log": Flag(),
        "target": _SCALE_TARGET,
        "minmax": Flag(only=True),
        "prank": Flag(only=True),
        "zscore": Flag(only=True),
        "to": Span(),
    },
    some=True,
)
LEAF = Record(
    "leaf",
    {
        "weight": Number(least=0),
        "scale": WordOr(BARE_SCALES, _SCALE),
        "basis": TextType(),
        "method": TextType(),
        "name": LabelKind(),
    },
    required=("weight", "scale"),
)
ROOT = Record(
    "node",
    {
        "name": LabelKind(),
        "aggregate": Word(("arithmetic", "geometric")),
        "floor": Number(least=0, most=100),
        "children": Later(TableType("children", Child())),
    },
    required=("aggregate", "children"),
    meanings="group",
)
GROUP = Record(
    "node",
    {"weight": Number(least=0), **ROOT.keys},
    required=("weight", *ROOT.required),
    meanings="group",
)
_PARTS = ListOf(Id())
_VIEW = Record("view", {"name": LabelKind(), "of": _PARTS}, required=("of",))
SCORE_FILE = Record(
    "file",
    {
        "name": LabelKind(),
        "note": LabelKind(),
        "as_of": When(grain="day", begun=True),
        "period": When(begun=True),
        "precision": Number(whole=True, least=0, most=12),
        "missing": Word(("skip", "zero", "refuse")),
        "coverage": Record(
            "coverage",
            {"overall": Number(least=0, most=1), "group": Number(least=0, most=1)},
            some=True,
        ),
        "tree": Later(ROOT),
        "views": TableType("views", ListOr(_PARTS, _VIEW)),
    },
    required=("name", "tree"),
    meanings="score",
)
