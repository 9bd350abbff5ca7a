"""The number of a line: one number word, a number that its unit can hold."""

from __future__ import annotations

import re
from decimal import Decimal

from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, Amount
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Items, Node, Scalar
from dtcompare.reading.problems import ProblemList

_WORDS = frozenset((*NUMBER_WORDS, *PLACE_WORDS))
_THOUSANDS = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{3})")
_PERCENT_TOP = 100


def read_amount(found: ParsedMapping, indicator: Indicator) -> Amount | None:
    """Return the amount of a line; None where it gives none, or one that is wrong, noted."""
    words = [word for word in found.keys if word in _WORDS]
    amounts = [word for word in words if word not in PLACE_WORDS]
    beside = len(words) == 2 and amounts == ["value"]
    if len(words) > 1 and not beside:
        first, second = words[:2]
        found.refuse(found.keys[first], "two-numbers", first=first, second=second)
        return None
    if not words and found.certain:
        key = "no-number-ranked" if indicator.unit.ranked else "no-number"
        found.refuse(found.node, "no-number", key, id=indicator.id)
    if not amounts or amounts[0] not in found.values:
        return None
    word = amounts[0]
    value: Decimal | tuple[Decimal, Decimal] = found.values[word]
    numbers = value if isinstance(value, tuple) else (value,)
    amount = Amount(word, *numbers)
    if not _fits(amount, found.nodes[word], indicator.unit, found.problems):
        found.whole = False
        return None
    return amount


def _fits(amount: Amount, node: Node, unit: Unit, problems: ProblemList) -> bool:
    """Return whether a quantity of this unit can be this amount; what cannot is noted, once."""
    numbers = [(amount.number, node)]
    if amount.upper is not None and isinstance(node, Items):
        numbers = [(amount.number, node.items[0]), (amount.upper, node.items[1])]
    for number, at in numbers:
        if not _digits_fit(amount.word, number, at, unit, problems):
            return False
        if not _in_range(number, at, unit, problems):
            return False
    if amount.upper is not None and amount.upper <= amount.number:
        facts = {"name": amount.word, "low": f"{amount.number:f}", "high": f"{amount.upper:f}"}
        problems.add(node, "bad-span", **facts)
        return False
    if amount.word != "value" and amount.interval(unit.minimum, unit.maximum).empty:
        facts = {"amount": f"{amount.word} {amount.number}", "unit": unit.id}
        problems.add(node, "out-of-range", "nothing-left", **facts)
        return False
    small = [(number, at) for number, at in numbers if 0 < number < 1]
    if small and _is_percent(unit):  # it looks like a share of one; told once a line
        number, at = small[0]
        facts = {"number": f"{number:f}", "percent": f"{(number * 100).normalize():f}"}
        problems.add(at, "fraction", level="warning", **facts)
    return True


def _digits_fit(word: str, number: Decimal, at: Node, unit: Unit, problems: ProblemList) -> bool:
    """Return whether digits after the dot are decimals, not thousands, and the unit has them."""
    decimals = 0 if unit.whole else unit.decimals
    if decimals is None or not isinstance(at, Scalar) or "." not in at.text:
        return True
    if decimals < 3 and (match := _THOUSANDS.fullmatch(at.text)):
        typed = at.text if word in ("value", "between") else f"{word} {at.text}"
        facts = {"amount": typed, "read": f"{number.normalize():f}", "write": match[1] + match[2]}
        problems.add(at, "dot-thousands", **facts)
        return False
    if unit.whole and number != number.to_integral_value():
        problems.add(at, "want-whole", name=word, number=at.text)
        return False
    return True


def _in_range(number: Decimal, at: Node, unit: Unit, problems: ProblemList) -> bool:
    """Return whether the number lies between the natural ends of the unit."""
    low, high = unit.minimum, unit.maximum
    if (low is None or number >= low) and (high is None or number <= high):
        return True
    facts = {"number": f"{number:f}", "unit": unit.id}
    facts["low"] = "" if low is None else f"{low:f}"
    facts["high"] = "" if high is None else f"{high:f}"
    if low is not None and high is not None:
        key = "not-percent" if _is_percent(unit) else "not-between"
    else:
        key = "below-least" if low is not None else "above-most"
    problems.add(at, "out-of-range", key, **facts)
    return False


def _is_percent(unit: Unit) -> bool:
    """Return whether the unit runs from 0 to 100."""
    return unit.minimum == 0 and unit.maximum == _PERCENT_TOP
