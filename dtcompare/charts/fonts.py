"""Measure texts, so that a chart can be laid out before anything is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import bidirectional

WEIGHTS = ("Regular", "Medium", "SemiBold", "Italic")

_UNKNOWN = 700  # thousandths of the size, for a sign that the font lacks
_TEXTS = 1 << 14  # folded texts kept: a layout is tried several times
_WIDE = 1000  # the same for the scripts of East Asia, whose signs are squares


def find_font(name: str) -> Path:
    """Return where a file of the bundled fonts is."""
    return Path(__file__).with_name("fonts") / name


class Font:
    """The measures of the bundled font, Be Vietnam Pro; sizes and widths are in points."""

    def __init__(self, metrics: Mapping[str, Any]) -> None:
        self._widths = {
            weight: _Widths(zip(metrics["signs"], metrics[weight], strict=True))
            for weight in WEIGHTS
        }
        self.balance = lru_cache(_TEXTS)(self._balance)

    def width(self, text: str, size: float, weight: str = "Regular") -> float:
        """Return how wide ``text`` is; signs that the font lacks are estimated."""
        return size * sum(map(self._widths[weight].__getitem__, text)) / 1000

    def has(self, sign: str) -> bool:
        """Return whether the font has the sign, in every weight."""
        return sign in self._widths["Regular"]

    def wrap(
        self, text: str, width: float, size: float, weight: str = "Regular"
    ) -> tuple[str, ...]:
        """Fold ``text`` into lines no wider than ``width``; a word that is wider is broken."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if self.width(longer, size, weight) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                if self.width(word, size, weight) <= width:
                    line = word
                    continue
                *whole, line = self._broken(word, width, size, weight)
                lines += whole
            lines.append(line)
        return tuple(lines)

    def _broken(self, word: str, width: float, size: float, weight: str) -> list[str]:
        """Cut a word into pieces no wider than ``width``, of one letter at the least."""
        pieces = [""]
        for sign in word:
            if pieces[-1] and self.width(pieces[-1] + sign, size, weight) > width:
                pieces.append("")
            pieces[-1] += sign
        return pieces

    def _balance(
        self, text: str, width: float, size: float, weight: str = "Regular"
    ) -> tuple[str, ...]:
        """Fold ``text`` into as many lines as ``wrap`` does, of nearly equal length.

        There is no lonely last word, and no word is broken that ``wrap`` leaves whole.
        """
        lines = self.wrap(text, width, size, weight)
        if len(lines) < 2:
            return lines
        longest = max(self.width(word, size, weight) for word in text.split())
        low, high = min(max(width / 2, longest), width), width
        for _ in range(12):
            middle = (low + high) / 2
            tried = self.wrap(text, middle, size, weight)
            if len(tried) == len(lines):
                high, lines = middle, tried
            else:
                low = middle
        return lines

    def shorten(self, text: str, width: float, size: float, weight: str = "Regular") -> str:
        """Return ``text``, or as much of it as fits with an ellipsis behind."""
        if self.width(text, size, weight) <= width:
            return text
        kept = text
        while kept and self.width(f"{kept}…", size, weight) > width:
            kept = kept[:-1].rstrip()
        return f"{kept}…"


class _Widths(dict[str, int]):
    """The width of each sign of one weight, in thousandths of the size."""

    def __missing__(self, sign: str) -> int:
        east_asian = sign >= "\u1100" and not "\u1e00" <= sign <= "\u27ff"
        return _WIDE if east_asian else _UNKNOWN


@cache
def load_font() -> Font:
    """Return the bundled font, read once."""
    return Font(json.loads(find_font("metrics.json").read_bytes()))


def missing_signs(texts: Iterable[str]) -> str:
    """Return the printable signs of ``texts`` that the font lacks, each once, in order."""
    signs = dict.fromkeys("".join(texts))
    return "".join(sign for sign in signs if sign.isprintable() and not load_font().has(sign))


def is_right_to_left(sign: str) -> bool:
    """Return whether a sign belongs to a script that is written from right to left."""
    return bidirectional(sign) in {"R", "AL"}
