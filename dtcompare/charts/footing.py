"""What a number on a chart is: its unit, its basis, how it was counted, of which part and time."""

from __future__ import annotations

from dtcompare.analysis.gaps import Judgement
from dtcompare.charts.style import BAR_HIGH, MUTED, SMALL, TEXT
from dtcompare.charts.values import value_text
from dtcompare.charts.wordcells import Words
from dtcompare.model.figure import UNSTATED_WORD, Figure, Line
from dtcompare.view.figures import judgement_text
from dtcompare.view.voice import Voice

__all__ = [
    "aim_text",
    "footing_text",
    "gap_words",
    "is_share",
    "measure_text",
    "symbol_text",
    "togo_text",
]


_HUNDRED = 100


def is_share(line: Line, voice: Voice) -> bool:
    """Whether the number is a per cent: by its symbol, or as it ends at 100."""
    unit = voice.dataset.indicator(line.indicator).unit
    return unit.maximum == _HUNDRED or (unit.symbol is not None and unit.symbol.en == "%")


def symbol_text(line: Line, voice: Voice) -> str:
    """The symbol of the unit; empty for a count."""
    symbol = voice.dataset.indicator(line.indicator).unit.symbol
    return symbol.say(voice.lang) if symbol else ""


def measure_text(line: Line, voice: Voice) -> str:
    """The unit with what it is a share of: "% of households"; empty for a bare count."""
    symbol = symbol_text(line, voice)
    if line.basis is None or (line.basis == UNSTATED_WORD and line.scope):
        return symbol
    if line.basis == UNSTATED_WORD:
        return voice.say("chart.footing.no-basis", symbol=symbol)
    if not symbol:
        return voice.say("footing.basis", basis=voice.basis(line.basis))
    return voice.say("chart.footing.basis", symbol=symbol, basis=voice.basis(line.basis))


def footing_text(line: Line, voice: Voice) -> str:
    """Everything that sets the number apart, the time last: "% of people, Viettel only, 2025"."""
    parts = [measure_text(line, voice)]
    if line.method is not None:
        parts.append(voice.method(line.method))
    if line.scope:
        parts.append(voice.scope(line.scope))
    if line.status is not None:
        parts.append(voice.say(f"status.{line.status}"))
    if isinstance(line, Figure):
        parts.append(voice.period(line.period))
    return ", ".join(filter(None, parts))


def gap_words(judgement: Judgement, voice: Voice) -> tuple[Words, ...]:
    """What is still to go, or why that cannot be told, and below it the target.

    Of one that has passed it is said whether it was missed, or no figure came since.
    """
    below = Words(aim_text(judgement, voice), SMALL, MUTED)
    if judgement.verdict == "met":
        return Words(voice.say("chart.togo.met"), 0.92, BAR_HIGH, "SemiBold"), below
    if judgement.verdict == "short" and judgement.gap is not None:
        size = Words(_gap_text(judgement, voice), 0.92, TEXT, "SemiBold")
        if judgement.due == "open":
            return size, below
        key = "chart.gap.missed" if judgement.reaches else "chart.gap.since"
        return size, below, Words(voice.say(key), SMALL, MUTED, "Italic")
    said = "" if judgement.verdict == "no_figure" else voice.say(f"chart.togo.{judgement.verdict}")
    return Words(said, SMALL, MUTED, "Italic"), below


def aim_text(judgement: Judgement, voice: Voice) -> str:
    """A target with its time: "≥ 90 by 2026"."""
    target = judgement.target
    key = "chart.every" if target.every else "chart.by"
    return voice.say(key, value=value_text(target, voice), by=voice.period(target.by))


def togo_text(judgement: Judgement, voice: Voice) -> str:
    """How a target stands, in a sentence: "22.27 pts to go", "missed by 3 pts", "reached"."""
    text = judgement_text(judgement, voice.dataset.indicator(judgement.target.indicator), voice)
    waiting = judgement.verdict == "short" and judgement.due == "open"
    return voice.say("chart.detail.togo", size=text) if waiting else text


def _gap_text(judgement: Judgement, voice: Voice) -> str:
    """The number still to go, with a sign where it may be more or less."""
    gap, low, high = judgement.gap, judgement.gap_low, judgement.gap_high
    assert gap is not None
    text = voice.number(gap)
    if low == high:
        more = judgement.target.word == "over" and gap >= 0
        return voice.say("chart.value.over", number=text) if more else text
    if gap == low:
        return voice.say("chart.value.over", number=text)
    return voice.say(f"chart.value.{'at_most' if gap == high else 'about'}", number=text)
