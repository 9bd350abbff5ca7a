"""JSON values from text and back.

``_json`` is the extension that ``json`` itself reads with. The patterns that ``json`` compiles at
its import take longer than all the texts of a ranking.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["read_json", "to_json"]


class _Context:
    """What the extension asks of its caller, as ``json`` has it."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = float


_scan: Callable[[str, int], tuple[Any, int]]
try:
    from _json import make_scanner

    _scan = make_scanner(_Context)  # type: ignore[arg-type]  # what it reads of it is there
except (ImportError, AttributeError, TypeError):  # a Python without it, or with another one
    from json import JSONDecoder

    _scan = JSONDecoder().raw_decode


def read_json(text: bytes) -> Any:
    """The value of a text that ``to_json`` wrote; raises ValueError for one that is cut or more."""
    said = text.decode("utf-8", "surrogatepass")
    try:
        value, end = _scan(said, 0)
    except StopIteration as stop:
        raise ValueError("no JSON") from stop
    if end != len(said):
        raise ValueError("more than JSON")
    return value


def to_json(value: object) -> bytes:
    """A value as JSON text without spaces."""
    import json  # noqa: PLC0415 (only where a copy is written)

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), check_circular=False)
    return text.encode("utf-8", "surrogatepass")
