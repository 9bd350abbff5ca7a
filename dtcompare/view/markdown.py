"""The sheet as GitHub's Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dtcompare.view.dialect import Mark
from dtcompare.view.tabulated import Tabulated

__all__ = ["Markdown"]

_SIGNS = re.compile(
    r"(?P<url>https?://[^\s<>]*[^\s<>.,;:)])"
    r"|[\\`*\[<>|~]"
    r"|(?<!\w)_|_(?!\w)"
    r"|&(?=#?\w+;)"
)
_START = re.compile(r"^(\d+(?=[.)])|(?=[-+#=:>]))")


class Markdown(Tabulated):
    """Writes headings, bold labels and lists; tables as tabulate's "pipe" or "github"."""

    line_gap = "\n\n"
    break_line = "  \n"
    names_always = True

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs meaning themselves, its addresses links."""
        return _SIGNS.sub(_escape_sign, super().escape(text))

    def escape_cell(self, text: str) -> str:
        """Return the text of a cell, its line ends kept."""
        return "<br>".join(self.escape(line) for line in text.split("\n"))

    def write_line(self, text: str) -> str:
        """Write a paragraph, even where it begins as a list or a heading would."""
        return _START.sub(r"\1\\", self.escape(text))

    def write_label(self, text: str) -> str:
        """Write a label, bold."""
        return f"**{self.escape(text)}**"

    def write_command(self, text: str) -> str:
        """Write a command as code."""
        fence = "``" if "`" in text else "`"
        return f"{fence}{text}{fence}"

    def write_title(self, text: str, aside: str) -> str:
        """Write the title as a heading, the aside under it."""
        return self._write_heading("##", text, aside)

    def write_heading(self, text: str, aside: str) -> str:
        """Write the heading of a table, the aside under it."""
        return self._write_heading("###", text, aside)

    def _write_heading(self, mark: str, text: str, aside: str) -> str:
        heading = f"{mark} {self.escape(text)}" if text else ""
        beside = f"*{self.escape(aside)}*" if aside else ""
        return self.part_gap.join(filter(None, (heading, beside)))

    def write_list(self, label: str, texts: Sequence[str]) -> str:
        """Write the label and a list under it."""
        items = "\n".join(f"- {text}" for text in texts)
        return self.part_gap.join(filter(None, (label, items)))

    def write_notes(self, notes: Iterable[Mark]) -> str:
        """Write the notes as a list."""
        return "\n".join(f"- {self.escape(letter)}: {self.escape(text)}" for letter, text in notes)

    def list_sources(self, sources: Iterable[Mark]) -> str:
        """Write the sources as a list."""
        return "\n".join(f"- {self.escape(f'[{number}] {text}')}" for number, text in sources)


def _escape_sign(found: re.Match[str]) -> str:
    return f"<{found[0].replace('|', '%7C')}>" if found["url"] else f"\\{found[0]}"
