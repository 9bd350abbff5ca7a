"""What a number on a chart is: its unit, its basis, how it was counted, of which part and time."""

from __future__ import annotations

from dtcompare.analysis.gaps import Assessment
from dtcompare.charts.cells import Run
from dtcompare.charts.style import BAR_HIGH, MUTED, SMALL, TEXT
from dtcompare.charts.values import value_text
from dtcompare.model.figure import UNSTATED_WORD, Figure, Line
from dtcompare.view.figures import assessment_text
from dtcompare.view.phrases import Phrases

_HUNDRED = 100


def is_share(line: Line, phrases: Phrases) -> bool:
    """Return whether the number is a per cent: by its symbol, or as it ends at 100."""
    unit = phrases.dataset.indicator(line.indicator).unit
    return unit.maximum == _HUNDRED or (unit.symbol is not None and unit.symbol.en == "%")


def symbol_text(line: Line, phrases: Phrases) -> str:
    """Return the symbol of the unit; empty for a count."""
    symbol = phrases.dataset.indicator(line.indicator).unit.symbol
    return symbol.say(phrases.lang) if symbol else ""


def measure_text(line: Line, phrases: Phrases) -> str:
    """Return the unit with what it is a share of: "% of households"; empty for a bare count."""
    symbol = symbol_text(line, phrases)
    if line.basis is None or (line.basis == UNSTATED_WORD and line.scope):
        return symbol
    if line.basis == UNSTATED_WORD:
        return phrases.say("chart.footing.no-basis", symbol=symbol)
    if not symbol:
        return phrases.say("footing.basis", basis=phrases.basis(line.basis))
    return phrases.say("chart.footing.basis", symbol=symbol, basis=phrases.basis(line.basis))


def series_key_text(line: Line, phrases: Phrases) -> str:
    """Return all that sets the number apart, the time last: "% of people, Viettel only, 2025"."""
    parts = [measure_text(line, phrases)]
    if line.method is not None:
        parts.append(phrases.method(line.method))
    if line.scope:
        parts.append(phrases.scope(line.scope))
    if line.status is not None:
        parts.append(phrases.say(f"status.{line.status}"))
    if isinstance(line, Figure):
        parts.append(phrases.period(line.period))
    return ", ".join(filter(None, parts))


def gap_words(assessment: Assessment, phrases: Phrases) -> tuple[Run, ...]:
    """Return what is still to go, or why that cannot be told, and below it the target.

    Of one that has passed it is said whether it was missed, or no figure came since.
    """
    below = Run(aim_text(assessment, phrases), SMALL, MUTED)
    if assessment.verdict == "met":
        return Run(phrases.say("chart.togo.met"), 0.92, BAR_HIGH, "SemiBold"), below
    if assessment.verdict == "short" and assessment.gap is not None:
        size = Run(_gap_text(assessment, phrases), 0.92, TEXT, "SemiBold")
        if assessment.due == "open":
            return size, below
        key = "chart.gap.missed" if assessment.reaches else "chart.gap.since"
        return size, below, Run(phrases.say(key), SMALL, MUTED, "Italic")
    text = (
        "" if assessment.verdict == "no_figure" else phrases.say(f"chart.togo.{assessment.verdict}")
    )
    return Run(text, SMALL, MUTED, "Italic"), below


def aim_text(assessment: Assessment, phrases: Phrases) -> str:
    """Return a target with its time: "≥ 90 by 2026"."""
    target = assessment.target
    key = "chart.every" if target.every else "chart.by"
    return phrases.say(key, value=value_text(target, phrases), by=phrases.period(target.by))


def togo_text(assessment: Assessment, phrases: Phrases) -> str:
    """Return how a target stands: "22.27 pts to go", "missed by 3 pts", "reached"."""
    text = assessment_text(
        assessment, phrases.dataset.indicator(assessment.target.indicator), phrases
    )
    waiting = assessment.verdict == "short" and assessment.due == "open"
    return phrases.say("chart.detail.togo", size=text) if waiting else text


def _gap_text(assessment: Assessment, phrases: Phrases) -> str:
    """Return the number still to go, with a sign where it may be more or less."""
    gap, low, high = assessment.gap, assessment.gap_low, assessment.gap_high
    assert gap is not None
    text = phrases.number(gap)
    if low == high:
        more = assessment.target.word == "over" and gap >= 0
        return phrases.say("chart.value.over", number=text) if more else text
    if gap == low:
        return phrases.say("chart.value.over", number=text)
    return phrases.say(f"chart.value.{'at_most' if gap == high else 'about'}", number=text)
