"""Value lines of the plainest form, accepted without the full reading of each of their keys."""

from __future__ import annotations

from decimal import Decimal

from dtcompare.model.figure import NUMBER_WORDS, UNSTATED_WORD, Amount, Figure
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.reading.nodes import NULLS, Pairs
from dtcompare.reading.numbers import plain_number

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

    def prove(self, node: Pairs, figure: Figure) -> None:
        """Remember the period and source of a line that was read in full and found right."""
        flat = node.flat
        if flat is not None and flat.keys() <= _USUAL:
            self._proven[flat["period"], flat["source"]] = (figure.period, figure.source)

    def figure(self, node: Pairs, indicator: Indicator) -> Figure | None:
        """The figure of a plain line that needs no further reading."""
        flat = node.flat
        if flat is None:
            return None
        proven = self._proven.get((flat.get("period", ""), flat.get("source", "")))
        basis, note = flat.get("basis"), flat.get("note")
        if proven is None or note in NULLS or not _basis_fits(basis, indicator):
            return None
        word = next((word for word in flat if word in _WORDS), None)
        if word is None or len(flat) != 3 + (basis is not None) + (note is not None):
            return None
        number = plain_number(flat[word])
        if number is None or not _number_fits(number, flat[word], indicator):
            return None
        period, source = proven
        return Figure(
            self._province,
            indicator.id,
            source,
            self._file,
            node.line,
            Amount(word, number),
            basis=basis or (indicator.bases[0] if indicator.bases else None),
            method=UNSTATED_WORD if indicator.methods else None,
            note=note,
            period=period,
        )


def _basis_fits(basis: str | None, indicator: Indicator) -> bool:
    """Whether the line names a basis just where it must."""
    if basis is None:
        return indicator.fixed_basis or not indicator.bases
    return not indicator.fixed_basis and basis in indicator.bases


def _number_fits(number: Decimal, text: str, indicator: Indicator) -> bool:
    """Whether the number lies well inside the unit, and its digits can mean but one thing."""
    unit = indicator.unit
    if "." in text and (unit.whole or unit.decimals is not None):
        return False
    low, high = unit.minimum, unit.maximum
    return (low is None or number > low + 1) and (high is None or number < high)
