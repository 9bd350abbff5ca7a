"""How a reported number is drawn: the kind of value behind its word, its text, and its bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, Decimal
from math import floor, log10
from typing import Literal

from msgspec import Struct

from dtcompare.charts.marks import Canvas, Hatch, Polygon
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import (
    ACCENT,
    ACCENT_TEXT,
    ACCENT_TINT,
    BAR,
    BAR_HIGH,
    BAR_TINT,
    INK,
    RULE,
    TEXT,
    WHITE,
)
from dtcompare.model.figure import Line
from dtcompare.view.phrases import Phrases

HUNDRED = Decimal(100)
_FULL = Decimal("0.55")  # of a natural end: larger numbers have the scale go up to it
Kind = Literal["exact", "about", "nearly", "over", "under", "range"]

_KINDS: dict[str, Kind] = {
    "about": "about",
    "over": "over",
    "at_least": "over",
    "nearly": "nearly",
    "at_most": "under",
    "between": "range",
}


def kind_of(line: Line) -> Kind:
    """Return the kind: exact, about, nearly (just below), over (may be more), under, or a range."""
    return _KINDS.get(line.word, "exact")


def value_text(line: Line, phrases: Phrases) -> str:
    """Return the number with a sign for its word and without its unit: "≈ 40", "> 95", "50–55"."""
    amount = line.amount
    if amount is None:
        assert line.place is not None
        return phrases.say(f"chart.value.{line.place.word}", number=line.place.number)
    upper = amount.upper if amount.upper is not None else amount.number
    return phrases.say(
        f"chart.value.{amount.word}",
        number=phrases.number(amount.number),
        upper=phrases.number(upper),
    )


class LinearScale(Struct, frozen=True):
    """Where numbers from ``low`` to ``high`` stand between ``start`` and ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: Decimal | float) -> float:
        """Return the place of a number; one beyond the scale stands at its end."""
        held = min(max(float(number), self.low), self.high)
        share = (held - self.low) / (self.high - self.low)
        return self.start + (self.end - self.start) * share


def ticks(low: Decimal, high: Decimal, most: int = 5) -> tuple[Decimal, ...]:
    """Return round numbers from ``low`` to ``high``, about ``most`` of them.

    >>> [str(tick) for tick in ticks(Decimal(0), Decimal(100))]
    ['0', '20', '40', '60', '80', '100']
    """
    raw = (high - low) / most
    power = Decimal(1).scaleb(floor(log10(raw)))
    step = min((power * n for n in (1, 2, Decimal("2.5"), 5, 10)), key=lambda s: abs(s - raw))
    at = (low / step).to_integral_value(ROUND_CEILING) * step
    found = []
    while at <= high:
        plain = at.normalize()
        found.append(plain.quantize(Decimal(1)) if plain == plain.to_integral() else plain)
        at += step
    return tuple(found)


def bar_ends(numbers: Iterable[Decimal], natural: Decimal | None) -> tuple[Decimal, Decimal]:
    """Return the ends of a scale of numbers with 0 on it.

    A natural end that they come near takes the place of the largest.
    """
    every = [Decimal(0), *numbers]
    low, high = min(every), max(every)
    if natural is not None and high > natural * _FULL:
        return low, natural
    return low, high if high > low else low + 1


class Paint(Struct, frozen=True):
    """The colours of a row: of its marks, of a tint of them, and of its texts."""

    mark: str
    tint: str
    text: str
    weight: str


def paint(*, highlighted: bool, reached: bool = False) -> Paint:
    """Return one accent for what is highlighted; a darker blue where the target is reached."""
    if highlighted:
        return Paint(ACCENT, ACCENT_TINT, ACCENT_TEXT, "SemiBold")
    return Paint(BAR_HIGH if reached else BAR, BAR_TINT, TEXT, "Regular")


def bar(
    canvas: Canvas,
    x: float,
    end: float,
    y: float,
    height: float,
    kind: Kind,
    paint: Paint,
    *,
    upper: float | None = None,
) -> None:
    """Draw a bar from ``x``, where 0 is, to ``end`` about ``y``; ``upper`` is where a range ends.

    One of a number below 0 goes to the left, and is drawn as "about" where it is no plain number.
    """
    top, width = y - height / 2, max(abs(end - x), 0.6)
    if end < x:
        x, kind = end, "exact" if kind == "exact" else "about"
    match kind:
        case "about":
            canvas.rectangle(x, top, width, height, paint.tint, paint.mark, 0.6)
        case "nearly":  # as about, with an edge that is not quite reached
            canvas.rectangle(x, top, width, height, paint.tint, paint.mark, 0.6)
            canvas.line(((end, top), (end, top + height)), paint.mark, height * 0.16)
        case "over":
            tip = x + width + height * 0.42
            corners = ((x, top), (x + width, top), (tip, y), (x + width, top + height))
            canvas.marks.append(Polygon((*corners, (x, top + height)), paint.mark))
        case "under":
            hatch = Hatch(paint.mark, height * 0.5)
            canvas.rectangle(x, top, width, height, WHITE, paint.mark, 0.8, hatch)
        case "range":
            far = max((upper if upper is not None else end) - x, width)
            canvas.rectangle(x, top, far, height, paint.tint, paint.mark, 0.6)
            canvas.rectangle(x, top, width, height, paint.mark)
        case _:
            canvas.rectangle(x, top, width, height, paint.mark)


def dot(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    kind: Kind,
    color: str,
    shape: str = "circle",
) -> None:
    """Draw a sign for a value: hollow where it is about, with a tip where it may be more or less.

    A value that may be less is hollow too, and one that is nearly reached, before an edge.
    """
    if kind == "nearly":
        edge = x + radius * 1.5
        canvas.line(((edge, y - radius), (edge, y + radius)), color, radius * 0.4)
    if kind in ("over", "under"):
        side = 1 if kind == "over" else -1
        tip = "right" if kind == "over" else "left"
        canvas.marker(x + side * radius * 2, y, tip, radius * 0.75, color, None)
    if kind in ("exact", "over"):
        canvas.marker(x, y, shape, radius, color)
    else:
        canvas.marker(x, y, shape, radius * 0.9, WHITE, color, radius * 0.35)


def value_key(page: Page, kinds: set[Kind], *, reached: bool, outlined: bool) -> list[Entry]:
    """Return the entries of a key for the kinds of bars that are drawn."""
    em, c, say = page.base, page.c, page.phrases.say
    width, height = em * 1.5, em * 0.78
    plain, high = paint(highlighted=False), paint(highlighted=False, reached=True)

    def sample(kind: Kind, colors: Paint) -> Entry:
        drawn = width * 0.75 if kind == "over" else width
        words = say(f"chart.key.{'about' if kind == 'range' else kind}")
        return width, lambda x, y: bar(c, x, x + drawn, y, height, kind, colors), words

    entries = [sample("exact", plain)] if "exact" in kinds else []
    if reached:
        _, draw, _ = sample("exact", high)
        entries.append((width, draw, say("chart.key.reached")))
    if kinds & {"about", "range"}:
        entries.append(sample("about", plain))
    words: tuple[Kind, ...] = ("nearly", "over", "under")
    entries += [sample(kind, plain) for kind in words if kind in kinds]
    if outlined:

        def outline(x: float, y: float) -> None:
            c.rectangle(x, y - height / 2, width, height, WHITE, RULE, 0.9)

        entries.append((width, outline, say("chart.key.other")))
    return entries


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
