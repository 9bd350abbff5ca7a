"""provinces/NAME.yaml and national.yaml: a name, sources, values and targets."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from dtcompare.model.figure import NATIONAL, Figure, Target
from dtcompare.model.source import Source
from dtcompare.reading.consistency import LineNotes, check_agreement
from dtcompare.reading.lines import Context, LineReader
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Node
from dtcompare.reading.plausibility import check_lines, check_pages
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.rules import NATIONAL_FILE, PROVINCE_FILE
from dtcompare.reading.scalars import is_id
from dtcompare.reading.sources import by_key, read_sources


class ProvinceReading(Struct, frozen=True):
    """What one file reports; ``cited`` are ids of sources, None where any may be cited."""

    name: str | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    figures: Mapping[str, list[Figure]] = field(default_factory=dict)
    targets: Mapping[str, list[Target]] = field(default_factory=dict)
    cited: frozenset[str] | None = None


def read_province(id: str, root: Node, problems: ProblemList, context: Context) -> ProvinceReading:
    """Return the lines of one file; whatever is wrong is noted and left out."""
    ids = context.listed.ids
    if id != NATIONAL and ids is not None and id not in ids:
        problems.add_unknown(None, "unknown-province", id, ids, listed=False)
    rule = NATIONAL_FILE if id == NATIONAL else PROVINCE_FILE
    found = rule.read(root, problems.file, problems)
    if found is None:
        return ProvinceReading()
    _check_name(id, found, context)
    complete = _is_complete(found, context)
    shared = context.shared or {}
    sources = read_sources(found, id, shared, complete=complete, today=context.today)
    lines = LineReader(id, problems, sources, context)
    figures, targets = lines.figures(found.get("values")), lines.targets(found.get("targets"))
    for indicator in dict.fromkeys((*figures, *targets)):
        declared = context.declared.catalogue.indicators[indicator]
        notes = LineNotes(declared, lines.columns, problems)
        reported, aims = figures.get(indicator, []), targets.get(indicator, [])
        check_agreement(reported, notes)
        check_agreement(aims, notes)
        if context.doubts:
            check_lines(reported, aims, sources, notes)
    if context.doubts:
        check_pages(sources, problems)
    if complete and sources.cited is not None:
        sources.tell_unused(sources.cited, "error")
    own = by_key(sources.own)
    return ProvinceReading(found.get("name"), own, figures, targets, sources.cited)


def _check_name(id: str, found: ParsedMapping, context: Context) -> None:
    """Note a name that is not the one the register gives for the file's id."""
    name, province = found.get("name"), context.listed.register.provinces.get(id)
    if province is not None and name not in (None, province.name):
        facts = {"name": name, "id": id, "wanted": province.name}
        found.problems.add(found.nodes["name"], "name-file", **facts)


def _is_complete(found: ParsedMapping, context: Context) -> bool:
    """Return whether every source that may be cited is known."""
    own = "sources" in found.values or not found.typed("sources")
    good_ids = all(is_id(id) for id in found.get("sources", {}))
    return own and good_ids and found.certain and context.shared is not None
