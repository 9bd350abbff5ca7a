"""Everything behind one number: every line, rejected ones too, targets, kin, and the full pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.analysis.observations import Observation, interval_of
from dtcompare.analysis.profile import Detail
from dtcompare.model.figure import Figure, Interval, Target
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    assessment_cell,
    assessment_document,
    figure_document,
    flat,
    target_document,
    target_text,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.show_document import province_document
from dtcompare.view.sheet import (
    Cell,
    Column,
    Records,
    Remark,
    Row,
    Sheet,
    Table,
    without_empty,
)

__all__ = ["DetailLayout", "detail_document", "detail_records", "detail_sheet"]


def detail_sheet(detail: Detail, phrases: Phrases, citations: Citations) -> Sheet:
    """The text face of one indicator of one province."""
    return DetailLayout(detail, phrases, citations).sheet()


class DetailLayout:
    """A detail being laid out: keeps the notes and sources as they are met."""

    def __init__(
        self, detail: Detail, phrases: Phrases, citations: Citations, notes: Notes | None = None
    ) -> None:
        self.detail = detail
        self.phrases = phrases
        self.citations = citations
        self.notes = notes or Notes()
        self.indicator = phrases.dataset.indicator(detail.indicator)

    def sheet(self) -> Sheet:
        """The whole sheet."""
        detail, phrases = self.detail, self.phrases
        parts: list[Table | Remark] = []
        if detail.figures:
            parts.append(self.figures(detail.figures, "detail.figures"))
        if detail.targets:
            parts.append(self.targets())
        if detail.relatives:
            parts.append(self.figures(detail.relatives, "detail.relatives"))
        parts += self._rank_interval()
        title = phrases.say(
            "detail.title",
            indicator=self.indicator.name.say(phrases.lang),
            province=phrases.province(detail.province),
        )
        return Sheet(
            title=title,
            aside=phrases.say("as-of", date=phrases.day(detail.as_of)),
            sentences=tuple(self._sentences()),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=phrases.say("sources"),
        )

    def _sentences(self) -> Iterable[str]:
        phrases, indicator = self.phrases, self.indicator
        if indicator.description is not None:
            yield indicator.description.say(phrases.lang)
        yield phrases.say(
            "detail.measure",
            unit_name=self._unit_name(),
            better=phrases.say(f"better.{indicator.better}"),
            season=phrases.say("season", n=indicator.season.months),
        )
        if self.detail.empty:
            yield phrases.say("detail.empty")
        elif not self.detail.figures:
            yield phrases.say("detail.no-figure")

    def _unit_name(self) -> str:
        symbol = self.indicator.unit.symbol
        return symbol.say(self.phrases.lang) if symbol else self.phrases.say("unit.none")

    def figures(self, figures: Sequence[Figure], heading: str) -> Table:
        """Return figures as a table under a heading."""
        say = self.phrases.say
        columns = (
            Column(say("column.when")),
            Column(say("column.figure")),
            Column(say("column.range")),
            Column(say("column.footing")),
            Column(say("column.remark")),
            Column(""),
        )
        rows = tuple(self._figure_row(figure, heading) for figure in figures)
        return without_empty(Table(columns, rows, heading=say(heading)))

    def _figure_row(self, figure: Figure, heading: str) -> Row:
        phrases = self.phrases
        text = phrases.figure(figure, self.indicator)
        if figure.amount is not None and figure.place is not None:
            text = f"{text}, {phrases.place(figure.place)}"
        if heading == "detail.relatives":
            text = phrases.say("detail.of", text=text, name=phrases.province(figure.province))
        return Row(
            (
                Cell(phrases.period(figure.period)),
                Cell(text, "" if figure.reject is None else "muted"),
                Cell(self._range(interval_of(figure, self.indicator.unit))),
                Cell(self._series_key(figure)),
                Cell(" ".join(filter(None, (self.remark(figure), self.notes.mark(figure.note))))),
                Cell(self.citations.cite((figure.source,)), "muted"),
            )
        )

    def _range(self, interval: Interval) -> str:
        """What the number may stand for; empty where it is exact."""
        phrases, low, high = self.phrases, interval.low, interval.high
        if low is not None and high is not None:
            if low == high:
                return ""
            return phrases.say("range", low=phrases.number(low), high=phrases.number(high))
        if low is not None:
            return phrases.say("range.up", low=phrases.number(low))
        return phrases.say("range.down", high=phrases.number(high)) if high is not None else ""

    def _series_key(self, line: Figure | Target) -> str:
        phrases = self.phrases
        parts = []
        if line.basis is not None:
            parts.append(phrases.say("footing.basis", basis=phrases.basis(line.basis)))
        if line.method is not None:
            parts.append(phrases.method(line.method))
        if line.scope:
            parts.append(phrases.scope(line.scope))
        return "; ".join(parts)

    def remark(self, figure: Figure) -> str:
        """Return why a figure counts or not: rejected and why, preferred, recast, changed."""
        phrases = self.phrases
        parts = []
        if figure.reject is not None:
            parts.append(phrases.say("remark.rejected", why=figure.reject))
        if figure.prefer:
            parts.append(phrases.say("remark.preferred"))
        if figure.recast:
            parts.append(phrases.say("remark.recast"))
        parts += phrases.changes(figure)
        return "; ".join(parts)

    def targets(self) -> Table:
        """Return every target line with the figure it is held against; rejected ones say why."""
        phrases, say = self.phrases, self.phrases.say
        rows = [
            Row(
                (
                    Cell(target_text(j.target, self.indicator, phrases)),
                    Cell(self._series_key(j.target)),
                    Cell(self._held(j.observation)),
                    assessment_cell(j, self.indicator, phrases),
                    Cell(self.notes.mark(j.target.note)),
                    Cell(self.citations.cite(j.sources), "muted"),
                )
            )
            for j in self.detail.assessments
        ]
        for target in self.detail.targets:
            if target.reject is not None:
                why = say("remark.rejected", why=target.reject)
                text = target_text(target, self.indicator, phrases)
                cited = Cell(self.citations.cite((target.source,)), "muted")
                cells = (
                    Cell(text, "muted"),
                    Cell(self._series_key(target)),
                    Cell(),
                    Cell(why),
                    Cell(),
                )
                rows.append(Row((*cells, cited)))
        columns = (
            Column(say("column.target")),
            Column(say("column.footing")),
            Column(say("column.latest")),
            Column(say("column.to-go")),
            Column(say("column.remark")),
            Column(""),
        )
        return without_empty(Table(columns, tuple(rows), heading=say("detail.targets")))

    def _held(self, observation: Observation | None) -> str:
        if observation is None:
            return "–"
        figure = observation.figure
        text = self.phrases.line(figure, self.indicator)
        return f"{text}, {self.phrases.period(figure.period)}"

    def _rank_interval(self) -> Iterable[Remark]:
        """Where the figure stands among other provinces'."""
        phrases, detail = self.phrases, self.detail
        command = f"dtcompare rank {detail.indicator}"
        group = detail.group
        if group is None or len(group.rows) == 1:
            yield Remark(phrases.say("detail.alone"), command=command)
            return
        row = next(row for row in group.rows if row.province == detail.province)
        if row.rank_interval is not None:
            place = phrases.say(
                "place.rank", number=row.rank_interval.rank, of=row.rank_interval.of
            )
            yield Remark(phrases.say("detail.place"), (place,), command=command)
        else:
            yield Remark(phrases.say("detail.group", n=len(group.rows)), command=command)


