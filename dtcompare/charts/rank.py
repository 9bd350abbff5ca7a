"""A ranking as bars: who is ahead, beside it what cannot be ranked and why, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from dtcompare.analysis.editions import missing_places
from dtcompare.analysis.gaps import Judgement
from dtcompare.analysis.groups import Group, Listed
from dtcompare.analysis.groups import Row as Ranked
from dtcompare.analysis.ranking import Ranking
from dtcompare.analysis.reports import Report
from dtcompare.charts.chart import Chart, Look
from dtcompare.charts.page import Entry, Page, lists_of, unbroken
from dtcompare.charts.style import BAR, FAINT, GREY, GRID, INK, MUTED, RULE, SMALL, TEXT, WHITE
from dtcompare.charts.values import Kind, Scale, bar, kind_of, paint, ticks, value_key, value_text
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD, Figure
from dtcompare.model.record import dataclass
from dtcompare.view.citations import Notes
from dtcompare.view.results.rank_words import group_heading, opening
from dtcompare.view.voice import Voice

__all__ = ["rank_bars"]

_LEGIBLE = 1.3  # the least pitch of rows, in base sizes; with less, a page takes two columns
_DRAWN = 8  # more figures than this listed under one reason are counted, not drawn
_ANNOTATED = 20  # with more rows than this the notes of single figures are left to the table
# Reasons whose figures are drawn as outlined bars; the others are told in words.
_OUTLINED = frozenset(
    {
        "other_basis",
        "other_method",
        "own_method",
        "other_season",
        "period_too_long",
        "period_unstated",
        "basis_unstated",
        "method_unstated",
        "scope",
    }
)


# Those of them that lie in when the figure was taken.
_IN_TIME = frozenset({"other_season", "period_too_long", "period_unstated"})


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the body: a bar, or with ``said`` alone a remark (places that are not found)."""

    name: str = ""
    place: str = ""
    beside: str = ""
    report: Report | None = None
    outlined: str = ""
    target: Judgement | None = None
    highlighted: bool = False
    reference: bool = False
    said: str = ""
    height: float = 1

    @property
    def figure(self) -> Figure | None:
        """The figure that is drawn, if it has a number."""
        return self.report.figure if self.report else None


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows under a heading."""

    heading: str
    aside: str
    rows: tuple[_Row, ...]


def rank_bars(ranking: Ranking, voice: Voice, look: Look) -> Chart:
    """The ranking drawn as bars; an edition without scores as places on a line.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return _Bars(ranking, voice, look).chart()


