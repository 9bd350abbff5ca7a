"""Strips: one number a row on a line, with the axis that rows of per cent share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dtcompare.charts.page import Page
from dtcompare.charts.style import INK, RULE, WHITE
from dtcompare.charts.values import LinearScale, dot, kind_of
from dtcompare.model.figure import Line

HUNDRED = Decimal(100)


def own_line(page: Page, scale: LinearScale, y: float, height: float) -> None:
    """Draw the line of a row that has a scale of its own, with a tick at 0.

    The shared gridlines end beside it.
    """
    b, c, zero = page.base, page.c, scale(0)
    c.rectangle(
        scale.start - b * 0.6, y - height / 2, scale.end - scale.start + b * 1.2, height, WHITE
    )
    c.line(((scale.start, y), (scale.end, y)), RULE, 0.7)
    c.line(((zero, y - b * 0.3), (zero, y + b * 0.3)), RULE, 0.7)


def target_tick(page: Page, x: float, y: float, *, over: bool = False) -> None:
    """Draw the black tick of a target; ``over`` a mark it is taller."""
    half = page.base * (0.95 if over else 0.72)
    page.c.line(((x, y - half), (x, y + half)), INK, 1.6)


def mark(
    page: Page,
    line: Line,
    scale: LinearScale,
    y: float,
    color: str,
    *,
    radius: float = 0.45,
    shape: str = "circle",
) -> None:
    """Draw a number by its kind; a range as a line between its ends with its sign amid."""
    amount, r = line.amount, page.base * radius
    x = scale(line.number)
    if amount is not None and amount.upper is not None:
        far = scale(amount.upper)
        page.c.line(((x, y), (far, y)), color, r * 0.5)
        x = (x + far) / 2
    dot(page.c, x, y, r, kind_of(line), color, shape)


def numbers_of(lines: Sequence[Line]) -> list[Decimal]:
    """Return every number that must find room on a scale."""
    return [
        number
        for line in lines
        if line.amount is not None
        for number in (line.amount.number, line.amount.upper)
        if number is not None
    ]
