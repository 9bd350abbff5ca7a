"""A listing as a sheet, a document and records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from dtcompare.analysis.listing import Entry, Listing
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.figures import unit_text
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records, Sheet
from dtcompare.view.tables import DataColumn, SheetWriter, records


def listing_sheet(listing: Listing, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay a listing out: id, name, what is particular to the kind, counts."""
    writer = SheetWriter(phrases, citations)
    particulars = () if writer.brief else _PARTICULARS.get(listing.kind, ())
    columns = [
        DataColumn(f"column.{name}", partial(_text, name, listing.kind, phrases))
        for name in ("id", "name", *particulars)
    ]
    if listing.kind == "indicators":
        columns.append(DataColumn("column.ranked", _count("ranked"), "right"))
    of_provinces = listing.kind == "provinces"
    if not of_provinces:  # each is one
        head = "column.members" if listing.kind == "regions" else "column.provinces"
        columns.append(DataColumn(head, _count("provinces"), "right"))
    if of_provinces or not writer.brief:
        columns.append(DataColumn("column.figures", _count("figures"), "right"))
    if not writer.brief:
        columns.append(DataColumn("column.targets", _count("targets"), "right"))
    columns.append(
        DataColumn("column.newest", lambda e: phrases.period(e.newest) if e.newest else "–")
    )
    silent = sum(not (entry.figures or entry.targets) for entry in listing.entries)
    sentences = [phrases.say(f"list.counts.{listing.kind}", n=len(listing.entries))]
    if listing.empty and listing.word is not None:
        sentences = [phrases.say("list.none", word=listing.word, kind=listing.kind)]
    elif listing.kind == "indicators":
        ranked = sum(entry.ranked is not None for entry in listing.entries)
        sentences.append(phrases.say("list.ranked", n=ranked))
    if silent and silent < len(listing.entries) and listing.kind != "sources":
        sentences.append(phrases.say("list.silent", n=silent))
    title = capital(phrases.say(f"list.title.{listing.kind}"))
    if listing.word is not None:
        title = phrases.say("list.title.word", title=title, word=listing.word)
    table = writer.table(listing.entries, columns)
    parts = [writer.fit(table, sentences, "list.more", kind=listing.kind)] if table.rows else []
    return writer.sheet(title, listing.as_of, [" ".join(sentences)], parts)


# The columns that only some kinds have.
_PARTICULARS = {
    "provinces": ("code", "region"),
    "indicators": ("unit", "better"),
    "sources": ("published",),
}


def _count(name: str) -> Callable[[Entry], str]:
    """Return what tells a count of an entry, a dash for none."""
    return lambda entry: str(getattr(entry, name) or "–")


def _text(name: str, kind: str, phrases: Phrases, entry: Entry) -> str:
    """Return what a sheet says under a column: words where the document has a code."""
    found = _entry(entry, kind, phrases)
    if kind in _WORDS:
        found |= _WORDS[kind](entry.id, phrases)
    return "" if found[name] is None else str(found[name])


def _entry(entry: Entry, kind: str, phrases: Phrases) -> dict[str, object]:
    """Return id, name and particulars of an entry; the particulars are codes."""
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
    indicator = phrases.dataset.indicator(id)
    better = phrases.say(f"better.{indicator.better}")
    return {"unit": unit_text(indicator.unit, phrases), "better": better}


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


def listing_document(listing: Listing, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``list/1``."""
    return {
        "schema": "list/1",
        "filters": {"kind": listing.kind, "word": listing.word},
        "rows": [_row(entry, listing.kind, phrases) for entry in listing.entries],
        "sources": [entry.id for entry in listing.entries if listing.kind == "sources"],
    }


def _row(entry: Entry, kind: str, phrases: Phrases) -> dict[str, object]:
    return {
        **_entry(entry, kind, phrases),
        "provinces": entry.provinces,
        "figures": entry.figures,
        "targets": entry.targets,
        "newest": entry.newest.text if entry.newest else None,
        **({"ranked": entry.ranked} if kind == "indicators" else {}),
    }


def listing_records(listing: Listing, phrases: Phrases) -> Records:
    """Return a record for every entry."""
    particulars = " ".join(_PARTICULARS.get(listing.kind, ()))
    rows = [_row(entry, listing.kind, phrases) for entry in listing.entries]
    ranked = "ranked" if listing.kind == "indicators" else ""
    return records(f"id name {particulars} provinces figures targets newest {ranked}", rows)
