"""Figures and targets as reported: number words, the intervals they mean, and their lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

from msgspec import Struct

from dtcompare.model.label import Label
from dtcompare.model.period import Period

NATIONAL = "national"
UNSTATED_WORD = "unstated"
NumberWord = Literal["value", "about", "over", "nearly", "at_least", "at_most", "between"]
PlaceWord = Literal["rank", "top"]
Status = Literal["estimated", "provisional", "forecast", "unreliable", "definition"]
NUMBER_WORDS: tuple[str, ...] = get_args(NumberWord)
PLACE_WORDS: tuple[str, ...] = get_args(PlaceWord)
STATUSES: tuple[str, ...] = get_args(Status)
UNRANKED_STATUSES = frozenset({"forecast", "unreliable", "definition"})

Scope = tuple[tuple[str, Label], ...]
SCOPE_KEYS = ("ward", "commune", "district", "village", "school", "places", "operator", "tier")
_INFINITY = Decimal("Infinity")


class Interval(Struct, frozen=True, array_like=True):
    """The numbers a figure may stand for; an end of None is without bound."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @property
    def low_key(self) -> tuple[Decimal, int]:
        """Sort lower ends: an open one lies just above its number."""
        return (-_INFINITY, 0) if self.low is None else (self.low, int(self.low_open))

    @property
    def high_key(self) -> tuple[Decimal, int]:
        """Sort upper ends: an open one lies just below its number."""
        return (_INFINITY, 0) if self.high is None else (self.high, -int(self.high_open))

    @property
    def empty(self) -> bool:
        """Tell whether no number at all is left."""
        return self.low_key > self.high_key

    @property
    def width(self) -> Decimal:
        """Return how far apart the ends are; infinite where one is missing."""
        if self.low is None or self.high is None:
            return _INFINITY
        return self.high - self.low

    def meets(self, other: Interval) -> bool:
        """Tell whether some number is in both."""
        return self.low_key <= other.high_key and other.low_key <= self.high_key

    def inside(self, other: Interval) -> bool:
        """Tell whether every number of this one is in ``other``."""
        return other.low_key <= self.low_key and self.high_key <= other.high_key


class Amount(Struct, frozen=True, array_like=True):
    """A number as printed, with the word before it; ``upper`` is the second end of a between."""

    word: str
    number: Decimal
    upper: Decimal | None = None

    @property
    def last_digit(self) -> Decimal:
        """Return one unit of the last significant digit: 1 of 86, 10 of 40, 0.1 of 5.3."""
        _, digits, exponent = self.number.as_tuple()
        assert isinstance(exponent, int)
        if exponent >= 0:  # the closing zeros of a whole number are taken for rounding
            exponent += next((n for n, digit in enumerate(reversed(digits)) if digit), 0)
        return Decimal(1).scaleb(exponent)

    @property
    def _most(self) -> Decimal:
        """Return how far a word may take it from its number: 5 %."""
        return abs(self.number) * Decimal("0.05")

    def interval(self, minimum: Decimal | None = None, maximum: Decimal | None = None) -> Interval:
        """Return what the words mean, cut to the natural ``minimum`` and ``maximum`` of the unit.

        about: half a unit of the last significant digit either way, at most 5 %; nearly: one unit
        below, at most 5 %, the number itself excluded; over: above the number, which is excluded.

        >>> Amount("about", Decimal("40")).interval()
        Interval(low=Decimal('38.00'), high=Decimal('42.00'), low_open=False, high_open=False)
        """
        number = self.number
        match self.word:
            case "value":
                return Interval(number, number)
            case "about":
                half = min(self.last_digit / 2, self._most)
                full = Interval(number - half, number + half)
            case "nearly":
                full = Interval(number - min(self.last_digit, self._most), number, high_open=True)
            case "between":
                full = Interval(number, self.upper)
            case "over":
                return Interval(number, maximum, low_open=True)
            case "at_least":
                return Interval(number, maximum)
            case "at_most":
                return Interval(minimum, number)
        return _clipped(full, minimum, maximum)


def _clipped(interval: Interval, minimum: Decimal | None, maximum: Decimal | None) -> Interval:
    """Return ``interval`` cut to natural bounds; it may come out empty."""
    low, high = interval.low, interval.high
    low_open, high_open = interval.low_open, interval.high_open
    if minimum is not None and low is not None and low < minimum:
        low, low_open = minimum, False
    if maximum is not None and high is not None and high > maximum:
        high, high_open = maximum, False
    return Interval(low, high, low_open, high_open)


class Place(Struct, frozen=True, array_like=True):
    """A published place: ``rank`` 9, or somewhere in the ``top`` 10, of ``of``."""

    word: str
    number: int
    of: int

    @property
    def interval(self) -> Interval:
        """Return the places it may be."""
        low = 1 if self.word == "top" else self.number
        return Interval(Decimal(low), Decimal(self.number))


class Change(Struct, frozen=True):
    """How the source itself says the figure changed."""

    since: Period | None = None
    times: Decimal | None = None
    points: Decimal | None = None
    percent: Decimal | None = None


class Line(Struct, frozen=True, omit_defaults=True):
    """What figures and targets have in common.

    ``province`` is a register id or NATIONAL. ``basis`` is None only where the indicator has none,
    ``method`` only where it has none; a method left out is "unstated". ``source`` is FILE/ID.
    ``remarks`` are ids of the catalogue's. ``row`` and ``file`` say where the line stands.
    """

    province: str
    indicator: str
    source: str
    file: str
    row: int
    amount: Amount | None = None
    place: Place | None = None
    basis: str | None = None
    method: str | None = None
    scope: Scope = ()
    status: str | None = None
    prefer: bool = False
    reject: Label | None = None
    recast: bool = False
    remarks: tuple[str, ...] = ()
    note: Label | None = None
    change: Change | None = None

    @property
    def word(self) -> str:
        """Return the number word: of the amount, else of the place."""
        if self.amount is not None:
            return self.amount.word
        assert self.place is not None
        return self.place.word

    @property
    def number(self) -> Decimal:
        """Return the number as printed: the amount's (of a between the lower), else the place's."""
        if self.amount is not None:
            return self.amount.number
        assert self.place is not None
        return Decimal(self.place.number)


class Figure(Line, frozen=True, kw_only=True):
    """A value line: what was reported for a period."""

    period: Period


class Target(Line, frozen=True, kw_only=True):
    """A target line: what is to be reached by the end of ``by`` (``every``: "year" or None)."""

    by: Period
    every: str | None = None

    def admits(self, figure: Figure) -> bool:
        """Tell whether a figure is on the target's basis, which is stated, and by its method."""
        if self.basis == UNSTATED_WORD or self.basis != figure.basis:
            return False
        return self.method in (None, UNSTATED_WORD, figure.method)
