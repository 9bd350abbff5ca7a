"""Everything behind one number: every line, rejected ones too, targets, kin, and the full pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from dtcompare.analysis.gaps import Assessment
from dtcompare.analysis.observations import Observation, interval_of
from dtcompare.analysis.places import RankInterval
from dtcompare.analysis.profile import Detail
from dtcompare.model.figure import Figure, Interval, Line, Target
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    assessment_cell,
    assessment_document,
    figure_document,
    province_document,
    rank_text,
    series_words,
    target_document,
    target_text,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.show_document import register_document
from dtcompare.view.sheet import Cell, Records, Remark, Row, Sheet, Table, without_empty
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents import show

_FIGURES, _TARGETS = 6, 3  # of a short answer


def detail_sheet(detail: Detail, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out one indicator of one province."""
    writer = DetailWriter(detail, phrases, citations)
    title = phrases.say(
        "detail.title",
        indicator=phrases.indicator(detail.indicator),
        province=phrases.province(detail.province),
    )
    return writer.sheet(title, detail.as_of, writer.sentences(), writer.parts())


class DetailWriter(SheetWriter):
    """Lays out one indicator of one province."""

    def __init__(
        self, detail: Detail, phrases: Phrases, citations: Citations, notes: Notes | None = None
    ) -> None:
        super().__init__(phrases, citations, notes)
        self.detail = detail
        self.indicator = phrases.dataset.indicator(detail.indicator)

    def sentences(self) -> Iterable[str]:
        """Say what is measured, and that nothing is found where that is so."""
        phrases, indicator = self.phrases, self.indicator
        if indicator.description is not None:
            yield indicator.description.say(phrases.lang)
        symbol = indicator.unit.symbol
        yield phrases.say(
            "detail.measure",
            unit_name=symbol.say(phrases.lang) if symbol else phrases.say("unit.none"),
            better=phrases.say(f"better.{indicator.better}"),
            season=phrases.say("season", n=indicator.season.months),
        )
        interval = self._interval()
        if self.brief and interval is not None:
            yield phrases.say("detail.stands", place=rank_text(interval, phrases))
        if self.detail.empty:
            yield phrases.say("detail.empty")
        elif not self.detail.figures:
            yield phrases.say("detail.no-figure")

    def parts(self) -> Iterable[Table | Remark]:
        """Yield the figures, the targets, those of kin, and the place among others.

        A short answer has the newest figures, and those of kin are counted.
        """
        detail = self.detail
        if self.brief:
            yield from self._brief_parts()
            return
        if detail.figures:
            yield self.figures(detail.figures, "detail.figures")
        if detail.targets:
            yield self.targets()
        if detail.relatives:
            yield self.figures(detail.relatives, "detail.relatives")
        yield self._place()

    def _brief_parts(self) -> Iterable[Table]:
        """Yield the newest figures that count, and the targets that fall due first."""
        detail = self.detail
        figures = [figure for figure in detail.figures if figure.reject is None][-_FIGURES:]
        targets = sorted(detail.assessments, key=lambda item: item.target.by.end)
        targets = sorted(targets, key=lambda item: item.due == "passed")[:_TARGETS]
        if figures:
            yield self.figures(figures, "detail.newest")
        if targets:
            yield self._target_table(targets)
        self.leave_out_some("detail.left-out.figures", len(detail.figures) - len(figures))
        self.leave_out_some("detail.left-out.targets", len(detail.targets) - len(targets))
        self.leave_out_some("detail.left-out.relatives", len(detail.relatives))

    def figures(self, figures: Iterable[Figure], heading: str) -> Table:
        """Return figures as a table under the heading of that key."""
        columns = [
            DataColumn[Figure]("column.when", lambda line: self.phrases.period(line.period)),
            DataColumn[Figure]("column.figure", self._figure_cell),
            DataColumn[Figure]("column.footing", self._series),
        ]
        if not self.brief:
            columns.insert(2, DataColumn("column.range", self._range))
            columns.append(DataColumn("column.remark", self._noted_remark))
        return self.full_table(figures, columns, heading, pages=lambda line: (line.source,))

    def _noted_remark(self, figure: Figure) -> str:
        return self.noted(self.remark(figure), *self.phrases.notes(figure)).lstrip()

    def _figure_cell(self, figure: Figure) -> Cell:
        phrases = self.phrases
        text = phrases.figure(figure, self.indicator)
        if figure.amount is not None and figure.place is not None:
            text = f"{text}, {phrases.place(figure.place)}"
        if figure.province != self.detail.province:
            text = phrases.say("detail.of", text=text, name=phrases.province(figure.province))
        return Cell(text, "" if figure.reject is None else "muted")

    def _range(self, figure: Figure) -> str:
        """Return what the number may stand for; empty where it is exact."""
        return _interval_text(interval_of(figure, self.indicator.unit), self.phrases)

    def _series(self, line: Line) -> str:
        basis = None if self.brief and self.indicator.fixed_basis else line.basis
        return "; ".join(series_words(self.phrases, basis, line.method, line.scope))

    def remark(self, figure: Figure) -> str:
        """Say why a figure counts or not: rejected and why, preferred, recast, changed."""
        phrases = self.phrases
        parts = []
        if figure.reject is not None:
            parts.append(phrases.rejection(figure))
        if figure.prefer:
            parts.append(phrases.say("remark.preferred"))
        if figure.recast:
            parts.append(phrases.say("remark.recast"))
        parts += phrases.changes(figure)
        return "; ".join(parts)

    def targets(self) -> Table:
        """Return every target line with the figure it is held against; rejected ones say why."""
        table = self._target_table(self.detail.assessments)
        rejected = [self._rejected(target) for target in self.detail.targets if target.reject]
        return without_empty(Table(table.columns, (*table.rows, *rejected), table.heading))

    def _target_table(self, targets: Iterable[Assessment]) -> Table:
        phrases, indicator = self.phrases, self.indicator
        columns = [
            DataColumn[Assessment]("column.target", self._target_cell),
            DataColumn[Assessment]("column.latest", lambda item: self._held(item.observation)),
            DataColumn[Assessment](
                "column.to-go", lambda item: assessment_cell(item, indicator, phrases)
            ),
        ]
        if not self.brief:
            columns.insert(1, DataColumn("column.footing", lambda item: self._series(item.target)))
            columns.append(DataColumn("column.remark", self._letters))
        return self.table(targets, columns, "detail.targets", pages=lambda item: item.sources)

    def _letters(self, item: Assessment) -> str:
        return self.notes.mark(*self.phrases.notes(item.target))

    def _target_cell(self, item: Assessment) -> str:
        """Return a target; in a short answer with what it is a share of, where that varies."""
        text = target_text(item.target, self.indicator, self.phrases)
        if not self.brief:
            return text
        self.notes.mark(*self.phrases.notes(item.target))
        return self.phrases.of_basis(text, item.target, self.indicator)

    def _rejected(self, target: Target) -> Row:
        text = target_text(target, self.indicator, self.phrases)
        series = Cell(self._series(target))
        why, cited = Cell(self.phrases.rejection(target)), self.cited((target.source,))
        return Row((Cell(text, "muted"), series, Cell(), why, Cell(), cited))

    def _held(self, observation: Observation | None) -> str:
        if observation is None:
            return "–"
        figure = observation.figure
        return f"{self.phrases.line(figure, self.indicator)}, {self.phrases.period(figure.period)}"

    def _place(self) -> Remark:
        """Say where the figure stands among other provinces'."""
        say, group = self.phrases.say, self.detail.group
        command = f"dtcompare rank {self.detail.indicator}"
        if group is None or len(group.rows) == 1:
            return Remark(say("detail.alone"), command=command)
        interval = self._interval()
        if interval is None:
            return Remark(say("detail.group", n=len(group.rows)), command=command)
        place = say("place.rank", number=interval.rank, of=interval.of)
        return Remark(say("detail.place"), (place,), command=command)

    def _interval(self) -> RankInterval | None:
        """Return the place among other provinces' figures; None without one."""
        group, id = self.detail.group, self.detail.province
        if group is None or len(group.rows) == 1:
            return None
        return next(row.rank_interval for row in group.rows if row.province == id)


