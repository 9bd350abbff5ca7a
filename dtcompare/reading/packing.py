"""Records as JSON text and back: exact, quick to read, and unable to run anything.

A record is written by the names of its class and fields, so that a field added to the model is
kept without a word here. Many records of one class are written column by column, each value that
repeats written once: a third of the text, and read back five times faster than one by one.
Numbers keep their digits, because ``Decimal`` goes through its text.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import Any

__all__ = [
    "Rows",
    "Shared",
    "Unpackable",
    "expanded",
    "pack",
    "pack_rows",
    "squeezed",
    "unpack",
    "unpack_rows",
]

_MODEL = "dtcompare.model."
_PLAIN = (str, int, bool, type(None))
# Records of plain values and numbers alone, of which thousands say the same.
_SHARED = frozenset({"figure.Amount", "period.Period"})

_WORDS, _COUNTS, _FLAGS = {str, type(None)}, {int, type(None)}, {bool}
_FEW = 20  # records made one by one before all are

# Records by class and by their values as JSON has them.
Shared = dict[str, dict[tuple[Any, ...], Any]]


class Unpackable(ValueError):
    """A value that the store has no form for, or a text that is no packed value."""


# --- one value


def pack(value: object) -> bytes:
    """Any value of the model as JSON text."""
    return _dumped(_coded(value))


def unpack(text: bytes) -> Any:
    """The value that ``pack`` wrote."""
    return _revived(json.loads(text))


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def _dumped(value: object) -> bytes:
    return _ENCODER.encode(value).encode()


def _coded(value: object) -> object:
    """A value as JSON has it; what JSON has not is an object whose one key says what it is."""
    if isinstance(value, (*_PLAIN, float)):
        return value
    if isinstance(value, Decimal):
        return {"d": str(value)}
    if isinstance(value, date):
        return {"t": value.isoformat()}
    if isinstance(value, tuple):
        return {"u": [_coded(part) for part in value]}
    if isinstance(value, list):  # of plain values alone: lists are no part of the model
        return {"j": value}
    if isinstance(value, bytes):
        return {"b": value.hex()}
    if isinstance(value, Mapping):
        kinds = set(map(type, value.values()))
        if len(value) > 1 and len(kinds) == 1 and _is_record(kinds.pop()):
            return {"r": [[_coded(key) for key in value], _column(tuple(value.values()))]}
        return {"m": [[_coded(key), _coded(part)] for key, part in value.items()]}
    kind: Any = type(value)
    return {_tag(kind): [_coded(getattr(value, name)) for name in _names(kind)]}


_FORMS: Mapping[str, Callable[[Any], object]] = {
    "d": Decimal,
    "t": date.fromisoformat,
    "u": tuple,
    "b": bytes.fromhex,
    "m": dict,
}


def _revived(coded: Any) -> Any:
    """What a coded value stands for."""
    if isinstance(coded, list):
        return [_revived(part) for part in coded]
    if not isinstance(coded, dict):
        return coded
    ((key, value),) = coded.items()
    if key == "j":
        return value
    if key == "r":
        return dict(zip(map(_revived, value[0]), _values(value[1]), strict=True))
    if key == "u" and all(type(part) is str for part in value):
        return tuple(value)
    value = _revived(value)
    form = _FORMS.get(key)
    if form is not None:
        return form(value)
    kind, setters = _setters(key)
    made = kind.__new__(kind)
    for put, part in zip(setters, value, strict=True):
        put(made, part)
    return made


# --- fewer bytes

_SQUEEZED = b"x"  # how zlib begins, and neither JSON nor the length of a text ever


def squeezed(block: bytes) -> bytes:
    """A block in a fifth of its bytes, for data sets of which there are many."""
    import zlib  # noqa: PLC0415 (only large data sets need it)

    return zlib.compress(block, 1)


def expanded(block: bytes) -> bytes:
    """A block as it was before ``squeezed``, if it was."""
    if block[:1] != _SQUEEZED:
        return block
    import zlib  # noqa: PLC0415 (the same)

    try:
        return zlib.decompress(block)
    except zlib.error as error:
        raise Unpackable("squeezed") from error


# --- classes of the model


def _tag(kind: type) -> str:
    """MODULE.CLASS of a record of the model; raises Unpackable for anything else."""
    module = kind.__module__
    if not module.startswith(_MODEL) or not _is_record(kind):
        raise Unpackable(kind.__qualname__)
    return f"{module.removeprefix(_MODEL)}.{kind.__name__}"


def _is_record(kind: type) -> bool:
    return hasattr(kind, "__record__") or hasattr(kind, "__dataclass_fields__")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a record class, in order."""
    shape = getattr(kind, "__record__", None)
    return tuple(shape.notes if shape is not None else kind.__dataclass_fields__)


