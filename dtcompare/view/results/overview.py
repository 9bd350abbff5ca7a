"""What can be ranked, and who leads: sheets, documents and records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from dtcompare.analysis.groups import RankedRow
from dtcompare.analysis.overview import Leaders, Rankable, Rankings, Standing
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import (
    edition_document,
    indicator_document,
    province_document,
    season_document,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import edition_text
from dtcompare.view.sheet import Records, Remark, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents import overview


def rankings_sheet(rankings: Rankings, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out what can be ranked: indicator, how many of how many, first, last, when."""
    writer, say = SheetWriter(phrases, citations), phrases.say
    existing = rankings.existing
    columns = [
        writer.indicator_column(lambda one: one.indicator),
        DataColumn[Rankable]("column.ranked", lambda one: _extent(one, existing, phrases), "right"),
        DataColumn[Rankable]("column.first", lambda one: _end(one, one.group.rows[0], phrases)),
        DataColumn[Rankable]("column.last", lambda one: _end(one, one.group.rows[-1], phrases)),
        DataColumn[Rankable]("column.when", lambda one: _when(one, phrases)),
    ]
    if writer.brief:
        del columns[3]
    whole = [one for one in rankings.rankings if one.part_of is None]
    apart = [one for one in rankings.rankings if one.part_of is not None]
    sentence = say("rankings.count", n=len(whole), others=rankings.others)
    table = writer.table(whole, columns, pages=_pages)
    tables = [writer.fit(table, [sentence, ""], "rankings.more")]
    if writer.brief:
        writer.leave_out_some("compare.left-out.parts", len(apart))
    else:
        tables.append(writer.table(apart, columns, "compare.section.parts", pages=_pages))
    next_step = Remark(say("rankings.next"), command="dtcompare list indicators")
    parts: list[Table | Remark] = [*(one for one in tables if one.rows), next_step]
    return writer.sheet(say("rankings.title"), rankings.as_of, [sentence], parts)


def _pages(one: Rankable) -> list[str]:
    """Return the pages behind the first and the last of a ranking."""
    first, last = one.group.rows[0], one.group.rows[-1]
    return pages_of((first.observation, first.place, last.observation, last.place))


def _extent(one: Rankable, existing: int, phrases: Phrases) -> str:
    """Return how many provinces are ranked, of how many there are."""
    of = one.of if one.group.edition else existing
    return phrases.say("place.rank", number=one.group.size, of=of)


def _end(one: Rankable, row: RankedRow, phrases: Phrases) -> str:
    """Return the first or the last of a ranking with its figure, else with its place."""
    indicator = phrases.dataset.indicator(one.indicator)
    name, figure = phrases.province(row.province), row.observation.figure
    if figure.amount is not None:
        return f"{name} {phrases.figure(figure, indicator)}"
    return f"{name} {phrases.line(figure, indicator)}"


def _when(one: Rankable, phrases: Phrases) -> str:
    """Return the season in which the figures end, or the edition of an index."""
    if one.group.edition is not None:
        return edition_text(one.group.edition, phrases)
    return phrases.span(*one.group.covered) if one.group.covered is not None else ""


