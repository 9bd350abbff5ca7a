"""The site: every link leads somewhere, no page is large, nothing is fetched, nothing moves."""

from __future__ import annotations

import csv
import io
import json
from posixpath import dirname, join, normpath
from xml.etree import ElementTree as ET

import pytest

from dtcompare.model.dataset import Dataset
from tests.conftest import AS_OF
from tests.report.pages import Page

pytest.importorskip("jinja2", reason="Jinja2 is not installed")

from dtcompare.report.library import Library
from dtcompare.report.site import list_pages, write_page

ATOM = "{http://www.w3.org/2005/Atom}"
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(articles: Dataset) -> Files:
    """The site of the five articles, in both languages."""
    libraries = {lang: Library(articles, lang, AS_OF) for lang in ("en", "vi")}
    made: Files = {}
    for page in list_pages(articles, AS_OF):
        made |= write_page(libraries[page.lang or "en"], page)
    return made


@pytest.fixture(scope="module")
def pages(files: Files) -> dict[str, Page]:
    return {name: Page(data.decode()) for name, data in files.items() if name.endswith(".html")}


def test_every_province_and_indicator_has_a_page_in_both_languages(files: Files) -> None:
    """34 provinces, and what the five articles report or aim at."""
    for lang in ("en", "vi"):
        assert sum(name.startswith(f"{lang}/provinces/") for name in files) == 34
        assert {f"{lang}/{name}" for name in ("index.html", "country.html", "feed.xml")} <= set(
            files
        )
        assert f"{lang}/indicators/online-filing.html" in files


def test_every_link_leads_somewhere(files: Files, pages: dict[str, Page]) -> None:
    """Relative ones to a file of the site and an anchor in it; the others are addresses."""
    broken = []
    for name, page in pages.items():
        links = page.attributes("a", "href") + page.attributes("link", "href")
        for link in links + page.attributes("script", "src"):
            if link.startswith(("https://", "http://")):
                continue
            path, _, anchor = link.partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            if target not in files or (anchor and anchor not in pages[target].ids):
                broken.append((name, link))
    assert broken == []


def test_nothing_is_fetched_from_elsewhere(files: Files, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert not {"img", "iframe"} & page.tags
        fetched = page.attributes("script", "src") + page.attributes("link", "href")
        assert not any(address.startswith("http") for address in fetched)
    assert b"http" not in files["assets/style.css"]


def test_no_page_is_larger_than_400_kb(files: Files) -> None:
    assert max(len(data) for data in files.values()) < 400_000


def test_pages_are_in_their_language_and_lead_to_the_other(pages: dict[str, Page]) -> None:
    page = pages["vi/provinces/phu-tho.html"]
    assert page.attributes("html", "lang") == ["vi"]
    assert "../../en/provinces/phu-tho.html" in page.attributes("a", "href")


def test_the_map_and_the_league_table_lead_to_the_provinces(pages: dict[str, Page]) -> None:
    links = pages["en/index.html"].attributes("a", "href")
    assert links.count("provinces/phu-tho.html") >= 2
    assert "indicators/online-filing.html" in links


def test_an_indicator_has_its_data_as_csv_and_json(files: Files) -> None:
    """Phú Thọ's 86.6% is in both."""
    rows = csv.DictReader(io.StringIO(files["en/indicators/online-filing.csv"].decode()))
    assert [row["value"] for row in rows if row["province"] == "phu-tho"] == ["86.6"]
    document = json.loads(files["en/indicators/online-filing.json"])
    assert document["schema"] == "rank/1"


def test_names_of_a_table_lead_to_their_pages(pages: dict[str, Page]) -> None:
    assert "../provinces/phu-tho.html" in pages["vi/indicators/5g.html"].attributes("a", "href")
    assert "../indicators/5g.html" in pages["vi/provinces/phu-tho.html"].attributes("a", "href")


def test_the_feed_is_atom_with_the_newest_page_first(files: Files) -> None:
    """The articles that say when they were published, each with the figures it brought."""
    feed = ET.fromstring(files["en/feed.xml"])  # noqa: S314 (our own file)
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.iter(f"{ATOM}entry")]
    assert days
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    text = "".join(entry.findtext(f"{ATOM}content") or "" for entry in feed.iter(f"{ATOM}entry"))
    assert "Phú Thọ, Applications filed online: 86.6% (2025)" in text


def test_the_same_data_make_the_same_bytes(articles: Dataset, files: Files) -> None:
    library = Library(articles, "vi", AS_OF)
    page = next(one for one in list_pages(articles, AS_OF) if one.id == "phu-tho")
    page = type(page)("vi", page.kind, page.id)
    again = write_page(library, page)
    assert again == {name: files[name] for name in again}


def test_no_command_is_told_on_a_page(files: Files) -> None:
    texts = [data.decode() for name, data in files.items() if name.endswith(".html")]
    for command in ("rank", "show", "gap", "list", "reporting"):
        assert not any(f"dtcompare {command}" in text for text in texts)
