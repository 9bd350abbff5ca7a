"""LaTeX compiles, whatever signs its texts have."""

import re

import pytest

from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.sheet import Remark, Sheet

from .sample import SHEET, build_rendering, draw_sheet


def test_latex_of_a_whole_sheet() -> None:
    """A piece of a document, with what its preamble needs."""
    assert (
        draw_sheet(SHEET, "latex")
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
        draw_sheet(sheet, "latex")
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
