"""A document as one page of HTML: well formed, alone, each mark leading somewhere."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dtcompare.model.dataset import Dataset
from dtcompare.report.document import Document, Prose, SectionHeading
from dtcompare.report.formats import encode_document
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from dtcompare.view.sheet import Cell, Column, Row, Table
from tests.conftest import AS_OF
from tests.report.pages import Page

pytest.importorskip("jinja2", reason="Jinja2 is not installed")


@pytest.fixture(scope="module")
def document(dataset: Dataset) -> Document:
    return province_report(Library(dataset, "vi", AS_OF), "quang-ninh")


@pytest.fixture(scope="module")
def page(document: Document) -> Page:
    return Page(encode_document(document, "html").decode())


def test_the_page_is_well_formed_and_in_its_language(document: Document, page: Page) -> None:
    assert page.attributes("html", "lang") == ["vi"]
    assert page.headings("h1") == [document.title]


def test_it_needs_nothing_else(page: Page) -> None:
    """No file, script or picture from elsewhere; the font is in the page."""
    assert not {"script", "link", "img", "iframe"} & page.tags
    assert "url(http" not in page.text
    assert page.text.count("@font-face") == 4


def test_every_mark_leads_to_a_page_or_a_note(document: Document, page: Page) -> None:
    """An address is that of a source, an anchor is there."""
    addresses = {source.url for source in document.sources}
    links = page.attributes("a", "href")
    assert {link for link in links if not link.startswith("#")} == addresses
    assert {link[1:] for link in links if link.startswith("#")} <= page.ids


def test_no_id_stands_twice(page: Page) -> None:
    ids = page.all_ids
    assert sorted(set(ids)) == sorted(ids)


def test_a_report_is_less_than_400_kb(page: Page) -> None:
    assert len(page.text.encode()) < 400_000


def test_no_command_is_told(page: Page) -> None:
    """Nothing can be typed on paper; the program is named under its charts alone."""
    assert "dtcompare show" not in page.text
    assert "dtcompare rank" not in page.text


def test_names_are_text(document: Document) -> None:
    """No part of a document can put an element into the page."""
    bad = "<script>alert(1)</script>"
    table = Table((Column(bad),), (Row((Cell(bad, link='https://x.vn/"onclick="'),)),), bad)
    made = replace(document, title=bad, parts=(SectionHeading(bad), Prose(bad), table))
    page = Page(encode_document(made, "html").decode())
    assert "script" not in page.tags
    assert not any("onclick" in names for names in page.attribute_names)
