"""What one province reports: each figure with its age on a line of time, then what to ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dtcompare.analysis.reporting import DataRequest, Reporting, ReportingCell
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.page import Entry, Page, hidden_rows
from dtcompare.charts.style import BAR, BAR_TINT, FAINT, GRID, LEAD, MUTED, RULE, SMALL, TEXT, WHITE
from dtcompare.charts.values import Scale
from dtcompare.charts.wordtable import WordRow, WordTable
from dtcompare.text import capital
from dtcompare.view.figures import figure_text, target_text
from dtcompare.view.phrases import Phrases

__all__ = ["own_reports"]

_PITCH = (1.22, 1.55, 2.2)  # of the rows: the least, the usual, the most, in base sizes
_MOST_WANTED = 12
_SIZE = SMALL * 1.08  # of the words, in base sizes


def own_reports(reporting: Reporting, phrases: Phrases, options: ChartOptions) -> Chart:
    """The figures of one province in the catalogue's order, with their ages.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return _Own(reporting, phrases, options).chart()


class _Own:
    """What one province reports, being drawn."""

    def __init__(self, reporting: Reporting, phrases: Phrases, options: ChartOptions) -> None:
        self.reporting, self.phrases, self.options = reporting, phrases, options
        self.hidden = hidden_rows(len(reporting.cells), options)
        self.cells = [c for n, c in enumerate(reporting.cells) if n not in self.hidden]

    def chart(self) -> Chart:
        """Draws key, rows and what to ask for."""
        phrases, reporting = self.phrases, self.reporting
        page = Page(
            self.options,
            phrases,
            reporting.as_of,
            title=self._title(),
            subtitle=self._subtitle(),
            sources=self._sources(),
        )
        self.page = page
        y = page.key(page.top, self._key())
        end = page.bottom - page.base * 0.4
        least = self._height(_PITCH[0]) if self.cells else 0
        for shown in (_MOST_WANTED, 6, 3, 0):
            wanted = self._wanted(shown)
            tail = self._wanted_height(wanted)
            if y + least + tail <= end:
                break
        y = self._rows(y, end - tail) if self.cells else y
        y = self._ask(y, wanted)
        return page.close(y + page.base * 0.4, alt=self._alt(page.title), rows=len(self.cells))

    # What is said

    def _name(self) -> str:
        assert self.reporting.province is not None
        return capital(self.phrases.full_name(self.reporting.province))

    def _title(self) -> str:
        reporting, say = self.reporting, self.phrases.say
        n, of = len(reporting.cells), reporting.asked
        if not of:
            return say("chart.reporting.title.own.nobody", name=self._name())
        return say("chart.reporting.title.own", name=self._name(), n=n, of=of)

    def _subtitle(self) -> str:
        reporting, say = self.reporting, self.phrases.say
        if not reporting.cells:
            return ""
        parts = [say("reporting.comparable", n=sum(c.comparable for c in reporting.cells))]
        ages = [c.months for c in reporting.cells if c.months is not None]
        if ages:
            parts.append(say("chart.reporting.ages", new=min(ages), old=max(ages)))
        return " ".join(parts)

    def _sources(self) -> Iterable[str]:
        for cell in self.cells:
            yield from cell.observation.sources
        for item in self.reporting.wanted[:_MOST_WANTED]:
            if item.assessment is not None:
                yield from item.assessment.sources

    def _key(self) -> list[Entry]:
        say, b = self.phrases.say, self.page.base
        entries: list[Entry] = []
        for comparable, key in ((True, "comparable"), (False, "apart")):
            if any(c.comparable == comparable and c.months is not None for c in self.cells):

                def draw(x: float, y: float, *, comparable: bool = comparable) -> None:
                    self._mark(x + b * 0.42, y, comparable=comparable)

                entries.append((b * 0.85, draw, say(f"chart.reporting.key.{key}")))
        return entries

    # The rows

    def _columns(self) -> tuple[float, float]:
        """The widths of the names and of the figures."""
        page = self.page
        size = page.base * _SIZE
        names = max(page.font.width(self._indicator(c), size) for c in self.cells)
        figures = max(page.font.width(self._figure(c), size) for c in self.cells)
        figures = max(figures, page.text_width(self.phrases.say("column.figure"), SMALL))
        room = page.inner * (0.74 if page.wide else 1)
        if names + figures <= room:
            return names, figures
        half = room / 2
        if names <= half:
            return names, room - names
        return (room - figures, figures) if figures <= half else (half, half)

    def _indicator(self, cell: ReportingCell) -> str:
        return self.phrases.indicator(cell.indicator)

    def _figure(self, cell: ReportingCell) -> str:
        return figure_text(cell.observation.figure, self.phrases)

    def _age(self, cell: ReportingCell) -> str:
        if cell.months is None:
            return "–"
        return self.phrases.say("reporting.age", n=cell.months)

    def _lines(self, cell: ReportingCell) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name and figure in lines."""
        page, size = self.page, self.page.base * _SIZE
        names, figures = self._columns()
        if not page.wide:
            age = page.font.width(self._age(cell), size) + page.base
            return (
                page.font.balance(self._indicator(cell), page.inner - age, size),
                page.font.balance(self._figure(cell), page.inner - page.base, size),
            )
        return (
            page.font.balance(self._indicator(cell), names + 0.1, size),
            page.font.balance(self._figure(cell), figures + 0.1, size),
        )

    def _units(self, cell: ReportingCell) -> float:
        """How many lines of text a row takes."""
        name, figure = self._lines(cell)
        if not self.page.wide:
            return len(name) + len(figure) * 0.9 + 0.25
        lines = max(len(name), len(figure))
        return 1 if lines == 1 else 0.35 + lines * 0.75

    def _height(self, pitch: float) -> float:
        page = self.page
        units = sum(map(self._units, self.cells)) + (0.8 if self.hidden else 0)
        return units * pitch * page.base + (page.base * 1.7 if page.wide else 0)

    def _rows(self, y: float, bottom: float) -> float:
        """Draws every figure; returns where they end."""
        page = self.page
        b = page.base
        most = _PITCH[1] if page.room is None else _PITCH[2]
        head = b * 1.7 if page.wide else 0
        units = (self._height(1) - head) / b
        pitch = min(max((bottom - y - head) / units, b * _PITCH[0]), b * most)
        y += head
        scale = self._scale()
        if page.wide:
            self._axis(scale, y, y + units * pitch)
        at = y
        for place, cell in enumerate(self.cells):
            if self.hidden and place == self.hidden.start:
                at = self._hidden_line(at, pitch)
            height = self._units(cell) * pitch
            self._row(cell, at, height, scale)
            at += height
        if self.hidden and self.hidden.start >= len(self.cells):
            at = self._hidden_line(at, pitch)
        return at

    def _hidden_line(self, y: float, pitch: float) -> float:
        page = self.page
        said = self.phrases.say("chart.rows-hidden", n=len(self.hidden))
        page.c.middle(page.left, y + pitch * 0.4, said, page.base * SMALL, MUTED, "Italic")
        return y + pitch * 0.8

    def _scale(self) -> Scale:
        """From the year of the oldest figure to the day."""
        page = self.page
        b = page.base
        names, figures = self._columns()
        ages = max(page.text_width(self._age(c), _SIZE) for c in self.cells)
        start = page.left + names + figures + b * 2.4
        ends = [c.observation.figure.period.end for c in self.cells if c.months is not None]
        today = self.reporting.as_of
        oldest = min([*ends, today]).year
        end = max(page.right - ages - b * 1.4, start + b)
        return Scale(float(oldest), _year(today) + 0.001, start, end)

    def _axis(self, scale: Scale, top: float, bottom: float) -> None:
        """The years, with a light line at the beginning of each."""
        page = self.page
        b, c = page.base, page.c
        last = -99.0
        for year in range(int(scale.low), int(scale.high) + 1):
            x = scale(year)
            c.line(((x, top), (x, bottom)), GRID, 0.7)
            width = page.text_width(str(year), SMALL)
            if x - width / 2 > last + b * 0.4 and x + width / 2 < page.right:
                c.text(x, top - b * 0.5, str(year), b * SMALL, FAINT, anchor="middle")
                last = x + width / 2
        c.line(((scale.end, top), (scale.end, bottom)), RULE, 0.7)
        head = self.phrases.say("column.age")
        c.text(page.right, top - b * 0.5, head, b * SMALL, TEXT, "SemiBold", "end")
        c.text(page.left, top - b * 0.5, self.phrases.say("column.indicator"), b * SMALL, MUTED)
        at = page.left + self._columns()[0] + b * 1.1
        c.text(at, top - b * 0.5, self.phrases.say("column.figure"), b * SMALL, MUTED)

    def _row(self, cell: ReportingCell, y: float, height: float, scale: Scale) -> None:
        page = self.page
        b, c, size = page.base, page.c, page.base * _SIZE
        names, figures = self._lines(cell)
        if not page.wide:
            step = height / (len(names) + len(figures) * 0.9 + 0.25)
            for number, line in enumerate(names):
                c.middle(page.left, y + step * (number + 0.5), line, size, TEXT)
            top = y + step * len(names)
            for number, line in enumerate(figures):
                at = top + step * 0.9 * (number + 0.4)
                c.middle(page.left + b, at, line, size, MUTED)
            self._mark(page.left + b * 0.35, top + step * 0.36, comparable=cell.comparable)
            c.middle(page.right, y + step * 0.5, self._age(cell), size, TEXT, anchor="end")
            return
        middle, left = y + height / 2, page.left
        for lines, x in ((names, left), (figures, left + self._columns()[0] + b * 1.1)):
            step = size * LEAD * 0.92
            first = middle - step * (len(lines) - 1) / 2
            for number, line in enumerate(lines):
                c.middle(x, first + step * number, line, size, TEXT)
        c.middle(page.right, middle, self._age(cell), size, TEXT, anchor="end")
        if cell.months is not None:
            x = scale(_year(cell.observation.figure.period.end))
            c.rectangle(x, middle - b * 0.1, scale.end - x, b * 0.2, BAR_TINT)
            self._mark(x, middle, comparable=cell.comparable)

    def _mark(self, x: float, y: float, *, comparable: bool) -> None:
        """A dot for a figure that may be compared, a hollow square for one that may not."""
        b, c = self.page.base, self.page.c
        if comparable:
            c.marker(x, y, "circle", b * 0.38, BAR)
        else:
            c.marker(x, y, "square", b * 0.36, WHITE, RULE, 1.1)

    # What to ask for

    def _wanted(self, most: int) -> Sequence[WordRow]:
        """The first so many things to ask for, and how many more."""
        wanted = self.reporting.wanted
        rows = [
            WordRow((self.phrases.indicator(item.indicator), self._why(item)))
            for item in wanted[:most]
        ]
        if rows and len(wanted) > most:
            more = self.phrases.say("show.elsewhere.more", n=len(wanted) - most)
            rows.append(WordRow((more, ""), quiet=True))
        return rows

    def _why(self, item: DataRequest) -> str:
        """Why it is asked for, as the table says it."""
        phrases, target, why = self.phrases, "", item.why
        if item.assessment is not None:
            indicator = phrases.dataset.indicator(item.indicator)
            target = target_text(item.assessment.target, indicator, phrases)
            if item.assessment.verdict == "basis_unstated" and why == "unjudged_target":
                why = "target_basis"
        return phrases.say(f"reporting.why.{why}", n=item.others, target=target)

    def _wanted_height(self, rows: Sequence[WordRow]) -> float:
        if not rows:
            return 0
        b = self.page.base
        return self._table(rows).height + b * (SMALL * 1.08 * LEAD + 0.45 + 0.6)

    def _ask(self, y: float, rows: Sequence[WordRow]) -> float:
        if not rows:
            return y
        page = self.page
        y = page.heading(y + page.base * 0.6, self.phrases.say("reporting.wanted"))
        return self._table(rows).draw(y)

    def _table(self, rows: Sequence[WordRow]) -> WordTable:
        """The rows with their second column under the figures above."""
        page = self.page
        first = self._columns()[0] + page.base * 1.1 if self.cells and page.wide else 0
        return WordTable(page, rows, first=first)

    def _alt(self, title: str) -> str:
        phrases, say = self.phrases, self.phrases.say
        rows = "; ".join(
            say(
                "chart.reporting.alt.own.row",
                indicator=self._indicator(cell),
                figure=self._figure(cell),
                period=phrases.period(cell.observation.figure.period),
                comparable=say(
                    "chart.reporting.key.comparable"
                    if cell.comparable
                    else "chart.reporting.key.apart"
                ),
            )
            for cell in self.cells
        )
        asked = "; ".join(
            f"{phrases.indicator(i.indicator)}: {self._why(i)}"
            for i in self.reporting.wanted[:_MOST_WANTED]
        )
        wanted = f"{say('reporting.wanted')}: {asked}." if asked else ""
        told = say(
            "chart.reporting.alt.own",
            title=title,
            measure=self._subtitle().rstrip("."),
            rows=f"{rows}." * bool(rows),
            lists=wanted,
        )
        return " ".join(told.split()).replace(". .", ".")


def _year(day: date) -> float:
    """A day as a year with the share of it that has passed."""
    return day.year + (day.timetuple().tm_yday) / 366