def rankings_document(rankings: Rankings, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``rank/1`` of all that can be ranked."""
    return {
        "schema": "rank/1",
        "existing": rankings.existing,
        "others": rankings.others,
        "rankings": [_row(one, phrases) for one in rankings.rankings],
    }


def _row(one: Rankable, phrases: Phrases) -> overview.RankingsRowDocument:
    indicator = indicator_document(phrases.dataset.indicator(one.indicator), phrases)
    return {
        "indicator": indicator,
        "part_of": one.part_of,
        "provinces": one.group.size,
        "of": one.of,
        "season": season_document(one.group.season),
        "edition": edition_document(one.group.edition),
        "first": _end_document(one, one.group.rows[0], phrases),
        "last": _end_document(one, one.group.rows[-1], phrases),
    }


def _end_document(one: Rankable, row: RankedRow, phrases: Phrases) -> overview.EndDocument:
    indicator = phrases.dataset.indicator(one.indicator)
    interval, figure = row.rank_interval, row.observation.figure
    return {
        **province_document(row.province, phrases),
        "rank": interval.rank if interval else None,
        "rank_of": interval.of if interval else None,
        "text": phrases.line(figure, indicator),
    }


def rankings_records(rankings: Rankings, phrases: Phrases) -> Records:
    """Return a record for every indicator that can be ranked."""
    return records(
        "indicator_id indicator_name provinces of season_start season_end edition_period edition_of"
        " first_province first_name first_rank first_text last_province last_name last_rank"
        " last_text part_of",
        [_row(one, phrases) for one in rankings.rankings],
    )


def overview_sheet(leaders: Leaders, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out who leads: places in the indices, and how often among the first and the last."""
    writer, say = SheetWriter(phrases, citations), phrases.say
    columns: list[DataColumn[Standing]] = [
        writer.province_column(lambda standing: standing.province)
    ]
    columns += [
        DataColumn(index_head(index, phrases), partial(_place, number), "right")
        for number, index in enumerate(leaders.indices)
    ]
    columns += [
        DataColumn("column.firsts", lambda standing: str(standing.firsts), "right"),
        DataColumn("column.first-five", lambda standing: str(standing.first_five), "right"),
        DataColumn("column.last-five", lambda standing: str(standing.last_five), "right"),
    ]
    for index in leaders.indices:
        for row in index.group.rows:
            citations.cite(pages_of((row.observation, row.place)))
    sentence = overview_sentence(leaders, phrases)
    table = writer.table(leaders.standings, columns)
    table = writer.fit(table, [sentence], "overview.more")
    parts = [] if leaders.empty else [table]
    return writer.sheet(say("overview.title"), leaders.as_of, [sentence], parts)


def _place(number: int, standing: Standing) -> str:
    """Return a province's place in an index; a dot where it is not found."""
    place = standing.places[number]
    return str(place.rank) if place else "·"


def index_head(index: Rankable, phrases: Phrases) -> str:
    """Return the short name of an index, and its edition."""
    return f"{phrases.short_indicator(index.indicator)}, {_when(index, phrases)}"


def overview_sentence(leaders: Leaders, phrases: Phrases) -> str:
    """Say who leads each index, and in how many rankings the others are counted."""
    if leaders.empty:
        return phrases.say("overview.empty")
    sentences = [
        phrases.say(
            "overview.leads",
            name=phrases.province(index.group.rows[0].province),
            index=phrases.indicator(index.indicator),
            period=_when(index, phrases),
        )
        for index in leaders.indices
    ]
    return " ".join([*sentences, phrases.say("overview.counted", n=leaders.counted)])


def overview_document(leaders: Leaders, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``overview/1``."""
    return {
        "schema": "overview/1",
        "indices": [_index(index, phrases) for index in leaders.indices],
        "counted": leaders.counted,
        "rows": [_standing(standing, leaders, phrases) for standing in leaders.standings],
    }


def _index(index: Rankable, phrases: Phrases) -> overview.OverviewIndexDocument:
    return {
        "indicator": indicator_document(phrases.dataset.indicator(index.indicator), phrases),
        "edition": edition_document(index.group.edition),
        "places": index.group.placed,
    }


def _standing(standing: Standing, leaders: Leaders, phrases: Phrases) -> overview.StandingDocument:
    return {
        **province_document(standing.province, phrases),
        "places": {
            index.indicator: place.rank if place else None
            for index, place in zip(leaders.indices, standing.places, strict=True)
        },
        "firsts": standing.firsts,
        "first_five": standing.first_five,
        "last_five": standing.last_five,
    }


def overview_records(leaders: Leaders, phrases: Phrases) -> Records:
    """Return a record for every province."""
    places = " ".join(f"places_{index.indicator}" for index in leaders.indices)
    rows: list[Mapping[str, object]] = [
        _standing(standing, leaders, phrases) for standing in leaders.standings
    ]
    return records(f"province name {places} firsts first_five last_five", rows)
