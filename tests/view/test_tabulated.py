"""reStructuredText, grids and the formats of wikis."""

import pytest

from dtcompare.view.console import Console
from dtcompare.view.formats import render

from .sample import SHEET, build_rendering, draw_sheet


def test_restructured_text_of_a_whole_sheet() -> None:
    """A title, a simple table, and a paragraph for each note and source."""
    assert (
        draw_sheet(SHEET, "rst")
        == """\
5G base stations  as of 21 Nov 2026
===================================

2 of 34 provinces give a count.

Dec 2025 to Feb 2026  2 provinces

========  =========  ===
Province   Stations
========  =========  ===
Winter
Phú Thọ         868  [1]
Huế       about 352  [1]
Việt Nam      1,220
========  =========  ===

No figure found (2): An Giang, Cà Mau

Listed

Lào Cai 5

Hà Giang 3

dtcompare rank 5g

All targets: dtcompare gap 5g

a  Newly built.

Sources

[1] Báo Huế, https://baohue.vn/a_b
"""
    )


def test_a_grid_is_drawn_as_tabulate_draws_it() -> None:
    """Numbers are texts: they keep their digits and are aligned right."""
    assert (
        render(build_rendering(("Huế", "97.740")), "grid", Console())
        == """\
Title

+--------+----------+
| Name   |   Figure |
+========+==========+
| Huế    |   97.740 |
+--------+----------+
"""
    )


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("asciidoc", r"a\|b_ <&*"),
        ("grid", "a|b_ <&*"),
        ("jira", "a&#124;b_ &lt;&amp;*"),
        ("mediawiki", "a&#124;b_ &lt;&amp;*"),
        ("moinmoin", "a&#124;b_ &lt;&amp;*"),
        ("orgtbl", r"a\vert{}b_ <&*"),
        ("rst", r"a\|b\_ <&\*"),
        ("textile", "a&#124;b_ &lt;&amp;*"),
        ("unsafehtml", "a|b_ &lt;&amp;*"),
        ("youtrack", "a&#124;b_ &lt;&amp;*"),
    ],
)
def test_other_formats_keep_bars_out_of_their_tables(format: str, written: str) -> None:
    """A sign that would end a cell or begin a mark is escaped; grids need none of that."""
    assert written in render(build_rendering(("a|b_ <&*", "1")), format, Console())


def test_a_table_without_names_has_no_heading_line() -> None:
    """Only Markdown, which cannot do without, gets an empty one."""
    rendering = build_rendering(("Huế", "1"), names=("", ""))
    assert render(rendering, "simple", Console()) == "Title\n\n---  -\nHuế  1\n---  -\n"
    assert "|     |    |\n|:----|---:|\n| Huế |  1 |\n" in render(rendering, "markdown", Console())


def test_rst_columns_are_as_wide_as_their_widest_letters() -> None:
    """A letter of two columns is two signs of the rule; an empty first cell is no continuation."""
    rendering = build_rendering(("東京", "1"), ("", "22"), names=("Name", "N"))
    assert "====  ==\nName   N\n====  ==\n東京   1\n..    22\n====  ==\n" in render(
        rendering, "rst", Console()
    )
