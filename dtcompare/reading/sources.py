"""The pages a file cites: its own list, and which of them are used."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from dtcompare.model.period import Period
from dtcompare.model.source import Source
from dtcompare.reading.folder import file_of_source
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList

SHARED = "sources"


class SourceList:
    """The sources a file may cite: its own, then those of sources.yaml (``shared``).

    A source that could not be read is None here: known, and nothing more is said of it. ``places``
    are where its own stand. ``complete`` is False where a list could not be read, so that any id
    may be right; ``doubtful`` becomes True with a line whose source is unknown.
    """

    def __init__(
        self, problems: ProblemList, shared: Mapping[str, Source | None], *, complete: bool
    ) -> None:
        self._problems = problems
        self.own: dict[str, Source | None] = {}
        self.places: dict[str, Scalar] = {}
        self.shared = shared
        self.complete = complete
        self.doubtful = False
        self._cited: set[str] = set()

    @property
    def cited(self) -> frozenset[str] | None:
        """Return the ids that are cited; None where any may be."""
        return None if self.doubtful else frozenset(self._cited)

    def find(self, id: str) -> Source | None:
        """Return the source of that id; None where it is unknown or could not be read."""
        return self.own.get(id) or self.shared.get(id)

    def cite(self, id: str, at: Node) -> Source | None:
        """Return the source of that id, cited from now on; None for an unknown one, noted."""
        self._cited.add(id)
        for sources in (self.own, self.shared):
            if id in sources:
                return sources[id]
        self.doubtful = True
        if self.complete and "/" in id:
            self._tell_key(id, at)
        elif self.complete:
            hint = self._problems.hint(id, (*self.own, *self.shared), listed=False)
            key = "unknown-source" if hint else "undeclared-source"
            self._problems.add(at, "unknown-source", key, typed=id, **hint)
        return None

    def _tell_key(self, id: str, at: Node) -> None:
        """Note a source called as outputs call it, FILE/ID: of this file, or of another."""
        owner, _, own = id.rpartition("/")
        here = owner == SHARED or file_of_source(id) == self._problems.file
        if here and (own in self.own or own in self.shared):
            self._problems.add(at, "unknown-source", "source-key", typed=id, id=own)
        else:
            file = file_of_source(id)
            self._problems.add(at, "unknown-source", "source-elsewhere", typed=id, file=file)

    def cite_all(self, node: Node) -> None:
        """Count every source named anywhere in a part that is not read as cited."""
        rest = [node]
        while rest:
            part = rest.pop()
            if isinstance(part, Items):
                rest.extend(part.items)
            elif isinstance(part, Pairs):
                for key, value in part.pairs:
                    is_source = isinstance(key, Scalar) and key.text == "source"
                    if is_source and isinstance(value, Scalar):
                        self._cited.add(value.text)
                    rest.append(value)

    def tell_unused(self, cited: Collection[str], level: str) -> None:
        """Note the file's own sources that are not cited."""
        for id, source in self.own.items():
            if source is not None and id not in cited:
                self._problems.add(self.places[id], "unused-source", level=level, id=id)


def read_sources(
    found: ParsedMapping,
    owner: str,
    shared: Mapping[str, Source | None],
    *,
    complete: bool,
    today: date,
) -> SourceList:
    """Return the sources that a file lists, those that could not be read as None.

    ``owner`` is what stands before the id in a source's key. One address may hold copies of
    several pages, which their ``original`` tells apart. No page can be later than ``today``.
    """
    sources = SourceList(found.problems, shared, complete=complete)
    entries: Mapping[str, ParsedMapping | None] = found.get("sources", {})
    sources.places = {id: at for id, (at, _) in found.entries("sources").items()}
    pages: dict[str, dict[str | None, str]] = {}
    for id, entry in entries.items():
        sources.own[id] = None
        if entry is not None:
            _check_dates(id, entry, today)
        at, other = sources.places[id], _add_page(pages, id, entry)
        if id in shared:
            found.problems.add(at, "double-source", "shared-source", id=id)
        elif other is not None:
            found.problems.add(at, "double-source", id=id, other=other)
        elif entry is not None and entry.whole:
            values = dict(entry.values)
            published: Period = values.pop("published")
            values["copy"] = "copy" in values or "original" in values
            stated = published if published.stated else None
            sources.own[id] = Source(key=f"{owner}/{id}", published=stated, **values)
    return sources


def _add_page(
    pages: dict[str, dict[str | None, str]], id: str, entry: ParsedMapping | None
) -> str | None:
    """Add a source to those by address and original; return the id of one of the same page."""
    if entry is None or entry.get("url") is None:
        return None
    copies, original = pages.setdefault(entry.get("url"), {}), entry.get("original")
    same = copies.get(original) or copies.get(None)
    if original is None:
        same = next(iter(copies.values()), None)
    copies.setdefault(original, id)
    return same


def _check_dates(id: str, entry: ParsedMapping, today: date) -> None:
    """Note a page of a day to come, and one that was read before it was published."""
    for key in ("published", "accessed"):
        day: Period | None = entry.get(key)
        if day is not None and day.stated and day.start > today:
            facts = {"name": key, "date": day.text}
            entry.problems.add(entry.nodes[key], "future", "future-page", id=id, **facts)
            return
    published, read = entry.get("published"), entry.get("accessed")
    if published and read and published.stated and read.end < published.start:
        facts = {"published": published.text, "accessed": read.text}
        entry.problems.add(entry.nodes["accessed"], "read-early", id=id, **facts)


def by_key(sources: Mapping[str, Source | None] | None) -> dict[str, Source]:
    """Return the sources that could be read by their key FILE/ID."""
    return {source.key: source for source in (sources or {}).values() if source is not None}
