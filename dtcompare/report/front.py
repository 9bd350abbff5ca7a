"""The first page of a language: the league table, the map of tiles, all names to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.overview import Rankable
from dtcompare.charts.style import CLASSES
from dtcompare.charts.tile_layout import TileShape
from dtcompare.report.country import LeagueWriter
from dtcompare.report.document import Document, Prose
from dtcompare.report.library import Library
from dtcompare.text import sort_key
from dtcompare.view.sheet import Table

_COLUMNS = 7  # rankings in the league table


class Tile(Struct, frozen=True):
    """A province on the map of tiles: where it stands, from 1 on, its place and its shade.

    ``shade`` is 0 for none, else 1 to 5, the darkest being the first. ``islands`` names the
    province that islands belong to and lead to; empty for a province.
    """

    id: str
    name: str
    row: int
    column: int
    place: str = ""
    shade: int = 0
    islands: str = ""


class Choice(Struct, frozen=True):
    """A page to choose: its address, its name, and what stands behind it."""

    address: str
    name: str
    aside: str = ""


class FrontPage(Struct, frozen=True):
    """What stands on the page; ``provinces`` are by region, ``indicators`` by group."""

    document: Document
    league: Table | None
    map_text: str
    tiles: tuple[Tile, ...]
    provinces: dict[str, list[Choice]]
    indicators: dict[str, list[Choice]]


def front_page(library: Library) -> FrontPage:
    """Return the first page of the language of ``library``."""
    writer, phrases = LeagueWriter(library), library.phrases
    rankings = library.rankings[:_COLUMNS]
    league = writer.league_table(rankings, "provinces/{}.html") if rankings else None
    document = writer.document(
        phrases.dataset.about.name.say(phrases.lang), [Prose(writer.counts())]
    )
    text = phrases.say("site.map.plain")
    if rankings:
        text = phrases.say("site.map.text", name=phrases.indicator(rankings[0].indicator))
    return FrontPage(
        document=replace(document, sources=()),
        league=league,
        map_text=text,
        tiles=tuple(_tiles(library, rankings[0] if rankings else None)),
        provinces=_provinces(library),
        indicators=_indicators(library),
    )


def _tiles(library: Library, ranking: Rankable | None) -> Iterator[Tile]:
    """Yield the tiles of today's provinces and of their islands; none without a grid."""
    register, phrases = library.dataset.register, library.phrases
    grid = register.grid(library.as_of)
    existing = [province.id for province in register.existing(library.as_of)]
    if not any(id in grid.tiles for id in existing):
        return
    shape = TileShape.of(grid, existing)
    intervals = {row.province: row.rank_interval for row in ranking.group.rows} if ranking else {}
    for id, (row, column) in sorted(shape.tiles.items(), key=lambda tile: tile[1]):
        name = register.provinces[id].short_on(library.as_of)
        interval = intervals.get(id)
        if interval is None:
            yield Tile(id, name, row + 1, column + 1)
            continue
        shade = len(CLASSES) - (interval.rank - 1) * len(CLASSES) // interval.of
        yield Tile(id, name, row + 1, column + 1, str(interval.rank), shade)
    for islands, (row, column) in shape.islands:
        name, owner = islands.name.say(phrases.lang), register.provinces[islands.province].name
        yield Tile(islands.province, name, row + 1, column + 1, islands=owner)


def _provinces(library: Library) -> dict[str, list[Choice]]:
    """Return the provinces of the day by region, each in the order of the alphabet."""
    register, lang = library.dataset.register, library.phrases.lang
    chosen: dict[str, list[Choice]] = {name.say(lang): [] for name in register.regions.values()}
    for province in sorted(register.existing(library.as_of), key=lambda one: sort_key(one.name)):
        region = register.regions.get(province.region or "")
        choice = Choice(f"provinces/{province.id}.html", province.name)
        chosen.setdefault(region.say(lang) if region else "", []).append(choice)
    return {region: choices for region, choices in chosen.items() if choices}


def _indicators(library: Library) -> dict[str, list[Choice]]:
    """Return the indicators that have a page by group, with how many provinces report each."""
    phrases = library.phrases
    chosen: dict[str, list[Choice]] = {}
    for indicator, lines in library.dataset.all_lines():
        if lines.figures or lines.targets:
            ranking = library.ranking(indicator.id)
            aside = phrases.say("site.reported", n=ranking.reporting, of=ranking.existing)
            group = library.dataset.catalogue.groups[indicator.group].say(phrases.lang)
            choice = Choice(
                f"indicators/{indicator.id}.html", phrases.indicator(indicator.id), aside
            )
            chosen.setdefault(group, []).append(choice)
    return chosen
