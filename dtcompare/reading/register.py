"""register.yaml: the provinces, and a merger told alike by both sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.model.province import FORMER, Extent, Province, Register
from dtcompare.model.source import Source
from dtcompare.reading.mergers import check_mergers
from dtcompare.reading.nodes import Node
from dtcompare.reading.report import Report
from dtcompare.reading.rules import REGISTER
from dtcompare.reading.shape import Found, Shape, is_id
from dtcompare.reading.sources import SHARED, SourceList
from dtcompare.reading.tilegrids import read_grids, read_islands

__all__ = ["Listed", "read_register"]


@dataclass(frozen=True, slots=True)
class Listed:
    """What register.yaml lists.

    ``ids`` also holds the provinces that could not be read; None where the list itself could not.
    ``counts`` says whether provinces may be counted: the file has no error.
    """

    register: Register = field(default_factory=Register)
    ids: frozenset[str] | None = None
    counts: bool = False
    cited: SourceList | None = None


def read_register(root: Node, shape: Shape, shared: Mapping[str, Source | None] | None) -> Listed:
    """The register; whatever could not be read is left out and noted.

    ``shared`` are the sources it may cite, None where those could not be read.
    """
    sources = SourceList(shape.report, {}, shared or {}, complete=shared is not None)
    found = shape.record(REGISTER, root, "register.yaml")
    if found is None or not isinstance(found.get("provinces"), dict):
        return Listed(cited=sources)
    today: dict[str, Found | None] = found.get("provinces")
    former: dict[str, Found | None] = found.get("former", {})
    entries = {**today, **former}
    regions: dict[str, Label | None] | None = found.get("regions")
    complete = found.whole
    good_ids = all(is_id(id.removeprefix(FORMER)) for id in entries)
    if complete:
        check_mergers(entries, shape.report)
    _check_once(today, "code", "double-code", shape.report)
    _check_once(today, "tile", "double-tile", shape.report)
    islands = read_islands(found, today, shape.report)
    grids = read_grids(found, entries, shape.report, complete=complete)
    provinces = {
        id: province
        for id, entry in entries.items()
        if entry is not None and (province := _province(id, entry, regions, sources, shape.report))
    }
    labels = {id: label for id, label in (regions or {}).items() if label is not None}
    return Listed(
        Register(provinces, labels, islands, grids),
        frozenset(entries) if complete and good_ids else None,
        not shape.report.broken,
        sources,
    )


def _day(entry: Found, key: str) -> Period | None:
    """The day under ``key``, as a period."""
    period: Period | None = entry.get(key)
    return period


def _province(
    id: str,
    entry: Found,
    regions: Mapping[str, Label | None] | None,
    sources: SourceList,
    report: Report,
) -> Province | None:
    """One province; None where something in its entry is wrong."""
    extents = {key: _extent(entry.get(key), sources) for key in ("population", "area")}
    good = _check_region(entry, regions, report) and _check_life(id, entry, report)
    if not entry.whole or not good:
        return None
    name: str = entry.get("name")
    names: Found | None = entry.get("names")
    spoken = names.values if names else {}
    since, until, tile = _day(entry, "since"), _day(entry, "until"), entry.get("tile")
    return Province(
        id,
        name,
        Label(spoken.get("en", name), spoken.get("vi", name)),
        tuple((old.get("name"), old.get("until").start) for old in spoken.get("former", ())),
        entry.get("type"),
        entry.get("code"),
        entry.get("region"),
        None if tile is None else (int(tile[0]), int(tile[1])),
        entry.get("aliases", ()),
        since.start if since else None,
        entry.get("from", ()),
        until.start if until else None,
        entry.get("into"),
        extents["population"],
        extents["area"],
        _short_names(name, spoken),
    )


def _short_names(name: str, spoken: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The names, today's and former ones, that have a short one, each with it."""
    pairs = [(name, spoken.get("short"))]
    pairs += [(old.get("name"), old.get("short")) for old in spoken.get("former", ())]
    return tuple((long, short) for long, short in pairs if short is not None)


def _extent(entry: Found | None, sources: SourceList) -> Extent | None:
    """A population or an area; its source is cited from sources.yaml."""
    if entry is None or "source" not in entry.values:
        return None
    id = entry.get("source")
    sources.cite(id, entry.nodes["source"])
    if not entry.whole:
        return None
    return Extent(entry.get("value"), f"{SHARED}/{id}", entry.get("status"))


def _check_region(entry: Found, regions: Mapping[str, object] | None, report: Report) -> bool:
    """Whether the region is one of those listed."""
    region = entry.get("region")
    if region is None or regions is None or region in regions:
        return True
    hint = report.hint(region, regions)
    report.add(
        entry.nodes["region"],
        "unknown-word",
        "undeclared-word",
        name="region",
        typed=region,
        **hint,
    )
    return False


def _check_life(id: str, entry: Found, report: Report) -> bool:
    """Whether the province began before it ended, and only a former one ends."""
    since, until = _day(entry, "since"), _day(entry, "until")
    for key in ("until", "into"):
        if not id.startswith(FORMER) and entry.typed(key):
            report.add(entry.keys[key], "wrong-part", "ended-province", name=key, id=id)
            return False
    if since and until and until.start <= since.start:
        report.add(
            entry.nodes["until"],
            "bad-date",
            "until-before-since",
            until=until.text,
            since=since.text,
        )
        return False
    return True


def _check_once(entries: Mapping[str, Found | None], key: str, code: str, report: Report) -> None:
    """Note a code or tile that two provinces of today share."""
    owners: dict[object, str] = {}
    for id, entry in entries.items():
        value = entry.get(key) if entry is not None else None
        if entry is not None and value is not None and owners.setdefault(value, id) != id:
            report.add(entry.nodes[key], code, id=id, other=owners[value])
