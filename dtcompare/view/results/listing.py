"""A listing as a sheet, a document and records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dtcompare.analysis.listing import Entry, Listing
from dtcompare.text import capital
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
    if silent and silent < len(listing.entries) and listing.kind != "sources":
        sentences.append(say("list.silent", n=silent))
    return Sheet(
        title=capital(say(f"list.title.{listing.kind}")),
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
    said = values | (_WORDS[kind](entry.id, voice) if kind in _WORDS else {})
    texts = [said[name] for name in ("id", "name", *_particulars(kind))]
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
    """Id, name and particulars of an entry; the particulars are codes."""
    return {"id": entry.id, **_DESCRIBE[kind](entry.id, voice)}


def _province(id: str, voice: Voice) -> dict[str, object]:
    province = voice.dataset.province(id)
    return {"name": province.name, "code": province.code, "region": province.region}


def _province_words(id: str, voice: Voice) -> dict[str, object]:
    region = voice.dataset.register.regions.get(voice.dataset.province(id).region or "")
    return {"region": region.say(voice.lang) if region else None}


def _indicator(id: str, voice: Voice) -> dict[str, object]:
    indicator = voice.dataset.indicator(id)
    name = indicator.name.say(voice.lang)
    return {"name": name, "unit": indicator.unit.id, "better": indicator.better}


def _indicator_words(id: str, voice: Voice) -> dict[str, object]:
    unit, better = voice.dataset.indicator(id).unit, voice.dataset.indicator(id).better
    bare = voice.say("unit.index" if unit.ranked else "unit.number")
    return {
        "unit": unit.symbol.say(voice.lang) if unit.symbol else bare,
        "better": voice.say(f"better.{better}"),
    }


def _source(id: str, voice: Voice) -> dict[str, object]:
    source = voice.dataset.sources[id]
    published = source.published.text if source.published else None
    return {"name": f"{source.publisher}: {source.title}", "published": published}


def _source_words(id: str, voice: Voice) -> dict[str, object]:
    published = voice.dataset.sources[id].published
    return {"published": voice.period(published) if published else voice.say("source.undated")}


_Describe = Mapping[str, Callable[[str, Voice], dict[str, object]]]

_DESCRIBE: _Describe = {
    "provinces": _province,
    "indicators": _indicator,
    "sources": _source,
    "bases": lambda id, voice: {"name": voice.basis(id)},
    "methods": lambda id, voice: {"name": voice.method(id)},
    "regions": lambda id, voice: {"name": voice.dataset.register.regions[id].say(voice.lang)},
    "scores": lambda id, voice: {"name": voice.dataset.scores[id].label.say(voice.lang)},
}

# What a sheet says in words where the document has codes.
_WORDS: _Describe = {
    "provinces": _province_words,
    "indicators": _indicator_words,
    "sources": _source_words,
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
