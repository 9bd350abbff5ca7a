"""provinces/NAME.yaml and national.yaml: a name, sources, values and targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dtcompare.model.figure import NATIONAL, Figure, Target
from dtcompare.model.source import Source
from dtcompare.reading.agreement import check_figures, check_targets
from dtcompare.reading.doubts import check_moved, check_pages, check_reached
from dtcompare.reading.lines import Around, LineReader, Owner
from dtcompare.reading.nodes import Node
from dtcompare.reading.rules import NATIONAL_FILE, PROVINCE_FILE
from dtcompare.reading.shape import Found, Shape, is_id
from dtcompare.reading.sources import SourceList, keys_of, read_sources

__all__ = ["Body", "read_body"]


@dataclass(frozen=True, slots=True)
class Body:
    """What one file reports."""

    name: str | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    figures: Mapping[str, list[Figure]] = field(default_factory=dict)
    targets: Mapping[str, list[Target]] = field(default_factory=dict)
    cited: SourceList | None = None


def read_body(id: str, root: Node, shape: Shape, around: Around) -> Body:
    """The lines of one file; whatever is wrong is noted and left out."""
    rule = NATIONAL_FILE if id == NATIONAL else PROVINCE_FILE
    found = shape.record(rule, root, shape.report.file)
    if found is None:
        return Body()
    owner = Owner(id, around.listed.register.provinces.get(id))
    _check_name(found, owner, shape)
    shared = around.shared or {}
    own = read_sources(found, "sources", id, shape.report, shared)
    sources = SourceList(shape.report, own, shared, complete=_complete(found, around))
    lines = LineReader(shape, owner, sources, around)
    figures = lines.figures(found.get("values"))
    targets = lines.targets(found.get("targets"))
    indicators = around.declared.catalogue.indicators
    for indicator, reported in figures.items():
        check_figures(indicators[indicator], reported, lines.columns, shape.report)
    for indicator, aims in targets.items():
        check_targets(indicators[indicator], aims, lines.columns, shape.report)
    if around.doubts:
        for indicator, reported in figures.items():
            check_moved(indicators[indicator], reported, lines.columns, shape.report)
        pages = {**shared, **own}
        for indicator, aims in targets.items():
            both = (figures.get(indicator, ()), aims)
            check_reached(indicators[indicator], both, pages, lines.columns, shape.report)
        check_pages(own, shared, keys_of(found, "sources"), shape.report)
    if sources.complete and not sources.doubtful:
        _check_used(found, own, sources, shape)
    kept = {source.key: source for source in own.values() if source is not None}
    return Body(found.get("name"), kept, figures, targets, sources)


def _check_name(found: Found, owner: Owner, shape: Shape) -> None:
    """Note a name that is not the one the register gives for the file's id."""
    name = found.get("name")
    if owner.province is None or name is None or name == owner.province.name:
        return
    facts = {"name": name, "id": owner.id, "wanted": owner.province.name}
    shape.report.add(found.nodes["name"], "name-file", **facts)


def _complete(found: Found, around: Around) -> bool:
    """Whether every source that may be cited is known."""
    own = "sources" in found.values or not found.typed("sources")
    good_ids = all(is_id(id) for id in found.get("sources", {}))
    return own and good_ids and found.certain and around.shared is not None


def _check_used(
    found: Found, own: Mapping[str, Source | None], sources: SourceList, shape: Shape
) -> None:
    """Note sources of the file that no line cites."""
    places = keys_of(found, "sources")
    for id, source in own.items():
        if source is not None and id not in sources.cited:
            shape.report.add(places[id], "unused-source", id=id)