@cache
def _setters(tag: str) -> tuple[Any, tuple[Callable[[Any, Any], None], ...]]:
    """The record class of that tag, and what sets its fields; nothing but the model is known."""
    module, _, name = tag.partition(".")
    if not module.isidentifier() or not name.isidentifier():
        raise Unpackable(tag)
    kind = getattr(import_module(_MODEL + module), name, None)
    if not isinstance(kind, type) or _tag(kind) != tag:
        raise Unpackable(tag)
    return kind, tuple(getattr(kind, field).__set__ for field in _names(kind))


# --- many values of one kind


def pack_rows(rows: Sequence[object]) -> bytes:
    """Many records as JSON text."""
    return _dumped([len(rows), _column(rows)])


def unpack_rows(text: bytes, shared: Shared | None = None) -> list[Any]:
    """The records that ``pack_rows`` wrote.

    Amounts and periods that say the same are one record, in all texts that are read with one
    ``shared``.
    """
    count, column = json.loads(text)
    rows = _values(column, shared={} if shared is None else shared)
    if len(rows) != count:
        raise Unpackable("rows")
    return rows


class Rows:
    """The records that ``pack_rows`` wrote, made when they are asked for: a few, then all."""

    def __init__(self, text: bytes) -> None:
        count, column = json.loads(text)
        self._kind: Any = None
        self._columns: list[list[Any]] = []
        self._few: dict[int, Any] = {}
        self._all: list[Any] | None = None
        if "of" in column:
            self._kind, setters = _setters(column["of"])
            shared: Shared = {}
            self._columns = [_values(part, shared=shared) for part in column["fields"]]
            lengths = set(map(len, self._columns)) if len(self._columns) == len(setters) else set()
        else:
            self._all = _values(column)
            lengths = {len(self._all)}
        if lengths != {count}:
            raise Unpackable("rows")

    def field(self, name: str) -> list[Any]:
        """The values of a field, in the order of the records."""
        if self._all is not None:
            return [getattr(record, name) for record in self._all]
        return self._columns[_names(self._kind).index(name)]

    def __getitem__(self, place: int) -> Any:
        if self._all is not None:
            return self._all[place]
        if place not in self._few:
            if len(self._few) == _FEW:
                self._all = self._every()
                return self._all[place]
            self._few[place] = _filled(self._kind, [[column[place]] for column in self._columns])[0]
        return self._few[place]

    def _every(self) -> list[Any]:
        every = _filled(self._kind, self._columns)
        for place, made in self._few.items():
            every[place] = made
        return every


