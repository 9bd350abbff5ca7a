"""Measure texts, so that a chart can be laid out before anything is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal
from unicodedata import bidirectional

from dtcompare.errors import WrongUsage

WEIGHTS = ("Regular", "Medium", "SemiBold", "Italic")

_STYLES: Mapping[str, tuple[Literal["normal", "italic"], int]] = {
    "Regular": ("normal", 400),
    "Medium": ("normal", 500),
    "SemiBold": ("normal", 600),
    "Italic": ("italic", 400),
}

_UNKNOWN = 700  # thousandths of the size, for a sign that the font lacks
_TEXTS = 1 << 14  # folded texts kept: a layout is tried several times
_WIDE = 1000  # the same for the scripts of East Asia, whose signs are squares


def find_font(name: str) -> Path:
    """Return where a file of the bundled fonts is."""
    return Path(__file__).with_name("fonts") / name


class Font:
    """The measures of a font and its files by weight; sizes and widths are in points."""

    def __init__(
        self, files: Mapping[str, Path], widths: Mapping[str, Iterable[tuple[str, float]]]
    ) -> None:
        self.files = files
        self._widths = {weight: _Widths(widths[weight]) for weight in WEIGHTS}
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


class _Widths(dict[str, float]):
    """The width of each sign of one weight, in thousandths of the size."""

    def __missing__(self, sign: str) -> int:
        east_asian = sign >= "\u1100" and not "\u1e00" <= sign <= "\u27ff"
        return _WIDE if east_asian else _UNKNOWN


@cache
def load_font(family: str | None = None) -> Font:
    """Return a font of this machine by its family, or the bundled one, read once.

    Raises WrongUsage for a family that is not installed.
    """
    if family is not None:
        files = {weight: _find_installed(family, weight) for weight in WEIGHTS}
        return Font(files, {weight: _read_widths(file) for weight, file in files.items()})
    metrics = json.loads(find_font("metrics.json").read_bytes())
    widths = {weight: zip(metrics["signs"], metrics[weight], strict=True) for weight in WEIGHTS}
    return Font({weight: find_font(f"BeVietnamPro-{weight}.ttf") for weight in WEIGHTS}, widths)


def is_installed(family: str) -> bool:
    """Return whether a font is there by its family."""
    try:
        load_font(family)
    except WrongUsage:
        return False
    return True


def _find_installed(family: str, weight: str) -> Path:
    """Return the file of an installed font. Raises WrongUsage where there is none."""
    quiet_matplotlib()
    from matplotlib.font_manager import FontProperties, findSystemFonts, fontManager  # noqa: PLC0415

    style, number = _STYLES[weight]
    wanted = FontProperties(family=[family], style=style, weight=number)
    with suppress(ValueError):
        return Path(fontManager.findfont(wanted, fallback_to_default=False))
    # Matplotlib keeps a list, in which a font that was installed later is not.
    for file in {*findSystemFonts()} - {font.fname for font in fontManager.ttflist}:
        with suppress(OSError, RuntimeError):
            fontManager.addfont(file)
    try:
        return Path(fontManager.findfont(wanted, fallback_to_default=False))
    except ValueError as error:
        raise WrongUsage("error.no-font", family=family) from error


def _read_widths(file: Path) -> Iterator[tuple[str, float]]:
    """Yield the signs of a font with their widths in thousandths of the size."""
    from matplotlib.ft2font import FT2Font, LoadFlags  # noqa: PLC0415

    font = FT2Font(file)
    for code, glyph in font.get_charmap().items():
        advance = font.load_glyph(glyph, LoadFlags.NO_SCALE).horiAdvance  # in units of the font
        yield chr(code), advance * 1000 / font.units_per_EM


def quiet_matplotlib() -> None:
    """Keep Matplotlib, which is about to be imported, from telling of its list of fonts."""
    import logging  # noqa: PLC0415 (for Matplotlib alone)

    logging.getLogger("matplotlib").setLevel(logging.ERROR)


def missing_signs(texts: Iterable[str], family: str | None = None) -> str:
    """Return the printable signs of ``texts`` that a font lacks, each once, in order."""
    font, signs = load_font(family), dict.fromkeys("".join(texts))
    return "".join(sign for sign in signs if sign.isprintable() and not font.has(sign))


def is_right_to_left(sign: str) -> bool:
    """Return whether a sign belongs to a script that is written from right to left."""
    return bidirectional(sign) in {"R", "AL"}
