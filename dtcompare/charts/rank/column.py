"""Ranked rows under an axis: places, names, bars and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dtcompare.charts.page import Page
from dtcompare.charts.rank.plan import Part, Plan, RankRow
from dtcompare.charts.style import FAINT, GREY, GRID, INK, MUTED, RULE, SMALL, TEXT, WHITE
from dtcompare.charts.values import Kind, Paint, Scale, bar, kind_of, paint, ticks, value_text
from dtcompare.model.figure import Figure

__all__ = ["Column", "tick"]

HEADING = 1.45  # rows that a heading takes
_LINE = 0.92  # rows that a line of a reason takes under its bar


class Column:
    """One column of rows under its axis; with ``aims`` the targets stand in words beside them."""

    def __init__(
        self,
        page: Page,
        plan: Plan,
        x: float,
        width: float,
        *,
        aims: bool,
    ) -> None:
        b = page.base
        self.page, self.phrases, self.plan = page, page.phrases, plan
        self.places = plan.places
        self.lines: Sequence[tuple[Part, RankRow | None]] = ()
        self.pitch = b
        self.x, self.end = x, x + width
        places = max((page.text_width(row.place, 0.92) for row in plan.rows), default=0)
        self.start = x + (places + b * 0.55 if places else 0)
        names = max(_name_width(row, page) for row in plan.rows)
        self.aside = self._aside() if aims else 0
        left = self.start + min(names, width * 0.48) + b * 0.6
        right = self.end - (self.aside + b * 0.9 if self.aside else 0)
        if self.places is not None:
            self.scale = Scale(1, self.places.of, left + b, right - b)
        else:
            self.scale = Scale(0, float(highest(plan)), left, right)

    def _aside(self) -> float:
        """The width of the column of targets; 0 where no row has one."""
        texts = [text for row in self.plan.rows if (text := self._aim(row))]
        if not texts:
            return 0
        head = self.page.text_width(self.phrases.say("column.target"), SMALL, "SemiBold")
        return max(head, *(self.page.text_width(text, SMALL) for text in texts))

    def _aim(self, row: RankRow) -> str:
        """The row's own target: "≥ 90 by 2026"."""
        if row.target is None:
            return ""
        target = row.target.target
        key = "chart.every" if target.every else "chart.by"
        value = value_text(target, self.phrases)
        return self.phrases.say(key, value=value, by=self.phrases.period(target.by))

    def units(self, row: RankRow | None) -> float:
        """How many rows a line of the body takes; None is a heading."""
        return HEADING if row is None else row.height + _LINE * len(self._under(row))

    def draw(self, y: float, lines: Sequence[tuple[Part, RankRow | None]], pitch: float) -> float:
        """Draws lines ``pitch`` apart from ``y`` down; returns where they end."""
        b, c = self.page.base, self.page.c
        self.lines, self.pitch = lines, pitch
        top = y + b * 2.1
        self._axes(top)
        if self.aside:
            head = self.phrases.say("column.target")
            c.text(self.end, top - b * 0.5, head, b * SMALL, MUTED, "SemiBold", "end")
        at = top
        for part, row in self.lines:
            middle = at + self.pitch * (row.height if row else HEADING) / 2
            if row is None:
                self._heading(part, at)
            elif row.said:
                c.middle(self.start, middle, row.said, b * SMALL, MUTED, "Italic", halo=True)
            else:
                self._row(row, middle)
            at += self.pitch * self.units(row)
        return at + b * 0.4

    def _axes(self, top: float) -> None:
        """Gridlines one way and light, a stretch for every part, with their numbers above."""
        b, c = self.page.base, self.page.c
        stretches, at = [[top - b * 0.1, top]], top
        for _, row in self.lines:
            if row is None and at > top:
                stretches.append([at + self.pitch * HEADING, at])
            elif row is None:
                stretches[-1][0] = at + self.pitch * HEADING
            at += self.pitch * self.units(row)
            stretches[-1][1] = at
        last = -b
        for number in self._ticks():
            x = self.scale(number)
            for begin, end in stretches:
                if end > begin:
                    c.line(((x, begin), (x, end)), RULE if number == 0 else GRID, 0.7)
            text = self.phrases.number(number)
            width = self.page.text_width(text, SMALL)
            begin = min(x - width / 2, self.page.right - width)
            if begin > last + b * 0.4:
                c.text(begin, top - b * 0.5, text, b * SMALL, FAINT)
                last = begin + width

    def _ticks(self) -> tuple[Decimal, ...]:
        room = self.scale.end - self.scale.start
        if self.places is not None:
            step = 10 if room > self.page.base * 14 else 20
            of = self.places.of
            tens = (Decimal(n) for n in range(step, of - step // 3, step))
            return (Decimal(1), *tens, Decimal(of))
        return ticks(Decimal(0), highest(self.plan), 5 if room > self.page.base * 20 else 3)

    def _heading(self, part: Part, y: float) -> None:
        page, b, c = self.page, self.page.base, self.page.c
        base, size, end = y + self.pitch * 0.95, b * SMALL * 1.08, self.end
        if part.aside:
            c.text(end, base, part.aside, b * SMALL, MUTED, anchor="end")
            end -= page.text_width(part.aside, SMALL) + b * 0.6
        heading = page.font.shorten(part.heading, end - self.x, size, "SemiBold")
        c.text(self.x, base, heading, size, TEXT, "SemiBold")
        begin = self.x + page.font.width(heading, size, "SemiBold") + b * 0.6
        if end - begin > b:
            c.line(((begin, base - size * 0.3), (end, base - size * 0.3)), GRID, 0.8)

    def _row(self, row: RankRow, y: float) -> None:
        """Draws one row: place, name, bar, number, tick of the target."""
        page, b, c = self.page, self.page.base, self.page.c
        met = row.target is not None and row.target.verdict == "met"
        colors = paint(
            highlighted=row.highlighted,
            reached=met and row.outlined is None and self.places is None,
        )
        place_color = colors.text if row.highlighted else FAINT
        c.middle(self.start - b * 0.5, y, row.place, b * 0.92, place_color, colors.weight, "end")
        room = self.scale.start - b * 0.35 - self.start
        name = page.font.shorten(row.name, room, b, colors.weight)
        c.middle(self.start, y, name, b, colors.text, colors.weight)
        after = page.text_width(name, 1, colors.weight) + b * 0.35
        beside = page.font.shorten(row.beside, room - after, b * SMALL)
        if beside != "…":
            c.middle(self.start + after, y, beside, b * SMALL, MUTED)
        if self.aside:
            c.middle(self.end, y, self._aim(row), b * SMALL, MUTED, anchor="end")
        if row.figure is not None:
            self._value(row, row.figure, y, colors)

    def _value(self, row: RankRow, figure: Figure, y: float, colors: Paint) -> None:
        """Draws what a row's figure is worth."""
        b, c = self.page.base, self.page.c
        if row.outlined is None:
            self._tick(row, y)
        if self.places is not None:
            self._place(row, figure, y, colors)
        elif figure.amount is None:
            said = self.phrases.say("chart.rank.no-score")
            c.middle(self.scale.start + b * 0.4, y, said, b * SMALL, MUTED, "Italic")
        elif row.outlined is not None:
            self._outlined(row, row.outlined, figure, y, colors)
        else:
            self._bar(row, figure, y, colors)

    def _tick(self, row: RankRow, y: float) -> None:
        """The row's own target on the scale."""
        aim = tick(row, self.plan)
        if aim is not None:
            x, reach = self.scale(aim), self.pitch * 0.46
            self.page.c.line(((x, y - reach), (x, y + reach)), INK, 1.6)

    def _bar(self, row: RankRow, figure: Figure, y: float, colors: Paint) -> None:
        """A bar with its number."""
        b, c, height = self.page.base, self.page.c, self.pitch * 0.72
        assert figure.amount is not None
        kind: Kind = "exact" if row.reference else kind_of(figure)
        end, upper = self.scale(figure.number), figure.amount.upper
        text = value_text(figure, self.phrases)
        if row.reference:
            c.rectangle(self.scale.start, y - height / 2, end - self.scale.start, height, GREY)
            self._number(text, end, y, TEXT, TEXT)
            return
        far = self.scale(upper) if upper is not None else end
        bar(c, self.scale.start, end, y, height, kind, colors, upper=far)
        if kind == "range":
            self._range_number(text, end, far, y, colors)
            return
        if kind == "under" and self._fits(text, end):  # a plate keeps the hatching out of it
            left = end - self.page.text_width(text, 0.92, "SemiBold") - b * 0.75
            c.rectangle(left, y - height / 2 + 0.8, end - b * 0.15 - left, height - 1.6, WHITE)
        inside = TEXT if kind in ("about", "under") else WHITE
        tip = height * 0.42 if kind == "over" else 0
        self._number(text, end, y, inside, colors.text, tip)

    def _range_number(self, text: str, end: float, far: float, y: float, colors: Paint) -> None:
        """Writes both ends of a range behind its bar, or on it where the page ends."""
        b, c = self.page.base, self.page.c
        width = self.page.text_width(text, 0.92, "SemiBold")
        if far + b * 0.35 + width <= self.end:
            c.middle(far + b * 0.35, y, text, b * 0.92, colors.text, "SemiBold", halo=True)
        elif self._fits(text, end):
            c.middle(end - b * 0.4, y, text, b * 0.92, WHITE, "SemiBold", "end")
        else:
            c.middle(far - b * 0.4, y, text, b * 0.92, TEXT, "SemiBold", "end", halo=True)

    def _fits(self, text: str, end: float) -> bool:
        """Whether a number has room inside its bar."""
        width = self.page.text_width(text, 0.92, "SemiBold")
        return end - self.scale.start > width + self.page.base * 0.9

    def _number(
        self,
        text: str,
        end: float,
        y: float,
        inside: str,
        outside: str,
        tip: float = 0,
        *,
        halo: bool = False,
    ) -> None:
        """Writes a number at the end of its bar: inside where it fits, else behind."""
        b, c = self.page.base, self.page.c
        if self._fits(text, end):
            c.middle(end - b * 0.4, y, text, b * 0.92, inside, "SemiBold", "end", halo=halo)
        else:
            c.middle(end + tip + b * 0.35, y, text, b * 0.92, outside, "SemiBold", halo=True)

    def _outlined(self, row: RankRow, said: str, figure: Figure, y: float, colors: Paint) -> None:
        """A bar that compares with no other: outlined, its reason on it, behind it or under it."""
        b, c, height = self.page.base, self.page.c, self.pitch * 0.72
        text, end, begin = (
            value_text(figure, self.phrases),
            self.scale(figure.number),
            self.scale.start,
        )
        edge = colors.mark if row.highlighted else RULE
        c.rectangle(begin, y - height / 2, max(end - begin, 0.6), height, WHITE, edge, 0.9)
        self._tick(row, y)
        # A halo would bite into the outline: only a target's mark makes one needed there.
        marked = tick(row, self.plan) is not None
        self._number(text, end, y, colors.text, colors.text, halo=marked)
        under = self._under(row)
        for number, line in enumerate(under):
            at = y + height / 2 + b * (0.64 + 1.12 * number)
            c.middle(begin + b * 0.2, at, line, b * SMALL, MUTED, "Italic", halo=True)
        if said and not under:
            at, _ = self._beside_bar(figure, said)
            c.middle(at, y, said, b * SMALL, MUTED, "Italic", halo=marked or at > end)

    def _beside_bar(self, figure: Figure, said: str) -> tuple[float, float]:
        """Where on an outlined bar or behind it a reason begins, and how much room it has."""
        b, begin, end = self.page.base, self.scale.start, self.scale(figure.number)
        text = value_text(figure, self.phrases)
        number = self.page.text_width(text, 0.92, "SemiBold")
        after = end + (b * 0.4 if self._fits(text, end) else b * 0.8 + number)
        within, behind = end - begin - number - b * 1.8, self.scale.end - after
        if within >= min(self.page.text_width(said, SMALL, "Italic"), behind):
            return begin + b * 0.5, within
        return after, behind

    def _under(self, row: RankRow) -> tuple[str, ...]:
        """The lines of a reason that has no room on its bar nor behind it."""
        figure = row.figure
        if not row.outlined or figure is None or figure.amount is None:
            return ()
        _, room = self._beside_bar(figure, row.outlined)
        size = self.page.base * SMALL
        if self.page.font.width(row.outlined, size, "Italic") <= room:
            return ()
        below = self.end - self.scale.start - self.page.base * 0.2
        return self.page.font.wrap(row.outlined, below, size, "Italic")

    def _place(self, row: RankRow, figure: Figure, y: float, colors: Paint) -> None:
        """A place on the line of all places; the score beside it where it is known."""
        b, c = self.page.base, self.page.c
        place = row.place.lstrip("=")
        if not place.isdigit():
            self._score_alone(figure, y, colors)
            return
        x = self.scale(int(place))
        c.line(((self.scale.start, y), (x, y)), colors.tint, b * 0.22)
        c.marker(x, y, "circle", b * 0.4, colors.mark)
        if figure.amount is not None:
            text = value_text(figure, self.phrases)
            width = self.page.text_width(text, 0.92)
            behind = x + b * 0.75 + width <= self.page.right
            at = x + b * 0.75 if behind else x - b * 0.75 - width
            c.middle(at, y, text, b * 0.92, colors.text, halo=True)

    def _score_alone(self, figure: Figure, y: float, colors: Paint) -> None:
        """A score whose place is not known, in words where the dot would be."""
        if figure.amount is None:
            return
        b, c, text = self.page.base, self.page.c, value_text(figure, self.phrases)
        c.middle(self.scale.start, y, text, b * 0.92, colors.text, halo=True)
        x = self.scale.start + self.page.text_width(text, 0.92) + b * 0.5
        said = self.phrases.say("chart.map.no-place")
        c.middle(x, y, said, b * SMALL, MUTED, "Italic", halo=True)


def tick(row: RankRow, plan: Plan) -> Decimal | None:
    """The number of a row's target where it is on the figure's footing and on the scale."""
    if row.target is None or row.target.observation is None or plan.places is not None:
        return None
    target = row.target.target
    if target.amount is None or target.number > highest(plan):
        return None
    return target.number


def _name_width(row: RankRow, page: Page) -> float:
    if row.said:
        return 0
    beside = page.text_width(row.beside, SMALL) + page.base * 0.4 if row.beside else 0
    return page.text_width(row.name, 1, "SemiBold" if row.highlighted else "Regular") + beside


def highest(plan: Plan) -> Decimal:
    """The end of the scale: the natural end of a share that comes near it, else the longest bar.

    A target beyond every bar is on the scale while it does not dwarf them.
    """
    figures = [row.figure for row in plan.rows if row.figure is not None]
    amounts = [figure.amount for figure in figures if figure.amount is not None]
    longest = max((amount.upper or amount.number for amount in amounts), default=Decimal(1))
    aims = [
        row.target.target.number
        for row in plan.rows
        if row.target is not None and row.target.target.amount is not None
    ]
    longest = max([longest, *(aim for aim in aims if aim <= longest * Decimal("1.6"))])
    if plan.most is not None and longest > plan.most * Decimal("0.55"):
        return plan.most
    return longest if longest > 0 else Decimal(1)
