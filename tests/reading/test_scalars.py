"""How a number may be typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dtcompare.reading.scalars import plain_number


@pytest.mark.parametrize("text", ["123456789012345", "-12345678.9012345", "0.12345678901234"])
def test_a_number_of_fifteen_digits_is_read_as_typed(text: str) -> None:
    number = plain_number(text)
    assert number == Decimal(text)
    assert str(number) == text


@pytest.mark.parametrize("text", ["1234567890123456", "-12345678.90123456", "0.123456789012345"])
def test_a_number_of_more_digits_is_none(text: str) -> None:
    assert plain_number(text) is None
