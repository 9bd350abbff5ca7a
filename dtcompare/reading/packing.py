"""Records as JSON text and back: exact, quick to read, and unable to run anything.

A record is written by the names of its class and fields, so that a field added to the model is
kept without a word here. Many records of one class are written column by column, each value that
repeats written once: a third of the text, and read back five times faster than one by one.
Numbers keep their digits, because ``Decimal`` goes through its text.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from itertools import chain
from operator import attrgetter
from typing import Any, Literal

from dtcompare.model.record import setters
from dtcompare.model.rows import Rows
from dtcompare.reading.jsontext import read_json, to_json

__all__ = [
    "Packed",
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
_SHORT = 8  # whole numbers that are written as such
# Bytes a whole number, with what ``memoryview`` and ``struct`` call so many.
_WIDTHS: Mapping[int, Literal["B", "H", "I"]] = {1: "B", 2: "H", 4: "I"}
_AT_ONCE = 1024  # records filled together: more are no longer at hand in the processor's cache

# Records by class and by their values as JSON has them.
Shared = dict[str, dict[tuple[Any, ...], Any]]


class Unpackable(ValueError):
    """A value that the store has no form for, or a text that is no packed value."""


# --- one value


def pack(value: object) -> bytes:
    """Any value of the model as JSON text."""
    return to_json(_coded(value))


def unpack(text: bytes) -> Any:
    """The value that ``pack`` wrote."""
    return _revived(read_json(text))


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
    return {_tag(kind): [_coded(getattr(value, name)) for name in setters(kind)]}


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
        return _Records([_revived(part) for part in value[0]], value[1])
    if key == "u" and all(type(part) is str for part in value):
        return tuple(value)
    value = _revived(value)
    form = _FORMS.get(key)
    if form is not None:
        return form(value)
    kind = _kind(key)
    made = kind.__new__(kind)
    for put, part in zip(setters(kind).values(), value, strict=True):
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
    return hasattr(kind, "__record__")


@cache
def _kind(tag: str) -> Any:
    """The record class of that tag; nothing but the model is known."""
    module, _, name = tag.partition(".")
    if not module.isidentifier() or not name.isidentifier():
        raise Unpackable(tag)
    kind = getattr(import_module(_MODEL + module), name, None)
    if not isinstance(kind, type) or _tag(kind) != tag:
        raise Unpackable(tag)
    return kind


# --- many values of one kind


def pack_rows(rows: Sequence[object]) -> bytes:
    """Many records as JSON text."""
    return to_json([len(rows), _column(rows)])


def unpack_rows(*texts: bytes, shared: Shared | None = None) -> Sequence[Any]:
    """The records that ``pack_rows`` wrote in some texts, all of one class, kept by column.

    Amounts and periods that say the same are one record, in all texts that are read with one
    ``shared``.
    """
    shared = {} if shared is None else shared
    kinds: set[str] = set()
    parts: list[list[list[Any]]] = []  # by text, by field
    for count, column in map(read_json, texts):
        if _length(column) != count:
            raise Unpackable("rows")
        if count:
            kinds.add(column["of"])
            parts.append([_values(field, shared=shared) for field in column["fields"]])
    if not parts:
        return ()
    if len(kinds) != 1:
        raise Unpackable("rows")
    columns = (list(chain.from_iterable(fields)) for fields in zip(*parts, strict=True))
    return Rows(_kind(kinds.pop()), *columns)


class Packed:
    """The records of a column, made when they are asked for: a few, then all."""

    def __init__(self, count: int, column: Mapping[str, Any]) -> None:
        if _length(column) != count:
            raise Unpackable("rows")
        self._column = column
        self._few: dict[int, Any] = {}
        self._all: list[Any] | None = None

    @classmethod
    def of(cls, text: bytes) -> Packed:
        """The records that ``pack_rows`` wrote."""
        return cls(*read_json(text))

    def field(self, name: str) -> list[Any]:
        """The values of a field, in the order of the records."""
        if self._all is None and "of" in self._column:
            names = list(setters(_kind(self._column["of"])))
            return _values(self._column["fields"][names.index(name)])
        return [getattr(record, name) for record in self.every()]

    def __getitem__(self, place: int) -> Any:
        if self._all is not None:
            return self._all[place]
        if place not in self._few:
            if len(self._few) == _FEW:
                return self.every()[place]
            self._few[place] = _value(self._column, place)
        return self._few[place]

    def every(self) -> list[Any]:
        """All of them; those that were asked for before are the same ones."""
        if self._all is None:
            self._all = _values(self._column, shared={})
            for place, made in self._few.items():
                self._all[place] = made
        return self._all


class _Records(Mapping[Any, Any]):
    """Records by key, made when they are asked for."""

    def __init__(self, keys: Sequence[Any], column: Mapping[str, Any]) -> None:
        self._rows = Packed(len(keys), column)
        self._places = {key: place for place, key in enumerate(keys)}
        self._made: dict[Any, Any] | None = None

    def _every(self) -> dict[Any, Any]:
        if self._made is None:
            self._made = dict(zip(self._places, self._rows.every(), strict=True))
        return self._made

    def __getitem__(self, key: Any) -> Any:
        return self._rows[self._places[key]]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def values(self) -> ValuesView[Any]:
        return self._every().values()

    def items(self) -> ItemsView[Any, Any]:
        return self._every().items()

    def __repr__(self) -> str:
        return repr(self._every())


def _column(values: Sequence[Any]) -> dict[str, Any]:
    """A column: one of ``same``, ``list``, ``whole``, ``tuples``, ``pool``, ``text`` or ``of``."""
    if not values:
        return {"list": []}
    first, count = values[0], len(values)
    if count > 1 and (first is None or type(first) is str) and values.count(first) == count:
        return {"same": first, "n": count}  # half of all columns
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
    fields = [_column(list(map(attrgetter(name), values))) for name in setters(kind)]
    return {"of": _tag(kind), "n": len(values), "fields": fields}


def _plain_column(values: Sequence[Any]) -> dict[str, Any]:
    """A column of words or whole numbers."""
    distinct = dict.fromkeys(values)
    if len(distinct) == 1 and len(values) > 1:
        return {"same": values[0], "n": len(values)}
    if isinstance(values[0], int):
        return _whole_column(values)
    if len(distinct) * 2 > len(values):
        return {"list": list(values)}
    places = {value: place for place, value in enumerate(distinct)}
    return {"pool": {"list": list(distinct)}, "at": _whole_column([places[v] for v in values])}


def _whole_column(values: Sequence[Any]) -> dict[str, Any]:
    """A column of whole numbers: many as bytes, which are read ten times faster than digits."""
    if len(values) > _SHORT and set(map(type, values)) == {int}:
        least, most = min(values), max(values)
        width = next((width for width in _WIDTHS if most < 1 << 8 * width), None)
        if width is not None and least >= 0:
            import struct  # noqa: PLC0415 (only where a copy is written)

            data = struct.pack(f"<{len(values)}{_WIDTHS[width]}", *values)
            return {"whole": data.hex(), "width": width}
    return {"list": list(values)}


def _whole(column: Mapping[str, Any]) -> list[int]:
    """The values of a column of whole numbers that is written as bytes."""
    data = bytes.fromhex(column["whole"])
    form = _WIDTHS[column["width"]]
    if sys.byteorder == "big":
        return memoryview(data[::-1]).cast(form).tolist()[::-1]
    return memoryview(data).cast(form).tolist()


def _length(column: Mapping[str, Any]) -> int:
    """How many values a column has; raises Unpackable where its fields are not as long."""
    if "pool" in column or "text" in column:
        return _length(column["at"])
    if "whole" in column:
        return len(column["whole"]) // (2 * int(column["width"]))
    if "of" in column and {column["n"]} != set(map(_length, column["fields"])):
        raise Unpackable(column["of"])
    return int(column["n"]) if "n" in column else len(column.get("list", column.get("tuples")))


def _value(column: Mapping[str, Any], place: int, form: Callable[[Any], Any] | None = None) -> Any:
    """The value of a column at one place, put through ``form``."""
    if "pool" in column:
        return _value(column["pool"], _value(column["at"], place), form)
    if "text" in column:
        return _value(column["at"], place, _FORMS[column["text"]])
    if "of" in column:
        kind = _kind(column["of"])
        made = kind.__new__(kind)
        for put, field in zip(setters(kind).values(), column["fields"], strict=True):
            put(made, _value(field, place))
        return made
    if "tuples" in column:
        return tuple(column["tuples"][place])
    if "whole" in column:
        digits = 2 * column["width"]
        data = bytes.fromhex(column["whole"][digits * place : digits * (place + 1)])
        return int.from_bytes(data, "little")
    value = column["same"] if "same" in column else column["list"][place]
    if "coded" in column:
        return _revived(value)
    return value if form is None or value is None else form(value)


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
    if "whole" in column:
        return _whole(column)
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
    found = list(map(known.get, raws))
    new = list(dict.fromkeys(raw for raw, made in zip(raws, found, strict=True) if made is None))
    if new:
        columns = [
            {"text": column["text"], "at": {"list": values}}
            if "text" in column
            else {"list": values}
            for column, values in zip(fields, map(list, zip(*new, strict=True)), strict=True)
        ]
        known.update(zip(new, _records(tag, len(new), columns, None), strict=True))
        return list(map(known.__getitem__, raws))
    return found


def _records(
    tag: str, count: int, fields: Iterable[Mapping[str, Any]], shared: Shared | None
) -> list[Any]:
    """The records of a class from its packed fields."""
    columns = [_values(column, shared=shared) for column in fields]
    if set(map(len, columns)) != {count}:
        raise Unpackable(tag)
    return _filled(_kind(tag), columns)


def _filled(kind: Any, columns: Sequence[Sequence[Any]]) -> list[Any]:
    """Records set field by field, a good piece of a column at a time."""
    count = len(columns[0])
    every: list[Any] = []
    for start in range(0, count, _AT_ONCE):
        made = [kind.__new__(kind) for _ in range(start, min(start + _AT_ONCE, count))]
        for put, values in zip(setters(kind).values(), columns, strict=True):
            part = values if count <= _AT_ONCE else values[start : start + _AT_ONCE]
            deque(map(put, made, part), maxlen=0)
        every += made
    return every
