"""Provinces, indicators and pages that are called otherwise than before, and are the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import Line
from dtcompare.model.score import Leaf, Node, ScoreFile

_Line = TypeVar("_Line", bound=Line)
_Traits = frozenset[Hashable]
_TraitsOf = Callable[[Dataset], dict[str, _Traits]]
RenameKind = Literal["province", "indicator", "source", "score"]


class Rename(Struct, frozen=True):
    """An id, or the FILE/ID of a page, that became another."""

    kind: RenameKind
    old: str
    new: str


def find_renames(old: Dataset, new: Dataset) -> tuple[Rename, ...]:
    """Return what of ``old`` is in ``new`` under another id.

    An id that is gone is one that came when more than half of what is known of either is the same:
    names and figures of a province or an indicator, the address of a page, the name of an index.
    """
    kinds: tuple[tuple[RenameKind, Mapping[str, object], Mapping[str, object], _TraitsOf], ...] = (
        ("province", old.register.provinces, new.register.provinces, _by_province),
        ("indicator", old.catalogue.indicators, new.catalogue.indicators, _by_indicator),
        ("source", old.sources, new.sources, _by_page),
        ("score", old.scores, new.scores, _by_score),
    )
    found: list[Rename] = []
    for kind, before, after, traits_of in kinds:
        if before.keys() - after.keys() and after.keys() - before.keys():
            pairs = _pair(traits_of(old), traits_of(new))
            found += [Rename(kind, *pair) for pair in pairs.items()]
    return tuple(found)


def _pair(old: Mapping[str, _Traits], new: Mapping[str, _Traits]) -> dict[str, str]:
    """Return the new id of each old one that is gone; each new one is taken once."""
    free = {id: traits for id, traits in new.items() if id not in old}
    pairs: dict[str, str] = {}
    for id in sorted(old.keys() - new.keys()):
        alike = {other: len(old[id] & traits) for other, traits in free.items()}
        best = max(sorted(alike), key=alike.__getitem__, default=None)
        if best is not None and alike[best] * 2 > min(len(old[id]), len(free[best])):
            pairs[id] = best
            del free[best]
    return pairs


def _by_page(dataset: Dataset) -> dict[str, _Traits]:
    return {key: frozenset([page.url]) for key, page in dataset.sources.items()}


def _by_score(dataset: Dataset) -> dict[str, _Traits]:
    return {id: frozenset([file.label]) for id, file in dataset.scores.items()}


def _by_province(dataset: Dataset) -> dict[str, _Traits]:
    """Return what is known of each province: its names, its code, its figures and targets."""
    found: dict[str, set[Hashable]] = {}
    for province in dataset.register.provinces.values():
        found[province.id] = {province.name}
        if province.code is not None:
            found[province.id].add(("code", province.code))
    for line in _lines(dataset):
        if line.province in found:
            found[line.province].add((line.indicator, _number(line)))
    return {id: frozenset(traits) for id, traits in found.items()}


def _by_indicator(dataset: Dataset) -> dict[str, _Traits]:
    """Return what is known of each indicator: its name, its figures and targets."""
    found: dict[str, set[Hashable]] = {
        indicator.id: {indicator.name} for indicator in dataset.catalogue.indicators.values()
    }
    for line in _lines(dataset):
        found[line.indicator].add((line.province, _number(line)))
    return {id: frozenset(traits) for id, traits in found.items()}


def _lines(dataset: Dataset) -> Iterable[Line]:
    for _, lines in dataset.all_lines():
        yield from lines.figures
        yield from lines.targets


def _number(line: Line) -> Hashable:
    """Return what a line says, whoever says it of what."""
    return (type(line), line.amount, line.place, line.basis, line.scope)


def apply_renames(dataset: Dataset, renames: Iterable[Rename]) -> Dataset:
    """Return the data set with the ids that it has today."""
    ids: dict[str, dict[str, str]] = {}
    for rename in renames:
        ids.setdefault(rename.kind, {})[rename.old] = rename.new
    if not ids:
        return dataset
    provinces, indicators, pages, scores = (
        ids.get(kind, {}) for kind in ("province", "indicator", "source", "score")
    )

    def line_of(line: _Line) -> _Line:
        return replace(
            line,
            province=provinces.get(line.province, line.province),
            indicator=indicators.get(line.indicator, line.indicator),
            source=pages.get(line.source, line.source),
        )

    lines = {
        indicators.get(indicator.id, indicator.id): Lines(
            tuple(map(line_of, found.figures)), tuple(map(line_of, found.targets))
        )
        for indicator, found in dataset.all_lines()
    }
    catalogue, register = dataset.catalogue, dataset.register
    declared = _renamed(catalogue.indicators, indicators, lambda one, id: replace(one, id=id))
    listed = _renamed(register.provinces, provinces, lambda one, id: replace(one, id=id))
    return replace(
        dataset,
        catalogue=replace(catalogue, indicators=declared),
        register=replace(register, provinces=listed),
        sources=_renamed(dataset.sources, pages, lambda one, id: replace(one, key=id)),
        lines=lines,
        scores=_renamed(dataset.scores, scores, lambda one, id: _score(one, id, indicators)),
        distributions={},
    )


_Item = TypeVar("_Item")


def _renamed(
    items: Mapping[str, _Item], ids: Mapping[str, str], rename: Callable[[_Item, str], _Item]
) -> dict[str, _Item]:
    """Return items by their ids of today."""
    return {ids.get(id, id): rename(item, ids.get(id, id)) for id, item in items.items()}


def _score(file: ScoreFile, id: str, indicators: Mapping[str, str]) -> ScoreFile:
    """Return a score file with today's ids of its own and of its indicators."""

    def node_of(node: Node) -> Node:
        return replace(node, id=indicators.get(node.id, node.id))

    tree = file.tree.map(lambda node: node_of(node) if isinstance(node, Leaf) else node)
    own = file.file if id == file.id else f"scores/{id}.yaml"
    return replace(file, id=id, file=own, tree=tree)
