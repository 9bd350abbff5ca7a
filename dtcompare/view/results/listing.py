"""A listing as a sheet, a document and records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dtcompare.analysis.listing import Entry, Listing
from dtcompare.text import capital
from dtcompare.view.citations import Citations, source_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Column, Records, Row, Sheet, Table

__all__ = ["listing_document", "listing_records", "listing_sheet"]


def listing_sheet(listing: Listing, phrases: Phrases, _: Citations) -> Sheet:
    """The text face of a listing: id, name, what is particular to the kind, counts."""
    say = phrases.say
    columns = (
        Column(say("column.id")),
        Column(say("column.name")),
        *(Column(say(f"column.{name}")) for name in _particulars(listing.kind)),
        Column(say("column.provinces"), "right"),
        Column(say("column.figures"), "right"),
        Column(say("column.targets"), "right"),
        Column(say("column.newest")),
    )
    rows = tuple(_row(entry, listing.kind, phrases) for entry in listing.entries)
    silent = sum(not (entry.figures or entry.targets) for entry in listing.entries)
    sentences = [say(f"list.counts.{listing.kind}", n=len(listing.entries))]
    if silent and silent < len(listing.entries) and listing.kind != "sources":
        sentences.append(say("list.silent", n=silent))
    return Sheet(
        title=capital(say(f"list.title.{listing.kind}")),
        aside=say("as-of", date=phrases.day(listing.as_of)),
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


def _row(entry: Entry, kind: str, phrases: Phrases) -> Row:
    values = _entry(entry, kind, phrases)
    said = values | (_WORDS[kind](entry.id, phrases) if kind in _WORDS else {})
    texts = [said[name] for name in ("id", "name", *_particulars(kind))]
    counts = (entry.provinces, entry.figures, entry.targets)
    newest = phrases.period(entry.newest) if entry.newest else "–"
    return Row(
        (
            *(Cell("" if text is None else str(text)) for text in texts),
            *(Cell(str(count) if count else "–") for count in counts),
            Cell(newest),
        )
    )


def _entry(entry: Entry, kind: str, phrases: Phrases) -> dict[str, object]:
    """Id, name and particulars of an entry; the particulars are codes."""
    return {"id": entry.id, **_DESCRIBE[kind](entry.id, phrases)}


def _province(id: str, phrases: Phrases) -> dict[str, object]:
    province = phrases.dataset.province(id)
    return {"name": province.name, "code": province.code, "region": province.region}


def _province_words(id: str, phrases: Phrases) -> dict[str, object]:
    region = phrases.dataset.register.regions.get(phrases.dataset.province(id).region or "")
    return {"region": region.say(phrases.lang) if region else None}


def _indicator(id: str, phrases: Phrases) -> dict[str, object]:
    indicator = phrases.dataset.indicator(id)
    name = indicator.name.say(phrases.lang)
    return {"name": name, "unit": indicator.unit.id, "better": indicator.better}


def _indicator_words(id: str, phrases: Phrases) -> dict[str, object]:
    unit, better = phrases.dataset.indicator(id).unit, phrases.dataset.indicator(id).better
    bare = phrases.say("unit.index" if unit.ranked else "unit.number")
    return {
        "unit": unit.symbol.say(phrases.lang) if unit.symbol else bare,
        "better": phrases.say(f"better.{better}"),
    }


def _source(id: str, phrases: Phrases) -> dict[str, object]:
    source = phrases.dataset.sources[id]
    published = source.published.text if source.published else None
    return {"name": f"{source.publisher}: {source.title}", "published": published}


def _source_words(id: str, phrases: Phrases) -> dict[str, object]:
    published = phrases.dataset.sources[id].published
    return {"published": phrases.period(published) if published else phrases.say("source.undated")}


_Describe = Mapping[str, Callable[[str, Phrases], dict[str, object]]]

_DESCRIBE: _Describe = {
    "provinces": _province,
    "indicators": _indicator,
    "sources": _source,
    "bases": lambda id, phrases: {"name": phrases.basis(id)},
    "methods": lambda id, phrases: {"name": phrases.method(id)},
    "regions": lambda id, phrases: {"name": phrases.dataset.register.regions[id].say(phrases.lang)},
    "scores": lambda id, phrases: {"name": phrases.dataset.scores[id].label.say(phrases.lang)},
}

# What a sheet says in words where the document has codes.
_WORDS: _Describe = {
    "provinces": _province_words,
    "indicators": _indicator_words,
    "sources": _source_words,
}


def listing_document(
    listing: Listing, phrases: Phrases, _: Citations, sentence: str
) -> dict[str, object]:
    """The JSON object ``list/1``."""
    return {
        "schema": "list/1",
        "as_of": listing.as_of,
        "filters": {"kind": listing.kind},
        "sentence": sentence,
        "rows": list(_documents(listing, phrases)),
        "sources": _sources(listing, phrases),
        "warnings": [],
    }


def _sources(listing: Listing, phrases: Phrases) -> dict[str, object]:
    """The whole of each source where sources are listed."""
    if listing.kind != "sources":
        return {}
    return {e.id: source_document(phrases.dataset.sources[e.id]) for e in listing.entries}


def _documents(listing: Listing, phrases: Phrases) -> Iterable[dict[str, object]]:
    for entry in listing.entries:
        yield {
            **_entry(entry, listing.kind, phrases),
            "provinces": entry.provinces,
            "figures": entry.figures,
            "targets": entry.targets,
            "newest": entry.newest.text if entry.newest else None,
        }


def listing_records(listing: Listing, phrases: Phrases) -> Records:
    """A record for every entry."""
    names = ("id", "name", *_particulars(listing.kind))
    return Records(
        (*names, "provinces", "figures", "targets", "newest"), list(_documents(listing, phrases))
    )
