"""A document before it is written in any format: headings, texts, tables, pictures and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from dtcompare.charts.chart import Chart
from dtcompare.view.sheet import Table

_MARK = re.compile(r"\[(\d+)\]")


class SectionHeading(Struct, frozen=True):
    """A heading of the second or third level; the title of the document is the first."""

    text: str
    level: int = 2


class Prose(Struct, frozen=True):
    """A text; the numbers of sources in it lead to their pages."""

    text: str


class Bullets(Struct, frozen=True):
    """A list of short texts under a label."""

    label: str
    items: tuple[str, ...]


class Picture(Struct, frozen=True):
    """A chart, whose title is its caption; ``name`` is the stem of its file."""

    name: str
    chart: Chart

    @property
    def caption(self) -> str:
        """Return the title of the chart."""
        return self.chart.title


Part: TypeAlias = SectionHeading | Prose | Bullets | Picture | Table


class SourceItem(Struct, frozen=True):
    """A numbered page: who published it and when, its title and address."""

    number: str
    text: str
    title: str
    url: str


class Document(Struct, frozen=True):
    """A whole document in one language.

    ``notes`` are (letter, text). ``words`` are the texts of its own furniture: sources, notes,
    table, figure.
    """

    title: str
    subtitle: str
    lang: str
    parts: tuple[Part, ...]
    notes: tuple[tuple[str, str], ...]
    sources: tuple[SourceItem, ...]
    citation: str
    words: Mapping[str, str]

    @property
    def pages(self) -> Mapping[str, str]:
        """Return the address of every source by its number."""
        return {source.number: source.url for source in self.sources}


def runs(text: str, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a text, each with the address it leads to, "" for none.

    >>> list(runs("40% [2]", {"2": "https://example.org"}))
    [('40% ', ''), ('[2]', 'https://example.org')]
    """
    end = 0
    for mark in _MARK.finditer(text):
        url = pages.get(mark[1], "")
        if url:
            if mark.start() > end:
                yield text[end : mark.start()], ""
            yield mark[0], url
            end = mark.end()
    if text[end:]:
        yield text[end:], ""
