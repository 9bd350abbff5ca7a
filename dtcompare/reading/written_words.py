"""How texts and numbers are written in a data file: on one line, quoted where they must be."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import TypeAlias

from dtcompare.reading.nodes import NULLS

Value: TypeAlias = str | tuple[str, ...] | Mapping[str, str]
Words: TypeAlias = Mapping[str, Value]

# What stands without quotes: begins with a letter or digit, holds no sign that YAML may read.
_PLAIN = re.compile(r"-?[^\W_][^,:#\[\]{}\"'`\\|>*&!%@]*")
_LOOSE = re.compile(r"[^\W_](?:[^:#]|:(?! |$)|(?<! )#)*")  # not between braces: commas may stand
_OTHERS = frozenset({"yes", "no", "on", "off", "true", "false", "y", "n", *NULLS})
_FLAGS = ("prefer", "recast", "copy")  # true, and no text
_NUMBER = re.compile(r"-?[0-9][0-9._:eE+-]*")


def flow_line(words: Words) -> str:
    """Return the keys of a line in braces, quoted where they must be.

    >>> flow_line({"period": "2025", "value": "40", "note": "a, b"})
    '{period: 2025, value: 40, note: "a, b"}'
    """
    return "{" + ", ".join(f"{key}: {_spoken(key, words[key])}" for key in words) + "}"


def key_at(words: Words, column: int) -> str:
    """Return the key of ``flow_line(words)`` in which a column lies, counted from its brace."""
    found, start = "", 1
    for key, value in words.items():
        if start > column:
            break
        found = key
        start += len(f"{key}: {_spoken(key, value)}, ")
    return found


def block_line(key: str, value: Value) -> str:
    """Return a key with its value on a line of their own."""
    return f"{key}: {_block(key, value)}"


def quoted_text(text: str) -> str:
    """Return a text that stands on a line of its own."""
    return _quoted(text, _LOOSE)


def _flow(value: Value) -> str:
    """Return a value between braces."""
    if isinstance(value, str):
        return _quoted(value, _PLAIN, numbers=True)
    if isinstance(value, tuple):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"


def _spoken(key: str, value: Value) -> str:
    """Return the value of a key of a line."""
    return "true" if key in _FLAGS and value == "true" else _flow(value)


def _block(key: str, value: Value) -> str:
    """Return a value on a line of its own key."""
    if key in _FLAGS or not isinstance(value, str):
        return _spoken(key, value)
    return _quoted(value, _LOOSE, numbers=True)


def _quoted(text: str, plain: re.Pattern[str], *, numbers: bool = False) -> str:
    """Return ``text`` on one line, in quotes where YAML would not take it as it stands."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if numbers and _NUMBER.fullmatch(text) and not text.endswith(":"):
        return text
    is_safe = plain.fullmatch(text) and text.lower() not in _OTHERS and text[-1] not in ":?"
    return text if is_safe else json.dumps(text, ensure_ascii=False)
