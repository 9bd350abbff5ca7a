"""provinces/NAME.yaml and national.yaml: a name, sources, values and targets."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from dtcompare.model.figure import NATIONAL, Figure, Target
from dtcompare.model.source import Source
from dtcompare.reading.consistency import LineNotes, check_agreement
from dtcompare.reading.lines import Context, LineReader, Owner
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Node
from dtcompare.reading.plausibility import check_lines, check_pages
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.rules import NATIONAL_FILE, PROVINCE_FILE
from dtcompare.reading.scalars import is_id
from dtcompare.reading.sources import SourceList, keys_of, read_sources

__all__ = ["ProvinceReading", "read_province"]


class ProvinceReading(Struct, frozen=True):
    """What one file reports."""

    name: str | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    figures: Mapping[str, list[Figure]] = field(default_factory=dict)
    targets: Mapping[str, list[Target]] = field(default_factory=dict)
    cited: SourceList | None = None


def read_province(id: str, root: Node, problems: ProblemList, context: Context) -> ProvinceReading:
    """Return the lines of one file; whatever is wrong is noted and left out."""
    rule = NATIONAL_FILE if id == NATIONAL else PROVINCE_FILE
    found = rule.read(root, problems.file, problems)
    if found is None:
        return ProvinceReading()
    owner = Owner(id, context.listed.register.provinces.get(id))
    _check_name(found, owner)
    shared = context.shared or {}
    own = read_sources(found, "sources", id, problems, shared)
    sources = SourceList(problems, own, shared, complete=_is_complete(found, context))
    lines = LineReader(problems, owner, sources, context)
    figures, targets = lines.figures(found.get("values")), lines.targets(found.get("targets"))
    pages = {**shared, **own}
    for indicator in dict.fromkeys((*figures, *targets)):
        declared = context.declared.catalogue.indicators[indicator]
        notes = LineNotes(declared, lines.columns, problems)
        reported, aims = figures.get(indicator, []), targets.get(indicator, [])
        check_agreement(reported, notes)
        check_agreement(aims, notes)
        if context.doubts:
            check_lines(reported, aims, pages, notes)
    if context.doubts:
        check_pages(own, shared, keys_of(found, "sources"), problems)
    if sources.complete and not sources.doubtful:
        _check_used(found, own, sources)
    kept = {source.key: source for source in own.values() if source is not None}
    return ProvinceReading(found.get("name"), kept, figures, targets, sources)


def _check_name(found: ParsedMapping, owner: Owner) -> None:
    """Note a name that is not the one the register gives for the file's id."""
    name = found.get("name")
    if owner.province is not None and name not in (None, owner.province.name):
        facts = {"name": name, "id": owner.id, "wanted": owner.province.name}
        found.problems.add(found.nodes["name"], "name-file", **facts)


def _is_complete(found: ParsedMapping, context: Context) -> bool:
    """Return whether every source that may be cited is known."""
    own = "sources" in found.values or not found.typed("sources")
    good_ids = all(is_id(id) for id in found.get("sources", {}))
    return own and good_ids and found.certain and context.shared is not None


def _check_used(
    found: ParsedMapping, own: Mapping[str, Source | None], sources: SourceList
) -> None:
    """Note sources of the file that no line cites."""
    places = keys_of(found, "sources")
    for id, source in own.items():
        if source is not None and id not in sources.cited:
            found.problems.add(places[id], "unused-source", id=id)
