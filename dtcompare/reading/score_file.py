"""scores/NAME.yaml: a composite index, checked as far as the file and the catalogue tell."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dtcompare.model.indicator import Indicator
from dtcompare.model.score import NO_GATE, Gate, Leaf, Scale, ScoreFile, ScoreGroup
from dtcompare.reading.catalogue import CatalogueReading
from dtcompare.reading.lines import read_basis, read_method
from dtcompare.reading.mappings import ParsedMapping, read_entries
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.rules import GROUP, LEAF, ROOT, SCALES, SCORE_FILE


def read_score(
    root: Node, problems: ProblemList, declared: CatalogueReading, *, id: str, content: bytes = b""
) -> ScoreFile | None:
    """Return the score as its file defines it; whatever is wrong in it is noted."""
    found = SCORE_FILE.read(root, problems.file, problems)
    if found is None:
        return None
    tree = _Tree(problems, declared)
    top = None
    if "tree" in found.values:
        top = tree.group("", ROOT.read(found.get("tree"), "tree", problems))
    skips = found.get("missing") == "skip"
    if found.typed("coverage") and found.certain and not skips:
        problems.add(found.keys["coverage"], "needless-key", "coverage-without-skip")
    if tree.whole:
        _check_views(found, tree)
    if top is None or problems.broken:
        return None
    as_of, coverage = found.get("as_of"), found.get("coverage")
    views = found.readable("views")
    named = {id: view for id, view in views.items() if isinstance(view, ParsedMapping)}
    gate = Gate() if coverage is None else Gate(**coverage.values)
    return ScoreFile(
        id=id,
        file=problems.file,
        label=found.get("name"),
        tree=top,
        missing=found.get("missing", "refuse"),
        precision=int(found.get("precision", 2)),
        gate=gate if skips else NO_GATE,
        note=found.get("note"),
        as_of=None if as_of is None else as_of.end,
        period=found.get("period"),
        views={id: view.get("of") if id in named else view for id, view in views.items()},
        view_labels={id: view.get("name") for id, view in named.items() if view.typed("name")},
        content=content,
    )


def _check_views(found: ParsedMapping, tree: _Tree) -> None:
    """Note the parts of views that are nowhere in the tree."""
    read = found.get("views", {})
    for id, (_, value) in found.entries("views").items():
        view = read.get(id)
        node = view.nodes.get("of") if isinstance(view, ParsedMapping) else value
        for item in node.items if isinstance(node, Items) else ():
            if isinstance(item, Scalar) and item.text not in tree.lines:
                known, key = tree.lines, "not-in-tree"
                found.problems.add_unknown(
                    item, "unknown-word", item.text, known, key=key, listed=False
                )


class _Tree:
    """The tree of one score. ``lines`` tells where each node was first named.

    ``whole`` is False where some part could not be read, so that not every node is known.
    """

    def __init__(self, problems: ProblemList, declared: CatalogueReading) -> None:
        self._problems = problems
        self._declared = declared
        self._zscore: bool | None = None
        self.lines: dict[str, int] = {}
        self.whole = True

    def group(
        self, id: str, found: ParsedMapping | None, *, above: bool = False
    ) -> ScoreGroup | None:
        """Return a group or the whole tree, checked; None where it could not be read.

        ``above`` tells that a product is formed somewhere over it.
        """
        if found is None:
            self.whole = False
            return None
        geometric = found.get("aggregate") == "geometric"
        if found.typed("floor") and found.typed("aggregate") and not geometric:
            self._problems.add(found.keys["floor"], "needless-key", "floor-arithmetic")
        node = found.get("children")
        if not isinstance(node, Pairs):
            self.whole = False
            if node is not None:
                self._problems.add(node, "want-mapping", name="children")
            return None
        children = self._children(found, node, product=geometric or above)
        if not found.whole:
            return None
        weight: Decimal = found.get("weight", Decimal(1))
        aggregate = "geometric" if geometric else "arithmetic"
        return ScoreGroup(id, weight, aggregate, children, found.get("floor"), found.get("name"))

    def _children(
        self, found: ParsedMapping, node: Pairs, *, product: bool
    ) -> tuple[ScoreGroup | Leaf, ...]:
        """Return the children of a group; none, or none that count, is noted."""
        entries, whole = read_entries(node, "children", self._problems)
        if not node.pairs:
            self._problems.add(found.keys["children"], "empty-value", "nothing", name="children")
        weights: list[Any] = []
        children: list[ScoreGroup | Leaf] = []
        for id, (at, value) in entries.items():
            child, branch = self._child(id, at, value, product=product)
            weights.append(None if child is None else child.get("weight"))
            if branch is not None:
                children.append(branch)
        self.whole = self.whole and whole
        if weights and all(weight == 0 for weight in weights):
            self._problems.add(found.keys["children"], "no-weight")
        return tuple(children)

    def _child(
        self, id: str, at: Scalar, value: Node, *, product: bool
    ) -> tuple[ParsedMapping | None, ScoreGroup | Leaf | None]:
        """Return one child as typed and as read: a group where it has children, else a leaf."""
        if id in self.lines:
            first = self.lines[id]
            self._problems.add(at, "double-key", name=id, where="tree", of="", first=first)
            return None, None
        self.lines[id] = at.line
        pairs = value.pairs if isinstance(value, Pairs) else ()
        if any(isinstance(key, Scalar) and key.text == "children" for key, _ in pairs):
            if id in (self._declared.ids or ()):
                self._problems.add(at, "bad-id", "group-indicator", typed=id)
                self.whole = False
            group = GROUP.read(value, id, self._problems)
            return group, self.group(id, group, above=product)
        indicator = self._indicator(id, at)
        leaf = LEAF.read(value, id, self._problems)
        if leaf is None:
            return None, None
        if indicator is not None:
            _check_footing(leaf, indicator)
            _check_direction(leaf, indicator)
        self._check_scale(leaf, product=product)
        if indicator is None or not leaf.whole:
            return leaf, None
        return leaf, _built(id, leaf, indicator)

    def _indicator(self, id: str, at: Scalar) -> Indicator | None:
        """Return the indicator of a leaf; None for one that no score may use, which is noted."""
        indicator = self._declared.catalogue.indicators.get(id)
        if indicator is None:
            self._declared.tell_unknown(id, at, self._problems)
        elif indicator.better == "none":
            self._problems.add(at, "unscored", "unscored-none", id=id)
        elif indicator.unit.extensive:
            self._problems.add(at, "unscored", id=id, unit=indicator.unit.id)
        else:
            return indicator
        return None

    def _check_scale(self, leaf: ParsedMapping, *, product: bool) -> None:
        """Note a scale that cannot be, and standard deviations that are mixed or multiplied."""
        scale = leaf.get("scale")
        if scale is None:
            return
        if isinstance(scale, ParsedMapping) and scale.certain:
            _check_kinds(scale)
        is_zscore = scale == "zscore" or (
            isinstance(scale, ParsedMapping) and scale.typed("zscore")
        )
        if self._zscore is None:
            self._zscore = is_zscore
        if self._zscore != is_zscore:
            self._problems.add(leaf.nodes["scale"], "zscore-mixed")
        elif is_zscore and product:
            self._problems.add(leaf.nodes["scale"], "zscore-mixed", "zscore-product")


def _check_footing(leaf: ParsedMapping, indicator: Indicator) -> None:
    """Note a basis or method that is wrong, or missing where there are several."""
    if len(indicator.bases) != 1 or leaf.typed("basis"):
        read_basis(leaf, indicator)
    read_method(leaf, indicator)
    if len(indicator.methods) > 1 and not leaf.typed("method"):
        leaf.tell_missing("method", indicator.id, choices=indicator.methods)


def _check_direction(leaf: ParsedMapping, indicator: Indicator) -> None:
    """Note a target on the side of its start on which figures are worse."""
    scale = leaf.get("scale")
    target = scale.get("target") if isinstance(scale, ParsedMapping) else None
    if not isinstance(target, ParsedMapping) or not target.whole:
        return
    start, end = target.get("from"), target.get("to")
    if start in ("worst", end):
        return
    facts = {"id": indicator.id, "low": str(start), "high": str(end)}
    at = target.nodes["to"]
    if indicator.better == "higher" and start > end:
        target.problems.add(at, "bad-span", "turned-target-higher", **facts)
    elif indicator.better == "lower" and start < end:
        target.problems.add(at, "bad-span", "turned-target-lower", **facts)


def _check_kinds(scale: ParsedMapping) -> None:
    """Note a scale of no kind or of two, one that is flat, and keys that do not go with it."""
    problems = scale.problems
    kinds = [key for key in scale.keys if key in SCALES]
    if not kinds:
        problems.add(scale.node, "bad-scale", "no-scale", choices=SCALES)
    if len(kinds) > 1:
        problems.add(scale.keys[kinds[1]], "bad-scale", "two-scales")
    if len(kinds) != 1:
        return
    bounds, target = scale.get("bounds"), scale.get("target")
    if scale.typed("log") and kinds != ["bounds"]:
        problems.add(scale.keys["log"], "needless-key", "log-without-bounds")
    elif scale.get("log") and bounds is not None and bounds[0] <= 0:
        problems.add(scale.nodes["bounds"], "out-of-range", "log-of-zero", number=str(bounds[0]))
    if (
        isinstance(target, ParsedMapping)
        and target.whole
        and target.get("from") == target.get("to")
    ):
        problems.add(target.nodes["to"], "bad-span", "flat-target", number=str(target.get("to")))
    if kinds == ["zscore"] and scale.typed("to"):
        problems.add(scale.keys["to"], "needless-key", "zscore-to")


def _built(id: str, leaf: ParsedMapping, indicator: Indicator) -> Leaf:
    """Return a leaf with the basis and method that its indicator leaves no choice about."""
    at = leaf.nodes["scale"]
    return Leaf(
        id=id,
        weight=leaf.get("weight"),
        scale=_scale(leaf.get("scale")),
        basis=leaf.get("basis") or next(iter(indicator.bases), None),
        method=leaf.get("method") or next(iter(indicator.methods), None),
        label=leaf.get("name"),
        line=at.line,
        column=at.column,
    )


def _scale(typed: ParsedMapping | str) -> Scale:
    """Return a scale; a bare word has no more to say."""
    if isinstance(typed, str):
        return Scale(typed)
    kind = next((key for key in SCALES if typed.typed(key)), "")
    low, high = typed.get("bounds") or (None, None)
    target = typed.get("target")
    if isinstance(target, ParsedMapping):
        start = target.get("from")
        low, high = None if start == "worst" else start, target.get("to")
    more = {"to": typed.get("to")} if typed.typed("to") else {}
    return Scale(kind, low, high, log=bool(typed.get("log")), **more)
