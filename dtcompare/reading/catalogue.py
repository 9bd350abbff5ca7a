"""indicators.yaml: groups, units, bases, methods and indicators, and how they name each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from msgspec import Struct, field

from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.model.indicator import YEARLY, Catalogue, Indicator, Method, ScopeKind, Unit
from dtcompare.model.label import Label
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.rules import INDICATORS
from dtcompare.reading.scalars import is_id
from dtcompare.text import fold

_UNSTATED = Label("not stated", "không nêu rõ")

# Where the words of an indicator are declared.
_TABLES = {
    "group": "groups",
    "unit": "units",
    "basis": "bases",
    "method": "methods",
    "related": "indicators",
    "part_of": "indicators",
}


class CatalogueReading(Struct, frozen=True):
    """What indicators.yaml declares.

    ``ids`` also holds the indicators that could not be read; None where no id can be trusted, so
    that any may be right; ``remarks`` likewise. ``aliases`` lead to ids.
    """

    catalogue: Catalogue = field(default_factory=Catalogue)
    ids: frozenset[str] | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    remarks: frozenset[str] | None = None

    def tell_unknown(
        self, id: str, at: Node, problems: ProblemList, *, also: Iterable[str] = ()
    ) -> None:
        """Note an id that no indicator has, unless any may be right; ``also`` may be meant too."""
        if self.ids is None or id in self.ids:
            return
        if id in self.aliases:
            problems.add(at, "alias", typed=id, id=self.aliases[id])
        else:
            problems.add_unknown(at, "unknown-indicator", id, (*self.ids, *also), listed=False)


def read_catalogue(root: Node, problems: ProblemList) -> CatalogueReading:
    """Return the catalogue; whatever could not be read is left out and noted."""
    found = INDICATORS.read(root, "indicators.yaml", problems)
    if found is None or not isinstance(found.get("indicators"), dict):
        return CatalogueReading()
    entries: dict[str, ParsedMapping | None] = found.get("indicators")
    read = {id: _unit(id, entry) for id, entry in found.get("units", {}).items()}
    units = {id: unit for id, unit in read.items() if unit is not None}
    aliases = _aliases(entries, found.problems)
    indicators: dict[str, Indicator] = {}
    for id, entry in entries.items():
        indicator = None if entry is None else _indicator(id, entry, found, units)
        if indicator is not None:
            indicators[id] = indicator
    declared: dict[str, Label] = found.readable("bases")
    methods = {id: _method(id, entry) for id, entry in found.readable("methods").items()}
    bases = chain.from_iterable(indicator.bases for indicator in indicators.values())
    used = chain.from_iterable(indicator.methods for indicator in indicators.values())
    catalogue = Catalogue(
        found.readable("groups"),
        units,
        {word: _own_label(word) for word in bases if word not in declared} | declared,
        {word: Method(word, _own_label(word)) for word in used if word not in methods} | methods,
        indicators,
        found.readable("remarks"),
        {id: ScopeKind(**entry.values) for id, entry in found.readable("scopes").items()},
    )
    node = found.nodes["indicators"]
    each_once = isinstance(node, Pairs) and len(node.pairs) == len(entries)
    complete = found.whole and each_once and all(is_id(id) for id in entries)
    ids = frozenset(entries) if complete else None
    return CatalogueReading(catalogue, ids, aliases, _remark_ids(found))


def _unit(id: str, entry: ParsedMapping | None) -> Unit | None:
    """Return one unit of measure; None where something in its entry is wrong."""
    if entry is None or not entry.whole:
        return None
    low, high, decimals = entry.get("min"), entry.get("max"), entry.get("decimals")
    if low is not None and high is not None and low >= high:
        entry.refuse(entry.nodes["max"], "bad-span", name=id, low=str(low), high=str(high))
        return None
    return Unit(
        id,
        entry.get("symbol"),
        low,
        high,
        entry.get("whole", False),
        entry.get("extensive", False),
        entry.get("ranked", False),
        None if decimals is None else int(decimals),
    )


def _aliases(entries: Mapping[str, ParsedMapping | None], problems: ProblemList) -> dict[str, str]:
    """Return the id of each alias; one that stands for two indicators is noted, as is a name."""
    owners: dict[str, str] = {}
    _check_names(entries, problems)
    for id, entry in entries.items():
        for alias, at in entry.words("aliases") if entry is not None else ():
            other = alias if alias in entries and alias != id else owners.get(alias)
            if other is not None and other != id:
                problems.add(at, "double-alias", typed=alias, other=other)
            owners.setdefault(alias, id)
    return owners


def _check_names(entries: Mapping[str, ParsedMapping | None], problems: ProblemList) -> None:
    """Note an indicator with the name of another in one of the languages."""
    owners: dict[str, str] = {}
    for id, entry in entries.items():
        label: Label | None = None if entry is None else entry.get("name")
        for name in {fold(label.en), fold(label.vi)} if label else ():
            if entry is not None and owners.setdefault(name, id) != id:
                problems.add(entry.nodes["name"], "double-name", id=id, other=owners[name])
                break


def _indicator(
    id: str, entry: ParsedMapping, found: ParsedMapping, units: Mapping[str, Unit]
) -> Indicator | None:
    """Return one indicator; None where something in it is wrong."""
    for key, table in _TABLES.items():
        known = found.get(table)
        entry.check_declared(key, None if known is None else sorted(known), UNSTATED_WORD)
    breaks = entry.get("breaks", ())
    if list(breaks) != sorted(breaks):
        entry.refuse(entry.nodes["breaks"], "bad-span", "breaks-order")
    unit = units.get(entry.get("unit"))
    if not entry.whole or unit is None:
        return None
    return Indicator(
        id,
        entry.get("name"),
        entry.get("group"),
        unit,
        entry.get("better"),
        entry.get("description"),
        entry.get("basis", ()),
        isinstance(entry.nodes.get("basis"), Scalar),
        entry.get("method", ()),
        entry.get("aliases", ()),
        entry.get("related", ()),
        entry.get("season", YEARLY),
        tuple(int(year) for year in breaks),
        entry.get("part_of"),
        entry.get("short"),
    )


def _remark_ids(found: ParsedMapping) -> frozenset[str] | None:
    """Return the ids of all remarks, readable or not; None where any may be right."""
    if not found.certain or found.typed("remarks") != ("remarks" in found.values):
        return None
    return frozenset(found.get("remarks", ()))


def _own_label(word: str) -> Label:
    """Return the label of a word that nothing else labels."""
    return _UNSTATED if word == UNSTATED_WORD else Label(word, word)


def _method(id: str, entry: ParsedMapping) -> Method:
    """Return one method; a label in one language serves both."""
    texts = {key: text for key, text in entry.values.items() if key not in ("name", "shared")}
    if "name" not in entry.values:
        entry.problems.count_text("methods", entry.node, texts)
    label = entry.get("name") or (Label.of(texts) if texts else Label(id, id))
    return Method(id, label, entry.get("shared", True))
