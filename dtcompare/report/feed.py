"""What the newest pages brought, as entries of a feed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dtcompare.model.figure import Figure
from dtcompare.model.source import Source
from dtcompare.report.library import Library

_ENTRIES, _LINES = 40, 12  # pages in the feed, and figures told of each


class FeedEntry(Struct, frozen=True):
    """A page with the figures it brought; ``day`` is when it was published."""

    url: str
    title: str
    day: str
    lines: tuple[str, ...]


def feed_entries(library: Library) -> list[FeedEntry]:
    """Return the newest pages that say when they were published, the newest first."""
    sources = library.dataset.sources
    brought: dict[str, list[Figure]] = {}
    for _, lines in library.dataset.all_lines():
        for figure in lines.figures:
            brought.setdefault(sources[figure.source].url, []).append(figure)
    dated = {source.url: source for source in sources.values() if source.published is not None}
    pages = [source for url, source in dated.items() if url in brought]
    pages.sort(key=lambda source: (_day(source), source.url), reverse=True)
    return [_entry(source, brought[source.url], library) for source in pages[:_ENTRIES]]


def _day(source: Source) -> str:
    """Return the first day on which a page may have been published."""
    assert source.published is not None
    return source.published.start.isoformat()


def _entry(source: Source, figures: Iterable[Figure], library: Library) -> FeedEntry:
    phrases = library.phrases
    publisher, _ = phrases.source_parts(source)
    lines = []
    for figure in figures:
        indicator = library.dataset.indicator(figure.indicator)
        name = f"{phrases.full_name(figure.province)}, {indicator.name.say(phrases.lang)}"
        text, period = phrases.figure(figure, indicator), phrases.period(figure.period)
        lines.append(phrases.say("site.feed.figures", name=name, text=text, period=period))
    title = phrases.say("site.feed.entry", publisher=publisher, title=source.title)
    return FeedEntry(source.url, title, _day(source), tuple(lines[:_LINES]))