class _Bars:
    """One ranking being drawn."""

    def __init__(self, ranking: Ranking, voice: Voice, look: Look) -> None:
        self.ranking, self.voice, self.look = ranking, voice, look
        self.indicator = voice.dataset.indicator(ranking.indicator)
        first = ranking.groups[0] if ranking.groups else None
        scored = [r for r in first.rows if r.report.figure.amount is not None] if first else []
        edition = first.edition if first is not None and first.ranked else None
        self.places = (
            edition if edition and 2 * len(scored) < len(first.rows if first else ()) else None
        )
        self.notes = Notes()
        total = sum(len(group.rows) for group in ranking.groups)
        self.annotated = look.page.height is None and total <= _ANNOTATED
        self.parts = tuple(self._parts())
        self.lists = dict(self._lists())
        self.rows = [row for part in self.parts for row in part.rows]
        self.page = Page(
            look,
            voice,
            ranking.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=self._sources(),
            notes=tuple(self._footnotes()),
        )

    def chart(self) -> Chart:
        """Draws key, axis, bars and lists."""
        page = self.page
        y = page.key(page.top, self._key())
        if self.rows:
            y = self._body(y)
        for label, names in self.lists.items():
            y = page.paragraph(y + page.base * 0.35, f"{label}: {names}")
        return page.close(y + page.base * 0.4, alt=self._alt(), rows=len(self.rows))

    # What is drawn

    def _parts(self) -> Iterable[_Part]:
        """The groups, then what is listed and drawn outlined."""
        ranking, say = self.ranking, self.voice.say
        for number, group in enumerate(ranking.groups if ranking.is_ranked else ()):
            rows = list(self._group_rows(group))
            if number == 0 and self._reference_fits():
                rows.append(self._reference())
            alone = len(ranking.groups) == 1
            heading = "" if alone else group_heading(group, self.indicator, self.voice)
            yield _Part(heading, "" if alone else say("extent", n=len(group.rows)), tuple(rows))
        if not ranking.is_ranked:
            yield from self._unranked()
            return
        outlined = tuple(
            self._outlined(entry.province, entry.report, entry.target, entry.reason)
            for entries in self._listed()
            if entries[0].reason in _OUTLINED and len(entries) <= _DRAWN and self.places is None
            for entry in entries
        )
        if outlined:
            yield _Part(say("listed"), "", outlined)

    def _reference_fits(self) -> bool:
        """Whether the whole country's figure can stand beside the bars without dwarfing them."""
        report = self.ranking.reference
        if report is None or report.figure.amount is None or self.places is not None:
            return False
        numbers = [row.report.figure.number for row in self.ranking.groups[0].rows]
        return report.figure.number <= max(numbers, default=Decimal(0)) * 2

    def _listed(self) -> Iterable[Sequence[Listed]]:
        """What is listed, by reason."""
        for _, entries in groupby(self.ranking.listed, key=lambda entry: entry.reason):
            yield tuple(entries)

    def _unranked(self) -> Iterable[_Part]:
        """Where nothing is ranked: all figures outlined, those of a part of a province apart."""
        ranking, say = self.ranking, self.voice.say
        whole = [
            self._outlined(row.province, row.report, row.target)
            for group in ranking.groups
            for row in group.rows
        ]
        if ranking.reference is not None:
            whole.append(self._outlined(NATIONAL, ranking.reference, ranking.reference_target))
        if whole:
            yield _Part("", "", tuple(whole))
        for entries in self._listed():
            if len(entries) <= _DRAWN:
                rows = (self._outlined(e.province, e.report, e.target, e.reason) for e in entries)
                yield _Part(say(f"reason.{entries[0].reason}"), "", tuple(rows))

    def _group_rows(self, group: Group) -> Iterable[_Row]:
        """The rows of a ranked group, in order, with the places that are not found."""
        ranks = [row.standing.rank for row in group.rows if row.standing]
        holes = []
        if group.edition and self.places is None and self.ranking.picks.sort in (None, "value"):
            holes = [] if group.hidden else missing_places(group)
        first, last = self.look.first, self.look.last
        cut = range(len(group.rows))
        if first or last:
            cut = range(first or 0, len(group.rows) - (last or 0))
        for number, row in enumerate(group.rows):
            if (first or last) and number in cut:
                if number == cut[0]:
                    yield _Row(said=self._cut(group, cut), height=0.8)
                continue
            while holes and row.standing and holes[0][0] < row.standing.rank:
                yield self._hole(holes.pop(0))
            yield self._ranked(
                row, group, tied=bool(row.standing and ranks.count(row.standing.rank) > 1)
            )
        for hole in holes:
            yield self._hole(hole)

    def _cut(self, group: Group, cut: range) -> str:
        """Which places are not shown."""
        shown = [group.rows[n].standing for n in (cut[0], cut[-1])]
        if shown[0] is None or shown[1] is None:
            return self.voice.say("chart.rows-hidden", n=len(cut))
        key = "chart.hidden.one" if len(cut) == 1 else "chart.hidden"
        return self.voice.say(key, first=shown[0].rank, last=shown[1].rank)

    def _hole(self, hole: tuple[int, int]) -> _Row:
        key = "place.hole" if hole[0] == hole[1] else "place.holes"
        said = self.voice.say(key, first=hole[0], last=hole[1])
        return _Row(said=" ".join(said.split()), height=0.85)

    def _ranked(self, row: Ranked, group: Group, *, tied: bool) -> _Row:
        standing, place = row.standing, ""
        if standing is not None:
            best, worst = standing.best, standing.worst
            place = f"{best}–{worst}" if best != worst else f"{'=' * tied}{standing.rank}"
        elif row.place is not None and row.place.figure.place is not None:
            place = value_text(row.place.figure, self.voice)
        return _Row(
            name=self.voice.province(row.province, self.ranking.day),
            place=place,
            beside=self._beside(row.report, group),
            report=row.report,
            target=row.target,
            highlighted=row.province in self.look.highlight,
        )

    def _reference(self) -> _Row:
        report = self.ranking.reference
        assert report is not None
        return _Row(
            name=self.voice.province(NATIONAL),
            beside=self._beside(report, self.ranking.groups[0]),
            report=report,
            target=self.ranking.reference_target,
            reference=True,
        )

    def _outlined(
        self, province: str, report: Report, target: Judgement | None, reason: str = ""
    ) -> _Row:
        """A figure that is not ranked, with what sets it apart."""
        day = None if province == NATIONAL else self.ranking.day
        return _Row(
            name=self.voice.province(province, day),
            beside=self._beside(report, None),
            report=report,
            outlined=self._apart(report.figure, reason),
            target=target,
            highlighted=province in self.look.highlight,
        )

    def _apart(self, figure: Figure, reason: str) -> str:
        """What sets a figure apart: its footing, or where that is no answer the reason."""
        footing = "" if reason in _IN_TIME else self._footing(figure)
        if footing or not reason:
            return footing
        said = self.voice.say(f"reason.{reason}")
        return said[:1].lower() + said[1:]

    def _footing(self, figure: Figure) -> str:
        """What a figure is a share of, how it was counted, which part it speaks of."""
        parts = []
        unsaid = figure.basis == UNSTATED_WORD and figure.scope
        if figure.basis is not None and not self.indicator.fixed_basis and not unsaid:
            parts.append(self.voice.basis(figure.basis))
        if figure.method is not None:
            parts.append(self.voice.method(figure.method))
        if figure.scope:
            parts.append(self.voice.scope(figure.scope))
        return "; ".join(parts)

    def _beside(self, report: Report, group: Group | None) -> str:
        """When and how firm, where that is not the group's own, and the letter of a note."""
        figure, season = report.figure, group.season if group else None
        said = []
        if group is None or group.edition is None:
            whole_year = season is not None and season.start.month == season.end.month - 11
            old = season is None or figure.period.end.year != season.end.year
            if old or not whole_year:
                said.append(self.voice.period(figure.period))
        if figure.status is not None:
            said.append(self.voice.say(f"status.{figure.status}"))
        if self.annotated and figure.note:
            said.append(self.notes.mark(figure.note))
        return " ".join(said)

    def _lists(self) -> Iterable[tuple[str, str]]:
        """What is told in words under the bars: label and text."""
        ranking, voice = self.ranking, self.voice
        if ranking.is_ranked and ranking.reference is not None and not self._reference_fits():
            yield voice.province(NATIONAL), self._dated(ranking.reference)
        for entries in self._listed():
            reason = entries[0].reason
            drawn = len(entries) <= _DRAWN and (
                not ranking.is_ranked or (reason in _OUTLINED and self.places is None)
            )
            if drawn:
                continue
            label = voice.say(f"reason.{reason}")
            if len(entries) > _DRAWN:
                yield label, voice.say("chart.rank.more", n=len(entries))
            else:
                yield label, "; ".join(self._told(e.province, e.report) for e in entries)
        aiming = set(ranking.targets_only)
        neither = [id for id in ranking.not_reported if id not in aiming]
        if aiming:
            yield voice.say("silent.target", n=len(aiming)), self._names(ranking.targets_only)
        if neither:
            key = "silent.neither" if aiming else "silent.none"
            yield voice.say(key, n=len(neither)), self._names(neither)

    def _told(self, province: str, report: Report) -> str:
        return f"{unbroken(self.voice.province(province))} {self._dated(report)}"

    def _dated(self, report: Report) -> str:
        period = self.voice.period(report.figure.period)
        return f"{self._figure_text(report.figure)} ({period})"

    def _names(self, ids: Iterable[str]) -> str:
        day = self.ranking.day
        return ", ".join(unbroken(self.voice.province(id, day)) for id in ids)

    # What is said

    def _title(self) -> str:
        ranking, voice = self.ranking, self.voice
        name = voice.indicator(ranking.indicator)
        if ranking.empty:
            return voice.say("chart.rank.title.empty", indicator=name)
        if not ranking.is_ranked:
            key = "list" if ranking.picks.list_all else "unranked"
            return voice.say(f"chart.rank.title.{key}", indicator=name)
        group = ranking.groups[0]
        leaders = [row for row in group.rows if row.standing and row.standing.rank == 1]
        facts = {"indicator": name, "n": len(group.rows) + group.hidden}
        names = voice.provinces((row.province for row in leaders), ranking.day)
        if group.edition is not None:
            edition = {"period": group.edition.period, "of": group.edition.of}
            key = "place" if len(leaders) == 1 else "found"
            return voice.say(f"chart.rank.title.{key}", name=names, **facts, **edition)
        if len(leaders) != 1:
            return voice.say("chart.rank.title.shared", names=names, **facts)
        standing, told = leaders[0].standing, self._figure_text(leaders[0].report.figure)
        if standing is not None and standing.worst > 1:
            return voice.say("chart.rank.title.open", name=names, figure=told, **facts)
        if len(ranking.groups) > 1 and group.season is not None:
            season = voice.span(*group.season)
            return voice.say(
                "chart.rank.title.season", name=names, figure=told, season=season, **facts
            )
        return voice.say("chart.rank.title.first", name=names, figure=told, **facts)

    def _figure_text(self, figure: Figure) -> str:
        return self.voice.figure(figure, self.indicator)

    def _measure(self) -> str:
        """Unit, basis, method and time that all bars share, as far as they do."""
        ranking, voice = self.ranking, self.voice
        symbol = self.indicator.unit.symbol
        unit = symbol.say(voice.lang) if symbol else ""
        footing = ranking.groups[0].footing if ranking.groups else None
        basis = self.indicator.bases[0] if self.indicator.fixed_basis else None
        if footing and ranking.is_ranked:
            basis = footing.basis
        parts = [unit]
        if unit and basis and basis != UNSTATED_WORD:
            parts = [voice.say("chart.rank.of-basis", symbol=unit, basis=voice.basis(basis))]
        if ranking.picks.per:
            parts.append(voice.say(f"chart.rank.per.{ranking.picks.per}"))
        if footing and ranking.is_ranked and len(ranking.groups) == 1:
            if footing.method is not None:
                parts.append(voice.method(footing.method))
            season = ranking.groups[0].season
            if season is not None and ranking.groups[0].edition is None:
                parts.append(voice.span(*season))
        elif not ranking.is_ranked and any(row.outlined for row in self.rows):
            return voice.say("chart.rank.unlike", symbol=unit).strip()
        return ", ".join(filter(None, parts))

    def _subtitle(self) -> str:
        measure = self._measure()
        said = opening(self.ranking, self.voice)
        return f"{measure[:1].upper()}{measure[1:]}. {said}" if measure else said

    def _footnotes(self) -> Iterable[str]:
        """What must be known to read the chart, then the notes of single figures."""
        ranking, say = self.ranking, self.voice.say
        first = ranking.groups[0] if ranking.is_ranked else None
        if first is not None and first.edition is not None:
            yield say("chart.rank.note.edition", of=first.edition.of, period=first.edition.period)
        if ranking.is_ranked and len(ranking.groups) > 1:
            yield say("chart.rank.note.apart")
        if not ranking.is_ranked and len(self.rows) > 1:
            yield say("chart.rank.note.unlike")
        standings = [row.standing for group in ranking.groups for row in group.rows]
        if any(standing and standing.best != standing.worst for standing in standings):
            yield say("chart.rank.note.range")
        if self.indicator.unit.extensive and not ranking.picks.per and ranking.is_ranked:
            yield say("chart.rank.note.extensive")
        for letter, text in self.notes.lettered():
            yield f"({letter}) {text.rstrip('.')}."

    def _sources(self) -> Iterable[str]:
        for row in self.rows:
            if row.report is not None:
                yield from row.report.sources
            if row.target is not None and row.target.report is not None:
                yield from row.target.sources
        for entry in self.ranking.listed:
            yield from entry.report.sources

    def _alt(self) -> str:
        say = self.voice.say
        rows = "; ".join(
            say(
                "chart.rank.alt.row",
                place=row.place,
                name=row.name,
                figure=", ".join(
                    filter(None, (self._figure_text(row.figure), row.beside, row.outlined))
                ),
            ).strip()
            for row in self.rows
            if row.figure is not None
        )
        key = "chart.rank.alt" if self.ranking.is_ranked else "chart.rank.alt.unranked"
        measure, lists = self._subtitle().rstrip("."), lists_of(self.lists)
        return say(key, title=self.page.title, measure=measure, rows=f"{rows}.", lists=lists)

    def _key(self) -> list[Entry]:
        """The signs that are used, with their words."""
        ranked = [row for row in self.rows if row.figure and not row.outlined and not row.reference]
        kinds: set[Kind] = {
            kind_of(row.figure) for row in ranked if row.figure and row.figure.amount is not None
        }
        page, b, say = self.page, self.page.base, self.voice.say
        if self.places is not None:

            def place(x: float, y: float) -> None:
                page.c.marker(x + b * 0.45, y, "circle", b * 0.4, BAR)

            return [(b * 0.9, place, say("chart.key.place"))]
        entries = value_key(
            page,
            kinds if kinds != {"exact"} else set(),
            reached=any(row.target and row.target.verdict == "met" for row in ranked),
            outlined=any(row.outlined for row in self.rows) and self.ranking.is_ranked,
        )
        if any(self._tick(row) is not None for row in self.rows):

            def tick(x: float, y: float) -> None:
                page.c.line(((x + b * 0.3, y - b * 0.55), (x + b * 0.3, y + b * 0.55)), INK, 1.6)

            entries.append((b * 0.6, tick, say("chart.key.target")))
        return entries

    # Where it is drawn

    def _highest(self) -> Decimal:
        """The end of the scale: 100 where shares come near it, else the longest bar."""
        found = [
            row.figure.amount.upper or row.figure.number
            for row in self.rows
            if row.figure is not None and row.figure.amount is not None
        ]
        longest = max(found, default=Decimal(1))
        aims = [
            row.target.target.number
            for row in self.rows
            if row.target is not None and row.target.target.amount is not None
        ]
        longest = max([longest, *(aim for aim in aims if aim <= longest * Decimal("1.6"))])
        most = self.indicator.unit.maximum
        if most is not None and longest > most * Decimal("0.55"):
            return most
        return longest if longest > 0 else Decimal(1)

    def _tick(self, row: _Row) -> Decimal | None:
        """The number of a row's target where it can stand on the scale."""
        if row.target is None or row.target.report is None:
            return None
        target = row.target.target
        if target.amount is None or self.places is not None or row.figure is None:
            return None
        if target.number > self._highest():
            return None
        return target.number

    def _body(self, y: float) -> float:
        """Draws axis and rows in one column, or in two where they would be too narrow."""
        page = self.page
        b = page.base
        tail = sum(page.paragraph_height(f"{k}: {v}") + b * 0.35 for k, v in self.lists.items())
        lines = [
            (part, row)
            for part in self.parts
            for row in ([None] if part.heading else []) + list(part.rows)
        ]
        units = [1.45 if row is None else row.height for _, row in lines]
        free = page.bottom - y - tail - b * 2.9
        columns, pitch = 1, b * 1.62
        if page.room is not None:
            pitch = min(b * 2.3, free / sum(units))
        if pitch < b * _LEGIBLE or sum(units) * pitch > free + 0.5:
            columns = 2 if page.wide else 1
        if columns == 2:
            half = _split(units)
            longest = max(sum(units[:half]), sum(units[half:]))
            pitch = min(b * (1.62 if page.room is None else 2.3), free / longest)
        if pitch < b * 1.18 or sum(units) * pitch > columns * (free + b * 2):
            page.does_not_fit(len(self.rows))
        split = len(lines) if columns == 1 else _split(units)
        gap = b * 2.2
        width = (page.inner - gap * (columns - 1)) / columns
        ends = [
            self._column(page.left + n * (width + gap), width, y, part, pitch, wide=columns == 1)
            for n, part in enumerate((lines[:split], lines[split:])[:columns])
        ]
        return max(ends)

    def _column(
        self,
        x: float,
        width: float,
        y: float,
        lines: Sequence[tuple[_Part, _Row | None]],
        pitch: float,
        *,
        wide: bool,
    ) -> float:
        """Draws one column of rows under its axis; returns where it ends."""
        page = self.page
        b, c = page.base, page.c
        rows = self.rows
        places = max((page.text_width(row.place, 0.92) for row in rows), default=0)
        start = x + (places + b * 0.55 if places else 0)
        names = max(self._name_width(row) for row in rows)
        aims = [self._aim_text(row) for row in rows] if page.wide and wide else []
        aside = max((page.text_width(text, SMALL) for text in aims), default=0)
        if aside:
            aside = max(
                aside, page.text_width(self.voice.say("chart.rank.own-target"), SMALL, "SemiBold")
            )
        left = start + min(names, width * 0.5) + b * 0.6
        right = x + width - (aside + b * 0.9 if aside else 0)
        scale = self._scale(left, right)
        top = y + b * 2.3
        bottom = top + pitch * sum(1.45 if row is None else row.height for _, row in lines)
        self._axis(scale, top, bottom)
        if aside:
            c.text(
                x + width,
                top - b * 0.5,
                self.voice.say("chart.rank.own-target"),
                b * SMALL,
                MUTED,
                "SemiBold",
                "end",
            )
        at = top
        for part, row in lines:
            if row is None:
                self._part_heading(part, x, x + width, at, pitch)
                at += pitch * 1.45
                continue
            middle = at + pitch * row.height / 2
            if row.said:
                c.middle(start, middle, row.said, b * SMALL, MUTED, "Italic")
            else:
                self._line(row, start, scale, middle, pitch)
                if aside:
                    c.middle(x + width, middle, self._aim_text(row), b * SMALL, MUTED, anchor="end")
            at += pitch * row.height
        return bottom + b * 0.4

    def _name_width(self, row: _Row) -> float:
        page = self.page
        weight = "SemiBold" if row.highlighted else "Regular"
        beside = page.text_width(f" {row.beside}", SMALL) + page.base * 0.1 if row.beside else 0
        return page.text_width(row.name, 1, weight) + beside if not row.said else 0

    def _scale(self, left: float, right: float) -> Scale:
        if self.places is not None:
            return Scale(1, self.places.of, left + self.page.base, right - self.page.base)
        return Scale(0, float(self._highest()), left, right)

    def _axis(self, scale: Scale, top: float, bottom: float) -> None:
        """Gridlines one way, light, with their numbers above."""
        page = self.page
        b, c = page.base, page.c
        last = b * -9
        for tick in self._ticks(scale):
            x = scale(tick)
            c.line(((x, top - b * 0.1), (x, bottom)), RULE if tick == 0 else GRID, 0.7)
            text = self.voice.number(tick)
            width = page.text_width(text, SMALL)
            begin = min(max(x - width / 2, scale.start - b), page.right - width)
            if begin < last + b * 0.4:
                continue
            c.text(begin, top - b * 0.5, text, b * SMALL, FAINT)
            last = begin + width

    def _ticks(self, scale: Scale) -> tuple[Decimal, ...]:
        if self.places is not None:
            of = self.places.of
            return (Decimal(1), *(Decimal(n) for n in range(10, of - 2, 10)), Decimal(of))
        most = 5 if scale.end - scale.start > self.page.base * 20 else 3
        return ticks(Decimal(0), self._highest(), most)

    def _part_heading(self, part: _Part, x: float, end: float, y: float, pitch: float) -> None:
        page = self.page
        b, c = page.base, page.c
        base, size = y + pitch * 1.05, b * SMALL * 1.08
        # A white ground keeps the gridlines out of the words.
        c.rectangle(x, y + pitch * 0.2, end - x, pitch * 1.2, WHITE)
        heading = page.face.shorten(
            part.heading,
            end - x - (page.text_width(part.aside, SMALL) + b if part.aside else 0),
            size,
            "SemiBold",
        )
        c.text(x, base, heading, size, TEXT, "SemiBold")
        begin = x + page.face.width(heading, size, "SemiBold") + b * 0.6
        if part.aside:
            c.text(end, base, part.aside, b * SMALL, MUTED, anchor="end")
            end -= page.text_width(part.aside, SMALL) + b * 0.6
        if end - begin > b:
            c.line(((begin, base - size * 0.3), (end, base - size * 0.3)), GRID, 0.8)

    def _aim_text(self, row: _Row) -> str:
        """The row's own target: "≥ 90 by 2026"."""
        if row.target is None:
            return ""
        target, say = row.target.target, self.voice.say
        key = "chart.every" if target.every else "chart.by"
        return say(key, value=value_text(target, self.voice), by=self.voice.period(target.by))

    def _line(self, row: _Row, start: float, scale: Scale, y: float, pitch: float) -> None:
        """Draws one row: place, name, bar, number, tick of the target."""
        page = self.page
        b, c = page.base, page.c
        met = row.target is not None and row.target.verdict == "met"
        colors = paint(highlighted=row.highlighted, reached=met and not row.outlined)
        place_color = colors.text if row.highlighted else FAINT
        c.middle(start - b * 0.5, y, row.place, b * 0.92, place_color, colors.weight, "end")
        c.middle(start, y, row.name, b, colors.text, colors.weight)
        if row.beside:
            after = start + page.text_width(row.name, 1, colors.weight) + b * 0.35
            c.middle(after, y, row.beside, b * SMALL, MUTED)
        figure = row.figure
        if figure is None:
            return
        if self.places is not None:
            self._place_mark(row, figure, scale, y)
            return
        tick, height = self._tick(row), pitch * 0.72
        if tick is not None:
            x = scale(tick)
            c.line(((x, y - pitch * 0.46), (x, y + pitch * 0.46)), INK, 1.6)
        if figure.amount is None:
            c.middle(
                scale.start + b * 0.4,
                y,
                self.voice.say("chart.rank.no-score"),
                b * SMALL,
                MUTED,
                "Italic",
            )
        elif row.outlined or not self.ranking.is_ranked:
            self._outlined_bar(row, figure, scale, y, height)
        elif row.reference:
            end = scale(figure.number)
            c.rectangle(scale.start, y - height / 2, end - scale.start, height, GREY)
            self._number(value_text(figure, self.voice), scale, end, y, "exact", TEXT, TEXT)
        else:
            kind = kind_of(figure)
            end = scale(figure.number)
            upper = figure.amount.upper
            far = scale(upper) if upper is not None else end
            bar(c, scale.start, end, y, height, kind, colors, upper=far)
            text = value_text(figure, self.voice)
            inside = TEXT if kind in ("about", "under") else WHITE
            if kind == "range":
                c.middle(far + b * 0.35, y, text, b * 0.92, colors.text, "SemiBold", halo=True)
            else:
                self._number(text, scale, end, y, kind, inside, colors.text, height)

    def _number(
        self,
        text: str,
        scale: Scale,
        end: float,
        y: float,
        kind: Kind,
        inside: str,
        outside: str,
        height: float = 0,
    ) -> None:
        """Writes a number at the end of its bar: inside where it fits, else behind."""
        page = self.page
        b, c = page.base, page.c
        width = page.text_width(text, 0.92, "SemiBold")
        if end - scale.start > width + b * 0.9:
            if kind == "under":  # a white plate keeps the hatching out of the number
                left = end - width - b * 0.75
                c.rectangle(left, y - height / 2 + 0.8, width + b * 0.6, height - 1.6, WHITE)
            c.middle(end - b * 0.4, y, text, b * 0.92, inside, "SemiBold", "end")
            return
        tip = height * 0.42 if kind == "over" else 0
        c.middle(end + tip + b * 0.35, y, text, b * 0.92, outside, "SemiBold", halo=True)

    def _outlined_bar(
        self, row: _Row, figure: Figure, scale: Scale, y: float, height: float
    ) -> None:
        """A bar that compares with no other: outlined, with its reason on it or behind it."""
        page = self.page
        b, c = page.base, page.c
        text, end = value_text(figure, self.voice), scale(figure.number)
        edge = paint(highlighted=True).mark if row.highlighted else RULE
        color = paint(highlighted=row.highlighted).text
        width = max(end - scale.start, 0.6)
        c.rectangle(scale.start, y - height / 2, width, height, WHITE, edge, 0.9)
        number = page.text_width(text, 0.92, "SemiBold")
        reason = page.text_width(row.outlined, SMALL, "Italic")
        if width > number + b * 0.9:
            c.middle(end - b * 0.4, y, text, b * 0.92, color, "SemiBold", "end")
            if width > number + reason + b * 1.8:
                c.middle(scale.start + b * 0.5, y, row.outlined, b * SMALL, MUTED, "Italic")
                return
            after = end + b * 0.4
        else:
            c.middle(end + b * 0.35, y, text, b * 0.92, color, "SemiBold", halo=True)
            after = end + b * 0.8 + number
        said = page.face.shorten(row.outlined, scale.end - after, b * SMALL, "Italic")
        if len(said) > 2:
            c.middle(after, y, said, b * SMALL, MUTED, "Italic", halo=True)

    def _place_mark(self, row: _Row, figure: Figure, scale: Scale, y: float) -> None:
        """A place on the line of all places; the score behind it where it is known."""
        page = self.page
        b, c = page.base, page.c
        place = row.place.lstrip("=")
        if not place.isdigit():
            return
        colors, x = paint(highlighted=row.highlighted), scale(int(place))
        c.line(((scale.start, y), (x, y)), colors.tint, b * 0.22)
        c.marker(x, y, "circle", b * 0.4, colors.mark)
        if figure.amount is not None:
            text = value_text(figure, self.voice)
            c.middle(x + b * 0.75, y, text, b * 0.92, colors.text, halo=True)


def _split(units: Sequence[float]) -> int:
    """Where to break rows of these heights into two columns, the first the longer one."""
    total, at = sum(units), 0.0
    for number, unit in enumerate(units):
        if at >= total / 2:
            return number
        at += unit
    return len(units)
