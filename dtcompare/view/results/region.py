"""A region as a sheet, a document and records: its provinces side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dtcompare.analysis.overview import RegionProfile, RegionRow
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import edition_document, province_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.overview import index_head
from dtcompare.view.sheet import Records, Sheet
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents import show


def region_sheet(profile: RegionProfile, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out the provinces of a region: places in national rankings, figures, targets."""
    writer, say = SheetWriter(phrases, citations), phrases.say
    columns: list[DataColumn[RegionRow]] = [writer.province_column(lambda row: row.province)]
    for place, index in enumerate(profile.indices):
        head = index_head(index, phrases)
        columns.append(DataColumn(head, partial(_place, place, phrases), "right"))
        citations.cite(pages_of(row.place for row in index.group.rows))
    columns.append(DataColumn("column.figures", lambda row: str(row.reported), "right"))
    columns.append(DataColumn("column.targets-met", partial(_met, phrases), "right"))
    name = phrases.dataset.register.regions[profile.region].say(phrases.lang)
    sentence = say("region.counts", n=len(profile.rows), asked=profile.asked)
    table = writer.full_table(profile.rows, columns)
    return writer.sheet(name, profile.as_of, [sentence], [table] if profile.rows else [])


def _place(place: int, phrases: Phrases, row: RegionRow) -> str:
    """Return the province's place in one of the indices."""
    interval = row.places[place]
    if interval is None:
        return "–"
    return phrases.say("place.rank", number=interval.rank, of=interval.of)


def _met(phrases: Phrases, row: RegionRow) -> str:
    """Return how many targets are reached, of how many."""
    if not row.targets:
        return "–"
    return phrases.say("place.rank", number=row.met, of=row.targets)


def region_document(profile: RegionProfile, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``show/1`` of a region."""
    return {
        "schema": "show/1",
        "filters": {"region": profile.region},
        "asked": profile.asked,
        "provinces": [_province(row, profile, phrases) for row in profile.rows],
    }


def _province(
    row: RegionRow, profile: RegionProfile, phrases: Phrases
) -> show.RegionProvinceDocument:
    found = zip(profile.indices, row.places, strict=True)
    places: list[show.RegionPlaceDocument] = [
        {
            "indicator": index.indicator,
            "edition": edition_document(index.group.edition),
            "rank": interval.rank if interval is not None else None,
            "rank_of": interval.of if interval is not None else None,
        }
        for index, interval in found
    ]
    return {
        **province_document(row.province, phrases),
        "places": places,
        "reported": row.reported,
        "targets": row.targets,
        "met": row.met,
    }


def region_records(profile: RegionProfile, phrases: Phrases) -> Records:
    """Return a record for every province."""
    return records(
        "province name reported targets met",
        [_province(row, profile, phrases) for row in profile.rows],
    )
