"""scores/NAME.yaml: a composite index, checked as far as the file and the catalogue tell."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dtcompare.model.indicator import Indicator
from dtcompare.model.score import NO_GATE, Gate, Group, Leaf, Scale, ScoreFile
from dtcompare.model.score import Node as Branch
from dtcompare.reading.basis import read_basis, read_method, tell_missing
from dtcompare.reading.catalogue import Declared
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.report import Report
from dtcompare.reading.rules import GROUP, LEAF, ROOT, SCALES, SCORE_FILE
from dtcompare.reading.shape import Found, Shape

__all__ = ["read_score"]


def read_score(
    root: Node, shape: Shape, declared: Declared, *, id: str, content: bytes = b""
) -> ScoreFile | None:
    """The score as its file defines it; whatever is wrong in it is noted."""
    found = shape.record(SCORE_FILE, root, shape.report.file)
    if found is None:
        return None
    tree = _Tree(shape, declared)
    top = tree.read_root(found.get("tree")) if "tree" in found.values else None
    _check_coverage(found, shape.report)
    if tree.whole:
        _check_views(found, tree, shape.report)
    if top is None or shape.report.broken:
        return None
    as_of = found.get("as_of")
    return ScoreFile(
        id=id,
        file=shape.report.file,
        label=found.get("name"),
        tree=top,
        missing=found.get("missing", "refuse"),
        precision=int(found.get("precision", 2)),
        gate=_gate(found),
        note=found.get("note"),
        as_of=None if as_of is None else as_of.end,
        period=found.get("period"),
        views=found.get("views", {}),
        content=content,
    )


def _gate(found: Found) -> Gate:
    """The coverage gate: with skip alone; what is left out of it has its usual share."""
    if found.get("missing") != "skip":
        return NO_GATE
    typed = found.get("coverage")
    return Gate(**typed.values) if isinstance(typed, Found) else Gate()


def _check_coverage(found: Found, report: Report) -> None:
    """Note a coverage gate where gaps are not skipped."""
    if found.typed("coverage") and found.certain and found.get("missing") != "skip":
        report.add(found.keys["coverage"], "needless-key", "coverage-without-skip")


def _check_views(found: Found, tree: _Tree, report: Report) -> None:
    """Note the parts of views that are nowhere in the tree."""
    node = found.nodes.get("views")
    pairs = node.pairs if isinstance(node, Pairs) else []
    for _, value in pairs:
        for item in value.items if isinstance(value, Items) else []:
            if isinstance(item, Scalar) and item.text not in tree.lines:
                hint = report.hint(item.text, tree.lines, listed=False)
                report.add(item, "unknown-word", "not-in-tree", typed=item.text, **hint)


class _Tree:
    """The tree of one score. ``lines`` tells where each node was first named.

    ``whole`` is False where some part could not be read, so that not every node is known.
    """

    def __init__(self, shape: Shape, declared: Declared) -> None:
        self._shape = shape
        self._report = shape.report
        self._declared = declared
        self._zscore: bool | None = None
        self.lines: dict[str, int] = {}
        self.whole = True

    def read_root(self, node: Node) -> Group | None:
        """The whole tree, checked; None where it could not be read."""
        found = self._shape.record(ROOT, node, "tree", "tree")
        return self._group("", found)

    def _group(self, id: str, found: Found | None, *, above: bool = False) -> Group | None:
        """One group; ``above`` tells that a product is formed somewhere over it."""
        if found is None:
            self.whole = False
            return None
        geometric = found.get("aggregate") == "geometric"
        if found.typed("floor") and found.typed("aggregate") and not geometric:
            self._report.add(found.keys["floor"], "needless-key", "floor-arithmetic")
        node = found.get("children")
        if isinstance(node, Pairs):
            children = self._children(found, node, product=geometric or above)
            if not found.whole:
                return None
            weight: Decimal = found.get("weight", Decimal(1))
            aggregate = "geometric" if geometric else "arithmetic"
            return Group(id, weight, aggregate, children, found.get("floor"), found.get("name"))
        self.whole = False
        if node is not None:
            self._report.add(node, "want-mapping", name="children")
        return None

    def _children(self, found: Found, node: Pairs, *, product: bool) -> tuple[Branch, ...]:
        """The children of a group; none, or none that count, is noted."""
        entries, whole = self._shape.entries(node, "children")
        if not node.pairs:
            self._report.add(found.keys["children"], "empty-value", "nothing", name="children")
        weights: list[Any] = []
        children: list[Branch] = []
        for id, (at, value) in entries.items():
            child, branch = self._child(id, at, value, product=product)
            weights.append(child.get("weight") if child is not None else None)
            if branch is not None:
                children.append(branch)
        self.whole = self.whole and whole
        if weights and all(weight == 0 for weight in weights):
            self._report.add(found.keys["children"], "no-weight")
        return tuple(children)

    def _child(
        self, id: str, at: Scalar, value: Node, *, product: bool
    ) -> tuple[Found | None, Branch | None]:
        """One child as typed and as read: a group where it has children, a leaf otherwise."""
        if id in self.lines:
            first = self.lines[id]
            self._report.add(at, "double-key", name=id, where="tree", of="", first=first)
            return None, None
        self.lines[id] = at.line
        if _has_children(value):
            if id in (self._declared.ids or ()):
                self._report.add(at, "bad-id", "group-indicator", typed=id)
                self.whole = False
            group = self._shape.record(GROUP, value, id, id)
            return group, self._group(id, group, above=product)
        leaf = self._leaf(id, at, value, product=product)
        indicator = self._declared.catalogue.indicators.get(id)
        if leaf is None or indicator is None or not leaf.whole:
            return leaf, None
        return leaf, _built(id, leaf, indicator)

    def _leaf(self, id: str, at: Scalar, value: Node, *, product: bool) -> Found | None:
        """One leaf: an indicator that can be scored, on one basis, on one scale."""
        indicator = self._indicator(id, at)
        found = self._shape.record(LEAF, value, id, id)
        if found is None:
            return None
        if indicator is not None:
            self._check_footing(found, indicator)
        scale = found.get("scale")
        if isinstance(scale, Found):
            _check_scale(scale, self._report)
        if scale is not None:
            self._check_zscore(found, scale, product=product)
        return found

    def _indicator(self, id: str, at: Scalar) -> Indicator | None:
        """The indicator of a leaf; one that no score may use is noted."""
        indicator = self._declared.catalogue.indicators.get(id)
        if indicator is None:
            self._unknown(id, at)
        elif indicator.better == "none":
            self._report.add(at, "unscored", "unscored-none", id=id)
        elif indicator.unit.extensive:
            self._report.add(at, "unscored", id=id, unit=indicator.unit.id)
        else:
            return indicator
        return None

    def _unknown(self, id: str, at: Scalar) -> None:
        """Note an id that no indicator has; not where the catalogue is no help."""
        ids = self._declared.ids
        if ids is None or id in ids:
            return
        if id in self._declared.aliases:
            self._report.add(at, "alias", typed=id, id=self._declared.aliases[id])
        else:
            hint = self._report.hint(id, ids, listed=False)
            self._report.add(at, "unknown-indicator", typed=id, **hint)

    def _check_footing(self, found: Found, indicator: Indicator) -> None:
        """Note a basis or method that is wrong, or missing where there are several."""
        if len(indicator.bases) != 1 or found.typed("basis"):
            read_basis(found, indicator, self._report)
        read_method(found, indicator, self._report)
        if len(indicator.methods) > 1 and not found.typed("method"):
            tell_missing(found, "method", indicator.methods, indicator, self._report)

    def _check_zscore(self, found: Found, scale: Found | str, *, product: bool) -> None:
        """Note standard deviations that are mixed with other scales, or multiplied."""
        is_zscore = scale == "zscore" or (isinstance(scale, Found) and scale.typed("zscore"))
        if self._zscore is None:
            self._zscore = is_zscore
        elif self._zscore != is_zscore:
            self._report.add(found.nodes["scale"], "zscore-mixed")
            return
        if is_zscore and product:
            self._report.add(found.nodes["scale"], "zscore-mixed", "zscore-product")


def _built(id: str, leaf: Found, indicator: Indicator) -> Leaf:
    """A leaf with the basis and method that its indicator leaves no choice about."""
    at = leaf.nodes["scale"]
    return Leaf(
        id=id,
        weight=leaf.get("weight"),
        scale=_scale(leaf.get("scale")),
        basis=leaf.get("basis") or (indicator.bases[0] if indicator.bases else None),
        method=leaf.get("method") or (indicator.methods[0] if indicator.methods else None),
        label=leaf.get("name"),
        line=at.line,
        column=at.column,
    )


def _scale(typed: Found | str) -> Scale:
    """A scale; a bare word has no more to say."""
    if isinstance(typed, str):
        return Scale(typed)
    kind = next((key for key in SCALES if typed.typed(key)), "")
    low, high = typed.get("bounds") or (None, None)
    target = typed.get("target")
    if isinstance(target, Found):
        start = target.get("from")
        low, high = None if start == "worst" else start, target.get("to")
    more = {"to": typed.get("to")} if typed.typed("to") else {}
    return Scale(kind, low, high, log=bool(typed.get("log")), **more)


def _has_children(node: Node) -> bool:
    """Whether a child is meant for a group."""
    pairs = node.pairs if isinstance(node, Pairs) else []
    return any(isinstance(key, Scalar) and key.text == "children" for key, _ in pairs)


def _check_scale(scale: Found, report: Report) -> None:
    """Note a scale of no kind or of two, one that is flat, and keys that do not go with it."""
    if not scale.certain:
        return
    kinds = [key for key in scale.keys if key in SCALES]
    if not kinds:
        report.add(scale.node, "bad-scale", "no-scale", choices=SCALES)
    if len(kinds) > 1:
        report.add(scale.keys[kinds[1]], "bad-scale", "two-scales")
    if len(kinds) != 1:
        return
    if scale.typed("log"):
        bounds = scale.get("bounds")
        if kinds != ["bounds"]:
            report.add(scale.keys["log"], "needless-key", "log-without-bounds")
        elif scale.get("log") and bounds is not None and bounds[0] <= 0:
            report.add(scale.nodes["bounds"], "out-of-range", "log-of-zero", number=str(bounds[0]))
    target = scale.get("target")
    if isinstance(target, Found) and target.whole and target.get("from") == target.get("to"):
        report.add(target.nodes["to"], "bad-span", "flat-target", number=str(target.get("to")))
    if kinds == ["zscore"] and scale.typed("to"):
        report.add(scale.keys["to"], "needless-key", "zscore-to")
