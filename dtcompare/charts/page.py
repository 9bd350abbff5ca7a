"""The page that every chart stands on: title above, notes and sources below, the body between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NoReturn

from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.marks import Canvas
from dtcompare.charts.style import (
    FAINT,
    GRID,
    INK,
    LEAD,
    MUTED,
    SMALL,
    SUBTITLE,
    TEXT,
    TITLE,
)
from dtcompare.errors import WrongUsage
from dtcompare.text import printable
from dtcompare.view.phrases import Phrases

# An entry of a key: how wide its sign is, what draws it at (x, middle), and its words.
Entry = tuple[float, Callable[[float, float], None], str]

_MOST_SOURCES = {"slide": 2, "square": 3}  # lines of sources on a page of fixed height


class Page:
    """A page being laid out; all measures are points from its top left corner.

    ``left`` and ``right`` bound the body, ``top`` is where it begins, ``base`` the size of its
    type. ``c`` collects the marks.
    """

    def __init__(
        self,
        options: ChartOptions,
        phrases: Phrases,
        as_of: date,
        *,
        title: str,
        subtitle: str,
        sources: Iterable[str],
        notes: Sequence[str] = (),
    ) -> None:
        """Draw the title block and measures the footer; ``sources`` are keys FILE/ID."""
        self.options, self.phrases, self.size = options, phrases, options.page
        self.font, self.base = options.font, options.page.base
        self.c = Canvas()
        self.subtitle = subtitle
        self.title = printable(options.title or "") or title
        self.width = self.size.width * 72
        self.left, self.right = self.size.margin, self.width - self.size.margin
        self._notes = tuple(notes)
        self.top = self._heading(subtitle)
        self._tag = self._tag_text(as_of)
        self.cite(sources)

    def cite(self, sources: Iterable[str]) -> None:
        """Name the pages of ``sources`` at the foot, in place of others: of what is drawn alone."""
        self._cited = self._cited_by_publisher(sources)
        self.source = "; ".join(text for text, _ in self._cited)
        if not self._cited:
            self.source = self.phrases.say("chart.source.none")
        self._footer = self._footer_lines()

    # Measures

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.right - self.left

    @property
    def wide(self) -> bool:
        """Return whether there is room beside a chart for columns of words."""
        return self.options.size != "column"

    @property
    def bottom(self) -> float:
        """Return where the body must end: on a page that grows, where the tallest would."""
        height = self.size.height or self.size.most
        return height * 72 - self.size.margin - self._footer_height

    @property
    def room(self) -> float | None:
        """Return the height for the body of a page of fixed height; None where the page grows."""
        return None if self.size.height is None else self.bottom - self.top

    def text_width(self, text: str, scale: float = 1, weight: str = "Regular") -> float:
        """Return how wide a text is at ``scale`` times the base size."""
        return self.font.width(text, self.base * scale, weight)

    @property
    def halves(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the edges of two columns beside each other."""
        half, gap = self.inner / 2, self.base * 1.2
        return (self.left, self.left + half - gap), (self.right - half + gap, self.right)

    # The parts of a page

    def key(self, y: float, entries: Sequence[Entry]) -> float:
        """Draw a key from ``y`` down and return where it ends; nothing without entries."""
        if not entries:
            return y
        em, x, y = self.base, self.left, y + self.base * 0.5
        end = self._key_end(entries)
        for entry in entries:
            width, draw, words = entry
            need = self._key_width(entry)
            if x > self.left and x + need > end + 0.1:
                x, y = self.left, y + em * 1.35
            draw(x, y)
            start = x + width + em * 0.45
            lines = self.font.balance(words, self.right - start + 0.1, em * SMALL)
            for line in lines:
                self.c.middle(start, y, line, em * SMALL, MUTED)
                y += em * SMALL * LEAD * (line is not lines[-1])
            x += need + em * 1.25
        return y + em * 0.85

    def _key_width(self, entry: Entry) -> float:
        return entry[0] + self.base * 0.45 + self.text_width(entry[2], SMALL)

    def _key_end(self, entries: Sequence[Entry]) -> float:
        """Return where the lines of a key end, so that they are of nearly equal length."""
        needs = [self._key_width(entry) for entry in entries]

        def lines(end: float) -> int:
            count, x = 1, self.left
            for need in needs:
                if x > self.left and x + need > end + 0.1:
                    count, x = count + 1, self.left
                x += need + self.base * 1.25
            return count

        low, high = self.left, self.right
        for _ in range(12 if lines(self.right) > 1 else 0):
            middle = (low + high) / 2
            low, high = (low, middle) if lines(middle) == lines(self.right) else (middle, high)
        return high

    def heading(
        self, y: float, text: str, aside: str = "", edges: tuple[float, float] | None = None
    ) -> float:
        """Draw the heading of a part with a rule behind it; return where the part begins.

        ``edges`` are where it begins and ends, the margins of the page without.
        """
        em = self.base
        left, right = edges or (self.left, self.right)
        size = em * SMALL * 1.08
        room = self.heading_room(right - left, aside)
        lines = self.font.balance(text, room, size, "SemiBold")
        for line in lines:
            y += size * LEAD
            self.c.text(left, y, line, size, TEXT, "SemiBold")
        end = right
        if aside:
            self.c.text(right, y, aside, em * SMALL, MUTED, anchor="end")
            end -= self.text_width(aside, SMALL) + em * 0.6
        start = left + self.font.width(lines[-1], size, "SemiBold") + em * 0.6
        if end - start > em:
            self.c.line(((start, y - size * 0.3), (end, y - size * 0.3)), GRID, 0.8)
        return y + em * 0.45

    def heading_room(self, width: float, aside: str) -> float:
        """Return how wide the words of a heading may be, in points, with ``aside`` at its end."""
        if not aside:
            return width
        return min(width * 0.7, width - self.text_width(aside, SMALL) - self.base * 0.6)

    def paragraph(
        self, y: float, text: str, scale: float = SMALL * 1.08, color: str = TEXT
    ) -> float:
        """Draw a text over the width of the page from ``y`` down; return where it ends."""
        size = self.base * scale
        for line in self.font.wrap(text, self.inner, size):
            y += size * LEAD
            self.c.text(self.left, y - size * 0.3, line, size, color)
        return y

    def paragraph_height(self, text: str, scale: float = SMALL * 1.08) -> float:
        """Return how tall ``paragraph`` is."""
        size = self.base * scale
        return len(self.font.wrap(text, self.inner, size)) * size * LEAD

    def close(self, bottom: float, *, alt: str, rows: int, fixed_rows: bool = False) -> Chart:
        """Draw the footer under a body that ends at ``bottom``, and return the chart.

        ``rows`` is how many the body has, for the error where they do not fit: WrongUsage, with
        advice. ``fixed_rows`` says that fewer cannot be asked for.
        """
        if bottom > self.bottom + 0.5:
            self.does_not_fit(rows, fixed_rows=fixed_rows)
        em, c = self.base, self.c
        height = self.size.height
        y = bottom if height is None else height * 72 - self.size.margin - self._footer_height
        c.line(((self.left, y + em * 0.45), (self.right, y + em * 0.45)), GRID, 0.8)
        y += em * 0.7
        for line in self._footer:
            y += em * SMALL * LEAD
            c.text(self.left, y - em * 0.2, line, em * SMALL, MUTED)
        c.text(self.right, y - em * 0.2, self._tag, em * SMALL, FAINT, "Medium", "end")
        return Chart(
            width=self.width,
            height=height * 72 if height is not None else y + em * 0.4 + self.size.margin,
            marks=tuple(c.marks),
            title=self.title,
            alt=alt,
            source=self.source,
            lang=self.phrases.lang,
            dpi=self.size.dpi,
            subtitle=self.subtitle,
            notes=self._notes,
            family=self.options.family,
        )

    def does_not_fit(self, rows: int, *, fixed_rows: bool = False) -> NoReturn:
        """Raise WrongUsage: so many rows do not fit on the page, and what to ask for instead."""
        key = "error.chart-full" if fixed_rows else "error.chart-rows"
        raise WrongUsage(key, rows=rows, size=self.options.size)

    # Title and footer

    def _heading(self, subtitle: str) -> float:
        """Draw title and subtitle; return where the body begins."""
        em, y = self.base, self.size.margin
        shown = "" if self.options.title == "" else self.title
        for line in self.font.balance(shown, self.inner, em * TITLE, "SemiBold") if shown else ():
            y += em * TITLE * LEAD * 0.96
            self.c.text(self.left, y - em * TITLE * 0.3, line, em * TITLE, INK, "SemiBold")
        y += em * 0.1
        for line in self.font.balance(subtitle, self.inner, em * SUBTITLE) if subtitle else ():
            y += em * SUBTITLE * LEAD
            self.c.text(self.left, y - em * SUBTITLE * 0.3, line, em * SUBTITLE, MUTED)
        return y + em * 0.5

    @property
    def _footer_height(self) -> float:
        return len(self._footer) * self.base * SMALL * LEAD + self.base * 1.1

    def _footer_lines(self) -> tuple[str, ...]:
        """Return notes, then sources, then an empty line where the tag has no room beside them."""
        size = self.base * SMALL
        say = self.phrases.say
        lines: list[str] = []
        if self._notes and self.options.notes:
            lines += self.font.wrap(say("chart.note", text=" ".join(self._notes)), self.inner, size)
        lines += self._source_lines() if self.options.sources else ()
        lines = lines or [""]
        tag = self.font.width(self._tag, size, "Medium") + self.base
        if self.font.width(lines[-1], size) + tag > self.inner:
            lines.append("")
        return tuple(lines)

    def _source_lines(self) -> tuple[str, ...]:
        """Return the sources, cut to as many whole ones as a page of fixed height has lines for."""
        size, most = self.base * SMALL, _MOST_SOURCES.get(self.options.size)
        say, cited = self.phrases.say, self._cited
        lines = self.font.wrap(say("chart.source", text=self.source), self.inner, size)
        for kept in range(len(cited) - 1, 0, -1):
            if most is None or len(lines) <= most:
                break
            more = say("chart.source.more", n=sum(pages for _, pages in cited[kept:]))
            text = "; ".join((*(text for text, _ in cited[:kept]), more))
            lines = self.font.wrap(say("chart.source", text=text), self.inner, size)
        return lines

    def _cited_by_publisher(self, keys: Iterable[str]) -> Sequence[tuple[str, int]]:
        """Return every publisher with its dates ("Báo A, 3 Feb 2026"), and how many pages."""
        pages: dict[str, dict[str, str]] = {}
        for key in dict.fromkeys(keys):
            source = self.phrases.dataset.sources[key]
            publisher, day = self.phrases.source_parts(source)
            pages.setdefault(publisher, {}).setdefault(source.url, day)
        return [
            (f"{publisher}, {', '.join(dict.fromkeys(days.values()))}", len(days))
            for publisher, days in pages.items()
        ]

    def _tag_text(self, as_of: date) -> str:
        say, release = self.phrases.say, self.phrases.dataset.about.release
        day = say("as-of", date=self.phrases.day(as_of))
        if release is None:
            return say("chart.tag.no-release", as_of=day)
        return say("chart.tag", release=release, as_of=day)


def unbroken(text: str) -> str:
    """Return a name that no line break comes into."""
    return text.replace(" ", "\u00a0")


def lists_of(labels: Mapping[str, str]) -> str:
    """Return labelled lists as one text, for those who do not see them."""
    return " ".join(f"{label}: {names}." for label, names in labels.items())


def hidden_rows(total: int, options: ChartOptions) -> range:
    """Return the places of the rows that are not drawn where only the first or last are asked for.

    >>> hidden_rows(34, ChartOptions(first=9, last=6))
    range(9, 28)
    """
    if options.first is None and options.last is None:
        return range(0)
    return range(options.first or 0, total - (options.last or 0))
