"""register.yaml: the provinces, and a merger told alike by both sides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct, field

from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.model.province import FORMER, Extent, Province, Register
from dtcompare.model.source import Source
from dtcompare.reading.mappings import ParsedMapping
from dtcompare.reading.nodes import Node
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.rules import REGISTER
from dtcompare.reading.scalars import is_id
from dtcompare.reading.sources import SHARED, SourceList
from dtcompare.reading.tile_grids import as_tile, read_grids, read_islands
from dtcompare.text import fold

_DAY = timedelta(days=1)
# Names that Windows keeps for devices: no file can bear them, whatever its suffix.
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[1-9]")


class RegisterReading(Struct, frozen=True):
    """What register.yaml lists.

    ``ids`` also holds the provinces that could not be read; None where the list itself could not.
    ``counts`` says whether provinces may be counted: the file has no error. ``cited`` are ids of
    sources, None where any may be cited.
    """

    register: Register = field(default_factory=Register)
    ids: frozenset[str] | None = None
    counts: bool = False
    cited: frozenset[str] | None = None

    def ranked(self, province: Province, period: Period) -> int | None:
        """Return how many provinces there were: the "of" of a place that does not say.

        They are those at the end of ``period``, or of ``province`` where that came before; of an
        unstated period those of the province's time, None where their number changed.
        """
        if not period.stated:
            return self._in_life(province)
        day = period.end
        if province.until is not None and day >= province.until:
            day = province.until - _DAY
        return self.register.count(day)

    def _in_life(self, province: Province) -> int | None:
        """Return how many provinces existed while ``province`` did; None where that changed."""
        days = {p.since for p in self.register.provinces.values()}
        days |= {p.until for p in self.register.provinces.values()}
        changes = sorted(day for day in days if day is not None)
        first = province.since or (changes[0] - _DAY if changes else date.max)
        last = province.until or date.max
        numbers = {self.register.count(first)}
        numbers |= {self.register.count(day) for day in changes if first < day < last}
        return numbers.pop() if len(numbers) == 1 else None


def read_register(
    root: Node,
    problems: ProblemList,
    shared: Mapping[str, Source | None] | None,
    code: str | None = None,
) -> RegisterReading:
    """Return the register; whatever could not be read is left out and noted.

    ``shared`` are the sources it may cite, None where those could not be read; ``code`` is the
    pattern of a province's code.
    """
    sources = SourceList(problems, shared or {}, complete=shared is not None)
    found = REGISTER.read(root, "register.yaml", problems)
    if found is None or not isinstance(found.get("provinces"), dict):
        return RegisterReading(cited=sources.cited)
    today: dict[str, ParsedMapping | None] = found.get("provinces")
    entries = {**today, **found.get("former", {})}
    complete = found.whole
    good_ids = all(is_id(id.removeprefix(FORMER)) for id in entries)
    if complete:
        _check_mergers(entries)
    _check_codes(entries, code)
    islands = read_islands(found, today)
    grids = read_grids(found, entries, complete=complete)
    provinces: dict[str, Province] = {}
    for id, entry in entries.items():
        province = None if entry is None else _province(id, entry, found, sources)
        if province is not None:
            provinces[id] = province
    _check_names(provinces, entries)
    used = {p.kind for p in provinces.values() if p.kind is not None}
    types = {word: Label(word, word) for word in sorted(used)} | found.readable("types")
    return RegisterReading(
        Register(provinces, found.readable("regions"), islands, grids, types),
        frozenset(entries) if complete and good_ids else None,
        not problems.broken,
        sources.cited,
    )


def _province(
    id: str, entry: ParsedMapping, found: ParsedMapping, sources: SourceList
) -> Province | None:
    """Return one province; None where something in its entry is wrong."""
    population = _extent(entry.get("population"), sources)
    area = _extent(entry.get("area"), sources)
    known = entry.check_declared("region", found.get("regions"))
    if found.typed("types"):
        known = entry.check_declared("type", found.get("types")) and known
    if known:
        _check_life(id, entry)
    if not entry.whole:
        return None
    name: str = entry.get("name")
    names: ParsedMapping | None = entry.get("names")
    spoken = names.values if names else {}
    labels = {key: text for key, text in spoken.items() if key not in ("short", "former")}
    since, until = entry.get("since"), entry.get("until")
    former = spoken.get("former", ())
    short = [(name, spoken.get("short")), *((one.get("name"), one.get("short")) for one in former)]
    return Province(
        id,
        name,
        Label.of({"en": name, "vi": name} | labels),
        tuple((one.get("name"), one.get("until").start) for one in former),
        entry.get("type"),
        entry.get("code"),
        entry.get("region"),
        as_tile(entry.get("tile")),
        entry.get("aliases", ()),
        since.start if since else None,
        entry.get("from", ()),
        until.start if until else None,
        entry.get("into"),
        population,
        area,
        tuple((long, tile) for long, tile in short if tile is not None),
    )


def _extent(entry: ParsedMapping | None, sources: SourceList) -> Extent | None:
    """Return a population or an area; its source is cited from sources.yaml."""
    if entry is None or "source" not in entry.values:
        return None
    id = entry.get("source")
    sources.cite(id, entry.nodes["source"])
    if not entry.whole:
        return None
    return Extent(entry.get("value"), f"{SHARED}/{id}", entry.get("status"))


def _check_life(id: str, entry: ParsedMapping) -> None:
    """Note a province of today that ends, and one that ended before it began."""
    since, until = entry.get("since"), entry.get("until")
    for key in ("until", "into"):
        if not id.startswith(FORMER) and entry.typed(key):
            entry.refuse(entry.keys[key], "wrong-part", "ended-province", name=key, id=id)
            return
    if since and until and until.start <= since.start:
        facts = {"until": until.text, "since": since.text}
        entry.refuse(entry.nodes["until"], "bad-date", "until-before-since", **facts)


def _check_names(
    provinces: Mapping[str, Province], entries: Mapping[str, ParsedMapping | None]
) -> None:
    """Warn of ids that are no file names, and, once a name, of two that bear it at one time."""
    bearers: dict[str, list[Province]] = {}
    told: set[str] = set()
    for id, province in provinces.items():
        label, entry = province.label, entries[id]
        assert entry is not None
        if _DEVICE.fullmatch(id.removeprefix(FORMER)):
            entry.problems.add(entry.nodes["name"], "device-name", level="warning", id=id)
        for name in {fold(name) for name in (province.name, label.vi, label.en, *province.aliases)}:
            others = [one for one in bearers.get(name, ()) if _meet(one, province)]
            if others and name not in told:
                at, facts = entry.nodes["name"], {"id": id, "other": others[0].id}
                entry.problems.add(at, "double-name", level="warning", **facts)
                told.add(name)
            bearers.setdefault(name, []).append(province)


def _meet(one: Province, other: Province) -> bool:
    """Return whether two provinces exist on some day together."""
    for first, last in ((one, other), (other, one)):
        if first.until is not None and first.until <= (last.since or date.min):
            return False
    return True


def _check_codes(entries: Mapping[str, ParsedMapping | None], pattern: str | None) -> None:
    """Note a code that two provinces of today share, and codes of another form than the data's."""
    owners: dict[object, str] = {}
    for id, entry in entries.items():
        value = None if entry is None else entry.get("code")
        if entry is None or value is None:
            continue
        if not id.startswith(FORMER) and owners.setdefault(value, id) != id:
            entry.problems.add(entry.nodes["code"], "double-code", id=id, other=owners[value])
        if pattern is not None and not re.fullmatch(pattern, value):
            facts = {"typed": value, "pattern": pattern}
            entry.refuse(entry.nodes["code"], "bad-code", "other-code", **facts)


