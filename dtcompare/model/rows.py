"""Columns of records (prototype: plain lists, no column store)."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, TypeVar

__all__ = ["Rows", "column", "taken"]

_T = TypeVar("_T")


def Rows(kind: type[_T], *columns: Sequence[Any]) -> _List[_T]:
    return _List(map(kind, *columns))


class _List(list):
    def take(self, places: Sequence[int]) -> _List:
        return _List(map(self.__getitem__, places))


def column(records: Sequence[object], name: str) -> Sequence[Any]:
    """The values of a field of some records."""
    return list(map(attrgetter(name), records))


def taken(records: Sequence[_T], places: Sequence[int]) -> Sequence[_T]:
    """The records at these places, in that order."""
    return list(map(records.__getitem__, places))
