"""Value and target lines: what one line says, checked against catalogue and register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dtcompare.model.figure import (
    NATIONAL,
    PLACE_WORDS,
    Change,
    Figure,
    Place,
    Scope,
    Target,
)
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.model.province import Province
from dtcompare.model.source import Source
from dtcompare.reading.amounts import read_amount
from dtcompare.reading.basis import read_basis, read_method
from dtcompare.reading.catalogue import Declared
from dtcompare.reading.counts import Counts
from dtcompare.reading.kinds import Record
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar, is_null
from dtcompare.reading.quick import QuickLines
from dtcompare.reading.register import Listed
from dtcompare.reading.rules import SCOPE_KEYS, TARGET, VALUE
from dtcompare.reading.shape import Found, Shape
from dtcompare.reading.sources import SourceList

__all__ = ["Around", "LineReader", "Owner"]


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of the data set says: all that one province file is checked against.

    ``shared`` is None where sources.yaml could not be read. Without ``doubts`` nothing is said of
    what may be true: those warnings cost time, and only who checks is told of them.
    """

    declared: Declared
    listed: Listed
    counts: Counts
    shared: Mapping[str, Source | None] | None
    today: date
    doubts: bool = True


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose lines they are; ``province`` is None for the country, or where nobody knows it."""

    id: str
    province: Province | None


class LineReader:
    """Reads the sections ``values`` and ``targets`` of one file into figures and targets.

    ``columns`` tells, by row, where each line that was read starts.
    """

    def __init__(self, shape: Shape, owner: Owner, sources: SourceList, around: Around) -> None:
        self._shape = shape
        self._report = shape.report
        self._owner = owner
        self._sources = sources
        self._declared = around.declared
        self._counts = around.counts
        self._today = around.today
        self._quick = QuickLines(owner.id, shape.report.file)
        self.columns: dict[int, int] = {}

    # --- a section and its indicators

    def figures(self, node: Node | None) -> dict[str, list[Figure]]:
        """The value lines by indicator, in the file's order."""
        return self._section(node, "values", self._figure)

    def targets(self, node: Node | None) -> dict[str, list[Target]]:
        """The target lines by indicator, in the file's order."""
        return self._section(node, "targets", self._target)

    def _section(self, node: Node | None, name: str, read: Any) -> dict[str, list[Any]]:
        """The lines of a section by indicator, each read by ``read``."""
        if node is None:
            return {}
        if not isinstance(node, Pairs):
            self._report.add(node, "want-mapping", name=name)
            self._cite_all(node)
            return {}
        lines: dict[str, list[Any]] = {}
        entries, whole = self._shape.entries(node, name)
        if not whole:
            self._cite_all(node)
        for id, (at, value) in entries.items():
            indicator = self._indicator(id, at)
            if indicator is None:
                self._cite_all(value)
                continue
            items = self._items(id, at, value)
            lines[id] = [line for item in items if (line := read(item, indicator)) is not None]
        return lines

    def _indicator(self, id: str, at: Scalar) -> Indicator | None:
        """The indicator of that id; an unknown one is noted, one declared badly is not."""
        indicator = self._declared.catalogue.indicators.get(id)
        ids = self._declared.ids
        if indicator is not None or ids is None or id in ids:
            return indicator
        if id in self._declared.aliases:
            self._report.add(at, "alias", typed=id, id=self._declared.aliases[id])
        else:
            hint = self._report.hint(id, (*ids, *self._declared.aliases), listed=False)
            self._report.add(at, "unknown-indicator", typed=id, **hint)
        return None

    def _items(self, id: str, at: Scalar, value: Node) -> list[Node]:
        """The lines of an indicator."""
        if is_null(value) or (isinstance(value, Items) and not value.items):
            self._report.add(at, "empty-value", "no-lines", id=id)
            return []
        if isinstance(value, Items):
            return value.items
        self._report.add(value, "want-list", "no-dash", id=id)
        self._cite_all(value)
        return []

    def _cite_all(self, node: Node) -> None:
        """Count every source named anywhere in a part that is not read as cited."""
        rest = [node]
        while rest:
            part = rest.pop()
            if isinstance(part, Items):
                rest.extend(part.items)
            elif isinstance(part, Pairs):
                for key, value in part.pairs:
                    if (
                        isinstance(key, Scalar)
                        and isinstance(value, Scalar)
                        and key.text == "source"
                    ):
                        self._sources.cited.add(value.text)
                    rest.append(value)

    # --- one line

    def _figure(self, node: Node, indicator: Indicator) -> Figure | None:
        """The figure that a value line reports; None where something in it is wrong."""
        if isinstance(node, Pairs) and (quick := self._quick.figure(node, indicator)) is not None:
            self.columns[node.line] = node.column
            return quick
        found = self._record(VALUE, node, indicator)
        if found is None:
            return None
        period: Period | None = found.get("period")
        timely = period is None or self._check_period(found, period)
        common = self._common(found, indicator, period)
        if common is None or period is None or not timely:
            return None
        figure = Figure(**common, period=period)
        self._quick.prove(found.node, figure)
        return figure

    def _target(self, node: Node, indicator: Indicator) -> Target | None:
        """The target that a target line sets; None where something in it is wrong."""
        found = self._record(TARGET, node, indicator)
        if found is None:
            return None
        by: Period | None = found.get("by")
        common = self._common(found, indicator, by)
        if common is None or by is None:
            return None
        return Target(**common, by=by, every=found.get("every"))

    def _record(self, rule: Record, node: Node, indicator: Indicator) -> Found | None:
        """The keys of a line; the source of a line that has none may be any."""
        found = self._shape.record(rule, node, indicator.id, indicator.id)
        if found is None or not found.certain or "source" not in found.values:
            self._sources.doubtful = True
        return found

    def _common(
        self, found: Found, indicator: Indicator, period: Period | None
    ) -> dict[str, Any] | None:
        """What figures and targets have in common; None where something is wrong."""
        values = found.values
        source = values.get("source")
        self.columns[found.node.line] = found.node.column
        if source is not None and self._sources.cite(source, found.nodes["source"]) is None:
            found.whole = False
        basis = read_basis(found, indicator, self._report)
        method = read_method(found, indicator, self._report)
        amount = read_amount(found, indicator, self._report)
        place = self._place(found, indicator, period)
        if not found.whole or (amount is None and place is None):
            return None
        assert source is not None
        return {
            "province": self._owner.id,
            "indicator": indicator.id,
            "source": self._key_of(source),
            "file": self._report.file,
            "row": found.node.line,
            "amount": amount,
            "place": place,
            "basis": basis,
            "method": method,
            "scope": _scope(values.get("scope")),
            "status": values.get("status"),
            "prefer": "prefer" in values,
            "reject": values.get("reject"),
            "recast": "recast" in values,
            "note": values.get("note"),
            "change": _change(values.get("change")),
        }

    def _key_of(self, source: str) -> str:
        """FILE/ID of a source that is cited."""
        known = self._sources.own.get(source) or self._sources.shared.get(source)
        assert known is not None
        return known.key

    # --- published places

    def _place(self, found: Found, indicator: Indicator, period: Period | None) -> Place | None:
        """The published place of a line, if it gives one."""
        words = [word for word in PLACE_WORDS if word in found.keys]
        if not words:
            if found.typed("of") and found.certain:
                found.whole = False
                self._report.add(found.keys["of"], "needless-of")
            return None
        if not indicator.unit.ranked:
            found.whole = False
            facts = {"id": indicator.id, "unit": indicator.unit.id}
            self._report.add(found.keys[words[0]], "rank-unit", **facts)
            return None
        if len(words) > 1 or words[0] not in found.values:
            return None  # two words are told with the number words
        number = int(found.values[words[0]])
        of = self._of(found, indicator, period)
        if of is None:
            return None
        if number > of:
            found.whole = False
            at = found.nodes[words[0]]
            self._report.add(at, "out-of-range", "rank-over", word=words[0], number=number, of=of)
        return Place(words[0], number, of)

    def _of(self, found: Found, indicator: Indicator, period: Period | None) -> int | None:
        """How many were ranked: as stated, else the provinces that existed at the period's end."""
        if found.typed("of"):
            stated: Decimal | None = found.get("of")
            return None if stated is None else int(stated)
        province = self._owner.province
        number = None
        if self._owner.id != NATIONAL:
            if province is None or period is None or not self._counts.known:
                found.whole = False
                return None
            number = self._counts.ranked(province, period)
        if number is None:
            found.whole = False
            if found.certain:
                key = "no-of" if self._owner.id == NATIONAL else "unstated-of"
                self._report.add(found.node, "missing-key", key, id=indicator.id)
        return number

    # --- time

    def _check_period(self, found: Found, period: Period) -> bool:
        """Whether the period can be true of this province, told by this source, by today."""
        problem = self._untimely(found, period) if period.stated else None
        if problem is not None:
            code, facts = problem
            self._report.add(found.nodes["period"], code, period=period.text, **facts)
        return problem is None

    def _untimely(self, found: Found, period: Period) -> tuple[str, dict[str, Any]] | None:
        """What is wrong with the period, if anything: its code and facts."""
        if found.get("status") != "forecast":
            if period.start > self._today:
                return "future", {}
            id = found.get("source", "")
            source = self._sources.own.get(id) or self._sources.shared.get(id)
            published = source.published if source is not None else None
            if published is not None and period.start > published.end:
                return "after-source", {"source": id, "published": published.text}
        province = self._owner.province
        if province is None:
            return None
        if province.until is not None and period.start >= province.until:
            return "after-end", {"until": str(province.until), "into": province.into or ""}
        if province.since is not None and period.end < province.since and not found.typed("recast"):
            return "before-merger", {"since": str(province.since)}
        return None


def _scope(found: Found | None) -> Scope:
    """The part of the province that a line is about, its keys in one order."""
    if found is None:
        return ()
    return tuple((key, found.values[key]) for key in SCOPE_KEYS if key in found.values)


def _change(found: Found | None) -> Change | None:
    """How the source says the figure changed."""
    return None if found is None else Change(**found.values)