def _interval_text(interval: Interval, phrases: Phrases) -> str:
    low, high = interval.low, interval.high
    if low == high:
        return ""
    if low is None:
        return phrases.say("range.down", high=phrases.number(high)) if high is not None else ""
    if high is None:
        return phrases.say("range.up", low=phrases.number(low))
    return phrases.say("range", low=phrases.number(low), high=phrases.number(high))


def detail_document(detail: Detail, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``show/1`` of one indicator."""
    indicator = phrases.dataset.indicator(detail.indicator)
    description = indicator.description
    return {
        "schema": "show/1",
        "filters": {"province": detail.province, "indicator": detail.indicator},
        "province": register_document(detail.province, phrases),
        "indicator": {
            "id": indicator.id,
            "name": indicator.name.say(phrases.lang),
            "description": description.say(phrases.lang) if description else None,
            "unit": indicator.unit.id,
            "better": indicator.better,
        },
        "figures": [_line(figure, phrases) for figure in detail.figures],
        "targets": [assessment_document(item, indicator, phrases) for item in detail.assessments],
        "rejected_targets": [
            {**target_document(target, indicator, phrases), "reject": why.say(phrases.lang)}
            for target in detail.targets
            if (why := target.reject) is not None
        ],
        "relatives": [_line(figure, phrases) for figure in detail.relatives],
    }


def _line(figure: Figure, phrases: Phrases) -> show.LineDocument:
    indicator = phrases.dataset.indicator(figure.indicator)
    observation = Observation(figure, interval_of(figure, indicator.unit), (figure.source,))
    return {
        **province_document(figure.province, phrases),
        **figure_document(observation, indicator, phrases),
        "prefer": figure.prefer,
        "reject": figure.reject.say(phrases.lang) if figure.reject else None,
    }


def detail_records(detail: Detail, phrases: Phrases) -> Records:
    """Return a record for every line: figures, targets, and the predecessors' figures."""
    indicator = phrases.dataset.indicator(detail.indicator)
    shared = {"indicator": detail.indicator}
    rows: list[Mapping[str, object]] = []
    for kind, figures in (("figure", detail.figures), ("relative", detail.relatives)):
        rows += [{"kind": kind, **_line(figure, phrases), **shared} for figure in figures]
    rows += [
        {
            "kind": "target",
            **province_document(detail.province, phrases),
            "reject": target.reject.say(phrases.lang) if target.reject else None,
            **target_document(target, indicator, phrases),
            **shared,
        }
        for target in detail.targets
    ]
    return records(
        "province name indicator kind word value low high text period by basis method scope"
        " figure_status recast prefer reject note source",
        rows,
    )
