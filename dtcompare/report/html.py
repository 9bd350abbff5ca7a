"""Write a document as a page of HTML by the templates, charts as SVG within it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial
from importlib.resources import files

from dtcompare import __version__
from dtcompare.charts.chart import Chart
from dtcompare.charts.svg import font_faces, svg
from dtcompare.errors import WrongUsage
from dtcompare.report.document import Bullets, Document, Part, Picture, Prose, SectionHeading, runs
from dtcompare.view.html_page import split_letters
from dtcompare.view.sheet import Cell, Table

try:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup
except ImportError as error:
    raise WrongUsage("error.no-library", extra="report") from error

GENERATOR = f"dtcompare {__version__}"

_KINDS: Mapping[type, str] = {
    SectionHeading: "heading",
    Prose: "paragraph",
    Bullets: "bullets",
    Picture: "picture",
    Table: "table",
}


def write_html(document: Document, font: str | None = None) -> bytes:
    """Return the document as one page that needs nothing else; ``font`` is the typeface wanted."""
    template = environment().get_template("report.html.jinja")
    style = stylesheet() + font_faces()
    if font:
        name = re.sub(r"[^\w .-]", "", font)
        style += f"body{{font-family:'{name}',serif}}"
    page = template.render(document=document, style=Markup(style), generator=GENERATOR)  # noqa: S704
    return page.encode()


def stylesheet() -> str:
    """Return the rules that every page is set by."""
    return (files(__package__) / "templates" / "style.css").read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Return the templates with what they call."""
    made = Environment(
        loader=PackageLoader("dtcompare.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"linked": linked, "cell": write_cell, "kind": kind_of, "drawing": drawing}
    return made


def kind_of(part: Part) -> str:
    """Return the word that the templates have for a kind of part."""
    return _KINDS[type(part)]


def linked(text: str, document: Document) -> Markup:
    """Return a text whose numbers of sources lead to their pages."""
    titles = {source.number: source.text for source in document.sources}
    return Markup().join(map(partial(_piece, titles), runs(text, document.pages)))


def _piece(titles: Mapping[str, str], run: tuple[str, str]) -> Markup:
    text, url = run
    if not url:
        return Markup.escape(text)
    link = Markup('<a class="mark" href="{}" title="{}">{}</a>')
    return link.format(url, titles[text.strip("[]")], text)


def write_cell(cell: Cell, document: Document) -> Markup:
    """Return what stands in a cell: a text that leads to its page, letters that lead to notes."""
    letters = {letter for letter, _ in document.notes}
    text, marks = split_letters(cell.text, letters)
    if cell.link:
        written = Markup('<a href="{}">{}</a>').format(cell.link, text)
    else:
        written = linked(text, document)
    anchor = Markup(' <a class="mark" href="#note-{0}">{0}</a>')
    return written + Markup().join(anchor.format(letter) for letter in marks)


def drawing(chart: Chart) -> Markup:
    """Return a chart as an element of SVG whose font is the page's."""
    text = svg(chart, GENERATOR, embed_font=False).decode()
    return Markup(text.partition("\n")[2])  # noqa: S704 (our own SVG, escaped by its writer)
