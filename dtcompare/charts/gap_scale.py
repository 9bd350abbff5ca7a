"""Find where figures and targets stand: per cents or the only unit on an axis, others by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dtcompare.analysis.gaps import GapRow
from dtcompare.charts.cells import Axis
from dtcompare.charts.gap_words import figure_of
from dtcompare.charts.measure import symbol_text
from dtcompare.charts.values import HUNDRED, ticks
from dtcompare.view.phrases import Phrases

_CLOSE = Decimal("1.04")  # of the largest number: where an axis without a natural end ends
_FULL = Decimal("0.55")  # of a natural end: longer numbers have the axis go up to it


class GapScale:
    """The axis of judged rows: ``symbol`` is what it counts, None where there is no axis."""

    def __init__(self, rows: Sequence[GapRow], phrases: Phrases) -> None:
        self.phrases = phrases
        self.symbol: str | None = None
        self.least, self.most = Decimal(0), Decimal(1)
        counted = [row for row in rows if row.assessment.target.place is None]
        percent = [row for row in counted if symbol_text(row.assessment.target, phrases) == "%"]
        alone = len({row.indicator for row in rows}) == 1 and len(counted) == len(rows)
        if not percent and not alone:
            return
        on_axis = percent or counted
        numbers = [figure_of(row).number for row in on_axis]
        numbers += [row.assessment.target.number for row in on_axis]
        self.symbol = symbol_text(on_axis[0].assessment.target, phrases)
        self.least, self.most = _ends(numbers)
        if percent and HUNDRED >= max(numbers) > HUNDRED * _FULL:
            self.most = HUNDRED

    def axis(self, most: int) -> Axis | None:
        """Return the axis with about ``most`` numbers, if there is one."""
        if self.symbol is None:
            return None
        marks = ticks(self.least, self.most, most)
        numbers = tuple((float(mark), self.phrases.number(mark)) for mark in marks)
        return Axis(float(self.least), float(self.most), numbers)

    def holds(self, row: GapRow) -> bool:
        """Return whether a row stands on the axis."""
        target = row.assessment.target
        return target.place is None and symbol_text(target, self.phrases) == self.symbol

    def numbers(self, row: GapRow) -> tuple[Decimal, Decimal, float, float]:
        """Return the numbers of figure and target and the ends of their scale.

        Places are negative, as the first stands at the right.
        """
        figure, target = figure_of(row), row.assessment.target
        if target.place is not None and figure.place is not None:
            place, goal = Decimal(-figure.place.number), Decimal(-target.place.number)
            return place, goal, -float(figure.place.of), -1.0
        low, high = self.least, self.most
        if not self.holds(row):
            low, high = _ends((figure.number, target.number))
        return figure.number, target.number, float(low), float(high)


def _ends(numbers: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the ends of a scale with 0 on it, a little beyond the numbers."""
    every = [Decimal(0), *numbers]
    low, high = min(every) * _CLOSE, max(every) * _CLOSE
    return low, high if high > low else Decimal(1)