def _column(values: Sequence[Any]) -> dict[str, Any]:
    """A column: one of ``same``, ``list``, ``tuples``, ``pool``, ``text`` or ``of``."""
    if not values:
        return {"list": []}
    kinds = set(map(type, values))
    if kinds <= _WORDS or kinds <= _COUNTS or kinds <= _FLAGS:
        return _plain_column(values)
    if kinds <= {Decimal, type(None)}:
        texts = [None if value is None else str(value) for value in values]
        return {"text": "d", "at": _plain_column(texts)}
    if kinds <= {date}:
        return {"text": "t", "at": _plain_column([value.isoformat() for value in values])}
    ids = list(map(id, values))
    pool = dict(zip(ids, values, strict=True))  # an object that many rows share is written once
    if len(pool) < len(values):
        places = {id: place for place, id in enumerate(pool)}
        at = list(map(places.__getitem__, ids))
        return {"pool": _column(list(pool.values())), "at": _plain_column(at)}
    if kinds == {tuple} and all(isinstance(part, _PLAIN) for value in values for part in value):
        return {"tuples": list(values)}
    if len(kinds) > 1 or not _is_record(kinds.pop()):
        return {"list": [_coded(value) for value in values], "coded": True}
    kind: Any = type(values[0])
    fields = [_column(list(map(attrgetter(name), values))) for name in _names(kind)]
    return {"of": _tag(kind), "n": len(values), "fields": fields}


def _plain_column(values: Sequence[Any]) -> dict[str, Any]:
    """A column of words or whole numbers."""
    distinct = dict.fromkeys(values)
    if len(distinct) == 1 and len(values) > 1:
        return {"same": values[0], "n": len(values)}
    if len(distinct) * 2 > len(values) or isinstance(values[0], int):
        return {"list": list(values)}
    places = {value: place for place, value in enumerate(distinct)}
    return {"pool": {"list": list(distinct)}, "at": {"list": [places[v] for v in values]}}


def _values(
    column: Mapping[str, Any],
    form: Callable[[Any], Any] | None = None,
    shared: Shared | None = None,
) -> list[Any]:
    """The values of a column, each put through ``form``."""
    if "same" in column:
        one = column["same"]
        return [one if form is None or one is None else form(one)] * column["n"]
    if "pool" in column:
        pool = _values(column["pool"], form, shared)
        return list(map(pool.__getitem__, _values(column["at"])))
    if "text" in column:
        return _values(column["at"], _FORMS[column["text"]])
    if "of" in column:
        tag = column["of"]
        if shared is None or tag not in _SHARED:
            return _records(tag, column["n"], column["fields"], shared)
        return _shared_records(tag, column["n"], column["fields"], shared.setdefault(tag, {}))
    if "tuples" in column:
        return list(map(tuple, column["tuples"]))
    listed: list[Any] = column["list"]
    if "coded" in column:
        return [_revived(value) for value in listed]
    if form is not None:
        return [None if value is None else form(value) for value in listed]
    return listed


def _shared_records(
    tag: str, count: int, fields: Sequence[Mapping[str, Any]], known: dict[tuple[Any, ...], Any]
) -> list[Any]:
    """Records of which those that say the same are one; ``known`` are those met before."""
    texts = [_values(column["at"] if "text" in column else column) for column in fields]
    raws = list(zip(*texts, strict=True))
    if len(raws) != count:
        raise Unpackable(tag)
    new = [raw for raw in dict.fromkeys(raws) if raw not in known]
    if new:
        columns = [
            {"text": column["text"], "at": {"list": values}}
            if "text" in column
            else {"list": values}
            for column, values in zip(fields, map(list, zip(*new, strict=True)), strict=True)
        ]
        known.update(zip(new, _records(tag, len(new), columns, None), strict=True))
    return list(map(known.__getitem__, raws))


def _records(
    tag: str, count: int, fields: Iterable[Mapping[str, Any]], shared: Shared | None
) -> list[Any]:
    """The records of a class from its packed fields."""
    kind, _ = _setters(tag)
    columns = [_values(column, shared=shared) for column in fields]
    if set(map(len, columns)) != {count}:
        raise Unpackable(tag)
    return _filled(kind, columns)


def _filled(kind: Any, columns: Sequence[Sequence[Any]]) -> list[Any]:
    """Records set field by field, a whole column at a time."""
    made = [kind.__new__(kind) for _ in columns[0]]
    for put, values in zip(_setters(_tag(kind))[1], columns, strict=True):
        deque(map(put, made, values), maxlen=0)
    return made
