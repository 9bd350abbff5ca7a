"""Markdown shows what the sheet says, whatever signs its texts have."""

import re

import pytest
from markdown_it import MarkdownIt

from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.sheet import Remark, Sheet

from .sample import AWKWARD, SHEET, build_rendering, draw_sheet


@pytest.mark.parametrize("format", ["markdown", "pipe"])
def test_markdown_of_a_whole_sheet(format: str) -> None:
    """Headings, a table aligned as on paper, remarks, and lists of notes and sources."""
    assert (
        draw_sheet(SHEET, format)
        == """\
## 5G base stations

*as of 21 Nov 2026*

2 of 34 provinces give a count.

### Dec 2025 to Feb 2026

*2 provinces*

| Province   |   Stations |      |
|:-----------|-----------:|:-----|
| Winter     |            |      |
| Phú Thọ    |        868 | \\[1] |
| Huế        |  about 352 | \\[1] |
| Việt Nam   |      1,220 |      |

**No figure found (2)**: An Giang, Cà Mau

**Listed**

- Lào Cai 5
- Hà Giang 3
- `dtcompare rank 5g`

**All targets**: `dtcompare gap 5g`

- a: Newly built.

**Sources**

- \\[1] Báo Huế, <https://baohue.vn/a_b>
"""
    )


def _seen(markdown: str) -> str:
    """The text of ``markdown`` as a page shows it, without its elements."""
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    text = re.sub(r"<[^>]*>", "\n", page)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("format", ["markdown", "github", "pipe"])
def test_markdown_shows_names_as_they_are(format: str, name: str) -> None:
    """In a cell, a sentence, a list and a title, no sign of a name is taken for a mark."""
    in_cell = _seen(render(build_rendering((name, "1")), format, Console()))
    assert f"\n{name}\n" in in_cell
    sheet = Sheet(name, name, (name,), (Remark("", (name, name)),), (("a", name),))
    assert _seen(draw_sheet(sheet, format)).count(name) == 6


def test_markdown_keeps_a_cell_of_two_lines_in_its_row() -> None:
    """A line end in a cell is a break."""
    text = render(build_rendering(("top 20\nby 2025", "1")), "markdown", Console())
    assert "| top 20<br>by 2025 |" in text
