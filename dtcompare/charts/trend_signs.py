"""Draw the signs of values over time, where up is more: hollow, with a tip or a whisker."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from dtcompare.analysis.observations import Observation
from dtcompare.charts.marks import Canvas
from dtcompare.charts.page import Entry, Page
from dtcompare.charts.style import INK, MUTED, WHITE
from dtcompare.charts.trend_panels import Stroke
from dtcompare.charts.values import kind_of

_EXPLAINED = ("about", "nearly", "over", "under", "top")
_KEY = Stroke(MUTED, MUTED, "circle")


def draw_sign(
    canvas: Canvas, at: tuple[float, float], radius: float, observation: Observation, stroke: Stroke
) -> None:
    """Draw a figure: full where it is exact, hollow where it is not.

    A tip points to where the true value may lie: up for "over" and for "among the first ten". What
    is nearly reached has an edge above it.
    """
    (x, y), kind = at, _kind(observation)
    if kind in ("over", "top"):
        canvas.marker(x, y - radius * 2.1, "up", radius * 0.62, stroke.mark, None)
    if kind == "nearly":
        edge = y - radius * 1.6
        canvas.line(((x - radius, edge), (x + radius, edge)), stroke.mark, radius * 0.4)
    if kind == "under":
        canvas.marker(x, y + radius * 2.1, "down", radius * 0.62, stroke.mark, None)
    if kind in ("exact", "over"):
        canvas.marker(x, y, stroke.shape, radius, stroke.mark)
    else:
        edge = max(radius * 0.34, 0.9)
        canvas.marker(x, y, stroke.shape, radius * 0.86, WHITE, stroke.mark, edge)


def _kind(observation: Observation) -> str:
    figure = observation.figure
    return "top" if figure.word == "top" else kind_of(figure)


def draw_whisker(
    canvas: Canvas,
    x: float,
    observation: Observation,
    scale: Callable[[Decimal], float],
    color: str,
) -> None:
    """Draw between which numbers a figure lies, where both are told and differ."""
    low, high = observation.interval.low, observation.interval.high
    if kind_of(observation.figure) in ("over", "exact") or observation.figure.word == "at_most":
        return
    if low is not None and high is not None and low != high:
        canvas.line(((x, scale(low)), (x, scale(high))), color, 0.9)


def draw_target(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw a target: a black diamond."""
    canvas.marker(x, y, "diamond", radius, INK)


def sign_key(page: Page, observations: Iterable[Observation], *, targets: bool) -> list[Entry]:
    """Return the entries of a key for the signs that do not speak for themselves.

    ``targets`` says that targets are drawn without a word beside them.
    """
    em, canvas, say = page.base, page.c, page.phrases.say
    kinds: dict[str, Observation] = {}
    for observation in observations:
        kind = _kind(observation)
        kinds.setdefault("about" if kind == "range" else kind, observation)

    def entry(kind: str) -> Entry:
        def draw(x: float, y: float) -> None:
            draw_sign(canvas, (x + em * 0.4, y), em * 0.36, kinds[kind], _KEY)

        return em * 0.8, draw, say(f"chart.trend.key.{kind}")

    entries = [entry(kind) for kind in _EXPLAINED if kind in kinds]
    if targets:

        def draw(x: float, y: float) -> None:
            draw_target(canvas, x + em * 0.4, y, em * 0.36)

        entries.append((em * 0.8, draw, say("chart.key.target")))
    return entries
