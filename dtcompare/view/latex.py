"""The sheet as LaTeX, to put into a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dtcompare.view.dialect import Mark, one_line
from dtcompare.view.sheet import Table
from dtcompare.view.tabulated import Tabulated

__all__ = ["Latex"]

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

    line_gap = "\n\n"
    break_line = " \\\\\n"

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs meaning themselves."""
        return one_line(text).translate(_SIGNS)

    def escape_cell(self, text: str) -> str:
        """Return the text of a cell, which tabulate escapes, but for latex_raw."""
        return self.escape(text) if self.format == "latex_raw" else one_line(text)

    def write_sentence(self, text: str) -> str:
        """Write a sentence as a paragraph."""
        return f"\\noindent {self.escape(text)}"

    def write_label(self, text: str) -> str:
        """Write a label, bold."""
        return f"\\textbf{{{self.escape(text)}}}"

    def write_command(self, text: str) -> str:
        """Write a command as something typed."""
        return f"\\texttt{{{self.escape(text)}}}"

    def write_title(self, text: str, aside: str) -> str:
        """Write the title of a section, the aside under it."""
        title = f"\\section*{{{self.escape(text)}}}"
        return f"{title}\n\n\\noindent\\emph{{{self.escape(aside)}}}" if aside else title

    def write_heading(self, text: str, aside: str) -> str:
        """Write the heading of a table at the left, the aside at the right."""
        heading = self.write_label(text) if text else ""
        beside = f"\\emph{{{self.escape(aside)}}}" if aside else ""
        line = " \\hfill ".join(filter(None, (heading, beside)))
        return f"\\noindent {line}" if line else ""

    def draw_grid(self, table: Table) -> str:
        """Draw the columns and rows.

        A bracket or star after the end of a row would be read as an option of it.
        """
        return "\\noindent\n" + _OPTION.sub(r"\1{\2}", super().draw_grid(table))

    def write_beside(self, label: str, text: str) -> str:
        """Write a paragraph of a label and what stands beside it."""
        return f"\\noindent {super().write_beside(label, text)}"

    def write_list(self, label: str, texts: Sequence[str]) -> str:
        """Write the label and a list under it."""
        items = [f"\\item[--] {text}" for text in texts]
        return "\n".join([f"\\noindent {label}", "\\begin{itemize}", *items, "\\end{itemize}"])

    def write_notes(self, notes: Iterable[Mark]) -> str:
        """Write the notes as a list, each behind its letter."""
        items = [f"\\item[{{{self.escape(mark)}}}] {self.escape(text)}" for mark, text in notes]
        return "\n".join(["\\begin{description}", *items, "\\end{description}"])

    def label_sources(self, label: str) -> str:
        """Write the label of the sources as a line of its own."""
        return f"\\noindent{self.write_label(label)}"

    def list_sources(self, sources: Iterable[Mark]) -> str:
        """Write the sources as a list, each behind its number."""
        return self.write_notes((f"[{number}]", text) for number, text in sources)

    def join(self, title: str, body: Sequence[str], foot: Sequence[str]) -> str:
        """Join the parts under what the preamble of their document needs."""
        return super().join(f"{_NEEDS}\n\n{title}", body, foot).translate(_MATHS)
