"""Value and target lines: what one line says, checked against catalogue and register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct

from dtcompare.model.figure import (
    NATIONAL,
    PLACE_WORDS,
    UNSTATED_WORD,
    Change,
    Figure,
    Place,
    Scope,
    Target,
)
from dtcompare.model.indicator import Indicator
from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.model.source import Source
from dtcompare.reading.amounts import read_amount
from dtcompare.reading.catalogue import CatalogueReading
from dtcompare.reading.fast_lines import QuickLines
from dtcompare.reading.mappings import ParsedMapping, read_entries
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar, is_null
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.register import RegisterReading
from dtcompare.reading.rules import TARGET, VALUE, with_scopes
from dtcompare.reading.schema_types import Record
from dtcompare.reading.sources import SourceList

_LineT = TypeVar("_LineT", Figure, Target)


class Context(Struct, frozen=True):
    """What the rest of the data set says: all that one province file is checked against.

    ``shared`` is None where sources.yaml could not be read. Without ``doubts`` nothing is said of
    what may be true: those warnings cost time, and only who checks is told of them. ``languages``
    are those in which every text shall be.
    """

    declared: CatalogueReading
    listed: RegisterReading
    shared: Mapping[str, Source | None] | None
    today: date
    doubts: bool = True
    languages: tuple[str, ...] = ()


class LineReader:
    """Reads the sections ``values`` and ``targets`` of one file into figures and targets.

    ``owner`` is a province or the country; ``columns`` tells, by row, where each line starts.
    """

    def __init__(
        self, owner: str, problems: ProblemList, sources: SourceList, context: Context
    ) -> None:
        self._problems = problems
        self._owner = owner
        self._province = context.listed.register.provinces.get(owner)
        self._sources = sources
        self._around = context
        self._quick = QuickLines(owner, problems.file)
        scopes = context.declared.catalogue.scopes
        self._value, self._aim = with_scopes(VALUE, scopes), with_scopes(TARGET, scopes)
        self.columns: dict[int, int] = {}

    # --- a section and its indicators

    def figures(self, node: Node | None) -> dict[str, list[Figure]]:
        """Return the value lines by indicator, in the file's order."""
        return self._section(node, "values", self._figure)

    def targets(self, node: Node | None) -> dict[str, list[Target]]:
        """Return the target lines by indicator, in the file's order."""
        return self._section(node, "targets", self._target)

    def _section(
        self, node: Node | None, name: str, read: Callable[[Node, Indicator], _LineT | None]
    ) -> dict[str, list[_LineT]]:
        """Return the lines of a section by indicator, each read by ``read``."""
        if node is None:
            return {}
        if not isinstance(node, Pairs):
            self._problems.add(node, "want-mapping", name=name)
            self._sources.cite_all(node)
            return {}
        lines: dict[str, list[_LineT]] = {}
        entries, whole = read_entries(node, name, self._problems)
        if not whole:
            self._sources.cite_all(node)
        for id, (at, value) in entries.items():
            indicator = self._indicator(id, at)
            if indicator is None:
                self._sources.cite_all(value)
                continue
            found = (read(item, indicator) for item in self._items(id, at, value))
            lines[id] = [line for line in found if line is not None]
        return lines

    def _indicator(self, id: str, at: Scalar) -> Indicator | None:
        """Return the indicator of that id; an unknown one is noted, one declared badly is not."""
        declared = self._around.declared
        indicator = declared.catalogue.indicators.get(id)
        if indicator is None:
            declared.tell_unknown(id, at, self._problems, also=declared.aliases)
        return indicator

    def _items(self, id: str, at: Scalar, value: Node) -> list[Node]:
        """Return the lines of an indicator."""
        if is_null(value) or (isinstance(value, Items) and not value.items):
            self._problems.add(at, "empty-value", "no-lines", id=id)
            return []
        if isinstance(value, Items):
            return value.items
        self._problems.add(value, "want-list", "no-dash", id=id)
        self._sources.cite_all(value)
        return []

    # --- one line

    def _figure(self, node: Node, indicator: Indicator) -> Figure | None:
        """Return the figure that a value line reports; None where something in it is wrong."""
        if isinstance(node, Pairs) and (quick := self._quick.figure(node, indicator)) is not None:
            self.columns[node.line] = node.column
            if quick.note is not None:
                self._problems.count_text("note", node)
            return quick
        found = self._record(self._value, node, indicator)
        if found is None:
            return None
        period: Period | None = found.get("period")
        if period is not None and period.stated:
            self._check_time(found, period)
        common = self._common(found, indicator, period)
        if common is None or period is None:
            return None
        figure = Figure(**common, period=period)
        self._quick.prove(found.node, figure)
        return figure

    def _target(self, node: Node, indicator: Indicator) -> Target | None:
        """Return the target that a target line sets; None where something in it is wrong."""
        found = self._record(self._aim, node, indicator)
        if found is None:
            return None
        by: Period | None = found.get("by")
        common = self._common(found, indicator, by)
        if common is None or by is None:
            return None
        return Target(**common, by=by, every=found.get("every"))

    def _record(self, rule: Record, node: Node, indicator: Indicator) -> ParsedMapping | None:
        """Return the keys of a line; the source of a line that has none may be any."""
        found = rule.read(node, indicator.id, self._problems)
        if found is None or not found.certain or "source" not in found.values:
            self._sources.doubtful = True
        return found

    def _common(
        self, found: ParsedMapping, indicator: Indicator, period: Period | None
    ) -> dict[str, Any] | None:
        """Return what figures and targets have in common; None where something is wrong."""
        self.columns[found.node.line] = found.node.column
        source = None
        if "source" in found.values:
            source = self._sources.cite(found.get("source"), found.nodes["source"])
        basis, method = read_basis(found, indicator), read_method(found, indicator)
        found.check_declared("remarks", self._around.declared.remarks)
        amount = read_amount(found, indicator)
        place = self._place(found, indicator, period)
        self._check_choice(found)
        if source is None or not found.whole or (amount is None and place is None):
            return None
        change: ParsedMapping | None = found.get("change")
        return {
            "province": self._owner,
            "indicator": indicator.id,
            "source": source.key,
            "file": self._problems.file,
            "row": found.node.line,
            "amount": amount,
            "place": place,
            "basis": basis,
            "method": method,
            "scope": _scope(found.get("scope"), self._around.declared.catalogue.scope_keys),
            "status": found.get("status"),
            "prefer": "prefer" in found.values,
            "reject": found.get("reject"),
            "recast": "recast" in found.values,
            "remarks": found.get("remarks", ()),
            "note": found.get("note"),
            "change": None if change is None else Change(**change.values),
        }

    def _check_choice(self, found: ParsedMapping) -> None:
        """Note a line both chosen and refused, and one recast for what has no borders of today."""
        if found.typed("prefer") and found.typed("reject"):
            found.refuse(found.keys["reject"], "needless-key", "prefer-reject")
        has_ended = self._province is not None and self._province.until is not None
        if found.typed("recast") and (has_ended or self._owner == NATIONAL):
            found.refuse(found.keys["recast"], "needless-key", "recast-none", id=self._owner)

    # --- published places

    def _place(
        self, found: ParsedMapping, indicator: Indicator, period: Period | None
    ) -> Place | None:
        """Return the published place of a line, if it gives one."""
        words = [word for word in PLACE_WORDS if word in found.keys]
        if not words:
            if found.typed("of") and found.certain:
                found.refuse(found.keys["of"], "needless-of")
            return None
        word = words[0]
        if not indicator.unit.ranked:
            facts = {"id": indicator.id, "unit": indicator.unit.id}
            found.refuse(found.keys[word], "rank-unit", **facts)
            return None
        if len(words) > 1 or word not in found.values:
            return None  # two words are told with the number words
        number = int(found.values[word])
        of = self._of(found, indicator, period)
        if of is None:
            return None
        if number > of:
            at = found.nodes[word]
            found.refuse(at, "out-of-range", "rank-over", word=word, number=number, of=of)
        return Place(word, number, of)

    def _of(self, found: ParsedMapping, indicator: Indicator, period: Period | None) -> int | None:
        """Return how many were ranked: as stated, else the provinces at the period's end."""
        if found.typed("of"):
            return int(found.get("of")) if "of" in found.values else None
        key, number = "no-of", None
        if self._owner != NATIONAL:
            key, province, listed = "unstated-of", self._province, self._around.listed
            if province is None or period is None or not listed.counts:
                found.whole = False
                return None
            number = listed.ranked(province, period)
        if number is None:
            found.whole = False
            if found.certain:
                self._problems.add(found.node, "missing-key", key, id=indicator.id)
        return number

    # --- time

    def _check_time(self, found: ParsedMapping, period: Period) -> None:
        """Note a period that cannot be true of this province, told by this source, by today."""
        code, facts = self._untimely(found, period)
        if code:
            found.refuse(found.nodes["period"], code, period=period.text, **facts)
        change: ParsedMapping | None = found.get("change")
        since: Period | None = None if change is None else change.get("since")
        if change and since and since.start > period.end:
            facts = {"period": period.text, "since": since.text}
            found.refuse(change.nodes["since"], "since-later", **facts)

    def _untimely(self, found: ParsedMapping, period: Period) -> tuple[str, Mapping[str, str]]:
        """Return why a period cannot be true of this province, told by this source, by today.

        A code ("" where nothing is wrong), and facts.
        """
        if found.get("status") != "forecast":
            if period.start > self._around.today:
                return "future", {}
            id = found.get("source", "")
            source = self._sources.find(id)
            published = None if source is None else source.published
            if published is not None and period.start > published.end:
                return "after-source", {"source": id, "published": published.text}
        province = self._province
        if province is not None:
            since, until = province.since, province.until
            if until is not None and period.start >= until:
                return "after-end", {"until": str(until), "into": province.into or ""}
            if since is not None and period.end < since and not found.typed("recast"):
                return "before-merger", {"since": str(since)}
        return "", {}


