"""How a changed line is said: when it speaks of, its number, and what decides whether it counts."""

from __future__ import annotations

from dtcompare.analysis.changes import LineChange
from dtcompare.analysis.contradictions import Contradiction
from dtcompare.analysis.word_changes import WordChange
from dtcompare.model.figure import Figure, Line, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.view.phrases import Phrases


def file_text(line: Line) -> str:
    """Say where the line stands: FILE:LINE."""
    return f"{line.file}:{line.row}"


def when(line: Line) -> Period:
    """Return the period of a figure, or the deadline of a target."""
    assert isinstance(line, (Figure, Target))
    return line.period if isinstance(line, Figure) else line.by


def section_of(line: Line) -> str:
    """Return the section of the file: values or targets."""
    return "targets" if isinstance(line, Target) else "values"


def time_text(change: LineChange, phrases: Phrases) -> str:
    """Say when the line speaks of; both times where they differ."""
    key = "diff.by" if isinstance(change.line, Target) else "diff.in"
    sides = [side for side in (change.old, change.new) if side]
    texts = dict.fromkeys(phrases.say(key, period=phrases.period(when(side))) for side in sides)
    return " → ".join(texts)


def line_text(line: Line | None, change: LineChange, phrases: Phrases) -> str:
    """Return the number with its basis, scope and what else decides whether it counts."""
    if line is None:
        return ""
    indicator = phrases.dataset.indicator(line.indicator)
    if isinstance(line, Figure):
        text = phrases.whole_figure(line, indicator)
    else:
        text = phrases.of_basis(phrases.line(line, indicator), line, indicator)
    other = change.old if line is change.new else change.new
    more = [phrases.scope(line.scope)] if line.scope else []
    if line.method is not None and (other is None or other.method != line.method):
        more.append(phrases.method(line.method))
    more += [phrases.rejection(line)] if line.reject else []
    more += [phrases.say("diff.prefer")] if line.prefer else []
    more += [phrases.say("remark.recast")] if line.recast else []
    if other is None or other.change != line.change:
        more += phrases.changes(line)
    notes = phrases.notes(line)
    if other is not None and notes != phrases.notes(other):
        more += notes or [phrases.say("diff.no-note")]
    return f"{text} ({'; '.join(more)})" if more else text


def word_text(change: WordChange) -> str:
    """Say what a word of a declaration said and says: "units: percent: max: 100 → 90"."""
    entry = "".join(f"{part}: " for part in (change.part, change.id, change.word) if part)
    return f"{entry}{change.old or '–'} → {change.new or '–'}"


def aim_text(target: Target, phrases: Phrases) -> str:
    """Say what a target asks for, of which part, by when."""
    indicator = phrases.dataset.indicator(target.indicator)
    text = phrases.of_basis(phrases.line(target, indicator), target, indicator)
    text = f"{text} ({phrases.scope(target.scope)})" if target.scope else text
    key = "target.every-year" if target.every else "target.by"
    return phrases.say(key, text=text, by=phrases.moment(target.by))


def contradiction_text(found: Contradiction, phrases: Phrases) -> str:
    """Say which two lines cannot both be true, the one that counts first."""
    indicator = phrases.dataset.indicator(found.chosen.indicator)
    return phrases.say(
        "diff.contradiction",
        name=phrases.province(found.chosen.province),
        indicator=phrases.indicator(found.chosen.indicator),
        chosen=_told(found.chosen, found.other, indicator, phrases),
        one=found.chosen.source,
        other=_told(found.other, found.chosen, indicator, phrases),
        two=found.other.source,
    )


def _told(line: Line, other: Line, indicator: Indicator, phrases: Phrases) -> str:
    """Return the number, or the place where that is all in which the two can differ."""
    alone = line.amount is None or other.amount is None or line.amount == other.amount
    if line.place is not None and other.place is not None and alone:
        return phrases.place(line.place)
    return phrases.line(line, indicator)
