"""One province's score taken apart: what each indicator brings, what it leaves, and the mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from dtcompare.analysis.score import Scored
from dtcompare.analysis.score_explained import Explanation, Part
from dtcompare.analysis.score_inputs import is_exact
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.marks import Anchor
from dtcompare.charts.page import Entry, Page, lists_of, unbroken
from dtcompare.charts.score.parts import bare_names, points_text
from dtcompare.charts.style import FAINT, GRID, INK, MUTED, RULE, SMALL, TEXT
from dtcompare.charts.values import Paint, Scale, paint, ticks
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_explain import enough
from dtcompare.view.results.score_words import node_name, number, reweighted

__all__ = ["explain_bars"]

_LINE = 1.22  # the pitch of the lines of a name or heading, in sizes
_SAID = 0.8  # the height of a remark among rows of height 1


class _Column(Struct, frozen=True):
    """A column of texts at the right: its heading, and the text of each part."""

    heading: tuple[str, ...]
    texts: tuple[str, ...]
    strong: bool = False


def explain_bars(
    explanation: Explanation, scored: Scored, phrases: Phrases, options: ChartOptions
) -> Chart:
    """The parts of a province's score as bars, in the order of the table.

    A province without a place has no points: its figures stand there as numbers. Raises WrongUsage
    where the rows do not fit on the page.
    """
    return _Parts(explanation, scored, phrases, options).chart()


class _Parts:
    """One explanation being drawn."""

    def __init__(
        self, found: Explanation, scored: Scored, phrases: Phrases, options: ChartOptions
    ) -> None:
        self.found, self.scored, self.phrases, self.options = found, scored, phrases, options
        leaves = [leaf.id for leaf in scored.file.tree.leaves()]
        self.names = dict(zip(leaves, bare_names(leaves, scored, phrases), strict=True))
        cut = range(0)
        if options.first or options.last:
            cut = range(options.first or 0, len(found.parts) - (options.last or 0))
        self.hidden = len(cut)
        self.silent = not any(part.observation for part in found.parts)
        self.lanes: list[Part | None] = [
            None if place in cut else part
            for place, part in enumerate(() if self.silent else found.parts)
            if place not in cut or place == cut[0]
        ]
        self.parts = [part for part in self.lanes if part]
        self.page = Page(
            options,
            phrases,
            scored.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=(
                key for part in self.parts if part.observation for key in part.observation.sources
            ),
            notes=tuple(self._notes()),
        )

    def chart(self) -> Chart:
        """Draws key, bars and what stands out."""
        page = self.page
        y = page.key(page.top, list(self._key()))
        if self.parts:
            y = self._body(y)
        lists = dict(self._lists())
        for label, names in lists.items():
            y = page.paragraph(y + page.base * 0.35, f"{label}: {names}")
        return page.close(y + page.base * 0.4, alt=self._alt(lists), rows=len(self.found.parts))

    # What is said

    def _title(self) -> str:
        found, scored, say = self.found, self.scored, self.phrases.say
        member, ahead = found.member, found.ahead
        facts = {
            "index": scored.file.label.say(self.phrases.lang),
            "name": self.phrases.province(found.province, scored.as_of),
        }
        if member is None:
            entry = next((e for e in scored.unplaced if e.province == found.province), None)
            if entry is None:
                return say("chart.score.explain.title.absent", **facts)
            group = node_name(entry.group, scored.file, self.phrases) if entry.group else ""
            reason = say(f"score.reason.{entry.reason}", group=group)
            return say("chart.score.explain.title.unplaced", reason=reason, **facts)
        facts |= {
            "place": unbroken(say("place.rank", number=member.rank, of=member.rank_of)),
            "score": self.phrases.number(member.score),
        }
        if ahead is None:
            return say("chart.score.explain.title", **facts)
        return say(
            "chart.score.explain.title.ahead",
            points=self.phrases.number(ahead.score - member.score),
            ahead=self.phrases.province(ahead.province, scored.as_of),
            **facts,
        )

    def _subtitle(self) -> str:
        say = self.phrases.say
        if self.silent:
            return ""
        if self.found.member is None:
            return say("chart.score.explain.unplaced")
        order = "need" if any(part.need is not None for part in self.found.parts) else "lost"
        told = (
            reweighted(self.scored, self.phrases),
            say("chart.score.explain.subtitle"),
            say(f"chart.score.explain.order.{order}"),
        )
        return " ".join(filter(None, told))

    def _notes(self) -> Iterable[str]:
        inexact = [p for p in self.parts if p.observation and not is_exact(p.observation)]
        if inexact and self.found.member is not None:
            names = "; ".join(f"{self.names[p.indicator]} {self._figure(p)}" for p in inexact)
            yield self.phrases.say("chart.score.explain.note.inexact", names=names)
        if any(part.need is not None for part in self.parts) and self.options.size != "column":
            yield self.phrases.say("chart.score.explain.note.need")

    def _lists(self) -> Iterable[tuple[str, str]]:
        """Where the province is most above and most below the mean."""
        say = self.phrases.say
        if self.silent:
            parts = self.found.parts
            names = "; ".join(unbroken(self.names[part.indicator]) for part in parts)
            yield say("silent.none", n=len(parts)), names
        for key, parts in (
            ("score.strengths", self.found.strengths),
            ("score.weaknesses", self.found.weaknesses),
        ):
            if parts and len(self.scored.rows) > 1:
                yield (
                    say(key),
                    "; ".join(
                        say(
                            "score.above",
                            name=self.names[part.indicator],
                            points=self._signed(part.above),
                        )
                        for part in parts
                    ),
                )

    def _signed(self, points: float | None) -> str:
        if points is None:
            return ""
        text = points_text(abs(points), 2, self.phrases)
        if not text.strip("0.,"):
            return text
        return self.phrases.say(
            f"chart.score.explain.{'plus' if points > 0 else 'minus'}", points=text
        )

    def _need(self, part: Part) -> str:
        """The figure, else the score, that alone brings the next place."""
        if part.need_figure is not None:
            return self.phrases.number(enough(part.need_figure, part.observation))
        if part.need is None:
            return ""
        return self.phrases.say("score.need", score=number(part.need, 2, self.phrases))

    def _figure(self, part: Part) -> str:
        """The figure itself, where there are no points to draw."""
        if part.observation is None:
            return self.phrases.say("verdict.no_figure")
        indicator = self.phrases.dataset.indicator(part.indicator)
        figure = self.phrases.figure(part.observation.figure, indicator)
        return f"{figure}, {self.phrases.period(part.observation.figure.period)}"

    # What is drawn

    def _key(self) -> Iterable[Entry]:
        if self.found.member is None:
            return
        page, b = self.page, self.page.base
        colors = self._paint()
        width, height = b * 1.5, b * 0.78

        def points(x: float, y: float) -> None:
            page.c.rectangle(x, y - height / 2, width, height, colors.mark)

        def lost(x: float, y: float) -> None:
            page.c.rectangle(x, y - height / 2, width, height, colors.tint, colors.mark, 0.6)

        def mean(x: float, y: float) -> None:
            page.c.line(((x + b * 0.3, y - b * 0.55), (x + b * 0.3, y + b * 0.55)), INK, 1.6)

        say = self.phrases.say
        yield width, points, say("chart.score.explain.points")
        if any(part.lost for part in self.parts):
            yield width, lost, say("chart.score.explain.lost")
        if len(self.scored.rows) > 1:
            yield b * 0.6, mean, say("chart.score.explain.mean", n=len(self.scored.rows))

    def _paint(self) -> Paint:
        return paint(highlighted=self.found.province in self.options.highlight)

    def _columns(self) -> Iterable[_Column]:
        """The columns of texts: points, from the mean, what brings the next place."""
        if self.found.member is None:
            return
        say, parts = self.phrases.say, self.parts

        def heading(name: str) -> tuple[str, ...]:
            return tuple(say(f"chart.score.explain.column.{name}").split("\n"))

        points = tuple(
            "–" if p.points is None else points_text(p.points, 2, self.phrases) for p in parts
        )
        yield _Column(heading("points"), points, strong=True)
        if len(self.scored.rows) > 1:
            yield _Column(heading("above"), tuple(self._signed(part.above) for part in parts))
        needs = tuple(self._need(part) for part in parts)
        if self.page.wide and any(needs):
            yield _Column(heading("need"), needs)

    def _body(self, y: float) -> float:
        """Draws axis, bars and columns; returns where they end."""
        page, columns = self.page, list(self._columns())
        b, c, size = page.base, page.c, page.base * SMALL
        at = page.right
        rights: list[float] = []
        for column in reversed(columns):
            rights.insert(0, at)
            wide = max(page.text_width(text, 0.95, "SemiBold") for text in column.texts)
            wide = max(wide, *(page.text_width(line, SMALL, "SemiBold") for line in column.heading))
            at -= wide + b * 0.9
        most = page.inner * 0.34 if page.wide else at - page.left
        lines = {p.indicator: page.font.wrap(self.names[p.indicator], most, b) for p in self.parts}
        names = max(page.text_width(line) for found in lines.values() for line in found)
        left = page.left + names + b * 0.8 if page.wide else page.left
        scale = self._scale(left, at - b * 0.9)
        heads = max((len(column.heading) for column in columns), default=0)
        top = y + heads * size * _LINE + b * 1.7 if columns else y + b * 0.6
        pitches = self._pitches(top, lines)
        bottom = top + sum(pitches)
        if columns:
            self._axis(scale, top, bottom)
        for column, right in zip(columns, rights, strict=True):
            for place, line in enumerate(reversed(column.heading)):
                up = top - b * 0.55 - place * size * _LINE
                c.text(right, up, line, size, TEXT if column.strong else MUTED, "SemiBold", "end")
        number, middle = 0, top
        for lane, pitch in zip(self.lanes, pitches, strict=True):
            middle += pitch / 2
            if lane is None:
                said = self.phrases.say("chart.rows-hidden", n=self.hidden)
                c.middle(page.left, middle, said, size, MUTED, "Italic")
            else:
                row = self._name(lines[lane.indicator], middle)
                self._bar(lane, scale, row, min(pitch * 0.6, b * 2) if page.wide else b * 0.85)
                for column, right in zip(columns, rights, strict=True):
                    weight = "SemiBold" if column.strong else "Regular"
                    color = self._paint().text if column.strong else MUTED
                    c.middle(right, row, column.texts[number], b * 0.95, color, weight, "end")
                number += 1
            middle += pitch / 2
        return bottom + b * 0.3

    def _pitches(self, top: float, lines: dict[str, tuple[str, ...]]) -> list[float]:
        """The height of each row: of its name's lines on a page that grows, else what there is."""
        page = self.page
        b = page.base
        least = [
            b * _SAID * 1.6
            if lane is None
            else max(
                b * 1.5, (len(lines[lane.indicator]) - 1 + (not page.wide)) * b * _LINE + b * 1.5
            )
            for lane in self.lanes
        ]
        if page.room is None:
            return [height + b * 0.35 for height in least]
        tail = sum(page.paragraph_height(f"{k}: {v}") + b * 0.35 for k, v in self._lists())
        free = page.bottom - top - tail - b * 0.8
        if sum(least) > free:
            page.does_not_fit(len(self.found.parts))
        more = min((free - sum(least)) / len(least), b * 1.4)
        return [height + more for height in least]

    def _name(self, lines: Sequence[str], y: float) -> float:
        """Draws a name about ``y``, above its bar on a narrow page; returns where the bar goes."""
        page = self.page
        b = page.base
        pitch = b * _LINE
        start = y - (len(lines) - (1 if page.wide else 0)) * pitch / 2
        for place, line in enumerate(lines):
            page.c.middle(page.left, start + place * pitch, line, b, TEXT)
        return y if page.wide else start + len(lines) * pitch

    def _scale(self, left: float, right: float) -> Scale:
        ends = [0.0]
        for part in self.parts:
            mean = (part.points or 0) - (part.above or 0)
            ends += [part.points or 0, mean, (part.points or 0) + (part.lost or 0)]
        low, high = min(ends), max(ends)
        return Scale(low, high if high > low else low + 1, left, right)

    def _axis(self, scale: Scale, top: float, bottom: float) -> None:
        """Light lines with the points above."""
        page = self.page
        b, c = page.base, page.c
        most = 5 if scale.end - scale.start > b * 18 else 3
        low, high = Decimal(repr(scale.low)), Decimal(repr(scale.high))
        for tick in ticks(low, high, most):
            x = scale(tick)
            c.line(((x, top - b * 0.1), (x, bottom)), RULE if tick == 0 else GRID, 0.7)
            anchor: Anchor = "start" if x - scale.start < b * 0.5 and not page.wide else "middle"
            text = self.phrases.number(tick)
            c.text(x, top - b * 0.5, text, b * SMALL, FAINT, "Regular", anchor)

    def _bar(self, part: Part, scale: Scale, y: float, height: float) -> None:
        """What the part brings, then what it leaves, with the mean across."""
        page = self.page
        b, c, colors = page.base, page.c, self._paint()
        if part.points is None:
            text = self._figure(part)
            c.middle(scale.start + b * 0.4, y, text, b * SMALL, MUTED, "Italic", halo=True)
            return
        zero, end = scale(0), scale(part.points)
        if part.lost:
            far = scale(part.points + part.lost)
            c.rectangle(end, y - height / 2, far - end, height, colors.tint, colors.mark, 0.6)
        left, right = sorted((zero, end))
        c.rectangle(left, y - height / 2, max(right - left, 0.6), height, colors.mark)
        if part.above is not None and len(self.scored.rows) > 1:
            x = scale(part.points - part.above)
            c.line(((x, y - height * 0.68), (x, y + height * 0.68)), INK, 1.6)

    def _alt(self, lists: dict[str, str]) -> str:
        say = self.phrases.say
        rows = []
        for part in self.parts:
            points = "" if part.points is None else points_text(part.points, 2, self.phrases)
            name = self.names[part.indicator]
            if not points:
                rows.append(f"{name}: {self._figure(part)}")
                continue
            text = say("chart.score.explain.alt.row", name=name, points=points)
            if len(self.scored.rows) > 1:
                above = self._signed(part.above)
                text = say("chart.score.explain.alt.above", row=text, above=above)
            if need := self._need(part):
                text = say("chart.score.explain.alt.need", row=text, need=need)
            rows.append(text)
        return say(
            "chart.score.explain.alt",
            title=self.page.title,
            subtitle=self._subtitle(),
            rows=f"{'; '.join(rows)}." if rows else "",
            lists=lists_of(lists),
        ).strip()
