"""A document as Markdown, read by a renderer: headings, tables, links."""

from __future__ import annotations

from markdown_it import MarkdownIt

from dtcompare.model.dataset import Dataset
from dtcompare.report.formats import encode_document
from dtcompare.report.library import Library
from dtcompare.report.province import province_report
from tests.conftest import AS_OF
from tests.report.pages import Page


def test_it_is_what_a_renderer_makes_headings_tables_and_links_of(articles: Dataset) -> None:
    document = province_report(Library(articles, "en", AS_OF), "phu-tho")
    text = encode_document(document, "md").decode()
    page = Page(MarkdownIt("commonmark").enable("table").render(text))
    assert page.headings("h1") == [document.title]
    assert page.headings("h2")[0] == "At a glance"
    assert len(page.attributes("a", "href")) > 40
    assert set(page.attributes("a", "href")) == {source.url for source in document.sources}
    assert [tag for tag, _ in page.elements].count("table") == 5


def test_it_ends_with_how_the_data_are_cited(articles: Dataset) -> None:
    document = province_report(Library(articles, "en", AS_OF), "phu-tho")
    last = encode_document(document, "md").decode().splitlines()[-1]
    assert last.startswith("Cite as: Digital transformation in the provinces of Viet Nam")
