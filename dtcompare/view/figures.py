"""Figures, targets and judgements as JSON keys, the same in every command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from dtcompare.analysis.gaps import JUDGED, Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import Figure, Target
from dtcompare.model.indicator import Indicator
from dtcompare.text import rounded
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Bar, Cell, Tone

if TYPE_CHECKING:
    from dtcompare.view.documents.shared import (
        AssessmentDocument,
        FigureDocument,
        TargetDocument,
    )

__all__ = [
    "assessment_cell",
    "assessment_document",
    "assessment_text",
    "bar_of",
    "figure_document",
    "figure_text",
    "flat",
    "gap_word",
    "hedged",
    "target_document",
    "target_text",
    "verdict_counts",
]

_BAR_KINDS = {
    "about": "about",
    "over": "over",
    "at_least": "over",
    "nearly": "under",
    "at_most": "under",
}
_NESTED = (dict, list)


def figure_document(
    observation: Observation, indicator: Indicator, phrases: Phrases
) -> FigureDocument:
    """The keys every figure has: number, interval, text, period, footing, status, sources."""
    figure, interval = observation.figure, observation.interval
    return {
        "word": figure.word,
        "value": figure.number,
        "low": _plain(interval.low),
        "high": _plain(interval.high),
        "text": phrases.line(figure, indicator),
        "period": figure.period.text,
        "basis": figure.basis,
        "method": figure.method,
        "scope": dict(figure.scope) or None,
        "figure_status": figure.status,
        "recast": figure.recast,
        "note": figure.note,
        "source": figure.source,
        "sources": list(observation.sources),
    }


def figure_text(figure: Figure, phrases: Phrases) -> str:
    """A figure with what it is a share of, how it was measured and which part it speaks of.

    Of an index the place stands before the score.
    """
    indicator = phrases.dataset.indicator(figure.indicator)
    parts = [phrases.of_basis(phrases.figure(figure, indicator), figure, indicator)]
    if figure.place is not None and figure.amount is not None:
        parts.insert(0, phrases.place(figure.place))
    if figure.method is not None:
        parts.append(phrases.method(figure.method))
    if figure.scope:
        parts.append(phrases.scope(figure.scope))
    return ", ".join(parts)


def hedged(
    text: str, number: Decimal, low: Decimal | None, high: Decimal | None, phrases: Phrases
) -> str:
    """``text``, which says ``number``, with a word where it may really be ``low`` to ``high``."""
    word = _hedge(number, low, high)
    return text if word == "value" else phrases.say(f"amount.{word}", number=text)


def _hedge(number: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    """The word for a number that may really be ``low`` to ``high``; "value" for one that is not."""
    if low == high:
        return "value"
    if number == low:
        return "over"
    return "at_most" if number == high else "about"


def gap_word(assessment: Assessment) -> str:
    """The word before what is still to go: value, over, at_most, about.

    "past" where the printed numbers are past the target and only what they may mean is not.
    """
    assert assessment.gap is not None
    low, high = assessment.gap_low, assessment.gap_high
    if low == high:
        return "over" if assessment.target.word == "over" and assessment.gap >= 0 else "value"
    return "past" if assessment.gap < 0 else _hedge(assessment.gap, low, high)


def _plain(number: Decimal | None) -> Decimal | None:
    """Return a number that was worked out, without closing zeros."""
    return None if number is None else number.normalize()


def target_document(
    target: Target, indicator: Indicator, phrases: Phrases, sources: Sequence[str] = ()
) -> TargetDocument:
    """The keys every target has; ``sources`` are all its pages, its own where none are given."""
    return {
        "by": target.by.text,
        "every": target.every,
        "word": target.word,
        "value": target.number,
        "text": phrases.line(target, indicator),
        "basis": target.basis,
        "method": target.method,
        "scope": dict(target.scope) or None,
        "note": target.note,
        "source": target.source,
        "sources": list(sources or (target.source,)),
    }


def assessment_document(
    assessment: Assessment, indicator: Indicator, phrases: Phrases
) -> AssessmentDocument:
    """Target, figure, gap and verdict as the keys of ``gap``."""
    pace = assessment.pace
    observation = assessment.observation
    return {
        "basis": assessment.target.basis,
        "method": observation.figure.method if observation else assessment.target.method,
        "figure": figure_document(observation, indicator, phrases) if observation else None,
        "target": target_document(assessment.target, indicator, phrases, assessment.sources),
        "gap": assessment.gap,
        "gap_low": _plain(assessment.gap_low),
        "gap_high": _plain(assessment.gap_high),
        "verdict": assessment.verdict,
        "due": assessment.due,
        "days_left": assessment.days_left,
        "current": assessment.current,
        "needed_per_year": _rate(pace.needed if pace else None),
        "observed_per_year": _rate(pace.observed if pace else None),
        "arrival": pace.arrival if pace else None,
    }


def _rate(number: Decimal | None) -> Decimal | None:
    """A pace, which is worked out and not printed, to four decimals."""
    return None if number is None else _plain(rounded(number, 4))


def target_text(target: Target, indicator: Indicator, phrases: Phrases) -> str:
    """A target in a table: "at least 90% by 2026"."""
    key = "target.every-year" if target.every else "target.by"
    return phrases.say(key, text=phrases.line(target, indicator), by=phrases.period(target.by))


def assessment_text(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> str:
    """What is still to go, or that it is reached, or why neither can be told."""
    if assessment.gap is None or assessment.verdict in ("met", "ended"):
        return phrases.say(f"verdict.{assessment.verdict}")
    if assessment.verdict == "unclear":
        return _unclear_text(assessment, phrases)
    size = _gap_text(assessment, indicator, phrases)
    if assessment.due == "open":
        return size
    return phrases.say("togo.missed" if assessment.reaches else "togo.since", size=size)


def _unclear_text(assessment: Assessment, phrases: Phrases) -> str:
    """Between which gaps it lies, where both ends are known."""
    low, high = assessment.gap_low, assessment.gap_high
    if low is None or high is None or low == high:
        return phrases.say("verdict.unclear")
    return phrases.say(
        "togo.unclear", low=phrases.number(low.normalize()), high=phrases.number(high.normalize())
    )


def _gap_text(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> str:
    """The gap with a word where the figures behind it are uncertain."""
    assert assessment.gap is not None
    places = assessment.target.place is not None
    text = phrases.difference(abs(assessment.gap), indicator, places=places)
    word = gap_word(assessment)
    if word == "past":
        return phrases.say("togo.past", size=text)
    return text if word == "value" else phrases.say(f"amount.{word}", number=text)


def verdict_counts(verdicts: Iterable[str], phrases: Phrases) -> str:
    """How many targets are reached, short, unclear, cannot be judged, have ended."""
    assessed = (*JUDGED, "ended")
    found = Counter(verdict if verdict in assessed else "unjudged" for verdict in verdicts)
    order = ("met", "short", "unclear", "unjudged", "ended")
    return ", ".join(
        phrases.say(f"gap.count.{name}", n=found[name]) for name in order if found[name]
    )


def assessment_cell(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> Cell:
    """The same in a cell: reached is good, missed bad, what cannot be told muted."""
    tones: dict[str, Tone] = {"met": "good", "unclear": "warn", "short": ""}
    tone = tones.get(assessment.verdict, "muted")
    if assessment.verdict == "short" and assessment.due == "passed":
        tone = "bad"
    return Cell(assessment_text(assessment, indicator, phrases), tone)


def bar_of(observation: Observation, longest: Decimal) -> Bar | None:
    """The bar of a figure beside others of which ``longest`` is the largest."""
    if longest <= 0 or observation.figure.number < 0:
        return None
    share = float(min(observation.figure.number / longest, Decimal(1)))
    match _BAR_KINDS.get(observation.figure.word):
        case "about":
            return Bar(share, "about")
        case "over":
            return Bar(share, "over")
        case "under":
            return Bar(share, "under")
    return Bar(share)


def flat(row: Mapping[str, object]) -> dict[str, object]:
    """Nested keys joined by "_"; a list or a scope becomes one text."""
    result: dict[str, object] = {}
    for key, value in row.items():
        if not isinstance(value, _NESTED):
            result[key] = value
        elif isinstance(value, list):
            result[key] = " ".join(map(str, value))
        elif key == "scope":
            result[key] = "; ".join(f"{part}={name}" for part, name in value.items())
        else:
            result |= {f"{key}_{name}": part for name, part in flat(value).items()}
    return result
