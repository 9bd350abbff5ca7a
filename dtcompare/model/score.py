"""A composite index as its file defines it: a tree of weights and scales, and what a gap does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from dtcompare.model.label import Label
from dtcompare.model.period import Period


class Scale(Struct, frozen=True):
    """How figures become 0 to 100, or the range ``to``.

    kind: bounds (``low`` and ``high`` as written), target (0 at ``low``, 100 at ``high``; a ``low``
    of None is the worst figure observed), minmax, prank, zscore (standard deviations, no ends).
    """

    kind: str
    low: Decimal | None = None
    high: Decimal | None = None
    log: bool = False
    to: tuple[Decimal, Decimal] = (Decimal(0), Decimal(100))

    @property
    def relative(self) -> bool:
        """Tell whether a score depends on the figures of others."""
        return self.kind in ("minmax", "prank", "zscore") or (
            self.kind == "target" and self.low is None
        )


class Leaf(Struct, frozen=True, tag=True):
    """An indicator in the tree; ``line`` and ``column`` say where its scale stands in the file."""

    id: str
    weight: Decimal
    scale: Scale
    basis: str | None = None
    method: str | None = None
    label: Label | None = None
    line: int = 1
    column: int = 1


class ScoreGroup(Struct, frozen=True, tag=True):
    """A group of the tree; the root has an empty id.

    aggregate is arithmetic or geometric; ``floor`` lifts a child below it before the product.
    """

    id: str
    weight: Decimal
    aggregate: str
    children: tuple[Node, ...]
    floor: Decimal | None = None
    label: Label | None = None

    def leaves(self) -> Iterator[Leaf]:
        """Yield every leaf below, in the file's order."""
        for node in self.nodes():
            if isinstance(node, Leaf):
                yield node

    def nodes(self) -> Iterator[Node]:
        """Yield every group and leaf below, a group before what it holds."""
        for child in self.children:
            yield child
            if isinstance(child, ScoreGroup):
                yield from child.nodes()

    def map(self, change: Callable[[Node], Node]) -> ScoreGroup:
        """Return the tree with every node changed, a group before what it holds."""
        changed = change(self)
        assert isinstance(changed, ScoreGroup)
        children = [
            c.map(change) if isinstance(c, ScoreGroup) else change(c) for c in changed.children
        ]
        return replace(changed, children=tuple(children))


Node: TypeAlias = Leaf | ScoreGroup


class Gate(Struct, frozen=True):
    """The share of weight that must be there to be ranked: ``overall``, and in each top group."""

    overall: Decimal = Decimal("0.8")
    group: Decimal = Decimal("0.66")


NO_GATE = Gate(Decimal(0), Decimal(0))


class ScoreFile(Struct, frozen=True):
    """One scores/NAME.yaml.

    missing is skip, zero or refuse; ``gate`` counts with skip alone. ``precision`` is the number of
    decimals printed and ranked. ``views`` are overlapping groups of nodes; ``view_labels`` their
    names, where they have one. ``file`` names the file in messages; ``content`` is the file byte
    for byte, so that its hash can be told.
    """

    id: str
    file: str
    label: Label
    tree: ScoreGroup
    missing: str = "refuse"
    precision: int = 2
    gate: Gate = NO_GATE
    note: Label | None = None
    as_of: date | None = None
    period: Period | None = None
    views: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    view_labels: Mapping[str, Label] = field(default_factory=dict)
    content: bytes = b""

    @property
    def points(self) -> Decimal | None:
        """Return of how many points it is: None unless it is the plain sum of its parts' points."""
        children = self.tree.children
        for child in children:
            whole = Scale("bounds", Decimal(0), child.weight)
            if not isinstance(child, Leaf) or child.scale != whole:
                return None
        if self.tree.aggregate != "arithmetic":
            return None
        return sum((child.weight for child in children), Decimal(0))
