"""Every figure of a document leads to its page in one click, in each format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from io import BytesIO

import pytest
from markdown_it import MarkdownIt

from dtcompare.model.dataset import Dataset
from dtcompare.report.country import country_report
from dtcompare.report.document import Bullets, Document, Prose, runs
from dtcompare.report.formats import encode_document
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from dtcompare.view.sheet import Cell, Table
from tests.conftest import AS_OF

Links = Counter[tuple[str, str]]  # a text and the address it leads to

_LETTERS = re.compile(r"(?: [a-z]{1,2})+$")
_ANCHOR = re.compile(r'<a [^>]*?href="(http[^"]+)"[^>]*>(.*?)</a>')


@pytest.fixture(scope="module", params=["quang-ninh", "national"])
def document(request: pytest.FixtureRequest, dataset: Dataset) -> Document:
    library = Library(dataset, "vi", AS_OF)
    if request.param == "national":
        return country_report(library)
    return province_report(library, request.param)


def _cells(document: Document) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of all tables but their headings."""
    for part in document.parts:
        if isinstance(part, Table):
            yield from (row.cells for row in part.rows if row.kind != "heading")


def _texts(document: Document) -> Iterator[str]:
    """Yield the texts in which numbers of sources may stand."""
    for part in document.parts:
        if isinstance(part, Prose):
            yield part.text
        elif isinstance(part, Bullets):
            yield from part.items
    for cells in _cells(document):
        yield from (cell.text for cell in cells if not cell.link)


def _links_of(document: Document) -> Links:
    found = Counter((cell.text, cell.link) for row in _cells(document) for cell in row if cell.link)
    for text in _texts(document):
        found.update((mark, url) for mark, url in runs(text, document.pages) if url)
    return _plain(found)


def _plain(links: Links) -> Links:
    """Leave out the letters of notes behind texts."""
    found: Links = Counter()
    for (text, url), count in links.items():
        found[_LETTERS.sub("", text), url] += count
    return found


def _links_in_html(text: str) -> Links:
    return Counter((unescape(words), unescape(url)) for url, words in _ANCHOR.findall(text))


def test_every_row_of_a_table_leads_to_a_page(document: Document) -> None:
    """By a figure, a place or a target of its own, or by the number of a source."""
    rows = list(_cells(document))
    assert len(rows) > 40
    for cells in rows:
        marks = [url for cell in cells for _, url in runs(cell.text, document.pages)]
        figures = [cell for cell in cells if re.search(r"\d", cell.text)]
        assert not figures or any(marks) or any(cell.link for cell in cells), cells


def test_html_has_every_link(document: Document) -> None:
    pytest.importorskip("jinja2", reason="Jinja2 is not installed")
    assert _links_of(document) <= _links_in_html(encode_document(document, "html").decode())


def test_markdown_has_every_link(document: Document) -> None:
    text = encode_document(document, "md").decode()
    page = MarkdownIt("commonmark").enable("table").render(text)
    assert _links_of(document) <= _plain(_links_in_html(page))


def test_docx_has_every_link(document: Document) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    file = docx.Document(BytesIO(encode_document(document, "docx")))
    paragraphs = list(file.paragraphs)
    for table in file.tables:
        for cell in table._cells:  # noqa: SLF001 (row by row takes a minute)
            paragraphs += cell.paragraphs
    links = Counter((link.text, link.url) for one in paragraphs for link in one.hyperlinks)
    assert _links_of(document) <= _plain(links)
