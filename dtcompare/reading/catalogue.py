"""indicators.yaml: groups, units, bases, methods and indicators, and how they name each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dtcompare.model.figure import UNSTATED_WORD
from dtcompare.model.indicator import YEARLY, Catalogue, Indicator, Method, Unit
from dtcompare.model.label import Label
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.rules import INDICATORS
from dtcompare.reading.shape import Found, Shape, is_id

__all__ = ["Declared", "read_catalogue"]

_UNSTATED = Label("not stated", "không nêu rõ")


@dataclass(frozen=True, slots=True)
class Declared:
    """What indicators.yaml declares.

    ``ids`` also holds the indicators that could not be read; None where no id can be trusted, so
    that any may be right. ``aliases`` lead to ids.
    """

    catalogue: Catalogue = field(default_factory=Catalogue)
    ids: frozenset[str] | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)


class _Words:
    """Words that indicators use, and whether they are declared; None where that is not known."""

    def __init__(self, shape: Shape, found: Found) -> None:
        self.report = shape.report
        self.groups: dict[str, Label | None] | None = found.get("groups")
        self.units: dict[str, Found | None] | None = found.get("units")
        self.bases: dict[str, Label | None] | None = found.get("bases")
        self.methods: dict[str, Found | None] | None = found.get("methods")

    def check(
        self, name: str, words: Iterable[tuple[str, Node]], known: Iterable[str] | None
    ) -> bool:
        """Whether every word is declared; those that are not are noted."""
        if known is None:
            return True
        known = set(known)
        bad = [(word, at) for word, at in words if word not in known and word != UNSTATED_WORD]
        for word, at in bad:
            hint = self.report.hint(word, sorted(known))
            self.report.add(at, "unknown-word", "undeclared-word", name=name, typed=word, **hint)
        return not bad


def read_catalogue(root: Node, shape: Shape) -> Declared:
    """The catalogue; whatever could not be read is left out and noted."""
    found = shape.record(INDICATORS, root, "indicators.yaml")
    if found is None or not isinstance(found.get("indicators"), dict):
        return Declared()
    words = _Words(shape, found)
    units = {id: _unit(id, entry, shape) for id, entry in (words.units or {}).items()}
    entries: dict[str, Found | None] = found.get("indicators")
    node = found.nodes["indicators"]
    aliases = _aliases(entries, shape)
    indicators = {
        id: indicator
        for id, entry in entries.items()
        if entry is not None
        and (indicator := _indicator(id, entry, words, units, entries)) is not None
    }
    catalogue = Catalogue(
        {id: label for id, label in (words.groups or {}).items() if label is not None},
        {id: unit for id, unit in units.items() if unit is not None},
        _bases(words, indicators.values()),
        _methods(words, indicators.values()),
        indicators,
    )
    each_once = isinstance(node, Pairs) and len(node.pairs) == len(entries)
    complete = found.whole and each_once and all(is_id(id) for id in entries)
    return Declared(catalogue, frozenset(entries) if complete else None, aliases)


def _unit(id: str, entry: Found | None, shape: Shape) -> Unit | None:
    """One unit of measure."""
    if entry is None or not entry.whole:
        return None
    low, high, whole = entry.get("min"), entry.get("max"), entry.get("whole", False)
    if low is not None and high is not None and low >= high:
        shape.report.add(entry.nodes["max"], "bad-span", name=id, low=str(low), high=str(high))
        return None
    decimals = entry.get("decimals")
    return Unit(
        id,
        entry.get("symbol"),
        low,
        high,
        whole,
        entry.get("extensive", False),
        entry.get("ranked", False),
        None if decimals is None else int(decimals),
    )


def _aliases(entries: Mapping[str, Found | None], shape: Shape) -> dict[str, str]:
    """Alias to id; one that stands for two indicators is noted."""
    owners: dict[str, str] = {}
    for id, entry in entries.items():
        for alias, at in zip(*_words_of(entry, "aliases"), strict=True):
            other = alias if alias in entries and alias != id else owners.get(alias)
            if other is not None and other != id:
                shape.report.add(at, "double-alias", typed=alias, other=other)
            owners.setdefault(alias, id)
    return owners


def _words_of(entry: Found | None, key: str) -> tuple[tuple[str, ...], list[Node]]:
    """The words of a list and their nodes; empty where there is none."""
    if entry is None or key not in entry.values:
        return (), []
    node = entry.nodes[key]
    return entry.values[key], node.items if isinstance(node, Items) else [node]


def _indicator(
    id: str,
    entry: Found,
    words: _Words,
    units: Mapping[str, Unit | None],
    entries: Mapping[str, Found | None],
) -> Indicator | None:
    """One indicator; None where something in it is wrong."""
    bases, basis_nodes = _words_of(entry, "basis")
    methods, method_nodes = _words_of(entry, "method")
    related, related_nodes = _words_of(entry, "related")
    checks = (
        *(
            words.check(key, [(entry.get(key), entry.nodes[key])], known)
            for key, known in (("group", words.groups), ("unit", words.units))
            if key in entry.values
        ),
        words.check("basis", zip(bases, basis_nodes, strict=True), words.bases),
        words.check("method", zip(methods, method_nodes, strict=True), words.methods),
        words.check("related", zip(related, related_nodes, strict=True), entries),
        _ascending(entry, words),
    )
    unit = units.get(entry.get("unit"))
    if not entry.whole or not all(checks) or unit is None:
        return None
    return Indicator(
        id,
        entry.get("name"),
        entry.get("group"),
        unit,
        entry.get("better"),
        entry.get("description"),
        bases,
        isinstance(entry.nodes.get("basis"), Scalar),
        methods,
        entry.get("aliases", ()),
        related,
        entry.get("season", YEARLY),
        tuple(int(year) for year in entry.get("breaks", ())),
    )


def _ascending(entry: Found, words: _Words) -> bool:
    """Whether the breaks stand in the order of time; it is noted where they do not."""
    breaks = entry.get("breaks", ())
    if list(breaks) == sorted(breaks):
        return True
    words.report.add(entry.nodes["breaks"], "bad-span", "breaks-order")
    return False


def _bases(words: _Words, indicators: Iterable[Indicator]) -> dict[str, Label]:
    """Every basis with its label; one that is not declared is its own label."""
    used = (word for indicator in indicators for word in indicator.bases)
    declared = {id: label for id, label in (words.bases or {}).items() if label is not None}
    return {**{word: _own_label(word) for word in used if word not in declared}, **declared}


def _methods(words: _Words, indicators: Iterable[Indicator]) -> dict[str, Method]:
    """Every method with its label; one that is not declared is its own label."""
    used = (word for indicator in indicators for word in indicator.methods)
    declared = {id: _method(id, entry) for id, entry in (words.methods or {}).items() if entry}
    undeclared = {word: Method(word, _own_label(word)) for word in used if word not in declared}
    return {**undeclared, **declared}


def _own_label(word: str) -> Label:
    """The label of a word that nothing else labels."""
    return _UNSTATED if word == UNSTATED_WORD else Label(word, word)


def _method(id: str, entry: Found) -> Method:
    """One method; a label in one language serves both."""
    en, vi = entry.get("en"), entry.get("vi")
    label = entry.get("name") or Label(en or vi or id, vi or en or id)
    return Method(id, label, entry.get("shared", True))
