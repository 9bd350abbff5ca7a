"""What a chart of gaps says: its title, subtitle, notes, and the words for who does not see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dtcompare.analysis.gaps import Gaps
from dtcompare.charts.gap.lines import Dumbbell, Untold, Writer
from dtcompare.charts.gap.marks import Measure, is_on_axis
from dtcompare.view.figures import judgement_text, target_text
from dtcompare.view.results.gap import counts, deadline, distinct_targets, rows_of, subject
from dtcompare.view.voice import Voice

__all__ = ["GapWords", "gap_title"]


def gap_title(gaps: Gaps, voice: Voice) -> str:
    """How many of the targets that can be judged are reached; else what passed in silence."""
    facts = {"subject": subject(gaps, voice)}
    whose = ".national" if gaps.against else ""
    if not gaps.rows:
        return voice.say(f"chart.gap.title.empty{whose}", **facts)
    judged = distinct_targets((*rows_of(gaps, "open"), *rows_of(gaps, "passed")))
    if not judged:
        silent = len(distinct_targets(rows_of(gaps, "silent")))
        if silent:
            return voice.say("chart.gap.title.silent", n=silent, **facts)
        ended = len(rows_of(gaps, "ended")) == len(gaps.rows)
        return voice.say(f"chart.gap.title.{'ended' if ended else 'unjudged'}", **facts)
    verdicts = {
        (row.province, row.judgement.target): row.judgement.verdict
        for row in gaps.rows
        if row.judgement.verdict in ("met", "short", "unclear")
    }
    met = sum(verdict == "met" for verdict in verdicts.values())
    if 0 < met < len(judged):
        return voice.say(f"chart.gap.title.met{whose}", n=met, of=len(judged), **facts)
    key = "all" if met else "open" if "unclear" in verdicts.values() else "none"
    return voice.say(f"chart.gap.title.{key}{whose}", n=len(judged), **facts)


class GapWords:
    """The sentences of one chart."""

    def __init__(
        self,
        gaps: Gaps,
        voice: Voice,
        writer: Writer,
        judged: Mapping[str, Sequence[Dumbbell]],
        untold: Mapping[str, Sequence[Untold]],
        measure: Measure | None,
    ) -> None:
        self.gaps, self.voice, self.writer = gaps, voice, writer
        self.untold, self.measure = untold, measure
        self.lines = [line for part in judged.values() for line in part]
        self.drawn = [line for line in self.lines if line.row is not None]

    def title(self) -> str:
        """The sentence above the chart."""
        return gap_title(self.gaps, self.voice)

    def subtitle(self) -> str:
        """Unit, basis and time that all lines share, then how the verdicts fall."""
        gaps, voice = self.gaps, self.voice
        if not gaps.rows:
            return voice.say("gap.empty.national" if gaps.against else "chart.gap.empty")
        return " ".join(filter(None, (self._measure(), counts(gaps, voice), deadline(gaps, voice))))

    def unit(self) -> str:
        """What is counted as still to go, where that is the same in all lines."""
        symbol = self.measure.symbol if self.measure else ""
        if not symbol or not all(is_on_axis(x, self.measure, self.voice) for x in self.drawn):
            return ""
        return self.voice.say("chart.gap.points") if symbol == "%" else symbol

    def _measure(self) -> str:
        writer, voice = self.writer, self.voice
        parts = []
        if self.measure is not None and self.measure.symbol:
            symbol, basis = self.measure.symbol, writer.basis
            alone = len({line.row.indicator for line in self.drawn if line.row}) == 1
            if alone:
                said = voice.say("chart.footing.basis", symbol=symbol, basis=basis)
                parts.append(said if basis else symbol)
            elif symbol == "%":
                parts.append(voice.say("chart.gap.own-basis"))
        if len(writer.methods) == 1 and writer.methods[0] is not None:
            parts.append(voice.method(writer.methods[0]))
        text = ", ".join(parts)
        told = [f"{text[:1].upper()}{text[1:]}."] if text else []
        if writer.period is not None and self.drawn:
            mixed = any(line.figure.period != writer.period for line in self.drawn)
            key = "chart.gap.period.most" if mixed else "chart.gap.period"
            told.append(voice.say(key, n=len(self.drawn), period=voice.period(writer.period)))
        return " ".join(told)

    def notes(self) -> Iterable[str]:
        """What must be known to read the chart, then the notes of single lines."""
        gaps, say = self.gaps, self.voice.say
        own = [line for line in self.drawn if not is_on_axis(line, self.measure, self.voice)]
        if own:
            key = "all" if len(own) == len(self.drawn) else "some"
            yield say(f"chart.gap.note.own-scale.{key}")
        if any(one.key == two.key for one, two in zip(self.drawn, self.drawn[1:], strict=False)):
            yield say("chart.gap.note.methods")
        if gaps.unjudged:
            yield say("gap.national.unjudged", n=gaps.unjudged)
        if gaps.parts:
            yield f"{say('gap.parts', n=gaps.parts)}."
        for letter, text in self.writer.notes.lettered():
            yield f"({letter}) {text.rstrip('.')}."

    def alt(self, title: str) -> str:
        """The chart in words: what is drawn, every line, and what could not be judged."""
        say = self.voice.say
        rows = "; ".join(map(self._told, self.lines))
        lists = [
            f"{say(f'gap.section.{name}')}: "
            + "; ".join(f"{x.due}: {x.name}, {x.target}: {x.instead}" for x in lines)
            + "."
            for name, lines in self.untold.items()
            if lines
        ]
        key = "chart.gap.alt" if self.drawn else "chart.gap.alt.list"
        measure = self.subtitle().rstrip(".")
        told = say(
            key, title=title, measure=measure, rows=f"{rows}." * bool(rows), lists=" ".join(lists)
        )
        return " ".join(told.split())

    def _told(self, line: Dumbbell) -> str:
        """One line in words."""
        if line.row is None:
            return line.said
        voice, judgement = self.voice, line.row.judgement
        indicator = voice.dataset.indicator(line.row.indicator)
        return voice.say(
            "chart.gap.alt.row",
            name=self.writer.name(line.row),
            target=target_text(judgement.target, indicator, voice),
            figure=voice.figure(line.figure, indicator),
            togo=judgement_text(judgement, indicator, voice),
        )
