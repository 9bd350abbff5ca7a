"""The catalogue: what is measured, in which unit, on which basis, by which method."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from dtcompare.model.figure import SCOPE_KEYS
from dtcompare.model.label import Label
from dtcompare.model.period import Season

YEARLY = Season("P1Y", 12)


class Unit(Struct, frozen=True):
    """A unit of measure with its natural bounds.

    ``extensive``: larger provinces have more of it. ``ranked``: a published index, whose places are
    taken as published. ``decimals``: how many the unit declares (None: as many as printed).
    """

    id: str
    symbol: Label | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    whole: bool = False
    extensive: bool = False
    ranked: bool = False
    decimals: int | None = None


class Method(Struct, frozen=True):
    """A way of measuring; a method that is not ``shared`` is each province's own count."""

    id: str
    label: Label
    shared: bool = True


class ScopeKind(Struct, frozen=True):
    """A kind of part of a province that a line may speak of, such as a ward.

    ``text`` says it, with the name of the part at {name}; ``words`` are the only names there are,
    each with what says it.
    """

    text: Label | None = None
    words: Mapping[str, Label] = field(default_factory=dict)


class Indicator(Struct, frozen=True):
    """One thing measured.

    ``better`` is higher, lower or none (shown, never ranked). ``bases`` and ``methods`` are in the
    order of preference; ``fixed_basis`` tells that the basis never varies. ``breaks`` are the first
    years of a new method. ``part_of`` is the index of which this is a pillar or a dimension.
    ``short`` is what heads a narrow column; None where that is the name.
    """

    id: str
    name: Label
    group: str
    unit: Unit
    better: str
    description: Label | None = None
    bases: tuple[str, ...] = ()
    fixed_basis: bool = False
    methods: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    season: Season = YEARLY
    breaks: tuple[int, ...] = ()
    part_of: str | None = None
    short: Label | None = None

    def era(self, day: date) -> int:
        """Return on which side of the breaks ``day`` lies: 0 before the first, then 1, 2, ..."""
        return sum(day.year >= year for year in self.breaks) if self.breaks else 0


class Catalogue(Struct, frozen=True):
    """Everything indicators.yaml declares, in its order.

    ``remarks`` are what may be said of many lines, which name them by their id; ``scopes`` are the
    kinds of parts of a province, the usual ones where none are declared.
    """

    groups: Mapping[str, Label] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    bases: Mapping[str, Label] = field(default_factory=dict)
    methods: Mapping[str, Method] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    remarks: Mapping[str, Label] = field(default_factory=dict)
    scopes: Mapping[str, ScopeKind] = field(default_factory=dict)

    @property
    def scope_keys(self) -> tuple[str, ...]:
        """Return the keys that a line's scope may have."""
        return tuple(self.scopes) or SCOPE_KEYS
