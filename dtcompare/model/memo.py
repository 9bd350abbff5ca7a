"""What was worked out of a record once, kept for the thousands of lines that share the record."""

from __future__ import annotations

from collections.abc import Callable
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
    """

    __slots__ = ("_known", "_work")

    def __init__(self, work: Callable[[_Record], _Result]) -> None:
        self._work = work
        self._known: dict[int, tuple[_Record, _Result]] = {}

    def __call__(self, record: _Record) -> _Result:
        """What is worked out of ``record``."""
        known = self._known.get(id(record))
        if known is None:
            known = self._known[id(record)] = (record, self._work(record))
        return known[1]
