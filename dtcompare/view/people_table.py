"""The records of a result for people in an office: headings and codes in words, pages as links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from dtcompare import words
from dtcompare.model.indicator import Unit
from dtcompare.model.label import Label
from dtcompare.model.period import parse_period
from dtcompare.view.figures import unit_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import node_name, view_name
from dtcompare.view.sheet import Records

Value: TypeAlias = str | int | Decimal | None

# Codes and what stands in other columns in words already.
_DROPPED = {
    *("province", "word", "target_word", "figure_word", "low_open", "high_open", "sources"),
    *("group", "id", "indicator_id", "season_start", "season_end", "recast", "count"),
    *("target_source", "url"),
}
_MEASURED = {
    *("value", "low", "high", "upper", "gap", "gap_low", "gap_high", "by", "by_low", "by_high"),
    *("change", "target_value", "needed_per_year", "observed_per_year"),
}
_FIRST = ("name", "indicator", "unit")
_PERIODS = frozenset(("period", "edition_period", "target_by", "newest", "published", "by", "when"))
_OF_UNIT = frozenset(("value", "low", "high", "upper", "target_value"))
_SIGNS = {"about": "≈", "over": ">", "at_least": "≥", "nearly": "<", "at_most": "≤"}
_BARE = "{number}"
_SIDES = frozenset(("first", "second", "last", "old", "new"))  # two of one thing in a row


class PeopleCell(Struct, frozen=True):
    """What stands in a cell: a text or a number, its unit's symbol, and where it leads to.

    ``hedged`` says what stands around a number that a word hedges: ≈, > or <, or that word.
    """

    value: Value = None
    symbol: str = ""
    link: str = ""
    hedged: str = _BARE


class PeopleTable(Struct, frozen=True):
    """A table for an office; each row has a cell for each heading."""

    heads: tuple[str, ...]
    rows: list[list[PeopleCell]]


def people_table(records: Records, phrases: Phrases) -> PeopleTable:
    """Return records with words for codes; columns in which nothing stands are left out."""
    names = _names(records.columns)
    rows = []
    for record in records.rows:
        unit = phrases.dataset.catalogue.units.get(str(record.get("unit")))
        rows.append([_cell(name, record, unit, phrases) for name in names])
    used = [at for at in range(len(names)) if any(row[at].value is not None for row in rows)]
    heads = {name: _head(name, phrases) for name in names}
    if "by_low" in names:
        heads["by"] = phrases.say("field.lead")  # elsewhere a deadline
    return PeopleTable(
        heads=tuple(heads[names[at]] for at in used),
        rows=[[row[at] for at in used] for row in rows],
    )


def _names(columns: Iterable[str]) -> list[str]:
    """Return the columns for people: place, name, what is measured and in what, then the rest."""
    names = [name for name in columns if _plain(name) not in _DROPPED]
    first = [name for name in ("rank", "part", "kind", *_FIRST) if name in names]
    return first + [name for name in names if name not in first]


def _head(name: str, phrases: Phrases) -> str:
    """Return the heading of a column in words, its name where there are none."""
    known = words.catalogue(phrases.lang)
    id = name.removeprefix("parts_").removeprefix("places_").removeprefix("views_")
    if id in phrases.dataset.catalogue.indicators:
        return phrases.indicator(id)
    for file in phrases.dataset.scores.values() if id != name else ():
        if id in file.views:
            return view_name(id, file, phrases)
        if any(node.id == id for node in file.tree.nodes()):
            return node_name(id, file, phrases)
    for key in (f"field.{name}", f"field.{name.removeprefix('figure_')}"):
        if key in known:
            return phrases.say(key)
    side, _, rest = name.partition("_")
    if side in _SIDES and rest:
        return phrases.say(f"field.{side}", head=_head(rest, phrases))
    return name.replace("_", " ")


def _plain(name: str) -> str:
    """Return the name of a column without whose it is: value of figure_value and first_value."""
    side, _, rest = name.partition("_")
    return (rest if side in _SIDES and rest else name).removeprefix("figure_")


def _cell(
    name: str, record: Mapping[str, object], unit: Unit | None, phrases: Phrases
) -> PeopleCell:
    """Return what stands in a column for a record."""
    value = record.get(name)
    if value is None or value == "":
        return PeopleCell()
    plain = _plain(name)
    if plain == "source":
        url = phrases.dataset.sources[str(value)].url
        return PeopleCell(url, link=url)
    if isinstance(value, bool):
        return PeopleCell(phrases.say("field.yes" if value else "field.no"))
    if isinstance(value, (int, Decimal)):
        symbol = unit.symbol if unit and plain in _MEASURED else None
        if symbol is not None and symbol.en == "%" and plain not in _OF_UNIT:
            symbol = None  # a difference of percentages is in points
        word = record.get(name.replace("value", "word")) if plain.endswith("value") else None
        hedged = f"{_SIGNS[str(word)]} {_BARE}" if word in _SIGNS else _BARE
        return PeopleCell(value, symbol.say(phrases.lang) if symbol else "", hedged=hedged)
    if isinstance(value, float):
        return PeopleCell(Decimal(str(value)))
    return PeopleCell(_in_words(plain, str(value), phrases))


def _in_words(name: str, text: str, phrases: Phrases) -> str:
    """Return a code of a column in words, other texts as they are."""
    if name in _PERIODS:
        period = parse_period(text)
        return phrases.period(period) if period else text
    say = _CODES.get(name)
    return say(phrases, text) if say else text


def _known(phrases: Phrases, key: str, code: str) -> str:
    """Return the text of a code; the code itself where there is none."""
    return phrases.say(key) if key in words.catalogue(phrases.lang) else code


def _scope(phrases: Phrases, text: str) -> str:
    """Return the part of a province: "ward=Phúc Yên" in words."""
    pairs = [part.partition("=") for part in text.split("; ")]
    return phrases.scope(tuple((key, Label(name, name)) for key, _, name in pairs))


def _unit(phrases: Phrases, text: str) -> str:
    """Return a unit by its id, or what it is divided by: "count-per-people" in words."""
    units = phrases.dataset.catalogue.units
    if text in units:
        return unit_text(units[text], phrases)
    id, _, per = text.rpartition("-per-")
    return phrases.say(f"rank.title.per.{per}", name=unit_text(units[id], phrases))


def _remarks(phrases: Phrases, text: str) -> str:
    """Return declared remarks by their ids, in words."""
    declared = phrases.dataset.catalogue.remarks
    return "; ".join(declared[id].say(phrases.lang) for id in text.split() if id in declared)


_CODES: Mapping[str, Callable[[Phrases, str], str]] = {
    "indicator": lambda phrases, id: phrases.indicator(id),
    "unit": _unit,
    "basis": lambda phrases, id: phrases.basis(id),
    "target_basis": lambda phrases, id: phrases.basis(id),
    "method": lambda phrases, id: phrases.method(id),
    "ahead": lambda phrases, id: phrases.province(id),
    "most": lambda phrases, id: phrases.province(id),
    "part_of": lambda phrases, id: phrases.indicator(id),
    "region": lambda phrases, id: phrases.dataset.register.regions[id].say(phrases.lang),
    "remarks": _remarks,
    "scope": _scope,
    "target_scope": _scope,
    "status": lambda phrases, code: _known(phrases, f"status.{code}", code),
    "reason": lambda phrases, code: _known(phrases, f"reason.{code}", code),
    "verdict": lambda phrases, code: _known(phrases, f"verdict.{code}", code),
    "better": lambda phrases, code: _known(phrases, f"better.{code}", code),
    "kind": lambda phrases, code: _known(phrases, f"field.kind.{code}", code),
    "part": lambda phrases, code: _known(phrases, f"field.part.{code}", code),
    "due": lambda phrases, code: _known(phrases, f"field.due.{code}", code),
}
