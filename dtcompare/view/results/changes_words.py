"""How a changed line is said: when it speaks of, its number, and what decides whether it counts."""

from __future__ import annotations

from dtcompare.analysis.changes import Contradiction, LineChange
from dtcompare.model.figure import Figure, Line, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.view.voice import Voice

__all__ = [
    "aim_text",
    "contradiction_text",
    "file_text",
    "said",
    "section_of",
    "time_text",
    "when",
]


def file_text(line: Line) -> str:
    """Where the line stands: FILE:LINE."""
    return f"{line.file}:{line.row}"


def when(line: Line) -> Period:
    """The period of a figure, or the deadline of a target."""
    assert isinstance(line, (Figure, Target))
    return line.period if isinstance(line, Figure) else line.by


def section_of(line: Line) -> str:
    """The section of the file: values or targets."""
    return "targets" if isinstance(line, Target) else "values"


def time_text(change: LineChange, voice: Voice) -> str:
    """When the line speaks of; both times where they differ."""
    key = "diff.by" if isinstance(change.line, Target) else "diff.in"
    sides = [side for side in (change.old, change.new) if side]
    texts = dict.fromkeys(voice.say(key, period=voice.period(when(side))) for side in sides)
    return " → ".join(texts)


def said(line: Line | None, change: LineChange, voice: Voice) -> str:
    """The number with its basis, scope and what else decides whether it counts."""
    if line is None:
        return ""
    indicator = voice.dataset.indicator(line.indicator)
    text = voice.line(line, indicator)
    if isinstance(line, Figure):
        text = voice.figure(line, indicator)
    text = voice.of_basis(text, line, indicator)
    other = change.old if line is change.new else change.new
    more = [voice.scope(line.scope)] if line.scope else []
    if line.method is not None and (other is None or other.method != line.method):
        more.append(voice.method(line.method))
    more += [voice.say("remark.rejected", why=line.reject)] if line.reject else []
    more += [voice.say("diff.prefer")] if line.prefer else []
    more += [voice.say("remark.recast")] if line.recast else []
    if other is None or other.change != line.change:
        more += voice.changes(line)
    if other is not None and line.note != other.note:
        more += [line.note] if line.note else [voice.say("diff.no-note")]
    return f"{text} ({'; '.join(more)})" if more else text


def aim_text(target: Target, voice: Voice) -> str:
    """What a target asks for, of which part, by when."""
    indicator = voice.dataset.indicator(target.indicator)
    text = voice.of_basis(voice.line(target, indicator), target, indicator)
    text = f"{text} ({voice.scope(target.scope)})" if target.scope else text
    key = "target.every-year" if target.every else "target.by"
    return voice.say(key, text=text, by=voice.period(target.by))


def contradiction_text(found: Contradiction, voice: Voice) -> str:
    """Two lines that cannot both be true, the one that counts first."""
    indicator = voice.dataset.indicator(found.chosen.indicator)
    return voice.say(
        "diff.contradiction",
        name=voice.province(found.chosen.province),
        indicator=voice.indicator(found.chosen.indicator),
        chosen=_told(found.chosen, found.other, indicator, voice),
        one=found.chosen.source,
        other=_told(found.other, found.chosen, indicator, voice),
        two=found.other.source,
    )


def _told(line: Line, other: Line, indicator: Indicator, voice: Voice) -> str:
    """The number, or the place where that is all in which the two can differ."""
    alone = line.amount is None or other.amount is None or line.amount == other.amount
    if line.place is not None and other.place is not None and alone:
        return voice.place(line.place)
    return voice.line(line, indicator)
