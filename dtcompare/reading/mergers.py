"""Mergers told by both sides: what a province was formed from, and what a former one went into."""

from __future__ import annotations

from collections.abc import Mapping

from dtcompare.model.period import Period
from dtcompare.reading.nodes import Items, Node, Scalar
from dtcompare.reading.report import Report
from dtcompare.reading.shape import Found

__all__ = ["check_mergers"]


def check_mergers(entries: Mapping[str, Found | None], report: Report) -> None:
    """Note mergers that one side tells otherwise than the other, or that name nobody."""
    _Mergers(entries, report).check()


class _Mergers:
    """The mergers of a register, each side with where it stands.

    A province in ``doubtful`` names parts that nobody knows; it is not held against the others.
    """

    def __init__(self, entries: Mapping[str, Found | None], report: Report) -> None:
        self._report = report
        self._entries = {id: entry for id, entry in entries.items() if entry is not None}
        self._known = entries
        self._parts = {id: _parts(entry) for id, entry in self._entries.items()}
        self._doubtful: set[str] = set()

    def check(self) -> None:
        """Check the names, then every merger from both sides."""
        for id, entry in self._entries.items():
            self._check_names(id, entry)
        for id, entry in self._entries.items():
            into = entry.get("into")
            if into in self._entries and into not in self._doubtful:
                self._check_into(id, entry, into)
        for id, parts in self._parts.items():
            if id not in self._doubtful:
                for part, at in parts.items():
                    self._check_part(id, part, at)

    def _check_names(self, id: str, entry: Found) -> None:
        """Note the names of no province in one entry."""
        if entry.typed("from") and "from" not in entry.values:
            self._doubtful.add(id)
        for name, at in self._parts[id].items():
            if name not in self._known:
                self._doubtful.add(id)
                self._tell_unknown(at, name)
        into = entry.get("into")
        if into is not None and into not in self._known:
            self._tell_unknown(entry.nodes["into"], into)

    def _tell_unknown(self, at: Node, name: str) -> None:
        """Note a name of no province."""
        key = "unknown-unit"
        self._report.add_unknown(at, "unknown-province", name, self._known, key=key, listed=False)

    def _check_into(self, id: str, entry: Found, into: str) -> None:
        """Note a whole that does not name this part, or began on another day than it ended."""
        if id not in self._parts[into]:
            self._report.add(entry.nodes["into"], "merge-map", id=into, former=id)
            return
        until: Period | None = entry.get("until")
        since: Period | None = self._entries[into].get("since")
        if until and since and until.start != since.start:
            facts = {"former": id, "until": until.text, "id": into, "since": since.text}
            self._report.add(entry.nodes["until"], "merge-map", "merge-map-day", **facts)

    def _check_part(self, id: str, part: str, at: Node) -> None:
        """Note a part that does not say it went into ``id``, unless its own side was told."""
        former = self._entries.get(part)
        if former is None or (former.typed("into") and former.get("into") is None):
            return
        into = former.get("into")
        told = into is not None and part not in self._parts.get(into, {})
        if into != id and not told:
            self._report.add(at, "merge-map", "merge-map-into", id=id, former=part)


def _parts(entry: Found) -> dict[str, Node]:
    """Return the former units listed under ``from``, with where each stands."""
    node = entry.nodes.get("from")
    if not isinstance(node, Items) or "from" not in entry.values:
        return {}
    return {item.text: item for item in node.items if isinstance(item, Scalar)}
