"""Gaps as lines of a chart: the few words that are said of every target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.gaps import GapRow, Gaps
from dtcompare.analysis.observations import Observation
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.page import unbroken
from dtcompare.charts.values import Kind, kind_of, value_text
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD, Figure, Line, Place, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.view.citations import Notes
from dtcompare.view.figures import gap_word
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.gap import rows_of

__all__ = ["Dumbbell", "Untold", "Writer"]


class Dumbbell(Struct, frozen=True):
    """A target held against a figure: what is drawn and what is written beside it.

    ``said`` alone stands for lines that are not shown.
    """

    row: GapRow | None = None
    due: str = ""
    name: str = ""
    beside: str = ""
    value: str = ""
    target: str = ""
    togo: str = ""
    pace: str = ""
    highlighted: bool = False
    said: str = ""

    @property
    def key(self) -> object:
        """Whose target it is, and which: lines of one target are held against several figures."""
        return (self.row.province, self.row.assessment.target) if self.row else None

    @property
    def verdict(self) -> str:
        """How the target was judged."""
        return self.row.assessment.verdict if self.row else ""

    @property
    def method(self) -> str | None:
        """How the figure was measured, where that varies for its indicator."""
        observation = self.row.assessment.observation if self.row else None
        return observation.figure.method if observation else None

    @property
    def places(self) -> bool:
        """Whether target and figure are places."""
        return self.row is not None and self.row.assessment.target.place is not None

    @property
    def figure(self) -> Figure:
        """The figure that the target is held against."""
        assert self.row is not None
        assert self.row.assessment.observation is not None
        return self.row.assessment.observation.figure

    @property
    def number(self) -> Decimal:
        """The number that is drawn: the place where the target is one."""
        figure = self.figure
        if self.places and figure.place is not None:
            return Decimal(figure.place.number)
        return figure.number

    @property
    def aim(self) -> Decimal:
        """The number of the target; the place where the target is one."""
        assert self.row is not None
        target = self.row.assessment.target
        return Decimal(target.place.number) if target.place is not None else target.number

    @property
    def kind(self) -> Kind:
        """The kind of value."""
        return "exact" if self.places else kind_of(self.figure)


class Untold(Struct, frozen=True):
    """A target that cannot be judged, in words."""

    row: GapRow
    due: str
    name: str
    target: str
    instead: str
    highlighted: bool = False


class Writer:
    """Says in few words what the rows of a result say; keeps the notes as they are met."""

    def __init__(
        self, gaps: Gaps, phrases: Phrases, options: ChartOptions, *, annotated: bool
    ) -> None:
        self.gaps, self.phrases, self.options = gaps, phrases, options
        self.annotated = annotated
        self.notes = Notes()
        assessed = [r for r in gaps.rows if r.assessment.observation is not None]
        self.period = _commonest(_periods(assessed))
        self.basis = _shared(_bases(assessed, phrases))
        self.methods = tuple(sorted(dict.fromkeys(_methods(assessed)), key=lambda m: m or ""))

    @property
    def heading(self) -> str:
        """What stands over the names."""
        phrases = self.phrases
        if self.gaps.province is None:
            return phrases.dataset.about.heading.say(phrases.lang)
        return phrases.say("column.indicator")

    def name(self, row: GapRow) -> str:
        """Whose target it is, or what it is about: what the question leaves open."""
        phrases, gaps = self.phrases, self.gaps
        day = None if row.province == NATIONAL else gaps.as_of
        parts = [] if gaps.province else [phrases.province(row.province, day)]
        if not gaps.indicator:
            parts.append(phrases.indicator(row.indicator))
        if not parts:
            return phrases.say("column.latest")
        return ": ".join(parts)

    def dumbbells(self, section: str) -> tuple[Dumbbell, ...]:
        """The judged targets of a section, in the result's order."""
        return tuple(self._dumbbell(row) for row in rows_of(self.gaps, section))

    def untold(self, section: str) -> tuple[Untold, ...]:
        """The targets of a section that cannot be judged, in the result's order."""
        return tuple(
            Untold(
                row=row,
                due=self.phrases.period(row.assessment.target.by),
                name=self.name(row),
                target=self._aim_of(row),
                instead=self._instead(row),
                highlighted=row.province in self.options.highlight,
            )
            for row in rows_of(self.gaps, section)
        )

    # A judged target

    def _dumbbell(self, row: GapRow) -> Dumbbell:
        assessment, phrases = row.assessment, self.phrases
        indicator = phrases.dataset.indicator(row.indicator)
        target = assessment.target
        assert assessment.observation is not None
        figure = assessment.observation.figure
        places = target.place is not None
        return Dumbbell(
            row=row,
            due=phrases.period(target.by),
            name=self.name(row),
            beside=self._beside(row, figure, indicator),
            value=_place_text(figure.place, phrases) if places else value_text(figure, phrases),
            target=self.short(target, indicator),
            togo=self._togo(row),
            pace=self._pace(row, indicator),
            highlighted=row.province in self.options.highlight,
        )

    def short(self, target: Target, indicator: Indicator) -> str:
        """The target with signs for its words: "≥ 90%", "top 10 of 34"."""
        if target.place is not None:
            return self.phrases.place(target.place)
        text = value_text(target, self.phrases)
        symbol = indicator.unit.symbol.say(self.phrases.lang) if indicator.unit.symbol else ""
        return f"{text}{symbol}" if symbol == "%" else f"{text} {symbol}".rstrip()

    def _beside(self, row: GapRow, figure: Figure, indicator: Indicator) -> str:
        """When, how firm, of what and of which part, where that is not every line's."""
        phrases, target = self.phrases, row.assessment.target
        said = []
        if figure.period != self.period:
            said.append(phrases.period(figure.period))
        if figure.status is not None:
            said.append(phrases.say(f"status.{figure.status}"))
        basis = _basis(figure, indicator, phrases)
        if basis and basis != self.basis and not indicator.fixed_basis:
            said.append(phrases.say("chart.gap.of-basis", basis=basis))
        if figure.scope:
            said.append(phrases.scope(figure.scope))
        text = ", ".join(said)
        marks = self.notes.mark(figure.note, target.note) if self.annotated else ""
        return " ".join(filter(None, (text, marks)))

    def _togo(self, row: GapRow) -> str:
        assessment, say = row.assessment, self.phrases.say
        if assessment.verdict == "met":
            return say("verdict.met")
        assert assessment.gap is not None
        low, high = assessment.gap_low, assessment.gap_high
        if assessment.verdict == "unclear":
            if low is None or high is None or low == high:
                return "–"
            ends = (self._signed(low.normalize()), self._signed(high.normalize()))
            return say("range", low=ends[0], high=ends[1])
        word, number = gap_word(assessment), self.phrases.number(abs(assessment.gap))
        if word == "past":
            return say("togo.past", size=number)
        return say(f"chart.value.{word}", number=number)

    def _signed(self, number: Decimal) -> str:
        """A number with a minus sign as long as a dash."""
        return self.phrases.number(number).replace("-", "\u2212")

    def _pace(self, row: GapRow, indicator: Indicator) -> str:
        """What is needed a year; else the days left, or that the deadline has passed."""
        assessment, say = row.assessment, self.phrases.say
        if assessment.verdict == "unclear":
            return say("verdict.unclear")
        if assessment.verdict == "met":
            return ""
        if assessment.due == "passed":
            return say("chart.gap.missed" if assessment.reaches else "chart.gap.since")
        pace = assessment.pace
        if pace is None or pace.needed is None:
            return say("chart.gap.days", n=assessment.days_left)
        whole = assessment.target.place is not None or indicator.unit.whole
        needed = self.phrases.number(pace.needed, 0 if whole else 2)
        word = gap_word(assessment)
        return say(f"chart.value.{'value' if word == 'past' else word}", number=needed)

    def pace_so_far(self, row: GapRow) -> str:
        """The pace so far beside the one that is needed; empty where either is unknown."""
        assessment, phrases = row.assessment, self.phrases
        pace = assessment.pace
        if assessment.due == "passed" or pace is None or pace.needed is None:
            return ""
        if pace.observed is None or pace.ratio is None or pace.ratio < 1:
            return ""
        whole = phrases.dataset.indicator(row.indicator).unit.whole
        return phrases.say(
            "chart.gap.pace",
            name=self.name(row) if not (self.gaps.province and self.gaps.indicator) else "",
            observed=phrases.number(pace.observed, 0 if whole else 2),
            needed=phrases.number(pace.needed, 0 if whole else 2),
            ratio=phrases.number(pace.ratio, 1),
            by=phrases.period(assessment.target.by),
        ).removeprefix(": ")

    # A target that cannot be judged

    def _aim_of(self, row: GapRow) -> str:
        """The target with what it is a share of, or that nobody says."""
        phrases, target = self.phrases, row.assessment.target
        indicator = phrases.dataset.indicator(row.indicator)
        text = phrases.line(target, indicator)
        if target.every:
            text = phrases.say("target.each-year", text=text)
        text = phrases.of_basis(text, target, indicator)
        if target.scope:
            text = phrases.say("figure.scope", text=text, scope=phrases.scope(target.scope))
        return self._marked(text, target.note)

    def _instead(self, row: GapRow) -> str:
        """What is reported instead, or that nothing is found."""
        assessment, phrases = row.assessment, self.phrases
        shown = [assessment.observation] if assessment.observation else list(assessment.instead)
        if not shown:
            return phrases.say("verdict.no_figure")
        return "; ".join(self._figure_text(observation, row.indicator) for observation in shown)

    def _figure_text(self, observation: Observation, id: str) -> str:
        """A figure with its period, its footing and the part it speaks of."""
        phrases, figure = self.phrases, observation.figure
        indicator = phrases.dataset.indicator(id)
        facts = [phrases.of_basis(phrases.figure(figure, indicator), figure, indicator)]
        if figure.scope:
            facts.append(phrases.scope(figure.scope))
        if figure.method is not None:
            facts.append(phrases.method(figure.method))
        facts.append(unbroken(phrases.period(figure.period)))
        return self._marked(", ".join(facts), figure.note)

    def _marked(self, text: str, *notes: str | None) -> str:
        marks = self.notes.mark(*notes) if self.annotated else ""
        return f"{text}\u00a0{unbroken(marks)}" if marks else text


