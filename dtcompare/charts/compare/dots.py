"""Provinces side by side: marks for what compares, words for what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from dtcompare.analysis.comparison import Comparison
from dtcompare.charts.chart import Chart, ChartOptions
from dtcompare.charts.compare.rows import (
    AlikeRow,
    TextRow,
    alike_rows,
    apart_rows,
    lists_of_comparison,
    only_counts,
    placed_alone,
    places_rows,
)
from dtcompare.charts.compare.strips import AlikePart
from dtcompare.charts.compare.words import WordsPart
from dtcompare.charts.page import Entry, Page, hidden_rows, unbroken
from dtcompare.charts.style import FAINT, GREY, MUTED
from dtcompare.charts.values import Kind, dot, kind_of
from dtcompare.text import capital
from dtcompare.view.phrases import Phrases

__all__ = ["compare_dots"]

_PAD, _LEAST, _MOST = 0.8, 0.5, 1.6  # the room about a row, in base sizes


class _Plan(Struct, frozen=True):
    """How much is told: what is apart in full rows, in brief or in none, places, paragraphs."""

    apart: Literal["full", "brief", "none"]
    places: bool
    words: tuple[str, ...]


def compare_dots(comparison: Comparison, phrases: Phrases, options: ChartOptions) -> Chart:
    """The comparison drawn: rows of marks, then in words what is not on one footing.

    Raises WrongUsage where the rows do not fit on the page.
    """
    return _Dots(comparison, phrases, options).chart()


class _Dots:
    """One comparison being drawn."""

    def __init__(self, comparison: Comparison, phrases: Phrases, options: ChartOptions) -> None:
        self.comparison, self.phrases, self.options = comparison, phrases, options
        self.names = [capital(phrases.full_name(id)) for id in comparison.provinces]
        alike, apart = alike_rows(comparison, phrases), apart_rows(comparison, phrases)
        cut = hidden_rows(len(alike) + len(apart), options)
        self.cut = len(cut)
        self.alike = [row for n, row in enumerate(alike) if n not in cut]
        self.apart = [row for n, row in enumerate(apart, len(alike)) if n not in cut]
        self.places = places_rows(comparison, phrases)
        self.lists = lists_of_comparison(comparison, phrases)
        self.page = Page(
            options,
            phrases,
            comparison.as_of,
            title=self._title(),
            subtitle=" ".join(self._subtitle()),
            sources=self._sources(),
            notes=tuple(self._notes()),
        )

    def chart(self) -> Chart:
        """Draws key, marks and words by the fullest plan that fits."""
        page, b = self.page, self.page.base
        y = page.key(page.top, self._key())
        rows = len(self.alike) + len(self.apart)
        if self.comparison.empty:
            y = page.paragraph(y, self.phrases.say("compare.empty"))
            return page.close(y + b * 0.4, alt=self._alt(), rows=0)
        for plan in self._plans():
            parts = self._parts(plan)
            tail = sum(page.paragraph_height(text) + b * 0.35 for text in plan.words)
            fixed = sum(part.height(0) for part in parts) + tail + b * 0.4
            free, count = page.bottom - y - fixed, sum(part.rows for part in parts)
            pad = free / b / max(count, 1)
            if free >= 0 and pad >= _LEAST * bool(count):
                break
        else:
            page.does_not_fit(rows)
        for part in parts:
            y = part.draw(y, min(pad, _PAD if page.room is None else _MOST))
        for text in plan.words:
            y = page.paragraph(y + b * 0.35, text)
        return page.close(y + b * 0.4, alt=self._alt(), rows=rows)

    def _parts(self, plan: _Plan) -> list[AlikePart | WordsPart]:
        """What is drawn in rows."""
        parts: list[AlikePart | WordsPart] = []
        if self.alike:
            title = self.phrases.say("compare.section.alike")
            parts.append(AlikePart(self.page, self.alike, self.names, title))
        if self.apart and plan.apart != "none":
            brief = plan.apart == "brief"
            title = self._apart_title()
            parts.append(WordsPart(self.page, self.apart, self.names, title, brief=brief))
        if self.places and plan.places:
            title = self.phrases.say("show.rankings")
            parts.append(WordsPart(self.page, self.places, self.names, title))
        return parts

    def _plans(self) -> Iterable[_Plan]:
        """How much may be told, the most first; what has no row is named, then counted."""
        say = self.phrases.say
        alone = self._told(placed_alone(self.comparison, self.phrases))
        named = (*(say("chart.names", label=k, names=v) for k, v in self.lists), *alone)
        counted = (*self._told(only_counts(self.comparison, self.phrases)), *alone)
        places = (say("chart.compare.places", n=len(self.places)),) if self.places else ()
        for apart in ("full", "brief") if self.apart else ("full",):
            yield _Plan(apart, places=True, words=named)
            yield _Plan(apart, places=True, words=counted)
            yield _Plan(apart, places=False, words=(*places, *counted))
        if self.alike and self.apart:
            label = say("chart.rank.count", label=self._apart_title(), n=len(self.apart))
            names = "; ".join(row.name for row in self.apart)
            words = (say("chart.names", label=label, names=names), *places, *counted)
            yield _Plan("none", places=False, words=words)

    def _told(self, text: str) -> tuple[str, ...]:
        return (text,) if text else ()

    # What is said

    @property
    def _two(self) -> bool:
        return len(self.names) == 2

    def _apart_title(self) -> str:
        key = "compare.section.apart" if self._two else "compare.section.apart.several"
        return self.phrases.say(key)

    def _title(self) -> str:
        """Who is ahead on how much, or why nobody is."""
        say, rows = self.phrases.say, self.comparison.alike
        names = self.phrases.listed([unbroken(name) for name in self._full_names()])
        if self.comparison.empty:
            return capital(say("chart.compare.title.empty", names=names))
        if not rows:
            shared = len(self.comparison.apart)
            key = "apart" if shared else "nothing"
            return capital(say(f"chart.compare.title.{key}", names=names, n=shared))
        ahead = Counter(row.lead.province for row in rows if row.lead is not None)
        leads = [(id, ahead[id]) for id in self.comparison.provinces if ahead[id]]
        if not leads:
            return capital(say("chart.compare.title.open", names=names, n=len(rows)))
        if len(leads) == 1 and self._two:
            ((id, count),) = leads
            (other,) = (one for one in self.comparison.provinces if one != id)
            facts = {"name": self._name(id), "other": self._name(other), "count": count}
            return capital(say("chart.compare.title.one", n=len(rows), **facts))
        first, *others = leads
        told = [say("chart.compare.lead", name=self._name(first[0]), count=first[1])]
        told += [say("chart.compare.lead.next", name=self._name(id), count=n) for id, n in others]
        leading = self.phrases.listed(told)
        return capital(say("chart.compare.title.several", leads=leading, n=len(rows)))

    def _full_names(self) -> list[str]:
        return [self.phrases.full_name(id) for id in self.comparison.provinces]

    def _name(self, id: str) -> str:
        return unbroken(self.phrases.full_name(id))

    def _subtitle(self) -> Iterable[str]:
        """How much is reported by more than one, and how to read the rows."""
        comparison, say = self.comparison, self.phrases.say
        if comparison.empty:
            return
        shared = {row.indicator for row in comparison.alike}
        shared |= {row.indicator for row in comparison.apart}
        if shared:
            yield say("compare.both" if self._two else "compare.several", n=len(shared))
        if self.alike:
            apart = any(any(row.whens) for row in self.alike)
            yield say(f"chart.compare.subtitle{'.times' if apart else ''}")

    def _notes(self) -> Iterable[str]:
        say = self.phrases.say
        if any(row.ahead is not None for row in self.alike):
            yield say("chart.compare.note.bold")
        if any(not row.share for row in self.alike):
            yield say("chart.show.note.own-line")
        if any(part.why == "extensive" for part in self.comparison.apart):
            yield say("chart.compare.note.extensive")
        if self.cut:
            yield capital(say("chart.rows-hidden", n=self.cut)) + "."

    def _sources(self) -> Iterable[str]:
        comparison = self.comparison
        for row in self.alike:
            for observation in row.row.observations:
                yield from observation.sources if observation is not None else ()
        for words in (*self.apart, *self.places):
            yield from words.sources
        for found in comparison.only:
            for _, observation in found:
                yield from observation.sources

    def _key(self) -> list[Entry]:
        """The signs that are used, with their words; the marks stand over the numbers."""
        page, say, b = self.page, self.phrases.say, self.page.base
        kinds: set[Kind] = {kind_of(line) for row in self.alike for line in row.lines}

        def sign(kind: Kind) -> Callable[[float, float], None]:
            return lambda x, y: dot(page.c, x + b * 0.45, y, b * 0.43, kind, MUTED)

        entries: list[Entry] = []
        if kinds & {"about", "range"}:
            entries.append((b * 0.9, sign("about"), say("chart.key.about")))
        if "over" in kinds:
            entries.append((b * 1.5, sign("over"), say("chart.key.over")))
        if "under" in kinds:
            shifted = sign("under")
            entries.append((b * 1.5, lambda x, y: shifted(x + b * 0.7, y), say("chart.key.under")))
        if any(row.row.spread is not None for row in self.alike):

            def half(x: float, y: float) -> None:
                page.c.rectangle(x, y - b * 0.36, b * 2.2, b * 0.72, GREY)
                page.c.line(((x + b * 1.1, y - b * 0.5), (x + b * 1.1, y + b * 0.5)), FAINT, 1.4)

            entries.append((b * 2.2, half, say("chart.compare.key.spread")))
        return entries

    def _alt(self) -> str:
        say = self.phrases.say
        rows = [self._row_told(row) for row in self.alike]
        apart = [self._words_told(row) for row in self.apart]
        places = [self._words_told(row) for row in self.places]
        told = [
            say("chart.names", label=label, names="; ".join(texts))
            for label, texts in (
                (say("compare.section.alike"), rows),
                (self._apart_title(), apart),
                (say("show.rankings"), places),
                *((label, [names]) for label, names in self.lists),
            )
            if texts
        ]
        return say(
            "chart.compare.alt", title=self.page.title, rows=". ".join(told) or say("compare.empty")
        )

    def _row_told(self, row: AlikeRow) -> str:
        values = ", ".join(
            self.phrases.say("figure.scope", text=f"{name} {text}", scope=when)
            if when
            else f"{name} {text}"
            for name, text, when in zip(self.names, row.values, row.whens, strict=True)
        )
        name = f"{row.name} ({row.small})"
        return self.phrases.say("chart.show.alt.row", name=name, figure=values)

    def _words_told(self, row: TextRow) -> str:
        texts = [
            f"{name} {', '.join(told)}"
            for name, told in zip(self.names, row.texts, strict=True)
            if told
        ]
        return self.phrases.say("chart.show.alt.row", name=row.name, figure="; ".join(texts))
