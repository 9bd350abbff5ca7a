"""Data sets made by hand: a line is a province, a period and the words as a page prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from msgspec.structs import replace

from dtcompare.analysis.gaps import Assessment, assess_targets
from dtcompare.analysis.groups import Group
from dtcompare.analysis.observations import collect_observations
from dtcompare.analysis.ranking import Ranking, rank
from dtcompare.model.dataset import About, Dataset, Lines
from dtcompare.model.figure import Amount, Figure, Line, Place, Target
from dtcompare.model.indicator import Catalogue, Indicator, Method, Unit
from dtcompare.model.label import Label
from dtcompare.model.period import Period, parse_period
from dtcompare.model.province import Province, Register
from dtcompare.model.source import Source

AS_OF = date(2026, 11, 21)
MERGER = date(2025, 7, 1)

PERCENT = Unit("percent", minimum=Decimal(0), maximum=Decimal(100))
COUNT = Unit("count", minimum=Decimal(0), whole=True, extensive=True)
INDEX = Unit("index", ranked=True)

_rows = count(1)


def label(text: str) -> Label:
    """The same word in both languages."""
    return Label(text, text)


METHODS = {
    "nso": Method("nso", label("statistics office")),
    "ministry": Method("ministry", label("ministry")),
    "own": Method("own", label("own count"), shared=False),
    "unstated": Method("unstated", label("not stated")),
}


def period(text: str) -> Period:
    """A period that surely can be read."""
    parsed = parse_period(text)
    assert parsed is not None, text
    return parsed


def share(**more: Any) -> Indicator:
    """An indicator "share": a percentage, higher is better, its window a year."""
    facts: dict[str, Any] = {"id": "share", "name": label("share"), "group": "g", "unit": PERCENT}
    return Indicator(**(facts | {"better": "higher"} | more))


def index(**more: Any) -> Indicator:
    """An indicator "share" that is a published index."""
    return share(unit=INDEX, **more)


def _said(text: str) -> dict[str, Any]:
    """Amount and place of words such as "about 40", "50 to 55", "9 of 63", "top 9 of 63; 0.7"."""
    place, _, score = text.rpartition("; ")
    if " of " in text:
        place, score = place or text, score if place else ""
    facts: dict[str, Any] = {}
    if place:
        number, of = place.removeprefix("top ").split(" of ")
        facts["place"] = Place("top" if place.startswith("top") else "rank", int(number), int(of))
    if score:
        *words, number = score.split()
        if words[1:] == ["to"]:
            facts["amount"] = Amount("between", Decimal(words[0]), Decimal(number))
        else:
            facts["amount"] = Amount("_".join(words) or "value", Decimal(number))
    return facts


def _line(province: str, text: str, more: dict[str, Any]) -> dict[str, Any]:
    facts = {"province": province, "indicator": "share", "source": f"{province}/page"}
    for key in more.keys() & {"note", "reject"}:
        more[key] = label(more[key])
    if "scope" in more:
        more["scope"] = tuple((part, label(name)) for part, name in more["scope"])
    return {**facts, "file": f"{province}.yaml", "row": next(_rows), **_said(text), **more}


def figure(province: str, when: str, text: str, **more: Any) -> Figure:
    """A value line."""
    return Figure(**_line(province, text, more), period=period(when))


def target(province: str, by: str, text: str, **more: Any) -> Target:
    """A target line."""
    every = more.pop("every", None)
    return Target(**_line(province, text, more), by=period(by), every=every)


def figures(*lines: tuple[str, str, str], **more: Any) -> list[Figure]:
    """Value lines of (province, period, words)."""
    return [figure(*line, **more) for line in lines]


def province(id: str, name: str | None = None, **more: Any) -> Province:
    """A province; without a name it is called by its id with a capital letter."""
    name = name or id.rpartition("/")[2].capitalize()
    return Province(id, name, label(name), **more)


# Five provinces of today, seven before the merger: ba and ca each swallowed a neighbour.
TODAY = ("an", "ba", "ca", "da", "em")
LAND = (
    province("an"),
    province("ba", since=MERGER, formed_from=("former/ba", "former/bo")),
    province("ca", since=MERGER, formed_from=("former/ca", "former/co")),
    province("da"),
    province("em"),
    province("former/ba", until=MERGER, into="ba"),
    province("former/bo", until=MERGER, into="ba"),
    province("former/ca", until=MERGER, into="ca"),
    province("former/co", until=MERGER, into="ca"),
)


def country(
    lines: Iterable[Line],
    indicator: Indicator | None = None,
    *,
    provinces: Iterable[Province] | None = None,
    published: Mapping[str, str | None] | None = None,
    others: Iterable[Indicator] = (),
    regions: Iterable[str] = (),
) -> Dataset:
    """A data set of the lines, their provinces (LAND unless given) and their pages.

    ``published`` dates pages by their key; the others appeared on 2020-01-01.
    """
    given = list(lines)
    dates = dict(published or {})
    keys = dict.fromkeys(key for line in given for key in (line.source,))
    sources = {key: _page(key, dates.get(key, "2020-01-01")) for key in keys}
    indicators = {one.id: one for one in (indicator or share(), *others)}
    by_id: dict[str, Lines] = {}
    for id in indicators:
        own = [line for line in given if line.indicator == id]
        by_id[id] = Lines(
            tuple(line for line in own if isinstance(line, Figure)),
            tuple(line for line in own if isinstance(line, Target)),
        )
    return Dataset(
        about=About(),
        catalogue=Catalogue(
            {"g": label("g")},
            {unit.id: unit for unit in (PERCENT, COUNT, INDEX)},
            {basis: label(basis) for basis in ("people", "area", "unstated")},
            METHODS,
            indicators,
        ),
        register=Register(
            {p.id: p for p in (LAND if provinces is None else provinces)},
            {region: label(region) for region in regions},
        ),
        sources=sources,
        lines=by_id,
        country="Land",
    )


def _page(key: str, day: str | None) -> Source:
    return Source(key, key, "paper", None if day is None else period(day), f"https://{key}")


def ranked(lines: Iterable[Line], indicator: Indicator | None = None) -> Ranking:
    """The ranking of the lines on AS_OF without a filter."""
    return rank(country(lines, indicator), "share", as_of=AS_OF)


def assessed(
    lines: Iterable[Line],
    indicator: Indicator | None = None,
    *,
    as_of: date = AS_OF,
    ended: bool = False,
) -> tuple[Assessment, ...]:
    """One province's targets held against its figures."""
    given = list(lines)
    dataset, measured = country(given, indicator), indicator or share()
    own = dataset.lines_of("share")
    observations = collect_observations(own.figures, measured, dataset, as_of)
    return assess_targets(own.targets, observations, measured, as_of, ended=ended)


def places(group: Group) -> list[tuple[str, int | None]]:
    """Province and place of every row, in order."""
    return [
        (row.province, row.rank_interval.rank if row.rank_interval else None) for row in group.rows
    ]


def names(group: Group) -> list[str]:
    """The provinces of the rows, in order."""
    return [row.province for row in group.rows]


def reasons(ranking: Ranking) -> list[tuple[str, str]]:
    """Province and reason of everything listed, in order."""
    return [(entry.province, entry.reason) for entry in ranking.listed]


def of_indicator(line: Figure, id: str) -> Figure:
    """The same line under another indicator."""
    return replace(line, indicator=id)


def of_one_period(*lines: Figure) -> list[Figure]:
    """The same lines, all of the first one's period, the very record, as a copy has it."""
    return [replace(line, period=lines[0].period) for line in lines]
