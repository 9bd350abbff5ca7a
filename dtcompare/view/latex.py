"""The sheet as LaTeX, to put into a document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dtcompare.view.dialect import Heading, ItemTemplate, one_line
from dtcompare.view.sheet import Table
from dtcompare.view.tabulated import Tabulated

_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\ensuremath{<}",
        ">": r"\ensuremath{>}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)
# Signs that no text font of pdfLaTeX has.
_MATHS = str.maketrans(
    {
        "≥": r"\ensuremath{\geq}",
        "≤": r"\ensuremath{\leq}",
        "≈": r"\ensuremath{\approx}",
        "−": r"\ensuremath{-}",
        "→": r"\ensuremath{\rightarrow}",
    }
)
_OPTION = re.compile(r"^( *)([\[*])", re.MULTILINE)
_NEEDS = "% \\usepackage{booktabs}\n% \\usepackage[T5]{fontenc}"


class Latex(Tabulated):
    """Writes a section without a number; tables as one of tabulate's LaTeX formats."""

    title = Heading(r"\section*{{{}}}", r"\noindent\emph{{{}}}", "\n\n")
    heading = Heading(r"\textbf{{{}}}", r"\emph{{{}}}", r" \hfill ", r"\noindent {}")
    sentences = ItemTemplate(r"\noindent {}", "\n\n")
    label = r"\textbf{{{}}}"
    command = r"\texttt{{{}}}"
    beside = ItemTemplate("{}", " \\\\\n", r"\noindent {}")
    under = ItemTemplate(
        r"\item[--] {}",
        "\n",
        "\\noindent {}\n\\begin{{itemize}}\n{}\n\\end{{itemize}}",
    )
    notes = ItemTemplate(
        r"\item[{{{}}}] {}", "\n", "\\begin{{description}}\n{}\n\\end{{description}}"
    )
    source_label = "\\noindent\\textbf{{{}}}\n\n"
    sources = notes

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs meaning themselves."""
        return one_line(text).translate(_SIGNS)

    def escape_cell(self, text: str) -> str:
        """Return the text of a cell, which tabulate escapes, but for latex_raw."""
        return self.escape(text) if self.format == "latex_raw" else one_line(text)

    def draw_grid(self, table: Table) -> str:
        """Draw the columns and rows.

        A bracket or star after the end of a row would be read as an option of it.
        """
        return "\\noindent\n" + _OPTION.sub(r"\1{\2}", super().draw_grid(table))

    def join(self, title: str, body: Iterable[str], foot: Iterable[str]) -> str:
        """Return the parts as the whole text, under what the preamble of its document needs."""
        return f"{_NEEDS}\n\n{super().join(title, body, foot)}".translate(_MATHS)
