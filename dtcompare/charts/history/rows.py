"""The rows behind one number: every figure, the newest first, the targets, and kin's figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import interval_of
from dtcompare.analysis.profile import Detail
from dtcompare.charts.chart import ChartOptions
from dtcompare.charts.measure import measure_text
from dtcompare.charts.page import hidden_rows
from dtcompare.charts.values import value_text
from dtcompare.model.figure import UNRANKED_STATUSES, Figure, Interval, Line, Target
from dtcompare.text import capital
from dtcompare.view.citations import Notes
from dtcompare.view.figures import assessment_text
from dtcompare.view.phrases import Phrases

__all__ = ["Part", "Row", "Section", "history_sections", "shared_measure"]


class Row(Struct, frozen=True):
    """One line of the data; ``doubtful`` where it counts for nothing.

    ``small`` is what the number is and what is said of it; ``told`` is the line in words.
    """

    when: str
    small: str
    value: str
    line: Line
    interval: Interval
    told: str

    @property
    def rejected(self) -> bool:
        """Whether the data set says not to use it."""
        return self.line.reject is not None

    @property
    def doubtful(self) -> bool:
        """Whether it compares with nothing: unreliable, a forecast, by definition."""
        return self.line.status in UNRANKED_STATUSES

    @property
    def is_target(self) -> bool:
        """Whether it is to be reached."""
        return isinstance(self.line, Target)


class Part(Struct, frozen=True):
    """Rows under a heading."""

    key: str
    heading: str
    rows: tuple[Row, ...]


class Section(Struct, frozen=True):
    """Parts on one axis: of numbers, or of places among ``of``."""

    of: int | None
    parts: tuple[Part, ...]

    @property
    def headed(self) -> bool:
        """Whether its parts need headings: figures alone need none."""
        return len(self.parts) > 1 or self.parts[0].key != "detail.figures"

    @property
    def rows(self) -> tuple[Row, ...]:
        """All its rows."""
        return tuple(row for part in self.parts for row in part.rows)

    @property
    def highest(self) -> Decimal:
        """The largest number that must find room on the axis."""
        ends = [
            number
            for row in self.rows
            for number in (row.line.number, row.interval.high)
            if number is not None
        ]
        most = max((row.line.number for row in self.rows), default=Decimal(1))
        return max((end for end in ends if end <= most * Decimal("1.25")), default=most)


def history_sections(
    detail: Detail, phrases: Phrases, options: ChartOptions, notes: Notes | None
) -> tuple[Section, ...]:
    """The rows, those of one axis together; ``notes`` take the notes of lines, None for none."""
    builder = _Builder(detail, phrases, notes)
    cut = hidden_rows(len(detail.figures), options)
    figures = [
        builder.figure(figure)
        for place, figure in enumerate(reversed(detail.figures))
        if place not in cut
    ]
    parts = {
        "detail.figures": figures,
        "detail.targets": list(builder.targets()),
        "detail.relatives": [builder.relative(figure) for figure in reversed(detail.relatives)],
    }
    every = [row for rows in parts.values() for row in rows]
    newest: dict[int | None, tuple[bool, date]] = {}
    for row in every:
        at = (not row.is_target, _end(row.line))
        newest[_axis(row.line)] = max(at, newest.get(_axis(row.line), at))
    return tuple(
        Section(
            of,
            tuple(
                Part(key, phrases.say(f"chart.{key}"), own)
                for key, rows in parts.items()
                if (own := tuple(row for row in rows if _axis(row.line) == of))
            ),
        )
        for of in sorted(newest, key=newest.__getitem__, reverse=True)
    )


def _end(line: Line) -> date:
    """When the time that a line speaks of ends."""
    assert isinstance(line, (Figure, Target))
    return line.period.end if isinstance(line, Figure) else line.by.end


def shared_measure(detail: Detail, phrases: Phrases) -> str:
    """The unit and basis of all lines, empty where they are not of one."""
    lines: list[Line] = [*detail.figures, *detail.targets, *detail.relatives]
    texts = {measure_text(line, phrases) for line in lines}
    return texts.pop() if len(texts) == 1 else ""


def _axis(line: Line) -> int | None:
    """Among how many its place is, None for a number that is no place."""
    return None if line.place is None else line.place.of


class _Builder:
    """Makes rows of lines."""

    def __init__(self, detail: Detail, phrases: Phrases, notes: Notes | None) -> None:
        self._detail, self._phrases, self._notes = detail, phrases, notes
        self._indicator = phrases.dataset.indicator(detail.indicator)
        self._one_measure = bool(shared_measure(detail, phrases))

    def figure(self, figure: Figure) -> Row:
        """A figure of the province itself."""
        return self._row(figure, self._phrases.period(figure.period), self._remarks(figure))

    def relative(self, figure: Figure) -> Row:
        """A figure of a province that it was formed from."""
        name = self._phrases.full_name(figure.province)
        return self._row(
            figure, f"{name}, {self._phrases.period(figure.period)}", self._remarks(figure)
        )

    def targets(self) -> Iterable[Row]:
        """Every target once, by its deadline, with how it stands; then the rejected ones."""
        found: dict[Target, list[Assessment]] = {}
        for assessment in self._detail.assessments:
            found.setdefault(assessment.target, []).append(assessment)
        for target in sorted(found, key=lambda target: target.by.end):
            yield self._row(target, self._by(target), [self._rank_interval(found[target])])
        for target in self._detail.targets:
            if target.reject is not None:
                yield self._row(target, self._by(target), self._remarks(target))

    def _rank_interval(self, assessments: Sequence[Assessment]) -> str:
        """How a target stands; by which method, where figures of several are held against it."""
        texts = []
        for assessment in assessments:
            text = assessment_text(assessment, self._indicator, self._phrases)
            if assessment.verdict == "short" and assessment.due == "open":
                text = self._phrases.say("chart.detail.togo", size=text)
            if len(assessments) > 1 and assessment.observation is not None:
                method = self._phrases.method(assessment.observation.figure.method)
                text = self._phrases.say("figure.scope", text=text, scope=method)
            texts.append(text)
        return "; ".join(dict.fromkeys(texts))

    def _by(self, target: Target) -> str:
        key = "chart.detail.every" if target.every else "chart.detail.by"
        return capital(self._phrases.say(key, by=self._phrases.period(target.by)))

    def _row(self, line: Line, when: str, remarks: Sequence[str]) -> Row:
        phrases = self._phrases
        mark = self._notes.mark(line.note) if self._notes is not None else ""
        place_alone = line if line.place is None else replace(line, amount=None)
        small = ", ".join(filter(None, (*self._series_key(line), *remarks)))
        return Row(
            when=f"{when} {mark}".rstrip(),
            small=small,
            value=value_text(place_alone, phrases),
            line=place_alone,
            interval=interval_of(place_alone, self._indicator.unit),
            told=", ".join(filter(None, (when, phrases.line(place_alone, self._indicator), small))),
        )

    def _series_key(self, line: Line) -> Iterable[str]:
        """What it is a share of, how it was counted, of which part; a score beside its place."""
        phrases = self._phrases
        if line.place is not None and line.amount is not None:
            score = phrases.amount(line.amount, self._indicator.unit)
            yield phrases.say("chart.detail.score", score=score)
        if line.basis is not None and not self._one_measure:
            yield measure_text(line, phrases)
        if line.method is not None:
            yield phrases.method(line.method)
        if line.scope:
            yield phrases.scope(line.scope)

    def _remarks(self, line: Line) -> Sequence[str]:
        """Why it counts or not."""
        say = self._phrases.say
        said = [] if line.status is None else [say(f"status.{line.status}")]
        if line.recast:
            said.append(say("remark.recast"))
        if line.prefer:
            said.append(say("remark.preferred"))
        if line.reject is not None:
            said.append(say("remark.rejected", why=line.reject))
        return said
