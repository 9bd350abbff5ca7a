"""All targets on one page: provinces by indicators, shaded by the share that is reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from dtcompare.analysis.gaps import JUDGED, Assessment, GapRow, Gaps
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.gap_words import gap_title, left_out_notes, pages_behind
from dtcompare.charts.scorecard import Scorecard, Square
from dtcompare.charts.style import CLASSES, PALE
from dtcompare.charts.values import value_text
from dtcompare.model.figure import NATIONAL
from dtcompare.text import sort_key
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.gap import counts, deadline, rows_of, subject

# The share of the target from which a class begins, the best first; what is reached is above all.
_CLASSES = (Decimal("0.9"), Decimal("0.75"), Decimal("0.5"), Decimal(0))
_REACHED = 4  # the class of what is reached, the darkest


def share_class(assessment: Assessment) -> int:
    """Return the class of a judged target, 0 to 4: under 50 %, 50, 75, 90 % or more of it, reached.

    From the printed numbers; where a lower number is better, the target is held against the
    figure, so that twice the target is half of it. Only what is surely reached is of class 4; a
    place, which is no share of another, is of class 0 or 4.
    """
    if assessment.verdict == "met":
        return _REACHED
    if assessment.target.place is not None:
        return 0
    assert assessment.observation is not None
    number, goal = assessment.observation.figure.number, Decimal(assessment.target.number)
    # Downward the gap is what the figure is above the target.
    downward = assessment.gap == number - goal and number > goal
    part, whole = (goal, number) if downward else (number, goal)
    for step, least in enumerate(_CLASSES):
        if part >= least * whole:
            return _REACHED - 1 - step
    return 0


class TargetScorecard(Scorecard):
    """Draws provinces by indicators, shaded by how much of its target each figure reaches.

    Indicators with most targets are taken first.
    """

    def __init__(self, gaps: Gaps, phrases: Phrases, options: ChartOptions) -> None:
        super().__init__(phrases, options, gaps.as_of)
        self.gaps, say = gaps, phrases.say
        self.cells: dict[tuple[str, str], list[GapRow]] = {}
        for row in gaps.rows:
            self.cells.setdefault((row.province, row.indicator), []).append(row)
        self.provinces = self._in_order()
        self.sums = [(say("chart.scorecard.reached"), say("chart.scorecard.of-all"))]
        if options.size != "column" and gaps.against is None:
            silent = say("chart.scorecard.silent"), say("chart.scorecard.silent.below")
            self.sums.append(silent)
        targets = Counter(row.indicator for row in gaps.rows)
        asked = Counter(indicator for _, indicator in self.cells)
        judged = {(row.province, row.indicator) for row in gaps.rows if _is_judged(row)}
        assessed = Counter(indicator for _, indicator in judged)
        self._choose({id: (asked[id], assessed[id]) for id in asked})
        self.counts = {id: (n, 0) for id, n in targets.items()}
        shown = {id for id, indicator in self.cells if indicator in self.indicators}
        self.listed = [id for id in self.provinces if id not in shown]
        self.provinces = [id for id in self.provinces if id in shown]
        self.count = len(self.provinces)

    def _of(self, province: str) -> list[GapRow]:
        return [row for row in self.gaps.rows if row.province == province]

    def _in_order(self) -> list[str]:
        """Return those that reach most targets first, then those with most that can be judged."""

        def rank_interval(id: str) -> tuple[bool, int, int, int]:
            own = self._of(id)
            return (id == NATIONAL, -_met(own), -sum(map(_is_judged, own)), -len(own))

        found = {row.province for row in self.gaps.rows}
        return sorted(sorted(found, key=lambda id: sort_key(self._name(id))), key=rank_interval)

    def _sums(self, province: str) -> tuple[str, str]:
        own = self._of(province)
        silent = [
            row
            for row in own
            if row.assessment.due == "passed" and row.assessment.verdict not in (*JUDGED, "ended")
        ]
        met = self.phrases.say("chart.scorecard.sum", n=_met(own), of=len(own))
        return met, str(len(silent) or "–")

    def _square(self, province: str, indicator: str) -> Square:
        """Return the current target of a province with its figure."""
        say, national = self.phrases.say, ".national" if self.gaps.against else ""
        rows = self.cells.get((province, indicator), ())
        if not rows:
            roomy = self.options.page.height is None
            return Square("none", say(f"chart.scorecard.key.none{national}") if roomy else "")
        assessment = max(rows, key=_foremost).assessment
        if assessment.verdict in JUDGED and assessment.observation is not None:
            figure, target = assessment.observation.figure, assessment.target
            shade = share_class(assessment)
            if target.place is not None and figure.place is not None:
                figure = replace(figure, amount=None)
                if shade != _REACHED:  # a place is no share of another
                    words = say("chart.scorecard.class.place")
                    return Square("shaded", words, value_text(figure, self.phrases), PALE)
            text, words = value_text(figure, self.phrases), say(f"chart.scorecard.class.{shade}")
            return Square("shaded", words, text, CLASSES[shade], bold=shade == _REACHED)
        if assessment.instead:
            text = value_text(assessment.instead[0].figure, self.phrases)
            return Square("outlined", say("chart.scorecard.key.outlined"), text)
        kind = "overdue" if assessment.due == "passed" else "hatched"
        year = str(assessment.target.by.end.year)
        return Square(kind, say(f"chart.scorecard.key.{kind}"), year)

    def _title(self) -> str:
        gaps = self.gaps
        silent = len(rows_of(gaps, "silent"))
        if not silent:
            return gap_title(gaps, self.phrases)
        met = sum(row.assessment.verdict == "met" for row in gaps.rows)
        facts = {"of": len(gaps.rows), "silent": silent}
        title = self.phrases.say("chart.scorecard.title", n=met, **facts)
        if gaps.province is None and gaps.indicator is None and gaps.region is None:
            return title
        return self.phrases.say(
            "chart.names", label=subject(gaps, self.phrases), names=title[:1].lower() + title[1:]
        )

    def _subtitle(self) -> str:
        gaps, phrases = self.gaps, self.phrases
        if not gaps.rows:
            return phrases.say("gap.empty.national" if gaps.against else "chart.gap.empty")
        whose = ".national" if gaps.against else ""
        text = phrases.say(f"chart.scorecard.subtitle{whose}")
        following = deadline(gaps, phrases) if self.options.page.height is None else ""
        return " ".join(filter(None, (text, counts(gaps, phrases), following)))

    def _notes(self) -> Iterable[str]:
        """Yield what must be known to read the grid; on a page of fixed height the chief of it."""
        gaps, say = self.gaps, self.phrases.say
        hidden = len({indicator for _, indicator in self.cells}) - len(self.indicators)
        if hidden:
            yield say("chart.scorecard.note.hidden", n=hidden)
        if any(len({r.assessment.target for r in rows}) > 1 for rows in self.cells.values()):
            yield say("chart.scorecard.note.current")
        if self.options.page.height is not None:
            return
        if any(row.assessment.other_methods for row in gaps.rows):
            yield say("chart.scorecard.note.methods")
        yield from left_out_notes(gaps, self.phrases)

    def _lists(self) -> Mapping[str, str]:
        """Return who is not in the grid: label and names."""
        gaps, say = self.gaps, self.phrases.say
        lists = {}
        if self.listed:
            label = say("chart.scorecard.elsewhere", n=len(self.listed))
            lists[label] = self._sorted(self.listed)
        if gaps.province is None and gaps.against is None and gaps.rows:
            existing = self.phrases.dataset.register.existing(gaps.as_of)
            asked = [one.id for one in existing if gaps.region in (None, one.region)]
            silent = [id for id in asked if id not in {*self.provinces, *self.listed}]
            if silent:
                lists[say("chart.scorecard.no-target", n=len(silent))] = self._sorted(silent)
        return lists

    def _sorted(self, ids: Iterable[str]) -> str:
        return self._names(sorted(ids, key=lambda id: sort_key(self._name(id))))

    def _sources(self) -> Iterable[str]:
        """Yield the pages behind the squares that are drawn."""
        for key in self._drawn():
            yield from pages_behind(max(self.cells[key], key=_foremost).assessment)


def _foremost(row: GapRow) -> tuple[bool, bool]:
    """Sort the row that a square shows last: the current target, judged before not judged."""
    return row.assessment.current, row.assessment.observation is not None


def _is_judged(row: GapRow) -> bool:
    return row.assessment.verdict in JUDGED


def _met(rows: Sequence[GapRow]) -> int:
    return sum(row.assessment.verdict == "met" for row in rows)
