"""How wide texts are, so that a chart can be laid out before anything is drawn."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["TYPEFACES", "WEIGHTS", "Typeface", "font_data", "typeface"]

WEIGHTS = ("Regular", "Medium", "SemiBold", "Italic")
TYPEFACES: Mapping[str, str] = {"be-vietnam-pro": "Be Vietnam Pro", "dejavu-sans": "DejaVu Sans"}

_UNKNOWN = 700  # thousandths of the size, for a sign that neither typeface's table has
_WIDE = 1000  # the same for the scripts of East Asia, whose signs are squares


def font_data(name: str) -> bytes:
    """A file of the bundled fonts."""
    return (files("dtcompare.charts") / "fonts" / name).read_bytes()


class Typeface:
    """The measures of one typeface; sizes and widths are in points."""

    def __init__(self, id: str, metrics: Mapping[str, Mapping[str, Any]]) -> None:
        self.id = id
        self.name = TYPEFACES[id]
        self._weights = {weight: _Weight(metrics[weight]) for weight in WEIGHTS}

    def width(self, text: str, size: float, weight: str = "Regular") -> float:
        """How wide ``text`` is, kerning included."""
        return size * self._weights[weight].width(text) / 1000

    def advances(self, text: str, weight: str) -> Sequence[float]:
        """Where each sign of ``text`` begins, and where the last ends, in ems."""
        return self._weights[weight].advances(text)

    def has(self, sign: str, weight: str) -> bool:
        """Whether the typeface has the sign."""
        return sign in self._weights[weight].widths

    def wrap(
        self, text: str, width: float, size: float, weight: str = "Regular"
    ) -> tuple[str, ...]:
        """``text`` in lines no wider than ``width``; a word that is wider is broken."""
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
        """A word in pieces no wider than ``width``, of one letter at the least."""
        pieces = [""]
        for sign in word:
            if pieces[-1] and self.width(pieces[-1] + sign, size, weight) > width:
                pieces.append("")
            pieces[-1] += sign
        return pieces

    def balance(
        self, text: str, width: float, size: float, weight: str = "Regular"
    ) -> tuple[str, ...]:
        """As many lines as ``wrap`` gives, of nearly equal length: no lonely last word.

        No word is broken that ``wrap`` leaves whole.
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
        """``text``, or as much of it as fits with an ellipsis behind."""
        if self.width(text, size, weight) <= width:
            return text
        kept = text
        while kept and self.width(f"{kept}…", size, weight) > width:
            kept = kept[:-1].rstrip()
        return f"{kept}…"


class _Weight:
    """One weight's widths and kerning, in thousandths of the size."""

    def __init__(self, metrics: Mapping[str, Any]) -> None:
        self.widths = dict(zip(metrics["signs"], metrics["widths"], strict=True))
        self._first = _places(metrics["first"])
        self._second = _places(metrics["second"])
        self._kerning = metrics["kerning"]
        self.width = cache(self._width)

    def _width(self, text: str) -> float:
        widths = self.widths
        total = sum(widths[sign] if sign in widths else _guess(sign) for sign in text)
        return total + sum(map(self._between, text, text[1:]))

    def advances(self, text: str) -> Sequence[float]:
        """Where each sign begins, in ems, and where the last one ends."""
        at, found = 0.0, [0.0]
        for sign, after in zip(text, [*text[1:], ""], strict=True):
            at += self.widths[sign] if sign in self.widths else _guess(sign)
            if after:
                at += self._between(sign, after)
            found.append(at / 1000)
        return found

    def _between(self, sign: str, after: str) -> int:
        """What kerning adds between two signs."""
        row, column = self._first.get(sign), self._second.get(after)
        if row is None or column is None:
            return 0
        distance: int = self._kerning[row][column]
        return distance


def _places(groups: Sequence[str]) -> dict[str, int]:
    return {sign: place for place, group in enumerate(groups) for sign in group}


def _guess(sign: str) -> int:
    return _WIDE if sign >= "\u1100" and not "\u1e00" <= sign <= "\u27ff" else _UNKNOWN


@cache
def typeface(id: str = "be-vietnam-pro") -> Typeface:
    """A typeface of TYPEFACES. Raises KeyError for another."""
    return Typeface(id, json.loads(font_data("metrics.json"))[id])