def _scope(found: ParsedMapping | None, keys: Iterable[str]) -> Scope:
    """Return the part of the province that a line is about, its keys in one order."""
    if found is None:
        return ()
    named = {key: found.values[key] for key in keys if key in found.values}
    return tuple(
        (key, Label(name, name) if isinstance(name, str) else name) for key, name in named.items()
    )


# --- basis and method, of lines and of the leaves of a score


def read_basis(found: ParsedMapping, indicator: Indicator) -> str | None:
    """Return the basis that is named, else the only one; a wrong or missing one is noted."""
    bases = indicator.bases
    if bases and not indicator.fixed_basis:
        word = _word(found, "basis", bases)
        if word is None and not found.typed("basis"):
            found.tell_missing("basis", indicator.id, choices=bases)
        return word
    if found.typed("basis"):
        key = "basis-fixed" if bases else "no-basis"
        facts = {"id": indicator.id, "basis": "".join(bases)}
        found.refuse(found.keys["basis"], "basis-fixed", key, **facts)
    return bases[0] if bases else None


def read_method(found: ParsedMapping, indicator: Indicator) -> str | None:
    """Return the method that is named, else "unstated"; None where the indicator has none."""
    if indicator.methods:
        options = tuple(dict.fromkeys((*indicator.methods, UNSTATED_WORD)))
        return _word(found, "method", options) or UNSTATED_WORD
    if found.typed("method"):
        found.refuse(found.keys["method"], "no-methods", id=indicator.id)
    return None


def _word(found: ParsedMapping, name: str, options: tuple[str, ...]) -> str | None:
    """Return the word under ``name`` where it is one of ``options``; another one is noted."""
    word: str | None = found.get(name)
    if word is None or word in options:
        return word
    found.whole = False
    found.problems.add_unknown(found.nodes[name], "unknown-word", word, options, name=name)
    return None
