"""Value lines of the plainest form, accepted without the full reading of each of their keys."""

from __future__ import annotations

from functools import lru_cache

from dtcompare.model.figure import NUMBER_WORDS, UNSTATED_WORD, Amount, Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.reading.nodes import NULLS, Pairs
from dtcompare.reading.scalars import plain_number

__all__ = ["QuickLines"]

_WORDS = frozenset(NUMBER_WORDS)
_USUAL = frozenset(("period", "source", "basis", "note", *NUMBER_WORDS))


class QuickLines:
    """Accepts lines that can only be right, given those that were read in full before.

    A line is right when its period and source stood together in one that was, and its basis and
    number leave no question. None for every other line: it is then read in full, so that every
    problem is found, and worded, in one place.
    """

    def __init__(self, province: str, file: str) -> None:
        self._province = province
        self._file = file
        self._proven: dict[tuple[str, str], tuple[Period, str]] = {}
        self._measures: dict[str, _Measure] = {}

    def prove(self, node: Pairs, figure: Figure) -> None:
        """Remember the period and source of a line that was read in full and found right."""
        flat = node.flat
        if flat is not None and flat.keys() <= _USUAL:
            self._proven[flat["period"], flat["source"]] = (figure.period, figure.source)

    def figure(self, node: Pairs, indicator: Indicator) -> Figure | None:
        """The figure of a plain line that needs no further reading."""
        flat = node.flat
        word = None if flat is None else _word_of(tuple(flat))
        if flat is None or word is None:
            return None
        proven = self._proven.get((flat["period"], flat["source"]))
        basis, note = flat.get("basis"), flat.get("note")
        if proven is None or note in NULLS:
            return None
        measure = self._measures.get(indicator.id)
        if measure is None:
            measure = self._measures[indicator.id] = _Measure(indicator)
        amount = _amount(word, flat[word])
        if amount is None or basis not in measure.bases or not measure.fits(amount, flat[word]):
            return None
        period, source = proven
        return Figure(
            self._province,
            indicator.id,
            source,
            self._file,
            node.line,
            amount,
            basis=basis or measure.basis,
            method=measure.method,
            note=note,
            period=period,
        )


@lru_cache(maxsize=1 << 10)
def _word_of(keys: tuple[str, ...]) -> str | None:
    """The number word among the keys of a line that has all it needs and nothing unusual."""
    words = [key for key in keys if key in _WORDS]
    whole = len(words) == 1 and "period" in keys and "source" in keys and _USUAL.issuperset(keys)
    return words[0] if whole else None


@lru_cache(maxsize=1 << 14)
def _amount(word: str, text: str) -> Amount | None:
    """The amount that a plain number says: one record for all lines that say the same."""
    number = plain_number(text)
    return None if number is None else Amount(word, number)


class _Measure:
    """What the lines of one indicator need: ``bases`` are those a line may name, None for none.

    ``basis`` and ``method`` are those of a line that names none.
    """

    __slots__ = ("_high", "_low", "_whole", "bases", "basis", "method")

    def __init__(self, indicator: Indicator) -> None:
        unit = indicator.unit
        self._whole = unit.whole or unit.decimals is not None
        self._low = None if unit.minimum is None else unit.minimum + 1
        self._high = unit.maximum
        named = bool(indicator.bases) and not indicator.fixed_basis
        self.bases: tuple[str | None, ...] = indicator.bases if named else (None,)
        self.basis = indicator.bases[0] if indicator.bases else None
        self.method = UNSTATED_WORD if indicator.methods else None

    def fits(self, amount: Amount, text: str) -> bool:
        """Whether the number lies well inside the unit, and its digits can mean but one thing."""
        if self._whole and "." in text:
            return False
        number = amount.number
        return (self._low is None or number > self._low) and (
            self._high is None or number < self._high
        )
