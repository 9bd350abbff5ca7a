"""What a chart of gaps says: its title, subtitle, notes, and the words for who does not see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dtcompare.analysis.gaps import Gaps
from dtcompare.charts.gap.lines import Dumbbell, Untold, Writer
from dtcompare.charts.gap.marks import Measure, is_on_axis
from dtcompare.view.figures import assessment_text, target_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.gap import counts, deadline, distinct_targets, rows_of, subject

__all__ = ["GapWords", "gap_title"]


def gap_title(gaps: Gaps, phrases: Phrases) -> str:
    """How many of the targets that can be judged are reached; else what passed in silence."""
    facts = {"subject": subject(gaps, phrases)}
    whose = ".national" if gaps.against else ""
    if not gaps.rows:
        return phrases.say(f"chart.gap.title.empty{whose}", **facts)
    assessed = distinct_targets((*rows_of(gaps, "open"), *rows_of(gaps, "passed")))
    if not assessed:
        silent = len(distinct_targets(rows_of(gaps, "silent")))
        if silent:
            return phrases.say("chart.gap.title.silent", n=silent, **facts)
        ended = len(rows_of(gaps, "ended")) == len(gaps.rows)
        return phrases.say(f"chart.gap.title.{'ended' if ended else 'unjudged'}", **facts)
    verdicts = {
        (row.province, row.assessment.target): row.assessment.verdict
        for row in gaps.rows
        if row.assessment.verdict in ("met", "short", "unclear")
    }
    met = sum(verdict == "met" for verdict in verdicts.values())
    if 0 < met < len(assessed):
        return phrases.say(f"chart.gap.title.met{whose}", n=met, of=len(assessed), **facts)
    key = "all" if met else "open" if "unclear" in verdicts.values() else "none"
    return phrases.say(f"chart.gap.title.{key}{whose}", n=len(assessed), **facts)


class GapWords:
    """The sentences of one chart."""

    def __init__(
        self,
        gaps: Gaps,
        phrases: Phrases,
        writer: Writer,
        assessed: Mapping[str, Sequence[Dumbbell]],
        untold: Mapping[str, Sequence[Untold]],
        measure: Measure | None,
    ) -> None:
        self.gaps, self.phrases, self.writer = gaps, phrases, writer
        self.untold, self.measure = untold, measure
        self.lines = [line for part in assessed.values() for line in part]
        self.drawn = [line for line in self.lines if line.row is not None]

    def title(self) -> str:
        """The sentence above the chart."""
        return gap_title(self.gaps, self.phrases)

    def subtitle(self) -> str:
        """Unit, basis and time that all lines share, then how the verdicts fall."""
        gaps, phrases = self.gaps, self.phrases
        if not gaps.rows:
            return phrases.say("gap.empty.national" if gaps.against else "chart.gap.empty")
        return " ".join(
            filter(None, (self._measure(), counts(gaps, phrases), deadline(gaps, phrases)))
        )

    def unit(self) -> str:
        """What is counted as still to go, where that is the same in all lines."""
        symbol = self.measure.symbol if self.measure else ""
        if not symbol or not all(is_on_axis(x, self.measure, self.phrases) for x in self.drawn):
            return ""
        return self.phrases.say("chart.gap.points") if symbol == "%" else symbol

    def _measure(self) -> str:
        writer, phrases = self.writer, self.phrases
        parts = []
        if self.measure is not None and self.measure.symbol:
            symbol, basis = self.measure.symbol, writer.basis
            alone = len({line.row.indicator for line in self.drawn if line.row}) == 1
            if alone:
                said = phrases.say("chart.footing.basis", symbol=symbol, basis=basis)
                parts.append(said if basis else symbol)
            elif symbol == "%":
                parts.append(phrases.say("chart.gap.own-basis"))
        if len(writer.methods) == 1 and writer.methods[0] is not None:
            parts.append(phrases.method(writer.methods[0]))
        text = ", ".join(parts)
        told = [f"{text[:1].upper()}{text[1:]}."] if text else []
        if writer.period is not None and self.drawn:
            mixed = any(line.figure.period != writer.period for line in self.drawn)
            key = "chart.gap.period.most" if mixed else "chart.gap.period"
            told.append(phrases.say(key, n=len(self.drawn), period=phrases.period(writer.period)))
        return " ".join(told)

    def notes(self) -> Iterable[str]:
        """What must be known to read the chart, then the notes of single lines."""
        gaps, say = self.gaps, self.phrases.say
        own = [line for line in self.drawn if not is_on_axis(line, self.measure, self.phrases)]
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
        say = self.phrases.say
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
        phrases, assessment = self.phrases, line.row.assessment
        indicator = phrases.dataset.indicator(line.row.indicator)
        return phrases.say(
            "chart.gap.alt.row",
            name=self.writer.name(line.row),
            target=target_text(assessment.target, indicator, phrases),
            figure=phrases.figure(line.figure, indicator),
            togo=assessment_text(assessment, indicator, phrases),
        )
