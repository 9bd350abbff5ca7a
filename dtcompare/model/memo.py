"""What was worked out of a record once, kept for the thousands of lines that share the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

__all__ = ["Memo"]

_Record = TypeVar("_Record")
_Result = TypeVar("_Result")


class Memo(Generic[_Record, _Result]):
    """A function of one record that works out each record, told by its identity, once.

    Identity needs no hash of numbers and dates. The record is kept, so that no other can take its
    place in memory.

    >>> seen = Memo(lambda words: len(words))
    >>> seen(letters := ["a", "b"]), letters.append("c"), seen(letters)
    (2, None, 2)
    >>> seen.each([letters, letters])
    [2, 2]
    """

    __slots__ = ("_kept", "_known", "_work")

    def __init__(self, work: Callable[[_Record], _Result]) -> None:
        self._work = work
        self._kept: list[_Record] = []
        self._known: dict[int, _Result] = {}

    def __call__(self, record: _Record) -> _Result:
        """What is worked out of ``record``."""
        key = id(record)
        if key not in self._known:
            self._known[key] = self._work(record)
            self._kept.append(record)
        return self._known[key]

    def each(self, records: Iterable[_Record]) -> list[_Result]:
        """What is worked out of each of ``records``, of which many are the same."""
        many = list(records)
        keys = list(map(id, many))
        for record in dict(zip(keys, many, strict=True)).values():
            self(record)
        return list(map(self._known.__getitem__, keys))
