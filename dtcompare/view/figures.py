"""Figures, targets and judgements as JSON keys, the same in every command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from dtcompare.analysis.gaps import JUDGED, Judgement
from dtcompare.analysis.reports import Report
from dtcompare.model.figure import Figure, Target
from dtcompare.model.indicator import Indicator
from dtcompare.text import rounded
from dtcompare.view.sheet import Bar, Cell, Tone
from dtcompare.view.voice import Voice

__all__ = [
    "bar_of",
    "document_number",
    "figure_document",
    "figure_text",
    "flat",
    "gap_word",
    "hedged",
    "judgement_cell",
    "judgement_document",
    "judgement_text",
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


def figure_document(report: Report, indicator: Indicator, voice: Voice) -> dict[str, object]:
    """The keys every figure has: number, interval, text, period, footing, status, sources."""
    figure, interval = report.figure, report.interval
    return {
        "word": figure.word,
        "value": document_number(figure.number),
        "low": _plain(interval.low),
        "high": _plain(interval.high),
        "text": voice.line(figure, indicator),
        "period": figure.period.text,
        "basis": figure.basis,
        "method": figure.method,
        "scope": dict(figure.scope) or None,
        "figure_status": figure.status,
        "recast": figure.recast,
        "note": figure.note,
        "source": figure.source,
        "sources": list(report.sources),
    }


def figure_text(figure: Figure, voice: Voice) -> str:
    """A figure with what it is a share of, how it was measured and which part it speaks of.

    Of an index the place stands before the score.
    """
    indicator = voice.dataset.indicator(figure.indicator)
    parts = [voice.of_basis(voice.figure(figure, indicator), figure, indicator)]
    if figure.place is not None and figure.amount is not None:
        parts.insert(0, voice.place(figure.place))
    if figure.method is not None:
        parts.append(voice.method(figure.method))
    if figure.scope:
        parts.append(voice.scope(figure.scope))
    return ", ".join(parts)


def hedged(
    text: str, number: Decimal, low: Decimal | None, high: Decimal | None, voice: Voice
) -> str:
    """``text``, which says ``number``, with a word where it may really be ``low`` to ``high``."""
    word = _hedge(number, low, high)
    return text if word == "value" else voice.say(f"amount.{word}", number=text)


def _hedge(number: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    """The word for a number that may really be ``low`` to ``high``; "value" for one that is not."""
    if low == high:
        return "value"
    if number == low:
        return "over"
    return "at_most" if number == high else "about"


def gap_word(judgement: Judgement) -> str:
    """The word before what is still to go: value, over, at_most, about.

    "past" where the printed numbers are past the target and only what they may mean is not.
    """
    assert judgement.gap is not None
    low, high = judgement.gap_low, judgement.gap_high
    if low == high:
        return "over" if judgement.target.word == "over" and judgement.gap >= 0 else "value"
    return "past" if judgement.gap < 0 else _hedge(judgement.gap, low, high)


def _plain(number: Decimal | None) -> Decimal | None:
    """A number that was worked out, without closing zeros."""
    return None if number is None else document_number(number.normalize())


def document_number(number: Decimal | None) -> Decimal | None:
    """The number without an exponent."""
    if number is None or "E" not in str(number):
        return number
    return Decimal(f"{number:f}")


def target_document(
    target: Target, indicator: Indicator, voice: Voice, sources: Sequence[str] = ()
) -> dict[str, object]:
    """The keys every target has; ``sources`` are all its pages, its own where none are given."""
    return {
        "by": target.by.text,
        "every": target.every,
        "word": target.word,
        "value": document_number(target.number),
        "text": voice.line(target, indicator),
        "basis": target.basis,
        "method": target.method,
        "scope": dict(target.scope) or None,
        "note": target.note,
        "source": target.source,
        "sources": list(sources or (target.source,)),
    }


def judgement_document(
    judgement: Judgement, indicator: Indicator, voice: Voice
) -> dict[str, object]:
    """Target, figure, gap and verdict as the keys of ``gap``."""
    pace = judgement.pace
    report = judgement.report
    return {
        "basis": judgement.target.basis,
        "method": report.figure.method if report else judgement.target.method,
        "figure": figure_document(report, indicator, voice) if report else None,
        "target": target_document(judgement.target, indicator, voice, judgement.sources),
        "gap": document_number(judgement.gap),
        "gap_low": _plain(judgement.gap_low),
        "gap_high": _plain(judgement.gap_high),
        "verdict": judgement.verdict,
        "due": judgement.due,
        "days_left": judgement.days_left,
        "current": judgement.current,
        "needed_per_year": _rate(pace.needed if pace else None),
        "observed_per_year": _rate(pace.observed if pace else None),
        "arrival": pace.arrival if pace else None,
    }


def _rate(number: Decimal | None) -> Decimal | None:
    """A pace, which is worked out and not printed, to four decimals."""
    return None if number is None else _plain(rounded(number, 4))


def target_text(target: Target, indicator: Indicator, voice: Voice) -> str:
    """A target in a table: "at least 90% by 2026"."""
    key = "target.every-year" if target.every else "target.by"
    return voice.say(key, text=voice.line(target, indicator), by=voice.period(target.by))


def judgement_text(judgement: Judgement, indicator: Indicator, voice: Voice) -> str:
    """What is still to go, or that it is reached, or why neither can be told."""
    if judgement.gap is None or judgement.verdict in ("met", "ended"):
        return voice.say(f"verdict.{judgement.verdict}")
    if judgement.verdict == "unclear":
        return _unclear_text(judgement, voice)
    size = _gap_text(judgement, indicator, voice)
    if judgement.due == "open":
        return size
    return voice.say("togo.missed" if judgement.reaches else "togo.since", size=size)


def _unclear_text(judgement: Judgement, voice: Voice) -> str:
    """Between which gaps it lies, where both ends are known."""
    low, high = judgement.gap_low, judgement.gap_high
    if low is None or high is None or low == high:
        return voice.say("verdict.unclear")
    return voice.say(
        "togo.unclear", low=voice.number(low.normalize()), high=voice.number(high.normalize())
    )


def _gap_text(judgement: Judgement, indicator: Indicator, voice: Voice) -> str:
    """The gap with a word where the figures behind it are uncertain."""
    assert judgement.gap is not None
    places = judgement.target.place is not None
    text = voice.difference(abs(judgement.gap), indicator, places=places)
    word = gap_word(judgement)
    if word == "past":
        return voice.say("togo.past", size=text)
    return text if word == "value" else voice.say(f"amount.{word}", number=text)


def verdict_counts(verdicts: Iterable[str], voice: Voice) -> str:
    """How many targets are reached, short, unclear, cannot be judged, have ended."""
    judged = (*JUDGED, "ended")
    found = Counter(verdict if verdict in judged else "unjudged" for verdict in verdicts)
    order = ("met", "short", "unclear", "unjudged", "ended")
    return ", ".join(voice.say(f"gap.count.{name}", n=found[name]) for name in order if found[name])


def judgement_cell(judgement: Judgement, indicator: Indicator, voice: Voice) -> Cell:
    """The same in a cell: reached is good, missed bad, what cannot be told muted."""
    tones: dict[str, Tone] = {"met": "good", "unclear": "warn", "short": ""}
    tone = tones.get(judgement.verdict, "muted")
    if judgement.verdict == "short" and judgement.due == "passed":
        tone = "bad"
    return Cell(judgement_text(judgement, indicator, voice), tone)


def bar_of(report: Report, longest: Decimal) -> Bar | None:
    """The bar of a figure beside others of which ``longest`` is the largest."""
    if longest <= 0 or report.figure.number < 0:
        return None
    share = float(min(report.figure.number / longest, Decimal(1)))
    match _BAR_KINDS.get(report.figure.word):
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
