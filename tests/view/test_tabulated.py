"""Markdown, LaTeX, reStructuredText and the formats of wikis."""

import re

import pytest
from markdown_it import MarkdownIt

from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.sheet import Cell, Column, Records, Remark, Rendering, Row, Sheet, Table

from .sample import AWKWARD, build_rendering

_SHEET = Sheet(
    "5G base stations",
    "as of 21 Nov 2026",
    ("2 of 34 provinces give a count.",),
    (
        Table(
            (Column("Province"), Column("Stations", "right"), Column("")),
            (
                Row((Cell("Winter"),), "heading"),
                Row((Cell("Phú Thọ"), Cell("868"), Cell("[1]"))),
                Row((Cell("Huế"), Cell("about 352"), Cell("[1]"))),
                Row((Cell("Việt Nam"), Cell("1,220"), Cell(""))),
            ),
            heading="Dec 2025 to Feb 2026",
            aside="2 provinces",
        ),
        Remark("No figure found (2)", ("An Giang, Cà Mau",)),
        Remark("Listed", ("Lào Cai 5", "Hà Giang 3"), "dtcompare rank 5g"),
        Remark("All targets", command="dtcompare gap 5g"),
    ),
    (("a", "Newly built."),),
    (("1", "Báo Huế, https://baohue.vn/a_b"),),
    "Sources",
)


def _drawn(sheet: Sheet, format: str) -> str:
    return render(Rendering(sheet, {}, Records((), ())), format, Console())


@pytest.mark.parametrize("format", ["markdown", "pipe"])
def test_markdown_of_a_whole_sheet(format: str) -> None:
    """Headings, a table aligned as on paper, remarks, and lists of notes and sources."""
    assert (
        _drawn(_SHEET, format)
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


def test_latex_of_a_whole_sheet() -> None:
    """A piece of a document, with what its preamble needs."""
    assert (
        _drawn(_SHEET, "latex")
        == r"""% \usepackage{booktabs}
% \usepackage[T5]{fontenc}

\section*{5G base stations}

\noindent\emph{as of 21 Nov 2026}

\noindent 2 of 34 provinces give a count.

\noindent \textbf{Dec 2025 to Feb 2026} \hfill \emph{2 provinces}

\noindent
\begin{tabular}{lrl}
\toprule
 Province   &   Stations &     \\
\midrule
 Winter     &            &     \\
 Phú Thọ    &        868 & [1] \\
 Huế        &  about 352 & [1] \\
 Việt Nam   &      1,220 &     \\
\bottomrule
\end{tabular}

\noindent \textbf{No figure found (2)}: An Giang, Cà Mau

\noindent \textbf{Listed}
\begin{itemize}
\item[--] Lào Cai 5
\item[--] Hà Giang 3
\item[--] \texttt{dtcompare rank 5g}
\end{itemize}

\noindent \textbf{All targets}: \texttt{dtcompare gap 5g}

\begin{description}
\item[{a}] Newly built.
\end{description}

\noindent\textbf{Sources}

\begin{description}
\item[{[1]}] Báo Huế, https://baohue.vn/a\_b
\end{description}
"""
    )


def test_restructured_text_of_a_whole_sheet() -> None:
    """A title, a simple table, and a paragraph for each note and source."""
    assert (
        _drawn(_SHEET, "rst")
        == """\
5G base stations  as of 21 Nov 2026
===================================

2 of 34 provinces give a count.

Dec 2025 to Feb 2026  2 provinces

==========  ==========  ===
Province      Stations
==========  ==========  ===
Winter
Phú Thọ            868  [1]
Huế          about 352  [1]
Việt Nam         1,220
==========  ==========  ===

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
    assert _seen(_drawn(sheet, format)).count(name) == 6


def test_markdown_keeps_a_cell_of_two_lines_in_its_row() -> None:
    """A line end in a cell is a break."""
    text = render(build_rendering(("top 20\nby 2025", "1")), "markdown", Console())
    assert "| top 20<br>by 2025 |" in text


@pytest.mark.parametrize("format", ["latex", "latex_booktabs", "latex_longtable", "latex_raw"])
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("R&D", r"R\&D"),
        ("100%", r"100\%"),
        ("a_b", r"a\_b"),
        ("$5 #1", r"\$5 \#1"),
        ("{x}", r"\{x\}"),
        ("~379", r"\textasciitilde{}379"),
        (r"a\b", r"a\textbackslash{}b"),
        ("a<b", r"a\ensuremath{<}b"),
        ("x ≥ 5", r"x \ensuremath{\geq} 5"),
        ("[x]", "{[}x]"),
        ("*x", "{*}x"),
    ],
)
def test_latex_signs_are_escaped_once(format: str, name: str, written: str) -> None:
    """Cells compile, also where a bracket begins a row."""
    text = render(build_rendering(("Huế", "1"), (name, "2")), format, Console())
    assert re.search(rf"^ *{re.escape(written)} +& +2 \\\\$", text, re.MULTILINE)


def test_latex_escapes_texts_as_it_does_cells() -> None:
    """Titles, sentences, remarks, notes and sources compile too."""
    sheet = Sheet(
        "100%", "R&D", ("a_b ≥ 5",), (Remark("#1", ("{x}",), "a_b"),), (("a", "5$"),), (("1", "%"),)
    )
    assert (
        _drawn(sheet, "latex")
        == r"""% \usepackage{booktabs}
% \usepackage[T5]{fontenc}

\section*{100\%}

\noindent\emph{R\&D}

\noindent a\_b \ensuremath{\geq} 5

\noindent \textbf{\#1}: \{x\} \\
\texttt{a\_b}

\begin{description}
\item[{a}] 5\$
\end{description}

\begin{description}
\item[{[1]}] \%
\end{description}
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
