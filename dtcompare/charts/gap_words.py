"""What a chart of gaps says: its title and notes, and the few words beside a dumbbell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dtcompare.analysis.gaps import Assessment, GapRow, Gaps
from dtcompare.charts.measure import symbol_text
from dtcompare.charts.style import SHAPES
from dtcompare.charts.values import value_text
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD, Figure, Line, Target
from dtcompare.view.figures import gap_word
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.gap import rows_of, subject


def gap_title(gaps: Gaps, phrases: Phrases) -> str:
    """Return how many of the judged targets are reached; of none what passed without a figure."""
    facts: dict[str, object] = {"subject": subject(gaps, phrases)}
    whose = ".national" if gaps.against else ""
    assessed = [*rows_of(gaps, "open"), *rows_of(gaps, "passed")]
    if not gaps.rows:
        return phrases.say(f"chart.gap.title.empty{whose}", **facts)
    if not assessed:
        return phrases.say(f"chart.gap.title.{_unjudged(gaps)}", n=_silent(gaps), **facts)
    verdicts = [row.assessment.verdict for row in assessed]
    met = verdicts.count("met")
    if 0 < met < len(assessed):
        return phrases.say(f"chart.gap.title.met{whose}", n=met, of=len(assessed), **facts)
    key = "open" if "unclear" in verdicts else "none"
    if met:
        key = "all"
    return phrases.say(f"chart.gap.title.{key}{whose}", n=len(assessed), **facts)


def shapes_of(methods: Iterable[str | None]) -> dict[str | None, str]:
    """Return a shape for each method; the circle for all where there is but one."""
    found = sorted(dict.fromkeys(methods), key=lambda method: method or "")
    if len(list(filter(None, found))) < 2:
        return dict.fromkeys(found, "circle")
    shapes = (*SHAPES, "left", "right")
    return {method: shapes[place % len(shapes)] for place, method in enumerate(found)}


def left_out_notes(gaps: Gaps, phrases: Phrases) -> Iterator[str]:
    """Yield how many targets are no rows, by why."""
    say = phrases.say
    if gaps.unjudged:
        yield say("gap.national.unjudged", n=gaps.unjudged)
    if gaps.totals:
        yield say("gap.totals", n=gaps.totals)
    if gaps.parts:
        yield f"{say('gap.parts', n=gaps.parts)}."


def _silent(gaps: Gaps) -> int:
    """Return how many targets have passed without a figure."""
    return len(rows_of(gaps, "silent"))


def _unjudged(gaps: Gaps) -> str:
    """Return why no target can be judged: silent, ended, or unjudged for another reason."""
    if _silent(gaps):
        return "silent"
    return "ended" if len(rows_of(gaps, "ended")) == len(gaps.rows) else "unjudged"


def pages_behind(assessment: Assessment) -> Iterator[str]:
    """Yield the pages behind a target and the figures it is held against."""
    yield from assessment.sources
    held = (assessment.observation,) if assessment.observation else assessment.instead
    for observation in held:
        yield from observation.sources


def figure_of(row: GapRow) -> Figure:
    """Return the figure that a judged target is held against."""
    assert row.assessment.observation is not None
    return row.assessment.observation.figure


def name_text(row: GapRow, gaps: Gaps, phrases: Phrases) -> str:
    """Return whose target it is, or what it is about: what the question leaves open."""
    parts = []
    if not gaps.province:
        day = None if row.province == NATIONAL else gaps.as_of
        parts.append(phrases.province(row.province, day))
    if not gaps.indicator:
        parts.append(phrases.indicator(row.indicator))
    return ": ".join(parts) or phrases.say("column.latest")


def goal_text(target: Target, phrases: Phrases) -> str:
    """Return the target with signs for its words: "≥ 90%", "top 10 of 34"."""
    if target.place is not None:
        return phrases.place(target.place)
    text, symbol = value_text(target, phrases), symbol_text(target, phrases)
    return f"{text}{symbol}" if symbol == "%" else f"{text} {symbol}".rstrip()


def basis_text(line: Line, phrases: Phrases) -> str:
    """Return what a share is a share of; empty where there is nothing to say."""
    indicator = phrases.dataset.indicator(line.indicator)
    if indicator.fixed_basis:
        return phrases.basis(indicator.bases[0])
    if line.basis in (None, UNSTATED_WORD):
        return ""
    return phrases.basis(line.basis)


def size_text(row: GapRow, phrases: Phrases) -> str:
    """Return what is still to go: "20", "over 5", from its least to its most where that is open."""
    assessment, say = row.assessment, phrases.say
    if assessment.verdict == "met" or assessment.gap is None:
        return say("verdict.met")
    low, high = assessment.gap_low, assessment.gap_high
    if assessment.verdict == "unclear":
        if low is None or high is None or low == high:
            return "–"
        return say("range", low=_signed(low, phrases), high=_signed(high, phrases))
    word, number = gap_word(assessment), phrases.number(abs(assessment.gap))
    if word == "past":
        return say("togo.past", size=number)
    return say(f"chart.value.{word}", number=number)


def _signed(number: Decimal, phrases: Phrases) -> str:
    """Return a number with a minus sign as long as a dash."""
    return phrases.number(number.normalize()).replace("-", "\u2212")


def pace_text(row: GapRow, phrases: Phrases, *, words: bool = False) -> str:
    """Return what is needed a year; else the days left, or that the deadline has passed.

    ``words``: "4.00 a year" in place of the bare number.
    """
    assessment, say = row.assessment, phrases.say
    if assessment.verdict == "met":
        return ""
    if assessment.verdict == "unclear":
        return say("verdict.unclear")
    if assessment.due == "passed":
        return say("chart.gap.missed" if assessment.reaches else "chart.gap.since")
    if assessment.pace is None or assessment.pace.needed is None:
        return say("chart.gap.days", n=assessment.days_left)
    word = gap_word(assessment)
    kind = "value" if word == "past" else word
    text = say(f"chart.value.{kind}", number=_yearly(row, assessment.pace.needed, phrases))
    return say("chart.gap.a-year", number=text) if words else text


def pace_so_far(row: GapRow, name: str, phrases: Phrases) -> str:
    """Return the pace so far beside the one that is needed; empty where either is unknown."""
    assessment, pace = row.assessment, row.assessment.pace
    if assessment.due == "passed" or pace is None or pace.needed is None:
        return ""
    if pace.observed is None or pace.ratio is None or pace.ratio < 1:
        return ""
    text = phrases.say(
        "chart.gap.pace",
        name=name,
        observed=_yearly(row, pace.observed, phrases),
        needed=_yearly(row, pace.needed, phrases),
        ratio=phrases.number(pace.ratio, 1),
        by=phrases.period(assessment.target.by),
    )
    return text.removeprefix(": ")


def _yearly(row: GapRow, number: Decimal, phrases: Phrases) -> str:
    """Return a pace: whole for places and counts, else with two decimals."""
    unit = phrases.dataset.indicator(row.indicator).unit
    whole = row.assessment.target.place is not None or unit.whole
    return phrases.number(number, 0 if whole else 2)
