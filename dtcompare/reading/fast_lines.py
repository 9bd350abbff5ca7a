"""Lines of the plainest form, ``- {period: 2025, value: 40, source: a}``, read three times faster.

They are understood without a YAML parser, and become figures without a check of each of their keys.
Whatever is not of that form, or not surely right, is left to the full reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, field

from dtcompare.model.figure import NUMBER_WORDS, UNSTATED_WORD, Amount, Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.reading.nodes import NULLS, Pairs
from dtcompare.reading.scalars import plain_number

MARK = "~"  # what the YAML parser is shown in place of the braces

# A word begins with a letter or digit and holds no sign that means anything to YAML.
_WORD = r"-?[^\W_][^,:#?\[\]{}]*(?<!\s)"
_PLAIN = re.compile(rf"( +- )\{{([a-z_]+: {_WORD}(?:, [a-z_]+: {_WORD})*)\}}")

_NUMBER_WORDS = frozenset(NUMBER_WORDS) - {"between"}  # that has two numbers
_USUAL = frozenset(("period", "source", "basis", "note", *_NUMBER_WORDS))


class PlainRuns(Struct):
    """A text for the YAML parser, and the plain lines that it does not show.

    Plain lines that follow one another at one depth are one run, shown as one mark. ``runs`` are
    the mappings by the number of the first line, ``taken`` those met where a value may stand.
    """

    text: str
    runs: dict[int, list[Pairs]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def take(self, line: int) -> list[Pairs]:
        """Return the mappings of the run that begins on that line."""
        self.taken.add(line)
        return self.runs[line]


def plain_lines(lines: Sequence[str]) -> PlainRuns:
    """Return the text of some lines with a mark in place of each run of plain ones."""
    runs: dict[int, list[Pairs]] = {}
    shown = list(lines)
    run: list[Pairs] = []
    last, depth = 0, ""
    for number, line in enumerate(lines, 1):
        match = _PLAIN.fullmatch(line) if line.endswith("}") else None
        if match is None:
            continue
        start, body = match.groups()
        parts = body.replace(", ", ": ").split(": ")
        flat = dict(zip(parts[::2], parts[1::2], strict=True))
        if 2 * len(flat) != len(parts):  # a key twice
            continue
        if number == last + 1 and start == depth:
            shown[number - 1] = ""
        else:
            run = runs[number] = []
            shown[number - 1] = start + MARK
        run.append(Pairs(None, number, len(start) + 1, flow=True, flat=flat))
        last, depth = number, start
    return PlainRuns("\n".join(shown) + "\n", runs)


class QuickLines:
    """Turns plain lines of one file into figures, given others that were read in full.

    A line is right when its period and source stood together in one that was, its basis is one of
    the indicator's, and its number lies well inside the unit.
    """

    def __init__(self, province: str, file: str) -> None:
        self._province = province
        self._file = file
        self._proven: dict[tuple[str, str], tuple[Period, str]] = {}

    def prove(self, node: Pairs, figure: Figure) -> None:
        """Remember the period and source of a line that was read in full and found right."""
        flat = node.flat
        if flat is not None and flat.keys() <= _USUAL:
            self._proven[flat["period"], flat["source"]] = (figure.period, figure.source)

    def figure(self, node: Pairs, indicator: Indicator) -> Figure | None:
        """Return the figure of a plain line; None where it has to be read in full."""
        flat = node.flat
        word = None if flat is None else _number_word(tuple(flat))
        if flat is None or word is None:
            return None
        proven = self._proven.get((flat["period"], flat["source"]))
        basis, note = flat.get("basis"), flat.get("note")
        if proven is None or note in NULLS or not _is_basis(basis, indicator):
            return None
        amount = _amount(word, flat[word])
        if amount is None or not _fits(amount, flat[word], indicator):
            return None
        period, source = proven
        return Figure(
            self._province,
            indicator.id,
            source,
            self._file,
            node.line,
            amount,
            basis=basis or (indicator.bases[0] if indicator.bases else None),
            method=UNSTATED_WORD if indicator.methods else None,
            note=None if note is None else Label(note, note),
            period=period,
        )


@lru_cache(maxsize=1 << 10)
def _number_word(keys: tuple[str, ...]) -> str | None:
    """Return the number word of a line that has all the keys it needs and none unusual."""
    words = [key for key in keys if key in _NUMBER_WORDS]
    whole = len(words) == 1 and "period" in keys and "source" in keys and _USUAL.issuperset(keys)
    return words[0] if whole else None


@lru_cache(maxsize=1 << 14)
def _amount(word: str, text: str) -> Amount | None:
    """Return the amount that a plain number says: one record for all lines that say the same."""
    number = plain_number(text)
    return None if number is None else Amount(word, number)


def _is_basis(basis: str | None, indicator: Indicator) -> bool:
    """Return whether a line of the indicator may name that basis, or (None) name none."""
    if indicator.bases and not indicator.fixed_basis:
        return basis in indicator.bases
    return basis is None


def _fits(amount: Amount, text: str, indicator: Indicator) -> bool:
    """Return whether the number lies well inside the unit, and its digits mean but one thing."""
    unit, number = indicator.unit, amount.number
    if "." in text and (unit.whole or unit.decimals is not None):
        return False
    if unit.minimum is not None and number <= unit.minimum + 1:
        return False
    return unit.maximum is None or number < unit.maximum