_COLUMNS = (
    "province",
    "name",
    "indicator",
    "kind",
    "word",
    "value",
    "low",
    "high",
    "text",
    "period",
    "by",
    "basis",
    "method",
    "scope",
    "figure_status",
    "recast",
    "prefer",
    "reject",
    "note",
    "source",
)


def detail_document(
    detail: Detail, phrases: Phrases, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``show/1`` of one indicator."""
    indicator = phrases.dataset.indicator(detail.indicator)
    return {
        "schema": "show/1",
        "as_of": detail.as_of,
        "filters": {"province": detail.province, "indicator": detail.indicator},
        "sentence": sentence,
        "province": province_document(phrases.dataset.province(detail.province)),
        "indicator": {
            "id": indicator.id,
            "name": indicator.name.say(phrases.lang),
            "description": indicator.description.say(phrases.lang)
            if indicator.description
            else None,
            "unit": indicator.unit.id,
            "better": indicator.better,
        },
        "figures": [_figure(figure, phrases) for figure in detail.figures],
        "targets": [assessment_document(j, indicator, phrases) for j in detail.assessments],
        "rejected_targets": [
            target_document(target, indicator, phrases) | {"reject": target.reject}
            for target in detail.targets
            if target.reject is not None
        ],
        "relatives": [_figure(figure, phrases) for figure in detail.relatives],
        "sources": citations.document(),
        "warnings": [],
    }


def _figure(figure: Figure, phrases: Phrases) -> dict[str, object]:
    indicator = phrases.dataset.indicator(figure.indicator)
    observation = Observation(figure, interval_of(figure, indicator.unit), (figure.source,))
    return {
        "province": figure.province,
        "name": phrases.province(figure.province),
        **figure_document(observation, indicator, phrases),
        "prefer": figure.prefer,
        "reject": figure.reject,
    }


def detail_records(detail: Detail, phrases: Phrases) -> Records:
    """A record for every line: figures, targets, and the predecessors' figures."""
    indicator = phrases.dataset.indicator(detail.indicator)
    rows = [
        {"kind": kind} | flat(_figure(figure, phrases))
        for kind, figures in (("figure", detail.figures), ("relative", detail.relatives))
        for figure in figures
    ]
    rows += [
        {
            "kind": "target",
            "province": detail.province,
            "name": phrases.province(detail.province),
            "reject": target.reject,
        }
        | flat(target_document(target, indicator, phrases))
        for target in detail.targets
    ]
    shared = {"indicator": detail.indicator}
    return Records(
        _COLUMNS, [{name: (row | shared).get(name) for name in _COLUMNS} for row in rows]
    )
