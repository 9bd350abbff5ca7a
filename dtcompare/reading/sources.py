"""The pages a file cites: its own list, and which of them are used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dtcompare.model.period import Period
from dtcompare.model.source import Source
from dtcompare.reading.nodes import Node, Scalar
from dtcompare.reading.report import Report
from dtcompare.reading.shape import Found

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
        report: Report,
        own: Mapping[str, Source | None],
        shared: Mapping[str, Source | None],
        *,
        complete: bool,
    ) -> None:
        self._report = report
        self.own = own
        self.shared = shared
        self.complete = complete
        self.cited: set[str] = set()
        self.doubtful = False

    def cite(self, id: str, at: Node) -> Source | None:
        """The source of that id, now cited; None where it is unknown, which is noted."""
        self.cited.add(id)
        if id in self.own:
            return self.own[id]
        if id in self.shared:
            return self.shared[id]
        self.doubtful = True
        if self.complete:
            hint = self._report.hint(id, (*self.own, *self.shared), listed=False)
            key = "unknown-source" if hint else "undeclared-source"
            self._report.add(at, "unknown-source", key, typed=id, **hint)
        return None


def read_sources(
    found: Found, key: str, owner: str, report: Report, shared: Mapping[str, Source | None]
) -> dict[str, Source | None]:
    """The sources listed under ``key`` by id, those that could not be read as None.

    ``owner`` is what stands before the id in a source's key.
    """
    entries: Mapping[str, Any] = found.get(key, {})
    sources: dict[str, Source | None] = {}
    addresses: dict[str, str] = {}
    keys = keys_of(found, key)
    for id, entry in entries.items():
        source = _source(f"{owner}/{id}", entry) if entry is not None and entry.whole else None
        url = entry.get("url") if entry is not None else None
        sources[id] = source
        if id in shared:
            report.add(keys[id], "double-source", "shared-source", id=id)
            sources[id] = None
        elif url in addresses:
            report.add(keys[id], "double-source", id=id, other=addresses[url])
            sources[id] = None
        elif url is not None:
            addresses[url] = id
    return sources


def keys_of(found: Found, key: str) -> dict[str, Scalar]:
    """Where each id under ``key`` stands."""
    node = found.nodes.get(key)
    pairs = getattr(node, "pairs", [])
    return {at.text: at for at, _ in reversed(pairs) if isinstance(at, Scalar)}


def _source(key: str, entry: Found) -> Source:
    """The record of one source."""
    published: Period = entry.get("published")
    return Source(
        key,
        entry.get("title"),
        entry.get("publisher"),
        published if published.stated else None,
        entry.get("url"),
        entry.get("quoting"),
        entry.get("number"),
        entry.get("read_in", ()),
        entry.get("archived"),
        entry.get("accessed"),
    )