def _place_text(place: Place | None, phrases: Phrases) -> str:
    assert place is not None
    return phrases.say(f"chart.value.{place.word}", number=place.number)


def _basis(line: Line, indicator: Indicator, phrases: Phrases) -> str:
    """What a share is a share of; empty where there is nothing to say."""
    if indicator.fixed_basis:
        return phrases.basis(indicator.bases[0])
    if line.basis in (None, UNSTATED_WORD):
        return ""
    return phrases.basis(line.basis)


def _periods(rows: Iterable[GapRow]) -> Iterable[Period]:
    return (row.assessment.observation.figure.period for row in rows if row.assessment.observation)


def _bases(rows: Iterable[GapRow], phrases: Phrases) -> Iterable[str]:
    for row in rows:
        if row.assessment.observation is not None:
            indicator = phrases.dataset.indicator(row.indicator)
            yield _basis(row.assessment.observation.figure, indicator, phrases)


def _methods(rows: Iterable[GapRow]) -> Iterable[str | None]:
    """The methods of the figures, in the catalogue's order; None for figures that have none."""
    return (row.assessment.observation.figure.method for row in rows if row.assessment.observation)


def _commonest(periods: Iterable[Period]) -> Period | None:
    """The period most figures are of; the first of those that are equally common."""
    counted: Sequence[tuple[Period, int]] = Counter(periods).most_common(1)
    return counted[0][0] if counted else None


def _shared(bases: Iterable[str]) -> str:
    """What all are a share of; empty where they differ."""
    found = set(bases)
    return found.pop() if len(found) == 1 else ""
