"""Everything behind one number: every line, rejected ones too, targets, kin, and the full pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dtcompare.analysis.profile import Detail
from dtcompare.analysis.reports import Report, interval_of
from dtcompare.model.figure import Figure, Interval, Target
from dtcompare.view.citations import Citations, Notes
from dtcompare.view.figures import (
    figure_document,
    flat,
    judgement_cell,
    judgement_document,
    target_document,
    target_text,
)
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
from dtcompare.view.voice import Voice

__all__ = ["detail_document", "detail_records", "detail_sheet"]


def detail_sheet(detail: Detail, voice: Voice, citations: Citations) -> Sheet:
    """The text face of one indicator of one province."""
    return _Layout(detail, voice, citations).sheet()


class _Layout:
    """A detail being laid out: keeps the notes and sources as they are met."""

    def __init__(self, detail: Detail, voice: Voice, citations: Citations) -> None:
        self.detail = detail
        self.voice = voice
        self.citations = citations
        self.notes = Notes()
        self.indicator = voice.dataset.indicator(detail.indicator)

    def sheet(self) -> Sheet:
        """The whole sheet."""
        detail, voice = self.detail, self.voice
        parts: list[Table | Remark] = []
        if detail.figures:
            parts.append(self._figures(detail.figures, "detail.figures"))
        if detail.targets:
            parts.append(self._targets())
        if detail.relatives:
            parts.append(self._figures(detail.relatives, "detail.relatives"))
        parts += self._standing()
        title = voice.say(
            "detail.title",
            indicator=self.indicator.name.say(voice.lang),
            province=voice.province(detail.province),
        )
        return Sheet(
            title=title,
            aside=voice.say("as-of", date=voice.day(detail.as_of)),
            sentences=tuple(self._sentences()),
            parts=tuple(parts),
            notes=self.notes.lettered(),
            sources=self.citations.numbered(),
            source_label=voice.say("sources"),
        )

    def _sentences(self) -> Iterable[str]:
        voice, indicator = self.voice, self.indicator
        if indicator.description is not None:
            yield indicator.description.say(voice.lang)
        yield voice.say(
            "detail.measure",
            unit_name=self._unit_name(),
            better=voice.say(f"better.{indicator.better}"),
            season=voice.say("season", n=indicator.season.months),
        )
        if self.detail.empty:
            yield voice.say("detail.empty")
        elif not self.detail.figures:
            yield voice.say("detail.no-figure")

    def _unit_name(self) -> str:
        symbol = self.indicator.unit.symbol
        return symbol.say(self.voice.lang) if symbol else self.voice.say("unit.none")

    def _figures(self, figures: Sequence[Figure], heading: str) -> Table:
        say = self.voice.say
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
        voice = self.voice
        text = voice.figure(figure, self.indicator)
        if figure.amount is not None and figure.place is not None:
            text = f"{text}, {voice.place(figure.place)}"
        if heading == "detail.relatives":
            text = voice.say("detail.of", text=text, name=voice.province(figure.province))
        return Row(
            (
                Cell(voice.period(figure.period)),
                Cell(text, "" if figure.reject is None else "muted"),
                Cell(self._range(interval_of(figure, self.indicator.unit))),
                Cell(self._footing(figure)),
                Cell(self._remark(figure)),
                Cell(self.citations.cite((figure.source,)), "muted"),
            )
        )

    def _range(self, interval: Interval) -> str:
        """What the number may stand for; empty where it is exact."""
        voice, low, high = self.voice, interval.low, interval.high
        if low is not None and high is not None:
            if low == high:
                return ""
            return voice.say("range", low=voice.number(low), high=voice.number(high))
        if low is not None:
            return voice.say("range.up", low=voice.number(low))
        return voice.say("range.down", high=voice.number(high)) if high is not None else ""

    def _footing(self, line: Figure | Target) -> str:
        voice = self.voice
        parts = []
        if line.basis is not None:
            parts.append(voice.say("footing.basis", basis=voice.basis(line.basis)))
        if line.method is not None:
            parts.append(voice.method(line.method))
        if line.scope:
            parts.append(voice.scope(line.scope))
        return "; ".join(parts)

    def _remark(self, figure: Figure) -> str:
        """Why it counts or not: rejected and why, preferred, recast, and its note's letter."""
        voice = self.voice
        parts = []
        if figure.reject is not None:
            parts.append(voice.say("remark.rejected", why=figure.reject))
        if figure.prefer:
            parts.append(voice.say("remark.preferred"))
        if figure.recast:
            parts.append(voice.say("remark.recast"))
        parts += voice.changes(figure)
        return " ".join(filter(None, ("; ".join(parts), self.notes.mark(figure.note))))

    def _targets(self) -> Table:
        """Every target line with the figure it is held against; rejected ones say why."""
        voice, say = self.voice, self.voice.say
        rows = [
            Row(
                (
                    Cell(target_text(j.target, self.indicator, voice)),
                    Cell(self._footing(j.target)),
                    Cell(self._held(j.report)),
                    judgement_cell(j, self.indicator, voice),
                    Cell(self.notes.mark(j.target.note)),
                    Cell(self.citations.cite(j.sources), "muted"),
                )
            )
            for j in self.detail.judgements
        ]
        for target in self.detail.targets:
            if target.reject is not None:
                why = say("remark.rejected", why=target.reject)
                text = target_text(target, self.indicator, voice)
                cited = Cell(self.citations.cite((target.source,)), "muted")
                cells = (
                    Cell(text, "muted"),
                    Cell(self._footing(target)),
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

    def _held(self, report: Report | None) -> str:
        if report is None:
            return "–"
        figure = report.figure
        text = self.voice.line(figure, self.indicator)
        return f"{text}, {self.voice.period(figure.period)}"

    def _standing(self) -> Iterable[Remark]:
        """Where the figure stands among other provinces'."""
        voice, detail = self.voice, self.detail
        command = f"dtcompare rank {detail.indicator}"
        group = detail.group
        if group is None or len(group.rows) == 1:
            yield Remark(voice.say("detail.alone"), command=command)
            return
        row = next(row for row in group.rows if row.province == detail.province)
        if row.standing is not None:
            place = voice.say("place.rank", number=row.standing.rank, of=row.standing.of)
            yield Remark(voice.say("detail.place"), (place,), command=command)
        else:
            yield Remark(voice.say("detail.group", n=len(group.rows)), command=command)


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
    detail: Detail, voice: Voice, citations: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``show/1`` of one indicator."""
    indicator = voice.dataset.indicator(detail.indicator)
    return {
        "schema": "show/1",
        "as_of": detail.as_of,
        "filters": {"province": detail.province, "indicator": detail.indicator},
        "sentence": sentence,
        "province": province_document(voice.dataset.province(detail.province)),
        "indicator": {
            "id": indicator.id,
            "name": indicator.name.say(voice.lang),
            "description": indicator.description.say(voice.lang) if indicator.description else None,
            "unit": indicator.unit.id,
            "better": indicator.better,
        },
        "figures": [_figure(figure, voice) for figure in detail.figures],
        "targets": [judgement_document(j, indicator, voice) for j in detail.judgements],
        "rejected_targets": [
            target_document(target, indicator, voice) | {"reject": target.reject}
            for target in detail.targets
            if target.reject is not None
        ],
        "relatives": [_figure(figure, voice) for figure in detail.relatives],
        "sources": citations.document(),
        "warnings": [],
    }


def _figure(figure: Figure, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(figure.indicator)
    report = Report(figure, interval_of(figure, indicator.unit), (figure.source,))
    return {
        "province": figure.province,
        "name": voice.province(figure.province),
        **figure_document(report, indicator, voice),
        "prefer": figure.prefer,
        "reject": figure.reject,
    }


def detail_records(detail: Detail, voice: Voice) -> Records:
    """A record for every line: figures, targets, and the predecessors' figures."""
    indicator = voice.dataset.indicator(detail.indicator)
    rows = [
        {"kind": kind} | flat(_figure(figure, voice))
        for kind, figures in (("figure", detail.figures), ("relative", detail.relatives))
        for figure in figures
    ]
    rows += [
        {
            "kind": "target",
            "province": detail.province,
            "name": voice.province(detail.province),
            "reject": target.reject,
        }
        | flat(target_document(target, indicator, voice))
        for target in detail.targets
    ]
    shared = {"indicator": detail.indicator}
    return Records(
        _COLUMNS, [{name: (row | shared).get(name) for name in _COLUMNS} for row in rows]
    )
