"""The site: which pages there are, and the files of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from importlib.resources import files

from msgspec import Struct
from msgspec.structs import replace

from dtcompare import words
from dtcompare.charts.fonts import WEIGHTS, find_font
from dtcompare.charts.svg import font_faces, font_file
from dtcompare.model.dataset import Dataset
from dtcompare.report.country import country_report
from dtcompare.report.document import Document, Part
from dtcompare.report.feed import feed_entries
from dtcompare.report.front import front_page
from dtcompare.report.html import GENERATOR, environment, stylesheet
from dtcompare.report.indicator import indicator_page
from dtcompare.report.library import Library
from dtcompare.report.method import method_page, sources_page
from dtcompare.report.province import province_report
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.presenter import Presenter, build_rendering
from dtcompare.view.results.rank_brief import rank_sheet
from dtcompare.view.results.rank_document import rank_document, rank_records, rank_sentence
from dtcompare.view.sheet import Cell, Table
from dtcompare.view.structured import csv_text, json_text

_RANK = Presenter("rank", rank_sheet, rank_document, rank_records, rank_sentence)
_NAV = ("index", "country", "method", "sources")


class SitePage(Struct, frozen=True):
    """A page in one language; ``id`` is that of its province or indicator."""

    lang: str
    kind: str
    id: str = ""

    @property
    def stem(self) -> str:
        """Return the address below the folder of the language, without its ending."""
        return f"{self.kind}/{self.id}" if self.id else self.kind

    @property
    def root(self) -> str:
        """Return what leads from the page to the folder of its language."""
        return "../" if self.id else ""


def list_pages(dataset: Dataset, as_of: date) -> list[SitePage]:
    """Return every page of the site, in every language, and before them what they share."""
    reported = [one.id for one, lines in dataset.all_lines() if lines.figures or lines.targets]
    existing = [province.id for province in dataset.register.existing(as_of)]
    pages = [SitePage("", "shared")]
    for lang in words.LANGUAGES:
        pages += [SitePage(lang, kind) for kind in _NAV]
        pages += [SitePage(lang, "provinces", id) for id in existing]
        pages += [SitePage(lang, "indicators", id) for id in reported]
    return pages


def _shared_files() -> dict[str, bytes]:
    """Return the files that all pages share, and the page that leads to the languages."""
    templates = files(__package__) / "templates"
    found = {
        "assets/style.css": (stylesheet() + font_faces("")).encode(),
        "assets/site.js": (templates / "site.js").read_bytes(),
        "index.html": (templates / "languages.html").read_bytes(),
        ".nojekyll": b"",
    }
    names = [font_file(weight) for weight in WEIGHTS]
    return found | {f"assets/{name}": find_font(name).read_bytes() for name in names}


def write_page(library: Library, page: SitePage) -> dict[str, bytes]:
    """Return the files of a page by their addresses in the site."""
    match page.kind:
        case "shared":
            return _shared_files()
        case "provinces":
            made = _from_document(page, province_report(library, page.id), library)
        case "indicators":
            made = _indicator_files(library, page)
        case "country":
            made = _from_document(page, country_report(library), library)
        case "method":
            made = _from_document(page, method_page(library), library)
        case "sources":
            made = _from_document(page, sources_page(library), library)
        case _:
            made = _front_files(library, page)
    return {f"{page.lang}/{name}": text.encode() for name, text in made.items()}


def _front_files(library: Library, page: SitePage) -> dict[str, str]:
    """Return the first page of a language, and its feed."""
    front = front_page(library)
    feed = environment().get_template("feed.xml.jinja")
    return {
        "index.html": _render(page, "front.html.jinja", front.document, library, front=front),
        "feed.xml": feed.render(
            entries=feed_entries(library), document=front.document, generator=GENERATOR
        ),
    }


def _indicator_files(library: Library, page: SitePage) -> dict[str, str]:
    """Return the page of an indicator, and its ranking as CSV and JSON."""
    ranking = library.ranking(page.id)
    rendering = build_rendering(ranking, _RANK, library.phrases, "short")
    document = indicator_page(library, page.id)
    data = {
        f"{page.stem}.csv": csv_text(rendering.records),
        f"{page.stem}.json": json_text(rendering.document),
    }
    return _from_document(page, document, library, [f"{page.id}.csv", f"{page.id}.json"]) | data


def _from_document(
    page: SitePage, document: Document, library: Library, data: list[str] | None = None
) -> dict[str, str]:
    """Return the page of a document, whose names lead to their pages."""
    addresses = _addresses(page, library)
    linked = replace(document, parts=tuple(map(partial(_with_links, addresses), document.parts)))
    text = _render(page, "document.html.jinja", linked, library, data=data or [])
    return {f"{page.stem}.html": text}


def _render(
    page: SitePage, template: str, document: Document, library: Library, **more: object
) -> str:
    """Return a page by its template, between the bar of the site and its foot."""
    other = next(lang for lang in words.LANGUAGES if lang != page.lang)
    site, say = library.dataset.about.name.say(page.lang), library.phrases.say
    names = [site, *(say(f"site.{kind}") for kind in _NAV[1:])]
    facts = {
        "document": document,
        "page": page,
        "navigation": [
            (f"{page.root}{kind}.html", kind, name) for kind, name in zip(_NAV, names, strict=True)
        ],
        "other": f"../{page.root}{other}/{page.stem}.html",
        "other_lang": other,
        "site": site,
        "say": say,
        "generator": GENERATOR,
    }
    return environment().get_template(template).render(facts | more)


def _addresses(page: SitePage, library: Library) -> dict[str, str]:
    """Return where the names of indicators and of provinces lead to from a page."""
    pages = list_pages(library.dataset, library.as_of)
    phrases: Phrases = library.phrases
    names = {"indicators": phrases.indicator, "provinces": phrases.province}
    return {
        names[other.kind](other.id): f"{page.root}{other.stem}.html"
        for other in pages
        if other.id and other.lang == page.lang and other != page
    }


def _with_links(addresses: Mapping[str, str], part: Part) -> Part:
    """Return a table whose cells that are names lead to their pages; other parts as they are."""
    if not isinstance(part, Table):
        return part
    rows = [
        replace(row, cells=tuple(_linked(cell, addresses) for cell in row.cells))
        for row in part.rows
    ]
    return replace(part, rows=tuple(rows))


def _linked(cell: Cell, addresses: Mapping[str, str]) -> Cell:
    address = addresses.get(cell.text, "")
    return replace(cell, link=address) if address and not cell.link else cell