# --- mergers, told by both sides


def _check_mergers(entries: Mapping[str, ParsedMapping | None]) -> None:
    """Note mergers that one side tells otherwise than the other, or that name nobody."""
    read = {id: entry for id, entry in entries.items() if entry is not None}
    parts = {id: dict(entry.words("from")) for id, entry in read.items()}
    doubtful = {id for id, entry in read.items() if not _is_clear(entry, entries)}
    for id, entry in read.items():
        into = entry.get("into")
        if into in read and into not in doubtful:
            if id in parts[into]:
                _check_day(id, entry, into, read[into])
            else:
                entry.problems.add(entry.nodes["into"], "merge-map", id=into, former=id)
        for part, at in parts[id].items() if id not in doubtful else ():
            goal = read[part].get("into") if part in read else id
            unread = goal is None and read[part].typed("into")
            told = goal is not None and part not in parts.get(goal, {})
            if goal != id and not unread and not told:
                entry.problems.add(at, "merge-map", "merge-map-into", id=id, former=part)


def _is_clear(entry: ParsedMapping, known: Mapping[str, object]) -> bool:
    """Return whether the parts of a province are known; names of no province are noted."""
    clear = "from" in entry.values or not entry.typed("from")
    for name, at in (*entry.words("from"), *entry.words("into")):
        if name not in known:
            clear = clear and at is entry.nodes.get("into")
            key = "unknown-unit"
            entry.problems.add_unknown(at, "unknown-province", name, known, key=key, listed=False)
    return clear


def _check_day(id: str, entry: ParsedMapping, into: str, whole: ParsedMapping) -> None:
    """Note a province that began on another day than its part ended."""
    until, since = entry.get("until"), whole.get("since")
    if until and since and until.start != since.start:
        facts = {"former": id, "until": until.text, "id": into, "since": since.text}
        entry.problems.add(entry.nodes["until"], "merge-map", "merge-map-day", **facts)
