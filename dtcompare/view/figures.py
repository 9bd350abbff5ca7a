"""Figures, targets and assessments as JSON keys and in words, the same in every command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from dtcompare.analysis.gaps import JUDGED, Assessment
from dtcompare.analysis.observations import Observation
from dtcompare.model.figure import Figure, Scope, Target
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.text import rounded
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Bar, BarKind, Cell, Tone

if TYPE_CHECKING:
    from dtcompare.analysis.groups import Edition, Window
    from dtcompare.analysis.places import RankInterval
    from dtcompare.view.documents.shared import (
        AssessmentDocument,
        EditionDocument,
        FigureDocument,
        IndicatorDocument,
        OtherMethodDocument,
        ProvinceDocument,
        SeasonDocument,
        TargetDocument,
    )

_BAR_KINDS: Mapping[str, BarKind] = {
    "about": "about",
    "over": "over",
    "at_least": "over",
    "nearly": "nearly",
    "at_most": "under",
}
_NESTED = (dict, list)
_ALIKE = Decimal("0.7")  # of the largest score: the least is above, and bars show no difference


def province_document(id: str, phrases: Phrases, day: date | None = None) -> ProvinceDocument:
    """Return a province by its id and its name, on ``day`` where given."""
    return {"province": id, "name": phrases.province(id, day)}


def indicator_document(indicator: Indicator, phrases: Phrases) -> IndicatorDocument:
    """Return what is measured."""
    return {
        "id": indicator.id,
        "name": indicator.name.say(phrases.lang),
        "unit": indicator.unit.id,
        "better": indicator.better,
    }


def season_document(season: Window | None) -> SeasonDocument | None:
    """Return the window in which the periods of figures that compare end."""
    return {"start": season.start, "end": season.end} if season else None


def edition_document(edition: Edition | None) -> EditionDocument | None:
    """Return an edition of a published index."""
    return {"period": edition.period, "of": edition.of} if edition else None


def figure_document(
    observation: Observation, indicator: Indicator, phrases: Phrases
) -> FigureDocument:
    """Return the keys every figure has: number, interval, text, period, series, status, pages."""
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
        "scope": phrases.scope_names(figure.scope),
        "figure_status": figure.status,
        "recast": figure.recast,
        "remarks": list(figure.remarks),
        "note": figure.note.say(phrases.lang) if figure.note else None,
        "source": figure.source,
        "sources": list(observation.sources),
    }


def figure_text(figure: Figure, phrases: Phrases) -> str:
    """Return a figure with what it is a share of, how it was measured and which part it is of.

    Of an index the place stands before the score.
    """
    indicator = phrases.dataset.indicator(figure.indicator)
    parts = [phrases.whole_figure(figure, indicator)]
    if figure.place is not None and figure.amount is not None:
        parts.insert(0, phrases.place(figure.place))
    if figure.method is not None:
        parts.append(phrases.method(figure.method))
    if figure.scope:
        parts.append(phrases.scope(figure.scope))
    return ", ".join(parts)


def series_words(
    phrases: Phrases, basis: str | None, method: str | None, scope: Scope = ()
) -> list[str]:
    """Return what decides whether figures compare: "share of area", the method, the part."""
    parts = []
    if basis is not None:
        parts.append(phrases.say("footing.basis", basis=phrases.basis(basis)))
    if method is not None:
        parts.append(phrases.method(method))
    if scope:
        parts.append(phrases.scope(scope))
    return parts


def rank_text(interval: RankInterval, phrases: Phrases, *, tied: bool = False) -> str:
    """Return a place, "3 of 9", with those that it may really be where that is uncertain."""
    key = "place.tied" if tied else "place.rank"
    text = phrases.say(key, number=interval.rank, of=interval.of)
    if interval.best == interval.worst:
        return text
    return phrases.say("place.uncertain", place=text, best=interval.best, worst=interval.worst)


def hedged(
    text: str, number: Decimal, low: Decimal | None, high: Decimal | None, phrases: Phrases
) -> str:
    """Return ``text``, which says ``number``, with a word where it may be ``low`` to ``high``."""
    word = _hedge(number, low, high)
    return text if word == "value" else phrases.say(f"amount.{word}", number=text)


def _hedge(number: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    """Return the word for a number that may be ``low`` to ``high``; "value" for one that is not."""
    if low == high:
        return "value"
    if number == low:
        return "over"
    return "at_most" if number == high else "about"


def gap_word(assessment: Assessment) -> str:
    """Return the word before what is still to go: value, over, at_most, about.

    "past" where the printed numbers are past the target and only what they may mean is not.
    """
    assert assessment.gap is not None
    low, high = assessment.gap_low, assessment.gap_high
    if low == high:
        return "over" if assessment.target.word == "over" and assessment.gap >= 0 else "value"
    return "past" if assessment.gap < 0 else _hedge(assessment.gap, low, high)


def _plain(number: Decimal | None) -> Decimal | None:
    """Return a number that was worked out, without closing zeros and exponent."""
    return None if number is None else Decimal(f"{number.normalize():f}")


def target_document(
    target: Target, indicator: Indicator, phrases: Phrases, sources: Sequence[str] = ()
) -> TargetDocument:
    """Return the keys every target has; ``sources`` are all its pages, its own without any."""
    return {
        "by": target.by.text,
        "every": target.every,
        "word": target.word,
        "value": target.number,
        "text": phrases.line(target, indicator),
        "basis": target.basis,
        "method": target.method,
        "scope": phrases.scope_names(target.scope),
        "remarks": list(target.remarks),
        "note": target.note.say(phrases.lang) if target.note else None,
        "source": target.source,
        "sources": list(sources or (target.source,)),
    }


def assessment_document(
    assessment: Assessment, indicator: Indicator, phrases: Phrases
) -> AssessmentDocument:
    """Return target, figure, gap and verdict as the keys of ``gap``."""
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
        "other_methods": [
            _other_method_document(other, indicator, phrases) for other in assessment.other_methods
        ],
    }


def _other_method_document(
    assessment: Assessment, indicator: Indicator, phrases: Phrases
) -> OtherMethodDocument:
    assert assessment.observation is not None
    return {
        "figure": figure_document(assessment.observation, indicator, phrases),
        "gap": assessment.gap,
        "gap_low": _plain(assessment.gap_low),
        "gap_high": _plain(assessment.gap_high),
        "verdict": assessment.verdict,
    }


def _rate(number: Decimal | None) -> Decimal | None:
    """Return a pace, which is worked out and not printed, to four decimals."""
    return None if number is None else _plain(rounded(number, 4))


def target_text(target: Target, indicator: Indicator, phrases: Phrases) -> str:
    """Return a target in a table: "at least 90% by 2026"."""
    key = "target.every-year" if target.every else "target.by"
    return phrases.say(key, text=phrases.line(target, indicator), by=phrases.moment(target.by))


def assessment_text(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> str:
    """Say what is still to go, or that it is reached, or why neither can be told."""
    if assessment.gap is None or assessment.verdict in ("met", "ended"):
        return phrases.say(f"verdict.{assessment.verdict}")
    if assessment.verdict == "unclear":
        low, high = assessment.gap_low, assessment.gap_high
        if low is None or high is None or low == high:
            return phrases.say("verdict.unclear")
        ends = {"low": phrases.number(low.normalize()), "high": phrases.number(high.normalize())}
        return phrases.say("togo.unclear", **ends)
    size = gap_text(assessment, indicator, phrases)
    if assessment.due == "open":
        return size
    if assessment.reaches or assessment.observation is None:
        return phrases.say("togo.missed", size=size)
    when = phrases.moment(assessment.observation.figure.period)
    return phrases.say("togo.since", size=size, when=when)


def gap_text(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> str:
    """Return the gap with a word where the figures behind it are uncertain."""
    assert assessment.gap is not None
    places = assessment.target.place is not None
    text = phrases.difference(abs(assessment.gap), indicator, places=places)
    word = gap_word(assessment)
    if word == "past":
        return phrases.say("togo.past", size=text)
    return text if word == "value" else phrases.say(f"amount.{word}", number=text)


def verdict_counts(verdicts: Iterable[str], phrases: Phrases) -> str:
    """Say how many targets are reached, short, unclear, cannot be judged, have ended."""
    assessed = (*JUDGED, "ended")
    found = Counter(verdict if verdict in assessed else "unjudged" for verdict in verdicts)
    order = ("met", "short", "unclear", "unjudged", "ended")
    return ", ".join(
        phrases.say(f"gap.count.{name}", n=found[name]) for name in order if found[name]
    )


def assessment_cell(assessment: Assessment, indicator: Indicator, phrases: Phrases) -> Cell:
    """Return the same in a cell: reached is good, missed bad, what cannot be told muted."""
    tones: dict[str, Tone] = {"met": "good", "unclear": "warn", "short": ""}
    tone = tones.get(assessment.verdict, "muted")
    if assessment.verdict == "short" and assessment.due == "passed":
        tone = "bad"
    return Cell(assessment_text(assessment, indicator, phrases), tone)


class BarScale(Struct, frozen=True):
    """Numbers between which bars are drawn: ``low`` is 0 or below it, ``high`` 0 or above it.

    Without room between them there are no bars.
    """

    low: Decimal
    high: Decimal

    def bar(self, number: Decimal, kind: BarKind = "exact") -> Bar | None:
        """Return the bar of a number, from 0 to it or to the end of the scale."""
        wide = self.high - self.low
        if wide <= 0:
            return None
        held = min(max(number, self.low), self.high)
        return Bar(float(abs(held) / wide), kind, float((min(held, Decimal(0)) - self.low) / wide))


NO_BARS = BarScale(Decimal(0), Decimal(0))


def bar_scale(numbers: Iterable[Decimal], unit: Unit) -> BarScale:
    """Return the scale of bars for some numbers; none where they would look alike.

    Those of a published index do that lie close together: their bars are left out.
    """
    known = list(numbers)
    low, high = min([Decimal(0), *known]), max([Decimal(0), *known])
    if unit.ranked and known and min(known) > high * _ALIKE:
        return NO_BARS
    return BarScale(low, high)


def bar_of(observation: Observation, scale: BarScale) -> Bar | None:
    """Return the bar of a figure on the scale of those beside it."""
    figure = observation.figure
    return scale.bar(figure.number, _BAR_KINDS.get(figure.word, "exact"))


def flat(row: Mapping[str, object]) -> dict[str, object]:
    """Return a row with nested keys joined by "_"; a list or a scope becomes one text.

    A key that begins with the outer one keeps its name: figure_status of figure.
    """
    result: dict[str, object] = {}
    for key, value in row.items():
        if not isinstance(value, _NESTED):
            result[key] = value
        elif isinstance(value, list):
            result[key] = " ".join(map(str, value))
        elif key == "scope":
            result[key] = "; ".join(f"{part}={name}" for part, name in value.items())
        else:
            for name, part in flat(value).items():
                result[name if name.startswith(f"{key}_") else f"{key}_{name}"] = part
    return result


def unit_text(unit: Unit, phrases: Phrases) -> str:
    """Return the symbol of a unit, or what stands for it."""
    if unit.symbol is not None:
        return unit.symbol.say(phrases.lang)
    return phrases.say("unit.index" if unit.ranked else "unit.number")
