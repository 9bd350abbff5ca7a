"""A listing as a sheet, a document and records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dtcompare.analysis.listing import Entry, Listing
from dtcompare.view.citations import Citations, source_document
from dtcompare.view.sheet import Cell, Column, Records, Row, Sheet, Table
from dtcompare.view.voice import Voice

__all__ = ["listing_document", "listing_records", "listing_sheet"]


def listing_sheet(listing: Listing, voice: Voice, _: Citations) -> Sheet:
    """The text face of a listing: id, name, what is particular to the kind, counts."""
    say = voice.say
    columns = (
        Column(say("column.id")),
        Column(say("column.name")),
        *(Column(say(f"column.{name}")) for name in _particulars(listing.kind)),
        Column(say("column.provinces"), "right"),
        Column(say("column.figures"), "right"),
        Column(say("column.targets"), "right"),
        Column(say("column.newest")),
    )
    rows = tuple(_row(entry, listing.kind, voice) for entry in listing.entries)
    silent = sum(not (entry.figures or entry.targets) for entry in listing.entries)
    sentences = [say(f"list.counts.{listing.kind}", n=len(listing.entries))]
    if silent and silent < len(listing.entries):
        sentences.append(say("list.silent", n=silent))
    return Sheet(
        title=say(f"list.title.{listing.kind}"),
        aside=say("as-of", date=voice.day(listing.as_of)),
        sentences=tuple(sentences),
        parts=(Table(columns, rows),) if rows else (),
    )


def _particulars(kind: str) -> tuple[str, ...]:
    """The columns that only this kind has."""
    return {
        "provinces": ("code", "region"),
        "indicators": ("unit", "better"),
        "sources": ("published",),
    }.get(kind, ())


def _row(entry: Entry, kind: str, voice: Voice) -> Row:
    values = _entry(entry, kind, voice)
    texts = [values["id"], values["name"], *(values[name] for name in _particulars(kind))]
    counts = (entry.provinces, entry.figures, entry.targets)
    newest = voice.period(entry.newest) if entry.newest else "–"
    return Row(
        (
            *(Cell("" if text is None else str(text)) for text in texts),
            *(Cell(str(count) if count else "–") for count in counts),
            Cell(newest),
        )
    )


def _entry(entry: Entry, kind: str, voice: Voice) -> dict[str, object]:
    """Id, name and particulars of an entry, in words of the language."""
    return {"id": entry.id, **_DESCRIBE[kind](entry.id, voice)}


def _province(id: str, voice: Voice) -> dict[str, object]:
    province = voice.dataset.province(id)
    region = voice.dataset.register.regions.get(province.region or "")
    return {
        "name": province.name,
        "code": province.code,
        "region": region.say(voice.lang) if region else None,
    }


def _indicator(id: str, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(id)
    symbol = indicator.unit.symbol
    return {
        "name": indicator.name.say(voice.lang),
        "unit": symbol.say(voice.lang) if symbol else voice.say(f"unit.{_unit_word(id, voice)}"),
        "better": voice.say(f"better.{indicator.better}"),
    }


def _unit_word(id: str, voice: Voice) -> str:
    """What to call a unit that has no symbol."""
    return "index" if voice.dataset.indicator(id).unit.ranked else "number"


def _source(id: str, voice: Voice) -> dict[str, object]:
    source = voice.dataset.sources[id]
    published = voice.period(source.published) if source.published else voice.say("source.undated")
    return {"name": f"{source.publisher}: {source.title}", "published": published}


_DESCRIBE: Mapping[str, Callable[[str, Voice], dict[str, object]]] = {
    "provinces": _province,
    "indicators": _indicator,
    "sources": _source,
    "bases": lambda id, voice: {"name": voice.basis(id)},
    "methods": lambda id, voice: {"name": voice.method(id)},
    "regions": lambda id, voice: {"name": voice.dataset.register.regions[id].say(voice.lang)},
}


def listing_document(
    listing: Listing, voice: Voice, _: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``list/1``."""
    return {
        "schema": "list/1",
        "as_of": listing.as_of,
        "filters": {"kind": listing.kind},
        "sentence": sentence,
        "rows": list(_documents(listing, voice)),
        "sources": _sources(listing, voice),
        "warnings": [],
    }


def _sources(listing: Listing, voice: Voice) -> dict[str, object]:
    """The whole of each source where sources are listed."""
    if listing.kind != "sources":
        return {}
    return {e.id: source_document(voice.dataset.sources[e.id]) for e in listing.entries}


def _documents(listing: Listing, voice: Voice) -> Iterable[dict[str, object]]:
    for entry in listing.entries:
        yield {
            **_entry(entry, listing.kind, voice),
            "provinces": entry.provinces,
            "figures": entry.figures,
            "targets": entry.targets,
            "newest": entry.newest.text if entry.newest else None,
        }


def listing_records(listing: Listing, voice: Voice) -> Records:
    """A record for every entry."""
    names = ("id", "name", *_particulars(listing.kind))
    return Records(
        (*names, "provinces", "figures", "targets", "newest"), list(_documents(listing, voice))
    )
