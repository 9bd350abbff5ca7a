"""Numbered sources and lettered notes, in the order in which they are met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from dtcompare.model.period import parse_period
from dtcompare.model.source import Source
from dtcompare.view.phrases import Phrases

if TYPE_CHECKING:
    from dtcompare.view.documents.shared import SourceDocument


class Sourced(Protocol):
    """What pages stand behind: a figure, a target."""

    @property
    def sources(self) -> Sequence[str]:
        """Return the keys of the pages."""


def pages_of(items: Iterable[Sourced | None]) -> list[str]:
    """Return the keys of the pages behind ``items``, in their order."""
    pages: list[str] = []
    for item in items:
        if item is not None:
            pages += item.sources
    return pages


class Citations:
    """Gives every page a number when it is first cited; one page in several files has one number.

    ``style`` is short, full or none. ``brief``: the answer is a short one, in which pages are named
    or counted at the foot and bear no numbers.
    """

    def __init__(self, phrases: Phrases, style: str = "short", *, brief: bool = False) -> None:
        self._phrases = phrases
        self._style = style
        self.brief = brief
        self._numbers: dict[str, int] = {}
        self._keys: dict[str, str] = {}

    def cite(self, keys: Iterable[str]) -> str:
        """Return the marks of the sources ("[1][2]"); empty where none are wanted."""
        sources, numbers = self._phrases.dataset.sources, self._numbers
        marks: dict[str, None] = {}
        for key in keys:
            url = self._keys.get(key)
            if url is None:
                url = self._keys[key] = sources[key].url
            marks[f"[{numbers.setdefault(url, len(numbers) + 1)}]"] = None
        return "" if self.brief or self._style == "none" else "".join(marks)

    def numbered(self) -> tuple[tuple[str, str], ...]:
        """Return number and text of every source cited, in order."""
        return tuple((str(n), self._text(page)) for n, page in enumerate(self.pages(), 1))

    def pages(self) -> list[Source]:
        """Return every page cited, in the order of their numbers; none where none is wanted."""
        if self._style == "none":
            return []
        first: dict[str, str] = {}
        for key, url in self._keys.items():
            first.setdefault(url, key)
        return [self._phrases.dataset.sources[first[url]] for url in self._numbers]

    def addresses(self) -> dict[str, str]:
        """Return the address of every page cited by its number."""
        return {str(n): page.url for n, page in enumerate(self.pages(), 1)}

    def _text(self, source: Source) -> str:
        if self._style != "full":
            return self._phrases.source(source)
        text = f"{self._phrases.source(source, translation=True)}: {source.title}. {source.url}"
        if source.original is None:
            return text
        return self._phrases.say("source.original", text=text, original=source.original)

    def document(self, more: Iterable[str] = ()) -> dict[str, SourceDocument]:
        """Return every source cited, and ``more``, by its key FILE/ID, for JSON."""
        sources = self._phrases.dataset.sources
        return {key: _source_document(sources[key]) for key in sorted({*self._keys, *more})}


def citation(phrases: Phrases) -> str:
    """Say how the data set is cited: its name, release, date and licence."""
    about, say = phrases.dataset.about, phrases.say
    parts = [about.name.say(phrases.lang)]
    if about.release:
        parts.append(say("cite.release", release=about.release))
    day = parse_period(about.date) if about.date else None
    if day is not None:
        parts.append(phrases.period(day))
    if about.licence:
        parts.append(about.licence)
    return say("cite", text=", ".join(parts))


def pages_named(value: object) -> Iterator[str]:
    """Yield the keys of the pages that a document names as sources, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from pages_named(item)
    elif isinstance(value, dict):
        pages = value.get("sources")
        if isinstance(pages, list):
            yield from pages
        for item in value.values():
            if isinstance(item, (list, dict)) and item is not pages:
                yield from pages_named(item)


def _source_document(source: Source) -> SourceDocument:
    """Return a source as JSON keys; what is not known is null."""
    return {
        "title": source.title,
        "publisher": source.publisher,
        "quoting": source.quoting,
        "number": source.number,
        "published": source.published.text if source.published else None,
        "url": source.url,
        "read_in": list(source.read_in),
        "copy": source.copy,
        "original": source.original,
    }


class Notes:
    """Gives every note a letter when it is first needed; the same text keeps its letter.

    ``mute``: no note has one; the notes are counted all the same.
    """

    def __init__(self, *, mute: bool = False) -> None:
        self.mute = mute
        self._letters: dict[str, str] = {}

    def mark(self, *texts: str | None) -> str:
        """Return the letters of the notes, separated by spaces; empty without any."""
        letters = [
            self._letters.setdefault(text, _letter(len(self._letters))) for text in texts if text
        ]
        return "" if self.mute else " ".join(letters)

    def lettered(self) -> tuple[tuple[str, str], ...]:
        """Return letter and text of every note, in order; nothing of those that are mute."""
        if self.mute:
            return ()
        return tuple((letter, text) for text, letter in self._letters.items())

    @property
    def count(self) -> int:
        """Return how many notes there are, mute or not."""
        return len(self._letters)


def _letter(place: int) -> str:
    """Return the letter of a note: a to z, then aa, ab, ..."""
    first, last = divmod(place, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)
