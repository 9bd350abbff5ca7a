"""scores/NAME.yaml: a composite index, checked as far as the file and the catalogue tell."""

from __future__ import annotations

from dtcompare.model.indicator import Indicator
from dtcompare.reading.basis import read_basis, read_method, tell_missing
from dtcompare.reading.catalogue import Declared
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.report import Report
from dtcompare.reading.rules import GROUP, LEAF, ROOT, SCALES, SCORE_FILE
from dtcompare.reading.shape import Found, Shape

__all__ = ["read_score"]


def read_score(root: Node, shape: Shape, declared: Declared) -> Found | None:
    """The score as typed; whatever is wrong in it is noted."""
    found = shape.record(SCORE_FILE, root, shape.report.file)
    if found is None:
        return None
    tree = _Tree(shape, declared)
    if "tree" in found.values:
        tree.read_root(found.get("tree"))
    _check_coverage(found, shape.report)
    if tree.whole:
        _check_views(found, tree, shape.report)
    return found


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

    def read_root(self, node: Node) -> None:
        """Check the whole tree."""
        found = self._shape.record(ROOT, node, "tree", "tree")
        self._group(found)

    def _group(self, found: Found | None, *, above: bool = False) -> None:
        """Check one group; ``above`` tells that a product is formed somewhere over it."""
        if found is None:
            self.whole = False
            return
        geometric = found.get("aggregate") == "geometric"
        if found.typed("floor") and found.typed("aggregate") and not geometric:
            self._report.add(found.keys["floor"], "needless-key", "floor-arithmetic")
        children = found.get("children")
        if isinstance(children, Pairs):
            self._children(found, children, product=geometric or above)
            return
        self.whole = False
        if children is not None:
            self._report.add(children, "want-mapping", name="children")

    def _children(self, found: Found, node: Pairs, *, product: bool) -> None:
        """Check the children of a group, and that some of them count."""
        entries, whole = self._shape.entries(node, "children")
        if not node.pairs:
            self._report.add(found.keys["children"], "empty-value", "nothing", name="children")
        weights = []
        for id, (at, value) in entries.items():
            child = self._child(id, at, value, product=product)
            weights.append(child.get("weight") if child is not None else None)
        self.whole = self.whole and whole
        if weights and all(weight == 0 for weight in weights):
            self._report.add(found.keys["children"], "no-weight")

    def _child(self, id: str, at: Scalar, value: Node, *, product: bool) -> Found | None:
        """One child: a group where it has children, a leaf otherwise."""
        if id in self.lines:
            first = self.lines[id]
            self._report.add(at, "double-key", name=id, where="tree", of="", first=first)
            return None
        self.lines[id] = at.line
        if _has_children(value):
            if id in (self._declared.ids or ()):
                self._report.add(at, "bad-id", "group-indicator", typed=id)
                self.whole = False
            group = self._shape.record(GROUP, value, id, id)
            self._group(group, above=product)
            return group
        return self._leaf(id, at, value, product=product)

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
