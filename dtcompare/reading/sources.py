"""The pages a file cites: its own list, and which of them are used."""

from __future__ import annotations

from collections.abc import Mapping

from dtcompare.model.period import Period
from dtcompare.model.source import Source
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList

__all__ = ["SHARED", "SourceList", "keys_of", "read_sources"]

SHARED = "sources"


class SourceList:
    """The sources a file may cite: its own, then those of sources.yaml (``shared``).

    A source that could not be read is None here: known, and nothing more is said of it.
    ``complete`` is False where a list could not be read, so that any id may be right;
    ``doubtful`` becomes True with a line whose source is unknown, so that any may be cited.
    """

    def __init__(
        self,
        problems: ProblemList,
        own: Mapping[str, Source | None],
        shared: Mapping[str, Source | None],
        *,
        complete: bool,
    ) -> None:
        self._problems = problems
        self.own = own
        self.shared = shared
        self.complete = complete
        self.cited: set[str] = set()
        self.doubtful = False

    def find(self, id: str) -> Source | None:
        """Return the source of that id; None where it is unknown or could not be read."""
        return self.own.get(id) or self.shared.get(id)

    def cite(self, id: str, at: Node) -> Source | None:
        """Return the source of that id, cited from now on; None for an unknown one, noted."""
        self.cited.add(id)
        for sources in (self.own, self.shared):
            if id in sources:
                return sources[id]
        self.doubtful = True
        if self.complete:
            hint = self._problems.hint(id, (*self.own, *self.shared), listed=False)
            key = "unknown-source" if hint else "undeclared-source"
            self._problems.add(at, "unknown-source", key, typed=id, **hint)
        return None

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
                        self.cited.add(value.text)
                    rest.append(value)


def read_sources(
    found: ParsedMapping,
    key: str,
    owner: str,
    problems: ProblemList,
    shared: Mapping[str, Source | None],
) -> dict[str, Source | None]:
    """Return the sources listed under ``key`` by id, those that could not be read as None.

    ``owner`` is what stands before the id in a source's key.
    """
    entries: Mapping[str, ParsedMapping | None] = found.get(key, {})
    sources: dict[str, Source | None] = {}
    addresses: dict[str, str] = {}
    keys = keys_of(found, key)
    for id, entry in entries.items():
        sources[id] = None
        url = None if entry is None else entry.get("url")
        if id in shared:
            problems.add(keys[id], "double-source", "shared-source", id=id)
        elif url in addresses:
            problems.add(keys[id], "double-source", id=id, other=addresses[url])
        else:
            if url is not None:
                addresses[url] = id
            if entry is not None and entry.whole:
                sources[id] = _source(f"{owner}/{id}", entry)
    return sources


def keys_of(found: ParsedMapping, key: str) -> dict[str, Scalar]:
    """Return where each id under ``key`` stands."""
    return {id: at for id, (at, _) in found.entries(key).items()}


def _source(key: str, entry: ParsedMapping) -> Source:
    """Return the record of one source."""
    values = dict(entry.values)
    published: Period = values.pop("published")
    return Source(key=key, published=published if published.stated else None, **values)
