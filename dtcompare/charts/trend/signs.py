"""Signs of values over time, where up is more: hollow, with a tip or a whisker where unsure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from dtcompare.analysis.observations import Observation
from dtcompare.charts.marks import Canvas
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import INK, MUTED, WHITE
from dtcompare.charts.values import kind_of

__all__ = ["aim_sign", "sign", "sign_key", "whisker"]

_TIPS = {"over": "up", "under": "down"}


def sign(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    observation: Observation,
    color: str,
    shape: str,
) -> None:
    """Draws a figure: full where it is exact, hollow where it is not.

    A tip points to where the true value may lie: up for "over" and for "among the first ten".
    """
    figure = observation.figure
    kind, top = kind_of(figure), figure.word == "top"
    tip = "up" if top else _TIPS.get(kind)
    if tip is not None:
        side = -1 if tip == "up" else 1
        canvas.marker(x, y + side * radius * 2.1, tip, radius * 0.62, color, None)
    if kind in ("exact", "over") and not top:
        canvas.marker(x, y, shape, radius, color)
    else:
        canvas.marker(x, y, shape, radius * 0.86, WHITE, color, max(radius * 0.34, 0.9))


def whisker(
    canvas: Canvas,
    x: float,
    observation: Observation,
    scale: Callable[[Decimal], float],
    color: str,
) -> None:
    """Draws between which numbers a figure lies, where both are told and differ."""
    low, high = observation.interval.low, observation.interval.high
    if kind_of(observation.figure) in ("over", "exact") or observation.figure.word == "at_most":
        return
    if low is not None and high is not None and low != high:
        canvas.line(((x, scale(low)), (x, scale(high))), color, 0.9)


def aim_sign(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draws a target: a black diamond."""
    canvas.marker(x, y, "diamond", radius, INK)


def sign_key(page: Page, observations: Iterable[Observation], *, aims: bool) -> list[Entry]:
    """The entries of a key for the signs that do not speak for themselves.

    ``aims`` says that targets are drawn without a word beside them.
    """
    b, c, say = page.base, page.c, page.phrases.say
    kinds: dict[str, Observation] = {}
    for observation in observations:
        kind = "top" if observation.figure.word == "top" else kind_of(observation.figure)
        kinds.setdefault("about" if kind == "range" else kind, observation)

    def entry(observation: Observation) -> Callable[[float, float], None]:
        return lambda x, y: sign(c, x + b * 0.4, y, b * 0.36, observation, MUTED, "circle")

    entries: list[Entry] = [
        (b * 0.8, entry(kinds[kind]), say(f"chart.trend.key.{kind}"))
        for kind in ("about", "over", "under", "top")
        if kind in kinds
    ]
    if aims:
        draw = lambda x, y: aim_sign(c, x + b * 0.4, y, b * 0.36)  # noqa: E731 (as short as above)
        entries.append((b * 0.8, draw, say("chart.key.target")))
    return entries
