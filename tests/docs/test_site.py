"""The documentation site: every page has its place in it, and links out of docs/ lead on."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from scripts.docs import ROOT
from scripts.site_hooks import move_into_docs, on_page_markdown, on_post_page

_HOST = "https://github.com/dtcompare/dtcompare/blob/main/"


def test_every_page_stands_in_the_navigation() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r": ([\w.-]+\.md)$", text.partition("\nnav:")[2], re.MULTILINE)
    assert sorted(listed) == sorted(path.name for path in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ("cli.md", "cli.md"),
        ("cli.md#formats", "cli.md#formats"),
        ("#formats", "#formats"),
        ("charts/rank.svg", "charts/rank.svg"),
        ("https://example.org/a", "https://example.org/a"),
        ("../CONTRIBUTING.md#set-up", f"{_HOST}CONTRIBUTING.md#set-up"),
        ("../README.vi.md", "vi.md"),
        ("../data/LICENSE", f"{_HOST}data/LICENSE"),
        ("example", f"{_HOST}docs/example"),
        ("broken/data/dataset.yaml", f"{_HOST}docs/broken/data/dataset.yaml"),
    ],
)
def test_links_out_of_the_pages_are_absolute(link: str, wanted: str) -> None:
    assert on_page_markdown(f"See [it]({link}).") == f"See [it]({wanted})."


def test_the_page_in_vietnamese_moves_with_its_links() -> None:
    """What is in docs/ is beside it there; the front page is not the overview of docs/."""
    before = "[a](docs/cli.md#b) ![c](docs/charts/rank-vi.svg) [d](README.md)"
    assert move_into_docs(before) == "[a](cli.md#b) ![c](charts/rank-vi.svg) [d](../README.md)"


@pytest.mark.parametrize(("name", "lang"), [("vi.md", "vi"), ("guide.md", "en")])
def test_each_page_says_its_language(name: str, lang: str) -> None:
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri=name))
    built = '<html lang="en"><p lang="en">'
    assert on_post_page(built, page) == f'<html lang="{lang}"><p lang="en">'
