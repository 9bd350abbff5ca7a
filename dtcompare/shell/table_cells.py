"""What stands in the cells of a table, turned into the words of a line."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from dtcompare import words
from dtcompare.model.figure import NUMBER_WORDS
from dtcompare.model.indicator import Unit
from dtcompare.model.label import DATA_LANGUAGES
from dtcompare.reading.table_file import Cell

_COMMA = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_NUMBER = r"(?P<{name}>-?[0-9][0-9.,]*)"


class CellSlip(Exception):
    """A cell that cannot be what its column says; ``field`` is the part of the line it is for."""

    def __init__(self, field: str, key: str, **facts: object) -> None:
        super().__init__(key)
        self.field = field
        self.key = key
        self.facts: Mapping[str, object] = facts


class PrintedNumber(Struct, frozen=True):
    """A number as a cell has it; ``word`` is None where only the number stands there."""

    number: str
    upper: str | None = None
    word: str | None = None


def text_of(cell: Cell) -> str:
    """Return a cell as a text."""
    return cell if isinstance(cell, str) else f"{cell:f}"


def read_printed(cell: Cell, unit: Unit, *, comma: bool, field: str = "value") -> PrintedNumber:
    """Return the number in a cell, without the sign of its unit.

    A word before it counts where it is one that this program puts there itself, in any of its
    languages: "about 40", "trên 95 %". Everything else is left for the reader of the file to tell
    about. ``comma``: the table has the decimal comma. Raises CellSlip where it has not.
    """
    if not isinstance(cell, str):
        return PrintedNumber(text_of(cell))
    text = cell
    for symbol in {unit.symbol.en, unit.symbol.vi} if unit.symbol else ():
        text = re.sub(rf"(?<=[0-9])\s*{re.escape(symbol)}(?!\w)", "", text)
    for word, pattern in _patterns():
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            upper = parts.get("upper")
            if comma:
                upper = None if upper is None else _with_dot(upper, field)
                return PrintedNumber(_with_dot(parts["number"], field), upper, word)
            return PrintedNumber(parts["number"], upper, word)
    if comma:
        raise CellSlip(field, "not-comma-number", typed=text)
    return PrintedNumber(text)


@cache
def _patterns() -> tuple[tuple[str | None, re.Pattern[str]], ...]:
    """Return how each number word is said, the bare number first, which says no word."""
    found: list[tuple[str | None, re.Pattern[str]]] = []
    for word in NUMBER_WORDS:
        for lang in words.LANGUAGES:
            said = re.escape(words.catalogue(lang)[f"amount.{word}"])
            for name in ("number", "upper"):
                said = said.replace(re.escape(f"{{{name}}}"), _NUMBER.format(name=name))
            pattern = re.compile(said, re.IGNORECASE)
            found.append((None if word == "value" else word, pattern))
    return tuple(found)


def _with_dot(number: str, field: str) -> str:
    """Return a number of a table with the decimal comma as files have it. Raises CellSlip."""
    if not _COMMA.fullmatch(number):
        raise CellSlip(field, "not-comma-number", typed=number)
    return number.replace(".", "").replace(",", ".")


def read_pairs(cell: Cell, field: str, keys: Collection[str]) -> dict[str, Any]:
    """Return what ``ward=A; operator=B`` says by its keys, or a JSON object as ``export`` has it.

    A value of such an object may have a text for each language. Raises CellSlip.
    """
    text = text_of(cell)
    pairs = _json_pairs(text) if text.startswith("{") else _written_pairs(text)
    if not pairs or not pairs.keys() <= set(keys):
        raise CellSlip(field, "no-pairs", typed=text, keys=", ".join(keys))
    return pairs


def _json_pairs(text: str) -> dict[str, Any]:
    """Return the texts of a JSON object; empty where it is none."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    pairs: dict[str, Any] = {}
    for key, value in found.items():
        if not isinstance(value, dict):
            pairs[key] = str(value)
        elif value and value.keys() <= set(DATA_LANGUAGES):
            pairs[key] = {lang: str(said) for lang, said in value.items()}
        else:
            return {}
    return pairs


def _written_pairs(text: str) -> dict[str, Any]:
    """Return KEY=TEXT; KEY=TEXT by key; empty where one is not so, or comes twice."""
    pairs: dict[str, Any] = {}
    for part in text.split(";"):
        key, _, value = (piece.strip() for piece in part.partition("="))
        if not value or key in pairs:
            return {}
        pairs[key] = value
    return pairs
