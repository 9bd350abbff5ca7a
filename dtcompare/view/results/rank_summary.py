"""A ranking summed up: how its figures lie, and how the regions stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from dtcompare.analysis.groups import Group, RankedRow
from dtcompare.analysis.ranking import Ranking
from dtcompare.analysis.spread import (
    FigureSpread,
    RegionStanding,
    SpreadChange,
    regions_of,
    spreads_of,
)
from dtcompare.model.indicator import Indicator
from dtcompare.text import decimals_of
from dtcompare.view.figures import province_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import group_heading
from dtcompare.view.sheet import Table
from dtcompare.view.tables import DataColumn, SheetWriter

if TYPE_CHECKING:
    from dtcompare.view.documents.rank import (
        FigureSpreadDocument,
        RegionStandingDocument,
        SpreadChangeDocument,
    )

_PARTS = ("low", "lower_quartile", "median", "upper_quartile", "high")


class _Line(Struct, frozen=True):
    """A row of the table of spreads: what it is of, how many, and the text of each part."""

    name: str
    count: int
    texts: tuple[str, ...]


def summary_tables(ranking: Ranking, writer: SheetWriter) -> Iterator[Table]:
    """Yield the tables that were asked for: of the spread, of the regions."""
    if ranking.picks.stats and (changes := spreads_of(ranking.groups)):
        yield _spread_table(ranking, changes, writer)
    if ranking.picks.by == "region" and ranking.is_ranked:
        yield _region_table(ranking, writer)


def _spread_table(ranking: Ranking, changes: list[SpreadChange], writer: SheetWriter) -> Table:
    phrases, indicator = writer.phrases, writer.phrases.dataset.indicator(ranking.indicator)
    lines = [line for change in changes for line in _spread_lines(change, indicator, phrases)]
    columns = [
        DataColumn[_Line]("", lambda line: line.name),
        DataColumn[_Line]("column.ranked", lambda line: str(line.count or ""), "right"),
    ]
    columns += [
        DataColumn(f"column.spread.{part}", partial(_text_of, place), "right")
        for place, part in enumerate(_PARTS)
    ]
    return writer.table(lines, columns, "rank.spread")


def _text_of(place: int, line: _Line) -> str:
    return line.texts[place]


def _spread_lines(change: SpreadChange, indicator: Indicator, phrases: Phrases) -> Iterator[_Line]:
    """Yield the spread of a group; then that of the provinces in both seasons, and its change."""
    name, most = group_heading(change.group, indicator, phrases), _decimals(change.group)

    def line(name: str, spread: FigureSpread) -> _Line:
        numbers = (getattr(spread, part) for part in _PARTS)
        texts = tuple(phrases.measure(number, indicator.unit, most=most) for number in numbers)
        return _Line(name, spread.count, texts)

    yield line(name, change.spread)
    if change.now is None or change.before is None:
        return
    yield line(phrases.say("rank.spread.before", n=change.before.count), change.before)
    yield line(phrases.say("rank.spread.now", n=change.now.count), change.now)
    moved = [getattr(change.now, part) - getattr(change.before, part) for part in _PARTS]
    texts = tuple(_signed(number, most, phrases) for number in moved)
    yield _Line(phrases.say("rank.spread.change"), 0, texts)


def _decimals(group: Group) -> int:
    """Return how many decimals a quartile is told with: those of the figures, one at least."""
    figures = [row.observation.figure for row in (*group.rows, *group.unseen)]
    return max([1, *(decimals_of(one.number) for one in figures if one.amount is not None)])


def _signed(number: Decimal, most: int, phrases: Phrases) -> str:
    """Return a change with its sign, with as many decimals at most."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{phrases.number(abs(number), most=most)}"


def _region_table(ranking: Ranking, writer: SheetWriter) -> Table:
    """Return how many of each region are ranked, the best and the last placed, the median."""
    phrases, most = writer.phrases, _decimals(ranking.groups[0])
    unit = phrases.dataset.indicator(ranking.indicator).unit
    regions = phrases.dataset.register.regions
    columns = [
        DataColumn[RegionStanding](
            "column.region",
            lambda one: regions[one.region].say(phrases.lang) if one.region else "–",
        ),
        DataColumn[RegionStanding]("column.ranked", lambda one: str(len(one.rows)), "right"),
        DataColumn[RegionStanding](
            "column.first", lambda one: _placed(one.rows[0], ranking, phrases)
        ),
        DataColumn[RegionStanding](
            "column.last", lambda one: _placed(one.rows[-1], ranking, phrases)
        ),
        DataColumn[RegionStanding](
            "column.spread.median",
            lambda one: "–" if one.median is None else phrases.measure(one.median, unit, most=most),
            "right",
        ),
    ]
    return writer.table(_standings(ranking, phrases), columns, "rank.regions")


def _standings(ranking: Ranking, phrases: Phrases) -> list[RegionStanding]:
    """Return the regions of the first group, those of the best placed provinces first."""
    register = phrases.dataset.register
    region = {id: province.region for id, province in register.provinces.items()}
    found = regions_of(ranking.groups[0], register.regions, region)
    found.sort(key=lambda one: one.rows[0].rank_interval.rank if one.rows[0].rank_interval else 1e9)
    return found


def _placed(row: RankedRow, ranking: Ranking, phrases: Phrases) -> str:
    """Return a province with its place."""
    name, interval = phrases.province(row.province, ranking.day), row.rank_interval
    return f"{interval.rank}  {name}" if interval else name


def spreads_document(ranking: Ranking) -> list[SpreadChangeDocument] | None:
    """Return the spread of every ranked group; None where it was not asked for."""
    if not ranking.picks.stats:
        return None
    return [
        {
            "group": ranking.groups.index(change.group),
            "all": _spread_document(change.spread),
            "now": _spread_document(change.now) if change.now else None,
            "before": _spread_document(change.before) if change.before else None,
        }
        for change in spreads_of(ranking.groups)
    ]


def _spread_document(spread: FigureSpread) -> FigureSpreadDocument:
    return {
        "count": spread.count,
        "low": spread.low,
        "lower_quartile": spread.lower_quartile,
        "median": spread.median,
        "upper_quartile": spread.upper_quartile,
        "high": spread.high,
    }


def regions_document(ranking: Ranking, phrases: Phrases) -> list[RegionStandingDocument] | None:
    """Return how the regions stand in the first group; None where it was not asked for."""
    if ranking.picks.by != "region":
        return None
    standings = _standings(ranking, phrases) if ranking.is_ranked else []
    return [
        {
            "region": one.region,
            "provinces": [
                province_document(row.province, phrases, ranking.day) for row in one.rows
            ],
            "median": one.median,
        }
        for one in standings
    ]
